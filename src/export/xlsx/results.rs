//! The results as worksheets: headline figures, and the months.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::{look, sheet};
use crate::evaluate::Evaluation;
use crate::export::content::{Content, content};
use crate::file::{self, Node};
use crate::model::{Plan, Style};
use crate::sheet::{Cell, Grid, RowKind, SheetId};

/// Every row of results of the sheets, one column for each alternative.
pub(super) fn write(sheet: &mut Worksheet, plan: &Plan, evaluation: &Evaluation) -> Result<(), XlsxError> {
    let mut header = vec!["Results".to_owned(), "Unit".to_owned()];
    header.extend(plan.alternatives.iter().map(|alternative| alternative.name.clone()));
    look::begin(sheet, "Results", &header, &[40.0, 16.0, 18.0])?;
    let grids = SheetId::ALL.map(|id| Grid::of(plan, id));
    let rows = grids.iter().flat_map(|grid| &grid.rows).filter(|row| row.kind == RowKind::Result);
    for (line, row) in (1..).zip(rows) {
        sheet.write_string(line, 0, &row.label)?;
        sheet.write_string(line, 1, &row.unit)?;
        let results = row.cells.iter().filter(|cell| matches!(cell, Cell::Computed(_)));
        for (column, cell) in (2..).zip(results) {
            sheet::write_content(sheet, line, column, &content(plan, Some(evaluation), cell))?;
        }
    }
    Ok(())
}

/// One row for each alternative and month, with the figures and names of the other formats.
pub(super) fn write_months(sheet: &mut Worksheet, plan: &Plan, evaluation: &Evaluation) -> Result<(), XlsxError> {
    let mut line = 0;
    for outcome in &evaluation.alternatives {
        let name = plan.alternative(outcome.id.as_str()).map_or("", |alternative| &alternative.name);
        for month in &outcome.months {
            let figures = file::month_figures(month);
            if line == 0 {
                let mut header = vec!["alternative".to_owned()];
                header.extend(figures.iter().map(|(name, _)| (*name).to_owned()));
                look::begin(sheet, "Months", &header, &[20.0, 8.0, 16.0])?;
            }
            line += 1;
            sheet.write_string(line, 0, name)?;
            for (column, (_, figure)) in (1..).zip(&figures) {
                let content = match figure {
                    Node::Number(number) => Content::Number(*number, Style::Plain),
                    other => Content::Text(other.as_words()),
                };
                sheet::write_content(sheet, line, column, &content)?;
            }
        }
    }
    Ok(())
}
