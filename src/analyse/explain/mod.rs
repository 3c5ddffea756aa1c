//! How each number follows from others: one step of the calculation for any result, down to the inputs.
//!
//! Results have the paths of `file.md`, and what lies between has paths in the same style. All rules are lines of
//! tables, one file for each part of the model; a rule's formula stands in words and as an expression over the same
//! operands, so that the two cannot drift apart.

mod capacity;
mod fleet;
mod infrastructure;
mod input;
mod kept;
mod money;
mod output;
mod people;
mod place;
mod rewrite;
mod rule;
mod score;
mod units;

use std::borrow::Cow;

use crate::evaluate::Evaluation;
use crate::model::{Path, Plan, Style, Unit, amount};
use place::{Item, Place};
use rule::{Apply, Named, Rule};

/// All rules, in the order of the model.
static TABLES: [&[Rule]; 10] = [
    capacity::RULES,
    fleet::RULES,
    std::slice::from_ref(&fleet::BINDING),
    infrastructure::RULES,
    std::slice::from_ref(&infrastructure::BINDING),
    people::RULES,
    output::RULES,
    rewrite::RULES,
    money::RULES,
    score::RULES,
];

fn rules() -> impl Iterator<Item = &'static Rule> {
    TABLES.iter().copied().chain([score::OTHERS]).flatten()
}

/// One number and how it follows from others.
#[derive(Debug, Clone)]
pub struct Step {
    /// A result (`results.…`) or an input.
    pub path: Path,
    /// What it is called: `Cores busy at peak, month 12`.
    pub label: String,
    /// What it is counted in, with the plan's currency: `cores`, `$ a month`.
    pub unit: String,
    /// How its numbers are written: shares are fractions, to be shown in per cent.
    pub style: Style,
    /// The equation of the model: `E6`; for scores also `value function` and `must-have`. Empty for an input.
    pub equation: &'static str,
    /// The formula in the names of the operands; of an input the one it holds, if it holds one.
    pub formula: Cow<'static, str>,
    /// The number; none for words, for an empty input, and where [`Step::why`] says why there is none.
    pub value: Option<f64>,
    /// Words, or the range of an uncertain input.
    pub text: Option<String>,
    /// Why there is no number, or no words; empty where there are.
    pub why: String,
    /// What it follows from; of an input the inputs its formula names. First what enters the formula, in its order, then what decides that this formula holds.
    pub operands: Vec<Operand>,
    apply: Option<Apply>,
}

/// Something that a number follows from.
#[derive(Debug, Clone)]
pub struct Operand {
    /// Its name in the formula.
    pub name: String,
    /// The result or input it is.
    pub path: Path,
    /// Its value.
    pub value: Option<f64>,
    /// Words, or the range of an uncertain input.
    pub text: Option<String>,
    /// What it is counted in.
    pub unit: String,
    /// How its numbers are written.
    pub style: Style,
    /// Whether it enters the formula; otherwise it decides that this formula holds.
    pub counts: bool,
}

impl Step {
    /// Whether this is an input, where every chain ends, save that a formula leads on to other inputs.
    pub fn is_input(&self) -> bool {
        self.apply.is_none()
    }

    /// The value once more, from nothing but the values of the operands; none for words and inputs.
    pub fn recomputed(&self) -> Option<f64> {
        applied(self.apply?, &self.operands)
    }
}

/// How `path`, a result or an input, comes to its value; nothing where the plan has no such thing.
pub fn explain(plan: &Plan, evaluation: &Evaluation, path: &Path) -> Option<Step> {
    if let Some(step) = input::step(plan, path) {
        return Some(step);
    }
    // While a formula comes to nothing, nothing follows from the plan.
    if !plan.faults().is_empty() {
        return None;
    }
    let steps = path.steps();
    let (rule, place) = find(plan, evaluation, &steps)?;
    let operands = operands(rule, &place, true);
    let value = value_of(rule, &place, &steps, &operands);
    let text = match rule.apply {
        Apply::Words(words) => Some(words(&operands)),
        _ => None,
    };
    let why = if value.is_some() || text.is_some() { String::new() } else { why(rule, &place, &operands) };
    Some(Step {
        path: path.clone(),
        label: label(rule, &place),
        unit: unit_of(rule, &place),
        style: rule.unit.style,
        equation: rule.equation,
        formula: rule.formula.into(),
        value,
        text,
        why,
        operands,
        apply: Some(rule.apply),
    })
}

