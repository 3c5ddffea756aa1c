//! Rows out of sight, remarks on cells, criteria by weight, and what is said when the leader changes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Sheet, starter};
use weighbridge::edit::structure::Thing;
use weighbridge::model::Note;
use weighbridge::session::Command;
use weighbridge::sheet::SheetId;

fn sheet() -> Sheet {
    Sheet::open("high-concurrency-api")
}

#[test]
fn hidden_rows_are_passed_by_and_no_part_of_the_plan() {
    let mut sheet = sheet();
    let before = sheet.file();
    sheet.select_range("criteria.C2.weight", "criteria.C3.scores.go");
    sheet.press("Ctrl+9");
    assert_eq!((sheet.said(), sheet.session().hidden_rows()), ("2 rows hidden", 2));
    assert_eq!(sheet.range(), "criteria.C4.weight", "the selection goes on below");
    sheet.press("Up");
    assert_eq!(sheet.selected(), "criteria.C1.weight");
    sheet.press("Shift+Down");
    assert_eq!(sheet.range(), "criteria.C1.weight criteria.C4.weight");
    assert_eq!((sheet.file(), sheet.session().can_undo()), (before, false));
    sheet.press("Ctrl+Shift+9");
    assert_eq!((sheet.said(), sheet.session().hidden_rows()), ("2 rows shown again", 0));
}

#[test]
fn one_row_stays_in_sight() {
    let mut sheet = sheet();
    sheet.press("Ctrl+A");
    sheet.press("Ctrl+A");
    assert_eq!(sheet.refused(Command::HideRows), "One row at least stays in sight");
    sheet.press("Ctrl+Space");
    sheet.press("Shift+Up");
    sheet.press("Ctrl+9");
    let rows = sheet.session().grid().rows.len();
    assert_eq!(sheet.session().hidden_rows(), rows - 1);
    assert_eq!(sheet.refused(Command::HideRows), "One row at least stays in sight");
}

#[test]
fn going_to_a_hidden_cell_or_taking_back_what_happened_there_shows_it() {
    let mut sheet = sheet();
    sheet.put("criteria.C2.weight", "1");
    sheet.select("criteria.C2.weight");
    sheet.press("Ctrl+9");
    sheet.press("Ctrl+Z");
    assert_eq!((sheet.selected().as_str(), sheet.session().hidden_rows()), ("criteria.C2.weight", 0));
    sheet.press("Ctrl+9");
    sheet.open_sheet(SheetId::Team);
    assert_eq!(sheet.session().hidden_rows(), 0, "of the sheet in sight");
    sheet.send(Command::GoTo("criteria.C2.scores.go".into()));
    assert_eq!((sheet.selected().as_str(), sheet.session().hidden_rows()), ("criteria.C2.scores.go", 0));
}

#[test]
fn a_hidden_row_stays_hidden_where_it_moves() {
    let mut sheet = sheet();
    sheet.select("criteria.C2.weight");
    sheet.press("Ctrl+9");
    sheet.send(Command::Shift(Thing::Criterion("C1".into()), 3));
    assert_eq!(sheet.session().hidden_rows(), 1);
    let row = sheet.session().grid().rows.iter().position(|row| row.label == "Latency predictability").unwrap();
    assert!(sheet.session().is_hidden(row));
    sheet.send(Command::Open(Box::new(starter("blank")), "Open".into()));
    assert_eq!(sheet.session().hidden_rows(), 0, "another plan is seen whole");
}

#[test]
fn what_is_done_to_the_selection_leaves_hidden_rows_alone() {
    let mut sheet = sheet();
    let paths = ["criteria.C1.scores.go", "criteria.C2.scores.go", "criteria.C3.scores.go", "criteria.C4.scores.go"];
    sheet.select(paths[1]);
    sheet.press("Ctrl+9");
    sheet.select_range(paths[0], paths[2]);
    assert_eq!(sheet.copied().unwrap(), "9\n9", "the second row is not seen");
    sheet.one_step(|sheet| {
        sheet.type_keys("1");
        sheet.press("Ctrl+Enter");
    });
    // Doing it again went there, and shows nothing new: the first cell is in sight.
    assert_eq!(sheet.numbers(paths), [1.0, 8.0, 1.0, 9.0]);
    sheet.select(paths[0]);
    sheet.paste("2\n3\n4");
    assert_eq!(sheet.numbers(paths), [2.0, 8.0, 3.0, 4.0]);
}

