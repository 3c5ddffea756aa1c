//! Why two columns differ: parts of a difference against values worked out by hand or from all orders of the changes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, Put, assert_all_close, assert_close, close, starter};
use weighbridge::analyse::{Attributing, Attribution, Difference, Method, attribution};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Path, Plan, Scenario, Value};

fn number(value: f64) -> Value {
    Value::Number(value)
}

fn scenario(id: &str, overrides: &[(&str, Value)]) -> Scenario {
    let mut scenario = Scenario { id: id.into(), ..Scenario::default() };
    for (path, value) in overrides {
        scenario.overrides.insert((*path).into(), value.clone());
    }
    scenario
}

/// From the plan to these overrides.
fn attributed(plan: &Plan, overrides: &[(&str, Value)]) -> Attribution {
    attribution(plan, None, Some(&scenario("s", overrides))).unwrap()
}

/// Only the criteria C1, C2, … with these weights; scores are typed and add up flat.
fn weighed(weights: &[f64]) -> Bare {
    // A short horizon: thousands of plans are evaluated.
    let bare = Bare::new().set("settings.score_form", "flat").set("settings.horizon_months", 12.0).with(|plan| {
        plan.criteria.truncate(weights.len());
        for (criterion, weight) in plan.criteria.iter_mut().zip(weights) {
            criterion.weight = (*weight).into();
        }
    });
    (1..=weights.len()).fold(bare, |bare, index| bare.set(&format!("criteria.C{index}.scored"), "typed"))
}

fn go(attribution: &Attribution) -> (&Difference, &Difference) {
    let go = attribution.alternatives.iter().find(|alternative| alternative.id.as_str() == "go").unwrap();
    (&go.score, &go.npv)
}

fn parts(difference: &Difference) -> Vec<f64> {
    difference.parts.clone().unwrap().parts
}

/// The parts of one number of Go by path, the paths of one player joined by `+`.
fn by_path(attribution: &Attribution, difference: &Difference) -> Vec<(String, f64)> {
    let label = |paths: Vec<&str>| paths.join("+");
    let labels = attribution.players.iter().map(|player| label(player.paths().map(Path::as_str).collect()));
    labels.zip(parts(difference)).collect()
}

#[track_caller]
fn part(attribution: &Attribution, difference: &Difference, path: &str) -> f64 {
    let parts = by_path(attribution, difference);
    parts.iter().find(|(label, _)| label == path).unwrap_or_else(|| panic!("{path} is not in {parts:?}")).1
}

#[track_caller]
fn assert_adds_up(attribution: &Attribution) {
    for alternative in &attribution.alternatives {
        for difference in [&alternative.score, &alternative.npv] {
            let (Ok(parts), Some(from), Some(to)) = (&difference.parts, difference.from, difference.to) else {
                continue;
            };
            let off = (parts.parts.iter().sum::<f64>() - difference.whole().unwrap()).abs();
            assert!(off <= 1e-9 * from.abs().max(to.abs()).max(1.0), "{} is off by {off}", alternative.id);
        }
    }
}

#[test]
fn changes_that_do_not_meddle_with_each_other_each_have_their_own_effect() {
    // The score is 2·C1 + 3·C2 + 5·C3.
    let scores = [("criteria.C1.scores.go", 4.0), ("criteria.C2.scores.go", 5.0), ("criteria.C3.scores.go", 1.0)];
    let plan = scores.iter().fold(weighed(&[2.0, 3.0, 5.0]), |bare, (path, score)| bare.set(path, *score)).plan();
    let found =
        attributed(&plan, &[(scores[0].0, number(7.0)), (scores[1].0, number(3.0)), (scores[2].0, number(2.0))]);
    let (score, npv) = go(&found);
    assert_eq!((score.from.map(f64::round), score.to.map(f64::round)), (Some(28.0), Some(33.0)));
    assert_all_close(&parts(score), &[6.0, -6.0, 5.0]);
    assert_eq!(parts(npv), [0.0; 3], "a score costs nothing");
    assert_eq!(found.method, Method::Exact { coalitions: 8 });
    assert_eq!(score.parts.as_ref().unwrap().errors, None);
    let node = &found.alternatives[1];
    assert_eq!((node.id.as_str(), parts(&node.score)), ("node", vec![0.0; 3]), "Node.js has kept its scores");
    assert_eq!(found.players[1].changes[0].from, number(5.0));
    assert_eq!(found.players[1].changes[0].to, number(3.0));
}

