//! Adding, renaming, duplicating and moving what a plan consists of: each is one step, and what is new is complete.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::random::things;
use support::{Sheet, starter};
use weighbridge::edit::structure::{Addition, Thing};
use weighbridge::evaluate::{Outcome, evaluate};
use weighbridge::model::{MAX_ALTERNATIVES, Quantity, Range, Scored};
use weighbridge::session::Command;
use weighbridge::sheet::SheetId;

fn blank() -> Sheet {
    Sheet::of(starter("blank"))
}

#[test]
fn every_addition_is_one_step_says_what_it_was_and_goes_there() {
    for (addition, said, selected) in [
        (
            Addition::Alternative("node-express".into()),
            "alternative Node Express 5",
            "alternatives.node-express-5.name",
        ),
        (Addition::Hybrid, "alternative Hybrid Go + Python", "alternatives.hybrid-go-python.name"),
        (Addition::Niche, "alternative Niche language", "alternatives.niche-language.name"),
        (Addition::Managed, "alternative Buy a managed service", "alternatives.buy-a-managed-service.name"),
        (Addition::Tier("go".into()), "tier go-net-http", "alternatives.go.tiers.1.profile"),
        (Addition::Criterion("people".into()), "criterion New criterion", "criteria.C20.weight"),
        (Addition::CriterionBehind("C2".into()), "criterion New criterion", "criteria.C20.weight"),
        (Addition::Group, "group New group", "groups.group.weight"),
        (Addition::Role, "role New role", "team.other_roles.2.name"),
        (Addition::Profile("own".into()), "profile A language of your own", "profiles.own-2.name"),
        (Addition::Profile("go-gin".into()), "profile Go gin, echo, chi", "profiles.go-gin-2.name"),
    ] {
        let mut sheet = blank();
        sheet.one_step(|sheet| drop(sheet.send(Command::Add(addition.clone()))));
        assert_eq!(sheet.said_first(), format!("Redo: Add {said}"));
        assert_eq!(sheet.selected(), selected);
        sheet.press("Ctrl+Z");
        sheet.send(Command::Add(addition));
        assert_eq!((sheet.said_first(), sheet.selected().as_str()), (format!("Add {said}").as_str(), selected));
    }
}

#[test]
fn a_criterion_is_inserted_below_another_one() {
    let mut sheet = blank();
    sheet.send(Command::Add(Addition::CriterionBehind("C2".into())));
    let ids: Vec<&str> = sheet.session().plan().criteria.iter().take(4).map(|own| own.id.as_str()).collect();
    assert_eq!(ids, ["C1", "C2", "C20", "C3"]);
    assert_eq!(sheet.session().plan().criterion("C20").unwrap().group.as_str(), "performance");
    sheet.press("Down");
    assert_eq!(sheet.selected(), "criteria.C3.weight");
    sheet.refused(Command::Add(Addition::CriterionBehind("C99".into())));
}

#[test]
fn each_sheet_offers_what_fits_it() {
    let mut sheet = Sheet::open("ml-inference");
    let offers = |sheet: &Sheet, name: &str| sheet.session().additions().iter().any(|(offered, _)| offered == name);
    for (id, own, foreign) in [
        (SheetId::Criteria, "Criterion of People", "Other role"),
        (SheetId::Workload, "Tier of Hybrid Go + Python", "Group of criteria"),
        (SheetId::Team, "Other role", "Tier of Go"),
        (SheetId::Profiles, "Profile of your own", "Alternative: niche language"),
    ] {
        sheet.open_sheet(id);
        assert!(offers(&sheet, own) && !offers(&sheet, foreign), "{own}, {foreign}");
        // Everything on offer can be had.
        for (name, addition) in sheet.session().additions() {
            let mut other = Sheet::of(sheet.session().plan().clone());
            other.send(Command::Add(addition));
            assert!(other.session().can_undo(), "{name}: {}", other.said());
        }
    }
}

#[test]
fn a_new_alternative_comes_with_the_figures_and_scores_of_its_language() {
    let mut sheet = blank();
    sheet.send(Command::Add(Addition::Alternative("node-nestjs-fastify".into())));
    let plan = sheet.session().plan();
    let (node, added) = (plan.alternative("node").unwrap(), &plan.alternatives[3]);
    assert_eq!((added.id.as_str(), added.name.as_str()), ("node-nestjs-on-fastify", "Node NestJS on Fastify"));
    assert!(added.team == node.team && added.rewrite == node.rewrite, "it hires and rewrites as Node.js does");
    assert!(plan.alternatives.iter().filter(|own| own.color == added.color).count() == 1, "its colour is its own");
    for criterion in &plan.criteria {
        assert_eq!(criterion.scores.get(added.id.as_str()), criterion.scores.get("node"), "{}", criterion.id);
    }
    // Of a language nobody knows anything about, each score is the middle.
    sheet.send(Command::Add(Addition::Alternative("own".into())));
    assert_eq!(sheet.number_of("criteria.C1.scores.a-language-of-your-own"), 5.0);
}