#[test]
fn a_note_is_one_step_seen_in_its_cell_and_taken_away_by_an_empty_one() {
    let mut sheet = sheet();
    let path = "criteria.C1.weight";
    let note = |text: &str, source: &str| Command::Note(path.into(), Note { text: text.into(), source: source.into() });
    assert!(!sheet.cell(path).note);
    sheet.one_step(|sheet| drop(sheet.send(note(" ask Ada ", "mail of May"))));
    assert_eq!(sheet.said(), "Redo: Note on Throughput under sustained load, Weight");
    assert!(sheet.cell(path).note);
    sheet.select(path);
    let tooltip = sheet.session().tooltip(sheet.at());
    assert!(tooltip.ends_with("Note: ask Ada (mail of May)"), "{tooltip}");
    sheet.send(note("", " "));
    assert_eq!(sheet.said(), "Note on Throughput under sustained load, Weight removed");
    assert!(!sheet.cell(path).note);
    let could = sheet.session().can_redo();
    sheet.send(note("", ""));
    assert_eq!(sheet.session().can_redo(), could, "nothing to take away");
    sheet.press("Ctrl+Z");
    assert!(sheet.cell(path).note);
}

#[test]
fn a_result_takes_no_note() {
    let mut sheet = sheet();
    let note = Note { text: "high".into(), ..Note::default() };
    assert_eq!(
        sheet.refused(Command::Note("results.go.total".into(), note)),
        "No note taken. results.go.total is no input; notes stand on inputs."
    );
}

#[test]
fn criteria_are_sorted_by_weight_within_their_groups() {
    let mut sheet = sheet();
    let weights = |sheet: &Sheet, group: &str| -> Vec<(String, f64)> {
        let own = sheet.session().plan().criteria.iter().filter(|criterion| criterion.group.as_str() == group);
        own.map(|criterion| (criterion.id.to_string(), criterion.weight.central())).collect()
    };
    sheet.select("criteria.C18.scores.go");
    let before: Vec<_> = ["performance", "people", "operations"].map(|group| weights(&sheet, group)).into();
    sheet.one_step(|sheet| drop(sheet.send(Command::SortByWeight)));
    for (group, mut expected) in ["performance", "people", "operations"].into_iter().zip(before) {
        // A stable sort keeps equal ones as they stood.
        expected.sort_by(|a, b| b.1.total_cmp(&a.1));
        assert_eq!(weights(&sheet, group), expected);
    }
    sheet.press("Ctrl+Z");
    sheet.select("criteria.C18.scores.go");
    sheet.send(Command::SortByWeight);
    assert_eq!((sheet.selected().as_str(), sheet.said()), ("criteria.C18.scores.go", "Sort of the criteria by weight"));
    assert_eq!(sheet.refused(Command::SortByWeight), "The criteria are sorted by weight already");
}

#[test]
fn only_another_leader_is_announced() {
    let mut sheet = sheet();
    sheet.put("criteria.C1.weight", "6");
    assert_eq!(sheet.said(), "Throughput under sustained load, Weight: 6", "Go leads as before");
    sheet.put("groups.people.weight", "100");
    let verdict = weighbridge::analyse::verdict(sheet.session().plan(), sheet.session().evaluation());
    assert!(verdict.score.contains("Node.js"), "{}", verdict.score);
    assert_eq!(sheet.said(), format!("People, Weight: 100. {}", verdict.score));
    sheet.press("Ctrl+Z");
    assert!(sheet.said().starts_with("Undo: People, Weight. Go scores highest"), "{}", sheet.said());
}

#[test]
fn another_cheapest_is_announced_too() {
    let mut sheet = sheet();
    sheet.put("alternatives.go.team.salary", "20000");
    let verdict = weighbridge::analyse::verdict(sheet.session().plan(), sheet.session().evaluation());
    assert!(verdict.cost.starts_with("Go is "), "{}", verdict.cost);
    assert!(sheet.said().ends_with(&format!("20,000. {}", verdict.cost)), "{}", sheet.said());
}
