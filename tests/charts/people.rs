//! Pictures of people and of doubt: output, maintenance, rewrites, noise; against values worked out by hand.

use weighbridge::chart::{CumulativeCost, MonthlyCost, Output, Picture, RewriteStaff};
use weighbridge::evaluate::evaluate;
use weighbridge::model::amount::number;
use weighbridge::model::{Plan, Value};

use super::support::Bare;
use super::svg::*;

fn plan(bare: Bare) -> Plan {
    let mut made = None;
    bare.with(|plan| made = Some(plan.clone())).check().unwrap();
    made.unwrap()
}

fn texts(picture: &Picture, width: f64) -> Vec<String> {
    labels(&svg(picture, width)).into_iter().map(|label| label.text).collect()
}

/// Four engineers at 1,000 a month, and a manager at half of 2,000.
fn team() -> Bare {
    let bare = Bare::new().set("team.existing", 4.0).set("team.existing_salary", 10_000.0).set("team.mvp_scope", 10.0);
    let bare = bare.set("team.wage_growth", 0.1).set("alternatives.go.team.maint_share", 0.25);
    bare.with(|plan| {
        let mut role = Plan::default().team.other_roles[0].clone();
        (role.headcount, role.salary) = (0.5.into(), 20_000.0.into());
        plan.team.other_roles.push(role);
    })
}

#[test]
fn maintenance_is_a_part_of_the_engineers_pay_after_the_first_release() {
    let plan = plan(team());
    let monthly = Picture::MonthlyCost(MonthlyCost::of(&plan, &evaluate(&plan), &"go".into()));
    let value = |month: usize, name: &str| {
        let values = monthly.values_at(month);
        values.into_iter().find(|value| value.0 == name).unwrap().1
    };
    // 10 engineer-months at 4 a month: the release is complete at 2.5, so month 3 still counts as before it.
    assert_eq!([2, 3].map(|month| value(month, "Maintenance")), ["$0", "$0"]);
    assert_eq!(value(3, "Other payroll"), "$5,000");
    // A quarter of 4,000; the manager's 1,000 is not maintenance. From month 13 on all pay is a tenth higher.
    assert_eq!([value(4, "Maintenance"), value(4, "Other payroll")], ["$1,000", "$4,000"]);
    assert_eq!([value(13, "Maintenance"), value(13, "Other payroll")], ["$1,100", "$4,400"]);
    assert_eq!([value(4, "Total"), value(13, "Total")], ["$5,000", "$5,500"]);
    // Without maintenance payroll is one.
    let node = Picture::MonthlyCost(MonthlyCost::of(&plan, &evaluate(&plan), &"node".into()));
    assert_eq!(node.values_at(4), [("Payroll".into(), "$5,000".into()), ("Total".into(), "$5,000".into())]);
}

#[test]
fn output_adds_up_and_names_the_first_releases() {
    let plan =
        plan(team().set("alternatives.node.team.scope_factor", 1.5).set("alternatives.python.team.productivity", 0.05));
    let output = Picture::Output(Output::of(&plan, &evaluate(&plan)));
    // Go: 4 a month up to month 3, then 3; Node 4 throughout; Python 0.2.
    assert_eq!(output.values_at(3)[0], ("Go".into(), "12.0".into()));
    assert_eq!(output.values_at(5)[0], ("Go".into(), "18.0".into()));
    assert_eq!(output.values_at(5)[1], ("Node.js".into(), "20.0".into()));
    assert_eq!(output.values_at(5)[2], ("Python".into(), "1.0".into()));
    // 10 / 4 and 15 / 4
    let summary = output.summary();
    assert!(summary.starts_with("The first release is complete with Go in month 2.5 and Node.js in month 3.8."));
    assert!(summary.contains("Not within 36 months: Python."), "{summary}");
    let texts = texts(&output, 900.0);
    for label in ["Go 2.5", "Node.js 3.8", "scope 10: Go and Python", "scope 15: Node.js"] {
        assert!(texts.contains(&label.into()), "{label}: {texts:?}");
    }
    for width in [300.0, 320.0, 640.0] {
        assert_legible(&output, width, "scopes");
    }
}

