//! Keys that work anywhere on the page, and the list of all keys, drawn from the keymap itself.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::app::{App, app};
use super::dom;
use super::erased::{effect, on};
use crate::session::{Command, KEYMAP, Key, KeyPress};

/// The command a key press stands for now, by the table of keys.
pub fn command_for(app: App, event: &KeyboardEvent) -> Option<Command> {
    let press = KeyPress {
        key: Key::named(&event.key())?,
        ctrl: event.ctrl_key() || event.meta_key(),
        shift: event.shift_key(),
        alt: event.alt_key(),
    };
    app.read(|session| session.command_for(press))
}

/// F6 walks through the regions of the page; Ctrl+/ lists the keys; undo and redo work wherever no text is typed.
pub fn listen(app: App) {
    let Some(document) = dom::document() else { return };
    dom::listen(&document, "keydown", move |event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        match event.key().as_str() {
            "F6" => {
                event.prevent_default();
                next_region(event.shift_key());
            }
            "/" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                app.shortcuts.set(true);
            }
            _ => undo_or_redo(app, &event),
        }
    });
}

/// Outside of the grid. Without this the browser would take back what was last typed into the grid's editor.
fn undo_or_redo(app: App, event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let is_text = |target: web_sys::Element| target.matches("input:not([type=range]), textarea").unwrap_or(false);
    if event.default_prevented() || target.is_some_and(is_text) {
        return;
    }
    if let Some(command @ (Command::Undo | Command::Redo)) = command_for(app, event) {
        event.prevent_default();
        app.dispatch(command);
    }
}

/// Toolbar, grid, answer: the next one after the region that has the keyboard.
fn next_region(back: bool) {
    // While another view is open, the grid cannot have the keyboard.
    const LEFT: &str = ".sheet-view:not([hidden]) #editor, .reading:not([hidden])";
    const REGIONS: [(&str, &str); 3] = [(".toolbar", "#title"), (".left", LEFT), (".answer", "#answer")];
    let Some(document) = dom::document() else { return };
    let active = document.active_element();
    let inside =
        |(region, _): &(&str, &str)| active.as_ref().is_some_and(|a| a.closest(region).ok().flatten().is_some());
    let here = REGIONS.iter().position(inside);
    let next = match (here, back) {
        (Some(here), false) => (here + 1) % REGIONS.len(),
        (Some(here), true) => (here + REGIONS.len() - 1) % REGIONS.len(),
        (None, _) => 1,
    };
    let target = REGIONS.get(next).and_then(|(_, target)| document.query_selector(target).ok().flatten());
    if let Some(target) = target.and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _ = target.focus();
    }
}

/// The list of all keys.
#[component]
pub fn Shortcuts() -> impl IntoView {
    let app = app();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    effect(move || {
        if let Some(dialog) = dialog.get()
            && app.shortcuts.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    let closed = move |_| {
        app.shortcuts.set(false);
        dom::focus_grid();
    };
    let fixed = [
        ("F6", "next part of the page: toolbar, grid, answer"),
        ("Ctrl+/", "this list"),
        ("Ctrl+C, Ctrl+X, Ctrl+V", "copy, cut, paste"),
    ];
    let line = |(keys, help): (String, &'static str)| view! { <dt>{keys}</dt><dd>{help}</dd> };
    let bound = KEYMAP.iter().map(|binding| (binding.press.label(), binding.help));
    let lines = bound.chain(fixed.map(|(keys, help)| (keys.to_owned(), help))).map(line);
    view! {
        <dialog node_ref=dialog id="shortcuts" class="shortcuts" aria-labelledby="shortcuts-title" on:close=on(closed)>
            <header>
                <h2 id="shortcuts-title">"Keys"</h2>
                <form method="dialog">
                    <button type="submit" class="quiet">"Close"</button>
                </form>
            </header>
            <dl>{lines.collect_view()}</dl>
        </dialog>
    }
}
