//! The bar below the grid: names, colours, places, copies, removal, and what can be added; and help with single inputs.

use thirtyfour::Key;

use crate::page::Page;
use crate::story::story;

/// Chooses from the list of what can be added, and adds it.
async fn add(page: &Page, name: &str) {
    let script = "const list = document.querySelector('#addition');
        const option = [...list.options].find(option => option.textContent === arguments[0]);
        list.value = option.value;
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.script(script, [name.into()]).await;
    page.click("#add").await;
}

/// Writes into a field of the bar as somebody would: over what is there, and on with Tab.
async fn write(page: &Page, field: &str, text: &str) {
    page.click(field).await;
    page.press_with(Key::Control, 'a').await;
    page.type_keys(text).await;
    page.press(Key::Tab).await;
}

#[test]
fn a_hybrid_is_one_choice_away_and_one_undo_takes_it_back() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.open_sheet("workload").await;
        add(&page, "Alternative: hybrid Go + Python").await;
        page.is_selected("alternatives.hybrid-go-python.name").await;
        assert_eq!(page.focus().await, "editor", "the keyboard is in the grid");
        page.says("#figures", "Hybrid Go + Python").await;
        page.shows("alternatives.hybrid-go-python.tiers.1.profile", "Python FastAPI + uvicorn").await;
        page.click("#undo").await;
        page.wait_until("the hybrid is gone", async || !page.text("#figures").await.contains("Hybrid")).await;
    });
}

#[test]
fn a_criterion_is_added_renamed_moved_copied_and_removed() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C9.weight").await;
        add(&page, "Criterion of Ecosystem").await;
        page.is_selected("criteria.C20.weight").await;
        write(&page, r#"[data-path="criteria.C20.name"]"#, "Licences").await;
        page.says("#grid", "Licences").await;
        page.click(r#"[data-thing="criterion"] [title="Move back"]"#).await;
        page.is_selected("criteria.C20.weight").await;
        let places = "const rows = [...document.querySelectorAll('#grid tbody tr .label')].map(row => row.textContent);
            return rows.indexOf('Standard library completeness') - rows.indexOf('Licences')";
        page.wait_until("it stands before C9", async || page.script(places, []).await == 1).await;
        page.click(r#"[data-thing="criterion"] [title="Copy"]"#).await;
        page.says("#grid", "Licences (copy)").await;
        page.click(r#"[data-thing="criterion"] [title="Remove"]"#).await;
        page.wait_until("the copy is gone", async || !page.text("#grid").await.contains("(copy)")).await;
    });
}

#[test]
fn an_alternative_is_renamed_and_the_last_two_stay() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.scores.python").await;
        write(&page, r#"[data-thing="alternative"] [type="text"]"#, "Snakes").await;
        page.says("#figures", "Snakes").await;
        page.click(r#"[data-thing="alternative"] [title="Remove"]"#).await;
        page.wait_until("it is gone", async || !page.text("#figures").await.contains("Snakes")).await;
        page.select("criteria.C1.scores.node").await;
        page.click(r#"[data-thing="alternative"] [title="Remove"]"#).await;
        page.says("#said", "a plan compares at least two alternatives").await;
        page.says("#figures", "Node.js").await;
    });
}

#[test]
fn traffic_is_worked_out_from_users() {
    story(async |page| {
        page.start_from("blank").await;
        page.open_sheet("workload").await;
        page.select("workload.peak_rps").await;
        page.says("#take", "Take 1960.78").await;
        write(&page, "#workout label:nth-of-type(1) input", "5000").await;
        page.says("#take", "Take 980.39").await;
        page.click("#take").await;
        page.shows("workload.peak_rps", "980.39").await;
        page.select("workload.heavy_cpu_ms").await;
        page.click("#workout .chip:nth-of-type(2)").await;
        page.shows("workload.heavy_cpu_ms", "300").await;
    });
}

#[test]
fn a_figure_of_the_answer_opens_its_trace() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.click(r#"#figures .how[data-path="results.go.npv"]"#).await;
        page.says("#trace", "E33").await;
    });
}
