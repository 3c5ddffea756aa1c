//! The plans of this browser: which one is open, those that were open before, and going from one to another.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

use super::app::App;
use super::dom;
use super::journal::{Journal, Opened};
use super::notices::{Notice, Notices};
use super::storage::{Saved, Store};
use super::tab;
use crate::file::{Library, Listed, Loaded, NotSaved, Place, Shelf, Unreadable};
use crate::model::Plan;
use crate::session::{Command, Mode, Session};
use crate::starter::Starter;

/// What to know when it was deleted there.
const DELETED_THERE: &str =
    "Another tab has deleted this plan. It stays open here, and the next change keeps it again in this browser.";
/// The id of the plan that is open in this tab.
const OPEN: &str = "weighbridge.open";
/// Of how many ids a new one is drawn: 36 to the power of 8.
const IDS: f64 = 2_821_109_907_456.0;

/// The plans of this browser.
#[derive(Clone, Copy)]
pub struct Plans {
    store: Store,
    journal: Journal,
    /// The id of the open one.
    open: RwSignal<String>,
    /// The revisions that are known here, by id.
    revisions: StoredValue<Vec<(String, u64)>>,
    /// Those that were open before in the life of this page, with what can be undone in them.
    pub parked: StoredValue<Vec<(String, Session)>>,
    /// The files they were saved to or came from, as the browser hands them out.
    files: StoredValue<Vec<(String, JsValue)>, LocalStorage>,
    /// Counts changes of the list.
    list: RwSignal<u32>,
    /// Whether the dialog that lists them is open.
    pub dialog: RwSignal<bool>,
}

/// A number drawn by lot, of which an id is made.
pub fn lot() -> u64 {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let lot = (js_sys::Math::random() * IDS) as u64;
    lot
}

/// The plan with which a page without plans begins.
pub fn blank() -> Plan {
    Starter::find("blank").map(Starter::plan).unwrap_or_default()
}

/// What a copy is called. A title has at most 200 letters.
pub fn copy_title(title: &str) -> String {
    format!("{} (copy)", title.chars().take(190).collect::<String>())
}

/// Whether this is a blank plan in which nobody has done anything: nothing is lost with it.
fn is_untouched(session: &Session) -> bool {
    !session.can_undo() && !session.can_redo() && *session.document() == blank()
}

/// The plan that was open in this tab, or the one used last, of those that can be read.
fn last_used(library: Library<'_>, unreadable: &mut Vec<Unreadable>) -> Option<(String, Loaded)> {
    let list = library.list(Place::Plans);
    let here = tab::entry(OPEN).filter(|id| list.find(id).is_some());
    for id in here.iter().chain(list.plans().iter().map(|listed| &listed.id)) {
        let (loaded, more) = library.load(id);
        unreadable.extend(more);
        if let Some(loaded) = loaded {
            return Some((id.clone(), loaded));
        }
    }
    None
}

impl Plans {
    /// What was left here, with the plan used last; a blank one where there is none. Whether the plan is kept, and
    /// whether nothing was ever kept here.
    pub fn start(notices: Notices, opened: Opened) -> (Self, Session, Saved, bool) {
        let store = Store::open();
        let journal = store.library(|library| opened.recover(library));
        let (unreadable, opened, is_first) = store.library(|library| {
            let mut unreadable = library.start(lot(), js_sys::Date::now());
            let opened = last_used(library, &mut unreadable);
            let is_first = opened.is_none() && unreadable.is_empty() && library.list(Place::Deleted).plans().is_empty();
            (unreadable, opened, is_first)
        });
        let saved = store.state(if opened.is_some() { Saved::Yes } else { Saved::Nothing });
        if saved == Saved::Blocked {
            notices.add(Notice::nothing_is_kept());
        }
        // A plan may not be readable twice over, in its slots.
        unreadable.into_iter().for_each(|unreadable| notices.add(Notice::unreadable(unreadable)));
        let (id, session, revision) = match opened {
            Some((id, Loaded { plan, revision })) => {
                let history = store.library(|library| library.history(&id, &plan));
                (id, Session::with_history(plan, history), revision)
            }
            None => (store.library(|library| library.free_id(lot())), Session::new(blank()), 0),
        };
        tab::keep(OPEN, Some(&id));
        let plans = Self {
            store,
            journal,
            revisions: StoredValue::new(vec![(id.clone(), revision)]),
            open: RwSignal::new(id),
            parked: StoredValue::new(Vec::new()),
            files: StoredValue::new_local(Vec::new()),
            list: RwSignal::new(0),
            dialog: RwSignal::new(false),
        };
        (plans, session, saved, is_first)
    }

