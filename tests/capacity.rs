//! E1 to E6 and E8 to E12: traffic into cores and instances, each against a value worked out by hand.
//!
//! In the [`Bare`] plan an instance has 2 vCPU filled to 50 %, so a fleet for CPU alone has as many instances as busy
//! cores, rounded up. At 1,000 requests/s a millisecond of CPU is one core.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, Run, assert_close};
use weighbridge::evaluate::Binding;
use weighbridge::evaluate::fleet::{ceil, grown};
use weighbridge::evaluate::tier::{relative_cpu, service};
use weighbridge::evaluate::units::{MonthlyRate, Months, Ms};
use weighbridge::model::{Plan, Tier};

fn at_1000() -> Bare {
    Bare::new().set("workload.peak_rps", 1000.0)
}

/// Gives Go a tier behind its first; parts and shares are set by the test.
fn with_tier(bare: Bare, profile: &str) -> Bare {
    bare.with(|plan: &mut Plan| {
        let tier = Tier { profile: profile.into(), holds_connections: false, ..Tier::default() };
        plan.alternatives[0].tiers.push(tier);
    })
}

fn cores(run: &Run) -> f64 {
    run.go(1).own.cores
}

#[test]
fn e1_work_relative_to_go_is_a_plain_sum_per_call() {
    // 0.9·1.7 + 0.1·1.2 + 0·1
    assert_close(relative_cpu(&[(0.9, 1.7), (0.1, 1.2), (0.0, 1.0)], 1.0), 1.65);
    // A tier behind: 0.3·1 / 0.4, per call and not per request
    assert_close(relative_cpu(&[(0.3, 1.0)], 0.4), 0.75);
    // A tier in front: 0.5 + 0.2, not brought to 1
    assert_close(relative_cpu(&[(0.5, 1.0), (0.2, 1.0)], 1.0), 0.7);
}

#[test]
fn e1_each_tier_does_its_own_parts_for_the_requests_that_reach_it() {
    let bare = with_tier(at_1000().set("workload.app_cpu_ms", 10.0), "python-fastapi");
    let bare = bare.set("workload.mix.crud", 0.5).set("workload.mix.pure", 0.2).set("workload.mix.native", 0.3);
    let bare = bare.set("alternatives.go.tiers.0.parts", ["crud", "pure"]);
    let bare = bare.set("alternatives.go.tiers.1.parts", ["native"]).set("alternatives.go.tiers.1.call_share", 0.4);
    let bare = bare.set("profiles.go-net-http.k_pure", 3.0).set("profiles.python-fastapi.k_native", 2.0);
    // In front 10·(0.5·1 + 0.2·3) = 11 ms: 11 cores. Behind, 400 calls/s of 10·0.3·2/0.4 = 15 ms: 6 cores.
    assert_close(cores(&bare.run()), 17.0);
}

#[test]
fn e2_overhead_is_paid_once_and_the_work_scales() {
    let bare = at_1000().set("profiles.go-net-http.overhead_ms", 3.4).set("alternatives.go.tiers.0.rpc_cpu_ms", 0.2);
    let bare = bare.set("profiles.go-net-http.k_crud", 4.21).set("workload.app_cpu_ms", 2.5);
    // 3.4 + 0.2 + 2.5·4.21
    assert_close(cores(&bare.clone().run()), 14.125);
    // All requests heavy: 3.6 + 12·4.21
    let heavy = bare.set("workload.heavy_share", 1.0).set("workload.heavy_cpu_ms", 12.0);
    assert_close(cores(&heavy.run()), 54.12);
}

#[test]
fn e2_a_measured_time_replaces_everything() {
    let bare = at_1000().set("profiles.go-net-http.overhead_ms", 3.4).set("alternatives.go.tiers.0.rpc_cpu_ms", 0.2);
    let bare = bare.set("workload.app_cpu_ms", 2.0).set("workload.heavy_cpu_ms", 50.0);
    let bare = bare.set("alternatives.go.cpu_ms", 7.5);
    assert_close(cores(&bare.clone().run()), 7.5);
    // Heavy: 7.5·50/2; where the app's own time is 0 there is no ratio, and a heavy request costs the same
    let heavy = bare.set("workload.heavy_share", 1.0);
    assert_close(cores(&heavy.clone().run()), 187.5);
    assert_close(cores(&heavy.set("workload.app_cpu_ms", 0.0).run()), 7.5);
}

