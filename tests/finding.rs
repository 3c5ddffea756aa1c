//! Finding cells by the label of their row, their text and their name.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::Sheet;
use weighbridge::edit::structure::Thing;
use weighbridge::session::Command;
use weighbridge::sheet::{Cell, SheetId};

fn sheet() -> Sheet {
    Sheet::open("high-concurrency-api")
}

fn find(sheet: &mut Sheet, text: &str) -> Vec<String> {
    sheet.send(Command::Find(text.into()));
    found(sheet)
}

fn found(sheet: &Sheet) -> Vec<String> {
    let cells = &sheet.session().found().unwrap().cells;
    let path = |at| sheet.session().grid().cell(at).and_then(Cell::path).unwrap().to_string();
    cells.iter().map(|at| path(*at)).collect()
}

#[test]
fn a_row_is_found_by_its_label_in_any_case() {
    let mut sheet = sheet();
    assert_eq!(find(&mut sheet, "LATENCY pred"), ["criteria.C2.weight"]);
    assert_eq!((sheet.selected().as_str(), sheet.said()), ("criteria.C2.weight", "1 of 1"));
    assert_eq!(sheet.session().found().unwrap().current, Some(0));
    assert_eq!(find(&mut sheet, "expertise"), ["criteria.C18.weight"]);
}

#[test]
fn a_cell_is_found_by_its_text_its_number_and_its_name() {
    let mut sheet = sheet();
    sheet.open_sheet(SheetId::Workload);
    assert_eq!(find(&mut sheet, "10000"), ["workload.connections"], "without the comma that is shown");
    assert_eq!(find(&mut sheet, "10,000"), ["workload.connections"]);
    assert_eq!(find(&mut sheet, "workload.mix."), ["workload.mix.crud", "workload.mix.pure", "workload.mix.native"]);
    assert_eq!(find(&mut sheet, "Prices"), ["workload.price_vcpu_hour"], "a heading stands for what is below it");
    assert_eq!(find(&mut sheet, "fastapi"), ["alternatives.python.tiers.0.profile"]);
}

#[test]
fn the_search_begins_at_the_selection_and_goes_around() {
    let mut sheet = sheet();
    sheet.select("criteria.C3.scores.node");
    let all = find(&mut sheet, ".scores.node");
    assert_eq!(all.len(), 19);
    assert_eq!((sheet.selected().as_str(), sheet.said()), ("criteria.C3.scores.node", "3 of 19"));
    sheet.press("F3");
    assert_eq!((sheet.selected().as_str(), sheet.said()), ("criteria.C4.scores.node", "4 of 19"));
    sheet.press("Shift+F3");
    sheet.press("Shift+F3");
    assert_eq!(sheet.said(), "2 of 19");
    sheet.send(Command::FindNext(-2));
    assert_eq!((sheet.selected().as_str(), sheet.said()), ("criteria.C19.scores.node", "19 of 19"));
    sheet.press("F3");
    assert_eq!(sheet.said(), "1 of 19");
    // From a cell between two finds.
    sheet.select("criteria.C2.weight");
    assert_eq!(sheet.session().found().unwrap().current, None);
    sheet.press("F3");
    assert_eq!(sheet.said(), "2 of 19");
    sheet.select("criteria.C2.weight");
    sheet.press("Shift+F3");
    assert_eq!(sheet.said(), "1 of 19");
}

#[test]
fn what_is_not_there_is_not_found_and_nothing_ends_the_search() {
    let mut sheet = sheet();
    sheet.select("criteria.C3.scores.node");
    assert!(find(&mut sheet, "cobol").is_empty());
    assert_eq!((sheet.selected().as_str(), sheet.said()), ("criteria.C3.scores.node", "“cobol” not found"));
    sheet.press("F3");
    assert_eq!(sheet.said(), "“cobol” not found");
    sheet.send(Command::Find(" ".into()));
    assert_eq!(sheet.session().found(), None);
    sheet.press("F3");
    assert_eq!(sheet.said(), "Nothing is being looked for");
}

#[test]
fn a_find_in_a_hidden_row_is_shown() {
    let mut sheet = sheet();
    sheet.select_range("criteria.C1.weight", "criteria.C3.weight");
    sheet.press("Ctrl+9");
    assert_eq!(sheet.session().hidden_rows(), 3);
    assert_eq!(find(&mut sheet, "latency pred"), ["criteria.C2.weight"]);
    assert_eq!((sheet.selected().as_str(), sheet.session().hidden_rows()), ("criteria.C2.weight", 2));
}

#[test]
fn finds_follow_the_plan_and_the_sheet() {
    let mut sheet = sheet();
    find(&mut sheet, "latency");
    let before = found(&sheet).len();
    sheet.send(Command::Remove(Thing::Criterion("C2".into())));
    assert_eq!(found(&sheet).len(), before - 1);
    sheet.press("Ctrl+Z");
    assert_eq!(found(&sheet).len(), before);
    sheet.open_sheet(SheetId::Workload);
    assert!(found(&sheet).contains(&"workload.latency_budget_ms".to_owned()), "{:?}", found(&sheet));
}

#[test]
fn a_refused_text_is_kept_and_nothing_is_looked_for() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.weight");
    sheet.type_keys("many");
    sheet.send(Command::Find("latency".into()));
    assert_eq!((sheet.draft(), sheet.session().found()), ("many", None));
}
