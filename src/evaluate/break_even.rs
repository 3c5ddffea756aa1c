//! E34: when one alternative's cumulative cost passes another's.

use super::outcome::{BreakEvens, Outcome};

/// The moments, in months, at which two cumulative costs cross. An exact touch is no crossing.
pub fn crossings(a: &[f64], b: &[f64]) -> Vec<f64> {
    let mut crossings = Vec::new();
    let (mut before, mut last_sign) = (0.0, 0.0);
    for (index, (a, b)) in a.iter().zip(b).enumerate() {
        let difference = a - b;
        if difference * last_sign < 0.0 {
            crossings.push(index as f64 + before / (before - difference));
        }
        if difference != 0.0 {
            last_sign = difference.signum();
        }
        before = difference;
    }
    crossings
}

/// All pairs in the plan's order; no crossings where a cost is unknown.
pub(super) fn all(outcomes: &[Outcome]) -> Vec<BreakEvens> {
    let curves: Vec<_> =
        outcomes.iter().map(|outcome| (outcome.curve(|m| m.cumulative), outcome.curve(|m| m.cumulative_npv))).collect();
    let mut pairs = Vec::new();
    for (first, (a, a_curves)) in outcomes.iter().zip(&curves).enumerate() {
        for (b, b_curves) in outcomes.iter().zip(&curves).skip(first + 1) {
            pairs.push(BreakEvens {
                a: a.id.clone(),
                b: b.id.clone(),
                nominal: crossings(&a_curves.0, &b_curves.0),
                discounted: crossings(&a_curves.1, &b_curves.1),
            });
        }
    }
    pairs
}
