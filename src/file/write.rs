//! A plan into a tree, in the fixed order of the file.

use super::read::default_target;
use super::{FORMAT, Node, SCENARIO_FORMAT, VERSION};
use crate::model::{
    Alternative, Criterion, Decision, Group, Hiring, Id, Mix, Note, Path, Plan, Profile, Quantity, Record, Rewrite,
    Role, Scenario, Settings, Slot, Sorted, Team, Thresholds, Tier, Value, Version, Workload,
};

type Entries = Vec<(String, Node)>;

/// How much of a plan is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// Every input but later ones at their default, for people and for comparing.
    Whole,
    /// Only what a reader would not fill in by itself.
    Compact,
}

pub(super) fn plan(plan: &Plan, extent: Extent) -> Node {
    let writer = Writer { plan, is_compact: extent == Extent::Compact };
    let blank = Plan::default();
    let mut file = head(FORMAT);
    if !writer.is_compact {
        file.push(app());
    }
    // Leaves out in a compact file what stands at its default.
    let mut part = |key: &str, node: Node, is_default: bool| {
        if !(writer.is_compact && is_default) {
            file.push(entry(key, node));
        }
    };
    part("title", text(&plan.title), plan.title == blank.title);
    if let Some(template) = &plan.template {
        part("template", text(template.as_str()), false);
    }
    let decision = writer.record(&"decision".into(), &plan.decision, Some(&Decision::default()));
    if !decision.is_empty() {
        part("decision", Node::Object(decision), false);
    }
    let settings = writer.record(&"settings".into(), &plan.settings, Some(&Settings::default()));
    let is_default = settings.is_empty();
    part("settings", Node::Object(settings), is_default);
    let groups = list(&plan.groups, |group| writer.thing("groups", &group.id, group, Some(&Group::default())));
    part("groups", groups, plan.groups == blank.groups && writer.is_plain("groups"));
    let is_default = writer.is_compact && plan.criteria == plan.default_criteria() && writer.is_plain("criteria");
    part("criteria", list(&plan.criteria, |criterion| writer.criterion(criterion)), is_default);
    let workload = writer.workload();
    let is_default = workload.is_empty();
    part("workload", Node::Object(workload), is_default);
    let team = writer.team(&blank);
    let is_default = team.is_empty();
    part("team", Node::Object(team), is_default);
    let profiles = list(&plan.profiles, |profile| writer.profile(profile));
    part("profiles", profiles, plan.profiles == blank.profiles && writer.is_plain("profiles"));
    let alternatives = list(&plan.alternatives, |alternative| writer.alternative(alternative));
    part("alternatives", alternatives, plan.alternatives == blank.alternatives && writer.is_plain("alternatives"));
    let thresholds = writer.record(&"thresholds".into(), &plan.thresholds, Some(&Thresholds::default()));
    if !thresholds.is_empty() {
        part("thresholds", Node::Object(thresholds), false);
    }
    part("scenarios", list(&plan.scenarios, |scenario| writer.scenario(scenario)), plan.scenarios.is_empty());
    part("notes", writer.notes(), plan.notes.is_empty());
    if !plan.versions.is_empty() {
        part("versions", list(&plan.versions, |version| writer.version(version, extent)), false);
    }
    Node::Object(file)
}

/// A file of one scenario: the overrides, and the title of the plan they stand on.
pub(super) fn scenario(plan: &Plan, scenario: &Scenario) -> Node {
    let writer = Writer { plan, is_compact: false };
    let mut file = head(SCENARIO_FORMAT);
    file.extend([app(), entry("plan", text(&plan.title)), entry("scenario", writer.scenario(scenario))]);
    Node::Object(file)
}

fn head(format: &str) -> Entries {
    vec![entry("format", text(format)), entry("version", Node::Number(f64::from(VERSION)))]
}

fn app() -> (String, Node) {
    entry("app", text(env!("CARGO_PKG_VERSION")))
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
    is_compact: bool,
}