#[test]
fn the_hybrid_of_one_click_is_the_hybrid_of_the_starter() {
    let plan = starter("ml-inference");
    let mut sheet = Sheet::of(plan.clone());
    sheet.send(Command::Remove(Thing::Alternative("hybrid".into())));
    sheet.send(Command::Add(Addition::Hybrid));
    let base = "alternatives.hybrid-go-python";
    // What the starter's own story says of the team and the model.
    for (input, text) in [("tiers.1.model_mb", "2048"), ("team.know_share", "60%")] {
        sheet.put(&format!("{base}.{input}"), text);
    }
    sheet.put("criteria.C18.scores.hybrid-go-python", "6");
    let (own, click) = (plan.alternative("hybrid").unwrap(), &sheet.session().plan().alternatives[3]);
    assert_eq!(click.tiers, own.tiers);
    let tier = |index: usize| &click.tiers[index];
    assert_eq!((tier(0).call_share.central(), tier(1).call_share.central()), (1.0, 1.0));
    assert_eq!((tier(0).rpc_cpu_ms.central(), tier(1).rpc_cpu_ms.central()), (0.2, 0.2));
    assert_eq!((tier(0).profile.as_str(), tier(1).profile.as_str()), ("go-net-http", "python-fastapi"));
    assert_eq!((&click.team, &click.rewrite), (&own.team, &own.rewrite));
    let (expected, found) = (evaluate(&plan).alternatives.pop().unwrap(), sheet.session().evaluation());
    let found = Outcome { id: expected.id.clone(), ..found.alternatives[3].clone() };
    assert!(found == expected, "same score, machines and money, month by month");
}

#[test]
fn a_niche_language_takes_long_to_hire_for_and_says_why() {
    let mut sheet = blank();
    sheet.send(Command::Add(Addition::Niche));
    // 0.7 and 1.8 times 16, as for the others.
    let weeks = Quantity::Range(Range::Triangular(11.2, 16.0, 28.8));
    assert_eq!(sheet.session().plan().alternatives[3].team.fill_weeks, weeks);
    let note = sheet.session().plan().notes.get("criteria.C11.scores.niche-language").expect("a note beside hiring");
    assert!(note.source.contains("line 93"), "{}", note.source);
    sheet.press("Ctrl+Z");
    assert!(sheet.session().plan().notes.is_empty());
    // Without the criterion there is nothing to put a note on.
    sheet.send(Command::Remove(Thing::Criterion("C11".into())));
    sheet.send(Command::Add(Addition::Niche));
    assert!(sheet.session().plan().notes.is_empty() && sheet.session().plan().alternatives.len() == 4);
}

#[test]
fn a_managed_service_costs_a_fee_and_hardly_any_machines() {
    let mut sheet = blank();
    sheet.send(Command::Add(Addition::Managed));
    let month = |sheet: &Sheet| sheet.session().evaluation().alternatives[3].months[5].infrastructure.unwrap();
    let before = month(&sheet);
    sheet.one_step(|sheet| sheet.put("alternatives.buy-a-managed-service.fee", "0"));
    let rewrite = &sheet.session().plan().alternatives[3].rewrite;
    assert!(rewrite.start.central() > 6.0, "no rewrite is under way in month 6");
    support::assert_close(before - month(&sheet), 2_000.0);
    assert!(sheet.session().evaluation().alternatives[3].months[5].own.cores < 0.01, "others run it");
    let is_about_memory = |warning: &weighbridge::analyse::Warning| warning.rule == "W7";
    assert!(!sheet.session().warnings().iter().any(is_about_memory), "one instance is enough for everything");
}

#[test]
fn two_to_eight_alternatives_are_compared() {
    let mut sheet = blank();
    for _ in 3..MAX_ALTERNATIVES {
        sheet.send(Command::Add(Addition::Alternative("own".into())));
    }
    let plan = sheet.session().plan().clone();
    for own in &plan.alternatives {
        assert_eq!(plan.alternatives.iter().filter(|other| other.color == own.color).count(), 1, "{}", own.color);
    }
    let most = "alternatives: a plan compares at most 8 alternatives.";
    assert_eq!(sheet.refused(Command::Add(Addition::Hybrid)), format!("Add refused. {most}"));
    let go = Thing::Alternative("go".into());
    assert_eq!(sheet.refused(Command::Duplicate(go.clone())), format!("Duplicate refused. {most}"));
    for own in &plan.alternatives[1..7] {
        sheet.one_step(|sheet| drop(sheet.send(Command::Remove(Thing::Alternative(own.id.clone())))));
    }
    let said = sheet.refused(Command::Remove(go));
    assert_eq!(said, "Remove refused. alternatives.go: a plan compares at least two alternatives.");
}

