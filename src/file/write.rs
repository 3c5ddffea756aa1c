//! A plan into a tree, in the fixed order of the file.

use super::{FORMAT, Node, VERSION};
use crate::model::{
    Alternative, Criterion, Hiring, Id, Plan, Profile, Record, Rewrite, Scenario, Settings, Slot, Team, Thresholds,
    Tier, Workload,
};

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
    let roles = plan.team.other_roles.iter().map(|role| Node::Object(record(role, None)));
    let mut workload = record(&plan.workload, Some(&Workload::default()));
    workload.push(entry("mix", Node::Object(record(&plan.workload.mix, None))));
    let mut team = record(&plan.team, Some(&Team::default()));
    team.push(entry("other_roles", Node::List(roles.collect())));
    file.extend([
        entry("settings", Node::Object(record(&plan.settings, Some(&Settings::default())))),
        entry("groups", list(&plan.groups, |group| with_id(&group.id, record(group, None)))),
        entry("criteria", list(&plan.criteria, |criterion| self::criterion(criterion, &plan.alternatives))),
        entry("workload", Node::Object(workload)),
        entry("team", Node::Object(team)),
        entry("profiles", list(&plan.profiles, profile)),
        entry("alternatives", list(&plan.alternatives, alternative)),
    ]);
    let thresholds = record(&plan.thresholds, Some(&Thresholds::default()));
    if !thresholds.is_empty() {
        file.push(entry("thresholds", Node::Object(thresholds)));
    }
    file.extend([entry("scenarios", list(&plan.scenarios, scenario)), entry("notes", notes(plan))]);
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

/// The inputs of a record; later ones only where they differ from its defaults.
fn record(record: &dyn Record, default: Option<&dyn Record>) -> Entries {
    let read = |(index, input): (usize, &crate::model::Input)| {
        let value = record.slot(index)?.read();
        let is_default = || default.and_then(|default| default.slot(index)).is_some_and(|slot| slot.read() == value);
        (!(input.is_later && is_default())).then(|| entry(input.name, value.into()))
    };
    record.inputs().iter().enumerate().filter_map(read).collect()
}

fn profile(profile: &Profile) -> Node {
    with_id(&profile.id, record(profile, Some(&Profile::with_id(profile.id.clone()))))
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
    let raw = |alternative: &Alternative| {
        let raw = criterion.raw.get(alternative.id.as_str())?;
        Some(entry(alternative.id.as_str(), raw.read().into()))
    };
    let mut entries = record(criterion, Some(&Criterion::with_id(criterion.id.clone())));
    entries.push(entry("scores", Node::Object(alternatives.iter().filter_map(score).collect())));
    if !criterion.raw.is_empty() {
        entries.push(entry("raw", Node::Object(alternatives.iter().filter_map(raw).collect())));
    }
    with_id(&criterion.id, entries)
}

fn alternative(alternative: &Alternative) -> Node {
    let mut entries = record(alternative, Some(&Alternative::default()));
    entries.push(entry("tiers", list(&alternative.tiers, |tier| Node::Object(record(tier, Some(&Tier::default()))))));
    entries.push(entry("team", Node::Object(record(&alternative.team, Some(&Hiring::default())))));
    entries.push(entry("rewrite", Node::Object(record(&alternative.rewrite, Some(&Rewrite::default())))));
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
