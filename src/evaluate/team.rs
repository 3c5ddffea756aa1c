//! E18 to E27: people into money, output and the month of the first release.

use super::units::{Money, MoneyPerYear, MonthlyRate, Months, Weeks, YearlyRate};
use crate::model::{Hiring, Team};

/// People in one month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PeopleMonth {
    /// Staffed positions: those of the first day, and those hired on top (E19, E20).
    pub staffed: (f64, f64),
    /// E20, money.
    pub payroll: f64,
    /// The part of it that pays other roles (E20).
    pub other_roles: f64,
    /// The part of the engineers' pay that goes into maintenance: nothing up to the first release (E25).
    pub maintenance: f64,
    /// E23: engineers at full output.
    pub effective: f64,
    /// E22, money.
    pub recruiting: f64,
    /// E22, money.
    pub training: f64,
    /// E27, money.
    pub delay: f64,
    /// E25, engineer-months.
    pub capacity: f64,
    /// E41, engineer-months: capacity with the extra scope taken out.
    pub output: f64,
}

/// The people of one alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct People {
    /// One entry a month, from month 1.
    pub months: Vec<PeopleMonth>,
    /// E26; none if not reached within the horizon.
    pub mvp_month: Option<f64>,
}

/// E18: share of staff that leaves in a month.
pub fn monthly_attrition(yearly: YearlyRate) -> MonthlyRate {
    MonthlyRate(1.0 - (1.0 - yearly.0).powf(Months(1.0).years()))
}

/// E19: share of positions that are staffed, in the steady state.
pub fn staffed_share(attrition: MonthlyRate, fill: Months) -> f64 {
    1.0 / (1.0 + attrition.0 * fill.0)
}

/// E20: the month in which new hires join.
pub fn join_month(fill: Months) -> Months {
    Months(1.0 + super::fleet::ceil(fill.0))
}

/// E20: pay rises once a year.
pub fn escalation(wage_growth: YearlyRate, month: Months) -> f64 {
    (1.0 + wage_growth.0).powf((month - Months(1.0)).years().floor())
}

/// E20: what a year's base pay costs the employer in a month, without rises.
pub fn loaded_pay(base: MoneyPerYear, loaded_cost_factor: f64) -> Money {
    (base * loaded_cost_factor).a_month()
}

/// E21: output at an age, from `first_day` to 1 in `duration`.
pub fn ramp(Months(age): Months, first_day: f64, Months(duration): Months) -> f64 {
    if duration <= 0.0 { 1.0 } else { (first_day + (1.0 - first_day) * age / duration).min(1.0) }
}

/// E27: the share of `month` that lies after the target and before the first release.
pub fn delayed_share(mvp: Months, target: Months, month: Months) -> f64 {
    (mvp.min(month) - target.max(month - Months(1.0))).0.clamp(0.0, 1.0)
}

/// The common and the alternative's own figures, with what follows from both.
struct Staff<'a> {
    team: &'a Team,
    hiring: &'a Hiring,
    attrition: MonthlyRate,
    staffed: f64,
    join: Months,
    salary: MoneyPerYear,
    existing: f64,
}

impl Staff<'_> {
    /// Staffed new hires (E20).
    fn hired(&self, month: Months) -> f64 {
        if month >= self.join { self.staffed * self.team.hires.central() } else { 0.0 }
    }

    /// E20: the pay of engineers, and that of other roles, both with pay rises.
    fn payroll(&self, month: Months, escalation: f64) -> (Money, Money) {
        let loaded_cost_factor = self.team.loaded_cost_factor.central();
        let keep = (1.0 - self.attrition.0).powf(month.0 - 1.0);
        let existing_salary = self.team.existing_salary.map_or(self.salary, |salary| MoneyPerYear(salary.central()));
        let base = (existing_salary * keep + self.salary * (1.0 - keep)) * (self.staffed * self.existing)
            + self.salary * self.hired(month);
        let roles = self.team.other_roles.iter();
        let others = roles.map(|role| MoneyPerYear(role.salary.central()) * role.headcount.central()).sum();
        let pay = |base| loaded_pay(base, loaded_cost_factor) * escalation;
        (pay(base), pay(others))
    }

    /// E22, without training.
    fn recruiting(&self, month: Months, escalation: f64) -> Money {
        let team = self.team;
        let joining = if month == self.join { team.hires.central() } else { 0.0 };
        let replaced = self.replaced(month);
        // The fee is a share of a year's pay.
        let agency = Money(self.salary.0 * team.agency_fee.central() * team.agency_share.central());
        let hire = Money(team.internal_cost_per_hire.central()) + agency * escalation;
        hire * (joining + replaced)
    }

    /// Engineers who leave in the month and are replaced (E22, E23).
    fn replaced(&self, month: Months) -> f64 {
        self.attrition.0 * (self.staffed * self.existing + self.hired(month))
    }

    /// E23: engineers at full output.
    fn effective(&self, month: Months) -> f64 {
        let (team, hiring) = (self.team, self.hiring);
        let half = Months(0.5);
        let (first_day, ramp_months) = (team.ramp_p0.central(), Months(hiring.ramp_months.central()));
        let know = hiring.know_share.central();
        let loss = self.replaced(month) * ramp_months.0 * (1.0 - first_day) / 2.0;
        let learned = ramp(month - half, team.learn_p0.central(), Months(hiring.learn_months.central()));
        let existing = self.staffed * self.existing * (know + (1.0 - know) * learned);
        let hires = self.hired(month) * ramp(month - self.join + half, first_day, ramp_months);
        (existing + hires - loss).max(0.0)
    }
}

