//! Measured criteria: from raw values through a value function to scores, worked out by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use support::random::plan;
use support::{Sheet, assert_close, cases, starter};
use weighbridge::edit::structure::{Addition, Thing, add, remove};
use weighbridge::evaluate::criteria::value_function;
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Criterion, Scored};
use weighbridge::session::Command;

#[test]
fn a_value_function_is_straight_bent_or_reversed_and_level_beyond_its_ends() {
    for (raw, worst, middle, best, score) in [
        // 10·(3 − 0)/10
        (3.0, 0.0, None, 10.0, 3.0),
        // 10·(130 − 100)/(300 − 100)
        (130.0, 100.0, None, 300.0, 1.5),
        // Less is better: 10·(200 − 150)/(200 − 50)
        (150.0, 200.0, None, 50.0, 10.0 / 3.0),
        // Below zero: 10·(−2 + 8)/12
        (-2.0, -8.0, None, 4.0, 5.0),
        // Bent, before and behind the middle: 5·10/20, then 5 + 5·(60 − 20)/(100 − 20)
        (10.0, 0.0, Some(20.0), 100.0, 2.5),
        (60.0, 0.0, Some(20.0), 100.0, 7.5),
        (20.0, 0.0, Some(20.0), 100.0, 5.0),
        // Bent and reversed: 5·(60 − 34)/(60 − 8), then 5 + 5·(8 − 5)/(8 − 2)
        (34.0, 60.0, Some(8.0), 2.0, 2.5),
        (5.0, 60.0, Some(8.0), 2.0, 7.5),
        // The ends, and beyond them.
        (60.0, 60.0, Some(8.0), 2.0, 0.0),
        (2.0, 60.0, Some(8.0), 2.0, 10.0),
        (61.0, 60.0, Some(8.0), 2.0, 0.0),
        (-1e12, 60.0, Some(8.0), 2.0, 10.0),
        (1e12, 0.0, None, 10.0, 10.0),
        (-1.0, 0.0, None, 10.0, 0.0),
    ] {
        assert_close(value_function(raw, worst, middle, best), score);
    }
}

#[test]
fn the_sheet_shows_raw_values_anchors_and_computed_scores() {
    let mut sheet = Sheet::open("blank");
    let rows = sheet.session().grid().rows.len();
    sheet.one_step(|sheet| sheet.put("criteria.C1.scored", "measured"));
    let labels = |sheet: &Sheet| -> Vec<String> {
        let rows = sheet.session().grid().rows.iter().map(|row| row.label.clone());
        rows.filter(|label| label.starts_with('↳')).collect()
    };
    assert_eq!(
        labels(&sheet),
        ["↳ Raw value", "↳ Unit of raw values", "↳ Scores 0 at", "↳ Scores 5 at", "↳ Scores 10 at"]
    );
    assert_eq!(sheet.session().grid().rows.len(), rows + 5);
    assert_eq!(
        (sheet.text_of("criteria.C1.raw.go").as_str(), sheet.text_of("criteria.C1.middle")),
        ("the score", "half-way".into())
    );
    // Thousand requests a second, from 0 to 100: 97.9, 62.3 and 26.6 of them.
    for (path, text) in [
        ("best", "100"),
        ("unit", "thousand requests/s"),
        ("raw.go", "97.9"),
        ("raw.node", "62.3"),
        ("raw.python", "26.6"),
    ] {
        sheet.one_step(|sheet| sheet.put(&format!("criteria.C1.{path}"), text));
    }
    let scores = ["go", "node", "python"].map(|id| sheet.text_of(&format!("results.{id}.criteria.C1")));
    assert_eq!(scores, ["9.79", "6.23", "2.66"]);
    assert!(!sheet.cell("results.go.criteria.C1").editable);
    let raw = sheet.session().grid().rows.iter().find(|row| row.label == "↳ Raw value").unwrap();
    assert_eq!(raw.unit, "thousand requests/s");
    // Bent, so that half of the best is worth 8: 5 + 5·(62.3 − 30)/70
    sheet.one_step(|sheet| sheet.put("criteria.C1.middle", "30"));
    assert_eq!(sheet.text_of("results.node.criteria.C1"), "7.31");
    sheet.one_step(|sheet| sheet.put("criteria.C12.scored", "computed"));
    assert_eq!(
        (sheet.text_of("results.go.raw.C12"), sheet.text_of("results.go.criteria.C12")),
        ("175,000".into(), "5".into())
    );
    assert!(!sheet.cell("results.go.raw.C12").editable);
    // Back again, the raw values wait for the next time.
    sheet.one_step(|sheet| sheet.put("criteria.C1.scored", "typed"));
    assert_eq!(sheet.text_of("criteria.C1.scores.go"), "9");
    sheet.put("criteria.C1.scored", "measured");
    assert_eq!(sheet.text_of("criteria.C1.raw.go"), "97.9");
}

