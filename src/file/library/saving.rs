//! Plans are read and saved by their revision, so that nobody saves over what he has not seen.

use super::{Fate, Library, Place, Unreadable};
use crate::edit::History;
use crate::file::shelf::Listed;
use crate::file::{history, write_node};
use crate::model::Plan;

/// The entry that holds what can be undone in a plan.
pub(super) fn undo_entry(id: &str) -> String {
    format!("weighbridge.undo.{id}")
}

/// A plan that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// The plan.
    pub plan: Plan,
    /// Its revision, by which a later save knows that nobody else has saved since.
    pub revision: u64,
}

/// Why a plan was not saved. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSaved {
    /// Somebody else has saved it since it was read, as this revision.
    Changed(u64),
    /// A newer program has kept it.
    Newer,
    /// What is there cannot be read and cannot be set aside.
    Unreadable,
    /// There is no room.
    NoRoom,
}

impl std::fmt::Display for NotSaved {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Changed(_) => {
                "Nothing is saved: another tab has saved this plan since it was read here. Keep this one as a copy, or \
                 as a file."
            }
            Self::Newer => {
                "Nothing is saved: a newer version of this program has kept this plan. Reload the page to get that \
                 version."
            }
            Self::Unreadable => {
                "Nothing is saved: what was here before could not be read, and there is no room to set it aside. \
                 Download it, clear this site's data, and reload."
            }
            Self::NoRoom => {
                "The plan was not saved: this browser has no room left for it. Export it as a file, or delete plans for \
                 good."
            }
        })
    }
}

impl Library<'_> {
    /// Reads a plan, if it is kept and can be read, and what of it cannot be read: that is set aside, if there is room.
    pub fn load(self, id: &str) -> (Option<Loaded>, Vec<Unreadable>) {
        let pointer = Place::Plans.entry(id);
        let slots = self.slots(id, &pointer);
        let mut unreadable = Vec::new();
        // Once one slot is set aside, the other one counts.
        for _ in 0..3 {
            let mut kept = slots.look();
            let plan = kept.plan(&slots.entry_of(&kept));
            let damaged = std::mem::take(&mut kept.damaged);
            let (is_newer, is_damaged) = (damaged.iter().any(|damaged| damaged.newer), !damaged.is_empty());
            let told = self.set_aside_all(damaged);
            let is_stuck = told.iter().any(|told| told.fate == Fate::NoRoom);
            unreadable.extend(told);
            if is_newer {
                return (None, unreadable);
            }
            if let Some(plan) = plan {
                return (Some(Loaded { plan, revision: kept.revision }), unreadable);
            }
            if is_stuck || !is_damaged {
                break;
            }
        }
        (None, unreadable)
    }

    /// The revision of a plan; 0 where there is none, or where it was kept the older way.
    pub fn revision(self, id: &str) -> u64 {
        self.slots(id, &Place::Plans.entry(id)).revision()
    }

    /// Saves a plan of which this revision is known, 0 for one that was never kept, and puts it first in the list; its
    /// revision now. `now` is the time in milliseconds since 1970 (UTC).
    ///
    /// # Errors
    /// Why nothing was saved.
    pub fn save(self, id: &str, plan: &Plan, known: u64, now: f64) -> Result<u64, NotSaved> {
        let (pointer, text) = (Place::Plans.entry(id), write_node(plan).compact());
        let slots = self.slots(id, &pointer);
        let mut kept = slots.look();
        let is_same = kept.document.as_ref() == Some(&text);
        if !is_same {
            // A newer program may have been here.
            let _ = kept.plan(&slots.entry_of(&kept));
        }
        if kept.is_newer() {
            return Err(NotSaved::Newer);
        }
        if kept.revision != known && !is_same && kept.document.is_some() {
            return Err(NotSaved::Changed(kept.revision));
        }
        let told = self.set_aside_all(std::mem::take(&mut kept.damaged));
        if told.iter().any(|told| told.fate != Fate::SetAside) {
            return Err(NotSaved::Unreadable);
        }
        let mut shelf = self.list(Place::Plans);
        let (mut changed, mut revision) = (now, kept.revision);
        if is_same {
            changed = shelf.find(id).map_or(now, |listed| listed.changed);
        } else {
            revision = slots
                .write(&kept, &text)
                .or_else(|| {
                    self.make_room(id);
                    slots.write(&kept, &text)
                })
                .ok_or(NotSaved::NoRoom)?;
        }
        shelf.put_first(Listed::of(id, plan, changed));
        self.keep(Place::Plans, &shelf);
        Ok(revision)
    }

    /// Gives up what can be done without.
    fn make_room(self, id: &str) {
        for key in self.0.keys().iter().filter(|key| key.starts_with(&undo_entry(""))) {
            self.0.remove(key);
        }
        for other in self.ids(Place::Plans).iter().filter(|other| *other != id) {
            let pointer = Place::Plans.entry(other);
            let slots = self.slots(other, &pointer);
            let kept = slots.look();
            if kept.damaged.is_empty() {
                slots.drop_spare(&kept);
            }
        }
    }

    /// Keeps what can be undone in a plan as it was just saved, if there is room. It is no loss if there is none.
    pub fn keep_history(self, id: &str, history: &History, plan: &Plan) {
        let key = undo_entry(id);
        match history::write(history, plan) {
            Some(text) if self.0.set(&key, &text) => {}
            _ => self.0.remove(&key),
        }
    }

    /// What can be undone in a plan as it was just read.
    pub fn history(self, id: &str, plan: &Plan) -> History {
        self.0.get(&undo_entry(id)).map_or_else(History::default, |text| history::read(&text, plan))
    }

    /// What was saved last of a plan, sealed, and what can be undone in it.
    pub fn sealed(self, id: &str) -> Option<(String, Option<String>)> {
        let pointer = Place::Plans.entry(id);
        let slots = self.slots(id, &pointer);
        Some((self.0.get(&slots.entry_of(&slots.look()))?, self.0.get(&undo_entry(id))))
    }

    /// Takes over a later save of a plan that was noted elsewhere and is not here: the browser was stopped before it was
    /// written to disk. One that was deleted since stays deleted.
    pub fn recover(self, id: &str, sealed: &str, undo: Option<&str>) {
        let pointer = Place::Plans.entry(id);
        let slots = self.slots(id, &pointer);
        let is_deleted = self.0.get(&Place::Deleted.entry(id)).is_some();
        if !is_deleted
            && slots.adopt(&slots.look(), sealed)
            && let Some(undo) = undo
        {
            self.0.set(&undo_entry(id), undo);
        }
    }
}
