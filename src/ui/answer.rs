//! The answer, always in sight: the verdict, the ranking, the cost curves, and the headline figures.

use leptos::prelude::*;

use super::app::{App, app, text};
use super::chart_view::ChartView;
use crate::analyse::{Verdict, verdict};
use crate::chart::{CumulativeCost, MonthlyCost, Picture, Ranking};
use crate::evaluate::Outcome;
use crate::model::amount::{money, money_exact, number, percent};
use crate::model::{Id, Plan};
use crate::session::Session;

/// The right half; on a narrow screen a strip on top that opens.
#[component]
pub fn Answer() -> impl IntoView {
    let app = app();
    let open = RwSignal::new(false);
    let verdict = Memo::new(move |_| app.on_plan(|session| verdict(session.plan(), session.evaluation())));
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
        <section class="answer" id="answer" aria-label="Answer" tabindex="-1" class:open=move || open.get()>
            <VerdictView verdict=verdict />
            <Figures />
            <button
                type="button"
                class="fold"
                id="fold"
                aria-expanded=text(move || open.get().to_string())
                aria-controls="charts"
                on:click=move |_| open.update(|open| *open = !*open)
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

fn picture(app: App, make: impl Fn(&Session) -> Picture + Send + Sync + 'static) -> Memo<Picture> {
    Memo::new(move |_| app.on_plan(&make))
}

#[component]
fn VerdictView(verdict: Memo<Verdict>) -> impl IntoView {
    view! {
        <div class="verdict" id="verdict">
            <p id="verdict-score">{text(move || verdict.with(|verdict| verdict.score.clone()))}</p>
            <p id="verdict-cost">{text(move || verdict.with(|verdict| verdict.cost.clone()))}</p>
            <p class="quiet" id="verdict-infrastructure">{text(move || verdict.with(|verdict| verdict.infrastructure.clone()))}</p>
        </div>
    }
}

/// A row of the table: its label, the last step of its results' path, and how a cell reads and what its tooltip adds.
type Figure = (&'static str, &'static str, fn(&Plan, &Outcome) -> (String, String));

const FIGURES: [Figure; 5] = [
    ("Score", "score", |plan, outcome| {
        let score = if plan.is_grouped() { outcome.score.grouped } else { outcome.score.flat };
        let text = score.map_or("–".into(), |score| number(score, 1));
        let ruled_out: Vec<&str> = outcome.score.ruled_out.iter().map(Id::as_str).collect();
        match ruled_out.as_slice() {
            [] => (text, "0 to 100".into()),
            criteria => (format!("{text}, ruled out"), format!("Fails the must-have of {}", criteria.join(", "))),
        }
    }),
    ("Total", "total", |plan, outcome| amount(plan, outcome.money.map(|money| money.total))),
    ("Net present value", "npv", |plan, outcome| amount(plan, outcome.money.map(|money| money.npv))),
    ("of it infrastructure", "infrastructure_total", |plan, outcome| {
        let text = outcome.infrastructure_share().map_or("unknown".into(), percent);
        let tooltip =
            outcome.money.map_or(String::new(), |money| money_exact(money.infrastructure, &plan.settings.currency));
        (text, tooltip)
    }),
    ("MVP month", "mvp_month", |plan, outcome| {
        let late = || format!("not within {} months", plan.settings.horizon_months.central());
        (outcome.mvp_month.map_or_else(late, |month| number(month, 1)), "When the first release is done".into())
    }),
];

fn amount(plan: &Plan, amount: Option<f64>) -> (String, String) {
    let currency = &plan.settings.currency;
    amount.map_or(("unknown".into(), "An instance cannot hold one copy".into()), |amount| {
        (money(amount, currency), money_exact(amount, currency))
    })
}

/// The headline figures of each alternative.
#[component]
fn Figures() -> impl IntoView {
    let app = app();
    let heads = Memo::new(move |_| {
        app.on_plan(|session| {
            let heads = session.plan().alternatives.iter().map(|a| (a.id.clone(), a.name.clone(), a.color.clone()));
            heads.collect::<Vec<_>>()
        })
    });
    let head = |(_, name, color): (Id, String, String)| {
        view! {
            <th scope="col">
                <span class="dot" aria-hidden="true" style:background-color=color></span>
                {name}
            </th>
        }
    };
    let row = move |(label, result, read): Figure| {
        let cell = move |(id, _, _): (Id, String, String)| {
            let path = format!("results.{id}.{result}");
            let texts = Memo::new(move |_| {
                app.on_plan(|session| {
                    let outcome = session.evaluation().outcome(id.as_str());
                    outcome.map_or_else(Default::default, |outcome| read(session.plan(), outcome))
                })
            });
            view! {
                <td data-path=path title=text(move || texts.with(|(_, tooltip)| tooltip.clone()))>
                    {text(move || texts.with(|(shown, _)| shown.clone()))}
                </td>
            }
        };
        view! {
            <tr>
                <th scope="row">{label}</th>
                {move || heads.get().into_iter().map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="figures-scroll" tabindex="0" role="region" aria-label="Headline figures">
            <table class="figures" id="figures">
                <caption class="out-of-sight">"Headline figures of each alternative"</caption>
                <thead>
                    <tr>
                        <td></td>
                        {move || heads.get().into_iter().map(head).collect_view()}
                    </tr>
                </thead>
                <tbody>{FIGURES.map(row).collect_view()}</tbody>
            </table>
        </div>
    }
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
            <button type="button" aria-pressed=is_shown data-alternative=data on:click=move |_| chosen.set(Some(id.clone()))>
                {name}
            </button>
        }
    };
    view! {
        <div class="picker" role="group" aria-label="Monthly cost of">
            <span aria-hidden="true">"Monthly cost of"</span>
            {move || names.get().into_iter().map(button).collect_view()}
        </div>
    }
}
