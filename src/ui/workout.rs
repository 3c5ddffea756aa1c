//! Help with the selected input: numbers to work it out from, and typical cases to take.

use leptos::ev::Event;
use leptos::prelude::*;

use super::app::{App, app};
use super::dom;
use super::erased::{live, on, text};
use crate::model::Path;
use crate::session::{Command, Session};
use crate::sheet::workout::{Chip, Workout, workout};

/// The help there is for the selected input, if any.
#[component]
pub fn Help() -> impl IntoView {
    let app = app();
    let help = Memo::new(move |_| {
        app.on_selection(|session| {
            let path = session.selected_input()?;
            Some((path.clone(), workout(session.plan(), path)?))
        })
    });
    live(move || help.get().map(|(path, help)| help_view(app, &path, help)).into_any())
}

fn help_view(app: App, path: &Path, help: Workout) -> AnyView {
    let numbers = RwSignal::new(help.fields.iter().map(|field| field.start).collect::<Vec<f64>>());
    let fields: Vec<_> = help
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let read = move |event: Event| {
                // A field that holds no number makes the result go away.
                let number = event_target_value(&event).trim().parse().unwrap_or(f64::NAN);
                numbers.update(|numbers| {
                    if let Some(place) = numbers.get_mut(index) {
                        *place = number;
                    }
                });
            };
            view! {
                <label>
                    {field.label}
                    <input type="number" min="0" step="any" value=field.start on:input=on(read) />
                    {field.unit}
                </label>
            }
        })
        .collect();
    let chips: Vec<_> = help.chips.iter().map(|chip| chip_view(app, chip)).collect();
    let works_out = !help.fields.is_empty();
    let about = help.about;
    let result = Memo::new(move |_| numbers.with(|numbers| help.result(numbers)));
    let path = path.clone();
    let take = move |_| {
        if let Some(value) = result.get_untracked() {
            let what = app.read(|session: &Session| session.plan().input(&path).map_or("", |input| input.label));
            app.dispatch(Command::Write(vec![(path.clone(), value)], what.to_owned()));
            dom::focus_grid();
        }
    };
    let label =
        text(move || result.get().map_or_else(|| "Fill in the numbers".into(), |value| format!("Take {value}")));
    view! {
        <div class="workout" id="workout" role="group" aria-label="Work it out">
            {fields}
            {works_out.then(|| view! {
                <button type="button" id="take" disabled=move || result.get().is_none() on:click=on(take)>{label}</button>
            })}
            {chips}
            <span class="quiet">{about}</span>
        </div>
    }
    .into_any()
}

fn chip_view(app: App, chip: &Chip) -> AnyView {
    let (label, writes) = (chip.label, chip.writes.clone());
    let take = move |_| {
        app.dispatch(Command::Write(writes.clone(), label.to_owned()));
        dom::focus_grid();
    };
    view! { <button type="button" class="chip" on:click=on(take)>{label}</button> }.into_any()
}
