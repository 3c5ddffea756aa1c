//! Two alternatives side by side: who leads and why, and weights to drag until it turns round.

use leptos::prelude::*;

use super::super::app::App;
use super::super::erased::{live, text};
use super::fold::fold;
use super::picker::picker;
use super::slider::slider;
use super::traffic::Traffic;
use super::warnings::jump;
use crate::analyse::{Contrast, Pair, pair, top_two, traffic_sentence};
use crate::model::amount::number;
use crate::model::{Id, Path};
use crate::session::Session;

/// The article's line that compares Node.js and Go; it asks for the connections too.
const CONNECTIONS: u16 = 77;

/// The two sides as clicked; the leader and the runner-up where nothing was.
type Clicked = RwSignal<(Option<Id>, Option<Id>)>;

/// The two places in the plan, never the same.
fn places(session: &Session, clicked: &(Option<Id>, Option<Id>)) -> (usize, usize) {
    let plan = session.plan();
    let (leader, second) = top_two(plan, session.evaluation()).unwrap_or((0, 1));
    let place = |id: &Option<Id>| {
        let id = id.as_ref()?;
        plan.alternatives.iter().position(|alternative| alternative.id == *id)
    };
    let a = place(&clicked.0).unwrap_or(leader);
    let b = place(&clicked.1).unwrap_or(second);
    let other = [b, second, leader, 0, 1].into_iter().find(|other| *other != a);
    (a, other.unwrap_or(b))
}

/// The pair, computed while it is unfolded.
pub fn view(app: App, crossover: Traffic) -> AnyView {
    let heading = view! { <h2>"Two alternatives"</h2> }.into_any();
    let clicked: Clicked = RwSignal::new((None, None));
    fold("pair", "closer", heading, move || {
        let places = Memo::new(move |_| app.on_plan(|session| clicked.with(|clicked| places(session, clicked))));
        let both = Memo::new(move |_| {
            let (a, b) = places.get();
            app.on_plan(|session| pair(session.plan(), session.evaluation(), a, b))
        });
        let ids = move || {
            let (a, b) = places.get();
            let id = |place: usize| {
                app.on_plan(|s| s.plan().alternatives.get(place).map(|own| own.id.clone())).unwrap_or_default()
            };
            (id(a), id(b))
        };
        // Choosing the other side's alternative swaps the sides.
        let choose = move |is_first: bool, id: Id| {
            let (a, b) = untrack(ids);
            clicked.set(match is_first {
                true => (Some(id.clone()), Some(if id == b { a } else { b })),
                false => (Some(if id == a { b } else { a }), Some(id)),
            });
        };
        let said = move |part: fn(&Pair) -> &String| {
            text(move || both.with(|pair| pair.as_ref().map_or(String::new(), |pair| part(pair).clone())))
        };
        let in_traffic = text(move || {
            let (a, b) = places.get();
            crossover.with(|crossover| match crossover {
                Some(crossover) => app.read(|session| traffic_sentence(session.plan(), crossover, a, b)),
                None => "Choose Traffic above to see at which traffic their costs cross.".into(),
            })
        });
        view! {
            {picker(app, "Compare", text(move || ids().0.to_string()), move |id| choose(true, id))}
            {picker(app, "with", text(move || ids().1.to_string()), move |id| choose(false, id))}
            <p id="pair-lead">{said(|pair| &pair.lead)}</p>
            <p class="summary" id="pair-break-evens">{said(|pair| &pair.break_evens)} " " {in_traffic}</p>
            {table(app, both, move || clicked.set({
                let (a, b) = untrack(ids);
                (Some(a), Some(b))
            }))}
        }
        .into_any()
    })
}

/// One part of the table: the criteria asked first, the groups, the other criteria.
#[derive(Debug, Clone, PartialEq)]
struct Section {
    heading: String,
    connections: bool,
    rows: Vec<Row>,
}

/// A row that stays while its numbers change, so that a slider keeps the keyboard.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    name: String,
    path: Path,
}

