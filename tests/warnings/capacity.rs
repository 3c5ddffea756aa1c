//! W2, W5, W6, W14, W15 and W24. In the bare plan an instance has 2 vCPU filled to 50 %.

use super::look::{edge, hybrid, of, says, the, whom};
use crate::support::Bare;

#[test]
fn w2_the_guard_leaves_little_cpu() {
    // One server: S·ρ/(1−ρ) = W, so ρ = W/(S + W) = 10/40; 50/25 = 2 times the CPU
    let bare = Bare::new().set("workload.app_cpu_ms", 30.0).set("workload.max_wait_ms", 10.0);
    let warning = the(&bare, "W2", "node");
    says(&warning, &["under 10 ms", "Node.js may run at 25 % CPU, not at 50 %", "2 times the CPU"]);
    assert_eq!(warning.path.as_str(), "workload.max_wait_ms");
    assert_eq!(whom(&bare, "W2"), ["node", "python"], "two servers of one queue wait less");
    edge(&bare, "W2", "node", "thresholds.usable_utilisation", &[0.2, 0.25 - 1e-9], &[0.25 + 1e-9]);
    // 20/50 is the threshold
    edge(&bare, "W2", "node", "workload.max_wait_ms", &[21.0, 20.1], &[19.9]);
    edge(&bare, "W2", "node", "workload.util_target", &[0.2], &[0.3]);
    assert!(of(&bare.set("workload.max_wait_ms", ()), "W2").is_empty());
}

/// A tenth more connections each month: 8,000, 8,800, 9,680, 10,648.
fn growing() -> Bare {
    Bare::new().set("workload.connections", 8000.0).set("workload.conn_growth", 0.1)
}

#[test]
fn w5_connections_past_the_articles_line() {
    // 1,000 a process, 2,000 an instance
    let bare = growing().set("profiles.node-fastify.conn_cap", 1000.0);
    let warning = the(&bare, "W5", "node");
    says(&warning, &["10,648 connections in month 4", "above 10,000", "6 instances of Node.js"]);
    assert_eq!((warning.path.as_str(), warning.month), ("workload.connections", Some(4)));
    assert_eq!(whom(&bare, "W5"), ["node", "python"]);
    // 10,648·1.1 = 11,712.8
    let later = bare.set("thresholds.open_connections", 10_648.5);
    assert_eq!(the(&later, "W5", "python").month, Some(5));
    let still = Bare::new();
    edge(&still, "W5", "node", "workload.connections", &[9999.0, 10_000.0], &[10_001.0]);
    says(&the(&still.set("workload.connections", 10_000.2), "W5", "node"), &["10,001 connections in month 1"]);
    let too_small = growing().set("profiles.node-fastify.base_mb", 2000.0);
    says(&the(&too_small, "W5", "node"), &["an instance cannot hold one copy of Node.js"]);
}

#[test]
fn w5_the_tier_that_clients_connect_to_counts() {
    let go_in_front = hybrid(growing(), 0, "python-fastapi", ["crud", "pure"], "native");
    assert_eq!(whom(&go_in_front, "W5"), ["node", "python"]);
    let go_behind = hybrid(growing(), 1, "go-net-http", ["crud", "pure"], "native");
    says(&the(&go_behind, "W5", "node"), &["tier 1 of Node.js (Node Fastify)"]);
}

/// One instance is enough for the CPU: 1,000 requests/s of 1 ms are one core.
fn one_for_cpu() -> Bare {
    Bare::new().set("workload.peak_rps", 1000.0).set("workload.app_cpu_ms", 1.0)
}

#[test]
fn w6_the_cap_on_connections_sets_the_size() {
    let bare = one_for_cpu().set("profiles.node-fastify.conn_cap", 1000.0);
    edge(&bare, "W6", "node", "workload.connections", &[1999.0, 2000.0], &[2001.0]);
    // 1,900, 1,995, 2,094.75
    let growing = bare.set("workload.connections", 1900.0).set("workload.conn_growth", 0.05);
    let warning = the(&growing, "W6", "node");
    says(&warning, &["1,000 connections per process", "Node.js in month 3", "2 instances, where CPU needs 1"]);
    assert_eq!((warning.path.as_str(), warning.month), ("profiles.node-fastify.conn_cap", Some(3)));
    assert_eq!(whom(&growing, "W6"), ["node"]);
}