/// Every result of an alternative and one month, in the order of the equations, E1 to E42. Break-evens are those of
/// the alternative with each other one.
pub fn steps_of(plan: &Plan, evaluation: &Evaluation, alternative: &str, month: usize) -> Vec<Path> {
    let mut paths = Vec::new();
    for number in 1..=42 {
        let is_case = |rule: &Rule, of: &Rule| rule.path == of.path && number_of(rule.equation) == number;
        for rule in rules().filter(|rule| number_of(rule.equation) == number) {
            // Several cases of one result stand where the first of them does.
            if rules().find(|first| is_case(first, rule)).is_some_and(|first| !std::ptr::eq(first, rule)) {
                continue;
            }
            for path in paths_of(rule, plan, evaluation, alternative, month) {
                if find(plan, evaluation, &path.steps()).is_some_and(|(found, _)| is_case(found, rule)) {
                    paths.push(path);
                }
            }
        }
    }
    paths
}

/// The number of an equation; what belongs to the score and has none stands with E35.
fn number_of(equation: &str) -> usize {
    let digits = equation.trim_matches(|c: char| !c.is_ascii_digit());
    digits.parse().unwrap_or(35)
}

/// The paths that a rule may stand for, of one alternative and month.
fn paths_of(rule: &Rule, plan: &Plan, evaluation: &Evaluation, alternative: &str, month: usize) -> Vec<Path> {
    let of = |from: &str, to: &str, paths: Vec<String>| -> Vec<String> {
        paths.into_iter().map(|path| path.replace(from, to)).collect()
    };
    let each = |from: &str, to: &[String], paths: Vec<String>| -> Vec<String> {
        if !rule.path.contains(from) {
            return paths;
        }
        to.iter().flat_map(|to| of(from, to, paths.clone())).collect()
    };
    let numbers = |count: usize| -> Vec<String> { (0..count).map(|number| number.to_string()).collect() };
    let mut subjects: Vec<String> = plan.criteria.iter().map(|criterion| criterion.id.to_string()).collect();
    let mut tiers = evaluation.outcome(alternative).map_or(0, |outcome| outcome.tiers.len());
    if rule.path.contains(".score.") {
        subjects = plan.groups.iter().map(|group| group.id.to_string()).collect();
    }
    if rule.path.contains(".break_evens.") {
        let is_of = |id: &crate::model::Id| id.as_str() == alternative;
        let pairs = evaluation.break_evens.iter().filter(|pair| is_of(&pair.a) || is_of(&pair.b));
        tiers = pairs.clone().map(|pair| pair.nominal.len().max(pair.discounted.len())).fold(0, usize::max);
        subjects = pairs.map(|pair| format!("{}|{}", pair.a, pair.b)).collect();
    }
    let paths = of("@", alternative, of("#", &month.to_string(), vec![rule.path.to_owned()]));
    each("%", &numbers(tiers), each("?", &subjects, paths)).into_iter().map(Path::from).collect()
}

/// The rule of a result, and where the result stands.
fn find<'a>(plan: &'a Plan, evaluation: &'a Evaluation, steps: &[&'a str]) -> Option<(&'static Rule, Place<'a>)> {
    let last = *steps.last()?;
    let place = Place::of(plan, evaluation, steps)?;
    let matches = |rule: &Rule| {
        let is_same = |(template, step): (&str, &&str)| matches!(template, "@" | "#" | "%" | "?") || template == *step;
        rule.path.split('.').zip(steps).all(is_same) && rule.path.split('.').count() == steps.len()
    };
    // Most rules are told by their last letter.
    let may_match = |rule: &Rule| match rule.path.as_bytes().last() {
        Some(b'?' | b'%') => true,
        letter => letter == last.as_bytes().last() && rule.path.ends_with(last),
    };
    let rule = rules().find(|rule| may_match(rule) && matches(rule) && (rule.when)(&place))?;
    Some((rule, place))
}

