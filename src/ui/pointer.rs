//! Mouse, pen and finger on the grid. Listeners hang on its root; what is pressed is found by its place, since the
//! editor and its handles lie over the cells.

use leptos::ev::{MouseEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::app::App;
use super::{columns, dom, menu, overlay};
use crate::session::{Command, Mode, Session};
use crate::sheet::{CellRange, CellRef};

/// Milliseconds after which a finger that rests opens the menu.
const LONG: i32 = 500;
/// Pixels a hand may tremble.
const TREMBLE: f64 = 8.0;
/// The most pixels that are scrolled in one frame while something is dragged over the edge.
const SPEED: f64 = 24.0;

/// What is being dragged.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Drag {
    /// Over cells, to select them.
    Cells,
    /// Over row headers, from this row.
    Rows(usize),
    /// Over column headers, from this column.
    Columns(usize),
    /// The handle that fills.
    Fill,
    /// A round handle of the selection; the cell is the corner that stays.
    Grip(CellRef),
    /// The border of a column, which was so wide.
    Width(usize, f64),
}

/// What hand and finger are at.
#[derive(Debug, Clone, Copy)]
pub struct Pointer {
    drag: StoredValue<Option<Drag>>,
    /// Where the press began, in pixels of the window.
    start: StoredValue<(f64, f64)>,
    /// Where it is now.
    now: StoredValue<(f64, f64)>,
    /// The cell that was last reached, so that each is sent once.
    reached: StoredValue<Option<CellRef>>,
    /// The cells that letting go would fill.
    preview: StoredValue<Option<CellRange>>,
    /// Whether the grid scrolls by itself.
    rolling: StoredValue<bool>,
    /// Counts presses; a timer that was set for an earlier one does nothing.
    press: StoredValue<u32>,
    /// The menu came out of this press: the click at its end means nothing.
    menu_came: StoredValue<bool>,
}

impl Pointer {
    /// Nothing is pressed.
    pub fn new() -> Self {
        Self {
            drag: StoredValue::new(None),
            start: StoredValue::new((0.0, 0.0)),
            now: StoredValue::new((0.0, 0.0)),
            reached: StoredValue::new(None),
            preview: StoredValue::new(None),
            rolling: StoredValue::new(false),
            press: StoredValue::new(0),
            menu_came: StoredValue::new(false),
        }
    }

    /// The cells that letting go would fill.
    pub fn preview(self) -> Option<CellRange> {
        self.preview.get_value()
    }

    fn begin(self, drag: Drag) {
        self.reached.set_value(None);
        self.drag.set_value(Some(drag));
    }

    fn next_press(self) -> u32 {
        self.press.update_value(|press| *press = press.wrapping_add(1));
        self.press.get_value()
    }

    /// Whether this is further from the press than a hand trembles.
    fn has_moved(self) -> bool {
        let ((x, y), (from_x, from_y)) = (self.now.get_value(), self.start.get_value());
        (x - from_x).abs() > TREMBLE || (y - from_y).abs() > TREMBLE
    }
}

/// Half of what is drawn of the handle that fills, and a trembling hand's pixel, from its middle.
const DRAWN: f64 = 6.0;

