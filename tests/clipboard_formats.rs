//! What other spreadsheets put on the clipboard, as plain text; `tests/data/clipboard/README.md` says where it is from.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::data;
use weighbridge::model::Style::{Money, Percent, Plain};
use weighbridge::sheet::clip::{Clip, ClipCell};
use weighbridge::sheet::number;

const PROGRAMS: [&str; 7] =
    ["excel-windows", "excel-mac", "excel-2003", "google-sheets", "libreoffice", "numbers", "weighbridge"];

fn file(program: &str, kind: &str) -> String {
    data(&format!("clipboard/{program}.{kind}"))
}

fn expected(program: &str, what: &str) -> Vec<Vec<String>> {
    let json: serde_json::Value = serde_json::from_str(&file(program, "expected.json")).unwrap();
    serde_json::from_value(json[what].clone()).unwrap()
}

fn texts(clip: &Clip) -> Vec<Vec<String>> {
    clip.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect()
}

#[test]
fn plain_text_is_read_into_its_cells_and_no_row_more() {
    for program in PROGRAMS {
        let clip = Clip::from_text(&file(program, "txt")).unwrap();
        assert_eq!(texts(&clip), expected(program, "txt"), "{program}");
        assert!(clip.rows.iter().all(|row| row.len() == 4), "{program}");
    }
}

#[test]
fn both_kinds_hold_the_same_block() {
    for program in PROGRAMS.into_iter().filter(|program| *program != "excel-2003") {
        let (text, table) = (expected(program, "txt"), expected(program, "html"));
        assert_eq!(text.len(), table.len(), "{program}");
        for (text, table) in text.iter().zip(&table) {
            assert_eq!(text.len(), table.len(), "{program}");
        }
    }
}

#[test]
fn numbers_are_taken_as_they_come() {
    for program in PROGRAMS.into_iter().filter(|program| !["excel-2003", "weighbridge"].contains(program)) {
        for (what, exact) in [("txt", false), ("html", program == "libreoffice")] {
            let rows = expected(program, what);
            let (many, share, price) =
                if exact { (1_234_567.891, 0.12345, 1250.4996) } else { (1_234_567.9, 0.123, 1250.5) };
            for ((row, column), style, number) in [
                ((1, 1), Plain, many),
                ((1, 2), Percent, share),
                ((2, 1), Money, price),
                ((2, 2), Percent, 0.05),
                ((3, 1), Money, -1500.0),
                ((4, 1), Plain, 0.1),
                ((4, 2), Percent, 1.0),
            ] {
                let text = &rows[row][column];
                assert_eq!(number::parse(text, style, "USD"), Ok(number), "{program} {what} {text:?}");
            }
        }
    }
}

#[test]
fn this_programs_own_block_is_written_as_recorded() {
    let formula = |text: String| Some(text).filter(|text| !text.is_empty());
    let (rows, formulas) = (expected("weighbridge", "html"), expected("weighbridge", "formulas"));
    let cell = |(text, of): (String, String)| ClipCell { formula: formula(of), ..ClipCell::new(text) };
    let row = |(texts, of): (Vec<String>, Vec<String>)| texts.into_iter().zip(of).map(cell).collect();
    let clip = Clip { rows: rows.into_iter().zip(formulas).map(row).collect() };
    assert_eq!(clip.to_html(), file("weighbridge", "html"));
    assert_eq!(clip.to_tsv(), file("weighbridge", "txt"));
}
