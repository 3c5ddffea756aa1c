//! Moving what a plan consists of among its kind, and doing and undoing anything with its structure at random.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use proptest::sample::Index;
use support::random::{Action, action, plan, structural, things};
use support::{Sheet, cases, starter};
use weighbridge::edit::structure::{Thing, duplicate, remove, shift};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Kind, Path, Plan, Value};
use weighbridge::session::{Command, Mode};

fn alternatives(sheet: &Sheet) -> Vec<String> {
    sheet.session().plan().alternatives.iter().map(|own| own.id.to_string()).collect()
}

fn criteria_of(sheet: &Sheet, group: &str) -> Vec<String> {
    let plan = sheet.session().plan();
    plan.criteria.iter().filter(|c| c.group.as_str() == group).map(|c| c.id.to_string()).collect()
}

#[test]
fn moving_swaps_neighbours_and_stops_at_the_ends() {
    let mut sheet = Sheet::open("blank");
    let go = Thing::Alternative("go".into());
    sheet.one_step(|sheet| drop(sheet.send(Command::Shift(go.clone(), 1))));
    assert_eq!((alternatives(&sheet).join(" "), sheet.said()), ("node go python".into(), "Redo: Move alternative Go"));
    let labels: Vec<&str> = sheet.session().grid().columns.iter().map(|column| column.label.as_str()).collect();
    assert_eq!(labels[1..4], ["Node.js", "Go", "Python"], "the columns follow, on the sheet in sight");
    sheet.send(Command::Shift(go.clone(), 1));
    let said = sheet.refused(Command::Shift(go.clone(), 1));
    assert_eq!(said, "Move refused. alternatives.go: it stands at that end already.");
    // Two places further, past both others, which keep their order.
    sheet.one_step(|sheet| drop(sheet.send(Command::Shift(go.clone(), -2))));
    assert_eq!(alternatives(&sheet), ["go", "node", "python"]);
    sheet.one_step(|sheet| drop(sheet.send(Command::Shift(go, 2))));
    assert_eq!(alternatives(&sheet), ["node", "python", "go"]);
    for (thing, step) in
        [(Thing::Group("people".into()), -2), (Thing::Profile("go-gin".into()), 3), (Thing::Role(1), -1)]
    {
        let name = thing.name(sheet.session().plan());
        let (place, _) = thing.place(sheet.session().plan()).unwrap();
        sheet.one_step(|sheet| drop(sheet.send(Command::Shift(thing.clone(), step))));
        let plan = sheet.session().plan();
        let moved = things(plan).into_iter().find(|other| other.kind() == thing.kind() && other.name(plan) == name);
        assert_eq!(moved.unwrap().place(plan).unwrap().0 as isize, place as isize + step, "{name}");
    }
}

#[test]
fn a_criterion_moves_within_its_group() {
    let mut sheet = Sheet::open("blank");
    let pay = Thing::Criterion("C12".into());
    assert_eq!(criteria_of(&sheet, "people"), ["C11", "C12", "C13", "C15", "C18"]);
    // C14 of another group stands between C13 and C15.
    sheet.one_step(|sheet| drop(sheet.send(Command::Shift(pay.clone(), 2))));
    assert_eq!(criteria_of(&sheet, "people"), ["C11", "C13", "C15", "C12", "C18"]);
    assert_eq!(criteria_of(&sheet, "operations"), ["C10", "C14", "C16", "C17", "C19"], "the others stay");
    sheet.send(Command::Shift(pay.clone(), -3));
    assert_eq!(criteria_of(&sheet, "people"), ["C12", "C11", "C13", "C15", "C18"]);
    sheet.refused(Command::Shift(pay, -1));
    // Into another group: one cell.
    sheet.one_step(|sheet| sheet.put("criteria.C12.group", "Performance"));
    assert_eq!(criteria_of(&sheet, "performance"), ["C1", "C2", "C3", "C4", "C5", "C12"]);
}

