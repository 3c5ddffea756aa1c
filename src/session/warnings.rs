//! What deserves a second look in the plan as it stands.

use super::Session;
use crate::analyse::{Warning, warnings};
use crate::evaluate::Evaluation;
use crate::model::Plan;

impl Session {
    /// The warnings on the plan, by rule; none while a formula comes to nothing, as nothing follows from the plan then.
    pub fn warnings(&self) -> Vec<Warning> {
        self.warnings_of(self.plan(), self.evaluation())
    }

    pub(super) fn warnings_of(&self, plan: &Plan, evaluation: &Evaluation) -> Vec<Warning> {
        if !plan.faults().is_empty() {
            return Vec::new();
        }
        warnings(plan, evaluation, &|path| self.defaults.hold(plan, path))
    }
}
