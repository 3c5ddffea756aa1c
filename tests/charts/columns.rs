//! Pictures of columns side by side: the waterfall of a difference, and the small ones on common axes.

use weighbridge::analyse::attribution;
use weighbridge::chart::{Amounts, Compared, Picture, SmallCost, SmallRanking, Waterfall};
use weighbridge::evaluate::evaluate;
use weighbridge::model::amount::{money, number};
use weighbridge::model::{Plan, Scenario, Value};
use weighbridge::starter::STARTERS;

use super::svg::*;

const WIDTHS: [f64; 6] = [300.0, 320.0, 480.0, 640.0, 900.0, 1200.0];
const SMALL_WIDTHS: [f64; 5] = [140.0, 180.0, 200.0, 220.0, 260.0];

fn compared() -> Compared {
    Compared { name: "Go".into(), from: "Base".into(), to: "Ten times the traffic".into() }
}

fn waterfall(totals: (f64, f64), parts: &[(&str, f64, Option<f64>)], amounts: Amounts) -> Picture {
    let parts = parts.iter().map(|(label, part, margin)| ((*label).to_owned(), *part, *margin)).collect();
    Picture::Waterfall(Waterfall::of(compared(), totals, parts, amounts))
}

fn dollars() -> Amounts {
    Amounts::Money("USD".into())
}

/// The texts of a picture.
fn texts(picture: &Picture, width: f64) -> Vec<String> {
    labels(&svg(picture, width)).into_iter().map(|label| label.text).collect()
}

#[test]
fn a_waterfall_leads_from_one_total_to_the_other() {
    let parts = [("Salary of Go", -120e3, None), ("Peak traffic", 400e3, None), ("Notes", 0.0, None)];
    let picture = waterfall((500e3, 780e3), &parts, dollars());
    assert_eq!(picture.title(), "Why the NPV of Go differs: Base → Ten times the traffic, $ thousand");
    assert_eq!(
        picture.summary(),
        "The NPV of Go rises from $500\u{a0}k (Base) to $780\u{a0}k (Ten times the traffic), by $280\u{a0}k. \
         Up: Peak traffic $400\u{a0}k. Down: Salary of Go $120\u{a0}k. One change makes no difference to it."
    );
    // The largest change first; what has no effect stands in the table only.
    assert_eq!(picture.stops(), 4);
    assert_eq!(
        [1, 2, 3, 4].map(|stop| picture.stop_name(stop)),
        ["Base", "Peak traffic", "Salary of Go", "Ten times the traffic"]
    );
    assert_eq!(picture.values_at(1), [("Total".into(), "$500,000".into())]);
    assert_eq!(picture.values_at(3), [("Change".into(), "−$120,000".into()), ("So far".into(), "$780,000".into())]);
    let table = picture.table();
    assert_eq!(table.header, ["Change", "Effect", "So far"]);
    assert_eq!(table.rows[1], ["Peak traffic", "+$400,000", "$900,000"]);
    assert_eq!(table.rows[3], ["Notes", "+$0", "$780,000"]);
    assert_eq!(table.rows.len(), 5);
    for width in WIDTHS {
        assert_legible(&picture, width, "waterfall");
        let texts = texts(&picture, width);
        for label in ["$500\u{a0}k", "+$400\u{a0}k", "−$120\u{a0}k", "$780\u{a0}k", "Peak traffic"] {
            assert!(texts.contains(&label.into()), "{label} at {width}: {texts:?}");
        }
    }
    // Every bar ends where the next begins, from the left end of the axis, where nothing is.
    let [base, up, down, end] = [1, 2, 3, 4].map(|stop| picture.crosshair(640.0, stop).unwrap());
    assert!(base < end && end < up && down == end);
    assert!(((up - base) / (up - down) - 400.0 / 120.0).abs() < 1e-9);
}

