//! The grid: one table with sticky headers. Listeners hang on its root; the selection is an overlay, not a class.

use leptos::ev::{ClipboardEvent, FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::app::{App, app};
use super::erased::{effect, live, on, text};
use super::{dom, shortcuts, tabs};
use crate::session::{CellView, Command, Mode, Pasted, Session};
use crate::sheet::{CellRef, Clip, Grid, Row, RowKind};

/// The id of a cell's element.
pub fn cell_id(row: usize, column: usize) -> String {
    format!("cell-{row}-{column}")
}

/// The sheet in sight; `children` is the editor, which moves over the selected cell.
#[component]
pub fn GridView(children: Children) -> impl IntoView {
    let app = app();
    let selected = StoredValue::new(None::<String>);
    // After any change that may move or resize the selected cell.
    effect(move || {
        let at = app.on_selection(Session::selection);
        app.on_plan(|_| ());
        app.on_draft(|_| ());
        dom::next_frame(move || place_selection(at, Some(selected)));
    });
    let scroll = NodeRef::<leptos::html::Div>::new();
    effect(move || {
        if let Some(scroll) = scroll.get() {
            // The sheet lives as long as the page, and so does its observer.
            let _ = dom::observe_size(&scroll, move || dom::next_frame(move || replace_selection(app)));
        }
    });
    let sheet_label = move || format!("{} sheet", app.on_layout(|session| session.sheet().label()));
    let help = "Arrow keys move, typing replaces, Enter or F2 edits, Escape then Tab leaves the grid.";
    view! {
        <div
            node_ref=scroll
            id="sheet"
            class="grid-scroll"
            role="tabpanel"
            aria-labelledby=text(move || tabs::tab_id(app.on_layout(Session::sheet)))
            on:keydown=on(move |event| on_key(app, &event))
            on:pointerdown=on(move |event| on_pointer_down(app, &event))
            on:click=on(move |event| on_click(app, &event))
            on:dblclick=on(move |event| on_double_click(app, &event))
            on:pointerover=on(move |event| on_pointer_over(app, &event))
            on:copy=on(move |event| on_copy(app, &event, false))
            on:cut=on(move |event| on_copy(app, &event, true))
            on:paste=on(move |event| on_paste(app, &event))
            on:focusin=on(move |event| on_focus(&event, true))
            on:focusout=on(move |event| {
                on_focus(&event, false);
                app.dispatch(Command::Leave);
            })
        >
            <p id="grid-help" class="out-of-sight">{help}</p>
            {live(move || table(app, &sheet_label(), &app.on_layout(|session| session.grid().clone())).into_any())}
            {children()}
        </div>
    }
}

fn table(app: App, label: &str, grid: &Grid) -> impl IntoView + use<> {
    let headers = grid.columns.iter().enumerate().map(|(index, column)| {
        let color = column.color.clone();
        view! {
            <th role="columnheader" scope="col" aria-colindex=index + 2>
                {color.map(|color| view! { <span class="dot" aria-hidden="true" style:background-color=color></span> })}
                {column.label.clone()}
            </th>
        }
    });
    let columns = grid.columns.len();
    let rows = grid.rows.iter().enumerate().map(|(index, row)| row_view(app, index, row, columns));
    view! {
        <table
            role="grid"
            id="grid"
            aria-label=label.to_owned()
            aria-rowcount=grid.rows.len() + 1
            aria-colcount=columns + 1
        >
            <thead>
                <tr role="row" aria-rowindex="1">
                    <th role="columnheader" scope="col" class="corner" aria-colindex="1">"Input"</th>
                    {headers.collect_view()}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn row_view(app: App, index: usize, row: &Row, columns: usize) -> AnyView {
    let kind = row.kind;
    let header = view! {
        <th role="rowheader" scope="row" aria-colindex="1" title=row.help.clone()>
            <span class="label">{row.label.clone()}</span>
            <span class="unit">{row.unit.clone()}</span>
        </th>
    };
    if kind == RowKind::Heading {
        let help = row.help.clone();
        return view! {
            <tr role="row" class="heading" aria-rowindex=index + 2>
                {header}
                <td role="gridcell" aria-colindex="2" colspan=columns>{help}</td>
            </tr>
        }
        .into_any();
    }
    let views = Memo::new(move |_| app.on_plan(|session| session.row_view(index)));
    let cells: Vec<_> = views.with_untracked(|first| {
        first.iter().enumerate().map(|(column, view)| cell_view(index, column, view, views)).collect()
    });
    view! {
        <tr role="row" aria-rowindex=index + 2 class:group=kind == RowKind::Group class:result=kind == RowKind::Result>
            {header}
            {cells}
        </tr>
    }
    .into_any()
}

/// What a cell is follows from the layout; only its text and badge follow the plan.
fn cell_view(row: usize, column: usize, first: &CellView, views: Memo<Vec<CellView>>) -> impl IntoView + use<> {
    let read = move |part: fn(&CellView) -> String| {
        text(move || views.with(|views| views.get(column).map(part).unwrap_or_default()))
    };
    let class = match (first.path.is_empty(), first.editable, first.numeric) {
        (true, _, _) => "blank",
        (false, true, true) => "input numeric",
        (false, true, false) => "input",
        (false, false, _) => "computed numeric",
    };
    let badge = read(|view| if view.yours { "✎".into() } else { view.grade.unwrap_or_default().into() });
    view! {
        <td
            role="gridcell"
            id=cell_id(row, column)
            aria-colindex=column + 2
            data-row=row
            data-column=column
            data-path=first.path.clone()
            aria-readonly=(!first.editable).then_some("true")
            class=class
        >
            <span class="value">{read(|view| view.text.clone())}</span>
            <span class="spread" aria-hidden="true">{read(|view| if view.range { "±".into() } else { String::new() })}</span>
            <span class="badge" data-grade=badge>{badge}</span>
        </td>
    }
}

/// Puts the overlay on the selected cell, brings the cell in sight and marks it for screen readers.
fn place_selection(at: CellRef, marked: Option<StoredValue<Option<String>>>) {
    let id = cell_id(at.row, at.column);
    let before = marked.and_then(|marked| marked.get_value());
    if let Some(before) = before.as_deref().and_then(dom::by_id::<Element>) {
        let _ = before.remove_attribute("aria-selected");
    }
    let (Some(cell), Some(scroll), Some(overlay)) =
        (dom::by_id::<HtmlElement>(&id), dom::by_id::<HtmlElement>("sheet"), dom::by_id::<HtmlElement>("selection"))
    else {
        return;
    };
    let _ = cell.set_attribute("aria-selected", "true");
    // The frozen column is as wide as its longest label; what is brought in sight must not land under it.
    if let Some(corner) = scroll.query_selector(".corner").ok().flatten() {
        let width = corner.get_bounding_client_rect().width();
        let _ = scroll.style().set_property("--frozen", &format!("{width}px"));
    }
    let moved = marked.is_some() && before.as_deref() != Some(&id);
    if dom::grid_has_focus() && moved {
        dom::bring_in_sight(&cell);
    }
    if let Some(marked) = marked {
        marked.set_value(Some(id));
    }
    let (place, frame) = (cell.get_bounding_client_rect(), scroll.get_bounding_client_rect());
    let left = place.left() - frame.left() + f64::from(scroll.scroll_left());
    let top = place.top() - frame.top() + f64::from(scroll.scroll_top());
    let style = overlay.style();
    for (name, value) in [("left", left), ("top", top), ("width", place.width()), ("height", place.height())] {
        let _ = style.set_property(name, &format!("{value}px"));
    }
}

/// Puts the overlay back after the widths have changed; nothing is scrolled.
pub fn replace_selection(app: App) {
    let at = app.read(Session::selection);
    place_selection(at, None);
}

fn cell_of(event: &web_sys::Event) -> Option<(Element, CellRef)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let cell = target.closest("[data-row]").ok()??;
    let at = CellRef { row: dom::data_number(&cell, "data-row")?, column: dom::data_number(&cell, "data-column")? };
    Some((cell, at))
}

fn on_key(app: App, event: &KeyboardEvent) {
    // The second is how Safari marks the Enter that ends a composition.
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    if let Some(command) = shortcuts::command_for(app, event) {
        event.prevent_default();
        app.dispatch(command);
    }
}

fn on_pointer_down(app: App, event: &PointerEvent) {
    let in_editor = event.target().and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|t| t.id() == dom::EDITOR);
    // A press on the editor that is not typing is a press on the cell under it.
    if in_editor && app.read(Session::mode) != Mode::Ready || event.pointer_type() == "touch" {
        return;
    }
    if let Some((_, at)) = cell_of(event) {
        event.prevent_default();
        dom::focus_grid();
        app.dispatch(Command::Select(at));
    } else if target_is(event, "th") {
        // A press on a header must not take the keyboard away from the grid.
        event.prevent_default();
        dom::focus_grid();
    }
}

fn target_is(event: &web_sys::Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).ok().flatten().is_some())
}

