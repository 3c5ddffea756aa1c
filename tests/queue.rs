//! E7: how far a server may be loaded before requests wait too long, against values worked out by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, assert_close};
use weighbridge::evaluate::queue::{mean_wait, utilisation};
use weighbridge::evaluate::units::Ms;

#[test]
fn e7_one_server_is_exactly_pollaczek_khinchine() {
    // M/M/1: S·ρ/(1 − ρ) = 2.08·0.5/0.5
    assert_close(mean_wait(Ms(2.08), 1.0, 1.0, 0.5).0, 2.08);
    // λ·E[S²]/(2(1 − ρ)) with λ = 0.3/2.66 and E[S²] = 2.66²·5.7068: 0.3·2.66·5.7068/1.4
    assert_close(mean_wait(Ms(2.66), 4.7068, 1.0, 0.3).0, 3.252_876);
}

#[test]
fn e7_several_servers_share_one_queue() {
    // 2·(1 + 1)/2·0.5^(√6 − 1)/(2·0.5)
    assert_close(mean_wait(Ms(2.0), 1.0, 2.0, 0.5).0, 0.732_301_805_132_224_6);
    // 3.53·7.5/2·0.9^(√18 − 1)/(8·0.1)
    assert_close(mean_wait(Ms(3.53), 6.5, 8.0, 0.9).0, 11.758_201_150_220_952);
}

#[test]
fn e7_the_guard_lowers_utilisation_to_where_the_wait_is_met() {
    for (service, cs2, servers, target, max_wait, expected) in [
        // One server: ρ = W/(W + S(1 + c²)/2)
        (2.08, 1.0, 1.0, 0.6, 2.0, 2.0 / 4.08),
        (2.66, 4.7068, 1.0, 0.6, 5.0, 5.0 / (5.0 + 2.66 * 5.7068 / 2.0)),
        (2.08, 1.0, 1.0, 0.95, 39.0, 39.0 / 41.08),
        // The target is lower anyway: 25/27.08 = 0.92
        (2.08, 1.0, 1.0, 0.6, 25.0, 0.6),
        // Bisected in 60 digits
        (2.08, 1.0, 4.0, 0.9, 0.1, 0.375_293_708_680_728_84),
        (6.0, 4.5, 4.0, 0.95, 2.0, 0.512_978_602_699_824_3),
        (2.08, 1.0, 8.0, 0.9, 0.05, 0.488_967_100_743_636_2),
        (25.0, 3.0, 8.0, 0.95, 8.0, 0.724_834_250_707_205_6),
    ] {
        assert_close(utilisation(target, Some(Ms(max_wait)), Ms(service), cs2, servers), expected);
    }
}

#[test]
fn e7_without_a_guard_or_where_it_never_bites_the_target_stands() {
    // Wq(0.95) = 2.08·0.95/0.05 = 39.52
    for (service, max_wait) in [(2.08, None), (2.08, Some(1000.0)), (2.08, Some(39.53)), (0.0, Some(0.001))] {
        assert_eq!(utilisation(0.7, max_wait.map(Ms), Ms(service), 1.0, 1.0), 0.7);
    }
}

#[test]
fn e7_a_guard_nobody_can_meet_leaves_almost_no_load() {
    assert!(utilisation(0.7, Some(Ms(1e-9)), Ms(100.0), 1.0, 1.0) < 1e-10);
}

/// A million requests per second of 2.08 ms, 2 ms of waiting, 2 vCPU.
fn million() -> Bare {
    let bare = Bare::new().set("workload.peak_rps", 1e6).set("workload.util_target", 0.6);
    bare.set("profiles.go-net-http.overhead_ms", 2.08).set("workload.max_wait_ms", 2.0)
}

#[test]
fn e7_a_process_per_core_is_one_server_and_else_all_cores_are() {
    // ρ = 2/4.08; 2080 cores/ρ/2 = 2121.6
    let per_core = million().set("profiles.go-net-http.per_core_process", true);
    assert_eq!(per_core.run().instances(), 2122.0);
    // Two servers: the guard of 2 ms does not bite at 0.6 (0.6^(√6 − 1)·2.08/(2·0.4) = 1.24); 2080/0.6/2 = 1733.3
    assert_eq!(million().run().instances(), 1734.0);
    // 2 ms and a wait of 0.5 ms: ρ = 0.42378643820798796 by bisection in 50 digits; 2000/ρ/2 = 2359.68
    let tight = million().set("profiles.go-net-http.overhead_ms", 2.0).set("workload.max_wait_ms", 0.5);
    assert_eq!(tight.run().instances(), 2360.0);
    // Four servers, a wait of 0.1 ms: ρ = 0.37529370868072884; a billion requests/s, 2,080,000/ρ/4 = 1,385,581.4
    let four = million().set("workload.vcpu", 4.0).set("workload.max_wait_ms", 0.1).set("workload.peak_rps", 1e9);
    assert_eq!(four.set("workload.util_target", 0.9).run().instances(), 1_385_582.0);
}

#[test]
fn e7_offloaded_work_leaves_the_queue() {
    let bare = million().set("profiles.go-net-http.per_core_process", true).set("workload.heavy_share", 0.01);
    let bare = bare.set("profiles.go-net-http.overhead_ms", 0.08).set("workload.app_cpu_ms", 2.0);
    let bare = bare.set("workload.heavy_cpu_ms", 60.0).set("workload.offload_overhead", 0.1);
    // S = 2.66, c² = 4.7068…: ρ = 2/(2 + 2.66·5.7068…/2) = 0.208549; 2660/ρ/2 = 6377.4
    assert_eq!(bare.clone().run().instances(), 6378.0);
    // The queue sees 2.08 ms with c² = 1: ρ = 2/4.08; the CPU works 2.66 + 0.01·60.08·0.1 ms: 2720.08/ρ/2 = 2774.5
    assert_eq!(bare.set("alternatives.go.offload_heavy", true).run().instances(), 2775.0);
}
