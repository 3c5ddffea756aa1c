//! A sheet as comma-separated text (RFC 4180), and the edits that come back in one.
//!
//! Numbers have all their digits and a point. Where the unit says per cent they are in per cent, as they are typed: 13.2
//! in a cell of “% a year”. A text that a spreadsheet would take for a formula has an apostrophe before it.

use super::content::{Content, content};
use crate::evaluate::Evaluation;
use crate::model::{Path, Plan, Problem, Style, Value};
use crate::sheet::{Cell, Grid, Row, SheetId, number, range_text, read_text, tsv};

const COMMA: char = ',';
/// A longer text is not read, in bytes.
const MOST_BYTES: usize = 5_000_000;

/// The sheet as text. Without an evaluation, as while a formula has an error, results are empty.
pub fn sheet(plan: &Plan, evaluation: Option<&Evaluation>, sheet: SheetId) -> String {
    let mut text = String::new();
    for line in lines(plan, evaluation, sheet) {
        let fields: Vec<String> = line.iter().map(|field| tsv::quote(field, COMMA)).collect();
        text.push_str(&fields.join(","));
        text.push_str("\r\n");
    }
    text
}

/// The fields of each line, the header first: label, unit, cells. All lines are of one length.
fn lines(plan: &Plan, evaluation: Option<&Evaluation>, sheet: SheetId) -> Vec<Vec<String>> {
    let grid = Grid::of(plan, sheet);
    let mut header = vec![sheet.label().to_owned(), "Unit".to_owned()];
    header.extend(grid.columns.iter().map(|column| guarded(&column.label)));
    let mut lines = vec![header];
    for row in &grid.rows {
        let contents: Vec<Content> = row.cells.iter().map(|cell| content(plan, evaluation, cell)).collect();
        let mut line = vec![guarded(&row.label), guarded(unit(row, &contents))];
        line.extend(contents.iter().map(field));
        line.resize(grid.columns.len() + 2, String::new());
        lines.push(line);
    }
    lines
}

/// The unit of a row. Results in per cent have none of their own on the sheet, as their texts show it.
fn unit<'a>(row: &'a Row, contents: &[Content]) -> &'a str {
    let is_percent = |content: &Content| matches!(content, Content::Number(_, Style::Percent));
    if row.unit.is_empty() && contents.iter().any(is_percent) { "%" } else { &row.unit }
}

fn field(content: &Content) -> String {
    match content {
        Content::Blank => String::new(),
        Content::Number(x, style) => number::edit_text(*x, *style).trim_end_matches('%').to_owned(),
        Content::Range(range, style) => range_text::edit_text(*range, *style),
        Content::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        Content::Text(text) => guarded(text),
    }
}

/// Whether a spreadsheet would take the text for a formula, apostrophes before it or not.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn guarded(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(text)
}

/// What was changed in an exported sheet: the inputs whose cells read otherwise than they would be exported now. A cell
/// left alone is no change, so a formula stays one. Results are not looked at.
///
/// # Errors
/// The text has another layout than the sheet of this plan, or a cell does not fit its input; the first such thing.
pub fn read_sheet(text: &str, plan: &Plan) -> Result<Vec<(Path, Value)>, Problem> {
    if text.len() > MOST_BYTES {
        return Err(Problem::new(format!("the text has {} bytes; expected at most {MOST_BYTES}", text.len())));
    }
    let mut found = tsv::parse(text.trim_start_matches('\u{feff}'), COMMA);
    while found.last().is_some_and(|line| line.iter().all(|field| field.trim().is_empty())) {
        found.pop();
    }
    let first = found.first().and_then(|line| line.first()).map_or("", |field| field.trim());
    let Some(sheet) = SheetId::ALL.into_iter().find(|sheet| sheet.label() == first) else {
        let names = SheetId::ALL.map(SheetId::label).join(", ");
        return Err(Problem::new(format!("the text does not begin with the name of a sheet; expected one of {names}")));
    };
    let expected = lines(plan, None, sheet);
    if found.len() != expected.len() {
        return Err(Problem::new(format!(
            "the text has {} lines; the sheet {} of this plan has {}",
            found.len(),
            sheet.label(),
            expected.len()
        )));
    }
    let grid = Grid::of(plan, sheet);
    let mut writes = Vec::new();
    for (index, (line, expected)) in found.iter().zip(&expected).enumerate() {
        check_labels(index, line, expected)?;
        let Some(row) = index.checked_sub(1) else { continue };
        let cells = grid.rows.get(row).map_or(&[][..], |row| &row.cells);
        for (column, exported) in expected.iter().enumerate().skip(2) {
            let field = line.get(column).map_or("", String::as_str);
            match cells.get(column - 2) {
                Some(Cell::Input(path)) => writes.extend(write(plan, path, field, exported)?),
                Some(Cell::Computed(_)) => {}
                _ => check_blank(index, field)?,
            }
        }
    }
    Ok(writes)
}

/// Refuses a line that is another one than that of the sheet: of the header all fields, of others the label.
fn check_labels(index: usize, line: &[String], expected: &[String]) -> Result<(), Problem> {
    let labels = if index == 0 { expected.len() } else { 1 };
    let field = |line: &[String], at: usize| unguarded(line.get(at).map_or("", |field| field.trim())).trim().to_owned();
    for at in 0..labels {
        let (found, label) = (field(line, at), field(expected, at));
        if found != label {
            let (found, label) = (Value::Text(found), Value::Text(label));
            let message = format!("line {} has {found} where the sheet of this plan has {label}", index + 1);
            return Err(Problem::new(message));
        }
    }
    line.iter().skip(expected.len()).try_for_each(|field| check_blank(index, field))
}

/// Refuses what stands where the sheet has no cell: it would be lost.
fn check_blank(index: usize, field: &str) -> Result<(), Problem> {
    if field.trim().is_empty() {
        return Ok(());
    }
    let field = Value::Text(field.to_owned());
    Err(Problem::new(format!("line {} has {field} where the sheet of this plan has no cell", index + 1)))
}

/// The write that a field of an input's cell means, if it means one.
fn write(plan: &Plan, path: &Path, field: &str, exported: &str) -> Result<Option<(Path, Value)>, Problem> {
    if field.trim() == exported.trim() {
        return Ok(None);
    }
    let value = read_text(plan, path, unguarded(field))?;
    let is_same = match (&value, plan.value(path)) {
        // Spreadsheets keep fifteen digits: what they only rounded must not take the place of a formula.
        (Value::Number(new), Some(Value::Number(old))) => format!("{new:.14e}") == format!("{old:.14e}"),
        (new, old) => old.as_ref() == Some(new),
    };
    Ok((!is_same).then(|| (path.clone(), value)))
}
