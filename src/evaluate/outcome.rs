//! E32, E33, E41 and E42: everything of one alternative put together.

use super::fleet::TierService;
use super::infrastructure::{Infrastructure, InfrastructureMonth};
use super::rewrite::{self, Rewriting};
use super::score::Score;
use super::team::{People, PeopleMonth, loaded_pay};
use super::units::{Money, MoneyPerYear, Months, YearlyRate};
use crate::model::{Alternative, Id, Plan};

/// All derived numbers of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// In the plan's order.
    pub alternatives: Vec<Outcome>,
    /// Every pair, in the plan's order.
    pub break_evens: Vec<BreakEvens>,
}

impl Evaluation {
    /// The outcome of the alternative with this id.
    pub fn outcome(&self, id: &str) -> Option<&Outcome> {
        self.alternatives.iter().find(|outcome| outcome.id.as_str() == id)
    }
}

/// When the cumulative costs of two alternatives cross (E34), in months.
#[derive(Debug, Clone, PartialEq)]
pub struct BreakEvens {
    /// The first alternative.
    pub a: Id,
    /// The second.
    pub b: Id,
    /// On cumulative cost.
    pub nominal: Vec<f64>,
    /// On discounted cumulative cost.
    pub discounted: Vec<f64>,
}

/// Amounts that need the infrastructure's cost; absent as a whole where that is unknown (E11).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Totals {
    /// Sum over the horizon.
    pub total: f64,
    /// E33.
    pub npv: f64,
    /// Infrastructure's part of the total.
    pub infrastructure: f64,
    /// E41; none where nothing is delivered.
    pub per_engineer_month: Option<f64>,
    /// E42.
    pub equal_output: f64,
}

/// What one alternative comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The alternative.
    pub id: Id,
    /// What the criteria say.
    pub score: Score,
    /// Its cost; none where an instance cannot hold one copy.
    pub money: Option<Totals>,
    /// Score and cost in one number, 0 to 100; none unless a weight of cost is set, or where either is unknown.
    pub combined: Option<f64>,
    /// E26; none if not within the horizon.
    pub mvp_month: Option<f64>,
    /// E41, engineer-months.
    pub delivered: f64,
    /// The same, discounted (E41, E42).
    pub delivered_discounted: f64,
    /// E40: engineers the rewrite's budget pays for.
    pub rewrite_fte: f64,
    /// The rewrite as it counts.
    pub rewriting: Rewriting,
    /// What one request costs each tier, whatever the month.
    pub tiers: Vec<TierService>,
    /// One entry a month, from month 1.
    pub months: Vec<Month>,
}

impl Outcome {
    /// One known amount per month, or nothing where amounts are unknown.
    pub fn curve(&self, amount: impl Fn(&Month) -> Option<f64>) -> Vec<f64> {
        self.months.iter().map(amount).collect::<Option<_>>().unwrap_or_default()
    }

    /// Infrastructure's part of the total, 0 to 1.
    pub fn infrastructure_share(&self) -> Option<f64> {
        self.money.filter(|money| money.total > 0.0).map(|money| money.infrastructure / money.total)
    }
}

/// One alternative in one month. Amounts of money are those of the month.
#[derive(Debug, Clone, PartialEq)]
pub struct Month {
    /// 1 for the first.
    pub number: usize,
    /// Pay, recruiting, training, delay and capacity.
    pub people: PeopleMonth,
    /// The alternative's own infrastructure.
    pub own: InfrastructureMonth,
    /// Infrastructure after E30 and E31.
    pub infrastructure: Option<f64>,
    /// E29.
    pub rewrite: f64,
    /// E32.
    pub total: Option<f64>,
    /// Sum of the totals so far.
    pub cumulative: Option<f64>,
    /// Sum of the discounted totals so far (E33).
    pub cumulative_npv: Option<f64>,
}

/// E33: what money at the end of `month` is worth now.
pub fn discount(rate: YearlyRate, month: Months) -> f64 {
    (1.0 + rate.0).powf(-month.years())
}

