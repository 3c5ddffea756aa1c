//! Tables of web pages as blocks of cells: spans, white space, hidden columns, the number behind a rounded text.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use support::cases;
use weighbridge::model::Style;
use weighbridge::sheet::clip::{Clip, ClipCell, MOST_CELLS, MOST_ROWS};
use weighbridge::sheet::clip_table::{CellText, Table, exact, is_hidden, keeps_space};
use weighbridge::sheet::number;

/// Rows of cells: text, columns, rows.
fn table(rows: &[&[(&str, usize, usize)]]) -> Table {
    let mut table = Table::default();
    for row in rows {
        table.row();
        for (text, columns, rows) in *row {
            table.cell(ClipCell::new(*text), *columns, *rows);
        }
    }
    table
}

fn texts(clip: &Clip) -> Vec<Vec<&str>> {
    clip.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect()
}

fn read(rows: &[&[(&str, usize, usize)]]) -> Vec<String> {
    texts(&table(rows).into_clip().unwrap()).iter().map(|row| row.join("|")).collect()
}

#[test]
fn the_further_places_of_a_merged_cell_are_empty() {
    assert_eq!(read(&[&[("a", 1, 1), ("b", 1, 1)], &[("c", 1, 1)]]), ["a|b", "c"]);
    assert_eq!(read(&[&[("a", 2, 1), ("b", 1, 1)], &[("c", 1, 1), ("d", 1, 1), ("e", 1, 1)]]), ["a||b", "c|d|e"]);
    // Down in the first column, in the middle one, and in the last.
    assert_eq!(read(&[&[("a", 1, 2), ("b", 1, 1)], &[("c", 1, 1)]]), ["a|b", "|c"]);
    assert_eq!(read(&[&[("a", 1, 1), ("b", 1, 2), ("c", 1, 1)], &[("d", 1, 1), ("e", 1, 1)]]), ["a|b|c", "d||e"]);
    assert_eq!(read(&[&[("a", 1, 1), ("b", 1, 3)], &[("c", 1, 1)], &[]]), ["a|b", "c|", "|"]);
    assert_eq!(read(&[&[("a", 2, 2), ("b", 1, 1)], &[("c", 1, 1)], &[("d", 1, 1)]]), ["a||b", "||c", "d"]);
    // No row comes into being below the last; 0 rows reach there.
    assert_eq!(read(&[&[("a", 1, 9), ("b", 1, 1)], &[("c", 1, 1)]]), ["a|b", "|c"]);
    assert_eq!(read(&[&[("a", 1, 0)], &[("b", 1, 1)], &[("c", 1, 1)]]), ["a", "|b", "|c"]);
    assert_eq!(read(&[&[("a", 0, 1), ("b", 1, 1)]]), ["a|b"]);
    assert_eq!(read(&[&[("a", 1, 1)], &[], &[("b", 1, 1)]]), ["a", "b"], "a row without cells takes no room");
}

#[test]
fn hidden_columns_are_left_out() {
    let mut table = table(&[&[("a", 1, 1), ("b", 1, 1), ("c", 1, 1)], &[("d", 2, 1), ("e", 1, 1)], &[("f", 1, 1)]]);
    table.hide(1, 1);
    table.hide(3, usize::MAX);
    assert_eq!(texts(&table.into_clip().unwrap()), [vec!["a", "c"], vec!["d", "e"], vec!["f"]]);
    for (style, hidden) in [
        ("display:none", true),
        ("width:0; DISPLAY : none;mso-width-alt:0", true),
        ("display:block", false),
        ("", false),
    ] {
        assert_eq!(is_hidden(style), hidden, "{style}");
    }
}

#[test]
fn a_table_without_bound_is_refused() {
    let sentence = "The clipboard holds more than 5,000 rows or 200,000 cells; copy fewer at a time";
    let cell = || ClipCell::new("x");
    let mut long = Table::default();
    for _ in 0..=MOST_ROWS {
        assert!(!long.is_full());
        long.row();
        long.cell(cell(), 1, 1);
    }
    assert!(long.is_full());
    assert_eq!(long.into_clip(), Err(sentence.into()));
    // A span is cut at 1,000 columns, and what reaches down is counted.
    let mut wide = Table::default();
    wide.row();
    wide.cell(cell(), usize::MAX, usize::MAX);
    for _ in 1..=MOST_CELLS / 1000 {
        assert!(!wide.is_full());
        wide.row();
    }
    assert_eq!(wide.into_clip(), Err(sentence.into()));
    let mut deep = Table::default();
    deep.row();
    deep.cell(cell(), usize::MAX, 1);
    assert_eq!(deep.into_clip().unwrap().size(), (1, 1000));
}

/// A small spelling of a cell's content: `/` is a line break, `¶` the edge of a paragraph, `·` a space that does not break.
fn shown(content: &str, keeps_space: bool) -> String {
    let mut text = CellText::new(keeps_space);
    for piece in content.split_inclusive(['/', '¶']) {
        text.push(&piece.trim_end_matches(['/', '¶']).replace('·', "\u{a0}"));
        match piece.chars().last() {
            Some('/') => text.line_break(),
            Some('¶') => text.edge(),
            _ => {}
        }
    }
    text.finish()
}

