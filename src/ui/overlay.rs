//! What is drawn over the cells: the editor on the selected one, and boxes for the selection, what was cut, what was
//! found, and the cells that a formula names. Boxes that are placed, not classes on cells, so that none is drawn again.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::app::App;
use super::dom;
use super::grid::cell_id;
use crate::session::{Mode, Session};
use crate::sheet::{CellRange, CellRef};

/// More finds than fit on a screen need no boxes.
const MOST_FINDS: usize = 200;
/// How many colours the names of a formula have.
const COLORS: usize = 6;
/// The least width of the editor while text is typed, in pixels.
const TYPING: f64 = 160.0;

/// The room that the list of names wants: width and height in pixels.
const LIST: (f64, f64) = (420.0, 230.0);

/// A rectangle in pixels, from the upper left corner of what scrolls.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rectangle {
    /// From the left.
    pub left: f64,
    /// From the top.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A box over cells.
struct Mark {
    cells: CellRange,
    class: &'static str,
    /// The number and colour of a name, from 0.
    name: Option<usize>,
}

/// The element that scrolls the grid.
pub fn scroll() -> Option<HtmlElement> {
    dom::by_id("sheet")
}

/// Puts everything over its cells again; `follow` brings the end of the selection in sight if it has moved.
pub fn place(app: App, follow: bool) {
    let (Some(scroll), Some(editor)) = (scroll(), dom::by_id::<HtmlElement>("selection")) else { return };
    let (at, range, mode) = app.read(|session| (session.selection(), session.selected_range(), session.mode()));
    let page = app.rows.on_page(app);
    mark_selected(within(page, range));
    // The frozen column is as wide as its longest label; what is brought in sight must not land under it.
    if let Some(corner) = scroll.query_selector(".corner").ok().flatten() {
        let width = corner.get_bounding_client_rect().width();
        let _ = scroll.style().set_property("--frozen", &format!("{width}px"));
    }
    let end_at = app.read(|session| end_of_selection(session, at, range));
    let end = cell_id_of(end_at);
    let has_keyboard = dom::grid_has_focus() || app.find.is_open();
    if follow && has_keyboard && editor.get_attribute("data-end").as_ref() != Some(&end) {
        match dom::by_id::<Element>(&end) {
            Some(cell) => dom::bring_in_sight(&cell),
            // Of a long sheet only some rows are on the page; this one comes, and then everything is placed again.
            None if editor.get_attribute("data-revealed").as_ref() != Some(&end) && is_long(&scroll) => {
                let _ = editor.set_attribute("data-revealed", &end);
                return app.rows.reveal(app, &scroll, end_at.row);
            }
            None => {}
        }
    }
    if follow {
        let _ = editor.set_attribute("data-end", &end);
        let _ = editor.remove_attribute("data-revealed");
    }
    if let Some(cell) = rectangle(&scroll, page, CellRange::of(at, at)) {
        let place = if mode == Mode::Ready { cell } else { room_for_text(&scroll, &editor, cell) };
        set_rectangle(&editor, place);
        open_where_there_is_room(&scroll, &editor, place);
    }
    // What lies over the last cells must not make the grid scroll further.
    if let (Some(layer), Some(table)) = (dom::by_id::<HtmlElement>("layer"), dom::by_id::<HtmlElement>("grid")) {
        let _ = layer.style().set_property("width", &format!("{}px", table.offset_width()));
        let _ = layer.style().set_property("height", &format!("{}px", table.offset_top() + table.offset_height()));
    }
    place_marks(app, &scroll, page);
    let whole = rectangle(&scroll, page, range).filter(|_| mode == Mode::Ready);
    for (id, forth) in [("fill", true), ("grip-first", false), ("grip-last", true)] {
        let Some(handle) = dom::by_id::<HtmlElement>(id) else { continue };
        handle.set_hidden(whole.is_none());
        if let Some(whole) = whole {
            let far = |start: f64, length: f64| format!("{}px", if forth { start + length } else { start });
            let _ = handle.style().set_property("left", &far(whole.left, whole.width));
            let _ = handle.style().set_property("top", &far(whole.top, whole.height));
        }
    }
}

