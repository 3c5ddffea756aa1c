//! The bar over the grid: the path and full text of the selected cell, where its value comes from, and the way back.

use leptos::prelude::*;

use super::app::app;
use super::erased::{live, on, text};
use super::{dom, trace};
use crate::model::Path;
use crate::session::{Command, Session};
use crate::sheet::{Cell, Provenance};

/// The bar over the grid.
#[component]
pub fn Inspector() -> impl IntoView {
    let app = app();
    let follow = move || {
        app.on_plan(|_| ());
        app.on_selection(|_| ());
    };
    let path = text(move || {
        follow();
        app.read(|session| session.selected().path().map_or(String::new(), ToString::to_string))
    });
    let shown = text(move || {
        follow();
        app.read(|session| session.selected_text().unwrap_or_default())
    });
    let about = text(move || {
        follow();
        app.read(|session| session.tooltip(session.selection()).replace('\n', " "))
    });
    let badge = text(move || {
        follow();
        app.read(|session| match (session.selected(), session.selected_provenance()) {
            (Cell::Computed(_), _) => "computed".to_owned(),
            (_, Some(Provenance::Yours(_))) => "yours".to_owned(),
            (_, Some(provenance)) => provenance.letter().unwrap_or_default().to_owned(),
            _ => String::new(),
        })
    });
    let default = move || {
        follow();
        app.read(Session::selected_default)
    };
    let reset = move |_| {
        if let Some(path) = app.read(|session| session.selected_input().cloned()) {
            app.dispatch(Command::Reset(path));
        }
        dom::focus_grid();
    };
    let result = Memo::new(move |_| {
        follow();
        app.read(|session| session.selected_result().cloned())
    });
    let show_how = move |path: Path| {
        view! {
            <button type="button" id="show-how" class="quiet" on:click=on(move |_| trace::open(app, path.clone()))>
                "Show how"
            </button>
        }
    };
    view! {
        <div class="inspector" id="inspector" role="region" aria-label="Selected cell" tabindex="0">
            <div class="formula">
                <span class="fx" aria-hidden="true">"fx"</span>
                <code id="selected-path">{path}</code>
                <span aria-hidden="true">"="</span>
                <span id="selected-text">{shown}</span>
                {live(move || {
                    let button = |default| {
                        view! {
                            <button type="button" id="reset" class="quiet" on:click=on(reset)>
                                {format!("Reset to {default}")}
                            </button>
                        }
                    };
                    default().map(button).into_any()
                })}
                {live(move || result.get().map(show_how).into_any())}
            </div>
            <p class="about">
                <span class="badge" id="selected-grade">{badge}</span>
                <span id="selected-about">{about}</span>
            </p>
        </div>
    }
}
