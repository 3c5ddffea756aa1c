//! Keys that work anywhere on the page, and the list of all keys, drawn from the keymap itself.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::app::{App, app};
use super::dom;
use super::erased::{effect, on};
use crate::session::{Ask, Binding, Command, KEYMAP, Key, KeyPress, Part};

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

/// Keys that work anywhere on the page: the next part of it, the list of keys; undo and redo where no text is typed.
pub fn listen(app: App) {
    let Some(document) = dom::document() else { return };
    dom::listen(&document, "keydown", move |event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        // The grid has answered.
        if event.default_prevented() {
            return;
        }
        let command = command_for(app, &event);
        let is_for_all = match command {
            Some(Command::Ask(Ask::Keys | Ask::NextRegion | Ask::PreviousRegion | Ask::Save | Ask::SaveAs)) => true,
            Some(Command::Undo | Command::Redo) => !is_typed_into(&event),
            _ => false,
        };
        if let Some(command) = command.filter(|_| is_for_all) {
            event.prevent_default();
            app.dispatch(command);
        }
    });
}

/// In a field of its own the browser takes back what was typed. In the grid's editor it would take back what was last
/// typed there, so the grid answers itself, before this.
fn is_typed_into(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.matches("input:not([type=range]), textarea").unwrap_or(false))
}

/// Toolbar, grid, answer: the next one after the region that has the keyboard.
pub fn next_region(back: bool) {
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
    let part = |part: Part| {
        let line = |binding: &Binding| view! { <dt>{binding.press.label()}</dt><dd>{binding.help}</dd> };
        let lines: Vec<_> = KEYMAP.iter().filter(|binding| binding.part == part).map(line).collect();
        view! { <section><h3>{part.label()}</h3><dl>{lines}</dl></section> }
    };
    view! {
        <dialog node_ref=dialog id="shortcuts" class="shortcuts" aria-labelledby="shortcuts-title" on:close=on(closed)>
            <header>
                <h2 id="shortcuts-title">"Keys"</h2>
                <form method="dialog">
                    <button type="submit" class="quiet">"Close"</button>
                </form>
            </header>
            <div class="parts">{Part::ALL.map(part).collect_view()}</div>
        </dialog>
    }
}
