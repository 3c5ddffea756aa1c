//! One scenario on the whole page: the ordinary sheets show it, and what is typed goes into it.

use super::{overrides, plan, show};
use crate::support::Sheet;
use weighbridge::analyse::presets::PRESETS;
use weighbridge::edit::structure::{Addition, Thing};
use weighbridge::session::Command;
use weighbridge::sheet::SheetId;

#[test]
fn every_sheet_and_the_answer_show_the_scenario() {
    let mut sheet = Sheet::of(plan());
    let base = sheet.session().evaluation().clone();
    show(&mut sheet, Some("x10"));
    assert_eq!(sheet.said_first(), "Showing Ten times the traffic");
    assert_eq!(sheet.text_of("workload.peak_rps"), "20,000");
    assert_eq!(sheet.cell("workload.peak_rps").overridden.as_deref(), Some("2,000"));
    assert_ne!(*sheet.session().evaluation(), base);
    show(&mut sheet, None);
    assert_eq!(sheet.text_of("workload.peak_rps"), "2,000");
    assert_eq!(*sheet.session().evaluation(), base);
}

#[test]
fn keys_go_from_one_scenario_to_the_next() {
    let mut sheet = Sheet::of(plan());
    let mut shown = |keys: &str| {
        sheet.press(keys);
        sheet.session().scenario().map_or("base".to_owned(), ToString::to_string)
    };
    let seen = ["Alt+Shift+Up", "Alt+Shift+Down", "Alt+Shift+Down", "Alt+Shift+Down", "Alt+Shift+Up"].map(&mut shown);
    assert_eq!(seen, ["base", "x10", "cheap", "cheap", "x10"]);
}

#[test]
fn what_is_written_into_the_record_is_the_plans() {
    let mut sheet = Sheet::of(plan());
    show(&mut sheet, Some("x10"));
    for path in ["decision.question", "alternatives.go.reason", "criteria.C1.reason", "alternatives.go.name"] {
        let write = Command::Write(vec![(path.into(), "Because".into())], "Reason".into());
        sheet.one_step(|sheet| drop(sheet.send(write.clone())));
        assert_eq!(sheet.session().document().get(&path.into()).unwrap().to_string(), "“Because”");
    }
    assert_eq!(overrides(&sheet, "x10"), ["workload.peak_rps 20000"]);
}

#[test]
fn what_is_typed_goes_into_the_scenario() {
    let mut sheet = Sheet::of(plan());
    show(&mut sheet, Some("cheap"));
    sheet.one_step(|sheet| sheet.put("criteria.C1.weight", "2"));
    assert_eq!(overrides(&sheet, "cheap"), ["alternatives.go.team.salary 90000", "criteria.C1.weight 2"]);
    show(&mut sheet, None);
    assert_eq!(sheet.number_of("criteria.C1.weight"), 5.0);
    show(&mut sheet, Some("cheap"));
    sheet.select("criteria.C1.weight");
    sheet.one_step(|sheet| {
        sheet.press("Delete");
    });
    assert_eq!(overrides(&sheet, "cheap"), ["alternatives.go.team.salary 90000"]);
}

#[test]
fn weights_of_a_use_case_go_into_the_scenario() {
    let mut sheet = Sheet::of(plan());
    let before = sheet.session().document().criteria.clone();
    show(&mut sheet, Some("x10"));
    let preset = PRESETS.iter().find(|preset| preset.id != "high-concurrency-api").unwrap();
    sheet.one_step(|sheet| drop(sheet.send(Command::ApplyPreset(preset, false))));
    assert_eq!(sheet.session().document().criteria, before);
    assert!(overrides(&sheet, "x10").len() > 3);
}

#[test]
fn the_things_of_a_plan_belong_to_all_scenarios() {
    let mut sheet = Sheet::of(plan());
    show(&mut sheet, Some("x10"));
    sheet.one_step(|sheet| drop(sheet.send(Command::Add(Addition::Hybrid))));
    assert_eq!(sheet.session().document().alternatives.len(), 4);
    assert_eq!(sheet.session().plan().alternatives.len(), 4);
    assert_eq!(overrides(&sheet, "x10"), ["workload.peak_rps 20000"]);
    sheet.one_step(|sheet| drop(sheet.send(Command::Remove(Thing::Alternative("go".into())))));
    assert_eq!(overrides(&sheet, "cheap"), [] as [&str; 0], "what it said of Go has gone with Go");
}

#[test]
fn the_title_is_the_plans() {
    let mut sheet = Sheet::of(plan());
    show(&mut sheet, Some("x10"));
    sheet.send(Command::Rename("Another question".into()));
    assert_eq!(sheet.session().document().title, "Another question");
    assert_eq!(overrides(&sheet, "x10"), ["workload.peak_rps 20000"]);
}

#[test]
fn a_scenario_that_goes_leaves_the_base_in_sight() {
    let mut sheet = Sheet::of(plan());
    show(&mut sheet, Some("x10"));
    sheet.one_step(|sheet| drop(sheet.send(Command::Remove(Thing::Scenario("x10".into())))));
    assert_eq!(sheet.session().scenario(), None);
    assert_eq!(sheet.text_of("workload.peak_rps"), "2,000");
}

#[test]
fn undo_shows_what_it_changes() {
    let mut sheet = Sheet::of(plan());
    sheet.put("workload.peak_rps", "3000");
    show(&mut sheet, Some("x10"));
    sheet.open_sheet(SheetId::Team);
    sheet.press("Ctrl+Z");
    assert_eq!(sheet.session().scenario(), None, "the scenario would hide the change");
    assert_eq!((sheet.selected().as_str(), sheet.number_of("workload.peak_rps")), ("workload.peak_rps", 2000.0));
    // A step in a scenario leads to its own cell while it is in sight, else to its column.
    show(&mut sheet, Some("x10"));
    sheet.put("workload.peak_rps", "9000");
    sheet.open_sheet(SheetId::Criteria);
    sheet.press("Ctrl+Z");
    assert_eq!(sheet.selected(), "workload.peak_rps");
    sheet.press("Ctrl+Y");
    show(&mut sheet, None);
    sheet.press("Ctrl+Z");
    assert_eq!(sheet.selected(), "scenarios.x10.overrides.workload.peak_rps");
    assert_eq!(sheet.session().sheet(), SheetId::Compare);
}

#[test]
fn formulas_of_the_base_follow_the_overrides() {
    let mut sheet = Sheet::of(plan());
    sheet.put("workload.connections", "=peak_rps * 3");
    show(&mut sheet, Some("x10"));
    assert_eq!(sheet.text_of("workload.connections"), "60,000");
    sheet.one_step(|sheet| sheet.put("workload.connections", "=peak_rps"));
    assert_eq!(sheet.text_of("workload.connections"), "20,000");
    show(&mut sheet, None);
    assert_eq!(sheet.text_of("workload.connections"), "6,000");
}
