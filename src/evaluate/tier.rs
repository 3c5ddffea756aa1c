//! E1 to E4: what one request costs a tier, whatever the month.

use super::units::Ms;
use crate::model::{Alternative, Plan, Profile, Tier, Workload};

/// CPU time of the requests of one tier, in ms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Service {
    /// An ordinary request (E2).
    pub ordinary_ms: f64,
    /// A heavy request (E2).
    pub heavy_ms: f64,
    /// The mean (E3).
    pub mean_ms: f64,
    /// The squared coefficient of variation, at least 1 (E4).
    pub cs2: f64,
}

/// E1: CPU relative to Go of one call of a tier: shares of its parts times the profile's factors.
pub fn relative_cpu(parts: &[(f64, f64)], call_share: f64) -> f64 {
    parts.iter().map(|(share, factor)| share * factor).sum::<f64>() / call_share
}

/// E3 and E4 from the two service times of E2.
pub fn service(Ms(ordinary_ms): Ms, Ms(heavy_ms): Ms, heavy_share: f64) -> Service {
    let mean_ms = (1.0 - heavy_share) * ordinary_ms + heavy_share * heavy_ms;
    let mean_square = (1.0 - heavy_share) * ordinary_ms.powi(2) + heavy_share * heavy_ms.powi(2);
    let cs2 = if mean_ms == 0.0 { 1.0 } else { (mean_square / mean_ms.powi(2) - 1.0).max(1.0) };
    Service { ordinary_ms, heavy_ms, mean_ms, cs2 }
}

/// What a call costs relative to Go, where that counts, and the service times of a tier of a plan (E1 to E4).
pub(super) fn service_of(
    workload: &Workload,
    alternative: &Alternative,
    tier: &Tier,
    profile: &Profile,
) -> (Option<f64>, Service) {
    let (app, heavy_app) = (Ms(workload.app_cpu_ms.central()), Ms(workload.heavy_cpu_ms.central()));
    let heavy_share = workload.heavy_share.central();
    if let Some(measured) = alternative.cpu_ms {
        let measured = Ms(measured.central());
        let heavy = if app.0 == 0.0 { measured } else { measured * heavy_app.0 / app.0 };
        return (None, service(measured, heavy, heavy_share));
    }
    let mix = &workload.mix;
    let all = [
        ("crud", mix.crud, profile.k_crud),
        ("pure", mix.pure, profile.k_pure),
        ("native", mix.native, profile.k_native),
    ];
    let parts: Vec<(f64, f64)> = all
        .iter()
        .filter(|(part, _, _)| tier.parts.contains(part))
        .map(|(_, share, factor)| (share.central(), factor.central()))
        .collect();
    let relative = relative_cpu(&parts, tier.call_share.central());
    let overhead = Ms(profile.overhead_ms.central()) + Ms(tier.rpc_cpu_ms.central());
    (Some(relative), service(overhead + app * relative, overhead + heavy_app * relative, heavy_share))
}

/// The time a request spends waiting in the tier that holds the connections (E9): for I/O and for the tiers behind.
pub(super) fn wait(workload: &Workload, others: &[(f64, Service)]) -> Ms {
    let hop = Ms(workload.rpc_latency_ms.central());
    let behind = others.iter().map(|(share, service)| (Ms(service.mean_ms) + hop) * *share);
    Ms(workload.io_wait_ms.central()) + behind.sum()
}

/// The profile a tier runs on; plans are checked, so there is one.
pub(super) fn profile_of<'a>(plan: &'a Plan, tier: &Tier) -> Option<&'a Profile> {
    plan.profile(tier.profile.as_str())
}
