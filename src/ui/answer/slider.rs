//! A weight to drag: the plan follows when it is let go, as one step to undo.

use leptos::ev::Event;
use leptos::prelude::*;

use super::super::app::App;
use super::super::erased::{on, text};
use crate::model::Path;
use crate::session::Command;

/// The highest weight of a slider, unless the weight is higher already.
const MOST: f64 = 10.0;

/// A slider from 0 to 10 with the number beside it. `weight` is what the plan says; `changed` is called before a write.
pub fn slider(app: App, name: String, path: Path, weight: Signal<String>, changed: impl Fn() + 'static) -> AnyView {
    // What is being dragged, and not yet in the plan; empty while nothing is.
    let dragged = RwSignal::new(String::new());
    let number =
        text(move || Some(dragged.get()).filter(|dragged| !dragged.is_empty()).unwrap_or_else(|| weight.get()));
    let most = text(move || weight.get().parse().map_or(MOST, |weight: f64| weight.max(MOST)).to_string());
    let what = format!("Weight of {name}");
    let label = what.clone();
    let let_go = move |event: Event| {
        dragged.set(String::new());
        changed();
        app.dispatch(Command::Write(vec![(path.clone(), event_target_value(&event))], what.clone()));
    };
    view! {
        <span class="slider">
            <input
                type="range"
                min="0"
                max=most
                step="0.5"
                aria-label=label
                prop:value=weight
                prop:disabled=app.ownership.is_reader
                on:input=on(move |event: Event| dragged.set(event_target_value(&event)))
                on:change=on(let_go)
            />
            <span class="number">{number}</span>
        </span>
    }
    .into_any()
}
