//! The plan: the document a user edits, and the one way to read and write an input by its path.

use super::criterion::{Criterion, Group, RAW, SCORE};
use super::team::{ScoreForm, Settings, Team};
use super::workload::Workload;
use super::{
    Alternative, Decision, DefaultCriterion, Formulas, Id, Input, Kind, Path, Problem, Profile, Record, Slot, Sorted,
    Source, Tier, Value, Version,
};
use super::{Thresholds, alternative, catalogue, profiles, scenario, team};

/// A remark on one input.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Note {
    /// What the user wrote.
    pub text: String,
    /// Where the number comes from.
    pub source: String,
}

/// A named set of differences from the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scenario {
    /// Its id in the plan.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// A remark.
    pub note: String,
    /// The inputs that differ, by path.
    pub overrides: Sorted<Path, Value>,
}

/// Everything a user decides. Every plan that exists outside this module has passed [`Plan::check`].
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The question, in the user's words.
    pub title: String,
    /// The starter plan it began from; its values count as defaults.
    pub template: Option<Id>,
    /// The question and the decision, in words.
    pub decision: Decision,
    /// Settings of the whole plan.
    pub settings: Settings,
    /// Groups of criteria.
    pub groups: Vec<Group>,
    /// What the alternatives are judged by.
    pub criteria: Vec<Criterion>,
    /// Traffic and machines.
    pub workload: Workload,
    /// People and money.
    pub team: Team,
    /// The languages and frameworks to choose from.
    pub profiles: Vec<Profile>,
    /// What is compared.
    pub alternatives: Vec<Alternative>,
    /// When to warn.
    pub thresholds: Thresholds,
    /// Named sets of differences.
    pub scenarios: Vec<Scenario>,
    /// Remarks on inputs.
    pub notes: Sorted<Path, Note>,
    /// The plan as it was before, the oldest first. Each was checked when it was taken or read.
    pub versions: Vec<Version>,
    /// Inputs that follow from others by a formula. Written through [`Plan::set`].
    pub(super) formulas: Formulas,
}

impl Default for Plan {
    /// The blank plan: neutral weights, Go, Node.js and Python on their default profiles.
    fn default() -> Self {
        let profiles = profiles::defaults();
        let alternatives = alternative::defaults(&profiles);
        let group = |&(id, name): &(&str, &str)| Group { id: id.into(), name: name.into(), ..Group::default() };
        let mut plan = Self {
            title: "Untitled plan".into(),
            template: None,
            decision: Decision::default(),
            settings: Settings::default(),
            groups: catalogue::GROUPS.iter().map(group).collect(),
            criteria: Vec::new(),
            workload: Workload::default(),
            team: Team { other_roles: team::default_roles(), ..Team::default() },
            profiles,
            alternatives,
            thresholds: Thresholds::default(),
            scenarios: Vec::new(),
            notes: Sorted::default(),
            versions: Vec::new(),
            formulas: Formulas::default(),
        };
        plan.score_defaults();
        plan
    }
}

/// The longest title, in characters.
pub(super) const LONGEST_TITLE: usize = 200;

/// The declaration of the title.
static TITLE: Input = Input::new(
    "title",
    "Title",
    "The question this plan answers.",
    Kind::Text(LONGEST_TITLE),
    Source { grade: super::Grade::Yours, note: "", data: None },
);

/// Finds the thing with this id.
macro_rules! by_id {
    ($things:expr, $id:expr) => {
        $things.find(|thing| thing.id.as_str() == $id)
    };
}

impl Plan {
    /// Puts the default criteria in place, scored for the plan's alternatives.
    pub fn score_defaults(&mut self) {
        self.criteria = self.default_criteria();
    }

    /// The default criteria, scored for the plan's alternatives.
    pub fn default_criteria(&self) -> Vec<Criterion> {
        let stacks: Vec<_> = self.alternatives.iter().map(|a| (a.id.clone(), a.stack(&self.profiles))).collect();
        catalogue::DEFAULTS.iter().map(|row| row.criterion(&stacks)).collect()
    }

    /// The alternative with this id.
    pub fn alternative(&self, id: &str) -> Option<&Alternative> {
        by_id!(self.alternatives.iter(), id)
    }