fn place_of(event: &MouseEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// The first element at a place, under whatever lies over it, that is inside of such an element.
fn under((x, y): (f64, f64), selector: &str) -> Option<Element> {
    #[allow(clippy::cast_possible_truncation)]
    let found = dom::document()?.elements_from_point(x as f32, y as f32);
    found.iter().find_map(|element| element.dyn_into::<Element>().ok()?.closest(selector).ok()?)
}

fn cell_under(place: (f64, f64)) -> Option<CellRef> {
    dom::cell_of(&under(place, "[data-row]")?)
}

fn header_under(place: (f64, f64), name: &str) -> Option<usize> {
    dom::data_number(&under(place, &format!("[{name}]"))?, name)
}

/// A press on the grid.
pub fn on_down(app: App, event: &PointerEvent) {
    let Some(target) = dom::target(event) else { return };
    let inside = |selector: &str| target.closest(selector).ok().flatten();
    // The list and the sentence under the editor look after themselves.
    if inside("#suggestions, #problem").is_some() {
        return;
    }
    let (pointer, place) = (app.pointer, place_of(event));
    pointer.start.set_value(place);
    pointer.now.set_value(place);
    pointer.menu_came.set_value(false);
    pointer.drag.set_value(None);
    let press = pointer.next_press();
    let range = app.read(Session::selected_range);
    if let Some(border) = inside("[data-resize]").and_then(|border| dom::data_number(&border, "data-resize")) {
        pointer.begin(Drag::Width(border, columns::width_of(border)));
    } else if inside("#grip-first").is_some() {
        pointer.begin(Drag::Grip(range.last));
    } else if inside("#grip-last").is_some() {
        pointer.begin(Drag::Grip(range.first));
    } else if event.pointer_type() == "touch" {
        return wait_for_menu(app, press);
    } else if event.button() != 0 || target.id() == dom::EDITOR && app.read(Session::mode) != Mode::Ready {
        return;
    } else if inside("#fill").is_some() {
        pointer.begin(Drag::Fill);
    } else if !press_cell(app, place, event.shift_key()) && inside("#grid").is_none() {
        return;
    }
    // A press on a cell or header must not take the keyboard away from the grid.
    event.prevent_default();
    dom::focus_grid();
}

/// Selects what was pressed, and is ready to drag; whether there was something to select.
fn press_cell(app: App, place: (f64, f64), extend: bool) -> bool {
    let (range, rows, last_column) = app.read(|session| {
        let grid = session.grid();
        (session.selected_range(), first_and_last_row(session), grid.columns.len().saturating_sub(1))
    });
    let column_range = |from: usize, to: usize| {
        let corner = |row, column| CellRef { row, column };
        Command::SelectRange(corner(rows.0, from), corner(rows.1, to))
    };
    let (command, drag) = if let Some(column) = header_under(place, "data-column-header") {
        let from = if extend { range.first.column } else { column };
        (column_range(from, column), Some(Drag::Columns(from)))
    } else if let Some(row) = header_under(place, "data-row-header") {
        let from = if extend { range.first.row } else { row };
        (row_range(app, from, row), Some(Drag::Rows(from)))
    } else if under(place, ".corner").is_some() {
        (column_range(0, last_column), None)
    } else if under(place, "th").is_some() {
        return false;
    } else if let Some(at) = cell_under(place) {
        (if extend { Command::SelectTo(at) } else { Command::Select(at) }, Some(Drag::Cells))
    } else {
        return false;
    };
    app.dispatch(command);
    // What was typed may have been refused, and then the selection stays where it is.
    if let Some(drag) = drag
        && app.read(|session| session.draft().problem.is_none())
    {
        app.pointer.begin(drag);
    }
    true
}

fn first_and_last_row(session: &Session) -> (usize, usize) {
    let grid = session.grid();
    let mut rows = (0..grid.rows.len()).filter(|row| grid.is_stop(*row));
    let first = rows.next().unwrap_or_default();
    (first, rows.next_back().unwrap_or(first))
}

fn row_range(app: App, from: usize, to: usize) -> Command {
    let last = app.read(|session| session.grid().columns.len().saturating_sub(1));
    Command::SelectRange(CellRef { row: from, column: 0 }, CellRef { row: to, column: last })
}

/// A move of the pointer, pressed or not.
pub fn on_move(app: App, event: &PointerEvent) {
    let pointer = app.pointer;
    pointer.now.set_value(place_of(event));
    if event.pointer_type() == "touch" && pointer.has_moved() {
        pointer.next_press();
    }
    let Some(drag) = pointer.drag.get_value() else { return };
    if event.buttons() == 0 {
        return end(app);
    }
    let trembles = matches!(drag, Drag::Cells | Drag::Fill) && !pointer.has_moved();
    if trembles && pointer.reached.get_value().is_none() {
        return;
    }
    // From now on the moves come here wherever the pointer is.
    if let Some(root) = overlay::scroll() {
        let _ = root.set_pointer_capture(event.pointer_id());
    }
    reach(app, drag);
    roll(app);
}

/// Takes the drag as far as the pointer is.
fn reach(app: App, drag: Drag) {
    let pointer = app.pointer;
    let now = pointer.now.get_value();
    if let Drag::Width(column, width) = drag {
        return columns::set_width(app, column, width + now.0 - pointer.start.get_value().0);
    }
    let Some((inside, top)) = clamped(now) else { return };
    let at = match drag {
        // A heading among the rows has no columns, the header on top has all.
        Drag::Columns(_) => {
            header_under((inside.0, top), "data-column-header").map(|column| CellRef { row: 0, column })
        }
        _ => cell_under(inside),
    };
    let Some(at) = at.filter(|at| pointer.reached.get_value() != Some(*at)) else { return };
    pointer.reached.set_value(Some(at));
    let command = match drag {
        Drag::Cells => Command::SelectTo(at),
        Drag::Grip(corner) => Command::SelectRange(corner, at),
        Drag::Rows(from) => row_range(app, from, at.row),
        Drag::Columns(from) => {
            let (first, last) = app.read(first_and_last_row);
            let corner = |row, column| CellRef { row, column };
            Command::SelectRange(corner(first, from), corner(last, at.column))
        }
        Drag::Fill => {
            pointer.preview.set_value(filled(app.read(Session::selected_range), at));
            return overlay::replace(app);
        }
        Drag::Width(..) => return,
    };
    app.dispatch(command);
}

/// The cells from the selection to this one, down or to the right, whichever is further.
fn filled(range: CellRange, at: CellRef) -> Option<CellRange> {
    let (down, right) = (at.row.saturating_sub(range.last.row), at.column.saturating_sub(range.last.column));
    let last = match (down, right) {
        (0, 0) => return None,
        _ if down >= right => CellRef { row: at.row, ..range.last },
        _ => CellRef { column: at.column, ..range.last },
    };
    Some(CellRange { first: range.first, last })
}

/// The nearest place over the cells that is in sight, and the height of the middle of the header.
fn clamped((x, y): (f64, f64)) -> Option<((f64, f64), f64)> {
    let scroll = overlay::scroll()?;
    let corner = scroll.query_selector(".corner").ok()??.get_bounding_client_rect();
    let (right, bottom) = edges(&scroll);
    let inside = (x.min(right - 2.0).max(corner.right() + 1.0), y.min(bottom - 2.0).max(corner.bottom() + 1.0));
    Some((inside, corner.top() + corner.height() / 2.0))
}

/// The right and the lower edge of what is seen of the cells.
fn edges(scroll: &HtmlElement) -> (f64, f64) {
    let frame = scroll.get_bounding_client_rect();
    (frame.left() + f64::from(scroll.client_width()), frame.top() + f64::from(scroll.client_height()))
}

/// Scrolls on for as long as something is dragged over the edge.
fn roll(app: App) {
    if !app.pointer.rolling.get_value() {
        app.pointer.rolling.set_value(true);
        dom::next_frame(move || roll_once(app));
    }
}

fn roll_once(app: App) {
    let pointer = app.pointer;
    let over = |drag: Drag| {
        let (x, y) = pointer.now.get_value();
        let ((inside_x, inside_y), _) = clamped((x, y))?;
        let far = |over: f64| over.clamp(-SPEED, SPEED);
        let by = match drag {
            Drag::Width(..) => return None,
            Drag::Rows(_) => (0.0, far(y - inside_y)),
            Drag::Columns(_) => (far(x - inside_x), 0.0),
            Drag::Cells | Drag::Fill | Drag::Grip(_) => (far(x - inside_x), far(y - inside_y)),
        };
        // Two pixels are the difference between the edge and the nearest place inside.
        (by.0.abs() > 2.0 || by.1.abs() > 2.0).then_some((drag, by))
    };
    let (Some((drag, (x, y))), Some(scroll)) = (pointer.drag.get_value().and_then(over), overlay::scroll()) else {
        return pointer.rolling.set_value(false);
    };
    scroll.scroll_by_with_x_and_y(x, y);
    reach(app, drag);
    dom::next_frame(move || roll_once(app));
}

/// The pointer was let go, or the browser has taken it to scroll.
pub fn on_up(app: App, event: &PointerEvent) {
    app.pointer.now.set_value(place_of(event));
    app.pointer.next_press();
    if event.type_() == "pointercancel" {
        app.pointer.preview.set_value(None);
    }
    end(app);
}

fn end(app: App) {
    let pointer = app.pointer;
    let Some(drag) = pointer.drag.get_value() else { return };
    pointer.drag.set_value(None);
    match drag {
        Drag::Width(..) => app.columns.keep(),
        Drag::Fill => {
            let to = pointer.preview.get_value().and(pointer.reached.get_value());
            pointer.preview.set_value(None);
            match to {
                Some(to) => app.dispatch(Command::FillTo(to)),
                // The handle reaches over the cells around it: a press beside what is drawn of it is one on the cell.
                None if !pointer.has_moved() && !is_on_fill(pointer.start.get_value()) => {
                    if let Some(at) = cell_under(pointer.start.get_value()) {
                        app.dispatch(Command::Select(at));
                    }
                }
                None => overlay::replace(app),
            }
        }
        Drag::Cells | Drag::Rows(_) | Drag::Columns(_) | Drag::Grip(_) => {}
    }
}

/// Whether a place is on the drawn part of the handle that fills.
fn is_on_fill((x, y): (f64, f64)) -> bool {
    let Some(handle) = dom::by_id::<Element>("fill").map(|handle| handle.get_bounding_client_rect()) else {
        return false;
    };
    let off = |at: f64, start: f64, length: f64| (at - start - length / 2.0).abs();
    off(x, handle.left(), handle.width()) <= DRAWN && off(y, handle.top(), handle.height()) <= DRAWN
}

fn wait_for_menu(app: App, press: u32) {
    let place = app.pointer.start.get_value();
    dom::later(LONG, move || {
        if app.pointer.press.get_value() == press {
            app.pointer.menu_came.set_value(true);
            open_menu(app, place);
        }
    });
}

/// The menu of the cell at a place, which is selected unless it is already.
fn open_menu(app: App, place: (f64, f64)) {
    let selected = app.read(Session::selected_range);
    if under(place, "th").is_some() {
        press_cell(app, place, false);
        app.pointer.drag.set_value(None);
    } else if let Some(at) = cell_under(place).filter(|at| !selected.contains(*at)) {
        app.dispatch(Command::Select(at));
    }
    if app.read(Session::mode) == Mode::Ready {
        menu::open(app, place);
    }
}

/// A right click; a finger that rests sends it too in some browsers, and so does the key for menus.
pub fn on_context_menu(app: App, event: &MouseEvent) {
    let target = dom::target(event);
    if target.is_none_or(|target| target.id() == dom::EDITOR) && app.read(Session::mode) != Mode::Ready {
        return;
    }
    event.prevent_default();
    if app.menu.is_open() {
        return;
    }
    app.pointer.next_press();
    app.pointer.drag.set_value(None);
    app.pointer.menu_came.set_value(true);
    // The key has no place of its own, and browsers choose different ones.
    if event.button() == 2 || event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch") {
        open_menu(app, place_of(event));
    } else {
        menu::open_at_selection(app);
    }
}

