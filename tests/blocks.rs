//! Blocks of cells: copied, cut, pasted, tiled, filled and emptied, each as one step of the history.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::Sheet;
use weighbridge::model::Value;
use weighbridge::session::{Command, Mode, Pasted};
use weighbridge::sheet::{Cell, CellRef, Clip, ClipCell};

fn sheet() -> Sheet {
    Sheet::open("high-concurrency-api")
}

/// The scores of some criteria, row by row: Go, Node.js, Python.
fn scores<const N: usize>(sheet: &Sheet, criteria: [&str; N]) -> [[f64; 3]; N] {
    criteria.map(|id| ["go", "node", "python"].map(|own| sheet.number_of(&format!("criteria.{id}.scores.{own}"))))
}

fn press_all(sheet: &mut Sheet, keys: &str) {
    for key in keys.split(' ') {
        sheet.press(key);
    }
}

/// Presses a key that is one step of the history.
#[track_caller]
fn press_once(sheet: &mut Sheet, key: &str) {
    sheet.one_step(|sheet| {
        sheet.press(key);
    });
}

#[test]
fn a_rectangle_is_copied_with_its_blank_cells_and_headings_empty() {
    let mut sheet = sheet();
    sheet.select_range("criteria.C1.scores.go", "criteria.C2.scores.python");
    assert_eq!(sheet.copied().unwrap(), "9\t8\t6\n8\t6\t5");
    sheet.select_range("workload.launch_month", "workload.app_cpu_ms");
    sheet.press("Shift+Right");
    assert_eq!(sheet.copied().unwrap(), "1\t\n\t\ntriangular(1.5, 3, 7.5)\t");
    sheet.press("7");
    assert_eq!(sheet.copied(), None, "while typing, the text is copied");
}

#[test]
fn everything_copied_and_pasted_over_itself_changes_nothing() {
    for sheet_name in ["workload.peak_rps", "team.existing", "profiles.own.name", "groups.people.weight"] {
        let mut sheet = sheet();
        sheet.select(sheet_name);
        press_all(&mut sheet, "Ctrl+A Ctrl+A");
        let clip = sheet.session().copied().unwrap();
        sheet.send(Command::Paste(clip.clone(), Pasted::All));
        assert!(sheet.said().starts_with("Paste of "), "{}", sheet.said());
        // As plain text nobody knows which cells were results.
        sheet.send(Command::Paste(Clip::from_tsv(&clip.to_tsv()), Pasted::All));
        if !sheet_name.starts_with("profiles") {
            assert!(sheet.said().ends_with("is computed and cannot be set."), "{}", sheet.said());
            sheet.send(Command::PasteRest);
            assert!(sheet.said().ends_with(" left out"), "{}", sheet.said());
        }
        assert!(!sheet.session().can_undo(), "{sheet_name}: {}", sheet.said());
    }
}

#[test]
fn one_copied_cell_fills_the_selection() {
    let mut sheet = sheet();
    sheet.select("criteria.C3.scores.go");
    sheet.press("Ctrl+C");
    sheet.select_range("criteria.C1.scores.go", "criteria.C2.scores.node");
    press_once(&mut sheet, "Ctrl+V");
    assert_eq!(scores(&sheet, ["C1", "C2"]), [[9.0, 9.0, 6.0], [9.0, 9.0, 5.0]]);
    // Blank cells beside it are passed by.
    sheet.select("workload.growth");
    press_all(&mut sheet, "Shift+Space");
    sheet.paste("3%");
    assert_eq!((sheet.number_of("workload.growth"), sheet.said()), (0.03, "Paste into Traffic growth"));
}

#[test]
fn a_block_tiles_into_a_multiple_of_its_size_and_else_is_pasted_once() {
    let mut sheet = sheet();
    sheet.select_range("criteria.C1.scores.go", "criteria.C4.scores.node");
    sheet.paste("1\t2\n3\t4");
    assert_eq!(
        scores(&sheet, ["C1", "C2", "C3", "C4"]).map(|row| [row[0], row[1]]),
        [[1.0, 2.0], [3.0, 4.0], [1.0, 2.0], [3.0, 4.0]]
    );
    assert_eq!(sheet.range(), "criteria.C1.scores.go criteria.C4.scores.node");
    sheet.press("Ctrl+Z");
    sheet.select_range("criteria.C1.scores.go", "criteria.C3.scores.go");
    sheet.paste("1\t2\n3\t4");
    assert_eq!(scores(&sheet, ["C1", "C2", "C3"]).map(|row| [row[0], row[1]]), [[1.0, 2.0], [3.0, 4.0], [9.0, 8.0]]);
    assert_eq!(sheet.range(), "criteria.C1.scores.go criteria.C2.scores.node", "what was pasted is selected");
}

