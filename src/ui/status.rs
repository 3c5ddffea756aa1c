//! The bar at the foot of the page: what the keyboard means, and figures about the selected cells.

use leptos::prelude::*;

use super::app::{App, app};
use super::erased::{live, on, text};
use super::{dom, transfer};
use crate::session::{Session, Statistics};

fn figures(app: App, statistics: Statistics) -> AnyView {
    if statistics.count < 2 {
        return ().into_any();
    }
    let button = |(name, value): (&'static str, String)| {
        let copied = value.clone();
        let copy = move |_| {
            transfer::copy_figure(app, name, copied.clone());
            dom::focus_grid();
        };
        view! {
            <button type="button" class="quiet" title=format!("Copy {value}") data-figure=name on:click=on(copy)>
                {format!("{name} {value}")}
            </button>
        }
    };
    let buttons: Vec<_> = statistics.figures.into_iter().map(button).collect();
    view! { <span>{format!("{} cells", statistics.count)}</span> {buttons} }.into_any()
}

/// The bar.
#[component]
pub fn Status() -> impl IntoView {
    let app = app();
    let mode = text(move || format!("{:?}", app.on_draft(Session::mode)));
    let shape = text(move || app.on_any(|session| session.selected_shape().unwrap_or_default()));
    let said = app.said.text();
    let statistics = Memo::new(move |_| app.on_any(Session::statistics));
    view! {
        <footer class="status">
            <span id="mode">{mode}</span>
            <span id="shape">{shape}</span>
            <span class="figures" id="statistics" role="group" aria-label="Figures of the selection">
                {live(move || figures(app, statistics.get()))}
            </span>
            <span class="said" aria-hidden="true">{said}</span>
            <super::offline::OfflineState />
            <span class="estimates">"Some defaults come from an article by a company that sells Go development (grade V)."</span>
            <button type="button" class="quiet" on:click=on(move |_| app.shortcuts.set(true))>"Keys"</button>
        </footer>
    }
}