/// Whether only some rows of the sheet are on the page.
pub fn is_long(scroll: &HtmlElement) -> bool {
    scroll.query_selector("#grid.long").ok().flatten().is_some()
}

/// Puts everything back after widths have changed; nothing is scrolled.
pub fn replace(app: App) {
    place(app, false);
}

fn cell_id_of(at: CellRef) -> String {
    cell_id(at.row, at.column)
}

/// The corner of the selection that moves when it is extended; whole rows and columns are not followed to their ends.
fn end_of_selection(session: &Session, at: CellRef, range: CellRange) -> CellRef {
    // While a formula's cells are chosen, they are what is looked at.
    if let Some(pointed) = session.pointed() {
        return pointed.last;
    }
    let far = |at: usize, first: usize, last: usize, count: usize| {
        let whole = first == 0 && last + 1 == count;
        match at {
            _ if whole => at,
            at if at == first => last,
            at if at == last => first,
            at => at,
        }
    };
    let grid = session.grid();
    CellRef {
        row: far(at.row, range.first.row, range.last.row, grid.rows.len()),
        column: far(at.column, range.first.column, range.last.column, grid.columns.len()),
    }
}

/// Those of the cells that are on the page: of a long sheet, between its first and last row there.
fn within(page: Option<(usize, usize)>, cells: CellRange) -> Option<CellRange> {
    let Some((first, last)) = page else { return Some(cells) };
    let (first, last) = (cells.first.row.max(first), cells.last.row.min(last));
    (first <= last).then_some(CellRange {
        first: CellRef { row: first, ..cells.first },
        last: CellRef { row: last, ..cells.last },
    })
}

/// Where these cells are; none while they are not on the page.
fn rectangle(scroll: &HtmlElement, page: Option<(usize, usize)>, cells: CellRange) -> Option<Rectangle> {
    let cells = within(page, cells)?;
    // A heading has no cells of its own.
    let rows = cells.first.row..=cells.last.row;
    let first = rows.clone().find_map(|row| dom::by_id::<Element>(&cell_id(row, cells.first.column)))?;
    let last = rows.rev().find_map(|row| dom::by_id::<Element>(&cell_id(row, cells.last.column)))?;
    let (frame, first, last) =
        (scroll.get_bounding_client_rect(), first.get_bounding_client_rect(), last.get_bounding_client_rect());
    Some(Rectangle {
        left: first.left() - frame.left() + f64::from(scroll.scroll_left()),
        top: first.top() - frame.top() + f64::from(scroll.scroll_top()),
        width: last.right() - first.left(),
        height: last.bottom() - first.top(),
    })
}

fn set_rectangle(element: &HtmlElement, place: Rectangle) {
    let sides = [("left", place.left), ("top", place.top), ("width", place.width), ("height", place.height)];
    for (name, value) in sides {
        let _ = element.style().set_property(name, &format!("{value}px"));
    }
}

/// The editor grows with its text, as far as the grid is wide.
fn room_for_text(scroll: &HtmlElement, editor: &HtmlElement, cell: Rectangle) -> Rectangle {
    let input = dom::by_id::<HtmlInputElement>(dom::EDITOR);
    // Only in a box that is too small does a browser tell how much room its text wants.
    set_rectangle(editor, cell);
    let wanted = input.map_or(0.0, |input| f64::from(input.scroll_width() + 8)).max(TYPING).max(cell.width);
    let (start, seen) = (f64::from(scroll.scroll_left()), f64::from(scroll.client_width()));
    let width = wanted.min(seen);
    Rectangle { left: cell.left.min(start + seen - width).max(start), width, ..cell }
}

/// Says on which sides of the editor there is room for what opens beside it: its list of names, and why a text is refused.
fn open_where_there_is_room(scroll: &HtmlElement, editor: &HtmlElement, place: Rectangle) {
    let (top, left) = (f64::from(scroll.scroll_top()), f64::from(scroll.scroll_left()));
    let below = top + f64::from(scroll.client_height()) - place.top - place.height;
    let beside = left + f64::from(scroll.client_width()) - place.left;
    let up = if below < LIST.1 && place.top - top > below { "up" } else { "" };
    let back = if beside < LIST.0 { "back" } else { "" };
    let _ = editor.set_attribute("data-opens", &format!("{up} {back}"));
}

