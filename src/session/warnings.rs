//! What deserves a second look in the plan as it stands.

use super::Session;
use crate::analyse::{Warning, warnings};

impl Session {
    /// The warnings on the plan, by rule.
    pub fn warnings(&self) -> Vec<Warning> {
        warnings(&self.plan, &self.evaluation, &|path| self.defaults.hold(&self.plan, path))
    }
}
