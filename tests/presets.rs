//! The article's use cases as weights: what they score, whom they pick, and how they are loaded into a plan.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use serde_json::Value as Json;
use support::{Sheet, assert_close, cases, data, starter};
use weighbridge::analyse::presets::{PRESETS, Preset, use_cases};
use weighbridge::edit::structure::{Addition, Thing, add};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Plan, ScoreForm};
use weighbridge::session::Command;

/// Go, Node.js, Python and the hybrid, with the default scores.
fn four() -> Plan {
    add(&starter("blank"), &Addition::Hybrid).unwrap().0
}

const NAMES: [&str; 4] = ["go", "node", "python", "hybrid"];

/// The presets beside their entries in the reference, which stand in the same order.
fn reference() -> Vec<(&'static Preset, Json)> {
    let json: Json = serde_json::from_str(&data("criteria.json")).unwrap();
    let presets = json["weight_presets"].as_array().unwrap();
    assert_eq!(presets.len(), PRESETS.len());
    PRESETS.iter().zip(presets.iter().cloned()).collect()
}

fn preset(id: &str) -> &'static Preset {
    PRESETS.iter().find(|preset| preset.id == id).unwrap()
}

fn loaded(plan: &Plan, preset: &'static Preset) -> Sheet {
    let mut sheet = Sheet::of(plan.clone());
    sheet.send(Command::ApplyPreset(preset, true));
    sheet
}

#[test]
fn weights_and_expertise_are_those_of_the_reference() {
    for (preset, reference) in reference() {
        let sheet = loaded(&four(), preset);
        for (id, weight) in reference["weights"].as_object().unwrap() {
            assert_eq!(Some(sheet.number_of(&format!("criteria.{id}.weight"))), weight.as_f64(), "{}: {id}", preset.id);
        }
        for (name, own) in NAMES.iter().zip(&four().alternatives) {
            let score = sheet.number_of(&format!("criteria.C18.scores.{}", own.id));
            assert_eq!(Some(score), reference["expertise"][name].as_f64(), "{}: {name}", preset.id);
        }
    }
}

#[test]
fn flat_scores_are_those_of_the_reference() {
    let mut compared = 0;
    for (preset, reference) in reference() {
        let sheet = loaded(&four(), preset);
        let Some(expected) = reference["expected_flat_scores"].as_object() else { continue };
        for (name, outcome) in NAMES.iter().zip(&sheet.session().evaluation().alternatives) {
            let (found, expected) = (outcome.score.flat.unwrap(), expected[*name].as_f64().unwrap());
            assert!((found - expected).abs() < 5e-5, "{}: {name} {found}, expected {expected}", preset.id);
            compared += 1;
        }
    }
    assert_eq!(compared, 20, "of five presets");
}

/// In the flat form by calibration; in the grouped form nobody tuned it.
#[test]
fn the_articles_pick_wins_its_use_case_in_both_forms() {
    for form in [ScoreForm::Flat, ScoreForm::Grouped] {
        let mut plan = four();
        plan.settings.score_form = form;
        let picked: Vec<_> = use_cases(&plan).into_iter().filter(|case| case.preset.pick.is_some()).collect();
        assert_eq!(picked.len(), 9, "the neutral one picks nobody");
        for case in picked {
            assert!(case.pick.is_some() && case.leader() == case.pick, "{}: {:?}", case.preset.id, case.scores);
        }
    }
    // Two grouped scores by hand, from the table of scores. ML inference, Python: performance (12+15+5+8)/8 = 5,
    // ecosystem (50+27+5)/9, people (24+14+27+27+40)/15, operations (5+12+10+10+10)/9; the mean of them times ten.
    let cases = use_cases(&four());
    let ml = cases.iter().find(|case| case.preset.id == "ml-inference").unwrap();
    assert_close(ml.scores[2].unwrap(), 2.5 * (5.0 + 82.0 / 9.0 + 132.0 / 15.0 + 47.0 / 9.0));
    // Python MVP, Go: (9+8+9+9+8)/5, (9+28+8+9)/9, (15+15+24+30+0)/20, (20+14+9+9+16)/8
    let mvp = cases.iter().find(|case| case.preset.id == "python-mvp").unwrap();
    assert_close(mvp.scores[0].unwrap(), 2.5 * (43.0 / 5.0 + 54.0 / 9.0 + 84.0 / 20.0 + 68.0 / 8.0));
}

#[test]
fn without_the_picked_stack_another_one_leads() {
    // The blank plan has no hybrid, so nobody is picked for latency-sensitive inference; Go scores most (75.4, flat).
    let cases = use_cases(&starter("blank"));
    let hybrid = cases.iter().find(|case| case.preset.id == "hybrid-inference").unwrap();
    assert_eq!((hybrid.pick, hybrid.leader()), (None, Some(0)));
}

