//! The answer, always in sight: the verdict, the ranking, the cost curves, and the headline figures.

use leptos::prelude::*;

use super::app::{App, app};
use super::chart_view::ChartView;
use super::dom;
use super::erased::{effect, live, on, text};
use super::table::{Figure, Figures, table_view};
use crate::analyse::{Verdict, verdict};
use crate::chart::{CumulativeCost, MonthlyCost, Picture, Ranking};
use crate::evaluate::Outcome;
use crate::model::amount::{money, money_exact, number, percent};
use crate::model::{Alternative, Id, Plan};
use crate::session::Session;

/// The right half; on a narrow screen a strip on top that opens.
#[component]
pub fn Answer() -> impl IntoView {
    let app = app();
    let open = RwSignal::new(false);
    let section = NodeRef::<leptos::html::Section>::new();
    effect(move || {
        let Some(section) = section.get() else { return };
        let measured = section.clone();
        // On a narrow screen this strip stays on top: what is scrolled into sight must not land under it.
        let measure = move || {
            let height = if open.get_untracked() { 0 } else { measured.offset_height() };
            if let Some(root) = dom::root() {
                let _ = root.style().set_property("--strip", &format!("{height}px"));
            }
        };
        let _ = dom::observe_size(&section, measure);
    });
    let sentence = move |part: fn(Verdict) -> String| {
        text(move || app.on_plan(|session| part(verdict(session.plan(), session.evaluation()))))
    };
    let table = Memo::new(move |_| app.on_plan(|session| figures(session.plan(), &session.evaluation().alternatives)));
    let shown = RwSignal::new(None::<Id>);
    // The alternative of the monthly chart may have gone with its plan.
    let alternative = Memo::new(move |_| {
        app.on_plan(|session| {
            let plan = session.plan();
            let chosen = shown.get().filter(|id| plan.alternative(id.as_str()).is_some());
            chosen.or_else(|| plan.alternatives.first().map(|a| a.id.clone())).unwrap_or_default()
        })
    });
    let ranking = picture(app, |session| Picture::Ranking(Ranking::of(session.plan(), session.evaluation())));
    let cumulative =
        picture(app, |session| Picture::CumulativeCost(CumulativeCost::of(session.plan(), session.evaluation())));
    let monthly = Memo::new(move |_| {
        let alternative = alternative.get();
        app.on_plan(|session| Picture::MonthlyCost(MonthlyCost::of(session.plan(), session.evaluation(), &alternative)))
    });
    view! {
        <section node_ref=section class="answer" id="answer" aria-label="Answer" tabindex="-1" class:open=move || open.get()>
            <div class="verdict" id="verdict">
                <p id="verdict-score">{sentence(|verdict| verdict.score)}</p>
                <p id="verdict-cost">{sentence(|verdict| verdict.cost)}</p>
                <p class="quiet" id="verdict-infrastructure">{sentence(|verdict| verdict.infrastructure)}</p>
            </div>
            <div id="figures">{live(move || table_view(table.get()))}</div>
            <button
                type="button"
                class="fold"
                id="fold"
                aria-expanded=text(move || open.get().to_string())
                aria-controls="charts"
                on:click=on(move |_| open.update(|open| *open = !*open))
            >
                {text(move || if open.get() { "Hide the charts".into() } else { "Show the charts".into() })}
            </button>
            <div class="charts" id="charts">
                <ChartView picture=ranking />
                <ChartView picture=cumulative />
                <AlternativePicker alternative=alternative chosen=shown />
                <ChartView picture=monthly />
            </div>
        </section>
    }
}

fn picture(app: App, make: fn(&Session) -> Picture) -> Memo<Picture> {
    Memo::new(move |_| app.on_plan(make))
}

/// The headline figures of each alternative.
fn figures(plan: &Plan, outcomes: &[Outcome]) -> Figures {
    let row = |label: &str, result: &str, read: fn(&Plan, &Outcome) -> (String, String)| {
        let cell = |outcome: &Outcome| {
            let (text, tooltip) = read(plan, outcome);
            Figure { text, tooltip: Some(tooltip), path: Some(format!("results.{}.{result}", outcome.id)) }
        };
        (label.to_owned(), outcomes.iter().map(cell).collect())
    };
    let head = |alternative: &Alternative| (alternative.name.clone(), Some(alternative.color.clone()));
    Figures {
        name: "figures",
        caption: format!("Headline figures, {} months", plan.settings.horizon_months.central()),
        header: std::iter::once(("Figure".into(), None)).chain(plan.alternatives.iter().map(head)).collect(),
        rows: vec![
            row("Score", &format!("score.{}", plan.settings.score_form.word()), score),
            row("Total", "total", |plan, outcome| amount(plan, outcome.money.map(|money| money.total))),
            row("Net present value", "npv", |plan, outcome| amount(plan, outcome.money.map(|money| money.npv))),
            row("of it infrastructure", "infrastructure_total", |plan, outcome| {
                let exact = amount(plan, outcome.money.map(|money| money.infrastructure)).1;
                (outcome.infrastructure_share().map_or("unknown".into(), percent), exact)
            }),
            row("MVP month", "mvp_month", |plan, outcome| {
                let late = || format!("not within {}", plan.settings.horizon_months.central());
                let month = outcome.mvp_month.map_or_else(late, |month| number(month, 1));
                (month, "When the first release is done".into())
            }),
        ],
    }
}

fn score(plan: &Plan, outcome: &Outcome) -> (String, String) {
    let score = outcome.score.in_form(plan);
    let text = score.map_or("–".into(), |score| number(score, 1));
    let ruled_out: Vec<&str> = outcome.score.ruled_out.iter().map(Id::as_str).collect();
    match ruled_out.as_slice() {
        [] => (text, "0 to 100".into()),
        criteria => (format!("{text}, ruled out"), format!("Fails the must-have of {}", criteria.join(", "))),
    }
}

fn amount(plan: &Plan, amount: Option<f64>) -> (String, String) {
    let currency = &plan.settings.currency;
    amount.map_or(("unknown".into(), "An instance cannot hold one copy".into()), |amount| {
        (money(amount, currency), money_exact(amount, currency))
    })
}

/// Chooses whose monthly cost is drawn.
#[component]
fn AlternativePicker(alternative: Memo<Id>, chosen: RwSignal<Option<Id>>) -> impl IntoView {
    let app = app();
    let names = Memo::new(move |_| {
        app.on_plan(|session| {
            session.plan().alternatives.iter().map(|a| (a.id.clone(), a.name.clone())).collect::<Vec<_>>()
        })
    });
    let button = move |(id, name): (Id, String)| {
        let own = id.clone();
        let is_shown = text(move || (alternative.get() == own).to_string());
        let data = id.to_string();
        view! {
            <button type="button" aria-pressed=is_shown data-alternative=data on:click=on(move |_| chosen.set(Some(id.clone())))>
                {name}
            </button>
        }
    };
    view! {
        <div class="picker" role="group" aria-label="Monthly cost of">
            <span aria-hidden="true">"Monthly cost of"</span>
            {live(move || names.get().into_iter().map(button).collect_view().into_any())}
        </div>
    }
}
