//! How a number came about: every result leads back to inputs, and follows from the values it names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use std::collections::HashMap;

use proptest::prelude::*;
use serde_json::Value as Json;
use support::{assert_all_close, assert_close, cases, data, random, read, starter};
use weighbridge::analyse::explain::{Step, explain, steps_of};
use weighbridge::evaluate::{Evaluation, evaluate};
use weighbridge::file;
use weighbridge::model::{Path, Plan};

/// A plan with its results.
struct Explained {
    plan: Plan,
    evaluation: Evaluation,
}

impl Explained {
    fn of(plan: Plan) -> Self {
        let evaluation = evaluate(&plan);
        Self { plan, evaluation }
    }

    fn worked() -> Self {
        let example: Json = serde_json::from_str(&data("worked_example.json")).unwrap();
        Self::of(read(&example["plan"].to_string()))
    }

    #[track_caller]
    fn step(&self, path: &str) -> Step {
        explain(&self.plan, &self.evaluation, &path.into()).unwrap_or_else(|| panic!("nobody explains {path}"))
    }

    /// The value of a result, and what enters its formula, in order.
    #[track_caller]
    fn assert_follows(&self, path: &str, value: f64, from: &[f64]) {
        let step = self.step(path);
        assert_close(step.value.unwrap(), value);
        let operands: Vec<f64> =
            step.operands.iter().filter(|operand| operand.counts).filter_map(|o| o.value).collect();
        assert_all_close(&operands, from);
    }

    fn set(mut self, path: &str, value: impl support::Put) -> Self {
        self.plan.set(&path.into(), value.value()).unwrap();
        self.plan.check().unwrap();
        Self::of(self.plan)
    }

    #[track_caller]
    fn assert_absent(&self, path: &str, why: &str) {
        let step = self.step(path);
        assert_eq!((step.value, step.why.as_str()), (None, why), "{path}");
    }

    /// Every path that is published for some month, with what was published.
    fn published(&self, months: &[usize]) -> Vec<(String, Json)> {
        let results: Json = serde_json::from_str(&file::results(&self.plan, None, &self.evaluation)).unwrap();
        let mut published = Vec::new();
        for (id, alternative) in results["alternatives"].as_object().unwrap() {
            for (name, result) in alternative.as_object().unwrap() {
                let base = format!("results.{id}.{name}");
                match (name.as_str(), result) {
                    ("months", rows) => {
                        for month in months {
                            for (name, amount) in rows[month - 1].as_object().unwrap() {
                                published.push((format!("{base}.{month}.{name}"), amount.clone()));
                            }
                        }
                    }
                    ("score", forms) => {
                        let form = |(name, score): (&String, &Json)| (format!("{base}.{name}"), score.clone());
                        published.extend(forms.as_object().unwrap().iter().map(form));
                    }
                    _ => published.push((base, result.clone())),
                }
            }
        }
        for (pair, kinds) in results["break_evens"].as_object().unwrap() {
            for (kind, moments) in kinds.as_object().unwrap() {
                let moments = moments.as_array().unwrap();
                let base = format!("results.break_evens.{pair}.{kind}");
                published.push((base.clone(), moments.first().cloned().unwrap_or(Json::Null)));
                let moment = |(index, moment): (usize, &Json)| (format!("{base}.{index}"), moment.clone());
                published.extend(moments.iter().enumerate().map(moment));
            }
        }
        published
    }

    fn some_months(&self) -> [usize; 3] {
        let last = self.evaluation.alternatives[0].months.len();
        [1, last / 2, last]
    }

