//! What comes from files: plans open beside the others; scenarios and sheets come into the open plan.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

use super::app::{App, app};
use super::erased::on;
use super::file_access::{self, Refusal};
use super::notices::Notice;
use super::{dom, merging};
use crate::export::csv;
use crate::file::{self, Import};
use crate::session::Command;

/// What is wanted of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Whatever it holds.
    All,
    /// Its scenarios, in the open plan.
    Scenarios,
}

/// What became of a file.
enum Taken {
    /// It is a plan, which is open now.
    Opened,
    /// It came into the open plan, or the dialog asks how: that has been said.
    Within,
}

impl Wanted {
    /// The id of the hidden field that picks such files.
    fn field(self) -> &'static str {
        match self {
            Self::All => "import-file",
            Self::Scenarios => "merge-file",
        }
    }
}

/// The hidden fields that pick files, where the browser has no other way.
#[component]
pub fn FilePickers() -> impl IntoView {
    let (csv, json) = (".json,.csv,application/json,text/csv", ".json,application/json");
    view! {
        {field(Wanted::All, csv, "Files to import: plans, scenarios, sheets")}
        {field(Wanted::Scenarios, json, "Files whose scenarios are merged")}
    }
}

fn field(wanted: Wanted, accept: &'static str, label: &'static str) -> AnyView {
    let app = app();
    let picked = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        if let Some(files) = input.files() {
            let files = (0..files.length()).filter_map(|index| files.get(index)).map(|file| (file, None)).collect();
            spawn_local(take_all(app, files, wanted));
        }
        // Picking the same file again must be a change.
        input.set_value("");
    };
    view! {
        <input
            id=wanted.field()
            class="out-of-sight"
            type="file"
            multiple={wanted == Wanted::All}
            accept=accept
            aria-label=label
            tabindex="-1"
            on:change=on(picked)
        />
    }
    .into_any()
}

/// Lets the user pick files to import.
pub fn pick(app: App) {
    pick_for(app, Wanted::All);
}

/// Lets the user pick a file whose scenarios come into the open plan.
pub fn pick_to_merge(app: App) {
    pick_for(app, Wanted::Scenarios);
}

fn pick_for(app: App, wanted: Wanted) {
    if !file_access::can_open() {
        if let Some(input) = dom::by_id::<HtmlInputElement>(wanted.field()) {
            input.click();
        }
        return;
    }
    spawn_local(async move {
        match file_access::pick_to_open(wanted == Wanted::All).await {
            Ok(files) => {
                take_all(app, files.into_iter().map(|(file, handle)| (file, Some(handle))).collect(), wanted).await;
            }
            Err(Refusal::Aborted) => {}
            Err(Refusal::Denied(reason)) => {
                app.notices.add(Notice::new(format!("The browser did not let the page open the file. {reason}")));
            }
        }
    });
}

/// Imports files; the last plan among them is then on the page.
pub fn import(app: App, files: Vec<File>) {
    spawn_local(take_all(app, files.into_iter().map(|file| (file, None)).collect(), Wanted::All));
}

async fn take_all(app: App, files: Vec<(File, Option<JsValue>)>, wanted: Wanted) {
    let (mut opened, mut within) = (Vec::new(), false);
    for (picked, handle) in files {
        let name = picked.name();
        match read(&picked).await.and_then(|text| take(app, &name, &text, handle, wanted)) {
            Ok(Taken::Opened) => opened.push(name),
            Ok(Taken::Within) => within = true,
            Err(reason) => {
                let message = format!("{name} was not imported; nothing was changed. {reason}");
                app.notices.add(Notice::new(message));
            }
        }
    }
    match opened.as_slice() {
        [] if !within => return,
        [] => {}
        [name] => app.said.set(format!("Imported {name}")),
        names => app.said.set(format!("Imported {} plans", names.len())),
    }
    app.gallery.set(false);
    app.plans.dialog.set(false);
    dom::focus_grid();
}

async fn read(picked: &File) -> Result<String, String> {
    if picked.size() > file::MAX_BYTES as f64 {
        return Err(file::FileError::TooLarge(picked.size() as usize).to_string());
    }
    let text = JsFuture::from(picked.text()).await.ok().and_then(|text| text.as_string());
    text.ok_or_else(|| "The browser could not read it.".into())
}

/// Takes the text of a file into the page. Here the kinds of files are told apart.
fn take(app: App, name: &str, text: &str, handle: Option<JsValue>, wanted: Wanted) -> Result<Taken, String> {
    if wanted == Wanted::All && name.to_ascii_lowercase().ends_with(".csv") {
        return take_sheet(app, name, text).map(|()| Taken::Within);
    }
    app.dispatch(Command::Commit);
    let import = app.read(|session| file::import(text, session.document())).map_err(|error| error.to_string())?;
    match import {
        Import::Plan(plan) if wanted == Wanted::Scenarios => {
            merging::take(app, name, &plan.scenarios, Some(&plan), true).map(|()| Taken::Within)
        }
        Import::Plan(plan) => {
            app.open_plan(*plan);
            app.plans.set_file(&app.plans.open_id(), handle);
            Ok(Taken::Opened)
        }
        Import::Scenario(scenario) => {
            merging::take(app, name, &[scenario], None, wanted == Wanted::Scenarios).map(|()| Taken::Within)
        }
    }
}

/// What was changed in a sheet that was exported goes into the plan in sight, as one step.
fn take_sheet(app: App, name: &str, text: &str) -> Result<(), String> {
    app.dispatch(Command::Commit);
    let writes = app.read(|session| csv::read_sheet(text, session.plan())).map_err(|problem| problem.to_string())?;
    let what = match writes.len() {
        0 => {
            app.said.set(format!("{name} changes nothing: its cells are as they are here"));
            return Ok(());
        }
        1 => format!("1 cell changed by {name}"),
        many => format!("{many} cells changed by {name}"),
    };
    let before = app.read(|session| session.document().clone());
    app.dispatch(Command::WriteValues(writes, what));
    if app.read(|session| *session.document() == before) {
        // A rule between inputs, such as a sum.
        return Err(app.said.text().get_untracked());
    }
    Ok(())
}
