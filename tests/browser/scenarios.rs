//! Futures side by side: made, filled in and compared, by keyboard alone and by hand.

use serde_json::Value;
use thirtyfour::Key;
use weighbridge::evaluate::evaluate;
use weighbridge::model::amount::number;

use crate::page::Page;
use crate::story::story;

impl Page {
    /// Presses a key with Alt and Shift held.
    async fn press_alt_shift(&self, key: Key) {
        let actions = self.driver.action_chain().key_down(Key::Alt).key_down(Key::Shift).send_keys(key);
        actions.key_up(Key::Shift).key_up(Key::Alt).perform().await.expect("keys do what they are told");
        self.frame().await;
    }

    /// Goes so many sheets on or back.
    async fn turn_sheets(&self, key: Key, times: usize) {
        for _ in 0..times {
            self.press_with(Key::Alt, key.clone()).await;
            self.frame().await;
        }
    }

    /// Finds a row of the sheet in sight by keys, and types into its first cell.
    async fn find_and_enter(&self, words: &str, text: &str) {
        self.press_with(Key::Control, 'f').await;
        self.wait_until("the bar that finds is open", async || self.focus().await == "find-text").await;
        self.type_keys(words).await;
        self.says("#find-count", "1 of").await;
        self.press(Key::Escape).await;
        self.wait_until("the grid has the keyboard", async || self.focus().await == "editor").await;
        self.type_keys(text).await;
        self.press(Key::Enter).await;
    }
}

const IDS: [&str; 3] = ["scenario", "scenario-2", "scenario-3"];

/// Three scenarios: of traffic, of pay, of a weight. Not one click.
async fn three_by_keyboard(page: &Page) {
    for name in ["Ten times the traffic", "Cheap people", "Only speed"] {
        page.press_with(Key::Shift, Key::F11).await;
        page.wait_until("a scenario is there", async || page.selected().await.ends_with(".name")).await;
        page.type_keys(name).await;
        page.press(Key::Enter).await;
    }
    page.press_alt_shift(Key::Down).await;
    page.says("#band", "Ten times the traffic").await;
    page.turn_sheets(Key::Up, 3).await;
    page.find_and_enter("Peak traffic", "20k").await;
    page.press_alt_shift(Key::Down).await;
    page.says("#band", "Cheap people").await;
    page.turn_sheets(Key::Down, 1).await;
    page.find_and_enter("Base pay of a new hire", "90k").await;
    page.press_alt_shift(Key::Down).await;
    page.says("#band", "Only speed").await;
    page.turn_sheets(Key::Up, 2).await;
    page.find_and_enter("Throughput", "10").await;
    for _ in 0..3 {
        page.press_alt_shift(Key::Up).await;
    }
    page.wait_until("the base is in sight", async || !page.has("#band:not([hidden])").await).await;
    page.turn_sheets(Key::Down, 4).await;
}

#[test]
fn three_futures_are_made_and_compared_by_keyboard_alone() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        three_by_keyboard(&page).await;
        let inputs = [
            ("workload.peak_rps", ["20,000", "2,000", "2,000"]),
            ("alternatives.go.team.salary", ["175,000", "90,000", "175,000"]),
            ("criteria.C1.weight", ["5", "5", "10"]),
        ];
        for (path, texts) in inputs {
            for (id, text) in IDS.iter().zip(texts) {
                page.shows(&format!("scenarios.{id}.overrides.{path}"), text).await;
            }
        }
        // Under its column each has its own answer, to the last digit that is shown.
        let plan = page.export().await;
        for id in IDS {
            let own = plan.with_overrides(plan.scenario(id).expect("the scenario")).expect("a plan");
            let evaluation = evaluate(&own);
            for outcome in &evaluation.alternatives {
                let npv = outcome.money.expect("a known cost").npv;
                page.shows(&format!("scenarios.{id}.results.{}.npv", outcome.id), &number(npv, 0)).await;
                let score = outcome.score.grouped.expect("a score");
                page.shows(&format!("scenarios.{id}.results.{}.score.grouped", outcome.id), &number(score, 1)).await;
            }
        }
        // Taken back and done again, and kept.
        page.click("#editor").await;
        page.press_with(Key::Control, 'z').await;
        page.wait_until("the weight follows the base again", async || {
            !page.has(r#"#grid [data-path="scenarios.scenario-3.overrides.criteria.C1.weight"]"#).await
        })
        .await;
        page.press_with(Key::Control, 'y').await;
        page.shows("scenarios.scenario-3.overrides.criteria.C1.weight", "10").await;
        page.is_saved().await;
        page.open().await;
        page.open_sheet("compare").await;
        page.shows("scenarios.scenario-3.overrides.criteria.C1.weight", "10").await;
        assert_eq!(page.export().await, plan);
    });
}