    /// Looks at every result of the plan and at all it follows from.
    fn check(&self) {
        let mut seen = HashMap::new();
        for (path, published) in self.published(&self.some_months()) {
            let step = self.step(&path);
            match &published {
                Json::Number(number) => assert!(same(step.value.unwrap(), number.as_f64().unwrap()), "{step:?}"),
                Json::Null => assert!(step.value.is_none() && !step.why.is_empty(), "{step:?}"),
                Json::Array(words) if path.ends_with("binding") => {
                    let words: Vec<&str> = words.iter().map(|word| word.as_str().unwrap()).collect();
                    assert_eq!(step.text.unwrap(), words.join(", "), "{path}");
                }
                Json::Array(failed) => {
                    assert_eq!(step.text.unwrap() == "none", failed.is_empty(), "{path}");
                }
                other => panic!("{path}: {other}"),
            }
            self.walk(&path.as_str().into(), &mut seen);
        }
        for alternative in &self.evaluation.alternatives {
            for month in self.some_months() {
                for path in steps_of(&self.plan, &self.evaluation, alternative.id.as_str(), month) {
                    self.walk(&path, &mut seen);
                }
            }
        }
    }

    /// Goes down to the inputs. `seen` holds nothing of a path while what is below it is being looked at.
    fn walk(&self, path: &Path, seen: &mut Seen) -> Shown {
        if let Some(shown) = seen.get(path) {
            return shown.clone().unwrap_or_else(|| panic!("{path} follows from itself"));
        }
        seen.insert(path.clone(), None);
        let step = self.step(path.as_str());
        check_step(&step);
        for operand in &step.operands {
            let shown = (operand.value.map(f64::to_bits), operand.text.clone(), operand.unit.clone());
            assert_eq!(shown, self.walk(&operand.path, seen), "{path}: {operand:?}");
        }
        if step.is_input() {
            let input = path.as_str().trim_end_matches(".p10").trim_end_matches(".p90");
            assert!(self.plan.input(&input.into()).is_some(), "{path} is no input");
        }
        let shown = (step.value.map(f64::to_bits), step.text, step.unit);
        seen.insert(path.clone(), Some(shown.clone()));
        shown
    }
}

/// Value, words and unit of a step.
type Shown = (Option<u64>, Option<String>, String);
type Seen = HashMap<Path, Option<Shown>>;

/// Equal to 1e-9, relative.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()) + 1e-12
}

fn check_step(step: &Step) {
    assert!(!step.label.is_empty(), "{step:?}");
    let is_told = step.value.is_some() || step.text.is_some() || !step.why.is_empty();
    assert!(is_told || step.is_input(), "neither value nor words nor reason: {step:?}");
    if step.is_input() {
        assert!(step.operands.is_empty() && step.equation.is_empty(), "{step:?}");
        return;
    }
    assert!(!step.equation.is_empty() && !step.formula.is_empty(), "{step:?}");
    // The number of the month is the only constant that differs from path to path.
    if step.path.as_str().ends_with(".month") {
        return;
    }
    match (step.value, step.recomputed()) {
        (Some(value), Some(again)) => assert!(same(value, again), "{again} is not the value of {step:?}"),
        (None, None) => {}
        (_, again) => panic!("{again:?} is not the value of {step:?}"),
    }
    for operand in step.operands.iter().filter(|operand| operand.counts && !step.formula.contains('Σ')) {
        let is_named = step.formula.contains(&operand.name);
        let is_listed = ["rank", "binding", "ruled_out", "most_output", "nominal", "discounted"];
        let is_listed = is_listed.iter().any(|name| step.path.as_str().ends_with(name));
        assert!(is_named || is_listed, "the formula does not name {}: {step:?}", operand.name);
    }
}

#[test]
fn every_result_of_the_worked_example_leads_to_inputs() {
    Explained::worked().check();
}

#[test]
fn every_result_of_the_oracle_s_plans_leads_to_inputs() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/plans");
    for entry in std::fs::read_dir(folder).unwrap() {
        let case: Json = serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        println!("{}", case["about"]);
        Explained::of(read(&case["plan"].to_string())).check();
    }
}

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn every_result_of_a_random_plan_leads_to_inputs(plan in random::plan()) {
        Explained::of(plan).check();
    }
}

