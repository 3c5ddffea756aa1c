//! Two versions side by side, or one and the plan as it is now: their answers, and what differs.

use leptos::ev::Event;
use leptos::prelude::*;

use super::super::app::App;
use super::super::erased::{live, on, text};
use crate::model::Plan;
use crate::session::Session;
use crate::sheet::{Alone, Apart, PlansApart, ScenarioApart, apart};

/// The choice of the plan as it is now; the other ones are the ids of versions.
pub const NOW: &str = "";
/// Until somebody chooses: the newest version, whichever that is. No id has this letter.
const NEWEST: &str = "?";
/// The id of the heading.
pub const HEADING: &str = "version-comparison";

/// Which two are compared.
#[derive(Clone, Copy)]
pub struct Comparing {
    from: RwSignal<String>,
    to: RwSignal<String>,
    found: Memo<Option<PlansApart>>,
}

fn plan_of<'a>(session: &'a Session, choice: &str) -> Option<&'a Plan> {
    let document = session.document();
    if choice == NOW { Some(document) } else { document.version(choice).map(|version| &*version.plan) }
}

/// The choice, or the newest version where that is gone; none while there is no version.
fn there(session: &Session, choice: String) -> Option<String> {
    let newest = session.document().versions.last()?;
    Some(if plan_of(session, &choice).is_some() { choice } else { newest.id.to_string() })
}

impl Comparing {
    /// The newest version and the plan as it is now.
    pub fn new(app: App) -> Self {
        let (from, to) = (RwSignal::new(NEWEST.to_owned()), RwSignal::new(NOW.to_owned()));
        let found = Memo::new(move |_| {
            app.on_plan(|session| {
                let (from, to) = (there(session, from.get())?, there(session, to.get())?);
                Some(apart(plan_of(session, &from)?, plan_of(session, &to)?))
            })
        });
        Self { from, to, found }
    }

    /// Compares these two, and says how much differs.
    pub fn choose(self, app: App, from: String, to: String) {
        let said = untrack(|| format!("From {} to {}: ", name(app, &from), name(app, &to)));
        self.from.set(from);
        self.to.set(to);
        if let Some(found) = self.found.get_untracked() {
            app.said.set(said + &found.summary());
        }
    }

    /// The part of the dialog; there is none without a version.
    pub fn view(self, app: App) -> AnyView {
        let is_there = Memo::new(move |_| self.found.with(Option::is_some));
        live(move || if is_there.get() { self.section(app) } else { ().into_any() }).into_any()
    }

    fn section(self, app: App) -> AnyView {
        let from = move |event: Event| self.choose(app, event_target_value(&event), self.to.get_untracked());
        let to = move |event: Event| self.choose(app, self.from.get_untracked(), event_target_value(&event));
        let words = move |choice: RwSignal<String>| text(move || name(app, &choice.get()));
        let found = move || {
            self.found.with(|found| {
                found.as_ref().map_or_else(|| ().into_any(), |found| tables(found, words(self.from), words(self.to)))
            })
        };
        view! {
            <section id="version-compare" aria-labelledby=HEADING>
                <h3 id=HEADING tabindex="-1">"What differs"</h3>
                <p class="pair">
                    <label>"From " <select id="version-from" on:change=on(from)>{options(app, self.from)}</select></label>
                    <label>"to " <select id="version-to" on:change=on(to)>{options(app, self.to)}</select></label>
                </p>
                {live(found)}
                <p class="about">
                    "Results are those of the base. Notes on inputs and the order of things are not compared."
                </p>
            </section>
        }
        .into_any()
    }
}

/// What a choice is called.
fn name(app: App, choice: &str) -> String {
    app.on_plan(|session| {
        let choice = there(session, choice.to_owned()).unwrap_or_default();
        session.document().version(&choice).map_or_else(|| "now".into(), |version| version.name.clone())
    })
}

/// Now, and the versions, the newest first.
fn options(app: App, choice: RwSignal<String>) -> AnyView {
    let chosen = text(move || app.on_plan(|session| there(session, choice.get()).unwrap_or_default()));
    let option = move |(id, name): (String, String)| {
        let own = id.clone();
        view! { <option value=id prop:selected=move || chosen.get() == own>{name}</option> }
    };
    live(move || {
        let named = app.on_plan(|session| {
            let versions = session.document().versions.iter().rev();
            let versions = versions.map(|version| (version.id.to_string(), version.name.clone()));
            std::iter::once((NOW.to_owned(), "now".to_owned())).chain(versions).collect::<Vec<_>>()
        });
        named.into_iter().map(option).collect::<Vec<_>>().into_any()
    })
    .into_any()
}

fn tables(found: &PlansApart, from: Signal<String>, to: Signal<String>) -> AnyView {
    let table = |caption: String, lines: &[Apart], nothing: &'static str, has_differences: bool| {
        let rows: Vec<_> = lines.iter().map(|line| row(line, nothing, has_differences)).collect();
        let last = has_differences.then(|| view! { <th scope="col">"Difference"</th> });
        (!lines.is_empty()).then(|| {
            view! {
                <table class="apart">
                    <caption>{caption}</caption>
                    <thead>
                        <tr><td></td><th scope="col">{from}</th><th scope="col">{to}</th>{last}</tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            }
        })
    };
    let scenario = |own: &ScenarioApart| table(format!("Scenario {}", own.name), &own.parts, "as the base", false);
    let scenarios: Vec<_> = found.scenarios.iter().map(scenario).collect();
    let alone = |own: &Alone| {
        let which = if own.is_new { to } else { from };
        view! { <li>{own.what.clone()} ": only in “" {which} "”"</li> }
    };
    let alone: Vec<_> = found.alone.iter().map(alone).collect();
    view! {
        {table("Results".into(), &found.results, "not there", true)}
        <p id="version-summary">{found.summary()}</p>
        {(!alone.is_empty()).then(|| view! { <ul>{alone}</ul> })}
        {table("Inputs".into(), &found.inputs, "not there", false)}
        {scenarios}
    }
    .into_any()
}

fn row(line: &Apart, nothing: &'static str, has_differences: bool) -> AnyView {
    let text = |side: &Option<String>| side.clone().unwrap_or_else(|| nothing.to_owned());
    let unit = (!line.unit.is_empty()).then(|| view! { " " <small>{line.unit.clone()}</small> });
    let last = has_differences.then(|| view! { <td>{line.difference.clone().unwrap_or_default()}</td> });
    view! {
        <tr>
            <th scope="row">{line.label.clone()} {unit}</th>
            <td>{text(&line.before)}</td>
            <td>{text(&line.after)}</td>
            {last}
        </tr>
    }
    .into_any()
}
