//! Buttons that choose one of the plan's alternatives.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::app::{App, app};
use super::super::erased::{live, on, text};
use crate::model::Id;

/// Whose numbers are shown: what was clicked, or the first while nothing was.
#[derive(Clone, Copy)]
pub struct Chosen {
    clicked: RwSignal<Option<Id>>,
    shown: Memo<Id>,
}

impl Chosen {
    /// Nothing clicked yet.
    pub fn new() -> Self {
        let (app, clicked) = (app(), RwSignal::new(None::<Id>));
        // What was clicked may have gone with its plan.
        let shown = Memo::new(move |_| {
            app.on_plan(|session| {
                let plan = session.plan();
                let chosen = clicked.get().filter(|id| plan.alternative(id.as_str()).is_some());
                chosen.or_else(|| plan.alternatives.first().map(|a| a.id.clone())).unwrap_or_default()
            })
        });
        Self { clicked, shown }
    }

    /// The alternative that is shown.
    pub fn get(self) -> Id {
        self.shown.get()
    }

    /// The same, for a picker.
    pub fn signal(self) -> Signal<String> {
        text(move || self.shown.get().to_string())
    }

    /// Shows this one.
    pub fn set(self, id: Id) {
        self.clicked.set(Some(id));
    }
}

/// A button for each alternative under a label; `shown` is the id of the one that is pressed.
pub fn picker(
    app: App,
    label: &'static str,
    shown: Signal<String>,
    choose: impl Fn(Id) + Send + Sync + 'static,
) -> AnyView {
    boxed(app, label, shown, Arc::new(choose))
}

/// One copy for all that choose.
fn boxed(app: App, label: &'static str, shown: Signal<String>, choose: Arc<dyn Fn(Id) + Send + Sync>) -> AnyView {
    let names = Memo::new(move |_| {
        app.on_plan(|session| {
            session.plan().alternatives.iter().map(|a| (a.id.clone(), a.name.clone())).collect::<Vec<_>>()
        })
    });
    let button = move |(id, name): (Id, String)| {
        let own = id.to_string();
        let (data, choose) = (own.clone(), Arc::clone(&choose));
        view! {
            <button
                type="button"
                aria-pressed=text(move || (shown.get() == own).to_string())
                data-alternative=data
                on:click=on(move |_| choose(id.clone()))
            >
                {name}
            </button>
        }
    };
    view! {
        <div class="picker" role="group" aria-label=label>
            <span aria-hidden="true">{label}</span>
            {live(move || names.get().into_iter().map(&button).collect_view().into_any())}
        </div>
    }
    .into_any()
}