#[test]
fn from_a_request_to_instances_as_by_hand() {
    let worked = Explained::worked();
    // S = 0.08 + 2 × 1.0 = 2.08 ms
    worked.assert_follows("results.go.tiers.0.relative_cpu", 1.0, &[1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0]);
    worked.assert_follows("results.go.tiers.0.ordinary_ms", 2.08, &[0.08, 2.0, 1.0]);
    worked.assert_follows("results.go.tiers.0.mean_ms", 2.08, &[0.0, 2.08, 0.08]);
    // cores = 500 × 2.08 ÷ 1,000 = 1.04; K = 1.04 ÷ 0.5 = 2.08; ceil(2.08 ÷ 2) = 2; n+1: 3
    worked.assert_follows("results.go.months.1.tiers.0.cores", 1.04, &[500.0, 2.08]);
    worked.assert_follows("results.go.months.1.tiers.0.needed_cores", 2.08, &[1.04, 0.5]);
    worked.assert_follows("results.go.months.1.tiers.0.for_cpu", 2.0, &[2.08, 2.0]);
    worked.assert_follows("results.go.months.1.tiers.0.needed", 2.0, &[2.0, 1.0, 1.0]);
    worked.assert_follows("results.go.months.1.tiers.0.with_spares", 3.0, &[2.0]);
    // V = 2,000 × 26.5 ÷ 1,024 + 26.04 × 64 ÷ 1,024 = 51.757 + 1.6275 MB; F = 15 + 64 = 79 MB
    worked.assert_follows("results.go.months.1.tiers.0.in_flight", 26.04, &[500.0, 2.08, 50.0]);
    let variable = 2000.0 * 26.5 / 1024.0 + 1.6275;
    worked.assert_follows("results.go.months.1.tiers.0.variable_mb", variable, &[2000.0, 16.5, 10.0, 26.04, 64.0]);
    worked.assert_follows("results.go.tiers.0.fixed_mb", 79.0, &[1.0, 79.0]);
    let binding = worked.step("results.go.months.1.tiers.0.binding");
    assert_eq!(binding.text.as_deref(), Some("cpu"));
    // Python, month 2: cores 2.0475, K 4.095, n_cpu 3, n 4
    worked.assert_follows("results.python.months.2.tiers.0.needed_cores", 4.095, &[2.0475, 0.5]);
    worked.assert_follows("results.python.months.2.tiers.0.instances", 4.0, &[4.0, 2.0]);
}

#[test]
fn from_instances_to_money_as_by_hand() {
    let worked = Explained::worked();
    // (2 × 0.04048 + 4 × 0.004445) × 730 = 72.0802
    let instance = [2.0, 0.04048, 4.0, 0.004445, 1.0, 0.0];
    worked.assert_follows("results.go.instance_cost", 72.0802, &instance);
    // 500 × 0.4 × 10 × 2,628,000 ÷ 1e6 = 5,256 GB; the plan has a price of 0.09 per GB
    worked.assert_follows("results.go.months.1.egress_gb", 5256.0, &[500.0, 0.4, 10.0]);
    worked.assert_follows("results.go.months.1.egress", 473.04, &[5256.0, 0.09]);
    worked.assert_follows("results.go.months.1.own_infrastructure", 1219.2806, &[216.2406, 30.0, 473.04, 500.0]);
    // 3 × 150,000 × 1.4 ÷ 12 + 0.5 × 200,000 × 1.4 ÷ 12
    let other = 0.5 * 200_000.0 * 1.4 / 12.0;
    worked.assert_follows("results.go.months.1.payroll", 52_500.0 + other, &[52_500.0, other]);
    let parts = [52_500.0 + other, 0.0, 6000.0, 1219.2806, 0.0, 0.0];
    worked.assert_follows("results.go.months.1.total", 52_500.0 + other + 6000.0 + 1219.2806, &parts);
    // 5,000 + 0.2 × 0.5 × 146,000 = 19,600 for the one who joins in month 3
    worked.assert_follows("results.node.months.3.hire_cost", 19_600.0, &[5000.0, 0.2, 0.5, 146_000.0, 1.0]);
    worked.assert_follows("results.node.months.3.recruiting", 19_600.0, &[1.0, 0.0, 19_600.0]);
}

