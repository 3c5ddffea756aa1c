//! The plans that a browser keeps: none is lost when the list breaks, storage is full, or an entry cannot be read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use support::starter;
use weighbridge::file::{self, Entries, Fate, Library, Listed, NotSaved, Place, Shelf};
use weighbridge::model::Plan;

/// A browser's storage, with room for so many bytes.
struct Memory {
    entries: RefCell<BTreeMap<String, String>>,
    room: Cell<usize>,
}

impl Memory {
    fn new() -> Self {
        Self { entries: RefCell::default(), room: Cell::new(usize::MAX) }
    }

    fn with(entries: &[(&str, &str)]) -> Self {
        let memory = Self::new();
        entries.iter().for_each(|(key, text)| assert!(memory.set(key, text)));
        memory
    }

    fn used(&self) -> usize {
        self.entries.borrow().iter().map(|(key, text)| key.len() + text.len()).sum()
    }

    /// No more room than what is taken.
    fn fill(&self) {
        self.room.set(self.used());
    }
}

impl Entries for Memory {
    fn get(&self, key: &str) -> Option<String> {
        self.entries.borrow().get(key).cloned()
    }

    fn set(&self, key: &str, text: &str) -> bool {
        let before = self.entries.borrow_mut().insert(key.into(), text.into());
        let fits = self.used() <= self.room.get();
        if !fits {
            self.entries.borrow_mut().remove(key);
            self.entries.borrow_mut().extend(before.map(|before| (key.to_owned(), before)));
        }
        fits
    }

    fn remove(&self, key: &str) {
        self.entries.borrow_mut().remove(key);
    }

    fn keys(&self) -> Vec<String> {
        self.entries.borrow().keys().cloned().collect()
    }
}

fn titled(title: &str) -> Plan {
    let mut plan = starter("high-concurrency-api");
    plan.title = title.into();
    plan
}

fn ids(shelf: &Shelf) -> Vec<&str> {
    shelf.plans().iter().map(|listed| listed.id.as_str()).collect()
}

/// Saves a plan whatever its revision.
fn save(library: Library<'_>, id: &str, plan: &Plan, now: f64) -> Result<u64, NotSaved> {
    library.save(id, plan, library.revision(id), now)
}

fn load(library: Library<'_>, id: &str) -> Plan {
    let (loaded, unreadable) = library.load(id);
    assert_eq!(unreadable, []);
    loaded.unwrap().plan
}

/// A library with plans a, b and c, saved in this order at 1, 2 and 3.
fn three(memory: &Memory) -> Library<'_> {
    let library = Library::of(memory);
    for (id, now) in [("a", 1.0), ("b", 2.0), ("c", 3.0)] {
        save(library, id, &titled(&format!("Plan {id}")), now).unwrap();
    }
    library
}

#[test]
fn the_plan_used_last_comes_first_and_says_when_it_was_changed() {
    let memory = Memory::new();
    let library = three(&memory);
    assert_eq!(ids(&library.list(Place::Plans)), ["c", "b", "a"]);
    library.touch("b");
    let list = library.list(Place::Plans);
    assert_eq!(ids(&list), ["b", "c", "a"]);
    assert_eq!(list.find("b").unwrap().changed, 2.0, "opening is no change");
    save(library, "a", &titled("Plan a"), 9.0).unwrap();
    assert_eq!(library.list(Place::Plans).find("a").unwrap().changed, 1.0, "saving the same is none either");
    save(library, "a", &titled("Renamed"), 9.0).unwrap();
    let list = library.list(Place::Plans);
    let listed = list.find("a").unwrap();
    assert_eq!((listed.title.as_str(), listed.changed), ("Renamed", 9.0));
    assert_eq!(listed.headline, "Go scores highest, Node.js costs least");
    assert_eq!(load(library, "a"), titled("Renamed"));
}

