//! Blocks of cells as text and as a table: what is written reads back, and nothing of it is markup.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use support::cases;
use weighbridge::sheet::clip::{Clip, ClipCell, MOST_BYTES, MOST_CELLS, MOST_ROWS};
use weighbridge::sheet::tsv;

fn clip(rows: &[&[&str]]) -> Clip {
    Clip { rows: rows.iter().map(|row| row.iter().map(|text| ClipCell::new(*text)).collect()).collect() }
}

#[test]
fn text_is_read_as_spreadsheets_write_it() {
    for (text, rows) in [
        ("1\t2\r\n3\t4\r\n", &[&["1", "2"][..], &["3", "4"]][..]),
        ("1\t2\n3\t4\n", &[&["1", "2"], &["3", "4"]]),
        ("1\t2\r3\t4\r", &[&["1", "2"], &["3", "4"]]),
        ("1\t2\n3\t4", &[&["1", "2"], &["3", "4"]]),
        ("1\t2\n3", &[&["1", "2"], &["3"]]),
        ("1\n\n", &[&["1"], &[""]]),
        ("1\r\n\r\n", &[&["1"], &[""]]),
        ("\t\n", &[&["", ""]]),
        ("\n", &[&[""]]),
        ("\r\n", &[&[""]]),
        ("1\u{a0}234\t7\u{a0}", &[&["1\u{a0}234", "7\u{a0}"]]),
        ("\"a\nb\"\tc", &[&["a\nb", "c"]]),
        ("\"a\r\nb\"\r\n", &[&["a\r\nb"]]),
        ("\"\"\t\"\"\"\"", &[&["", "\""]]),
        // Written as they stand: no quotes that hold a cell together.
        ("\"a\" or \"b\"\tc", &[&["\"a\" or \"b\"", "c"]]),
        ("\"open\tc\nd", &[&["\"open", "c"], &["d"]]),
        ("5\" disk\t3\"", &[&["5\" disk", "3\""]]),
    ] {
        assert_eq!(Clip::from_tsv(text), clip(rows), "{text:?}");
    }
    assert_eq!(Clip::from_tsv(""), Clip::default());
}

#[test]
fn a_block_knows_its_size() {
    for (rows, size, is_empty) in [
        (&[][..], (0, 0), true),
        (&[&[""][..]][..], (1, 1), false),
        (&[&["1", "2"], &["3"]], (2, 2), false),
        (&[&["1"], &["2", "3", "4"], &["5"]], (3, 3), false),
    ] {
        let clip = clip(rows);
        assert_eq!((clip.size(), clip.is_empty()), (size, is_empty), "{rows:?}");
    }
}

#[test]
fn text_is_quoted_only_where_needed() {
    for (rows, text) in [
        (&[&["1", "a, b"][..], &["it's", "<b>"]][..], "1\ta, b\nit's\t<b>"),
        (&[&["a\tb", "c\nd", "say \"hi\"", "e\rf"]], "\"a\tb\"\t\"c\nd\"\t\"say \"\"hi\"\"\"\t\"e\rf\""),
        (&[&["1"], &[""]], "1\n\n"),
        (&[&[""]], "\n"),
        (&[&["", ""]], "\t"),
        (&[], ""),
    ] {
        assert_eq!(clip(rows).to_tsv(), text);
    }
}

#[test]
fn formulas_go_beside_the_values_in_the_table_and_not_into_the_text() {
    let formula = Some("=a < b & \"c\"".into());
    let clip = Clip { rows: vec![vec![ClipCell { formula, ..ClipCell::new("80%") }, ClipCell::new("1200.5")]] };
    assert_eq!(clip.to_tsv(), "80%\t1200.5");
    assert_eq!(
        clip.to_html(),
        "<meta charset=\"utf-8\"><table><tbody><tr>\
         <td data-formula=\"=a &lt; b &amp; &quot;c&quot;\">80%</td><td>1200.5</td></tr></tbody></table>"
    );
}

