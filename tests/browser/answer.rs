//! The answer's closer looks: warnings, the other charts, the use cases, and two alternatives side by side.

use thirtyfour::Key;

use crate::page::Page;
use crate::story::story;

/// Unfolds a part of the answer.
async fn unfold(page: &Page, part: &str) {
    page.click(&format!("{part} > summary")).await;
    page.wait_until("it unfolds", async || page.has(&format!("{part}[open] > :nth-child(2)")).await).await;
}

/// Gives the keyboard to whatever this names.
async fn focus_on(page: &Page, selector: &str) {
    page.script("document.querySelector(arguments[0]).focus()", [selector.into()]).await;
}

#[test]
fn a_warning_leads_to_its_cell() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.says("#warnings > summary", "warnings").await;
        unfold(&page, "#warnings").await;
        let rule = r#"#warnings [data-rule="W10"]"#;
        let words = page.text(rule).await;
        assert!(words.contains("Hires come late") && words.contains("Go, Node.js, Python"), "{words}");
        page.click(&format!("{rule} .jump")).await;
        page.is_selected("alternatives.go.team.fill_weeks").await;
        assert_eq!(page.focus().await, "editor");
        // Hired at once, and at full output at once: nothing is late any more.
        page.enter("alternatives.go.team.fill_weeks", "1").await;
        page.enter("alternatives.go.team.ramp_months", "1").await;
        page.says(rule, "Node.js, Python").await;
        page.wait_until("Go is out of it", async || !page.text(rule).await.contains("Go,")).await;
    });
}

#[test]
fn warnings_on_sources_stand_last_and_folded() {
    story(async |page| {
        page.start_from("blank").await;
        unfold(&page, "#warnings").await;
        assert!(!page.has(r#"[data-rule="W21"]"#).await, "the vendor's numbers are folded");
        unfold(&page, "#source-warnings").await;
        page.says(r#"#source-warnings [data-rule="W21"]"#, "sells Go development").await;
    });
}

#[test]
fn the_keyboard_chooses_among_the_other_charts() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.element("#figure-instances").await;
        focus_on(&page, "#show-instances").await;
        page.press(Key::Right).await;
        page.element("#figure-output").await;
        assert_eq!(page.focus().await, "show-output");
        assert!(!page.has("#figure-instances").await, "only the chosen chart is made");
        page.press(Key::Right).await;
        page.element("#figure-crossover").await;
        page.says("#figure-crossover .summary", "At the plan's traffic Node.js costs least").await;
        page.press(Key::End).await;
        page.says("#rewrite-checks", "times its first release").await;
        page.press(Key::Home).await;
        page.says("#figure-instances", "Go keeps").await;
        page.click(r#".more-charts [data-alternative="node"]"#).await;
        page.says("#figure-instances", "Node.js keeps").await;
        // Up and down step like left and right.
        focus_on(&page, r#"canvas[data-chart="instances"]"#).await;
        page.press(Key::Down).await;
        page.press(Key::Down).await;
        page.says("#figure-instances .readout", "Month 2:").await;
        page.press(Key::Up).await;
        page.says("#figure-instances .readout", "Month 1:").await;
    });
}

#[test]
fn cost_against_traffic_follows_the_plan() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.click("#show-crossover").await;
        page.element("#figure-crossover").await;
        let before = page.text("#figure-crossover .summary").await;
        page.open_sheet("workload").await;
        page.enter("workload.peak_rps", "20").await;
        page.wait_until("the chart follows", async || page.text("#figure-crossover .summary").await != before).await;
        page.press_with(Key::Control, 'z').await;
        page.wait_until("and goes back", async || page.text("#figure-crossover .summary").await == before).await;
    });
}

#[test]
fn the_weights_of_a_use_case_are_loaded_in_one_step() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let before = page.answer().await;
        unfold(&page, "#matrix").await;
        page.says("#matrix .lines", "In 8 of 8 use cases the article's pick leads here too.").await;
        page.says("#use-startup-mvp_go", "◆ article").await;
        page.says("#use-startup-mvp_go", "leads").await;
        page.click("#use-startup-mvp_node").await;
        page.wait_until("the panel has the keyboard", async || page.focus().await == "load-preset").await;
        // Throughput weighs 5 in the plan and 2 in the use case.
        page.says("#load-preset", "15 would change: Throughput under sustained load 5 → 2,").await;
        page.press(Key::Escape).await;
        page.wait_until("the keyboard is back", async || page.focus().await == "use-startup-mvp_node").await;
        assert_eq!(page.answer().await, before, "nothing was loaded");

        page.click("#use-startup-mvp_node").await;
        page.click("#load-both").await;
        page.shows("criteria.C1.weight", "2").await;
        page.shows("criteria.C18.scores.go", "10").await;
        page.wait_until("the keyboard is back", async || page.focus().await == "use-startup-mvp_node").await;
        assert_ne!(page.verdict().await, before.verdict);
        page.click("#undo").await;
        page.shows("criteria.C1.weight", "5").await;
        page.shows("criteria.C18.scores.go", "2.5").await;
        assert_eq!(page.answer().await, before, "one step takes all of it back");
    });
}

#[test]
fn a_slider_moves_a_weight_and_the_ranking_with_it() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let before = page.answer().await;
        unfold(&page, "#pair").await;
        page.says("#pair-lead", "Go 73.7 leads Node.js 69.2 by 4.6 points of 100.").await;
        page.says("#pair .section", "The article asks first (line 77)").await;
        let slider = r#"#pair input[aria-label="Weight of People"]"#;
        focus_on(&page, slider).await;
        // From 1 to 1.5, past the weight at which the two score the same.
        page.press(Key::Right).await;
        page.says("#pair-lead", "Node.js").await;
        page.wait_until("Node.js leads", async || page.text("#pair-lead").await.starts_with("Node.js ")).await;
        assert_eq!(page.focus().await, "Weight of People", "the slider keeps the keyboard");
        page.shows("groups.people.weight", "1.5").await;
        assert_ne!(page.answer().await.charts[0], before.charts[0], "the ranking");
        page.press_with(Key::Control, 'z').await;
        page.shows("groups.people.weight", "1").await;
        assert_eq!(page.answer().await, before, "one undo takes it back");
        assert_eq!(page.mode().await, "Ready");
        assert_eq!(page.value(slider).await, "1", "and the slider too");
    });
}

#[test]
fn any_two_alternatives_can_be_compared() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        unfold(&page, "#pair").await;
        page.click(r#"#pair [aria-label="with"] [data-alternative="python"]"#).await;
        page.says("#pair-lead", "Go 73.7 leads Python 62.9").await;
        page.says("#pair .section", "The article asks first (line 61)").await;
        page.click(r#"#pair [aria-label="Compare"] [data-alternative="python"]"#).await;
        page.says("#pair thead", "PythonGo").await;
        page.says("#pair-break-evens", "cross").await;
        page.click("#show-crossover").await;
        page.says("#pair-break-evens", "The order of their costs turns at traffic × 2.").await;
    });
}

#[test]
fn who_is_ruled_out_is_said_with_the_reason() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter("criteria.C6.threshold", "4").await;
        page.says("#verdict-ruled-out", "Go is ruled out because ML and data ecosystem 3 < 4.").await;
        page.says("#figure-ranking .summary", "is ruled out because ML and data ecosystem 3 < 4.").await;
        unfold(&page, "#all-figures").await;
        page.says("#all-figures", "ML and data ecosystem 3 < 4").await;
        page.press_with(Key::Control, 'z').await;
        page.wait_until("undo", async || !page.has("#verdict-ruled-out").await).await;
    });
}
