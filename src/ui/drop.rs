//! Files that are dropped on the page, wherever.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event};

use super::app::{App, app};
use super::notices::Notice;
use super::{dom, import};

fn carried(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<DragEvent>()?.data_transfer()
}

fn has_files(data: &DataTransfer) -> bool {
    data.types().iter().any(|kind| kind.as_string().as_deref() == Some("Files"))
}

/// Text may be dragged into fields, as everywhere.
fn is_over_field(event: &Event) -> bool {
    dom::target(event).is_some_and(|target| target.matches("input, textarea").unwrap_or(false))
}

/// Whether the page has to do with what is dragged.
fn is_ours(event: &Event, data: &DataTransfer) -> bool {
    has_files(data) || !is_over_field(event)
}

/// Takes part in dragging for as long as the page lives.
pub fn listen(app: App) {
    let Some(document) = dom::document() else { return };
    for kind in ["dragenter", "dragover"] {
        dom::listen(&document, kind, move |event| {
            let Some(data) = carried(&event) else { return };
            if is_ours(&event, &data) {
                // Else the browser would leave the page and show the file.
                event.prevent_default();
            }
            if has_files(&data) && !app.dropping.get_untracked() {
                app.dropping.set(true);
            }
        });
    }
    dom::listen(&document, "dragleave", move |event| {
        // Between two elements of the page there is one that is entered.
        if event.dyn_ref::<DragEvent>().is_some_and(|event| event.related_target().is_none()) {
            app.dropping.set(false);
        }
    });
    dom::listen(&document, "drop", move |event| {
        app.dropping.set(false);
        let Some(data) = carried(&event) else { return };
        if !is_ours(&event, &data) {
            return;
        }
        event.prevent_default();
        let files: Vec<_> =
            data.files().iter().flat_map(|files| (0..files.length()).filter_map(|index| files.get(index))).collect();
        if files.is_empty() {
            app.notices.add(Notice::new("Nothing was opened: only plan files can be dropped here."));
        } else {
            import::import(app, files);
        }
    });
}

/// Says what a drop would do, while files are over the page.
#[component]
pub fn Overlay() -> impl IntoView {
    let app = app();
    view! {
        <div id="drop" class="drop" aria-hidden="true" hidden=move || !app.dropping.get()>
            <p>"Drop files: plans open beside this one, scenarios and sheets come into it"</p>
        </div>
    }
}
