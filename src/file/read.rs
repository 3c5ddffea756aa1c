//! A tree into a plan. Fields left out take their defaults; a field nobody knows is an error that names it.

use super::Node;
use crate::model::{
    Alternative, Criterion, Group, Hiring, Id, Input, Kind, Note, Path, Plan, Problem, Profile, Quantity, RAW, Record,
    Rewrite, Role, SCORE, Scenario, Slot, Sorted, Tier, Value,
};

/// Reads version 1. The caller has looked at `format` and `version`.
pub(super) fn plan(entries: Vec<(String, Node)>) -> Result<Plan, Problem> {
    let mut file = Object { path: Path::default(), entries };
    for key in ["format", "version", "app"] {
        file.take(key);
    }
    let mut plan = Plan::default();
    if let Some(title) = file.text("title")? {
        plan.set(&Path::from("title"), Value::Text(title))?;
    }
    plan.template = file.text("template")?.map(Id::from);
    file.record("settings", &mut plan.settings)?;
    if let Some(mut workload) = file.object("workload")? {
        workload.record("mix", &mut plan.workload.mix)?;
        workload.finish(&mut plan.workload)?;
    }
    if let Some(mut team) = file.object("team")? {
        if let Some(roles) = team.list("other_roles")? {
            plan.team.other_roles = roles.into_iter().map(record::<Role>).collect::<Result<_, _>>()?;
        }
        team.finish(&mut plan.team)?;
    }
    if let Some(profiles) = file.list("profiles")? {
        plan.profiles = profiles.into_iter().map(profile).collect::<Result<_, _>>()?;
    }
    if let Some(alternatives) = file.list("alternatives")? {
        plan.alternatives =
            alternatives.into_iter().map(|object| alternative(object, &plan.profiles)).collect::<Result<_, _>>()?;
        // The article's rewrites all go to Go; where there is no Go, a rewrite stays in place.
        let go = plan.alternatives.iter().map(|a| &a.id).find(|id| id.as_str() == "go").cloned();
        for alternative in plan.alternatives.iter_mut().filter(|a| a.rewrite.target == Id::default()) {
            alternative.rewrite.target = go.clone().unwrap_or_else(|| alternative.id.clone());
        }
    }
    if let Some(groups) = file.list("groups")? {
        plan.groups = groups.into_iter().map(group).collect::<Result<_, _>>()?;
    }
    match file.list("criteria")? {
        Some(criteria) => plan.criteria = criteria.into_iter().map(criterion).collect::<Result<_, _>>()?,
        None => plan.score_defaults(),
    }
    file.record("thresholds", &mut plan.thresholds)?;
    if let Some(scenarios) = file.list("scenarios")? {
        plan.scenarios = scenarios.into_iter().map(scenario).collect::<Result<_, _>>()?;
    }
    if let Some(notes) = file.object("notes")? {
        plan.notes = notes_of(notes)?;
    }
    file.done()?;
    plan.check()?;
    Ok(plan)
}

fn record<R: Record + Default>(mut object: Object) -> Result<R, Problem> {
    let mut record = R::default();
    object.finish(&mut record)?;
    Ok(record)
}

fn profile(mut object: Object) -> Result<Profile, Problem> {
    let mut profile = Profile::with_id(object.id()?);
    object.finish(&mut profile)?;
    Ok(profile)
}

fn group(mut object: Object) -> Result<Group, Problem> {
    let mut group = Group { id: object.id()?, ..Group::default() };
    object.finish(&mut group)?;
    Ok(group)
}

fn alternative(mut object: Object, profiles: &[Profile]) -> Result<Alternative, Problem> {
    let mut alternative = Alternative { id: object.id()?, ..Alternative::default() };
    if let Some(tiers) = object.list("tiers")? {
        alternative.tiers = tiers.into_iter().map(record::<Tier>).collect::<Result<_, _>>()?;
    }
    let stack = alternative.stack(profiles);
    alternative.team = Hiring::of(stack);
    alternative.rewrite = Rewrite::of(stack);
    object.record("team", &mut alternative.team)?;
    object.record("rewrite", &mut alternative.rewrite)?;
    object.finish(&mut alternative)?;
    Ok(alternative)
}

fn criterion(mut object: Object) -> Result<Criterion, Problem> {
    let mut criterion = Criterion::with_id(object.id()?);
    if let Some(scores) = object.object("scores")? {
        for (key, node) in scores.entries {
            let at = scores.path.then(&key);
            let mut score = Quantity::Number(0.0);
            take_value(&SCORE, &mut score, node, &at)?;
            criterion.scores.insert(Id::from(key), score);
        }
    }
    if let Some(raws) = object.object("raw")? {
        for (key, node) in raws.entries {
            let at = raws.path.then(&key);
            let mut raw = None::<Quantity>;
            take_value(&RAW, &mut raw, node, &at)?;
            if let Some(raw) = raw {
                criterion.raw.insert(Id::from(key), raw);
            }
        }
    }
    object.finish(&mut criterion)?;
    Ok(criterion)
}

