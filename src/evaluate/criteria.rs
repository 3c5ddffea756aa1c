//! From raw values to scores: the value function of measured and computed criteria.

use super::infrastructure::Infrastructure;
use crate::model::{Alternative, Criterion, Plan, Scored};

/// One criterion's score of one alternative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// The raw value behind it; none for a typed score, which also stands where no raw value was entered.
    pub raw: Option<f64>,
    /// 0 to 10.
    pub score: f64,
}

/// The score (0 to 10) of a raw value: 0 at `worst`, 5 at `middle` (half-way where there is none), 10 at `best`,
/// straight between them and level beyond. `best` may lie on either side of `worst`.
pub fn value_function(raw: f64, worst: f64, middle: Option<f64>, best: f64) -> f64 {
    let middle = middle.unwrap_or_else(|| worst / 2.0 + best / 2.0);
    let share = |from: f64, to: f64| (raw - from) / (to - from);
    let first = share(worst, middle);
    let score = if first <= 1.0 { 5.0 * first } else { 5.0 + 5.0 * share(middle, best) };
    score.clamp(0.0, 10.0)
}

/// vCPU that 1,000 requests/s take at the planned utilisation, all tiers: E6 for a fixed traffic. In doubles, ms of CPU
/// per request and cores per 1,000 requests/s are the same number.
pub fn vcpu_per_thousand(alternative: &Alternative, own: &Infrastructure) -> f64 {
    let tiers = alternative.tiers.iter().zip(&own.tiers);
    tiers.map(|(tier, service)| tier.call_share.central() * service.cpu_ms / service.utilisation).sum()
}

/// Artefacts of one release to all targets: what each tier's profile ships, once for each target.
pub fn artefacts(plan: &Plan, alternative: &Alternative) -> f64 {
    let profiles = alternative.tiers.iter().filter_map(|tier| plan.profile(tier.profile.as_str()));
    plan.workload.deploy_targets.central() * profiles.map(|profile| profile.artefacts.central()).sum::<f64>()
}

/// The model's own raw value of a criterion that it can compute.
pub fn computed(plan: &Plan, alternative: &Alternative, own: &Infrastructure, criterion: &str) -> Option<f64> {
    Some(match criterion {
        "C10" => artefacts(plan, alternative),
        "C12" => alternative.team.salary.central(),
        "C16" => vcpu_per_thousand(alternative, own),
        "C18" => alternative.team.know_share.central(),
        _ => return None,
    })
}

/// The score of an alternative in one criterion.
pub(super) fn given(plan: &Plan, alternative: &Alternative, own: &Infrastructure, criterion: &Criterion) -> Given {
    let id = alternative.id.as_str();
    let raw = match criterion.scored {
        Scored::Typed => None,
        Scored::Measured => criterion.raw.get(id).map(|raw| raw.central()),
        Scored::Computed => computed(plan, alternative, own, criterion.id.as_str()),
    };
    let typed = || criterion.scores.get(id).map_or(0.0, |score| score.central());
    let middle = criterion.middle.map(|middle| middle.central());
    let valued = |raw| value_function(raw, criterion.worst.central(), middle, criterion.best.central());
    Given { raw, score: raw.map_or_else(typed, valued) }
}
