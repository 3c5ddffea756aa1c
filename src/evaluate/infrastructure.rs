//! E15 to E17: instances of all tiers into money, month by month.

use super::fleet::{Binding, TierMonth, TierPlan, grown};
use super::{queue, tier};
use crate::model::{Alternative, Plan, Workload};

/// Hours in a month, as cloud price lists count.
const HOURS: f64 = 730.0;
/// Seconds in such a month.
const SECONDS: f64 = 2_628_000.0;

/// Upper end in GB and price per GB of each step of data transfer out; the last has no end.
pub const EGRESS_STEPS: [(f64, f64); 5] =
    [(100.0, 0.0), (10_240.0, 0.09), (51_200.0, 0.085), (153_600.0, 0.07), (f64::INFINITY, 0.05)];

/// One alternative in one month.
#[derive(Debug, Clone, PartialEq)]
pub struct InfrastructureMonth {
    /// Instances of all tiers and instances billed; none where a tier does not fit.
    pub instances: Option<(f64, f64)>,
    /// Cores busy at peak, all tiers.
    pub cores: f64,
    /// What sets the size of each tier.
    pub binding: Vec<Binding>,
    /// Data transferred out, GB.
    pub egress_gb: f64,
    /// What that costs.
    pub egress: f64,
    /// E17, money a month; none where a tier does not fit.
    pub cost: Option<f64>,
    /// A tier misses its availability target whatever its size (W24).
    pub out_of_reach: bool,
}

/// The infrastructure of one alternative, without any rewrite.
#[derive(Debug, Clone, PartialEq)]
pub struct Infrastructure {
    /// One entry a month, from month 1.
    pub months: Vec<InfrastructureMonth>,
}

impl Infrastructure {
    /// Whether an instance holds one copy of every tier (E11).
    pub fn is_feasible(&self) -> bool {
        self.months.iter().all(|month| month.cost.is_some())
    }

    pub(super) fn of(plan: &Plan, alternative: &Alternative, horizon: usize) -> Self {
        let tiers = tiers(plan, alternative);
        let month = |number: usize| month(&plan.workload, &tiers, number as f64);
        Self { months: (1..=horizon).map(month).collect() }
    }
}

/// E15: one instance, all month.
pub fn instance_cost(workload: &Workload) -> f64 {
    let hour = workload.vcpu.central() * workload.price_vcpu_hour.central()
        + workload.ram_gb.central() * workload.price_gb_hour.central();
    hour * HOURS * workload.region_mult.central() * (1.0 - workload.commit_discount.central())
}

/// E16: data transferred out in a month, GB.
pub fn egress_gb(peak_rps: f64, load_factor: f64, payload_kb: f64) -> f64 {
    peak_rps * load_factor * payload_kb * SECONDS / 1e6
}

/// E16: what it costs, at a flat price per GB or in the provider's steps.
pub fn egress_cost(gb: f64, flat: Option<f64>) -> f64 {
    if let Some(price) = flat {
        return gb * price;
    }
    let mut from = 0.0;
    let mut cost = 0.0;
    for (to, price) in EGRESS_STEPS {
        cost += (gb.min(to) - from).max(0.0) * price;
        from = to;
    }
    cost
}

fn tiers<'a>(plan: &'a Plan, alternative: &'a Alternative) -> Vec<TierPlan<'a>> {
    let workload = &plan.workload;
    let services: Vec<_> = alternative
        .tiers
        .iter()
        .filter_map(|tier| {
            let profile = tier::profile_of(plan, tier)?;
            Some((tier, profile, tier::service_of(workload, alternative, tier, profile)))
        })
        .collect();
    let heavy_share = workload.heavy_share.central();
    let plan_tier = |(index, (tier, profile, service)): (usize, &(&'a _, &'a crate::model::Profile, tier::Service))| {
        let (tier, service): (&'a crate::model::Tier, _) = (tier, *service);
        let others: Vec<_> = services
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index)
            .map(|(_, (other, _, service))| (other.call_share.central(), *service))
            .collect();
        let (queued_ms, cs2, cpu_ms) = if alternative.offload_heavy {
            let extra = heavy_share * service.heavy_ms * workload.offload_overhead.central();
            (service.ordinary_ms, 1.0, service.mean_ms + extra)
        } else {
            (service.mean_ms, service.cs2, service.mean_ms)
        };
        let servers = if profile.per_core_process { 1.0 } else { workload.vcpu.central() };
        let max_wait_ms = workload.max_wait_ms.map(|wait| wait.central());
        TierPlan {
            workload,
            tier,
            profile,
            service,
            wait_ms: if tier.holds_connections { tier::wait_ms(workload, &others) } else { 0.0 },
            cpu_ms,
            utilisation: queue::utilisation(workload.util_target.central(), max_wait_ms, queued_ms, cs2, servers),
        }
    };
    services.iter().enumerate().map(plan_tier).collect()
}

fn month(workload: &Workload, tiers: &[TierPlan], number: f64) -> InfrastructureMonth {
    let launch = workload.launch_month.central();
    let rps = grown(workload.peak_rps.central(), workload.growth.central(), number, launch);
    let connections = grown(workload.connections.central(), workload.conn_growth.central(), number, launch);
    let months: Vec<TierMonth> = tiers.iter().map(|tier| tier.month(rps, connections)).collect();
    let instances = months.iter().try_fold((0.0, 0.0), |(kept, billed), month| {
        month.instances.map(|(tier_kept, tier_billed)| (kept + tier_kept, billed + tier_billed))
    });
    let egress_gb = egress_gb(rps, workload.load_factor.central(), workload.payload_kb.central());
    let egress = egress_cost(egress_gb, workload.egress_flat.map(|price| price.central()));
    let per_instance = instance_cost(workload) + workload.obs_per_instance.central();
    InfrastructureMonth {
        instances,
        cores: months.iter().map(|month| month.cores).sum(),
        binding: months.iter().map(|month| month.binding).collect(),
        egress_gb,
        egress,
        cost: instances.map(|(_, billed)| billed * per_instance + egress + workload.shared_infra.central()),
        out_of_reach: months.iter().any(|month| month.out_of_reach),
    }
}