fn sections(pair: &Pair) -> Vec<Section> {
    let row = |contrast: &Contrast| Row { name: contrast.flip.name.clone(), path: contrast.weight.clone() };
    let section = |heading: String, rows: &[Contrast]| Section {
        heading,
        connections: false,
        rows: rows.iter().map(row).collect(),
    };
    let (line, asked) = pair.asked_first.unwrap_or((0, 0));
    let (first, rest) = pair.criteria.split_at(asked.min(pair.criteria.len()));
    let mut sections = vec![
        section(format!("The article asks first (line {line})"), first),
        section("Groups".into(), &pair.groups),
        section(if first.is_empty() { "Criteria" } else { "Other criteria" }.into(), rest),
    ];
    if let Some(first) = sections.first_mut() {
        first.connections = line == CONNECTIONS;
    }
    sections.retain(|section| !section.rows.is_empty());
    sections
}

fn table(app: App, both: Memo<Option<Pair>>, keep: impl Fn() + Copy + Send + Sync + 'static) -> AnyView {
    let sections = Memo::new(move |_| both.with(|pair| pair.as_ref().map(sections).unwrap_or_default()));
    let name = move |part: fn(&(String, String)) -> &String| {
        text(move || both.with(|pair| pair.as_ref().map_or(String::new(), |pair| part(&pair.names).clone())))
    };
    let row = move |row: Row| {
        let path = row.path.clone();
        let read = move |part: fn(&Contrast) -> String| {
            let path = path.clone();
            text(move || {
                both.with(|pair| {
                    let mut all = pair.iter().flat_map(|pair| pair.criteria.iter().chain(&pair.groups));
                    all.find(|contrast| contrast.weight == path).map_or(String::new(), part)
                })
            })
        };
        let weight = read(|contrast| contrast.flip.weight.to_string());
        let why = read(|contrast| match contrast.flip.at {
            Some(_) => "With this weight the two score the same".into(),
            None => "No weight makes the two score the same".into(),
        });
        view! {
            <tr>
                <th scope="row">{row.name.clone()}</th>
                <td>{slider(app, row.name, row.path, weight, keep)}</td>
                <td>{read(|contrast| score(contrast.scores.map(|scores| scores.0)))}</td>
                <td>{read(|contrast| score(contrast.scores.map(|scores| scores.1)))}</td>
                <td>{read(|contrast| signed(contrast.points))}</td>
                <td title=why>{read(|contrast| contrast.flip.at.map_or("–".into(), |at| number(at, 1)))}</td>
            </tr>
        }
    };
    let section = move |section: Section| {
        let rows: Vec<_> = section.rows.into_iter().map(row).collect();
        let connections = section.connections.then(|| jump(app, &"workload.connections".into()));
        view! {
            <tbody>
                <tr><th colspan="6" scope="rowgroup" class="section">{section.heading} " " {connections}</th></tr>
                {rows}
            </tbody>
        }
    };
    let body = live(move || sections.get().into_iter().map(section).collect_view().into_any());
    view! {
        <div class="figures-scroll" tabindex="0" role="region" aria-label="Criteria of the two">
            <table class="figures pair">
                <thead>
                    <tr>
                        <th scope="col">"Criterion"</th>
                        <th scope="col">"Weight"</th>
                        <th scope="col">{name(|names| &names.0)}</th>
                        <th scope="col">{name(|names| &names.1)}</th>
                        <th scope="col" title="How many points of 100 the first is ahead here">"Lead"</th>
                        <th scope="col" title="The weight at which the two score the same">"Flips at"</th>
                    </tr>
                </thead>
                {body}
            </table>
        </div>
    }
    .into_any()
}

fn score(score: Option<f64>) -> String {
    score.map_or("–".into(), |score| number(score, 1))
}

fn signed(points: f64) -> String {
    let text = number(points, 1);
    if points >= 0.05 { format!("+{text}") } else { text }
}
