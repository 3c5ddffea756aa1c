//! The menus: of the selected cells, by the right button, by keys, and by a finger that rests; and those of buttons in
//! the bar on top. One is open at a time.

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::app::{App, app};
use super::erased::{live, on, text};
use super::menu_items::{Act, Item, items};
use super::{dom, export_menu, file_menu, transfer};
use crate::session::{Command, Session};
use crate::sheet::CellRef;

/// Pixels between the menu and the edge of the window.
const MARGIN: f64 = 8.0;

/// What a menu is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The selected cells.
    Cells,
    /// Plans and files.
    File,
    /// What leaves as a file.
    Export,
}

impl Of {
    fn label(self) -> &'static str {
        match self {
            Self::Cells => "Selected cells",
            Self::File => "File",
            Self::Export => "Export",
        }
    }

    /// The button that opens it; what belongs to cells has none.
    fn button(self) -> Option<&'static str> {
        match self {
            Self::Cells => None,
            Self::File => Some("file"),
            Self::Export => Some("export-button"),
        }
    }

    fn items(self, app: App) -> Vec<Item> {
        match self {
            Self::Cells => app.read(items),
            Self::File => file_menu::items(),
            Self::Export => export_menu::items(app),
        }
    }
}

/// Which menu is open, and where.
#[derive(Debug, Clone, Copy)]
pub struct Menu(RwSignal<Option<(Of, (f64, f64))>>);

impl Menu {
    /// Closed.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Whether one is open.
    pub fn is_open(self) -> bool {
        self.0.with_untracked(Option::is_some)
    }
}

/// Opens the menu of the selected cells at a place of the window.
pub fn open(app: App, place: (f64, f64)) {
    open_at(app, Of::Cells, place);
}

/// Opens a menu at a place of the window, with the keyboard on its first line.
fn open_at(app: App, of: Of, place: (f64, f64)) {
    app.menu.0.set(Some((of, place)));
    // Its lines are there before the next picture, and then it is known how large it is.
    dom::next_frame(move || {
        let Some(menu) = dom::by_id::<HtmlElement>("menu") else { return };
        let size = menu.get_bounding_client_rect();
        let inner = |size: Option<wasm_bindgen::JsValue>| size.and_then(|size| size.as_f64()).unwrap_or_default();
        let window = dom::window();
        let (width, height) = (
            inner(window.as_ref().and_then(|window| window.inner_width().ok())),
            inner(window.as_ref().and_then(|window| window.inner_height().ok())),
        );
        let left = place.0.min(width - size.width() - MARGIN).max(MARGIN);
        let top = place.1.min(height - size.height() - MARGIN).max(MARGIN);
        let _ = menu.style().set_property("left", &format!("{left}px"));
        let _ = menu.style().set_property("top", &format!("{top}px"));
        focus_line(0);
    });
}

/// Opens it under the selected cell.
pub fn open_at_selection(app: App) {
    let CellRef { row, column } = app.read(Session::selection);
    let cell = dom::by_id::<Element>(&super::grid::cell_id(row, column));
    let place = cell.map(|cell| cell.get_bounding_client_rect());
    open(app, place.map_or((MARGIN, MARGIN), |place| (place.left() + MARGIN, place.bottom())));
}

/// Closes it. The keyboard goes to its button or to the grid first: an element that has it must not be taken away.
fn close(app: App) {
    match app.menu.0.get_untracked().and_then(|(of, _)| of.button()) {
        Some(button) => dom::focus(button),
        None => dom::focus_grid(),
    }
    app.menu.0.set(None);
}

/// A button that opens a menu under itself.
pub fn button(app: App, of: Of) -> AnyView {
    let Some(id) = of.button() else { return ().into_any() };
    let is_open = move || app.menu.0.with(|open| open.is_some_and(|(open, _)| open == of));
    let open = move || {
        if let Some(button) = dom::by_id::<Element>(id) {
            let place = button.get_bounding_client_rect();
            open_at(app, of, (place.left(), place.bottom()));
        }
    };
    let turn = move |_| if untrack(is_open) { close(app) } else { open() };
    let key = move |event: KeyboardEvent| {
        if event.key() == "ArrowDown" {
            event.prevent_default();
            open();
        }
    };
    view! {
        <button
            type="button"
            id=id
            aria-haspopup="menu"
            aria-expanded=text(move || is_open().to_string())
            on:click=on(turn)
            on:keydown=on(key)
        >
            {of.label()}
            " ▾"
        </button>
    }
    .into_any()
}

fn lines() -> Vec<HtmlElement> {
    let found = dom::document().and_then(|document| document.query_selector_all("#menu [role=menuitem]").ok());
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect()
}

