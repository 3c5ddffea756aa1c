//! The starter plans: they are what the reference says, and their files are written as the program writes them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use serde_json::Value as Json;
use support::{data, read};
use weighbridge::evaluate::evaluate;
use weighbridge::file;
use weighbridge::model::Record;
use weighbridge::starter::{STARTERS, Starter};

fn json(name: &str) -> Json {
    serde_json::from_str(&data(name)).unwrap()
}

/// A starter's file as it lies in the source.
fn source(id: &str) -> String {
    std::fs::read_to_string(format!("{}/src/starter/{id}.json", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn every_starter_file_is_read_and_what_is_written_reads_back_the_same() {
    let with_files: Vec<&Starter> = STARTERS.iter().filter(|starter| starter.pick.is_some()).collect();
    assert_eq!(with_files.len(), 8);
    for starter in with_files {
        // The files in the source leave defaults out; what a user gets is complete.
        let written = file::write(&starter.plan());
        assert_eq!(starter.plan(), read(&source(starter.id)), "{}", starter.id);
        assert_eq!(file::write(&read(&written)), written, "{}", starter.id);
    }
}

#[test]
fn every_starter_knows_itself_as_template() {
    for starter in STARTERS {
        assert_eq!(starter.plan().template.unwrap().as_str(), starter.id);
        assert_eq!(Starter::find(starter.id), Some(starter));
    }
}

#[test]
fn the_starters_say_what_the_reference_says() {
    let reference = json("starter_plans.json");
    let plans = reference["plans"].as_array().unwrap();
    assert_eq!(plans.len(), 8);
    for entry in plans {
        let expected = read(&entry["plan"].to_string());
        let same_title = |starter: &&Starter| starter.plan().title == expected.title;
        let starter = STARTERS.iter().find(same_title).unwrap_or_else(|| panic!("no starter is {}", expected.title));
        let mut plan = starter.plan();
        plan.template = None;
        // The reference lists the profiles it uses, with plain numbers; the starters have the whole catalogue, some of it
        // as ranges around the same numbers.
        for profile in &expected.profiles {
            let own = plan.profile(profile.id.as_str()).unwrap();
            for (index, input) in own.inputs().iter().enumerate() {
                let (own, expected) = (own.slot(index).unwrap().read(), profile.slot(index).unwrap().read());
                let same = own == expected || own.central().is_some() && own.central() == expected.central();
                assert!(same, "{}.{}", profile.id, input.name);
            }
        }
        plan.profiles = expected.profiles.clone();
        assert!(plan == expected, "{}", starter.id);
        let (pick, lines) = starter.pick.unwrap();
        assert_eq!(pick, entry["article_pick"]);
        // The reference marks each line with l. and has plain hyphens.
        assert_eq!(lines, entry["article_lines"].as_str().unwrap().replace("l.", "").replace('-', "–"));
    }
}

#[test]
fn the_blank_plan_has_the_neutral_criteria() {
    let reference = json("criteria.json");
    let plan = support::starter("blank");
    let criteria = reference["criteria"].as_array().unwrap();
    assert_eq!(plan.criteria.len(), criteria.len());
    let neutral = &reference["weight_presets"][0];
    for (criterion, expected) in plan.criteria.iter().zip(criteria) {
        let id = criterion.id.as_str();
        assert_eq!(
            (id, criterion.name.as_str()),
            (expected["id"].as_str().unwrap(), expected["name"].as_str().unwrap())
        );
        let group = plan.groups.iter().find(|group| group.id == criterion.group).unwrap();
        assert_eq!(group.name, expected["group"].as_str().unwrap(), "{id}");
        assert_eq!(criterion.weight.central(), neutral["weights"][id].as_f64().unwrap(), "{id}");
        for alternative in criterion.scores.keys() {
            let score = criterion.scores.get(alternative.as_str()).unwrap();
            let scores = if id == "C18" { &neutral["expertise"] } else { &expected["score"] };
            assert_eq!(score.central(), scores[alternative.as_str()].as_f64().unwrap(), "{id} {alternative}");
        }
    }
}

#[test]
fn the_neutral_flat_scores_are_those_of_the_reference() {
    let reference = json("criteria.json");
    for outcome in evaluate(&support::starter("blank")).alternatives {
        let expected = reference["weight_presets"][0]["expected_flat_scores"][outcome.id.as_str()].as_f64().unwrap();
        let found = outcome.score.flat.unwrap();
        assert!((found - expected).abs() < 1e-4, "{}: {found}, expected {expected}, rounded", outcome.id);
    }
}

#[test]
fn every_input_of_every_starter_can_be_read_and_written_back() {
    for starter in STARTERS {
        let mut plan = starter.plan();
        let before = plan.clone();
        let paths = plan.paths();
        assert!(paths.len() > 200, "{}", starter.id);
        for path in &paths {
            assert_eq!(paths.iter().filter(|other| *other == path).count(), 1, "{path} stands once");
            let value = plan.get(path).unwrap_or_else(|| panic!("{path} cannot be read"));
            assert_eq!(plan.set(path, value.clone()), Ok(value), "{path}");
        }
        assert!(plan == before, "{}", starter.id);
    }
}
