//! Scenarios from elsewhere come into the open plan: where both sides have one and differ, the user says which counts.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::app::{App, app};
use super::dialog::{Named, dialog};
use super::dom;
use super::erased::{on, text};
use super::fold::fold;
use crate::analyse::{InputDifference, differences};
use crate::edit::merge::{Conflict, Field, Merge, Pick, Resolution, Shared, merge};
use crate::model::{Path, Plan, Scenario, Value};
use crate::session::Command;
use crate::sheet::{edit_text, input_label};

/// More differences of the two plans than these are counted, not listed.
const MOST_LISTED: usize = 60;

/// What is to be merged.
pub struct Merging {
    /// The file it comes from.
    name: String,
    merge: Merge,
    /// Where the plan it comes from is another one than the open plan.
    differences: Vec<InputDifference>,
}

/// Brings scenarios of a file into the open plan: at once where all of them are new, else the dialog asks. With the plan
/// they stand on, it tells how far that is another one.
///
/// # Errors
/// There is nothing to bring, or it does not fit; as a sentence.
pub fn take(app: App, name: &str, theirs: &[Scenario], base: Option<&Plan>, asks: bool) -> Result<(), String> {
    let merging = app.read(|session| Merging {
        name: name.to_owned(),
        merge: merge(session.document(), theirs),
        differences: base.map_or_else(Vec::new, |base| differences(session.document(), base)),
    });
    if theirs.is_empty() {
        return Err("It holds no scenarios.".into());
    }
    if merging.merge.is_empty() {
        return Err("The plan has all its scenarios already.".into());
    }
    if !asks && merging.merge.shared.is_empty() && merging.merge.unfit.is_empty() {
        return finish(app, &merging, &[]);
    }
    if app.exchange.merge.get_untracked() {
        return Err("Another file is being merged; import it again after that.".into());
    }
    app.exchange.merging.set_value(Some(merging));
    app.exchange.merge.set(true);
    Ok(())
}

fn finish(app: App, merging: &Merging, resolutions: &[Resolution]) -> Result<(), String> {
    let resolved = app.read(|session| merging.merge.resolve(session.document(), resolutions));
    let scenarios = resolved.map_err(|problem| problem.to_string())?;
    app.dispatch(Command::TakeScenarios(scenarios, format!("Scenarios of {}", merging.name)));
    Ok(())
}

/// The dialog.
pub fn view() -> AnyView {
    let named = Named { id: "merge", heading: "Merge scenarios", close: "Cancel", first: "merge-do" };
    dialog(named, app().exchange.merge, content)
}

fn content(app: App) -> AnyView {
    let refusal = RwSignal::new(String::new());
    let parts = app.exchange.merging.with_value(|merging| merging.as_ref().map(|merging| parts(app, merging)));
    let Some(parts) = parts else { return ().into_any() };
    let go = move |_| {
        let done = app.exchange.merging.with_value(|merging| {
            let Some(merging) = merging else { return Ok(()) };
            let shared = merging.merge.shared.iter().enumerate();
            let resolutions: Vec<Resolution> = shared.map(|(index, shared)| resolution(index, shared)).collect();
            finish(app, merging, &resolutions)
        });
        match done {
            Ok(()) => app.exchange.merge.set(false),
            Err(sentence) => refusal.set(format!("Nothing was merged. {sentence}")),
        }
    };
    view! {
        {parts}
        <p role="alert" class="warn">{text(move || refusal.get())}</p>
        <p class="buttons">
            <button type="button" id="merge-do" on:click=on(go)>"Merge"</button>
        </p>
    }
    .into_any()
}

fn is_checked(id: &str) -> bool {
    dom::by_id::<HtmlInputElement>(id).is_some_and(|input| input.checked())
}

/// What is chosen for a scenario that both sides have.
fn resolution(index: usize, shared: &Shared) -> Resolution {
    if is_checked(&format!("both-{index}")) {
        return Resolution::Both;
    }
    let pick = |at: usize| if is_checked(&format!("theirs-{index}-{at}")) { Pick::Theirs } else { Pick::Mine };
    Resolution::Joined((0..shared.conflicts.len()).map(pick).collect())
}

/// A value as it is typed; words for none.
fn shown(plan: &Plan, path: Option<&Path>, value: Option<&Value>) -> String {
    let text = match (value, path.and_then(|path| plan.input(path))) {
        (None, _) => return "no such input".into(),
        (Some(value), Some(input)) => edit_text(input, value),
        (Some(Value::Text(text)), None) => text.clone(),
        (Some(value), None) => value.to_string(),
    };
    if text.is_empty() { "nothing".into() } else { text }
}

