//! A plan that is open in another tab: nothing that a user can do here changes it, and everything can be looked at.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use std::collections::BTreeSet;

use support::starter;
use weighbridge::analyse::presets::PRESETS;
use weighbridge::edit::structure::{Addition, Factor, Thing};
use weighbridge::file;
use weighbridge::model::{Note, Scenario, Value};
use weighbridge::session::{Command, Direction, Mode, Pasted, Session};
use weighbridge::sheet::{CellRef, Clip};

/// A plan in which each command below finds something to change, and that has steps to undo and to redo.
fn session() -> Session {
    let mut session = Session::new(starter("high-concurrency-api"));
    session.handle(Command::WhatIf("workload.peak_rps".into(), Factor::ALL[0]));
    session.handle(Command::ShowScenario(None));
    session.handle(version("Before"));
    session.handle(Command::GoTo("criteria.C2.weight".into()));
    for text in ["1", "2"] {
        session.handle(Command::Type(text.into()));
        session.handle(Command::Commit);
    }
    session.handle(Command::Undo);
    session.handle(Command::GoTo("criteria.C2.weight".into()));
    session
}

fn version(name: &str) -> Command {
    Command::TakeVersion { name: name.into(), note: String::new(), date: "2026-11-26".into() }
}

/// Each command that writes, once.
fn writing(session: &Session) -> Vec<Command> {
    let document = session.document();
    let scenario = document.scenarios[0].id.clone();
    let version_id = document.versions[0].id.clone();
    let at = session.selection();
    let peak = || weighbridge::model::Path::from("workload.peak_rps");
    vec![
        Command::Enter(Direction::Down),
        Command::Edit,
        Command::Type("9".into()),
        Command::TypeAt("9".into(), 1),
        Command::Complete(Some(0)),
        Command::CommitAll,
        Command::Clear,
        Command::Cut,
        Command::Paste(Clip::from_tsv("9"), Pasted::All),
        Command::PasteRest,
        Command::FillDown,
        Command::FillRight,
        Command::FillTo(CellRef { row: at.row + 2, column: at.column }),
        Command::Undo,
        Command::Redo,
        Command::Reset("criteria.C2.weight".into()),
        Command::Rename("Theirs".into()),
        Command::Write(vec![(peak(), "9".into())], "Write".into()),
        Command::WriteValues(vec![(peak(), Value::Number(9.0))], "Write".into()),
        Command::TakeScenarios(vec![Scenario { id: "s".into(), ..Scenario::default() }], "Take".into()),
        Command::Add(Addition::Hybrid),
        Command::Duplicate(Thing::Criterion("C2".into())),
        Command::Shift(Thing::Criterion("C2".into()), 1),
        Command::Remove(Thing::Criterion("C2".into())),
        Command::ApplyPreset(&PRESETS[2], true),
        Command::SortByWeight,
        Command::WhatIf(peak(), Factor::ALL[0]),
        Command::Promote(scenario.clone()),
        Command::ResetRow(peak()),
        Command::ResetScenario(scenario),
        Command::Note(peak(), Note { text: "a".into(), source: String::new() }),
        version("Another"),
        Command::RenameVersion(version_id.clone(), "Renamed".into()),
        Command::RemoveVersion(version_id.clone()),
        Command::RestoreVersion(version_id),
        Command::Open(Box::new(starter("blank")), "Open".into()),
    ]
}

/// The name of a command without what it carries.
fn name(command: &Command) -> String {
    format!("{command:?}").split(['(', ' ']).next().unwrap().to_owned()
}

#[test]
fn every_command_that_writes_is_among_those_that_are_tried() {
    // The list of those that do not write ends at the first `false`.
    let source = include_str!("../src/session/read_only.rs");
    let (_, rest) = source.split_once("=> false").unwrap();
    let (rest, _) = rest.split_once("=> true").unwrap();
    let declared: BTreeSet<String> = rest
        .split("Self::")
        .skip(1)
        .map(|word| word.split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned())
        .collect();
    let tried: BTreeSet<String> = writing(&session()).iter().map(name).collect();
    assert_eq!(tried, declared);
}

#[test]
fn nothing_changes_a_plan_that_is_read_only_and_each_refusal_is_said() {
    let start = session();
    for command in writing(&start) {
        assert!(command.writes(), "{command:?}");
        let mut session = start.clone();
        session.set_read_only(true);
        let changes = session.handle(command.clone());
        assert!(session.document() == start.document(), "{} has changed the plan", name(&command));
        assert_eq!(session.mode(), Mode::Ready, "{} lets nobody type", name(&command));
        assert_eq!((session.can_undo(), session.can_redo()), (start.can_undo(), start.can_redo()));
        let said = changes.say.unwrap_or_default();
        assert!(said.contains("open in another tab") && said.contains("Take it over"), "{}: {said}", name(&command));
    }
}

#[test]
fn the_same_commands_change_a_plan_that_is_ones_own() {
    // Else the test above would prove nothing. Some only begin something, or need something else first.
    let start = session();
    let idle =
        ["Enter", "Edit", "Type", "TypeAt", "Complete", "CommitAll", "Cut", "PasteRest", "FillRight", "ResetRow"];
    for command in writing(&start) {
        let mut session = start.clone();
        session.handle(command.clone());
        let has_changed = file::write(session.document()) != file::write(start.document());
        let is_idle = idle.contains(&name(&command).as_str());
        assert!(has_changed != is_idle || name(&command) == "ResetRow", "{}", name(&command));
    }
}

#[test]
fn what_is_being_typed_is_dropped_when_the_plan_goes_to_another_tab() {
    let mut session = session();
    session.handle(Command::Type("12".into()));
    session.set_read_only(true);
    assert_eq!((session.mode(), session.draft().text.as_str()), (Mode::Ready, ""));
    session.set_read_only(false);
    session.handle(Command::Type("3".into()));
    session.handle(Command::Commit);
    assert_eq!(
        session.document().get(&"criteria.C2.weight".into()),
        Some(Value::Number(3.0)),
        "and later it can be typed"
    );
}

#[test]
fn a_read_only_plan_follows_its_owner_with_sheet_and_selection_in_place() {
    let mut session = session();
    session.set_read_only(true);
    session.handle(Command::GoTo("workload.vcpu".into()));
    let mut theirs = session.document().clone();
    theirs.set(&"workload.vcpu".into(), Value::Number(64.0)).unwrap();
    let changes = session.follow(theirs.clone());
    assert!(changes.plan && *session.document() == theirs);
    assert_eq!(session.selected().path().unwrap().as_str(), "workload.vcpu");
    assert!(!session.can_undo(), "what could be undone was about another plan");
}
