//! The one input of the grid. It is always mounted and has the keyboard whenever the grid has, so that the
//! browser itself puts the first character in, composed ones too.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::app::app;
use super::dom;
use crate::session::{Command, Mode, Session};

/// The input over the selected cell, and the sentence under it when its text is refused.
#[component]
pub fn Editor() -> impl IntoView {
    let app = app();
    let input = NodeRef::<leptos::html::Input>::new();
    let mode = move || app.on_draft(Session::mode);
    let problem = move || app.on_draft(|session| session.draft().problem.clone());
    Effect::new(move |_| {
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
        <div
            class="selection"
            id="selection"
            class:typing=move || mode() != Mode::Ready
            class:refused=move || problem().is_some()
        >
            <input
                node_ref=input
                id=dom::EDITOR
                type="text"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                inputmode=move || if mode() == Mode::Ready { "none" } else { "text" }
                aria-label=move || {
                    app.on_draft(|_| ());
                    app.on_plan(|_| ());
                    app.on_selection(Session::selected_label)
                }
                aria-describedby="grid-help problem"
                aria-invalid=move || problem().is_some().to_string()
                aria-activedescendant=move || {
                    let at = app.on_selection(Session::selection);
                    super::grid::cell_id(at.row, at.column)
                }
                aria-controls="sheet"
                on:input=on_input
            />
            <div id="problem" class="problem" role="alert">
                {problem}
            </div>
        </div>
    }
}
