//! E9b to E12: memory, connections, and what sets the size of a fleet, each against a value worked out by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, Run};
use weighbridge::evaluate::Binding;

const GO: &str = "profiles.go-net-http";

fn first(run: &Run) -> (f64, Binding) {
    (run.instances(), run.go(1).own.binding[0])
}

#[test]
fn e9b_synchronous_workers_are_filled_to_seventy_per_cent() {
    let bare = Bare::new().set("profiles.go-net-http.per_core_process", true);
    let bare = bare.set("profiles.go-net-http.threads_per_process", 4.0).set("workload.peak_rps", 1000.0);
    // They replace the cap on connections, whatever it is.
    let bare = bare.set("workload.connections", 1e6).set("profiles.go-net-http.conn_cap", 1.0);
    // 100 in flight / 0.7 / (2·4) = 17.86
    let run = bare.clone().set("workload.io_wait_ms", 100.0).run();
    assert_eq!(first(&run), (18.0, Binding::Connections));
    // 56 / 0.7 / (4·4) = 5 exactly
    assert_eq!(bare.set("workload.io_wait_ms", 56.0).set("workload.vcpu", 4.0).run().instances(), 5.0);
}

/// 1,000 MB of connections.
fn thousand_mb() -> Bare {
    Bare::new().set("workload.connections", 1_024_000.0).set(&format!("{GO}.conn_kb"), 1.0)
}

#[test]
fn e10_every_process_holds_its_own_copy() {
    let bare = thousand_mb().set(&format!("{GO}.base_mb"), 100.0).set("workload.app_mb", 60.0);
    let bare = bare.set("alternatives.go.tiers.0.model_mb", 200.0);
    // One process: 1024 − 360 = 664 MB free of 1 GB, 1000/664 = 1.5
    assert_eq!(first(&bare.clone().run()), (2.0, Binding::Memory));
    // Two processes: 1024 − 720 = 304 MB free, 1000/304 = 3.3
    assert_eq!(first(&bare.set(&format!("{GO}.per_core_process"), true).run()), (4.0, Binding::Memory));
}

#[test]
fn e11_memory_of_connections_and_of_requests_in_flight() {
    let bare = Bare::new().set("workload.connections", 50_000.0).set(&format!("{GO}.conn_kb"), 48.0);
    let bare = bare.set("workload.conn_app_kb", 10.0).set("workload.req_kb", 64.0).set("workload.peak_rps", 3000.0);
    let bare = bare.set("workload.io_wait_ms", 100.0).set("workload.ram_gb", 2.0).set("workload.mem_target", 0.8);
    let bare = bare.set(&format!("{GO}.base_mb"), 160.0).set("workload.app_mb", 64.0);
    // 50,000·58/1024 + 300·64/1024 = 2850.78 MB into 2·1024·0.8 − 224 = 1414.4 MB: 2.02
    assert_eq!(first(&bare.run()), (3.0, Binding::Memory));
    // 1000 MB into 1024 − 24: exactly one
    assert_eq!(thousand_mb().set("workload.app_mb", 24.0).run().instances(), 1.0);
    assert_eq!(thousand_mb().set("workload.app_mb", 24.001).run().instances(), 2.0);
}

#[test]
fn e11_a_tier_without_connections_pays_for_none() {
    let bare = thousand_mb().with(|plan| {
        let mut behind = plan.alternatives[0].tiers[0].clone();
        behind.holds_connections = false;
        plan.alternatives[0].tiers.push(behind);
    });
    let bare = bare.set("alternatives.go.tiers.0.parts", ["crud"]).set("workload.ram_gb", 0.5);
    let bare = bare.set("alternatives.go.tiers.1.parts", ["pure", "native"]);
    let run = bare.run();
    // 1000/512 = 1.95 in front, one behind
    assert_eq!((run.instances(), run.go(1).own.binding.clone()), (3.0, vec![Binding::Memory, Binding::Floor]));
}