    /// Where they are kept.
    pub fn store(self) -> Store {
        self.store
    }

    /// The id of the open plan.
    pub fn open_id(self) -> String {
        self.open.get_untracked()
    }

    /// Does something that may change the list.
    pub fn library<T>(self, act: impl FnOnce(Library<'_>) -> T) -> T {
        let done = self.store.library(act);
        self.list.update(|count| *count = count.wrapping_add(1));
        done
    }

    /// Saves the open plan.
    ///
    /// # Errors
    /// Why nothing was saved.
    pub fn save(self, session: &Session) -> Result<(), NotSaved> {
        self.save_as(&self.open_id(), session)
    }

    /// Saves a plan with what can be undone in it.
    ///
    /// # Errors
    /// Why nothing was saved.
    pub fn save_as(self, id: &str, session: &Session) -> Result<(), NotSaved> {
        let plan = session.document();
        let revision = self.library(|library| library.save(id, plan, self.known(id), js_sys::Date::now()))?;
        self.know(id, revision);
        self.store.library(|library| {
            library.keep_history(id, session.history(), plan);
            if let Some((sealed, undo)) = library.sealed(id) {
                self.journal.note(id, &sealed, undo.as_deref());
            }
        });
        Ok(())
    }

    /// Forgets what the journal knows of a plan.
    pub fn forget_in_journal(self, id: &str) {
        self.journal.forget(id);
    }

    /// The revision of a plan that was read or saved here last; 0 for one that never was.
    pub fn known(self, id: &str) -> u64 {
        let find = |all: &Vec<(String, u64)>| all.iter().find(|(known, _)| known == id).map(|(_, revision)| *revision);
        self.revisions.with_value(find).unwrap_or_default()
    }

    /// Remembers the revision of a plan.
    pub fn know(self, id: &str, revision: u64) {
        self.revisions.update_value(|all| {
            all.retain(|(known, _)| known != id);
            all.push((id.to_owned(), revision));
        });
    }

    /// The file that belongs to a plan, as the browser has handed it out.
    pub fn file_of(self, id: &str) -> Option<JsValue> {
        self.files.with_value(|files| files.iter().find(|(of, _)| of == id).map(|(_, file)| file.clone()))
    }

    /// Remembers the file that belongs to a plan, as long as the page lives; none forgets it.
    pub fn set_file(self, id: &str, file: Option<JsValue>) {
        self.files.update_value(|files| {
            files.retain(|(of, _)| of != id);
            files.extend(file.map(|file| (id.to_owned(), file)));
        });
    }

    /// Keeps a plan that is not open in memory.
    pub fn park(self, id: String, session: Session) {
        self.parked.update_value(|parked| parked.push((id, session)));
    }

    /// Takes a plan that is not open out of memory.
    pub fn unpark(self, id: &str) -> Option<Session> {
        let take = |parked: &mut Vec<(String, Session)>| {
            let place = parked.iter().position(|(parked, _)| parked == id)?;
            Some(parked.swap_remove(place).1)
        };
        self.parked.try_update_value(take).flatten()
    }

    /// Follows what other tabs do to the plans.
    pub fn listen(self, app: App) {
        let Some(window) = dom::window() else { return };
        dom::listen(&window, "storage", move |event| {
            let Some(event) = event.dyn_ref::<web_sys::StorageEvent>() else { return };
            let key = event.key().unwrap_or_default();
            if key == Place::Plans.entry(&self.open_id()) {
                if event.new_value().is_none() {
                    app.notices.add(Notice::new(DELETED_THERE));
                } else if app.ownership.is_reader.get_untracked() || !app.autosave.is_waiting() {
                    app.follow_kept();
                }
            }
            // What the other tab has saved is newer than what waits here.
            self.parked.update_value(|parked| parked.retain(|(id, _)| key != Place::Plans.entry(id)));
            self.list.update(|count| *count = count.wrapping_add(1));
        });
    }
}

impl App {
    /// The plans that can be opened and those that were deleted, followed.
    pub fn listed_plans(self) -> (Shelf, Shelf) {
        let plans = self.plans;
        plans.list.track();
        let (mut kept, deleted) =
            plans.store.library(|library| (library.list(Place::Plans), library.list(Place::Deleted)));
        // What could not be saved is there all the same, as long as the page is.
        let mut add = |id: &str, session: &Session| {
            if kept.find(id).is_none() && deleted.find(id).is_none() && !is_untouched(session) {
                kept.put_first(Listed::of(id, session.document(), js_sys::Date::now()));
            }
        };
        plans.parked.with_value(|parked| parked.iter().for_each(|(id, session)| add(id, session)));
        self.read(|session| add(&plans.open_id(), session));
        (kept, deleted)
    }

