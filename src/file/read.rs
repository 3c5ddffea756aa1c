//! A tree into a plan. Fields left out take their defaults; a field nobody knows is an error that names it.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use super::Node;
use super::version::snapshot;
use crate::model::{
    Alternative, Criterion, Group, Hiring, Id, Input, Kind, Note, Path, Plan, Problem, Problems, Profile, Quantity,
    RAW, Record, Rewrite, Role, SCORE, Scenario, Slot, Sorted, Tier, Value, Version,
};

/// Reads version 1. The caller has looked at `format` and `version`. What cannot be read is left at its default, and
/// said; only where all could be read are the rules between inputs looked at.
pub(super) fn plan(entries: Vec<(String, Node)>, problems: &mut Problems) -> Plan {
    let found = &mut Found { problems, formulas: Vec::new() };
    let mut file = Object { path: Path::default(), entries };
    for key in ["format", "version", "app"] {
        file.take(key);
    }
    let mut plan = Plan::default();
    if let Some(title) = file.text("title", found) {
        let set = plan.set(&Path::from("title"), Value::Text(title));
        found.take(set);
    }
    plan.template = file.text("template", found).map(Id::from);
    file.record("decision", &mut plan.decision, found);
    file.record("settings", &mut plan.settings, found);
    if let Some(mut workload) = file.object("workload", found) {
        workload.record("mix", &mut plan.workload.mix, found);
        workload.finish(&mut plan.workload, found);
    }
    if let Some(mut team) = file.object("team", found) {
        if let Some(roles) = team.list("other_roles", found) {
            plan.team.other_roles = roles.into_iter().map(|object| record::<Role>(object, found)).collect();
        }
        team.finish(&mut plan.team, found);
    }
    if let Some(profiles) = file.list("profiles", found) {
        plan.profiles = profiles.into_iter().map(|object| profile(object, found)).collect();
    }
    if let Some(alternatives) = file.list("alternatives", found) {
        plan.alternatives = alternatives.into_iter().map(|object| alternative(object, &plan.profiles, found)).collect();
        // The article's rewrites all go to Go; where there is no Go, a rewrite stays in place.
        let go = plan.alternatives.iter().map(|a| &a.id).find(|id| id.as_str() == "go").cloned();
        for alternative in plan.alternatives.iter_mut().filter(|a| a.rewrite.target == Id::default()) {
            alternative.rewrite.target = go.clone().unwrap_or_else(|| alternative.id.clone());
        }
    }
    if let Some(groups) = file.list("groups", found) {
        plan.groups = groups.into_iter().map(|object| group(object, found)).collect();
    }
    match file.list("criteria", found) {
        Some(criteria) => plan.criteria = criteria.into_iter().map(|object| criterion(object, found)).collect(),
        None => plan.score_defaults(),
    }
    file.record("thresholds", &mut plan.thresholds, found);
    if let Some(scenarios) = file.list("scenarios", found) {
        plan.scenarios = scenarios.into_iter().map(|object| scenario(object, found)).collect();
    }
    if let Some(notes) = file.object("notes", found) {
        plan.notes = notes_of(notes, found);
    }
    if let Some(versions) = file.list("versions", found) {
        plan.versions = versions.into_iter().map(|object| version(object, found)).collect();
    }
    file.done(found);
    set_formulas(&mut plan, found);
    if found.is_empty() {
        plan.problems(found);
    }
    plan
}

/// What has been found so far: what is wrong, and the formulas, which wait until all they may name is there.
struct Found<'a> {
    problems: &'a mut Problems,
    formulas: Vec<(Path, String)>,
}

impl Deref for Found<'_> {
    type Target = Problems;

    fn deref(&self) -> &Problems {
        self.problems
    }
}

impl DerefMut for Found<'_> {
    fn deref_mut(&mut self) -> &mut Problems {
        self.problems
    }
}

