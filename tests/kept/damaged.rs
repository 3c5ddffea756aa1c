//! Entries that are broken, of a newer program, or written by hand: none is lost, and none keeps the rest from working.

use weighbridge::file::slots::seal;
use weighbridge::file::{Entries, Fate, Library, Place, write};

use crate::memory::{Memory, titled};

const POINTER: &str = "weighbridge.plan.a";
const FIRST: &str = "weighbridge.slot.a.a";
const SECOND: &str = "weighbridge.slot.a.b";

/// What is left of plan a, which was saved as A1 and then as A2.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Left {
    /// All of it.
    Last,
    /// The save before the last.
    Before,
    /// What was written into the entry.
    Written,
    /// Nothing that can be opened.
    Nothing,
}
use Left::{Before, Last, Nothing, Written};

/// What is written into which entry, what is left then, and a word of the reason.
fn cases() -> Vec<(&'static str, String, Left, &'static str)> {
    let plan = write(&titled("By hand"));
    let last = seal(&write(&titled("A2")), 2);
    let newer = r#"{"format":"weighbridge-plan","version":9}"#;
    let half = |text: &str| text[..text.len() / 2].to_owned();
    let changed = last.replace("A2", "A3");
    let deep = "[".repeat(200_000);
    vec![
        (POINTER, String::new(), Last, "not valid JSON"),
        (POINTER, "nonsense".into(), Last, "not valid JSON"),
        (POINTER, "c 2".into(), Last, "not valid JSON"),
        (POINTER, "b -2".into(), Last, "not valid JSON"),
        (POINTER, "b 99999999999999999999999".into(), Last, "not valid JSON"),
        (POINTER, "null".into(), Last, "not a Weighbridge plan"),
        (POINTER, half(&plan), Last, "not valid JSON"),
        (POINTER, "\u{0}\u{1}\u{feff}".into(), Last, "not valid JSON"),
        (POINTER, deep.clone(), Last, "not valid JSON"),
        (POINTER, newer.into(), Nothing, "version 9"),
        (POINTER, plan.clone(), Written, ""),
        (POINTER, "a 1".into(), Before, ""),
        (POINTER, "a 7".into(), Last, ""),
        (SECOND, String::new(), Before, "first line"),
        (SECOND, "nonsense".into(), Before, "first line"),
        (SECOND, plan.clone(), Before, "first line"),
        (SECOND, half(&last), Before, "checksum"),
        (SECOND, changed.clone(), Before, "checksum"),
        (SECOND, format!("{last} "), Before, "checksum"),
        (SECOND, last.replace("\n", "\r\n"), Before, "first line"),
        (SECOND, last.replacen("weighbridge-slot 1 ", "weighbridge-slot 0 ", 1), Before, "first line"),
        (SECOND, last.replacen("weighbridge-slot 1 ", "weighbridge-slot x ", 1), Before, "first line"),
        (SECOND, last.replacen(" 2 ", " two ", 1), Before, "first line"),
        (SECOND, last.replacen(" 2 ", " 2 2 ", 1), Before, "first line"),
        (SECOND, last.replacen("weighbridge-slot 1 ", "weighbridge-slot 2 ", 1), Nothing, "form 2"),
        (SECOND, seal(newer, 2), Nothing, "version 9"),
        (SECOND, seal("half of it", 2), Before, "not valid JSON"),
        (SECOND, seal("", 2), Before, "not valid JSON"),
        (SECOND, seal(r#"{"format":"another"}"#, 2), Before, "not a Weighbridge plan"),
        (SECOND, seal(&deep, 2), Before, "not valid JSON"),
        (SECOND, seal(&plan.replace("\"weight\"", "\"wait\""), 2), Before, "wait"),
        (SECOND, seal(&plan, 2), Written, ""),
        (FIRST, "nonsense".into(), Last, "first line"),
        (FIRST, seal(&plan, 9), Last, ""),
    ]
}

fn kept() -> Memory {
    let memory = Memory::default();
    let library = Library::of(&memory);
    library.save("a", &titled("A1"), 0, 1.0).unwrap();
    library.save("a", &titled("A2"), 1, 2.0).unwrap();
    library.save("b", &titled("B"), 0, 3.0).unwrap();
    memory
}

#[test]
fn nothing_is_lost_and_the_reason_is_said() {
    assert!(cases().len() >= 30);
    for (key, text, left, reason) in cases() {
        let memory = kept();
        memory.set(key, &text);
        let case = format!("{key}: {text:.60}");
        let library = Library::of(&memory);
        let mut told = library.start(1, 4.0);
        let (loaded, more) = library.load("a");
        told.extend(more);
        assert_eq!(reason.is_empty(), told.is_empty(), "{case}: {told:?}");
        assert!(told.iter().all(|told| told.reason.contains(reason)), "{case}: {told:?}");
        let is_newer = reason.contains('9') || reason.contains("form 2");
        let fate = if is_newer { Fate::Newer } else { Fate::SetAside };
        assert!(told.iter().all(|told| told.fate == fate), "{case}: {told:?}");

        let title = loaded.as_ref().map(|loaded| loaded.plan.title.as_str());
        let expected = match left {
            Last => Some("A2"),
            Before => Some("A1"),
            Written => Some("By hand"),
            Nothing => None,
        };
        assert_eq!(title, expected, "{case}");
        assert_eq!(library.load("b").0.unwrap().plan.title, "B", "{case}: the other plan");

        // What a later save does must not touch it either.
        if let Some(loaded) = loaded {
            let mut revision = loaded.revision;
            for name in ["C1", "C2", "C3"] {
                revision = library.save("a", &titled(name), revision, 5.0).unwrap();
            }
            assert_eq!(library.load("a").0.unwrap().plan.title, "C3", "{case}");
        } else {
            library.save("a", &titled("Over it"), 2, 5.0).unwrap_err();
            assert!(memory.get(key).is_some_and(|still| still == text), "{case}: it stays for the newer program");
        }
        if !told.is_empty() {
            assert!(memory.holds(&text), "{case}: it is still there to the letter");
            assert!(told.iter().all(|told| text.ends_with(&told.text)), "{case}: it is what is offered");
        }
    }
}

#[test]
fn where_both_slots_are_broken_both_are_kept_and_the_id_is_not_given_out_again() {
    let memory = kept();
    memory.set(FIRST, "one");
    memory.set(SECOND, "two");
    let library = Library::of(&memory);
    let (loaded, told) = library.load("a");
    assert_eq!(loaded, None);
    assert_eq!(told.iter().map(|told| told.text.as_str()).collect::<Vec<_>>(), ["one", "two"]);
    assert!(memory.holds("one") && memory.holds("two"));
    assert_eq!(library.free_id(10), "c", "a points to nothing, b is taken");
    assert!(library.list(Place::Plans).find("a").is_none() || library.load("a").0.is_none());
}
