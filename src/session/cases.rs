//! Whose plan a cell shows: the base's, that of the scenario in sight, or that of a column of the comparison.

use super::Session;
use crate::edit::Edit;
use crate::evaluate::{Evaluation, evaluate};
use crate::model::{Id, PARTS, Path, Plan, Problem, Value};
use crate::sheet::{Address, Case, Grid, SheetId, comparison_grid, read_text, writes_of};

/// The three shares of the work, which sum to 1.
const MIX: &str = "workload.mix";

/// A scenario's plan, and what follows from it.
#[derive(Debug, Clone)]
pub(super) struct Derived {
    id: Id,
    plan: Plan,
    evaluation: Evaluation,
}

/// An input or result in the plan it belongs to.
pub(super) struct Look<'a> {
    pub case: Case,
    pub plan: &'a Plan,
    pub evaluation: &'a Evaluation,
    /// Its path in that plan.
    pub path: Path,
}

impl Look<'_> {
    /// What stands there: a formula where it holds one.
    pub fn content(&self) -> Option<Value> {
        self.plan.get(&self.path)
    }
}

impl Session {
    /// The plan as the page shows it: with the overrides of the scenario in sight, if one is.
    pub fn plan(&self) -> &Plan {
        self.derived(self.scenario.as_ref()).map_or(&self.document, |own| &own.plan)
    }

    /// What follows from it.
    pub fn evaluation(&self) -> &Evaluation {
        self.derived(self.scenario.as_ref()).map_or(&self.evaluation, |own| &own.evaluation)
    }

    /// The document: the base with all its scenarios, as it is kept and exported.
    pub fn document(&self) -> &Plan {
        &self.document
    }

    /// The scenario in sight; none while the base is.
    pub fn scenario(&self) -> Option<&Id> {
        self.scenario.as_ref()
    }

    /// The base, or the scenario in sight.
    pub fn case_in_sight(&self) -> Case {
        self.scenario.clone().map_or(Case::Base, Case::Scenario)
    }

    fn derived(&self, id: Option<&Id>) -> Option<&Derived> {
        self.derived.iter().find(|own| Some(&own.id) == id)
    }

    /// The plan of a case and what follows from it. A scenario that nobody looks at has not been worked out.
    pub fn outlook(&self, case: &Case) -> Option<(&Plan, &Evaluation)> {
        match case {
            Case::Base => Some((&self.document, &self.evaluation)),
            Case::Scenario(id) => self.derived(Some(id)).map(|own| (&own.plan, &own.evaluation)),
        }
    }

    /// What a case is called.
    pub fn name_of_case(&self, case: &Case) -> String {
        let name = |id: &Id| self.document.scenario(id.as_str()).map_or_else(|| id.to_string(), |own| own.name.clone());
        case.scenario().map_or_else(|| "Base".into(), name)
    }

    /// Works out what can be seen: the base, the scenario in sight, and while they stand side by side the others.
    pub(super) fn derive(&mut self) {
        if self.scenario.as_ref().is_some_and(|id| self.document.scenario(id.as_str()).is_none()) {
            self.scenario = None;
        }
        self.evaluation = evaluate(&self.document);
        let comparison = (self.sheet == SheetId::Compare).then_some(&self.comparison);
        let shown = comparison.into_iter().flat_map(|comparison| comparison.shown(&self.document));
        let in_sight = self.scenario.as_ref().and_then(|id| self.document.scenario(id.as_str()));
        let mut derived: Vec<Derived> = Vec::new();
        for scenario in in_sight.into_iter().chain(shown) {
            if derived.iter().any(|own| own.id == scenario.id) {
                continue;
            }
            // Each edit has been checked against every scenario, so this one holds.
            if let Ok(plan) = self.document.with_overrides(scenario) {
                let evaluation = evaluate(&plan);
                derived.push(Derived { id: scenario.id.clone(), plan, evaluation });
            }
        }
        self.derived = derived;
    }

    /// A sheet laid out, of the plan in sight.
    pub fn lay_out(&self, sheet: SheetId) -> Grid {
        match sheet {
            SheetId::Compare => comparison_grid(&self.document, &self.comparison),
            _ => Grid::of(self.plan(), sheet),
        }
    }