fn focus_line(index: usize) {
    if let Some(line) = lines().get(index) {
        let _ = line.focus();
    }
}

fn choose(app: App, target: &Element, items: &[Item]) {
    let line = target.closest("[role=menuitem]").ok().flatten();
    let index = line.and_then(|line| dom::data_number(&line, "data-index"));
    let Some(item) = index.and_then(|index| items.get(index)).filter(|item| item.enabled) else { return };
    close(app);
    dom::focus_grid();
    match item.act.clone() {
        Act::Command(command) => app.dispatch(command),
        Act::Page(act) => act(app),
        Act::Scenario(id, act) => act(app, &id),
        Act::Copy => transfer::copy(app, false),
        Act::Cut => transfer::copy(app, true),
        Act::Paste(pasted) => transfer::paste(app, pasted),
    }
}

fn on_key(app: App, event: &KeyboardEvent, items: &[Item]) {
    let lines = lines();
    let active = dom::document().and_then(|document| document.active_element());
    let here = lines.iter().position(|line| active.as_ref() == Some(line.as_ref())).unwrap_or_default();
    let last = lines.len().saturating_sub(1);
    let key = event.key();
    match key.as_str() {
        "ArrowDown" => focus_line(if here == last { 0 } else { here + 1 }),
        "ArrowUp" => focus_line(here.checked_sub(1).unwrap_or(last)),
        "Home" => focus_line(0),
        "End" => focus_line(last),
        "Escape" | "Tab" => close(app),
        "Enter" | " " => {
            if let Some(line) = lines.get(here) {
                choose(app, line, items);
            }
        }
        _ if key.chars().count() == 1 && !event.ctrl_key() && !event.meta_key() => {
            let begins = |index: &usize| {
                let text = lines.get(*index).and_then(|line| line.text_content()).unwrap_or_default();
                text.to_lowercase().starts_with(&key.to_lowercase())
            };
            if let Some(next) = (here + 1..lines.len()).chain(0..=here).find(begins) {
                focus_line(next);
            }
        }
        _ => return,
    }
    event.prevent_default();
}

fn line(index: usize, item: &Item) -> AnyView {
    view! {
        <div
            role="menuitem"
            tabindex="-1"
            data-index=index
            id=item.id
            aria-disabled=(!item.enabled).then_some("true")
            aria-keyshortcuts=(!item.keys.is_empty() && item.keys.is_ascii()).then(|| item.keys.replace("Ctrl", "Control"))
            class:begins=item.begins
        >
            <span>{item.label.clone()}</span>
            <kbd aria-hidden="true">{item.keys.clone()}</kbd>
        </div>
    }
    .into_any()
}

/// The menu; nothing while it is closed.
#[component]
pub fn MenuView() -> impl IntoView {
    let app = app();
    live(move || {
        let Some((of, _)) = app.menu.0.get() else { return ().into_any() };
        let items = StoredValue::new(of.items(app));
        // The finger that has opened the menu is lifted over one of its lines: that chooses nothing.
        let pressed = StoredValue::new(false);
        let lines = items
            .with_value(|items| items.iter().enumerate().map(|(index, item)| line(index, item)).collect::<Vec<_>>());
        // A press elsewhere takes the keyboard away, and the menu with it.
        let left = move |event: FocusEvent| {
            let inside = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
            // A press on its button closes it by itself.
            let is_button = inside.as_ref().is_some_and(|target| of.button() == Some(target.id().as_str()));
            if !is_button && inside.is_none_or(|target| target.closest("#menu").ok().flatten().is_none()) {
                app.menu.0.set(None);
            }
        };
        view! {
            <div
                id="menu"
                class="menu"
                role="menu"
                aria-label=of.label()
                tabindex="-1"
                on:pointerdown=on(move |_: PointerEvent| pressed.set_value(true))
                on:click=on(move |event: MouseEvent| {
                    if event.detail() > 0 && !pressed.get_value() {
                        return;
                    }
                    if let Some(target) = dom::target(&event) {
                        let chosen = items.get_value();
                        choose(app, &target, &chosen);
                    }
                })
                on:keydown=on(move |event: KeyboardEvent| {
                    let chosen = items.get_value();
                    on_key(app, &event, &chosen);
                })
                on:contextmenu=on(|event: MouseEvent| event.prevent_default())
                on:focusout=on(left)
            >
                {lines}
            </div>
        }
        .into_any()
    })
}

/// The page's answer to the key for menus.
pub fn ask(app: App) {
    app.dispatch(Command::Commit);
    if app.read(Session::mode) == crate::session::Mode::Ready {
        open_at_selection(app);
    }
}
