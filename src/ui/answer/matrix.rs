//! The article's use cases × the plan's alternatives: what they score, whom the article picks, and a way to load a row.

use leptos::prelude::*;

use super::super::app::App;
use super::super::erased::{live, on};
use super::super::fold::fold;
use super::load::{self, Loading};
use super::more_charts::lines;
use crate::analyse::agreement;
use crate::analyse::presets::{PRESETS, use_cases};
use crate::article::cited;
use crate::model::amount::number;
use crate::session::Session;

/// How many tints tell scores apart.
const TINTS: f64 = 5.0;

/// The table as it is shown.
struct Matrix {
    /// Id, name and colour of each alternative.
    heads: Vec<(String, String, String)>,
    rows: Vec<Row>,
    sentences: Vec<String>,
}

struct Row {
    preset: usize,
    cells: Vec<Score>,
}

struct Score {
    text: String,
    /// 0 for the lowest scores of the table, 5 for the highest.
    tint: u8,
    leads: bool,
    picked: bool,
}

fn matrix(session: &Session) -> Matrix {
    let plan = session.plan();
    let cases = use_cases(plan);
    let scores = || cases.iter().flat_map(|case| case.scores.iter().copied().flatten());
    let (least, most) = (scores().fold(f64::INFINITY, f64::min), scores().fold(0.0, f64::max));
    let tint = |score: f64| ((score - least) / (most - least).max(1.0) * TINTS).round() as u8;
    let rows = cases.iter().enumerate().map(|(preset, case)| {
        let leader = case.leader();
        let cell = |(place, score): (usize, &Option<f64>)| Score {
            text: score.map_or("–".into(), |score| number(score, 1)),
            tint: score.map_or(0, tint),
            leads: leader == Some(place),
            picked: case.pick == Some(place),
        };
        Row { preset, cells: case.scores.iter().enumerate().map(cell).collect() }
    });
    Matrix {
        heads: plan.alternatives.iter().map(|a| (a.id.to_string(), a.name.clone(), a.color.clone())).collect(),
        rows: rows.collect(),
        sentences: agreement(plan, &cases),
    }
}

/// The table, computed while it is unfolded.
pub fn view(app: App) -> AnyView {
    let heading = view! { <h2>"Use cases × alternatives"</h2> }.into_any();
    fold("matrix", "closer", heading, move || {
        let loading: Loading = RwSignal::new(String::new());
        view! {
            <p class="summary">
                "Scores, of 100, of this plan's alternatives with the weights of each use case and its team's expertise. Bold leads; ◆ is the article's pick. Click a score to load the weights."
            </p>
            {live(move || table(loading, app.on_plan(matrix)))}
            {load::panel(app, loading)}
        }
        .into_any()
    })
}

fn table(loading: Loading, matrix: Matrix) -> AnyView {
    let ids: Vec<String> = matrix.heads.iter().map(|(id, ..)| id.clone()).collect();
    let head = |(_, name, color): (String, String, String)| {
        view! { <th scope="col"><span class="dot" aria-hidden="true" style:background-color=color></span> {name}</th> }
    };
    let row = move |row: Row| {
        let preset = PRESETS.get(row.preset);
        let (id, name) = preset.map_or(("", ""), |preset| (preset.id, preset.name));
        let lines = preset.map_or(String::new(), |preset| format!("Article {}", cited(preset.lines)));
        let cells: Vec<_> = ids.iter().zip(row.cells).map(|(own, score)| cell(loading, id, own, score)).collect();
        view! { <tr><th scope="row" title=lines>{name}</th>{cells}</tr> }
    };
    let (heads, rows) =
        (matrix.heads.into_iter().map(head).collect::<Vec<_>>(), matrix.rows.into_iter().map(row).collect::<Vec<_>>());
    view! {
        <div class="figures-scroll" tabindex="0" role="region" aria-label="Use cases × alternatives">
            <table class="figures matrix">
                <thead>
                    <tr><th scope="col">"Use case"</th>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {lines(matrix.sentences)}
    }
    .into_any()
}

fn cell(loading: Loading, id: &str, alternative: &str, score: Score) -> impl IntoView + use<> {
    let own = load::button_id(id, alternative);
    let from = own.clone();
    let leads = score.leads.then(|| view! { <span class="out-of-sight">" leads"</span> });
    let picked = score.picked.then(|| {
        view! { <span class="pick" title="The article picks it for this use case">"◆ article "</span> }
    });
    view! {
        <td data-heat=score.tint>
            <button
                type="button"
                id=own
                class="score"
                class:leads=score.leads
                on:click=on(move |_| loading.set(from.clone()))
            >
                {picked}
                {score.text}
                {leads}
            </button>
        </td>
    }
}
