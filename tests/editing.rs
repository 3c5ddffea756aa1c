//! Typing into a cell does what every spreadsheet does.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::Sheet;
use weighbridge::session::{Command, Mode};

const WEIGHT: &str = "criteria.C1.weight";

fn sheet() -> Sheet {
    Sheet::open("high-concurrency-api")
}

#[test]
fn seven_into_a_weight_changes_the_ranking_and_undo_brings_it_back() {
    let mut sheet = sheet();
    let (first, ranking) = (sheet.file(), sheet.rank_text());
    sheet.select(WEIGHT);
    sheet.press("7");
    assert_eq!((sheet.text_of(WEIGHT).as_str(), sheet.draft()), ("5", "7"), "typing is not yet an edit");
    sheet.press("Enter");
    assert_eq!(sheet.text_of(WEIGHT), "7");
    assert_eq!(sheet.selected(), "criteria.C2.weight", "Enter moves down");
    assert_eq!(sheet.said(), "Throughput under sustained load, Weight: 7");
    let (changed, new_ranking) = (sheet.file(), sheet.rank_text());
    assert_ne!(new_ranking, ranking);

    sheet.press("Ctrl+Z");
    assert_eq!((sheet.file(), sheet.rank_text()), (first, ranking));
    sheet.press("Ctrl+Y");
    assert_eq!((sheet.file(), sheet.rank_text()), (changed, new_ranking));
}

#[test]
fn typing_replaces_the_text_and_f2_keeps_it() {
    let mut sheet = sheet();
    sheet.select("workload.peak_rps");
    sheet.press("8");
    assert_eq!((sheet.draft(), sheet.session().mode()), ("8", Mode::Enter));
    sheet.press("Escape");

    sheet.press("F2");
    assert_eq!((sheet.draft(), sheet.session().mode()), ("2000", Mode::Edit));
    sheet.press("Backspace");
    sheet.enter("5");
    assert_eq!(sheet.number_of("workload.peak_rps"), 2005.0);
}

#[test]
fn enter_on_a_selected_cell_starts_editing() {
    let mut sheet = sheet();
    sheet.select(WEIGHT);
    sheet.press("Enter");
    assert_eq!((sheet.draft(), sheet.session().mode()), ("5", Mode::Edit));
}

#[test]
fn escape_drops_what_was_typed() {
    let mut sheet = sheet();
    let before = sheet.file();
    sheet.select(WEIGHT);
    sheet.type_keys("99");
    sheet.press("Escape");
    assert_eq!((sheet.draft(), sheet.session().mode()), ("", Mode::Ready));
    assert_eq!((sheet.file(), sheet.session().can_undo()), (before, false));
    assert_eq!(sheet.selected(), WEIGHT);
}

#[test]
fn f2_again_changes_whether_arrows_move_in_the_text() {
    let mut sheet = sheet();
    sheet.select(WEIGHT);
    sheet.press("F2");
    assert!(!sheet.press("Right"), "while editing, the arrow belongs to the text");
    sheet.press("F2");
    sheet.type_keys("0");
    assert!(sheet.press("Right"), "after the second F2 it commits and moves");
    assert_eq!((sheet.number_of(WEIGHT), sheet.selected()), (50.0, "criteria.C1.scores.go".into()));
}

#[test]
fn an_arrow_after_typing_commits_and_moves() {
    for (key, there) in [("Up", "groups.performance.weight"), ("Down", "criteria.C2.weight")] {
        let mut sheet = sheet();
        sheet.select(WEIGHT);
        sheet.press("3");
        sheet.press(key);
        assert_eq!((sheet.number_of(WEIGHT), sheet.selected()), (3.0, there.into()));
    }
}

#[test]
fn shift_enter_commits_and_goes_up() {
    let mut sheet = sheet();
    sheet.select("criteria.C2.weight");
    sheet.press("3");
    sheet.press("Shift+Enter");
    assert_eq!((sheet.number_of("criteria.C2.weight"), sheet.selected()), (3.0, WEIGHT.into()));
}

#[test]
fn clicking_elsewhere_keeps_what_was_typed() {
    let mut sheet = sheet();
    sheet.select(WEIGHT);
    sheet.press("3");
    sheet.select("criteria.C9.weight");
    assert_eq!(sheet.number_of(WEIGHT), 3.0);
}

