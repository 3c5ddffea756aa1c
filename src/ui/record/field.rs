//! The user's own words in the record, to be written in place. Each change is one step; while it is typed, the keys,
//! undo among them, are the browser's.

use js_sys::Reflect;
use leptos::ev::Event;
use leptos::prelude::*;

use super::super::app::App;
use super::super::dom;
use super::super::erased::{on, text};
use crate::export::record::Field;
use crate::model::{Kind, Path, Value};
use crate::session::{Command, Session};

/// Longer texts than this have a field of several lines.
const ONE_LINE: usize = 200;

fn words(session: &Session, path: &Path) -> String {
    match session.document().get(path) {
        Some(Value::Text(text)) => text,
        _ => String::new(),
    }
}

/// The field, what else is noted there, and its words once more for the printer, which cuts off what scrolls.
pub fn view(app: App, field: &Field) -> AnyView {
    let (path, name) = (field.path.clone(), field.name.clone());
    let id = format!("record-{}", path.as_str().replace('.', "-"));
    let followed = path.clone();
    let value = text(move || app.on_plan(|session| words(session, &followed)));
    let label = name.clone();
    let start = app.read(|session| words(session, &path));
    let change = on(move |event: Event| write(app, &path, &name, &event));
    let control = match field.input.kind {
        Kind::Choice(words) => {
            let option = |word: &&'static str| view! { <option value=*word selected=*word == start>{*word}</option> };
            let options: Vec<_> = words.iter().map(option).collect();
            view! { <select id=id aria-label=label prop:value=value prop:disabled=app.ownership.is_reader on:change=change>{options}</select> }.into_any()
        }
        Kind::Text(most) if most > ONE_LINE => view! {
            <textarea id=id aria-label=label rows="2" maxlength=most.to_string() prop:value=value prop:readOnly=app.ownership.is_reader on:change=change></textarea>
        }
        .into_any(),
        kind => {
            let (form, most) = match kind {
                Kind::Day(_) => ("date", ONE_LINE),
                Kind::Text(most) => ("text", most),
                _ => ("text", ONE_LINE),
            };
            view! {
                <input id=id type=form aria-label=label maxlength=most.to_string() autocomplete="off" prop:value=value prop:readOnly=app.ownership.is_reader on:change=change />
            }
            .into_any()
        }
    };
    let notes: Vec<_> = field.notes.iter().map(|note| view! { <small>{note.clone()}</small> }).collect();
    view! {
        <span class="written">
            {control}
            <span class="printed">{value}</span>
            {notes}
        </span>
    }
    .into_any()
}

/// Takes what a field holds now; one that is refused goes back to what it was.
fn write(app: App, path: &Path, name: &str, event: &Event) {
    let (Some(target), key) = (dom::target(event), "value".into()) else { return };
    let typed = Reflect::get(&target, &key).ok().and_then(|value| value.as_string()).unwrap_or_default();
    app.dispatch(Command::Write(vec![(path.clone(), typed)], name.to_owned()));
    let _ = Reflect::set(&target, &key, &app.read(|session| words(session, path)).into());
}
