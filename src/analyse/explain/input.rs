//! Inputs, where every chain ends.

use super::{Operand, Step};
use crate::model::{Input, Kind, Path, Plan, Style, Unit, Value};

/// An input, or one end of its range: the path of a number and `p10` or `p90`, its 10 % or 90 % quantile.
fn split(plan: &Plan, path: &Path) -> Option<(&'static Input, Path, Option<&'static str>)> {
    if let Some(input) = plan.input(path) {
        return Some((input, path.clone(), None));
    }
    let end = match path.as_str().rsplit_once('.')?.1 {
        "p10" => "10 % quantile",
        "p90" => "90 % quantile",
        _ => return None,
    };
    let whole = path.parent();
    Some((plan.input(&whole)?, whole, Some(end)))
}

/// Value, words and unit of an input; nothing where there is no such input.
pub(super) fn reading(plan: &Plan, path: &Path) -> Option<(Option<f64>, Option<String>, Unit)> {
    if path.as_str().starts_with("results.") {
        return None;
    }
    let (input, whole, end) = split(plan, path)?;
    let value = plan.value(&whole)?;
    let number = match (end, &value) {
        (Some(end), Value::Range(range)) => {
            let (low, high) = range.deciles();
            Some(if end.starts_with('1') { low } else { high })
        }
        _ => value.central(),
    };
    let text = match (&value, input.kind) {
        (Value::Number(_), _) => None,
        (Value::Empty, Kind::Optional(_, _, nothing)) => Some(nothing.to_owned()),
        (Value::Flag(flag), _) => Some(if *flag { "yes" } else { "no" }.to_owned()),
        (Value::Text(text), _) => Some(text.clone()),
        (value, _) => Some(value.to_string()),
    };
    Some((number, text, input.kind.unit().unwrap_or(Unit { symbol: "", style: Style::Plain })))
}

/// What a formula in an input refers to.
fn operands(plan: &Plan, path: &Path) -> Vec<Operand> {
    let operand = |target: &Path| {
        let (value, text, of) = reading(plan, target)?;
        let name = target.to_string();
        let unit = super::unit(of, plan);
        Some(Operand { name, path: target.clone(), value, text, unit, style: of.style, counts: true })
    };
    plan.formulas().targets(path.as_str()).filter_map(operand).collect()
}

/// An input as a step that follows from nothing, or from the inputs that its formula names.
pub(super) fn step(plan: &Plan, path: &Path) -> Option<Step> {
    let (value, text, unit) = reading(plan, path)?;
    let (input, whole, end) = split(plan, path)?;
    let fault = plan.faults().get(whole.as_str());
    let value = if fault.is_some() { None } else { value };
    Some(Step {
        path: path.clone(),
        label: end.map_or_else(|| input.label.to_owned(), |end| format!("{}, {end}", input.label)),
        unit: super::unit(unit, plan),
        style: unit.style,
        equation: "",
        formula: plan.formulas().get(whole.as_str()).unwrap_or_default().to_owned().into(),
        value,
        text,
        why: fault.cloned().unwrap_or_default(),
        operands: operands(plan, &whole),
        apply: None,
    })
}
