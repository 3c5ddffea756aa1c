//! The Compare sheet: the base and its scenarios as columns, inputs as rows, and each one's answer under its column.

use super::address::Case;
use super::grid::{Cell, Column, Grid, Row, RowKind, SheetId};
use super::input_labels::{input_label, label_of};
use crate::model::{Id, Path, Plan, Scenario, Value};

/// Most scenarios beside the base.
pub const MOST_COLUMNS: usize = 8;

/// What of a plan is compared, and how. A matter of the view: nothing of it is in the file or in undo.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Comparison {
    /// Whether every input has a row, and not only those that differ somewhere.
    pub all_inputs: bool,
    /// Scenarios without a column.
    pub hidden: Vec<Id>,
    /// The column to which the results of the others are differences.
    pub baseline: Option<Case>,
    /// Whether those differences are in per cent.
    pub in_percent: bool,
}

impl Comparison {
    /// The scenarios with a column, in the order of the plan.
    pub fn shown<'a>(&'a self, plan: &'a Plan) -> impl Iterator<Item = &'a Scenario> {
        plan.scenarios.iter().filter(|scenario| !self.hidden.contains(&scenario.id)).take(MOST_COLUMNS)
    }

    /// The columns: the base, then the scenarios.
    pub fn cases(&self, plan: &Plan) -> Vec<Case> {
        let scenarios = self.shown(plan).map(|scenario| Case::Scenario(scenario.id.clone()));
        std::iter::once(Case::Base).chain(scenarios).collect()
    }

    /// Gives a scenario a column; where all are taken, the last other one gives its own up.
    pub fn show(&mut self, plan: &Plan, id: &Id) {
        self.hidden.retain(|hidden| hidden != id);
        let is_shown = |comparison: &Self| comparison.shown(plan).any(|scenario| scenario.id == *id);
        while !is_shown(self) {
            let last = self.shown(plan).filter(|scenario| scenario.id != *id).last();
            let Some(last) = last.map(|scenario| scenario.id.clone()) else { return };
            self.hidden.push(last);
        }
    }
}

/// Lays the comparison out.
pub fn grid(plan: &Plan, comparison: &Comparison) -> Grid {
    let cases = comparison.cases(plan);
    let columns = std::iter::once(Column::plain("Base"))
        .chain(comparison.shown(plan).map(|scenario| Column::plain(&scenario.name)))
        .collect();
    let mut rows = vec![row_of_document(&cases, "Name", "name"), row_of_document(&cases, "Note", "note")];
    rows.extend(input_rows(plan, comparison, &cases));
    rows.extend(result_rows(plan, &cases));
    Grid { columns, rows }
}

/// What a scenario is called, and what it is about. The base is called as the plan is.
fn row_of_document(cases: &[Case], label: &str, name: &str) -> Row {
    let cell = |case: &Case| match case {
        Case::Base if name == "name" => Cell::Input(Path::from("title")),
        Case::Base => Cell::Blank,
        Case::Scenario(id) => Cell::Input(Path::from("scenarios").then(id).then(name)),
    };
    Row {
        kind: RowKind::Entry,
        label: label.into(),
        unit: String::new(),
        help: String::new(),
        cells: cases.iter().map(cell).collect(),
    }
}

