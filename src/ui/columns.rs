//! How wide the columns are: as wide as their cells, until somebody pulls at one. The widths are kept in this browser.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::app::App;
use super::{dom, overlay, storage};
use crate::session::Session;

/// The entry that keeps the widths: a line for each, its sheet, column and pixels parted by tabs.
const ENTRY: &str = "weighbridge.columns";
/// The least width in pixels: four characters and the badge.
const LEAST: f64 = 64.0;
const MOST: f64 = 1200.0;
/// What one step of the keyboard adds, in pixels.
const STEP: f64 = 24.0;
/// More columns than anybody pulls at; the oldest is forgotten first.
const MOST_KEPT: usize = 200;

#[derive(Debug, Clone, PartialEq)]
struct Kept {
    sheet: String,
    column: String,
    width: f64,
}

/// The widths somebody has chosen.
#[derive(Debug, Clone, Copy)]
pub struct Columns(StoredValue<Vec<Kept>>);

impl Columns {
    /// As this browser has kept them.
    pub fn new() -> Self {
        let line = |line: &str| {
            let mut parts = line.split('\t');
            let (sheet, column, width) = (parts.next()?, parts.next()?, parts.next()?.parse().ok()?);
            Some(Kept { sheet: sheet.into(), column: column.into(), width })
        };
        let kept = storage::entry(ENTRY).unwrap_or_default();
        Self(StoredValue::new(kept.lines().filter_map(line).take(MOST_KEPT).collect()))
    }

    fn get(self, sheet: &str, column: &str) -> Option<f64> {
        let same = |kept: &&Kept| kept.sheet == sheet && kept.column == column;
        self.0.with_value(|all| all.iter().find(same).map(|kept| kept.width))
    }

    fn set(self, sheet: String, column: String, width: f64) {
        self.0.update_value(|all| {
            all.retain(|kept| kept.sheet != sheet || kept.column != column);
            if all.len() >= MOST_KEPT {
                all.remove(0);
            }
            all.push(Kept { sheet, column, width });
        });
    }

    /// Keeps the widths in this browser.
    pub fn keep(self) {
        let line = |kept: &Kept| format!("{}\t{}\t{:.0}", kept.sheet, kept.column, kept.width);
        let text = self.0.with_value(|all| all.iter().map(line).collect::<Vec<_>>().join("\n"));
        storage::keep(ENTRY, &text);
    }
}

/// The name under which a column's width is kept: 0 is the column of the row headers, which has none.
fn name_of(session: &Session, column: usize) -> String {
    let column = column.checked_sub(1).and_then(|column| session.grid().columns.get(column));
    column.map_or(String::new(), |column| column.label.replace(['\t', '\n', '\r'], " "))
}

fn headers() -> Vec<HtmlElement> {
    let found = dom::document().and_then(|document| document.query_selector_all("#grid thead th").ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

/// Has the columns of the sheet in sight follow the plan. Those of a long sheet stay as they were first laid out.
pub fn follow(app: App) {
    let table = dom::by_id::<HtmlElement>("grid");
    if !table.is_some_and(|table| table.class_list().contains("long") && table.class_list().contains("sized")) {
        apply(app);
    }
}

/// Gives the columns of the sheet in sight their widths; where nobody chose one, the browser lays them out.
fn apply(app: App) {
    let Some(table) = dom::by_id::<HtmlElement>("grid") else { return };
    let chosen: Vec<Option<f64>> = app.read(|session| {
        let sheet = session.sheet().label();
        (0..=session.grid().columns.len()).map(|column| app.columns.get(sheet, &name_of(session, column))).collect()
    });
    let was_sized = table.class_list().contains("sized");
    // Of a long sheet only some rows are on the page: its columns would change their widths with every scroll.
    let is_long = table.class_list().contains("long");
    let is_sized = is_long || chosen.iter().any(Option::is_some);
    if !was_sized && !is_sized {
        return;
    }
    let columns = set_free(&table);
    let widths: Vec<f64> = headers().iter().map(|header| header.get_bounding_client_rect().width()).collect();
    if !is_sized {
        return;
    }
    let widths: Vec<f64> = widths.iter().zip(chosen).map(|(measured, chosen)| chosen.unwrap_or(*measured)).collect();
    for (column, width) in columns.iter().zip(&widths) {
        let _ = column.style().set_property("width", &format!("{width}px"));
    }
    let _ = table.style().set_property("width", &format!("{}px", widths.iter().sum::<f64>()));
    let _ = table.class_list().add_1("sized");
}

/// Lets the browser lay the columns out again; their elements.
fn set_free(table: &HtmlElement) -> Vec<HtmlElement> {
    let _ = table.class_list().remove_1("sized");
    let _ = table.style().remove_property("width");
    let found = table.query_selector_all("col").ok();
    let columns: Vec<HtmlElement> = found
        .iter()
        .flat_map(|found| (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()))
        .collect();
    for column in &columns {
        let _ = column.style().remove_property("width");
    }
    columns
}

/// How wide a column is now.
pub fn width_of(column: usize) -> f64 {
    headers().get(column).map_or(0.0, |header| header.get_bounding_client_rect().width())
}

/// Gives a column another width.
pub fn set_width(app: App, column: usize, width: f64) {
    let (sheet, name) = app.read(|session| (session.sheet().label().to_owned(), name_of(session, column)));
    app.columns.set(sheet, name, width.clamp(LEAST, MOST).round());
    apply(app);
    overlay::replace(app);
}

/// Makes a column as wide as its widest cell.
pub fn fit(app: App, column: usize) {
    let Some(table) = dom::by_id::<HtmlElement>("grid") else { return };
    set_free(&table);
    let _ = table.class_list().add_1("fitting");
    let width = width_of(column);
    let _ = table.class_list().remove_1("fitting");
    // A part of a pixel too little cuts texts off.
    set_width(app, column, width.ceil());
    app.columns.keep();
}

/// Makes the selected columns wider or narrower by so many steps, and says how wide they are.
pub fn step(app: App, steps: f64) {
    let range = app.read(Session::selected_range);
    for column in range.first.column..=range.last.column {
        set_width(app, column + 1, width_of(column + 1) + steps * STEP);
    }
    app.columns.keep();
    app.said.set(format!("Column width {:.0} pixels", width_of(range.first.column + 1)));
}
