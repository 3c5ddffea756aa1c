//! The warnings about the plan, with the defaults it was begun from in mind.

use super::Session;
use crate::analyse::{Warning, warnings};
use crate::model::Path;

impl Session {
    /// Everything to be warned about.
    pub fn warnings(&self) -> Vec<Warning> {
        let is_default = |path: &Path| self.defaults.get(path) == self.plan.get(path);
        warnings(&self.plan, &self.evaluation, &is_default)
    }
}
