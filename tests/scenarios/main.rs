//! Scenarios: what is typed into one, how it follows the base, and how they stand side by side.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../support/mod.rs"]
mod support;

mod columns;
mod in_sight;
mod making;
mod receiving;

use support::Sheet;
use weighbridge::edit::structure::Addition;
use weighbridge::model::{Id, Plan, Scenario, Value};
use weighbridge::session::Command;
use weighbridge::sheet::SheetId;

/// The high-concurrency plan with a scenario of ten times the traffic and one of cheap people.
fn plan() -> Plan {
    let mut plan = support::starter("high-concurrency-api");
    plan.scenarios.push(scenario("x10", "Ten times the traffic", &[("workload.peak_rps", Value::Number(20_000.0))]));
    plan.scenarios.push(scenario("cheap", "Cheap people", &[("alternatives.go.team.salary", Value::Number(90_000.0))]));
    plan
}

fn scenario(id: &str, name: &str, overrides: &[(&str, Value)]) -> Scenario {
    let mut scenario = Scenario { id: id.into(), name: name.into(), ..Scenario::default() };
    for (path, value) in overrides {
        scenario.overrides.insert((*path).into(), value.clone());
    }
    scenario
}

/// That plan with the scenarios side by side.
fn compared() -> Sheet {
    let mut sheet = Sheet::of(plan());
    sheet.open_sheet(SheetId::Compare);
    sheet
}

/// What a scenario overrides, as `path value` in the order of the paths.
fn overrides(sheet: &Sheet, id: &str) -> Vec<String> {
    let scenario = sheet.session().document().scenario(id).unwrap_or_else(|| panic!("there is no scenario {id}"));
    scenario.overrides.iter().map(|(path, value)| format!("{path} {value}")).collect()
}

fn show(sheet: &mut Sheet, id: Option<&str>) {
    sheet.send(Command::ShowScenario(id.map(Id::from)));
}

fn add(sheet: &mut Sheet) {
    sheet.send(Command::Add(Addition::Scenario));
}
