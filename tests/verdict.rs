//! The answer in sentences: who leads and by how much, what is too close to call, what is missing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use weighbridge::analyse::{CLOSE_COST, Verdict, verdict};
use weighbridge::evaluate::evaluate;
use weighbridge::model::amount::{money, money_exact, number, percent};
use weighbridge::model::{Plan, Value};
use weighbridge::starter::Starter;

fn starter(id: &str) -> Plan {
    Starter::find(id).unwrap().plan()
}

fn of(plan: &Plan) -> Verdict {
    verdict(plan, &evaluate(plan))
}

/// Sets the scores of one alternative in every criterion.
fn score(plan: &mut Plan, alternative: &str, points: f64) {
    let ids: Vec<String> = plan.criteria.iter().map(|criterion| criterion.id.to_string()).collect();
    for id in ids {
        plan.set(&format!("criteria.{id}.scores.{alternative}").into(), Value::Number(points)).unwrap();
    }
}

#[test]
fn the_leader_is_named_with_the_distance_to_the_second() {
    let mut plan = starter("blank");
    for (alternative, points) in [("go", 5.0), ("node", 8.0), ("python", 6.5)] {
        score(&mut plan, alternative, points);
    }
    assert_eq!(of(&plan).score, "Node.js scores highest: 80.0 of 100, 15.0 ahead of Python.");
}

/// Only C1 and C2 count, alike: one error of ±1 in each has the variance 1/3, so the score has 100 · (2/3) / 4 and its
/// band reaches 1.2815515655446 · √16.667 = 5.2320 to either side. Bands touch at a distance of 10.4640.
#[test]
fn scores_are_too_close_while_their_noise_overlaps() {
    let mut plan = starter("blank");
    plan.set(&"settings.score_form".into(), Value::Text("flat".into())).unwrap();
    for criterion in plan.criteria.clone() {
        let weight = if ["C1", "C2"].contains(&criterion.id.as_str()) { 1.0 } else { 0.0 };
        plan.set(&format!("criteria.{}.weight", criterion.id).into(), Value::Number(weight)).unwrap();
    }
    for (alternative, points) in [("go", 6.0), ("node", 5.0), ("python", 2.0)] {
        score(&mut plan, alternative, points);
    }
    plan.set(&"criteria.C2.scores.node".into(), Value::Number(4.90)).unwrap();
    assert_eq!(of(&plan).score, "Go scores highest: 60.0 of 100, 10.5 ahead of Node.js.");
    plan.set(&"criteria.C2.scores.node".into(), Value::Number(4.92)).unwrap();
    assert_eq!(
        of(&plan).score,
        "Too close to call on score: Go 60.0 and Node.js 49.6 of 100 are within ±\u{a0}1 point of judgement per score."
    );
}

#[test]
fn more_criteria_make_a_small_lead_a_clear_one() {
    let mut plan = starter("blank");
    for (alternative, points) in [("go", 6.0), ("node", 5.0), ("python", 2.0)] {
        score(&mut plan, alternative, points);
    }
    assert_eq!(of(&plan).score, "Go scores highest: 60.0 of 100, 10.0 ahead of Node.js.");
}

#[test]
fn score_and_cost_each_name_their_own_winner() {
    let verdict = of(&starter("high-concurrency-api"));
    assert!(verdict.score.starts_with("Go scores highest"), "{}", verdict.score);
    assert!(verdict.cost.contains("Node.js is ") && verdict.cost.contains(" cheaper "), "{}", verdict.cost);
    assert_eq!(verdict.ruled_out, "");
}

#[test]
fn the_score_follows_the_form_of_the_plan() {
    let mut plan = starter("high-concurrency-api");
    let grouped = of(&plan).score;
    plan.set(&"settings.score_form".into(), Value::Text("flat".into())).unwrap();
    assert_ne!(of(&plan).score, grouped);
}

#[test]
fn the_cheaper_one_is_named_with_share_and_amounts() {
    let plan = starter("high-concurrency-api");
    let evaluation = evaluate(&plan);
    let total = |id: &str| evaluation.outcome(id).unwrap().money.unwrap().total;
    let (node, python) = (total("node"), total("python"));
    assert!((python - node) / python < CLOSE_COST, "the example is a close one");
    let wanted = format!(
        "Too close to call on cost: Node.js is {} cheaper than Python over 36 months ({} of {}).",
        percent((python - node) / python),
        money(python - node, "USD"),
        money(python, "USD")
    );
    assert_eq!(of(&plan).cost, wanted);
}