#[test]
fn ends_that_make_no_sense_are_refused() {
    let mut sheet = Sheet::open("blank");
    sheet.put("criteria.C16.scored", "measured");
    let mut refused = |path: &str, text: &str, sentence: &str| {
        let before = sheet.file();
        sheet.put(path, text);
        assert_eq!((sheet.refusal(), sheet.file()), (sentence, before));
        sheet.press("Escape");
    };
    let middle = "criteria.C16.middle: 8 does not lie between the values that score 0 and 10.";
    refused("criteria.C16.worst", "2", "criteria.C16.best: 2 scores both 0 and 10; expected two numbers.");
    refused("criteria.C16.best", "60", "60 scores both 0 and 10; expected two numbers.");
    refused("criteria.C16.worst", "7", middle);
    refused("criteria.C16.worst", "8", middle);
    refused("criteria.C16.best", "70", middle);
    refused("criteria.C16.middle", "2", "2 does not lie between the values that score 0 and 10.");
    let computes = "The model computes no such criterion; expected typed or measured.";
    refused("criteria.C1.scored", "computed", computes);
}

#[test]
fn where_scores_come_from_survives_the_file() {
    let mut sheet = Sheet::open("blank");
    assert!(!sheet.file().contains("scored"), "files of plans that use none of it say nothing of it");
    for (path, text) in [
        ("criteria.C1.scored", "measured"),
        ("criteria.C1.unit", "thousand requests/s"),
        ("criteria.C1.raw.go", "triangular(90, 97.9, 99)"),
        ("criteria.C1.best", "100"),
        ("criteria.C1.middle", "20"),
        ("criteria.C10.scored", "computed"),
        ("criteria.C18.scored", "measured"),
        ("criteria.C18.raw.python", "0.25"),
    ] {
        // The driver reads every plan back from its file.
        sheet.one_step(|sheet| sheet.put(path, text));
    }
    let again = support::read(&sheet.file());
    assert!(evaluate(&again) == *sheet.session().evaluation());
    assert_eq!(again.criterion("C1").unwrap().raw.len(), 1, "only what was entered");
}

/// For each criterion, also those whose anchors are no scores from 0 to 10.
#[test]
fn from_typed_to_measured_no_score_changes_until_a_raw_value_is_entered() {
    for id in starter("ml-inference").criteria.iter().map(|criterion| &criterion.id) {
        let mut sheet = Sheet::open("ml-inference");
        let before = sheet.session().evaluation().clone();
        sheet.put(&format!("criteria.{id}.scored"), "measured");
        for (own, other) in sheet.session().evaluation().alternatives.iter().zip(&before.alternatives) {
            assert_close(own.score.flat.unwrap(), other.score.flat.unwrap());
            assert_close(own.score.grouped.unwrap(), other.score.grouped.unwrap());
        }
        let rank = sheet.rank_text();
        sheet.put(&format!("criteria.{id}.unit"), "ms");
        sheet.put(&format!("criteria.{id}.best"), "-1000");
        assert_eq!(sheet.rank_text(), rank, "{id}: nor by the ends");
    }
}

#[test]
fn a_raw_value_moves_one_score_and_emptying_it_gives_the_typed_one_back() {
    let mut sheet = Sheet::open("blank");
    sheet.put("criteria.C12.scored", "measured");
    let scores =
        |sheet: &Sheet| ["go", "node", "python"].map(|id| sheet.text_of(&format!("results.{id}.criteria.C12")));
    assert_eq!(scores(&sheet), ["5", "8", "7"], "as typed");
    // (225,000 − 200,000)/10,000
    sheet.put("criteria.C12.raw.go", "200k");
    assert_eq!(scores(&sheet), ["2.5", "8", "7"]);
    sheet.select("criteria.C12.raw.go");
    sheet.one_step(|sheet| {
        sheet.press("Delete");
    });
    assert_eq!(scores(&sheet), ["5", "8", "7"]);
}