    /// The profile with this id.
    pub fn profile(&self, id: &str) -> Option<&Profile> {
        by_id!(self.profiles.iter(), id)
    }

    /// The scenario with this id.
    pub fn scenario(&self, id: &str) -> Option<&Scenario> {
        by_id!(self.scenarios.iter(), id)
    }

    fn scenario_mut(&mut self, id: &str) -> Option<&mut Scenario> {
        by_id!(self.scenarios.iter_mut(), id)
    }

    /// The criterion with this id.
    pub fn criterion(&self, id: &str) -> Option<&Criterion> {
        self.criteria.get(self.criterion_place(id)?)
    }

    /// Where the criterion with this id stands. Those of the product are counted C1, C2, …, and most stand where their
    /// number says: a plan of hundreds is looked at thousands of times for each edit.
    fn criterion_place(&self, id: &str) -> Option<usize> {
        let number = id.strip_prefix('C').and_then(|number| number.parse::<usize>().ok());
        let guess = number.and_then(|number| number.checked_sub(1));
        let is_it = |place: &usize| self.criteria.get(*place).is_some_and(|criterion| criterion.id.as_str() == id);
        guess.filter(is_it).or_else(|| self.criteria.iter().position(|criterion| criterion.id.as_str() == id))
    }

    fn criterion_mut(&mut self, id: &str) -> Option<&mut Criterion> {
        let place = self.criterion_place(id)?;
        self.criteria.get_mut(place)
    }

    /// Whether scores add up within groups first.
    pub fn is_grouped(&self) -> bool {
        self.settings.score_form == ScoreForm::Grouped
    }

    fn record(&self, steps: &[&str]) -> Option<&dyn Record> {
        Some(match *steps {
            ["decision"] => &self.decision,
            ["settings"] => &self.settings,
            ["workload"] => &self.workload,
            ["workload", "mix"] => &self.workload.mix,
            ["team"] => &self.team,
            ["thresholds"] => &self.thresholds,
            ["team", "other_roles", index] => self.team.other_roles.get(position(index)?)?,
            ["groups", id] => by_id!(self.groups.iter(), id)?,
            ["criteria", id] => self.criterion(id)?,
            ["profiles", id] => self.profile(id)?,
            ["alternatives", id] => self.alternative(id)?,
            ["alternatives", id, "team"] => &self.alternative(id)?.team,
            ["alternatives", id, "rewrite"] => &self.alternative(id)?.rewrite,
            ["alternatives", id, "tiers", index] => self.alternative(id)?.tiers.get(position(index)?)?,
            _ => return None,
        })
    }

    fn record_mut(&mut self, steps: &[&str]) -> Option<&mut dyn Record> {
        if let ["alternatives", id, rest @ ..] = steps {
            let alternative = by_id!(self.alternatives.iter_mut(), *id)?;
            return Some(match *rest {
                [] => alternative,
                ["team"] => &mut alternative.team,
                ["rewrite"] => &mut alternative.rewrite,
                ["tiers", index] => alternative.tiers.get_mut(position(index)?)?,
                _ => return None,
            });
        }
        Some(match *steps {
            ["decision"] => &mut self.decision,
            ["settings"] => &mut self.settings,
            ["workload"] => &mut self.workload,
            ["workload", "mix"] => &mut self.workload.mix,
            ["team"] => &mut self.team,
            ["thresholds"] => &mut self.thresholds,
            ["team", "other_roles", index] => self.team.other_roles.get_mut(position(index)?)?,
            ["groups", id] => by_id!(self.groups.iter_mut(), id)?,
            ["criteria", id] => self.criterion_mut(id)?,
            ["profiles", id] => by_id!(self.profiles.iter_mut(), id)?,
            _ => return None,
        })
    }