/// A finger selects by a tap, so that a swipe scrolls; a second tap edits.
pub fn on_click(app: App, event: &MouseEvent) {
    let by_touch = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
    if !by_touch || app.pointer.menu_came.get_value() {
        return;
    }
    let in_editor = dom::target(event).is_some_and(|target| target.id() == dom::EDITOR);
    let place = place_of(event);
    if in_editor {
        if app.read(Session::mode) == Mode::Ready {
            app.dispatch(Command::Edit);
        }
    } else if under(place, "#grip-first, #grip-last, #suggestions").is_none() && press_cell(app, place, false) {
        app.pointer.drag.set_value(None);
        dom::focus_grid();
    }
}

/// The second press may come before the overlay has moved over the cell: the place counts, not the element.
pub fn on_double_click(app: App, event: &MouseEvent) {
    let place = place_of(event);
    if let Some(border) = header_under(place, "data-resize") {
        return columns::fit(app, border);
    }
    if is_on_fill(place) {
        return;
    }
    let at = app.read(Session::selection);
    if cell_under(place) == Some(at) && under(place, "th").is_none() && app.read(Session::mode) == Mode::Ready {
        app.dispatch(Command::Edit);
    }
}

/// Tooltips are written when they are first wanted, not for hundreds of cells at each key press.
pub fn on_over(app: App, event: &PointerEvent) {
    let Some(target) = dom::target(event).and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
    if target.id() == dom::EDITOR {
        target.set_title(&app.read(|session| session.tooltip(session.selection())));
    } else if let Some(cell) = target.closest("[data-row]").ok().flatten()
        && let Some(at) = dom::cell_of(&cell)
    {
        let _ = cell.set_attribute("title", &app.read(|session| session.tooltip(at)));
    }
}
