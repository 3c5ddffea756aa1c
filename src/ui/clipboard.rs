//! Blocks of cells between the browser's clipboard and the core. A page that comes with them is parsed, never shown.

use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DomParser, Element, HtmlTableElement, Node, SupportedType};

use crate::sheet::clip::{Clip, ClipCell, MOST_BYTES};
use crate::sheet::clip_markup::{STYLE, tamed};
use crate::sheet::clip_table::{CellText, Table, exact, is_hidden, keeps_space};

/// How deep marks may nest inside a cell; deeper ones are not read.
const DEEPEST: usize = 64;

/// The cells on the clipboard: those of a table, which has more to say, or else those of the plain text.
///
/// # Errors
/// A sentence, without its final stop, where there is too much to read.
pub fn read(data: &DataTransfer) -> Result<Option<Clip>, String> {
    let get = |kind: &str| data.get_data(kind).ok().filter(|text| !text.is_empty());
    // Where the page is too long, its styles may be to blame; the plain text has none. Nor does it nest.
    if let Some(html) = get("text/html").filter(|html| html.len() <= MOST_BYTES)
        && let Some(table) = first_table(&html)
    {
        let clip = cells_of(&table).into_clip()?;
        if !clip.is_empty() {
            return Ok(Some(clip));
        }
    }
    get("text/plain").map(|text| Clip::from_text(&text)).transpose()
}

/// Puts the cells on the clipboard, for this program and for others.
pub fn write(data: &DataTransfer, clip: &Clip) {
    let _ = data.set_data("text/plain", &clip.to_tsv());
    let _ = data.set_data("text/html", &clip.to_html());
}

/// The first table that has cells. A parsed document runs no script and loads nothing.
fn first_table(html: &str) -> Option<HtmlTableElement> {
    let document = DomParser::new().ok()?.parse_from_string(&tamed(html)?, SupportedType::TextHtml).ok()?;
    let cell = document.query_selector("td, th").ok()??;
    cell.closest("table").ok()??.dyn_into().ok()
}

fn cells_of(element: &HtmlTableElement) -> Table {
    let mut table = Table::default();
    let columns = element.get_elements_by_tag_name("col");
    let mut at = 0;
    for column in (0..columns.length()).filter_map(|index| columns.item(index)) {
        let count = number(&column, "span").max(1);
        if is_hidden(&attribute(&column, STYLE)) {
            table.hide(at, count);
        }
        at += count;
    }
    let rows = element.rows();
    for row in (0..rows.length()).filter_map(|index| rows.item(index)) {
        if is_hidden(&attribute(&row, STYLE)) {
            continue;
        }
        if table.is_full() {
            break;
        }
        table.row();
        let mut next = row.first_element_child();
        while let Some(cell) = next {
            let style = attribute(&cell, STYLE);
            if matches!(cell.tag_name().as_str(), "TD" | "TH") && !is_hidden(&style) {
                table.cell(read_cell(&cell, &style), number(&cell, "colspan"), number(&cell, "rowspan"));
            }
            next = cell.next_element_sibling();
        }
    }
    table
}

fn read_cell(cell: &Element, style: &str) -> ClipCell {
    let mut text = CellText::new(keeps_space(style));
    walk(cell, &mut text, 0);
    let text = text.finish();
    // LibreOffice and older Excels write the whole number beside its rounded text.
    let value = ["sdval", "x:num"].into_iter().map(|name| attribute(cell, name)).find(|value| !value.is_empty());
    ClipCell {
        text: value.map(|value| exact(&text, &value)).unwrap_or(text),
        formula: cell.get_attribute("data-formula").filter(|formula| formula.starts_with('=')),
        computed: cell.has_attribute("data-computed"),
    }
}

fn walk(parent: &Node, text: &mut CellText, depth: usize) {
    let mut next = parent.first_child();
    while let Some(node) = next {
        if node.node_type() == Node::TEXT_NODE {
            text.push(&node.node_value().unwrap_or_default());
        } else if let Some(element) = node.dyn_ref::<Element>().filter(|_| depth < DEEPEST) {
            match element.tag_name().as_str() {
                "BR" => text.line_break(),
                // LibreOffice hides notes, which it writes as `comment`, by its style sheet.
                "X-STYLE" | "COMMENT" => {}
                _ if is_hidden(&attribute(element, STYLE)) => {}
                "P" | "DIV" | "LI" | "TR" | "TD" | "TH" => {
                    text.edge();
                    walk(element, text, depth + 1);
                    text.edge();
                }
                _ => walk(element, text, depth + 1),
            }
        }
        next = node.next_sibling();
    }
}

fn attribute(element: &Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// An attribute that counts columns or rows.
fn number(element: &Element, name: &str) -> usize {
    attribute(element, name).trim().parse().unwrap_or(1)
}
