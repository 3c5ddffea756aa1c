//! Scenarios and sheets that come from files: one step each, into what is in sight.

use weighbridge::edit::merge::{Pick, Resolution, merge};
use weighbridge::export::csv;
use weighbridge::file;
use weighbridge::model::Value;
use weighbridge::session::Command;
use weighbridge::sheet::SheetId;

use super::support::Sheet;
use super::{overrides, plan, scenario, show};

#[test]
fn scenarios_of_another_file_come_in_as_one_step() {
    let mut sheet = Sheet::of(plan());
    show(&mut sheet, Some("x10"));
    let theirs = [
        scenario("x10", "Ten times the traffic", &[("workload.peak_rps", Value::Number(30_000.0))]),
        scenario("new", "More of it", &[("team.hires", Value::Number(4.0))]),
    ];
    let found = merge(sheet.session().document(), &theirs);
    let resolved = found.resolve(sheet.session().document(), &[Resolution::Joined(vec![Pick::Theirs])]).unwrap();
    let command = Command::TakeScenarios(resolved, "Scenarios of theirs.json".into());
    sheet.one_step(|sheet| drop(sheet.send(command)));
    assert_eq!(sheet.said(), "Redo: Scenarios of theirs.json");
    assert_eq!(overrides(&sheet, "x10"), ["workload.peak_rps 30000"]);
    assert_eq!(overrides(&sheet, "new"), ["team.hires 4"]);
    assert_eq!(sheet.session().plan().workload.peak_rps.central(), 30_000.0, "what is in sight follows");
}

#[test]
fn scenarios_that_break_the_plan_change_nothing() {
    let mut sheet = Sheet::of(plan());
    let twice = [scenario("x10", "One", &[]), scenario("x10", "Two", &[])];
    let said = sheet.refused(Command::TakeScenarios(twice.into(), "Scenarios".into())).to_owned();
    assert!(said.starts_with("Scenarios refused. "), "{said}");
}

#[test]
fn a_sheet_that_comes_back_changed_goes_into_the_scenario_in_sight() {
    let mut sheet = Sheet::of(plan());
    show(&mut sheet, Some("x10"));
    let shown = sheet.session().plan();
    let text = csv::sheet(shown, Some(sheet.session().evaluation()), SheetId::Workload);
    assert_eq!(csv::read_sheet(&text, shown), Ok(Vec::new()), "as it left, it changes nothing");
    let changed = text.replacen("20000", "25000", 1);
    let writes = csv::read_sheet(&changed, shown).unwrap();
    assert_eq!(writes, [("workload.peak_rps".into(), Value::Number(25_000.0))]);
    let base = file::write(&sheet.session().document().with_overrides(&scenario("", "", &[])).unwrap());
    sheet.one_step(|sheet| drop(sheet.send(Command::WriteValues(writes, "1 cell of workload.csv".into()))));
    assert_eq!(overrides(&sheet, "x10"), ["workload.peak_rps 25000"]);
    let after = file::write(&sheet.session().document().with_overrides(&scenario("", "", &[])).unwrap());
    assert!(after == base, "the base stays");
}
