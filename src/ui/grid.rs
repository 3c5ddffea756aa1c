//! The grid: one table with sticky headers. Listeners hang on its root; the selection is an overlay, not a class.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::app::{App, app};
use super::erased::{effect, live, on, text};
use super::{columns, compare, dom, inspector, overlay, pointer, shortcuts, tabs, transfer, window};
use crate::session::{CellView, ClipboardKey, Command, Mode, Session};
use crate::sheet::{Grid, Row, RowKind};

/// The id of a cell's element.
pub fn cell_id(row: usize, column: usize) -> String {
    format!("cell-{row}-{column}")
}

/// The sheet in sight; `children` is the editor, which moves over the selected cell.
#[component]
pub fn GridView(children: Children) -> impl IntoView {
    let app = app();
    // After any command: each may move a cell, or what lies over it.
    effect(move || {
        app.on_plan(|_| ());
        app.on_layout(|_| ());
        dom::next_frame(move || columns::follow(app));
    });
    effect(move || {
        app.on_any(|_| ());
        dom::next_frame(move || overlay::place(app, true));
    });
    let scroll = NodeRef::<leptos::html::Div>::new();
    effect(move || {
        if let Some(scroll) = scroll.get() {
            // The sheet lives as long as the page, and so does its observer.
            let _ = dom::observe_size(&scroll, move || dom::next_frame(move || resized(app)));
        }
    });
    let sheet_label = move || format!("{} sheet", app.on_layout(|session| session.sheet().label()));
    let help = "Arrow keys move, typing replaces, Enter or F2 edits, Escape then Tab leaves the grid.";
    view! {
        <div
            node_ref=scroll
            id="sheet"
            class="grid-scroll"
            // Firefox would stop at it because it scrolls; the editor inside is the stop.
            tabindex="-1"
            role="tabpanel"
            aria-labelledby=text(move || tabs::tab_id(app.on_layout(Session::sheet)))
            on:keydown=on(move |event| on_key(app, &event))
            on:pointerdown=on(move |event| pointer::on_down(app, &event))
            on:pointermove=on(move |event| pointer::on_move(app, &event))
            on:pointerup=on(move |event| pointer::on_up(app, &event))
            on:pointercancel=on(move |event| pointer::on_up(app, &event))
            on:click=on(move |event| pointer::on_click(app, &event))
            on:dblclick=on(move |event| pointer::on_double_click(app, &event))
            on:contextmenu=on(move |event| pointer::on_context_menu(app, &event))
            on:pointerover=on(move |event| pointer::on_over(app, &event))
            on:copy=on(move |event| transfer::on_copy(app, &event, false))
            on:cut=on(move |event| transfer::on_copy(app, &event, true))
            on:paste=on(move |event| transfer::on_paste(app, &event))
            on:scroll=on(move |event| on_scroll(app, &event))
            on:focusin=on(move |event| on_focus(&event, true))
            on:focusout=on(move |event| {
                on_focus(&event, false);
                on_leave(app, &event);
            })
        >
            <p id="grid-help" class="out-of-sight">{help}</p>
            // Before the table, so that it can stick to the upper edge while another sheet is in sight.
            {children()}
            {live(move || table(app, &sheet_label(), &app.on_layout(|session| session.grid().clone())).into_any())}
            <div id="layer" class="layer" aria-hidden="true">
                <div id="marks"></div>
                <span id="fill" class="fill" hidden title="Drag to fill"></span>
                <span id="grip-first" class="grip" hidden></span>
                <span id="grip-last" class="grip" hidden></span>
            </div>
        </div>
    }
}

fn table(app: App, label: &str, grid: &Grid) -> impl IntoView + use<> {
    let headers = grid.columns.iter().enumerate().map(|(index, column)| {
        let color = column.color.clone();
        view! {
            <th role="columnheader" scope="col" aria-colindex=index + 2 data-column-header=index>
                {color.map(|color| view! { <span class="dot" aria-hidden="true" style:background-color=color></span> })}
                {column.label.clone()}
                {border(index + 1)}
            </th>
        }
    });
    let columns = grid.columns.len();
    let shown = app.read(window::shown_rows);
    let is_long = window::is_long(shown.len());
    let row = move |index: usize| {
        let row = app.read(|session| session.grid().rows.get(index).cloned());
        row.map(|row| row_view(app, index, &row, columns))
    };
    let rows = if is_long {
        long_rows(app, shown, row).into_any()
    } else {
        shown.into_iter().map(row).collect_view().into_any()
    };
    view! {
        <table
            role="grid"
            id="grid"
            aria-label=label.to_owned()
            aria-rowcount=grid.rows.len() + 1 + compare::picture_rows(app)
            aria-colcount=columns + 1
            aria-multiselectable="true"
            class:long=is_long
        >
            <colgroup>{(0..=columns).map(|_| view! { <col /> }).collect_view()}</colgroup>
            <thead>
                <tr role="row" aria-rowindex="1">
                    <th role="columnheader" scope="col" class="corner" aria-colindex="1">"Input" {border(0)}</th>
                    {headers.collect_view()}
                </tr>
            </thead>
            <tbody>{rows}</tbody>
            {compare::pictures(app, grid.rows.len())}
        </table>
    }
}

