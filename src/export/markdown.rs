//! The decision record as Markdown, with the tables of GitHub. What the user wrote stays what it is: it makes no heading,
//! breaks no table and brings no mark-up along; lists and paragraphs in it stay lists and paragraphs.

use super::record::{Block, Cell, DecisionRecord, Field, Table};

/// What stands where nothing was written.
const NOTHING: &str = "*Not written yet.*";

/// The record as the text of a file.
pub fn markdown(record: &DecisionRecord) -> String {
    let mut parts = vec![format!("# {}", inline(&record.title))];
    let facts: Vec<String> = record.facts.iter().filter(|fact| !fact.text.trim().is_empty()).map(fact).collect();
    parts.push(facts.join("\n"));
    for section in &record.sections {
        parts.push(format!("## {}", section.title));
        parts.extend(section.blocks.iter().map(block));
    }
    parts.push("---".into());
    parts.extend(record.footer.iter().map(|line| inline(line)));
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn fact(field: &Field) -> String {
    format!("- {}: {}", field.input.label, inline(&field.text))
}

fn block(block: &Block) -> String {
    match block {
        Block::Text(text) => inline(text),
        Block::List(points) => points.iter().map(|point| format!("- {}", inline(point))).collect::<Vec<_>>().join("\n"),
        Block::Table(rows) => table(rows),
        Block::Field(field) if field.text.trim().is_empty() => NOTHING.into(),
        Block::Field(field) => paragraphs(&field.text),
    }
}

fn table(table: &Table) -> String {
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines = vec![format!("**{}**", inline(&table.caption)), String::new()];
    lines.push(line(table.columns.iter().map(|column| inline(&column.label)).collect()));
    lines.push(line(table.columns.iter().map(|column| if column.is_number { "---:" } else { "---" }.into()).collect()));
    lines.extend(table.rows.iter().map(|row| line(row.iter().map(cell).collect())));
    lines.join("\n")
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => inline(text),
        Cell::Field(field) => {
            let texts = std::iter::once(&field.text).chain(&field.notes).map(|text| text.trim());
            texts.filter(|text| !text.is_empty()).map(in_cell).collect::<Vec<_>>().join("<br>")
        }
    }
}

/// A text on one line.
fn inline(text: &str) -> String {
    escape(&one_line(text))
}

/// Spaces that keep a number and its unit together are kept.
fn one_line(text: &str) -> String {
    let parts = text.split(|c: char| c.is_control() || matches!(c, ' ' | '\u{2028}' | '\u{2029}'));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The lines of a text in one cell of a table.
fn in_cell(text: &str) -> String {
    text.lines().map(inline).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("<br>")
}

/// A text of several lines.
fn paragraphs(text: &str) -> String {
    let mut kept = String::new();
    for line in text.trim().lines().map(inline) {
        let is_first_empty = line.is_empty() && !kept.ends_with("\n\n");
        if !line.is_empty() {
            // Two spaces: a line break of the writer's is one of the reader's too.
            kept.push_str(if kept.is_empty() || kept.ends_with('\n') { "" } else { "  \n" });
            kept.push_str(&line);
        } else if is_first_empty {
            kept.push_str("\n\n");
        }
    }
    kept
}

/// Escapes what Markdown would take for mark-up, on one line. Marks of lists stay, and so do addresses.
fn escape(line: &str) -> String {
    let is_rule = !line.is_empty() && line.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | ' '));
    let mut words: Vec<String> = Vec::new();
    for (index, word) in line.split(' ').enumerate() {
        let is_first = index == 0;
        words.push(match word {
            "-" | "+" | "*" if is_first && !is_rule => word.to_owned(),
            _ if is_address(word) => word.replace('|', "%7C").replace('<', "%3C").replace('`', "%60"),
            _ => {
                let opens_a_block = is_first && (is_rule || word.starts_with(['#', '>']));
                format!("{}{}", if opens_a_block { "\\" } else { "" }, escape_word(word, opens_a_block))
            }
        });
    }
    words.join(" ")
}

fn is_address(word: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| word.starts_with(scheme))
}

fn escape_word(word: &str, is_escaped: bool) -> String {
    let mut escaped = String::with_capacity(word.len());
    let mut before = ' ';
    for (index, c) in word.char_indices() {
        let rest = word.get(index + c.len_utf8()..).unwrap_or("");
        let is_mark = match c {
            '\\' | '`' | '*' | '<' | '|' | '[' | ']' | '~' => true,
            // Inside of a word it is a letter like any other.
            '_' => !(before.is_alphanumeric() && rest.starts_with(char::is_alphanumeric)),
            '&' => is_entity(rest),
            _ => false,
        };
        if is_mark && !(is_escaped && index == 0) {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// Whether what follows an ampersand makes a letter of it: `amp;`, `#60;`.
fn is_entity(rest: &str) -> bool {
    let name = rest.split_once(';').map_or("", |(name, _)| name);
    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
}
