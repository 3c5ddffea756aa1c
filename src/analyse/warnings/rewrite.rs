//! W8 and W9: a possible rewrite. One that cannot happen is no cause to warn.

use super::case::{Case, Finding};
use super::words::{count, figure};
use crate::evaluate::Rewriting;

fn possible(case: &Case) -> Option<Rewriting> {
    Some(case.outcome.rewriting).filter(|rewriting| rewriting.p > 0.0)
}

/// W8: part of the expected cost falls behind the horizon (E29). One that costs nothing hides nothing.
pub fn late(case: &Case) -> Option<Finding> {
    let rewriting = possible(case)?;
    let horizon = case.outcome.months.len() as f64;
    let last = rewriting.start + rewriting.months - 1.0;
    (rewriting.cost > 0.0 && last > horizon).then(|| {
        let within: f64 = case.outcome.months.iter().map(|month| month.rewrite).sum();
        let message = format!(
            "The rewrite of {} would end in month {}. Only {} of the expected {} fall within {}.",
            case.name(),
            figure(last),
            case.money(within),
            case.money(rewriting.p * rewriting.cost),
            count(horizon, "month")
        );
        Finding::at(case.path("rewrite.start"), message)
    })
}

/// W9: the budget pays too few engineers for the time the rewrite takes (E40).
pub fn thin(case: &Case) -> Option<Finding> {
    let rewriting = possible(case)?;
    let (engineers, enough) = (case.outcome.rewrite_fte, case.plan.thresholds.rewrite_engineers.central());
    (engineers < enough).then(|| {
        let message = format!(
            "The rewrite of {} has {} for {}, which pays {} engineers, fewer than {}.",
            case.name(),
            case.money(rewriting.cost),
            count(rewriting.months, "month"),
            figure(engineers),
            figure(enough)
        );
        Finding::at(case.path("rewrite.cost"), message)
    })
}
