//! Why must-haves rule an alternative out.

use crate::evaluate::Outcome;
use crate::model::Plan;

/// The must-haves an alternative fails, each with its score and the least it asks for: `Team expertise 3 < 5`.
pub fn failed_must_haves(plan: &Plan, outcome: &Outcome) -> Vec<String> {
    let criteria = plan.criteria.iter().zip(&outcome.score.given);
    let failed = criteria.filter(|(criterion, _)| outcome.score.ruled_out.contains(&criterion.id));
    let reason = |(criterion, given): (&crate::model::Criterion, &crate::evaluate::criteria::Given)| {
        let least = criterion.threshold.map_or(0.0, |least| least.central());
        format!("{} {} < {}", criterion.name, hundredths(given.score), hundredths(least))
    };
    failed.map(reason).collect()
}

/// At most two decimals, cut off: a score that just misses must not be shown as one that meets.
fn hundredths(score: f64) -> String {
    let cut = ((score * 100.0 + 1e-9).floor() / 100.0).max(0.0);
    format!("{cut:.2}").trim_end_matches('0').trim_end_matches('.').to_owned()
}
