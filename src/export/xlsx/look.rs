//! How cells look: number formats, headers, widths.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::model::Style;

/// Most decimals an input shows; the cell holds them all.
const MOST_DECIMALS: usize = 6;

/// The format that shows a number with the decimals it has.
pub(super) fn of_input(x: f64, style: Style) -> Format {
    let shown = if style == Style::Percent { x * 100.0 } else { x };
    let is_close = |decimals: &usize| {
        let power = 10_f64.powi(*decimals as i32);
        ((shown * power).round() / power - shown).abs() <= 1e-9 * shown.abs()
    };
    let decimals = (0..MOST_DECIMALS).find(is_close).unwrap_or(MOST_DECIMALS);
    with_decimals(decimals, style)
}

/// The format of a result: as many decimals as its size is worth.
pub(super) fn of_result(x: f64, style: Style) -> Format {
    with_decimals(if x.fract() == 0.0 || x.abs() >= 1000.0 { 0 } else { 2 }, style)
}

fn with_decimals(decimals: usize, style: Style) -> Format {
    let point = if decimals > 0 { "." } else { "" };
    let digits = "0".repeat(decimals);
    Format::new().set_num_format(match style {
        Style::Percent => format!("0{point}{digits}%"),
        Style::Plain | Style::Money => format!("#,##0{point}{digits}"),
    })
}

/// The format of headers and headings.
pub(super) fn bold() -> Format {
    Format::new().set_bold()
}

/// Names a worksheet; its first row and column stay in sight.
pub(super) fn begin(sheet: &mut Worksheet, name: &str, header: &[String], widths: &[f64]) -> Result<(), XlsxError> {
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 1)?;
    for (column, label) in (0..).zip(header) {
        sheet.write_string_with_format(0, column, label, &bold())?;
        let width = widths.get(usize::from(column)).or(widths.last());
        sheet.set_column_width(column, width.copied().unwrap_or(14.0))?;
    }
    Ok(())
}
