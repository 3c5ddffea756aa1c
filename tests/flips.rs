//! E35c: at the flip weight both score the same, beyond it the other one leads, and none is given where there is none.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use support::random::plan;
use support::{Bare, assert_close, cases, starter};
use weighbridge::analyse::{Flip, Flips, flips, top_two};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Plan, ScoreForm};

fn flips_of(plan: &Plan) -> (Flips, usize, usize) {
    let evaluation = evaluate(plan);
    let (a, b) = top_two(plan, &evaluation).unwrap();
    (flips(plan, &evaluation, a, b), a, b)
}

/// Go and Node.js judged by these criteria: group, weight, and a score for each of them; Python scores nothing.
fn judged(form: &str, groups: &[f64], criteria: &[(usize, f64, f64, f64)]) -> Plan {
    let bare = Bare::new().with(|plan| {
        plan.groups.truncate(groups.len());
        for (group, weight) in plan.groups.iter_mut().zip(groups) {
            group.weight = (*weight).into();
        }
        plan.criteria.truncate(criteria.len());
        for (criterion, (group, weight, go, node)) in plan.criteria.iter_mut().zip(criteria) {
            criterion.group = plan.groups[*group].id.clone();
            criterion.weight = (*weight).into();
            for (id, score) in [("go", *go), ("node", *node), ("python", 0.0)] {
                criterion.scores.insert(id.into(), score.into());
            }
        }
    });
    bare.set("settings.score_form", form).plan()
}

fn at(flips: &[Flip]) -> Vec<Option<f64>> {
    flips.iter().map(|flip| flip.at).collect()
}

#[test]
fn flat_by_hand() {
    // D = 3·(9−5) + 2·(5−9) + 1·(6−5) = 5
    let plan =
        judged("flat", &[1.0], &[(0, 3.0, 9.0, 5.0), (0, 2.0, 5.0, 9.0), (0, 1.0, 6.0, 5.0), (0, 4.0, 7.0, 7.0)]);
    let (found, a, b) = flips_of(&plan);
    assert_eq!((a, b), (0, 1));
    // 3 − 5/4; 2 + 5/4; 1 − 5 is below nothing; no lead, no flip
    assert_eq!(at(&found.criteria), [Some(1.75), Some(3.25), None, None]);
    assert_eq!(found.criteria.iter().map(|flip| flip.ahead).collect::<Vec<_>>(), [4.0, -4.0, 1.0, 0.0]);
    assert_eq!((found.criteria[1].id.as_str(), found.criteria[1].weight), ("C2", 2.0));
    assert!(found.groups.is_empty(), "groups do not count");
}

#[test]
fn grouped_by_hand() {
    // First group (weight 2): (3·4 + 1·(−2))/4 = 2.5. Second (weight 1): −3. Lead 2·2.5 − 3 = 2.
    let plan = judged("grouped", &[2.0, 1.0], &[(0, 3.0, 9.0, 5.0), (0, 1.0, 4.0, 6.0), (1, 5.0, 4.0, 7.0)]);
    let (found, a, b) = flips_of(&plan);
    assert_eq!((a, b), (0, 1));
    // 2·(4w − 2)/(w + 1) = 3 at 8w − 4 = 3w + 3; 2·(12 − 2w)/(3 + w) = 3 at 24 − 4w = 9 + 3w; alone in its group
    let criteria = at(&found.criteria);
    assert_close(criteria[0].unwrap(), 7.0 / 5.0);
    assert_close(criteria[1].unwrap(), 15.0 / 7.0);
    assert_eq!(criteria[2], None);
    // 2.5·W = 3, and 5 = 3·W
    assert_close(found.groups[0].at.unwrap(), 1.2);
    assert_close(found.groups[1].at.unwrap(), 5.0 / 3.0);
    assert_eq!((found.groups[0].ahead, found.groups[1].ahead), (2.5, -3.0));
}

