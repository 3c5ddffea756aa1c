//! Two alternatives side by side: who leads, why, and what would turn it round.

use super::crossover::Crossover;
use super::flip::{Flip, flips};
use super::noise::shares;
use crate::evaluate::{Evaluation, Outcome};
use crate::model::amount::number;
use crate::model::{Id, Language, Path, Plan, Stack};

/// How many reasons are named for each side.
const REASONS: usize = 3;
/// Leads below this, of 100, are shown as 0.0.
const NO_LEAD: f64 = 0.05;

/// One criterion or group, seen from both sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// The path of the weight.
    pub weight: Path,
    /// Weight, lead and flip weight (E35c).
    pub flip: Flip,
    /// The scores of the two, 0 to 10; a group's are the weighted means of its criteria, none while those weigh 0.
    pub scores: Option<(f64, f64)>,
    /// How many points of 100 the first is ahead in it, weighted.
    pub points: f64,
}

/// Two alternatives side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Their ids.
    pub ids: (Id, Id),
    /// Their names.
    pub names: (String, String),
    /// Who leads by how much and why.
    pub lead: String,
    /// The article's line that says which criteria to ask about first, and how many of `criteria` those are.
    pub asked_first: Option<(u16, usize)>,
    /// Every criterion; those the article asks about first stand first.
    pub criteria: Vec<Contrast>,
    /// Every group in the grouped form.
    pub groups: Vec<Contrast>,
    /// In which months their costs meet (E34).
    pub break_evens: String,
}

/// The criteria the article asks about first where two languages are compared, and its line.
fn asked_first(plan: &Plan, a: usize, b: usize) -> Option<(u16, &'static [&'static str])> {
    let stack = |place: usize| plan.alternatives.get(place).map(|alternative| alternative.stack(&plan.profiles));
    let is = |first, second| stack(a) == Some(Stack::Single(first)) && stack(b) == Some(Stack::Single(second));
    match () {
        () if is(Language::Go, Language::Python) || is(Language::Python, Language::Go) => {
            Some((61, &["C17", "C16", "C6"]))
        }
        () if is(Language::Go, Language::Node) || is(Language::Node, Language::Go) => Some((77, &["C5", "C19"])),
        () => None,
    }
}

/// The alternatives at two places of the plan side by side; none if there is no such place.
pub fn pair(plan: &Plan, evaluation: &Evaluation, a: usize, b: usize) -> Option<Pair> {
    let (first, second) = (evaluation.alternatives.get(a)?, evaluation.alternatives.get(b)?);
    let name = |place: usize| plan.alternatives.get(place).map(|alternative| alternative.name.clone());
    let names = (name(a)?, name(b)?);
    let flips = flips(plan, evaluation, a, b);
    let given = first.score.given.iter().zip(&second.score.given);
    let each = plan.criteria.iter().zip(given).zip(shares(plan)).zip(flips.criteria);
    let mut criteria: Vec<Contrast> = each
        .map(|(((criterion, (a, b)), share), flip)| Contrast {
            weight: Path::from("criteria").then(&criterion.id).then("weight"),
            scores: Some((a.score, b.score)),
            points: 100.0 * share * (a.score - b.score) / 10.0,
            flip,
        })
        .collect();
    let lead = lead(plan, (first, second), &names, &criteria);
    let group = |(index, flip): (usize, Flip)| {
        let mean = |outcome: &Outcome| group_mean(plan, outcome, &flip.id);
        let points = |outcome: &Outcome| outcome.score.by_group.get(index).copied().unwrap_or(0.0);
        Contrast {
            weight: Path::from("groups").then(&flip.id).then("weight"),
            scores: mean(first).zip(mean(second)),
            points: points(first) - points(second),
            flip,
        }
    };
    let groups = flips.groups.into_iter().enumerate().map(group).collect();
    let asked = asked_first(plan, a, b).map(|(line, ids)| (line, to_the_front(&mut criteria, ids)));
    let break_evens = break_evens(plan, evaluation, (first, second), &names);
    let ids = (first.id.clone(), second.id.clone());
    Some(Pair { ids, names, lead, asked_first: asked.filter(|(_, count)| *count > 0), criteria, groups, break_evens })
}

/// Moves the criteria with these ids to the front, in this order; how many there are.
fn to_the_front(criteria: &mut [Contrast], ids: &[&str]) -> usize {
    let mut front = 0;
    for id in ids {
        if let Some(at) = criteria.iter().position(|contrast| contrast.flip.id.as_str() == *id) {
            if let Some(part) = criteria.get_mut(front..=at) {
                part.rotate_right(1);
            }
            front += 1;
        }
    }
    front
}

