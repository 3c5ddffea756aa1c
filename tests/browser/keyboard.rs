//! The keyboard alone reaches everything, and never gets stuck.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::page::Page;
use crate::story::story;

/// Names an element, the same way wherever it is needed.
const NAME: &str = "const name = at => at.id || at.dataset.chart || at.dataset.alternative
    || at.getAttribute('aria-label') || at.textContent.trim();";

impl Page {
    /// The name of what has the keyboard.
    async fn stop(&self) -> String {
        let script =
            format!("{NAME} return document.activeElement === document.body ? '' : name(document.activeElement)");
        self.script(&script, []).await.as_str().unwrap_or_default().to_owned()
    }

    /// Presses Tab until there is nothing more to stop at; every stop.
    async fn tab_through(&self) -> Vec<String> {
        let mut stops = Vec::new();
        loop {
            self.press(Key::Tab).await;
            let stop = self.stop().await;
            if stop.is_empty() || stops.first() == Some(&stop) || stops.len() > 100 {
                return stops;
            }
            if stop == "editor" {
                self.press(Key::Escape).await;
            }
            stops.push(stop);
        }
    }
}

#[test]
fn tab_stops_at_everything_that_can_be_used_once_and_in_order() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter("criteria.C1.weight", "4").await;
        page.press(Key::Up).await;
        page.element("#reset").await;
        // From the very top of the page.
        page.script(
            "document.activeElement.blur(); scrollTo(0, 0); const top = document.createElement('a');
            document.body.prepend(top); top.tabIndex = -1; top.focus(); top.remove()",
            [],
        )
        .await;
        let stops = page.tab_through().await;
        let script = format!(
            "{NAME} return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                .filter(at => at.tabIndex >= 0 && !at.disabled && at.checkVisibility()).map(name)"
        );
        let Value::Array(usable) = page.script(&script, []).await else { panic!("no elements") };
        let usable: Vec<String> = usable.iter().filter_map(|name| Some(name.as_str()?.to_owned())).collect();
        let missed: BTreeSet<_> = usable.iter().filter(|name| !stops.contains(name)).collect();
        assert!(missed.is_empty(), "Tab never comes to {missed:?}; it stops at {stops:?}");
        assert_eq!(stops, usable, "the order on the screen is the order of the keyboard");
        for wanted in ["title", "plans-button", "file", "undo", "theme", "tab-criteria", "reset", "editor"] {
            assert!(stops.iter().any(|stop| stop == wanted), "{wanted} is no stop: {stops:?}");
        }
    });
}

#[test]
fn tab_moves_in_the_grid_and_leaves_it_after_escape() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.weight").await;
        page.press(Key::Tab).await;
        page.is_selected("criteria.C1.scores.go").await;
        assert_eq!(page.focus().await, "editor");
        page.press(Key::Escape).await;
        page.says("#said", "Tab now leaves the grid").await;
        page.press(Key::Tab).await;
        assert_ne!(page.focus().await, "editor", "Tab leaves forwards");
        page.press_with(Key::Shift, Key::Tab).await;
        assert_eq!(page.focus().await, "editor", "and comes back");
        page.press(Key::Escape).await;
        page.press_with(Key::Shift, Key::Tab).await;
        assert_ne!(page.focus().await, "editor", "and leaves backwards");
        page.press(Key::Tab).await;
        page.press(Key::Tab).await;
        assert_eq!(page.focus().await, "editor", "only the next Tab leaves");
        assert_eq!(page.selected().await, "criteria.C1.scores.node");
    });
}

#[test]
fn f6_walks_the_parts_of_the_page() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.weight").await;
        for there in ["answer", "title", "editor", "answer"] {
            page.press(Key::F6).await;
            assert_eq!(page.focus().await, there);
        }
        for there in ["editor", "title", "answer"] {
            page.press_with(Key::Shift, Key::F6).await;
            assert_eq!(page.focus().await, there, "backwards");
        }
    });
}

#[test]
fn alt_and_arrows_walk_the_sheets_and_each_remembers_its_place() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C3.weight").await;
        for sheet in ["workload", "team", "profiles", "compare", "compare"] {
            page.press_with(Key::Alt, Key::Down).await;
            page.wait_until(sheet, async || {
                page.attribute(&format!("#tab-{sheet}"), "aria-selected").await.as_deref() == Some("true")
            })
            .await;
            assert_eq!(page.focus().await, "editor", "the keyboard stays in the grid");
        }
        for _ in 0..5 {
            page.press_with(Key::Alt, Key::Up).await;
        }
        page.is_selected("criteria.C3.weight").await;
    });
}

#[test]
fn a_plan_can_be_chosen_and_changed_with_keys_alone() {
    story(async |page| {
        page.open().await;
        let mut stops = 0;
        let template = "return document.activeElement.dataset.template ?? ''";
        while page.script(template, []).await != "high-concurrency-api" {
            page.press(Key::Tab).await;
            page.frame().await;
            stops += 1;
            assert!(stops < 20, "Tab never comes to the card");
        }
        page.press(Key::Enter).await;
        page.wait_until("the gallery closes", async || !page.is_open("#gallery").await).await;
        assert_eq!(page.focus().await, "editor", "the keyboard is the grid's at once");
        page.press(Key::Down).await;
        page.type_keys("4").await;
        page.press(Key::Enter).await;
        page.shows("criteria.C1.weight", "4").await;

        page.press_with(Key::Control, '/').await;
        page.wait_until("the list of keys opens", async || page.is_open("#shortcuts").await).await;
        page.press(Key::Escape).await;
        page.wait_until("and closes", async || !page.is_open("#shortcuts").await).await;
        assert_eq!(page.focus().await, "editor");
        assert_eq!(page.selected().await, "criteria.C2.weight");
    });
}

#[test]
fn charts_are_read_with_the_arrows() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.script("document.querySelector('canvas[data-chart=cumulative-cost]').focus()", []).await;
        let readout = "#figure-cumulative-cost .readout";
        page.press(Key::End).await;
        page.says(readout, "Month 36: Go $").await;
        page.press(Key::Left).await;
        page.says(readout, "Month 35").await;
        page.press(Key::Home).await;
        page.says(readout, "Month 1:").await;
        let found = page.script("return document.querySelector(arguments[0]) != null", [json!(".crosshair")]).await;
        assert_eq!(found, json!(true), "a line marks the month");
    });
}
