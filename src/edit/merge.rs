//! Scenarios that come from elsewhere into the open plan: which are new, where they contradict its own, and what does
//! not fit. Nothing is changed here; [`Merge::resolve`] gives the scenarios the plan should have.
//!
//! There is no common ancestor to go by: an override that only one side has is taken, whoever has it.

use super::structure::names::{fresh_id, fresh_name};
use crate::model::{Id, Path, Plan, Problem, Scenario, Value};

/// What of a scenario two sides may have written differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// Its name.
    Name,
    /// Its remark.
    Note,
    /// An override.
    Override(Path),
}

/// A field that both sides have, with other contents.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The field.
    pub field: Field,
    /// What the open plan has.
    pub mine: Value,
    /// What came.
    pub theirs: Value,
}

/// A scenario that both sides have.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// The open plan's.
    pub mine: Scenario,
    /// The one that came, without what does not fit.
    pub theirs: Scenario,
    /// Overrides that only the open plan's has.
    pub only_mine: Vec<Path>,
    /// Overrides that only the other has.
    pub only_theirs: Vec<Path>,
    /// Where the two contradict each other.
    pub conflicts: Vec<Conflict>,
}

/// An override that the open plan cannot take.
#[derive(Debug, Clone, PartialEq)]
pub struct Unfit {
    /// The id of its scenario, as it came.
    pub scenario: Id,
    /// The input it is for.
    pub path: Path,
    /// What it says.
    pub value: Value,
    /// Why it does not fit.
    pub problem: Problem,
}

/// What an import of scenarios would bring.
#[derive(Debug, Clone, PartialEq)]
pub struct Merge {
    /// Scenarios that the open plan has not, without what does not fit.
    pub added: Vec<Scenario>,
    /// Scenarios that both have and that differ.
    pub shared: Vec<Shared>,
    /// Overrides that are left out.
    pub unfit: Vec<Unfit>,
}

/// Which side of a conflict counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// The open plan's.
    Mine,
    /// The one that came.
    Theirs,
}

/// What becomes of a scenario that both sides have.
#[derive(Debug, Clone, PartialEq)]
pub enum Resolution {
    /// One scenario, with a pick for each conflict in their order; what is not picked stays the open plan's.
    Joined(Vec<Pick>),
    /// The open plan's stays as it is, and the other is added under an id and a name of its own.
    Both,
}

/// Compares scenarios from elsewhere with those of the open plan. Two are the same when their ids are, or else their
/// names. What else the plans differ in, on which the overrides stood, `analyse::differences` lists.
pub fn merge(base: &Plan, theirs: &[Scenario]) -> Merge {
    let mut merge = Merge { added: Vec::new(), shared: Vec::new(), unfit: Vec::new() };
    let mut met: Vec<&Id> = Vec::new();
    let by_id = |id: &Id| base.scenarios.iter().find(|mine| mine.id == *id);
    for other in theirs {
        let is_free = |mine: &&Scenario| !theirs.iter().any(|other| other.id == mine.id) && !met.contains(&&mine.id);
        let by_name = || base.scenarios.iter().filter(is_free).find(|mine| mine.name.trim() == other.name.trim());
        let mine = by_id(&other.id).or_else(by_name);
        let fitting = fitting(base, other, &mut merge.unfit);
        let Some(mine) = mine else {
            merge.added.push(fitting);
            continue;
        };
        met.push(&mine.id);
        merge.shared.extend(shared(mine, fitting));
    }
    merge
}

/// The scenario without the overrides that the plan cannot take, which are listed.
fn fitting(base: &Plan, scenario: &Scenario, unfit: &mut Vec<Unfit>) -> Scenario {
    let mut scenario = scenario.clone();
    let mut leave_out = |scenario: &mut Scenario, path: &Path, problem: &Problem| {
        let value = scenario.overrides.get(path.as_str()).cloned().unwrap_or(Value::Empty);
        scenario.overrides.remove(path.as_str());
        unfit.push(Unfit { scenario: scenario.id.clone(), path: path.clone(), value, problem: problem.clone() });
    };
    // First what does not fit by itself: a plan of other alternatives may have thousands of such overrides.
    let mut alone = base.clone();
    for (path, value) in scenario.clone().overrides.iter() {
        if let Err(problem) = alone.set(path, value.clone()) {
            leave_out(&mut scenario, path, &problem);
        }
    }
    // What is wrong with the others shows one by one.
    while let Err(problem) = base.with_overrides(&scenario) {
        let place = problem.path.clone().unwrap_or_default();
        let is_about = |path: &&Path| **path == place || path.as_str().starts_with(&format!("{place}."));
        let mut out: Vec<Path> = scenario.overrides.keys().filter(is_about).cloned().collect();
        if out.is_empty() {
            out = scenario.overrides.keys().cloned().collect();
        }
        if out.is_empty() {
            break;
        }
        out.iter().for_each(|path| leave_out(&mut scenario, path, &problem));
    }
    scenario
}