impl Writer<'_> {
    /// What stands at `path`: its formula, or else the value of its slot.
    fn value(&self, path: &Path, slot: Option<&dyn Slot>) -> Option<Value> {
        match self.plan.formulas().get(path.as_str()) {
            Some(formula) => Some(Value::Formula(formula.to_owned())),
            None => slot.map(Slot::read),
        }
    }

    /// Whether no formula stands below this step: values alone do not tell.
    fn is_plain(&self, step: &str) -> bool {
        let is_below = |path: &Path| path.as_str().strip_prefix(step).is_some_and(|rest| rest.starts_with('.'));
        !self.plan.formulas().iter().any(|(path, _)| is_below(path))
    }

    /// The inputs of the record at `base`; later ones, and in a compact file all, only where they differ from its defaults.
    fn record(&self, base: &Path, record: &dyn Record, default: Option<&dyn Record>) -> Entries {
        let read = |(index, input): (usize, &crate::model::Input)| {
            let value = self.value(&base.then(input.name), record.slot(index))?;
            let is_default =
                || default.and_then(|default| default.slot(index)).is_some_and(|slot| slot.read() == value);
            (!((input.is_later || self.is_compact) && is_default())).then(|| entry(input.name, value.into()))
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
    fn version(&self, version: &Version, extent: Extent) -> Node {
        let mut entries = self.record(&Path::from("versions").then(&version.id), version, None);
        entries.push(entry("plan", plan(&version.plan, extent)));
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
        entries.push(entry("tiers", Node::List(alternative.tiers.iter().enumerate().map(tier).collect())));
        let stack = alternative.stack(&self.plan.profiles);
        let target = default_target(&self.plan.alternatives, &alternative.id);
        let mut part = |name: &str, record: &dyn Record, default: &dyn Record| {
            let inputs = self.record(&base.then(name), record, Some(default));
            if !(self.is_compact && inputs.is_empty()) {
                entries.push(entry(name, Node::Object(inputs)));
            }
        };
        part("team", &alternative.team, &Hiring::of(stack));
        part("rewrite", &alternative.rewrite, &Rewrite { target, ..Rewrite::of(stack) });
        with_id(&alternative.id, entries)
    }

    fn workload(&self) -> Entries {
        let workload = &self.plan.workload;
        let mut entries = self.record(&"workload".into(), workload, Some(&Workload::default()));
        let mix = self.record(&"workload.mix".into(), &workload.mix, Some(&Mix::default()));
        if !(self.is_compact && mix.is_empty()) {
            entries.push(entry("mix", Node::Object(mix)));
        }
        entries
    }

    fn team(&self, blank: &Plan) -> Entries {
        let team = &self.plan.team;
        let base = Path::from("team.other_roles");
        let mut entries = self.record(&"team".into(), team, Some(&Team::default()));
        let is_default = team.other_roles == blank.team.other_roles && self.is_plain(base.as_str());
        if !(self.is_compact && is_default) {
            let role = |(index, role): (usize, &Role)| {
                Node::Object(self.record(&base.then(index), role, Some(&Role::default())))
            };
            entries.push(entry("other_roles", Node::List(team.other_roles.iter().enumerate().map(role).collect())));
        }
        entries
    }

    fn scenario(&self, scenario: &Scenario) -> Node {
        let overrides = scenario.overrides.iter().map(|(path, value)| entry(path.as_str(), value.clone().into()));
        let overrides: Entries = overrides.collect();
        let is_default = [scenario.name == scenario.id.as_str(), scenario.note.is_empty(), overrides.is_empty()];
        let fields = [
            entry("name", text(&scenario.name)),
            entry("note", text(&scenario.note)),
            entry("overrides", Node::Object(overrides)),
        ];
        with_id(&scenario.id, self.fields(fields, is_default))
    }

    fn notes(&self) -> Node {
        let note = |(path, note): (&Path, &Note)| {
            let fields = [entry("text", text(&note.text)), entry("source", text(&note.source))];
            let fields = self.fields(fields, [note.text.is_empty(), note.source.is_empty()]);
            entry(path.as_str(), Node::Object(fields))
        };
        Node::Object(self.plan.notes.iter().map(note).collect())
    }

    /// The fields of a thing that is no record; in a compact file those that are not at their default.
    fn fields<const N: usize>(&self, fields: [(String, Node); N], is_default: [bool; N]) -> Entries {
        let kept = fields.into_iter().zip(is_default).filter(|(_, is_default)| !(self.is_compact && *is_default));
        kept.map(|(field, _)| field).collect()
    }
}
