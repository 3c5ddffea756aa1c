//! E5 to E14: traffic of a month into instances of a tier.

use super::redundancy::{self, Fleet};
use super::tier::Service;
use super::units::{Cores, Gb, Kb, Mb, MonthlyRate, Months, Ms, PeakPerSecond};
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
pub fn grown(at_launch: f64, growth: MonthlyRate, month: Months, launch: Months) -> f64 {
    if month < launch { 0.0 } else { at_launch * (1.0 + growth.0).powf((month - launch).0) }
}

/// E11: memory of an instance that may be used.
pub fn usable_memory(memory: Gb, target: f64) -> Mb {
    memory.to_mb() * target
}

/// E11: memory of open connections and of requests in flight.
pub fn variable_memory(connections: f64, connection: Kb, in_flight: f64, request: Kb) -> Mb {
    (connection * connections).to_mb() + (request * in_flight).to_mb()
}

/// What one request costs a tier, whatever the month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TierService {
    /// E1: CPU of one call relative to Go; none where a measured CPU time replaces it.
    pub relative_cpu: Option<f64>,
    /// E2 to E4.
    pub service: Service,
    /// Waiting per request, ms (E9).
    pub wait_ms: f64,
    /// CPU per request with the overhead of offloading, ms (E6, E7).
    pub cpu_ms: f64,
    /// Service time that the queue sees, ms, and its squared coefficient of variation (E7).
    pub queued: (f64, f64),
    /// Servers of one queue (E7).
    pub servers: f64,
    /// The utilisation to plan for (E7).
    pub utilisation: f64,
    /// Processes of an instance (E10).
    pub processes: f64,
    /// Memory of one instance's processes before the first request, MB (E10).
    pub fixed_mb: f64,
    /// Memory that is left for requests and connections, MB; at most 0 where one copy does not fit (E11).
    pub room_mb: f64,
}

/// A tier with everything that does not change from month to month.
pub(super) struct TierPlan<'a> {
    pub workload: &'a Workload,
    pub tier: &'a Tier,
    pub profile: &'a Profile,
    pub service: TierService,
}

/// One tier in one month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TierMonth {
    /// Cores busy at peak (E6).
    pub cores: f64,
    /// Requests in flight at peak (E9).
    pub in_flight: f64,
    /// Open connections (E5); 0 for a tier that holds none.
    pub connections: f64,
    /// Memory of requests and connections, MB (E11).
    pub variable_mb: f64,
    /// Instances for CPU (E8), memory (E11; none where one copy does not fit) and connections (E12 or E9b).
    pub needs: (f64, Option<f64>, f64),
    /// Instances with redundancy but without the floor of the fewest instances (E13).
    pub with_spares: f64,
    /// Instances and instances billed on average (E13, E14); none where an instance cannot hold one copy (E11).
    pub instances: Option<(f64, f64)>,
    /// What sets the size (E12).
    pub binding: Binding,
    /// No fleet reaches the availability target (W24).
    pub out_of_reach: bool,
}

impl TierPlan<'_> {
    /// The tier at this peak traffic (of all requests) and these open connections (of the whole alternative).
    pub fn month(&self, peak: PeakPerSecond, connections: f64) -> TierMonth {
        let (workload, profile, service) = (self.workload, self.profile, &self.service);
        let vcpu = Cores(workload.vcpu.central());
        let peak = peak * self.tier.call_share.central();
        let connections = if self.tier.holds_connections { connections } else { 0.0 };
        let cores = peak.busy_cores(Ms(service.cpu_ms));
        let for_cpu = ceil(cores / service.utilisation / vcpu);
        let in_flight = peak.in_flight(Ms(service.service.mean_ms) + Ms(service.wait_ms));
        let for_connections = match (profile.threads_per_process, profile.conn_cap) {
            // E9b: synchronous workers, filled to 70 %.
            (Some(threads), _) => ceil(in_flight / 0.7 / (vcpu.0 * threads.central())),
            (None, Some(cap)) => ceil(connections / (cap.central() * service.processes)),
            (None, None) => 0.0,
        };
        let connection = Kb(profile.conn_kb.central()) + Kb(workload.conn_app_kb.central());
        let variable = variable_memory(connections, connection, in_flight, Kb(workload.req_kb.central()));
        let for_memory = (service.room_mb > 0.0).then(|| ceil(variable / Mb(service.room_mb)));
        let month = TierMonth {
            cores: cores.0,
            in_flight,
            connections,
            variable_mb: variable.0,
            needs: (for_cpu, for_memory, for_connections),
            with_spares: 0.0,
            instances: None,
            binding: Binding::Memory,
            out_of_reach: false,
        };
        for_memory.map_or(month, |for_memory| self.sized(month, for_cpu, for_memory, for_connections))
    }

    /// E12 to E14.
    fn sized(&self, month: TierMonth, for_cpu: f64, for_memory: f64, for_connections: f64) -> TierMonth {
        let workload = self.workload;
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
        TierMonth { with_spares, instances: Some((with_spares.max(least), billed)), binding, out_of_reach, ..month }
    }
}
