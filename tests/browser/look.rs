//! The page in the words of its user: what one sees.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::{Value, json};
use weighbridge::model::Plan;
use weighbridge::session::{Command, Session};
use weighbridge::sheet::SheetId;

use crate::page::Page;

impl Page {
    /// The text of whatever this names, seen or unfolded or not.
    pub async fn text(&self, selector: &str) -> String {
        let text = self.script("return document.querySelector(arguments[0])?.textContent", [json!(selector)]).await;
        text.as_str().unwrap_or_else(|| panic!("no {selector} on the page")).trim().to_owned()
    }

    /// Whether there is such an element.
    pub async fn has(&self, selector: &str) -> bool {
        self.script("return document.querySelector(arguments[0]) != null", [json!(selector)]).await == json!(true)
    }

    /// Whether this dialog is open.
    pub async fn is_open(&self, dialog: &str) -> bool {
        self.has(&format!("{dialog}[open]")).await
    }

    /// An attribute of whatever this names.
    pub async fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let script = "return document.querySelector(arguments[0])?.getAttribute(arguments[1])";
        self.script(script, [json!(selector), json!(name)]).await.as_str().map(str::to_owned)
    }

    /// What a cell of the sheet in sight shows.
    pub async fn cell(&self, path: &str) -> String {
        self.text(&format!(r#"#grid [data-path="{path}"] .value"#)).await
    }

    /// Waits until a cell of the sheet in sight shows this.
    pub async fn shows(&self, path: &str, text: &str) {
        self.wait_until(&format!("{path} shows {text}"), async || self.cell(path).await == text).await;
    }

    /// Waits until what this names has these words.
    pub async fn says(&self, selector: &str, words: &str) {
        let what = format!("{selector} says “{words}”");
        self.wait_until(&what, async || self.text(selector).await.contains(words)).await;
    }

    /// The path of the selected cell.
    pub async fn selected(&self) -> String {
        self.text("#selected-path").await
    }

    /// Waits until this cell is selected.
    pub async fn is_selected(&self, path: &str) {
        self.wait_until(&format!("{path} is selected"), async || self.selected().await == path).await;
    }

    /// What stands in the editor.
    pub async fn typed(&self) -> String {
        self.value("#editor").await
    }

    /// What stands in an input.
    pub async fn value(&self, selector: &str) -> String {
        let value = self.script("return document.querySelector(arguments[0]).value", [json!(selector)]).await;
        value.as_str().expect("an input").to_owned()
    }

    /// How the keyboard is understood: Ready, Enter or Edit.
    pub async fn mode(&self) -> String {
        self.text("#mode").await
    }

    /// The sentences of the verdict.
    pub async fn verdict(&self) -> String {
        self.text("#verdict").await
    }

    /// A headline figure of an alternative.
    pub async fn figure(&self, alternative: &str, name: &str) -> String {
        self.text(&format!(r#"#figures [data-path="results.{alternative}.{name}"]"#)).await
    }

    /// The numbers under a chart, unfolded if they are not.
    pub async fn chart_table(&self, chart: &str) -> String {
        let unfolded = format!("#figure-{chart} details[open]");
        // A chart that is drawn anew at this moment may move from under the click.
        self.wait_until("the numbers unfold", async || {
            if !self.has(&unfolded).await {
                self.click(&format!("#figure-{chart} summary")).await;
                self.frame().await;
            }
            self.has(&unfolded).await
        })
        .await;
        let table = format!(r#"table[data-table="{chart}"]"#);
        self.element(&table).await;
        self.text(&table).await
    }

    /// The pixels of a chart, as a number that differs when they do.
    pub async fn canvas_pixels(&self, chart: &str) -> u64 {
        self.frame().await;
        let canvas = format!(r#"canvas[data-chart="{chart}"]"#);
        let script = "return document.querySelector(arguments[0]).toDataURL()";
        let picture = self.script(script, [json!(canvas)]).await;
        let mut hasher = DefaultHasher::new();
        picture.as_str().expect("a picture").hash(&mut hasher);
        hasher.finish()
    }

    /// What has the keyboard: its id, or else what it says.
    pub async fn focus(&self) -> String {
        let script =
            "const at = document.activeElement; return at.id || at.getAttribute('aria-label') || at.textContent";
        self.script(script, []).await.as_str().unwrap_or_default().trim().to_owned()
    }

    /// An entry of the browser's storage.
    pub async fn stored(&self, key: &str) -> Option<String> {
        let entry = self.script("return localStorage.getItem(arguments[0])", [json!(key)]).await;
        entry.as_str().map(str::to_owned)
    }

    /// Waits until the page says that the plan is safe.
    pub async fn is_saved(&self) {
        self.wait_until("the plan is saved", async || self.text("#saved").await == "saved in this browser").await;
    }

    /// Everything a change of the plan shows in: verdict, figures, the charts' numbers and pixels.
    pub async fn answer(&self) -> Answer {
        let mut charts = Vec::new();
        for chart in ["ranking", "cumulative-cost"] {
            charts.push((self.chart_table(chart).await, self.canvas_pixels(chart).await));
        }
        Answer { verdict: self.verdict().await, figures: self.text("#figures").await, charts }
    }

    /// Goes through all sheets: every cell must show what this plan has there.
    pub async fn shows_plan(&self, plan: &Plan) {
        assert_eq!(self.value("#title").await, plan.title, "the title");
        let mut session = Session::new(plan.clone());
        for sheet in SheetId::ALL {
            session.handle(Command::OpenSheet(sheet));
            self.open_sheet(&sheet.label().to_ascii_lowercase()).await;
            let rows = 0..session.grid().rows.len();
            let views = rows.flat_map(|row| session.row_view(row)).filter(|view| !view.path.is_empty());
            let wanted: BTreeMap<String, String> = views.map(|view| (view.path, view.text.trim().to_owned())).collect();
            let shown = "return [...document.querySelectorAll('#grid [data-path]:not([data-path=\"\"])')]
                .map(cell => [cell.dataset.path, cell.querySelector('.value').textContent.trim()])";
            let Value::Array(shown) = self.script(shown, []).await else { panic!("no cells") };
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let shown: BTreeMap<String, String> = shown.iter().map(|cell| (text(&cell[0]), text(&cell[1]))).collect();
            assert_eq!(shown, wanted, "the sheet {}", sheet.label());
        }
        self.open_sheet("criteria").await;
    }
}

/// What follows from the plan, as the page shows it.
#[derive(Debug, PartialEq)]
pub struct Answer {
    /// The sentences of the verdict.
    pub verdict: String,
    /// The headline figures.
    pub figures: String,
    /// The numbers and pixels of the charts.
    pub charts: Vec<(String, u64)>,
}
