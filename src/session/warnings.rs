//! What deserves a second look in the plan as it stands.

use super::Session;
use crate::analyse::{Warning, warnings};

impl Session {
    /// The warnings on the plan, by rule; none while a formula comes to nothing, as nothing follows from the plan then.
    pub fn warnings(&self) -> Vec<Warning> {
        if !self.plan.faults().is_empty() {
            return Vec::new();
        }
        warnings(&self.plan, &self.evaluation, &|path| self.defaults.hold(&self.plan, path))
    }
}