#[test]
fn a_base_edit_flows_through_and_an_override_goes_back_to_it() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        three_by_keyboard(&page).await;
        page.enter("workload.peak_rps", "4000").await;
        page.shows("scenarios.scenario-2.overrides.workload.peak_rps", "4,000").await;
        page.shows("scenarios.scenario.overrides.workload.peak_rps", "20,000").await;
        let overridden = r#"#grid td.overridden[data-path="scenarios.scenario.overrides.workload.peak_rps"]"#;
        assert!(page.has(overridden).await);
        page.select("scenarios.scenario.overrides.workload.peak_rps").await;
        page.says("#selected-about", "the base has 4,000").await;
        page.click("#reset").await;
        page.wait_until("it follows the base", async || !page.has(overridden).await).await;
        page.press_with(Key::Control, 'z').await;
        page.shows("scenarios.scenario.overrides.workload.peak_rps", "20,000").await;
    });
}

#[test]
fn a_column_is_pinned_and_the_others_show_differences() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        three_by_keyboard(&page).await;
        let plan = page.export().await;
        let total = |id: Option<&str>| {
            let own = id.map(|id| plan.with_overrides(plan.scenario(id).expect("one")).expect("a plan"));
            let evaluation = evaluate(own.as_ref().unwrap_or(&plan));
            evaluation.outcome("go").expect("Go").money.expect("a known cost").total
        };
        page.script(
            "const list = document.getElementById('baseline'); list.value = 'base';
            list.dispatchEvent(new Event('change', { bubbles: true }))",
            [],
        )
        .await;
        let more = total(Some("scenario")) - total(None);
        page.shows("scenarios.scenario.results.go.total", &format!("+{}", number(more, 0))).await;
        page.shows("results.go.total", &number(total(None), 0)).await;
        page.click("#in-percent").await;
        let share = weighbridge::model::amount::percent(more / total(None));
        page.shows("scenarios.scenario.results.go.total", &format!("+{share}")).await;
        page.click("#compare-columns summary").await;
        page.click("#compare-columns li:last-child input").await;
        page.wait_until("the column goes", async || !page.has(r#"#grid [data-path^="scenarios.scenario-3."]"#).await)
            .await;
    });
}

#[test]
fn pictures_stand_under_the_columns_and_say_their_numbers() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        three_by_keyboard(&page).await;
        let script = "return [...document.querySelectorAll('#grid tfoot tr')].map(row =>
            [...row.querySelectorAll('canvas')].filter(at => at.width > 50 && at.ariaLabel.length > 40).length)";
        page.wait_until("each column has two", async || page.script(script, []).await == serde_json::json!([4, 4]))
            .await;
    });
}

#[test]
fn a_waterfall_says_why_two_columns_differ() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        three_by_keyboard(&page).await;
        page.click("#why summary").await;
        page.element("#figure-waterfall").await;
        page.says("#figure-waterfall .summary", "Peak traffic at launch").await;
        page.says("#why", "Exact").await;
        // What is drawn is what the command line prints.
        let plan = page.export().await;
        let found = weighbridge::analyse::attribution(&plan, None, plan.scenario("scenario")).expect("it can be said");
        let whole = found.alternatives[0].npv.whole().expect("a known cost");
        let Value::String(summary) =
            page.script("return document.querySelector('#figure-waterfall canvas').ariaLabel", []).await
        else {
            panic!("the waterfall has no name")
        };
        let by = weighbridge::model::amount::money(whole, &plan.settings.currency);
        assert!(summary.contains("Go") && summary.contains(&by), "{by}: {summary}");
    });
}

#[test]
fn what_if_is_two_keys_away_from_any_number() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.open_sheet("workload").await;
        page.right_click(r#"#grid [data-path="workload.connections"]"#).await;
        page.choose("What if × 10").await;
        page.says("#band", "Open connections at launch × 10").await;
        page.shows("workload.connections", "100,000").await;
        page.click("#to-base").await;
        page.shows("workload.connections", "10,000").await;
    });
}
