//! The list of plans, as a dialog: open, rename, duplicate, delete, and bring back.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use web_sys::Element;

use super::app::{App, app};
use super::erased::{effect, live, on, text};
use super::lines::{Lines, RENAME, SAVE_NAME, act_of, button};
use super::{dom, import};
use crate::file::Listed;

/// Opens the list.
pub fn open(app: App) {
    // What was changed a moment ago belongs to it.
    app.autosave.flush(app);
    app.said.forget();
    app.plans.dialog.set(true);
}

/// When a plan was changed, on the clock of this place.
fn when(changed: f64) -> String {
    if changed <= 0.0 {
        return String::new();
    }
    let (then, now) = (js_sys::Date::new(&changed.into()), js_sys::Date::new_0());
    let time = format!("{:02}:{:02}", then.get_hours(), then.get_minutes());
    let day = dom::day(&then);
    if day == dom::day(&now) { format!("today {time}") } else { format!("{day} {time}") }
}

fn about(listed: &Listed) -> String {
    let scenarios = match listed.scenarios {
        0 => String::new(),
        1 => "1 scenario".into(),
        many => format!("{many} scenarios"),
    };
    let parts = [when(listed.changed), scenarios, listed.headline.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// What a button of a line does; the value of its `data-act`.
const OPEN: &str = "open";
const DUPLICATE: &str = "duplicate";
const DELETE: &str = "delete";
const RESTORE: &str = "restore";
const FORGET: &str = "forget";

fn line(listed: &Listed, is_open: bool, lines: Lines, is_renamed: bool) -> AnyView {
    let title = listed.title.clone();
    let name = if is_renamed {
        lines.field("Title of the plan", 200, &title)
    } else {
        view! {
            <button type="button" class="name" data-act=OPEN aria-current=is_open.then_some("true")>{title.clone()}</button>
        }
        .into_any()
    };
    view! {
        <li data-line=listed.id.clone()>
            {name}
            <span class="about">{if is_open { format!("open · {}", about(listed)) } else { about(listed) }}</span>
            <span class="acts">
                {button(RENAME, "Rename", &title)} {button(DUPLICATE, "Duplicate", &title)}
                {button(DELETE, "Delete", &title)}
            </span>
        </li>
    }
    .into_any()
}

fn deleted_line(listed: &Listed) -> AnyView {
    view! {
        <li data-line=listed.id.clone()>
            <span class="name">{listed.title.clone()}</span>
            <span class="about">{about(listed)}</span>
            <span class="acts">
                {button(RESTORE, "Restore", &listed.title)} {button(FORGET, "Delete for good", &listed.title)}
            </span>
        </li>
    }
    .into_any()
}

fn lists(app: App, all: Lines) -> AnyView {
    let (kept, deleted) = app.listed_plans();
    let (open, renamed) = (app.plans.open_id(), all.renamed());
    let is_renamed = |id: &String| renamed.as_ref() == Some(id);
    let lines: Vec<_> = kept.plans().iter().map(|it| line(it, it.id == open, all, is_renamed(&it.id))).collect();
    let empty = lines.is_empty().then(|| view! { <p>"No plan is kept yet."</p> });
    let below = (!deleted.plans().is_empty()).then(|| {
        let lines: Vec<_> = deleted.plans().iter().map(deleted_line).collect();
        view! { <h3>"Deleted"</h3> <ul id="deleted-list">{lines}</ul> }
    });
    view! { {empty} <ul id="plan-list">{lines}</ul> {below} }.into_any()
}

fn save_name(app: App, lines: Lines) {
    if let Some((id, title)) = lines.named() {
        app.rename_plan(&id, title);
    }
}

fn act(app: App, lines: Lines, target: &Element) {
    let Some((act, id)) = act_of(target) else { return };
    match act.as_str() {
        // One that cannot be read is not opened: a notice says why.
        OPEN => app.plans.dialog.set(!app.open_kept(&id)),
        RENAME => lines.rename(id),
        SAVE_NAME => save_name(app, lines),
        DUPLICATE => {
            app.duplicate_plan(&id);
            lines.focus(id, DUPLICATE);
        }
        DELETE => {
            app.delete_plan(&id);
            lines.focus(id, DELETE);
        }
        RESTORE => {
            app.restore_plan(&id, false);
            lines.focus(id, OPEN);
        }
        FORGET => {
            app.forget_plan(&id);
            lines.focus(id, FORGET);
        }
        _ => {}
    }
}

/// The dialog.
#[component]
pub fn PlansDialog() -> impl IntoView {
    let app = app();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let lines = Lines::new("plans", "plan-name");
    effect(move || {
        let open = app.plans.dialog.get();
        let Some(dialog) = dialog.get() else { return };
        if open && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    let closed = move |_| {
        app.plans.dialog.set(false);
        lines.forget();
        dom::focus_grid();
    };
    let key = move |event: KeyboardEvent| {
        if lines.takes_name(&event) {
            save_name(app, lines);
        }
    };
    let instead = move |open: fn(App)| {
        on(move |_| {
            app.plans.dialog.set(false);
            open(app);
        })
    };
    let said = text(move || if app.plans.dialog.get() { app.said.text().get() } else { String::new() });
    view! {
        <dialog node_ref=dialog id="plans" class="plans" aria-labelledby="plans-title" on:close=on(closed)>
            <header>
                <h2 id="plans-title">"Plans in this browser"</h2>
                <form method="dialog">
                    <button type="submit" class="quiet">"Close"</button>
                </form>
            </header>
            <p class="buttons">
                <button type="button" id="plans-new" on:click=instead(|app| app.gallery.set(true))>"New …"</button>
                <button type="button" id="plans-import" on:click=instead(import::pick)>"Import …"</button>
                // The rest of the page cannot be heard while a dialog is open.
                <span role="status">{said}</span>
            </p>
            <div
                on:keydown=on(key)
                on:click=on(move |event: MouseEvent| {
                    if let Some(target) = dom::target(&event) {
                        act(app, lines, &target);
                    }
                })
            >
                {live(move || {
                    if app.plans.dialog.get() { lists(app, lines) } else { ().into_any() }
                })}
            </div>
        </dialog>
    }
}
