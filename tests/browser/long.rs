//! A sheet of two hundred criteria: only the rows in sight are on the page, and nobody notices.

use serde_json::json;
use thirtyfour::Key;

use crate::large;
use crate::page::Page;
use crate::story::story;

impl Page {
    async fn open_large(&self) {
        self.open_empty().await;
        let keep = "localStorage.setItem('weighbridge.plan', arguments[0])";
        self.script(keep, [json!(weighbridge::file::write(&large::large()))]).await;
        self.open().await;
    }

    async fn how_many(&self, selector: &str) -> u64 {
        let script = "return document.querySelectorAll(arguments[0]).length";
        self.script(script, [json!(selector)]).await.as_u64().expect("a count")
    }

    /// Whether the editor lies over the cell, within what is in sight of the sheet.
    async fn editor_is_on(&self, path: &str) -> bool {
        let script = "const cell = document.querySelector(`#grid [data-path='${arguments[0]}']`)?.getBoundingClientRect();
            const [editor, sheet] = ['selection', 'sheet'].map(id => document.getElementById(id).getBoundingClientRect());
            return !!cell && Math.abs(cell.top - editor.top) <= 2 && Math.abs(cell.left - editor.left) <= 2
                && cell.top >= sheet.top && cell.bottom <= sheet.bottom + 1";
        self.script(script, [json!(path)]).await == json!(true)
    }
}

#[test]
fn far_cells_come_into_sight_and_take_what_is_typed() {
    story(async |page| {
        page.open_large().await;
        page.select("criteria.C1.weight").await;
        assert!(page.how_many("#grid [data-row]").await < 1_000, "a part of the 2,400 cells is on the page");
        assert_eq!(page.attribute("#grid", "aria-rowcount").await.as_deref(), Some("203"));
        page.press_with(Key::Control, Key::End).await;
        page.wait_until("the last row is in sight", async || page.has("#grid tr.result").await).await;
        page.press_with(Key::Control, 'f').await;
        page.wait_until("the bar that finds is open", async || page.focus().await == "find-text").await;
        page.type_keys("criteria.C120.scores.python").await;
        let cell = "criteria.C120.scores.python";
        page.wait_until("the cell is in sight", async || page.editor_is_on(cell).await).await;
        page.press(Key::Escape).await;
        page.type_keys("3").await;
        page.press(Key::Enter).await;
        page.shows(cell, "3").await;
        page.press_with(Key::Control, Key::Home).await;
        page.wait_until("the first row is in sight", async || {
            page.has("#grid [data-path='groups.performance.weight']").await
        })
        .await;
        page.press_with(Key::Control, 'z').await;
        page.wait_until("undo goes there", async || page.editor_is_on(cell).await).await;
        assert_ne!(page.text(&format!("#grid [data-path='{cell}'] .value")).await, "3");
    });
}

#[test]
fn scrolling_brings_the_rows_there() {
    story(async |page| {
        page.open_large().await;
        for place in [1_000, 3_000, 5_000, 0] {
            page.script("document.getElementById('sheet').scrollTop = arguments[0]", [json!(place)]).await;
            let filled = "const sheet = document.getElementById('sheet').getBoundingClientRect();
                const at = y => document.elementFromPoint(sheet.left + 400, y)?.closest('[data-row]');
                return !!at(sheet.top + 80) && !!at(sheet.bottom - 60)";
            page.wait_until("the sheet is full of cells", async || page.script(filled, []).await == json!(true)).await;
        }
        assert!(page.how_many("#grid [data-row]").await < 1_000);
    });
}

#[test]
fn the_far_corner_is_in_sight_in_both_directions() {
    story(async |page| {
        page.open_large().await;
        page.select("criteria.C1.weight").await;
        let in_sight = "const [cell, sheet] = ['selection', 'sheet'].map(id => document.getElementById(id).getBoundingClientRect());
            return cell.right <= sheet.right + 1 && cell.bottom <= sheet.bottom + 1 && cell.left >= sheet.left && cell.top >= sheet.top";
        page.press_with(Key::Control, Key::End).await;
        page.wait_until("the last row is there", async || page.has("#grid tr.result").await).await;
        page.wait_until("the last cell is in sight", async || page.script(in_sight, []).await == json!(true)).await;
        page.press_with(Key::Control, Key::Home).await;
        page.wait_until("the first cell is in sight", async || page.script(in_sight, []).await == json!(true)).await;
    });
}