#[test]
fn w6_so_do_the_threads_of_synchronous_workers() {
    // 1,000·(1 + w)/1,000 in flight, over 0.7·2·4 = 5.6 an instance
    let bare = one_for_cpu().set("profiles.python-fastapi.threads_per_process", 4.0);
    edge(&bare, "W6", "python", "workload.io_wait_ms", &[4.5, 4.6], &[4.7]);
    let warning = the(&bare.set("workload.io_wait_ms", 10.0), "W6", "python");
    says(&warning, &["4 requests at once per process", "2 instances, where CPU needs 1"]);
    assert_eq!((warning.path.as_str(), warning.month), ("profiles.python-fastapi.threads_per_process", Some(1)));
}

#[test]
fn w6_tiers_are_warned_about_by_month() {
    let bare = hybrid(one_for_cpu(), 2, "python-django", ["crud", "pure"], "native");
    let bare = bare.set("profiles.python-fastapi.conn_cap", 1000.0).set("workload.connections", 1900.0);
    let bare = bare.set("profiles.python-django.overhead_ms", 6.0).set("workload.conn_growth", 0.05);
    let months = |bare: &Bare| of(bare, "W6").iter().map(|warning| warning.month.unwrap()).collect::<Vec<_>>();
    // Behind, 6 cores need 6 instances, though 1,000·6/1,000/5.6 = 1.07 would do for the threads
    assert_eq!(months(&bare), [3]);
    // One thread: 6/1.4 = 4.3 is still below; filled to 95 % of 2 vCPU, 6/1.9 = 3.2 is not
    let crowded = bare.set("profiles.python-django.threads_per_process", 1.0).set("workload.util_target", 0.95);
    assert_eq!(months(&crowded), [1, 3], "the tier behind is first");
}

#[test]
fn w14_hops_take_the_latency_budget() {
    let two = |bare| hybrid(bare, 0, "python-fastapi", ["crud", "pure"], "native");
    let bare = two(Bare::new()).set("workload.rpc_latency_ms", 0.65);
    assert!(of(&bare, "W14").is_empty(), "no guard, no budget");
    // 5·0.65 = 3.25
    edge(&bare, "W14", "go", "workload.max_wait_ms", &[3.3, 3.25], &[3.2]);
    edge(&bare, "W14", "go", "workload.latency_budget_ms", &[3.3, 3.25], &[3.2]);
    let waits = bare.clone().set("workload.max_wait_ms", 3.0);
    assert_eq!(the(&waits, "W14", "go").path.as_str(), "workload.max_wait_ms");
    edge(&waits, "W14", "go", "thresholds.hops", &[4.0, 4.6], &[4.7]);
    let warning = the(&bare.set("workload.max_wait_ms", 90.0).set("workload.latency_budget_ms", 2.0), "W14", "go");
    says(&warning, &["tiers of Go takes 0.65 ms", "budget of 2 ms", "5 hops (3.25 ms)"]);
    assert_eq!(warning.path.as_str(), "workload.latency_budget_ms");
    let one = Bare::new().set("workload.rpc_latency_ms", 9.0).set("workload.max_wait_ms", 1.0);
    assert!(of(&one, "W14").is_empty(), "one tier has no hops");
}

#[test]
fn w15_infrastructure_is_a_small_part() {
    // 95 engineers at 1 a month
    let bare = Bare::new().set("team.existing", 95.0);
    edge(&bare, "W15", "go", "workload.shared_infra", &[5.1, 5.0], &[4.9, 0.0]);
    // 4/99
    let small = bare.set("workload.shared_infra", 4.0);
    let warning = the(&small, "W15", "node");
    says(&warning, &["4.04 % of the cost of Node.js", "less than 5 %"]);
    assert_eq!(warning.path.as_str(), "workload.peak_rps");
    edge(&small, "W15", "go", "thresholds.infrastructure_share", &[0.0404], &[0.0405]);
    assert!(of(&Bare::new(), "W15").is_empty(), "nothing has no share of nothing");
}

#[test]
fn w24_no_fleet_reaches_certainty() {
    // 10,000,000 instances for the CPU, and a quarter more each month
    let bare = Bare::new().set("workload.peak_rps", 1e10).set("workload.app_cpu_ms", 1.0).set("workload.growth", 0.25);
    let bare = bare.set("workload.redundancy", "target").set("settings.horizon_months", 12.0);
    let bare = bare.set("workload.instance_availability", 0.995);
    edge(&bare, "W24", "go", "workload.availability_target", &[0.9999, 0.999_999], &[1.0]);
    // 2·12,500,000 + 50
    let warning = the(&bare.set("workload.availability_target", 1.0), "W24", "go");
    says(&warning, &["25,000,050 instances of Go, each up 99.5 %", "target of 100 % in month 2"]);
    assert_eq!((warning.path.as_str(), warning.month), ("workload.availability_target", Some(2)));
}