#[test]
fn what_is_said_about_a_tier_or_a_role_moves_with_it() {
    let mut plan = starter("ml-inference");
    let paths = ["team.other_roles.0.headcount", "alternatives.hybrid.tiers.1.model_mb"];
    let mut scenario = weighbridge::model::Scenario { id: "s".into(), ..Default::default() };
    for path in paths {
        plan.notes.insert(path.into(), weighbridge::model::Note { text: path.into(), ..Default::default() });
        scenario.overrides.insert(path.into(), Value::Number(1.0));
    }
    plan.scenarios.push(scenario);
    let mut sheet = Sheet::of(plan);
    sheet.one_step(|sheet| drop(sheet.send(Command::Shift(Thing::Role(0), 1))));
    sheet.one_step(|sheet| drop(sheet.send(Command::Shift(Thing::Tier("hybrid".into(), 1), -1))));
    let plan: &Plan = sheet.session().plan();
    let moved = ["alternatives.hybrid.tiers.0.model_mb", "team.other_roles.1.headcount"];
    assert_eq!(plan.notes.keys().map(Path::as_str).collect::<Vec<_>>(), moved);
    assert_eq!(plan.scenarios[0].overrides.keys().map(Path::as_str).collect::<Vec<_>>(), moved);
    assert_eq!(plan.notes.get(moved[1]).unwrap().text, paths[0]);
    // A copy of the first role pushes the second one down, and its note along.
    sheet.send(Command::Duplicate(Thing::Role(0)));
    assert!(sheet.session().plan().notes.get("team.other_roles.2.headcount").is_some());
}

proptest! {
    #![proptest_config(cases(6))]

    /// Whatever is added, copied, moved and removed, in whatever order: every step is swept, and all of it can be undone.
    #[test]
    fn any_building_and_tearing_down_can_be_undone(
        actions in prop::collection::vec(prop_oneof![4 => structural(), 1 => action()], 40),
    ) {
        let mut sheet = Sheet::open("ml-inference");
        let first = (sheet.session().plan().clone(), sheet.file());
        for action in &actions {
            if let Some(command) = Action::command(action, sheet.session()) {
                sheet.send(command);
            }
        }
        while sheet.session().can_redo() || sheet.session().mode() != Mode::Ready {
            sheet.send(Command::Redo);
        }
        let last = sheet.file();
        while sheet.session().can_undo() {
            sheet.send(Command::Undo);
        }
        prop_assert!((sheet.session().plan().clone(), sheet.file()) == first);
        while sheet.session().can_redo() {
            sheet.send(Command::Redo);
        }
        prop_assert_eq!(sheet.file(), last);
    }
}

proptest! {
    #![proptest_config(cases(60))]

    /// With remarks and scenarios about anything: a copy that is removed again, a move and the move back, leave nothing
    /// behind; and what is left after removing holds together, survives its file, and says all it said of other things.
    #[test]
    fn structure_and_what_is_said_about_it_stay_together(plan in plan(), choice in any::<Index>(), step in -3..4_isize) {
        let things = things(&plan);
        let thing = choice.get(&things);
        let of = |changed: &(Plan, Path)| Thing::of(&changed.0, &changed.1.then("name")).or(Thing::of(&changed.0, &changed.1.then("profile")));
        if let Ok(copied) = duplicate(&plan, thing) {
            let again = remove(&copied.0, &of(&copied).unwrap());
            prop_assert!(again.is_ok_and(|(again, _)| again == plan), "{:?} copied", thing);
        }
        if let Ok(moved) = shift(&plan, thing, step) {
            let back = shift(&moved.0, &of(&moved).unwrap(), -step);
            // Criteria of other groups between two of one group may end up on the other side of them.
            let is_criterion = matches!(thing, Thing::Criterion(_));
            prop_assert!(back.is_ok_and(|(back, _)| is_criterion || back == plan), "{:?} moved", thing);
        }
        if let Ok((left, _)) = remove(&plan, thing) {
            support::check_plan(&left, &evaluate(&left));
            let base = thing.path();
            let is_of_it = |path: &Path| {
                let id = base.as_str().rsplit('.').next().unwrap();
                let list = base.parent();
                let is_renumbered = matches!(thing, Thing::Role(_) | Thing::Tier(..)) && path.as_str().starts_with(list.as_str());
                is_renumbered || path.steps().contains(&id) || left.input(path).is_none()
            };
            for (path, note) in plan.notes.iter().filter(|(path, _)| !is_of_it(path)) {
                prop_assert_eq!(left.notes.get(path.as_str()), Some(note));
            }
            for (before, after) in plan.scenarios.iter().zip(&left.scenarios) {
                for (path, value) in before.overrides.iter().filter(|(path, _)| !is_of_it(path)) {
                    let is_reference = plan.input(path).is_some_and(|input| matches!(input.kind, Kind::Reference(_)));
                    let kept = after.overrides.get(path.as_str());
                    // A formula that named it says so.
                    let names_it = matches!((value, kept), (Value::Formula(before), Some(Value::Formula(text)))
                        if text.contains("#REF!") && !before.contains("#REF!"));
                    prop_assert!(kept == Some(value) || is_reference || names_it, "{:?} removed, and {} lost: {:?}, now {:?}", thing, path, value, kept);
                }
            }
        }
    }
}
