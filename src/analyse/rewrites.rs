//! Two of the article's claims as questions to the plan: is a rewrite dearer than the first release (line 87), and does
//! it eat up what an earlier release has saved (line 91)? The answers can come out either way.

use crate::evaluate::rewrite::{cost_range, staff_range};
use crate::evaluate::{Evaluation, Outcome};
use crate::model::amount::{money, number};
use crate::model::{Alternative, Plan};

/// What a rewrite of one alternative comes to beside its first release.
#[derive(Debug, Clone, PartialEq)]
pub struct RewriteCheck {
    /// The place of the alternative in the plan.
    pub alternative: usize,
    /// The 90 % quantile of the rewrite's cost, money.
    pub high: f64,
    /// Payroll up to the first release, money; none where that is not reached.
    pub first_release: Option<f64>,
    /// The rewrite's expected cost: probability times cost, money.
    pub expected: f64,
    /// What its first release saves of the cost of delay, beside the latest first release of the plan, money.
    pub saved_delay: f64,
    /// Engineers that the 10 % and the 90 % quantile of the cost pay for (E40).
    pub engineers: (f64, f64),
    /// Both answers, in sentences.
    pub sentences: Vec<String>,
}

/// The checks of all alternatives for which a rewrite is possible and costs something.
pub fn rewrite_checks(plan: &Plan, evaluation: &Evaluation) -> Vec<RewriteCheck> {
    let delay = |outcome: &Outcome| outcome.months.iter().map(|month| month.people.delay).sum::<f64>();
    let latest = evaluation.alternatives.iter().map(delay).fold(0.0, f64::max);
    let own = plan.alternatives.iter().zip(&evaluation.alternatives).enumerate();
    own.filter(|(_, (_, outcome))| outcome.rewriting.p > 0.0 && outcome.rewriting.cost > 0.0)
        .map(|(place, (alternative, outcome))| check(plan, place, alternative, outcome, latest - delay(outcome)))
        .collect()
}

fn check(plan: &Plan, place: usize, own: &Alternative, outcome: &Outcome, saved_delay: f64) -> RewriteCheck {
    let (_, high) = cost_range(plan, &own.rewrite);
    let first_release = outcome.mvp_month.map(|mvp| {
        // The month of the release counts as far as it is over.
        let part = |month: &crate::evaluate::Month| (mvp - (month.number as f64 - 1.0)).clamp(0.0, 1.0);
        outcome.months.iter().map(|month| month.people.payroll * part(month)).sum::<f64>()
    });
    let expected = outcome.rewriting.p * outcome.rewriting.cost;
    let currency = &plan.settings.currency;
    let show = |amount: f64| money(amount, currency);
    let against_release = match first_release.filter(|cost| *cost > 0.0) {
        Some(cost) => format!(
            "A rewrite of {} could cost {} (90 % quantile): {} times its first release ({} of payroll).",
            own.name,
            show(high),
            number(high / cost, 1),
            show(cost)
        ),
        None => format!(
            "A rewrite of {} could cost {} (90 % quantile); its first release {}.",
            own.name,
            show(high),
            if first_release.is_some() { "costs nothing" } else { "is not reached" }
        ),
    };
    let comparison = if saved_delay > expected { "more than" } else { "not more than" };
    let against_delay = format!(
        "{} saves {} of delay beside the latest first release, {comparison} the {} its rewrite is expected to cost.",
        own.name,
        show(saved_delay),
        show(expected)
    );
    let sentences = vec![against_release, against_delay];
    let engineers = staff_range(plan, own, outcome);
    RewriteCheck { alternative: place, high, first_release, expected, saved_delay, engineers, sentences }
}
