//! What inputs are called on their sheets: `Base pay, new hire, Go`.

use crate::model::{Path, Plan, Sorted, Value};
use crate::sheet::{Section, show_text, sourcing, unit_label};

/// The inputs that stand on sheets, with where they come from and what they are called.
pub(super) struct Labels {
    /// The sections of the sheets.
    pub sections: Vec<Section>,
    names: Sorted<Path, String>,
}

impl Labels {
    pub fn of(plan: &Plan) -> Self {
        let sections = sourcing(plan);
        let mut names = Sorted::default();
        for line in sections.iter().flat_map(|section| &section.lines) {
            for value in &line.values {
                let name =
                    if value.of.is_empty() { line.label.clone() } else { format!("{}, {}", line.label, value.of) };
                names.insert(value.path.clone(), name);
            }
        }
        Self { sections, names }
    }

    /// The name of an input, whether it stands on a sheet or not.
    pub fn name(&self, plan: &Plan, path: &Path) -> String {
        let declared = || plan.input(path).map_or_else(|| path.to_string(), |input| input.label.to_owned());
        self.names.get(path.as_str()).cloned().unwrap_or_else(declared)
    }
}

/// A value with its unit, as its cell shows it: `2,000 requests/s`.
pub(super) fn shown(plan: &Plan, path: &Path, value: &Value) -> String {
    let Some(input) = plan.input(path) else { return String::new() };
    let text = show_text(plan, input, value);
    let unit = input.kind.unit().filter(|_| value.central().is_some()).map(|unit| unit_label(unit, plan));
    with_unit(&text, &unit.unwrap_or_default())
}

/// A number with its unit in a sentence; the sign of per cent stands behind the number already.
pub(super) fn with_unit(number: &str, unit: &str) -> String {
    match unit.strip_prefix('%').map_or(unit, str::trim_start) {
        "" => number.to_owned(),
        "month no." => format!("month {number}"),
        "0–10" => format!("{number} of 10"),
        unit => format!("{number} {unit}"),
    }
}
