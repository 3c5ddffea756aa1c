//! Cells as plain text: tabs between columns on the clipboard, commas in files, line ends between rows.

use std::iter::Peekable;
use std::str::Chars;

/// What stands between cells on the clipboard.
pub const TAB: char = '\t';

/// Quotes a cell that holds what parts cells or rows, or a quote.
pub fn quote(cell: &str, separator: char) -> String {
    if cell.contains([separator, '\n', '\r', '"']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// Reads rows of cells. One line end at the very end is dropped: spreadsheets append it.
pub fn parse(text: &str, separator: char) -> Vec<Vec<String>> {
    let without = text.strip_suffix("\r\n").or_else(|| text.strip_suffix('\n')).or_else(|| text.strip_suffix('\r'));
    let text = without.unwrap_or(text);
    let mut rows = vec![Vec::new()];
    let mut cell = String::new();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if cell.is_empty() && is_quoted(characters.clone(), separator) => quoted = true,
            _ if !quoted && (character == separator || "\n\r".contains(character)) => {
                if character == '\r' && characters.peek() == Some(&'\n') {
                    characters.next();
                }
                if let Some(row) = rows.last_mut() {
                    row.push(std::mem::take(&mut cell));
                }
                if character != separator {
                    rows.push(Vec::new());
                }
            }
            _ => cell.push(character),
        }
    }
    if let Some(row) = rows.last_mut() {
        row.push(cell);
    }
    rows
}

/// Whether the quote before this text ends where a cell ends. LibreOffice writes `"a" or "b"` as it stands.
fn is_quoted(mut rest: Peekable<Chars>, separator: char) -> bool {
    while let Some(character) = rest.next() {
        if character == '"' && rest.next_if_eq(&'"').is_none() {
            return rest.peek().is_none_or(|next| *next == separator || "\n\r".contains(*next));
        }
    }
    false
}
