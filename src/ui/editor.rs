//! The one input of the grid. It is always mounted and has the keyboard whenever the grid has, so that the
//! browser itself puts the first character in, composed ones too.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::app::app;
use super::dom;
use super::erased::{effect, on, text};
use crate::session::{Command, Mode, Session};

/// The input over the selected cell, and the sentence under it when its text is refused.
#[component]
pub fn Editor() -> impl IntoView {
    let app = app();
    let input = NodeRef::<leptos::html::Input>::new();
    let mode = move || app.on_draft(Session::mode);
    let problem = text(move || app.on_draft(|session| session.draft().problem.clone().unwrap_or_default()));
    let class = text(move || {
        let refused = if problem.with(String::is_empty) { "" } else { " refused" };
        format!("selection{}{refused}", if mode() == Mode::Ready { "" } else { " typing" })
    });
    let label = text(move || {
        app.on_draft(|_| ());
        app.on_plan(|_| ());
        app.on_selection(Session::selected_label)
    });
    let cell = text(move || {
        let at = app.on_selection(Session::selection);
        super::grid::cell_id(at.row, at.column)
    });
    let keyboard = text(move || if mode() == Mode::Ready { "none".into() } else { "text".into() });
    effect(move || {
        let (mode, text) = app.on_draft(|session| (session.mode(), session.draft().text.clone()));
        let Some(input) = input.get() else { return };
        // Writing an equal value would end a composition that is under way.
        if input.value() != text {
            input.set_value(&text);
        }
        if mode == Mode::Edit && !dom::grid_has_focus() {
            dom::focus_grid();
        }
    });
    let on_input = move |event: Event| {
        let typed = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = typed {
            app.dispatch(Command::Type(input.value()));
            // A cell that takes no text leaves none behind.
            if app.read(Session::mode) == Mode::Ready {
                input.set_value("");
            }
        }
    };
    view! {
        <div class=class id="selection">
            <input
                node_ref=input
                id=dom::EDITOR
                type="text"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                inputmode=keyboard
                aria-label=label
                aria-describedby="grid-help problem"
                aria-invalid=text(move || (!problem.with(String::is_empty)).to_string())
                aria-activedescendant=cell
                aria-controls="sheet"
                on:input=on(on_input)
            />
            <div id="problem" class="problem" role="alert">
                {problem}
            </div>
        </div>
    }
}
