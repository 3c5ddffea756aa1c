//! E5 to E14: the traffic of a month into instances of a tier.

use super::place::Place;
use super::rule::{Apply, PLAIN, Rule, rules};
use crate::evaluate::fleet::{ceil, grown, variable_memory};
use crate::evaluate::redundancy;
use crate::evaluate::units::{Kb, MonthlyRate, Months, Ms, PeakPerSecond};
use crate::model::Redundancy;

fn has_threads(place: &Place) -> bool {
    place.profile().is_some_and(|profile| profile.threads_per_process.is_some())
}

fn has_no_cap(place: &Place) -> bool {
    place.profile().is_some_and(|profile| profile.conn_cap.is_none())
}

fn is_redundancy(place: &Place, redundancy: Redundancy) -> bool {
    place.plan.workload.redundancy == redundancy
}

rules! {
    "results.@.months.#.month" "Month" MONTH "E5" "the month counts from 1" [] &[] => f64::NAN;
    "results.@.months.#.peak_rps" "Peak traffic" PER_SECOND "E5"
        "peak at launch × (1 + growth)^(month − launch); 0 before the launch"
        [
            "peak at launch" = "workload.peak_rps",
            "growth" = "workload.growth",
            "month" = "results.@.months.#.month",
            "launch" = "workload.launch_month",
        ]
        &[peak, growth, month, launch] => grown(peak, MonthlyRate(growth), Months(month), Months(launch));
    "results.@.months.#.connections" "Open connections" SOCKETS "E5"
        "connections at launch × (1 + growth)^(month − launch); 0 before the launch"
        [
            "connections at launch" = "workload.connections",
            "growth" = "workload.conn_growth",
            "month" = "results.@.months.#.month",
            "launch" = "workload.launch_month",
        ]
        &[connections, growth, month, launch] => grown(connections, MonthlyRate(growth), Months(month), Months(launch));
    "results.@.months.#.tiers.%.rps" "Peak traffic of the tier" PER_SECOND "E5"
        "peak traffic × requests that reach the tier"
        ["peak traffic" = "results.@.months.#.peak_rps", "requests that reach the tier" = "alternatives.@.tiers.%.call_share"]
        &[rps, share] => rps * share;
    "results.@.months.#.tiers.%.connections" "Connections of the tier" SOCKETS "E5"
        "0: clients do not connect to it"
        [] &[] => 0.0, given ["clients connect to it" = "alternatives.@.tiers.%.holds_connections"],
        when |place| place.tier().is_some_and(|tier| !tier.holds_connections);
    "results.@.months.#.tiers.%.connections" "Connections of the tier" SOCKETS "E5"
        "all open connections"
        ["open connections" = "results.@.months.#.connections"] &[connections] => connections,
        given ["clients connect to it" = "alternatives.@.tiers.%.holds_connections"];
    "results.@.months.#.tiers.%.cores" "Cores busy at peak" CORES "E6"
        "requests/s × CPU per request in ms ÷ 1,000"
        ["requests/s" = "results.@.months.#.tiers.%.rps", "CPU per request" = "results.@.tiers.%.cpu_ms"]
        &[rps, cpu] => PeakPerSecond(rps).busy_cores(Ms(cpu)).0;
    "results.@.months.#.tiers.%.needed_cores" "Cores needed" CORES "E6"
        "cores busy ÷ utilisation"
        ["cores busy" = "results.@.months.#.tiers.%.cores", "utilisation" = "results.@.tiers.%.utilisation"]
        &[cores, utilisation] => cores / utilisation;
    "results.@.months.#.tiers.%.for_cpu" "Instances for CPU" INSTANCES "E8"
        "cores needed ÷ vCPU per instance, rounded up"
        ["cores needed" = "results.@.months.#.tiers.%.needed_cores", "vCPU per instance" = "workload.vcpu"]
        &[cores, vcpu] => ceil(cores / vcpu);
    "results.@.months.#.tiers.%.in_flight" "Requests in flight at peak" REQUESTS "E9"
        "requests/s × (mean CPU + waiting) in ms ÷ 1,000"
        [
            "requests/s" = "results.@.months.#.tiers.%.rps",
            "mean CPU" = "results.@.tiers.%.mean_ms",
            "waiting" = "results.@.tiers.%.wait_ms",
        ]
        &[rps, mean, wait] => PeakPerSecond(rps).in_flight(Ms(mean) + Ms(wait));
    "results.@.months.#.tiers.%.variable_mb" "Memory of requests and connections" MB "E11"
        "connections × (memory of one + application state of one) in KB ÷ 1,024 + requests in flight × memory of a request in KB ÷ 1,024"
        [
            "connections" = "results.@.months.#.tiers.%.connections",
            "memory of one" = "profiles.&.conn_kb",
            "application state of one" = "workload.conn_app_kb",
            "requests in flight" = "results.@.months.#.tiers.%.in_flight",
            "memory of a request" = "workload.req_kb",
        ]
        &[connections, memory, state, requests, request] => {
            variable_memory(connections, Kb(memory) + Kb(state), requests, Kb(request)).0
        };
    "results.@.months.#.tiers.%.for_memory" "Instances for memory" INSTANCES "E11"
        "memory of requests and connections ÷ memory left in an instance, rounded up"
        [
            "memory of requests and connections" = "results.@.months.#.tiers.%.variable_mb",
            "memory left in an instance" = "results.@.tiers.%.room_mb",
        ]
        &[memory, room] => if room > 0.0 { ceil(memory / room) } else { f64::NAN },
        why "An instance cannot hold one copy (E11).";
    "results.@.months.#.tiers.%.for_connections" "Instances for requests served at once" INSTANCES "E9b"
        "requests in flight ÷ 0.7 ÷ (vCPU per instance × threads per process), rounded up: workers are synchronous, and filled to 70 %"
        [
            "requests in flight" = "results.@.months.#.tiers.%.in_flight",
            "vCPU per instance" = "workload.vcpu",
            "threads per process" = "profiles.&.threads_per_process",
        ]
        &[requests, vcpu, threads] => ceil(requests / 0.7 / (vcpu * threads)), when has_threads;
    "results.@.months.#.tiers.%.for_connections" "Instances for connections" INSTANCES "E12"
        "0: connections have no cap"
        [] &[] => 0.0,
        given ["synchronous threads" = "profiles.&.threads_per_process", "connections per process" = "profiles.&.conn_cap"], when has_no_cap;
    "results.@.months.#.tiers.%.for_connections" "Instances for connections" INSTANCES "E12"
        "connections ÷ (connections per process × processes), rounded up"
        [
            "connections" = "results.@.months.#.tiers.%.connections",
            "connections per process" = "profiles.&.conn_cap",
            "processes" = "results.@.tiers.%.processes",
        ]
        &[connections, cap, processes] => ceil(connections / (cap * processes)),
        given ["synchronous threads" = "profiles.&.threads_per_process"];
    "results.@.months.#.tiers.%.needed" "Instances needed" INSTANCES "E12"
        "the most of: for CPU, for memory, for connections, 1"
        [
            "for CPU" = "results.@.months.#.tiers.%.for_cpu",
            "for memory" = "results.@.months.#.tiers.%.for_memory",
            "for connections" = "results.@.months.#.tiers.%.for_connections",
        ]
        &[cpu, memory, connections] => cpu.max(memory).max(connections).max(1.0);
    "results.@.months.#.tiers.%.with_spares" "Instances with spares" INSTANCES "E13"
        "instances needed: there are no spares"
        ["instances needed" = "results.@.months.#.tiers.%.needed"] &[needed] => needed,
        given ["redundancy" = "workload.redundancy"], when |place| is_redundancy(place, Redundancy::None);
    "results.@.months.#.tiers.%.with_spares" "Instances with spares" INSTANCES "E13"
        "instances needed + 1"
        ["instances needed" = "results.@.months.#.tiers.%.needed"] &[needed] => needed + 1.0,
        given ["redundancy" = "workload.redundancy"], when |place| is_redundancy(place, Redundancy::NPlus1);
    "results.@.months.#.tiers.%.with_spares" "Instances with spares" INSTANCES "E13"
        "instances needed + 2"
        ["instances needed" = "results.@.months.#.tiers.%.needed"] &[needed] => needed + 2.0,
        given ["redundancy" = "workload.redundancy"], when |place| is_redundancy(place, Redundancy::NPlus2);
    "results.@.months.#.tiers.%.with_spares" "Instances with spares" INSTANCES "E13"
        "instances needed × zones ÷ (zones − 1), rounded up: one zone may fail"
        ["instances needed" = "results.@.months.#.tiers.%.needed", "zones" = "workload.zones"]
        &[needed, zones] => ceil(needed * zones / (zones - 1.0)),
        given ["redundancy" = "workload.redundancy"], when |place| is_redundancy(place, Redundancy::Zone);
    "results.@.months.#.tiers.%.with_spares" "Instances with spares" INSTANCES "E13"
        "the fewest of which the instances needed are up with the probability of the target, each by itself with its availability; 2 × instances needed + 50 where none reach it"
        [
            "instances needed" = "results.@.months.#.tiers.%.needed",
            "target" = "workload.availability_target",
            "availability" = "workload.instance_availability",
        ]
        &[needed, target, availability] => redundancy::for_target(needed, availability, target).instances,
        given ["redundancy" = "workload.redundancy"];
    "results.@.months.#.tiers.%.instances" "Instances" INSTANCES "E13"
        "instances with spares, at least the fewest instances"
        ["instances with spares" = "results.@.months.#.tiers.%.with_spares", "fewest instances" = "workload.min_instances"]
        &[spares, least] => spares.max(least);
    "results.@.followed" "Share of the CPU need that is paid on average" SHARE "E14"
        "1 − autoscaling × (1 − average ÷ peak traffic)"
        ["autoscaling" = "workload.autoscale", "average ÷ peak traffic" = "workload.load_factor"]
        &[autoscale, load] => 1.0 - autoscale * (1.0 - load);
    "results.@.months.#.tiers.%.average" "Instances needed on average" INSTANCES "E14"
        "the most of: for CPU × share paid on average, for memory, for connections, 1"
        [
            "for CPU" = "results.@.months.#.tiers.%.for_cpu",
            "share paid on average" = "results.@.followed",
            "for memory" = "results.@.months.#.tiers.%.for_memory",
            "for connections" = "results.@.months.#.tiers.%.for_connections",
        ]
        &[cpu, followed, memory, connections] => (cpu * followed).max(memory).max(connections).max(1.0);
    "results.@.months.#.tiers.%.billed" "Instances billed on average" INSTANCES "E14"
        "instances needed on average + with spares − needed at peak, at least the fewest instances"
        [
            "instances needed on average" = "results.@.months.#.tiers.%.average",
            "with spares" = "results.@.months.#.tiers.%.with_spares",
            "needed at peak" = "results.@.months.#.tiers.%.needed",
            "fewest instances" = "workload.min_instances",
        ]
        &[average, spares, needed, least] => (average + spares - needed).max(least);
}

/// What sets the size of a tier, in words.
pub(super) static BINDING: Rule = Rule {
    path: "results.@.months.#.tiers.%.binding",
    label: "What sets the size",
    equation: "E12",
    formula: "the first of CPU, memory and connections that needs as many instances as there must be; none of them does: floor",
    operands: &[
        ("CPU", "results.@.months.#.tiers.%.for_cpu"),
        ("memory", "results.@.months.#.tiers.%.for_memory"),
        ("connections", "results.@.months.#.tiers.%.for_connections"),
        ("as many instances as there must be", "results.@.months.#.tiers.%.needed"),
    ],
    apply: Apply::Words(|operands| {
        let [cpu, memory, connections, needed] = operands else { return String::new() };
        let word = match needed.value {
            None => "memory",
            needed if cpu.value == needed => "cpu",
            needed if memory.value == needed => "memory",
            needed if connections.value == needed => "connections",
            _ => "floor",
        };
        word.into()
    }),
    ..PLAIN
};
