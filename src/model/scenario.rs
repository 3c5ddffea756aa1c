//! What a scenario is called, and a scenario on its own feet.

use super::plan::LONGEST_TITLE;
use super::{Grade, Input, Kind, Plan, Problem, Scenario, Source};

/// The declaration of a scenario's name.
pub static NAME: Input = Input::new(
    "name",
    "Name",
    "What the scenario is called.",
    Kind::Text(100),
    Source { grade: Grade::Yours, note: "", data: None },
);

/// The declaration of the remark on a scenario.
pub static NOTE: Input = Input::new(
    "note",
    "Note",
    "What the scenario is about.",
    Kind::Text(2000),
    Source { grade: Grade::Yours, note: "", data: None },
);

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
