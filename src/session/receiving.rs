//! What comes into the open plan from elsewhere, already read: each time one step of the history.

use super::{Changes, Session};
use crate::edit::Edit;
use crate::model::{Path, Scenario, Value};

impl Session {
    /// Writes these inputs, each where its path says: into the scenario in sight, if one is.
    pub(super) fn write_values(&mut self, writes: Vec<(Path, Value)>, what: String) -> Changes {
        let edit = self.edit_of(writes);
        let changes = self.record(edit, what.clone());
        changes.saying(|| what)
    }

    /// The plan has these scenarios from now on.
    pub(super) fn take_scenarios(&mut self, scenarios: Vec<Scenario>, what: String) -> Changes {
        let mut plan = self.document().clone();
        plan.scenarios = scenarios;
        if plan.scenarios == self.document().scenarios {
            return Changes::say("The scenarios stay as they are");
        }
        let changes = self.record(Edit::Replace(Box::new(plan)), what.clone());
        changes.saying(|| what)
    }
}