#[test]
fn two_changes_that_work_together_share_what_they_do() {
    let plan = weighed(&[1.0, 1.0]).set("criteria.C1.scores.go", 2.0).set("criteria.C2.scores.go", 4.0).plan();
    let found = attributed(&plan, &[("criteria.C1.weight", number(3.0)), ("criteria.C1.scores.go", number(8.0))]);
    // Nothing: 10·(2 + 4)/2 = 30. The weight alone: 10·(6 + 4)/4 = 25. The score alone: 10·(8 + 4)/2 = 60.
    // Both: 10·(24 + 4)/4 = 70. The weight brings −5 first and +10 last, the score 30 first and 45 last.
    let (score, _) = go(&found);
    assert_close(part(&found, score, "criteria.C1.weight"), 2.5);
    assert_close(part(&found, score, "criteria.C1.scores.go"), 37.5);
    assert_adds_up(&found);
}

const TRAFFIC: [(&str, f64); 3] =
    [("workload.peak_rps", 400.0), ("workload.price_vcpu_hour", 0.3), ("workload.app_cpu_ms", 35.0)];

fn busy() -> Plan {
    let bare = Bare::new().set("workload.peak_rps", 100.0).set("workload.app_cpu_ms", 10.0);
    bare.set("workload.price_vcpu_hour", 0.1).set("workload.growth", 0.03).plan()
}

/// Present value of Go's cost with some inputs changed.
fn npv_with(plan: &Plan, changes: &[(&str, f64)]) -> f64 {
    let mut plan = plan.clone();
    for (path, value) in changes {
        plan.set(&(*path).into(), number(*value)).unwrap();
    }
    evaluate(&plan).outcome("go").unwrap().money.unwrap().npv
}

#[test]
fn three_changes_have_the_mean_of_all_six_orders() {
    let plan = busy();
    let mut expected = [0.0; 3];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        for step in 0..3 {
            let made = |steps: usize| npv_with(&plan, &order[..steps].iter().map(|i| TRAFFIC[*i]).collect::<Vec<_>>());
            expected[order[step]] += (made(step + 1) - made(step)) / 6.0;
        }
    }
    let found = attributed(&plan, &TRAFFIC.map(|(path, value)| (path, number(value))));
    let (_, npv) = go(&found);
    for ((path, _), expected) in TRAFFIC.iter().zip(expected) {
        assert!(expected > 1000.0, "{path} costs something: {expected}");
        assert_close(part(&found, npv, path), expected);
    }
    assert_adds_up(&found);
}

#[test]
fn equal_changes_have_equal_parts_and_idle_ones_none() {
    let bare = weighed(&[2.0, 2.0, 1.0]).set("criteria.C1.scores.go", 3.0).set("criteria.C2.scores.go", 3.0);
    let plan = bare.set("criteria.C3.scores.go", 9.0).plan();
    let overrides = [
        ("criteria.C1.scores.go", number(6.0)),
        ("criteria.C2.scores.go", number(6.0)),
        ("criteria.C3.weight", number(4.0)),
        ("settings.trials", number(7.0)),
    ];
    let found = attributed(&plan, &overrides);
    let (score, npv) = go(&found);
    let [first, second] = ["criteria.C1.scores.go", "criteria.C2.scores.go"].map(|path| part(&found, score, path));
    assert!(first > 1.0);
    assert_close(first, second);
    assert_eq!((part(&found, score, "settings.trials"), part(&found, npv, "settings.trials")), (0.0, 0.0));
}

#[test]
fn the_way_back_has_the_opposite_parts() {
    let plan = busy();
    let there = scenario("s", &TRAFFIC.map(|(path, value)| (path, number(value))));
    let forth = attribution(&plan, None, Some(&there)).unwrap();
    let back = attribution(&plan, Some(&there), None).unwrap();
    for (forth, back) in forth.alternatives.iter().zip(&back.alternatives) {
        assert_eq!((forth.npv.from, forth.npv.to), (back.npv.to, back.npv.from));
        let negated: Vec<f64> = parts(&back.npv).iter().map(|part| -part).collect();
        assert_all_close(&parts(&forth.npv), &negated);
    }
    assert_eq!(forth.players[0].changes[0].from, back.players[0].changes[0].to);
}

