//! Which scenario the whole page shows: the switch in the bar on top, and the band that says so over every sheet.

use leptos::ev::Event;
use leptos::prelude::*;

use super::app::app;
use super::dom;
use super::erased::{live, on, text};
use crate::edit::structure::Addition;
use crate::model::Id;
use crate::session::{Command, Session};

/// Id and name of every scenario.
fn names(session: &Session) -> Vec<(String, String)> {
    session.document().scenarios.iter().map(|own| (own.id.to_string(), own.name.clone())).collect()
}

fn shown(session: &Session) -> String {
    session.scenario().map_or(String::new(), ToString::to_string)
}

/// The list of scenarios, and a button for one more.
#[component]
pub fn Switch() -> impl IntoView {
    let app = app();
    let options = Memo::new(move |_| app.on_plan(names));
    let choose = move |event: Event| {
        let id = event_target_value(&event);
        app.dispatch(Command::ShowScenario((!id.is_empty()).then(|| Id::from(id))));
    };
    let option = move |(id, name): (String, String)| {
        let own = id.clone();
        let selected = move || app.on_plan(shown) == own;
        view! { <option value=id prop:selected=selected>{name}</option> }
    };
    let more = move |_| {
        app.dispatch(Command::Add(Addition::Scenario));
        dom::focus_grid();
    };
    view! {
        <span class="switch">
            <label class="out-of-sight" for="scenario">"Scenario in sight"</label>
            <select id="scenario" title="The scenario that the whole page shows" on:change=on(choose)>
                {option((String::new(), "Base".into()))}
                {live(move || options.get().into_iter().map(option).collect_view().into_any())}
            </select>
            <button type="button" id="new-scenario" aria-label="New scenario" title="New scenario" on:click=on(more)>
                "+"
            </button>
        </span>
    }
}

/// The band over the sheet while a scenario is in sight: what is typed goes into it.
#[component]
pub fn Band() -> impl IntoView {
    let app = app();
    let name = text(move || {
        app.on_plan(|session| match session.scenario() {
            Some(_) => session.name_of_case(&session.case_in_sight()),
            None => String::new(),
        })
    });
    let back = move |_| {
        app.dispatch(Command::ShowScenario(None));
        dom::focus_grid();
    };
    view! {
        <p class="band" id="band" hidden=move || name.get().is_empty()>
            <span>"Showing "<strong>{name}</strong>". Changes go into this scenario; the base stays."</span>
            <button type="button" class="quiet" id="to-base" on:click=on(back)>"Show the base"</button>
        </p>
    }
}
