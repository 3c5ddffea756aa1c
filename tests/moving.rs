//! Keys that move the selection. Nothing wraps, and headings are passed by.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::Sheet;
use weighbridge::model::Path;
use weighbridge::session::Command;
use weighbridge::sheet::{Cell, CellRef, Grid, SheetId};

fn sheet() -> Sheet {
    Sheet::open("high-concurrency-api")
}

fn press_all(sheet: &mut Sheet, keys: &[&str]) {
    for key in keys {
        assert!(sheet.press(key), "the grid answers to {key}");
    }
}

#[test]
fn a_plan_opens_at_its_first_cell() {
    assert_eq!(sheet().selected(), "groups.performance.weight");
}

#[test]
fn arrows_move_one_cell() {
    let mut sheet = sheet();
    for (key, there) in [
        ("Down", "criteria.C1.weight"),
        ("Right", "criteria.C1.scores.go"),
        ("Right", "criteria.C1.scores.node"),
        ("Down", "criteria.C2.scores.node"),
        ("Left", "criteria.C2.scores.go"),
        ("Up", "criteria.C1.scores.go"),
    ] {
        press_all(&mut sheet, &[key]);
        assert_eq!(sheet.selected(), there, "{key}");
    }
}

#[test]
fn arrows_never_wrap_on_any_sheet() {
    for sheet_id in SheetId::ALL {
        let mut sheet = sheet();
        sheet.open_sheet(sheet_id);
        press_all(&mut sheet, &["Ctrl+End"]);
        for _ in 0..10 {
            press_all(&mut sheet, &["Right", "Down"]);
        }
        let grid = sheet.session().grid();
        let corner = CellRef { row: grid.rows.len() - 1, column: grid.columns.len() - 1 };
        assert_eq!(sheet.at(), corner, "{sheet_id:?}");
        for _ in 0..corner.row + corner.column + 10 {
            press_all(&mut sheet, &["Left", "Up"]);
        }
        let first_stop = (0..).find(|row| sheet.session().grid().is_stop(*row)).unwrap();
        assert_eq!(sheet.at(), CellRef { row: first_stop, column: 0 }, "{sheet_id:?}");
    }
}

#[test]
fn headings_are_passed_by() {
    let mut sheet = sheet();
    sheet.select("workload.launch_month");
    press_all(&mut sheet, &["Down"]);
    assert_eq!(sheet.selected(), "workload.app_cpu_ms", "a heading stands between the two");
    press_all(&mut sheet, &["Up"]);
    assert_eq!(sheet.selected(), "workload.launch_month");
    let heading = CellRef { row: 0, column: 0 };
    sheet.send(Command::Select(heading));
    assert_eq!(sheet.selected(), "workload.launch_month", "nor can one be clicked");
}

#[test]
fn home_and_end_go_to_the_used_ends_of_the_row() {
    let mut sheet = sheet();
    sheet.select("criteria.C3.scores.node");
    press_all(&mut sheet, &["End"]);
    assert_eq!(sheet.selected(), "criteria.C3.group");
    press_all(&mut sheet, &["Home"]);
    assert_eq!(sheet.selected(), "criteria.C3.weight");

    sheet.select("alternatives.node.team.salary");
    press_all(&mut sheet, &["Home"]);
    assert_eq!(sheet.selected(), "alternatives.go.team.salary", "the first cell of this row is blank");
    sheet.select("team.hires");
    press_all(&mut sheet, &["End"]);
    assert_eq!(sheet.selected(), "team.hires", "the others of this row are blank");
}

#[test]
fn ctrl_home_and_ctrl_end_go_to_the_used_corners_of_the_sheet() {
    let mut sheet = sheet();
    press_all(&mut sheet, &["Ctrl+End"]);
    assert_eq!(sheet.selected(), "results.python.score.grouped");
    press_all(&mut sheet, &["Ctrl+Home"]);
    assert_eq!(sheet.selected(), "groups.performance.weight");
    sheet.open_sheet(SheetId::Workload);
    press_all(&mut sheet, &["Ctrl+End"]);
    assert_eq!(sheet.selected(), "results.python.months.36.infrastructure");
    press_all(&mut sheet, &["Ctrl+Home"]);
    assert_eq!(sheet.selected(), "workload.peak_rps", "the heading above it is no cell");
}

#[test]
fn page_keys_move_a_screen_and_stop_at_the_ends() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.scores.node");
    let start = sheet.at();
    press_all(&mut sheet, &["PageDown"]);
    let page = sheet.at();
    assert!(page.row > start.row + 5 && page.column == start.column);
    press_all(&mut sheet, &["PageUp"]);
    assert_eq!(sheet.at(), start);
    press_all(&mut sheet, &["PageDown"; 9]);
    assert_eq!(sheet.selected(), "results.node.score.grouped");
    press_all(&mut sheet, &["PageUp"; 9]);
    assert_eq!(sheet.at(), CellRef { row: 0, column: 2 });
}