fn group_mean(plan: &Plan, outcome: &Outcome, group: &Id) -> Option<f64> {
    let (mut weights, mut weighted) = (0.0, 0.0);
    for (criterion, given) in plan.criteria.iter().zip(&outcome.score.given) {
        if criterion.group == *group {
            weights += criterion.weight.central();
            weighted += criterion.weight.central() * given.score;
        }
    }
    (weights > 0.0).then(|| weighted / weights)
}

/// `Go 79.3 leads Node.js 68.2 by 11.1 points. For Go: Growth runway 2.4, … For Node.js: …`
fn lead(plan: &Plan, (a, b): (&Outcome, &Outcome), names: &(String, String), criteria: &[Contrast]) -> String {
    let (Some(first), Some(second)) = (a.score.in_form(plan), b.score.in_form(plan)) else {
        return "No score: set a weight.".into();
    };
    let said = |name: &str, score: f64| format!("{name} {}", number(score, 1));
    let (a, b) = (said(&names.0, first), said(&names.1, second));
    let ahead = first - second;
    let mut text = match ahead {
        ahead if ahead.abs() < NO_LEAD => format!("{} and {} both score {}.", names.0, names.1, number(first, 1)),
        ahead if ahead > 0.0 => format!("{a} leads {b} by {} points of 100.", number(ahead, 1)),
        ahead => format!("{b} leads {a} by {} points of 100.", number(-ahead, 1)),
    };
    let sides = [(&names.0, 1.0), (&names.1, -1.0)];
    let leader_first = if ahead < 0.0 { [1, 0] } else { [0, 1] };
    for (name, sign) in leader_first.into_iter().filter_map(|side| sides.get(side)) {
        let reasons = reasons(criteria, *sign);
        if !reasons.is_empty() {
            text.push_str(&format!(" For {name}: {}.", reasons.join(", ")));
        }
    }
    text
}

/// The criteria that speak most for one side, with their points.
fn reasons(criteria: &[Contrast], sign: f64) -> Vec<String> {
    let mut most: Vec<(f64, &str)> = Vec::new();
    for contrast in criteria {
        let points = sign * contrast.points;
        if points >= NO_LEAD {
            let at = most.iter().position(|(other, _)| *other < points).unwrap_or(most.len());
            most.insert(at, (points, &contrast.flip.name));
            most.truncate(REASONS);
        }
    }
    most.into_iter().map(|(points, name)| format!("{name} {}", number(points, 1))).collect()
}

fn break_evens(plan: &Plan, evaluation: &Evaluation, (a, b): (&Outcome, &Outcome), names: &(String, String)) -> String {
    if a.money.is_none() || b.money.is_none() {
        return "Their costs cannot be compared: an instance cannot hold one copy.".into();
    }
    let is_it = |x: &Id, y: &Id| (*x == a.id && *y == b.id) || (*x == b.id && *y == a.id);
    let Some(found) = evaluation.break_evens.iter().find(|pair| is_it(&pair.a, &pair.b)) else { return String::new() };
    let months = |at: &[f64]| at.iter().map(|month| number(*month, 1)).collect::<Vec<_>>().join(" and ");
    let horizon = plan.settings.horizon_months.central();
    let cross = match found.nominal.as_slice() {
        [] => format!("never cross within {horizon} months"),
        at => format!("cross in month {}", months(at)),
    };
    let discounted = match found.discounted.as_slice() {
        [] => "never".to_owned(),
        at => format!("in month {}", months(at)),
    };
    format!("The cumulative costs of {} and {} {cross}; discounted, {discounted}.", names.0, names.1)
}

/// At which traffic the order of two costs turns (E34b), in a sentence.
pub fn traffic_sentence(crossover: &Crossover, (a, b): &(Id, Id)) -> String {
    let is_it = |x: &Id, y: &Id| (x == a && y == b) || (x == b && y == a);
    let Some(found) = crossover.crossings.iter().find(|pair| is_it(&pair.a, &pair.b)) else { return String::new() };
    let at: Vec<String> = found.at.iter().map(|times| format!("× {}", number(*times, 2))).collect();
    match at.as_slice() {
        [] => "No traffic from × 0.1 to × 100 turns the order of their costs.".into(),
        at => format!("The order of their costs turns at traffic {}.", at.join(", ")),
    }
}
