//! Laws of direction: more traffic never costs less, and more weight never hurts whom it should help.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use support::random::plan;
use support::{Bare, cases};
use weighbridge::evaluate::{Outcome, evaluate};
use weighbridge::model::{Plan, Probability, Quantity, ScoreForm};

/// A number that is not smaller but for rounding.
fn not_less(more: f64, less: f64) -> bool {
    more >= less - 1e-9 * less.abs().max(1.0)
}

fn times(quantity: Quantity, factor: f64) -> Quantity {
    Quantity::Number(quantity.central() * factor)
}

proptest! {
    #![proptest_config(cases(60))]

    /// Every month of every alternative, and so total and net present value, with a rewrite or without, whatever it is
    /// rewritten to. The one precondition: probabilities are typed. A suggested one (E28) rises with traffic, and the
    /// rewrite it makes likelier may save more than it costs; the next test has such a plan.
    #[test]
    fn more_traffic_never_costs_less(plan in plan(), factor in 1.0..50.0_f64, of_connections in any::<bool>()) {
        let mut plan = plan;
        for own in &mut plan.alternatives {
            own.rewrite.probability = Probability::Typed;
        }
        let mut busier = plan.clone();
        let input = if of_connections { &mut busier.workload.connections } else { &mut busier.workload.peak_rps };
        *input = times(*input, factor);
        for (before, after) in evaluate(&plan).alternatives.iter().zip(&evaluate(&busier).alternatives) {
            prop_assert_eq!(before.money.is_some(), after.money.is_some());
            for (before, after) in before.months.iter().zip(&after.months) {
                let both = before.total.zip(after.total);
                prop_assert!(both.is_none_or(|(before, after)| not_less(after, before)), "month {}", before.number);
            }
            if let Some((before, after)) = before.money.zip(after.money) {
                prop_assert!(not_less(after.total, before.total) && not_less(after.npv, before.npv));
                prop_assert!(not_less(after.infrastructure, before.infrastructure));
            }
        }
    }

    /// In the flat form, for the alternative that scores highest in the criterion. Not in the grouped form: see below.
    #[test]
    fn more_weight_never_lowers_the_rank_of_whom_it_favours(
        plan in plan(), choice in any::<Index>(), more in 0.1..100.0_f64,
    ) {
        let mut plan = plan;
        plan.settings.score_form = ScoreForm::Flat;
        let before = evaluate(&plan).alternatives;
        prop_assume!(before[0].score.flat.is_some());
        let index = choice.index(plan.criteria.len());
        plan.criteria[index].weight = (plan.criteria[index].weight.central() + more).into();
        let after = evaluate(&plan).alternatives;
        let best = before.iter().map(|own| own.score.given[index].score).fold(0.0, f64::max);
        for place in (0..before.len()).filter(|place| before[*place].score.given[index].score == best) {
            prop_assert!(nobody_new_is_ahead(&before, &after, place, |own| own.score.flat.unwrap()));
        }
    }

    /// In the grouped form, weight of a group for the alternative that does best in it.
    #[test]
    fn more_weight_of_a_group_never_lowers_the_rank_of_whom_it_favours(
        plan in plan(), choice in any::<Index>(), more in 0.1..100.0_f64,
    ) {
        let mut plan = plan;
        plan.settings.score_form = ScoreForm::Grouped;
        let index = choice.index(plan.groups.len());
        if plan.groups[index].weight.central() == 0.0 {
            plan.groups[index].weight = 0.1.into();
        }
        let before = evaluate(&plan).alternatives;
        prop_assume!(before[0].score.grouped.is_some());
        plan.groups[index].weight = (plan.groups[index].weight.central() + more).into();
        let after = evaluate(&plan).alternatives;
        let best = before.iter().map(|own| own.score.by_group[index]).fold(0.0, f64::max);
        for place in (0..before.len()).filter(|place| before[*place].score.by_group[index] == best) {
            prop_assert!(nobody_new_is_ahead(&before, &after, place, |own| own.score.grouped.unwrap()));
        }
    }

    /// Group weights times a number: the same ranking, but for ties. (Weights of criteria: see `laws`.)
    #[test]
    fn weights_of_groups_are_relative(plan in plan(), factor in 0.01..100.0_f64) {
        let mut scaled = plan.clone();
        for group in &mut scaled.groups {
            group.weight = times(group.weight, factor);
        }
        let (before, after) = (evaluate(&plan).alternatives, evaluate(&scaled).alternatives);
        let score = |own: &Outcome| own.score.in_form(&plan).unwrap_or(0.0);
        for place in 0..before.len() {
            prop_assert!(nobody_new_is_ahead(&before, &after, place, score));
            prop_assert!(nobody_new_is_ahead(&after, &before, place, score));
        }
    }
}

/// Whether all who are clearly ahead of the alternative at `place` now were so, or level with it, before.
fn nobody_new_is_ahead(before: &[Outcome], after: &[Outcome], place: usize, score: impl Fn(&Outcome) -> f64) -> bool {
    (0..before.len()).all(|other| {
        let behind = score(&before[other]) < score(&before[place]) + 1e-9;
        !(behind && score(&after[other]) > score(&after[place]) + 1e-9)
    })
}

#[test]
fn a_suggested_rewrite_can_make_more_traffic_cheaper() {
    // Node needs 10 ms of overhead, Go none; an instance costs 100. The rewrite is free and starts at once.
    let plan = |connections: f64| -> Plan {
        let bare = Bare::new().set("workload.peak_rps", 1000.0).set("workload.obs_per_instance", 100.0);
        let bare = bare.set("profiles.node-fastify.overhead_ms", 10.0).set("workload.connections", connections);
        let bare = bare.set_all("alternatives.node.rewrite", &[("start", 1.0), ("months", 1.0)]);
        bare.set("alternatives.node.rewrite.probability", "suggested").plan()
    };
    // 10 cores at 50 %: 10 instances of 2. From month 2 on 0.95·1000 + 0.05·100 = 955, or 0.85·1000 + 0.15·100 = 865.
    let month =
        |connections: f64| -> f64 { evaluate(&plan(connections)).outcome("node").unwrap().months[1].total.unwrap() };
    support::assert_close(month(10_000.0), 955.0);
    support::assert_close(month(10_001.0), 865.0);
}

#[test]
fn grouped_a_narrow_lead_can_dilute_a_wide_one() {
    // Go is ahead by 8 in C1 and by 1 in C2 of the first group, and behind by 5 in C3, the second.
    let lead = |weight: f64| {
        let bare = Bare::new().with(|plan| {
            plan.groups.truncate(2);
            plan.criteria.truncate(3);
            for (criterion, (group, scores)) in
                plan.criteria.iter_mut().zip([(0, [9.0, 1.0, 0.0]), (0, [6.0, 5.0, 0.0]), (1, [3.0, 8.0, 0.0])])
            {
                criterion.group = plan.groups[group].id.clone();
                criterion.weight = 1.0.into();
                for (id, score) in ["go", "node", "python"].into_iter().zip(scores) {
                    criterion.scores.insert(id.into(), score.into());
                }
            }
        });
        let run = bare.set("criteria.C2.weight", weight).run();
        run.of("go").score.grouped.unwrap() - run.of("node").score.grouped.unwrap()
    };
    // 5·((8 + w)/(1 + w) − 5): (8.5/1.5 − 5)·5, and (9/2 − 5)·5
    support::assert_close(lead(0.5), 10.0 / 3.0);
    support::assert_close(lead(1.0), -2.5);
}
