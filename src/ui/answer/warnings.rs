//! What deserves a second look, by rule, with a way to the cell. Nothing here is announced: it would interrupt typing.

use leptos::prelude::*;

use super::super::app::App;
use super::super::erased::{live, on, text};
use super::super::fold::fold;
use crate::analyse::Warning;
use crate::model::Path;
use crate::session::Session;

/// The rules on sources: they concern the whole plan and stand last.
const ON_SOURCES: [&str; 2] = ["W17", "W21"];

/// All warnings of one rule.
#[derive(Debug, Clone, PartialEq)]
struct Rule {
    id: &'static str,
    name: &'static str,
    /// Names of the alternatives, empty for the whole plan.
    about: String,
    warnings: Vec<Warning>,
}

/// The rules that have something to say: those on the plan's numbers, and those on sources.
fn rules(session: &Session) -> [Vec<Rule>; 2] {
    let (mut own, mut on_sources): (Vec<Rule>, Vec<Rule>) = (Vec::new(), Vec::new());
    for warning in session.warnings() {
        let rules = if ON_SOURCES.contains(&warning.rule) { &mut on_sources } else { &mut own };
        let name = warning.alternative.as_ref().and_then(|id| session.plan().alternative(id.as_str()));
        let name = name.map_or("", |alternative| alternative.name.as_str());
        match rules.last_mut() {
            Some(rule) if rule.id == warning.rule => {
                // A rule may find several tiers of one alternative.
                let again = rule.warnings.last().is_some_and(|last| last.alternative == warning.alternative);
                if !again {
                    rule.about.push_str(", ");
                    rule.about.push_str(name);
                }
                rule.warnings.push(warning);
            }
            _ => rules.push(Rule {
                id: warning.rule,
                name: warning.name,
                about: name.to_owned(),
                warnings: vec![warning],
            }),
        }
    }
    [own, on_sources]
}

fn count(rules: &[Rule]) -> usize {
    rules.iter().map(|rule| rule.warnings.len()).sum()
}

fn counted(count: usize) -> String {
    format!("{count} warning{}", if count == 1 { "" } else { "s" })
}

/// The headline count; unfolded, every warning.
pub fn view(app: App) -> AnyView {
    let rules = Memo::new(move |_| app.on_settled(rules));
    let headline = text(move || {
        let [own, on_sources] = rules.with(|[own, on_sources]| [count(own), count(on_sources)]);
        match (own, on_sources) {
            (0, 0) => "No warnings".into(),
            (own, 0) => counted(own),
            (0, on_sources) => format!("{} on sources", counted(on_sources)),
            (own, on_sources) => format!("{}, {on_sources} on sources", counted(own)),
        }
    });
    let names = text(move || rules.with(|[own, _]| own.iter().map(|rule| rule.name).collect::<Vec<_>>().join(" · ")));
    let sign = move || rules.with(|[own, _]| (!own.is_empty()).then_some("⚠"));
    let heading = view! {
        <span class="sign" aria-hidden="true">{sign}</span>
        <h2>{headline}</h2>
        <span class="names" aria-hidden="true">{names}</span>
    };
    fold("warnings", "closer warnings", heading.into_any(), move || {
        let sources =
            view! { <h3>{text(move || format!("On sources: {}", counted(rules.with(|[_, s]| count(s)))))}</h3> };
        view! {
            <div class="rules" tabindex="0" role="region" aria-label="Warnings by rule">
                {live(move || rules.with(|[own, _]| list(app, own)))}
                {fold("source-warnings", "closer", sources.into_any(), move || {
                    live(move || rules.with(|[_, on_sources]| list(app, on_sources))).into_any()
                })}
            </div>
        }
        .into_any()
    })
}

fn list(app: App, rules: &[Rule]) -> AnyView {
    let rule = |rule: &Rule| {
        let warnings: Vec<_> = rule.warnings.iter().map(|warning| item(app, warning)).collect();
        let about = if rule.about.is_empty() { String::new() } else { format!(" – {}", rule.about) };
        view! {
            <li data-rule=rule.id>
                <p class="rule"><strong>{rule.name}</strong> {about} " " <code>{rule.id}</code></p>
                <ul>{warnings}</ul>
            </li>
        }
    };
    let rules: Vec<_> = rules.iter().map(rule).collect();
    view! { <ul class="rules-list">{rules}</ul> }.into_any()
}

fn item(app: App, warning: &Warning) -> impl IntoView + use<> {
    // Most sentences name the month themselves.
    let month = warning.month.map(|month| format!("month {month}")).filter(|month| !warning.message.contains(month));
    let month = month.map(|month| format!("From {month}. "));
    view! { <li>{month} {warning.message.clone()} " " {jump(app, &warning.path)}</li> }
}

/// A button that goes to an input's cell.
pub fn jump(app: App, path: &Path) -> AnyView {
    let (path, shown) = (path.clone(), path.to_string());
    let label = format!("Go to {shown}");
    let go = move |_| app.go_to(path.clone());
    view! {
        <button type="button" class="jump" aria-label=label on:click=on(go)>
            <span aria-hidden="true">"→ "</span>
            <code>{shown}</code>
        </button>
    }
    .into_any()
}
