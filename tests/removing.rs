//! Removing: what pointed to a thing that is gone goes with it, everything else stays as it is, and one undo brings all
//! of it back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Put, Sheet, starter};
use weighbridge::edit::structure::Thing;
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Note, Path, Plan, Scenario, Value};
use weighbridge::session::Command;

/// The plan with one scenario of these overrides, and a note on each of their inputs.
fn with_scenario(mut plan: Plan, overrides: &[(&str, Value)]) -> Sheet {
    let mut scenario = Scenario { id: "s".into(), name: "What if".into(), ..Scenario::default() };
    for (path, value) in overrides {
        scenario.overrides.insert((*path).into(), value.clone());
        plan.notes.insert((*path).into(), Note { text: format!("about {path}"), ..Note::default() });
    }
    plan.scenarios.push(scenario);
    Sheet::of(plan)
}

fn remove(sheet: &mut Sheet, thing: Thing) {
    sheet.one_step(|sheet| drop(sheet.send(Command::Remove(thing))));
}

fn overridden(sheet: &Sheet) -> Vec<&str> {
    sheet.session().plan().scenarios[0].overrides.keys().map(Path::as_str).collect()
}

fn noted(sheet: &Sheet) -> Vec<&str> {
    sheet.session().plan().notes.keys().map(Path::as_str).collect()
}

#[test]
fn an_alternative_takes_along_what_was_said_about_it_and_nothing_else() {
    let mut plan = starter("ml-inference");
    plan.set(&"alternatives.node.rewrite.target".into(), "python".value()).unwrap();
    let before = evaluate(&plan);
    let mut sheet = with_scenario(
        plan,
        &[
            ("alternatives.go.rewrite.target", "python".value()),
            ("alternatives.hybrid.rewrite.target", "node".value()),
            ("alternatives.python.team.salary", 100_000.0.value()),
            ("criteria.C1.scores.python", 3.0.value()),
            ("criteria.C1.scores.go", 4.0.value()),
            ("criteria.C6.raw.python", 1.0.value()),
            ("workload.peak_rps", 300.0.value()),
        ],
    );
    remove(&mut sheet, Thing::Alternative("python".into()));
    let plan = sheet.session().plan();
    assert_eq!(plan.alternatives.iter().map(|own| own.id.as_str()).collect::<Vec<_>>(), ["go", "node", "hybrid"]);
    assert!(plan.criteria.iter().all(|criterion| criterion.scores.len() == 3 && criterion.raw.is_empty()));
    assert_eq!(plan.alternative("node").unwrap().rewrite.target.as_str(), "node", "rewritten in place");
    assert_eq!(plan.alternative("hybrid").unwrap().rewrite.target.as_str(), "go", "as before");
    let kept = ["alternatives.hybrid.rewrite.target", "criteria.C1.scores.go", "workload.peak_rps"];
    assert_eq!(overridden(&sheet), kept);
    // A note on an input that is still there stays, even where the override went.
    let notes = [&["alternatives.go.rewrite.target"][..], &kept].concat();
    assert_eq!(noted(&sheet), notes);
    for outcome in &sheet.session().evaluation().alternatives {
        let own = before.outcome(outcome.id.as_str()).unwrap();
        assert_eq!((outcome.score.flat, &outcome.score.given), (own.score.flat, &own.score.given), "{}", outcome.id);
        // Node's money changed with its rewrite; that of the others did not.
        let same = outcome.id.as_str() == "node" || outcome.money.unwrap().npv == own.money.unwrap().npv;
        assert!(same, "{}", outcome.id);
    }
    sheet.press("Ctrl+Z");
    assert_eq!(sheet.text_of("alternatives.node.rewrite.target"), "Python");
}

