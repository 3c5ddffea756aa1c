//! Formulas in plan files.

use crate::support::{Sheet, starter};
use weighbridge::evaluate::evaluate;
use weighbridge::file::{problems, read, write};
use weighbridge::model::{Plan, Value};

/// The blank plan with one text put in place of another.
fn changed(from: &str, to: &str) -> String {
    let text = write(&Plan::default());
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

fn value(plan: &Plan, path: &str) -> f64 {
    plan.value(&path.into()).unwrap().central().unwrap()
}

#[test]
fn a_formula_comes_back_byte_for_byte() {
    let text = changed("\"peak_rps\": 100", "\"peak_rps\": \"=  connections/5 \"");
    let plan = read(&text).unwrap();
    assert_eq!(write(&plan), text);
    assert_eq!(value(&plan, "workload.peak_rps"), 100.0);
    let mut numbers = plan.clone();
    numbers.set(&"workload.peak_rps".into(), Value::Number(100.0)).unwrap();
    assert_eq!(evaluate(&plan), evaluate(&numbers));
}

#[test]
fn formulas_stand_wherever_numbers_do() {
    let mut sheet = Sheet::of(starter("ml-inference"));
    for (path, text) in [
        ("settings.discount_rate", "=5% * 2"),
        ("groups.performance.weight", "=2-1"),
        ("criteria.C1.weight", "=2"),
        ("criteria.C1.scores.go", "=4+4"),
        ("criteria.C1.threshold", "=1"),
        ("team.mvp_scope", "=10*2"),
        ("team.other_roles.0.headcount", "=1/2"),
        ("alternatives.go.team.ramp_months", "=learn_months * 3"),
        ("alternatives.go.rewrite.p", "=2%"),
        ("alternatives.hybrid.tiers.1.call_share", "=50% + 25%"),
        ("profiles.go-net-http.conn_cap", "=5*10000"),
    ] {
        sheet.put(path, text);
        assert_eq!(sheet.refusal(), "", "{path} {text}");
    }
    let again = read(&sheet.file()).unwrap();
    assert_eq!(again, *sheet.session().plan());
    assert_eq!(write(&again), sheet.file());
    assert_eq!(evaluate(&again), *sheet.session().evaluation());
}

#[test]
fn a_raw_value_may_be_a_formula() {
    let mut sheet = Sheet::open("blank");
    sheet.put("criteria.C1.scored", "measured");
    sheet.put("criteria.C1.raw.go", "=2*3");
    assert_eq!(sheet.text_of("results.go.criteria.C1"), "6");
    assert_eq!(read(&sheet.file()).unwrap(), *sheet.session().plan());
}

#[test]
fn bad_formulas_in_files_are_named() {
    for (formula, reason) in [
        ("=salary", "workload.peak_rps: “salary” could be"),
        ("=users", "workload.peak_rps: “users” is no input of this plan"),
        ("=peak_rps+1", "workload.peak_rps: the formula refers to its own cell"),
        ("=1+", "workload.peak_rps: "),
    ] {
        let text = changed("\"peak_rps\": 100", &format!("\"peak_rps\": \"{formula}\""));
        let error = read(&text).unwrap_err().to_string();
        assert!(error.starts_with(reason), "{formula}: {error}");
        assert_eq!(problems(&text).len(), 1);
    }
    let text = changed("\"title\": \"Untitled plan\"", "\"title\": \"=1+1\"");
    assert_eq!(read(&text).unwrap().title, "=1+1", "a title is a text");
    let text = changed("\"currency\": \"USD\"", "\"currency\": \"=1\"");
    assert!(read(&text).is_ok() || !problems(&text).is_empty());
}

#[test]
fn every_bad_formula_of_a_file_is_listed() {
    let text = changed("\"peak_rps\": 100", "\"peak_rps\": \"=nothing\"").replacen(
        "\"connections\": 500",
        "\"connections\": \"=1+\"",
        1,
    );
    let found: Vec<String> = problems(&text).iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("workload.peak_rps") && found[1].starts_with("workload.connections"), "{found:?}");
}

#[test]
fn a_formula_that_comes_to_nothing_is_read_kept_and_said() {
    let text = changed("\"peak_rps\": 100", "\"peak_rps\": \"=1/0\"");
    let plan = read(&text).unwrap();
    assert_eq!(write(&plan), text);
    assert_eq!(plan.faults().get("workload.peak_rps").map(String::as_str), Some("a division by zero"));
    let found: Vec<String> = problems(&text).iter().map(ToString::to_string).collect();
    assert_eq!(found, ["workload.peak_rps: a division by zero."]);
}

#[test]
fn a_scenario_may_override_with_a_formula_and_formulas_follow_its_numbers() {
    let text = changed("\"connections\": 500", "\"connections\": \"=peak_rps * 5\"").replacen(
        "\"scenarios\": []",
        "\"scenarios\": [{\"id\": \"x\", \"name\": \"x\", \"note\": \"\", \"overrides\": {\"workload.peak_rps\": 1000, \"workload.app_cpu_ms\": \"=peak_rps / 1000\"}}]",
        1,
    );
    let plan = read(&text).unwrap();
    let other = plan.with_overrides(&plan.scenarios[0]).unwrap();
    assert_eq!(value(&other, "workload.connections"), 5000.0);
    assert_eq!(value(&other, "workload.app_cpu_ms"), 1.0);
    assert_eq!(value(&plan, "workload.connections"), 500.0);
    let again = read(&write(&plan)).unwrap();
    assert_eq!(write(&again), write(&plan));
}