/// Tells screen readers which cells are selected; only what differs is touched.
fn mark_selected(range: Option<CellRange>) {
    const SELECTED: &str = "aria-selected";
    let Some(document) = dom::document() else { return };
    if let Ok(before) = document.query_selector_all("#grid [aria-selected=true]") {
        let cells = (0..before.length()).filter_map(|index| before.get(index)?.dyn_into::<Element>().ok());
        let is_left = |cell: &Element| {
            let at = dom::cell_of(cell);
            !at.zip(range).is_some_and(|(at, range)| range.contains(at))
        };
        for cell in cells.filter(is_left) {
            let _ = cell.remove_attribute(SELECTED);
        }
    }
    let Some(range) = range else { return };
    for row in range.first.row..=range.last.row {
        for column in range.first.column..=range.last.column {
            if let Some(cell) = document.get_element_by_id(&cell_id(row, column))
                && !cell.has_attribute(SELECTED)
            {
                let _ = cell.set_attribute(SELECTED, "true");
            }
        }
    }
}

fn marks(session: &Session) -> Vec<Mark> {
    let mark = |cells, class| Mark { cells, class, name: None };
    let mut marks = Vec::new();
    if let Some(found) = session.found() {
        for (index, at) in found.cells.iter().take(MOST_FINDS).enumerate() {
            let class = if found.current == Some(index) { "mark found current" } else { "mark found" };
            marks.push(mark(CellRange::of(*at, *at), class));
        }
    }
    for name in session.colored() {
        let bounds = name.cells.iter().fold(None, |bounds: Option<CellRange>, at| {
            Some(bounds.map_or(CellRange::of(*at, *at), |bounds| around(bounds, *at)))
        });
        let Some(bounds) = bounds else { continue };
        let size = (bounds.last.row + 1 - bounds.first.row) * (bounds.last.column + 1 - bounds.first.column);
        // One box for a block without gaps, else one for each cell.
        let blocks = if size == name.cells.len() {
            vec![bounds]
        } else {
            name.cells.iter().map(|at| CellRange::of(*at, *at)).collect()
        };
        let named = |cells| Mark { cells, class: "mark name", name: Some(name.color) };
        marks.extend(blocks.into_iter().map(named));
    }
    let range = session.selected_range();
    if !range.is_cell() {
        marks.push(mark(range, "mark range"));
    }
    marks.extend(session.cut_range().map(|cells| mark(cells, "mark cut")));
    marks
}

fn around(range: CellRange, at: CellRef) -> CellRange {
    let (up, down) = (CellRange::of(range.first, at).first, CellRange::of(range.last, at).last);
    CellRange { first: up, last: down }
}

/// One element for each box; those of the last time are used again.
fn place_marks(app: App, scroll: &HtmlElement, page: Option<(usize, usize)>) {
    let Some(layer) = dom::by_id::<Element>("marks") else { return };
    let mut marks = app.read(marks);
    marks.extend(app.pointer.preview().map(|cells| Mark { cells, class: "mark filling", name: None }));
    // All places are read before the first is written: else the browser would lay the page out for each.
    let placed: Vec<_> = marks.iter().filter_map(|mark| Some((mark, rectangle(scroll, page, mark.cells)?))).collect();
    let children = layer.children();
    for (index, (mark, place)) in placed.iter().enumerate() {
        let known = u32::try_from(index).ok().and_then(|index| children.item(index));
        let made = || {
            let made = dom::document()?.create_element("div").ok()?;
            layer.append_child(&made).ok()?;
            Some(made)
        };
        let Some(element) = known.or_else(made).and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        element.set_class_name(mark.class);
        match mark.name {
            Some(name) => {
                let _ = element.set_attribute("data-color", &(name % COLORS).to_string());
                let _ = element.set_attribute("data-number", &(name + 1).to_string());
            }
            None => {
                let _ = element.remove_attribute("data-color");
                let _ = element.remove_attribute("data-number");
            }
        }
        set_rectangle(&element, *place);
    }
    while let Some(spare) = u32::try_from(placed.len()).ok().and_then(|count| children.item(count)) {
        spare.remove();
    }
}