#[test]
fn a_criterion_of_ones_own_is_measured_in_its_own_unit() {
    let mut sheet = Sheet::open("blank");
    sheet.send(Command::Add(Addition::Criterion("performance".into())));
    // Milliseconds: 200 is worth nothing, 20 is perfect.
    for (input, text) in [
        ("scored", "measured"),
        ("worst", "200"),
        ("best", "20"),
        ("raw.go", "20"),
        ("raw.node", "65"),
        ("raw.python", "250"),
        ("weight", "5"),
    ] {
        sheet.one_step(|sheet| sheet.put(&format!("criteria.C20.{input}"), text));
    }
    // 10·(200 − 65)/180
    let scores = ["go", "node", "python"].map(|id| sheet.text_of(&format!("results.{id}.criteria.C20")));
    assert_eq!(scores, ["10", "7.5", "0"]);
}

proptest! {
    #![proptest_config(cases(40))]

    /// The ends are fixed numbers, so whatever alternative is added, nobody else's score moves: none can decide who of
    /// the others wins by merely losing. The same when it goes again.
    #[test]
    fn adding_an_alternative_never_changes_the_others_scores(plan in plan(), choice in 0..4_usize, ways in prop::collection::vec(0..3_u8, 19)) {
        let mut plan = plan;
        for (criterion, way) in plan.criteria.iter_mut().zip(ways) {
            criterion.scored = match way {
                0 => Scored::Typed,
                1 => Scored::Measured,
                _ if criterion.is_computable() => Scored::Computed,
                _ => Scored::Measured,
            };
        }
        prop_assume!(plan.check().is_ok() && plan.alternatives.len() < 8);
        let addition = match choice {
            0 => Addition::Hybrid,
            1 => Addition::Niche,
            2 => Addition::Managed,
            _ => Addition::Alternative(plan.profiles[0].id.clone()),
        };
        let (more, _) = add(&plan, &addition).unwrap();
        let (before, after) = (evaluate(&plan), evaluate(&more));
        for (own, other) in before.alternatives.iter().zip(&after.alternatives) {
            let scores = |own: &weighbridge::evaluate::Outcome| (own.score.flat, own.score.grouped, own.score.given.clone());
            prop_assert!(scores(own) == scores(other), "{}", own.id);
        }
        let added = more.alternatives.last().unwrap().id.clone();
        let (again, _) = remove(&more, &Thing::Alternative(added)).unwrap();
        prop_assert!(again.alternatives == plan.alternatives && again.criteria == plan.criteria);
    }

    /// A score lies between 0 and 10, and a better raw value never scores less.
    #[test]
    fn better_values_never_score_less(
        ends in (-1e6..1e6_f64, -1e6..1e6_f64).prop_filter("two ends", |(worst, best)| (worst - best).abs() > 1e-3),
        bend in prop::option::of(0.001..0.999_f64),
        raws in (-2e6..2e6_f64, -2e6..2e6_f64),
        index in any::<Index>(),
    ) {
        let (worst, best) = ends;
        let middle = bend.map(|bend| worst + bend * (best - worst));
        let score = |raw: f64| value_function(raw, worst, middle, best);
        let (nearer, farther) = if (raws.0 < raws.1) == (worst < best) { (raws.1, raws.0) } else { raws };
        prop_assert!(score(nearer) >= score(farther) - 1e-9);
        prop_assert!((0.0..=10.0).contains(&score(raws.0)));
        prop_assert!(score(worst).abs() < 1e-9 && (score(best) - 10.0).abs() < 1e-9);
        let ids = ["C10", "C12", "C16", "C18", "C20"];
        let fresh = Criterion::with_id((*index.get(&ids)).into());
        let at = |end: f64| value_function(end, fresh.worst.central(), fresh.middle.map(|m| m.central()), fresh.best.central());
        prop_assert_eq!((at(fresh.worst.central()), at(fresh.best.central())), (0.0, 10.0));
    }
}
