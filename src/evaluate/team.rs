//! E18 to E27: people into money, output and the month of the first release.

use crate::model::{Hiring, Team};

/// Weeks in a month.
pub const WEEKS_PER_MONTH: f64 = 4.348_125;

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
pub fn monthly_attrition(yearly: f64) -> f64 {
    1.0 - (1.0 - yearly).powf(1.0 / 12.0)
}

/// E18: months until a position is filled.
pub fn fill_months(fill_weeks: f64) -> f64 {
    fill_weeks / WEEKS_PER_MONTH
}

/// E19: share of positions that are staffed, in the steady state.
pub fn staffed_share(monthly_attrition: f64, fill_months: f64) -> f64 {
    1.0 / (1.0 + monthly_attrition * fill_months)
}

/// E20: the month in which new hires join.
pub fn join_month(fill_months: f64) -> f64 {
    1.0 + super::fleet::ceil(fill_months)
}

/// E20: pay rises once a year.
pub fn escalation(wage_growth: f64, month: f64) -> f64 {
    (1.0 + wage_growth).powf(((month - 1.0) / 12.0).floor())
}

/// E21: output at `age` months, from `first_day` to 1 in `months`.
pub fn ramp(age: f64, first_day: f64, months: f64) -> f64 {
    if months <= 0.0 { 1.0 } else { (first_day + (1.0 - first_day) * age / months).min(1.0) }
}

/// E27: the share of `month` that lies after the target and before the first release.
pub fn delayed_share(mvp_month: f64, target_month: f64, month: f64) -> f64 {
    (mvp_month.min(month) - target_month.max(month - 1.0)).clamp(0.0, 1.0)
}

/// The common and the alternative's own figures as plain numbers, with what follows from both.
struct Staff<'a> {
    team: &'a Team,
    hiring: &'a Hiring,
    attrition: f64,
    staffed: f64,
    join: f64,
    salary: f64,
    existing: f64,
}

impl Staff<'_> {
    /// Staffed new hires (E20).
    fn hired(&self, month: f64) -> f64 {
        if month >= self.join { self.staffed * self.team.hires.central() } else { 0.0 }
    }

    /// E20: the pay of engineers, and that of other roles.
    fn payroll(&self, month: f64) -> (f64, f64) {
        let loaded_month = self.team.loaded_cost_factor.central() / 12.0;
        let escalation = escalation(self.team.wage_growth.central(), month);
        let keep = (1.0 - self.attrition).powf(month - 1.0);
        let existing_salary = self.team.existing_salary.map_or(self.salary, |salary| salary.central());
        let pay = self.staffed * self.existing * (keep * existing_salary + (1.0 - keep) * self.salary)
            + self.hired(month) * self.salary;
        let others: f64 =
            self.team.other_roles.iter().map(|role| role.headcount.central() * role.salary.central()).sum();
        (pay * loaded_month * escalation, others * loaded_month * escalation)
    }

    /// E22, without training.
    fn recruiting(&self, month: f64) -> f64 {
        let team = self.team;
        let joining = if month == self.join { team.hires.central() } else { 0.0 };
        let replaced = self.attrition * (self.staffed * self.existing + self.hired(month));
        let escalation = escalation(team.wage_growth.central(), month);
        let agency = team.agency_fee.central() * team.agency_share.central() * self.salary * escalation;
        (joining + replaced) * (team.internal_cost_per_hire.central() + agency)
    }

    /// E23: engineers at full output.
    fn effective(&self, month: f64) -> f64 {
        let (team, hiring) = (self.team, self.hiring);
        let (first_day, ramp_months) = (team.ramp_p0.central(), hiring.ramp_months.central());
        let know = hiring.know_share.central();
        let hired = self.hired(month);
        let loss = self.attrition * (self.staffed * self.existing + hired) * ramp_months * (1.0 - first_day) / 2.0;
        let learned = ramp(month - 0.5, team.learn_p0.central(), hiring.learn_months.central());
        let existing = self.staffed * self.existing * (know + (1.0 - know) * learned);
        let hires = hired * ramp(month - self.join + 0.5, first_day, ramp_months);
        (existing + hires - loss).max(0.0)
    }
}

impl People {
    pub(super) fn of(team: &Team, hiring: &Hiring, horizon: usize) -> Self {
        let fill = fill_months(hiring.fill_weeks.central());
        let attrition = monthly_attrition(team.attrition.central());
        let staff = Staff {
            team,
            hiring,
            attrition,
            staffed: staffed_share(attrition, fill),
            join: join_month(fill),
            salary: hiring.salary.central(),
            existing: team.existing.central(),
        };
        let (capacity, mvp_month) = staff.deliver(horizon);
        // E41: more code for the same product is no more output.
        let scope_factor = hiring.scope_factor.central();
        let before_mvp = |month: f64| mvp_month.is_none_or(|mvp| month < mvp + 1.0);
        let output = |month, capacity| if before_mvp(month) { capacity / scope_factor } else { capacity };
        let month = |(index, capacity): (usize, &f64)| {
            let month = (index + 1) as f64;
            let untrained = staff.existing * (1.0 - hiring.know_share.central());
            let late = delayed_share(mvp_month.unwrap_or(horizon as f64), team.target_month.central(), month);
            let (engineers, other_roles) = staff.payroll(month);
            PeopleMonth {
                staffed: (staff.staffed * staff.existing, staff.hired(month)),
                payroll: engineers + other_roles,
                other_roles,
                maintenance: if before_mvp(month) { 0.0 } else { engineers * hiring.maint_share.central() },
                effective: staff.effective(month),
                recruiting: staff.recruiting(month),
                training: if index == 0 { untrained * team.train_per_head.central() } else { 0.0 },
                delay: team.cost_of_delay.central() * late,
                capacity: *capacity,
                output: output(month, *capacity),
            }
        };
        Self { months: capacity.iter().enumerate().map(month).collect(), mvp_month }
    }
}

impl Staff<'_> {
    /// E24 to E26: the capacity of each month, and when the first release is complete.
    fn deliver(&self, horizon: usize) -> (Vec<f64>, Option<f64>) {
        let hiring = self.hiring;
        let scope = self.team.mvp_scope.central() * hiring.scope_factor.central();
        let mut mvp = (scope == 0.0).then_some(0.0);
        let mut done = 0.0;
        let mut capacities = Vec::with_capacity(horizon);
        for month in (1..=horizon).map(|number| number as f64) {
            let effective = self.effective(month);
            if mvp.is_some() {
                let maintenance = hiring.maint_share.central();
                capacities.push(effective * hiring.productivity_after.central() * (1.0 - maintenance));
                continue;
            }
            let capacity = effective * hiring.productivity.central();
            capacities.push(capacity);
            if done + capacity >= scope * (1.0 - 1e-9) {
                mvp = Some(month.min(month - 1.0 + (scope - done) / capacity));
            }
            done += capacity;
        }
        (capacities, mvp)
    }
}