fn set_formulas(plan: &mut Plan, found: &mut Found) {
    let mut scenarios = std::mem::take(&mut plan.scenarios);
    for (path, value) in scenarios.iter_mut().flat_map(|scenario| scenario.overrides.iter_mut()) {
        if let Value::Text(text) = value
            && text.starts_with('=')
            && plan.input(path).is_some_and(|input| input.kind.unit().is_some())
        {
            *value = Value::Formula(std::mem::take(text));
        }
    }
    plan.scenarios = scenarios;
    if found.formulas.is_empty() || !found.is_empty() {
        return;
    }
    // Before anything is looked up in lists that are too long.
    plan.problems_of_lists(found);
    for (path, text) in std::mem::take(&mut found.formulas) {
        if found.is_full() {
            return;
        }
        let set = plan.set(&path, Value::Formula(text));
        found.take(set);
    }
    if found.is_empty() {
        plan.formula_problems(found);
    }
}

fn record<R: Record + Default>(mut object: Object, found: &mut Found) -> R {
    let mut record = R::default();
    object.finish(&mut record, found);
    record
}

fn profile(mut object: Object, found: &mut Found) -> Profile {
    let mut profile = Profile::with_id(object.id(found));
    object.finish(&mut profile, found);
    profile
}

fn group(mut object: Object, found: &mut Found) -> Group {
    let mut group = Group { id: object.id(found), ..Group::default() };
    object.finish(&mut group, found);
    group
}

fn alternative(mut object: Object, profiles: &[Profile], found: &mut Found) -> Alternative {
    let mut alternative = Alternative { id: object.id(found), ..Alternative::default() };
    if let Some(tiers) = object.list("tiers", found) {
        alternative.tiers = tiers.into_iter().map(|object| record::<Tier>(object, found)).collect();
    }
    let stack = alternative.stack(profiles);
    alternative.team = Hiring::of(stack);
    alternative.rewrite = Rewrite::of(stack);
    object.record("team", &mut alternative.team, found);
    object.record("rewrite", &mut alternative.rewrite, found);
    object.finish(&mut alternative, found);
    alternative
}

fn criterion(mut object: Object, found: &mut Found) -> Criterion {
    let mut criterion = Criterion::with_id(object.id(found));
    if let Some(scores) = object.object("scores", found) {
        for (key, node) in scores.entries {
            let mut score = Quantity::Number(0.0);
            take_value(&SCORE, &mut score, node, &scores.path.then(&key), found);
            criterion.scores.insert(Id::from(key), score);
        }
    }
    if let Some(raws) = object.object("raw", found) {
        for (key, node) in raws.entries {
            let mut raw = None::<Quantity>;
            take_value(&RAW, &mut raw, node, &raws.path.then(&key), found);
            if let Some(raw) = raw {
                criterion.raw.insert(Id::from(key), raw);
            }
        }
    }
    object.finish(&mut criterion, found);
    criterion
}

fn scenario(mut object: Object, found: &mut Found) -> Scenario {
    let mut scenario = Scenario { id: object.id(found), ..Scenario::default() };
    scenario.name = object.text("name", found).unwrap_or_else(|| scenario.id.to_string());
    scenario.note = object.text("note", found).unwrap_or_default();
    if let Some(overrides) = object.object("overrides", found) {
        for (key, node) in overrides.entries {
            let value = node.into_value().map_err(|message| Problem::at(overrides.path.then(&key), message));
            if let Some(value) = found.take(value) {
                scenario.overrides.insert(Path::from(key), value);
            }
        }
    }
    object.done(found);
    scenario
}

fn version(mut object: Object, found: &mut Found) -> Version {
    let mut version = Version { id: object.id(found), ..Version::default() };
    let at = object.path.then("plan");
    match object.take("plan") {
        Some(node) => version.plan = Arc::new(snapshot(node, &at, found).unwrap_or_default()),
        None => found.add(Problem::at(at, "the plan is missing")),
    }
    object.finish(&mut version, found);
    version
}

