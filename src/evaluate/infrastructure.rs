//! E15 to E17: instances of all tiers into money, month by month.

use super::fleet::{Binding, TierMonth, TierPlan, TierService, grown, usable_memory};
use super::tier::Service;
use super::units::{
    AveragePerSecond, Gb, GbSent, KbSent, Mb, Money, MoneyPerHour, MonthlyRate, Months, Ms, PeakPerSecond,
};
use super::{queue, tier};
use crate::model::{Alternative, Plan, Profile, Tier, Workload};

/// Upper end and price per GB of each step of data transfer out; the last has no end.
pub const EGRESS_STEPS: [(GbSent, Money); 5] = [
    (GbSent(100.0), Money(0.0)),
    (GbSent(10_240.0), Money(0.09)),
    (GbSent(51_200.0), Money(0.085)),
    (GbSent(153_600.0), Money(0.07)),
    (GbSent(f64::INFINITY), Money(0.05)),
];

/// One alternative in one month.
#[derive(Debug, Clone, PartialEq)]
pub struct InfrastructureMonth {
    /// Requests per second at peak, all of them (E5).
    pub peak_rps: f64,
    /// Open connections (E5).
    pub connections: f64,
    /// Each tier by itself.
    pub tiers: Vec<TierMonth>,
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
    /// What one request costs each tier.
    pub tiers: Vec<TierService>,
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
        let fee = Money(alternative.fee.central());
        let month = |number: usize| month(&plan.workload, &tiers, fee, Months(number as f64));
        let months = (1..=horizon).map(month).collect();
        Self { tiers: tiers.iter().map(|tier| tier.service).collect(), months }
    }
}

/// E15: one instance, all month.
pub fn instance_cost(workload: &Workload) -> Money {
    let hour = MoneyPerHour(workload.price_vcpu_hour.central()) * workload.vcpu.central()
        + MoneyPerHour(workload.price_gb_hour.central()) * workload.ram_gb.central();
    hour.a_month() * workload.region_mult.central() * (1.0 - workload.commit_discount.central())
}

/// E16: data transferred out in a month.
pub fn egress(traffic: AveragePerSecond, payload: KbSent) -> GbSent {
    (payload * traffic.a_month()).to_gb()
}

/// E16: what it costs, at a flat price per GB or in the provider's steps.
pub fn egress_cost(data: GbSent, flat: Option<Money>) -> Money {
    if let Some(price) = flat {
        return price * data.0;
    }
    let mut from = GbSent(0.0);
    let mut cost = Money(0.0);
    for (to, price) in EGRESS_STEPS {
        cost = cost + price * (data.min(to) - from).0.max(0.0);
        from = to;
    }
    cost
}

fn tiers<'a>(plan: &'a Plan, alternative: &'a Alternative) -> Vec<TierPlan<'a>> {
    let workload = &plan.workload;
    let services: Vec<(&'a Tier, &'a Profile, Option<f64>, Service)> = alternative
        .tiers
        .iter()
        .filter_map(|tier| {
            let profile = tier::profile_of(plan, tier)?;
            let (relative_cpu, service) = tier::service_of(workload, alternative, tier, profile);
            Some((tier, profile, relative_cpu, service))
        })
        .collect();
    let plan_tier = |(index, (tier, profile, relative_cpu, service)): (usize, &(&'a Tier, &'a Profile, _, _))| {
        let others: Vec<_> = services
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != index)
            .map(|(_, (other, _, _, service))| (other.call_share.central(), *service))
            .collect();
        let wait_ms = if tier.holds_connections { tier::wait(workload, &others).0 } else { 0.0 };
        let service = tier_service(workload, tier, profile, alternative.offload_heavy, *service);
        TierPlan { workload, tier, profile, service: TierService { relative_cpu: *relative_cpu, wait_ms, ..service } }
    };
    services.iter().enumerate().map(plan_tier).collect()
}

/// E6, E7 and E10 of one tier, still without its waiting.
fn tier_service(workload: &Workload, tier: &Tier, profile: &Profile, offload: bool, service: Service) -> TierService {
    let (queued, cpu_ms) = if offload {
        let heavy_ms = workload.heavy_share.central() * service.heavy_ms;
        ((service.ordinary_ms, 1.0), service.mean_ms + heavy_ms * workload.offload_overhead.central())
    } else {
        ((service.mean_ms, service.cs2), service.mean_ms)
    };
    let vcpu = workload.vcpu.central();
    let servers = if profile.per_core_process { 1.0 } else { vcpu };
    let max_wait = workload.max_wait_ms.map(|wait| Ms(wait.central()));
    let target = workload.util_target.central();
    let processes = if profile.per_core_process { vcpu } else { 1.0 };
    let process = Mb(profile.base_mb.central()) + Mb(workload.app_mb.central()) + Mb(tier.model_mb.central());
    let fixed = process * processes;
    let usable = usable_memory(Gb(workload.ram_gb.central()), workload.mem_target.central());
    TierService {
        relative_cpu: None,
        service,
        wait_ms: 0.0,
        cpu_ms,
        queued,
        servers,
        utilisation: queue::utilisation(target, max_wait, Ms(queued.0), queued.1, servers),
        processes,
        fixed_mb: fixed.0,
        room_mb: (usable - fixed).0,
    }
}

fn month(workload: &Workload, tiers: &[TierPlan], fee: Money, number: Months) -> InfrastructureMonth {
    let grown = |at_launch: f64, growth: f64| {
        grown(at_launch, MonthlyRate(growth), number, Months(workload.launch_month.central()))
    };
    let peak = PeakPerSecond(grown(workload.peak_rps.central(), workload.growth.central()));
    let connections = grown(workload.connections.central(), workload.conn_growth.central());
    let months: Vec<TierMonth> = tiers.iter().map(|tier| tier.month(peak, connections)).collect();
    let instances = months.iter().try_fold((0.0, 0.0), |(kept, billed), month| {
        month.instances.map(|(tier_kept, tier_billed)| (kept + tier_kept, billed + tier_billed))
    });
    let data = egress(peak.average(workload.load_factor.central()), KbSent(workload.payload_kb.central()));
    let transfer = egress_cost(data, workload.egress_flat.map(|price| Money(price.central())));
    let per_instance = instance_cost(workload) + Money(workload.obs_per_instance.central());
    let shared = Money(workload.shared_infra.central());
    InfrastructureMonth {
        peak_rps: peak.0,
        connections,
        instances,
        cores: months.iter().map(|month| month.cores).sum(),
        binding: months.iter().map(|month| month.binding).collect(),
        egress_gb: data.0,
        egress: transfer.0,
        cost: instances.map(|(_, billed)| (per_instance * billed + transfer + shared + fee).0),
        out_of_reach: months.iter().any(|month| month.out_of_reach),
        tiers: months,
    }
}