    /// The plan an input or result belongs to, and its path there.
    pub(super) fn look(&self, path: &Path) -> Look<'_> {
        let Address { case, path } = Address::of(path);
        let case = case.unwrap_or_else(|| if is_of_document(&path) { Case::Base } else { self.case_in_sight() });
        let (plan, evaluation) = self.outlook(&case).unwrap_or((&self.document, &self.evaluation));
        Look { case, plan, evaluation, path }
    }

    /// What the base holds in place of an override at `path`; none where nothing is overridden.
    pub(super) fn overridden(&self, look: &Look) -> Option<Value> {
        let scenario = self.document.scenario(look.case.scenario()?.as_str())?;
        scenario.overrides.get(look.path.as_str())?;
        self.document.get(&look.path)
    }

    /// The plan that an input or result belongs to, what follows from it, and its path there.
    pub fn outlook_at(&self, path: &Path) -> (&Plan, &Evaluation, Path) {
        let look = self.look(path);
        (look.plan, look.evaluation, look.path)
    }

    /// What is written where an input of a scenario is to follow the base again. The shares of the mix do so together.
    pub(super) fn back_to_base(&self, look: &Look) -> Vec<(Path, Value)> {
        let mix = Path::from(MIX);
        let paths = if look.path.parent() == mix {
            PARTS.iter().map(|part| mix.then(part)).collect()
        } else {
            vec![look.path.clone()]
        };
        let write = |path: Path| self.document.get(&path).map(|value| (look.case.address(&path), value));
        paths.into_iter().filter_map(write).collect()
    }

    /// Reads what was typed into the cell of `path`.
    pub(super) fn read(&self, path: &Path, text: &str) -> Result<Value, Problem> {
        let look = self.look(path);
        read_text(look.plan, &look.path, text).map_err(|problem| match &problem.path {
            Some(at) if *at == look.path => Problem { path: Some(path.clone()), ..problem },
            _ => problem,
        })
    }

    /// One edit that writes all these inputs, each where its path says, and what follows from them.
    pub(super) fn edit_of(&self, writes: Vec<(Path, Value)>) -> Edit {
        let mut groups: Vec<(Case, Vec<(Path, Value)>)> = Vec::new();
        for (path, value) in writes {
            let Look { case, path, .. } = self.look(&path);
            match groups.iter_mut().find(|(other, _)| *other == case) {
                Some((_, group)) => group.push((path, value)),
                None => groups.push((case, vec![(path, value)])),
            }
        }
        let mut edits = Vec::new();
        for (case, writes) in groups {
            let (plan, _) = self.outlook(&case).unwrap_or((&self.document, &self.evaluation));
            let writes = writes_of(plan, writes);
            match case {
                Case::Base => edits.extend(writes.into_iter().map(|(path, value)| Edit::Set(path, value))),
                Case::Scenario(id) => edits.extend(self.overriding(&id, plan, writes)),
            }
        }
        if edits.len() == 1 { edits.remove(0) } else { Edit::Many(edits) }
    }

    /// A scenario holds only what differs: what is as in the base follows the base again. The three shares of the mix
    /// stay together, or a change of the base would leave a sum that is not 1.
    fn overriding(&self, id: &Id, plan: &Plan, mut writes: Vec<(Path, Value)>) -> Vec<Edit> {
        let mix = Path::from(MIX);
        let is_mix = |path: &Path| path.parent() == mix;
        if writes.iter().any(|(path, _)| is_mix(path)) {
            for part in PARTS {
                let path = mix.then(part);
                if writes.iter().all(|(written, _)| *written != path) {
                    writes.extend(plan.get(&path).map(|value| (path, value)));
                }
            }
        }
        let differs = |(path, value): &(Path, Value)| self.document.get(path).as_ref() != Some(value);
        let mix_differs = writes.iter().filter(|(path, _)| is_mix(path)).any(differs);
        let edit = |write: (Path, Value)| {
            let keep = if is_mix(&write.0) { mix_differs } else { differs(&write) };
            Edit::Override(id.clone(), write.0, keep.then_some(write.1))
        };
        writes.into_iter().map(edit).collect()
    }
}

/// What a plan has one of, whatever its scenarios say: how things are called, and why they are there.
fn is_of_document(path: &Path) -> bool {
    path.is_off_sheet() || path.as_str().starts_with("scenarios.") || ["name", "color"].contains(&path.last())
}
