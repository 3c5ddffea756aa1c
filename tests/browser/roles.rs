//! What assistive technology is told.

use serde_json::{Value, json};
use thirtyfour::Key;
use weighbridge::session::{Command, Session};
use weighbridge::sheet::SheetId;
use weighbridge::starter::Starter;

use crate::page::Page;
use crate::story::story;

impl Page {
    /// How many elements there are.
    async fn count(&self, selector: &str) -> usize {
        let count = self.script("return document.querySelectorAll(arguments[0]).length", [json!(selector)]).await;
        count.as_u64().expect("a number") as usize
    }
}

#[test]
fn every_sheet_is_a_grid_with_headers_and_counts() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let plan = Starter::find("high-concurrency-api").expect("a starter").plan();
        let mut session = Session::new(plan);
        for sheet in SheetId::ALL {
            session.handle(Command::OpenSheet(sheet));
            page.open_sheet(&sheet.label().to_ascii_lowercase()).await;
            let (rows, columns) = (session.grid().rows.len(), session.grid().columns.len());
            let number = async |name: &str| page.attribute("#grid", name).await.and_then(|text| text.parse().ok());
            assert_eq!(page.attribute("#grid", "role").await.as_deref(), Some("grid"));
            assert_eq!(number("aria-rowcount").await, Some(rows + 1), "{sheet:?}");
            assert_eq!(number("aria-colcount").await, Some(columns + 1), "{sheet:?}");
            assert_eq!(page.count("#grid [role=columnheader]").await, columns + 1, "{sheet:?}");
            assert_eq!(page.count("#grid [role=row] > [role=rowheader]").await, rows, "{sheet:?}");
            let script = "return [...document.querySelectorAll('#grid [role=row]')].every((row, index) =>
                row.getAttribute('aria-rowindex') == index + 1 &&
                [...row.children].every((cell, index) => cell.getAttribute('aria-colindex') == index + 1))";
            assert_eq!(page.script(script, []).await, json!(true), "{sheet:?}: rows and columns are numbered");
            let script = "return [...document.querySelectorAll('#grid [role=gridcell][data-path]')]
                .filter(cell => !cell.classList.contains('input') && cell.getAttribute('aria-readonly') != 'true').length";
            assert_eq!(page.script(script, []).await, json!(0), "{sheet:?}: what cannot be changed is read-only");
        }
    });
}

#[test]
fn the_selected_cell_is_the_active_one() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        page.select("criteria.C1.weight").await;
        for (key, path) in [
            (Key::Down, "criteria.C2.weight"),
            (Key::Right, "criteria.C2.scores.go"),
            (Key::Up, "criteria.C1.scores.go"),
        ] {
            page.press(key).await;
            page.is_selected(path).await;
            page.frame().await;
            let script = "const selected = [...document.querySelectorAll('#grid [aria-selected=true]')];
                const active = document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));
                return selected.length === 1 && selected[0] === active && active.dataset.path";
            assert_eq!(page.script(script, []).await, json!(path), "one cell is selected and active");
        }
        let label = page.attribute("#editor", "aria-label").await.expect("a name");
        for word in ["Throughput", "Go", "9"] {
            assert!(label.contains(word), "the name says where one is: {label}");
        }
    });
}

#[test]
fn what_was_done_is_said() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        assert_eq!(page.attribute("#said", "aria-live").await.as_deref(), Some("polite"));
        page.enter("criteria.C1.weight", "4").await;
        page.says("#said", "Throughput under sustained load, Weight: 4").await;
        page.press_with(Key::Control, 'z').await;
        page.says("#said", "Undo: ").await;
        page.type_keys("many").await;
        page.press(Key::Enter).await;
        page.says("#problem", "not a number").await;
        assert_eq!(page.attribute("#problem", "role").await.as_deref(), Some("alert"));
        page.press(Key::Escape).await;
        page.press_with(Key::Alt, Key::Down).await;
        page.says("#said", "Workload").await;
    });
}

#[test]
fn every_chart_has_a_name_and_its_numbers() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let charts = page.count("canvas").await;
        assert!(charts >= 3, "{charts} charts");
        let script = "return [...document.querySelectorAll('canvas')].map(canvas =>
            [canvas.dataset.chart, canvas.getAttribute('role'), canvas.getAttribute('aria-label')])";
        let Value::Array(found) = page.script(script, []).await else { panic!("no charts") };
        for chart in &found {
            assert_eq!(chart[1], json!("img"), "{chart}");
            let label = chart[2].as_str().unwrap_or_default();
            assert!(label.len() > 20, "the name says what is to be seen: {chart}");
            let name = chart[0].as_str().expect("a chart's name");
            page.click(&format!("#figure-{name} summary")).await;
            let table = page.element(&format!(r#"table[data-table="{name}"]"#)).await;
            page.wait_until("the numbers are in sight", async || table.is_displayed().await.is_ok_and(|is| is)).await;
            assert!(page.chart_table(name).await.contains("Go"), "{name} has the numbers of Go");
        }
    });
}

#[test]
fn everything_to_use_has_a_name_and_no_id_stands_twice() {
    story(async |page| {
        page.start_from("high-concurrency-api").await;
        let script = "return [...document.querySelectorAll('button, input, [tabindex=\"0\"]')].filter(at =>
            !(at.getAttribute('aria-label') || at.getAttribute('aria-labelledby') || at.textContent.trim())
        ).map(at => at.outerHTML)";
        assert_eq!(page.script(script, []).await, json!([]), "without a name");
        let script = "const ids = [...document.querySelectorAll('[id]')].map(at => at.id);
            return ids.filter((id, index) => ids.indexOf(id) !== index)";
        assert_eq!(page.script(script, []).await, json!([]), "twice");
        let script = "return [...document.querySelectorAll('[aria-controls], [aria-labelledby], [aria-describedby]')]
            .flatMap(at => ['aria-controls', 'aria-labelledby', 'aria-describedby']
                .flatMap(name => (at.getAttribute(name) ?? '').split(' ')))
            .filter(id => id && !document.getElementById(id))";
        assert_eq!(page.script(script, []).await, json!([]), "named by nothing");
        assert_eq!(page.attribute("html", "lang").await.as_deref(), Some("en"));
        assert_eq!(page.count("h1").await, 1);
    });
}