fn parts(app: App, merging: &Merging) -> AnyView {
    let Merging { name, merge, differences } = merging;
    let added: Vec<&str> = merge.added.iter().map(|own| own.name.as_str()).collect();
    let added = (!added.is_empty()).then(|| view! { <p>{format!("New: {}.", added.join(", "))}</p> });
    let shared: Vec<_> = app.read(|session| {
        merge.shared.iter().enumerate().map(|(index, own)| scenario(session.document(), index, own)).collect()
    });
    let unfit: Vec<_> =
        merge.unfit.iter().map(|unfit| view! { <li>{format!("{}: {}", unfit.scenario, unfit.problem)}</li> }).collect();
    let unfit = (!unfit.is_empty())
        .then(|| view! { <h3>"Left out, as it does not fit this plan"</h3> <ul id="merge-unfit">{unfit}</ul> });
    let base = (!differences.is_empty()).then(|| base(app, differences.clone()));
    view! {
        <p>{format!("Scenarios of {name} come into this plan. Its own stay, and one undo takes all of it back.")}</p>
        {added}
        {shared}
        {unfit}
        {base}
    }
    .into_any()
}

/// How far the two plans differ below their scenarios.
fn base(app: App, differences: Vec<InputDifference>) -> AnyView {
    let count = differences.len();
    let heading = format!("The two plans themselves differ in {count} input{}", if count == 1 { "" } else { "s" });
    let heading = view! { <span>{heading}</span> }.into_any();
    let list = move || {
        let line = |plan: &Plan, own: &InputDifference| {
            let side = |value: &Option<Value>| shown(plan, Some(&own.path), value.as_ref());
            let words =
                format!("{}: {} here, {} there", input_label(plan, &own.path), side(&own.before), side(&own.after));
            view! { <li>{words}</li> }
        };
        let lines: Vec<_> =
            app.read(|session| differences.iter().take(MOST_LISTED).map(|own| line(session.document(), own)).collect());
        let more = (count > MOST_LISTED).then(|| view! { <li>{format!("and {} more", count - MOST_LISTED)}</li> });
        view! { <ul>{lines}{more}</ul> }.into_any()
    };
    view! {
        {fold("merge-base", "differ", heading, list)}
        <p>"Only scenarios are merged: they stand on this plan’s numbers from then on."</p>
    }
    .into_any()
}

/// A scenario that both sides have.
fn scenario(plan: &Plan, index: usize, shared: &Shared) -> AnyView {
    let both = RwSignal::new(false);
    let more = [(shared.only_mine.len(), "only here"), (shared.only_theirs.len(), "only there")];
    let more: Vec<String> =
        more.into_iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}")).collect();
    let more =
        (!more.is_empty()).then(|| view! { <p>{format!("Overrides of one side are taken: {}.", more.join(", "))}</p> });
    let conflicts: Vec<_> =
        shared.conflicts.iter().enumerate().map(|(at, own)| conflict(plan, (index, at), own, both)).collect();
    view! {
        <fieldset class="shared">
            <legend>{shared.mine.name.clone()}</legend>
            {conflicts}
            {more}
            <label class="choice">
                <input type="checkbox" id=format!("both-{index}") on:change=on(move |event| both.set(event_target_checked(&event))) />
                "Keep both, side by side"
            </label>
        </fieldset>
    }
    .into_any()
}

fn conflict(plan: &Plan, (index, at): (usize, usize), conflict: &Conflict, both: RwSignal<bool>) -> AnyView {
    let (label, path) = match &conflict.field {
        Field::Name => ("Name".to_owned(), None),
        Field::Note => ("Remark".to_owned(), None),
        Field::Override(path) => (input_label(plan, path), Some(path)),
    };
    let choice = |side: &'static str, words: &'static str, value: &Value| {
        let value = shown(plan, path, Some(value));
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=format!("pick-{index}-{at}")
                    id=format!("{side}-{index}-{at}")
                    checked={side == "mine"}
                />
                {format!("{words}: {value}")}
            </label>
        }
    };
    view! {
        <fieldset class="conflict" prop:disabled=move || both.get()>
            <legend>{label}</legend>
            {choice("mine", "Mine", &conflict.mine)}
            {choice("theirs", "Theirs", &conflict.theirs)}
        </fieldset>
    }
    .into_any()
}
