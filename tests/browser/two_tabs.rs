//! Two tabs with one plan: one of them changes it, the other one shows it.

use serde_json::json;
use thirtyfour::{Key, WindowHandle};

use crate::page::Page;
use crate::story::{story, story_with_devtools};

const WEIGHT: &str = "criteria.C1.weight";
const OTHER: &str = "criteria.C2.weight";

impl Page {
    /// Opens the app in a second window; that one and the first.
    async fn second(&self) -> (WindowHandle, WindowHandle) {
        let first = self.driver.window().await.expect("a window");
        let second = self.new_window().await;
        self.open().await;
        (first, second)
    }

    async fn go_to(&self, window: &WindowHandle) {
        self.driver.switch_to_window(window.clone()).await.expect("the window");
    }

    async fn is_read_only(&self) {
        self.says("#reader-band", "Read-only: this plan is open in another tab").await;
    }

    async fn is_mine(&self) {
        self.wait_until("the plan can be changed", async || self.text("#reader-band").await.is_empty()).await;
    }
}

#[test]
fn the_second_tab_shows_what_the_first_one_changes_and_changes_nothing() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter(WEIGHT, "4").await;
        page.is_saved().await;
        let (first, second) = page.second().await;
        page.is_read_only().await;
        page.shows(WEIGHT, "4").await;
        page.select(WEIGHT).await;
        page.type_keys("1").await;
        page.says("#said", "Take it over to change it here").await;
        page.press(Key::Enter).await;
        page.press(Key::Delete).await;
        page.click("#new-scenario").await;
        page.shows(WEIGHT, "4").await;
        assert_eq!(page.export().await.scenarios.len(), 0, "leaving is no change");

        page.go_to(&first).await;
        page.enter(WEIGHT, "2.5").await;
        page.is_saved().await;
        page.go_to(&second).await;
        page.shows(WEIGHT, "2.5").await;
        page.open_sheet("workload").await;
        page.go_to(&first).await;
        page.enter(OTHER, "1.5").await;
        page.is_saved().await;
        page.go_to(&second).await;
        page.wait_until("the sheet stays", async || page.has("[data-sheet=workload][aria-selected=true]").await).await;
        page.open_sheet("criteria").await;
        page.shows(OTHER, "1.5").await;
        assert_eq!(page.text("#notices").await, "");
    });
}

#[test]
fn no_field_takes_words_that_would_be_lost() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter(WEIGHT, "4").await;
        page.is_saved().await;
        let (_, _) = page.second().await;
        page.is_read_only().await;
        let fixed = async |selector: &str| {
            page.element(selector).await;
            let script = "const field = document.querySelector(arguments[0]); return field.readOnly || field.disabled";
            assert_eq!(page.script(script, [json!(selector)]).await, json!(true), "{selector}");
        };
        fixed("#title").await;
        page.script("document.querySelector('#pair').open = true", []).await;
        fixed("#pair .slider input").await;
        page.open_sheet("record").await;
        for field in
            ["#record-decision-question", "#record-decision-who", "#record-decision-status", "#record-decision-date"]
        {
            fixed(field).await;
        }
        page.open_sheet("profiles").await;
        page.open_versions().await;
        fixed("#version-name").await;
        fixed("#version-take button").await;
        page.close_versions().await;
        page.open_sheet("criteria").await;
        for button in ["#undo", "#redo", "#add", ".thing [title=Copy]", ".thing [title=Remove]"] {
            fixed(button).await;
        }
        page.right_click(r#"#grid [data-path="criteria.C1.weight"]"#).await;
        page.choose("Note").await;
        for field in ["#note-text", "#note-source", "#note-save", "#note-remove"] {
            fixed(field).await;
        }
        page.close("#note").await;
        page.click("#take-over").await;
        page.is_mine().await;
        page.rename("Mine now").await;
        page.is_saved().await;
    });
}

#[test]
fn a_plan_is_taken_over_with_what_was_being_typed() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.is_saved().await;
        page.select(WEIGHT).await;
        page.type_keys("3.5").await;
        let (first, second) = page.second().await;
        page.is_read_only().await;
        page.click("#take-over").await;
        page.is_mine().await;
        page.shows(WEIGHT, "3.5").await;
        page.enter(OTHER, "1").await;
        page.is_saved().await;

        page.go_to(&first).await;
        page.is_read_only().await;
        page.shows(OTHER, "1").await;
        // And back again, and the tab that waits gets it when the other one closes.
        page.click("#take-over").await;
        page.is_mine().await;
        page.enter(OTHER, "2").await;
        page.is_saved().await;
        page.go_to(&second).await;
        page.is_read_only().await;
        page.shows(OTHER, "2").await;
        page.go_to(&first).await;
        page.driver.close_window().await.expect("it closes");
        page.go_to(&second).await;
        page.is_mine().await;
        page.enter(OTHER, "4").await;
        page.is_saved().await;
        page.open().await;
        page.shows(OTHER, "4").await;
        page.shows(WEIGHT, "3.5").await;
    });
}

