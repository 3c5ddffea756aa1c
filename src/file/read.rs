//! A tree into a plan. Fields left out take their defaults; a field nobody knows is an error that names it.

use std::sync::Arc;

use super::object::{Entries, Found, Object, take_value};
use super::version::snapshot;
use crate::model::counts::{
    ALTERNATIVES, CRITERIA, GROUPS, NOTES, OVERRIDES, PROFILES, ROLES, SCENARIOS, SCORES, TIERS, VERSIONS,
};
use crate::model::scenario::{NAME, NOTE};
use crate::model::{
    Alternative, Criterion, Group, Hiring, Id, Note, Path, Plan, Problem, Problems, Profile, Quantity, RAW, Record,
    Rewrite, Role, SCORE, Scenario, Sorted, Tier, Value, Version,
};

/// Reads version 1. The caller has looked at `format` and `version`. What cannot be read is left at its default, and
/// said; only where all could be read are the rules between inputs looked at.
pub(super) fn plan(entries: Entries, problems: &mut Problems) -> Plan {
    let found = &mut Found::new(problems);
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
        if let Some(roles) = team.list("other_roles", &ROLES, found) {
            plan.team.other_roles = roles.into_iter().map(|object| record::<Role>(object, found)).collect();
        }
        team.finish(&mut plan.team, found);
    }
    if let Some(profiles) = file.list("profiles", &PROFILES, found) {
        plan.profiles = profiles.into_iter().map(|object| profile(object, found)).collect();
    }
    if let Some(alternatives) = file.list("alternatives", &ALTERNATIVES, found) {
        plan.alternatives = alternatives.into_iter().map(|object| alternative(object, &plan.profiles, found)).collect();
        let targets: Vec<Id> = plan.alternatives.iter().map(|a| default_target(&plan.alternatives, &a.id)).collect();
        for (alternative, target) in plan.alternatives.iter_mut().zip(targets) {
            if alternative.rewrite.target == Id::default() {
                alternative.rewrite.target = target;
            }
        }
    }
    if let Some(groups) = file.list("groups", &GROUPS, found) {
        plan.groups = groups.into_iter().map(|object| group(object, found)).collect();
    }
    match file.list("criteria", &CRITERIA, found) {
        Some(criteria) => plan.criteria = criteria.into_iter().map(|object| criterion(object, found)).collect(),
        None => plan.score_defaults(),
    }
    file.record("thresholds", &mut plan.thresholds, found);
    if let Some(scenarios) = file.list("scenarios", &SCENARIOS, found) {
        plan.scenarios = scenarios.into_iter().map(|object| scenario(object, found)).collect();
    }
    if let Some(notes) = file.map("notes", &NOTES, found) {
        plan.notes = notes_of(notes, found);
    }
    if let Some(versions) = file.list("versions", &VERSIONS, found) {
        plan.versions = versions.into_iter().map(|object| version(object, found)).collect();
    }
    file.done(found);
    set_formulas(&mut plan, found);
    if found.is_empty() {
        plan.problems(found);
    }
    plan
}

/// The article's rewrites all go to Go; where there is no Go, a rewrite stays in place.
pub(super) fn default_target(alternatives: &[Alternative], own: &Id) -> Id {
    alternatives.iter().map(|alternative| &alternative.id).find(|id| id.as_str() == "go").unwrap_or(own).clone()
}

/// Reads the file of one scenario. The caller has looked at `format` and `version`; whether the scenario fits a plan is
/// for [`Plan::with_overrides`] to say.
pub(super) fn scenario_alone(entries: Entries, base: &Plan, problems: &mut Problems) -> Scenario {
    let found = &mut Found::new(problems);
    let mut file = Object { path: Path::default(), entries };
    for key in ["format", "version", "app"] {
        file.take(key);
    }
    // The title of the plan it was made for is for people.
    file.text("plan", found);
    let mut read = Scenario::default();
    if file.entries.iter().any(|(key, _)| key == "scenario") {
        read = file.object("scenario", found).map(|object| scenario(object, found)).unwrap_or_default();
    } else {
        found.add(Problem::at("scenario", "the scenario is missing"));
    }
    file.done(found);
    if found.is_empty() && !read.id.is_valid() {
        let id = Value::Text(read.id.to_string());
        found.add(Problem::at("scenario.id", format!("{id} is no id; expected letters, digits, - and _")));
    }
    formulas_of_overrides(base, &mut read);
    read
}

/// A text that begins with `=` is a formula where numbers stand.
fn formulas_of_overrides(plan: &Plan, scenario: &mut Scenario) {
    for (path, value) in scenario.overrides.iter_mut() {
        if let Value::Text(text) = value
            && text.starts_with('=')
            && plan.input(path).is_some_and(|input| input.kind.unit().is_some())
        {
            *value = Value::Formula(std::mem::take(text));
        }
    }
}

fn set_formulas(plan: &mut Plan, found: &mut Found) {
    let mut scenarios = std::mem::take(&mut plan.scenarios);
    scenarios.iter_mut().for_each(|scenario| formulas_of_overrides(plan, scenario));
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
    if let Some(tiers) = object.list("tiers", &TIERS, found) {
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
    if let Some(scores) = object.map("scores", &SCORES, found) {
        for (key, node) in scores.entries {
            let mut score = Quantity::Number(0.0);
            take_value(&SCORE, &mut score, node, &scores.path.then(&key), found);
            criterion.scores.insert(Id::from(key), score);
        }
    }
    if let Some(raws) = object.map("raw", &SCORES, found) {
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
    scenario.name = object.words(&NAME, found).unwrap_or_else(|| scenario.id.to_string());
    scenario.note = object.words(&NOTE, found).unwrap_or_default();
    if let Some(overrides) = object.map("overrides", &OVERRIDES, found) {
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
