//! Several cells: selected by hand, filled, sized, and what the bar below says of them.

use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::story::{story, story_with_devtools};

/// The cell of an input.
fn cell(path: &str) -> String {
    format!(r#"#grid [data-path="{path}"]"#)
}

impl Page {
    /// The paths of the selected cells, in reading order.
    async fn selected_cells(&self) -> Vec<String> {
        self.frame().await;
        let script = "return [...document.querySelectorAll('#grid [aria-selected=true]')].map(at => at.dataset.path)";
        let cells = self.script(script, []).await;
        cells.as_array().expect("cells").iter().map(|path| path.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Whether the box of this kind lies exactly over these two corners.
    async fn lies_over(&self, mark: &str, first: &str, last: &str) -> bool {
        let script =
            "const [mark, first, last] = [...arguments].map(at => document.querySelector(at)?.getBoundingClientRect());
            return mark && Math.abs(mark.left - first.left) <= 1 && Math.abs(mark.top - first.top) <= 1
                && Math.abs(mark.right - last.right) <= 1 && Math.abs(mark.bottom - last.bottom) <= 1";
        self.script(script, [json!(mark), json!(cell(first)), json!(cell(last))]).await == json!(true)
    }

    async fn width_of(&self, selector: &str) -> f64 {
        let script = "return document.querySelector(arguments[0]).getBoundingClientRect().width";
        self.script(script, [json!(selector)]).await.as_f64().expect("a width")
    }

    /// Drags by so many pixels.
    async fn drag_by(&self, from: &str, x: i64, y: i64) {
        let from = self.element(from).await;
        let hand = Some(std::time::Duration::from_millis(20));
        let actions = self.driver.action_chain_with_delay(hand, hand);
        let dragged =
            actions.click_and_hold_element(&from).move_by_offset(x / 2, y / 2).move_by_offset(x - x / 2, y - y / 2);
        dragged.release().perform().await.expect("a drag");
        self.frame().await;
    }
}

#[test]
fn a_drag_and_shift_click_select_a_block() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.drag(&cell("criteria.C1.weight"), &cell("criteria.C2.scores.go")).await;
        let block = ["criteria.C1.weight", "criteria.C1.scores.go", "criteria.C2.weight", "criteria.C2.scores.go"];
        assert_eq!(page.selected_cells().await, block);
        assert_eq!(page.selected().await, "criteria.C1.weight", "the first cell is the one that is edited");
        assert!(page.lies_over(".mark.range", block[0], block[3]).await, "the box of the selection");
        assert!(page.lies_over("#selection", block[0], block[0]).await, "the editor");
        page.says("#statistics", "4 cells").await;
        page.says("#statistics", "Sum").await;
        page.press(Key::Delete).await;
        page.press_with(Key::Shift, Key::Left).await;
        page.click("#editor").await;
        assert_eq!(page.selected_cells().await, ["criteria.C1.weight"], "a press on one of them selects it alone");
        assert!(!page.has(".mark").await, "one cell needs no box");
        assert_eq!(page.text("#statistics").await, "");
    });
}

#[test]
fn headers_select_rows_columns_and_everything() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.click("#grid [data-row-header='2']").await;
        let row = page.selected_cells().await;
        assert!(row.len() >= 4, "a row: {row:?}");
        page.click("#grid [data-column-header='0']").await;
        let column = page.selected_cells().await;
        assert!(
            column.len() > 15 && column.iter().all(|path| path.is_empty() || path.ends_with("weight")),
            "{column:?}"
        );
        page.click("#grid .corner").await;
        let all = page.selected_cells().await;
        assert!(all.len() >= 4 * 20, "{} cells", all.len());
        assert_eq!(page.focus().await, "editor");
    });
}

#[test]
fn the_handle_fills_down_and_a_mere_press_on_it_goes_to_the_cell() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter("criteria.C1.weight", "2").await;
        page.select("criteria.C1.weight").await;
        page.frame().await;
        page.drag("#fill", &cell("criteria.C3.weight")).await;
        for criterion in ["C1", "C2", "C3"] {
            page.shows(&format!("criteria.{criterion}.weight"), "2").await;
        }
        page.press_with(Key::Control, 'z').await;
        page.shows("criteria.C3.weight", "5").await;
    });
}

