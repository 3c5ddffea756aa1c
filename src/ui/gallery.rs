//! The plans to start from, as a dialog of cards.

use leptos::prelude::*;

use super::app::{App, app};
use super::dom;
use super::erased::{effect, live, on};
use crate::article::cited;
use crate::evaluate::evaluate;
use crate::starter::{STARTERS, Starter};

/// The dialog.
#[component]
pub fn Gallery() -> impl IntoView {
    let app = app();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    effect(move || {
        let open = app.gallery.get();
        let Some(dialog) = dialog.get() else { return };
        if open && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    let closed = move |_| {
        app.gallery.set(false);
        dom::focus_grid();
    };
    view! {
        <dialog node_ref=dialog id="gallery" class="gallery" aria-labelledby="gallery-title" on:close=on(closed)>
            <header>
                <h2 id="gallery-title">"Start from the plan nearest to yours"</h2>
                <form method="dialog">
                    <button type="submit" class="quiet">"Close"</button>
                </form>
            </header>
            <p>"Then overwrite what you know. It opens as a new plan, beside those you have."</p>
            <div class="cards">
                // Evaluated only when they are to be seen.
                {live(move || app.gallery.get().then(|| STARTERS.iter().map(|starter| card(app, starter)).collect_view()).into_any())}
            </div>
        </dialog>
    }
}

fn card(app: App, starter: &'static Starter) -> impl IntoView {
    let plan = starter.plan();
    let evaluation = evaluate(&plan);
    let start = move |_| {
        app.open_plan(starter.plan());
        app.gallery.set(false);
    };
    let bars = evaluation.alternatives.iter().filter_map(|outcome| {
        let alternative = plan.alternative(outcome.id.as_str())?;
        let score = outcome.score.grouped?;
        Some(view! {
            <span class="mini-row">
                <span class="mini-name">{alternative.name.clone()}</span>
                <span class="mini-track">
                    <span
                        class="mini-bar"
                        style:width=format!("{score}%")
                        style:background-color=alternative.color.clone()
                    ></span>
                </span>
                <span class="mini-score">{crate::model::amount::number(score, 0)}</span>
            </span>
        })
    });
    let pick = starter.pick.and_then(|(id, lines)| {
        let name = &plan.alternative(id)?.name;
        Some(format!("The article picks {name} ({}).", cited(lines)))
    });
    view! {
        <button type="button" class="card" data-template=starter.id on:click=on(start)>
            <strong>{starter.tab}</strong>
            <span>{starter.title}</span>
            <span class="mini">{bars.collect_view()}</span>
            <small>{pick}</small>
        </button>
    }
}
