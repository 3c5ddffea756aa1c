//! A browser's storage that notes what is done to it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use weighbridge::file::{Entries, Library};
use weighbridge::model::Plan;

use crate::support::starter;

/// What was done to an entry: its new text, or none where it was taken away.
pub type Change = (String, Option<String>);

/// The entries, and every change in order.
#[derive(Default)]
pub struct Memory {
    pub entries: RefCell<BTreeMap<String, String>>,
    pub changes: RefCell<Vec<Change>>,
}

impl Memory {
    /// With these entries and nothing done yet.
    pub fn of(entries: BTreeMap<String, String>) -> Self {
        Self { entries: RefCell::new(entries), changes: RefCell::default() }
    }

    /// The same entries in another storage.
    pub fn copy(&self) -> Self {
        Self::of(self.entries.borrow().clone())
    }

    /// Whether some entry holds this text, to the letter.
    pub fn holds(&self, text: &str) -> bool {
        self.entries.borrow().values().any(|kept| kept == text)
    }
}

impl Entries for Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.entries.borrow().get(key).cloned()
    }

    fn set(&self, key: &str, text: &str) -> bool {
        self.changes.borrow_mut().push((key.into(), Some(text.into())));
        self.entries.borrow_mut().insert(key.into(), text.into());
        true
    }

    fn remove(&self, key: &str) {
        self.changes.borrow_mut().push((key.into(), None));
        self.entries.borrow_mut().remove(key);
    }

    fn keys(&self) -> Vec<String> {
        self.entries.borrow().keys().cloned().collect()
    }
}

/// A plan with this title.
pub fn titled(title: &str) -> Plan {
    let mut plan = starter("high-concurrency-api");
    plan.title = title.into();
    plan
}

/// The title of a plan that is read without anything being amiss.
pub fn title(library: Library<'_>, id: &str) -> Option<String> {
    let (loaded, unreadable) = library.load(id);
    assert_eq!(unreadable, [], "{id}");
    loaded.map(|loaded| loaded.plan.title)
}