fn scenario(mut object: Object) -> Result<Scenario, Problem> {
    let mut scenario = Scenario { id: object.id()?, ..Scenario::default() };
    scenario.name = object.text("name")?.unwrap_or_else(|| scenario.id.to_string());
    scenario.note = object.text("note")?.unwrap_or_default();
    if let Some(overrides) = object.object("overrides")? {
        for (key, node) in overrides.entries {
            let value = node.into_value().map_err(|message| Problem::at(overrides.path.then(&key), message))?;
            scenario.overrides.insert(Path::from(key), value);
        }
    }
    object.done()?;
    Ok(scenario)
}

fn notes_of(notes: Object) -> Result<Sorted<Path, Note>, Problem> {
    let mut read = Sorted::default();
    for (key, node) in notes.entries {
        let mut object = Object::new(notes.path.then(&key), node)?;
        let (text, source) = (object.text("text")?.unwrap_or_default(), object.text("source")?.unwrap_or_default());
        object.done()?;
        read.insert(Path::from(key), Note { text, source });
    }
    Ok(read)
}

fn take_value(input: &Input, slot: &mut dyn Slot, node: Node, at: &Path) -> Result<(), Problem> {
    if let (Kind::Number(..) | Kind::Optional(..), Node::Text(text)) = (input.kind, &node)
        && text.starts_with('=')
    {
        return Err(Problem::at(at, "formulas are not read by this version; expected a number or a range"));
    }
    let value = node.into_value().map_err(|message| Problem::at(at, message))?;
    input.check(&value).and_then(|()| slot.write(value)).map_err(|problem| problem.or_at(at))
}

/// An object of the file, emptied key by key; what is left over is unknown.
struct Object {
    path: Path,
    entries: Vec<(String, Node)>,
}

impl Object {
    fn new(path: Path, node: Node) -> Result<Self, Problem> {
        match node {
            Node::Object(entries) => Ok(Self { path, entries }),
            other => Err(Problem::at(path, format!("{} is not an object", other.words()))),
        }
    }

    fn take(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|(k, _)| k == key)?;
        Some(self.entries.remove(index).1)
    }

    fn text(&mut self, key: &str) -> Result<Option<String>, Problem> {
        match self.take(key) {
            None | Some(Node::Null) => Ok(None),
            Some(Node::Text(text)) => Ok(Some(text)),
            Some(other) => Err(Problem::at(self.path.then(key), format!("{} is not a text", other.words()))),
        }
    }

    /// The object's id, which from then on names it in messages instead of its place in the list.
    fn id(&mut self) -> Result<Id, Problem> {
        let Some(text) = self.text("id")? else { return Err(Problem::at(self.path.then("id"), "the id is missing")) };
        let id = Id::from(text);
        if id.is_valid() {
            self.path = self.path.parent().then(&id);
        }
        Ok(id)
    }

    fn object(&mut self, key: &str) -> Result<Option<Object>, Problem> {
        self.take(key).map(|node| Object::new(self.path.then(key), node)).transpose()
    }

    fn list(&mut self, key: &str) -> Result<Option<Vec<Object>>, Problem> {
        let path = self.path.then(key);
        match self.take(key) {
            None => Ok(None),
            Some(Node::List(nodes)) => {
                let object = |(index, node)| Object::new(path.then(index), node);
                nodes.into_iter().enumerate().map(object).collect::<Result<_, _>>().map(Some)
            }
            Some(other) => Err(Problem::at(path, format!("{} is not a list", other.words()))),
        }
    }

    fn record(&mut self, key: &str, record: &mut dyn Record) -> Result<(), Problem> {
        match self.object(key)? {
            Some(mut object) => object.finish(record),
            None => Ok(()),
        }
    }

    /// Reads the inputs of a record; nothing else may be left.
    fn finish(&mut self, record: &mut dyn Record) -> Result<(), Problem> {
        for (index, input) in record.inputs().iter().enumerate() {
            let Some(node) = self.take(input.name) else { continue };
            let at = self.path.then(input.name);
            if let Some(slot) = record.slot_mut(index) {
                take_value(input, slot, node, &at)?;
            }
        }
        self.done()
    }

    fn done(&self) -> Result<(), Problem> {
        match self.entries.first() {
            None => Ok(()),
            Some((key, _)) => Err(Problem::at(self.path.then(key), "this version knows no such field")),
        }
    }
}
