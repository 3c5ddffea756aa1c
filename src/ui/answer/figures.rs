//! The figures of each alternative: the headline ones, and under them all others.

use leptos::prelude::*;

use super::super::app::App;
use super::super::erased::live;
use super::super::fold::fold;
use super::super::table::{Figure, Figures, Head, table_view};
use crate::analyse::failed_must_haves;
use crate::evaluate::{Evaluation, Outcome};
use crate::model::Plan;
use crate::model::amount::{money, money_exact, number, percent};

/// What a figure shows, and a longer text.
type Said = (String, String);

const NO_COPY: &str = "An instance cannot hold one copy";

fn header(plan: &Plan) -> Vec<Head> {
    let heads = plan.alternatives.iter().map(|own| (own.name.clone(), Some(own.color.clone())));
    std::iter::once(("Figure".into(), None)).chain(heads).collect()
}

/// One row: `result` is the last part of the result's path, empty where no result has this path.
fn row(
    plan: &Plan,
    evaluation: &Evaluation,
    label: &str,
    result: &str,
    read: fn(&Plan, &Outcome) -> Said,
) -> (String, Vec<Figure>) {
    let cell = |outcome: &Outcome| {
        let (text, tooltip) = read(plan, outcome);
        let path = (!result.is_empty()).then(|| format!("results.{}.{result}", outcome.id));
        Figure { text, tooltip: Some(tooltip), path }
    };
    (label.to_owned(), evaluation.alternatives.iter().map(cell).collect())
}

/// The headline figures.
pub fn headline(plan: &Plan, evaluation: &Evaluation) -> Figures {
    let row = |label, result: &str, read| row(plan, evaluation, label, result, read);
    let combined = plan.settings.cost_weight.is_some().then(|| {
        row("Combined index", "combined", |_, outcome| {
            (outcome.combined.map_or("–".into(), |index| number(index, 1)), "Score and cost in one number".into())
        })
    });
    Figures {
        name: "figures",
        caption: format!("Headline figures, {} months", plan.settings.horizon_months.central()),
        header: header(plan),
        rows: vec![
            row("Score", &format!("score.{}", plan.settings.score_form.word()), score),
            row("Total", "total", |plan, outcome| amount(plan, outcome.money.map(|money| money.total))),
            row("of it infrastructure", "infrastructure_share", |plan, outcome| {
                let exact = amount(plan, outcome.money.map(|money| money.infrastructure)).1;
                (outcome.infrastructure_share().map_or("unknown".into(), percent), exact)
            }),
            row("Net present value", "npv", |plan, outcome| amount(plan, outcome.money.map(|money| money.npv))),
            row("First release, month", "mvp_month", |plan, outcome| {
                let late = || format!("not within {}", plan.settings.horizon_months.central());
                let month = outcome.mvp_month.map_or_else(late, |month| number(month, 1));
                (month, "When the first release is done".into())
            }),
            row("Cost at equal output", "equal_output_cost", |plan, outcome| {
                amount(plan, outcome.money.map(|money| money.equal_output))
            }),
        ]
        .into_iter()
        .chain(combined)
        .collect(),
    }
}

/// All other figures, folded.
pub fn all(app: App) -> AnyView {
    let heading = view! { "All figures" }.into_any();
    fold("all-figures", "closer", heading, move || {
        let table = Memo::new(move |_| app.on_plan(|session| others(session.plan(), session.evaluation())));
        live(move || table_view(table.get())).into_any()
    })
}

fn others(plan: &Plan, evaluation: &Evaluation) -> Figures {
    let row = |label, result: &str, read| row(plan, evaluation, label, result, read);
    Figures {
        name: "all-figures",
        caption: format!("All other figures, {} months", plan.settings.horizon_months.central()),
        header: header(plan),
        rows: vec![
            row("Delivered engineer-months", "delivered_engineer_months", |_, outcome| {
                let text = "Output of the team over the horizon, in months of one full engineer";
                (number(outcome.delivered, 1), text.into())
            }),
            row("Cost per engineer-month", "cost_per_engineer_month", |plan, outcome| match outcome.money {
                Some(own) if own.per_engineer_month.is_none() => ("nothing delivered".into(), "No output".into()),
                own => amount(plan, own.and_then(|own| own.per_engineer_month)),
            }),
            row("Engineers a rewrite pays for", "rewrite_fte", |_, outcome| {
                (number(outcome.rewrite_fte, 2), "The rewrite's cost over its months, in this alternative's pay".into())
            }),
            row("Suggested rewrite probability", "rewrite_suggested_p", |_, outcome| {
                (percent(outcome.rewriting.suggested), "A guess that grows with the strain; off by default".into())
            }),
            row("Ruled out because", "", |plan, outcome| {
                let failed = failed_must_haves(plan, outcome);
                let none = "It meets every must-have".to_owned();
                if failed.is_empty() { ("–".into(), none) } else { (failed.join(", "), "Score < must-have".into()) }
            }),
        ],
    }
}

fn score(plan: &Plan, outcome: &Outcome) -> Said {
    let score = outcome.score.in_form(plan);
    let text = score.map_or("–".into(), |score| number(score, 1));
    match failed_must_haves(plan, outcome).as_slice() {
        [] => (text, "0 to 100".into()),
        failed => (format!("{text}, ruled out"), format!("Ruled out because {}", failed.join(", "))),
    }
}

fn amount(plan: &Plan, amount: Option<f64>) -> Said {
    let currency = &plan.settings.currency;
    amount.map_or(("unknown".into(), NO_COPY.into()), |amount| (money(amount, currency), money_exact(amount, currency)))
}
