//! A plan into a tree, in the fixed order of the file.

use super::{FORMAT, Node, VERSION};
use crate::model::{
    Alternative, Criterion, Decision, Hiring, Id, Path, Plan, Profile, Quantity, Record, Rewrite, Scenario, Settings,
    Slot, Sorted, Team, Thresholds, Tier, Value, Version, Workload,
};

type Entries = Vec<(String, Node)>;

pub(super) fn plan(plan: &Plan) -> Node {
    let writer = Writer { plan };
    let mut file = vec![
        entry("format", text(FORMAT)),
        entry("version", Node::Number(f64::from(VERSION))),
        entry("app", text(env!("CARGO_PKG_VERSION"))),
        entry("title", text(&plan.title)),
    ];
    if let Some(template) = &plan.template {
        file.push(entry("template", text(template.as_str())));
    }
    let decision = writer.record(&"decision".into(), &plan.decision, Some(&Decision::default()));
    if !decision.is_empty() {
        file.push(entry("decision", Node::Object(decision)));
    }
    let role = |(index, role)| Node::Object(writer.record(&Path::from("team.other_roles").then(index), role, None));
    let roles = plan.team.other_roles.iter().map(|role| role as &dyn Record).enumerate().map(role).collect();
    let mut workload = writer.record(&"workload".into(), &plan.workload, Some(&Workload::default()));
    let mix = writer.record(&"workload.mix".into(), &plan.workload.mix, None);
    workload.push(entry("mix", Node::Object(mix)));
    let mut team = writer.record(&"team".into(), &plan.team, Some(&Team::default()));
    team.push(entry("other_roles", Node::List(roles)));
    let settings = writer.record(&"settings".into(), &plan.settings, Some(&Settings::default()));
    file.extend([
        entry("settings", Node::Object(settings)),
        entry("groups", list(&plan.groups, |group| writer.thing("groups", &group.id, group, None))),
        entry("criteria", list(&plan.criteria, |criterion| writer.criterion(criterion))),
        entry("workload", Node::Object(workload)),
        entry("team", Node::Object(team)),
        entry("profiles", list(&plan.profiles, |profile| writer.profile(profile))),
        entry("alternatives", list(&plan.alternatives, |alternative| writer.alternative(alternative))),
    ]);
    let thresholds = writer.record(&"thresholds".into(), &plan.thresholds, Some(&Thresholds::default()));
    if !thresholds.is_empty() {
        file.push(entry("thresholds", Node::Object(thresholds)));
    }
    file.extend([entry("scenarios", list(&plan.scenarios, scenario)), entry("notes", notes(plan))]);
    if !plan.versions.is_empty() {
        file.push(entry("versions", list(&plan.versions, |version| writer.version(version))));
    }
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

fn with_id(id: &Id, entries: Entries) -> Node {
    Node::Object(std::iter::once(entry("id", text(id.as_str()))).chain(entries).collect())
}

/// Writes records of a plan, which holds their formulas.
struct Writer<'a> {
    plan: &'a Plan,
}

impl Writer<'_> {
    /// What stands at `path`: its formula, or else the value of its slot.
    fn value(&self, path: &Path, slot: Option<&dyn Slot>) -> Option<Value> {
        match self.plan.formulas().get(path.as_str()) {
            Some(formula) => Some(Value::Formula(formula.to_owned())),
            None => slot.map(Slot::read),
        }
    }

    /// The inputs of the record at `base`; later ones only where they differ from its defaults.
    fn record(&self, base: &Path, record: &dyn Record, default: Option<&dyn Record>) -> Entries {
        let read = |(index, input): (usize, &crate::model::Input)| {
            let value = self.value(&base.then(input.name), record.slot(index))?;
            let is_default =
                || default.and_then(|default| default.slot(index)).is_some_and(|slot| slot.read() == value);
            (!(input.is_later && is_default())).then(|| entry(input.name, value.into()))
        };
        record.inputs().iter().enumerate().filter_map(read).collect()
    }

    fn thing(&self, list: &str, id: &Id, record: &dyn Record, default: Option<&dyn Record>) -> Node {
        with_id(id, self.record(&Path::from(list).then(id), record, default))
    }

    fn profile(&self, profile: &Profile) -> Node {
        self.thing("profiles", &profile.id, profile, Some(&Profile::with_id(profile.id.clone())))
    }

    /// What is kept of it is a plan like any other.
    fn version(&self, version: &Version) -> Node {
        let mut entries = self.record(&Path::from("versions").then(&version.id), version, None);
        entries.push(entry("plan", plan(&version.plan)));
        with_id(&version.id, entries)
    }

    /// Scores stand in the order of the alternatives, as a reader of the file expects.
    fn criterion(&self, criterion: &Criterion) -> Node {
        let base = Path::from("criteria").then(&criterion.id);
        let values = |name: &str, values: &Sorted<Id, Quantity>| -> Entries {
            let value = |alternative: &Alternative| {
                let slot = values.get(alternative.id.as_str()).map(|value| value as &dyn Slot);
                let value = self.value(&base.then(name).then(&alternative.id), slot)?;
                Some(entry(alternative.id.as_str(), value.into()))
            };
            self.plan.alternatives.iter().filter_map(value).collect()
        };
        let mut entries = self.record(&base, criterion, Some(&Criterion::with_id(criterion.id.clone())));
        entries.push(entry("scores", Node::Object(values("scores", &criterion.scores))));
        let raw = values("raw", &criterion.raw);
        if !raw.is_empty() {
            entries.push(entry("raw", Node::Object(raw)));
        }
        with_id(&criterion.id, entries)
    }

    fn alternative(&self, alternative: &Alternative) -> Node {
        let base = Path::from("alternatives").then(&alternative.id);
        let mut entries = self.record(&base, alternative, Some(&Alternative::default()));
        let tier = |(index, tier): (usize, &Tier)| {
            Node::Object(self.record(&base.then("tiers").then(index), tier, Some(&Tier::default())))
        };
        let part = |name: &str, record: &dyn Record, default: &dyn Record| {
            entry(name, Node::Object(self.record(&base.then(name), record, Some(default))))
        };
        entries.push(entry("tiers", Node::List(alternative.tiers.iter().enumerate().map(tier).collect())));
        entries.push(part("team", &alternative.team, &Hiring::default()));
        entries.push(part("rewrite", &alternative.rewrite, &Rewrite::default()));
        with_id(&alternative.id, entries)
    }
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
    let note = |(path, note): (&Path, &crate::model::Note)| {
        let fields = vec![entry("text", text(&note.text)), entry("source", text(&note.source))];
        entry(path.as_str(), Node::Object(fields))
    };
    Node::Object(plan.notes.iter().map(note).collect())
}
