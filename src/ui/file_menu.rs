//! Export to a file and import from one.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

use super::app::{App, app};
use super::dom;
use super::erased::on;
use super::notices::Notice;
use crate::file;
use crate::session::{Command, Mode, Session};

/// The two buttons, and the hidden field that picks a file.
#[component]
pub fn FileButtons() -> impl IntoView {
    let app = app();
    let picker = NodeRef::<leptos::html::Input>::new();
    let pick = move |_| {
        if let Some(picker) = picker.get() {
            picker.click();
        }
    };
    let picked = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            spawn_local(import(app, file));
        }
        // Picking the same file again must be a change.
        input.set_value("");
    };
    view! {
        <button type="button" id="import" on:click=on(pick)>"Import"</button>
        <input
            node_ref=picker
            id="import-file"
            class="out-of-sight"
            type="file"
            accept=".json,application/json"
            aria-label="Plan file to import"
            tabindex="-1"
            on:change=on(picked)
        />
        <button type="button" id="export" on:click=on(move |_| export(app))>"Export"</button>
        <button type="button" id="results" title="Every number of the answer, as JSON" on:click=on(move |_| export_results(app))>
            "Results"
        </button>
    }
}

fn export(app: App) {
    // What is being typed belongs to the file; if it is refused, the sentence at the cell says why there is none.
    app.dispatch(Command::Commit);
    if app.read(Session::mode) != Mode::Ready {
        return dom::focus_grid();
    }
    let (title, text) = app.read(|session| (session.plan().title.clone(), file::write(session.plan())));
    if dom::download(&file_name(&title), &text, "application/json").is_err() {
        app.notices.add(Notice::new("The browser refused to make a file of the plan."));
    }
}

fn export_results(app: App) {
    app.dispatch(Command::Commit);
    if app.read(|session| !session.plan().faults().is_empty()) {
        app.notices.add(Notice::new("There are no results while a formula has an error; the answer lists them."));
        return;
    }
    let (title, text) = app.read(|session| {
        let plan = session.plan();
        (plan.title.clone(), file::results(plan, None, session.evaluation(), &session.warnings()))
    });
    let name = file_name(&title).replace(".weighbridge.json", ".results.json");
    if dom::download(&name, &text, "application/json").is_err() {
        app.notices.add(Notice::new("The browser refused to make a file of the results."));
    }
}

/// A name every file system takes.
pub fn file_name(title: &str) -> String {
    let plain = title.chars().map(|c| if c.is_control() || " /\\:*?\"<>|.,;()".contains(c) { '-' } else { c });
    let words: Vec<String> =
        plain.collect::<String>().split('-').filter(|w| !w.is_empty()).map(str::to_owned).collect();
    let name: String = words.join("-").chars().take(60).collect();
    format!("{}.weighbridge.json", if name.is_empty() { "plan" } else { &name })
}

async fn import(app: App, picked: File) {
    let name = picked.name();
    if picked.size() > file::MAX_BYTES as f64 {
        let error = file::FileError::TooLarge(picked.size() as usize);
        return refuse(app, &name, &error.to_string());
    }
    let text = JsFuture::from(picked.text()).await.ok().and_then(|text| text.as_string());
    match text.map(|text| file::read(&text)) {
        Some(Ok(plan)) => {
            app.dispatch(Command::Open(Box::new(plan), format!("Import of {name}")));
            app.said.set(format!("Imported {name}"));
            dom::focus_grid();
        }
        Some(Err(error)) => refuse(app, &name, &error.to_string()),
        None => refuse(app, &name, "The browser could not read it."),
    }
}

fn refuse(app: App, name: &str, reason: &str) {
    app.notices.add(Notice::new(format!("{name} was not imported; nothing was changed. {reason}")));
}
