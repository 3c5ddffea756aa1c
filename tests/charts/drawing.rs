//! Every picture of every starter, and of plans that are hard to draw.

use weighbridge::chart::Theme;
use weighbridge::evaluate::evaluate;
use weighbridge::model::amount::{money, number};
use weighbridge::starter::STARTERS;

use super::svg::*;

#[test]
fn every_starter_draws_at_every_width() {
    for starter in STARTERS {
        let plan = starter.plan();
        for picture in every_picture(&plan) {
            assert_eq!(picture.missing(), None);
            for width in [300.0, 320.0, 390.0, 480.0, 640.0, 900.0, 1200.0, 1400.0] {
                assert_legible(&picture, width, starter.id);
                svg_in(&picture, &Theme::DARK, width, 1.0, "");
            }
        }
    }
}

#[test]
fn names_scores_and_totals_stand_in_the_pictures() {
    for starter in STARTERS {
        let plan = starter.plan();
        let evaluation = evaluate(&plan);
        let [ranking, cumulative, monthly @ ..] = &pictures(&plan)[..] else { panic!("three pictures") };
        for width in [320.0, 640.0, 1200.0] {
            let (ranking, cumulative) = (labels(&svg(ranking, width)), labels(&svg(cumulative, width)));
            for (alternative, monthly) in plan.alternatives.iter().zip(monthly) {
                let (id, name) = (alternative.id.as_str(), &alternative.name);
                let score = number(score(&plan, &evaluation, id), 1);
                assert!(ranking.iter().any(|label| label.text == *name), "{name} {width}");
                assert!(ranking.iter().any(|label| label.text == score), "{name} {score}");
                let outcome = evaluation.outcome(id).unwrap();
                let end = format!("{} {name}", money(outcome.money.unwrap().total, &plan.settings.currency));
                let shortened = |text: &str| text.strip_suffix('…').is_some_and(|start| end.starts_with(start));
                let is_end = |label: &Label| label.text == end || (width < 480.0 && shortened(&label.text));
                assert!(cumulative.iter().any(is_end), "{end} {width}: {cumulative:?}");
                let hired: f64 =
                    outcome.months.iter().map(|month| month.people.recruiting + month.people.training).sum();
                let hiring = format!("{} Hiring and training", money(hired, &plan.settings.currency));
                assert!(labels(&svg(monthly, width)).iter().any(|label| label.text == hiring), "{hiring}");
            }
        }
    }
}

#[test]
fn long_names_and_eight_alternatives_stay_legible() {
    let plan = crowded();
    for picture in every_picture(&plan) {
        for width in [300.0, 320.0, 640.0, 1200.0, 1400.0] {
            assert_legible(&picture, width, "crowded");
        }
    }
}

#[test]
fn all_horizons() {
    for months in [12, 13, 24, 59, 60] {
        let mut plan = plan_of("ml-inference");
        set(&mut plan, "settings.horizon_months", f64::from(months));
        for picture in every_picture(&plan) {
            for width in [300.0, 640.0, 1400.0] {
                assert_legible(&picture, width, &format!("{months} months"));
            }
        }
    }
}

#[test]
fn a_plan_that_costs_nothing() {
    let plan = free();
    let pictures = every_picture(&plan);
    for picture in &pictures {
        assert_legible(picture, 640.0, "free");
    }
    assert_eq!(pictures[1].title(), "Cumulative cost, $");
    assert_eq!(pictures[2].summary(), "Go costs nothing.");
    assert!(pictures[1].summary().starts_with("Over 36 months Go costs least, $0;"), "{}", pictures[1].summary());
}

#[test]
fn unknown_costs_are_named_and_left_out() {
    let mut plan = plan_of("ml-inference");
    set(&mut plan, "alternatives.python.tiers.0.model_mb", 1e6);
    set(&mut plan, "alternatives.hybrid.tiers.1.model_mb", 1e6);
    for id in ["go", "node"] {
        set(&mut plan, &format!("alternatives.{id}.rewrite.p"), 0.0);
    }
    let evaluation = evaluate(&plan);
    let known = evaluation.alternatives.iter().filter(|outcome| outcome.money.is_some()).count();
    assert_eq!(known, 2);
    let drawn = pictures(&plan);
    let unknown = "The cost of Python and Hybrid Go + Python is unknown";
    assert!(drawn[1].summary().contains(unknown), "{}", drawn[1].summary());
    assert!(!svg(&drawn[1], 640.0).contains("Python"));
    assert!(drawn[4].missing().unwrap().contains("The cost of Python is unknown"));
    assert!(drawn[4].table().rows.is_empty());
    for picture in &drawn {
        assert_legible(picture, 320.0, "unknown");
    }
    set(&mut plan, "alternatives.go.tiers.0.model_mb", 1e6);
    set(&mut plan, "alternatives.node.tiers.0.model_mb", 1e6);
    let cumulative = &pictures(&plan)[1];
    assert!(cumulative.missing().is_some());
    assert_eq!(cumulative.crosshair(640.0, 5), None);
    assert_legible(cumulative, 300.0, "nothing known");
}

#[test]
fn no_weight_no_score() {
    let mut plan = plan_of("startup-mvp");
    for index in 0..plan.criteria.len() {
        plan.criteria[index].weight = 0.0.into();
    }
    let ranking = &pictures(&plan)[0];
    assert!(ranking.missing().unwrap().contains("set a weight"));
    assert!(svg(ranking, 640.0).contains("set a weight"));
}

#[test]
fn the_ruled_out_are_said_to_be() {
    let mut plan = plan_of("high-concurrency-api");
    let first = plan.criteria[0].clone();
    let best = first.scores.values().map(|score| score.central()).fold(0.0, f64::max);
    plan.criteria[0].threshold = Some(best.into());
    let python = number(score(&plan, &evaluate(&plan), "python"), 1);
    let ranking = &pictures(&plan)[0];
    let summary = ranking.summary();
    let points = first.scores.get("python").unwrap().central();
    let why = format!("Python {python} is ruled out because {} {points} < {best}.", first.name);
    assert!(summary.contains(&why), "{summary}");
    for width in [320.0, 640.0] {
        assert!(svg(ranking, width).contains("ruled out"));
        assert_legible(ranking, width, "ruled out");
    }
}

#[test]
fn many_groups_become_a_few() {
    let mut plan = plan_of("high-concurrency-api");
    for (index, criterion) in plan.criteria.clone().iter().enumerate() {
        let mut group = plan.groups[0].clone();
        group.id = format!("g{index}").as_str().into();
        group.name = format!("Group with a long name {index}");
        plan.criteria[index].group = group.id.clone();
        plan.criteria[index].weight = 1.0.into();
        let _ = criterion;
        plan.groups.push(group);
    }
    plan.check().unwrap();
    let ranking = &pictures(&plan)[0];
    assert_eq!(ranking.table().header.len(), 3 + 8 + 1);
    for width in [300.0, 640.0, 1400.0] {
        assert_legible(ranking, width, "groups");
    }
}
