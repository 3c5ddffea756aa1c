//! Numbers at the edge of what an input takes: every result stays a finite number, and nothing takes for ever.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use support::{cases, is_finite, starter};
use weighbridge::edit::{Edit, apply};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Kind, Path, Plan, Value};

const EDGES: [f64; 11] = [-1.0, -0.999_999, 0.0, 5e-324, 1e-12, 0.9, 0.999_999, 1.0, 1024.0, 1e6, 1e12];

fn numbers(plan: &Plan) -> Vec<Path> {
    let kind = |path: &Path| plan.input(path).unwrap().kind;
    let is_number = |path: &Path| matches!(kind(path), Kind::Number(..) | Kind::Optional(..));
    plan.paths().into_iter().filter(is_number).collect()
}

/// The edges that an input takes, lowest first.
fn edges(plan: &Plan, path: &Path) -> Vec<f64> {
    let input = plan.input(path).unwrap();
    EDGES.into_iter().filter(|edge| input.check(&Value::Number(*edge)).is_ok()).collect()
}

#[test]
fn one_input_at_an_edge() {
    let start = starter("blank");
    for path in numbers(&start) {
        let mut plan = start.clone();
        for edge in edges(&plan, &path) {
            if apply(&mut plan, Edit::Set(path.clone(), Value::Number(edge))).is_ok() {
                assert!(is_finite(&evaluate(&plan)), "{path} = {edge:e}");
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn every_input_at_some_edge(picks in prop::collection::vec(any::<prop::sample::Index>(), 400), redundancy in 0..5_usize) {
        let mut plan = starter("ml-inference");
        let word = ["none", "n+1", "n+2", "az", "target"][redundancy];
        plan.set(&"workload.redundancy".into(), Value::Text(word.into())).unwrap();
        let start = plan.clone();
        for (path, pick) in numbers(&start).into_iter().zip(&picks) {
            let edges = edges(&plan, &path);
            if !edges.is_empty() {
                let _ = apply(&mut plan, Edit::Set(path, Value::Number(*pick.get(&edges))));
            }
        }
        prop_assert!(is_finite(&evaluate(&plan)));
    }
}
