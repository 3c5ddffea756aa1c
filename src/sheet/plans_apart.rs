//! How two plans differ, for people: their answers side by side, the inputs that differ, and the scenarios.

use super::input_labels::InputLabels;
use super::{difference_text, edit_text, result_text, show_text, unit_label};
use crate::analyse::differences;
use crate::edit::structure::Thing;
use crate::evaluate::{Evaluation, evaluate};
use crate::model::{Path, Plan, Scenario, Value};

/// Something that two plans do not have alike, or one of their results.
#[derive(Debug, Clone, PartialEq)]
pub struct Apart {
    /// What it is called.
    pub label: String,
    /// What it is counted in; empty for words, and where the plans disagree about it.
    pub unit: String,
    /// As the first plan shows it; none where that has no such thing.
    pub before: Option<String>,
    /// As the second plan shows it.
    pub after: Option<String>,
    /// Of results: the second less the first, with its sign; none where one of them is no number.
    pub difference: Option<String>,
}

/// A thing that only one of the plans has.
#[derive(Debug, Clone, PartialEq)]
pub struct Alone {
    /// What it is: `alternative Rust`.
    pub what: String,
    /// Whether the second plan has it; else the first.
    pub is_new: bool,
}

/// A scenario that both have, with other contents.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioApart {
    /// What it is called in the second plan.
    pub name: String,
    /// Its name, its note and its overrides, where they differ; none where a plan does not override.
    pub parts: Vec<Apart>,
}

/// How two plans differ.
#[derive(Debug, Clone, PartialEq)]
pub struct PlansApart {
    /// The answers of both, whether they differ or not.
    pub results: Vec<Apart>,
    /// Things that only one has, scenarios among them, each once and not input by input.
    pub alone: Vec<Alone>,
    /// The inputs of what both have.
    pub inputs: Vec<Apart>,
    /// The scenarios of both that differ.
    pub scenarios: Vec<ScenarioApart>,
}

impl PlansApart {
    /// How much that is, in a sentence: `2 inputs and 1 scenario differ; 1 thing is in one of them only.`
    pub fn summary(&self) -> String {
        let counted = |count: usize, one: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            many => Some(format!("{many} {one}s")),
        };
        let (inputs, scenarios) = (self.inputs.len(), self.scenarios.len());
        let differing: Vec<String> =
            [counted(inputs, "input"), counted(scenarios, "scenario")].into_iter().flatten().collect();
        let verb = if inputs + scenarios == 1 { "differs" } else { "differ" };
        let differing = (!differing.is_empty()).then(|| format!("{} {verb}", differing.join(" and ")));
        let be = if self.alone.len() == 1 { "is" } else { "are" };
        let alone = counted(self.alone.len(), "thing").map(|things| format!("{things} {be} in one of them only"));
        let parts: Vec<String> = differing.into_iter().chain(alone).collect();
        if parts.is_empty() { "No input and no scenario differs.".into() } else { format!("{}.", parts.join("; ")) }
    }
}

/// One of the two plans.
struct Side<'a> {
    plan: &'a Plan,
    /// None while a formula has an error: nothing follows from the plan then.
    evaluation: Option<Evaluation>,
    labels: InputLabels<'a>,
}

impl<'a> Side<'a> {
    fn of(plan: &'a Plan) -> Self {
        let evaluation = plan.faults().is_empty().then(|| evaluate(plan));
        Self { plan, evaluation, labels: InputLabels::new(plan) }
    }

    fn result(&self, path: &Path) -> Option<String> {
        let text = |evaluation| result_text(self.plan, evaluation, path);
        Some(self.evaluation.as_ref().map_or_else(|| "no answer: a formula has an error".into(), text))
    }

    fn sound(&self) -> Option<(&Plan, &Evaluation)> {
        self.evaluation.as_ref().map(|evaluation| (self.plan, evaluation))
    }

    fn text(&self, path: &Path, value: &Value) -> String {
        self.plan.input(path).map_or_else(|| value.to_string(), |input| show_text(self.plan, input, value))
    }

    /// What was typed, where what the cells show is the same: of ranges that is their middle only.
    fn full_text(&self, path: &Path, value: &Value) -> String {
        self.plan.input(path).map_or_else(|| value.to_string(), |input| edit_text(input, value))
    }

    fn unit(&self, path: &Path, value: &Value) -> Option<String> {
        let unit = self.plan.input(path)?.kind.unit()?;
        value.central().map(|_| unit_label(unit, self.plan))
    }
}

/// How the second plan differs from the first. Notes, versions and the order of things are not looked at, and the
/// results are those without scenarios.
pub fn apart(before: &Plan, after: &Plan) -> PlansApart {
    let (mut first, mut second) = (Side::of(before), Side::of(after));
    let results = results(&first, &second);
    let (mut alone, mut inputs) = (Vec::new(), Vec::new());
    let mut met: Vec<Thing> = Vec::new();
    for found in differences(before, after) {
        let is_new = found.before.is_none();
        let (having, other) = if is_new { (after, before) } else { (before, after) };
        match thing_alone(having, other, &found.path) {
            Some(thing) if met.contains(&thing) => {}
            Some(thing) => {
                alone.push(Alone { what: format!("{} {}", thing.kind(), thing.name(having)), is_new });
                met.push(thing);
            }
            None => inputs.push(part((&mut first, &mut second), &found.path, (found.before, found.after))),
        }
    }
    let scenario_alone = |other: &Plan, own: &Scenario, is_new: bool| {
        let is_alone = other.scenario(own.id.as_str()).is_none();
        is_alone.then(|| Alone { what: format!("scenario {}", name_of(own)), is_new })
    };
    alone.extend(before.scenarios.iter().filter_map(|own| scenario_alone(after, own, false)));
    alone.extend(after.scenarios.iter().filter_map(|own| scenario_alone(before, own, true)));
    let both = before.scenarios.iter().filter_map(|own| Some((own, after.scenario(own.id.as_str())?)));
    let scenarios = both.filter_map(|pair| scenario((&mut first, &mut second), pair)).collect();
    PlansApart { results, alone, inputs, scenarios }
}

