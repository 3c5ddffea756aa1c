//! The plans that a browser keeps between two visits: an entry for each, and the list of them. Nothing here knows the
//! browser; all it asks for are [`Entries`]. What cannot be read is set aside, never overwritten.

mod aside;
mod deleted;
mod saving;

pub use aside::{Fate, Unreadable};
pub use saving::{Loaded, NotSaved};

use super::slots::{Kept, Slots, plan_of_slot, unseal};
use super::{Node, shelf::Listed, shelf::Shelf};
use crate::model::Plan;

/// The entry of the only plan of earlier versions.
const SINGLE: &str = "weighbridge.plan";
/// So many deleted plans outlive the page.
const DELETED_KEPT: usize = 5;

/// Texts by name, such as a browser's local storage.
pub trait Entries {
    /// The text of an entry.
    fn get(&self, key: &str) -> Option<String>;
    /// Writes an entry; whether there was room. Where there was none, the entry is as it was.
    fn set(&self, key: &str, text: &str) -> bool;
    /// Takes an entry away.
    fn remove(&self, key: &str);
    /// The names of all entries, in whatever order.
    fn keys(&self) -> Vec<String>;
}

/// Where a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Among those that can be opened.
    Plans,
    /// Among those that were deleted and can be brought back.
    Deleted,
}

impl Place {
    /// The entry that holds the list.
    fn list(self) -> &'static str {
        match self {
            Self::Plans => "weighbridge.plans",
            Self::Deleted => "weighbridge.deleted",
        }
    }

    /// The entry that holds a plan.
    pub fn entry(self, id: &str) -> String {
        match self {
            Self::Plans => format!("weighbridge.plan.{id}"),
            Self::Deleted => format!("weighbridge.deleted.{id}"),
        }
    }
}

/// The plans among some entries.
#[derive(Clone, Copy)]
pub struct Library<'a>(&'a dyn Entries);

impl<'a> Library<'a> {
    /// The plans among these entries.
    pub fn of(entries: &'a dyn Entries) -> Self {
        Self(entries)
    }

    /// At the start of a visit: takes over the only plan of earlier versions, lists plans that are not listed, and
    /// forgets all but the last deleted ones. What could not be read. `number` and `now` as in [`Self::free_id`] and
    /// [`Self::save`].
    pub fn start(self, number: u64, now: f64) -> Vec<Unreadable> {
        let mut unreadable: Vec<Unreadable> = self.take_over(number, now).err().into_iter().collect();
        let listed = self.list(Place::Plans);
        for id in self.ids(Place::Plans) {
            if listed.find(&id).is_none() {
                unreadable.extend(self.load(&id).1);
            }
        }
        self.keep(Place::Plans, &self.list(Place::Plans));
        for listed in self.list(Place::Deleted).plans().iter().skip(DELETED_KEPT) {
            self.forget(Place::Deleted, &listed.id);
        }
        unreadable
    }

    fn take_over(self, number: u64, now: f64) -> Result<(), Unreadable> {
        let Some(text) = self.0.get(SINGLE) else { return Ok(()) };
        let mut kept = Kept::of(text);
        let Some(plan) = kept.plan(SINGLE) else {
            return self.set_aside_all(kept.damaged).pop().map_or(Ok(()), Err);
        };
        let id = self.free_id(number);
        if !self.move_entry(SINGLE, &Place::Plans.entry(&id)) {
            let reason = "This browser has no room left for it.".to_owned();
            return Err(Unreadable { reason, text: self.0.get(SINGLE).unwrap_or_default(), fate: Fate::NoRoom });
        }
        let mut shelf = self.list(Place::Plans);
        shelf.put_first(Listed::of(&id, &plan, now));
        self.keep(Place::Plans, &shelf);
        Ok(())
    }

    /// The list of plans, the one used last first. Those that are kept but not listed come last; of a list that is
    /// broken, these are all.
    pub fn list(self, place: Place) -> Shelf {
        let mut shelf = Shelf::read(&self.0.get(place.list()).unwrap_or_default());
        let ids = self.ids(place);
        shelf.retain(|listed| ids.contains(&listed.id));
        for id in ids {
            if shelf.find(&id).is_none()
                && let Some(plan) = self.glance(place, &id)
            {
                shelf.put_last(Listed::of(&id, &plan, 0.0));
            }
        }
        shelf
    }

    /// The plan that is kept under an id, if it can be read.
    fn glance(self, place: Place, id: &str) -> Option<Plan> {
        let key = place.entry(id);
        match place {
            Place::Plans => self.slots(id, &key).look().plan(&key),
            Place::Deleted => {
                let text = self.0.get(&key)?;
                super::read(unseal(&text).map_or(text.as_str(), |(_, document)| document)).ok()
            }
        }
    }

    fn slots<'b>(self, id: &'b str, pointer: &'b str) -> Slots<'b>
    where
        'a: 'b,
    {
        Slots { entries: self.0, id, pointer }
    }

    /// The ids of all plans that are kept, sorted.
    fn ids(self, place: Place) -> Vec<String> {
        let (keys, start) = (self.0.keys(), place.entry(""));
        let by_pointer = keys.iter().filter_map(|key| key.strip_prefix(&start));
        let by_slot = keys.iter().filter_map(|key| plan_of_slot(key)).filter(|_| place == Place::Plans);
        let mut ids: Vec<String> = by_pointer.chain(by_slot).map(str::to_owned).collect();
        ids.sort();
        ids.dedup();
        ids
    }

    /// The list is only a cache: where there is no room for it, plans are lost from it and found again by their entries.
    fn keep(self, place: Place, shelf: &Shelf) {
        let text = shelf.write();
        if self.0.get(place.list()).as_deref() != Some(&text) && !self.0.set(place.list(), &text) {
            self.0.remove(place.list());
        }
    }

    /// An id that no plan has, made of a number that the caller draws by lot: two tabs must not come to the same one.
    pub fn free_id(self, number: u64) -> String {
        let taken = |id: &str| {
            self.slots(id, &Place::Plans.entry(id)).exist() || self.0.get(&Place::Deleted.entry(id)).is_some()
        };
        let mut number = number;
        loop {
            let id = in_base_36(number);
            if !taken(&id) {
                return id;
            }
            number = number.wrapping_add(1);
        }
    }

    /// A plan was opened: it comes first in the list.
    pub fn touch(self, id: &str) {
        let mut shelf = self.list(Place::Plans);
        if let Some(listed) = shelf.take(id) {
            shelf.put_first(listed);
            self.keep(Place::Plans, &shelf);
        }
    }
}

/// A number in the digits 0 to 9 and a to z.
fn in_base_36(number: u64) -> String {
    let mut digits = Vec::new();
    let mut rest = number;
    loop {
        digits.extend(char::from_digit((rest % 36) as u32, 36));
        rest /= 36;
        if rest == 0 {
            return digits.iter().rev().collect();
        }
    }
}

impl Node {
    /// The text of a tree without line breaks, as entries hold it.
    pub(super) fn compact(&self) -> String {
        // As for a file: there is nothing in a tree of ours that cannot be written.
        serde_json::to_string(self).unwrap_or_default()
    }
}