/// The value of a result: as the evaluation has it, or else from its operands.
fn value_of(rule: &Rule, place: &Place, steps: &[&str], operands: &[Operand]) -> Option<f64> {
    kept::kept(place, steps).unwrap_or_else(|| applied(rule.apply, operands))
}

fn applied(apply: Apply, operands: &[Operand]) -> Option<f64> {
    let values = || operands.iter().filter(|operand| operand.counts).map(|operand| operand.value);
    let value = match apply {
        Apply::Number(apply) => apply(&values().collect::<Option<Vec<f64>>>()?),
        Apply::Lenient(apply) => apply(&values().map(|value| value.unwrap_or(f64::NAN)).collect::<Vec<f64>>()),
        Apply::Words(_) => return None,
    };
    (!value.is_nan()).then_some(value)
}

/// The operands of a rule; those that only decide which formula holds are left out where nobody looks at them.
fn operands(rule: &Rule, place: &Place, with_given: bool) -> Vec<Operand> {
    let items = place.items(rule.each);
    let mut operands = Vec::new();
    expand(rule.operands, place, &items, true, &mut operands);
    if with_given {
        expand(rule.given, place, &items, false, &mut operands);
    }
    operands
}

/// Consecutive operands with a `*` come in turn, once for each item.
fn expand(named: &[Named], place: &Place, items: &[Item], counts: bool, operands: &mut Vec<Operand>) {
    let is_each = |(name, template): &Named| name.contains('*') || template.contains(['*', '!']);
    for run in named.chunk_by(|a, b| is_each(a) == is_each(b)) {
        let repeated = run.first().is_some_and(is_each);
        let single = [Item::default()];
        for item in if repeated { items } else { &single } {
            for (name, template) in run {
                operands.push(operand(place, place.words(name, item), place.path(template, item), counts));
            }
        }
    }
}

fn operand(place: &Place, name: String, path: Path, counts: bool) -> Operand {
    let (plan, evaluation) = (place.plan, place.evaluation);
    let operand = |value, text, unit, style| Operand { name, path: path.clone(), value, text, unit, style, counts };
    if let Some((value, text, of)) = input::reading(plan, &path) {
        return operand(value, text, unit(of, plan), of.style);
    }
    let steps = path.steps();
    let Some((rule, place)) = find(plan, evaluation, &steps) else {
        return operand(None, None, String::new(), Style::Plain);
    };
    let (unit, style) = (unit_of(rule, &place), rule.unit.style);
    if let Some(value) = kept::kept(&place, &steps) {
        return operand(value, None, unit, style);
    }
    let operands = operands(rule, &place, false);
    match rule.apply {
        Apply::Words(words) => operand(None, Some(words(&operands)), unit, style),
        apply => operand(applied(apply, &operands), None, unit, style),
    }
}

/// Why a result has no value: for the reason of the first operand that has none, or for its own.
fn why(rule: &Rule, place: &Place, operands: &[Operand]) -> String {
    let absent = operands.iter().find(|operand| operand.counts && operand.value.is_none());
    let reason = absent.and_then(|operand| explain(place.plan, place.evaluation, &operand.path));
    reason.map_or_else(|| place.words(rule.why, &Item::default()), |step| step.why)
}

/// Raw values are counted in the unit of their criterion.
fn unit_of(rule: &Rule, place: &Place) -> String {
    match place.criterion() {
        Some(criterion) if rule.unit == units::COUNT && rule.path.contains(".raw.") => criterion.unit.clone(),
        _ => unit(rule.unit, place.plan),
    }
}

fn unit(unit: Unit, plan: &Plan) -> String {
    let sign = amount::currency_sign(&plan.settings.currency);
    unit.symbol.replace('¤', sign.trim_end())
}

fn label(rule: &Rule, place: &Place) -> String {
    let mut label = place.words(rule.label, &Item::default());
    if let Some(rival) = place.plan.alternative(place.rival) {
        label = format!("{label}: {} and {}", place.alternative.name, rival.name);
    }
    if rule.path.contains("tiers.%") && place.alternative.tiers.len() > 1 {
        let profile = place.profile().map_or("", |profile| &profile.name);
        label = format!("{label}, {profile}");
    }
    if rule.path.contains('#') {
        label = format!("{label}, month {}", place.month);
    }
    label
}
