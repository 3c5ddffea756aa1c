//! Hostile input, by every way in: each piece is refused with a sentence that names the place, or taken exactly; nothing
//! stops, and the program works afterwards.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod corpus;
mod judge;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use corpus::{Case, Way, all, blank};
use weighbridge::file;
use weighbridge::session::{Command, Session};

/// A cell is edited, and the edit is taken back.
fn assert_works(session: &mut Session, after: &str) {
    let before = session.document().clone();
    session.handle(Command::Cancel);
    session.handle(Command::Rename("Afterwards".into()));
    assert_eq!(session.document().title, "Afterwards", "{after}");
    session.handle(Command::Undo);
    assert!(*session.document() == before, "{after}: one step is taken back");
}

/// Gives each of these cases to a plan of its own and says how long it took.
fn give(cases: &[Case]) -> Vec<(Duration, String)> {
    let mut wrong = Vec::new();
    let mut times = Vec::new();
    for case in cases {
        let mut session = blank();
        let before = session.document().clone();
        let start = Instant::now();
        let outcome = case.give(&mut session);
        times.push((start.elapsed(), case.name.clone()));
        if let Err(reason) = case.judge(&outcome) {
            wrong.push(format!("{:?}, {}: {reason}", case.way, case.name));
        }
        if outcome.is_err() {
            assert!(*session.document() == before, "{}: what is refused changes nothing", case.name);
        }
        assert_works(&mut session, &case.name);
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    times.sort();
    times
}

fn by(ways: impl Fn(Way) -> bool) {
    let cases: Vec<Case> = all().into_iter().filter(|case| ways(case.way)).collect();
    let times = give(&cases);
    let slowest: Vec<String> = times.iter().rev().take(3).map(|(time, name)| format!("{name}: {time:.0?}")).collect();
    println!("{} cases; the slowest: {}", cases.len(), slowest.join(", "));
}

#[test]
fn plan_files() {
    by(|way| way == Way::Plan);
}

#[test]
fn scenario_files() {
    by(|way| way == Way::Scenario);
}

#[test]
fn sheets() {
    by(|way| way == Way::Sheet);
}

#[test]
fn pasted_texts() {
    by(|way| matches!(way, Way::Paste(_)));
}

#[test]
fn typed_texts() {
    by(|way| matches!(way, Way::Type(_)));
}

#[test]
fn links() {
    by(|way| way == Way::Link);
}

#[test]
fn there_are_more_than_two_hundred_of_them_and_each_is_another() {
    let cases = all();
    let inputs: BTreeSet<(String, &str)> =
        cases.iter().map(|case| (format!("{:?}", case.way), case.input.as_str())).collect();
    assert!(inputs.len() > 600, "{}", inputs.len());
    let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), cases.len(), "each has a name of its own");
}

#[test]
fn all_of_them_one_after_another_in_one_session() {
    let mut session = blank();
    // The long ones alone take most of the time, and have been given to a session of their own.
    for case in all().into_iter().filter(|case| case.input.len() < 20_000) {
        session.handle(Command::Open(Box::new(blank().document().clone()), "Open".into()));
        let _ = case.give(&mut session);
        session.handle(Command::Cancel);
    }
    assert_works(&mut session, "all");
}

#[test]
fn bytes_that_are_no_text_are_told_from_a_text() {
    // A program that reads files lets no other bytes through to the reader of plans.
    for bytes in [&b"\xff\xfe{\0}\0"[..], b"{\"title\":\"\xc3\x28\"}", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"] {
        assert!(String::from_utf8(bytes.to_vec()).is_err());
        assert!(file::read(&String::from_utf8_lossy(bytes)).is_err());
    }
}