    /// Opens a plan as a new one, beside all others. Only a blank plan that nobody has touched makes room for it.
    pub fn open_plan(self, plan: Plan) {
        let id = self.plans.library(|library| library.free_id(lot()));
        self.show_plan(id, Session::new(plan));
        self.autosave.now(self);
    }

    /// Opens one of the listed plans; whether it could be read.
    pub fn open_kept(self, id: &str) -> bool {
        let plans = self.plans;
        if plans.open_id() == id {
            return true;
        }
        let parked = plans.unpark(id);
        let was_parked = parked.is_some();
        let Some(session) = parked.or_else(|| self.load_plan(id)) else { return false };
        self.show_plan(id.to_owned(), session);
        if was_parked {
            // The last attempt to save it may have failed.
            self.autosave.now(self);
        } else {
            plans.library(|library| library.touch(id));
            self.saved.set(plans.store.state(Saved::Yes));
        }
        true
    }

    /// Reads a plan that is kept; if it cannot be read, a notice says why.
    pub fn load_plan(self, id: &str) -> Option<Session> {
        let (loaded, unreadable) = self.plans.library(|library| library.load(id));
        unreadable.into_iter().for_each(|unreadable| self.notices.add(Notice::unreadable(unreadable)));
        let Loaded { plan, revision } = loaded?;
        self.plans.know(id, revision);
        let history = self.plans.store.library(|library| library.history(id, &plan));
        Some(Session::with_history(plan, history))
    }

    /// Shows the open plan as another tab has saved it, if it has.
    pub fn follow_kept(self) {
        let plans = self.plans;
        let id = plans.open_id();
        if plans.store.library(|library| library.revision(&id)) == plans.known(&id) {
            return;
        }
        let (loaded, unreadable) = plans.library(|library| library.load(&id));
        unreadable.into_iter().for_each(|unreadable| self.notices.add(Notice::unreadable(unreadable)));
        if let Some(Loaded { plan, revision }) = loaded {
            plans.know(&id, revision);
            self.act(|session| session.follow(plan));
            self.saved.set(plans.store.state(Saved::Yes));
        }
    }

    /// Opens a copy of the open plan in its place, which belongs to this tab.
    pub fn open_copy(self) {
        let mut plan = self.read(|session| session.document().clone());
        plan.title = copy_title(&plan.title);
        let before = self.plans.open_id();
        self.open_plan(plan);
        // What could not be saved lives on in the copy.
        self.plans.unpark(&before);
    }

    /// Puts a plan on the page. The one before it waits in memory with its history.
    pub fn show_plan(self, id: String, session: Session) {
        let plans = self.plans;
        self.dispatch(Command::Commit);
        if self.read(Session::mode) != Mode::Ready {
            self.dispatch(Command::Cancel);
        }
        self.autosave.flush(self);
        let title = session.document().title.clone();
        let Some(before) = self.swap(session) else { return };
        let before_id = plans.open_id();
        tab::keep(OPEN, Some(&id));
        plans.open.set(id);
        if self.ownership.is_reader.get_untracked() {
            // It is another tab's, and goes on changing there.
        } else if is_untouched(&before) {
            plans.library(|library| library.forget(Place::Plans, &before_id));
            plans.journal.forget(&before_id);
        } else {
            plans.park(before_id, before);
        }
        self.ownership.claim(self);
        self.said.set(format!("Opened “{title}”"));
    }
}