#[test]
fn names_and_colours_are_inputs_like_others() {
    let mut sheet = blank();
    sheet.one_step(|sheet| sheet.put("alternatives.go.name", "Golang"));
    sheet.one_step(|sheet| sheet.put("alternatives.go.color", "#ABCDEF"));
    assert_eq!(sheet.session().grid().columns[1].color.as_deref(), Some("#abcdef"));
    sheet.one_step(|sheet| sheet.put("profiles.go-gin.name", "Gin"));
    sheet.one_step(|sheet| sheet.put("team.other_roles.0.name", "Head of engineering"));
    for path in ["criteria.C1.name", "groups.people.name"] {
        let write = Command::Write(vec![(path.into(), "Renamed".into())], "Rename".into());
        sheet.one_step(|sheet| drop(sheet.send(write)));
    }
    sheet.open_sheet(SheetId::Criteria);
    let labels: Vec<&str> = sheet.session().grid().rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels.iter().filter(|label| **label == "Renamed").count(), 2);
}

#[test]
fn a_copy_stands_behind_the_original_and_comes_to_the_same() {
    let mut sheet = Sheet::open("ml-inference");
    sheet.put("criteria.C1.scored", "measured");
    sheet.put("criteria.C1.raw.hybrid", "7");
    for (thing, said) in [
        (Thing::Alternative("hybrid".into()), "alternative Hybrid Go + Python"),
        (Thing::Criterion("C1".into()), "criterion Throughput under sustained load"),
        (Thing::Group("people".into()), "group People"),
        (Thing::Role(0), "role EM"),
        (Thing::Profile("go-gin".into()), "profile Go gin, echo, chi"),
    ] {
        let (place, count) = thing.place(sheet.session().plan()).unwrap();
        sheet.one_step(|sheet| drop(sheet.send(Command::Duplicate(thing.clone()))));
        assert_eq!(sheet.said_first(), format!("Redo: Duplicate {said}"));
        let plan = sheet.session().plan();
        assert_eq!(thing.place(plan), Some((place, count + 1)));
        let copy = things(plan)
            .into_iter()
            .find(|other| other.kind() == thing.kind() && other.place(plan) == Some((place + 1, count + 1)));
        assert_eq!(copy.unwrap().name(plan), format!("{} (copy)", thing.name(plan)));
    }
    let outcome = |id: &str| sheet.session().evaluation().outcome(id).unwrap();
    let (hybrid, copy) = (outcome("hybrid"), outcome("hybrid-2"));
    assert!(hybrid.score == copy.score && hybrid.money == copy.money && hybrid.months == copy.months);
    let plan = sheet.session().plan();
    assert_ne!(plan.alternative("hybrid").unwrap().color, plan.alternative("hybrid-2").unwrap().color);
}

#[test]
fn a_copy_of_a_stack_that_is_rewritten_in_place_is_rewritten_in_place_too() {
    let mut sheet = blank();
    sheet.send(Command::Duplicate(Thing::Alternative("go".into())));
    sheet.send(Command::Duplicate(Thing::Alternative("node".into())));
    let target = |id: &str| sheet.session().plan().alternative(id).unwrap().rewrite.target.to_string();
    assert_eq!((target("go-2"), target("node-2")), ("go-2".into(), "go".into()));
}

/// The model computes C16 and no copy of it, so the copy is a criterion with typed scores.
#[test]
fn a_computed_criterion_can_be_copied() {
    let mut sheet = blank();
    sheet.put("criteria.C16.scored", "computed");
    sheet.one_step(|sheet| drop(sheet.send(Command::Duplicate(Thing::Criterion("C16".into())))));
    let plan = sheet.session().plan();
    let copy = plan.criterion("C20").unwrap();
    assert_eq!((copy.scored, plan.criterion("C16").unwrap().scored), (Scored::Typed, Scored::Computed));
    assert_eq!(copy.scores, plan.criterion("C16").unwrap().scores);
}

#[test]
fn two_of_a_kind_have_two_names_and_no_name_is_empty() {
    let mut sheet = blank();
    sheet.send(Command::Add(Addition::Hybrid));
    sheet.send(Command::Add(Addition::Hybrid));
    let names: Vec<&str> = sheet.session().plan().alternatives.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(names[3..], ["Hybrid Go + Python", "Hybrid Go + Python 2"]);
    let empty = Command::Write(vec![("alternatives.go.name".into(), " ".into())], "Name".into());
    assert!(sheet.refused(empty).contains("a name is missing"));
}