#[test]
fn a_group_takes_its_criteria_along_and_leaves_other_overrides_alone() {
    let mut sheet = with_scenario(
        starter("blank"),
        &[
            ("criteria.C1.weight", 5.0.value()),
            ("criteria.C6.group", "performance".value()),
            ("criteria.C6.weight", 1.0.value()),
            ("groups.performance.weight", 2.0.value()),
            // These three hold only together, and have nothing to do with groups.
            ("workload.mix.crud", 0.5.value()),
            ("workload.mix.pure", 0.3.value()),
            ("workload.mix.native", 0.2.value()),
        ],
    );
    remove(&mut sheet, Thing::Group("performance".into()));
    let plan = sheet.session().plan();
    assert_eq!(plan.criteria.first().unwrap().id.as_str(), "C6");
    assert_eq!((plan.groups.len(), plan.criteria.len()), (3, 14));
    let mix = ["workload.mix.crud", "workload.mix.native", "workload.mix.pure"];
    assert_eq!(overridden(&sheet), [&["criteria.C6.weight"][..], &mix].concat());
    assert_eq!(noted(&sheet), [&["criteria.C6.group", "criteria.C6.weight"][..], &mix].concat());
}

#[test]
fn a_criterion_goes_and_the_others_keep_their_order() {
    let mut sheet =
        with_scenario(starter("blank"), &[("criteria.C2.weight", 5.0.value()), ("criteria.C3.weight", 5.0.value())]);
    remove(&mut sheet, Thing::Criterion("C2".into()));
    let ids: Vec<&str> = sheet.session().plan().criteria.iter().map(|criterion| criterion.id.as_str()).collect();
    assert_eq!((&ids[..3], ids.len()), (&["C1", "C3", "C4"][..], 18));
    assert_eq!((overridden(&sheet), noted(&sheet)), (vec!["criteria.C3.weight"], vec!["criteria.C3.weight"]));
    // To the last one, whatever is left over.
    for id in sheet.session().plan().criteria.iter().map(|criterion| criterion.id.clone()).collect::<Vec<_>>() {
        remove(&mut sheet, Thing::Criterion(id));
    }
    assert_eq!(sheet.rank_text(), "Go –, Node.js –, Python –");
}

#[test]
fn behind_a_role_that_goes_the_others_move_up_with_what_was_said_about_them() {
    let mut plan = starter("blank");
    let third = weighbridge::model::Role { name: "Designer".into(), ..plan.team.other_roles[0].clone() };
    plan.team.other_roles.push(third);
    let mut sheet = with_scenario(
        plan,
        &[
            ("team.other_roles.0.headcount", 1.0.value()),
            ("team.other_roles.1.headcount", 2.0.value()),
            ("team.other_roles.2.headcount", 3.0.value()),
            ("team.other_roles.2.salary", 90_000.0.value()),
        ],
    );
    remove(&mut sheet, Thing::Role(1));
    let left = ["team.other_roles.0.headcount", "team.other_roles.1.headcount", "team.other_roles.1.salary"];
    assert_eq!((overridden(&sheet), noted(&sheet)), (left.to_vec(), left.to_vec()));
    let scenario = &sheet.session().plan().scenarios[0];
    assert_eq!(scenario.overrides.get(left[1]), Some(&Value::Number(3.0)), "those of the designer");
    assert_eq!(sheet.text_of("team.other_roles.1.name"), "Designer");
    assert_eq!(sheet.session().plan().notes.get(left[1]).unwrap().text, "about team.other_roles.2.headcount");
    for _ in 0..2 {
        remove(&mut sheet, Thing::Role(0));
    }
    assert!(overridden(&sheet).is_empty() && sheet.session().plan().team.other_roles.is_empty());
}

#[test]
fn the_first_tier_that_is_left_does_what_the_other_one_did() {
    for (gone, left) in [(1, "go-net-http"), (0, "python-fastapi")] {
        let mut sheet = with_scenario(
            starter("ml-inference"),
            &[
                ("alternatives.hybrid.tiers.0.model_mb", 1.0.value()),
                ("alternatives.hybrid.tiers.1.model_mb", 2.0.value()),
            ],
        );
        remove(&mut sheet, Thing::Tier("hybrid".into(), gone));
        let tiers = &sheet.session().plan().alternative("hybrid").unwrap().tiers;
        assert_eq!((tiers.len(), tiers[0].profile.as_str()), (1, left));
        assert_eq!(sheet.text_of("alternatives.hybrid.tiers.0.parts"), "crud, pure, native");
        assert!(tiers[0].holds_connections && tiers[0].call_share.central() == 1.0);
        assert_eq!(overridden(&sheet), ["alternatives.hybrid.tiers.0.model_mb"]);
        let stays = Value::Number(if gone == 1 { 1.0 } else { 2.0 });
        assert_eq!(sheet.session().plan().scenarios[0].overrides.values().next(), Some(&stays));
        let said = sheet.refused(Command::Remove(Thing::Tier("hybrid".into(), 0)));
        assert_eq!(said, "Remove refused. alternatives.hybrid.tiers.0: an alternative needs a tier.");
    }
}