/// Touch selects on a tap, so that a swipe scrolls; a second tap edits.
fn on_click(app: App, event: &MouseEvent) {
    let in_editor = event.target().and_then(|t| t.dyn_into::<Element>().ok()).is_some_and(|t| t.id() == dom::EDITOR);
    let by_touch = event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch");
    if by_touch && in_editor && app.read(Session::mode) == Mode::Ready {
        app.dispatch(Command::Edit);
    } else if by_touch && let Some((_, at)) = cell_of(event) {
        app.dispatch(Command::Select(at));
        dom::focus_grid();
    }
}

/// The second press may come before the overlay has moved over the cell: the place counts, not the element.
fn on_double_click(app: App, event: &MouseEvent) {
    let at = app.read(Session::selection);
    let Some(cell) = dom::by_id::<Element>(&cell_id(at.row, at.column)) else { return };
    let (place, x, y) = (cell.get_bounding_client_rect(), f64::from(event.client_x()), f64::from(event.client_y()));
    let inside = place.left() <= x && x <= place.right() && place.top() <= y && y <= place.bottom();
    if inside && app.read(Session::mode) == Mode::Ready {
        app.dispatch(Command::Edit);
    }
}

/// Tooltips are written when they are first wanted, not for hundreds of cells at each key press.
fn on_pointer_over(app: App, event: &PointerEvent) {
    let over_editor = event.target().and_then(|t| t.dyn_into::<HtmlElement>().ok()).filter(|t| t.id() == dom::EDITOR);
    if let Some(editor) = over_editor {
        editor.set_title(&app.read(|session| session.tooltip(session.selection())));
    } else if let Some((cell, at)) = cell_of(event) {
        let _ = cell.set_attribute("title", &app.read(|session| session.tooltip(at)));
    }
}

