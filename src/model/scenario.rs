//! A scenario on its own feet.

use super::plan::LONGEST_TITLE;
use super::{Plan, Problem, Scenario};

impl Plan {
    /// A scenario as a plan of its own, called “TITLE – SCENARIO”: [`Plan::with_overrides`], without scenarios.
    ///
    /// # Errors
    /// As [`Plan::with_overrides`].
    pub fn as_own_plan(&self, scenario: &Scenario) -> Result<Plan, Problem> {
        let mut plan = self.with_overrides(scenario)?;
        let name = if scenario.name.is_empty() { scenario.id.as_str() } else { &scenario.name };
        plan.title = format!("{} – {name}", plan.title).chars().take(LONGEST_TITLE).collect();
        Ok(plan)
    }
}