pub(super) fn outcome(
    plan: &Plan,
    alternative: &Alternative,
    own: &Infrastructure,
    target: &Infrastructure,
    people: People,
    score: Score,
) -> Outcome {
    let rewriting = Rewriting::of(plan, alternative, own);
    let known = own.is_feasible() && (rewriting.p == 0.0 || target.is_feasible());
    let rate = YearlyRate(plan.settings.discount_rate.central());
    let shared = Money(plan.workload.shared_infra.central());
    let (mut cumulative, mut npv, mut infrastructure_total) = (0.0, 0.0, 0.0);
    let (mut delivered, mut delivered_discounted) = (0.0, 0.0);
    let mut months = Vec::with_capacity(people.months.len());
    for (index, ((people, own), target)) in people.months.iter().zip(&own.months).zip(&target.months).enumerate() {
        let number = index + 1;
        let month = Months(number as f64);
        let rewrite_amount = rewriting.cost_in(month).0;
        let infrastructure = own.cost.filter(|_| known).map(|own_cost| match target.cost.map(Money) {
            Some(cost) => {
                let fleet = cost - shared - Money(target.egress);
                rewriting.infrastructure(month, Money(own_cost), cost, fleet).0
            }
            None => own_cost,
        });
        let people_cost = people.payroll + people.recruiting + people.training + people.delay;
        let total = infrastructure.map(|infrastructure| people_cost + infrastructure + rewrite_amount);
        cumulative += total.unwrap_or(0.0);
        npv += total.unwrap_or(0.0) * discount(rate, month);
        infrastructure_total += infrastructure.unwrap_or(0.0);
        delivered += people.output;
        delivered_discounted += people.output * discount(rate, month);
        months.push(Month {
            number,
            people: *people,
            own: own.clone(),
            infrastructure,
            rewrite: rewrite_amount,
            total,
            cumulative: total.map(|_| cumulative),
            cumulative_npv: total.map(|_| npv),
        });
    }
    let money = Totals {
        total: cumulative,
        npv,
        infrastructure: infrastructure_total,
        per_engineer_month: (delivered_discounted > 0.0).then(|| npv / delivered_discounted),
        equal_output: npv,
    };
    let loaded = plan.team.loaded_cost_factor.central();
    let salary = MoneyPerYear(alternative.team.salary.central());
    Outcome {
        id: alternative.id.clone(),
        score,
        money: known.then_some(money),
        combined: None,
        mvp_month: people.mvp_month,
        delivered,
        delivered_discounted,
        rewrite_fte: rewrite::staff(Money(rewriting.cost), Months(rewriting.months), salary, loaded),
        rewriting,
        tiers: own.tiers.clone(),
        months,
    }
}

/// E42: what each alternative would cost if it delivered as much as the best.
pub(super) fn compare_output(plan: &Plan, outcomes: &mut [Outcome]) {
    let salaries: f64 = plan.alternatives.iter().map(|alternative| alternative.team.salary.central()).sum();
    let mean_salary = salaries / plan.alternatives.len() as f64;
    let salary = plan.team.existing_salary.map_or(mean_salary, |salary| salary.central());
    let value = loaded_pay(MoneyPerYear(salary), plan.team.loaded_cost_factor.central());
    let most = outcomes.iter().map(|outcome| outcome.delivered_discounted).fold(0.0, f64::max);
    for outcome in outcomes {
        let missing = most - outcome.delivered_discounted;
        if let Some(money) = &mut outcome.money {
            money.equal_output = money.npv + (value * missing).0;
        }
    }
}

/// Score and cost in one number: the cheapest alternative has 100 points for its cost, one twice as dear 50.
pub fn combined_index(cost_weight: f64, score: f64, cheapest: f64, npv: f64) -> f64 {
    (1.0 - cost_weight) * score + cost_weight * 100.0 * cheapest / npv
}

/// The combined indexes, where the plan asks for them.
pub(super) fn combine(plan: &Plan, outcomes: &mut [Outcome]) {
    let Some(weight) = plan.settings.cost_weight.map(|weight| weight.central()) else { return };
    let costs: Option<Vec<f64>> = outcomes.iter().map(|outcome| outcome.money.map(|money| money.npv)).collect();
    let cheapest = costs.unwrap_or_default().into_iter().reduce(f64::min);
    // Where a cost is unknown, or somebody costs nothing, there is no scale for the others.
    let Some(cheapest) = cheapest.filter(|cheapest| *cheapest > 0.0) else { return };
    for outcome in outcomes {
        let (npv, score) = (outcome.money.map(|money| money.npv), outcome.score.in_form(plan));
        outcome.combined = npv.zip(score).map(|(npv, score)| combined_index(weight, score, cheapest, npv));
    }
}
