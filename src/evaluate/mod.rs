//! CONSEQUENCES. Every number that follows from a plan (`model.md`, E1 to E42), and nothing else.
//!
//! Functions are one equation each, so that each can be tested against a value worked out by hand. What has a unit
//! that could be mistaken for another comes and goes as a type of [`units`]; results are plain numbers, with their unit
//! in the name or beside it.

pub mod break_even;
pub mod criteria;
pub mod fleet;
pub mod infrastructure;
mod outcome;
pub mod queue;
pub mod redundancy;
pub mod rewrite;
pub mod score;
pub mod team;
pub mod tier;
pub mod units;

pub use fleet::{Binding, TierMonth, TierService};
pub use outcome::{BreakEvens, Evaluation, Month, Outcome, Totals, combined_index, discount};
pub use rewrite::Rewriting;
pub use score::Score;

use crate::model::{Alternative, Plan};
use infrastructure::Infrastructure;
use team::People;

/// Evaluates a plan that has passed [`Plan::check`]. Ranges count with their central value.
pub fn evaluate(plan: &Plan) -> Evaluation {
    let horizon = plan.settings.horizon_months.central() as usize;
    let infrastructures: Vec<Infrastructure> =
        plan.alternatives.iter().map(|alternative| Infrastructure::of(plan, alternative, horizon)).collect();
    let people: Vec<People> =
        plan.alternatives.iter().map(|alternative| People::of(&plan.team, &alternative.team, horizon)).collect();
    let scores = score::scores(plan, &infrastructures);
    let mut alternatives: Vec<Outcome> = plan
        .alternatives
        .iter()
        .zip(&infrastructures)
        .zip(people)
        .zip(scores)
        .map(|(((alternative, own), people), score)| {
            let target = target_of(plan, alternative, &infrastructures).unwrap_or(own);
            outcome::outcome(plan, alternative, own, target, people, score)
        })
        .collect();
    outcome::compare_output(plan, &mut alternatives);
    outcome::combine(plan, &mut alternatives);
    let break_evens = break_even::all(&alternatives);
    Evaluation { alternatives, break_evens }
}

fn target_of<'a>(plan: &Plan, of: &Alternative, all: &'a [Infrastructure]) -> Option<&'a Infrastructure> {
    let index = plan.alternatives.iter().position(|alternative| alternative.id == of.rewrite.target)?;
    all.get(index)
}
