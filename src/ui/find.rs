//! The bar that finds cells, over the upper right corner of the grid.

use leptos::ev::{Event, KeyboardEvent};
use leptos::prelude::*;

use super::app::{App, app};
use super::dom;
use super::erased::{effect, on, text};
use crate::session::{Command, Found};

/// Whether the bar is open.
#[derive(Debug, Clone, Copy)]
pub struct Find(RwSignal<bool>);

impl Find {
    /// Closed.
    pub fn new() -> Self {
        Self(RwSignal::new(false))
    }

    /// Whether it is open.
    pub fn is_open(self) -> bool {
        self.0.get_untracked()
    }

    /// Opens it, or gives it the keyboard again.
    pub fn open(self) {
        self.0.set(true);
    }
}

/// Closes the bar, if it is open, and ends the search.
pub fn close(app: App) {
    dom::focus_grid();
    app.dispatch(Command::Find(String::new()));
    app.find.0.set(false);
}

/// How many were found: "3 of 12". The session says the same.
fn count(found: &Found) -> String {
    match (found.cells.len(), found.current) {
        _ if found.query.is_empty() => String::new(),
        (0, _) => "Not found".into(),
        (all, Some(current)) => format!("{} of {all}", current + 1),
        (all, None) => format!("{all} found"),
    }
}

/// The bar.
#[component]
pub fn FindBar() -> impl IntoView {
    let app = app();
    let input = NodeRef::<leptos::html::Input>::new();
    effect(move || {
        if app.find.0.get() {
            dom::next_frame(move || {
                if let Some(input) = input.get_untracked() {
                    let _ = input.focus();
                    input.select();
                }
            });
        }
    });
    let found = text(move || app.on_any(|session| session.found().map(count).unwrap_or_default()));
    let key = move |event: KeyboardEvent| {
        if event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" => app.dispatch(Command::FindNext(if event.shift_key() { -1 } else { 1 })),
            "Escape" => close(app),
            "f" if event.ctrl_key() || event.meta_key() => app.find.open(),
            _ => return,
        }
        event.prevent_default();
    };
    let type_text = move |event: Event| app.dispatch(Command::Find(event_target_value(&event)));
    let go = move |step| on(move |_| app.dispatch(Command::FindNext(step)));
    view! {
        <div class="over-grid" hidden=move || !app.find.0.get()>
            <div class="find" id="find" role="search" aria-label="Find in this sheet" on:keydown=on(key)>
                <input node_ref=input id="find-text" type="text" aria-label="Find" autocomplete="off" spellcheck="false" on:input=on(type_text) />
                <span id="find-count">{found}</span>
                <button type="button" class="quiet" aria-label="Previous" title="Previous (Shift+Enter)" on:click=go(-1)>"↑"</button>
                <button type="button" class="quiet" aria-label="Next" title="Next (Enter)" on:click=go(1)>"↓"</button>
                <button type="button" class="quiet" aria-label="Close" title="Close (Escape)" on:click=on(move |_| close(app))>"✕"</button>
            </div>
        </div>
    }
}
