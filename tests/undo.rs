//! Undo and redo: one step for one gesture, and it shows what it changed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Sheet, starter};
use weighbridge::session::Command;
use weighbridge::sheet::SheetId;

const WEIGHT: &str = "criteria.C1.weight";

fn sheet() -> Sheet {
    Sheet::open("high-concurrency-api")
}

#[test]
fn steps_are_taken_back_one_by_one_and_done_again() {
    let mut sheet = sheet();
    let mut files = vec![sheet.file()];
    for (path, text) in [(WEIGHT, "1"), (WEIGHT, "2"), ("workload.peak_rps", "3k"), ("team.hires", "4")] {
        sheet.put(path, text);
        files.push(sheet.file());
    }
    for file in files.iter().rev().skip(1) {
        sheet.press("Ctrl+Z");
        assert_eq!(sheet.file(), *file);
    }
    for (file, key) in files.iter().skip(1).zip(["Ctrl+Y", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+Shift+Z"]) {
        sheet.press(key);
        assert_eq!(sheet.file(), *file, "{key}");
    }
}

#[test]
fn at_either_end_there_is_nothing_to_do() {
    let mut sheet = sheet();
    let file = sheet.file();
    for (key, said) in [("Ctrl+Z", "Nothing to undo"), ("Ctrl+Y", "Nothing to redo")] {
        sheet.press(key);
        assert_eq!((sheet.said(), sheet.file().as_str()), (said, file.as_str()));
    }
}

#[test]
fn undo_says_what_it_was_and_goes_where_it_happened() {
    let mut sheet = sheet();
    sheet.put("workload.peak_rps", "3000");
    sheet.select("criteria.C9.weight");
    sheet.press("Ctrl+Z");
    assert_eq!((sheet.session().sheet(), sheet.selected()), (SheetId::Workload, "workload.peak_rps".into()));
    assert_eq!(sheet.said(), "Undo: Peak traffic at launch");
    sheet.open_sheet(SheetId::Criteria);
    sheet.press("Ctrl+Y");
    assert_eq!((sheet.session().sheet(), sheet.selected()), (SheetId::Workload, "workload.peak_rps".into()));
    assert_eq!(sheet.said(), "Redo: Peak traffic at launch");
}

#[test]
fn taking_a_title_back_stays_on_the_sheet() {
    let mut sheet = sheet();
    sheet.select("criteria.C9.weight");
    sheet.send(Command::Rename("Which one?".into()));
    sheet.press("Ctrl+Z");
    assert_eq!((sheet.selected().as_str(), sheet.said()), ("criteria.C9.weight", "Undo: Title"));
}

#[test]
fn a_new_edit_ends_what_could_be_done_again() {
    let mut sheet = sheet();
    sheet.put(WEIGHT, "1");
    sheet.press("Ctrl+Z");
    sheet.put("criteria.C2.weight", "2");
    assert!(!sheet.session().can_redo());
    sheet.press("Ctrl+Y");
    assert_eq!((sheet.number_of(WEIGHT), sheet.number_of("criteria.C2.weight")), (5.0, 2.0));
}

#[test]
fn what_changes_nothing_leaves_no_step() {
    let mut sheet = sheet();
    sheet.put(WEIGHT, "1");
    sheet.press("Ctrl+Z");
    sheet.put(WEIGHT, "5");
    sheet.put(WEIGHT, "5.0");
    sheet.select("workload.growth");
    sheet.press("F2");
    sheet.press("Enter");
    sheet.select(WEIGHT);
    sheet.press("Delete");
    sheet.paste("5\n");
    sheet.send(Command::Reset(WEIGHT.into()));
    sheet.send(Command::Rename(sheet.session().plan().title.clone()));
    sheet.send(Command::Open(Box::new(sheet.session().plan().clone()), "Open".into()));
    assert!(!sheet.session().can_undo(), "nothing was changed");
    assert!(sheet.session().can_redo(), "so what was undone can still be done again");
}

#[test]
fn opening_the_editor_and_closing_it_again_is_no_edit() {
    let mut plan = starter("blank");
    let third = 1.0 / 3.0;
    (plan.workload.mix.crud, plan.workload.mix.pure, plan.workload.mix.native) =
        (third.into(), third.into(), third.into());
    plan.profiles[0].name = " outer spaces ".into();
    let mut sheet = Sheet::of(plan);
    // The third share would follow, rounded; the name would lose its spaces.
    for path in ["workload.mix.pure", "profiles.go-net-http.name", "workload.growth", "alternatives.go.team.salary"] {
        sheet.select(path);
        sheet.press("F2");
        sheet.press("Enter");
        assert!(!sheet.session().can_undo(), "{path}");
    }
}

#[test]
fn undo_while_typing_belongs_to_the_text() {
    let mut sheet = sheet();
    sheet.put(WEIGHT, "1");
    sheet.select("criteria.C2.weight");
    sheet.press("9");
    assert!(!sheet.press("Ctrl+Z"), "the browser takes back what was typed");
    assert_eq!((sheet.number_of(WEIGHT), sheet.draft()), (1.0, "9"));
}

#[test]
fn opening_another_starter_can_be_undone() {
    let mut sheet = sheet();
    sheet.put(WEIGHT, "1");
    let before = sheet.file();
    sheet.send(Command::Open(Box::new(starter("ml-inference")), "Open ML inference".into()));
    assert!(sheet.text_of("criteria.C1.scores.hybrid") == "8", "the hybrid has a column");
    sheet.press("Ctrl+Z");
    assert!(sheet.file() == before);
    assert_eq!(sheet.said(), "Undo: Open ML inference. Go scores highest: 73.6 of 100, 5.0 ahead of Node.js.");
    sheet.press("Ctrl+Y");
    assert_eq!(sheet.file(), Sheet::open("ml-inference").file());
}

#[test]
fn a_selection_that_is_gone_after_opening_a_smaller_plan_moves_inside() {
    let mut sheet = Sheet::open("ml-inference");
    for path in ["alternatives.hybrid.tiers.1.model_mb", "alternatives.hybrid.rewrite.target"] {
        sheet.select(path);
    }
    sheet.press("Ctrl+End");
    sheet.send(Command::Open(Box::new(starter("internal-tool")), "Open".into()));
    for sheet_id in SheetId::ALL {
        sheet.open_sheet(sheet_id);
    }
}

#[test]
fn a_hundred_steps_back_at_once_do_no_harm() {
    let mut sheet = sheet();
    let first = sheet.file();
    for weight in 0..30 {
        sheet.put(WEIGHT, &weight.to_string());
    }
    for _ in 0..100 {
        sheet.press("Ctrl+Z");
    }
    assert_eq!(sheet.file(), first);
}

#[test]
fn undo_from_the_toolbar_while_typing_drops_what_is_typed_and_no_more() {
    let mut sheet = sheet();
    sheet.put(WEIGHT, "2");
    let file = sheet.file();
    sheet.select("criteria.C2.weight");
    sheet.type_keys("9");
    sheet.send(Command::Undo);
    assert_eq!((sheet.file(), sheet.draft(), sheet.said()), (file, "", "Cancelled"));
    sheet.send(Command::Undo);
    assert_eq!(sheet.text_of(WEIGHT), "5", "the next one takes the step back");
}
