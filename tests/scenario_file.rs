//! A scenario leaves its plan: applied, as a plan of its own, or as its overrides alone, which come back into the plan.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use support::{cases, data, random, read, starter};
use weighbridge::file::{self, FileError, Import, SCENARIO_FORMAT};
use weighbridge::model::{Plan, Scenario, Value};

/// The frozen plan, with its scenario `x10`.
fn plan() -> (Plan, Scenario) {
    let plan = read(&data("plan-v1.json"));
    let scenario = plan.scenarios.iter().find(|scenario| scenario.id.as_str() == "x10").unwrap().clone();
    (plan, scenario)
}

#[test]
fn a_scenario_applied_is_a_plan_of_its_own() {
    let (plan, scenario) = plan();
    let own = read(&file::write(&plan.as_own_plan(&scenario).unwrap()));
    assert_eq!(own.title, format!("{} – {}", plan.title, scenario.name));
    assert!(own.scenarios.is_empty());
    for (path, value) in scenario.overrides.iter() {
        assert_eq!(own.get(path).as_ref(), Some(value));
    }
    let untouched = "workload.growth".into();
    assert_eq!(own.get(&untouched), plan.get(&untouched));
    assert_eq!(own.notes, plan.notes);
}

#[test]
fn the_title_of_a_scenario_applied_is_no_longer_than_a_title_may_be() {
    let mut plan = Plan::default();
    plan.title = "é".repeat(199);
    let mut scenario = Scenario { id: "s".into(), ..Scenario::default() };
    assert_eq!(plan.as_own_plan(&scenario).unwrap().title.chars().count(), 200);
    plan.title = "T".into();
    assert_eq!(plan.as_own_plan(&scenario).unwrap().title, "T – s", "without a name, its id");
    scenario.name = "Peak".into();
    assert_eq!(plan.as_own_plan(&scenario).unwrap().title, "T – Peak");
    scenario.overrides.insert("workload.vcpu".into(), Value::Number(0.5));
    assert!(plan.as_own_plan(&scenario).is_err());
}

#[test]
fn the_overrides_alone_make_a_small_file_that_comes_back() {
    let (plan, scenario) = plan();
    let text = file::write_scenario(&plan, &scenario);
    let written: Json = serde_json::from_str(&text).unwrap();
    let in_plan: Json = serde_json::from_str(&file::write(&plan)).unwrap();
    let expected = json!({
        "format": SCENARIO_FORMAT, "version": 1, "app": env!("CARGO_PKG_VERSION"),
        "plan": plan.title, "scenario": in_plan["scenarios"][0],
    });
    assert_eq!(written, expected, "the scenario is written as in its plan");
    assert!(text.ends_with("}\n") && text.starts_with("{\n  \"format\": \"weighbridge-scenario\",\n"));
    assert_eq!(file::read_scenario(&text, &plan), Ok(scenario));
}

#[test]
fn the_first_version_of_the_file_keeps_loading() {
    let scenario = file::read_scenario(&data("scenario-v1.json"), &starter("high-concurrency-api")).unwrap();
    assert_eq!((scenario.id.as_str(), scenario.name.as_str()), ("peak", "Peak – “frozen”"));
    let formula = Value::Formula("=workload.connections / 5".into());
    assert_eq!(scenario.overrides.get("workload.peak_rps"), Some(&formula));
    assert_eq!(scenario.overrides.get("alternatives.go.offload_heavy"), Some(&Value::Flag(true)));
    let written = file::write_scenario(&starter("high-concurrency-api"), &scenario);
    assert_eq!(written, support::as_of_this_version(&data("scenario-v1.json")));
}

