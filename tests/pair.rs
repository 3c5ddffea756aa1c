//! Two alternatives side by side, the article's picks beside the plan's own leaders, and what deserves a second look.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use weighbridge::analyse::{Crossing, Crossover, Pair, agreement, pair, presets, traffic_sentence};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Plan, Value};
use weighbridge::session::{Command, Session};
use weighbridge::starter::Starter;

const GO: usize = 0;
const NODE: usize = 1;
const PYTHON: usize = 2;

fn starter(id: &str) -> Plan {
    Starter::find(id).unwrap().plan()
}

fn of(plan: &Plan, a: usize, b: usize) -> Pair {
    pair(plan, &evaluate(plan), a, b).unwrap()
}

fn set(plan: &mut Plan, path: &str, number: f64) {
    plan.set(&path.into(), Value::Number(number)).unwrap();
}

fn ids(pair: &Pair) -> Vec<&str> {
    pair.criteria.iter().map(|contrast| contrast.flip.id.as_str()).collect()
}

/// In the flat form only C1 (weight 3), C2 (weight 1) and C7 (weight 1) count. Go 8, 4, 5; Node.js 6, 9, 5. Of 100 C1
/// brings Go 10 · 3/5 · 2 = 12 more, and C2 Node.js 10 · 1/5 · 5 = 10 more: 66 to 64.
fn small() -> Plan {
    let mut plan = starter("blank");
    plan.set(&"settings.score_form".into(), Value::Text("flat".into())).unwrap();
    for criterion in plan.criteria.clone() {
        let weight = match criterion.id.as_str() {
            "C1" => 3.0,
            "C2" | "C7" => 1.0,
            _ => 0.0,
        };
        set(&mut plan, &format!("criteria.{}.weight", criterion.id), weight);
    }
    for (criterion, go, node) in [("C1", 8.0, 6.0), ("C2", 4.0, 9.0), ("C7", 5.0, 5.0)] {
        set(&mut plan, &format!("criteria.{criterion}.scores.go"), go);
        set(&mut plan, &format!("criteria.{criterion}.scores.node"), node);
    }
    plan
}

#[test]
fn one_line_says_who_leads_by_how_much_and_why() {
    let plan = small();
    let wanted = "Go 66.0 leads Node.js 64.0 by 2.0 points of 100. For Go: Throughput under sustained load 12.0. \
                  For Node.js: Latency predictability 10.0.";
    assert_eq!(of(&plan, GO, NODE).lead, wanted);
    assert_eq!(of(&plan, NODE, GO).lead, wanted, "the leader is named first from either side");
}

#[test]
fn equal_scores_are_said_to_be_equal() {
    let mut plan = small();
    // 12 − 10 · 1/5 · 6 = 0
    set(&mut plan, "criteria.C2.scores.go", 3.0);
    assert!(of(&plan, GO, NODE).lead.starts_with("Go and Node.js both score 64.0. For Go: "));
}

#[test]
fn only_the_three_strongest_reasons_of_each_side_are_named() {
    let plan = starter("high-concurrency-api");
    let pair = of(&plan, GO, NODE);
    let (_, reasons) = pair.lead.split_once(" For Go: ").unwrap();
    let (go, node) = reasons.split_once(" For Node.js: ").unwrap();
    assert_eq!((go.split(", ").count(), node.split(", ").count()), (3, 3), "{}", pair.lead);
    let sum: f64 = pair.criteria.iter().map(|contrast| contrast.points).sum();
    let evaluation = evaluate(&plan);
    let score = |place: usize| evaluation.alternatives[place].score.in_form(&plan).unwrap();
    assert!((sum - (score(GO) - score(NODE))).abs() < 1e-9, "the criteria add up to the lead");
}

#[test]
fn what_the_article_asks_first_stands_first() {
    let plan = starter("high-concurrency-api");
    let all = plan.criteria.len();
    for (a, b) in [(GO, PYTHON), (PYTHON, GO)] {
        let pair = of(&plan, a, b);
        assert_eq!(pair.asked_first, Some((61, 3)));
        assert_eq!(ids(&pair)[..3], ["C17", "C16", "C6"]);
        assert_eq!(pair.criteria.len(), all);
    }
    let pair = of(&plan, NODE, GO);
    assert_eq!((pair.asked_first, &ids(&pair)[..3]), (Some((77, 2)), &["C5", "C19", "C1"][..]));
    let pair = of(&plan, NODE, PYTHON);
    assert_eq!((pair.asked_first, ids(&pair)[0]), (None, "C1"));
}

