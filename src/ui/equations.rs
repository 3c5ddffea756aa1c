//! The Equations view: every equation of the model with its numbers for one alternative and month.

use leptos::ev::Event;
use leptos::prelude::*;

use super::app::{App, app};
use super::erased::{live, on, text};
use super::tabs::View;
use super::trace;
use crate::analyse::explain::{Step, explain, steps_of};
use crate::article::{EQUATIONS, Equation, equation};
use crate::model::Id;

/// The view; its numbers are worked out while it is shown.
#[component]
pub fn Equations() -> impl IntoView {
    let app = app();
    let is_open = Memo::new(move |_| app.view.get() == View::Equations);
    let (chosen, month) = (RwSignal::new(Id::default()), RwSignal::new(1_usize));
    view! {
        <div
            id="equations"
            class="reading"
            role="tabpanel"
            aria-labelledby="tab-equations"
            tabindex="0"
            hidden=move || !is_open.get()
        >
            {live(move || is_open.get().then(|| parts(app, chosen, month)).into_any())}
        </div>
    }
}

fn parts(app: App, chosen: RwSignal<Id>, month: RwSignal<usize>) -> AnyView {
    let names = Memo::new(move |_| {
        app.on_plan(|session| {
            session.plan().alternatives.iter().map(|a| (a.id.clone(), a.name.clone())).collect::<Vec<_>>()
        })
    });
    // The chosen alternative may have gone with its plan, and the horizon may have shrunk.
    let alternative = Memo::new(move |_| {
        names.with(|names| {
            let known = chosen.with(|chosen| names.iter().find(|(id, _)| id == chosen).cloned());
            known.or_else(|| names.first().cloned()).map_or_else(Id::default, |(id, _)| id)
        })
    });
    let months = Memo::new(move |_| {
        app.on_plan(|session| session.evaluation().alternatives.first().map_or(1, |outcome| outcome.months.len()))
    });
    let shown_month = Memo::new(move |_| month.get().clamp(1, months.get().max(1)));
    let choose = move |event: Event| chosen.set(event_target_value(&event).as_str().into());
    let set_month = move |event: Event| {
        if let Ok(number) = event_target_value(&event).parse() {
            month.set(number);
        }
    };
    let option = move |(id, name): (Id, String)| {
        let is_shown = alternative.with_untracked(|shown| *shown == id);
        view! { <option value=id.to_string() selected=is_shown>{name}</option> }
    };
    let last = text(move || months.get().to_string());
    let steps = Memo::new_with_compare(
        move |_| {
            let (alternative, month) = (alternative.get(), shown_month.get());
            app.on_plan(|session| {
                let (plan, evaluation) = (session.plan(), session.evaluation());
                let paths = steps_of(plan, evaluation, alternative.as_str(), month);
                paths.iter().filter_map(|path| explain(plan, evaluation, path)).collect::<Vec<Step>>()
            })
        },
        |_, _| true,
    );
    view! {
        <h2>"Equations"</h2>
        <div class="filter">
            <label>
                "Alternative "
                <select id="equations-alternative" on:change=on(choose)>
                    {live(move || names.get().into_iter().map(option).collect_view().into_any())}
                </select>
            </label>
            <label>
                "Month "
                <input
                    id="equations-month"
                    type="number"
                    min="1"
                    max=last
                    prop:value=text(move || shown_month.get().to_string())
                    on:change=on(set_month)
                />
            </label>
            <input
                type="range"
                min="1"
                max=last
                aria-label="Month"
                prop:value=text(move || shown_month.get().to_string())
                on:input=on(set_month)
            />
        </div>
        <p>"What begins with a capital is an input; the rest follows. Press a value to see what it follows from."</p>
        {EQUATIONS.iter().map(|equation| equation_view(app, equation, steps)).collect_view()}
        <section class="equation" data-equation="scores">
            <h3>"Scores of criteria"</h3>
            <p class="about">"Value functions and must-haves, which have no number of their own."</p>
            {live(move || values(app, steps, "", &|step| equation(step.equation).is_none()))}
        </section>
    }
    .into_any()
}

fn equation_view(app: App, equation: &'static Equation, steps: Memo<Vec<Step>>) -> impl IntoView {
    view! {
        <section class="equation" data-equation=equation.id>
            <h3>{equation.id}" "{equation.name}</h3>
            <p><code>{equation.formula}</code></p>
            <p class="about">{equation.about}</p>
            {live(move || values(app, steps, equation.id, &|step| step.equation == equation.id))}
        </section>
    }
}

fn values(app: App, steps: Memo<Vec<Step>>, equation: &str, is_own: &dyn Fn(&Step) -> bool) -> AnyView {
    let own = |steps: &Vec<Step>| -> Vec<AnyView> {
        steps.iter().filter(|step| is_own(step)).map(|step| value_view(app, step)).collect()
    };
    let rows = steps.with(own);
    if rows.is_empty() {
        let where_else = match equation {
            "E34b" => "Its values are in the chart of cost against traffic.",
            "E35c" => "Its values are under Two alternatives.",
            _ => "It does not apply to this alternative in this month.",
        };
        return view! { <p class="none">{where_else}</p> }.into_any();
    }
    view! { <ul class="values">{rows}</ul> }.into_any()
}

fn value_view(app: App, step: &Step) -> AnyView {
    let path = step.path.clone();
    let operands: Vec<String> = step
        .operands
        .iter()
        .filter(|operand| operand.counts)
        .map(|operand| format!("{} = {}", operand.name, trace::operand_text(operand)))
        .collect();
    view! {
        <li>
            <button
                type="button"
                class="quiet go"
                data-step=step.path.to_string()
                title="Show how"
                on:click=on(move |_| trace::open(app, path.clone()))
            >
                {step.label.clone()}" = "
                <strong>{trace::value_text(step)}</strong>
            </button>
            <small class="with">{operands.join(" · ")}</small>
        </li>
    }
    .into_any()
}
