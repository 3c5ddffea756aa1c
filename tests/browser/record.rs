//! The decision record: written in place, kept with the plan, taken along as Markdown, printed alone.

use serde_json::json;
use thirtyfour::Key;
use weighbridge::export::{markdown, record::DecisionRecord};

use crate::page::Page;
use crate::story::{story, story_with_devtools};

const QUESTION: &str = "#record-decision-question";
const REASON: &str = "#record-alternatives-go-reason";

impl Page {
    /// Opens the record, with all its chapters.
    async fn open_record(&self) {
        self.open_sheet("record").await;
        self.element("#record-consequences").await;
    }

    /// Writes into a field of the record, in place of what is there, and leaves it.
    async fn write(&self, field: &str, text: &str) {
        self.click(field).await;
        self.press_with(Key::Control, 'a').await;
        self.type_keys(text).await;
        self.press(Key::Tab).await;
    }

    async fn holds(&self, field: &str, text: &str) {
        self.wait_until(&format!("{field} holds {text}"), async || self.value(field).await == text).await;
    }
}

#[test]
fn what_is_written_into_the_record_is_kept_with_the_plan() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.open_record().await;
        page.write(QUESTION, "Which language for the new API?").await;
        page.says("#said", "Question").await;
        page.write(REASON, "Two of us know it.").await;
        page.write("#record-criteria-C1-reason", "Peak hours are what customers remember.").await;
        page.is_saved().await;
        page.open().await;
        page.open_record().await;
        page.holds(QUESTION, "Which language for the new API?").await;
        page.holds(REASON, "Two of us know it.").await;
        let plan = page.export().await;
        assert_eq!(plan.decision.question, "Which language for the new API?");
        assert_eq!(plan.criteria[0].reason, "Peak hours are what customers remember.");
    });
}

#[test]
fn a_field_that_is_being_written_in_is_kept_when_the_page_goes_away() {
    story_with_devtools(async |page| {
        page.start_from("blank").await;
        page.open_record().await;
        page.click(QUESTION).await;
        page.type_keys("Half a thought").await;
        page.open().await;
        page.open_record().await;
        page.holds(QUESTION, "Half a thought").await;
    });
}

#[test]
fn each_field_is_one_step_and_undo_stays_on_the_record() {
    story(async |page| {
        page.start_from("blank").await;
        page.open_record().await;
        page.write(QUESTION, "First").await;
        page.write(QUESTION, "Second").await;
        page.write("#record-decision-who", "The CTO").await;
        for (who, question) in [("", "Second"), ("", "First"), ("", "")] {
            page.click("#undo").await;
            page.holds("#record-decision-who", who).await;
            page.holds(QUESTION, question).await;
            assert!(!page.has("#record[hidden]").await, "the record stays in sight");
        }
        page.click("#redo").await;
        page.holds(QUESTION, "First").await;
        // While one types, taking back is the browser's, and about that.
        page.click(QUESTION).await;
        page.press(Key::End).await;
        page.type_keys(" and more").await;
        page.press_with(Key::Control, 'z').await;
        // WebKitGTK takes nothing back in its fields.
        if page.engine != "WebKit" {
            page.wait_until("less than that is there", async || page.value(QUESTION).await != "First and more").await;
        }
        assert!(!page.has("#record[hidden]").await);
    });
}

#[test]
fn the_next_field_keeps_the_keyboard_while_the_record_follows() {
    story(async |page| {
        page.start_from("blank").await;
        page.open_record().await;
        page.click(REASON).await;
        page.type_keys("Fast").await;
        page.press(Key::Tab).await;
        page.frame().await;
        page.frame().await;
        assert_eq!(page.focus().await, "record-alternatives-node-reason");
        page.type_keys("Known").await;
        page.press(Key::Tab).await;
        page.holds("#record-alternatives-node-reason", "Known").await;
        page.holds(REASON, "Fast").await;
    });
}

#[test]
fn the_markdown_is_the_record_of_the_plan() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.open_sheet("workload").await;
        page.enter("workload.peak_rps", "2500").await;
        page.open_record().await;
        page.write(QUESTION, "Which # language | for the API?").await;
        page.click("#record-save").await;
        let (name, bytes) = page.download_of("md").await;
        let text = String::from_utf8(bytes).expect("a text");
        assert_eq!(name, "High-concurrency-API-10-000-concurrent-users.record.md");
        assert!(text.contains("\n## Question\n\nWhich # language \\| for the API?\n"), "{text}");
        assert!(text.contains("| Peak traffic at launch | 2,500 requests/s | 2,000 requests/s |"), "{text}");
        assert_eq!(text, markdown(&DecisionRecord::of(&page.export().await)), "it is the record of the plan");
    });
}

#[test]
fn the_record_follows_the_plan_and_says_what_the_answer_says() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.open_record().await;
        let verdict = page.text("#verdict-score").await;
        page.says("#record", &verdict).await;
        page.open_sheet("team").await;
        page.enter("alternatives.go.team.salary", "300000").await;
        page.open_record().await;
        let cost = page.text("#verdict-cost").await;
        page.says("#record", &cost).await;
        page.says("#record", "300,000 USD a year").await;
    });
}

#[test]
fn on_paper_the_record_stands_alone_black_on_white() {
    story_with_devtools(async |page| {
        page.start_from("blank").await;
        page.turn_theme("dark").await;
        page.open_record().await;
        page.write(QUESTION, "Which one?").await;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
        page.frame().await;
        let seen =
            "return [...document.querySelectorAll(arguments[0])].some(element => element.getClientRects().length > 0)";
        for (selector, is_seen) in [
            (".toolbar", false),
            (".tabs", false),
            (".answer", false),
            (".status", false),
            ("#grid", false),
            ("#record .actions", false),
            ("#record textarea", false),
            ("#record h3", true),
            ("#record .listing", true),
        ] {
            assert_eq!(page.script(seen, [json!(selector)]).await, json!(is_seen), "{selector}");
        }
        let words = "return [...document.querySelectorAll('#record .printed')].some(
            element => element.getClientRects().length > 0 && element.textContent === arguments[0])";
        assert_eq!(page.script(words, [json!("Which one?")]).await, json!(true), "what was written is printed");
        let colours = "const style = getComputedStyle(document.querySelector('#record'));
            return [style.color, style.backgroundColor]";
        assert_eq!(page.script(colours, []).await, json!(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]));
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" })).await;
    });
}
