//! Rectangles of cells: how they grow, how the cell that is edited walks in them, and that they stay on the grid.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::Sheet;
use weighbridge::edit::structure::Thing;
use weighbridge::session::{Command, Mode};
use weighbridge::sheet::{CellRef, SheetId};

fn sheet() -> Sheet {
    Sheet::open("high-concurrency-api")
}

/// The cells that a key leads through, one after the other.
fn walk(sheet: &mut Sheet, key: &str, steps: usize) -> Vec<String> {
    let step = |_| {
        sheet.press(key);
        sheet.selected().trim_start_matches("criteria.").to_owned()
    };
    (0..steps).map(step).collect()
}

#[test]
fn tab_and_enter_walk_through_the_selection_and_around() {
    let mut sheet = sheet();
    sheet.select_range("criteria.C1.scores.go", "criteria.C2.scores.node");
    let range = sheet.range();
    assert_eq!(walk(&mut sheet, "Tab", 4), ["C1.scores.node", "C2.scores.go", "C2.scores.node", "C1.scores.go"]);
    assert_eq!(walk(&mut sheet, "Enter", 4), ["C2.scores.go", "C1.scores.node", "C2.scores.node", "C1.scores.go"]);
    assert_eq!(walk(&mut sheet, "Shift+Tab", 2), ["C2.scores.node", "C2.scores.go"]);
    assert_eq!(walk(&mut sheet, "Shift+Enter", 2), ["C1.scores.go", "C2.scores.node"]);
    assert_eq!((sheet.range(), sheet.session().mode()), (range, Mode::Ready));
    sheet.press("Down");
    assert_eq!(sheet.range(), "criteria.C3.scores.node", "an arrow selects one cell again");
}

#[test]
fn typing_goes_into_the_active_cell_and_walking_keeps_it() {
    let mut sheet = sheet();
    sheet.select_range("criteria.C1.scores.go", "criteria.C2.scores.node");
    for (text, key) in [("1", "Tab"), ("2", "Tab"), ("3", "Enter"), ("4", "Enter")] {
        sheet.type_keys(text);
        sheet.press(key);
    }
    let paths =
        ["criteria.C1.scores.go", "criteria.C1.scores.node", "criteria.C2.scores.go", "criteria.C2.scores.node"];
    // By rows 1 and 2, then down from the third: around to the second column's first.
    assert_eq!(sheet.numbers(paths), [1.0, 4.0, 3.0, 6.0]);
    assert_eq!(sheet.selected(), "criteria.C2.scores.node");
}

#[test]
fn a_refused_text_stays_while_walking() {
    let mut sheet = sheet();
    sheet.select_range("criteria.C1.scores.go", "criteria.C2.scores.node");
    sheet.type_keys("11");
    sheet.press("Tab");
    assert_eq!((sheet.draft(), sheet.selected().as_str()), ("11", "criteria.C1.scores.go"));
    assert_eq!(sheet.range(), "criteria.C1.scores.go criteria.C2.scores.node");
}

#[test]
fn headings_in_the_selection_are_no_stops() {
    let mut sheet = sheet();
    sheet.select_range("workload.launch_month", "workload.heavy_share");
    let mut stops = Vec::new();
    for _ in 0..3 {
        sheet.press("Enter");
        stops.push(sheet.selected());
    }
    assert_eq!(stops, ["workload.app_cpu_ms", "workload.heavy_share", "workload.launch_month"]);
    let heading = CellRef { row: 7, column: 2 };
    assert!(sheet.session().grid().cell(heading).is_none(), "row 7 is a heading");
    sheet.select("workload.connections");
    sheet.send(Command::SelectTo(heading));
    assert_eq!(
        sheet.session().selected_range().last,
        CellRef { row: 8, column: 2 },
        "a drag over it goes to the next row"
    );
}

#[test]
fn all_is_the_block_and_then_the_sheet() {
    let mut sheet = sheet();
    sheet.select("alternatives.go.team.salary");
    sheet.press("Ctrl+A");
    let range = sheet.session().selected_range();
    assert_eq!((range.first.column, range.last.column), (1, 3), "the first column of this block is blank");
    assert!(sheet.range().starts_with("alternatives.go.team."), "{}", sheet.range());
    assert_eq!(sheet.selected(), "alternatives.go.team.salary", "the same cell is edited");
    sheet.press("Ctrl+A");
    let (range, grid) = (sheet.session().selected_range(), sheet.session().grid());
    assert_eq!(range.last, CellRef { row: grid.rows.len() - 1, column: grid.columns.len() - 1 });
    assert_eq!(range.first, CellRef { row: 1, column: 0 }, "below the first heading");
}

#[test]
fn how_many_are_selected_is_said() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.scores.go");
    sheet.press("Shift+Down");
    assert_eq!(sheet.said(), "2 cells selected");
    sheet.press("Shift+Right");
    assert_eq!(sheet.said(), "4 cells selected");
}

#[test]
fn each_sheet_keeps_its_rectangle() {
    let mut sheet = sheet();
    sheet.select_range("criteria.C1.scores.go", "criteria.C2.scores.node");
    sheet.press("Alt+Down");
    sheet.press("Alt+Up");
    assert_eq!(sheet.range(), "criteria.C1.scores.go criteria.C2.scores.node");
}

#[test]
fn what_is_selected_stays_on_the_grid_when_columns_and_rows_go() {
    let mut sheet = sheet();
    sheet.press("Ctrl+A");
    sheet.press("Ctrl+A");
    sheet.send(Command::Remove(Thing::Alternative("python".into())));
    sheet.send(Command::Remove(Thing::Group("operations".into())));
    let (range, grid) = (sheet.session().selected_range(), sheet.session().grid());
    assert_eq!(range.last, CellRef { row: grid.rows.len() - 1, column: grid.columns.len() - 1 });
    sheet.press("Ctrl+Z");
    sheet.press("Ctrl+Z");
    sheet.open_sheet(SheetId::Profiles);
    sheet.press("Ctrl+End");
    sheet.press("Ctrl+Shift+Home");
    sheet.send(Command::Remove(Thing::Profile("own".into())));
    assert_eq!(sheet.session().selected_range().last.row, sheet.session().grid().rows.len() - 1);
}
