//! Where every number on the sheets comes from, as one list.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Sheet, starter};
use weighbridge::analyse::explain::explain;
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Grade, Path, Plan};
use weighbridge::sheet::{Cell, Grid, Section, SheetId, Sourced, Standing, counts, matching, sourcing};

const VENDOR: Standing = Standing::Default(Grade::Vendor);

fn values(sections: &[Section]) -> Vec<&Sourced> {
    sections.iter().flat_map(|section| &section.lines).flat_map(|line| &line.values).collect()
}

#[track_caller]
fn at<'a>(sections: &'a [Section], path: &str) -> &'a Sourced {
    values(sections).into_iter().find(|value| value.path.as_str() == path).unwrap_or_else(|| panic!("no {path}"))
}

fn count(sections: &[Section], standing: Standing) -> usize {
    counts(sections)[Standing::ALL.iter().position(|other| *other == standing).unwrap()]
}

#[test]
fn every_input_that_has_a_cell_is_listed_once() {
    for id in ["blank", "ml-inference"] {
        let plan = starter(id);
        let sections = sourcing(&plan);
        let listed: Vec<&Path> = values(&sections).into_iter().map(|value| &value.path).collect();
        let mut in_cells = 0;
        for sheet in SheetId::ALL {
            for cell in Grid::of(&plan, sheet).rows.iter().flat_map(|row| &row.cells) {
                let Cell::Input(path) = cell else { continue };
                in_cells += 1;
                assert_eq!(listed.iter().filter(|other| **other == path).count(), 1, "{id}: {path}");
            }
        }
        assert_eq!(listed.len(), in_cells, "{id}: nothing else is");
        assert_eq!(counts(&sections).iter().sum::<usize>(), in_cells, "{id}: each has one grade");
    }
}

#[test]
fn a_value_says_its_grade_the_month_of_its_data_and_its_source() {
    let sections = sourcing(&Plan::default());
    let overhead = at(&sections, "profiles.go-net-http.overhead_ms");
    assert_eq!((overhead.standing.badge(), overhead.as_of.as_str()), ("M", "2025-07"));
    assert!(overhead.note.contains("the-benchmarker"), "{}", overhead.note);
    assert_eq!(overhead.of, "Go net/http");
    let growth = at(&sections, "workload.growth");
    assert_eq!((growth.standing.badge(), growth.value.as_str()), ("A", "5\u{a0}%"));
    assert_eq!(growth.as_of, "2026-11-23", "a judgement is as old as the look at it");
    assert!(growth.note.ends_with("The middle of triangular(1%, 5%, 10%)."), "{}", growth.note);
    let score = at(&sections, "criteria.C1.scores.node");
    assert_eq!((score.of.as_str(), score.value.as_str()), ("Node.js", "8"));
}

#[test]
fn what_is_overwritten_becomes_yours_and_keeps_its_default_in_sight() {
    let mut sheet = Sheet::open("blank");
    let before = sourcing(sheet.session().plan());
    assert_eq!(count(&before, Standing::Yours), 0);
    sheet.put("alternatives.node.rewrite.start", "13");
    let after = sourcing(sheet.session().plan());
    assert_eq!(count(&after, Standing::Yours), 1);
    assert_eq!(count(&after, VENDOR), count(&before, VENDOR) - 1);
    let start = at(&after, "alternatives.node.rewrite.start");
    assert_eq!((start.value.as_str(), start.standing.badge(), start.as_of.as_str()), ("13", "yours", ""));
    assert!(start.note.starts_with("The default is 25 (V)."), "{}", start.note);
}

#[test]
fn the_vendors_numbers_can_be_picked_out() {
    let sections = sourcing(&Plan::default());
    let found = matching(&sections, VENDOR.bit(), "");
    assert!(values(&found).iter().all(|value| value.standing == VENDOR));
    assert_eq!(values(&found).len(), count(&sections, VENDOR));
    for path in ["settings.horizon_months", "alternatives.go.rewrite.target", "profiles.node-fastify.conn_cap"] {
        at(&found, path);
    }
    let either = matching(&sections, VENDOR.bit() | Standing::Default(Grade::Primary).bit(), "");
    let primary = count(&sections, Standing::Default(Grade::Primary));
    assert_eq!(values(&either).len(), count(&sections, VENDOR) + primary);
    assert_eq!(values(&matching(&sections, Standing::Yours.bit(), "")).len(), 0);
}

#[test]
fn words_find_inputs_by_name_thing_and_source() {
    let sections = sourcing(&Plan::default());
    let found = |text: &str| matching(&sections, 0, text).iter().flat_map(|s| s.lines.clone()).collect::<Vec<_>>();
    let prices = found("PRICE gb memory");
    assert_eq!(prices.iter().map(|line| line.label.as_str()).collect::<Vec<_>>(), ["Price of a GB of memory"]);
    let pay = found("base pay new 151,000 survey python");
    assert_eq!(pay.iter().map(|line| line.values.len()).collect::<Vec<_>>(), [1], "{pay:?}");
    assert_eq!(pay[0].values[0].of, "Python");
    assert!(found("nothing of the kind").is_empty());
    assert_eq!(values(&matching(&sections, 0, "  ")).len(), values(&sections).len());
}

#[test]
fn what_must_be_said_stands_beside_its_numbers() {
    let sections = sourcing(&Plan::default());
    let beside = |words: &str| -> Vec<&str> {
        let says = |section: &&Section| section.sentences.iter().any(|sentence| sentence.contains(words));
        sections.iter().filter(says).map(|section| section.title.as_str()).collect()
    };
    assert_eq!(beside("AWS Fargate list price"), ["Prices"]);
    assert_eq!(beside("self-selected survey"), ["What the choice means for the team"]);
    assert_eq!(beside("ODbL"), ["What the choice means for the team"]);
    assert_eq!(beside("No public statistics"), ["A possible rewrite"]);
    assert_eq!(beside("ratios matter"), [""], "the Profiles sheet has no headings");
    assert_eq!(sections.last().unwrap().sheet, SheetId::Profiles);
}

#[test]
fn a_starter_that_sets_a_value_is_named() {
    let sections = sourcing(&starter("high-concurrency-api"));
    let peak = at(&sections, "workload.peak_rps");
    assert_eq!((peak.standing.badge(), peak.value.as_str()), ("?", "2,000"));
    assert!(peak.note.contains("“High-concurrency API” (article line 71)"), "{}", peak.note);
}

#[test]
fn every_computed_cell_can_show_how_it_follows() {
    for starter in weighbridge::starter::STARTERS {
        let plan = starter.plan();
        let evaluation = evaluate(&plan);
        for sheet in SheetId::ALL {
            for cell in Grid::of(&plan, sheet).rows.iter().flat_map(|row| &row.cells) {
                let Cell::Computed(path) = cell else { continue };
                let step = explain(&plan, &evaluation, path);
                assert!(step.is_some_and(|step| !step.label.is_empty()), "{}: {path}", starter.id);
            }
        }
    }
}
