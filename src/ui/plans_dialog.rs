//! The list of plans, as a dialog: open, rename, duplicate, delete, and bring back.

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::app::{App, app};
use super::erased::{effect, live, on, text};
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
    let day = |date: &js_sys::Date| (date.get_full_year(), date.get_month() + 1, date.get_date());
    let time = format!("{:02}:{:02}", then.get_hours(), then.get_minutes());
    let (year, month, date) = day(&then);
    if day(&then) == day(&now) { format!("today {time}") } else { format!("{year}-{month:02}-{date:02} {time}") }
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
const RENAME: &str = "rename";
const SAVE_NAME: &str = "save-name";
const DUPLICATE: &str = "duplicate";
const DELETE: &str = "delete";
const RESTORE: &str = "restore";
const FORGET: &str = "forget";

fn button(act: &'static str, words: &'static str, title: &str) -> AnyView {
    view! {
        <button type="button" class="quiet" data-act=act aria-label=format!("{words}: {title}")>{words}</button>
    }
    .into_any()
}

fn line(listed: &Listed, is_open: bool, is_renamed: bool) -> AnyView {
    let title = listed.title.clone();
    let name = if is_renamed {
        view! {
            <span class="name">
                <input id="plan-name" type="text" maxlength="200" aria-label="Title of the plan" autocomplete="off" value=title.clone() />
                {button(SAVE_NAME, "Save", &title)}
            </span>
        }
        .into_any()
    } else {
        view! {
            <button type="button" class="name" data-act=OPEN aria-current=is_open.then_some("true")>{title.clone()}</button>
        }
        .into_any()
    };
    view! {
        <li data-plan=listed.id.clone()>
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
        <li data-plan=listed.id.clone()>
            <span class="name">{listed.title.clone()}</span>
            <span class="about">{about(listed)}</span>
            <span class="acts">
                {button(RESTORE, "Restore", &listed.title)} {button(FORGET, "Delete for good", &listed.title)}
            </span>
        </li>
    }
    .into_any()
}

fn lists(app: App, renamed: Option<&str>) -> AnyView {
    let (kept, deleted) = app.listed_plans();
    let open = app.plans.open_id();
    let lines: Vec<_> = kept.plans().iter().map(|it| line(it, it.id == open, renamed == Some(&it.id))).collect();
    let empty = lines.is_empty().then(|| view! { <p>"No plan is kept yet."</p> });
    let below = (!deleted.plans().is_empty()).then(|| {
        let lines: Vec<_> = deleted.plans().iter().map(deleted_line).collect();
        view! { <h3>"Deleted"</h3> <ul id="deleted-list">{lines}</ul> }
    });
    view! { {empty} <ul id="plan-list">{lines}</ul> {below} }.into_any()
}

/// Gives the keyboard to a button of a line, which may be about to be drawn; where the line is gone, to the first one.
fn focus_act(id: String, act: &'static str) {
    dom::next_frame(move || {
        let Some(dialog) = dom::by_id::<HtmlElement>("plans") else { return };
        let found = |selector: &str| dialog.query_selector(selector).ok().flatten();
        // An id has letters and digits only.
        let button = found(&format!("[data-plan=\"{id}\"] [data-act={act}]")).or_else(|| found("[data-act]"));
        let button = button.or_else(|| found("button"));
        if let Some(button) = button.and_then(|button| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(button).ok()) {
            let _ = button.focus();
        }
    });
}

fn save_name(app: App, renamed: RwSignal<Option<String>>) {
    let Some(id) = renamed.get_untracked() else { return };
    let title = dom::by_id::<HtmlInputElement>("plan-name").map(|input| input.value());
    renamed.set(None);
    app.rename_plan(&id, title.unwrap_or_default());
    focus_act(id, RENAME);
}

fn act(app: App, renamed: RwSignal<Option<String>>, target: &Element) {
    let attribute = |name: &str| {
        let element = target.closest(&format!("[{name}]")).ok().flatten();
        element.and_then(|element| element.get_attribute(name))
    };
    let (Some(act), Some(id)) = (attribute("data-act"), attribute("data-plan")) else { return };
    match act.as_str() {
        OPEN => {
            if app.open_kept(&id) {
                app.plans.dialog.set(false);
            }
        }
        RENAME => {
            renamed.set(Some(id));
            dom::next_frame(|| {
                if let Some(input) = dom::by_id::<HtmlInputElement>("plan-name") {
                    let _ = input.focus();
                    input.select();
                }
            });
        }
        SAVE_NAME => save_name(app, renamed),
        DUPLICATE => {
            app.duplicate_plan(&id);
            focus_act(id, DUPLICATE);
        }
        DELETE => {
            app.delete_plan(&id);
            focus_act(id, DELETE);
        }
        RESTORE => {
            app.restore_plan(&id, false);
            focus_act(id, OPEN);
        }
        FORGET => {
            app.forget_plan(&id);
            focus_act(id, FORGET);
        }
        _ => {}
    }
}

/// The dialog.
#[component]
pub fn PlansDialog() -> impl IntoView {
    let app = app();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let renamed = RwSignal::new(None::<String>);
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
        renamed.set(None);
        dom::focus_grid();
    };
    let key = move |event: KeyboardEvent| {
        let is_name = dom::target(&event).is_some_and(|target| target.id() == "plan-name");
        if !is_name || event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" => save_name(app, renamed),
            // It would close the dialog as well.
            "Escape" => {
                let id = renamed.get_untracked().unwrap_or_default();
                renamed.set(None);
                focus_act(id, RENAME);
            }
            _ => return,
        }
        event.prevent_default();
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
                        act(app, renamed, &target);
                    }
                })
            >
                {live(move || {
                    if app.plans.dialog.get() { lists(app, renamed.get().as_deref()) } else { ().into_any() }
                })}
            </div>
        </dialog>
    }
}