#[test]
fn a_tier_that_was_reached_by_some_requests_takes_over_all_of_them() {
    let mut sheet = Sheet::open("ml-inference");
    sheet.put("alternatives.hybrid.tiers.1.call_share", "30%");
    remove(&mut sheet, Thing::Tier("hybrid".into(), 0));
    assert_eq!(sheet.number_of("alternatives.hybrid.tiers.0.call_share"), 1.0, "clients connect to it now");
}

#[test]
fn a_profile_in_use_stays_and_the_user_is_told_what_runs_on_it() {
    let mut sheet = with_scenario(
        starter("blank"),
        &[
            ("alternatives.go.tiers.0.profile", "go-gin".value()),
            ("profiles.go-gin.k_crud", 2.0.value()),
            ("workload.peak_rps", 300.0.value()),
            ("workload.mix.crud", 0.8.value()),
            ("workload.mix.pure", 0.2.value()),
        ],
    );
    let said = sheet.refused(Command::Remove(Thing::Profile("go-net-http".into())));
    assert_eq!(said, "Remove refused. profiles.go-net-http: Go runs on it; let it run on another profile first.");
    // One that only a scenario wanted goes, and the scenario keeps all the rest.
    remove(&mut sheet, Thing::Profile("go-gin".into()));
    assert_eq!(overridden(&sheet), ["workload.mix.crud", "workload.mix.pure", "workload.peak_rps"]);
}

#[test]
fn what_is_not_there_cannot_be_removed_copied_or_moved() {
    let mut sheet = Sheet::open("blank");
    for thing in
        [Thing::Alternative("rust".into()), Thing::Tier("go".into(), 1), Thing::Role(2), Thing::Group("x".into())]
    {
        let path = thing.path();
        let said = sheet.refused(Command::Remove(thing.clone())).to_owned();
        assert_eq!(said, format!("Remove refused. {path}: the plan has no such thing."));
        sheet.refused(Command::Duplicate(thing.clone()));
        sheet.refused(Command::Shift(thing, 1));
    }
}

#[test]
fn the_things_a_cell_is_about_are_the_nearest_first() {
    let mut sheet = Sheet::open("ml-inference");
    sheet.put("criteria.C12.scored", "computed");
    let alternative = |id: &str| Thing::Alternative(id.into());
    let criterion = |id: &str| Thing::Criterion(id.into());
    for (path, things) in [
        ("criteria.C1.weight", vec![criterion("C1")]),
        ("criteria.C1.scores.go", vec![criterion("C1"), alternative("go")]),
        ("results.go.criteria.C12", vec![criterion("C12"), alternative("go")]),
        ("results.node.score.by_group.people", vec![Thing::Group("people".into()), alternative("node")]),
        ("alternatives.hybrid.tiers.1.parts", vec![Thing::Tier("hybrid".into(), 1), alternative("hybrid")]),
        ("alternatives.go.team.salary", vec![alternative("go")]),
        ("team.other_roles.1.salary", vec![Thing::Role(1)]),
        ("profiles.go-gin.k_pure", vec![Thing::Profile("go-gin".into())]),
        ("workload.growth", vec![]),
    ] {
        sheet.select(path);
        assert_eq!(sheet.session().things(), things, "{path}");
    }
}

#[test]
fn undo_looks_at_what_it_brings_back_on_the_sheet_in_sight() {
    let mut sheet = Sheet::open("blank");
    sheet.select("criteria.C14.weight");
    sheet.send(Command::Remove(Thing::Criterion("C14".into())));
    sheet.send(Command::Jump(weighbridge::session::Edge::SheetStart));
    sheet.press("Ctrl+Z");
    assert_eq!(sheet.selected(), "criteria.C14.weight");
    sheet.send(Command::Remove(Thing::Alternative("node".into())));
    sheet.press("Ctrl+Z");
    assert_eq!(sheet.session().sheet(), weighbridge::sheet::SheetId::Criteria);
    assert!(sheet.selected().contains("node"), "{}", sheet.selected());
}
