//! The names and functions that may be meant where the caret is, in a list under the editor.

use leptos::ev::PointerEvent;
use leptos::prelude::*;

use super::app::{App, app};
use super::dom;
use super::erased::{effect, live, on};
use crate::session::{Command, Session, Suggestion};

/// The id of a line of the list.
pub fn option_id(index: usize) -> String {
    format!("suggestion-{index}")
}

fn options(suggestions: Vec<Suggestion>, marked: Option<usize>) -> AnyView {
    let option = |(index, suggestion): (usize, Suggestion)| {
        view! {
            <li role="option" id=option_id(index) data-index=index aria-selected=(marked == Some(index)).to_string()>
                <b>{suggestion.name}</b>
                " "
                <span>{suggestion.help}</span>
            </li>
        }
    };
    suggestions.into_iter().enumerate().map(option).collect_view().into_any()
}

fn complete(app: App, event: &PointerEvent) {
    // The editor keeps the keyboard.
    event.prevent_default();
    let line = dom::target(event).and_then(|target| target.closest("[data-index]").ok().flatten());
    if let Some(index) = line.and_then(|line| dom::data_number(&line, "data-index")) {
        app.dispatch(Command::Complete(Some(index)));
        dom::focus_grid();
    }
}

/// The list; hidden while nothing is suggested.
#[component]
pub fn Suggestions() -> impl IntoView {
    let app = app();
    let shown = Memo::new(move |_| app.on_draft(Session::suggestions));
    effect(move || {
        let (_, marked) = shown.get();
        // The line is there after this turn.
        dom::next_frame(move || {
            if let Some(line) = marked.and_then(|marked| dom::by_id::<web_sys::Element>(&option_id(marked))) {
                dom::bring_in_sight(&line);
            }
        });
    });
    view! {
        <ul
            id="suggestions"
            class="suggestions"
            role="listbox"
            aria-label="Names and functions"
            hidden=move || shown.with(|(suggestions, _)| suggestions.is_empty())
            on:pointerdown=on(move |event| complete(app, &event))
        >
            {live(move || {
                let (suggestions, marked) = shown.get();
                options(suggestions, marked)
            })}
        </ul>
    }
}