#[test]
fn values_only_leaves_formulas_behind() {
    let mut sheet = sheet();
    let cell = ClipCell { formula: Some("7 apples".into()), ..ClipCell::new("7") };
    let clip = Clip { rows: vec![vec![cell]] };
    sheet.select("criteria.C1.weight");
    assert!(sheet.refused(Command::Paste(clip.clone(), Pasted::All)).contains("apples"));
    sheet.send(Command::Paste(clip, Pasted::Values));
    assert_eq!(sheet.number_of("criteria.C1.weight"), 7.0);
}

#[test]
fn of_a_refused_paste_the_cells_that_fit_can_be_taken() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.scores.go");
    sheet.paste("1\tmany\t3\n4\t5\t60");
    let reason = "Nothing pasted. criteria.C1.scores.node: “many” is not a number.";
    assert_eq!((sheet.said(), sheet.session().refused_paste()), (reason, Some(reason)));
    sheet.press("Down");
    sheet.one_step(|sheet| drop(sheet.send(Command::PasteRest)));
    assert_eq!(scores(&sheet, ["C1", "C2"]), [[1.0, 8.0, 3.0], [4.0, 5.0, 5.0]]);
    assert_eq!(sheet.session().refused_paste(), None);
    assert_eq!(sheet.refused(Command::PasteRest), "There is nothing left to paste");
    sheet.select("criteria.C1.scores.go");
    sheet.paste("1\tmany\t3\n4\t5\t60");
    sheet.send(Command::PasteRest);
    assert_eq!(sheet.said(), "Paste of 4 cells, 2 left out");
}

#[test]
fn what_only_a_rule_between_cells_forbids_can_be_left_out_too() {
    let mut sheet = sheet();
    sheet.select("workload.heavy_share");
    sheet.paste("2%\n50\n10%\n30\n0.7\n\n50%\n30%\n30%");
    assert!(sheet.said().starts_with("Nothing pasted. workload.mix: "), "{}", sheet.said());
    sheet.send(Command::PasteRest);
    assert_eq!(sheet.said(), "Paste of 5 cells, 3 left out");
    assert_eq!(sheet.numbers(["workload.heavy_share", "workload.mix.crud"]), [0.02, 0.9]);
}

#[test]
fn a_refused_paste_is_forgotten_with_the_next_edit_or_sheet() {
    for key in ["Escape", "Alt+Down", "Ctrl+D"] {
        let mut sheet = sheet();
        sheet.select("criteria.C2.scores.go");
        sheet.paste("many");
        assert!(sheet.session().refused_paste().is_some());
        sheet.press(key);
        assert_eq!(sheet.session().refused_paste(), None, "{key}");
    }
}

#[test]
fn nothing_is_created_below_the_last_criterion_or_profile() {
    let mut sheet = sheet();
    sheet.select("criteria.C19.weight");
    sheet.paste("3\n3");
    assert_eq!(sheet.said(), "Nothing pasted. There is no cell for “3”.");
    sheet.select("profiles.own.name");
    sheet.paste("A\nB");
    assert_eq!(sheet.said(), "Nothing pasted. There is no cell for “B”.");
    assert!(!sheet.session().can_undo());
}

#[test]
fn cut_and_paste_is_one_step_and_moves() {
    let mut sheet = sheet();
    sheet.put("criteria.C1.scores.go", "1");
    sheet.put("criteria.C1.scores.node", "2");
    sheet.select_range("criteria.C1.scores.go", "criteria.C1.scores.node");
    let before = sheet.file();
    sheet.press("Ctrl+X");
    assert_eq!((sheet.file() == before, sheet.said()), (true, "2 cells marked; pasting moves them"));
    assert_eq!(sheet.session().cut_range(), Some(sheet.session().selected_range()));
    sheet.select("criteria.C3.scores.go");
    assert!(sheet.session().cut_range().is_some(), "moving keeps the mark");
    press_once(&mut sheet, "Ctrl+V");
    assert_eq!(
        scores(&sheet, ["C1", "C3"]),
        [[9.0, 8.0, 6.0], [1.0, 2.0, 5.0]],
        "the cells they came from have their defaults"
    );
    assert_eq!((sheet.session().cut_range(), sheet.said()), (None, "Redo: Move of 2 cells"));
}

