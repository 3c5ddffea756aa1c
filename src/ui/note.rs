//! The note on an input: what to remember about it, and where its number comes from.

use leptos::prelude::*;

use super::app::{App, app};
use super::dom;
use super::erased::{effect, on, text};
use crate::model::{Note, Path};
use crate::session::{Command, Session};
use crate::sheet::Address;

/// The input whose note is open.
#[derive(Debug, Clone, Copy)]
pub struct NoteOf(RwSignal<Option<Path>>);

impl NoteOf {
    /// None.
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Opens the note of the selected input; a result has none.
    pub fn open(self, app: App) {
        app.dispatch(Command::Commit);
        match app.read(|session| session.selected_input().cloned()) {
            Some(path) => self.0.set(Some(path)),
            None => app.said.set("Only an input can have a note".into()),
        }
    }
}

fn name_of(session: &Session) -> String {
    let at = session.selection();
    let grid = session.grid();
    let row = grid.rows.get(at.row).map_or("", |row| row.label.as_str());
    let column = grid.columns.get(at.column).map_or("", |column| column.label.as_str());
    format!("Note on {row}, {column}")
}

/// The dialog.
#[component]
pub fn NoteDialog() -> impl IntoView {
    let app = app();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let words = NodeRef::<leptos::html::Textarea>::new();
    let source = NodeRef::<leptos::html::Input>::new();
    effect(move || {
        let (Some(path), Some(dialog)) = (app.note.0.get(), dialog.get_untracked()) else { return };
        let note = app
            .read(|session| session.document().notes.get(Address::of(&path).path.as_str()).cloned())
            .unwrap_or_default();
        if let (Some(words), Some(source)) = (words.get_untracked(), source.get_untracked()) {
            words.set_value(&note.text);
            source.set_value(&note.source);
        }
        if !dialog.open() {
            let _ = dialog.show_modal();
        }
        dom::focus("note-text");
    });
    let closed = move |_| {
        app.note.0.set(None);
        dom::focus_grid();
    };
    let write = move |note: Note| {
        if let Some(path) = app.note.0.get_untracked() {
            app.dispatch(Command::Note(path, note));
        }
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let save = move |_| {
        if let (Some(words), Some(source)) = (words.get_untracked(), source.get_untracked()) {
            write(Note { text: words.value().trim().to_owned(), source: source.value().trim().to_owned() });
        }
    };
    let title = text(move || if app.note.0.get().is_some() { app.read(name_of) } else { "Note".into() });
    view! {
        <dialog node_ref=dialog id="note" class="note" aria-labelledby="note-title" on:close=on(closed)>
            <header>
                <h2 id="note-title">{title}</h2>
                <form method="dialog">
                    <button type="submit" class="quiet">"Cancel"</button>
                </form>
            </header>
            <label>"Note" <textarea node_ref=words id="note-text" aria-label="Note" rows="4" maxlength="2000" prop:readOnly=app.ownership.is_reader></textarea></label>
            <label>"Source" <input node_ref=source id="note-source" aria-label="Source" type="text" maxlength="500" autocomplete="off" prop:readOnly=app.ownership.is_reader /></label>
            <p class="buttons">
                <button type="button" id="note-save" prop:disabled=app.ownership.is_reader on:click=on(save)>"Save"</button>
                <button type="button" id="note-remove" class="quiet" prop:disabled=app.ownership.is_reader on:click=on(move |_| write(Note::default()))>"Remove"</button>
            </p>
        </dialog>
    }
}
