//! What the cells of a sheet hold, in full and free of any format.

use crate::evaluate::Evaluation;
use crate::model::{Path, Plan, Range, Style, Value};
use crate::sheet::{Cell, ERROR, edit_text, result_number, result_style, result_text};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    /// Nothing.
    Blank,
    /// A number with all its digits; a fraction where the style is per cent.
    Number(f64, Style),
    /// A range of numbers.
    Range(Range, Style),
    /// A switch.
    Flag(bool),
    /// Words.
    Text(String),
}

/// What stands in a cell of the plan. Without an evaluation, as while a formula has an error, results are blank.
pub(super) fn content(plan: &Plan, evaluation: Option<&Evaluation>, cell: &Cell) -> Content {
    match cell {
        Cell::Blank => Content::Blank,
        Cell::Input(path) => input(plan, path),
        Cell::Computed(path) => evaluation.map_or(Content::Blank, |evaluation| result(plan, evaluation, path)),
    }
}

fn input(plan: &Plan, path: &Path) -> Content {
    let (Some(input), Some(value)) = (plan.input(path), plan.value(path)) else { return Content::Blank };
    if plan.faults().get(path.as_str()).is_some() {
        return Content::Text(ERROR.to_owned());
    }
    let style = input.kind.unit().map_or(Style::Plain, |unit| unit.style);
    match value {
        Value::Number(number) => Content::Number(number, style),
        Value::Range(range) => Content::Range(range, style),
        Value::Flag(flag) => Content::Flag(flag),
        value => Content::Text(edit_text(input, &value)),
    }
}

fn result(plan: &Plan, evaluation: &Evaluation, path: &Path) -> Content {
    match result_number(plan, evaluation, path) {
        Some(number) => Content::Number(number, result_style(path)),
        None => Content::Text(result_text(plan, evaluation, path)),
    }
}
