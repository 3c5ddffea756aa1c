//! E15 to E17 and E29 to E31: instances and data into money, and a possible rewrite, against values worked out by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, Run, assert_all_close, assert_close};
use weighbridge::evaluate::infrastructure::{egress, egress_cost};
use weighbridge::evaluate::units::{GbSent, KbSent, Money, PeakPerSecond};

fn costs(run: &Run, id: &str, months: &[usize]) -> Vec<f64> {
    months.iter().map(|month| run.month(id, *month).infrastructure.unwrap()).collect()
}

fn rewrites(run: &Run, id: &str, months: &[usize]) -> Vec<f64> {
    months.iter().map(|month| run.month(id, *month).rewrite).collect()
}

#[test]
fn e15_an_instance_all_month() {
    let bare = Bare::new().set("workload.peak_rps", 1000.0).set("workload.app_cpu_ms", 3.0);
    let bare = bare.set("workload.price_vcpu_hour", 0.04048).set("workload.price_gb_hour", 0.004445);
    let bare = bare.set("workload.ram_gb", 4.0);
    // 3·(2·0.04048 + 4·0.004445)·730 = 3·72.0802
    assert_close(bare.clone().run().go(1).infrastructure.unwrap(), 216.2406);
    // 8.5 instances: 10 for CPU billed at 0.75, and one spare; 8.5·(4·0.04048 + 8·0.004445)·730·1.13·0.8
    let bare = bare.set("workload.vcpu", 4.0).set("workload.ram_gb", 8.0).set("workload.app_cpu_ms", 20.0);
    let bare = bare.set("workload.redundancy", "n+1").set("workload.autoscale", 0.5).set("workload.load_factor", 0.5);
    let bare = bare.set("workload.region_mult", 1.13).set("workload.commit_discount", 0.2);
    assert_close(bare.run().go(1).infrastructure.unwrap(), 1_107.728_513_6);
}

#[test]
fn e16_data_follows_the_average_and_not_the_peak() {
    // 500·0.4·10·2,628,000/10⁶ and 100·0.4·8·2.628
    assert_close(egress(PeakPerSecond(500.0).average(0.4), KbSent(10.0)).0, 5256.0);
    assert_close(egress(PeakPerSecond(100.0).average(0.4), KbSent(8.0)).0, 840.96);
}

#[test]
fn e16_price_steps_at_and_around_every_edge() {
    for (gb, cost) in [
        (0.0, 0.0),
        (60.0, 0.0),
        (100.0, 0.0),
        (101.0, 0.09),
        (840.96, 66.6864),
        // 10,140·0.09
        (10_240.0, 912.6),
        (10_241.0, 912.685),
        // 912.6 + 40,960·0.085
        (51_200.0, 4394.2),
        (51_201.0, 4394.27),
        // 4394.2 + 102,400·0.07
        (153_600.0, 11_562.2),
        (153_601.0, 11_562.25),
        // 11,562.2 + 846,400·0.05
        (1e6, 53_882.2),
    ] {
        assert_close(egress_cost(GbSent(gb), None).0, cost);
    }
    assert_close(egress_cost(GbSent(5256.0), Some(Money(0.09))).0, 473.04);
    assert_eq!(egress_cost(GbSent(5256.0), Some(Money(0.0))), Money(0.0), "free is a price too");
}

#[test]
fn e16_data_is_paid_once_for_all_tiers() {
    let bare = Bare::new().set("workload.peak_rps", 500.0).set("workload.load_factor", 0.4);
    let bare = bare.set("workload.payload_kb", 10.0).set("workload.egress_flat", 0.09).with(|plan| {
        let mut behind = plan.alternatives[0].tiers[0].clone();
        behind.holds_connections = false;
        plan.alternatives[0].tiers.push(behind);
    });
    let bare = bare.set("alternatives.go.tiers.0.parts", ["crud"]);
    let bare = bare.set("alternatives.go.tiers.1.parts", ["pure", "native"]);
    let bare = bare.set("alternatives.go.tiers.1.call_share", 0.25);
    let run = bare.set("workload.obs_per_instance", 10.0).set("workload.shared_infra", 500.0).run();
    assert_close(run.go(1).own.egress_gb, 5256.0);
    // E17: two instances of 10, 473.04 for the data, and 500 that all share
    assert_close(run.go(1).infrastructure.unwrap(), 20.0 + 473.04 + 500.0);
}

