//! Hands that know a spreadsheet: typing, confirming, moving, copying; and text that is refused.

use serde_json::json;
use thirtyfour::Key;

use crate::story::{story, story_with_devtools};

const C1: &str = "criteria.C1.weight";

#[test]
fn typing_replaces_and_enter_tab_and_arrows_confirm() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        for (key, there) in [
            (Key::Enter, "criteria.C2.weight"),
            (Key::Tab, "criteria.C1.scores.go"),
            (Key::Down, "criteria.C2.weight"),
            (Key::Right, "criteria.C1.scores.go"),
            (Key::Up, "groups.performance.weight"),
        ] {
            page.select(C1).await;
            page.type_keys("4").await;
            assert_eq!((page.typed().await, page.mode().await), ("4".into(), "Enter".into()));
            page.press(key.clone()).await;
            page.shows(C1, "4").await;
            assert_eq!(page.selected().await, there, "{key:?}");
            page.press_with(Key::Control, 'z').await;
            page.shows(C1, "5").await;
            page.is_selected(C1).await;
        }
        for (key, there) in [(Key::Enter, "groups.performance.weight"), (Key::Tab, C1)] {
            page.select(C1).await;
            page.type_keys("4").await;
            page.press_with(Key::Shift, key.clone()).await;
            page.shows(C1, "4").await;
            assert_eq!(page.selected().await, there, "Shift+{key:?}");
            page.press_with(Key::Control, 'z').await;
            page.shows(C1, "5").await;
        }
    });
}

#[test]
fn tab_tab_enter_returns_to_where_the_row_began() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.scores.go").await;
        page.type_keys("1").await;
        page.press(Key::Tab).await;
        page.type_keys("2").await;
        page.press(Key::Tab).await;
        page.type_keys("3").await;
        page.press(Key::Enter).await;
        page.is_selected("criteria.C2.scores.go").await;
        for (alternative, score) in [("go", "1"), ("node", "2"), ("python", "3")] {
            page.shows(&format!("criteria.C1.scores.{alternative}"), score).await;
        }
    });
}

#[test]
fn f2_and_double_click_edit_the_text_that_is_there() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select(C1).await;
        page.press(Key::F2).await;
        assert_eq!((page.typed().await, page.mode().await), ("5".into(), "Edit".into()));
        page.type_keys("0").await;
        assert_eq!(page.typed().await, "50", "the caret is at the end");
        page.press(Key::Left).await;
        page.type_keys(".").await;
        assert_eq!(page.typed().await, "5.0", "arrows move in the text");
        page.press(Key::Backspace).await;
        page.press(Key::F2).await;
        page.press(Key::Right).await;
        page.shows(C1, "50").await;
        page.is_selected("criteria.C1.scores.go").await;

        page.double_click(r#"#grid [data-path="criteria.C2.weight"]"#).await;
        page.wait_until("a double click edits", async || page.mode().await == "Edit").await;
        page.is_selected("criteria.C2.weight").await;
        page.type_keys(".5").await;
        page.press(Key::Enter).await;
        page.shows("criteria.C2.weight", "5.5").await;
        page.select("criteria.C3.weight").await;
        page.press(Key::Enter).await;
        assert_eq!(page.mode().await, "Edit", "Enter on a selected cell edits");
        page.press(Key::Escape).await;
        assert_eq!((page.typed().await, page.mode().await), (String::new(), "Ready".into()));
    });
}

#[test]
fn a_click_elsewhere_confirms_what_was_typed() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select(C1).await;
        page.type_keys("3").await;
        page.select("criteria.C3.weight").await;
        page.shows(C1, "3").await;
        page.type_keys("2").await;
        page.open_sheet("team").await;
        page.open_sheet("criteria").await;
        page.shows("criteria.C3.weight", "2").await;
    });
}

#[test]
fn delete_goes_back_to_the_default() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter(C1, "1").await;
        page.shows(C1, "1").await;
        page.select(C1).await;
        page.press(Key::Delete).await;
        page.shows(C1, "5").await;
        page.select("criteria.C2.weight").await;
        page.type_keys("1").await;
        page.press(Key::Up).await;
        page.press(Key::Down).await;
        page.press(Key::Backspace).await;
        page.shows("criteria.C2.weight", "5").await;
    });
}

