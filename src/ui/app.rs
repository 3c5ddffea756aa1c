//! The state of the page, and the one way from a command to what has to look again.

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::erased::effect;
use super::notices::Notices;
use super::plans::Plans;
use super::storage::{Autosave, Saved};
use super::{answer, arrival, columns, compare, dom, draft, drop, editor, equations, exchange, file_menu, find};
use super::{gallery, grid, inspector, journal, menu};
use super::{note, notices, offline, ownership, plans_dialog, pointer, reader};
use super::{
    record, refused, said, scenarios, shortcuts, sources, splitter, status, tabs, theme, things, toolbar, trace,
    transfer, versions, why, window, workout,
};
use crate::session::{Ask, Changes, Command, Session};

/// Everything the parts of the page share. Copying it copies handles, not the session.
#[derive(Clone, Copy)]
pub struct App {
    session: StoredValue<Session>,
    /// Values of the plan.
    plan: RwSignal<u32>,
    /// Rows and columns of the sheet in sight.
    layout: RwSignal<u32>,
    /// The selected cell.
    selection: RwSignal<u32>,
    /// Mode and text being typed.
    draft: RwSignal<u32>,
    /// Anything a command may have changed.
    any: RwSignal<u32>,
    /// The plan, once what is closest to the hand has been drawn.
    settled: RwSignal<u32>,
    /// What the left half shows.
    pub view: RwSignal<tabs::View>,
    /// The number that is being explained.
    pub trace: trace::Trace,
    /// What a screen reader says next.
    pub said: said::Said,
    /// Messages that stay until they are dismissed.
    pub notices: Notices,
    /// Whether the plan is safe in this browser.
    pub saved: RwSignal<Saved>,
    /// Saves the open plan by itself.
    pub autosave: Autosave,
    /// All plans of this browser.
    pub plans: Plans,
    /// Whether the gallery of starter plans is open.
    pub gallery: RwSignal<bool>,
    /// Whether the list of shortcuts is open.
    pub shortcuts: RwSignal<bool>,
    /// Light, dark, or as the system says.
    pub theme: theme::Themes,
    /// What hand and finger are at.
    pub pointer: pointer::Pointer,
    /// How wide the columns are.
    pub columns: columns::Columns,
    /// Which rows of a long sheet are on the page.
    pub rows: window::RowWindow,
    /// The menu that is open, if one is.
    pub menu: menu::Menu,
    /// The bar that finds cells.
    pub find: find::Find,
    /// The note that is being written.
    pub note: note::NoteOf,
    /// Whether files are being dragged over the page.
    pub dropping: RwSignal<bool>,
    /// Whether the last paste may have been refused, and nobody has dismissed that.
    pub refused: RwSignal<bool>,
    /// Whether the versions of the plan are open.
    pub versions: RwSignal<bool>,
    /// What is on its way out of the page or into it.
    pub exchange: exchange::Exchange,
    /// What the next paste takes.
    pub next_paste: transfer::NextPaste,
    /// Whether the page opens without a network.
    pub offline: offline::Offline,
    /// Whether the open plan belongs to this tab.
    pub ownership: ownership::Ownership,
}

fn bump(signal: RwSignal<u32>) {
    signal.update(|count| *count = count.wrapping_add(1));
}

impl App {
    /// Carries a command out and tells those parts of the page that it concerns.
    pub fn dispatch(self, command: Command) {
        let goes_to_a_cell = tabs::goes_to_a_cell(&command) && !self.read(|session| session.turns_off_sheet(&command));
        if matches!(command, Command::Paste(..)) {
            self.refused.set(true);
        }
        if goes_to_a_cell && self.view.get_untracked() != tabs::View::Sheet {
            self.view.set(tabs::View::Sheet);
        }
        if self.act(|session| session.handle(command)) {
            self.autosave.later(self);
        }
    }

    /// Forbids changes of the open plan, or allows them.
    pub fn read_only(self, read_only: bool) {
        self.act(|session| session.set_read_only(read_only));
    }

    /// Does something with the session and tells those parts of the page that it concerns; whether the plan has changed.
    pub fn act(self, act: impl FnOnce(&mut Session) -> Changes) -> bool {
        let Some(changes) = self.session.try_update_value(act) else { return false };
        if changes.layout {
            bump(self.layout);
        }
        if changes.plan {
            bump(self.plan);
            self.settle();
        }
        if changes.selection {
            bump(self.selection);
        }
        if changes.draft {
            bump(self.draft);
        }
        bump(self.any);
        if let Some(text) = changes.say {
            // Of the places that a held key runs through, only the last is worth hearing.
            let is_move = changes.selection && !changes.plan;
            if is_move { self.said.soon(text) } else { self.said.set(text) }
        } else if changes.selection {
            // What was said of other cells would be wrong of these.
            self.said.forget();
        }
        if let Some(ask) = changes.ask {
            self.answer(ask);
        }
        changes.plan
    }

    /// Does what only the page can do.
    fn answer(self, ask: Ask) {
        match ask {
            Ask::Menu => menu::ask(self),
            Ask::Find => self.find.open(),
            Ask::Note => self.note.open(self),
            Ask::Keys => self.shortcuts.set(true),
            Ask::NextRegion => shortcuts::next_region(false),
            Ask::PreviousRegion => shortcuts::next_region(true),
            Ask::Widen => columns::step(self, 1.0),
            Ask::Narrow => columns::step(self, -1.0),
            Ask::Save => file_menu::save(self, false),
            Ask::SaveAs => file_menu::save(self, true),
        }
    }

