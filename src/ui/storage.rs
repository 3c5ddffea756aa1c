//! What this browser keeps of the page, where it lets a page keep something; and saving the open plan by itself.

use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::*;

use super::app::App;
use super::file_menu::file_name;
use super::notices::Notice;
use super::{dom, draft};
use crate::file::{self, Entries, Library, NotSaved};

/// Milliseconds until a change is saved.
const DELAY: i32 = 250;

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

/// Local storage; where the browser gives none, a memory that lasts as long as the page.
#[derive(Debug, Clone, Copy)]
pub struct Store {
    available: bool,
    memory: StoredValue<Vec<(String, String)>>,
}

impl Store {
    /// Looks whether there is storage; where it is blocked, asking for it throws.
    pub fn open() -> Self {
        Self { available: is_available(), memory: StoredValue::new(Vec::new()) }
    }

    /// Does something with the plans that are kept.
    pub fn library<T>(&self, act: impl FnOnce(Library<'_>) -> T) -> T {
        act(Library::of(self))
    }

    /// The state of a plan that was or was not saved.
    pub fn state(self, saved: Saved) -> Saved {
        if self.available { saved } else { Saved::Blocked }
    }
}

impl Entries for Store {
    fn get(&self, key: &str) -> Option<String> {
        if self.available {
            return LocalStorage::raw().get_item(key).ok().flatten();
        }
        self.memory.with_value(|all| all.iter().find(|(name, _)| name == key).map(|(_, text)| text.clone()))
    }

    fn set(&self, key: &str, text: &str) -> bool {
        if self.available {
            return LocalStorage::raw().set_item(key, text).is_ok();
        }
        self.remove(key);
        self.memory.update_value(|all| all.push((key.to_owned(), text.to_owned())));
        true
    }

    fn remove(&self, key: &str) {
        if self.available {
            let _ = LocalStorage::raw().remove_item(key);
        } else {
            self.memory.update_value(|all| all.retain(|(name, _)| name != key));
        }
    }

    fn keys(&self) -> Vec<String> {
        if !self.available {
            return self.memory.with_value(|all| all.iter().map(|(name, _)| name.clone()).collect());
        }
        let storage = LocalStorage::raw();
        (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten()).collect()
    }
}

fn is_available() -> bool {
    dom::window().is_some_and(|window| matches!(window.local_storage(), Ok(Some(_))))
}

/// A small entry of this page; none where storage is blocked. Asking gloo then would panic.
pub fn entry(key: &str) -> Option<String> {
    if !is_available() {
        return None;
    }
    LocalStorage::raw().get_item(key).ok().flatten()
}

/// Keeps a small entry of this page, where that is possible.
pub fn keep(key: &str, text: &str) {
    if is_available() {
        let _ = LocalStorage::raw().set_item(key, text);
    }
}

/// Saves a moment after a change, and at once when the page goes away.
#[derive(Debug, Clone, Copy)]
pub struct Autosave {
    waiting: StoredValue<bool>,
}

impl Autosave {
    /// Nothing to save yet.
    pub fn new() -> Self {
        Self { waiting: StoredValue::new(false) }
    }

    /// A change was made. Changes that follow go with the first one: somebody who never stops typing is saved as well.
    pub fn later(self, app: App) {
        if app.ownership.is_reader.get_untracked() {
            return;
        }
        app.saved.set(app.plans.store().state(Saved::Soon));
        if !self.waiting.get_value() {
            self.waiting.set_value(true);
            dom::later(DELAY, move || self.flush(app));
        }
    }

    /// Whether a change waits to be saved.
    pub fn is_waiting(self) -> bool {
        self.waiting.get_value()
    }

    /// Saves what waits.
    pub fn flush(self, app: App) {
        if self.waiting.get_value() {
            self.now(app);
        }
    }

    /// Saves the open plan, if it belongs to this tab.
    pub fn now(self, app: App) {
        self.waiting.set_value(false);
        if app.ownership.is_reader.get_untracked() {
            return;
        }
        match app.read(|session| app.plans.save(session)) {
            Ok(()) => {
                app.saved.set(app.plans.store().state(Saved::Yes));
                app.notices.saved();
            }
            Err(reason) => {
                app.saved.set(Saved::No);
                let (title, text) =
                    app.read(|session| (session.document().title.clone(), file::write(session.document())));
                let notice = Notice::new(reason.to_string()).with_file(file_name(&title), text);
                app.notices.add(match reason {
                    NotSaved::Changed(_) => notice.with_copy(),
                    _ => notice.until_saved(),
                });
            }
        }
    }

    /// A page that is hidden may never come back: what waits is saved then.
    pub fn flush_when_leaving(self, app: App) {
        if let Some(window) = dom::window() {
            dom::listen(&window, "pagehide", move |_| draft::save_all(app));
        }
        if let Some(document) = dom::document() {
            dom::listen(&document, "visibilitychange", move |_| self.flush(app));
        }
    }
}