/// The thing an input belongs to, if the other plan does not have it. A score belongs to its alternative too.
fn thing_alone(having: &Plan, other: &Plan, path: &Path) -> Option<Thing> {
    let column = path.alternative().map(|id| Thing::Alternative(id.into()));
    let things = column.into_iter().chain(Thing::of(having, path));
    things.filter(|thing| thing.place(having).is_some()).find(|thing| thing.place(other).is_none())
}

fn part(sides: (&mut Side, &mut Side), path: &Path, values: (Option<Value>, Option<Value>)) -> Apart {
    let (first, second) = sides;
    let (before, after) = (values.0.as_ref(), values.1.as_ref());
    let mut texts = (before.map(|value| first.text(path, value)), after.map(|value| second.text(path, value)));
    if texts.0 == texts.1 {
        let full = |side: &Side, value| side.full_text(path, value);
        texts = (before.map(|value| full(first, value)), after.map(|value| full(second, value)));
    }
    let old_unit = before.and_then(|value| first.unit(path, value));
    let unit = after.and_then(|value| second.unit(path, value)).or(old_unit.clone()).unwrap_or_default();
    let disagree = old_unit.is_some_and(|old| old != unit);
    // By the name it has now, and the one it had where it is gone.
    let label = if after.is_some() { second.labels.of(path) } else { first.labels.of(path) };
    Apart {
        label,
        unit: if disagree { String::new() } else { unit },
        before: texts.0,
        after: texts.1,
        difference: None,
    }
}

fn name_of(scenario: &Scenario) -> &str {
    if scenario.name.is_empty() { scenario.id.as_str() } else { &scenario.name }
}

fn scenario(sides: (&mut Side, &mut Side), pair: (&Scenario, &Scenario)) -> Option<ScenarioApart> {
    let (first, second) = sides;
    let (old, new) = pair;
    let words = |label: &str, before: &str, after: &str| {
        let (before, after) = (Some(before.to_owned()), Some(after.to_owned()));
        let apart = Apart { label: label.into(), unit: String::new(), difference: None, before, after };
        (apart.before != apart.after).then_some(apart)
    };
    let mut parts: Vec<Apart> =
        words("Name", &old.name, &new.name).into_iter().chain(words("Note", &old.note, &new.note)).collect();
    let only_new = new.overrides.keys().filter(|path| old.overrides.get(path.as_str()).is_none());
    for path in old.overrides.keys().chain(only_new) {
        let values = (old.overrides.get(path.as_str()).cloned(), new.overrides.get(path.as_str()).cloned());
        if values.0 != values.1 {
            parts.push(part((&mut *first, &mut *second), path, values));
        }
    }
    (!parts.is_empty()).then(|| ScenarioApart { name: name_of(new).to_owned(), parts })
}

/// Who wins by score and by cost, then score, total and net present value of each alternative that both have.
fn results(first: &Side, second: &Side) -> Vec<Apart> {
    let (old, new) = (&first.plan.settings, &second.plan.settings);
    let line = |label: String, unit: &str, paths: (Path, Path)| Apart {
        label,
        unit: unit.into(),
        before: first.result(&paths.0),
        after: second.result(&paths.1),
        difference: (paths.0 == paths.1)
            .then(|| difference_text(second.sound()?, first.sound()?, &paths.1, false))
            .flatten(),
    };
    let of_all = |label: &str, name: &str| {
        let path = Path::from("results").then(name);
        line(label.into(), "", (path.clone(), path))
    };
    let mut lines = vec![of_all("Scores highest", "highest"), of_all("Costs least", "cheapest")];
    let of_one = |id: &crate::model::Id, form: &str| Path::from("results").then(id).then("score").then(form);
    let both = || second.plan.alternatives.iter().filter(|own| first.plan.alternative(own.id.as_str()).is_some());
    for own in both() {
        let paths = (of_one(&own.id, old.score_form.word()), of_one(&own.id, new.score_form.word()));
        lines.push(line(format!("Score, {}", own.name), "0–100", paths));
    }
    let is_one_currency = old.currency == new.currency;
    for (label, name) in [("Total", "total"), ("Net present value", "npv")] {
        for own in both() {
            let path = Path::from("results").then(&own.id).then(name);
            let mut line = line(format!("{label}, {}", own.name), &new.currency, (path.clone(), path));
            // Two currencies have no difference.
            if !is_one_currency {
                let with = |text: Option<String>, currency: &str| text.map(|text| format!("{text} {currency}"));
                (line.before, line.after) = (with(line.before, &old.currency), with(line.after, &new.currency));
                (line.unit, line.difference) = (String::new(), None);
            }
            lines.push(line);
        }
    }
    lines
}
