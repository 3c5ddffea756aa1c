//! The menu of files, and the file that a plan is saved to.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::app::App;
use super::file_access::{self, Refusal};
use super::menu_items::Item;
use super::notices::Notice;
use super::{dom, import, plans_dialog, versions};
use crate::file;
use crate::session::{Ask, Command, Mode, Session};

/// The lines of the menu.
pub fn items() -> Vec<Item> {
    vec![
        Item::page("new", "New …", |app| app.gallery.set(true)),
        Item::page("plans-open", "Plans …", plans_dialog::open),
        Item::page("versions-open", "Versions …", versions::open),
        Item::page("import", "Import …", import::pick),
        Item::page("merge-open", "Merge scenarios of a file …", import::pick_to_merge),
        Item::ask("save", "Save", Ask::Save).beginning(),
        Item::ask("save-as", "Save as …", Ask::SaveAs).only_if(file_access::can_save()),
    ]
}

/// Takes what is being typed, which belongs to whatever leaves; if it is refused, the sentence at the cell says why
/// nothing does.
pub fn is_committed(app: App) -> bool {
    app.dispatch(Command::Commit);
    let is_committed = app.read(Session::mode) == Mode::Ready;
    if !is_committed {
        dom::focus_grid();
    }
    is_committed
}

/// Name and text of the plan's file.
fn written(app: App) -> Option<(String, String)> {
    is_committed(app)
        .then(|| app.read(|session| (file_name(&session.document().title), file::write(session.document()))))
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

/// The name of a plan's file.
pub fn file_name(title: &str) -> String {
    name_for(title, "weighbridge.json")
}

/// A name every file system takes, made of a title and what the file is.
pub fn name_for(title: &str, ending: &str) -> String {
    let plain = title.chars().map(|c| if c.is_control() || " /\\:*?\"<>|.,;()".contains(c) { '-' } else { c });
    let words: Vec<String> =
        plain.collect::<String>().split('-').filter(|w| !w.is_empty()).map(str::to_owned).collect();
    let name: String = words.join("-").chars().take(60).collect();
    format!("{}.{ending}", if name.is_empty() { "plan" } else { &name })
}
