//! A compact file says less and means the same.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use serde_json::{Value as Json, json};
use support::{cases, random, read, starter};
use weighbridge::edit::{Edit, apply};
use weighbridge::file;
use weighbridge::model::{Id, Note, Path, Plan, Scenario, Value};
use weighbridge::starter::STARTERS;

#[track_caller]
fn assert_same(plan: &Plan) {
    let compact = file::compact(plan);
    let again = read(&compact);
    assert!(again == *plan, "{compact}");
    assert_eq!(file::write(&again), file::write(plan));
    assert!(compact.len() < file::write(plan).len());
}

fn compact(plan: &Plan) -> Json {
    serde_json::from_str(&file::compact(plan)).unwrap()
}

fn set(plan: &mut Plan, path: &str, value: Value) {
    apply(plan, Edit::Set(path.into(), value)).unwrap();
}

#[test]
fn every_starter_comes_back() {
    for known in STARTERS {
        assert_same(&known.plan());
    }
}

#[test]
fn random_plans_from_elsewhere_come_back() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/plans");
    let mut read_plans = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let file: Json = serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        assert_same(&read(&file.get("plan").unwrap_or(&file).to_string()));
        read_plans += 1;
    }
    assert!(read_plans > 40, "{read_plans}");
    assert_same(&read(&support::data("plan-v1.json")));
}

#[test]
fn the_blank_plan_says_next_to_nothing_and_an_edit_says_itself() {
    let mut plan = Plan::default();
    assert_eq!(compact(&plan), json!({ "format": "weighbridge-plan", "version": 1 }));
    set(&mut plan, "workload.peak_rps", Value::Number(7.0));
    set(&mut plan, "alternatives.go.team.salary", Value::Number(9.0));
    let found = compact(&plan);
    assert_eq!(found["workload"], json!({ "peak_rps": 7 }));
    assert_eq!(found["alternatives"][0]["team"], json!({ "salary": 9 }));
    assert_eq!(found["alternatives"][1].get("rewrite"), None, "Node.js has the rewrite of its language");
    for whole in ["settings", "groups", "criteria", "team", "profiles", "thresholds", "scenarios", "notes"] {
        assert_eq!(found.get(whole), None, "{whole}");
    }
    assert_same(&plan);
}

#[test]
fn a_formula_that_comes_to_the_default_is_kept() {
    for path in [
        "criteria.C1.weight",
        "criteria.C1.scores.go",
        "groups.performance.weight",
        "team.other_roles.0.salary",
        "profiles.go-net-http.base_mb",
        "alternatives.go.rewrite.p",
        "workload.mix.native",
        "settings.discount_rate",
    ] {
        let mut plan = Plan::default();
        let Some(Value::Number(number)) = plan.get(&path.into()) else { panic!("{path}") };
        set(&mut plan, path, Value::Formula(format!("={number}")));
        assert!(compact(&plan).to_string().contains(&format!("\"={number}\"")), "{path}");
        assert_same(&plan);
    }
}

#[test]
fn lists_that_are_empty_are_not_those_of_the_blank_plan() {
    let mut plan = Plan::default();
    plan.criteria.clear();
    plan.groups.clear();
    plan.team.other_roles.clear();
    plan.check().unwrap();
    assert_same(&plan);
}

#[test]
fn the_order_of_things_is_kept() {
    let mut plan = Plan::default();
    plan.alternatives.reverse();
    plan.criteria.reverse();
    plan.groups.reverse();
    plan.profiles.reverse();
    assert_same(&plan);
}

#[test]
fn defaults_that_hang_on_other_parts_are_those_of_the_reader() {
    // Without Go a rewrite stays in place, and another language of a profile means other defaults for who runs on it.
    let mut plan = Plan::default();
    plan.alternatives.remove(0);
    for criterion in &mut plan.criteria {
        criterion.scores.remove("go");
    }
    for alternative in &mut plan.alternatives {
        alternative.rewrite.target = alternative.id.clone();
    }
    plan.check().unwrap();
    assert_same(&plan);
    set(&mut plan, "profiles.node-fastify.language", Value::Text("python".into()));
    assert_same(&plan);
    set(&mut plan, "alternatives.node.rewrite.target", Value::Text("python".into()));
    assert_same(&plan);
}

#[test]
fn scenarios_and_notes_lose_only_what_is_empty() {
    let mut plan = starter("ml-inference");
    let overrides = || {
        let mut overrides = weighbridge::model::Sorted::default();
        overrides.insert(Path::from("workload.peak_rps"), Value::Formula("=connections / 5".into()));
        overrides
    };
    plan.scenarios = vec![
        Scenario { id: "bare".into(), name: "bare".into(), ..Scenario::default() },
        Scenario { id: "nameless".into(), overrides: overrides(), ..Scenario::default() },
        Scenario { id: Id::from("full"), name: "Full".into(), note: "why".into(), overrides: overrides() },
    ];
    plan.notes.insert("team.hires".into(), Note::default());
    plan.notes.insert("workload.peak_rps".into(), Note { text: "=1".into(), source: String::new() });
    plan.check().unwrap();
    let found = compact(&plan);
    assert_eq!(found["scenarios"][0], json!({ "id": "bare" }));
    assert_eq!(found["scenarios"][1]["name"], "", "left out, the id would be the name");
    assert_eq!(found["notes"]["team.hires"], json!({}));
    assert_same(&plan);
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_plan_comes_back(plan in random::plan()) {
        let again = file::read(&file::compact(&plan));
        prop_assert!(again.as_ref() == Ok(&plan), "{}", file::compact(&plan));
        prop_assert_eq!(file::write(&again.unwrap()), file::write(&plan));
    }
}
