//! The form that keeps the plan as it is now.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::app::App;
use super::super::dom;
use super::super::erased::on;
use crate::edit::versions;
use crate::file;
use crate::session::Command;

/// The id of the field for the name.
pub const NAME: &str = "version-name";
/// So many letters a name may have.
pub const LONGEST_NAME: usize = 120;

/// The form.
pub fn form(app: App) -> AnyView {
    let name = NodeRef::<leptos::html::Input>::new();
    let note = NodeRef::<leptos::html::Input>::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let (Some(name), Some(note)) = (name.get_untracked(), note.get_untracked()) else { return };
        if take(app, name.value(), note.value()) {
            name.set_value("");
            note.set_value("");
        }
        dom::focus(NAME);
    };
    view! {
        <form id="version-take" on:submit=on(submit)>
            <label>
                "Name "
                <input node_ref=name id=NAME type="text" required maxlength=LONGEST_NAME autocomplete="off" prop:readOnly=app.ownership.is_reader />
            </label>
            <label>"Note " <input node_ref=note id="version-note" type="text" maxlength="1000" autocomplete="off" prop:readOnly=app.ownership.is_reader /></label>
            <button type="submit" prop:disabled=app.ownership.is_reader>"Keep the plan as it is now"</button>
        </form>
    }
    .into_any()
}

/// Keeps the plan under a name, with today's date; whether there was room for it.
fn take(app: App, name: String, note: String) -> bool {
    let date = dom::day(&js_sys::Date::new_0());
    let taken = app.read(|session| versions::take(session.document(), &name, &note, &date));
    // What else is wrong, the command says.
    let room = taken.as_ref().map_or(Ok(()), |(plan, _)| file::check_room(plan));
    if let Err(sentence) = room {
        app.said.set(format!("Version “{}” was not kept. {sentence}", name.trim()));
        return false;
    }
    app.dispatch(Command::TakeVersion { name, note, date });
    taken.is_ok()
}
