//! Defaults: where a value comes from, when it becomes one's own, and how it goes back. The mix always sums to one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Sheet, assert_close};
use weighbridge::model::{Range, Value};
use weighbridge::session::Command;
use weighbridge::sheet::Provenance;

fn sheet() -> Sheet {
    Sheet::open("high-concurrency-api")
}

#[test]
fn an_edited_cell_becomes_yours_and_reset_gives_its_grade_back() {
    let mut sheet = sheet();
    let path = "workload.load_factor";
    assert_eq!((sheet.cell(path).grade, sheet.cell(path).yours), (Some("A"), false));
    sheet.put(path, "30%");
    assert_eq!((sheet.cell(path).grade, sheet.cell(path).yours), (None, true));
    sheet.select(path);
    assert_eq!(sheet.session().selected_default().as_deref(), Some("40\u{a0}%"));
    assert!(sheet.session().selected_label().ends_with("yours"), "{}", sheet.session().selected_label());
    assert!(sheet.session().tooltip(sheet.at()).contains("Yours; the default is 40\u{a0}%."));

    sheet.send(Command::Reset(path.into()));
    assert_eq!((sheet.text_of(path).as_str(), sheet.cell(path).grade), ("40\u{a0}%", Some("A")));
    assert_eq!(sheet.said(), "Average ÷ peak traffic: 40\u{a0}%, back at its default");
    sheet.press("Ctrl+Z");
    assert_eq!((sheet.number_of(path), sheet.cell(path).yours), (0.3, true));
}

#[test]
fn typing_the_default_by_hand_is_the_default_again() {
    let mut sheet = sheet();
    sheet.put("workload.load_factor", "0.3%");
    sheet.put("workload.load_factor", "40");
    assert!(!sheet.cell("workload.load_factor").yours);
}

#[test]
fn a_starters_own_values_count_as_defaults_and_say_so() {
    let mut sheet = sheet();
    sheet.select("workload.peak_rps");
    let words = sheet.session().selected_provenance().unwrap().words();
    assert!(words.contains("Set by the starter plan “High-concurrency API” (article line 71)."), "{words}");
    sheet.select("workload.load_factor");
    let words = sheet.session().selected_provenance().unwrap().words();
    assert!(words.starts_with("Default, A (assumption), as of 20"), "{words}");
    assert!(!words.contains("starter"), "{words}");
    sheet.select("results.go.score.grouped");
    assert_eq!(sheet.session().selected_provenance(), None, "results have no source");
}

#[test]
fn every_input_of_every_starter_begins_as_a_default_with_a_source() {
    for starter in weighbridge::starter::STARTERS {
        let plan = starter.plan();
        let defaults = weighbridge::starter::Defaults::of(plan.template.as_ref());
        for path in plan.paths() {
            let provenance = weighbridge::sheet::provenance(&plan, &defaults, &path).unwrap();
            assert!(matches!(provenance, Provenance::Default(..)), "{}: {path}", starter.id);
        }
    }
}

#[test]
fn delete_goes_back_to_the_default() {
    for key in ["Delete", "Backspace"] {
        let mut sheet = sheet();
        sheet.put("criteria.C1.weight", "1");
        sheet.select("criteria.C1.weight");
        sheet.press(key);
        assert_eq!((sheet.number_of("criteria.C1.weight"), sheet.cell("criteria.C1.weight").yours), (5.0, false));
        sheet.press("Ctrl+Z");
        assert_eq!(sheet.number_of("criteria.C1.weight"), 1.0);
    }
}

#[test]
fn delete_empties_what_may_be_empty() {
    let mut sheet = sheet();
    for (path, shown) in [
        ("workload.max_wait_ms", "no guard"),
        ("team.existing_salary", "as new hires"),
        ("profiles.go-net-http.conn_cap", "no limit"),
    ] {
        sheet.select(path);
        sheet.press("Delete");
        assert_eq!((sheet.value_of(path), sheet.text_of(path).as_str()), (Value::Empty, shown));
        sheet.put(path, "10");
        sheet.put(path, shown);
        assert_eq!(sheet.value_of(path), Value::Empty, "the word for nothing can be typed");
    }
}

#[test]
fn what_the_user_added_has_no_default() {
    let mut plan = support::starter("blank");
    let mut added = plan.profiles[0].clone();
    added.id = "mine".into();
    plan.profiles.push(added);
    let mut sheet = Sheet::of(plan);
    assert!(sheet.cell("profiles.mine.base_mb").yours);
    sheet.select("profiles.mine.base_mb");
    assert_eq!(sheet.session().selected_default(), None);
    sheet.press("Delete");
    assert_eq!(sheet.said(), "Go net/http, Memory of one process, MB has no default");
}

#[test]
fn a_range_shows_its_middle_and_says_its_shape() {
    let mut sheet = sheet();
    let path = "team.mvp_scope";
    sheet.put(path, "pert(20, 30, 60)");
    assert_eq!(sheet.value_of(path), Value::Range(Range::Pert(20.0, 30.0, 60.0)));
    assert_eq!((sheet.text_of(path).as_str(), sheet.cell(path).range), ("30", true));
    sheet.select(path);
    assert!(
        sheet.session().tooltip(sheet.at()).contains("A range: pert 20 – 30 – 60, middle 30. The middle counts."),
        "{}",
        sheet.session().tooltip(sheet.at())
    );
    sheet.press("F2");
    assert_eq!(sheet.draft(), "pert(20, 30, 60)");
}

#[test]
fn the_share_that_was_not_typed_follows() {
    let mut sheet = sheet();
    let mix = |sheet: &Sheet| ["crud", "pure", "native"].map(|part| sheet.number_of(&format!("workload.mix.{part}")));
    let before = sheet.file();
    sheet.put("workload.mix.pure", "30");
    assert_eq!(mix(&sheet), [0.7, 0.3, 0.0], "the records give way");
    sheet.put("workload.mix.native", "20");
    assert_eq!(mix(&sheet), [0.5, 0.3, 0.2]);
    sheet.put("workload.mix.crud", "60");
    assert_eq!(mix(&sheet), [0.6, 0.2, 0.2], "typing the records, the computation gives way");
    for _ in 0..3 {
        sheet.press("Ctrl+Z");
    }
    assert_eq!(sheet.file(), before, "each was one step");

    sheet.put("workload.mix.pure", "1/3");
    sheet.press("Escape");
    sheet.put("workload.mix.pure", "33.333333333333336%");
    assert_close(mix(&sheet).iter().sum(), 1.0);
}

#[test]
fn a_share_that_leaves_less_than_nothing_is_refused() {
    let mut sheet = sheet();
    sheet.put("workload.mix.native", "50");
    let before = sheet.file();
    sheet.put("workload.mix.pure", "60");
    assert_eq!(
        sheet.refusal(),
        "workload.mix.crud: -0.1 (-10 %) is out of bounds; expected a number from 0 % to 100 %."
    );
    assert_eq!((sheet.file(), sheet.draft()), (before, "60"));
}
