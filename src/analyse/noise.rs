//! How far a score can be trusted when every score of it may be off by a point.

use crate::evaluate::{Evaluation, Outcome};
use crate::model::{Criterion, Id, Plan, Z90};

/// The highest score of a criterion.
const TOP: f64 = 10.0;

/// The score of an alternative, 0 to 100, when each of its scores is off by up to a point either way.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// The alternative.
    pub id: Id,
    /// The mean; a score near 0 or 10 can only be off towards the middle, so it may differ from the plain score.
    pub mean: f64,
    /// The standard deviation.
    pub sd: f64,
    /// One in ten lies below; never under 0.
    pub low: f64,
    /// One in ten lies above; never over 100.
    pub high: f64,
}

/// The bands of all alternatives, in the plan's order; none while there is no score.
///
/// Every score is taken to be off by an independent, even error of ±1, clipped to 0 to 10. Mean and variance are exact
/// (E35, E35b); the quantiles take the sum of that many small errors for normal.
pub fn noise(plan: &Plan, evaluation: &Evaluation) -> Vec<Band> {
    let weights = shares(plan);
    let band = |outcome: &Outcome| {
        let (mut mean, mut variance) = (0.0, 0.0);
        for (given, weight) in outcome.score.given.iter().zip(&weights) {
            let (score, spread) = clipped(given.score);
            mean += TOP * weight * score;
            variance += (TOP * weight).powi(2) * spread;
        }
        let sd = variance.sqrt();
        Band {
            id: outcome.id.clone(),
            mean,
            sd,
            low: (mean - Z90 * sd).max(0.0),
            high: (mean + Z90 * sd).min(TOP * TOP),
        }
    };
    let scored = evaluation.alternatives.iter().all(|outcome| outcome.score.in_form(plan).is_some());
    if scored { evaluation.alternatives.iter().map(band).collect() } else { Vec::new() }
}

/// How much of the narrower band lies within the other, 0 to 1 (W16).
pub fn overlap(a: &Band, b: &Band) -> f64 {
    let shared = a.high.min(b.high) - a.low.max(b.low);
    let narrower = (a.high - a.low).min(b.high - b.low);
    match shared {
        shared if shared < 0.0 => 0.0,
        shared if narrower > 0.0 => shared / narrower,
        _ => 1.0,
    }
}

/// What share of the whole score each criterion decides, in the plan's form; all zero while nothing counts.
pub fn shares(plan: &Plan) -> Vec<f64> {
    let within = |group: Option<&Id>| -> f64 {
        let counts = |criterion: &&Criterion| group.is_none_or(|group| criterion.group == *group);
        plan.criteria.iter().filter(counts).map(|criterion| criterion.weight.central()).sum()
    };
    let part = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    if !plan.is_grouped() {
        let all = within(None);
        return plan.criteria.iter().map(|criterion| part(criterion.weight.central(), all)).collect();
    }
    let groups: Vec<(&Id, f64, f64)> =
        plan.groups.iter().map(|group| (&group.id, group.weight.central(), within(Some(&group.id)))).collect();
    // A group whose weights are all 0 drops out (E35b).
    let all: f64 = groups.iter().filter(|group| group.2 > 0.0).map(|group| group.1).sum();
    let share = |criterion: &Criterion| {
        let group = groups.iter().find(|group| *group.0 == criterion.group);
        group.map_or(0.0, |(_, weight, weights)| part(*weight, all) * part(criterion.weight.central(), *weights))
    };
    plan.criteria.iter().map(share).collect()
}

/// Mean and variance of a score with an even error of ±1, clipped to 0 to 10.
fn clipped(score: f64) -> (f64, f64) {
    // From the nearer end; the error reaches only one of them.
    let inside = score.min(TOP - score).clamp(0.0, TOP);
    if inside >= 1.0 {
        return (score, 1.0 / 3.0);
    }
    // All that falls outside counts nothing: ∫ x/2 and ∫ x²/2 from 0 to 1 + inside.
    let mean = (1.0 + inside).powi(2) / 4.0;
    let variance = (1.0 + inside).powi(3) / 6.0 - mean.powi(2);
    (if score < TOP / 2.0 { mean } else { TOP - mean }, variance)
}
