//! Where a number comes from: the sources, the equations, and the way from a result down to its inputs.

use serde_json::{Value, json};
use thirtyfour::Key;
use weighbridge::model::{Grade, Plan};
use weighbridge::sheet::{Standing, counts, sourcing};
use weighbridge::starter::Starter;

use crate::page::Page;
use crate::story::story;

impl Page {
    /// The texts of all elements of this kind.
    async fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(at => at.textContent)";
        let Value::Array(texts) = self.script(script, [json!(selector)]).await else { panic!("no list") };
        texts.iter().map(|text| text.as_str().unwrap_or_default().trim().to_owned()).collect()
    }

    /// Clicks what may be out of sight, or under a sticky bar.
    async fn click_there(&self, selector: &str) {
        self.element(selector).await;
        let script = "const at = document.querySelector(arguments[0]); at.scrollIntoView({ block: 'center' }); at.focus(); at.click()";
        self.script(script, [json!(selector)]).await;
    }
}

fn plan() -> Plan {
    Starter::find("high-concurrency-api").expect("a starter").plan()
}

#[test]
fn the_vendors_defaults_are_found_and_lead_to_their_cells() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.open_sheet("sources").await;
        assert!(page.text("#bias").await.contains("sells Go development"));
        let all = counts(&sourcing(&plan()));
        let vendor = Standing::ALL.iter().position(|s| *s == Standing::Default(Grade::Vendor)).expect("a grade");
        let (vendor, all) = (all[vendor], all.iter().sum::<usize>());
        page.says("#defaults .found", &format!("{all} of {all} inputs")).await;
        let button = r#"#defaults [data-filter="V"]"#;
        assert_eq!(page.text(&format!("{button} .count")).await, vendor.to_string());
        page.click(button).await;
        page.says("#defaults .found", &format!("{vendor} of {all} inputs")).await;
        assert_eq!(page.attribute(button, "aria-pressed").await.as_deref(), Some("true"));
        let grades = page.texts("#defaults [data-sourced] .badge > [aria-hidden]").await;
        assert!(!grades.is_empty() && grades.iter().all(|grade| grade == "V"), "{grades:?}");

        page.click_there(r#"#defaults [data-sourced="alternatives.node.rewrite.start"] button"#).await;
        page.is_selected("alternatives.node.rewrite.start").await;
        page.wait_until("the sheet is back, with the keyboard", async || page.focus().await == "editor").await;
        assert_eq!(page.attribute("#tab-team", "aria-selected").await.as_deref(), Some("true"));
        page.type_keys("14").await;
        page.press(Key::Enter).await;
        page.shows("alternatives.node.rewrite.start", "14").await;

        page.open_sheet("sources").await;
        page.says("#defaults .found", &format!("{} of {all} inputs", vendor - 1)).await;
        page.click(button).await;
        page.click(r#"#defaults [data-filter="yours"]"#).await;
        page.says("#defaults .found", &format!("1 of {all} inputs")).await;
        let row = page.text(r#"[data-sourced="alternatives.node.rewrite.start"]"#).await;
        let starter = plan().alternative("node").expect("Node.js").rewrite.start.central();
        assert!(row.contains("14") && row.contains(&format!("The default is {starter} (V)")), "{row}");
    });
}

#[test]
fn words_find_a_default_and_what_is_folded_unfolds() {
    story(async |page| {
        page.start_from("blank").await;
        page.open_sheet("sources").await;
        let overhead = r#"[data-sourced="profiles.go-net-http.overhead_ms"]"#;
        assert!(!page.has(overhead).await, "the many profiles are folded");
        page.click("#defaults input[type=search]").await;
        page.type_keys("framework overhead net/http").await;
        page.element(overhead).await;
        let row = page.text(overhead).await;
        assert!(row.contains("2025-07") && row.contains("the-benchmarker"), "{row}");
        assert_eq!(page.texts("#defaults .sentence").await.len(), 1, "and that ratios matter");
    });
}