    /// The declaration of the input at `path`, if the plan has it.
    pub fn input(&self, path: &Path) -> Option<&'static Input> {
        let steps = path.steps();
        match *steps.as_slice() {
            ["title"] => Some(&TITLE),
            ["scenarios", id, "name"] => self.scenario(id).map(|_| &scenario::NAME),
            ["scenarios", id, "note"] => self.scenario(id).map(|_| &scenario::NOTE),
            ["criteria", id, "scores", alternative] => self.criterion(id)?.scores.get(alternative).map(|_| &SCORE),
            ["criteria", id, "raw", alternative] => self.criterion(id)?.scores.get(alternative).map(|_| &RAW),
            [ref record @ .., name] => {
                let record = self.record(record)?;
                record.inputs().get(record.index_of(name)?)
            }
            [] => None,
        }
    }

    /// Where the default at `path` comes from: the input's source, or for a score the criterion's.
    pub fn source(&self, path: &Path) -> Option<Source> {
        let of_score = match *path.steps().as_slice() {
            ["criteria", id, "scores", _] => DefaultCriterion::find(id).map(|criterion| criterion.source),
            _ => None,
        };
        of_score.or_else(|| self.input(path).map(|input| input.source))
    }

    /// What stands at `path`, if the plan has such an input: a formula where it holds one.
    pub fn get(&self, path: &Path) -> Option<Value> {
        match self.formulas.get(path.as_str()) {
            Some(text) => Some(Value::Formula(text.to_owned())),
            None => self.value(path),
        }
    }

    /// What the input at `path` counts with; of a formula, what it comes to.
    pub fn value(&self, path: &Path) -> Option<Value> {
        let steps = path.steps();
        match *steps.as_slice() {
            ["title"] => Some(Value::Text(self.title.clone())),
            ["scenarios", id, "name"] => Some(Value::Text(self.scenario(id)?.name.clone())),
            ["scenarios", id, "note"] => Some(Value::Text(self.scenario(id)?.note.clone())),
            ["criteria", id, "scores", alternative] => Some(self.criterion(id)?.scores.get(alternative)?.read()),
            ["criteria", id, "raw", alternative] => {
                let criterion = self.criterion(id)?;
                criterion.scores.get(alternative)?;
                Some(criterion.raw.get(alternative).map_or(Value::Empty, Slot::read))
            }
            [ref record @ .., name] => {
                let record = self.record(record)?;
                Some(record.slot(record.index_of(name)?)?.read())
            }
            [] => None,
        }
    }

    fn slot_mut(&mut self, path: &Path) -> Option<&mut dyn Slot> {
        let steps = path.steps();
        match *steps.as_slice() {
            ["title"] => Some(&mut self.title),
            ["scenarios", id, "name"] => Some(&mut self.scenario_mut(id)?.name),
            ["scenarios", id, "note"] => Some(&mut self.scenario_mut(id)?.note),
            ["criteria", id, "scores", alternative] => {
                let criterion = self.criterion_mut(id)?;
                criterion.scores.get_mut(alternative).map(|score| score as &mut dyn Slot)
            }
            [ref record @ .., name] => {
                let record = self.record_mut(record)?;
                let index = record.index_of(name)?;
                record.slot_mut(index)
            }
            [] => None,
        }
    }

    /// Writes one input and returns what stood there. Checks the input alone: [`Plan::recalculate`] and
    /// [`Plan::check`] do the rest. A text that begins with `=` is a formula where numbers stand.
    ///
    /// # Errors
    /// The path names no input of this plan, or the value does not fit the input's kind and bounds.
    pub fn set(&mut self, path: &Path, value: Value) -> Result<Value, Problem> {
        let unknown = || Problem::at(path, "the plan has no such input");
        let input = self.input(path).ok_or_else(unknown)?;
        let value = match value {
            Value::Text(text) if text.starts_with('=') && input.kind.unit().is_some() => Value::Formula(text),
            value => value,
        };
        input.check(&value).map_err(|problem| problem.or_at(path))?;
        let before = self.get(path).ok_or_else(unknown)?;
        if let Value::Formula(text) = value {
            self.formulas.insert(path.clone(), text);
            return Ok(before);
        }
        self.formulas.remove(path.as_str());
        self.write(path, value)?;
        Ok(before)
    }

    /// Writes what an input counts with; the declaration has let it pass.
    pub(super) fn write(&mut self, path: &Path, value: Value) -> Result<(), Problem> {
        if let ["criteria", id, "raw", alternative] = *path.steps().as_slice() {
            self.set_raw(id, alternative, value);
            return Ok(());
        }
        let slot = self.slot_mut(path).ok_or_else(|| Problem::at(path, "the plan has no such input"))?;
        slot.write(value).map_err(|problem| problem.or_at(path))
    }

    /// A raw value that is not there has no slot of its own.
    fn set_raw(&mut self, criterion: &str, alternative: &str, value: Value) {
        let Some(criterion) = self.criterion_mut(criterion) else { return };
        let mut raw = None::<super::Quantity>;
        // The declaration has let only numbers, ranges and nothing pass.
        let _ = raw.write(value);
        match raw {
            Some(raw) => criterion.raw.insert(alternative.into(), raw),
            None => criterion.raw.remove(alternative),
        }
    }

    /// Writes one override of a scenario, or takes it away, and returns what stood there. Checks it alone, as
    /// [`Plan::set`] does.
    ///
    /// # Errors
    /// There is no such scenario or input, or the value does not fit the input's kind and bounds.
    pub fn set_override(&mut self, id: &Id, path: &Path, value: Option<Value>) -> Result<Option<Value>, Problem> {
        let at = || Path::from("scenarios").then(id).then("overrides").then(path);
        let input = self.input(path).ok_or_else(|| Problem::at(at(), "the plan has no such input"))?;
        let value = match value {
            Some(Value::Text(text)) if text.starts_with('=') && input.kind.unit().is_some() => {
                Some(Value::Formula(text))
            }
            value => value,
        };
        if let Some(value) = &value {
            input.check(value).map_err(|problem| problem.or_at(&at()))?;
        }
        let scenario = self.scenario_mut(id.as_str());
        let scenario = scenario.ok_or_else(|| Problem::at(at(), "the plan has no such scenario"))?;
        let before = scenario.overrides.get(path.as_str()).cloned();
        match value {
            Some(value) => scenario.overrides.insert(path.clone(), value),
            None => scenario.overrides.remove(path.as_str()),
        }
        Ok(before)
    }

    /// The plan with a scenario's overrides in place.
    ///
    /// # Errors
    /// An override names no input, does not fit, or the overrides together break a rule of the plan.
    pub fn with_overrides(&self, scenario: &Scenario) -> Result<Plan, Problem> {
        let mut plan = self.clone();
        plan.scenarios.clear();
        plan.versions.clear();
        for (path, value) in scenario.overrides.iter() {
            plan.set(path, value.clone())?;
        }
        plan.recalculate()?;
        plan.check()?;
        Ok(plan)
    }

    /// The paths of all inputs, in the order of the file.
    pub fn paths(&self) -> Vec<Path> {
        let mut paths = vec![Path::from("title")];
        let mut add = |base: Path, record: &dyn Record| {
            paths.extend(record.inputs().iter().map(|input| base.then(input.name)));
        };
        add("decision".into(), &self.decision);
        add("settings".into(), &self.settings);
        for group in &self.groups {
            add(Path::from("groups").then(&group.id), group);
        }
        for criterion in &self.criteria {
            add(Path::from("criteria").then(&criterion.id), criterion);
        }
        add("workload".into(), &self.workload);
        add("workload.mix".into(), &self.workload.mix);
        add("team".into(), &self.team);
        for (index, role) in self.team.other_roles.iter().enumerate() {
            add(Path::from("team.other_roles").then(index), role);
        }
        for profile in &self.profiles {
            add(Path::from("profiles").then(&profile.id), profile);
        }
        for alternative in &self.alternatives {
            let base = Path::from("alternatives").then(&alternative.id);
            add(base.clone(), alternative);
            for (index, tier) in alternative.tiers.iter().enumerate() {
                add(base.then("tiers").then(index), tier as &Tier);
            }
            add(base.then("team"), &alternative.team);
            add(base.then("rewrite"), &alternative.rewrite);
        }
        add("thresholds".into(), &self.thresholds);
        for criterion in &self.criteria {
            let base = Path::from("criteria").then(&criterion.id).then("scores");
            paths.extend(criterion.scores.keys().map(|id| base.then(id)));
            let base = Path::from("criteria").then(&criterion.id).then("raw");
            paths.extend(criterion.scores.keys().map(|id| base.then(id)));
        }
        paths
    }
}

/// A step that counts: `0`, `1`, … without sign or leading zero, so that a path has one spelling.
fn position(step: &str) -> Option<usize> {
    let index: usize = step.parse().ok()?;
    (index.to_string() == step).then_some(index)
}