#[test]
fn a_deleted_criterion_is_not_asked_about() {
    let mut plan = starter("high-concurrency-api");
    plan.criteria.retain(|criterion| criterion.id.as_str() != "C5");
    let pair = of(&plan, NODE, GO);
    assert_eq!((pair.asked_first, &ids(&pair)[..2]), (Some((77, 1)), &["C19", "C1"][..]));
}

#[test]
fn groups_show_their_weighted_means() {
    let plan = starter("high-concurrency-api");
    let pair = of(&plan, GO, NODE);
    // Ecosystem: weights 0, 2, 2, 1 of C6 to C9; Go 3, 7, 8, 9 and Node.js 4, 10, 3, 6
    let ecosystem = &pair.groups[1];
    let (go, node) = ecosystem.scores.unwrap();
    assert!((go - 39.0 / 5.0).abs() < 1e-9 && (node - 32.0 / 5.0).abs() < 1e-9, "{go} {node}");
    // One of four equal groups: 10 · (7.8 − 6.4) / 4
    assert!((ecosystem.points - 3.5).abs() < 1e-9);
    assert!(of(&small(), GO, NODE).groups.is_empty(), "the flat form has no groups");
}

#[test]
fn break_evens_are_named_and_so_is_their_absence() {
    let plan = starter("internal-tool");
    let none = "The cumulative costs of Go and Node.js never cross within 36 months; discounted, never.";
    assert_eq!(of(&plan, GO, NODE).break_evens, none);
    let plan = starter("high-concurrency-api");
    let evaluation = evaluate(&plan);
    let found =
        evaluation.break_evens.iter().find(|pair| (pair.a.as_str(), pair.b.as_str()) == ("go", "node")).unwrap();
    let [first, second] = found.nominal[..] else { panic!("{:?}", found.nominal) };
    let wanted =
        format!("The cumulative costs of Node.js and Go cross in month {first:.1} and {second:.1}; discounted,");
    assert!(of(&plan, NODE, GO).break_evens.starts_with(&wanted), "{}", of(&plan, NODE, GO).break_evens);
}

#[test]
fn traffic_turns_the_order_of_costs_or_does_not() {
    let plan = starter("high-concurrency-api");
    let crossing = |a: &str, b: &str, at: &[f64]| Crossing { a: a.into(), b: b.into(), at: at.to_vec() };
    let crossings = vec![crossing("go", "node", &[0.5, 5.912]), crossing("go", "python", &[])];
    let crossover = Crossover { multipliers: Vec::new(), npv: Vec::new(), crossings };
    let turns = "The order of their costs turns at traffic × 0.50, × 5.91.";
    assert_eq!(traffic_sentence(&crossover, &of(&plan, NODE, GO).ids), turns);
    let never = "No traffic from × 0.1 to × 100 turns the order of their costs.";
    assert_eq!(traffic_sentence(&crossover, &of(&plan, GO, PYTHON).ids), never);
}

#[test]
fn disagreement_with_the_article_is_said_by_name() {
    let mut plan = starter("blank");
    let said = |plan: &Plan| agreement(plan, &presets::use_cases(plan));
    let hybrid = "Latency-sensitive inference, Go front and Python models: the article picks a hybrid, which no \
                  alternative here is.";
    assert_eq!(said(&plan), ["In 8 of 8 use cases the article's pick leads here too.", hybrid]);
    // Without its lead in what the use case weighs most, Node.js no longer leads in Real-time WebSocket.
    set(&mut plan, "criteria.C5.scores.node", 0.0);
    let said = said(&plan);
    assert_eq!(said[0], "In 7 of 8 use cases the article's pick leads here too.");
    let real_time = said.iter().find(|sentence| sentence.starts_with("Real-time WebSocket: ")).unwrap();
    assert!(
        real_time.contains("the article picks Node.js (") && real_time.contains("), Go leads here ("),
        "{real_time}"
    );
}

#[test]
fn a_number_of_your_own_is_no_longer_warned_about_as_an_old_default() {
    let mut session = Session::new(starter("blank"));
    let old = |session: &Session| {
        let warnings = session.warnings();
        warnings.iter().any(|warning| warning.rule == "W17" && warning.path.as_str() == "team.attrition")
    };
    assert!(old(&session));
    session.handle(Command::Write(vec![("team.attrition".into(), "9 %".into())], "Attrition".into()));
    assert!(!old(&session));
    session.handle(Command::Undo);
    assert!(old(&session));
}
