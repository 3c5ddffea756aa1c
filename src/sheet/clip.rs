//! Blocks of cells on their way through the clipboard, as plain text and as a web page's table.

use super::tsv;
use crate::model::amount;

/// A block with more rows is refused.
pub const MOST_ROWS: usize = 5_000;
/// A block with more cells is refused.
pub const MOST_CELLS: usize = 200_000;
/// A longer text is refused before it is read, in bytes.
pub const MOST_BYTES: usize = 5_000_000;

/// One copied cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClipCell {
    /// The value as plain text with all its digits; it parses back.
    pub text: String,
    /// The formula, `=` and all, where the cell holds one.
    pub formula: Option<String>,
    /// Whether it is a result: where another result stands, there is nothing to paste.
    pub computed: bool,
}

impl ClipCell {
    /// A cell without a formula.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// A block of copied cells, row by row. The rows of a block that comes from elsewhere may differ in length.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clip {
    /// The rows, each with at least one cell.
    pub rows: Vec<Vec<ClipCell>>,
}

impl Clip {
    /// Reads tab-separated text, letter for letter; an empty text holds no cell. Formulas do not come as plain text.
    pub fn from_tsv(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let row = |texts: Vec<String>| texts.into_iter().map(ClipCell::new).collect();
        Self { rows: tsv::parse(text, tsv::TAB).into_iter().map(row).collect() }
    }

    /// Reads tab-separated text of bounded size.
    ///
    /// # Errors
    /// A sentence, without its final stop, where there is too much.
    pub fn from_text(text: &str) -> Result<Self, String> {
        // Counted before reading: each cell takes many times the room of the one character that ends it.
        if text.len() > MOST_BYTES || text.matches(['\t', '\n', '\r']).count() >= MOST_CELLS {
            return Err(too_much());
        }
        let clip = Self::from_tsv(text);
        if clip.rows.len() > MOST_ROWS { Err(too_much()) } else { Ok(clip) }
    }

    /// The values as tab-separated text. [`Self::from_tsv`] reads the same texts back.
    pub fn to_tsv(&self) -> String {
        let line = |row: &Vec<ClipCell>| {
            row.iter().map(|cell| tsv::quote(&cell.text, tsv::TAB)).collect::<Vec<_>>().join("\t")
        };
        let mut text = self.rows.iter().map(line).collect::<Vec<_>>().join("\n");
        // A last row that is one empty cell leaves no trace but the line end before it, which a reader drops.
        if !self.is_empty() && (text.is_empty() || text.ends_with('\n')) {
            text.push('\n');
        }
        text
    }

    /// The values as a table, with the formulas beside them.
    pub fn to_html(&self) -> String {
        let mut html = String::from("<meta charset=\"utf-8\"><table><tbody>");
        for row in &self.rows {
            html.push_str("<tr>");
            for cell in row {
                html.push_str("<td");
                if let Some(formula) = &cell.formula {
                    html.push_str(" data-formula=\"");
                    escape(formula, "&#10;", &mut html);
                    html.push('"');
                }
                if cell.computed {
                    html.push_str(" data-computed");
                }
                if has_space_to_keep(&cell.text) {
                    html.push_str(" style=\"white-space:pre-wrap\"");
                }
                html.push('>');
                // Excel would otherwise begin a new row at a line break.
                escape(&cell.text, "<br style=\"mso-data-placement:same-cell\">", &mut html);
                html.push_str("</td>");
            }
            html.push_str("</tr>");
        }
        html.push_str("</tbody></table>");
        html
    }

    /// The number of rows, and of cells in the longest of them.
    pub fn size(&self) -> (usize, usize) {
        (self.rows.len(), self.rows.iter().map(Vec::len).max().unwrap_or(0))
    }

    /// Whether there is no cell at all. One empty cell is a cell.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().all(Vec::is_empty)
    }
}

/// Why a block is not read.
pub(super) fn too_much() -> String {
    let figure = |x: usize| amount::number(x as f64, 0);
    format!(
        "The clipboard holds more than {} rows or {} cells; copy fewer at a time",
        figure(MOST_ROWS),
        figure(MOST_CELLS)
    )
}

fn escape(text: &str, line_break: &str, html: &mut String) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            '\n' => html.push_str(line_break),
            // A bare one would be read as a line break.
            '\r' => html.push_str("&#13;"),
            _ => html.push(character),
        }
    }
}

/// Whether a web page would show other spaces than the text has.
fn has_space_to_keep(text: &str) -> bool {
    let blank = [' ', '\n'];
    text.starts_with(blank)
        || text.ends_with(blank)
        || text.contains(['\t', '\r', '\u{c}', '\u{a0}'])
        || ["  ", " \n", "\n "].iter().any(|pair| text.contains(pair))
}
