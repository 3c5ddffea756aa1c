//! Two tabs with one plan: the one that does not know of the other's save saves nothing.

use weighbridge::file::{Entries, Library, NotSaved, write};

use crate::memory::{Memory, title, titled};

#[test]
fn a_save_needs_to_know_the_last_one() {
    let memory = Memory::default();
    let library = Library::of(&memory);
    assert_eq!(library.save("a", &titled("First"), 0, 1.0), Ok(1));
    let (here, there) = (library.load("a").0.unwrap().revision, library.load("a").0.unwrap().revision);
    assert_eq!(library.save("a", &titled("Here"), here, 2.0), Ok(2));
    assert_eq!(library.save("a", &titled("There"), there, 3.0), Err(NotSaved::Changed(2)));
    assert_eq!(title(library, "a").as_deref(), Some("Here"));
    assert_eq!(library.save("a", &titled("Here"), there, 4.0), Ok(2), "the same plan is no conflict");
    assert_eq!(library.save("a", &titled("New"), 0, 4.0), Err(NotSaved::Changed(2)), "nor is an id taken");
    assert_eq!(library.revision("a"), 2);
    assert_eq!(library.revision("nothing"), 0);
}

#[test]
fn the_two_slots_are_written_in_turn_and_the_last_one_counts() {
    let memory = Memory::default();
    let library = Library::of(&memory);
    for revision in 0..4 {
        library.save("a", &titled(&format!("{revision}")), revision, 1.0).unwrap();
        assert_eq!(title(library, "a"), Some(format!("{revision}")));
    }
    let slot = |letter: &str| memory.get(&format!("weighbridge.slot.a.{letter}")).unwrap();
    assert_eq!(memory.get("weighbridge.plan.a").as_deref(), Some("b 4"));
    assert!(slot("a").starts_with("weighbridge-slot 1 3 "), "{:.40}", slot("a"));
    assert!(slot("b").starts_with("weighbridge-slot 1 4 "), "{:.40}", slot("b"));
    // Another opinion on the checksum: the reference value of CRC-32 for nine digits.
    assert_eq!(weighbridge::file::slots::seal("123456789", 5), "weighbridge-slot 1 5 cbf43926\n123456789");
}

#[test]
fn a_plan_kept_the_older_way_is_read_and_moves_into_a_slot_when_it_is_saved() {
    let memory = Memory::default();
    let text = write(&titled("Older"));
    memory.set("weighbridge.plan.a", &text);
    let library = Library::of(&memory);
    let loaded = library.load("a").0.unwrap();
    assert_eq!((loaded.plan.title.as_str(), loaded.revision), ("Older", 0));
    assert_eq!(library.save("a", &titled("Newer"), 0, 1.0), Ok(1));
    assert_eq!(memory.get("weighbridge.plan.a").as_deref(), Some("a 1"));
    assert_eq!(title(library, "a").as_deref(), Some("Newer"));
}
