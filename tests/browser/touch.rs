//! A finger: a tap selects, a second one edits, one that rests opens the menu, round handles extend, a swipe scrolls.

use std::time::Duration;

use serde_json::{Value, json};

use crate::page::Page;
use crate::story::story_with_devtools;

const C3: &str = r#"#grid [data-path="criteria.C3.weight"]"#;

impl Page {
    async fn make_touch(&self) {
        let screen = json!({ "width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await;
        self.script("document.querySelector('#sheet').scrollIntoView()", []).await;
        self.frame().await;
    }

    async fn middle(&self, selector: &str) -> (f64, f64) {
        let script = "const box = document.querySelector(arguments[0]).getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2]";
        let place = self.script(script, [json!(selector)]).await;
        (place[0].as_f64().expect("a number"), place[1].as_f64().expect("a number"))
    }

    async fn finger(&self, event: &str, place: Option<(f64, f64)>) {
        let points: Vec<Value> = place.iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
        self.devtools("Input.dispatchTouchEvent", json!({ "type": event, "touchPoints": points })).await;
    }

    async fn tap(&self, selector: &str) {
        self.finger("touchStart", Some(self.middle(selector).await)).await;
        self.finger("touchEnd", None).await;
        self.frame().await;
    }

    /// Slides from one place by so much.
    async fn slide(&self, from: (f64, f64), (x, y): (f64, f64)) {
        self.finger("touchStart", Some(from)).await;
        for step in 1..=10 {
            let part = f64::from(step) / 10.0;
            self.finger("touchMove", Some((from.0 + x * part, from.1 + y * part))).await;
            self.frame().await;
        }
        self.finger("touchEnd", None).await;
        self.frame().await;
    }
}

#[test]
fn a_tap_selects_and_a_second_one_edits() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        page.make_touch().await;
        page.tap(C3).await;
        page.is_selected("criteria.C3.weight").await;
        assert_eq!(page.mode().await, "Ready");
        page.tap("#editor").await;
        page.wait_until("a second tap edits", async || page.mode().await == "Edit").await;
    });
}

#[test]
fn a_finger_that_rests_opens_the_menu_and_lifting_it_chooses_nothing() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        page.make_touch().await;
        let rows = page.attribute("#grid", "aria-rowcount").await;
        page.finger("touchStart", Some(page.middle(C3).await)).await;
        page.element("#menu").await;
        page.frame().await;
        page.finger("touchEnd", None).await;
        // Long enough for a click that comes late.
        tokio::time::sleep(Duration::from_millis(400)).await;
        assert!(page.has("#menu").await, "the menu stays");
        assert_eq!(page.selected().await, "criteria.C3.weight");
        assert_eq!(page.attribute("#grid", "aria-rowcount").await, rows, "nothing was chosen");
        page.tap("#menu [data-index='1']").await;
        page.wait_until("a tap chooses", async || !page.has("#menu").await).await;
    });
}

#[test]
fn the_round_handles_extend_and_a_swipe_scrolls() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        page.make_touch().await;
        page.tap(C3).await;
        page.is_selected("criteria.C3.weight").await;
        page.frame().await;
        let (from, below) =
            (page.middle("#grip-last").await, page.middle(r#"#grid [data-path="criteria.C5.weight"]"#).await);
        page.slide(from, (below.0 - from.0, below.1 - from.1)).await;
        let script = "return document.querySelectorAll('#grid [aria-selected=true]').length";
        page.wait_until("three cells are selected", async || page.script(script, []).await == json!(3)).await;
        let place = page.middle(C3).await;
        page.slide(place, (0.0, -150.0)).await;
        let scrolled = "return document.querySelector('#sheet').scrollTop";
        page.wait_until("a swipe scrolls", async || page.script(scrolled, []).await.as_f64() > Some(20.0)).await;
        assert_eq!(page.script(script, []).await, json!(3), "and selects nothing");
    });
}
