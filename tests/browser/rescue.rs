//! The app stops, or never begins: what is kept can be had all the same.

use std::path::PathBuf;

use serde_json::{Value, json};
use weighbridge::file;

use crate::page::Page;
use crate::server::dist;
use crate::story::story;

const TITLE: &str = "High-concurrency API, 10,000 concurrent users";

/// The folder with the app that stops when it is told to.
fn trap_dist() -> PathBuf {
    let folder =
        std::env::var_os("WEIGHBRIDGE_TRAP_DIST").map_or_else(|| PathBuf::from("target/trap-dist"), PathBuf::from);
    assert!(
        folder.join("index.html").is_file(),
        "There is no app in {}: run `scripts/trap-build.sh`.",
        folder.display()
    );
    folder
}

impl Page {
    /// Waits until the app has stopped. That is an error on the console, and here it is meant to be one.
    async fn has_stopped(&self) {
        self.element("#rescue h1").await;
        self.says("#rescue h1", "Weighbridge has stopped").await;
    }

    /// Passes over the errors on the console, which are meant to be there.
    async fn forgive(&self) {
        if self.engine == "Chromium" {
            self.driver.browser_log().await.expect("the console's log");
        }
    }
}

#[test]
fn after_any_trap_the_page_says_what_happened_and_gives_everything() {
    story(async |page| {
        page.serve(trap_dist(), usize::MAX);
        page.start_from("high-concurrency-api").await;
        for (weight, trap, word) in
            [("4", "panic", "a deliberate panic"), ("3", "unreachable", "RuntimeError: "), ("2", "overflow", "Error: ")]
        {
            page.enter("criteria.C1.weight", weight).await;
            page.is_saved().await;
            let kept = page.stored_plan().await.expect("a plan");
            page.script("location.hash = `#trap=${arguments[0]}`", [json!(trap)]).await;
            page.has_stopped().await;
            page.wait_until("the heading has the keyboard", async || page.focus().await == "Weighbridge has stopped")
                .await;
            page.click("#rescue summary").await;
            let report = page.text("#rescue pre").await;
            assert!(report.contains(word), "{trap}: {report}");
            page.says("#rescue ul", TITLE).await;

            page.click("#everything").await;
            let (name, text) = page.download().await;
            assert_eq!(name, "weighbridge-everything.json");
            let all: Value = serde_json::from_str(&text).expect("JSON");
            let entries = all["entries"].as_object().expect("entries");
            assert!(entries.values().any(|entry| entry.as_str().is_some_and(|text| text.ends_with(&kept))), "{trap}");
            // The dead app saves nothing more.
            let refused = "try { localStorage.setItem('weighbridge.x', '1'); return false } catch { return true }";
            assert_eq!(page.script(refused, []).await, json!(true));

            page.click("#reload").await;
            page.element("#grid").await;
            page.shows("criteria.C1.weight", weight).await;
        }
        page.forgive().await;
    });
}

#[test]
fn an_app_that_cannot_begin_gives_everything_too() {
    story(async |page| {
        page.store(
            "weighbridge.plan.a",
            &file::write(&weighbridge::starter::Starter::find("real-time-chat").expect("a starter").plan()),
        )
        .await;
        let folder = page.folder.join("broken");
        std::fs::create_dir_all(&folder).expect("a folder of one's own");
        for file in std::fs::read_dir(dist()).expect("the build") {
            let file = file.expect("a file");
            let bytes = std::fs::read(file.path()).expect("a file");
            let is_wasm = file.file_name().to_string_lossy().ends_with(".wasm");
            std::fs::write(folder.join(file.file_name()), if is_wasm { &bytes[..bytes.len() / 2] } else { &bytes })
                .expect("a copy");
        }
        page.serve(folder, usize::MAX);
        page.visit("").await;
        page.wait_until("it is said", async || page.has("#rescue h1").await || page.has("#slow").await).await;
        // Firefox may run out of memory over it, and then tells the page nothing.
        if page.has("#slow").await {
            page.click("#slow a").await;
        }
        page.click("#plan-0").await;
        let plan = file::read(&page.download().await.1).expect("a plan");
        assert_eq!(plan.template.as_ref().map(ToString::to_string).as_deref(), Some("real-time-chat"));
        page.forgive().await;
    });
}

#[test]
fn the_rescue_page_needs_neither_the_app_nor_a_server() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter("criteria.C1.weight", "4").await;
        page.is_saved().await;
        page.is_kept().await;
        page.open().await;
        let plan = page.export().await;
        page.unplug();
        page.visit("rescue.html").await;
        page.says("#rescue ul", TITLE).await;
        assert_eq!(page.text("#rescue li").await.matches(TITLE).count(), 1, "each plan once");
        page.click("#plan-0").await;
        assert_eq!(file::read(&page.download().await.1).expect("a plan"), plan);
        assert!(!page.has("#delete").await, "nothing is deleted before it is downloaded");
        page.click("#everything").await;
        page.download().await;
        page.click("#delete").await;
        page.click("#delete-no").await;
        page.click("#delete").await;
        page.click("#delete-sure").await;
        page.says("#rescue", "Everything kept here is deleted").await;
        assert_eq!(page.script("return Object.keys(localStorage).length", []).await, json!(0));
        page.open().await;
        page.wait_until("the app begins anew", async || page.is_open("#gallery").await).await;
    });
}
