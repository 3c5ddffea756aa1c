//! New scenarios, copies, what-ifs, order, promotion: each is one step.

use super::{add, compared, overrides, plan, show};
use crate::support::Sheet;
use weighbridge::edit::structure::{Factor, Thing};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{MAX_SCENARIOS, Range, Value};
use weighbridge::session::Command;
use weighbridge::sheet::SheetId;

fn names(sheet: &Sheet) -> Vec<String> {
    sheet.session().document().scenarios.iter().map(|scenario| scenario.name.clone()).collect()
}

fn factor(words: &str) -> Factor {
    *Factor::ALL.iter().find(|factor| factor.words == words).unwrap()
}

#[test]
fn an_empty_one_a_copy_an_order_and_a_removal() {
    let mut sheet = compared();
    sheet.one_step(add);
    assert_eq!(names(&sheet), ["Ten times the traffic", "Cheap people", "Scenario"]);
    sheet.one_step(|sheet| drop(sheet.send(Command::Duplicate(Thing::Scenario("x10".into())))));
    assert_eq!(names(&sheet)[1], "Ten times the traffic (copy)");
    assert_eq!(overrides(&sheet, "ten-times-the-traffic-copy"), ["workload.peak_rps 20000"]);
    sheet.one_step(|sheet| drop(sheet.send(Command::Shift(Thing::Scenario("cheap".into()), -2))));
    assert_eq!(names(&sheet)[0], "Cheap people");
    sheet.one_step(|sheet| drop(sheet.send(Command::Remove(Thing::Scenario("x10".into())))));
    assert_eq!(names(&sheet).len(), 3);
}

#[test]
fn what_if_multiplies_the_number_under_the_hand() {
    for (words, expected) in [("× 2", 4000.0), ("× 10", 20_000.0), ("+20 %", 2400.0), ("−20 %", 1600.0)] {
        let mut sheet = Sheet::of(plan());
        sheet.select("workload.peak_rps");
        sheet.one_step(|sheet| drop(sheet.send(Command::WhatIf("workload.peak_rps".into(), factor(words)))));
        let made = sheet.session().document().scenarios.last().unwrap().clone();
        assert_eq!(made.name, format!("Peak traffic at launch {words}"));
        assert_eq!(made.overrides.get("workload.peak_rps"), Some(&Value::Number(expected)));
    }
}

#[test]
fn what_if_shows_what_it_made() {
    let mut sheet = Sheet::of(plan());
    sheet.select("alternatives.go.team.salary");
    sheet.send(Command::WhatIf("alternatives.go.team.salary".into(), factor("+20 %")));
    assert_eq!(sheet.session().name_of_case(&sheet.session().case_in_sight()), "Base pay of a new hire, Go +20 %");
    assert_eq!(sheet.number_of("alternatives.go.team.salary"), 210_000.0);
    show(&mut sheet, None);
    // From a column, the copy of that column.
    sheet.open_sheet(SheetId::Compare);
    let at = "scenarios.x10.overrides.alternatives.go.team.salary";
    sheet.send(Command::WhatIf(at.into(), factor("× 2")));
    assert_eq!(
        sheet.selected(),
        "scenarios.ten-times-the-traffic-base-pay-of-a-new-hire-go-2.overrides.alternatives.go.team.salary"
    );
    assert_eq!(
        overrides(&sheet, "ten-times-the-traffic-base-pay-of-a-new-hire-go-2"),
        ["alternatives.go.team.salary triangular(260000, 350000, 440000)", "workload.peak_rps 20000"]
    );
    assert_eq!(
        names(&sheet)[1],
        "Ten times the traffic; Base pay of a new hire, Go × 2",
        "right behind the one it came from"
    );
}

#[test]
fn what_if_takes_ranges_and_formulas_and_refuses_the_rest() {
    let range = Value::Range(Range::new("triangular", &[0.01, 0.05, 0.1]).unwrap());
    let doubled = Value::Range(Range::new("triangular", &[0.02, 0.1, 0.2]).unwrap());
    assert_eq!(factor("× 2").of(&range), Some(doubled));
    assert_eq!(factor("× 2").of(&Value::Formula("=a + b".into())), Some(Value::Formula("=(a + b) * 2".into())));
    let mut sheet = Sheet::of(plan());
    sheet.refused(Command::WhatIf("settings.currency".into(), factor("× 2")));
    assert!(sheet.said().contains("no number"), "{}", sheet.said());
    sheet.refused(Command::WhatIf("workload.load_factor".into(), factor("× 10")));
    assert!(sheet.said().contains("out of bounds"), "{}", sheet.said());
}

#[test]
fn a_promoted_scenario_is_the_base_and_the_old_base_a_scenario() {
    let mut sheet = compared();
    let results = |sheet: &Sheet, id: &str| {
        let document = sheet.session().document();
        evaluate(&document.with_overrides(document.scenario(id).unwrap()).unwrap())
    };
    let (base, x10) = (evaluate(sheet.session().document()), results(&sheet, "x10"));
    sheet.one_step(|sheet| drop(sheet.send(Command::Promote("x10".into()))));
    assert_eq!(names(&sheet), ["Base before “Ten times the traffic”", "Cheap people"]);
    assert_eq!(sheet.number_of("workload.peak_rps"), 20_000.0);
    assert_eq!(overrides(&sheet, "base-before"), ["workload.peak_rps 2000"]);
    assert_eq!(evaluate(sheet.session().document()), x10);
    assert_eq!(results(&sheet, "base-before"), base);
    assert_eq!(overrides(&sheet, "cheap"), ["alternatives.go.team.salary 90000"], "which follows the new base");
}

#[test]
fn a_ninth_scenario_gets_the_last_column_and_the_hand() {
    let mut sheet = Sheet::of(plan());
    for _ in 2..8 {
        add(&mut sheet);
    }
    sheet.open_sheet(SheetId::Workload);
    add(&mut sheet);
    assert_eq!((sheet.session().sheet(), sheet.selected().as_str()), (SheetId::Compare, "scenarios.scenario-7.name"));
    assert_eq!(sheet.session().grid().columns.len(), 9);
    assert_eq!(sheet.session().grid().columns.last().unwrap().label, "Scenario 7");
}

#[test]
fn there_is_room_for_fifty() {
    let mut sheet = Sheet::of(plan());
    for _ in 2..MAX_SCENARIOS {
        add(&mut sheet);
    }
    assert_eq!(names(&sheet).len(), MAX_SCENARIOS);
    sheet.refused(Command::Add(weighbridge::edit::structure::Addition::Scenario));
    sheet.refused(Command::WhatIf("workload.peak_rps".into(), factor("× 2")));
    assert!(sheet.said().contains("50"), "{}", sheet.said());
}
