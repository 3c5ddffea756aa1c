//! axe looks at the page in every state and finds nothing that keeps people out.

use std::cell::RefCell;

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::page::Page;
use crate::story::story;

const WEIGHT: &str = r#"#grid [data-path="criteria.C1.weight"]"#;

/// axe itself, one script.
fn axe() -> String {
    let path = std::env::var("WEIGHBRIDGE_AXE").expect("WEIGHBRIDGE_AXE names the file of axe: `make test` sets it");
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}; `scripts/browsers.sh` installs it"))
}

impl Page {
    /// What axe finds in what is in sight.
    async fn kept_out(&self) -> Vec<Value> {
        self.frame().await;
        if self.script("return window.axe === undefined", []).await == json!(true) {
            self.script(&axe(), []).await;
        }
        // The size of targets is the one rule of WCAG 2.2 AA that axe looks at only when asked.
        let script = "const done = arguments[0];
            axe.run({ rules: { 'target-size': { enabled: true } } }).then(
                found => done(found.violations.map(rule => [rule.id, rule.help, ...rule.nodes.slice(0, 5).map(
                    node => `${node.target} ${node.failureSummary}`)])),
                error => done([String(error)]))";
        let Value::Array(found) = self.script_later(script, []).await else { panic!("axe says nothing") };
        found
    }
}

/// The states with one theme.
async fn look_at_all_states(page: &Page, theme: &str) {
    page.start_from("high-concurrency-api").await;
    page.turn_theme(theme).await;
    let found = RefCell::new(Vec::new());
    let looked_at = async |state: &str| {
        let new = page.kept_out().await;
        found.borrow_mut().extend(new.into_iter().map(|finding| format!("{state}: {finding:#}")));
    };
    for view in ["criteria", "workload", "team", "profiles", "sources", "equations", "record"] {
        page.open_sheet(view).await;
        looked_at(view).await;
    }
    page.open_sheet("criteria").await;

    page.right_click(WEIGHT).await;
    page.choose("What if × 2").await;
    page.says("#band", "× 2").await;
    looked_at("a scenario in sight").await;
    page.open_sheet("compare").await;
    page.click("#why summary").await;
    page.element("#figure-waterfall").await;
    page.click("#compare-columns summary").await;
    looked_at("the comparison").await;
    page.click("#to-base").await;
    page.open_sheet("criteria").await;

    page.right_click(WEIGHT).await;
    looked_at("the menu").await;
    page.choose("Find").await;
    page.wait_until("the bar that finds is open", async || page.focus().await == "find-text").await;
    page.type_keys("Throughput").await;
    looked_at("the bar that finds").await;
    page.press(Key::Escape).await;

    page.right_click(WEIGHT).await;
    page.choose("Note").await;
    page.wait_until("the note opens", async || page.is_open("#note").await).await;
    looked_at("the note").await;
    page.press(Key::Escape).await;
    page.wait_until("the note closes", async || !page.is_open("#note").await).await;

    page.select("criteria.C1.weight").await;
    page.type_keys("many").await;
    looked_at("typing").await;
    page.press(Key::Enter).await;
    page.says("#problem", "not a number").await;
    looked_at("a refusal").await;
    page.press(Key::Escape).await;

    page.drag(WEIGHT, r#"#grid [data-path="criteria.C3.scores.go"]"#).await;
    looked_at("a range").await;
    page.click("#file").await;
    page.element("#merge-open").await;
    looked_at("the menu of files").await;
    page.press(Key::Escape).await;
    look_at_exchange(page, &looked_at).await;
    page.file_menu("#new").await;
    looked_at("the gallery").await;
    page.press(Key::Escape).await;
    page.click("#plans-button").await;
    page.act("High-concurrency", "duplicate").await;
    page.act("High-concurrency", "delete").await;
    page.act("High-concurrency", "rename").await;
    page.element("#plan-name").await;
    looked_at("the list of plans").await;
    page.press(Key::Escape).await;
    page.press(Key::Escape).await;
    page.wait_until("the list closes", async || !page.is_open("#plans").await).await;
    page.open_versions().await;
    page.keep("Before", "the load test").await;
    page.click("#version-list [data-act=rename]").await;
    page.element("#version-rename").await;
    looked_at("the versions").await;
    page.press(Key::Escape).await;
    page.close_versions().await;
    page.press_with(Key::Control, '/').await;
    page.wait_until("the list of keys opens", async || page.is_open("#shortcuts").await).await;
    looked_at("the list of keys").await;
    page.press(Key::Escape).await;
    page.is_saved().await;
    let first = page.driver.window().await.expect("a window");
    page.new_window().await;
    page.open().await;
    page.says("#reader-band", "Read-only").await;
    looked_at("a plan of another tab").await;
    page.driver.switch_to_window(first).await.expect("the window");
    let found = found.into_inner();
    assert!(found.is_empty(), "in {theme}:\n{}", found.join("\n"));
}

/// What leaves and what comes.
async fn look_at_exchange(page: &Page, looked_at: &impl AsyncFn(&str)) {
    page.click("#export-button").await;
    page.element("#export").await;
    looked_at("the menu of what leaves").await;
    page.press(Key::Escape).await;
    page.export_menu("#export-charts").await;
    page.click("#charts-dialog [data-format=SVG]").await;
    page.says("#charts-status", "Made").await;
    looked_at("charts as files").await;
    page.close("#charts-dialog").await;
    page.click("#share-button").await;
    let link = page.value("#share-link").await;
    looked_at("the link").await;
    page.close("#share").await;
    page.driver.goto(&link).await.expect("the link opens");
    page.element("#arrival-about").await;
    looked_at("a plan that came").await;
    page.close("#arrival").await;
    page.begin_merge().await;
    page.click("#merge-base summary").await;
    page.element("#merge-base li").await;
    looked_at("scenarios to merge").await;
    page.close("#merge").await;
}

#[test]
fn nothing_keeps_people_out_in_light() {
    story(async |page| look_at_all_states(&page, "light").await);
}

#[test]
fn nothing_keeps_people_out_in_dark() {
    story(async |page| look_at_all_states(&page, "dark").await);
}
