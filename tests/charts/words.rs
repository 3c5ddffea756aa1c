//! What the pictures say: tables, summaries, crosshair, colours.

use weighbridge::chart::scale::{Ticks, Unit, spread};
use weighbridge::chart::theme::{contrast, parse};
use weighbridge::chart::{Color, MonthlyCost, Picture, Theme};
use weighbridge::evaluate::evaluate;
use weighbridge::model::amount::{money, number};
use weighbridge::starter::{STARTERS, Starter};

use super::svg::*;

#[test]
fn tables_hold_the_numbers_of_the_evaluation() {
    let plan = plan_of("high-concurrency-api");
    let evaluation = evaluate(&plan);
    let drawn = pictures(&plan);
    let ranking = drawn[0].table();
    for row in &ranking.rows {
        assert_eq!(row.len(), ranking.header.len());
        let alternative = plan.alternatives.iter().find(|alternative| alternative.name == row[0]).unwrap();
        assert_eq!(row[1], number(score(&plan, &evaluation, alternative.id.as_str()), 1));
    }
    let cumulative = drawn[1].table();
    assert_eq!(cumulative.rows.len(), 36);
    for (index, row) in cumulative.rows.iter().enumerate() {
        assert_eq!(row.len(), cumulative.header.len());
        for (cell, outcome) in row[1..].iter().zip(&evaluation.alternatives) {
            assert_eq!(*cell, number(outcome.months[index].cumulative.unwrap(), 0));
        }
        let values = drawn[1].values_at(index + 1);
        assert_eq!(values[0], ("Go".into(), format!("${}", row[1])));
    }
    let monthly = drawn[2].table();
    assert_eq!(monthly.rows.len(), 36);
    for (row, month) in monthly.rows.iter().zip(&evaluation.alternatives[0].months) {
        assert_eq!(row.len(), monthly.header.len());
        assert_eq!(*row.last().unwrap(), number(month.total.unwrap(), 0));
        let payroll = [&row[1], &row[2]].map(|cell| cell.replace(',', "").parse::<f64>().unwrap());
        assert!((payroll[0] + payroll[1] - month.people.payroll).abs() <= 1.0, "{row:?}");
        let total = drawn[2].values_at(month.number).pop().unwrap();
        assert_eq!(total, ("Total".into(), format!("${}", row.last().unwrap())));
    }
}

#[test]
fn break_evens_are_told_the_right_way_round() {
    for starter in STARTERS {
        let plan = starter.plan();
        let evaluation = evaluate(&plan);
        let table = pictures(&plan)[1].table();
        let told: Vec<&str> = table.rows.iter().flat_map(|row| row.last().unwrap().split("; ")).collect();
        let told: Vec<&str> = told.into_iter().filter(|text| !text.is_empty()).collect();
        assert_eq!(told.len(), evaluation.break_evens.iter().map(|pair| pair.nominal.len()).sum::<usize>());
        for pair in &evaluation.break_evens {
            let [a, b] = [&pair.a, &pair.b].map(|id| evaluation.outcome(id.as_str()).unwrap());
            let [an, bn] = [&pair.a, &pair.b].map(|id| &plan.alternative(id.as_str()).unwrap().name);
            for month in &pair.nominal {
                let after = month.floor() as usize;
                let a_is_dearer = a.months[after].cumulative > b.months[after].cumulative;
                let (over, under) = if a_is_dearer { (an, bn) } else { (bn, an) };
                let words = format!("{over} passes {under} in month {}", number(*month, 1));
                assert!(told.contains(&words.as_str()), "{}: {words} not in {told:?}", starter.id);
            }
        }
    }
}

#[test]
fn summaries_say_the_numbers() {
    let plan = plan_of("high-concurrency-api");
    let evaluation = evaluate(&plan);
    let drawn = pictures(&plan);
    let scores = ["go", "node", "python"].map(|id| number(score(&plan, &evaluation, id), 1));
    let [go, node, python] = scores;
    let ranked = format!("Go scores highest, {go} of 100; Node.js {node} and Python {python} follow.");
    assert!(drawn[0].summary().starts_with(&ranked), "{}", drawn[0].summary());
    let total = |id: &str| money(evaluation.outcome(id).unwrap().money.unwrap().total, "USD");
    let [go, node, python] = ["go", "node", "python"].map(total);
    assert_eq!(drawn[1].title(), "Cumulative cost, $ million");
    let summary = drawn[1].summary();
    for part in [format!("Node.js costs least, {node}; "), format!("Python {python} ("), format!("Go {go} (")] {
        assert!(summary.contains(&part), "{summary}");
    }
    let crossing = evaluation.break_evens[0].nominal.last().unwrap();
    let crossing = format!("Go passes Node.js in month {}", number(*crossing, 1));
    assert!(summary.contains(&crossing), "{summary}");
    assert_eq!(drawn[2].title(), "Monthly cost of Go, $ thousand");
    let months = &evaluation.alternatives[0].months;
    let [first, last] = [0, 35].map(|index: usize| money(months[index].total.unwrap(), "USD"));
    let monthly = format!("Go costs {first} in month 1 and {last} in month 36, {go} in all: other payroll ");
    assert!(drawn[2].summary().starts_with(&monthly), "{}", drawn[2].summary());
}

