//! A plan that comes in the address of the page: it is opened beside the others, if that is wanted.

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::app::{App, app};
use super::dialog::{Named, dialog};
use super::dom;
use super::erased::on;
use super::notices::Notice;
use super::share::here;
use crate::file::link;
use crate::model::Plan;
use crate::model::amount::number;

/// What came.
pub struct Arrived {
    plan: Plan,
    /// Of the link's fragment, in characters.
    length: usize,
}

/// Looks at the address now, and whenever another link is opened in this page.
pub fn listen(app: App) {
    look(app);
    if let Some(window) = dom::window() {
        dom::listen(&window, "hashchange", move |_| look(app));
    }
}

fn look(app: App) {
    let Some(window) = dom::window() else { return };
    let Ok(fragment) = window.location().hash() else { return };
    if !link::is_link(&fragment) {
        return;
    }
    // Loading the page again, or a bookmark of it, must not bring the plan once more. What else is in the address stays.
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&here()));
    }
    // On a first visit: who follows a link wants what is in it.
    app.gallery.set(false);
    match link::from_fragment(&fragment) {
        Ok(plan) => {
            app.exchange.arrived.set_value(Some(Arrived { plan, length: fragment.len() }));
            app.exchange.arrival.set(true);
        }
        Err(error) => app.notices.add(Notice::new(format!("No plan was opened from the link. {error}"))),
    }
}

/// The dialog.
pub fn view() -> AnyView {
    let named =
        Named { id: "arrival", heading: "A plan came with the link", close: "Do not open", first: "arrival-open" };
    dialog(named, app().exchange.arrival, content)
}

fn counted(count: usize, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

fn content(app: App) -> AnyView {
    let about = app.exchange.arrived.with_value(|arrived| {
        arrived.as_ref().map(|Arrived { plan, length }| {
            let parts = [
                counted(plan.alternatives.len(), "alternative"),
                counted(plan.criteria.len(), "criterion").replace("criterions", "criteria"),
                counted(plan.scenarios.len(), "scenario"),
                format!("{} characters", number(*length as f64, 0)),
            ];
            (plan.title.clone(), parts.join(" · "))
        })
    });
    let Some((title, about)) = about else { return ().into_any() };
    let open = move |_| {
        let arrived = app.exchange.arrived.try_update_value(Option::take).flatten();
        app.exchange.arrival.set(false);
        if let Some(Arrived { plan, .. }) = arrived {
            app.open_plan(plan);
        }
    };
    view! {
        <p id="arrival-about"><strong>{title}</strong>" "{about}</p>
        <p>"It opens beside the plans of this browser and replaces none of them."</p>
        <p class="buttons">
            <button type="button" id="arrival-open" on:click=on(open)>"Open as a new plan"</button>
        </p>
    }
    .into_any()
}
