//! The Record view: the decision record as a page to write in, to print, and to take along as Markdown.

mod blocks;
mod field;

use leptos::prelude::*;

use super::app::{App, app};
use super::erased::{live, on, text};
use super::file_menu::file_name;
use super::notices::Notice;
use super::tabs::View;
use super::{dom, transfer};
use crate::export::markdown;
use crate::export::record::{DecisionRecord, FACTS, Field, SECTIONS};
use crate::model::Path;

/// The view; built when it is shown.
#[component]
pub fn Record() -> impl IntoView {
    let app = app();
    let is_open = Memo::new(move |_| app.view.get() == View::Record);
    view! {
        <div
            id="record"
            class="reading record"
            role="tabpanel"
            aria-labelledby="tab-record"
            tabindex="0"
            hidden=move || !is_open.get()
        >
            {live(move || is_open.get().then(|| document(app)).into_any())}
        </div>
    }
}

fn document(app: App) -> AnyView {
    // What takes long to work out comes a frame later: the view opens sooner.
    let rest = RwSignal::new(false);
    dom::next_frame(move || {
        dom::next_frame(move || {
            rest.try_set(true);
        });
    });
    let fact = |name: &&str| {
        let path = Path::from("decision").then(name);
        let field = app.read(|session| Field::of(session.document(), path))?;
        Some(view! { <label>{field.input.label}" "{field::view(app, &field)}</label> })
    };
    view! {
        <p class="actions">
            <button type="button" id="record-save" on:click=on(move |_| save(app))>"Save as Markdown"</button>
            <button type="button" id="record-copy" on:click=on(move |_| copy(app))>"Copy as Markdown"</button>
            <button type="button" id="record-print" on:click=on(move |_| print())>"Print"</button>
        </p>
        <h2>"Decision record: "{text(move || app.on_plan(|session| session.document().title.clone()))}</h2>
        <p class="facts">{FACTS.iter().filter_map(fact).collect_view()}</p>
        {live(move || rest.get().then(|| sections(app)).into_any())}
    }
    .into_any()
}

fn sections(app: App) -> AnyView {
    let record = Memo::new(move |_| app.on_settled(|session| DecisionRecord::of(session.document())));
    let section = |id: &'static str| {
        // What is written into a field changes nothing around it: the field beside it, which may have the keyboard by
        // then, stays.
        let shape = Memo::new(move |_| {
            record.with(|record| record.sections.iter().find(|section| section.id == id).map(|own| own.without_words()))
        });
        live(move || shape.with(|section| section.as_ref().map(|section| blocks::section(app, section)).into_any()))
    };
    let footer = record.with_untracked(|record| record.footer.clone());
    view! {
        {SECTIONS.map(section).collect_view()}
        <footer>{footer.into_iter().map(|line| view! { <p class="about">{line}</p> }).collect_view()}</footer>
    }
    .into_any()
}

/// Name and text of the file.
fn file(app: App) -> (String, String) {
    app.read(|session| {
        let record = DecisionRecord::of(session.document());
        (file_name(&record.title).replace(".weighbridge.json", ".record.md"), markdown(&record))
    })
}

fn save(app: App) {
    let (name, text) = file(app);
    if dom::download(&name, &text, "text/markdown").is_err() {
        app.notices.add(Notice::new("The browser refused to make a file of the decision record."));
    }
}

fn copy(app: App) {
    transfer::copy_and_say(app, "the decision record, as Markdown".into(), file(app).1);
}

/// Only what the style sheet leaves is printed: the record.
fn print() {
    if let Some(window) = dom::window() {
        let _ = window.print();
    }
}