#[test]
fn e11_where_one_copy_does_not_fit_the_cost_is_unknown_and_the_rest_stands() {
    for base_mb in [1024.0, 2000.0] {
        // No room at all, or less than none: even with nothing to hold.
        let bare = Bare::new().set(&format!("{GO}.base_mb"), base_mb).set("workload.payload_kb", 1.0);
        let bare = bare.set("workload.peak_rps", 1000.0).set("workload.app_cpu_ms", 2.0).set("team.existing", 4.0);
        let bare = bare.set("alternatives.node.rewrite.target", "go").set("alternatives.node.rewrite.p", 0.01);
        // Python's own rewrite to Go cannot happen.
        let bare = bare.set("alternatives.python.rewrite.target", "go").set("alternatives.node.rewrite.start", 1000.0);
        let run = bare.run();
        let (go, node, python) = (run.of("go"), run.of("node"), run.of("python"));
        assert_eq!((go.money, node.money), (None, None), "unknown, and never 0");
        assert!(python.money.is_some());
        let month = &go.months[0];
        assert_eq!((month.total, month.infrastructure, month.cumulative), (None, None, None));
        assert_eq!((month.own.instances, month.own.binding[0]), (None, Binding::Memory));
        assert_eq!((month.own.cores, month.people.capacity, go.mvp_month), (2.0, 4.0, Some(0.0)));
        assert!(month.own.egress_gb > 0.0 && go.score.grouped.is_some() && go.delivered > 0.0);
        // Node's own fleet is known; only what the rewrite might cost is not.
        assert_eq!(node.months[0].own.instances, Some((2.0, 2.0)));
        assert_eq!((node.months[0].total, node.infrastructure_share()), (None, None));
        assert!(run.0.break_evens.iter().all(|pair| pair.nominal.is_empty() && pair.discounted.is_empty()));
    }
}

#[test]
fn e12_the_cap_counts_per_process() {
    let bare = Bare::new().set("workload.connections", 61_000.0).set(&format!("{GO}.conn_cap"), 5000.0);
    let bare = bare.set("workload.vcpu", 4.0);
    // One process: 61,000/5,000 = 12.2. Four: 61,000/20,000 = 3.05
    assert_eq!(first(&bare.clone().run()), (13.0, Binding::Connections));
    let per_core = bare.set(&format!("{GO}.per_core_process"), true);
    assert_eq!(first(&per_core.clone().run()), (4.0, Binding::Connections));
    assert_eq!(first(&per_core.set(&format!("{GO}.conn_cap"), ()).run()), (1.0, Binding::Floor), "no cap");
}

#[test]
fn e12_a_tie_goes_to_cpu_then_memory_then_connections() {
    // 3 instances for 60,000 connections, and 3 for their memory (3·1024 MB)
    let bare = Bare::new().set("workload.connections", 60_000.0).set(&format!("{GO}.conn_cap"), 20_000.0);
    let bare = bare.set("workload.peak_rps", 1000.0);
    let memory = 3.0 * 1024.0 * 1024.0 / 60_000.0;
    for (cpu_ms, kb, binding) in [
        (3.0, memory, Binding::Cpu),
        (2.0, memory, Binding::Memory),
        (2.0, memory / 2.0, Binding::Connections),
        (3.0, 0.0, Binding::Cpu),
    ] {
        let run = bare.clone().set("workload.app_cpu_ms", cpu_ms).set(&format!("{GO}.conn_kb"), kb).run();
        assert_eq!(first(&run), (3.0, binding), "{cpu_ms} ms, {kb} KB");
    }
}

#[test]
fn e12_one_instance_is_set_by_what_needs_it_or_is_the_floor() {
    assert_eq!(first(&Bare::new().run()), (1.0, Binding::Floor));
    let bare = Bare::new().set("workload.peak_rps", 1.0).set("workload.app_cpu_ms", 1.0);
    assert_eq!(first(&bare.run()), (1.0, Binding::Cpu));
}
