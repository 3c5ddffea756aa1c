//! A plan into a tree, in the fixed order of the file.

use super::{FORMAT, Node, VERSION};
use crate::model::{Alternative, Criterion, Id, Plan, Record, Scenario, Slot};

type Entries = Vec<(String, Node)>;

pub(super) fn plan(plan: &Plan) -> Node {
    let mut file = vec![
        entry("format", text(FORMAT)),
        entry("version", Node::Number(f64::from(VERSION))),
        entry("app", text(env!("CARGO_PKG_VERSION"))),
        entry("title", text(&plan.title)),
    ];
    if let Some(template) = &plan.template {
        file.push(entry("template", text(template.as_str())));
    }
    let roles = plan.team.other_roles.iter().map(|role| Node::Object(record(role)));
    let mut workload = record(&plan.workload);
    workload.push(entry("mix", Node::Object(record(&plan.workload.mix))));
    let mut team = record(&plan.team);
    team.push(entry("other_roles", Node::List(roles.collect())));
    file.extend([
        entry("settings", Node::Object(record(&plan.settings))),
        entry("groups", list(&plan.groups, |group| with_id(&group.id, record(group)))),
        entry("criteria", list(&plan.criteria, |criterion| self::criterion(criterion, &plan.alternatives))),
        entry("workload", Node::Object(workload)),
        entry("team", Node::Object(team)),
        entry("profiles", list(&plan.profiles, |profile| with_id(&profile.id, record(profile)))),
        entry("alternatives", list(&plan.alternatives, alternative)),
        entry("scenarios", list(&plan.scenarios, scenario)),
        entry("notes", notes(plan)),
    ]);
    Node::Object(file)
}

fn entry(key: &str, node: Node) -> (String, Node) {
    (key.to_owned(), node)
}

fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

fn list<T>(things: &[T], node: impl FnMut(&T) -> Node) -> Node {
    Node::List(things.iter().map(node).collect())
}

fn record(record: &dyn Record) -> Entries {
    let read =
        |(index, input): (usize, &crate::model::Input)| Some(entry(input.name, record.slot(index)?.read().into()));
    record.inputs().iter().enumerate().filter_map(read).collect()
}

fn with_id(id: &Id, entries: Entries) -> Node {
    Node::Object(std::iter::once(entry("id", text(id.as_str()))).chain(entries).collect())
}

/// Scores stand in the order of the alternatives, as a reader of the file expects.
fn criterion(criterion: &Criterion, alternatives: &[Alternative]) -> Node {
    let score = |alternative: &Alternative| {
        let score = criterion.scores.get(alternative.id.as_str())?;
        Some(entry(alternative.id.as_str(), score.read().into()))
    };
    let mut entries = record(criterion);
    entries.push(entry("scores", Node::Object(alternatives.iter().filter_map(score).collect())));
    with_id(&criterion.id, entries)
}

fn alternative(alternative: &Alternative) -> Node {
    let mut entries = record(alternative);
    entries.push(entry("tiers", list(&alternative.tiers, |tier| Node::Object(record(tier)))));
    entries.push(entry("team", Node::Object(record(&alternative.team))));
    entries.push(entry("rewrite", Node::Object(record(&alternative.rewrite))));
    with_id(&alternative.id, entries)
}

fn scenario(scenario: &Scenario) -> Node {
    let overrides = scenario.overrides.iter().map(|(path, value)| entry(path.as_str(), value.clone().into()));
    let entries = vec![
        entry("name", text(&scenario.name)),
        entry("note", text(&scenario.note)),
        entry("overrides", Node::Object(overrides.collect())),
    ];
    with_id(&scenario.id, entries)
}

fn notes(plan: &Plan) -> Node {
    let note = |(path, note): (&crate::model::Path, &crate::model::Note)| {
        let fields = vec![entry("text", text(&note.text)), entry("source", text(&note.source))];
        entry(path.as_str(), Node::Object(fields))
    };
    Node::Object(plan.notes.iter().map(note).collect())
}