/// Where the two differ; none where they do not.
fn shared(mine: &Scenario, theirs: Scenario) -> Option<Shared> {
    let text = |text: &str| Value::Text(text.to_owned());
    let mut conflicts = Vec::new();
    let mut compare = |field: Field, mine: Value, theirs: Value| {
        if mine != theirs {
            conflicts.push(Conflict { field, mine, theirs });
        }
    };
    compare(Field::Name, text(&mine.name), text(&theirs.name));
    compare(Field::Note, text(&mine.note), text(&theirs.note));
    let mut only_mine = Vec::new();
    for (path, value) in mine.overrides.iter() {
        match theirs.overrides.get(path.as_str()) {
            Some(other) => compare(Field::Override(path.clone()), value.clone(), other.clone()),
            None => only_mine.push(path.clone()),
        }
    }
    let is_new = |path: &&Path| mine.overrides.get(path.as_str()).is_none();
    let only_theirs: Vec<Path> = theirs.overrides.keys().filter(is_new).cloned().collect();
    let differ = !(conflicts.is_empty() && only_mine.is_empty() && only_theirs.is_empty());
    differ.then(|| Shared { mine: mine.clone(), theirs, only_mine, only_theirs, conflicts })
}

impl Merge {
    /// Whether the import brings nothing and takes nothing out.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.shared.is_empty() && self.unfit.is_empty()
    }

    /// The scenarios of the open plan after the import: its own in their order, then those that are added. There is one
    /// resolution for each of [`Self::shared`]; where one is missing, the open plan's side counts.
    ///
    /// # Errors
    /// What was joined breaks a rule of the plan, or there are too many scenarios.
    pub fn resolve(&self, base: &Plan, resolutions: &[Resolution]) -> Result<Vec<Scenario>, Problem> {
        let mut plan = base.clone();
        let mut added = self.added.clone();
        for (index, shared) in self.shared.iter().enumerate() {
            match resolutions.get(index) {
                Some(Resolution::Both) => added.push(shared.theirs.clone()),
                Some(Resolution::Joined(picks)) => put(&mut plan.scenarios, shared.joined(picks)),
                None => put(&mut plan.scenarios, shared.joined(&[])),
            }
        }
        for mut scenario in added {
            let known = &plan.scenarios;
            scenario.id = fresh_id(scenario.id.as_str(), |id| known.iter().any(|other| other.id.as_str() == id));
            scenario.name = fresh_name(&scenario.name, |name| known.iter().any(|other| other.name == name));
            plan.scenarios.push(scenario);
        }
        plan.check()?;
        Ok(plan.scenarios)
    }
}

fn put(scenarios: &mut [Scenario], joined: Scenario) {
    if let Some(place) = scenarios.iter_mut().find(|scenario| scenario.id == joined.id) {
        *place = joined;
    }
}

impl Shared {
    fn joined(&self, picks: &[Pick]) -> Scenario {
        let mut joined = self.mine.clone();
        for path in &self.only_theirs {
            if let Some(value) = self.theirs.overrides.get(path.as_str()) {
                joined.overrides.insert(path.clone(), value.clone());
            }
        }
        let picked = self.conflicts.iter().zip(picks).filter(|(_, pick)| **pick == Pick::Theirs);
        for (conflict, _) in picked {
            match &conflict.field {
                Field::Name => joined.name.clone_from(&self.theirs.name),
                Field::Note => joined.note.clone_from(&self.theirs.note),
                Field::Override(path) => joined.overrides.insert(path.clone(), conflict.theirs.clone()),
            }
        }
        joined
    }
}
