//! The bar on top: the plan's title, the list of plans, files, undo, redo, theme, and whether the plan is safe.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::app::app;
use super::erased::{on, text};
use super::storage::Saved;
use super::{dom, import, menu, plans_dialog, scenarios, share};
use crate::session::{Command, Mode, Session, keys_of};

/// The bar on top.
#[component]
pub fn Toolbar() -> impl IntoView {
    let app = app();
    let title = text(move || app.on_plan(|session| session.plan().title.clone()));
    let rename = move |event: Event| {
        let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            app.dispatch(Command::Rename(input.value()));
            input.set_value(&title.get_untracked());
        }
    };
    let saved = text(move || {
        let words = match app.saved.get() {
            Saved::Nothing => "nothing to save yet",
            Saved::Yes => "saved in this browser",
            Saved::Soon => "saving …",
            Saved::No => "not saved",
            Saved::Blocked => "this browser keeps nothing: save a file before you leave",
        };
        words.into()
    });
    let send = move |command: Command| {
        app.dispatch(command);
        dom::focus_grid();
    };
    view! {
        <header class="toolbar">
            <h1>"Weighbridge"</h1>
            <input
                id="title"
                class="title"
                type="text"
                maxlength="200"
                aria-label="Title of the plan"
                prop:value=title
                prop:readOnly=app.ownership.is_reader
                on:change=on(rename)
            />
            <scenarios::Switch />
            <button type="button" id="plans-button" aria-haspopup="dialog" on:click=on(move |_| plans_dialog::open(app))>"Plans …"</button>
            {menu::button(app, menu::Of::File)}
            {menu::button(app, menu::Of::Export)}
            <button type="button" id="share-button" aria-haspopup="dialog" on:click=on(move |_| share::open(app))>"Share …"</button>
            <import::FilePickers />
            <button
                type="button"
                id="undo"
                aria-label="Undo"
                title=format!("Undo ({})", keys_of(&Command::Undo))
                disabled=move || {
                    let nothing = app.on_draft(Session::mode) == Mode::Ready && !app.on_plan(Session::can_undo);
                    app.ownership.is_reader.get() || nothing
                }
                on:click=on(move |_| send(Command::Undo))
            >
                "⟲"
            </button>
            <button
                type="button"
                id="redo"
                aria-label="Redo"
                title=format!("Redo ({})", keys_of(&Command::Redo))
                disabled=move || app.ownership.is_reader.get() || !app.on_plan(Session::can_redo)
                on:click=on(move |_| send(Command::Redo))
            >
                "⟳"
            </button>
            <span id="saved" class="saved" class:warn=move || matches!(app.saved.get(), Saved::No | Saved::Blocked)>
                {saved}
            </span>
            <button type="button" id="theme" class="quiet" title="Light, dark, or as the system says" on:click=on(move |_| app.theme.turn())>
                {text(move || format!("Theme: {}", app.theme.choice()))}
            </button>
        </header>
    }
}