#[test]
fn two_scenarios_differ_where_their_contents_do() {
    let plan = busy();
    let same = ("workload.peak_rps", number(400.0));
    // An override that says what the plan says anyway changes nothing.
    let as_in_plan = ("workload.app_cpu_ms", number(10.0));
    let a = scenario("a", &[same.clone(), ("workload.price_vcpu_hour", number(0.3)), as_in_plan]);
    let b = scenario("b", &[same, ("workload.shared_infra", number(50.0))]);
    let found = attribution(&plan, Some(&a), Some(&b)).unwrap();
    let (_, npv) = go(&found);
    let labels: Vec<String> = by_path(&found, npv).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["workload.price_vcpu_hour", "workload.shared_infra"]);
    assert_close(part(&found, npv, "workload.shared_infra"), 36.0 * 50.0);
    let shared = |price: f64| npv_with(&plan, &[("workload.peak_rps", 400.0), ("workload.price_vcpu_hour", price)]);
    assert_close(part(&found, npv, "workload.price_vcpu_hour"), shared(0.1) - shared(0.3));
    assert_eq!(attribution(&plan, Some(&a), Some(&a)).unwrap().players, []);
    assert_eq!(attribution(&plan, None, None).unwrap().method, Method::Exact { coalitions: 1 });
}

#[test]
fn shares_of_the_mix_only_come_together() {
    let plan = busy();
    let overrides = [
        ("workload.mix.crud", number(0.4)),
        ("workload.mix.pure", number(0.6)),
        ("workload.peak_rps", number(400.0)),
        ("workload.growth", number(0.02)),
    ];
    let found = attributed(&plan, &overrides);
    let (_, npv) = go(&found);
    let labels: Vec<String> = by_path(&found, npv).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["workload.peak_rps", "workload.growth", "workload.mix.crud+workload.mix.pure"]);
    assert_eq!(found.method, Method::Exact { coalitions: 8 });
    assert_adds_up(&found);
}

#[test]
fn the_ends_of_a_value_function_come_together_and_its_weight_alone() {
    let bare = weighed(&[1.0, 1.0]).set_all("criteria.C1", &[("worst", 0.0), ("middle", 5.0), ("best", 10.0)]);
    let bare = bare.set("criteria.C1.scored", "measured").set("criteria.C1.raw.go", 22.0);
    let overrides = [
        ("criteria.C1.worst", number(20.0)),
        ("criteria.C1.middle", number(25.0)),
        ("criteria.C1.best", number(30.0)),
        ("criteria.C1.weight", number(3.0)),
        ("criteria.C2.scores.go", number(1.0)),
    ];
    let found = attributed(&bare.plan(), &overrides);
    let mut labels: Vec<String> = by_path(&found, go(&found).0).into_iter().map(|(label, _)| label).collect();
    labels.sort();
    let ends = "criteria.C1.worst+criteria.C1.middle+criteria.C1.best";
    assert_eq!(labels, ["criteria.C1.weight", ends, "criteria.C2.scores.go"]);
    assert_adds_up(&found);
}

#[test]
fn a_formula_comes_together_with_what_it_needs() {
    let plan = busy();
    let formula = |text: &str| Value::Text(text.into());
    // 10 ÷ 0 while the instances are not set; two inputs that would follow from each other while only one is typed.
    let overrides = [
        ("team.hires", formula("=10 / workload.min_instances")),
        ("workload.min_instances", number(5.0)),
        ("workload.peak_rps", number(400.0)),
    ];
    let found = attributed(&plan, &overrides);
    let labels: Vec<String> = by_path(&found, go(&found).1).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["workload.peak_rps", "workload.min_instances+team.hires"]);
    assert_adds_up(&found);
    let one = scenario("a", &[("team.hires", formula("=team.existing + 1"))]);
    let other = scenario("b", &[("team.existing", formula("=team.hires + 1")), ("team.mvp_scope", number(3.0))]);
    let found = attribution(&plan, Some(&one), Some(&other)).unwrap();
    let labels: Vec<String> = by_path(&found, go(&found).1).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["team.existing+team.hires", "team.mvp_scope"]);
    assert_eq!(found.players[0].changes[1].from, Value::Formula("=team.existing + 1".into()));
}

