//! E13 and E14: spare instances, and instances billed on average, against values worked out by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, assert_close};
use weighbridge::evaluate::redundancy::{Fleet, for_target, probability_enough_up};

/// `needed` instances for CPU.
fn needing(needed: f64) -> Bare {
    Bare::new().set("workload.peak_rps", 1000.0).set("workload.app_cpu_ms", needed)
}

#[test]
fn e13_fixed_spares_and_zones() {
    for (redundancy, needed, zones, kept) in [
        ("none", 4.0, 3.0, 4.0),
        ("n+1", 4.0, 3.0, 5.0),
        ("n+1", 1.0, 3.0, 2.0),
        ("n+2", 4.0, 3.0, 6.0),
        // ⌈4·3/2⌉, ⌈5·3/2⌉, ⌈1·2/1⌉, ⌈7·4/3⌉, ⌈1·3/2⌉
        ("az", 4.0, 3.0, 6.0),
        ("az", 5.0, 3.0, 8.0),
        ("az", 1.0, 2.0, 2.0),
        ("az", 7.0, 4.0, 10.0),
        ("az", 1.0, 3.0, 2.0),
    ] {
        let run = needing(needed).set("workload.redundancy", redundancy).set("workload.zones", zones).run();
        assert_eq!(run.instances(), kept, "{redundancy}, {needed} needed in {zones} zones");
    }
}

#[test]
fn e13_each_tier_keeps_its_own_spares() {
    let bare = needing(3.0).set("workload.redundancy", "n+1").with(|plan| {
        let mut behind = plan.alternatives[0].tiers[0].clone();
        behind.holds_connections = false;
        plan.alternatives[0].tiers.push(behind);
    });
    let bare = bare.set("alternatives.go.tiers.0.parts", ["crud"]);
    // 3 + 1 in front, 1 + 1 behind where no work is done
    assert_eq!(bare.set("alternatives.go.tiers.1.parts", ["pure", "native"]).run().instances(), 6.0);
}

#[test]
fn e13_the_smallest_fleet_that_reaches_the_target() {
    for (needed, available, target, kept) in [
        // Of 5: C(5,3)·0.995³·0.005² + C(5,4)·0.995⁴·0.005 + 0.995⁵ = 0.99999875935625; of 4: 0.999850998125
        (3.0, 0.995, 0.9999, 5.0),
        // Of 2: 0.999975; of 1: 0.995
        (1.0, 0.995, 0.9999, 2.0),
        // Of 4: 0.9963; of 3: 0.972
        (2.0, 0.9, 0.99, 4.0),
        // 0.9 is enough for 0.9, and 1 − 10⁻ⁿ is reached by n
        (1.0, 0.9, 0.9, 1.0),
        (1.0, 0.9, 0.999_999_999_9, 10.0),
        (5.0, 0.995, 0.5, 5.0),
        (20.0, 0.95, 0.999_999_9, 31.0),
        // Enumerated in whole numbers: of 1015 0.99992271, of 1014 0.99975032
        (1000.0, 0.995, 0.9999, 1015.0),
        (1000.0, 0.9, 0.999_999, 1168.0),
        // Of 100,588 0.99990465, of 100,587 0.99988735
        (100_000.0, 0.995, 0.9999, 100_588.0),
        (100_000.0, 0.9, 0.9999, 111_527.0),
    ] {
        let fleet = for_target(needed, available, target);
        assert_eq!(fleet, Fleet { instances: kept, out_of_reach: false }, "{needed} of {available} for {target}");
    }
}

#[test]
fn e13_a_target_out_of_reach_stops_at_twice_and_fifty() {
    for (needed, available, target, kept) in [(3.0, 0.02, 0.9, 56.0), (40.0, 0.1, 0.5, 130.0)] {
        assert_eq!(for_target(needed, available, target), Fleet { instances: kept, out_of_reach: true });
    }
    // Certainty means to within 10⁻¹²: fewer than 3 of 16 are up with 9.87·10⁻¹³, of 15 with 8.64·10⁻¹².
    assert_eq!(for_target(3.0, 0.9, 1.0), Fleet { instances: 16.0, out_of_reach: false });
}

#[test]
fn e13_the_chance_that_enough_are_up() {
    assert_close(probability_enough_up(5.0, 2.0, 0.995), 0.999_998_759_356_25);
    assert_close(probability_enough_up(4.0, 1.0, 0.995), 0.999_850_998_125);
    assert_close(probability_enough_up(1015.0, 15.0, 0.995), 0.999_922_713_351_441_9);
    assert_close(probability_enough_up(100_588.0, 588.0, 0.995), 0.999_904_647_011_877_4);
    assert_close(probability_enough_up(56.0, 53.0, 0.02), 0.101_807_363_537_187_7);
}

#[test]
fn e13_the_plan_passes_its_own_figures_on() {
    let bare = needing(3.0).set("workload.redundancy", "target");
    let run = bare.clone().run();
    assert_eq!((run.instances(), run.go(1).own.out_of_reach), (5.0, false));
    let bare = bare.set("workload.instance_availability", 0.9).set("workload.availability_target", 0.99);
    // Of 5: 0.99144; of 4: 0.9477
    assert_eq!(bare.run().instances(), 5.0);
}

#[test]
fn e13_the_floor_comes_last() {
    for (least, kept) in [(2.0, 4.0), (6.0, 6.0)] {
        let run = needing(3.0).set("workload.redundancy", "n+1").set("workload.min_instances", least).run();
        assert_eq!(run.instances(), kept);
    }
}

#[test]
fn e14_only_the_cpu_need_follows_the_load() {
    // Connections of the fleet, capped at one each, stand for what does not follow the load.
    let bare = |cpu: f64, connections: f64, autoscale: f64, load_factor: f64| {
        let bare = needing(cpu).set("workload.connections", connections).set("profiles.go-net-http.conn_cap", 1.0);
        bare.set("workload.autoscale", autoscale).set("workload.load_factor", load_factor)
    };
    for (bare, redundancy, least, billed) in [
        // f = 1 − 0.5·0.6 = 0.7: 10·0.7 + 1 spare
        (bare(10.0, 1.0, 0.5, 0.4), "n+1", 2.0, 8.0),
        // f = 0.25: max(2.5, 6) + 5 spares of az (15 − 10)
        (bare(10.0, 6.0, 1.0, 0.25), "az", 2.0, 11.0),
        (bare(2.0, 1.0, 0.0, 0.4), "n+1", 2.0, 3.0),
        // Part of an instance: 3·0.7 + 1
        (bare(3.0, 1.0, 0.5, 0.4), "n+1", 2.0, 3.1),
        // max(1, 0.7) = 1, and the floor of 2
        (bare(1.0, 0.0, 0.5, 0.4), "none", 2.0, 2.0),
        (bare(1.0, 0.0, 0.5, 0.4), "none", 0.0, 1.0),
    ] {
        let run = bare.set("workload.redundancy", redundancy).set("workload.min_instances", least).run();
        assert_close(run.go(1).own.instances.unwrap().1, billed);
    }
}