fn on_copy(app: App, event: &ClipboardEvent, cut: bool) {
    if app.read(Session::mode) != Mode::Ready {
        return;
    }
    let (Some(clip), Some(clipboard)) = (app.read(Session::copied), event.clipboard_data()) else { return };
    event.prevent_default();
    let text = clip.rows.iter().flatten().map(|cell| cell.text.clone()).collect::<Vec<_>>().join("\t");
    let _ = clipboard.set_data("text/plain", &text);
    if cut {
        app.dispatch(Command::Clear);
    }
}

fn on_paste(app: App, event: &ClipboardEvent) {
    if app.read(Session::mode) != Mode::Ready {
        return;
    }
    let text = event.clipboard_data().and_then(|clipboard| clipboard.get_data("text/plain").ok());
    if let Some(text) = text.filter(|text| !text.is_empty()) {
        event.prevent_default();
        app.dispatch(Command::Paste(Clip::from_tsv(&text), Pasted::All));
    }
}

/// Shows whether the keyboard is the grid's.
fn on_focus(event: &FocusEvent, has: bool) {
    let root: Option<Element> = event.current_target().and_then(|target| target.dyn_into().ok());
    if let Some(root) = root {
        let _ = root.class_list().toggle_with_force("has-keyboard", has);
    }
}
