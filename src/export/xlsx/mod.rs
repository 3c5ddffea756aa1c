//! A plan as a workbook: one worksheet for each sheet, one for its results, one for the months.
//!
//! Numbers are numbers, shares fractions shown in per cent. Formulas are formulas where they mean the same in Excel.

mod look;
mod places;
mod results;
mod sheet;
mod translate;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::evaluate::Evaluation;
use crate::model::Plan;
use crate::sheet::SheetId;

/// The workbook of a plan whose formulas all come to something, as the bytes of a file.
///
/// # Errors
/// A sentence, without its final stop, where a text is longer than a workbook can take.
pub fn workbook(plan: &Plan, evaluation: &Evaluation) -> Result<Vec<u8>, String> {
    build(plan, evaluation).map_err(|error| format!("the workbook could not be written: {error}"))
}

fn build(plan: &Plan, evaluation: &Evaluation) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // A fixed day, so that the same plan gives the same bytes.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&plan.title).set_creation_datetime(&day));
    let places = places::Places::of(plan);
    for id in SheetId::ALL {
        sheet::write(workbook.add_worksheet(), plan, evaluation, id, &places)?;
    }
    results::write(workbook.add_worksheet(), plan, evaluation)?;
    results::write_months(workbook.add_worksheet(), plan, evaluation)?;
    workbook.save_to_buffer()
}