#[test]
fn what_is_not_known_on_the_way_has_no_parts_and_says_why() {
    // One copy takes 2,000 MB: with the larger instance it fits, without it does not.
    let overrides = [("workload.app_mb", number(2000.0)), ("workload.ram_gb", number(4.0))];
    let found = attributed(&busy(), &overrides);
    let (score, npv) = go(&found);
    assert!(npv.from.is_some() && npv.to.is_some());
    let reason = "an instance has too little memory for one copy while only workload.app_mb changes";
    assert_eq!(npv.parts, Err(reason.into()));
    assert_eq!(parts(score), [0.0, 0.0], "the score stands all the same");
    let found = attributed(&busy(), &overrides[..1]);
    assert_eq!((go(&found).1.to, go(&found).1.whole()), (None, None));
    let reason = "an instance has too little memory for one copy after the changes";
    assert_eq!(go(&found).1.parts, Err(reason.into()));

    let plan = weighed(&[1.0, 0.0]).plan();
    let found = attributed(&plan, &[("criteria.C1.weight", number(0.0)), ("criteria.C2.weight", number(2.0))]);
    let reason = "no criterion counts while only criteria.C1.weight changes";
    assert_eq!(go(&found).0.parts, Err(reason.into()));
    assert_eq!(parts(go(&found).1), [0.0, 0.0]);
}

#[test]
fn a_column_that_is_no_plan_is_refused() {
    let plan = busy();
    let half = scenario("s", &[("workload.mix.crud", number(0.1))]);
    let problem = attribution(&plan, None, Some(&half)).unwrap_err();
    assert_eq!(problem.path, Some("workload.mix".into()));
    let faulty = scenario("s", &[("team.hires", "=1 / 0".value())]);
    assert_eq!(attribution(&plan, Some(&faulty), None).unwrap_err().path, Some("team.hires".into()));
}

/// Weights and Go's scores of six criteria, before and after.
const WEIGHTS: [(f64, f64); 6] = [(1.0, 4.0), (2.0, 0.5), (3.0, 3.5), (1.0, 9.0), (5.0, 2.0), (2.0, 2.5)];
const SCORES: [(f64, f64); 6] = [(2.0, 9.0), (8.0, 3.0), (5.0, 6.0), (1.0, 7.0), (9.0, 4.0), (3.0, 3.5)];

/// Go's score when these of the twelve have changed, weights first.
fn score_of(coalition: usize) -> f64 {
    let now = |pair: (f64, f64), bit: usize| if coalition >> bit & 1 == 1 { pair.1 } else { pair.0 };
    let weights: Vec<f64> = (0..6).map(|index| now(WEIGHTS[index], index)).collect();
    let scores = (0..6).map(|index| now(SCORES[index], 6 + index));
    10.0 * weights.iter().zip(scores).map(|(weight, score)| weight * score).sum::<f64>() / weights.iter().sum::<f64>()
}

fn twelve() -> (Plan, Vec<(String, Value)>) {
    let bare = weighed(&WEIGHTS.map(|weight| weight.0));
    let plan = (0..6).fold(bare, |bare, i| bare.set(&format!("criteria.C{}.scores.go", i + 1), SCORES[i].0)).plan();
    let weights = (0..6).map(|index| (format!("criteria.C{}.weight", index + 1), number(WEIGHTS[index].1)));
    let scores = (0..6).map(|index| (format!("criteria.C{}.scores.go", index + 1), number(SCORES[index].1)));
    (plan, weights.chain(scores).collect())
}

#[test]
fn many_changes_are_sampled_and_the_truth_lies_within_the_stated_errors() {
    let (plan, overrides) = twelve();
    let overrides: Vec<(&str, Value)> = overrides.iter().map(|(path, value)| (path.as_str(), value.clone())).collect();
    let found = attributed(&plan, &overrides);
    let Method::Sampled { permutations } = found.method else { panic!("{:?}", found.method) };
    assert!(permutations >= 100 && permutations * 11 <= 4400, "{permutations}");
    assert_adds_up(&found);
    let (score, npv) = go(&found);
    let errors = score.parts.as_ref().unwrap().errors.clone().unwrap();
    let mut off = 0.0;
    for (index, (path, _)) in overrides.iter().enumerate() {
        let mut truth = 0.0;
        for coalition in (0..1_usize << 12).filter(|coalition| coalition >> index & 1 == 0) {
            // s! (11 − s)! / 12! = 1 / (12 · (11 over s))
            let size = coalition.count_ones();
            let choices = (0..size).fold(1.0, |choices, k| choices * f64::from(11 - k) / f64::from(k + 1));
            truth += (score_of(coalition | 1 << index) - score_of(coalition)) / (12.0 * choices);
        }
        let place = found.players.iter().position(|player| player.paths().next().unwrap().as_str() == *path).unwrap();
        let distance = (parts(score)[place] - truth).abs() / errors[place];
        assert!(errors[place] > 0.0 && errors[place] < 0.5, "{path}: {}", errors[place]);
        assert!(distance < 4.0, "{path}: {truth}, found {}, {distance} errors away", parts(score)[place]);
        off += distance * distance / 12.0;
    }
    assert!((0.2..3.0).contains(&off), "errors are neither far too small nor too large: {off}");
    assert_eq!(npv.parts.as_ref().unwrap().errors, Some(vec![0.0; 12]));
    assert!((found.method.interval() - 1.97).abs() < 0.01, "{}", found.method.interval());
}