#[test]
fn page_keys_pass_headings_too() {
    for sheet_id in SheetId::ALL {
        let mut sheet = sheet();
        sheet.open_sheet(sheet_id);
        let stops: Vec<usize> =
            (0..sheet.session().grid().rows.len()).filter(|row| sheet.session().grid().is_stop(*row)).collect();
        for row in &stops {
            for (key, end) in [("PageDown", stops.last()), ("PageUp", stops.first())] {
                sheet.send(Command::Select(CellRef { row: *row, column: 0 }));
                press_all(&mut sheet, &[key]);
                let moved = sheet.at().row.abs_diff(*row);
                assert!((8..=12).contains(&moved) || Some(&sheet.at().row) == end, "{key} from {row} on {sheet_id:?}");
            }
        }
    }
}

#[test]
fn tab_tab_enter_returns_to_the_column_where_tabbing_began() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.scores.go");
    sheet.press("1");
    sheet.press("Tab");
    sheet.press("2");
    sheet.press("Tab");
    sheet.press("3");
    sheet.press("Enter");
    assert_eq!(sheet.selected(), "criteria.C2.scores.go");
    let scores = ["go", "node", "python"].map(|id| sheet.number_of(&format!("criteria.C1.scores.{id}")));
    assert_eq!(scores, [1.0, 2.0, 3.0], "and keeps what was typed");

    sheet.press("4");
    sheet.press("Enter");
    assert_eq!(sheet.selected(), "criteria.C3.scores.go", "Enter alone stays in its column");
}

#[test]
fn another_movement_forgets_where_tabbing_began() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.weight");
    press_all(&mut sheet, &["Tab", "Tab", "Down"]);
    sheet.press("4");
    sheet.press("Enter");
    assert_eq!(sheet.selected(), "criteria.C3.scores.node");
}

#[test]
fn shift_tab_goes_left_and_stops() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.scores.go");
    press_all(&mut sheet, &["Shift+Tab", "Shift+Tab"]);
    assert_eq!(sheet.selected(), "criteria.C1.weight");
}

#[test]
fn after_escape_on_a_cell_tab_leaves_the_grid() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.weight");
    sheet.press("9");
    sheet.press("Escape");
    assert!(!sheet.session().tab_leaves(), "the first Escape drops what was typed");
    sheet.press("Escape");
    assert_eq!(sheet.said(), "Tab now leaves the grid");
    assert!(!sheet.press("Tab") && !sheet.press("Shift+Tab"), "the browser moves the focus");

    press_all(&mut sheet, &["Down", "Tab"]);
    assert_eq!(sheet.selected(), "criteria.C2.scores.go", "any other key takes Tab back");
}

#[test]
fn each_sheet_keeps_its_own_selection() {
    let mut sheet = sheet();
    sheet.select("criteria.C7.scores.python");
    sheet.select("workload.ram_gb");
    press_all(&mut sheet, &["Alt+Up"]);
    assert_eq!((sheet.selected().as_str(), sheet.said()), ("criteria.C7.scores.python", "Sheet Criteria"));
    press_all(&mut sheet, &["Alt+Up"]);
    assert_eq!(sheet.session().sheet(), SheetId::Criteria, "sheets do not wrap either");
    press_all(&mut sheet, &["Alt+Down"]);
    assert_eq!((sheet.selected().as_str(), sheet.said()), ("workload.ram_gb", "Sheet Workload"));
    press_all(&mut sheet, &["Alt+Down", "Alt+Down", "Alt+Down", "Alt+Down"]);
    assert_eq!(sheet.session().sheet(), SheetId::Compare);
}

#[test]
fn going_to_an_input_opens_its_sheet() {
    let mut sheet = Sheet::open("ml-inference");
    let shown: Vec<_> = SheetId::ALL.iter().flat_map(|id| inputs_on(&sheet, *id)).collect();
    assert!(shown.len() > 200, "{}", shown.len());
    for path in sheet.session().plan().paths() {
        let before = sheet.selected();
        sheet.send(Command::GoTo(path.clone()));
        // A raw value without a cell belongs to its criterion, like a score.
        let thing = path.to_string().replace(".raw.", ".");
        let (selected, thing) = (sheet.selected(), Path::from(thing).parent().to_string());
        if shown.contains(&path) {
            assert_eq!(selected, path.as_str());
        } else if thing.contains('.') {
            assert!(selected.starts_with(&format!("{thing}.")), "{path} led to {selected}");
        } else {
            assert_eq!(selected, before, "what is on no sheet leaves the selection");
        }
    }
}

fn inputs_on(sheet: &Sheet, id: SheetId) -> Vec<Path> {
    let grid = Grid::of(sheet.session().plan(), id);
    let input = |cell: &Cell| if let Cell::Input(path) = cell { Some(path.clone()) } else { None };
    grid.rows.iter().flat_map(|row| &row.cells).filter_map(input).collect()
}
