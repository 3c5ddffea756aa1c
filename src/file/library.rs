//! The plans that a browser keeps between two visits: an entry for each, and the list of them. Nothing here knows the
//! browser; all it asks for are [`Entries`]. What cannot be read is set aside, never overwritten.

use super::{Node, shelf::Listed, shelf::Shelf};
use crate::model::Plan;

/// The entry of the only plan of earlier versions.
const SINGLE: &str = "weighbridge.plan";
/// Entries that could not be read, numbered.
const ASIDE: &str = "weighbridge.aside.";
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

/// Something that is kept and cannot be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// Why.
    pub reason: String,
    /// What is there.
    pub text: String,
    /// Whether it was set aside; if not, it stays where it is and nothing is saved over it.
    pub kept: bool,
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
                unreadable.extend(self.load(&id).and_then(Result::err));
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
        let plan = self.read(SINGLE, text)?;
        let id = self.free_id(number);
        if !self.move_entry(SINGLE, &Place::Plans.entry(&id)) {
            let reason = "This browser has no room left for it.".to_owned();
            return Err(Unreadable { reason, text: self.0.get(SINGLE).unwrap_or_default(), kept: false });
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
                && let Some(Ok(plan)) = self.0.get(&place.entry(&id)).map(|text| super::read(&text))
            {
                shelf.put_last(Listed::of(&id, &plan, 0.0));
            }
        }
        shelf
    }

    /// The ids of all plans that are kept, sorted.
    fn ids(self, place: Place) -> Vec<String> {
        let (keys, start) = (self.0.keys(), place.entry(""));
        let mut ids: Vec<String> = keys.iter().filter_map(|key| key.strip_prefix(&start)).map(str::to_owned).collect();
        ids.sort();
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
        let taken =
            |id: &str| [Place::Plans, Place::Deleted].iter().any(|place| self.0.get(&place.entry(id)).is_some());
        let mut number = number;
        loop {
            let id = in_base_36(number);
            if !taken(&id) {
                return id;
            }
            number = number.wrapping_add(1);
        }
    }

    /// Reads a plan; none if it is not kept.
    ///
    /// # Errors
    /// It cannot be read: then it is set aside, and is no plan any more, if there is room for that.
    pub fn load(self, id: &str) -> Option<Result<Plan, Unreadable>> {
        let key = Place::Plans.entry(id);
        self.0.get(&key).map(|text| self.read(&key, text))
    }

    fn read(self, key: &str, text: String) -> Result<Plan, Unreadable> {
        super::read(&text).map_err(|error| {
            let kept = self.set_aside(&text);
            if kept {
                self.0.remove(key);
            }
            Unreadable { reason: error.to_string(), text, kept }
        })
    }

    /// Saves a plan and puts it first in the list. `now` is the time in milliseconds since 1970 (UTC).
    ///
    /// # Errors
    /// A sentence that says why nothing was saved.
    pub fn save(self, id: &str, plan: &Plan, now: f64) -> Result<(), String> {
        let (key, text) = (Place::Plans.entry(id), super::write_node(plan).compact());
        let mut shelf = self.list(Place::Plans);
        let mut changed = now;
        match self.0.get(&key) {
            Some(before) if before == text => changed = shelf.find(id).map_or(now, |listed| listed.changed),
            // Another tab, of a newer program for one, may have left something there.
            Some(before) if super::read(&before).is_err() && !self.set_aside(&before) => {
                return Err(
                    "Nothing is saved: what was here before could not be read, and there is no room to set it \
                    aside. Download it, clear this site's data, and reload."
                        .into(),
                );
            }
            _ => {
                if !self.0.set(&key, &text) {
                    return Err(
                        "The plan was not saved: this browser has no room left for it. Export it as a file, or \
                        delete plans for good."
                            .into(),
                    );
                }
            }
        }
        shelf.put_first(Listed::of(id, plan, changed));
        self.keep(Place::Plans, &shelf);
        Ok(())
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
        self.move_plan(Place::Plans, id, Place::Deleted, id)
    }

    /// Brings a deleted plan back; its id, which is another one where a plan of its id has been saved since. None if
    /// there is no such plan.
    pub fn restore(self, id: &str, number: u64) -> Option<String> {
        let is_taken = self.0.get(&Place::Plans.entry(id)).is_some();
        let new = if is_taken { self.free_id(number) } else { id.to_owned() };
        self.move_plan(Place::Deleted, id, Place::Plans, &new).then_some(new)
    }

    fn move_plan(self, from: Place, id: &str, to: Place, new: &str) -> bool {
        let (mut left, mut reached) = (self.list(from), self.list(to));
        if !self.move_entry(&from.entry(id), &to.entry(new)) {
            return false;
        }
        if let Some(listed) = left.take(id) {
            reached.put_first(Listed { id: new.to_owned(), ..listed });
        }
        self.keep(from, &left);
        self.keep(to, &reached);
        true
    }

    /// Takes a plan away for good.
    pub fn forget(self, place: Place, id: &str) {
        let mut shelf = self.list(place);
        shelf.take(id);
        self.0.remove(&place.entry(id));
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