#[test]
fn sampled_parts_are_exact_where_changes_do_not_meddle() {
    // Twelve scores of twelve criteria, each of weight 1: 10·change/12 each.
    let plan = weighed(&[1.0; 12]).plan();
    let before = |index: usize| plan.criteria[index].scores.get("go").unwrap().central();
    let paths: Vec<String> = (1..=12).map(|index| format!("criteria.C{index}.scores.go")).collect();
    let overrides: Vec<(&str, Value)> = paths.iter().map(|path| (path.as_str(), number(0.5))).collect();
    let found = attributed(&plan, &overrides);
    for (index, player) in found.players.iter().enumerate() {
        let place = paths.iter().position(|path| *path == player.changes[0].path.as_str()).unwrap();
        assert_close(parts(go(&found).0)[index], 10.0 * (0.5 - before(place)) / 12.0);
    }
}

#[test]
fn in_slices_it_comes_to_the_same() {
    let (plan, overrides) = twelve();
    let all: Vec<(&str, Value)> = overrides.iter().map(|(path, value)| (path.as_str(), value.clone())).collect();
    for overrides in [&all[..4], &all[..]] {
        let there = scenario("s", overrides);
        let mut work = Attributing::new(&plan, None, Some(&there)).unwrap();
        assert_eq!((work.progress().0, work.result()), (0, None));
        let mut last = 0;
        while !work.advance(7) {
            let (done, of) = work.progress();
            assert!(done == last + 7 && done < of, "{done} of {of}");
            last = done;
        }
        assert_eq!(work.progress().0, work.progress().1);
        assert!(work.advance(7), "it stays done");
        assert_eq!(work.result().unwrap(), attribution(&plan, None, Some(&there)).unwrap());
    }
}

#[test]
fn whatever_changes_in_a_starter_the_parts_add_up() {
    let plan = starter("ml-inference");
    let overrides = [
        ("settings.score_form", "flat".value()),
        ("settings.horizon_months", number(12.0)),
        ("criteria.C1.weight", number(9.0)),
        ("criteria.C16.scored", "computed".value()),
        ("workload.peak_rps", number(3000.0)),
        ("workload.mix.crud", number(0.5)),
        ("workload.mix.pure", number(0.3)),
        ("workload.mix.native", number(0.2)),
        ("workload.redundancy", "none".value()),
        ("team.hires", number(4.0)),
        ("team.attrition", number(0.3)),
        ("alternatives.go.team.salary", number(99_000.0)),
        ("alternatives.python.rewrite.p", number(0.0)),
    ];
    for count in [5, overrides.len()] {
        let there = scenario("s", &overrides[overrides.len() - count..]);
        let found = attribution(&plan, None, Some(&there)).unwrap();
        assert_adds_up(&found);
        let mix = found.players.iter().find(|player| player.changes.len() > 1);
        assert!(count == 5 || mix.unwrap().paths().all(|path| path.as_str().starts_with("workload.mix.")));
        for alternative in &found.alternatives {
            assert!(alternative.npv.parts.is_ok() && alternative.score.parts.is_ok(), "{alternative:?}");
        }
        // The salary of Go is nothing to the score of anybody, and to the cost of nobody else whose rewrite is not in Go.
        let go_pays = found.alternatives.iter().find(|alternative| alternative.id.as_str() == "go").unwrap();
        assert!(part(&found, &go_pays.npv, "alternatives.go.team.salary") < -1000.0);
        assert!(close(part(&found, &go_pays.score, "alternatives.go.team.salary"), 0.0));
    }
}
