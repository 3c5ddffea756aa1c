//! What a table of a web page means as a block of cells. The page is parsed elsewhere; here are spans, white space and
//! the numbers behind rounded texts.

use super::clip::{Clip, ClipCell, MOST_CELLS, MOST_ROWS, too_much};
use super::number;
use crate::model::Style;

/// The most columns one cell may span, as in the standard for web pages.
const MOST_SPAN: usize = 1_000;

/// A table on its way to a [`Clip`], given row by row and cell by cell. The further places of a merged cell are empty.
#[derive(Default)]
pub struct Table {
    rows: Vec<Vec<ClipCell>>,
    /// For each column, how many rows the cells above still reach down.
    reach: Vec<usize>,
    hidden: Vec<(usize, usize)>,
    cells: usize,
    full: bool,
}

impl Table {
    /// Begins the next row.
    pub fn row(&mut self) {
        self.fill_from_above(true);
        self.full |= self.rows.len() >= MOST_ROWS;
        self.rows.push(Vec::new());
    }

    /// The next cell of the row; one that reaches down to the end of the table says 0 rows.
    pub fn cell(&mut self, cell: ClipCell, columns: usize, rows: usize) {
        self.fill_from_above(false);
        let below = if rows == 0 { MOST_ROWS } else { rows - 1 };
        let mut cell = Some(cell);
        for _ in 0..columns.clamp(1, MOST_SPAN) {
            let at = self.rows.last().map_or(0, Vec::len);
            if self.reach.len() <= at {
                self.reach.resize(at + 1, 0);
            }
            if let Some(reach) = self.reach.get_mut(at) {
                *reach = below;
            }
            self.push(cell.take().unwrap_or_default());
        }
    }

    /// Leaves out `count` columns from this one on.
    pub fn hide(&mut self, column: usize, count: usize) {
        self.hidden.push((column, count));
    }

    /// Whether the table has grown too large; there is no use in going on.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// The block.
    ///
    /// # Errors
    /// A sentence, without its final stop, where there is too much.
    pub fn into_clip(mut self) -> Result<Clip, String> {
        self.fill_from_above(true);
        if self.full {
            return Err(too_much());
        }
        let hidden = self.hidden;
        let is_seen =
            |at: usize| !hidden.iter().any(|(from, count)| (*from..from.saturating_add(*count)).contains(&at));
        for row in &mut self.rows {
            let mut column = 0;
            row.retain(|_| {
                column += 1;
                is_seen(column - 1)
            });
        }
        self.rows.retain(|row| !row.is_empty());
        Ok(Clip { rows: self.rows })
    }

    /// Empty cells where cells of rows above reach down: up to the next free place, or all that are left of the row.
    fn fill_from_above(&mut self, to_the_end: bool) {
        let end = self.reach.iter().rposition(|reach| *reach > 0).filter(|_| to_the_end).map_or(0, |last| last + 1);
        while let Some(row) = self.rows.last().filter(|_| !self.full) {
            let at = row.len();
            if let Some(reach) = self.reach.get_mut(at).filter(|reach| **reach > 0) {
                *reach -= 1;
            } else if at >= end {
                break;
            }
            self.push(ClipCell::default());
        }
    }

    fn push(&mut self, cell: ClipCell) {
        self.cells += 1;
        self.full |= self.cells > MOST_CELLS;
        if let Some(row) = self.rows.last_mut().filter(|_| !self.full) {
            row.push(cell);
        }
    }
}

/// The text of one cell, with white space as a web page shows it.
#[derive(Default)]
pub struct CellText {
    text: String,
    keeps_space: bool,
    space: bool,
    edge: bool,
}

impl CellText {
    /// An empty text. One that keeps its space changes no letter.
    pub fn new(keeps_space: bool) -> Self {
        Self { keeps_space, ..Self::default() }
    }

    /// Text between marks.
    pub fn push(&mut self, raw: &str) {
        for character in raw.chars() {
            if !self.keeps_space && character.is_ascii_whitespace() {
                self.space = true;
                continue;
            }
            self.close_edge();
            if self.space && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.space = false;
            self.text.push(if character == '\u{a0}' && !self.keeps_space { ' ' } else { character });
        }
    }

    /// A line break.
    pub fn line_break(&mut self) {
        self.close_edge();
        if !self.keeps_space {
            self.text.truncate(self.text.trim_end_matches(' ').len());
        }
        self.space = false;
        self.text.push('\n');
    }

    /// Where a paragraph begins or ends.
    pub fn edge(&mut self) {
        self.edge = true;
    }

    fn close_edge(&mut self) {
        if std::mem::take(&mut self.edge) && !self.text.is_empty() && !self.text.ends_with('\n') {
            self.line_break();
        }
    }

    /// The text.
    pub fn finish(self) -> String {
        if self.keeps_space { self.text } else { self.text.trim_matches([' ', '\n']).to_owned() }
    }
}

/// Whether something with this `style` is not shown.
pub fn is_hidden(style: &str) -> bool {
    declares(style, "display:none")
}

/// Whether white space counts where the `style` is this.
pub fn keeps_space(style: &str) -> bool {
    declares(style, "white-space:pre")
}

fn declares(style: &str, declaration: &str) -> bool {
    style.to_ascii_lowercase().replace(' ', "").contains(declaration)
}

/// The text with all digits of the `value` behind it: `$1,250.50` and `1250.4996` make `$1250.4996`, `12.3%` and
/// `0.12345` make `12.345%`. What does not show that very number, as a date does not, stays as it is shown.
pub fn exact(shown: &str, value: &str) -> String {
    all_digits(shown, value).unwrap_or_else(|| shown.to_owned())
}

fn all_digits(shown: &str, value: &str) -> Option<String> {
    let value: f64 = value.trim().parse().ok().filter(|x: &f64| x.is_finite())?;
    let first = shown.find(|c: char| c.is_ascii_digit()).unwrap_or(shown.len());
    let (before, after) = (label(shown.get(..first)?)?, label(shown.get(first..)?)?);
    if !before.is_empty() && !after.is_empty() {
        return None;
    }
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let written: String = shown.chars().filter(char::is_ascii_digit).collect();
    // Accountants write a dash for nothing.
    let written: f64 = if written.is_empty() && shown.contains(['-', '–']) { 0.0 } else { written.parse().ok()? };
    // Whether the last mark is a point or parts thousands is another country's business; one of the two fits.
    let behind = shown.rfind(['.', ',']).and_then(|at| shown.get(at..)).map_or(0, digits);
    let is_share = shown.contains('%');
    let size = value.abs() * if is_share { 100.0 } else { 1.0 };
    let fits = |decimals: usize| {
        let scaled = size * 10_f64.powi(decimals as i32);
        (scaled - written).abs() <= 0.5 + 1e-9 * scaled.max(1.0)
    };
    if !(fits(behind) || fits(0)) {
        return None;
    }
    let number = number::edit_text(value, if is_share { Style::Percent } else { Style::Plain });
    Some(if after.is_empty() { format!("{before}{number}") } else { format!("{number} {after}") })
}

/// What is left of a number's text without what numbers are written with; nothing where that is no label either.
fn label(text: &str) -> Option<String> {
    let is_numeric = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,'’+-−–()%".contains(c);
    let label: String = text.chars().filter(|c| !is_numeric(*c)).collect();
    let is_label = !label.contains(|c: char| c.is_ascii_punctuation() && c != '$');
    is_label.then_some(label)
}