impl People {
    pub(super) fn of(team: &Team, hiring: &Hiring, horizon: usize) -> Self {
        let fill = Weeks(hiring.fill_weeks.central()).to_months();
        let attrition = monthly_attrition(YearlyRate(team.attrition.central()));
        let staff = Staff {
            team,
            hiring,
            attrition,
            staffed: staffed_share(attrition, fill),
            join: join_month(fill),
            salary: MoneyPerYear(hiring.salary.central()),
            existing: team.existing.central(),
        };
        let (capacity, mvp_month) = staff.deliver(horizon);
        // E41: more code for the same product is no more output.
        let scope_factor = hiring.scope_factor.central();
        let before_mvp = |month: Months| mvp_month.is_none_or(|mvp| month < mvp + Months(1.0));
        let output = |month, capacity| if before_mvp(month) { capacity / scope_factor } else { capacity };
        let release = mvp_month.unwrap_or(Months(horizon as f64));
        let target = Months(team.target_month.central());
        let month = |(index, capacity): (usize, &f64)| {
            let month = Months((index + 1) as f64);
            let untrained = staff.existing * (1.0 - hiring.know_share.central());
            let escalation = escalation(YearlyRate(team.wage_growth.central()), month);
            let (engineers, other_roles) = staff.payroll(month, escalation);
            PeopleMonth {
                staffed: (staff.staffed * staff.existing, staff.hired(month)),
                payroll: (engineers + other_roles).0,
                other_roles: other_roles.0,
                maintenance: if before_mvp(month) { 0.0 } else { engineers.0 * hiring.maint_share.central() },
                effective: staff.effective(month),
                recruiting: staff.recruiting(month, escalation).0,
                training: if index == 0 { untrained * team.train_per_head.central() } else { 0.0 },
                delay: team.cost_of_delay.central() * delayed_share(release, target, month),
                capacity: *capacity,
                output: output(month, *capacity),
            }
        };
        let months = capacity.iter().enumerate().map(month).collect();
        Self { months, mvp_month: mvp_month.map(|month| month.0) }
    }
}

impl Staff<'_> {
    /// E24 to E26: the capacity of each month, and when the first release is complete.
    fn deliver(&self, horizon: usize) -> (Vec<f64>, Option<Months>) {
        let hiring = self.hiring;
        let scope = self.team.mvp_scope.central() * hiring.scope_factor.central();
        let mut mvp = (scope == 0.0).then_some(Months(0.0));
        let mut done = 0.0;
        let mut capacities = Vec::with_capacity(horizon);
        for month in (1..=horizon).map(|number| number as f64) {
            let effective = self.effective(Months(month));
            if mvp.is_some() {
                let maintenance = hiring.maint_share.central();
                capacities.push(effective * hiring.productivity_after.central() * (1.0 - maintenance));
                continue;
            }
            let capacity = effective * hiring.productivity.central();
            capacities.push(capacity);
            if done + capacity >= scope * (1.0 - 1e-9) {
                mvp = Some(Months(month.min(month - 1.0 + (scope - done) / capacity)));
            }
            done += capacity;
        }
        (capacities, mvp)
    }
}
