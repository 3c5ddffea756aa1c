//! A number that is not there says why.

use weighbridge::model::Plan;

use crate::explained::Explained;

#[test]
fn what_is_not_known_says_why() {
    // A model of 10 GB in an instance of 4 GB.
    let heavy = Explained::of(Plan::default()).set("alternatives.go.tiers.0.model_mb", 10_240.0);
    let why = "An instance cannot hold one copy (E11).";
    for name in ["npv", "total", "equal_output_cost", "cost_per_engineer_month", "infrastructure_total"] {
        heavy.assert_absent(&format!("results.go.{name}"), why);
    }
    heavy.assert_absent("results.go.months.36.cumulative", why);
    heavy.assert_absent("results.go.months.3.instances", why);
    heavy.assert_absent("results.break_evens.go|node.nominal", why);
    // Node.js would be rewritten to Go.
    let leads = "A rewrite may lead to an alternative whose instance cannot hold one copy (E11).";
    heavy.assert_absent("results.node.npv", leads);
    assert!(heavy.step("results.node.months.3.instances").value.is_some());
    heavy.check();
}

#[test]
fn no_weights_no_score() {
    let mut plan = Plan::default();
    for criterion in &mut plan.criteria {
        criterion.weight = 0.0.into();
    }
    let plan = Explained::of(plan);
    let why = "All weights are 0: set a weight.";
    plan.assert_absent("results.go.score.flat", why);
    plan.assert_absent("results.go.score.grouped", why);
    plan.assert_absent("results.go.score.by_group.people", why);
    assert_eq!(plan.step("results.go.rank").value, Some(1.0));
    plan.check();
}

#[test]
fn what_never_happens_says_so() {
    let never = Explained::of(Plan::default()).set("team.mvp_scope", 1e6);
    never.assert_absent("results.go.mvp_month", "The work up to the first release is not done within 36 months.");
    assert!(never.step("results.go.months.20.delay").value.is_some());
    never.check();
    let idle = Explained::of(Plan::default()).set("team.existing", 0.0).set("team.hires", 0.0);
    idle.assert_absent("results.go.cost_per_engineer_month", "Nothing is delivered.");
    idle.check();
}

#[test]
fn a_group_without_weight_brings_nothing() {
    let mut plan = Plan::default();
    for criterion in &mut plan.criteria {
        if criterion.group.as_str() == "people" {
            criterion.weight = 0.0.into();
        }
    }
    let plan = Explained::of(plan);
    plan.assert_absent("results.go.score.group_mean.people", "All weights in the group are 0.");
    plan.assert_follows("results.go.score.grouped_points.people", 0.0, &[0.0, 3.0]);
    // Three of the four groups are left, with weight 1 each.
    let mean = plan.step("results.go.score.group_mean.performance").value.unwrap();
    plan.assert_follows("results.go.score.grouped_points.performance", 10.0 * mean / 3.0, &[1.0, mean, 3.0]);
    plan.check();
    let flat = plan.set("settings.score_form", "flat");
    let by_group = flat.step("results.go.score.by_group.people");
    assert_eq!((by_group.equation, by_group.value), ("E35", Some(0.0)));
    flat.check();
}