#[test]
fn a_table_holds_text_and_no_markup() {
    for (text, cell) in [
        ("<img src=x onerror='f()'>", "<td>&lt;img src=x onerror=&#39;f()&#39;&gt;</td>"),
        ("</td>&amp;\"", "<td>&lt;/td&gt;&amp;amp;&quot;</td>"),
        ("two\nlines", "<td>two<br style=\"mso-data-placement:same-cell\">lines</td>"),
        ("a b", "<td>a b</td>"),
        ("a  b", "<td style=\"white-space:pre-wrap\">a  b</td>"),
        (" a", "<td style=\"white-space:pre-wrap\"> a</td>"),
        ("a\tb", "<td style=\"white-space:pre-wrap\">a\tb</td>"),
        ("a\rb", "<td style=\"white-space:pre-wrap\">a&#13;b</td>"),
        ("5\u{a0}%", "<td style=\"white-space:pre-wrap\">5\u{a0}%</td>"),
        ("Größe", "<td>Größe</td>"),
        ("", "<td></td>"),
    ] {
        let html = clip(&[&[text]]).to_html();
        let inside = html.strip_prefix("<meta charset=\"utf-8\"><table><tbody><tr>").unwrap();
        assert_eq!(inside.strip_suffix("</tr></tbody></table>").unwrap(), cell, "{text:?}");
    }
}

#[test]
fn too_much_is_refused_with_a_sentence() {
    let sentence = "The clipboard holds more than 5,000 rows or 200,000 cells; copy fewer at a time";
    let rows = |count: usize| "1\n".repeat(count);
    assert_eq!(Clip::from_text(&rows(MOST_ROWS)).unwrap().size(), (MOST_ROWS, 1));
    let wide = "\t".repeat(MOST_CELLS - 1);
    assert_eq!(Clip::from_text(&wide).unwrap().size(), (1, MOST_CELLS));
    for text in [rows(MOST_ROWS + 1), format!("{wide}\t"), "x".repeat(MOST_BYTES + 1)] {
        assert_eq!(Clip::from_text(&text), Err(sentence.into()));
    }
}

fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[\t\n\r\"a é\u{a0}]{0,5}", ".{0,6}", "\"[^\t]{0,3}"]
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn what_is_written_reads_back(rows in prop::collection::vec(prop::collection::vec(any_cell(), 1..4), 0..4)) {
        let clip = Clip { rows: rows.into_iter().map(|row| row.into_iter().map(ClipCell::new).collect()).collect() };
        let text = clip.to_tsv();
        prop_assert_eq!(&Clip::from_tsv(&text), &clip, "{:?}", text);
        // Other programs end the last row too.
        if !clip.is_empty() && !text.ends_with('\n') {
            prop_assert_eq!(&Clip::from_tsv(&format!("{text}\r\n")), &clip, "{:?}", text);
        }
    }

    /// Any text is some block, and what was read once reads back unchanged.
    #[test]
    fn any_text_is_a_block(text in "[\t\n\r\"ab]{0,12}") {
        let clip = Clip::from_tsv(&text);
        prop_assert!(clip.rows.iter().all(|row| !row.is_empty()));
        prop_assert_eq!(Clip::from_tsv(&clip.to_tsv()), clip);
    }

    /// Between the marks of the table stands no character that is markup.
    #[test]
    fn no_cell_can_break_out_of_the_table(text in ".{0,20}", formula in ".{0,20}") {
        let cell = ClipCell { formula: Some(format!("={formula}")), ..ClipCell::new(text) };
        let html = Clip { rows: vec![vec![cell]] }.to_html();
        let without_breaks = html.replace("<br style=\"mso-data-placement:same-cell\">", "");
        let marks = without_breaks.matches('<').count();
        prop_assert_eq!((marks, without_breaks.matches('>').count()), (9, 9), "{}", html);
    }
}

#[test]
fn a_quote_opens_only_where_it_also_closes() {
    assert_eq!(tsv::parse("\"a\"b\"", tsv::TAB), [["\"a\"b\""]]);
    assert_eq!(tsv::parse("\"a\"\"b\"", tsv::TAB), [["a\"b"]]);
    assert_eq!(tsv::parse("\"\"x", tsv::TAB), [["\"\"x"]]);
}