#[test]
fn a_column_is_widened_by_hand_and_by_keys_and_stays_so() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let header = "#grid [data-column-header='1']";
        let before = page.width_of(header).await;
        page.drag_by("#grid [data-resize='2']", 60, 0).await;
        let pulled = page.width_of(header).await;
        assert!((pulled - before - 60.0).abs() < 3.0, "{before} + 60 = {pulled}");
        page.select("criteria.C1.scores.go").await;
        let held = page.driver.action_chain();
        held.key_down(Key::Alt)
            .key_down(Key::Shift)
            .send_keys(Key::Left)
            .key_up(Key::Shift)
            .key_up(Key::Alt)
            .perform()
            .await
            .expect("keys");
        page.frame().await;
        let narrower = page.width_of(header).await;
        assert!((pulled - narrower - 24.0).abs() < 2.0, "{pulled} - 24 = {narrower}");
        page.open_sheet("team").await;
        page.open_sheet("criteria").await;
        page.frame().await;
        assert!((page.width_of(header).await - narrower).abs() < 2.0, "kept on the sheet");
        page.is_saved().await;
        page.open().await;
        assert!((page.width_of(header).await - narrower).abs() < 2.0, "kept in the browser");
        page.double_click("#grid [data-resize='2']").await;
        page.frame().await;
        let fitted = page.width_of(header).await;
        assert!((fitted - narrower).abs() > 2.0, "fitted to its content: {fitted}");
        let cut = "return [...document.querySelectorAll('#grid tbody td[aria-colindex=\"3\"]')]
            .filter(cell => cell.scrollWidth > cell.clientWidth).length";
        assert_eq!(page.script(cut, []).await, json!(0), "nothing is cut off");
        page.select("criteria.C1.scores.go").await;
        page.frame().await;
        assert!(page.lies_over("#selection", "criteria.C1.scores.go", "criteria.C1.scores.go").await);
    });
}

#[test]
fn the_menu_works_by_keys_and_gives_the_keyboard_back() {
    story_with_devtools(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.weight").await;
        page.press_with(Key::Shift, Key::F10).await;
        page.wait_until("the menu has the keyboard", async || page.focus().await.starts_with("Cut")).await;
        page.press(Key::Up).await;
        assert!(page.focus().await.starts_with("Find"), "from the first line to the last");
        page.type_keys("h").await;
        assert!(page.focus().await.starts_with("Hide rows"));
        page.press(Key::Escape).await;
        page.wait_until("it closes", async || !page.has("#menu").await).await;
        assert_eq!(page.focus().await, "editor");
        page.press_with(Key::Shift, Key::F10).await;
        page.wait_until("the menu has the keyboard", async || page.focus().await.starts_with("Cut")).await;
        page.type_keys("h").await;
        page.press(Key::Enter).await;
        page.wait_until("the row is hidden", async || !page.has(&cell("criteria.C1.weight")).await).await;
        page.right_click(&cell("criteria.C3.weight")).await;
        page.choose("Show hidden rows (1)").await;
        page.wait_until("and back", async || page.has(&cell("criteria.C1.weight")).await).await;
        page.resize(390, 844, 1.0).await;
        page.right_click(&cell("criteria.C3.weight")).await;
        let script = "const box = document.querySelector('#menu').getBoundingClientRect();
            return box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight";
        assert_eq!(page.script(script, []).await, json!(true), "the menu is inside of a narrow window");
    });
}

#[test]
fn the_menu_copies_and_cuts_as_the_keys_do() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.enter("criteria.C1.weight", "2.25").await;
        page.right_click(&cell("criteria.C1.weight")).await;
        page.choose("Copy").await;
        page.select("criteria.C3.weight").await;
        page.press_with(Key::Control, 'v').await;
        page.shows("criteria.C3.weight", "2.25").await;
        page.right_click(&cell("criteria.C3.weight")).await;
        page.choose("Cut").await;
        page.frame().await;
        assert!(
            page.lies_over(".mark.cut", "criteria.C3.weight", "criteria.C3.weight").await,
            "what was cut is marked"
        );
        page.press(Key::Escape).await;
        page.wait_until("the mark is gone", async || !page.has(".mark.cut").await).await;
    });
}

