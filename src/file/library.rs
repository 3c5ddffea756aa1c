//! The plans that a browser keeps between two visits: an entry for each, and the list of them. Nothing here knows the
//! browser; all it asks for are [`Entries`]. What cannot be read is set aside, never overwritten.

use super::slots::{Damaged, Kept, Slots, plan_of_slot, unseal};
use super::{Node, shelf::Listed, shelf::Shelf};
use crate::edit::History;
use crate::model::Plan;

/// The entry of the only plan of earlier versions.
const SINGLE: &str = "weighbridge.plan";
/// Entries that could not be read, numbered.
const ASIDE: &str = "weighbridge.aside.";
/// So many deleted plans outlive the page.
const DELETED_KEPT: usize = 5;

/// The entry that holds what can be undone in a plan.
fn undo_entry(id: &str) -> String {
    format!("weighbridge.undo.{id}")
}

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

/// What became of something that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was set aside, unchanged.
    SetAside,
    /// There is no room to set it aside: it stays where it is, and nothing is saved over it.
    NoRoom,
    /// A newer program has kept it: it stays where it is for that program, and nothing is saved over it.
    Newer,
}

/// Something that is kept and cannot be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// Why.
    pub reason: String,
    /// What is there.
    pub text: String,
    /// Where it is now.
    pub fate: Fate,
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

    fn set_aside_all(self, damaged: Vec<Damaged>) -> Vec<Unreadable> {
        let one = |Damaged { key, text, reason, newer }: Damaged| {
            // What is in the entry, which for a slot is more than the document.
            let whole = self.0.get(&key).unwrap_or_else(|| text.clone());
            let fate = match newer {
                true => Fate::Newer,
                false if self.set_aside(&whole) => Fate::SetAside,
                false => Fate::NoRoom,
            };
            if fate == Fate::SetAside {
                self.0.remove(&key);
            }
            Unreadable { reason, text, fate }
        };
        damaged.into_iter().map(one).collect()
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
        let (pointer, text) = (Place::Plans.entry(id), super::write_node(plan).compact());
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

    /// Keeps what can be undone in a plan as it was just saved, if there is room. It is no loss if there is none.
    pub fn keep_history(self, id: &str, history: &History, plan: &Plan) {
        let key = undo_entry(id);
        match super::history::write(history, plan) {
            Some(text) if self.0.set(&key, &text) => {}
            _ => self.0.remove(&key),
        }
    }

    /// What can be undone in a plan as it was just read.
    pub fn history(self, id: &str, plan: &Plan) -> History {
        self.0.get(&undo_entry(id)).map_or_else(History::default, |text| super::history::read(&text, plan))
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

    /// A plan was opened: it comes first in the list.
    pub fn touch(self, id: &str) {
        let mut shelf = self.list(Place::Plans);
        if let Some(listed) = shelf.take(id) {
            shelf.put_first(listed);
            self.keep(Place::Plans, &shelf);
        }
    }

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
    fn move_entry(self, from: &str, to: &str) -> bool {
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

    /// Copies a text under a free name, unless there is such a copy; whether there now is one.
    fn set_aside(self, text: &str) -> bool {
        for number in 1..=100 {
            let key = format!("{ASIDE}{number}");
            match self.0.get(&key) {
                Some(kept) if kept == text => return true,
                Some(_) => {}
                None => return self.0.set(&key, text),
            }
        }
        false
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