#[test]
fn to_the_first_release_as_by_hand() {
    let worked = Explained::worked();
    // 11 ÷ 4.348125 = 2.53: month 4
    worked.assert_follows("results.go.join_month", 4.0, &[11.0 / 4.348125]);
    // 3 × (0.5 + 0.5 × 0.625) with first-day output 0.5 over 2 months: 0.5 + 0.5 × 0.5 ÷ 2
    worked.assert_follows("results.go.months.1.learned", 0.625, &[0.5, 1.0, 2.0]);
    let before = 1.78125 + 2.49375 + 2.85 + 3.146875;
    worked.assert_follows("results.go.months.5.work_before", before, &[before - 3.146875, 3.146875]);
    let mvp = 4.0 + (12.0 - before) / 3.265625;
    assert_close((mvp * 1e4).round() / 1e4, 4.5292);
    worked.assert_follows("results.go.mvp_month", mvp, &[5.0, 12.0, before, 3.265625]);
    // The target is month 4; a month of delay costs 10,000.
    worked.assert_follows("results.go.months.5.delay", 10_000.0 * (mvp - 4.0), &[10_000.0, mvp, 5.0, 4.0]);
}

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
    let paths = steps_of(&plan.plan, &plan.evaluation, "go", 12);
    let number = |path: &Path| {
        let equation = plan.step(path.as_str()).equation.trim_matches(|c: char| !c.is_ascii_digit());
        equation.parse().unwrap_or(35)
    };
    let numbers: Vec<u32> = paths.iter().map(number).collect();
    assert!(numbers.is_sorted(), "{numbers:?}");
    let distinct: std::collections::HashSet<&Path> = paths.iter().collect();
    assert_eq!(distinct.len(), paths.len());
    assert!(steps_of(&plan.plan, &plan.evaluation, "rust", 12).is_empty());
    assert!(steps_of(&plan.plan, &plan.evaluation, "go", 99).iter().all(|path| !path.as_str().contains(".months.")));
}

#[test]
fn what_is_not_known_says_why() {
    // A model of 10 GB in an instance of 4 GB.
    let heavy = Explained::of(Plan::default()).set("alternatives.go.tiers.0.model_mb", 10_240.0);
    let why = "An instance cannot hold one copy (E11).";
    for name in ["npv", "total", "equal_output_cost", "cost_per_engineer_month", "infrastructure_total"] {
        heavy.assert_absent(&format!("results.go.{name}"), why);
    }
    heavy.assert_absent("results.go.months.36.cumulative", why);
    heavy.assert_absent("results.go.months.3.instances", why);
    heavy.assert_absent("results.break_evens.go|node.nominal", why);
    // Node.js would be rewritten to Go.
    let leads = "A rewrite may lead to an alternative whose instance cannot hold one copy (E11).";
    heavy.assert_absent("results.node.npv", leads);
    assert!(heavy.step("results.node.months.3.instances").value.is_some());
    heavy.check();
}

#[test]
fn no_weights_no_score() {
    let mut plan = Plan::default();
    for criterion in &mut plan.criteria {
        criterion.weight = 0.0.into();
    }
    let plan = Explained::of(plan);
    let why = "All weights are 0: set a weight.";
    plan.assert_absent("results.go.score.flat", why);
    plan.assert_absent("results.go.score.grouped", why);
    plan.assert_absent("results.go.score.by_group.people", why);
    assert_eq!(plan.step("results.go.rank").value, Some(1.0));
    plan.check();
}

#[test]
fn what_never_happens_says_so() {
    let never = Explained::of(Plan::default()).set("team.mvp_scope", 1e6);
    never.assert_absent("results.go.mvp_month", "The work up to the first release is not done within 36 months.");
    assert!(never.step("results.go.months.20.delay").value.is_some());
    never.check();
    let idle = Explained::of(Plan::default()).set("team.existing", 0.0).set("team.hires", 0.0);
    idle.assert_absent("results.go.cost_per_engineer_month", "Nothing is delivered.");
    idle.check();
}
