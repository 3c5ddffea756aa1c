//! The worked example of the model, every number of it, and sums that must hold in every plan.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use serde_json::Value as Json;
use support::{assert_close, assert_node_close, data, read};
use weighbridge::evaluate::evaluate;
use weighbridge::file;
use weighbridge::starter::STARTERS;

#[test]
fn the_worked_example_comes_to_its_published_numbers() {
    let example: Json = serde_json::from_str(&data("worked_example.json")).unwrap();
    let plan = read(&example["plan"].to_string());
    let found: Json = serde_json::from_str(&file::results(&plan, None, &evaluate(&plan), &[])).unwrap();
    assert_node_close(&found, &example["expected"]);
    assert_eq!(found["alternatives"]["go"]["months"].as_array().map(Vec::len), Some(36));
}

#[test]
fn amounts_add_up_in_every_starter() {
    for starter in STARTERS {
        let plan = starter.plan();
        for outcome in evaluate(&plan).alternatives {
            let money = outcome.money.unwrap();
            let (mut cumulative, mut npv, mut infrastructure) = (0.0, 0.0, 0.0);
            for month in &outcome.months {
                let people = month.people;
                let parts = people.payroll + people.recruiting + people.training + people.delay;
                let total = month.total.unwrap();
                assert_close(total, parts + month.infrastructure.unwrap() + month.rewrite);
                cumulative += total;
                npv += total / 1.1_f64.powf(month.number as f64 / 12.0);
                infrastructure += month.infrastructure.unwrap();
                assert_close(month.cumulative.unwrap(), cumulative);
                assert_close(month.cumulative_npv.unwrap(), npv);
            }
            assert_close(money.total, cumulative);
            assert_close(money.npv, npv);
            assert_close(money.infrastructure, infrastructure);
            assert_close(outcome.infrastructure_share().unwrap(), infrastructure / cumulative);
            assert!(money.equal_output >= money.npv);
        }
    }
}

#[test]
fn the_results_name_every_pair_once() {
    let plan = support::starter("ml-inference");
    let evaluation = evaluate(&plan);
    let pairs: Vec<String> = evaluation.break_evens.iter().map(|pair| format!("{}|{}", pair.a, pair.b)).collect();
    assert_eq!(pairs, ["go|node", "go|python", "go|hybrid", "node|python", "node|hybrid", "python|hybrid"]);
}

#[test]
fn the_horizon_sets_the_number_of_months() {
    for horizon in [12, 36, 60] {
        let mut plan = support::starter("blank");
        let months = weighbridge::model::Value::Number(f64::from(horizon));
        plan.set(&"settings.horizon_months".into(), months).unwrap();
        let evaluation = evaluate(&plan);
        assert!(evaluation.alternatives.iter().all(|outcome| outcome.months.len() == horizon as usize));
    }
}
