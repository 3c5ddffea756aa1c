//! What holds for every warning on any plan.

use super::look::{all, of, whom};
use crate::support::random::plan;
use crate::support::{Bare, cases, starter};
use proptest::prelude::*;
use weighbridge::analyse::Warning;
use weighbridge::edit::{Edit, apply};
use weighbridge::model::{Id, Plan, Value};
use weighbridge::starter::STARTERS;

/// Rule, alternative and month as numbers.
fn place(plan: &Plan, warning: &Warning) -> (u32, usize, usize) {
    let rule = warning.rule.strip_prefix('W').unwrap().parse().unwrap();
    let position = |id: &Id| 1 + plan.alternatives.iter().position(|alternative| alternative.id == *id).unwrap();
    (rule, warning.alternative.as_ref().map_or(0, position), warning.month.unwrap_or(0))
}

fn check(plan: &Plan) {
    let found = all(plan, &|_| true);
    let months = plan.settings.horizon_months.central() as usize;
    for warning in &found {
        let message = &warning.message;
        assert!(plan.input(&warning.path).is_some() && plan.get(&warning.path).is_some(), "{}", warning.path);
        assert!(!warning.name.is_empty() && message.ends_with('.') && !message.contains("  "), "{message}");
        let mut words = message.split(|c: char| !c.is_alphanumeric());
        assert!(!words.any(|word| word == "NaN" || word == "inf"), "{message}");
        assert!(warning.month.is_none_or(|month| (1..=months).contains(&month)), "{warning:?}");
    }
    let places: Vec<_> = found.iter().map(|warning| place(plan, warning)).collect();
    assert!(places.is_sorted(), "{places:?}");
}

#[test]
fn every_starter_is_warned_about_in_order() {
    for starter in STARTERS {
        check(&starter.plan());
    }
}

#[test]
fn numbers_at_an_edge_give_no_nonsense() {
    let start = starter("ml-inference");
    for path in start.paths() {
        for number in [0.0, 1e-12, 0.9, 1.0, 12.0, 1e12] {
            let mut plan = start.clone();
            if apply(&mut plan, Edit::Set(path.clone(), Value::Number(number))).is_ok() {
                check(&plan);
            }
        }
    }
}

#[test]
fn what_is_ruled_out_is_warned_about_all_the_same() {
    let bare = Bare::new().set("workload.connections", 20_000.0);
    let out = bare.clone().set("criteria.C1.scores.node", 0.0).set("criteria.C1.threshold", 1.0);
    assert_eq!(whom(&out, "W5"), ["node", "python"]);
    assert_eq!(of(&out, "W5"), of(&bare, "W5"));
}

#[test]
fn messages_have_names_and_not_ids() {
    let mut plan = starter("blank");
    plan.set(&"alternatives.node.name".into(), Value::Text("Our back end".into())).unwrap();
    let of_node = |warning: &Warning| warning.alternative.as_ref().is_some_and(|id| id.as_str() == "node");
    let found: Vec<Warning> = all(&plan, &|_| true).into_iter().filter(of_node).collect();
    assert!(found.len() > 2 && found.iter().all(|warning| warning.message.contains("Our back end")), "{found:?}");
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_plan_can_be_warned_about(plan in plan()) {
        check(&plan);
    }
}