#[test]
fn there_is_none_where_no_weight_can() {
    // Ahead in everything.
    let plan = judged("flat", &[1.0], &[(0, 3.0, 9.0, 5.0), (0, 2.0, 9.0, 5.0)]);
    assert_eq!(at(&flips_of(&plan).0.criteria), [None, None]);
    let plan = judged("grouped", &[1.0, 1.0], &[(0, 3.0, 9.0, 5.0), (1, 2.0, 9.0, 5.0)]);
    assert_eq!((at(&flips_of(&plan).0.criteria), at(&flips_of(&plan).0.groups)), (vec![None; 2], vec![None; 2]));
    // The only weight there is: at 0 nothing is weighed any more, and nobody has a score.
    for form in ["flat", "grouped"] {
        let plan = judged(form, &[1.0, 1.0], &[(0, 3.0, 9.0, 5.0), (1, 0.0, 5.0, 9.0)]);
        let found = flips_of(&plan).0;
        assert_eq!(found.criteria[0].at, None, "{form}");
        assert!(found.groups.iter().all(|flip| flip.at.is_none()), "{form}");
    }
    // Flat, the other one's weight can be raised: 3·4 = 4·w.
    let plan = judged("flat", &[1.0, 1.0], &[(0, 3.0, 9.0, 5.0), (1, 0.0, 5.0, 9.0)]);
    assert_eq!(flips_of(&plan).0.criteria[1].at, Some(3.0));
    // A group that counts nothing has no say, whatever its criteria weigh.
    let plan = judged("grouped", &[1.0, 0.0], &[(0, 3.0, 9.0, 5.0), (1, 1.0, 5.0, 9.0), (1, 1.0, 1.0, 9.0)]);
    assert_eq!(at(&flips_of(&plan).0.criteria), [None; 3]);
    assert_close(flips_of(&plan).0.groups[1].at.unwrap(), 4.0 / 6.0);
}

#[test]
fn the_top_two_are_those_that_nothing_rules_out() {
    let mut plan = starter("blank");
    assert_eq!(top_two(&plan, &evaluate(&plan)), Some((0, 1)));
    plan.criteria[5].threshold = Some(4.0.into());
    // Go scores 3 for machine learning.
    assert_eq!(top_two(&plan, &evaluate(&plan)), Some((1, 2)));
    plan.criteria[5].threshold = Some(9.0.into());
    assert_eq!(top_two(&plan, &evaluate(&plan)), None, "Python alone is left");
    for criterion in &mut plan.criteria {
        (criterion.weight, criterion.threshold) = (0.0.into(), None);
    }
    assert_eq!(top_two(&plan, &evaluate(&plan)), None, "nobody has a score");
}

/// How far A is ahead of B in the plan's form; none without scores.
fn lead(plan: &Plan, a: usize, b: usize) -> Option<f64> {
    let evaluation = evaluate(plan);
    let score = |place: usize| evaluation.alternatives[place].score.in_form(plan);
    Some(score(a)? - score(b)?)
}

proptest! {
    #![proptest_config(cases(60))]

    /// At the weight both score the same; a little to either side they do not lead both.
    #[test]
    fn at_the_flip_weight_both_score_the_same_and_beyond_it_the_lead_changes_hands(
        plan in plan(), grouped in any::<bool>(), swap in any::<bool>(),
    ) {
        let mut plan = plan;
        plan.settings.score_form = if grouped { ScoreForm::Grouped } else { ScoreForm::Flat };
        plan.settings.horizon_months = 12.0.into();
        let evaluation = evaluate(&plan);
        prop_assume!(top_two(&plan, &evaluation).is_some());
        let (a, b) = if swap { (1, 2) } else { top_two(&plan, &evaluation).unwrap() };
        let found = flips(&plan, &evaluation, a, b);
        prop_assert_eq!(found.criteria.len(), plan.criteria.len());
        prop_assert_eq!(found.groups.len(), if grouped { plan.groups.len() } else { 0 });
        let all = found.criteria.iter().map(|flip| (flip, false)).chain(found.groups.iter().map(|flip| (flip, true)));
        for (place, (flip, of_group)) in all.enumerate() {
            let with = |weight: f64| {
                let mut plan = plan.clone();
                if of_group {
                    plan.groups[place - found.criteria.len()].weight = weight.into();
                } else {
                    plan.criteria[place].weight = weight.into();
                }
                lead(&plan, a, b)
            };
            match flip.at {
                // Beyond a million, rounding drowns the other weights.
                Some(at) if at < 1e6 => {
                    let equal = with(at);
                    prop_assert!(equal.is_some_and(|lead| lead.abs() < 1e-9 * at.max(1.0)), "{}: {:?}", flip.id, equal);
                    let step = (0.01 * at).max(1e-3);
                    let (above, below) = (with(at + step).unwrap(), with((at - step).max(0.0)).unwrap_or(0.0));
                    // At 0 there is no weight below, and both are level but for rounding.
                    prop_assert!(above * below <= 0.0 || below.abs() < 1e-9, "{}: {} and {}", flip.id, above, below);
                    prop_assert!(above != 0.0, "{}: beyond it somebody leads", flip.id);
                }
                Some(_) => {}
                // No weight: the sign is the same wherever one looks.
                None => {
                    let leads: Vec<f64> = [1e-6, 0.1, 1.0, 10.0, 1e3, 1e6].into_iter().filter_map(with).collect();
                    let sign = |lead: &&f64| lead.abs() > 1e-9;
                    let first = leads.iter().find(sign).copied().unwrap_or(0.0);
                    prop_assert!(leads.iter().filter(sign).all(|lead| lead * first > 0.0), "{}: {:?}", flip.id, leads);
                }
            }
        }
    }
}