#[test]
fn e17_before_launch_a_staging_environment_is_paid() {
    let bare = Bare::new().set("workload.peak_rps", 1000.0).set("workload.app_cpu_ms", 5.0);
    let bare = bare.set("workload.launch_month", 3.0).set("workload.min_instances", 2.0);
    let bare = bare.set("workload.redundancy", "n+2").set("workload.obs_per_instance", 10.0);
    let bare =
        bare.set("workload.shared_infra", 500.0).set("workload.payload_kb", 1.0).set("workload.egress_flat", 1.0);
    // One instance and two spares; then 5 + 2, and 1000·0.4·2.628 GB
    assert_all_close(&costs(&bare.run(), "go", &[2, 3]), &[530.0, 570.0 + 1051.2]);
}

/// Go needs one instance, Node three; an instance costs 100, 1051.2 GB of data 525.6, and 500 is shared.
/// Node may be rewritten to Go in months 3 and 4 with probability 0.25.
fn with_rewrite() -> Bare {
    let bare = Bare::new().set("workload.peak_rps", 1000.0).set("workload.load_factor", 0.4);
    let bare = bare.set("workload.payload_kb", 1.0).set("workload.egress_flat", 0.5);
    let bare = bare.set("workload.obs_per_instance", 100.0).set("workload.shared_infra", 500.0);
    let bare = bare.set("profiles.go-net-http.overhead_ms", 1.0).set("profiles.node-fastify.overhead_ms", 2.5);
    bare.set_all(
        "alternatives.node.rewrite",
        &[("p", 0.25), ("start", 3.0), ("months", 2.0), ("cost", 400.0), ("dual_run", 0.5)],
    )
}

#[test]
fn e29_to_e31_before_during_and_after_a_rewrite() {
    let run = with_rewrite().run();
    let months = [1, 2, 3, 4, 5, 36];
    // 0.25·400/2
    assert_all_close(&rewrites(&run, "node", &months), &[0.0, 0.0, 50.0, 50.0, 0.0, 0.0]);
    // Before 300 + 525.6 + 500; during + 0.25·0.5·100, the target's fleet alone; after 0.75·1325.6 + 0.25·1125.6
    assert_all_close(&costs(&run, "node", &months), &[1325.6, 1325.6, 1338.1, 1338.1, 1275.6, 1275.6]);
    assert_all_close(&costs(&run, "go", &months), &[1125.6; 6]);
    assert_close(run.month("node", 5).own.cost.unwrap(), 1325.6);
}

#[test]
fn e29_a_rewrite_past_the_horizon_is_paid_in_part() {
    let bare = with_rewrite().set("alternatives.node.rewrite.start", 36.0);
    assert_all_close(&rewrites(&bare.clone().run(), "node", &[35, 36]), &[0.0, 50.0]);
    let bare = bare.set("alternatives.node.rewrite.start", 37.0);
    assert_all_close(&rewrites(&bare.run(), "node", &[35, 36]), &[0.0, 0.0]);
}

#[test]
fn e30_a_rewrite_in_place_runs_both_meanwhile_and_ends_where_it_began() {
    let run = with_rewrite().set("alternatives.node.rewrite.target", "node").run();
    // During + 0.25·0.5·300
    assert_all_close(&costs(&run, "node", &[2, 3, 5]), &[1325.6, 1363.1, 1325.6]);
}

#[test]
fn e30_the_targets_own_rewrite_does_not_count() {
    let chained = with_rewrite().set_all(
        "alternatives.go.rewrite",
        &[("p", 1.0), ("start", 1.0), ("months", 1.0), ("cost", 0.0), ("dual_run", 5.0)],
    );
    let run = chained.set("alternatives.go.rewrite.target", "node").run();
    assert_all_close(&costs(&run, "node", &[2, 3, 5]), &[1325.6, 1338.1, 1275.6]);
    // Go itself: while it lasts + 5·300, then Node's
    assert_all_close(&costs(&run, "go", &[1, 2]), &[1125.6 + 1500.0, 1325.6]);
}

#[test]
fn e31_a_certain_rewrite_ends_at_the_targets_cost() {
    let run = with_rewrite().set("alternatives.node.rewrite.p", 1.0).run();
    assert_all_close(&costs(&run, "node", &[5]), &[1125.6]);
}
