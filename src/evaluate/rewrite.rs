//! E28 to E31 and E40: a possible rewrite later on.

use super::infrastructure::Infrastructure;
use super::outcome::Outcome;
use super::team::loaded_pay;
use super::units::{Money, MoneyPerYear, Months};
use crate::model::{Alternative, Complexity, Language, Plan, Probability, Rewrite, Stack};

/// A possible rewrite, with everything that decides what it costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rewriting {
    /// Its probability, typed or suggested.
    pub p: f64,
    /// What E28 suggests.
    pub suggested: f64,
    /// Its cost if it happens, money: the chosen end of the range times the switching factor.
    pub cost: f64,
    /// The first month of it.
    pub start: f64,
    /// How many months it takes.
    pub months: f64,
    /// Share of the new system's fleet that runs beside the old one meanwhile.
    pub dual_run: f64,
}

/// What E28 looks at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strain {
    /// All tiers are on Go.
    pub is_go: bool,
    /// Open connections in the last month.
    pub connections: f64,
    /// Cores busy at peak in the last month, all tiers.
    pub cores: f64,
    /// Share of heavy requests that other requests wait for: 0 where they are offloaded.
    pub heavy_in_the_way: f64,
    /// Share of the work that is computation in Python.
    pub pure_in_python: f64,
}

/// E28: a probability of a rewrite that grows with the strain on the stack.
pub fn suggested_probability(strain: Strain) -> f64 {
    let ten_percent = |holds: bool| if holds { 0.10 } else { 0.0 };
    let base = if strain.is_go { 0.02 } else { 0.05 };
    let p: f64 = base
        + ten_percent(strain.connections > 10_000.0)
        + ten_percent(strain.cores > 32.0)
        + ten_percent(strain.heavy_in_the_way > 0.01)
        + ten_percent(strain.pure_in_python > 0.3);
    p.clamp(0.0, 0.6)
}

/// E40: engineers that a rewrite's budget pays for.
pub fn staff(cost: Money, duration: Months, salary: MoneyPerYear, loaded_cost_factor: f64) -> f64 {
    cost / (loaded_pay(salary, loaded_cost_factor) * duration.0)
}

/// What a rewrite of this price costs at the stage the product is in, money. A quantile of a normal distribution may be
/// negative; a rewrite never pays.
fn switching_cost(plan: &Plan, cost: f64) -> f64 {
    cost.max(0.0) * plan.team.switching_factor.central()
}

/// The same for the 10 % and the 90 % quantile of its price.
pub fn cost_range(plan: &Plan, rewrite: &Rewrite) -> (f64, f64) {
    let (low, high) = rewrite.cost.deciles();
    (switching_cost(plan, low), switching_cost(plan, high))
}

/// Engineers that both ends of a rewrite's cost pay for (E40).
pub fn staff_range(plan: &Plan, alternative: &Alternative, outcome: &Outcome) -> (f64, f64) {
    let (low, high) = cost_range(plan, &alternative.rewrite);
    let staff = |cost: f64| outcome.rewrite_fte * (cost / outcome.rewriting.cost);
    (staff(low), staff(high))
}

impl Rewriting {
    pub(super) fn of(plan: &Plan, alternative: &Alternative, own: &Infrastructure) -> Self {
        let rewrite = &alternative.rewrite;
        let suggested = suggested_probability(strain(plan, alternative, own));
        // Quantiles may take an integral: they are worked out only where they are asked for.
        let cost = match rewrite.complexity {
            Complexity::Low => cost_range(plan, rewrite).0,
            Complexity::Mid => switching_cost(plan, rewrite.cost.central()),
            Complexity::High => cost_range(plan, rewrite).1,
        };
        Self {
            p: match rewrite.probability {
                Probability::Typed => rewrite.p.central(),
                Probability::Suggested => suggested,
            },
            suggested,
            cost,
            start: rewrite.start.central(),
            months: rewrite.months.central(),
            dual_run: rewrite.dual_run.central(),
        }
    }

    /// Whether the rewrite would be under way in `month`.
    pub fn is_running(&self, Months(month): Months) -> bool {
        month >= self.start && month < self.start + self.months
    }

    /// E29: its expected cost in one month.
    pub fn cost_in(&self, month: Months) -> Money {
        Money(if self.is_running(month) { self.p * self.cost / self.months } else { 0.0 })
    }

    /// E30 and E31: infrastructure before, during and after. `target_fleet` is the target's infrastructure without
    /// what both share anyway and without data transfer.
    pub fn infrastructure(&self, month: Months, own: Money, target: Money, target_fleet: Money) -> Money {
        if month < Months(self.start) {
            own
        } else if self.is_running(month) {
            own + target_fleet * (self.p * self.dual_run)
        } else {
            own * (1.0 - self.p) + target * self.p
        }
    }
}

fn strain(plan: &Plan, alternative: &Alternative, own: &Infrastructure) -> Strain {
    let last = own.months.last();
    let does_pure_in_python = alternative.tiers.iter().any(|tier| {
        let is_python = |language| language == Language::Python;
        tier.parts.contains("pure") && plan.profile(tier.profile.as_str()).is_some_and(|p| is_python(p.language))
    });
    Strain {
        is_go: alternative.stack(&plan.profiles) == Stack::Single(Language::Go),
        connections: last.map_or(0.0, |month| month.connections),
        cores: last.map_or(0.0, |month| month.cores),
        heavy_in_the_way: if alternative.offload_heavy { 0.0 } else { plan.workload.heavy_share.central() },
        pure_in_python: if does_pure_in_python { plan.workload.mix.pure.central() } else { 0.0 },
    }
}