#[test]
fn the_matrix_is_what_loading_the_preset_would_show() {
    for plan in [starter("blank"), four(), starter("ml-inference")] {
        for case in use_cases(&plan) {
            let sheet = loaded(&plan, case.preset);
            for (score, outcome) in case.scores.iter().zip(&sheet.session().evaluation().alternatives) {
                assert_eq!(*score, outcome.score.grouped, "{}: {}", case.preset.id, outcome.id);
            }
            assert_eq!(case.scores.len(), plan.alternatives.len());
        }
    }
}

#[test]
fn the_matrix_counts_computed_criteria_and_typed_expertise() {
    let mut sheet = Sheet::open("blank");
    for id in ["C16", "C18"] {
        sheet.put(&format!("criteria.{id}.scored"), "computed");
    }
    let plan = sheet.session().plan().clone();
    for case in use_cases(&plan) {
        let sheet = loaded(&plan, case.preset);
        assert_eq!(sheet.text_of("criteria.C18.scored"), "typed", "a use case says what its own team knows");
        assert_eq!(sheet.text_of("criteria.C16.scored"), "computed");
        for (score, outcome) in case.scores.iter().zip(&sheet.session().evaluation().alternatives) {
            assert_eq!(*score, outcome.score.grouped, "{}", case.preset.id);
        }
    }
}

#[test]
fn loading_is_one_step_and_says_what_it_was() {
    for preset in &PRESETS[1..] {
        for expertise in [true, false] {
            let mut sheet = Sheet::open("blank");
            sheet.one_step(|sheet| drop(sheet.send(Command::ApplyPreset(preset, expertise))));
            assert_eq!(sheet.said_first(), format!("Redo: Weights of “{}”", preset.name));
            let knows_go = sheet.number_of("criteria.C18.scores.go");
            assert!(expertise || knows_go == 5.0, "the team's own expertise stays unless it is asked for");
        }
    }
    // Once more changes nothing.
    let mut sheet = loaded(&starter("blank"), &PRESETS[3]);
    sheet.refused(Command::ApplyPreset(&PRESETS[3], true));
}

#[test]
fn own_criteria_keep_their_weights_and_those_that_are_gone_stay_away() {
    let mut sheet = Sheet::open("blank");
    sheet.send(Command::Add(Addition::Criterion("people".into())));
    sheet.put("criteria.C20.weight", "4");
    sheet.put("criteria.C20.scores.node", "9");
    sheet.put("groups.people.weight", "3");
    sheet.put("criteria.C2.threshold", "5");
    for id in ["C1", "C18"] {
        sheet.send(Command::Remove(Thing::Criterion(id.into())));
    }
    sheet.one_step(|sheet| drop(sheet.send(Command::ApplyPreset(preset("startup-mvp"), true))));
    let plan = sheet.session().plan();
    assert!(plan.criterion("C1").is_none() && plan.criterion("C18").is_none());
    assert_eq!(["C20", "C17", "C2"].map(|id| sheet.number_of(&format!("criteria.{id}.weight"))), [4.0, 5.0, 2.0]);
    assert_eq!((sheet.number_of("groups.people.weight"), sheet.number_of("criteria.C2.threshold")), (3.0, 5.0));
    for case in use_cases(plan) {
        let other = loaded(plan, case.preset);
        assert_eq!(case.scores[1], other.session().evaluation().alternatives[1].score.grouped);
    }
}

#[test]
fn with_no_criterion_left_no_use_case_has_a_score() {
    let mut plan = starter("blank");
    plan.criteria.clear();
    for case in use_cases(&plan) {
        assert_eq!((case.leader(), case.scores), (None, vec![None; 3]));
    }
    let mut sheet = Sheet::of(plan);
    sheet.refused(Command::ApplyPreset(&PRESETS[1], true));
}

proptest::proptest! {
    #![proptest_config(cases(12))]

    /// The matrix for any plan at all.
    #[test]
    fn the_matrix_never_differs_from_the_plan_with_the_weights(plan in support::random::plan()) {
        for case in use_cases(&plan) {
            let mut weighted = plan.clone();
            for (path, value) in case.preset.writes(&plan, true) {
                weighted.set(&path, value).unwrap();
            }
            weighted.recalculate().unwrap();
            proptest::prop_assert_eq!(weighted.check(), Ok(()));
            if !weighted.faults().is_empty() {
                proptest::prop_assert!(case.scores.iter().all(Option::is_none), "a formula comes to nothing");
                continue;
            }
            let scores: Vec<_> = evaluate(&weighted).alternatives.iter().map(|own| own.score.in_form(&plan)).collect();
            proptest::prop_assert_eq!(&scores, &case.scores);
        }
    }
}