#[test]
fn a_reader_goes_on_with_a_copy() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.is_saved().await;
        let (first, second) = page.second().await;
        page.is_read_only().await;
        page.click("#duplicate-here").await;
        page.is_mine().await;
        assert!(page.value("#title").await.ends_with("(copy)"));
        page.enter(WEIGHT, "1").await;
        page.is_saved().await;
        page.go_to(&first).await;
        page.shows(WEIGHT, "5").await;
        page.enter(WEIGHT, "2").await;
        page.is_saved().await;
        // Each tab comes back to its own.
        for (window, weight) in [(&second, "1"), (&first, "2")] {
            page.go_to(window).await;
            page.open().await;
            page.shows(WEIGHT, weight).await;
            page.is_mine().await;
        }
    });
}

#[test]
fn a_tab_that_does_not_answer_loses_the_plan_and_overwrites_nothing() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.is_saved().await;
        // As if it were frozen: it hears nothing from the other tab, and what it changes is not saved.
        let freeze = "BroadcastChannel.prototype.dispatchEvent = null;
            addEventListener('message', event => event.stopImmediatePropagation(), true);";
        page.script(freeze, []).await;
        let (first, second) = page.second().await;
        page.is_read_only().await;
        page.click("#take-over").await;
        page.is_mine().await;
        page.enter(WEIGHT, "1").await;
        page.is_saved().await;
        page.go_to(&first).await;
        page.is_read_only().await;
        page.shows(WEIGHT, "1").await;
        page.go_to(&second).await;
        page.is_mine().await;
    });
}

#[test]
fn a_save_over_an_unknown_one_is_refused_and_kept_as_a_copy() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter(WEIGHT, "4").await;
        page.is_saved().await;
        let title = page.value("#title").await;
        // Something that keeps no locks has saved the plan.
        let meddle = "const id = JSON.parse(localStorage['weighbridge.plans'])[0].id;
            const [letter, revision] = localStorage[`weighbridge.plan.${id}`].split(' ');
            const other = letter === 'a' ? 'b' : 'a';
            const slot = localStorage[`weighbridge.slot.${id}.${letter}`];
            localStorage[`weighbridge.slot.${id}.${other}`] = slot.replace(` ${revision} `, ` ${+revision + 1} `);
            localStorage[`weighbridge.plan.${id}`] = `${other} ${+revision + 1}`;
            return id";
        page.script(meddle, []).await;
        page.enter(WEIGHT, "1").await;
        page.says("#notices", "another tab has saved this plan since").await;
        page.says("#saved", "not saved").await;
        page.click("#notices button:nth-of-type(2)").await;
        page.wait_until("a copy is open", async || page.value("#title").await.ends_with("(copy)")).await;
        page.shows(WEIGHT, "1").await;
        page.is_saved().await;
        page.rename("Mine").await;
        page.open_from_list(&title).await;
        page.shows(WEIGHT, "4").await;
    });
}

#[test]
fn without_locks_one_tab_owns_a_plan_all_the_same() {
    story_with_devtools(async |page| {
        let forbid = json!({ "source": "delete Navigator.prototype.locks" });
        page.devtools("Page.addScriptToEvaluateOnNewDocument", forbid.clone()).await;
        page.start_from("high-concurrency-api").await;
        page.is_saved().await;
        let first = page.driver.window().await.expect("a window");
        let second = page.new_window().await;
        page.devtools("Page.addScriptToEvaluateOnNewDocument", forbid).await;
        page.open().await;
        page.is_read_only().await;
        page.click("#take-over").await;
        page.is_mine().await;
        page.enter(WEIGHT, "2").await;
        page.is_saved().await;
        page.go_to(&first).await;
        page.is_read_only().await;
        page.shows(WEIGHT, "2").await;
        page.go_to(&second).await;
        page.driver.close_window().await.expect("it closes");
        page.go_to(&first).await;
        page.is_mine().await;
    });
}