#[test]
fn a_block_moves_over_its_own_edge() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.scores.go");
    sheet.paste("1\n2\n3");
    press_all(&mut sheet, "Ctrl+X Down");
    press_once(&mut sheet, "Ctrl+V");
    let column = scores(&sheet, ["C1", "C2", "C3", "C4"]).map(|row| row[0]);
    assert_eq!(column, [9.0, 1.0, 2.0, 3.0], "only the first cell is emptied");
    assert_eq!(sheet.said(), "Redo: Move of 3 cells");
}

#[test]
fn an_optional_cell_that_was_cut_is_empty() {
    let mut sheet = sheet();
    sheet.put("criteria.C1.threshold", "4");
    sheet.select("criteria.C1.threshold");
    press_all(&mut sheet, "Ctrl+X Down");
    press_once(&mut sheet, "Ctrl+V");
    assert_eq!(sheet.value_of("criteria.C1.threshold"), Value::Empty);
    assert_eq!(sheet.number_of("criteria.C2.threshold"), 4.0);
}

#[test]
fn a_cut_is_forgotten_by_escape_an_edit_another_copy_or_after_its_paste() {
    for keys in ["Escape", "7 Enter", "Down Down Ctrl+C", "Right Ctrl+D", "Ctrl+V"] {
        let mut sheet = sheet();
        sheet.put("criteria.C3.scores.go", "1");
        sheet.select("criteria.C3.scores.go");
        sheet.press("Ctrl+X");
        assert!(sheet.session().cut_range().is_some());
        press_all(&mut sheet, keys);
        assert_eq!(sheet.session().cut_range(), None, "{keys}");
    }
    // Something else from elsewhere is only pasted.
    let mut sheet = sheet();
    sheet.put("criteria.C3.scores.go", "1");
    sheet.select("criteria.C3.scores.go");
    press_all(&mut sheet, "Ctrl+X Down");
    sheet.paste("2");
    assert_eq!(sheet.numbers(["criteria.C3.scores.go", "criteria.C4.scores.go"]), [1.0, 2.0]);
    // The same text from the clipboard of the system, with the line end that it appends, is the block.
    sheet.select("criteria.C3.scores.go");
    press_all(&mut sheet, "Ctrl+X Down");
    sheet.paste("1\r\n");
    assert_eq!(sheet.numbers(["criteria.C3.scores.go", "criteria.C4.scores.go"]), [9.0, 1.0]);
}

#[test]
fn a_cut_pastes_on_another_sheet() {
    let mut sheet = sheet();
    sheet.put("workload.growth", "7%");
    sheet.select("workload.growth");
    sheet.press("Ctrl+X");
    sheet.select("team.attrition");
    assert_eq!(sheet.session().cut_range(), None, "it is on the other sheet");
    press_once(&mut sheet, "Ctrl+V");
    assert_eq!(sheet.number_of("team.attrition"), 0.07);
    assert_eq!(sheet.text_of("workload.growth"), "5\u{a0}%");
}

#[test]
fn computed_cells_cannot_be_cut_and_blank_ones_are_nothing() {
    let mut sheet = sheet();
    sheet.select_range("groups.performance.weight", "criteria.C1.scores.go");
    assert_eq!(
        sheet.refused(Command::Cut),
        "Nothing cut. results.go.score.by_group.performance is computed and cannot be moved."
    );
    sheet.select("workload.growth");
    sheet.press("Right");
    assert_eq!(sheet.refused(Command::Cut), "There is nothing to cut here");
    assert_eq!(sheet.session().cut_range(), None);
}

#[test]
fn a_refused_move_changes_nothing_and_can_be_tried_again() {
    let mut sheet = sheet();
    sheet.put("workload.peak_rps", "900");
    sheet.select("workload.peak_rps");
    sheet.press("Ctrl+X");
    sheet.select("criteria.C1.weight");
    sheet.put("criteria.C1.weight", "5");
    sheet.select("workload.peak_rps");
    sheet.press("Ctrl+X");
    sheet.select("criteria.C1.scores.go");
    let before = sheet.file();
    sheet.press("Ctrl+V");
    assert!(sheet.said().contains("expected a number from 0 to 10"), "{}", sheet.said());
    assert_eq!(sheet.file(), before);
    sheet.select("workload.connections");
    sheet.press("Ctrl+V");
    assert_eq!(sheet.numbers(["workload.peak_rps", "workload.connections"]), [2000.0, 900.0]);
}