#[test]
fn a_clear_saving_is_said_without_a_reservation() {
    let mut plan = starter("high-concurrency-api");
    plan.set(&"alternatives.node.team.salary".into(), Value::Number(60_000.0)).unwrap();
    let cost = of(&plan).cost;
    assert!(cost.starts_with("Node.js is ") && cost.contains(" cheaper than "), "{cost}");
}

#[test]
fn all_weights_zero_ask_for_a_weight() {
    let mut plan = starter("blank");
    let ids: Vec<String> = plan.criteria.iter().map(|criterion| criterion.id.to_string()).collect();
    for id in ids {
        plan.set(&format!("criteria.{id}.weight").into(), Value::Number(0.0)).unwrap();
    }
    assert_eq!(of(&plan).score, "No score: set a weight.");
    assert!(of(&plan).cost.contains("cheaper"), "cost is an answer of its own");
}

#[test]
fn who_fails_a_must_have_does_not_lead() {
    let mut plan = starter("high-concurrency-api");
    assert!(of(&plan).score.starts_with("Go scores highest"));
    plan.set(&"criteria.C6.threshold".into(), Value::Number(4.0)).unwrap();
    assert!(of(&plan).score.starts_with("Node.js scores highest"), "Go has 3 for C6: {}", of(&plan).score);
    assert_eq!(of(&plan).ruled_out, "Go is ruled out because ML and data ecosystem 3 < 4.");
    plan.set(&"criteria.C6.threshold".into(), Value::Number(5.0)).unwrap();
    assert!(of(&plan).score.starts_with("Python alone is not ruled out"), "{}", of(&plan).score);
    plan.set(&"criteria.C10.threshold".into(), Value::Number(10.0)).unwrap();
    assert_eq!(of(&plan).score, "Every alternative is ruled out by a must-have.");
    let python = "Python is ruled out because Deployment simplicity 5 < 10.";
    assert!(of(&plan).ruled_out.ends_with(python), "{}", of(&plan).ruled_out);
}

#[test]
fn a_score_that_just_misses_is_not_shown_as_one_that_meets() {
    let mut plan = starter("blank");
    plan.set(&"criteria.C1.threshold".into(), Value::Number(9.0)).unwrap();
    plan.set(&"criteria.C1.scores.go".into(), Value::Number(8.999)).unwrap();
    let ruled_out = of(&plan).ruled_out;
    assert!(ruled_out.starts_with("Go is ruled out because Throughput under sustained load 8.99 < 9."), "{ruled_out}");
}

#[test]
fn an_unknown_cost_is_named_and_the_others_are_compared() {
    let mut plan = starter("blank");
    // 1 GB × 0.8 holds one Go process of 79 MB and two of FastAPI with 112 MB, not two with another 500 MB.
    plan.set(&"workload.ram_gb".into(), Value::Number(1.0)).unwrap();
    plan.set(&"alternatives.python.tiers.0.model_mb".into(), Value::Number(500.0)).unwrap();
    let cost = of(&plan).cost;
    assert!(
        cost.contains("cheaper than")
            && cost.ends_with("The cost of Python is unknown: an instance cannot hold one copy."),
        "{cost}"
    );
    assert!(!cost.contains("NaN"));
}

#[test]
fn infrastructure_is_set_beside_the_rest() {
    let plan = starter("high-concurrency-api");
    let evaluation = evaluate(&plan);
    let share = |id: &str| percent(evaluation.outcome(id).unwrap().infrastructure_share().unwrap());
    let wanted =
        format!("Infrastructure is {} to {} of the cost; most of the rest is people.", share("go"), share("python"));
    assert_eq!(of(&plan).infrastructure, wanted);
}

#[test]
fn amounts_are_rounded_to_three_figures_and_keep_their_unit() {
    for (amount, text) in [
        (0.0, "$0"),
        (980.4, "$980"),
        (9_999.4, "$9,999"),
        (9_999.5, "$10.0\u{a0}k"),
        (412_345.0, "$412\u{a0}k"),
        (999_499.0, "$999\u{a0}k"),
        (999_500.0, "$1.00\u{a0}M"),
        (6_331_204.0, "$6.33\u{a0}M"),
        (-78_400.0, "−$78.4\u{a0}k"),
        (2.5e9, "$2.50\u{a0}G"),
        (-0.3, "$0"),
    ] {
        assert_eq!(money(amount, "USD"), text, "{amount}");
    }
    assert_eq!(money_exact(6_331_204.168, "EUR"), "€6,331,204.17");
    assert_eq!(money(1234.0, "CHF"), "CHF\u{a0}1,234");
    assert_eq!(number(-1_234_567.891, 1), "−1,234,567.9");
    assert_eq!(percent(0.0615), "6.2\u{a0}%");
    assert_eq!(percent(0.58), "58\u{a0}%");
}
