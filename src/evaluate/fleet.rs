//! E5 to E14: traffic of a month into instances of a tier.

use super::redundancy::{self, Fleet};
use super::tier::Service;
use crate::model::{Profile, Tier, Workload};

/// What sets the size of a tier (E12).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binding {
    /// Processor time.
    Cpu,
    /// Memory.
    Memory,
    /// The cap on connections, or on requests served at once.
    Connections,
    /// Nothing: one instance is enough for everything.
    Floor,
}

impl Binding {
    /// The word in results.
    pub fn word(self) -> &'static str {
        match self {
            Self::Cpu => "cpu",
            Self::Memory => "memory",
            Self::Connections => "connections",
            Self::Floor => "floor",
        }
    }
}

/// The next whole number; floating noise must not buy an instance.
pub fn ceil(x: f64) -> f64 {
    (x - 1e-9).ceil().max(0.0)
}

/// E5: `at_launch` grown to `month`; 0 before `launch`.
pub fn grown(at_launch: f64, growth: f64, month: f64, launch: f64) -> f64 {
    if month < launch { 0.0 } else { at_launch * (1.0 + growth).powf(month - launch) }
}

/// A tier with everything that does not change from month to month.
pub(super) struct TierPlan<'a> {
    pub workload: &'a Workload,
    pub tier: &'a Tier,
    pub profile: &'a Profile,
    pub service: Service,
    /// Waiting per request, ms (E9).
    pub wait_ms: f64,
    /// CPU per request with the overhead of offloading, ms (E6, E7).
    pub cpu_ms: f64,
    /// The utilisation to plan for (E7).
    pub utilisation: f64,
}

/// One tier in one month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TierMonth {
    /// Cores busy at peak (E6).
    pub cores: f64,
    /// Instances and instances billed on average (E13, E14); none where an instance cannot hold one copy (E11).
    pub instances: Option<(f64, f64)>,
    /// What sets the size (E12).
    pub binding: Binding,
    /// No fleet reaches the availability target (W24).
    pub out_of_reach: bool,
}

impl TierPlan<'_> {
    /// The tier at this peak traffic (of all requests) and these open connections (of the whole alternative).
    pub fn month(&self, peak_rps: f64, connections: f64) -> TierMonth {
        let (workload, profile) = (self.workload, self.profile);
        let vcpu = workload.vcpu.central();
        let rps = peak_rps * self.tier.call_share.central();
        let connections = if self.tier.holds_connections { connections } else { 0.0 };
        let cores = rps * self.cpu_ms / 1000.0;
        let for_cpu = ceil(cores / self.utilisation / vcpu);
        let in_flight = rps * (self.service.mean_ms + self.wait_ms) / 1000.0;
        let processes = if profile.per_core_process { vcpu } else { 1.0 };
        let for_connections = match (profile.threads_per_process, profile.conn_cap) {
            // E9b: synchronous workers, filled to 70 %.
            (Some(threads), _) => ceil(in_flight / 0.7 / (vcpu * threads.central())),
            (None, Some(cap)) => ceil(connections / (cap.central() * processes)),
            (None, None) => 0.0,
        };
        let Some(for_memory) = self.for_memory(processes, connections, in_flight) else {
            return TierMonth { cores, instances: None, binding: Binding::Memory, out_of_reach: false };
        };
        let needed = for_cpu.max(for_memory).max(for_connections).max(1.0);
        let binding = match needed {
            n if n == for_cpu => Binding::Cpu,
            n if n == for_memory => Binding::Memory,
            n if n == for_connections => Binding::Connections,
            _ => Binding::Floor,
        };
        let Fleet { instances: with_spares, out_of_reach } = redundancy::with_spares(workload, needed);
        let least = workload.min_instances.central();
        // E14: only the CPU need follows the load.
        let followed = 1.0 - workload.autoscale.central() * (1.0 - workload.load_factor.central());
        let average = (for_cpu * followed).max(for_memory).max(for_connections).max(1.0);
        let billed = (average + with_spares - needed).max(least);
        TierMonth { cores, instances: Some((with_spares.max(least), billed)), binding, out_of_reach }
    }

    /// E10 and E11: instances for memory; none where one copy does not fit.
    fn for_memory(&self, processes: f64, connections: f64, in_flight: f64) -> Option<f64> {
        let (workload, profile) = (self.workload, self.profile);
        let process_mb = profile.base_mb.central() + workload.app_mb.central() + self.tier.model_mb.central();
        let connection_kb = profile.conn_kb.central() + workload.conn_app_kb.central();
        let variable_mb = connections * connection_kb / 1024.0 + in_flight * workload.req_kb.central() / 1024.0;
        let room_mb = workload.ram_gb.central() * 1024.0 * workload.mem_target.central() - processes * process_mb;
        (room_mb > 0.0).then(|| ceil(variable_mb / room_mb))
    }
}
