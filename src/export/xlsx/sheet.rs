//! One sheet of the plan as a worksheet.

use rust_xlsxwriter::{Formula, Note, Worksheet, XlsxError};

use super::look;
use super::places::{BEFORE, Place, Places};
use super::translate::translated;
use crate::evaluate::Evaluation;
use crate::export::content::{Content, content};
use crate::model::{Names, Path, Plan, Style};
use crate::sheet::{Cell, Grid, RowKind, SheetId, range_text};

/// Excel takes no longer note, in characters; some room is left.
const LONGEST_NOTE: usize = 30_000;

pub(super) fn write(
    sheet: &mut Worksheet,
    plan: &Plan,
    evaluation: &Evaluation,
    id: SheetId,
    places: &Places,
) -> Result<(), XlsxError> {
    let grid = Grid::of(plan, id);
    let mut header = vec![id.label().to_owned(), "Unit".to_owned()];
    header.extend(grid.columns.iter().map(|column| column.label.clone()));
    look::begin(sheet, id.label(), &header, &[40.0, 16.0, 18.0])?;
    let writer = Writer { plan, names: Names::of(plan), places };
    for (row, line) in (BEFORE.0..).zip(&grid.rows) {
        match line.kind {
            RowKind::Heading | RowKind::Group => sheet.write_string_with_format(row, 0, &line.label, &look::bold())?,
            RowKind::Entry | RowKind::Result => sheet.write_string(row, 0, &line.label)?,
        };
        if !line.unit.is_empty() {
            sheet.write_string(row, 1, &line.unit)?;
        }
        for (column, cell) in (BEFORE.1..).zip(&line.cells) {
            let content = content(plan, Some(evaluation), cell);
            match cell {
                Cell::Input(path) => writer.input(sheet, Place { sheet: id, column, row }, path, content)?,
                _ => write_content(sheet, row, column, &content)?,
            }
        }
    }
    Ok(())
}

/// Writes what is no input, and inputs that hold no number.
pub(super) fn write_content(sheet: &mut Worksheet, row: u32, column: u16, content: &Content) -> Result<(), XlsxError> {
    match content {
        Content::Blank => {}
        Content::Text(text) if text.is_empty() => {}
        Content::Text(text) => {
            sheet.write_string(row, column, text)?;
        }
        Content::Flag(flag) => {
            sheet.write_boolean(row, column, *flag)?;
        }
        Content::Number(x, style) => {
            sheet.write_number_with_format(row, column, *x, &look::of_result(*x, *style))?;
        }
        Content::Range(range, style) => {
            sheet.write_number_with_format(row, column, range.central(), &look::of_input(range.central(), *style))?;
        }
    }
    Ok(())
}

struct Writer<'a> {
    plan: &'a Plan,
    names: Names<'a>,
    places: &'a Places,
}

impl Writer<'_> {
    fn input(&self, sheet: &mut Worksheet, at: Place, path: &Path, content: Content) -> Result<(), XlsxError> {
        let mut remarks = Vec::new();
        match self.plan.formulas().get(path.as_str()) {
            Some(formula) => match translated(self.plan, &self.names, self.places, path, at) {
                Some(text) => self.formula(sheet, at, &text, &content)?,
                None => {
                    remarks.push(format!("A formula in Weighbridge: {formula}"));
                    self.value(sheet, at, &content)?;
                }
            },
            None => self.value(sheet, at, &content)?,
        }
        if let Content::Range(range, style) = &content {
            remarks.push(format!("The middle of a range: {}", range_text::edit_text(*range, *style)));
        }
        if let Some(note) = self.plan.notes.get(path.as_str()) {
            remarks.extend([note.text.clone(), note.source.clone()].into_iter().filter(|text| !text.is_empty()));
        }
        self.remark(sheet, at, &remarks.join("\n"))
    }

    fn value(&self, sheet: &mut Worksheet, at: Place, content: &Content) -> Result<(), XlsxError> {
        match content {
            Content::Number(x, style) => {
                sheet.write_number_with_format(at.row, at.column, *x, &look::of_input(*x, *style))?;
            }
            other => write_content(sheet, at.row, at.column, other)?,
        }
        Ok(())
    }

    /// With its result, for programs that show a file without working it out.
    fn formula(&self, sheet: &mut Worksheet, at: Place, text: &str, content: &Content) -> Result<(), XlsxError> {
        let (result, format) = match content {
            Content::Number(x, style) => (x.to_string(), look::of_result(*x, *style)),
            _ => (String::new(), look::of_result(0.0, Style::Plain)),
        };
        let formula = Formula::new(text).set_result(result);
        sheet.write_formula_with_format(at.row, at.column, formula, &format)?;
        Ok(())
    }

    fn remark(&self, sheet: &mut Worksheet, at: Place, text: &str) -> Result<(), XlsxError> {
        let is_kept = |c: &char| !c.is_control() || *c == '\n';
        let text: String = text.chars().filter(is_kept).take(LONGEST_NOTE).collect();
        if !text.is_empty() {
            sheet.insert_note(at.row, at.column, &Note::new(text).add_author_prefix(false))?;
        }
        Ok(())
    }
}
