//! The plan in the browser's local storage, behind a facade that survives blocked storage, a full
//! quota and unreadable data. What could not be read is never overwritten.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::app::App;
use super::dom;
use super::file_menu::file_name;
use super::notices::Notice;
use crate::file::{self, Node};
use crate::model::Plan;
use crate::session::Command;

/// The entry of the open plan: the same tree as an exported file.
const PLAN: &str = "weighbridge.plan";
/// Entries that could not be read, numbered.
const ASIDE: &str = "weighbridge.aside.";
/// What to know when two tabs are open on the one plan.
const ANOTHER_TAB: &str = "Another tab has just saved its plan in this browser. The tab that saves last wins: \
    close one of them, or export this plan first.";
/// Milliseconds of quiet before a change is saved.
const DELAY: i32 = 300;

/// Whether the plan is safe in this browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// Nothing to save yet.
    Nothing,
    /// As it is on the screen.
    Yes,
    /// A change waits to be saved.
    Soon,
    /// The last attempt failed.
    No,
    /// The browser keeps nothing for this page.
    Blocked,
}

/// What was found.
pub enum Stored {
    /// Nothing yet.
    Nothing,
    /// A plan.
    Plan(Box<Plan>),
    /// Something else: why, and its text.
    Unreadable {
        /// Why it could not be read.
        reason: String,
        /// What was there.
        text: String,
        /// Whether a copy was set aside; if not, nothing is saved over it.
        kept: bool,
    },
}

/// Local storage, if the browser gives any.
#[derive(Debug, Clone, Copy)]
pub struct Store {
    available: bool,
}

impl Store {
    /// Looks whether there is storage; where it is blocked, asking for it throws.
    pub fn open() -> Self {
        let storage = dom::window().and_then(|window| window.local_storage().ok().flatten());
        Self { available: storage.is_some() }
    }

    /// The state before anything was saved.
    pub fn state(self) -> Saved {
        if self.available { Saved::Nothing } else { Saved::Blocked }
    }

    /// The plan that was left here. One that cannot be read is copied aside first.
    pub fn load(self) -> Stored {
        if !self.available {
            return Stored::Nothing;
        }
        let Ok(Some(text)) = LocalStorage::raw().get_item(PLAN) else { return Stored::Nothing };
        match file::read(&text) {
            Ok(plan) => Stored::Plan(Box::new(plan)),
            Err(error) => {
                let kept = set_aside(&text);
                Stored::Unreadable { reason: error.to_string(), text, kept }
            }
        }
    }

    /// Saves the plan.
    ///
    /// # Errors
    /// A sentence that says why nothing was saved.
    fn save(self, plan: &Plan) -> Result<(), String> {
        if self.has_unread() {
            let message = "Nothing is saved: what was here before could not be read, and there is no room to set it aside. \
                Download it, clear this site's data, and reload.";
            return Err(message.into());
        }
        let failed = "The plan was not saved: this browser has no room left for it. Export it as a file.";
        LocalStorage::set::<&Node>(PLAN, &file::write_node(plan)).map_err(|_| failed.to_owned())
    }

    /// Whether the plan's entry holds something unreadable of which there is no copy.
    fn has_unread(self) -> bool {
        let Ok(Some(text)) = LocalStorage::raw().get_item(PLAN) else { return false };
        if file::read(&text).is_ok() {
            return false;
        }
        !set_aside(&text)
    }
}

/// A small entry of this page; none where storage is blocked. Asking gloo then would panic.
pub fn entry(key: &str) -> Option<String> {
    if !Store::open().available {
        return None;
    }
    LocalStorage::raw().get_item(key).ok().flatten()
}

/// Keeps a small entry of this page, where that is possible.
pub fn keep(key: &str, text: &str) {
    if Store::open().available {
        let _ = LocalStorage::raw().set_item(key, text);
    }
}

/// Copies an entry under a free name, unless there is such a copy; whether there now is one.
fn set_aside(text: &str) -> bool {
    let storage = LocalStorage::raw();
    for number in 1..=100 {
        let key = format!("{ASIDE}{number}");
        match storage.get_item(&key) {
            Ok(Some(kept)) if kept == text => return true,
            Ok(Some(_)) => {}
            Ok(None) => return storage.set_item(&key, text).is_ok(),
            Err(_) => return false,
        }
    }
    false
}

/// Saves a moment after the last change, and at once when the page goes away.
#[derive(Debug, Clone, Copy)]
pub struct Autosave {
    store: Store,
    /// Counts the changes; a timer that was set for an earlier one does nothing.
    changes: StoredValue<u32>,
    waiting: StoredValue<bool>,
}

impl Autosave {
    /// Saves into this store.
    pub fn new(store: Store) -> Self {
        Self { store, changes: StoredValue::new(0), waiting: StoredValue::new(false) }
    }

    /// A change was made.
    pub fn later(self, app: App) {
        if !self.store.available {
            return;
        }
        let change = self.changes.get_value().wrapping_add(1);
        self.changes.set_value(change);
        self.waiting.set_value(true);
        app.saved.set(Saved::Soon);
        dom::later(DELAY, move || {
            if self.changes.get_value() == change {
                self.now(app);
            }
        });
    }

    fn now(self, app: App) {
        self.waiting.set_value(false);
        match app.read(|session| self.store.save(session.plan())) {
            Ok(()) => app.saved.set(Saved::Yes),
            Err(message) => {
                app.saved.set(Saved::No);
                let (title, text) = app.read(|session| (session.plan().title.clone(), file::write(session.plan())));
                app.notices.add(Notice::new(message).with_file(file_name(&title), text));
            }
        }
    }

    /// A page that is hidden may never come back: what waits is saved then.
    pub fn flush_when_leaving(self, app: App) {
        let flush = move |event: web_sys::Event| {
            // A page that goes away takes what is being typed along, as far as it fits.
            if event.type_() == "pagehide" {
                dom::leave_field();
                app.dispatch(Command::Commit);
            }
            if self.waiting.get_value() {
                self.now(app);
            }
        };
        if let Some(window) = dom::window() {
            dom::listen(&window, "pagehide", flush);
            dom::listen(&window, "storage", move |event| {
                let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(|event| event.key());
                if key.as_deref() == Some(PLAN) {
                    app.notices.add(Notice::new(ANOTHER_TAB));
                }
            });
        }
        if let Some(document) = dom::document() {
            dom::listen(&document, "visibilitychange", flush);
        }
    }
}