#[test]
fn white_space_is_what_a_page_shows() {
    for (content, text) in [
        ("a", "a"),
        ("  a \r\n\t b  ", "a b"),
        ("\n  1,200\n", "1,200"),
        ("first/second", "first\nsecond"),
        ("first /\n  second", "first\nsecond"),
        ("a//b", "a\n\nb"),
        ("/", ""),
        ("·", ""),
        ("·$···1,234.50·", "$   1,234.50"),
        ("a· b", "a  b"),
        ("\n ¶a¶\n", "a"),
        ("¶a¶ ¶b¶", "a\nb"),
        ("¶a/¶¶b¶", "a\nb"),
        ("¶a¶¶/¶¶b¶", "a\n\nb"),
        ("¶/¶", ""),
        ("", ""),
    ] {
        assert_eq!(shown(content, false), text, "{content:?}");
    }
    for (content, text) in [("  a\t b ", "  a\t b "), ("a//", "a\n\n"), ("5·%", "5\u{a0}%"), ("a\rb", "a\rb")] {
        assert_eq!(shown(content, true), text, "{content:?}");
    }
    for (style, keeps) in [
        ("white-space:pre-wrap", true),
        ("color:red; white-space: pre", true),
        ("white-space:nowrap", false),
        ("white-space:normal", false),
    ] {
        assert_eq!(keeps_space(style), keeps, "{style}");
    }
}

#[test]
fn a_rounded_text_gets_the_digits_of_the_number_behind_it() {
    for (shown, value, text) in [
        ("1,234,567.9", "1234567.891", "1234567.891"),
        ("12.3%", "0.12345", "12.345%"),
        ("5 %", "0.05", "5%"),
        ("12%", "0.125", "12.5%"),
        ("13%", "0.125", "12.5%"),
        ("$1,250.50", "1250.4996", "$1250.4996"),
        ("$\u{a0}1,250.50", "1250.5", "$1250.5"),
        ("1.250,50 €", "1250.5", "1250.5 €"),
        ("1 250,50 €", "1250.5", "1250.5 €"),
        ("CHF 1’250.50", "1250.5", "CHF1250.5"),
        ("(1,500.00)", "-1500.001", "-1500.001"),
        ("($1,500)", "-1500.25", "$-1500.25"),
        ("-0.3", "-0.333333333333333", "-0.333333333333333"),
        (".5", "0.5", "0.5"),
        ("1.234", "1234", "1234"),
        ("0", "0.00001", "0.00001"),
        ("0.1", "0.1", "0.1"),
        ("$ -", "0", "$0"),
        ("-", "0", "0"),
        ("100000000000000000000", "1E+020", "100000000000000000000"),
        ("0.000012345678901", "0.0000123456789012346", "0.0000123456789012346"),
        ("3 h", "3.2", "3.2 h"),
    ] {
        assert_eq!(exact(shown, value), text, "{shown} of {value}");
    }
}

#[test]
fn what_does_not_show_its_number_stays_as_it_is() {
    for (shown, value) in [
        ("2024-01-31", "45322"),
        ("31.01.2024", "45322"),
        ("01/31/24", "45322"),
        ("Jan 2024", "45292"),
        ("12:00", "0.5"),
        ("0:00", "0"),
        ("1/2", "0.5"),
        ("TRUE", "1"),
        ("Err:510", "0"),
        ("#####", "1234"),
        ("1.23E-05", "0.0000123"),
        ("1", "1234"),
        ("5", "7"),
        ("", "7"),
        ("12", "x"),
        ("12", "NaN"),
        ("US 12 h", "12"),
        ("about 5", ""),
    ] {
        assert_eq!(exact(shown, value), shown, "{shown} of {value}");
    }
}

proptest! {
    #![proptest_config(cases(1000))]

    /// However a number is rounded and parted, its cell takes all of it.
    #[test]
    fn the_number_behind_a_text_is_what_a_cell_reads(x in -1e9..1e9f64, decimals in 0..5usize, share: bool) {
        let (style, percent) = if share { (Style::Percent, "%") } else { (Style::Plain, "") };
        let scaled = if share { x * 100.0 } else { x };
        let shown = weighbridge::model::amount::number(scaled, decimals) + percent;
        let text = exact(&shown, &x.to_string());
        prop_assert_eq!(number::parse(&text, style, "USD"), Ok(x), "{} {}", shown, text);
        prop_assert_eq!(number::parse(&text, Style::Plain, "USD"), Ok(x), "{} {}", shown, text);
    }

    /// No text and no value ends the program.
    #[test]
    fn any_text_has_an_answer(shown in ".{0,12}", value in "[-+]?[0-9.]{0,9}(E[-+][0-9]{0,3})?") {
        let text = exact(&shown, &value);
        prop_assert!(text == shown || value.parse::<f64>().is_ok());
    }

    /// A table of spans has rows no longer than its columns, and each text stands in it once.
    #[test]
    fn no_cell_is_lost(rows in prop::collection::vec(prop::collection::vec((1..4usize, 0..4usize), 1..4), 1..5)) {
        let mut table = Table::default();
        let mut count = 0;
        for row in &rows {
            table.row();
            for (columns, reach) in row {
                count += 1;
                table.cell(ClipCell::new(count.to_string()), *columns, *reach);
            }
        }
        let clip = table.into_clip().unwrap();
        prop_assert_eq!(clip.rows.len(), rows.len());
        let found: Vec<usize> = clip.rows.iter().flatten().filter_map(|cell| cell.text.parse().ok()).collect();
        prop_assert_eq!(found, (1..=count).collect::<Vec<_>>());
    }
}
