//! What can be undone outlives the page.

use proptest::prelude::*;
use weighbridge::edit::History;
use weighbridge::edit::structure::{Addition, Factor};
use weighbridge::file::{Entries, Library, history};
use weighbridge::model::{Note, Path, Plan};
use weighbridge::session::{Command, Session};

use crate::memory::{Memory, titled};
use crate::support::{cases, starter};

/// Something a user does; which one and with what follows from a number.
fn command(number: usize, session: &Session) -> Command {
    let weight = |criterion: usize| Path::from(format!("criteria.C{}.weight", criterion % 5 + 1).as_str());
    let first = |number: usize| format!("{}", number % 7);
    match number % 11 {
        0 | 1 => Command::Write(vec![(weight(number / 11), first(number / 3))], "Weight".into()),
        2 => Command::Write(vec![("workload.peak_rps".into(), format!("=3000 + {}", number % 9))], "Traffic".into()),
        3 => Command::Rename(format!("=not a formula {number}")),
        4 => Command::Add(Addition::Scenario),
        5 => Command::WhatIf(weight(number / 11), Factor::ALL[0]),
        6 => Command::Note(weight(number / 11), Note { text: format!("note {number}"), source: "\u{1f600}".into() }),
        7 => Command::TakeVersion { name: format!("v{number}"), note: String::new(), date: "2026-11-23".into() },
        8 => Command::Undo,
        9 => Command::Redo,
        _ => Command::Open(Box::new(starter("real-time-chat")), session.document().title.clone()),
    }
}

fn written_and_read(session: &Session) -> Session {
    let plan = session.document().clone();
    let history = history::write(session.history(), &plan).map(|text| history::read(&text, &plan));
    Session::with_history(plan, history.unwrap_or_default())
}

fn all_the_way(session: &mut Session, command: &Command) -> Vec<Plan> {
    let mut plans = vec![session.document().clone()];
    for _ in 0..200 {
        session.handle(command.clone());
        if plans.last() == Some(session.document()) {
            break;
        }
        plans.push(session.document().clone());
    }
    plans
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn undo_and_redo_go_the_same_way_after_a_reload(numbers in prop::collection::vec(0usize..10_000, 1..25)) {
        let mut here = Session::new(starter("high-concurrency-api"));
        for number in numbers {
            let command = command(number, &here);
            here.handle(command);
        }
        let mut there = written_and_read(&here);
        let (undone, again) = (all_the_way(&mut here, &Command::Undo), all_the_way(&mut there, &Command::Undo));
        // Of long histories only the newest steps are kept.
        prop_assert_eq!(&undone[..again.len()], &again[..]);
        let mut both = (written_and_read(&here), here);
        prop_assert_eq!(all_the_way(&mut both.0, &Command::Redo).len() > 1, all_the_way(&mut both.1, &Command::Redo).len() > 1);
    }

    #[test]
    fn an_odd_history_is_none(text in "\\PC{0,200}", cut in 0usize..400) {
        let plan = titled("Plan");
        prop_assert_eq!(history::read(&text, &plan), History::default());
        let mut session = Session::new(plan);
        session.handle(Command::Rename("Renamed".into()));
        let whole = history::write(session.history(), session.document()).unwrap();
        let cut = whole.chars().take(cut.min(whole.chars().count() - 1)).collect::<String>();
        prop_assert_eq!(history::read(&cut, session.document()), History::default());
    }
}

#[test]
fn the_history_of_another_state_of_the_plan_is_not_used() {
    let memory = Memory::default();
    let library = Library::of(&memory);
    let mut session = Session::new(titled("One"));
    session.handle(Command::Rename("Two".into()));
    library.save("a", session.document(), 0, 1.0).unwrap();
    library.keep_history("a", session.history(), session.document());
    assert!(Session::with_history(titled("Two"), library.history("a", &titled("Two"))).can_undo());
    assert_eq!(library.history("a", &titled("One")), History::default());
    library.forget(weighbridge::file::Place::Plans, "a");
    assert_eq!(memory.get("weighbridge.undo.a"), None, "it goes with its plan");
}

#[test]
fn a_long_history_keeps_its_newest_steps_and_stays_small() {
    let mut session = Session::new(titled("0"));
    for number in 1..=400 {
        session.handle(Command::Rename(format!("{number}")));
    }
    let text = history::write(session.history(), session.document()).unwrap();
    assert!(text.len() < 210_000, "{}", text.len());
    let mut again = written_and_read(&session);
    let titles: Vec<_> = all_the_way(&mut again, &Command::Undo).iter().map(|plan| plan.title.clone()).collect();
    assert_eq!((titles.len(), titles[1].as_str(), titles[100].as_str()), (101, "399", "300"));
    for _ in 0..20 {
        session.handle(Command::Open(Box::new(starter("real-time-chat")), "Opened".into()));
        session.handle(Command::Open(Box::new(starter("high-concurrency-api")), "Opened".into()));
    }
    let text = history::write(session.history(), session.document()).unwrap();
    assert!(text.len() < 210_000, "{}", text.len());
}
