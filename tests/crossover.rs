//! E34b: the traffic at which one alternative becomes cheaper than another, against plans worked out by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, close};
use weighbridge::analyse::{Crossover, STEPS_PER_DECADE, crossover};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Plan, Value};
use weighbridge::starter::STARTERS;

/// Go needs ⌈k⌉ instances and Node ⌈k · `relative`⌉, at 1 a month each; Go's new hire costs `more` a month more.
fn race(relative: f64, more: f64) -> Plan {
    // 100/s · 10 ms = 1 core; filled to 50 % on 2 vCPU: one instance at k = 1
    let bare = Bare::new().set("workload.peak_rps", 100.0).set("workload.app_cpu_ms", 10.0);
    let bare = bare.set("workload.obs_per_instance", 1.0).set("profiles.node-fastify.k_crud", relative);
    // A year's pay of 10 costs 1 a month
    let bare = bare.set("team.hires", 1.0).set("alternatives.go.team.salary", 10.0 * (1.0 + more));
    plan(bare)
}

fn plan(bare: Bare) -> Plan {
    let mut made = None;
    let bare = bare.with(|plan| made = Some(plan.clone()));
    bare.check().unwrap();
    made.unwrap()
}

fn go_and_node(found: &Crossover) -> Vec<f64> {
    let pair = found.crossings.iter().find(|pair| (pair.a.as_str(), pair.b.as_str()) == ("go", "node"));
    pair.unwrap().at.clone()
}

#[track_caller]
fn assert_at(found: &[f64], expected: &[f64]) {
    let same = found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| (a / b - 1.0).abs() < 1e-7);
    assert!(same, "found {found:?}, expected {expected:?}");
}

#[test]
fn the_grid_runs_evenly_from_a_tenth_to_a_hundred_times() {
    let found = crossover(&race(2.0, 1.5));
    assert_eq!(found.multipliers.len(), 3 * STEPS_PER_DECADE + 1);
    for (index, multiplier) in [(0, 0.1), (20, 1.0), (40, 10.0), (60, 100.0)] {
        assert_eq!(found.multipliers[index], multiplier);
    }
    for pair in found.multipliers.windows(2) {
        assert!((pair[1] / pair[0] - 10f64.powf(0.05)).abs() < 1e-12);
    }
    // At k = 1 Node pays for 2 instances, Go for 1 and 1.5 more for its hire; both pay 1 for the rest, 36 times
    assert!(close(found.npv[0][20].unwrap(), 36.0 * (1.0 + 1.0 + 1.5)));
    assert!(close(found.npv[1][20].unwrap(), 36.0 * (2.0 + 1.0)));
    assert_eq!(found.npv.len(), 3);
}

#[test]
fn at_the_plans_own_traffic_costs_are_the_evaluations() {
    for starter in STARTERS {
        let plan = starter.plan();
        let found = crossover(&plan);
        for (npv, outcome) in found.npv.iter().zip(evaluate(&plan).alternatives) {
            assert_eq!(npv[STEPS_PER_DECADE], outcome.money.map(|money| money.npv));
        }
    }
}

#[test]
fn costs_cross_where_the_sum_by_hand_says() {
    // Go − Node = ⌈k⌉ + 1.5 − ⌈2k⌉: +0.5 up to k = 1.5, −0.5 from there on
    assert_at(&go_and_node(&crossover(&race(2.0, 1.5))), &[1.5]);
    // +0.5: the second instance of Node decides
    assert_at(&go_and_node(&crossover(&race(2.0, 0.5))), &[0.5]);
    // ⌈k⌉ + 1.2 − ⌈1.5k⌉: −0.8 from 8/3 on, +0.2 from 3 on, −0.8 from 10/3 on
    assert_at(&go_and_node(&crossover(&race(1.5, 1.2))), &[8.0 / 3.0, 3.0, 10.0 / 3.0]);
}

#[test]
fn equal_costs_are_no_crossing_until_the_order_turns() {
    // ⌈k⌉ + 1 − ⌈2k⌉: +1 up to 0.5, then 0 up to 1.5, then −1
    assert_at(&go_and_node(&crossover(&race(2.0, 1.0))), &[1.5]);
    // 1 − 1: always equal
    assert_at(&go_and_node(&crossover(&race(1.0, 0.0))), &[]);
    // ⌈k⌉ + 1 − ⌈k⌉: never
    assert_at(&go_and_node(&crossover(&race(1.0, 1.0))), &[]);
}

#[test]
fn more_users_bring_more_connections() {
    let bare = Bare::new().set("workload.connections", 1000.0).set("workload.obs_per_instance", 1.0);
    // Two processes of 500 connections: ⌈k⌉ instances of Node against one of Go, whose hire costs 3.5 a month more
    let bare = bare.set("profiles.node-fastify.conn_cap", 500.0).set("team.hires", 1.0);
    let bare = bare.set("alternatives.go.team.salary", 45.0);
    // 1 + 3.5 − ⌈k⌉: the fifth instance comes at k = 4
    assert_at(&go_and_node(&crossover(&plan(bare))), &[4.0]);
}

#[test]
fn what_is_unknown_crosses_nothing() {
    let mut plan = race(2.0, 1.5);
    plan.set(&"alternatives.node.tiers.0.model_mb".into(), Value::Number(1e6)).unwrap();
    let found = crossover(&plan);
    assert!(found.npv[1].iter().all(Option::is_none));
    assert_at(&go_and_node(&found), &[]);
}

#[test]
fn below_and_above_every_crossing_the_order_differs() {
    let mut seen = 0;
    for starter in STARTERS {
        let plan = starter.plan();
        for pair in crossover(&plan).crossings {
            for at in pair.at {
                let difference = |multiplier: f64| {
                    let mut plan = plan.clone();
                    plan.workload.peak_rps = (plan.workload.peak_rps.central() * multiplier).into();
                    plan.workload.connections = (plan.workload.connections.central() * multiplier).into();
                    let evaluation = evaluate(&plan);
                    let npv = |id: &str| evaluation.outcome(id).unwrap().money.unwrap().npv;
                    npv(pair.a.as_str()) - npv(pair.b.as_str())
                };
                let (below, above) = (difference(at * (1.0 - 2e-9)), difference(at * (1.0 + 1e-12)));
                assert!(below * above < 0.0, "{}: {} {} at {at}: {below} {above}", starter.id, pair.a, pair.b);
                assert!((0.1..=100.0).contains(&at));
                seen += 1;
            }
        }
    }
    assert!(seen >= 5, "only {seen} crossings in all starters");
}