#[test]
fn emptying_several_cells_is_one_step() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.scores.go");
    sheet.paste("1\t2\t3\t4");
    sheet.select_range("criteria.C1.weight", "criteria.C1.group");
    press_once(&mut sheet, "Delete");
    assert_eq!(scores(&sheet, ["C1"]), [[9.0, 8.0, 6.0]]);
    assert_eq!((sheet.value_of("criteria.C1.threshold"), sheet.number_of("criteria.C1.weight")), (Value::Empty, 5.0));
    sheet.select_range("results.go.score.by_group.performance", "results.python.score.by_group.performance");
    assert_eq!(sheet.refused(Command::Clear), "These cells are computed or blank: there is nothing to empty");
}

#[test]
fn emptying_everything_brings_the_starter_back() {
    let mut sheet = sheet();
    let first = sheet.file();
    for (path, text) in [("workload.peak_rps", "9"), ("workload.mix.crud", "20%"), ("workload.redundancy", "none")] {
        sheet.put(path, text);
    }
    press_all(&mut sheet, "Ctrl+A Ctrl+A Delete");
    let now = sheet.file();
    let changed: Vec<_> = first.lines().zip(now.lines()).filter(|(first, now)| first != now).collect();
    // An optional cell is emptied, whatever its default is.
    assert_eq!(changed, [("    \"max_wait_ms\": 25,", "    \"max_wait_ms\": null,")], "{}", sheet.said());
    assert_eq!(sheet.number_of("workload.peak_rps"), 2000.0);
}

#[test]
fn the_typed_text_goes_into_every_selected_input_or_into_none() {
    let mut sheet = sheet();
    sheet.select_range("criteria.C1.weight", "criteria.C2.scores.go");
    sheet.type_keys("12");
    let before = sheet.file();
    sheet.press("Ctrl+Enter");
    assert_eq!((sheet.draft(), sheet.session().mode()), ("12", Mode::Enter), "weights take it, scores do not");
    assert_eq!(sheet.refusal(), "criteria.C1.scores.go: 12 is out of bounds; expected a number from 0 to 10.");
    assert_eq!((sheet.file(), sheet.session().can_undo()), (before, false));
    sheet.press("Escape");
    sheet.one_step(|sheet| {
        sheet.type_keys("2");
        sheet.press("Ctrl+Enter");
    });
    let paths = ["criteria.C1.weight", "criteria.C1.scores.go", "criteria.C2.weight", "criteria.C2.scores.go"];
    assert_eq!(sheet.numbers(paths), [2.0; 4]);
    assert_eq!(sheet.said_first(), "Redo: Entry into 4 cells");
}

#[test]
fn a_fill_repeats_or_goes_on_in_steps() {
    let mut sheet = sheet();
    let to = |sheet: &Sheet, path: &str| Command::FillTo(sheet.session().grid().find(&path.into()).unwrap());
    sheet.select("criteria.C1.scores.go");
    sheet.paste("1\n3");
    let command = to(&sheet, "criteria.C4.scores.go");
    sheet.one_step(|sheet| drop(sheet.send(command)));
    assert_eq!(scores(&sheet, ["C1", "C2", "C3", "C4"]).map(|row| row[0]), [1.0, 3.0, 5.0, 7.0]);
    // Up again, from the last two.
    sheet.select_range("criteria.C3.scores.go", "criteria.C4.scores.go");
    let command = to(&sheet, "criteria.C2.scores.go");
    sheet.send(command);
    assert_eq!(scores(&sheet, ["C2"])[0][0], 3.0);
    assert_eq!(sheet.range(), "criteria.C2.scores.go criteria.C4.scores.go");
    // One number is repeated, and so is what has no equal steps.
    sheet.select("criteria.C1.scores.go");
    let command = to(&sheet, "criteria.C1.scores.python");
    sheet.send(command);
    assert_eq!(scores(&sheet, ["C1"]), [[1.0, 1.0, 1.0]]);
    sheet.select("criteria.C1.weight");
    sheet.paste("1\n2\n4");
    let command = to(&sheet, "criteria.C5.weight");
    sheet.send(command);
    assert_eq!(sheet.numbers(["criteria.C4.weight", "criteria.C5.weight"]), [1.0, 2.0]);
}

