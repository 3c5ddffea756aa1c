//! Undo and redo: two stacks of inverse edits.

use std::collections::VecDeque;

use super::{Edit, apply, override_path, take_back};
use crate::model::{Path, Plan, Problem};

/// Steps that can be taken back; the oldest are forgotten first.
const MOST_STEPS: usize = 500;

/// One gesture of the user.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// The edit that takes it back, or does it again.
    edit: Edit,
    /// What it was, for the announcement: "Undo: Weight of C1".
    pub what: String,
    /// Where it happened.
    pub path: Option<Path>,
}

impl Step {
    /// A step as it was kept.
    pub fn new(edit: Edit, what: String, path: Option<Path>) -> Self {
        Self { edit, what, path }
    }

    /// The edit that takes it back, or does it again.
    pub fn edit(&self) -> &Edit {
        &self.edit
    }
}

/// What was done and what was taken back.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    undo: VecDeque<Step>,
    redo: Vec<Step>,
}

impl History {
    /// The history of a plan from steps as they were kept, the newest last. One that does not lead from this plan to
    /// another is left out, with all that are older.
    pub fn of(undo: Vec<Step>, redo: Vec<Step>, plan: &Plan) -> Self {
        Self { undo: leading(undo, plan).into(), redo: leading(redo, plan) }
    }

    /// What can be undone and what can be done again, the newest last.
    pub fn steps(&self) -> (Vec<&Step>, Vec<&Step>) {
        (self.undo.iter().collect(), self.redo.iter().collect())
    }

    /// Applies an edit and remembers it; `at` is where to look for an edit that names no input.
    /// An edit that changes nothing leaves no trace; one that fails leaves
    /// plan and both stacks as they were. Returns whether something changed.
    ///
    /// # Errors
    /// As [`apply`]; or a formula that the edit writes comes to nothing. (One that comes to nothing because of what it
    /// refers to is no reason to refuse that: it says so in its own cell.)
    pub fn record(&mut self, plan: &mut Plan, edit: Edit, what: String, at: Option<Path>) -> Result<bool, Problem> {
        let path = edit.first_path().or(at);
        let forward = edit.clone();
        let inverse = apply(plan, edit)?;
        if let Some(problem) = new_fault(plan, &forward) {
            take_back(plan, inverse);
            return Err(problem);
        }
        if changes_nothing(&forward, &inverse, plan) {
            return Ok(false);
        }
        self.undo.push_back(Step { edit: inverse, what, path });
        if self.undo.len() > MOST_STEPS {
            self.undo.pop_front();
        }
        self.redo.clear();
        Ok(true)
    }

    /// Takes the last step back; none if there is none.
    pub fn undo(&mut self, plan: &mut Plan) -> Option<&Step> {
        let step = turn(plan, self.undo.pop_back()?);
        self.redo.push(step);
        self.redo.last()
    }

    /// Does the last undone step again; none if there is none.
    pub fn redo(&mut self, plan: &mut Plan) -> Option<&Step> {
        let step = turn(plan, self.redo.pop()?);
        self.undo.push_back(step);
        self.undo.back()
    }

    /// Where the step happened that would be taken back, or done again.
    pub fn next(&self, back: bool) -> Option<&Path> {
        let step = if back { self.undo.back() } else { self.redo.last() };
        step?.path.as_ref()
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}

/// Those of the steps that lead on, one after the other, from a plan.
fn leading(mut steps: Vec<Step>, plan: &Plan) -> Vec<Step> {
    let mut plan = plan.clone();
    let count = steps.iter().rev().take_while(|step| apply(&mut plan, step.edit.clone()).is_ok()).count();
    steps.drain(..steps.len().saturating_sub(count.min(MOST_STEPS)));
    steps
}

/// The first formula that was just written and comes to nothing.
fn new_fault(plan: &Plan, written: &Edit) -> Option<Problem> {
    let mut overrides = Vec::new();
    written.formulas_of_scenarios(&mut overrides);
    let in_scenario = overrides.into_iter().find_map(|(id, path)| {
        let shown = plan.scenario(id.as_str()).and_then(|scenario| plan.with_overrides(scenario).ok())?;
        Some(Problem::at(override_path(id, path), shown.faults().get(path.as_str())?.clone()))
    });
    if in_scenario.is_some() || plan.faults().is_empty() {
        return in_scenario;
    }
    let mut paths = Vec::new();
    written.paths(&mut paths);
    let fault = |path: &Path| Some(Problem::at(path, plan.faults().get(path.as_str())?.clone()));
    paths.into_iter().find_map(fault)
}

fn turn(plan: &mut Plan, step: Step) -> Step {
    match apply(plan, step.edit.clone()) {
        Ok(edit) => Step { edit, ..step },
        // Steps are turned in the order in which they happened, so the plan is the one they came from.
        Err(_) => step,
    }
}

/// The inverse of an edit that changes nothing is the edit itself.
fn changes_nothing(forward: &Edit, inverse: &Edit, after: &Plan) -> bool {
    match (forward, inverse) {
        (Edit::Set(..), Edit::Set(..))
        | (Edit::Note(..), Edit::Note(..))
        | (Edit::Override(..), Edit::Override(..)) => forward == inverse,
        (Edit::Replace(_), Edit::Replace(before)) => before.as_ref() == after,
        (Edit::Many(forward), Edit::Many(inverse)) => {
            forward.iter().zip(inverse.iter().rev()).all(|(forward, inverse)| changes_nothing(forward, inverse, after))
        }
        _ => false,
    }
}