#[test]
fn a_cell_is_copied_cut_and_pasted_with_the_keys() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter(C1, "2.25").await;
        page.select(C1).await;
        page.press_with(Key::Control, 'c').await;
        page.select("criteria.C3.weight").await;
        page.press_with(Key::Control, 'v').await;
        page.shows("criteria.C3.weight", "2.25").await;
        page.press_with(Key::Control, 'z').await;
        page.shows("criteria.C3.weight", "5").await;

        page.select(C1).await;
        page.press_with(Key::Control, 'x').await;
        page.shows(C1, "2.25").await;
        page.select("criteria.C4.weight").await;
        page.press_with(Key::Control, 'v').await;
        page.shows("criteria.C4.weight", "2.25").await;
        page.shows(C1, "5").await;

        page.type_keys("1234").await;
        page.press_with(Key::Control, 'a').await;
        page.press_with(Key::Control, 'c').await;
        page.press(Key::Escape).await;
        page.shows("criteria.C4.weight", "2.25").await;
        page.open_sheet("workload").await;
        page.select("workload.peak_rps").await;
        page.press_with(Key::Control, 'v').await;
        page.shows("workload.peak_rps", "1,234").await;
    });
}

#[test]
fn refused_text_stays_in_the_editor_and_nothing_else_changes() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let before = page.answer().await;
        page.select(C1).await;
        for (text, reason) in [("many", "“many” is not a number"), ("-1", "0"), ("1,23,4", "1,23,4")] {
            page.type_keys(text).await;
            page.press(Key::Enter).await;
            page.says("#problem", reason).await;
            assert_eq!(page.typed().await, text);
            assert_eq!(page.selected().await, C1, "the selection stays");
            assert_eq!(page.attribute("#editor", "aria-invalid").await.as_deref(), Some("true"));
            page.shows(C1, "5").await;
            // Anywhere else one would lose it out of sight.
            page.press(Key::Tab).await;
            page.click("#tab-team").await;
            assert_eq!((page.typed().await, page.selected().await), (text.into(), C1.into()));
            page.press(Key::Escape).await;
            page.wait_until("Escape drops it", async || page.text("#problem").await.is_empty()).await;
            assert_eq!((page.typed().await, page.mode().await), (String::new(), "Ready".into()));
        }
        assert_eq!(page.answer().await, before);
        page.type_keys("4").await;
        page.press(Key::Enter).await;
        page.shows(C1, "4").await;
        page.click("#undo").await;
        page.shows(C1, "5").await;
        assert!(page.has("#undo:disabled").await, "nothing refused is a step to undo");
    });
}

#[test]
fn an_own_value_says_so_and_can_be_reset() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select(C1).await;
        let grade = page.text("#selected-grade").await;
        assert_eq!(grade.chars().count(), 1, "the grade of a default is one letter: {grade}");
        assert!(!page.has("#reset").await, "a default needs no way back");
        page.type_keys("4").await;
        page.press_with(Key::Shift, Key::Enter).await;
        page.select(C1).await;
        page.says("#selected-grade", "yours").await;
        page.says("#selected-about", "the default is 5").await;
        page.click("#reset").await;
        page.shows(C1, "5").await;
        page.wait_until("the grade is back", async || page.text("#selected-grade").await == grade).await;
        assert_eq!(page.focus().await, "editor", "the keyboard is the grid's again");
        page.press_with(Key::Control, 'z').await;
        page.shows(C1, "4").await;
    });
}

#[test]
fn the_first_composed_character_is_kept() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select(C1).await;
        for (composed, caret) in [("3", 1), ("34", 2)] {
            let composition = json!({ "text": composed, "selectionStart": caret, "selectionEnd": caret });
            page.devtools("Input.imeSetComposition", composition).await;
            assert_eq!((page.typed().await, page.mode().await), (composed.into(), "Enter".into()));
        }
        page.devtools("Input.insertText", json!({ "text": "34" })).await;
        page.press(Key::Enter).await;
        page.shows(C1, "34").await;
    });
}