#[test]
fn e3_and_e4_mean_and_spread_of_service_times() {
    for (share, ordinary, heavy, mean, cs2) in [
        // 0.99·2.08 + 0.01·60.08 = 2.66; (0.99·2.08² + 0.01·60.08²)/2.66² − 1 = 40.3792/7.0756 − 1
        (0.01, 2.08, 60.08, 2.66, 40.3792 / 7.0756 - 1.0),
        // (0.998·0.5² + 0.002·400²)/1.299² − 1 = 320.2495/1.687401 − 1
        (0.002, 0.5, 400.0, 1.299, 320.2495 / 1.687401 - 1.0),
        // 5/4 − 1 = 0.25 is below 1
        (0.5, 1.0, 3.0, 2.0, 1.0),
        (0.0, 3.53, 102.13, 3.53, 1.0),
        (1.0, 3.53, 102.13, 102.13, 1.0),
        // No time at all has no spread.
        (0.3, 0.0, 0.0, 0.0, 1.0),
    ] {
        let service = service(Ms(ordinary), Ms(heavy), share);
        assert_close(service.mean_ms, mean);
        assert_close(service.cs2, cs2);
    }
}

#[test]
fn e5_traffic_grows_from_the_launch_month_and_is_zero_before() {
    let grown = |at_launch, growth, month, launch| grown(at_launch, MonthlyRate(growth), Months(month), Months(launch));
    assert_close(grown(500.0, 0.05, 3.0, 1.0), 551.25);
    assert_close(grown(500.0, 0.05, 36.0, 1.0), 2_758.007_683_796_124);
    assert_close(grown(800.0, -0.1, 4.0, 1.0), 583.2);
    assert_eq!(grown(800.0, 0.1, 5.0, 5.0), 800.0, "the launch month has the launch's traffic");
    assert_eq!(grown(800.0, 0.1, 4.0, 5.0), 0.0);
    let run = at_1000().set("workload.app_cpu_ms", 2.0).set("workload.growth", 0.1).set("workload.launch_month", 5.0);
    let run = run.run();
    // 2 cores, then 2.2, then 2.42
    for (month, cores) in [(1, 0.0), (4, 0.0), (5, 2.0), (6, 2.2), (7, 2.42)] {
        assert_close(run.go(month).own.cores, cores);
    }
    // Before launch a staging environment: one instance, whatever it would need.
    assert_eq!((run.go(4).own.instances.unwrap().0, run.go(4).own.binding[0]), (1.0, Binding::Floor));
    assert_eq!((run.go(7).own.instances.unwrap().0, run.go(7).own.binding[0]), (3.0, Binding::Cpu));
}

#[test]
fn e6_and_e8_cores_over_utilisation_over_vcpu() {
    let bare = Bare::new().set("workload.peak_rps", 1961.0).set("workload.app_cpu_ms", 3.9);
    // 1961·3.9/1000 = 7.6479 cores; /0.6/4 = 3.19: 4 instances
    let run = bare.set("workload.util_target", 0.6).set("workload.vcpu", 4.0).run();
    assert_close(cores(&run), 7.6479);
    assert_eq!(run.instances(), 4.0);
}

#[test]
fn e6_offloading_costs_its_overhead() {
    let bare = Bare::new().set("workload.peak_rps", 500.0).set("profiles.go-net-http.overhead_ms", 0.08);
    let bare =
        bare.set("workload.app_cpu_ms", 2.0).set("workload.heavy_cpu_ms", 60.0).set("workload.heavy_share", 0.01);
    let bare = bare.set("workload.offload_overhead", 0.1);
    // S = 2.66; 500·2.66/1000, and offloaded 500·(2.66 + 0.01·60.08·0.1)/1000
    assert_close(cores(&bare.clone().run()), 1.33);
    assert_close(cores(&bare.set("alternatives.go.offload_heavy", true).run()), 1.36004);
}

#[test]
fn e8_floating_noise_buys_no_instance() {
    for (x, whole) in
        [(2.0, 2.0), (2.000_000_000_001, 2.0), (2.000_005, 3.0), (1.999_999_9, 2.0), (0.0, 0.0), (1e-12, 0.0)]
    {
        assert_eq!(ceil(x), whole, "{x}");
    }
    // 1.1·1000·10/1000 is 11.000000000000002 cores in doubles: 11 instances.
    let run = at_1000().set("workload.app_cpu_ms", 10.0).set("workload.growth", 0.1).run();
    assert_eq!(run.go(2).own.instances.unwrap().0, 11.0);
}

