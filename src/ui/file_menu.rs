//! The menu of files: plans come from files and go into files.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};

use super::app::{App, app};
use super::erased::on;
use super::file_access::{self, Refusal};
use super::menu_items::Item;
use super::notices::Notice;
use super::{dom, plans_dialog, versions};
use crate::file;
use crate::session::{Ask, Command, Mode, Session};

/// The lines of the menu.
pub fn items() -> Vec<Item> {
    vec![
        Item::page("new", "New …", |app| app.gallery.set(true)),
        Item::page("plans-open", "Plans …", plans_dialog::open),
        Item::page("versions-open", "Versions …", versions::open),
        Item::page("import", "Import …", pick),
        Item::ask("save", "Save", Ask::Save).beginning(),
        Item::ask("save-as", "Save as …", Ask::SaveAs).only_if(file_access::can_save()),
        Item::page("export", "Export plan (JSON)", export).beginning(),
        Item::page("results", "Export results (JSON)", export_results),
    ]
}

/// The hidden field that picks files, where the browser has no other way.
#[component]
pub fn FilePicker() -> impl IntoView {
    let app = app();
    let picked = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
        if let Some(files) = input.files() {
            import(app, (0..files.length()).filter_map(|index| files.get(index)).collect());
        }
        // Picking the same file again must be a change.
        input.set_value("");
    };
    view! {
        <input
            id="import-file"
            class="out-of-sight"
            type="file"
            multiple
            accept=".json,application/json"
            aria-label="Plan files to import"
            tabindex="-1"
            on:change=on(picked)
        />
    }
}

/// Lets the user pick files to import.
pub fn pick(app: App) {
    if !file_access::can_open() {
        if let Some(input) = dom::by_id::<HtmlInputElement>("import-file") {
            input.click();
        }
        return;
    }
    spawn_local(async move {
        match file_access::pick_to_open().await {
            Ok(files) => import_all(app, files.into_iter().map(|(file, handle)| (file, Some(handle))).collect()).await,
            Err(Refusal::Aborted) => {}
            Err(Refusal::Denied(reason)) => {
                app.notices.add(Notice::new(format!("The browser did not let the page open the file. {reason}")));
            }
        }
    });
}

/// Opens each of these files as a new plan; the last one is then on the page.
pub fn import(app: App, files: Vec<File>) {
    spawn_local(import_all(app, files.into_iter().map(|file| (file, None)).collect()));
}

async fn import_all(app: App, files: Vec<(File, Option<JsValue>)>) {
    let mut imported = Vec::new();
    for (picked, handle) in files {
        let name = picked.name();
        match read(&picked).await.and_then(|text| take(app, &text, handle)) {
            Ok(()) => imported.push(name),
            Err(reason) => {
                let message = format!("{name} was not imported; nothing was changed. {reason}");
                app.notices.add(Notice::new(message));
            }
        }
    }
    match imported.as_slice() {
        [] => return,
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
fn take(app: App, text: &str, handle: Option<JsValue>) -> Result<(), String> {
    let plan = file::read(text).map_err(|error| error.to_string())?;
    app.open_plan(plan);
    app.plans.set_file(&app.plans.open_id(), handle);
    Ok(())
}

/// Name and text of the plan's file. What is being typed belongs to it; if that is refused, the sentence at the cell says
/// why there is none.
fn written(app: App) -> Option<(String, String)> {
    app.dispatch(Command::Commit);
    if app.read(Session::mode) != Mode::Ready {
        dom::focus_grid();
        return None;
    }
    Some(app.read(|session| (file_name(&session.document().title), file::write(session.document()))))
}

fn export(app: App) {
    if let Some((name, text)) = written(app) {
        download(app, &name, &text);
    }
}

fn download(app: App, name: &str, text: &str) {
    if dom::download(name, text, "application/json").is_err() {
        app.notices.add(Notice::new("The browser refused to make a file of the plan."));
    }
}

/// Saves the plan into its file, or asks for one: if it has none yet, or if another one is wanted. Where pages cannot
/// write files, it is downloaded.
pub fn save(app: App, another: bool) {
    let Some((name, text)) = written(app) else { return };
    if !file_access::can_save() {
        return download(app, &name, &text);
    }
    let id = app.plans.open_id();
    let known = app.plans.file_of(&id).filter(|_| !another);
    spawn_local(async move {
        match save_to(known, &name, &text).await {
            Ok(handle) => {
                app.said.set(format!("Saved to {}", file_access::name_of(&handle)));
                app.plans.set_file(&id, Some(handle));
            }
            Err(Refusal::Aborted) => {}
            Err(Refusal::Denied(reason)) => {
                // The file may be gone: the next time asks again.
                app.plans.set_file(&id, None);
                let message = format!("The plan was not saved to a file: the browser did not allow it. {reason}");
                app.notices.add(Notice::new(message.trim_end()).with_file(name, text));
            }
        }
    });
}

async fn save_to(known: Option<JsValue>, name: &str, text: &str) -> Result<JsValue, Refusal> {
    let handle = match known {
        Some(handle) => handle,
        None => file_access::pick_to_save(name).await?,
    };
    file_access::write(&handle, text).await?;
    Ok(handle)
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