/// The rows in sight and some around them; what is above and below only takes its room.
fn long_rows(
    app: App,
    shown: Vec<usize>,
    row: impl Fn(usize) -> Option<AnyView> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let count = shown.len();
    // A sheet that is opened begins where its predecessor was scrolled to.
    dom::next_frame(move || {
        if let Some(scroll) = overlay::scroll() {
            app.rows.follow(&scroll);
        }
    });
    let gap = |rows: Signal<usize>| {
        view! {
            <tr class="gap" aria-hidden="true">
                <td style:height=text(move || window::gap(rows.get()))></td>
            </tr>
        }
    };
    let above = Signal::derive(move || app.rows.get().0.min(count));
    let below = Signal::derive(move || count.saturating_sub(app.rows.get().1));
    let on_page = move || {
        let (first, last) = app.rows.get();
        shown.get(first.min(count)..last.min(count)).unwrap_or_default().to_vec()
    };
    view! {
        {gap(above)}
        <For each=on_page key=|index| *index children=row />
        {gap(below)}
    }
}

/// The border of a column that can be pulled at. It is for the hand alone: the menu and its keys do the same.
fn border(column: usize) -> AnyView {
    view! { <span class="column-border" aria-hidden="true" title="Drag for another width, double-click to fit" data-resize=column></span> }
        .into_any()
}

fn row_view(app: App, index: usize, row: &Row, columns: usize) -> AnyView {
    let kind = row.kind;
    let header = view! {
        <th
            role="rowheader"
            scope="row"
            aria-colindex="1"
            title=row.help.clone()
            data-row-header=(kind != RowKind::Heading).then_some(index)
        >
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
    effect(move || views.with(|views| mark_cells(index, views)));
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
    let badge = read(|view| {
        let own = if view.formula { "ƒ" } else { "✎" };
        if view.yours { own.into() } else { view.grade.unwrap_or_default().into() }
    });
    view! {
        <td
            role="gridcell"
            id=cell_id(row, column)
            aria-colindex=column + 2
            data-row=row
            data-column=column
            data-path=inspector::shown_path(&first.path).to_owned()
            aria-readonly=(!first.editable).then_some("true")
            class=class
        >
            <span class="value">{read(|view| view.text.clone())}</span>
            <span class="spread" aria-hidden="true">{read(|view| if view.range { "±".into() } else { String::new() })}</span>
            <span class="badge" data-grade=badge>{badge}</span>
        </td>
    }
}

/// Marks the cells of a row that have a note, that a scenario overrides, or whose formula comes to nothing.
fn mark_cells(row: usize, views: &[CellView]) {
    for (column, view) in views.iter().enumerate().filter(|(_, view)| view.editable) {
        let Some(cell) = dom::by_id::<Element>(&cell_id(row, column)) else { continue };
        let is_bad = view.problem.is_some();
        let _ = cell.class_list().toggle_with_force("overridden", view.overridden.is_some());
        let _ = cell.class_list().toggle_with_force("noted", view.note);
        if cell.class_list().toggle_with_force("bad", is_bad) == Ok(true) {
            let _ = cell.set_attribute("aria-invalid", "true");
        } else {
            let _ = cell.remove_attribute("aria-invalid");
        }
    }
}

/// The grid has another size, or another session.
pub fn resized(app: App) {
    overlay::replace(app);
    let Some(scroll) = overlay::scroll() else { return };
    let height = |selector: &str| {
        let element = scroll.query_selector(selector).ok().flatten();
        element.map(|element| element.get_bounding_client_rect().height()).filter(|height| *height > 0.0)
    };
    if let (Some(header), Some(row)) = (height(".corner"), height("[data-row]")) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let rows = ((f64::from(scroll.client_height()) - header) / row).floor().max(1.0) as usize;
        app.dispatch(Command::PageRows(rows));
    }
}

fn on_scroll(app: App, event: &web_sys::Event) {
    let scroll = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(scroll) = scroll.filter(overlay::is_long) {
        app.rows.follow(&scroll);
        dom::next_frame(move || overlay::replace(app));
    }
}

fn on_key(app: App, event: &KeyboardEvent) {
    // The second is how Safari marks the Enter that ends a composition.
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    let command = shortcuts::command_for(app, event);
    app.next_paste.key(command == Some(Command::Clipboard(ClipboardKey::PasteValues)));
    match command {
        // The browser answers with an event of its own.
        None | Some(Command::Clipboard(_)) => {}
        Some(command) => {
            event.prevent_default();
            app.dispatch(command);
        }
    }
}

/// The keyboard goes elsewhere on the page: what was typed is taken, or it would wait out of mind. Another window, a tab
/// whose cells a formula may name, and what belongs to the grid are not elsewhere.
fn on_leave(app: App, event: &FocusEvent) {
    let to = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
    let is_elsewhere = to.is_some_and(|to| to.closest("#sheet, .tabs, #menu, #find").ok().flatten().is_none());
    if is_elsewhere && app.read(Session::mode) != Mode::Ready {
        app.dispatch(Command::Commit);
    }
    app.dispatch(Command::Leave);
}

/// Shows whether the keyboard is the grid's.
fn on_focus(event: &FocusEvent, has: bool) {
    let root: Option<Element> = event.current_target().and_then(|target| target.dyn_into().ok());
    if let Some(root) = root {
        let _ = root.class_list().toggle_with_force("has-keyboard", has);
    }
}