#[test]
fn an_import_takes_both_formats_and_nothing_else() {
    let (plan, scenario) = plan();
    let taken = file::import(&file::write_scenario(&plan, &scenario), &plan);
    assert_eq!(taken, Ok(Import::Scenario(scenario.clone())));
    let other = starter("blank");
    assert_eq!(file::import(&file::write(&other), &plan), Ok(Import::Plan(Box::new(other.clone()))));
    assert_eq!(file::import(r#"{"format":"weighbridge","version":1}"#, &plan), Err(FileError::NotAPlan));
    assert_eq!(file::read_scenario(&file::write(&other), &plan), Err(FileError::NotAScenario));
    assert_eq!(file::read(&file::write_scenario(&plan, &scenario)), Err(FileError::NotAPlan));
    assert_eq!(
        FileError::NotAScenario.to_string(),
        "The file is not a Weighbridge scenario; expected \"format\": \"weighbridge-scenario\"."
    );
}

#[test]
fn what_is_left_out_takes_its_default() {
    let text = r#"{"format":"weighbridge-scenario","version":1,"scenario":{"id":"s"}}"#;
    let scenario = file::read_scenario(text, &Plan::default()).unwrap();
    assert_eq!(scenario, Scenario { id: "s".into(), name: "s".into(), ..Scenario::default() });
}

#[test]
fn a_bad_file_is_refused_with_its_message() {
    let with = |scenario: &str| format!(r#"{{"format":"weighbridge-scenario","version":1,"scenario":{scenario}}}"#);
    let overrides = |overrides: &str| with(&format!(r#"{{"id":"s","overrides":{overrides}}}"#));
    for (text, expected) in [
        ("{".into(), "The file is not valid JSON: EOF while parsing an object at line 1 column 1."),
        ("[]".into(), "The file is not a Weighbridge scenario; expected \"format\": \"weighbridge-scenario\"."),
        (
            r#"{"format":"weighbridge-scenario","version":2}"#.into(),
            "The file has version 2, this program reads up to 1; open it with a newer Weighbridge.",
        ),
        (r#"{"format":"weighbridge-scenario"}"#.into(), "version: expected the number 1."),
        (r#"{"format":"weighbridge-scenario","version":1}"#.into(), "scenario: the scenario is missing."),
        (with("[]"), "scenario: a list is not an object."),
        (with("{}"), "scenario.id: the id is missing."),
        (with(r#"{"id":"a b"}"#), "scenario.id: “a b” is no id; expected letters, digits, - and _."),
        (with(r#"{"id":"s","when":1}"#), "scenario.when: this version knows no such field."),
        (with(r#"{"id":"s"},"scenarios":[]"#), "scenarios: this version knows no such field."),
        (with(r#"{"id":"s"},"plan":1"#), "plan: 1 is not a text."),
        (overrides("[]"), "scenario.overrides: a list is not an object."),
        (overrides(r#"{"workload.warp":9}"#), "workload.warp: the plan has no such input."),
        (
            overrides(r#"{"workload.vcpu":0}"#),
            "workload.vcpu: 0 is out of bounds; expected a whole number from 1 to 1024.",
        ),
        (
            overrides(r#"{"workload.growth":{"pert":[1,2]}}"#),
            "scenario.overrides.workload.growth: pert takes three numbers: lowest, most likely, highest.",
        ),
        (overrides(r#"{"workload.peak_rps":"=users"}"#), "workload.peak_rps: “users” is no input of this plan."),
        (
            overrides(r#"{"workload.peak_rps":"=peak_rps + 1"}"#),
            "workload.peak_rps: the formula refers to its own cell.",
        ),
        (
            overrides(r#"{"workload.mix.pure":0.5}"#),
            "workload.mix: the shares crud, pure and native sum to 140 %; expected 100 %.",
        ),
    ] {
        let error = file::read_scenario(&text, &Plan::default()).expect_err(&text);
        assert_eq!(error.to_string(), expected, "{text}");
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn any_scenario_comes_back(plan in random::plan()) {
        for scenario in &plan.scenarios {
            let text = file::write_scenario(&plan, scenario);
            prop_assert_eq!(file::read_scenario(&text, &plan), Ok(scenario.clone()));
            prop_assert_eq!(plan.as_own_plan(scenario).unwrap().check(), Ok(()));
        }
    }
}
