//! What loading the weights of a use case would change, and the buttons that do it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::super::app::App;
use super::super::dom;
use super::super::erased::{effect, live, on};
use crate::analyse::presets::{PRESETS, Preset};
use crate::model::{Path, Plan};
use crate::session::{Command, Session};
use crate::sheet::show_text;

/// The id of the button that asked; empty while none did.
pub type Loading = RwSignal<String>;

/// The id of the button of a use case and an alternative.
pub fn button_id(preset: &str, alternative: &str) -> String {
    format!("use-{preset}_{alternative}")
}

/// The use case a button is about.
fn asked(button: &str) -> Option<&'static Preset> {
    let (preset, _) = button.strip_prefix("use-")?.split_once('_')?;
    PRESETS.iter().find(|own| own.id == preset)
}

const PANEL: &str = "load-preset";

/// The inputs that would change: name, text now, text then.
fn changes(plan: &Plan, preset: &Preset, with_expertise: bool) -> Vec<(Path, String)> {
    let mut changes = Vec::new();
    for (path, value) in preset.writes(plan, with_expertise) {
        let (Some(input), Some(now)) = (plan.input(&path), plan.value(&path)) else { continue };
        if now != value {
            let name = name(plan, &path);
            let (now, then) = (show_text(plan, input, &now), show_text(plan, input, &value));
            changes.push((path, format!("{name} {now} → {then}")));
        }
    }
    changes
}

/// The criterion for a weight; for a score, the alternative; for the switch, what it is.
fn name(plan: &Plan, path: &Path) -> String {
    match *path.steps().as_slice() {
        [_, criterion, "weight"] => plan.criterion(criterion).map_or(String::new(), |own| own.name.clone()),
        [.., "scores", alternative] => plan.alternative(alternative).map_or(String::new(), |own| own.name.clone()),
        _ => plan.input(path).map_or(String::new(), |input| input.label.to_owned()),
    }
}

/// What a panel says: weights, and what is added with the team's expertise.
fn said(session: &Session, preset: &Preset) -> [Vec<String>; 2] {
    let (mut weights, mut expertise) = (Vec::new(), Vec::new());
    for (path, change) in changes(session.plan(), preset, true) {
        let is_weight = matches!(path.steps().last(), Some(&"weight"));
        if is_weight { weights.push(change) } else { expertise.push(change) }
    }
    [weights, expertise]
}

/// The panel under the table, while a use case is chosen.
pub fn panel(app: App, loading: Loading) -> AnyView {
    effect(move || {
        if loading.with(|button| !button.is_empty()) {
            dom::next_frame(|| dom::focus(PANEL));
        }
    });
    live(move || asked(&loading.get()).map(|preset| open(app, loading, preset)).into_any()).into_any()
}

fn open(app: App, loading: Loading, preset: &'static Preset) -> AnyView {
    let close = move || {
        let button = loading.get_untracked();
        loading.set(String::new());
        dom::focus(&button);
    };
    let load = move |with_expertise: bool| {
        app.dispatch(Command::ApplyPreset(preset, with_expertise));
        close();
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
    };
    let list = move |which: fn([Vec<String>; 2]) -> Vec<String>, none: &'static str| {
        live(move || {
            let changes = which(app.on_plan(|session| said(session, preset)));
            let count = changes.len();
            if count == 0 {
                none.into_any()
            } else {
                format!("{count} would change: {}.", changes.join(", ")).into_any()
            }
        })
    };
    view! {
        <div
            id=PANEL
            class="panel"
            role="dialog"
            tabindex="-1"
            aria-labelledby="load-title"
            on:keydown=on(on_key)
        >
            <h3 id="load-title">{format!("Load “{}”", preset.name)}</h3>
            <p>"Weights: " {list(|[weights, _]| weights, "all are as in this use case.")}</p>
            <p>"Team expertise: " {list(|[_, expertise]| expertise, "as in this use case, or not in this plan.")}</p>
            <p class="buttons">
                <button type="button" id="load-weights" on:click=on(move |_| load(false))>"Load these weights"</button>
                <button type="button" id="load-both" on:click=on(move |_| load(true))>
                    "Load weights and the team's expertise"
                </button>
                <button type="button" class="quiet" on:click=on(move |_| close())>"Cancel"</button>
            </p>
        </div>
    }
    .into_any()
}
