//! The browser may die between any two writes.

use weighbridge::file::{Library, Place};

use crate::memory::{Memory, title, titled};

/// Plans a, saved three times, and b, and c, deleted.
fn before() -> Memory {
    let memory = Memory::default();
    let library = Library::of(&memory);
    for (revision, name) in ["A1", "A2", "A3"].into_iter().enumerate() {
        library.save("a", &titled(name), revision as u64, 1.0).unwrap();
    }
    library.save("b", &titled("B"), 0, 2.0).unwrap();
    library.save("c", &titled("C"), 0, 3.0).unwrap();
    assert!(library.delete("c"));
    memory
}

/// Does something, and then looks at what is left had it been cut off after any number of writes.
fn cut_everywhere(act: impl Fn(Library<'_>), look: impl Fn(Library<'_>, bool)) {
    let whole = before().copy();
    act(Library::of(&whole));
    let changes = whole.changes.borrow().clone();
    assert!(!changes.is_empty());
    for cut in 0..=changes.len() {
        let memory = before().copy();
        for (key, text) in &changes[..cut] {
            match text {
                Some(text) => memory.entries.borrow_mut().insert(key.clone(), text.clone()),
                None => memory.entries.borrow_mut().remove(key),
            };
        }
        let library = Library::of(&memory);
        assert_eq!(library.start(7, 9.0), [], "after {cut} of {} writes", changes.len());
        assert_eq!(title(library, "b").as_deref(), Some("B"), "the other plan");
        look(library, cut == changes.len());
        // And it goes on.
        let revision = library.revision("a");
        library.save("a", &titled("On"), revision, 10.0).unwrap();
        assert_eq!(title(library, "a").as_deref(), Some("On"));
    }
}

#[test]
fn a_save_is_done_or_not() {
    cut_everywhere(
        |library| {
            library.save("a", &titled("A4"), 3, 5.0).unwrap();
        },
        |library, is_whole| {
            let title = title(library, "a").unwrap();
            assert!(title == "A4" || (title == "A3" && !is_whole), "{title}");
        },
    );
}

#[test]
fn a_first_save_is_done_or_not() {
    cut_everywhere(
        |library| {
            library.save("new", &titled("New"), 0, 5.0).unwrap();
        },
        |library, is_whole| {
            let title = title(library, "new");
            assert!(title.as_deref() == Some("New") || (title.is_none() && !is_whole), "{title:?}");
        },
    );
}

#[test]
fn what_is_deleted_is_in_one_place_or_the_other() {
    cut_everywhere(
        |library| assert!(library.delete("a")),
        |library, is_whole| {
            let kept = title(library, "a");
            let listed = library.list(Place::Deleted).find("a").cloned();
            assert!(kept.as_deref() == Some("A3") || listed.is_some(), "{kept:?}");
            assert!(!is_whole || (kept.is_none() && listed.is_some()));
            if kept.is_none() {
                let id = library.restore("a", 0).unwrap();
                assert_eq!(title(library, &id).as_deref(), Some("A3"));
            }
        },
    );
}

#[test]
fn what_is_brought_back_is_in_one_place_or_the_other() {
    cut_everywhere(
        |library| assert_eq!(library.restore("c", 0).as_deref(), Some("c")),
        |library, is_whole| {
            let kept = title(library, "c");
            assert!(kept.as_deref() == Some("C") || library.list(Place::Deleted).find("c").is_some());
            assert!(!is_whole || kept.is_some());
        },
    );
}