#[test]
fn finds_are_marked_and_counted() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.weight").await;
        page.press_with(Key::Control, 'f').await;
        page.wait_until("the bar opens", async || page.focus().await == "find-text").await;
        page.type_keys("latency").await;
        page.says("#find-count", "1 of ").await;
        page.wait_until("the find is marked", async || page.has(".mark.found.current").await).await;
        assert_eq!(page.focus().await, "find-text", "one goes on typing");
        page.press(Key::Escape).await;
        page.wait_until("the bar closes", async || page.focus().await == "editor").await;
        page.frame().await;
        assert!(!page.has(".mark.found").await);
    });
}

#[test]
fn a_note_is_written_and_marked() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.weight").await;
        page.press_with(Key::Shift, Key::F2).await;
        page.wait_until("the note opens", async || page.is_open("#note").await).await;
        page.click("#note-text").await;
        page.type_keys("asked the team").await;
        page.click("#note-save").await;
        page.wait_until("the cell is marked", async || {
            page.has(&format!("{}.noted", cell("criteria.C1.weight"))).await
        })
        .await;
        assert_eq!(page.focus().await, "editor");
        page.says("#selected-about", "asked the team").await;
        page.press_with(Key::Shift, Key::F2).await;
        page.wait_until("it opens again", async || page.value("#note-text").await == "asked the team").await;
        page.click("#note-remove").await;
        page.wait_until("the mark is gone", async || !page.has(".noted").await).await;
    });
}

#[test]
fn clicks_put_names_into_a_formula_in_the_colours_of_their_cells() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.weight").await;
        page.type_keys("=").await;
        page.click(&cell("criteria.C3.weight")).await;
        page.wait_until("the name is there", async || page.typed().await.len() > 1).await;
        assert_eq!((page.mode().await, page.focus().await), ("Point".into(), "editor".into()));
        page.wait_until("its cell is boxed", async || page.has(".mark.name[data-number='1']").await).await;
        assert!(page.lies_over(".mark.name", "criteria.C3.weight", "criteria.C3.weight").await);
        page.says("#selected-text [data-color='0']", "weight").await;
        page.type_keys("/2").await;
        page.press(Key::Enter).await;
        page.shows("criteria.C1.weight", "2.5").await;
        page.select("criteria.C2.weight").await;
        page.type_keys("=workload.pe").await;
        page.wait_until("names are suggested", async || page.has("#suggestions:not([hidden]) [role=option]").await)
            .await;
        page.press(Key::Down).await;
        page.press(Key::Tab).await;
        page.wait_until("one is taken", async || page.typed().await.starts_with("=peak_rps")).await;
        page.press(Key::Escape).await;
    });
}

#[test]
fn a_formula_is_pointed_across_sheets_with_its_editor_in_sight() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.weight").await;
        page.type_keys("=").await;
        page.press_with(Key::Alt, Key::Down).await;
        page.wait_until("the other sheet", async || page.has("#tab-workload[aria-selected=true]").await).await;
        page.frame().await;
        assert_eq!((page.typed().await, page.focus().await), ("=".into(), "editor".into()));
        let script = "const [bar, frame] = ['#selection', '#sheet'].map(at => document.querySelector(at).getBoundingClientRect());
            return Math.abs(bar.top - frame.top) < 2 && bar.width > 200";
        assert_eq!(page.script(script, []).await, json!(true), "the editor stands on top");
        page.click(&cell("workload.peak_rps")).await;
        page.wait_until("the name is there", async || page.typed().await.contains("peak_rps")).await;
        page.type_keys("/1000").await;
        page.press(Key::Enter).await;
        page.wait_until("back", async || page.has("#tab-criteria[aria-selected=true]").await).await;
    });
}
