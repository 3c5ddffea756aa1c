//! The bar over the grid: the path and full text of the selected cell, where its value comes from, and the way back.

use leptos::prelude::*;

use super::app::app;
use super::erased::{live, on, text};
use super::{dom, trace};
use crate::model::Path;
use crate::session::{Command, Mode, Session};
use crate::sheet::{Cell, Provenance};

/// The text of the selected cell; while one is typed, that, its names in the colours of their cells.
fn shown_text(session: &Session) -> AnyView {
    if session.mode() == Mode::Ready {
        return session.selected_text().unwrap_or_default().into_any();
    }
    let text = session.draft().text.as_str();
    let mut views = Vec::new();
    let mut end = 0;
    for name in session.colored() {
        let (Some(before), Some(named)) = (text.get(end..name.span.start), text.get(name.span.clone())) else { break };
        views.push(before.to_owned().into_any());
        views.push(
            view! { <span data-color=name.color % 6 data-number=name.color + 1>{named.to_owned()}</span> }.into_any(),
        );
        end = name.span.end;
    }
    views.push(text.get(end..).unwrap_or_default().to_owned().into_any());
    views.into_any()
}

/// An input of the base has one name, wherever it stands.
pub fn shown_path(path: &str) -> &str {
    path.strip_prefix("base.").unwrap_or(path)
}

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
        app.on_draft(|session| {
            let edited = session.edited_elsewhere().map(|(_, path)| path);
            let path = edited.or_else(|| session.selected().path());
            path.map_or(String::new(), |path| shown_path(path.as_str()).to_owned())
        })
    });
    let shown = live(move || {
        follow();
        app.on_draft(shown_text)
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