#[test]
fn windows_of_rewrites_are_drawn_and_cut_at_the_horizon() {
    let plan = plan_of("high-concurrency-api");
    let cumulative = picture(&plan, "cumulative-cost");
    let rewrite = |id: &str| {
        let rewrite = &plan.alternative(id).unwrap().rewrite;
        let (first, months) = (rewrite.start.central(), rewrite.months.central());
        format!("months {first}–{}", first + months - 1.0)
    };
    assert_eq!(rewrite("go"), "months 25–39");
    let summary = cumulative.summary();
    assert!(summary.contains("months 25–39 for Go (past month 36)"), "{summary}");
    for width in [320.0, 900.0] {
        let texts = texts(&cumulative, width);
        for (id, name) in [("go", "Go"), ("node", "Node.js"), ("python", "Python")] {
            let label = format!("{}: rewrite of {name}", rewrite(id));
            assert!(texts.contains(&label), "{label}: {texts:?}");
        }
    }
    // None without a probability; one that begins after the horizon is said, not drawn.
    let mut plan = plan;
    for id in ["go", "node"] {
        set(&mut plan, &format!("alternatives.{id}.rewrite.p"), 0.0);
    }
    set(&mut plan, "alternatives.python.rewrite.start", 40.0);
    let cumulative = Picture::CumulativeCost(CumulativeCost::of(&plan, &evaluate(&plan)));
    assert!(!texts(&cumulative, 640.0).iter().any(|text| text.contains("rewrite")));
    assert!(cumulative.summary().contains("for Python (after month 36)"), "{}", cumulative.summary());
}

fn staff(plan: &Plan) -> Picture {
    Picture::RewriteStaff(RewriteStaff::of(plan, &evaluate(plan)))
}

#[test]
fn a_budget_pays_so_many_engineers() {
    // A year's pay of 10 costs 1 a month: 40 over 10 months pays four.
    let bare = Bare::new().set_all("alternatives.go.rewrite", &[("cost", 40.0), ("months", 10.0)]);
    let plan = plan(bare.set_all("alternatives.node.rewrite", &[("cost", 12.0), ("months", 12.0)]));
    let picture = staff(&plan);
    let summary = picture.summary();
    assert!(summary.starts_with("Go, $40: this budget pays 4.0 engineers for 10 months. "), "{summary}");
    assert!(summary.contains("Node.js, $12: this budget pays 1.0 engineer for 12 months."), "{summary}");
    assert!(summary.ends_with("Fewer than 3 engineers: Node.js."), "{summary}");
    assert_eq!(picture.stops(), 2, "Python's rewrite costs nothing");
    assert!(texts(&picture, 640.0).contains(&"3 engineers".into()));
}

#[test]
fn an_uncertain_budget_pays_a_range_of_engineers() {
    let bare = Bare::new().set_all("alternatives.go.rewrite", &[("cost", 40.0), ("months", 10.0)]);
    let mut plan = plan(bare);
    let range = |plan: &mut Plan, name: &str, parameters: &[f64]| {
        let range = weighbridge::model::Range::new(name, parameters).unwrap();
        plan.set(&"alternatives.go.rewrite.cost".into(), Value::Range(range)).unwrap();
        let values = staff(plan).values_at(1);
        values.into_iter().find(|value| value.0 == "P10–P90 of the cost").unwrap().1
    };
    // Per ten of cost one engineer.
    assert_eq!(range(&mut plan, "lognormal", &[20.0, 80.0]), "2.0–8.0");
    assert_eq!(range(&mut plan, "uniform", &[0.0, 100.0]), "1.0–9.0");
    // 50 ∓ 1.2816·10
    assert_eq!(range(&mut plan, "normal", &[50.0, 10.0]), "3.7–6.3");
    // √(0.1·100·20) = 14.1 and 100 − √(0.1·100·80) = 71.7
    assert_eq!(range(&mut plan, "triangular", &[0.0, 20.0, 100.0]), "1.4–7.2");
    // 100 − √(0.9·100·95) = 7.5 lies past the mode of 5; 100 − √(0.1·100·95) = 69.2
    assert_eq!(range(&mut plan, "triangular", &[0.0, 5.0, 100.0]), "0.8–6.9");
    // Beta(3, 3): 10 % below 0.24664
    assert_eq!(range(&mut plan, "pert", &[0.0, 50.0, 100.0]), "2.5–7.5");
    assert_legible(&staff(&plan), 320.0, "range");
}

#[test]
fn no_budget_no_picture() {
    let picture = staff(&plan(Bare::new()));
    assert_eq!(picture.missing().unwrap(), "No alternative has a budget for a rewrite.");
    assert_eq!(picture.stops(), 0);
}

#[test]
fn the_ranking_says_whether_the_two_best_can_be_told_apart() {
    let plan = plan_of("ml-inference");
    let ranking = picture(&plan, "ranking");
    let evaluation = evaluate(&plan);
    let bands = weighbridge::analyse::noise(&plan, &evaluation);
    for row in ranking.table().rows {
        let id = &plan.alternatives.iter().find(|alternative| alternative.name == row[0]).unwrap().id;
        let band = bands.iter().find(|band| band.id == *id).unwrap();
        assert_eq!(row[2], format!("{}–{}", number(band.low, 1), number(band.high, 1)));
    }
    assert!(ranking.summary().contains("the two overlap by "), "{}", ranking.summary());
    let clear = picture(&plan_of("high-concurrency-api"), "ranking").summary();
    assert!(clear.contains("the two do not overlap."), "{clear}");
    assert!(texts(&ranking, 320.0).contains(&"P10–P90, each score ±1".into()));
}
