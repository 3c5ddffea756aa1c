//! The one input of the grid. It is always mounted and has the keyboard whenever the grid has, so that the
//! browser itself puts the first character in, composed ones too.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::app::{App, app};
use super::dom;
use super::erased::{effect, on, text};
use super::suggest::{Suggestions, option_id};
use crate::session::{Command, Mode, Session};

/// The byte of a text before its UTF-16 unit with this number: browsers count in units.
fn byte_of(text: &str, unit: usize) -> usize {
    let mut units = 0;
    let past = |(_, c): &(usize, char)| {
        let before = units;
        units += c.len_utf16();
        before >= unit
    };
    text.char_indices().find(past).map_or(text.len(), |(byte, _)| byte)
}

/// The number of the UTF-16 unit at a byte of a text.
fn unit_of(text: &str, byte: usize) -> usize {
    text.char_indices().take_while(|(at, _)| *at < byte).map(|(_, c)| c.len_utf16()).sum()
}

fn caret_of(input: &HtmlInputElement, text: &str) -> usize {
    let unit = input.selection_end().ok().flatten().and_then(|unit| usize::try_from(unit).ok());
    unit.map_or(text.len(), |unit| byte_of(text, unit))
}

/// Tells the session where the caret has gone.
fn caret_moved(app: App, input: &HtmlInputElement) {
    let text = input.value();
    let caret = caret_of(input, &text);
    // Between a command and the next turn the input may still hold another text.
    let is_news = app.read(|session| {
        let draft = session.draft();
        session.mode() != Mode::Ready && draft.text == text && draft.caret != caret
    });
    if is_news {
        app.dispatch(Command::Caret(caret));
    }
}

fn typed(app: App, input: &HtmlInputElement) {
    let text = input.value();
    let caret = caret_of(input, &text);
    app.dispatch(Command::TypeAt(text, caret));
    // A cell that takes no text leaves none behind.
    if app.read(Session::mode) == Mode::Ready {
        input.set_value("");
    }
}

/// Puts a text that the session has changed into the input, and the caret where it belongs.
fn show_draft(input: &HtmlInputElement, text: &str, caret: usize) {
    // Writing an equal value would end a composition that is under way, and lose what is selected.
    if input.value() != text {
        input.set_value(text);
        if let Ok(unit) = u32::try_from(unit_of(text, caret)) {
            let _ = input.set_selection_range(unit, unit);
        }
    }
}

/// The input over the selected cell, and the sentence under it when its text is refused.
#[component]
pub fn Editor() -> impl IntoView {
    let app = app();
    let input = NodeRef::<leptos::html::Input>::new();
    let composing = StoredValue::new(false);
    let mode = move || app.on_draft(Session::mode);
    let problem = text(move || app.on_draft(|session| session.draft().problem.clone().unwrap_or_default()));
    let class = text(move || {
        let refused = if problem.with(String::is_empty) { "" } else { " refused" };
        let elsewhere = if app.on_any(|session| session.edited_elsewhere().is_some()) { " elsewhere" } else { "" };
        let formula = if app.on_draft(|session| session.draft().text.starts_with('=')) { " formula" } else { "" };
        format!("selection{}{formula}{refused}{elsewhere}", if mode() == Mode::Ready { "" } else { " typing" })
    });
    let label = text(move || {
        app.on_draft(|_| ());
        app.on_plan(|_| ());
        app.on_selection(Session::selected_label)
    });
    // While something is suggested, the marked line is what the keyboard is at.
    let marked = Memo::new(move |_| app.on_draft(|session| session.suggestions().1));
    let active = text(move || {
        let at = app.on_selection(Session::selection);
        marked.get().map_or_else(|| super::grid::cell_id(at.row, at.column), option_id)
    });
    let keyboard = text(move || if mode() == Mode::Ready { "none".into() } else { "text".into() });
    effect(move || {
        let (mode, text, caret) =
            app.on_draft(|session| (session.mode(), session.draft().text.clone(), session.draft().caret));
        let Some(input) = input.get() else { return };
        if !composing.get_value() {
            show_draft(&input, &text, caret);
        }
        if mode == Mode::Edit && !dom::grid_has_focus() {
            dom::focus_grid();
        }
    });
    let with_input = move |act: fn(App, &HtmlInputElement)| {
        if let Some(input) = input.get_untracked() {
            act(app, &input);
        }
    };
    // Also for a caret that a mouse or a finger has moved.
    if let Some(document) = dom::document() {
        dom::listen(&document, "selectionchange", move |_| {
            if dom::grid_has_focus() && !composing.get_value() {
                with_input(caret_moved);
            }
        });
    }
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
                aria-autocomplete="list"
                aria-activedescendant=active
                aria-controls="sheet suggestions"
                on:input=on(move |_| with_input(typed))
                on:keyup=on(move |_| with_input(caret_moved))
                on:compositionstart=on(move |_| composing.set_value(true))
                on:compositionend=on(move |_| composing.set_value(false))
            />
            <div id="problem" class="problem" role="alert">
                {problem}
            </div>
            <Suggestions />
        </div>
    }
}