#[test]
fn a_series_of_shares_goes_on_without_rounding_noise() {
    let mut sheet = sheet();
    sheet.select("alternatives.go.team.know_share");
    sheet.paste("10%\t20%");
    sheet.send(Command::FillTo(CellRef { column: 3, ..sheet.at() }));
    assert_eq!(sheet.number_of("alternatives.python.team.know_share"), 0.3);
}

#[test]
fn a_series_that_leaves_the_bounds_is_refused_whole() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.scores.go");
    sheet.paste("1\n5");
    let at = sheet.session().grid().find(&"criteria.C5.scores.go".into()).unwrap();
    assert_eq!(
        sheet.refused(Command::FillTo(at)),
        "Nothing filled. criteria.C4.scores.go: 13 is out of bounds; expected a number from 0 to 10."
    );
    sheet.select("workload.peak_rps");
    assert_eq!(sheet.refused(Command::FillDown), "There is no row above to fill from");
    assert_eq!(sheet.refused(Command::FillRight), "There is no column on the left to fill from");
}

#[test]
fn a_fill_of_rows_passes_computed_cells_over_computed_ones() {
    let mut sheet = sheet();
    sheet.select_range("criteria.C1.weight", "criteria.C2.group");
    press_once(&mut sheet, "Ctrl+D");
    assert_eq!(scores(&sheet, ["C2"]), [[9.0, 8.0, 6.0]]);
    sheet.select_range("criteria.C18.scores.go", "results.go.score.by_group.operations");
    assert!(matches!(sheet.session().grid().cell(sheet.session().selected_range().last), Some(Cell::Computed(_))));
    assert!(sheet.refused(Command::FillDown).ends_with("is computed and cannot be set."));
}

#[test]
fn taking_back_a_paste_that_was_held_down_leads_to_the_first_plan() {
    let mut sheet = sheet();
    let first = sheet.file();
    sheet.select("criteria.C1.scores.go");
    for number in 0..10 {
        sheet.paste(&format!("{number}\t{number}\n{number}\t{number}\n"));
        press_all(&mut sheet, "Ctrl+C Down Down Ctrl+V");
        sheet.select("criteria.C1.scores.go");
    }
    for _ in 0..60 {
        sheet.press("Ctrl+Z");
    }
    assert_eq!(sheet.file(), first);
    for _ in 0..60 {
        sheet.press("Ctrl+Y");
    }
    assert_eq!(scores(&sheet, ["C3"])[0][0], 9.0);
}

#[test]
fn exactly_one_line_end_is_dropped() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.threshold");
    sheet.paste("3\n");
    sheet.put("criteria.C2.threshold", "5");
    sheet.select("criteria.C1.threshold");
    sheet.paste("3\n\n");
    assert_eq!(sheet.value_of("criteria.C2.threshold"), Value::Empty, "the second line is an empty cell");
}

#[test]
fn ten_thousand_rows_are_refused_at_the_first_that_has_no_cell() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.weight");
    sheet.paste(&"1\n".repeat(10_000));
    assert_eq!(sheet.said(), "Nothing pasted. There is no cell for “1”.");
    sheet.send(Command::PasteRest);
    assert!(sheet.said().ends_with(" left out"), "{}", sheet.said());
    assert_eq!(sheet.number_of("criteria.C19.weight"), 1.0);
}

#[test]
fn a_column_with_results_in_it_is_copied_over_another_one() {
    let mut sheet = Sheet::open("high-concurrency-api");
    sheet.select("criteria.C1.scores.go");
    sheet.press("Ctrl+Space");
    sheet.press("Ctrl+C");
    let clip = sheet.session().copied().unwrap();
    sheet.select("criteria.C1.scores.node");
    sheet.press("Ctrl+Space");
    sheet.one_step(|sheet| {
        sheet.send(Command::Paste(clip.clone(), Pasted::All));
    });
    for criterion in ["C1", "C9", "C19"] {
        let score = |id: &str| sheet.number_of(&format!("criteria.{criterion}.scores.{id}"));
        assert_eq!(score("node"), score("go"), "{criterion}");
    }
}
