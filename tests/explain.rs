//! How a number came about: every result leads back to inputs, and follows from the values it names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use std::collections::HashMap;

use proptest::prelude::*;
use serde_json::Value as Json;
use support::{Bare, assert_close, cases, data, random, read, starter};
use weighbridge::analyse::explain::{Step, explain, steps_of};
use weighbridge::evaluate::{Evaluation, evaluate};
use weighbridge::file;
use weighbridge::model::{Path, Plan, Value};

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

    /// The names and values that enter the formula.
    fn operands(&self, path: &str) -> Vec<(String, f64)> {
        let counting = self.step(path).operands.into_iter().filter(|operand| operand.counts);
        counting.map(|operand| (operand.name, operand.value.unwrap())).collect()
    }

    #[track_caller]
    fn assert_step(&self, path: &str, value: f64, operands: &[f64]) {
        let step = self.step(path);
        assert_close(step.value.unwrap(), value);
        let found: Vec<f64> = self.operands(path).into_iter().map(|(_, value)| value).collect();
        support::assert_all_close(&found, operands);
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

    /// Goes down to the inputs. `seen` says of each path whether all below it has been looked at.
    fn walk(&self, path: &Path, seen: &mut HashMap<Path, bool>) {
        match seen.get(path) {
            Some(true) => return,
            Some(false) => panic!("{path} follows from itself"),
            None => seen.insert(path.clone(), false),
        };
        let step = self.step(path.as_str());
        check_step(&step);
        for operand in &step.operands {
            let below = self.step(operand.path.as_str());
            assert_eq!(operand.value.map(f64::to_bits), below.value.map(f64::to_bits), "{path}: {operand:?}");
            assert_eq!(operand.text, below.text, "{path}: {operand:?}");
            assert_eq!(operand.unit, below.unit, "{path}: {operand:?}");
            self.walk(&operand.path, seen);
        }
        if step.is_input() {
            let input = path.as_str().trim_end_matches(".p10").trim_end_matches(".p90");
            assert!(self.plan.input(&input.into()).is_some(), "{path} is no input");
        }
        seen.insert(path.clone(), true);
    }
}

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