#[test]
fn a_list_reads_as_it_was_written_whatever_is_in_it() {
    let listed = |id: &str, title: &str, changed: f64| Listed {
        id: id.into(),
        title: title.into(),
        changed,
        scenarios: 3,
        headline: "Node.js costs least".into(),
    };
    let mut shelf = Shelf::default();
    shelf.put_first(listed("1", "\"quoted\"\n\\ – 計画", 1_795_663_644_123.0));
    shelf.put_first(listed("2", "", 0.0));
    shelf.put_first(listed("1", "again", 5.0));
    assert_eq!(ids(&shelf), ["1", "2"], "no plan stands in it twice");
    assert_eq!(Shelf::read(&shelf.write()), shelf);
    let odd = r#"[{"id":"x","title":"X"}, 7, {"title":"no id"}, {"id":"x","title":"twice"}, {"id":"y","title":"Y","changed":"now"}]"#;
    assert_eq!(ids(&Shelf::read(odd)), ["x", "y"]);
    for broken in ["", "{}", "[", "null", r#"{"id":"x"}"#] {
        assert_eq!(Shelf::read(broken), Shelf::default(), "{broken}");
    }
}

#[test]
fn a_broken_list_loses_no_plan() {
    for broken in ["", "nonsense", "[]", r#"[{"id":"b","title":"Plan b","changed":2},{"id":"gone","title":"Gone"}]"#] {
        let memory = Memory::new();
        let library = three(&memory);
        memory.set("weighbridge.plans", broken);
        assert_eq!(library.start(0, 4.0), []);
        let list = library.list(Place::Plans);
        let mut found = ids(&list);
        found.sort_unstable();
        assert_eq!(found, ["a", "b", "c"], "{broken}");
        for id in found {
            assert_eq!(list.find(id).unwrap().title, format!("Plan {id}"));
        }
        assert_eq!(Shelf::read(&memory.get("weighbridge.plans").unwrap()), list, "and it is whole again");
    }
}

#[test]
fn the_only_plan_of_earlier_versions_becomes_the_first_one() {
    let text = file::write(&titled("From before"));
    let memory = Memory::with(&[("weighbridge.plan", &text)]);
    let library = Library::of(&memory);
    assert_eq!(library.start(36, 7.0), []);
    let list = library.list(Place::Plans);
    assert_eq!((ids(&list), list.plans()[0].title.as_str()), (vec!["10"], "From before"));
    assert_eq!(memory.get("weighbridge.plan"), None);
    assert_eq!(memory.get("weighbridge.plan.10").as_deref(), Some(text.as_str()), "to the letter");
    assert_eq!(library.start(36, 8.0), []);
    assert_eq!(library.list(Place::Plans), list, "a second start changes nothing");
}

#[test]
fn without_room_for_two_the_plan_of_earlier_versions_is_still_taken_over() {
    let text = file::write(&titled("From before"));
    let memory = Memory::with(&[("weighbridge.plan", &text)]);
    memory.room.set(memory.used() + 20);
    Library::of(&memory).start(1, 7.0);
    assert_eq!(memory.get("weighbridge.plan.1").as_deref(), Some(text.as_str()));

    let memory = Memory::with(&[("weighbridge.plan", &text)]);
    memory.fill();
    let unreadable = Library::of(&memory).start(1, 7.0);
    assert_eq!((unreadable.len(), unreadable[0].text == text, unreadable[0].fate), (1, true, Fate::NoRoom));
    assert_eq!(memory.get("weighbridge.plan").as_deref(), Some(text.as_str()), "it stays where it is");
}

#[test]
fn what_cannot_be_read_is_set_aside_and_told_once() {
    let newer = r#"{"format": "weighbridge-plan", "version": 9}"#;
    let memory = Memory::with(&[("weighbridge.plan", "half of it"), ("weighbridge.plan.b", newer)]);
    let library = Library::of(&memory);
    let told = library.start(1, 1.0);
    assert_eq!(
        told.iter().map(|it| (it.text.as_str(), it.fate)).collect::<Vec<_>>(),
        [("half of it", Fate::SetAside), (newer, Fate::Newer)]
    );
    assert!(told[1].reason.contains("version 9"), "{}", told[1].reason);
    assert_eq!(memory.get("weighbridge.aside.1").as_deref(), Some("half of it"));
    assert_eq!(memory.get("weighbridge.plan.b").as_deref(), Some(newer), "for the newer program");
    assert_eq!(save(library, "b", &titled("Over it"), 1.0), Err(NotSaved::Newer));
    let again = library.start(1, 1.0);
    assert_eq!(again, told[1..], "what is set aside is told once");
    assert_eq!(library.list(Place::Plans), Shelf::default());
}