#[test]
fn every_statement_of_the_article_is_there_and_leads_to_its_place() {
    story(async |page| {
        page.start_from("blank").await;
        page.open_sheet("sources").await;
        page.element(r#"[data-statement="S102"]"#).await;
        assert_eq!(page.texts("[data-statement]").await.len(), 102);
        page.click_there(r#"#statements [data-filter="warning"]"#).await;
        // Eight statements became warnings (claims.md).
        page.says("#statements .found", "8 of 102").await;
        assert_eq!(page.texts("[data-statement]").await.len(), 8);
        page.click_there(r#"#statements [data-filter="warning"]"#).await;
        page.says("#statements .found", "102 of 102").await;

        page.click_there(r#"[data-statement="S007"] button"#).await;
        page.wait_until("the chart has the keyboard", async || {
            let chart = "return document.activeElement.dataset.chart ?? ''";
            page.script(chart, []).await == json!("cumulative-cost")
        })
        .await;
        page.click_there(r#"[data-statement="S086"] button"#).await;
        page.is_selected("alternatives.node.rewrite.cost").await;
    });
}

#[test]
fn the_corrected_goroutine_shows_the_articles_number_and_the_true_one() {
    story(async |page| {
        page.start_from("blank").await;
        page.open_sheet("sources").await;
        page.element("#corrections").await;
        let rows = page.texts("#corrections li").await;
        let row = rows.iter().find(|row| row.contains("goroutine")).expect("a correction");
        assert!(row.contains("4 KB") && row.contains("2 KB") && row.contains("No longer so"), "{row}");
        let struck = page.texts("#corrections s").await;
        assert!(struck.iter().any(|text| text.contains("About 4 KB")), "{struck:?}");
    });
}

#[test]
fn a_total_is_followed_down_to_an_input_and_follows_the_plan() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.open_sheet("team").await;
        page.select("results.go.total").await;
        let total = page.cell("results.go.total").await;
        page.click("#show-how").await;
        page.wait_until("the panel has the keyboard", async || page.focus().await == "trace-title").await;
        assert_eq!(page.text("#trace-value").await, format!("${total}"));
        page.says("#trace-equation", "E32").await;

        let mut path = "results.go.total".to_owned();
        let mut steps = 0;
        while path.starts_with("results.") {
            let operands =
                "return [...document.querySelectorAll('#trace-operands [data-operand]')].map(at => at.dataset.operand)";
            let Value::Array(operands) = page.script(operands, []).await else { panic!("no operands") };
            let operands: Vec<&str> = operands.iter().filter_map(Value::as_str).collect();
            // Through payroll, as anybody would who asks why it is so much.
            let next = operands.iter().find(|path| path.contains("payroll") || path.ends_with("total"));
            path = (*next.or(operands.first()).expect("an operand")).to_owned();
            page.click_there(&format!(r#"#trace-operands [data-operand="{path}"]"#)).await;
            page.frame().await;
            steps += 1;
            assert!(steps < 20, "the chain ends: {path}");
        }
        assert!(steps > 2, "more than one step from a total to {path}");
        page.is_selected(&path).await;

        // The panel stays, one step above the input, and its crumbs lead back up.
        page.click_there(".crumbs button").await;
        page.says("#trace-value", &format!("${total}")).await;
        page.open_sheet("team").await;
        page.enter("team.existing", "7").await;
        page.wait_until("it follows the plan", async || page.text("#trace-value").await != format!("${total}")).await;
        assert_eq!(page.text("#trace-value").await, format!("${}", page.cell("results.go.total").await));

        page.select("results.go.npv").await;
        page.click("#show-how").await;
        page.says("#trace-equation", "E33").await;
        page.wait_until("it has the keyboard again", async || page.focus().await == "trace-title").await;
        page.press(Key::Escape).await;
        page.wait_until("Escape gives the keyboard back", async || page.focus().await == "show-how").await;
        assert!(page.has("#trace[hidden]").await);
    });
}

#[test]
fn the_equations_show_the_numbers_of_the_grid() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.open_sheet("team").await;
        page.enter("settings.horizon_months", "12").await;
        page.open_sheet("workload").await;
        let infrastructure = page.cell("results.python.months.12.infrastructure").await;
        let instances = page.cell("results.python.months.12.instances").await;

        page.open_sheet("equations").await;
        page.element(r#"#equations-alternative [value="python"]"#).await;
        let choose = "const at = document.querySelector(arguments[0]); at.value = arguments[1]; at.dispatchEvent(new Event('change', { bubbles: true }))";
        page.script(choose, [json!("#equations-alternative"), json!("python")]).await;
        page.script(choose, [json!("#equations-month"), json!("12")]).await;
        let value = |result: &str| format!(r#"#equations [data-step="results.python.months.12.{result}"] strong"#);
        page.element(&value("infrastructure")).await;
        assert_eq!(page.text(&value("infrastructure")).await, format!("${infrastructure} a month"));
        assert_eq!(page.text(&value("instances")).await, format!("{instances} instances"));
        // 42 equations (model.md), and the scores.
        assert_eq!(page.texts("#equations [data-equation]").await.len(), 43);

        page.click_there(r#"#equations [data-step="results.python.months.12.infrastructure"]"#).await;
        page.says("#trace-title", "Python: Infrastructure, month 12").await;
    });
}

#[test]
fn the_tabs_of_the_views_take_arrows_and_the_sheets_come_back() {
    story(async |page| {
        page.start_from("blank").await;
        page.open_sheet("compare").await;
        // A click on a sheet's tab gives the keyboard to the grid.
        page.wait_until("the grid has the keyboard", async || page.focus().await == "editor").await;
        page.frame().await;
        page.script("document.getElementById('tab-compare').focus()", []).await;
        for tab in ["tab-sources", "tab-equations", "tab-record"] {
            page.press(Key::Right).await;
            page.wait_until(tab, async || page.focus().await == tab).await;
            assert_eq!(page.attribute(&format!("#{tab}"), "aria-selected").await.as_deref(), Some("true"));
            assert!(page.has(".sheet-view[hidden]").await, "the grid is out of sight");
        }
        for tab in ["tab-equations", "tab-sources", "tab-compare", "tab-profiles"] {
            page.press(Key::Left).await;
            page.wait_until(tab, async || page.focus().await == tab).await;
        }
        assert!(!page.has(".sheet-view[hidden]").await);
        page.open_sheet("sources").await;
        page.press(Key::F6).await;
        page.press_with(Key::Shift, Key::F6).await;
        assert_eq!(page.focus().await, "sources", "F6 finds the view");
    });
}