    /// Puts another session in place of the open one, and has the whole page look again; the one that was there.
    pub fn swap(self, session: Session) -> Option<Session> {
        find::close(self);
        self.trace.forget();
        self.refused.set(false);
        let before = self.session.try_update_value(|open| std::mem::replace(open, session));
        self.view.set(tabs::View::Sheet);
        for part in [self.layout, self.plan, self.selection, self.draft, self.any] {
            bump(part);
        }
        self.settle();
        dom::next_frame(move || grid::resized(self));
        before
    }

    /// Reads the session, without following any change.
    pub fn read<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.session.with_value(read)
    }

    /// Reads the session, again whenever a value of the plan changes.
    pub fn on_plan<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.plan.track();
        self.read(read)
    }

    /// Reads the session, again a moment after a value of the plan has changed: for what takes long and may come one
    /// picture later than the cells.
    pub fn on_settled<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.settled.track();
        self.read(read)
    }

    fn settle(self) {
        let now = self.plan.get_untracked();
        dom::next_frame(move || {
            dom::later(0, move || {
                // Of several changes in a row only the last is waited for.
                if self.plan.get_untracked() == now {
                    bump(self.settled);
                }
            });
        });
    }

    /// Reads the session, again whenever rows or columns change.
    pub fn on_layout<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.layout.track();
        self.read(read)
    }

    /// Reads the session, again whenever another cell is selected or its sheet changes.
    pub fn on_selection<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.selection.track();
        self.on_layout(read)
    }

    /// Reads the session, again whenever the mode or the text being typed changes.
    pub fn on_draft<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.draft.track();
        self.read(read)
    }

    /// Reads the session, again after every command.
    pub fn on_any<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.any.track();
        self.read(read)
    }
}

/// The state of the page, from anywhere below it.
pub fn app() -> App {
    expect_context()
}

/// Shows the page, as soon as it is known what a browser that was killed could not write to disk.
pub fn mount() {
    spawn_local(async {
        let opened = journal::open().await;
        mount_to_body(move || page(opened));
        #[cfg(feature = "test-trap")]
        super::rescue::listen();
    });
}

fn open(opened: journal::Opened) -> App {
    let notices = Notices::new();
    let (plans, session, saved, first_visit) = Plans::start(notices, opened);
    App {
        session: StoredValue::new(session),
        plan: RwSignal::new(0),
        layout: RwSignal::new(0),
        selection: RwSignal::new(0),
        draft: RwSignal::new(0),
        any: RwSignal::new(0),
        settled: RwSignal::new(0),
        view: RwSignal::new(tabs::View::Sheet),
        trace: trace::Trace::new(),
        said: said::Said::new(),
        notices,
        saved: RwSignal::new(saved),
        autosave: Autosave::new(),
        plans,
        gallery: RwSignal::new(first_visit),
        shortcuts: RwSignal::new(false),
        theme: theme::Themes::new(),
        pointer: pointer::Pointer::new(),
        columns: columns::Columns::new(),
        rows: window::RowWindow::new(),
        menu: menu::Menu::new(),
        find: find::Find::new(),
        note: note::NoteOf::new(),
        dropping: RwSignal::new(false),
        refused: RwSignal::new(false),
        versions: RwSignal::new(false),
        exchange: exchange::Exchange::new(),
        next_paste: transfer::NextPaste::new(),
        offline: offline::Offline::new(),
        ownership: ownership::Ownership::new(),
    }
}

fn page(opened: journal::Opened) -> impl IntoView {
    let app = open(opened);
    provide_context(app);
    app.ownership.listen(app);
    app.ownership.claim(app);
    app.autosave.flush_when_leaving(app);
    app.plans.listen(app);
    drop::listen(app);
    arrival::listen(app);
    shortcuts::listen(app);
    app.offline.start(app);
    // Once there is an editor to type into.
    dom::next_frame(move || draft::restore(app));
    // On a first visit the gallery has the keyboard instead.
    if !app.gallery.get_untracked() {
        dom::next_frame(dom::focus_grid);
    }
    effect(move || dom::set_title(&app.on_plan(|session| format!("{} – Weighbridge", session.plan().title))));
    view! {
        <toolbar::Toolbar />
        <offline::UpdateBand />
        <notices::NoticeList />
        <main class="halves">
            <section class="left" aria-label="Inputs" tabindex="-1">
                <tabs::Tabs />
                <div class="sheet-view" hidden=move || app.view.get() != tabs::View::Sheet>
                    <reader::ReaderBand />
                    <scenarios::Band />
                    <inspector::Inspector />
                    <compare::CompareBar />
                    <find::FindBar />
                    <grid::GridView>
                        <editor::Editor />
                    </grid::GridView>
                    // Below the grid, where their coming and going moves no cell from under a second click.
                    <why::Why />
                    <refused::RefusedPaste />
                    <workout::Help />
                    <things::Things />
                </div>
                <sources::Sources />
                <equations::Equations />
                <record::Record />
                <trace::TracePanel />
                <menu::MenuView />
            </section>
            <splitter::Splitter />
            <answer::Answer />
        </main>
        <status::Status />
        <gallery::Gallery />
        <plans_dialog::PlansDialog />
        <shortcuts::Shortcuts />
        <note::NoteDialog />
        {versions::view()}
        <exchange::Dialogs />
        <drop::Overlay />
        <said::LiveRegion />
    }
}
