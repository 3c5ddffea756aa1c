//! A plan with its results, and how a test looks through the steps.

use std::collections::HashMap;

use serde_json::Value as Json;
use weighbridge::analyse::explain::{Step, explain, steps_of};
use weighbridge::evaluate::{Evaluation, evaluate};
use weighbridge::file;
use weighbridge::model::{Path, Plan};

use crate::support::{Put, assert_all_close, assert_close, data, read};

/// A plan with its results.
pub struct Explained {
    pub plan: Plan,
    pub evaluation: Evaluation,
}

impl Explained {
    pub fn of(plan: Plan) -> Self {
        let evaluation = evaluate(&plan);
        Self { plan, evaluation }
    }

    pub fn worked() -> Self {
        let example: Json = serde_json::from_str(&data("worked_example.json")).unwrap();
        Self::of(read(&example["plan"].to_string()))
    }

    #[track_caller]
    pub fn step(&self, path: &str) -> Step {
        explain(&self.plan, &self.evaluation, &path.into()).unwrap_or_else(|| panic!("nobody explains {path}"))
    }

    /// The value of a result, and what enters its formula, in order.
    #[track_caller]
    pub fn assert_follows(&self, path: &str, value: f64, from: &[f64]) {
        let step = self.step(path);
        assert_close(step.value.unwrap(), value);
        let operands: Vec<f64> =
            step.operands.iter().filter(|operand| operand.counts).filter_map(|o| o.value).collect();
        assert_all_close(&operands, from);
    }

    pub fn set(mut self, path: &str, value: impl Put) -> Self {
        self.plan.set(&path.into(), value.value()).unwrap();
        self.plan.check().unwrap();
        Self::of(self.plan)
    }

    #[track_caller]
    pub fn assert_absent(&self, path: &str, why: &str) {
        let step = self.step(path);
        assert_eq!((step.value, step.why.as_str()), (None, why), "{path}");
    }

    /// Every path that is published for some month, with what was published.
    pub fn published(&self, months: &[usize]) -> Vec<(String, Json)> {
        let results: Json = serde_json::from_str(&file::results(&self.plan, None, &self.evaluation, &[])).unwrap();
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
                        for (name, score) in forms.as_object().unwrap() {
                            match score.as_object() {
                                None => published.push((format!("{base}.{name}"), score.clone())),
                                // A typed score is an input: nothing is behind it.
                                Some(criteria) if name == "criteria" => {
                                    for (criterion, given) in
                                        criteria.iter().filter(|(_, given)| !given["raw"].is_null())
                                    {
                                        let path = |kind: &str| format!("results.{id}.{kind}.{criterion}");
                                        published.push((path("criteria"), given["score"].clone()));
                                        published.push((path("raw"), given["raw"].clone()));
                                    }
                                }
                                Some(groups) => {
                                    let points = |(group, points): (&String, &Json)| {
                                        (format!("{base}.{name}.{group}"), points.clone())
                                    };
                                    published.extend(groups.iter().map(points));
                                }
                            }
                        }
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

    pub fn some_months(&self) -> [usize; 3] {
        let last = self.evaluation.alternatives[0].months.len();
        [1, last / 2, last]
    }

    /// Looks at every result of the plan and at all it follows from.
    pub fn check(&self) {
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
    pub fn walk(&self, path: &Path, seen: &mut Seen) -> Shown {
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
        // An input leads on only where it holds a formula that names others.
        let leads_on = step.formula.starts_with('=');
        assert!((step.operands.is_empty() || leads_on) && step.equation.is_empty(), "{step:?}");
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
        let is_listed = ["rank", "binding", "ruled_out", "most_output", "cheapest", "nominal", "discounted"];
        let is_listed = is_listed.iter().any(|name| step.path.as_str().ends_with(name));
        assert!(is_named || is_listed, "the formula does not name {}: {step:?}", operand.name);
    }
}