#[test]
fn points_of_a_score_are_counted_with_whiskers_where_they_are_sampled() {
    let parts = [("Weight of speed", 6.25, Some(0.75)), ("Score in libraries", -2.0, Some(0.1))];
    let picture = waterfall((61.95, 66.2), &parts, Amounts::Score);
    assert_eq!(picture.title(), "Why the score of Go differs: Base → Ten times the traffic, points of 100");
    assert!(
        picture.summary().ends_with("The parts are sampled; whiskers are 95 % intervals."),
        "{}",
        picture.summary()
    );
    let expected = [("Change", "+6.25"), ("95 % interval, sampled", "± 0.75"), ("So far", "68.20")];
    assert_eq!(picture.values_at(2), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert_eq!(picture.table().rows[2], ["Score in libraries", "−2.00", "± 0.10", "66.20"]);
    for width in WIDTHS {
        assert_legible(&picture, width, "whiskers");
        assert!(texts(&picture, width).contains(&"95 % interval, sampled".into()));
    }
    // Differences of points between totals far from zero: the axis does not begin there, and is not said to.
    assert!(!texts(&picture, 640.0).contains(&"0".into()) && !texts(&picture, 640.0).contains(&"0.0".into()));
}

#[test]
fn many_changes_become_a_few() {
    let labels: Vec<String> = (1..=14).map(|index| format!("Change {index} with a rather long name")).collect();
    let parts = |count: usize| -> Vec<(&str, f64, Option<f64>)> {
        (0..count).map(|index| (labels[index].as_str(), (index as f64 + 1.0) * 1000.0, None)).collect()
    };
    let whole = |count: f64| count * (count + 1.0) / 2.0 * 1000.0;
    let ten = waterfall((0.0, whole(10.0)), &parts(10), dollars());
    assert_eq!(ten.stops(), 12, "ten changes still have a bar each");
    let many = waterfall((0.0, whole(14.0)), &parts(14), dollars());
    assert_eq!(many.stops(), 1 + 9 + 1 + 1);
    assert_eq!((many.stop_name(2), many.stop_name(11)), (labels[13].clone(), "5 others".into()));
    // 1 + 2 + 3 + 4 + 5
    assert_eq!(many.values_at(11)[0], ("Change".into(), "+$15,000".into()));
    assert!(many.summary().ends_with("10 smaller changes do the rest."), "{}", many.summary());
    assert_eq!(many.table().rows.len(), 16, "the table has them all");
    for width in WIDTHS {
        assert_legible(&many, width, "many");
    }
}

#[test]
fn a_waterfall_of_nothing_and_an_unknown_one_say_so() {
    let still = waterfall((50.0, 50.0), &[("Notes", 0.0, None)], Amounts::Score);
    assert_eq!(still.summary(), "The score of Go is 50.0 in both columns. One change makes no difference to it.");
    assert_legible(&still, 320.0, "still");
    let free = waterfall((0.0, 0.0), &[], dollars());
    assert_legible(&free, 320.0, "free");
    let reason = "an instance has too little memory for one copy after the changes";
    let unknown = Picture::Waterfall(Waterfall::unknown(compared(), reason.into(), dollars()));
    let expected = format!("What each change makes of the NPV of Go is unknown: {reason}.");
    assert_eq!((unknown.missing(), unknown.summary(), unknown.stops()), (Some(expected.clone()), expected, 0));
    assert_legible(&unknown, 300.0, "unknown");
}

fn ten_times() -> Scenario {
    let mut scenario = Scenario { id: "x10".into(), name: "Ten times".into(), ..Scenario::default() };
    for (path, value) in [("workload.peak_rps", 90_000.0), ("team.hires", 3.0), ("criteria.C17.weight", 9.0)] {
        scenario.overrides.insert(path.into(), Value::Number(value));
    }
    scenario
}

#[test]
fn a_real_difference_is_drawn_for_every_starter() {
    for starter in STARTERS {
        let plan = starter.plan();
        let found = attribution(&plan, None, Some(&ten_times())).unwrap();
        let labels: Vec<String> = found.players.iter().map(|player| player.changes[0].path.to_string()).collect();
        for alternative in &found.alternatives {
            for (difference, amounts) in [(&alternative.score, Amounts::Score), (&alternative.npv, dollars())] {
                let parts = difference.parts.as_ref().unwrap().parts.iter();
                let parts = labels.iter().zip(parts).map(|(label, part)| (label.as_str(), *part, None));
                let totals = (difference.from.unwrap(), difference.to.unwrap());
                let picture = waterfall(totals, &parts.collect::<Vec<_>>(), amounts);
                for width in [320.0, 900.0] {
                    assert_legible(&picture, width, starter.id);
                }
            }
        }
    }
}

fn small(plan: &Plan) -> [Picture; 2] {
    let evaluation = evaluate(plan);
    let top = SmallCost::top_of([&evaluation]);
    [
        Picture::SmallRanking(SmallRanking::of(plan, &evaluation)),
        Picture::SmallCost(SmallCost::of(plan, &evaluation, top)),
    ]
}

#[test]
fn small_pictures_are_legible() {
    for starter in STARTERS {
        for picture in small(&starter.plan()) {
            for width in SMALL_WIDTHS {
                assert_legible(&picture, width, starter.id);
                assert!(picture.height_css(width) <= 110.0, "{} of {}", picture.id(), starter.id);
            }
        }
    }
    for picture in small(&crowded()).into_iter().chain(small(&free())) {
        for width in SMALL_WIDTHS {
            assert_legible(&picture, width, "hard to draw");
        }
    }
}

#[test]
fn a_row_of_small_rankings_is_the_same_alternative_in_all() {
    let plan = plan_of("high-concurrency-api");
    let evaluation = evaluate(&plan);
    let [ranking, _] = small(&plan);
    for (stop, alternative) in plan.alternatives.iter().enumerate() {
        let score = number(score(&plan, &evaluation, alternative.id.as_str()), 1);
        assert_eq!(ranking.stop_name(stop + 1), alternative.name);
        assert_eq!(ranking.values_at(stop + 1)[0], ("Score".into(), score.clone()));
        for width in SMALL_WIDTHS {
            assert!(texts(&ranking, width).contains(&score), "{score} at {width}");
        }
    }
    // 100 points are the same length whoever leads: bars are in proportion to their scores, from one left end.
    let at = |stop| ranking.crosshair(200.0, stop).unwrap();
    let scores = [0, 1, 2].map(|index| score(&plan, &evaluation, plan.alternatives[index].id.as_str()));
    let proportion = (at(1) - at(2)) / (at(1) - at(3));
    assert!((proportion - (scores[0] - scores[1]) / (scores[0] - scores[2])).abs() < 1e-9);
}

#[test]
fn small_costs_share_their_top() {
    let plan = plan_of("high-concurrency-api");
    let dear = plan.with_overrides(&ten_times()).unwrap();
    let evaluations = [&plan, &dear].map(evaluate);
    let totals = evaluations.iter().flat_map(|evaluation| &evaluation.alternatives);
    let highest = totals.map(|outcome| outcome.money.unwrap().total).fold(0.0, f64::max);
    let top = SmallCost::top_of(&evaluations);
    assert!((top / highest - 1.0).abs() < 1e-9);
    let [cheap, dear] =
        [(&plan, 0), (&dear, 1)].map(|(plan, index)| Picture::SmallCost(SmallCost::of(plan, &evaluations[index], top)));
    assert_eq!(cheap.title(), dear.title(), "one unit for all");
    let ticks = |picture: &Picture| -> Vec<String> {
        texts(picture, 180.0).into_iter().filter(|text| text.parse::<f64>().is_ok()).collect()
    };
    assert_eq!(ticks(&cheap), ticks(&dear));
    let names = texts(&cheap, 260.0);
    assert!(names.contains(&"Go".into()) && names.contains(&"36 months".into()), "{names:?}");
    assert!(!texts(&cheap, 140.0).contains(&"Go".into()), "no room");
    // Under its own top the same column stands higher.
    let alone = Picture::SmallCost(SmallCost::of(&plan, &evaluations[0], 0.0));
    assert_ne!(alone, cheap);
    assert_eq!(alone.values_at(36), cheap.values_at(36));
    let total = evaluations[0].outcome("go").unwrap().money.unwrap().total;
    assert!(cheap.summary().contains(&money(total, "USD")));
}
