//! The bar over the Compare sheet: which inputs and columns it shows, and what the results are compared with.

use leptos::ev::Event;
use leptos::prelude::*;

use super::app::{App, app};
use super::chart_view::small_chart;
use super::erased::{live, on, text};
use crate::chart::{Picture, SmallCost, SmallRanking};
use crate::edit::structure::Addition;
use crate::evaluate::Evaluation;
use crate::model::{Id, Plan};
use crate::session::{Command, Compare, Session};
use crate::sheet::{Case, SheetId};

/// Rows of pictures below the comparison: none below other sheets.
pub fn picture_rows(app: App) -> usize {
    let compares = app.read(|session| session.sheet() == SheetId::Compare);
    if compares { 2 } else { 0 }
}

/// The scores and the costs of each column in little, under the column and on common axes. `above` is how many rows are.
pub fn pictures(app: App, above: usize) -> AnyView {
    if picture_rows(app) == 0 {
        return ().into_any();
    }
    let cases = app.read(|session| session.comparison().cases(session.document()));
    let top = Memo::new(move |_| app.on_plan(|session| SmallCost::top_of(evaluations(session))));
    let make = move |what: &'static str, row: usize, picture: fn(&Plan, &Evaluation, f64) -> Picture| {
        let cell = |(column, case): (usize, &Case)| {
            let case = case.clone();
            // What is drawn last stays where a column is about to go.
            let drawn = Memo::new(move |last: Option<&Option<Picture>>| {
                let top = top.get();
                let now = app.on_plan(|session| {
                    let (plan, evaluation) = session.outlook(&case)?;
                    plan.faults().is_empty().then(|| picture(plan, evaluation, top))
                });
                now.or_else(|| last.cloned().flatten())
            });
            let is_there = Memo::new(move |_| drawn.with(Option::is_some));
            let small = live(move || {
                let empty = move || app.read(|session| picture(session.document(), session.evaluation(), 1.0));
                let shown = move || small_chart(Memo::new(move |_| drawn.get().unwrap_or_else(empty)));
                is_there.get().then(shown).into_any()
            });
            view! { <td role="gridcell" aria-colindex=column + 2>{small}</td> }
        };
        view! {
            <tr role="row" class="pictures" aria-rowindex=above + 1 + row>
                <th role="rowheader" scope="row" aria-colindex="1">{what}</th>
                {cases.iter().enumerate().map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <tfoot>
            {make("Scores", 1, |plan, evaluation, _| Picture::SmallRanking(SmallRanking::of(plan, evaluation)))}
            {make("Cost so far", 2, |plan, evaluation, top| Picture::SmallCost(SmallCost::of(plan, evaluation, top)))}
        </tfoot>
    }
    .into_any()
}

fn evaluations(session: &Session) -> Vec<&Evaluation> {
    let cases = session.comparison().cases(session.document());
    let sound = |(plan, evaluation): (&Plan, _)| plan.faults().is_empty().then_some(evaluation);
    cases
        .iter()
        .filter_map(|case| session.outlook(case).and_then(|(plan, evaluation)| sound((plan, evaluation))))
        .collect()
}

/// The value of a case in a list to choose from.
pub fn value_of(case: &Case) -> String {
    case.scenario().map_or_else(|| "base".into(), |id| format!("scenarios.{id}"))
}

/// The case with this value.
pub fn case_of(session: &Session, value: &str) -> Option<Case> {
    session.comparison().cases(session.document()).into_iter().find(|case| value_of(case) == value)
}

fn send(app: App, change: Compare) {
    app.dispatch(Command::Compare(change));
}

/// The bar; only over its sheet.
#[component]
pub fn CompareBar() -> impl IntoView {
    let app = app();
    let is_open = Memo::new(move |_| app.on_layout(Session::sheet) == SheetId::Compare);
    view! {
        {live(move || if is_open.get() { bar(app) } else { ().into_any() })}
    }
}

fn bar(app: App) -> AnyView {
    let all = move || app.on_layout(|session| session.comparison().all_inputs);
    let rows = move |label: &'static str, id: &'static str, wanted: bool| {
        view! {
            <button
                type="button"
                id=id
                aria-pressed=text(move || (all() == wanted).to_string())
                on:click=on(move |_| send(app, Compare::AllInputs(wanted)))
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="compare-bar" role="toolbar" aria-label="Comparison">
            <button type="button" on:click=on(move |_| app.dispatch(Command::Add(Addition::Scenario)))>
                "New scenario"
            </button>
            <span role="group" aria-label="Inputs">
                {rows("What differs", "rows-changed", false)}
                {rows("All inputs", "rows-all", true)}
            </span>
            {columns(app)}
            {baseline(app)}
        </div>
    }
    .into_any()
}

/// A box to tick for each scenario.
fn columns(app: App) -> AnyView {
    let scenarios = Memo::new(move |_| {
        app.on_plan(|_| ());
        app.on_layout(|session| {
            let document = session.document();
            let shown = |id: &Id| session.comparison().shown(document).any(|scenario| scenario.id == *id);
            document.scenarios.iter().map(|own| (own.id.clone(), own.name.clone(), shown(&own.id))).collect::<Vec<_>>()
        })
    });
    let tick = move |(id, name, is_shown): (Id, String, bool)| {
        let turn = move |_| send(app, Compare::Column(id.clone(), !is_shown));
        view! {
            <li>
                <label>
                    <input type="checkbox" prop:checked=is_shown on:change=on(turn) />
                    " "
                    {name}
                </label>
            </li>
        }
    };
    let count = text(move || {
        let (shown, all) = scenarios.with(|all| (all.iter().filter(|(.., shown)| *shown).count(), all.len()));
        format!("Columns ({shown} of {all})")
    });
    view! {
        <details class="columns" id="compare-columns">
            <summary>{count}</summary>
            <ul>{live(move || scenarios.get().into_iter().map(tick).collect_view().into_any())}</ul>
        </details>
    }
    .into_any()
}

/// The column that is pinned, and how differences from it are written.
fn baseline(app: App) -> AnyView {
    let cases = Memo::new(move |_| {
        app.on_plan(|_| ());
        app.on_layout(|session| {
            let cases = session.comparison().cases(session.document());
            cases.into_iter().map(|case| (value_of(&case), session.name_of_case(&case))).collect::<Vec<_>>()
        })
    });
    let pinned =
        text(move || app.on_plan(|session| session.comparison().baseline.as_ref().map_or(String::new(), value_of)));
    let choose = move |event: Event| {
        let value = event_target_value(&event);
        let case = app.read(|session| case_of(session, &value));
        send(app, Compare::Baseline(case));
    };
    let option = move |(value, name): (String, String)| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || pinned.get() == own>{name}</option> }
    };
    let in_percent = move || app.on_plan(|session| session.comparison().in_percent);
    view! {
        <span class="baseline">
            <label for="baseline">"Results "</label>
            <select id="baseline" on:change=on(choose)>
                {option((String::new(), "as they are".into()))}
                {live(move || {
                    let from = |(value, name)| option((value, format!("as differences from {name}")));
                    cases.get().into_iter().map(from).collect_view().into_any()
                })}
            </select>
            <label>
                <input
                    type="checkbox"
                    id="in-percent"
                    prop:checked=in_percent
                    disabled=move || pinned.get().is_empty()
                    on:change=on(move |_| send(app, Compare::InPercent(!untrack(in_percent))))
                />
                " in per cent"
            </label>
        </span>
    }
    .into_any()
}
