//! Formulas typed into the page.

use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::story::story;

impl Page {
    async fn is_shown(&self, selector: &str) -> bool {
        let script = "return !!document.querySelector(arguments[0])?.getClientRects().length";
        self.script(script, [json!(selector)]).await == json!(true)
    }
}

#[test]
fn a_formula_points_at_another_sheet_and_the_answer_follows() {
    story(async |page| {
        page.start_from("blank").await;
        page.select("criteria.C1.weight").await;
        page.type_keys("=pea").await;
        page.wait_until("names are offered", async || page.has("#suggestions [role=option]").await).await;
        page.press(Key::Tab).await;
        page.type_keys("/100+").await;
        page.press_with(Key::Alt, Key::Down).await;
        page.wait_until("another sheet is in sight", async || page.has("#grid [data-path='workload.vcpu']").await)
            .await;
        page.click("#grid [data-path='workload.vcpu']").await;
        page.press(Key::Enter).await;
        page.shows("criteria.C1.weight", "3").await;
        page.select("criteria.C1.weight").await;
        page.says("#selected-text", "=peak_rps/100+vcpu").await;
        page.open_sheet("workload").await;
        page.enter("workload.peak_rps", "200").await;
        page.open_sheet("criteria").await;
        page.shows("criteria.C1.weight", "4").await;
    });
}

#[test]
fn a_formula_that_comes_to_nothing_takes_the_answer_along_and_leads_to_its_cell() {
    story(async |page| {
        page.start_from("blank").await;
        page.enter("criteria.C1.weight", "=1/0").await;
        page.wait_until("it is refused", async || page.text("#problem").await.contains("division by zero")).await;
        page.press(Key::Escape).await;
        page.enter("criteria.C1.weight", "=6/C2.weight").await;
        page.enter("criteria.C2.weight", "0").await;
        page.says("#faults", "No answer").await;
        page.shows("criteria.C1.weight", "error").await;
        assert!(!page.is_shown("#verdict").await, "there is no verdict");
        assert_eq!(
            page.attribute("#grid [data-path='criteria.C1.weight']", "aria-invalid").await.as_deref(),
            Some("true")
        );
        page.click("#faults button").await;
        page.is_selected("criteria.C1.weight").await;
        page.press_with(Key::Control, 'z').await;
        page.wait_until("the verdict is back", async || page.is_shown("#verdict").await).await;
    });
}

#[test]
fn names_are_offered_where_there_is_room_for_them() {
    story(async |page| {
        page.start_from("blank").await;
        page.press_with(Key::Control, Key::End).await;
        page.press(Key::Up).await;
        page.press_with(Key::Control, Key::Down).await;
        page.press(Key::Up).await;
        page.type_keys("=mi").await;
        page.wait_until("names are offered", async || page.has("#suggestions [role=option]").await).await;
        page.frame().await;
        let inside = "const [list, sheet] = ['suggestions', 'sheet'].map(id => document.getElementById(id).getBoundingClientRect());
            return list.top >= sheet.top && list.bottom <= sheet.bottom && list.right <= sheet.right";
        page.wait_until("the whole list is in sight", async || page.script(inside, []).await == json!(true)).await;
    });
}

#[test]
fn leaving_the_grid_takes_what_was_typed() {
    story(async |page| {
        page.start_from("blank").await;
        page.select("criteria.C1.weight").await;
        page.type_keys("3").await;
        page.click("#theme").await;
        page.shows("criteria.C1.weight", "3").await;
        page.click("#undo").await;
        page.wait_until("undo takes it back", async || {
            page.text("#grid [data-path='criteria.C1.weight'] .value").await != "3"
        })
        .await;
        // And so does leaving the page.
        page.select("criteria.C1.weight").await;
        page.type_keys("2").await;
        page.open().await;
        page.shows("criteria.C1.weight", "2").await;
    });
}