#[test]
fn a_refused_text_stays_in_the_editor_and_nothing_else_changes() {
    let leaving = ["Enter", "Shift+Enter", "Tab", "Shift+Tab", "Down", "End", "Ctrl+Home", "PageDown", "Alt+Down"];
    for key in leaving {
        let mut sheet = sheet();
        sheet.put(WEIGHT, "4");
        sheet.press("Ctrl+Z");
        let before = sheet.file();
        sheet.select(WEIGHT);
        sheet.type_keys("23 Hello");
        sheet.press(key);
        assert_eq!((sheet.draft(), sheet.session().mode()), ("23 Hello", Mode::Enter), "{key}");
        assert_eq!(sheet.refusal(), "“Hello” behind the number in “23 Hello” means nothing here.");
        assert_eq!(sheet.said(), sheet.refusal(), "a screen reader says why");
        assert_eq!((sheet.file(), sheet.selected()), (before, WEIGHT.into()), "{key}");
        assert!(!sheet.session().can_undo() && sheet.session().can_redo(), "{key}: the history is as it was");
        sheet.press("Backspace");
        assert_eq!(sheet.refusal(), "", "typing on takes the complaint away");
    }
}

#[test]
fn a_number_out_of_bounds_is_refused_with_the_bounds() {
    let mut sheet = sheet();
    for (path, text, sentence) in [
        (WEIGHT, "-1", "-1 is out of bounds; expected a number from 0 to 1000."),
        ("criteria.C1.scores.go", "11", "11 is out of bounds; expected a number from 0 to 10."),
        ("workload.vcpu", "2.5", "2.5 is not whole; expected a whole number from 1 to 1024."),
        ("team.attrition", "95", "0.95 (95 %) is out of bounds; expected a number from 0 % to 90 %."),
    ] {
        sheet.put(path, text);
        assert_eq!(sheet.refusal(), sentence, "{path}");
        sheet.press("Escape");
    }
}

#[test]
fn computed_and_blank_cells_cannot_be_typed_into() {
    let mut sheet = sheet();
    let before = sheet.file();
    sheet.select("results.go.score.grouped");
    for key in ["7", "F2", "Delete"] {
        sheet.press(key);
        assert_eq!(sheet.said(), "This cell is computed and cannot be changed", "{key}");
    }
    sheet.select("workload.peak_rps");
    sheet.press("Right");
    assert_eq!(sheet.selected(), "", "the cell beside a common input is blank");
    sheet.press("7");
    assert_eq!(sheet.said(), "There is nothing to change here");
    assert_eq!((sheet.session().mode(), sheet.file()), (Mode::Ready, before));
}

#[test]
fn words_switches_and_references_are_typed_too() {
    let mut sheet = sheet();
    for (path, typed, shown) in [
        ("workload.redundancy", "targ", "target"),
        ("workload.redundancy", "N+2", "n+2"),
        ("alternatives.go.offload_heavy", "Y", "yes"),
        ("alternatives.go.offload_heavy", "0", "no"),
        ("alternatives.node.rewrite.target", "python", "Python"),
        ("alternatives.node.rewrite.target", "Go", "Go"),
        ("profiles.go-net-http.name", "  Go, plain ", "Go, plain"),
    ] {
        sheet.put(path, typed);
        assert_eq!((sheet.text_of(path).as_str(), sheet.refusal()), (shown, ""), "{path}");
    }
    sheet.put("workload.redundancy", "n");
    assert_eq!(sheet.refusal(), "“n” is not one of none, n+1, n+2, az, target.");
}

#[test]
fn an_id_means_itself_whatever_others_are_called() {
    let mut plan = support::starter("blank");
    plan.set(&"alternatives.go.name".into(), weighbridge::model::Value::Text("python".into())).unwrap();
    let mut sheet = Sheet::of(plan);
    sheet.put("alternatives.node.rewrite.target", "python");
    assert_eq!(sheet.value_of("alternatives.node.rewrite.target"), weighbridge::model::Value::Text("python".into()));
}

#[test]
fn a_title_is_taken_without_outer_spaces_and_can_be_undone() {
    let mut sheet = sheet();
    let before = sheet.file();
    sheet.send(Command::Rename("  Which one?  ".into()));
    assert_eq!(sheet.session().plan().title, "Which one?");
    sheet.send(Command::Rename("x".repeat(201)));
    assert_eq!(sheet.session().plan().title, "Which one?");
    assert!(sheet.said().contains("expected a text of up to 200 characters"), "{}", sheet.said());
    sheet.press("Ctrl+Z");
    assert_eq!(sheet.file(), before);
}

#[test]
fn a_cell_that_takes_only_certain_words_says_which() {
    let mut sheet = Sheet::open("high-concurrency-api");
    for (path, words) in [
        ("workload.redundancy", "Takes: none, n+1, n+2, az, target."),
        ("alternatives.go.team.missing", "any of authentication, payments, analytics, messaging, automation"),
        ("alternatives.go.tiers.0.profile", "Takes: Go net/http, Go gin, echo, chi, Node Fastify"),
        ("alternatives.go.offload_heavy", "Takes: yes, no."),
    ] {
        sheet.select(path);
        let tooltip = sheet.session().tooltip(sheet.at());
        assert!(tooltip.contains(words), "{path}: {tooltip}");
    }
}
