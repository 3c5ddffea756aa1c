//! What other programs put on the clipboard: tab-separated text, pages, and the tables in them.

use crate::fuzz;
use crate::support::Sheet;
use weighbridge::session::{Command, Pasted};
use weighbridge::sheet::clip::{Clip, ClipCell, MOST_CELLS, MOST_ROWS};
use weighbridge::sheet::clip_markup::tamed;
use weighbridge::sheet::clip_table::{CellText, Table, exact};

const WORDS: &[&str] = &[
    "\t",
    "\n",
    "\r",
    "\r\n",
    "\"",
    "\"\"",
    "\"\t\"",
    "\t\t\t",
    "=1+1",
    "=cmd|' /C calc'!A0",
    "@SUM(1)",
    "1,5",
    "NaN",
    "\u{0}",
    "\u{202e}",
    "\u{feff}",
    "<",
    "<td",
    "<table><tr>",
    "<div>",
    "</div>",
    "<b>",
    "</td>",
    "<!--",
    "-->",
    " style=",
    " STYLE = ",
    " onload=",
    "'",
    "<style>",
    "<base ",
    "<script>",
    "<svg/onload=",
    "/>",
    "=",
    "&#0;",
    "<table>",
    "<tr>",
    "colspan=1000",
    "rowspan=0",
];

const TEXTS: &[&[u8]] = &[
    b"1\t2\t3\n4\t\"five\nsix\"\t7\r\n",
    b"\"say \"\"no\"\"\"\t=1+1\nn+1\tyes",
    b"5\n6\n7\n8\n",
    b"<table><col style='display:none'><tr><td style=\"a:b\" colspan=2>1<td sdval=2>2</table>",
    b"<html><style>td{}</style><!-- <td style> --><base href=//x><td title='<style>'>",
];

/// Within the bounds or refused; and what is pasted either changes cells or says why not, and can be taken back.
fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let clip = match Clip::from_text(&text) {
        Ok(clip) => clip,
        Err(message) => return assert!(!message.is_empty() && !message.ends_with('.')),
    };
    assert!(clip.rows.len() <= MOST_ROWS && clip.rows.iter().map(Vec::len).sum::<usize>() <= MOST_CELLS);
    assert_eq!(Clip::from_tsv(&clip.to_tsv()), clip, "{text:?}");
    let mut sheet = Sheet::open("microservices");
    sheet.select("criteria.C1.weight");
    let before = sheet.file();
    sheet.send(Command::Paste(clip, Pasted::All));
    if sheet.file() == before {
        sheet.send(Command::PasteRest);
    }
    if sheet.file() != before {
        sheet.send(Command::Undo);
    }
    assert_eq!(sheet.file(), before, "one undo takes it back");
}

/// Styles go under other names, all of them at once, and all else is as it was.
fn page(bytes: &[u8]) {
    let page = String::from_utf8_lossy(bytes);
    let Some(without) = tamed(&page) else { return };
    // `on` becomes `data-on`.
    assert!(without.len() <= page.len() * 3 + 16);
    assert_eq!(without.replace("data-", "").replace("x-", ""), page.replace("data-", "").replace("x-", ""));
    assert_eq!(tamed(&without), Some(without), "nothing is left to be renamed: {page:?}");
}

/// A table with any spans stays within its bounds, and so do the texts of its cells.
fn table(bytes: &[u8]) {
    let mut table = Table::default();
    let mut texts = 0;
    for four in bytes.chunks(4) {
        let [what, first, second, third] = [0, 1, 2, 3].map(|at| four.get(at).copied().unwrap_or(0));
        let span = |byte: u8| if byte > 250 { usize::MAX } else { usize::from(byte) };
        match what % 8 {
            0 | 1 => table.row(),
            2 => table.hide(span(first), span(second)),
            3 if !table.is_full() => table.cell(ClipCell::new("1"), span(first), span(second)),
            _ => {
                let mut text = CellText::new(third % 2 == 0);
                text.push(&String::from_utf8_lossy(four));
                text.edge();
                text.line_break();
                let text = text.finish();
                let value = String::from_utf8_lossy(&four[1..]);
                table.cell(ClipCell::new(exact(&text, &value)), span(first) % 4, span(second) % 4);
                texts += 1;
            }
        }
    }
    if let Ok(clip) = table.into_clip() {
        assert!(clip.rows.len() <= MOST_ROWS && clip.rows.iter().map(Vec::len).sum::<usize>() <= MOST_CELLS);
        assert!(clip.rows.iter().flatten().filter(|cell| !cell.text.is_empty()).count() <= texts + bytes.len());
    }
}

#[test]
fn a_pasted_text_is_refused_or_taken_as_one_step() {
    fuzz(TEXTS, WORDS, text);
}

#[test]
fn a_pasted_page_loses_its_styles_and_nothing_else() {
    fuzz(TEXTS, WORDS, page);
}

#[test]
fn a_pasted_table_stays_within_its_bounds() {
    fuzz(&[b"\0\0\0\0\x04abc\x03\x02\x02\0\x02\x01\x01\0", b"\x03\xff\xff\0\0\0\0\0\x03\xff\0\0"], &[], table);
}