/// One row for each input, under the headings of the sheets; of those that differ somewhere, or of all.
fn input_rows(plan: &Plan, comparison: &Comparison, cases: &[Case]) -> Vec<Row> {
    let is_overridden = |path: &Path| {
        comparison.all_inputs || comparison.shown(plan).any(|scenario| scenario.overrides.get(path.as_str()).is_some())
    };
    let mut rows = Vec::new();
    let mut listed: Vec<Path> = Vec::new();
    for sheet in SheetId::ALL {
        let grid = Grid::of(plan, sheet);
        let mut heading = Some(Row::heading(sheet.label(), ""));
        for line in &grid.rows {
            if line.kind == RowKind::Heading && line.label != sheet.label() {
                heading = Some(Row::heading(&format!("{}: {}", sheet.label(), line.label), ""));
            }
            for (cell, column) in line.cells.iter().zip(&grid.columns) {
                let Cell::Input(path) = cell else { continue };
                if is_overridden(path) {
                    rows.extend(heading.take());
                    rows.push(input_row(plan, cases, path, label_of(&line.label, &column.label)));
                    listed.push(path.clone());
                }
            }
        }
    }
    // What stands on no sheet, or not now: a score while it is measured, say.
    let mut heading = Some(Row::heading("Other inputs", ""));
    let others = comparison.shown(plan).flat_map(|scenario| scenario.overrides.keys());
    let mut others: Vec<&Path> = others.filter(|path| !listed.contains(path)).collect();
    others.sort();
    others.dedup();
    for path in others {
        rows.extend(heading.take());
        rows.push(input_row(plan, cases, path, input_label(plan, path)));
    }
    if rows.is_empty() {
        rows.push(Row::heading("What differs", nothing_differs(plan)));
    }
    rows
}

fn nothing_differs(plan: &Plan) -> &'static str {
    if plan.scenarios.is_empty() {
        "There is no scenario yet. A scenario holds only what differs from the base."
    } else {
        "Nothing yet. Show all inputs and type into a scenario's column, or edit any sheet while it is in sight."
    }
}

fn input_row(plan: &Plan, cases: &[Case], path: &Path, label: String) -> Row {
    let input = plan.input(path);
    let unit = input.and_then(|input| input.kind.unit()).map_or(String::new(), |unit| super::unit_label(unit, plan));
    let help = input.map_or(String::new(), |input| input.help().to_owned());
    let cells = cases.iter().map(|case| Cell::Input(case.address(path))).collect();
    Row { kind: RowKind::Entry, label, unit, help, cells }
}

/// The answer of each column.
fn result_rows(plan: &Plan, cases: &[Case]) -> Vec<Row> {
    let row = |label: String, unit: &str, help: &str, path: Path| Row {
        kind: RowKind::Result,
        label,
        unit: unit.into(),
        help: help.into(),
        cells: cases.iter().map(|case| Cell::Computed(case.address(&path))).collect(),
    };
    let result = |result: &str| Path::from("results").then(result);
    let currency = match plan.value(&"settings.currency".into()) {
        Some(Value::Text(currency)) => currency,
        _ => String::new(),
    };
    let mut rows = vec![
        Row::heading("The answer", "Each column’s own."),
        row(
            "Scores highest".into(),
            "",
            "The highest score that no must-have rules out, and its lead.",
            result("highest"),
        ),
        row(
            "Costs least".into(),
            "",
            "The lowest total that no must-have rules out, and its lead.",
            result("cheapest"),
        ),
        row("Warnings".into(), "", "How many things deserve a second look.", result("warnings")),
    ];
    let score = format!("score.{}", plan.settings.score_form.word());
    for (label, unit, help, name) in [
        ("Score", "0–100", "The weighted mean of the scores, times ten.", score.as_str()),
        ("Total", currency.as_str(), "Everything, not discounted (E32).", "total"),
        ("Net present value", &currency, "The total, discounted to today (E33).", "npv"),
        (
            "Infrastructure",
            "of the total",
            "How much of the cost the choice of a runtime can change.",
            "infrastructure_share",
        ),
        ("First release", "month no.", "When the scope is done (E26).", "mvp_month"),
    ] {
        for own in &plan.alternatives {
            let path = name.split('.').fold(Path::from("results").then(&own.id), |path, step| path.then(step));
            rows.push(row(format!("{label}, {}", own.name), unit, help, path));
        }
    }
    for (place, a) in plan.alternatives.iter().enumerate() {
        for b in plan.alternatives.iter().skip(place + 1) {
            let help = "In which months their costs so far meet (E34), not discounted.";
            let path = Path::from("results.break_evens").then(format!("{}|{}", a.id, b.id));
            rows.push(row(format!("Break-even, {} and {}", a.name, b.name), "month", help, path));
        }
    }
    rows
}
