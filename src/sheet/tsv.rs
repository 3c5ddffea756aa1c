//! Cells as plain text on the clipboard: tabs between columns, line ends between rows.

/// Quotes a cell that holds what parts cells or rows, or a quote.
pub fn quote(cell: &str) -> String {
    if cell.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// Reads rows of cells. One line end at the very end is dropped: spreadsheets append it.
pub fn parse(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_suffix('\n').map_or(text, |text| text.strip_suffix('\r').unwrap_or(text));
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
            '"' if cell.is_empty() => quoted = true,
            '\t' | '\n' | '\r' if !quoted => {
                if character == '\r' && characters.peek() == Some(&'\n') {
                    characters.next();
                }
                if let Some(row) = rows.last_mut() {
                    row.push(std::mem::take(&mut cell));
                }
                if character != '\t' {
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
