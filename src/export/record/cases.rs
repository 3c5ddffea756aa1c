//! The plan and each of its scenarios, evaluated.

use crate::analyse::{Warning, warnings};
use crate::evaluate::{Evaluation, evaluate};
use crate::model::{Path, Plan, Scenario};
use crate::starter::Defaults;

/// The plan itself or one of its scenarios.
pub(super) struct Case<'a> {
    /// What its column is called.
    pub name: &'a str,
    /// The scenario; none for the plan itself.
    pub scenario: Option<&'a Scenario>,
    /// What follows, or a sentence, without its final stop, on why nothing does.
    pub outcome: Result<Evaluated, String>,
}

/// A plan with what follows from it.
pub(super) struct Evaluated {
    pub plan: Plan,
    pub evaluation: Evaluation,
}

impl Evaluated {
    pub fn warnings(&self) -> Vec<Warning> {
        let defaults = Defaults::of(self.plan.template.as_ref());
        warnings(&self.plan, &self.evaluation, &|path: &Path| defaults.hold(&self.plan, path))
    }
}

/// The plan first, then its scenarios in their order.
pub(super) fn cases<'a>(plan: &'a Plan, evaluation: &Evaluation) -> Vec<Case<'a>> {
    let base = Evaluated { plan: plan.clone(), evaluation: evaluation.clone() };
    let mut cases = vec![Case { name: "Base", scenario: None, outcome: Ok(base) }];
    cases.extend(plan.scenarios.iter().map(|scenario| Case {
        name: if scenario.name.is_empty() { scenario.id.as_str() } else { &scenario.name },
        scenario: Some(scenario),
        outcome: of_scenario(plan, scenario),
    }));
    cases
}

fn of_scenario(plan: &Plan, scenario: &Scenario) -> Result<Evaluated, String> {
    let without_stop = |problem: String| problem.trim_end_matches('.').to_owned();
    let plan = plan.with_overrides(scenario).map_err(|problem| without_stop(problem.to_string()))?;
    if let Some(fault) = plan.fault_problems().next() {
        return Err(without_stop(fault.to_string()));
    }
    let evaluation = evaluate(&plan);
    Ok(Evaluated { plan, evaluation })
}
