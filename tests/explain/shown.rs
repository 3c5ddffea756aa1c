//! What a reader of the steps sees.

use weighbridge::analyse::explain::{explain, steps_of};
use weighbridge::model::{Path, Plan};

use crate::explained::Explained;
use crate::support::starter;

#[test]
fn a_step_can_be_read() {
    let worked = Explained::worked();
    let step = worked.step("results.go.months.12.cores");
    assert_eq!((step.label.as_str(), step.unit.as_str()), ("Cores busy at peak, all tiers, month 12", "cores"));
    let step = worked.step("results.go.months.12.tiers.0.cores");
    assert_eq!(step.equation, "E6");
    assert_eq!(step.formula, "requests/s × CPU per request in ms ÷ 1,000");
    let names: Vec<&str> = step.operands.iter().map(|operand| operand.name.as_str()).collect();
    assert_eq!(names, ["requests/s", "CPU per request"]);
    assert_eq!(worked.step("results.go.months.1.infrastructure").unit, "$ a month");
    let spares = worked.step("results.go.months.1.tiers.0.with_spares");
    assert_eq!(spares.operands[1].text.as_deref(), Some("n+1"));
    // An input says what it is, and its range.
    let blank = Explained::of(Plan::default());
    let growth = blank.step("workload.growth");
    assert!(growth.is_input());
    assert_eq!((growth.label.as_str(), growth.value), ("Traffic growth", Some(0.05)));
    assert_eq!(growth.text.as_deref(), Some("triangular(0.01, 0.05, 0.1)"));
    for nothing in
        ["results.rust.npv", "results.go.months.37.total", "results.go.months.01.total", "results.go", "x", ""]
    {
        assert!(explain(&blank.plan, &blank.evaluation, &nothing.into()).is_none(), "{nothing}");
    }
}

#[test]
fn two_costs_cross_between_two_months() {
    let worked = Explained::worked();
    let pair = &worked.evaluation.break_evens[0];
    let path = format!("results.break_evens.{}|{}.nominal", pair.a, pair.b);
    let whole = worked.step(&path);
    assert_eq!(whole.operands.len(), pair.nominal.len());
    let first = worked.step(&format!("{path}.0"));
    assert_eq!(first.value, pair.nominal.first().copied());
    let value = |index: usize| first.operands[index].value.unwrap();
    // The first is dearer before and cheaper after, or the other way round.
    assert!((value(1) - value(2)) * (value(3) - value(4)) < 0.0);
    let month = value(0);
    assert!(first.value.unwrap() >= month && first.value.unwrap() <= month + 1.0);
    assert_eq!(first.operands[3].path.as_str(), format!("results.{}.months.{}.cumulative", pair.a, month + 1.0));
}

#[test]
fn a_measured_score_shows_its_value_function() {
    let plan = Explained::of(Plan::default()).set("criteria.C12.scored", "computed");
    // (175,000 − 225,000) ÷ (125,000 − 225,000) × 10
    plan.assert_follows("results.go.criteria.C12", 5.0, &[175_000.0, 225_000.0, 125_000.0]);
    plan.assert_follows("results.go.raw.C12", 175_000.0, &[175_000.0]);
    let group = plan.step("results.go.score.group_mean.people");
    let of_c12 = group.operands.iter().find(|operand| operand.path.as_str() == "results.go.criteria.C12");
    assert_eq!(of_c12.and_then(|operand| operand.value), Some(5.0));
    assert!(group.operands.iter().any(|operand| operand.path.as_str() == "criteria.C11.scores.go"));
    let computed = Explained::of(Plan::default()).set("criteria.C16.scored", "computed");
    assert_eq!(computed.step("results.go.raw.C16").unit, "vCPU per 1,000 requests/s");
    plan.check();
    for scored in ["measured", "computed"] {
        let mut all = Explained::of(Plan::default());
        for id in ["C10", "C12", "C16", "C18"] {
            all = all.set(&format!("criteria.{id}.scored"), scored);
        }
        all.set("criteria.C10.raw.go", 3.0).check();
    }
}

#[test]
fn every_equation_can_be_reached() {
    let mut found: Vec<&str> = Vec::new();
    // A rewrite in month 13 for six months; workers of Flask; one measured criterion.
    let plan = Explained::of(Plan::default())
        .set("alternatives.python.tiers.0.profile", "python-flask")
        .set("alternatives.node.rewrite.start", 13.0)
        .set("alternatives.node.rewrite.months", 6.0)
        .set("criteria.C16.scored", "computed");
    for id in ["go", "node", "python"] {
        for month in [1, 14, 20] {
            for path in steps_of(&plan.plan, &plan.evaluation, id, month) {
                found.push(plan.step(path.as_str()).equation);
            }
        }
    }
    let numbered = (1..=35).chain(40..=42).map(|number| format!("E{number}"));
    for equation in numbered.chain(["E9b", "E35b", "value function", "must-have"].map(String::from)) {
        // The score has one form at a time, but both are shown.
        assert!(found.contains(&equation.as_str()), "{equation}");
    }
}

#[test]
fn steps_of_a_month_come_in_the_order_of_the_equations() {
    let plan = Explained::of(starter("ml-inference"));
    let paths = steps_of(&plan.plan, &plan.evaluation, "hybrid", 12);
    let number = |path: &Path| {
        let equation = plan.step(path.as_str()).equation.trim_matches(|c: char| !c.is_ascii_digit());
        equation.parse().unwrap_or(35)
    };
    let numbers: Vec<u32> = paths.iter().map(number).collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    let servers: Vec<&str> = paths.iter().map(Path::as_str).filter(|path| path.ends_with(".servers")).collect();
    assert_eq!(servers, ["results.hybrid.tiers.0.servers", "results.hybrid.tiers.1.servers"]);
    let distinct: std::collections::HashSet<&Path> = paths.iter().collect();
    assert_eq!(distinct.len(), paths.len());
    assert!(steps_of(&plan.plan, &plan.evaluation, "rust", 12).is_empty());
    assert!(steps_of(&plan.plan, &plan.evaluation, "go", 99).iter().all(|path| !path.as_str().contains(".months.")));
}
