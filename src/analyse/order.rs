//! Who comes first and who second.

use crate::evaluate::Evaluation;
use crate::model::Plan;

/// An amount and whose it is.
pub(super) type Amount<T> = (f64, T);

/// The first and the second by an order of their amounts; the plan's order decides between equals.
pub(super) fn two_first<T: Copy>(
    amounts: &[Amount<T>],
    before: fn(f64, f64) -> bool,
) -> (Option<Amount<T>>, Option<Amount<T>>) {
    let (mut first, mut second) = (None, None);
    for &(amount, whose) in amounts {
        let beats = |other: Option<Amount<T>>| other.is_none_or(|(other, _)| before(amount, other));
        if beats(first) {
            (first, second) = (Some((amount, whose)), first);
        } else if beats(second) {
            second = Some((amount, whose));
        }
    }
    (first, second)
}

/// The places of the leader and the runner-up among the alternatives that no must-have rules out; none while there are
/// no scores.
pub fn top_two(plan: &Plan, evaluation: &Evaluation) -> Option<(usize, usize)> {
    let allowed = evaluation.alternatives.iter().enumerate().filter(|(_, own)| own.score.ruled_out.is_empty());
    let scores: Vec<Amount<usize>> =
        allowed.filter_map(|(place, own)| Some((own.score.in_form(plan)?, place))).collect();
    let (first, second) = two_first(&scores, |a, b| a > b);
    Some((first?.1, second?.1))
}

/// The places of the cheapest and the next alternative among those that no must-have rules out; none while fewer than two
/// costs are known.
pub fn cheapest_two(evaluation: &Evaluation) -> Option<(usize, usize)> {
    let allowed = evaluation.alternatives.iter().enumerate().filter(|(_, own)| own.score.ruled_out.is_empty());
    let totals: Vec<Amount<usize>> = allowed.filter_map(|(place, own)| Some((own.money?.total, place))).collect();
    let (first, second) = two_first(&totals, |a, b| a < b);
    Some((first?.1, second?.1))
}
