//! The tabs of the left half: the sheets, and the views behind them.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::app::{App, app};
use super::dom;
use super::erased::{on, text};
use crate::model::Path;
use crate::session::{Command, Mode, Session};
use crate::sheet::SheetId;

/// What the left half shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The sheet of the session.
    Sheet,
    /// Where every number comes from.
    Sources,
    /// How every number follows from others.
    Equations,
    /// The decision record.
    Record,
}

/// A tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Sheet(SheetId),
    View(View),
}

impl Tab {
    fn all() -> impl Iterator<Item = Self> {
        SheetId::TABS.into_iter().map(Tab::Sheet).chain([View::Sources, View::Equations, View::Record].map(Tab::View))
    }

    /// The tab of what is in sight, followed.
    fn open(app: App) -> Self {
        match app.view.get() {
            View::Sheet => Self::Sheet(app.on_layout(Session::sheet)),
            view => Self::View(view),
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Sheet(sheet) => sheet.label(),
            Self::View(View::Equations) => "Equations",
            Self::View(View::Record) => "Record",
            Self::View(_) => "Sources",
        }
    }

    fn panel(self) -> &'static str {
        match self {
            Self::View(View::Sources) => "sources",
            Self::View(View::Equations) => "equations",
            Self::View(View::Record) => "record",
            Self::Sheet(_) | Self::View(View::Sheet) => "sheet",
        }
    }

    fn id(self) -> String {
        format!("tab-{}", self.label().to_ascii_lowercase())
    }

    fn choose(self, app: App) {
        match self {
            Self::Sheet(sheet) => app.dispatch(Command::OpenSheet(sheet)),
            Self::View(view) => app.open_view(view),
        }
    }
}

impl App {
    /// Shows another view, unless what is being typed in the grid is refused: one would lose it out of sight.
    pub fn open_view(self, view: View) {
        self.dispatch(Command::Commit);
        if self.read(Session::mode) == Mode::Ready && self.view.get_untracked() != view {
            self.view.set(view);
            self.said.set(Tab::View(view).label().into());
        }
    }

    /// Selects the cell of an input or result on its sheet, and gives the keyboard to the grid.
    pub fn go_to(self, path: Path) {
        self.dispatch(Command::GoTo(path));
        focus_sheet();
    }
}

/// Whether a command is about the grid, and so brings it back in sight.
pub fn goes_to_a_cell(command: &Command) -> bool {
    matches!(
        command,
        Command::GoTo(_)
            | Command::OpenSheet(_)
            | Command::NextSheet(_)
            | Command::Undo
            | Command::Redo
            | Command::Open(..)
            | Command::Add(_)
            | Command::Duplicate(_)
            | Command::Shift(..)
            | Command::WhatIf(..)
    )
}

/// Gives the keyboard to what the left half shows.
pub fn focus_left(app: App) {
    let shown = untrack(|| Tab::open(app));
    match shown {
        Tab::View(_) => dom::focus(shown.panel()),
        Tab::Sheet(_) => focus_sheet(),
    }
}

/// Gives the keyboard to the grid, which may be about to appear, and brings the selected cell in sight.
pub fn focus_sheet() {
    dom::next_frame(|| {
        dom::focus_grid();
        dom::next_frame(|| {
            let editor = dom::by_id::<web_sys::Element>(dom::EDITOR);
            let cell = editor
                .and_then(|editor| dom::by_id::<web_sys::Element>(&editor.get_attribute("aria-activedescendant")?));
            if let Some(cell) = cell {
                dom::bring_in_sight(&cell);
            }
        });
    });
}

/// One tab for each sheet and view; arrows move between them, as in any list of tabs.
#[component]
pub fn Tabs() -> impl IntoView {
    let app = app();
    let on_key = move |event: KeyboardEvent| {
        let tabs: Vec<Tab> = Tab::all().collect();
        let here = untrack(|| Tab::open(app));
        let index = tabs.iter().position(|tab| *tab == here).unwrap_or_default();
        let next = match event.key().as_str() {
            "ArrowLeft" => index.saturating_sub(1),
            "ArrowRight" => index + 1,
            "Home" => 0,
            "End" => tabs.len().saturating_sub(1),
            _ => return,
        };
        event.prevent_default();
        let Some(tab) = tabs.get(next) else { return };
        tab.choose(app);
        let shown = untrack(|| Tab::open(app));
        dom::focus(&shown.id());
    };
    let tab = move |tab: Tab| {
        let is_open = move || Tab::open(app) == tab;
        let choose = move |_| {
            tab.choose(app);
            if matches!(tab, Tab::Sheet(_)) {
                dom::focus_grid();
                focus_sheet();
            }
        };
        view! {
            <button
                type="button"
                role="tab"
                id=tab.id()
                data-sheet=tab.label().to_ascii_lowercase()
                aria-controls=tab.panel()
                aria-selected=text(move || is_open().to_string())
                tabindex=text(move || if is_open() { "0".into() } else { "-1".into() })
                on:click=on(choose)
            >
                {tab.label()}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label="Sheets" on:keydown=on(on_key)>
            {Tab::all().map(tab).collect_view()}
        </div>
    }
}

/// The id of a sheet's tab.
pub fn tab_id(sheet: SheetId) -> String {
    Tab::Sheet(sheet).id()
}
