//! The bar of the things the selected cell is about: their names and colours, their place, copies and removal, and
//! what can be added from here.

use leptos::ev::Event;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::app::{App, app};
use super::dom;
use super::erased::{live, on, text};
use crate::edit::structure::{Addition, Thing};
use crate::model::Path;
use crate::session::{Command, Session};

/// The bar below the inspector.
#[component]
pub fn Things() -> impl IntoView {
    let app = app();
    // The same things keep their controls, and so the keyboard's place among them.
    let things = Memo::new(move |_| {
        app.on_plan(|_| ());
        app.on_selection(Session::things)
    });
    let additions = Memo::new(move |_| {
        app.on_plan(|_| ());
        app.on_layout(Session::additions)
    });
    view! {
        <div class="things" role="toolbar" aria-label="Rows and columns">
            {live(move || things.get().into_iter().map(|thing| thing_view(app, thing)).collect_view().into_any())}
            {live(move || adder(app, additions.get()))}
        </div>
    }
}

fn send(app: App, command: Command) {
    app.dispatch(command);
    dom::focus_grid();
}

/// A text of the thing, as the plan has it now.
fn input_text(app: App, path: Path) -> Signal<String> {
    text(move || {
        let value = app.on_plan(|session| session.document().get(&path));
        match value {
            Some(crate::model::Value::Text(text)) => text,
            _ => String::new(),
        }
    })
}

/// An input that writes one text of the thing when it is left.
fn field(app: App, thing: &Thing, name: &'static str, kind: &'static str, label: String) -> AnyView {
    let path = thing.path().then(name);
    let what = label.clone();
    let value = input_text(app, path.clone());
    let write = move |event: Event| {
        let text = event_target_value(&event);
        let what = format!("{what}: {text}");
        app.dispatch(Command::Write(vec![(path.clone(), text)], what));
        // What was refused goes back to what holds.
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok()) {
            input.set_value(&value.get_untracked());
        }
    };
    // Enter is done with: the grid has the keyboard again, so that Undo means the plan.
    let leave = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            dom::focus_grid();
        }
    };
    view! { <input type=kind aria-label=label autocomplete="off" data-path=thing.path().then(name).to_string() prop:value=value prop:readOnly=app.ownership.is_reader disabled=move || kind == "color" && app.ownership.is_reader.get() on:change=on(write) on:keydown=on(leave) /> }
        .into_any()
}

fn thing_view(app: App, thing: Thing) -> AnyView {
    let kind = thing.kind();
    let name = {
        let thing = thing.clone();
        text(move || app.on_plan(|session| thing.name(session.document())))
    };
    let button = |label: &'static str, word: &'static str, command: Command, may: Signal<bool>| {
        let press = move |_| send(app, command.clone());
        view! {
            <button
                type="button"
                aria-label=text(move || format!("{word} {kind} {}", name.get()))
                title=word
                disabled=move || app.ownership.is_reader.get() || !may.get()
                on:click=on(press)
            >
                {label}
            </button>
        }
    };
    let can_shift = |step: isize| {
        let thing = thing.clone();
        Signal::derive(move || app.on_plan(|session| session.can_shift(&thing, step)))
    };
    let colored = matches!(thing, Thing::Alternative(_));
    let columns = colored || matches!(thing, Thing::Scenario(_));
    let (back, forth) = if columns { ("←", "→") } else { ("↑", "↓") };
    let named = !matches!(thing, Thing::Tier(..));
    let always = Signal::derive(|| true);
    view! {
        <span class="thing" data-thing=kind>
            <span class="kind">{kind}</span>
            {if named {
                field(app, &thing, "name", "text", format!("Name of this {kind}"))
            } else {
                view! { <span>{name}</span> }.into_any()
            }}
            {colored.then(|| field(app, &thing, "color", "color", format!("Colour of this {kind}")))}
            {button(back, "Move back", Command::Shift(thing.clone(), -1), can_shift(-1))}
            {button(forth, "Move on", Command::Shift(thing.clone(), 1), can_shift(1))}
            {button("Copy", "Copy", Command::Duplicate(thing.clone()), always)}
            {button("✕", "Remove", Command::Remove(thing.clone()), always)}
        </span>
    }
    .into_any()
}

/// A list to choose from and a button: choosing alone changes nothing.
fn adder(app: App, additions: Vec<(String, Addition)>) -> AnyView {
    let chosen = StoredValue::new(0_usize);
    let options: Vec<_> = additions
        .iter()
        .enumerate()
        .map(|(index, (name, _))| view! { <option value=index>{name.clone()}</option> })
        .collect();
    let choose = move |event: Event| {
        if let Ok(index) = event_target_value(&event).parse() {
            chosen.set_value(index);
        }
    };
    let add = move |_| {
        if let Some((_, addition)) = additions.get(chosen.get_value()) {
            send(app, Command::Add(addition.clone()));
        }
    };
    view! {
        <span class="adder">
            <select id="addition" aria-label="What to add" on:change=on(choose)>{options}</select>
            <button type="button" id="add" disabled=app.ownership.is_reader on:click=on(add)>"Add"</button>
        </span>
    }
    .into_any()
}
