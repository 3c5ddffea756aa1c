//! Who leads and by how much, in three words: what a column of a comparison has room for.

use super::order::{Amount, two_first};
use crate::evaluate::{Evaluation, Outcome};
use crate::model::amount::{number, percent};
use crate::model::{Id, Plan};

/// The alternatives that no must-have rules out, with an amount of each that has it.
pub(super) fn amounts(evaluation: &Evaluation, amount: impl Fn(&Outcome) -> Option<f64>) -> Vec<Amount<&Id>> {
    let allowed = evaluation.alternatives.iter().filter(|own| own.score.ruled_out.is_empty());
    allowed.filter_map(|own| Some((amount(own)?, &own.id))).collect()
}

fn name<'a>(plan: &'a Plan, id: &'a Id) -> &'a str {
    plan.alternative(id.as_str()).map_or(id.as_str(), |own| own.name.as_str())
}

/// The highest score and its lead in points: `Go, by 11.1`; none while there is no score.
pub fn highest(plan: &Plan, evaluation: &Evaluation) -> Option<String> {
    let scores = amounts(evaluation, |own| own.score.in_form(plan));
    Some(match two_first(&scores, |a, b| a > b) {
        (None, _) => return None,
        (Some((_, id)), None) => format!("{} alone", name(plan, id)),
        (Some((first, id)), Some((second, _))) => format!("{}, by {}", name(plan, id), number(first - second, 1)),
    })
}

/// The lowest total and its lead over the next one: `Node.js, by 1.6 %`; none while no cost is known.
pub fn cheapest(plan: &Plan, evaluation: &Evaluation) -> Option<String> {
    let totals = amounts(evaluation, |own| own.money.map(|money| money.total));
    Some(match two_first(&totals, |a, b| a < b) {
        (None, _) => return None,
        (Some((_, id)), None) => format!("{} alone", name(plan, id)),
        (Some((first, id)), Some((second, _))) => {
            let share = if second > 0.0 { (second - first) / second } else { 0.0 };
            format!("{}, by {}", name(plan, id), percent(share))
        }
    })
}