#[test]
fn the_crosshair_and_the_pointer_agree() {
    let plan = plan_of("high-concurrency-api");
    for picture in &every_picture(&plan) {
        let lies = matches!(picture.id(), "ranking" | "memory" | "rewrite-staff");
        let stops = match picture.id() {
            "crossover" => 61,
            "memory" => 6,
            "ranking" | "rewrite-staff" => 3,
            _ => 36,
        };
        assert_eq!(picture.stops(), stops, "{}", picture.id());
        for width in [300.0, 640.0, 1400.0] {
            for stop in 1..=stops {
                let x = picture.crosshair(width, stop).unwrap();
                assert!((0.0..=width).contains(&x));
                if !lies {
                    assert_eq!(picture.stop_at(width, x, 50.0), Some(stop), "{} {width}", picture.id());
                }
                assert!(!picture.values_at(stop).is_empty() && !picture.stop_name(stop).is_empty());
            }
            if lies {
                // Going down, every bar is met once, in order.
                let height = picture.height_css(width) as i32;
                let mut met: Vec<usize> = (0..height).filter_map(|y| picture.stop_at(width, 5.0, y.into())).collect();
                met.dedup();
                assert_eq!(met, (1..=stops).collect::<Vec<_>>(), "{}", picture.id());
                assert_eq!(picture.stop_at(width, 5.0, -40.0), None);
            } else {
                assert_eq!(picture.stop_at(width, -20.0, 50.0), None);
                assert_eq!(picture.stop_at(width, width, 50.0), None);
            }
            for none in [0, stops + 1] {
                assert_eq!(picture.crosshair(width, none), None);
                assert!(picture.values_at(none).is_empty(), "{} {none}", picture.id());
            }
        }
    }
}

#[test]
fn an_unchanged_picture_is_equal() {
    let mut plan = plan_of("high-concurrency-api");
    let before = pictures(&plan);
    plan.title = "Another question".into();
    assert_eq!(before, pictures(&plan));
    set(&mut plan, "workload.shared_infra", 900.0);
    let after = pictures(&plan);
    assert_eq!(before[0], after[0]);
    assert_ne!(before[1], after[1]);
}

#[test]
fn every_colour_is_readable() {
    let hues = ["#0072b2", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#e69f00", "#f0e442", "#000000", "#ffffff"];
    for theme in [Theme::LIGHT, Theme::DARK] {
        assert!(contrast(theme.ink, theme.paper) >= 7.0);
        assert!(contrast(theme.muted, theme.paper) >= 4.5);
        for hue in hues.map(parse) {
            assert!(contrast(theme.graphic(hue), theme.paper) >= 3.0);
            assert!(contrast(theme.lettering(hue), theme.paper) >= 4.5);
            assert!(contrast(theme.text_on(hue), hue) >= 4.5);
        }
    }
    assert_eq!(parse("#0072b2"), Color(0, 114, 178));
}

#[test]
fn labels_move_as_little_as_they_can() {
    assert_eq!(spread(&[10.0, 50.0], 16.0, 0.0, 100.0), [10.0, 50.0]);
    assert_eq!(spread(&[50.0, 50.0], 16.0, 0.0, 100.0), [42.0, 58.0]);
    assert_eq!(spread(&[1.0, 2.0, 90.0], 16.0, 0.0, 100.0), [0.0, 16.0, 90.0]);
    assert_eq!(spread(&[98.0, 99.0], 16.0, 0.0, 100.0), [84.0, 100.0]);
    assert_eq!(spread(&[], 16.0, 0.0, 100.0), [0.0; 0]);
}

#[test]
fn ticks_are_round() {
    let ticks = |low, high| {
        let ticks = Ticks::within(low, high, 5.0);
        ticks.labels(Unit::of(high))
    };
    assert_eq!(ticks(0.0, 6.53e6), ["0", "1", "2", "3", "4", "5", "6"]);
    assert_eq!(ticks(0.0, 1.2e6), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0", "1.2"]);
    assert_eq!(ticks(-66e3, 186e3), ["−50", "0", "50", "100", "150"]);
    assert_eq!(ticks(0.0, 3.0), ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"]);
    assert_eq!(ticks(0.0, 0.0), ["0"]);
    assert_eq!(ticks(0.0, 1e15).len(), 6);
}

#[test]
fn a_chart_that_cannot_be_drawn_has_no_month_to_read() {
    let mut plan = Starter::find("blank").unwrap().plan();
    plan.set(&"workload.ram_gb".into(), weighbridge::model::Value::Number(0.01)).unwrap();
    let evaluation = evaluate(&plan);
    let monthly = Picture::MonthlyCost(MonthlyCost::of(&plan, &evaluation, &"go".into()));
    assert!(monthly.missing().is_some());
    assert_eq!(monthly.stops(), 0, "an unknown cost is not $0");
}
