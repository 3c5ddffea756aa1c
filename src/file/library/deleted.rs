//! Plans that are deleted, brought back, and forgotten.

use super::saving::undo_entry;
use super::{Library, Place};
use crate::file::shelf::{Listed, Shelf};
use crate::file::slots::unseal;

impl Library<'_> {
    /// Puts a plan among the deleted ones; whether it is there now.
    pub fn delete(self, id: &str) -> bool {
        let pointer = Place::Plans.entry(id);
        let slots = self.slots(id, &pointer);
        let kept = slots.look();
        if kept.document.is_none() || !kept.damaged.is_empty() {
            return false;
        }
        // This makes the room that moving may need.
        slots.drop_spare(&kept);
        if !self.move_entry(&slots.entry_of(&kept), &Place::Deleted.entry(id)) {
            return false;
        }
        slots.remove();
        self.0.remove(&undo_entry(id));
        self.move_listed(Place::Plans, id, Place::Deleted, id);
        true
    }

    /// Brings a deleted plan back; its id, which is another one where a plan of its id has been saved since. None if
    /// there is no such plan.
    pub fn restore(self, id: &str, number: u64) -> Option<String> {
        let is_taken = self.slots(id, &Place::Plans.entry(id)).exist();
        let new = if is_taken { self.free_id(number) } else { id.to_owned() };
        let (deleted, pointer) = (Place::Deleted.entry(id), Place::Plans.entry(&new));
        let revision = self.0.get(&deleted).and_then(|text| unseal(&text).ok().map(|(revision, _)| revision));
        let moved = |to: &str| self.move_entry(&deleted, to);
        let is_there = match revision {
            Some(revision) => self.slots(&new, &pointer).take(moved, revision),
            None => moved(&pointer),
        };
        is_there.then(|| {
            self.move_listed(Place::Deleted, id, Place::Plans, &new);
            new
        })
    }

    fn move_listed(self, from: Place, id: &str, to: Place, new: &str) {
        let (mut left, mut reached) = (self.list_with(from, id), self.list(to));
        if let Some(listed) = left.take(id) {
            reached.put_first(Listed { id: new.to_owned(), ..listed });
        }
        self.keep(from, &left);
        self.keep(to, &reached);
    }

    /// The list as it was before a plan left its place.
    fn list_with(self, place: Place, id: &str) -> Shelf {
        let mut shelf = Shelf::read(&self.0.get(place.list()).unwrap_or_default());
        let ids = self.ids(place);
        shelf.retain(|listed| listed.id == id || ids.contains(&listed.id));
        shelf
    }

    /// Takes a plan away for good.
    pub fn forget(self, place: Place, id: &str) {
        let mut shelf = self.list(place);
        shelf.take(id);
        match place {
            Place::Plans => {
                self.slots(id, &place.entry(id)).remove();
                self.0.remove(&undo_entry(id));
            }
            Place::Deleted => self.0.remove(&place.entry(id)),
        }
        self.keep(place, &shelf);
    }

    /// Gives an entry another name; whether it has it now.
    pub(super) fn move_entry(self, from: &str, to: &str) -> bool {
        let Some(text) = self.0.get(from) else { return false };
        if self.0.set(to, &text) {
            self.0.remove(from);
            return true;
        }
        // There may be no room for both.
        self.0.remove(from);
        let done = self.0.set(to, &text);
        if !done {
            self.0.set(from, &text);
        }
        done
    }
}