#[test]
fn nothing_is_saved_over_what_cannot_be_read_and_cannot_be_set_aside() {
    let memory = Memory::new();
    let library = three(&memory);
    memory.set("weighbridge.plan.b", "something of another tab");
    memory.fill();
    let refused = save(library, "b", &titled("Plan b"), 4.0).unwrap_err();
    assert_eq!(refused, NotSaved::Unreadable);
    assert_eq!(memory.get("weighbridge.plan.b").as_deref(), Some("something of another tab"));
    memory.room.set(usize::MAX);
    save(library, "b", &titled("Plan b"), 4.0).unwrap();
    assert_eq!(memory.get("weighbridge.aside.1").as_deref(), Some("something of another tab"));
    assert_eq!(load(library, "b"), titled("Plan b"));
}

#[test]
fn a_full_storage_keeps_what_was_there() {
    let memory = Memory::new();
    let library = three(&memory);
    let before = memory.get("weighbridge.plan.a");
    memory.fill();
    let refused = save(library, "a", &titled(&"long ".repeat(30)), 4.0).unwrap_err();
    assert_eq!(refused, NotSaved::NoRoom);
    assert_eq!(memory.get("weighbridge.plan.a"), before);
    save(library, "new", &titled("New"), 4.0).unwrap_err();
    assert_eq!(ids(&library.list(Place::Plans)), ["c", "b", "a"]);
}

#[test]
fn a_deleted_plan_comes_back_as_it_was() {
    let memory = Memory::new();
    let library = three(&memory);
    let text = memory.get("weighbridge.plan.b");
    assert!(library.delete("b"));
    assert!(!library.delete("b"), "it is gone");
    assert_eq!(ids(&library.list(Place::Plans)), ["c", "a"]);
    assert_eq!(ids(&library.list(Place::Deleted)), ["b"]);
    assert_eq!(library.restore("b", 0).as_deref(), Some("b"));
    assert_eq!(library.restore("b", 0), None);
    assert_eq!(ids(&library.list(Place::Plans)), ["b", "c", "a"]);
    assert_eq!((memory.get("weighbridge.plan.b"), memory.get("weighbridge.deleted.b")), (text, None));
    assert_eq!(library.list(Place::Plans).find("b").unwrap().changed, 2.0);
}

#[test]
fn a_deleted_plan_that_another_tab_has_saved_since_comes_back_beside_it() {
    let memory = Memory::new();
    let library = three(&memory);
    library.delete("b");
    save(library, "b", &titled("Of the other tab"), 5.0).unwrap();
    assert_eq!(library.restore("b", 35).as_deref(), Some("z"));
    assert_eq!(load(library, "z").title, "Plan b");
    assert_eq!(load(library, "b").title, "Of the other tab");
}

#[test]
fn only_the_last_five_deleted_plans_outlive_the_page() {
    let memory = Memory::new();
    let library = Library::of(&memory);
    for id in ["1", "2", "3", "4", "5", "6", "7"] {
        save(library, id, &titled(id), 1.0).unwrap();
        library.delete(id);
    }
    assert_eq!(library.list(Place::Deleted).plans().len(), 7);
    library.start(0, 2.0);
    assert_eq!(ids(&library.list(Place::Deleted)), ["7", "6", "5", "4", "3"]);
    assert_eq!(memory.get("weighbridge.deleted.1"), None);
    library.forget(Place::Deleted, "7");
    assert_eq!((library.restore("7", 0), ids(&library.list(Place::Deleted))), (None, vec!["6", "5", "4", "3"]));
}

#[test]
fn deleting_needs_no_room() {
    let memory = Memory::new();
    let library = three(&memory);
    library.delete("a");
    library.restore("a", 0);
    memory.room.set(memory.used() + 200);
    assert!(library.delete("c"));
    assert_eq!(ids(&library.list(Place::Deleted)), ["c"]);
    assert!(memory.get("weighbridge.deleted.c").is_some());
}

#[test]
fn no_two_plans_share_an_id() {
    let memory =
        Memory::with(&[("weighbridge.plan.z", "x"), ("weighbridge.deleted.10", "x"), ("weighbridge.plans", "[]")]);
    let library = Library::of(&memory);
    assert_eq!(library.free_id(35), "11", "z and 10 are taken");
    assert_eq!(library.free_id(0), "0");
    assert_eq!(library.free_id(u64::MAX), "3w5e11264sgsf");
}
