//! Two alternatives side by side: who leads and why, and weights to drag until it turns round.

use leptos::prelude::*;

use super::super::app::App;
use super::super::erased::{live, text};
use super::super::fold::fold;
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
#[derive(Clone, Copy)]
struct Clicked(RwSignal<Option<Id>>, RwSignal<Option<Id>>);

impl Clicked {
    fn set(self, a: Id, b: Id) {
        self.0.set(Some(a));
        self.1.set(Some(b));
    }

    /// The two side by side, never one with itself.
    fn pair(self, session: &Session) -> Option<Pair> {
        let plan = session.plan();
        let (leader, second) = top_two(plan, session.evaluation()).unwrap_or((0, 1));
        let place = |clicked: RwSignal<Option<Id>>| {
            let id = clicked.get()?;
            plan.alternatives.iter().position(|alternative| alternative.id == id)
        };
        let a = place(self.0).unwrap_or(leader);
        let b = place(self.1).unwrap_or(second);
        let other = [b, second, leader, 0, 1].into_iter().find(|other| *other != a);
        pair(plan, session.evaluation(), a, other?)
    }
}

/// The pair, computed while it is unfolded.
pub fn view(app: App, crossover: Traffic) -> AnyView {
    let heading = view! { <h2>"Two alternatives"</h2> }.into_any();
    let clicked = Clicked(RwSignal::new(None), RwSignal::new(None));
    fold("pair", "closer", heading, move || {
        let both = Memo::new(move |_| app.on_plan(|session| clicked.pair(session)));
        // Choosing the other side's alternative swaps the sides.
        let choose = move |is_first: bool, id: Id| {
            let Some((a, b)) = both.with_untracked(|pair| pair.as_ref().map(|pair| pair.ids.clone())) else { return };
            match is_first {
                true => clicked.set(id.clone(), if id == b { a } else { b }),
                false => clicked.set(if id == a { b } else { a }, id),
            }
        };
        // A weight that is dragged past its flip must not swap the sides.
        let keep = move || {
            if let Some((a, b)) = both.with_untracked(|pair| pair.as_ref().map(|pair| pair.ids.clone())) {
                clicked.set(a, b);
            }
        };
        let said = move |part: fn(&Pair) -> String| of(both, part);
        let in_traffic = text(move || {
            let sentence = |pair: &Pair| {
                let ask = "Choose Traffic above to see at which traffic their costs cross.";
                crossover
                    .with(|crossover| crossover.as_ref().map_or(ask.into(), |all| traffic_sentence(all, &pair.ids)))
            };
            both.with(|pair| pair.as_ref().map_or(String::new(), sentence))
        });
        view! {
            {picker(app, "Compare", said(|pair| pair.ids.0.to_string()), move |id| choose(true, id))}
            {picker(app, "with", said(|pair| pair.ids.1.to_string()), move |id| choose(false, id))}
            <p id="pair-lead">{said(|pair| pair.lead.clone())}</p>
            <p class="summary" id="pair-break-evens">{said(|pair| pair.break_evens.clone())} " " {in_traffic}</p>
            {table(app, both, keep)}
        }
        .into_any()
    })
}

/// A text that follows the pair.
fn of(both: Memo<Option<Pair>>, part: fn(&Pair) -> String) -> Signal<String> {
    text(move || both.with(|pair| pair.as_ref().map_or(String::new(), part)))
}

/// One part of the table: the criteria asked first, the groups, the other criteria.
struct Section {
    heading: String,
    connections: bool,
    rows: Vec<Row>,
}

/// The path of a weight and the name of what it weighs.
type Row = (Id, String);

fn rows(contrasts: &[Contrast]) -> Vec<Row> {
    contrasts.iter().map(|contrast| (contrast.weight.as_str().into(), contrast.flip.name.clone())).collect()
}

fn sections(pair: &Pair) -> Vec<Section> {
    let section = |heading: String, part: &[Contrast]| Section { heading, connections: false, rows: rows(part) };
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
    // Rows stay while their numbers change, so that a slider keeps the keyboard.
    let order = Memo::new(move |_| {
        both.with(|pair| {
            pair.iter().flat_map(|pair| rows(&pair.criteria).into_iter().chain(rows(&pair.groups))).collect::<Vec<_>>()
        })
    });
    let row = move |(path, name): Row| {
        let path = Path::from(path.as_str());
        let weighed = path.clone();
        let read = move |part: fn(&Contrast) -> String| {
            let path = weighed.clone();
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
                <th scope="row">{name.clone()}</th>
                <td>{slider(app, name, path, weight, keep)}</td>
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
    let body = live(move || {
        // Reading it is what makes it follow the pair.
        order.with(|_| ());
        let sections = both.with_untracked(|pair| pair.as_ref().map(sections).unwrap_or_default());
        sections.into_iter().map(section).collect_view().into_any()
    });
    view! {
        <div class="figures-scroll" tabindex="0" role="region" aria-label="Criteria of the two">
            <table class="figures pair">
                <thead>
                    <tr>
                        <th scope="col">"Criterion"</th>
                        <th scope="col">"Weight"</th>
                        <th scope="col">{of(both, |pair| pair.names.0.clone())}</th>
                        <th scope="col">{of(both, |pair| pair.names.1.clone())}</th>
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
