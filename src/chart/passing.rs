//! Break-evens: the moments one cumulative cost passes another.

use super::cumulative::Line;
use super::text::{self, SMALL};
use crate::evaluate::Evaluation;
use crate::model::Plan;
use crate::model::amount::number;

/// One alternative's cumulative cost rises above another's.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Passing {
    pub month: f64,
    /// The one that has cost more from then on.
    pub passing: String,
    pub passed: String,
    /// What both have cost then.
    pub cost: f64,
    /// Whether it changes which alternative is the cheapest so far.
    pub leads: bool,
}

impl Passing {
    /// `month 4.6: Go passes Node.js`.
    pub fn label(&self) -> String {
        let short = |name: &str| text::fit(name, 140.0, |name| text::width(name, SMALL));
        format!("month {}: {} passes {}", number(self.month, 1), short(&self.passing), short(&self.passed))
    }

    /// The same within a sentence.
    pub fn words(&self) -> String {
        format!("{} passes {} in month {}", self.passing, self.passed, number(self.month, 1))
    }
}

/// All break-evens of the drawn lines, in time.
pub(super) fn all(plan: &Plan, evaluation: &Evaluation, lines: &[Line]) -> Vec<Passing> {
    let line = |id: &str| {
        let kind = plan.alternatives.iter().position(|alternative| alternative.id.as_str() == id)?;
        lines.iter().find(|line| line.kind == kind)
    };
    let mut passings = Vec::new();
    for pair in &evaluation.break_evens {
        let (Some(a), Some(b)) = (line(pair.a.as_str()), line(pair.b.as_str())) else { continue };
        for month in &pair.nominal {
            // The lines may touch for some months before they part.
            let after = a.costs.iter().zip(&b.costs).skip(month.floor() as usize + 1).find(|(a, b)| a != b);
            let (over, under) = if after.is_some_and(|(a, b)| a > b) { (a, b) } else { (b, a) };
            let cost = at(over, *month);
            let lowest = lines.iter().map(|line| at(line, *month)).fold(f64::INFINITY, f64::min);
            let leads = cost <= lowest + cost.abs() * 1e-9;
            let (passing, passed) = (over.name.clone(), under.name.clone());
            passings.push(Passing { month: *month, passing, passed, cost, leads });
        }
    }
    text::sort_by(&mut passings, |passing| passing.month);
    passings
}

/// At most so many break-evens in words: those that change which is the cheapest before the others.
pub(super) fn most_telling(passings: &[Passing], most: usize) -> Vec<String> {
    let (mut told, others): (Vec<&Passing>, Vec<&Passing>) = passings.iter().partition(|passing| passing.leads);
    told.extend(others);
    told.truncate(most);
    text::sort_by(&mut told, |passing| passing.month);
    told.into_iter().map(Passing::words).collect()
}

/// The cost at a moment between two months.
pub(super) fn at(line: &Line, month: f64) -> f64 {
    let index = month.floor() as usize;
    let (Some(from), to) = (line.costs.get(index), line.costs.get(index + 1)) else { return line.last() };
    from + (to.unwrap_or(from) - from) * month.fract()
}

/// The labels with their months, the changes of the cheapest first.
pub(super) fn wanted(passings: &[Passing]) -> impl Iterator<Item = (f64, String)> {
    let (leading, others): (Vec<&Passing>, Vec<&Passing>) = passings.iter().partition(|passing| passing.leads);
    leading.into_iter().chain(others).map(|passing| (passing.month, passing.label()))
}
