//! The versions of the plan, as a dialog: keep the plan as it is now, go back, and see how any two differ.

mod comparing;
mod taking;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use web_sys::Element;

use self::comparing::{Comparing, NOW};
use super::app::{App, app};
use super::dialog::{Named, dialog};
use super::dom;
use super::erased::{live, on, text};
use super::lines::{Lines, RENAME, SAVE_NAME, act_of, button};
use crate::model::Version;
use crate::session::{Command, Mode, Session};

const COMPARE: &str = "compare";
const RESTORE: &str = "restore";
const REMOVE: &str = "remove";

/// Opens them. What is being typed belongs to the plan; if that is refused, the sentence at the cell says why.
pub fn open(app: App) {
    app.dispatch(Command::Commit);
    if app.read(Session::mode) != Mode::Ready {
        return dom::focus_grid();
    }
    app.said.forget();
    app.versions.set(true);
}

/// The dialog.
pub fn view() -> AnyView {
    let named = Named { id: "versions", heading: "Versions of this plan", close: "Close", first: taking::NAME };
    dialog(named, app().versions, content)
}

fn content(app: App) -> AnyView {
    let lines = Lines::new("versions", "version-rename");
    let comparing = Comparing::new(app);
    let key = move |event: KeyboardEvent| {
        if lines.takes_name(&event) {
            rename(app, lines);
        }
    };
    let click = move |event: MouseEvent| {
        if let Some(target) = dom::target(&event) {
            act(app, lines, comparing, &target);
        }
    };
    view! {
        {taking::form(app)}
        // The rest of the page cannot be heard while a dialog is open.
        <p role="status" id="versions-said">{text(move || app.said.text().get())}</p>
        <div class="plans" on:keydown=on(key) on:click=on(click)>{live(move || list(app, lines))}</div>
        {comparing.view(app)}
    }
    .into_any()
}

fn list(app: App, lines: Lines) -> AnyView {
    let versions = app.on_plan(|session| session.document().versions.clone());
    let renamed = lines.renamed();
    // The newest first.
    let all: Vec<_> =
        versions.iter().rev().map(|own| line(own, lines, renamed.as_deref() == Some(own.id.as_str()))).collect();
    if all.is_empty() {
        return view! { <p>"No version is kept yet. Versions are part of the plan: they travel with its file."</p> }
            .into_any();
    }
    view! { <ul id="version-list">{all}</ul> }.into_any()
}

fn line(version: &Version, lines: Lines, is_renamed: bool) -> AnyView {
    let title = &version.name;
    let name = if is_renamed {
        lines.field("Name of the version", taking::LONGEST_NAME, title)
    } else {
        view! { <span class="name">{title.clone()}</span> }.into_any()
    };
    let parts = [version.date.clone(), version.note.clone()];
    let about = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <li data-line=version.id.to_string()>
            {name}
            <span class="about">{about}</span>
            <span class="acts">
                {button(COMPARE, "Compare with now", title)} {button(RESTORE, "Go back to it", title)}
                {button(RENAME, "Rename", title)} {button(REMOVE, "Remove", title)}
            </span>
        </li>
    }
    .into_any()
}

fn rename(app: App, lines: Lines) {
    if let Some((id, name)) = lines.named() {
        app.dispatch(Command::RenameVersion(id.into(), name));
    }
}

fn act(app: App, lines: Lines, comparing: Comparing, target: &Element) {
    let Some((act, id)) = act_of(target) else { return };
    match act.as_str() {
        COMPARE => {
            comparing.choose(app, id, NOW.into());
            dom::focus(comparing::HEADING);
        }
        RESTORE => {
            app.dispatch(Command::RestoreVersion(id.into()));
            app.versions.set(false);
            // The browser gives the keyboard back to the menu first.
            dom::next_frame(dom::focus_grid);
        }
        RENAME => lines.rename(id),
        SAVE_NAME => rename(app, lines),
        REMOVE => {
            app.dispatch(Command::RemoveVersion(id.clone().into()));
            lines.focus(id, REMOVE);
        }
        _ => {}
    }
}