/// Each hundredth of a request in flight fills an instance of 1 GB.
fn counting_requests_in_flight(bare: Bare) -> Bare {
    bare.set("workload.req_kb", 100.0 * 1024.0 * 1024.0)
}

#[test]
fn e9_littles_law() {
    let bare = Bare::new().set("workload.peak_rps", 500.0).set("workload.io_wait_ms", 50.0);
    // 500·(2.08 + 50)/1000 = 26.04
    let run = counting_requests_in_flight(bare.set("profiles.go-net-http.overhead_ms", 2.08)).run();
    assert_eq!((run.instances(), run.go(1).own.binding[0]), (2604.0, Binding::Memory));
}

#[test]
fn e9_the_tier_in_front_waits_for_those_behind_and_they_do_not_wait() {
    let bare = with_tier(with_tier(Bare::new(), "node-fastify"), "python-fastapi");
    let bare = bare.set("workload.peak_rps", 2000.0).set("workload.io_wait_ms", 40.0);
    let bare = bare.set("workload.rpc_latency_ms", 0.65).set("alternatives.go.tiers.1.call_share", 0.4);
    let bare = bare.set("alternatives.go.tiers.0.parts", ["crud"]).set("alternatives.go.tiers.1.parts", ["pure"]);
    let bare = bare.set("alternatives.go.tiers.2.parts", ["native"]).set("profiles.go-net-http.overhead_ms", 1.7);
    let bare = bare.set("profiles.node-fastify.overhead_ms", 7.5).set("profiles.python-fastapi.overhead_ms", 1.25);
    // w = 40 + 0.4·(7.5 + 0.65) + 1·(1.25 + 0.65) = 45.16; in front 2000·(1.7 + 45.16)/1000 = 93.72,
    // behind 800·7.5/1000 = 6 and 2000·1.25/1000 = 2.5
    assert_eq!(counting_requests_in_flight(bare).run().instances(), 9372.0 + 600.0 + 250.0);
}

#[test]
fn e9_offloading_does_not_lengthen_the_stay() {
    let bare = at_1000().set("profiles.go-net-http.overhead_ms", 4.0).set("workload.heavy_share", 0.5);
    let bare = bare.set("workload.offload_overhead", 1.0).set("alternatives.go.offload_heavy", true);
    // S = 4 ms: 4 in flight, though the CPU works 4 + 0.5·4 ms
    let run = counting_requests_in_flight(bare).run();
    assert_eq!(run.instances(), 400.0);
    assert_close(cores(&run), 6.0);
}

#[test]
fn e1_to_e12_a_plan_that_does_not_hold_together_is_refused() {
    let twice = with_tier(Bare::new(), "node-fastify");
    let nobody = twice.clone().set("alternatives.go.tiers.0.parts", ["crud"]);
    let nobody = nobody.set("alternatives.go.tiers.1.parts", ["pure"]);
    let whole = twice.clone().set("alternatives.go.tiers.0.parts", ["crud"]);
    let whole = whole.set("alternatives.go.tiers.1.parts", ["pure", "native"]);
    let two_fronts = whole.clone().set("alternatives.go.tiers.1.holds_connections", true);
    let no_front = whole.clone().set("alternatives.go.tiers.0.holds_connections", false);
    let part_of_the_front = whole.clone().set("alternatives.go.tiers.0.call_share", 0.5);
    let measured = whole.clone().set("alternatives.go.cpu_ms", 1.0);
    assert_eq!(whole.check(), Ok(()));
    for (bare, fragment) in [
        (twice, "2 tiers do crud; expected exactly one"),
        (nobody, "0 tiers do native; expected exactly one"),
        (two_fronts, "expected exactly one tier that clients connect to"),
        (no_front, "expected exactly one tier that clients connect to"),
        (part_of_the_front, "alternatives.go.tiers.0.call_share"),
        (measured, "alternatives.go.cpu_ms: a measured CPU time needs an alternative of one tier"),
    ] {
        let problem = bare.check().unwrap_err();
        assert!(problem.contains(fragment), "{problem}");
    }
}
