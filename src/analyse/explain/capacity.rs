//! E1 to E4, E7, E9 to E11: what one request costs a tier, whatever the month.

use super::place::Place;
use super::rule::{rules, sum_of_products};
use crate::evaluate::queue;

fn is_measured(place: &Place) -> bool {
    place.alternative.cpu_ms.is_some()
}

fn is_offloaded(place: &Place) -> bool {
    place.alternative.offload_heavy
}

fn is_per_core(place: &Place) -> bool {
    place.profile().is_some_and(|profile| profile.per_core_process)
}

fn is_behind(place: &Place) -> bool {
    place.tier().is_some_and(|tier| !tier.holds_connections)
}

rules! {
    "results.@.tiers.%.relative_cpu" "CPU of a call, relative to Go" FACTOR "E1"
        "none: the measured CPU time holds, everything included"
        [] &[] => f64::NAN, given ["measured CPU per request" = "alternatives.@.cpu_ms"],
        when is_measured, why "A measured CPU time replaces it.";
    "results.@.tiers.%.relative_cpu" "CPU of a call, relative to Go" FACTOR "E1"
        "Σ (share of the part × its CPU relative to Go) ÷ requests that reach the tier"
        [
            "share of *" = "workload.mix.*",
            "CPU of * relative to Go" = "profiles.&.k_*",
            "requests that reach the tier" = "alternatives.@.tiers.%.call_share",
        ]
        &[ref parts @ .., share] => sum_of_products(parts, 2) / share,
        each Parts, given ["measured CPU per request" = "alternatives.@.cpu_ms", "parts of the work it does" = "alternatives.@.tiers.%.parts"];
    "results.@.tiers.%.overhead_ms" "CPU of framework and calls" MS "E2"
        "framework overhead + CPU for calls between tiers"
        ["framework overhead" = "profiles.&.overhead_ms", "CPU for calls between tiers" = "alternatives.@.tiers.%.rpc_cpu_ms"]
        &[overhead, rpc] => overhead + rpc;
    "results.@.tiers.%.ordinary_ms" "CPU of an ordinary request" MS "E2"
        "measured CPU per request, everything included"
        ["measured CPU per request" = "alternatives.@.cpu_ms"] &[cpu] => cpu, when is_measured;
    "results.@.tiers.%.ordinary_ms" "CPU of an ordinary request" MS "E2"
        "overhead + business code × CPU relative to Go"
        [
            "overhead" = "results.@.tiers.%.overhead_ms",
            "business code" = "workload.app_cpu_ms",
            "CPU relative to Go" = "results.@.tiers.%.relative_cpu",
        ]
        &[overhead, app, relative] => overhead + app * relative;
    "results.@.tiers.%.heavy_ms" "CPU of a heavy request" MS "E2"
        "measured CPU per request × heavy request on Go ÷ business code on Go; the measured CPU where there is no business code"
        [
            "measured CPU per request" = "alternatives.@.cpu_ms",
            "heavy request on Go" = "workload.heavy_cpu_ms",
            "business code on Go" = "workload.app_cpu_ms",
        ]
        &[cpu, heavy, app] => if app == 0.0 { cpu } else { cpu * heavy / app }, when is_measured;
    "results.@.tiers.%.heavy_ms" "CPU of a heavy request" MS "E2"
        "overhead + heavy request on Go × CPU relative to Go"
        [
            "overhead" = "results.@.tiers.%.overhead_ms",
            "heavy request on Go" = "workload.heavy_cpu_ms",
            "CPU relative to Go" = "results.@.tiers.%.relative_cpu",
        ]
        &[overhead, heavy, relative] => overhead + heavy * relative;
    "results.@.tiers.%.mean_ms" "Mean CPU of a request" MS "E3"
        "(1 − heavy share) × ordinary request + heavy share × heavy request"
        [
            "heavy share" = "workload.heavy_share",
            "ordinary request" = "results.@.tiers.%.ordinary_ms",
            "heavy request" = "results.@.tiers.%.heavy_ms",
        ]
        &[share, ordinary, heavy] => (1.0 - share) * ordinary + share * heavy;
    "results.@.tiers.%.cs2" "Spread of service times, squared coefficient of variation" COUNT "E4"
        "((1 − heavy share) × ordinary request² + heavy share × heavy request²) ÷ mean² − 1, at least 1; 1 where the mean is 0"
        [
            "heavy share" = "workload.heavy_share",
            "ordinary request" = "results.@.tiers.%.ordinary_ms",
            "heavy request" = "results.@.tiers.%.heavy_ms",
            "mean" = "results.@.tiers.%.mean_ms",
        ]
        &[share, ordinary, heavy, mean] => if mean == 0.0 { 1.0 } else {
            (((1.0 - share) * ordinary.powi(2) + share * heavy.powi(2)) / mean.powi(2) - 1.0).max(1.0)
        };
    "results.@.tiers.%.queued_ms" "CPU of a request in the queue" MS "E7"
        "ordinary request: heavy work is offloaded"
        ["ordinary request" = "results.@.tiers.%.ordinary_ms"] &[ordinary] => ordinary,
        given ["heavy work offloaded" = "alternatives.@.offload_heavy"], when is_offloaded;
    "results.@.tiers.%.queued_ms" "CPU of a request in the queue" MS "E7"
        "mean request"
        ["mean request" = "results.@.tiers.%.mean_ms"] &[mean] => mean,
        given ["heavy work offloaded" = "alternatives.@.offload_heavy"];
    "results.@.tiers.%.queued_cs2" "Spread of service times in the queue" COUNT "E7"
        "1: heavy work is offloaded"
        [] &[] => 1.0, given ["heavy work offloaded" = "alternatives.@.offload_heavy"], when is_offloaded;
    "results.@.tiers.%.queued_cs2" "Spread of service times in the queue" COUNT "E7"
        "spread of all service times"
        ["spread of all service times" = "results.@.tiers.%.cs2"] &[cs2] => cs2,
        given ["heavy work offloaded" = "alternatives.@.offload_heavy"];
    "results.@.tiers.%.servers" "Servers of one queue" COUNT "E7"
        "1: each process has its own queue"
        [] &[] => 1.0, given ["one process per vCPU" = "profiles.&.per_core_process"], when is_per_core;
    "results.@.tiers.%.servers" "Servers of one queue" COUNT "E7"
        "vCPU per instance: one queue for all of them"
        ["vCPU per instance" = "workload.vcpu"] &[vcpu] => vcpu,
        given ["one process per vCPU" = "profiles.&.per_core_process"];
    "results.@.tiers.%.utilisation" "Utilisation to plan for" SHARE "E7"
        "CPU target at peak: nothing guards the wait"
        ["CPU target at peak" = "workload.util_target"] &[target] => target,
        given ["longest mean queue wait" = "workload.max_wait_ms"], when |place| place.plan.workload.max_wait_ms.is_none();
    "results.@.tiers.%.utilisation" "Utilisation to plan for" SHARE "E7"
        "CPU target at peak, or the utilisation, up to 95 %, at which the mean wait, CPU in the queue × (1 + spread) ÷ 2 × utilisation^(√(2 × (servers + 1)) − 1) ÷ (servers × (1 − utilisation)), reaches the longest wait, if that is less"
        [
            "CPU target at peak" = "workload.util_target",
            "CPU in the queue" = "results.@.tiers.%.queued_ms",
            "spread" = "results.@.tiers.%.queued_cs2",
            "servers" = "results.@.tiers.%.servers",
            "longest wait" = "workload.max_wait_ms",
        ]
        &[target, queued, spread, servers, longest] => queue::utilisation(target, Some(longest), queued, spread, servers);
    "results.@.tiers.%.queue_wait_ms" "Mean wait in the queue at this utilisation" MS "E7"
        "CPU in the queue × (1 + spread) ÷ 2 × utilisation^(√(2 × (servers + 1)) − 1) ÷ (servers × (1 − utilisation))"
        [
            "CPU in the queue" = "results.@.tiers.%.queued_ms",
            "spread" = "results.@.tiers.%.queued_cs2",
            "utilisation" = "results.@.tiers.%.utilisation",
            "servers" = "results.@.tiers.%.servers",
        ]
        &[queued, spread, utilisation, servers] => queue::mean_wait_ms(queued, spread, servers, utilisation);
    "results.@.tiers.%.cpu_ms" "CPU per request" MS "E6"
        "mean request + heavy share × heavy request × overhead of offloading"
        [
            "mean request" = "results.@.tiers.%.mean_ms",
            "heavy share" = "workload.heavy_share",
            "heavy request" = "results.@.tiers.%.heavy_ms",
            "overhead of offloading" = "workload.offload_overhead",
        ]
        &[mean, share, heavy, overhead] => mean + share * heavy * overhead,
        given ["heavy work offloaded" = "alternatives.@.offload_heavy"], when is_offloaded;
    "results.@.tiers.%.cpu_ms" "CPU per request" MS "E6"
        "mean request"
        ["mean request" = "results.@.tiers.%.mean_ms"] &[mean] => mean,
        given ["heavy work offloaded" = "alternatives.@.offload_heavy"];
    "results.@.tiers.%.wait_ms" "Waiting of a request" MS "E9"
        "0: only the tier that clients connect to waits"
        [] &[] => 0.0, given ["clients connect to it" = "alternatives.@.tiers.%.holds_connections"], when is_behind;
    "results.@.tiers.%.wait_ms" "Waiting of a request" MS "E9"
        "waiting for I/O"
        ["waiting for I/O" = "workload.io_wait_ms"] &[io] => io,
        when |place| place.alternative.tiers.len() == 1;
    "results.@.tiers.%.wait_ms" "Waiting of a request" MS "E9"
        "waiting for I/O + Σ over the other tiers (requests that reach it × (its mean CPU + hop between tiers))"
        [
            "waiting for I/O" = "workload.io_wait_ms",
            "requests that reach *" = "alternatives.@.tiers.*.call_share",
            "mean CPU of *" = "results.@.tiers.*.mean_ms",
            "hop between tiers" = "workload.rpc_latency_ms",
        ]
        &[io, ref others @ .., hop] => io + others.chunks(2).map(|tier| match tier {
            &[share, mean] => share * (mean + hop),
            _ => f64::NAN,
        }).sum::<f64>(),
        each OtherTiers, given ["clients connect to it" = "alternatives.@.tiers.%.holds_connections"];
    "results.@.tiers.%.processes" "Processes of an instance" PROCESSES "E10"
        "vCPU per instance: one process for each"
        ["vCPU per instance" = "workload.vcpu"] &[vcpu] => vcpu,
        given ["one process per vCPU" = "profiles.&.per_core_process"], when is_per_core;
    "results.@.tiers.%.processes" "Processes of an instance" PROCESSES "E10"
        "1: it uses all cores"
        [] &[] => 1.0, given ["one process per vCPU" = "profiles.&.per_core_process"];
    "results.@.tiers.%.process_mb" "Memory of a process before the first request" MB "E10"
        "runtime + heap and caches + model"
        ["runtime" = "profiles.&.base_mb", "heap and caches" = "workload.app_mb", "model" = "alternatives.@.tiers.%.model_mb"]
        &[base, app, model] => base + app + model;
    "results.@.tiers.%.fixed_mb" "Memory of an instance before the first request" MB "E10"
        "processes × memory of a process"
        ["processes" = "results.@.tiers.%.processes", "memory of a process" = "results.@.tiers.%.process_mb"]
        &[processes, memory] => processes * memory;
    "results.@.tiers.%.room_mb" "Memory left for requests and connections" MB "E11"
        "memory per instance × 1,024 × memory target − memory before the first request"
        [
            "memory per instance" = "workload.ram_gb",
            "memory target" = "workload.mem_target",
            "memory before the first request" = "results.@.tiers.%.fixed_mb",
        ]
        &[memory, target, fixed] => memory * 1024.0 * target - fixed;
}
