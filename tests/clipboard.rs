//! Copying and pasting, with other spreadsheets too: all cells or none, as one step.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::Sheet;
use weighbridge::session::Mode;
use weighbridge::sheet::tsv;

fn sheet() -> Sheet {
    Sheet::open("high-concurrency-api")
}

fn scores(sheet: &Sheet, criterion: &str) -> [f64; 3] {
    ["go", "node", "python"].map(|id| sheet.number_of(&format!("criteria.{criterion}.scores.{id}")))
}

#[test]
fn a_copied_cell_pastes_to_the_same_value() {
    for (from, to) in [
        ("criteria.C1.weight", "criteria.C6.weight"),
        ("workload.growth", "workload.conn_growth"),
        ("team.loaded_cost_factor", "workload.region_mult"),
        ("alternatives.go.team.salary", "alternatives.python.team.salary"),
        ("alternatives.node.rewrite.cost", "alternatives.go.rewrite.cost"),
        ("workload.egress_flat", "workload.max_wait_ms"),
        ("alternatives.go.tiers.0.parts", "alternatives.node.tiers.0.parts"),
        ("profiles.go-net-http.per_core_process", "alternatives.go.offload_heavy"),
    ] {
        let mut sheet = sheet();
        sheet.select(from);
        let copied = sheet.copied().unwrap();
        sheet.select(to);
        sheet.paste(&copied);
        assert_eq!(sheet.value_of(to), sheet.value_of(from), "{copied}");
    }
}

#[test]
fn a_computed_cell_copies_its_number_in_full_and_a_blank_one_nothing() {
    let mut sheet = sheet();
    sheet.select("results.go.score.grouped");
    let copied: f64 = sheet.copied().unwrap().parse().unwrap();
    assert_eq!(Some(copied), sheet.session().evaluation().outcome("go").unwrap().score.grouped);
    sheet.select("results.go.months.36.binding");
    assert_eq!(sheet.copied().as_deref(), Some("cpu"), "words are copied as they are shown");
    sheet.select("workload.peak_rps");
    sheet.press("Right");
    assert_eq!(sheet.copied(), None);
}

#[test]
fn a_block_from_a_spreadsheet_is_one_step() {
    let mut sheet = sheet();
    let before = sheet.file();
    sheet.select("criteria.C1.scores.go");
    sheet.paste("1\t2\t3\r\n4\t5\t6\r\n");
    assert_eq!((scores(&sheet, "C1"), scores(&sheet, "C2")), ([1.0, 2.0, 3.0], [4.0, 5.0, 6.0]));
    assert_eq!(scores(&sheet, "C3"), [9.0, 8.0, 5.0], "the line end at the end adds no row");
    assert_eq!(sheet.said(), "Paste of 6 cells");
    sheet.press("Ctrl+Z");
    assert_eq!(sheet.file(), before);
    assert_eq!(sheet.selected(), "criteria.C1.scores.go");
}

#[test]
fn a_block_skips_headings_and_fits_over_blank_cells() {
    let mut sheet = sheet();
    sheet.select("workload.connections");
    sheet.paste("700\t\t\n10%\n2\n3.5");
    let read = ["connections", "conn_growth", "launch_month", "app_cpu_ms"];
    assert_eq!(read.map(|name| sheet.number_of(&format!("workload.{name}"))), [700.0, 0.1, 2.0, 3.5]);
}

#[test]
fn one_refused_cell_stops_the_whole_paste_and_is_named() {
    for (text, said) in [
        ("1\t2\t3\n4\tmany\t6", "Nothing pasted. criteria.C2.scores.node: “many” is not a number."),
        ("1\t2\t30", "Nothing pasted. criteria.C1.scores.python: 30 is out of bounds; expected a number from 0 to 10."),
        ("1\t2\t3\t4\ttyped\tpeople\t5", "Nothing pasted. There is no cell for “5”."),
        ("\t2", "Nothing pasted. criteria.C1.scores.go: a number is missing."),
    ] {
        let mut sheet = sheet();
        let before = sheet.file();
        sheet.select("criteria.C1.scores.go");
        sheet.paste(text);
        assert_eq!(sheet.said(), said);
        assert_eq!((sheet.file(), sheet.session().can_undo()), (before, false));
    }
}

#[test]
fn a_paste_over_computed_cells_or_past_the_end_is_refused() {
    let mut sheet = sheet();
    let before = sheet.file();
    sheet.select("criteria.C19.scores.go");
    sheet.paste("1\n2");
    assert_eq!(sheet.said(), "Nothing pasted. results.go.score.grouped is computed and cannot be set.");
    sheet.select("profiles.own.conn_cap");
    sheet.paste("1\n2");
    assert_eq!(sheet.said(), "Nothing pasted. There is no cell for “2”.");
    assert_eq!((sheet.file(), sheet.session().can_undo()), (before, false));
}

#[test]
fn a_paste_that_breaks_a_rule_between_cells_is_refused() {
    let mut sheet = sheet();
    let before = sheet.file();
    sheet.select("workload.mix.crud");
    sheet.paste("50%\n30%\n30%");
    assert!(sheet.said().contains("workload.mix: the shares crud, pure and native sum to 110"), "{}", sheet.said());
    assert_eq!((sheet.file(), sheet.session().can_undo()), (before, false));
}

#[test]
fn pasting_while_typing_drops_what_was_typed() {
    let mut sheet = sheet();
    sheet.select("criteria.C1.weight");
    sheet.press("9");
    sheet.paste("3");
    assert_eq!((sheet.number_of("criteria.C1.weight"), sheet.session().mode()), (3.0, Mode::Ready));
}

#[test]
fn text_is_parted_into_cells_as_spreadsheets_do() {
    for (text, cells) in [
        ("a", vec![vec!["a"]]),
        ("a\tb\nc\td\n", vec![vec!["a", "b"], vec!["c", "d"]]),
        ("a\r\nb\r\n", vec![vec!["a"], vec!["b"]]),
        ("a\rb", vec![vec!["a"], vec!["b"]]),
        ("a\n\n", vec![vec!["a"], vec![""]]),
        ("\"x\ty\"\t\"line\nend\"\t\"say \"\"hi\"\"\"", vec![vec!["x\ty", "line\nend", "say \"hi\""]]),
        ("5\" disk", vec![vec!["5\" disk"]]),
    ] {
        assert_eq!(tsv::parse(text, tsv::TAB), cells, "{text:?}");
    }
}

#[test]
fn a_quoted_cell_reads_back_as_itself() {
    for cell in ["plain", "tab\there", "two\nlines", "a \"quote\"", "\r", "\"", ""] {
        assert_eq!(tsv::parse(&tsv::quote(cell, tsv::TAB), tsv::TAB), [[cell]], "{cell:?}");
        assert_eq!(
            tsv::parse(&format!("{}\t{}\r\n", tsv::quote(cell, tsv::TAB), 1), tsv::TAB),
            [[cell, "1"]],
            "{cell:?}"
        );
    }
}
