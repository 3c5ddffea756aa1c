//! E35 and E35b, the score: worked out by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, assert_close};
use weighbridge::evaluate::Score;
use weighbridge::evaluate::score::{Group, flat, grouped};
use weighbridge::model::{Criterion, Id, Plan};

fn group(weight: f64, weights: &[f64], scores: &[f64]) -> Group {
    Group { weight, criteria: weights.iter().copied().zip(scores.iter().copied()).collect() }
}

fn sum(points: Option<Vec<f64>>) -> Option<f64> {
    points.map(|points| points.iter().sum())
}

#[test]
fn e35_flat_is_the_weighted_mean_times_ten() {
    // 10 (3·9 + 2·5 + 1·3) / (3 + 2 + 1) = 400 / 6
    assert_close(sum(flat(&[group(1.0, &[3.0, 2.0, 1.0], &[9.0, 5.0, 3.0])])).unwrap(), 400.0 / 6.0);
    // 10 (0.5·7.5 + 0·10 + 2.5·4) / 3 = 137.5 / 3; groups and their weights do not matter
    let groups = [group(7.0, &[0.5], &[7.5]), group(0.0, &[0.0, 2.5], &[10.0, 4.0])];
    assert_close(sum(flat(&groups)).unwrap(), 137.5 / 3.0);
    assert_eq!(sum(flat(&[group(1.0, &[0.0, 0.0], &[7.0, 3.0])])), None, "all weights 0 give no score");
}

#[test]
fn e35b_grouped_adds_up_within_groups_first() {
    // g1 = (4·9 + 2·6) / 6 = 8, g2 = 5; 10 (1·8 + 3·5) / 4 = 57.5
    let groups = [group(1.0, &[4.0, 2.0], &[9.0, 6.0]), group(3.0, &[1.0], &[5.0])];
    assert_close(sum(grouped(&groups)).unwrap(), 57.5);
    // Of which g1 brings 10·8/4 = 20 and g2 10·15/4 = 37.5.
    assert_eq!(grouped(&groups), Some(vec![20.0, 37.5]));
}

#[test]
fn e35b_a_group_whose_weights_are_all_zero_drops_out() {
    // g1 = (3·8 + 1·4) / 4 = 7, g3 = 3; 10 (2·7 + 1·3) / (2 + 1) = 170 / 3
    let groups =
        [group(2.0, &[3.0, 1.0], &[8.0, 4.0]), group(5.0, &[0.0, 0.0], &[10.0, 10.0]), group(1.0, &[2.0], &[3.0])];
    assert_close(sum(grouped(&groups)).unwrap(), 170.0 / 3.0);
    // A group of weight 0 counts nothing: (2 + 5) / 2 · 10 = 35
    assert_close(sum(grouped(&[group(0.0, &[1.0], &[10.0]), group(1.0, &[1.0, 1.0], &[2.0, 5.0])])).unwrap(), 35.0);
    assert_eq!(sum(grouped(&[group(0.0, &[1.0], &[10.0])])), None, "no group is left");
}

/// Three alternatives judged by one criterion of weight 2 and one of weight 1, in groups of weight 1 and 3.
fn plan(first: [f64; 3], second: [f64; 3]) -> Bare {
    Bare::new().with(|plan: &mut Plan| {
        plan.groups.truncate(2);
        plan.groups[1].weight = 3.0.into();
        let ids: Vec<Id> = plan.alternatives.iter().map(|alternative| alternative.id.clone()).collect();
        let criterion = |id: &str, group: usize, weight: f64, scores: [f64; 3]| {
            let group = plan.groups[group].id.clone();
            let mut criterion = Criterion { id: id.into(), group, weight: weight.into(), ..Criterion::default() };
            for (id, score) in ids.iter().zip(scores) {
                criterion.scores.insert(id.clone(), score.into());
            }
            criterion
        };
        plan.criteria = vec![criterion("K1", 0, 2.0, first), criterion("K2", 1, 1.0, second)];
    })
}

fn scores(plan: Bare) -> Vec<Score> {
    plan.run().0.alternatives.into_iter().map(|outcome| outcome.score).collect()
}

#[test]
fn both_forms_come_from_the_plan_and_the_chosen_one_ranks() {
    // Flat (2a + b)/3·10: 70, 50, 30. Grouped (a + 3b)/4·10: 45, 55, 45.
    let (first, second) = ([9.0, 4.0, 0.0], [3.0, 6.0, 6.0]);
    let grouped = scores(plan(first, second));
    assert_eq!(grouped.iter().map(|s| s.grouped.unwrap()).collect::<Vec<_>>(), [45.0, 55.0, 45.0]);
    assert_close(grouped[0].flat.unwrap(), 70.0);
    assert_close(grouped[1].flat.unwrap(), 140.0 / 3.0);
    assert_eq!(grouped.iter().map(|s| s.rank).collect::<Vec<_>>(), [2, 1, 2], "equal scores share a rank");
    assert_eq!(grouped[0].by_group, [22.5, 22.5]);
    let flat = scores(plan(first, second).set("settings.score_form", "flat"));
    assert_eq!(flat.iter().map(|s| s.rank).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(flat[0].by_group, [60.0, 10.0]);
}

#[test]
fn a_must_have_rules_out_but_still_ranks() {
    let found = scores(plan([9.0, 5.0, 4.9], [6.0, 6.0, 6.0]).set("criteria.K1.threshold", 5.0));
    let ruled_out: Vec<usize> = found.iter().map(|score| score.ruled_out.len()).collect();
    assert_eq!(ruled_out, [0, 0, 1], "at the threshold is not below it");
    assert_eq!((found[2].ruled_out[0].as_str(), found[2].rank), ("K1", 3));
    let found = scores(plan([9.0, 5.0, 4.0], [6.0; 3]).set("criteria.K1.threshold", 0.0));
    assert!(found.iter().all(|score| score.ruled_out.is_empty()), "nothing is below 0");
}

#[test]
fn without_any_weight_there_is_no_score_and_no_winner() {
    let found = scores(plan([9.0; 3], [1.0; 3]).set("criteria.K1.weight", 0.0).set("criteria.K2.weight", 0.0));
    for score in found {
        assert_eq!((score.flat, score.grouped, score.rank), (None, None, 1));
    }
}