fn notes_of(notes: Object, found: &mut Found) -> Sorted<Path, Note> {
    let mut read = Sorted::default();
    for (key, node) in notes.entries {
        let Some(mut object) = Object::new(notes.path.then(&key), node, found) else { continue };
        let text = object.text("text", found).unwrap_or_default();
        let source = object.text("source", found).unwrap_or_default();
        object.done(found);
        read.insert(Path::from(key), Note { text, source });
    }
    read
}

fn take_value(input: &Input, slot: &mut dyn Slot, node: Node, at: &Path, found: &mut Found) {
    if let (Kind::Number(..) | Kind::Optional(..), Node::Text(text)) = (input.kind, &node)
        && text.starts_with('=')
    {
        return found.formulas.push((at.clone(), text.clone()));
    }
    let result = value_of(input, node).and_then(|value| slot.write(value));
    found.take(result.map_err(|problem| problem.or_at(at)));
}

fn value_of(input: &Input, node: Node) -> Result<Value, Problem> {
    let value = node.into_value().map_err(Problem::new)?;
    input.check(&value)?;
    Ok(value)
}

/// An object of the file, emptied key by key; what is left over is unknown.
struct Object {
    path: Path,
    entries: Vec<(String, Node)>,
}

impl Object {
    fn new(path: Path, node: Node, found: &mut Found) -> Option<Self> {
        match node {
            Node::Object(entries) => Some(Self { path, entries }),
            other => {
                found.add(Problem::at(path, format!("{} is not an object", other.words())));
                None
            }
        }
    }

    fn take(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|(k, _)| k == key)?;
        Some(self.entries.remove(index).1)
    }

    fn text(&mut self, key: &str, found: &mut Found) -> Option<String> {
        match self.take(key)? {
            Node::Null => None,
            Node::Text(text) => Some(text),
            other => {
                found.add(Problem::at(self.path.then(key), format!("{} is not a text", other.words())));
                None
            }
        }
    }

    /// The object's id, which from then on names it in messages instead of its place in the list.
    fn id(&mut self, found: &mut Found) -> Id {
        let id = match self.take("id") {
            Some(Node::Text(text)) => Id::from(text),
            other => {
                let message = match other {
                    None | Some(Node::Null) => "the id is missing".into(),
                    Some(other) => format!("{} is not a text", other.words()),
                };
                found.add(Problem::at(self.path.then("id"), message));
                Id::default()
            }
        };
        if id.is_valid() {
            self.path = self.path.parent().then(&id);
        }
        id
    }

    fn object(&mut self, key: &str, found: &mut Found) -> Option<Object> {
        let node = self.take(key)?;
        Object::new(self.path.then(key), node, found)
    }

    fn list(&mut self, key: &str, found: &mut Found) -> Option<Vec<Object>> {
        let node = self.take(key)?;
        let path = self.path.then(key);
        match node {
            Node::List(nodes) => {
                let object = |(index, node)| Object::new(path.then(index), node, found);
                Some(nodes.into_iter().enumerate().filter_map(object).collect())
            }
            other => {
                found.add(Problem::at(path, format!("{} is not a list", other.words())));
                None
            }
        }
    }

    fn record(&mut self, key: &str, record: &mut dyn Record, found: &mut Found) {
        if let Some(mut object) = self.object(key, found) {
            object.finish(record, found);
        }
    }

    /// Reads the inputs of a record; nothing else may be left.
    fn finish(&mut self, record: &mut dyn Record, found: &mut Found) {
        for (index, input) in record.inputs().iter().enumerate() {
            let Some(node) = self.take(input.name) else { continue };
            let at = self.path.then(input.name);
            if let Some(slot) = record.slot_mut(index) {
                take_value(input, slot, node, &at, found);
            }
        }
        self.done(found);
    }

    fn done(&self, found: &mut Found) {
        for (key, _) in &self.entries {
            if found.is_full() {
                return;
            }
            found.add(Problem::at(self.path.then(key), "this version knows no such field"));
        }
    }
}
