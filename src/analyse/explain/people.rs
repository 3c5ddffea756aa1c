//! E18 to E23: people and what they are paid.

use super::rule::{rules, sum_of_products};
use crate::evaluate::team::{escalation, join_month, loaded_pay, monthly_attrition, ramp, staffed_share};
use crate::evaluate::units::{MoneyPerYear, MonthlyRate, Months, Weeks, YearlyRate};

rules! {
    "results.@.attrition_monthly" "Engineers who leave in a month" SHARE "E18"
        "1 − (1 − attrition a year)^(1 ÷ 12)"
        ["attrition a year" = "team.attrition"] &[yearly] => monthly_attrition(YearlyRate(yearly)).0;
    "results.@.fill_months" "Time to fill a position" MONTHS "E18"
        "weeks to fill a position ÷ 4.348125 weeks in a month"
        ["weeks to fill a position" = "alternatives.@.team.fill_weeks"] &[weeks] => Weeks(weeks).to_months().0;
    "results.@.staffed_share" "Positions that are staffed" SHARE "E19"
        "1 ÷ (1 + share leaving in a month × months to fill a position)"
        ["share leaving in a month" = "results.@.attrition_monthly", "months to fill a position" = "results.@.fill_months"]
        &[leaving, fill] => staffed_share(MonthlyRate(leaving), Months(fill));
    "results.@.months.#.staffed_existing" "Staffed positions of today's team" PEOPLE "E19"
        "staffed share × engineers today"
        ["staffed share" = "results.@.staffed_share", "engineers today" = "team.existing"]
        &[share, existing] => share * existing;
    "results.@.join_month" "Month in which new hires join" MONTH "E20"
        "1 + months to fill a position, rounded up"
        ["months to fill a position" = "results.@.fill_months"] &[fill] => join_month(Months(fill)).0;
    "results.@.months.#.hired" "Staffed positions of new hires" PEOPLE "E20"
        "staffed share × engineers to hire, from the month in which they join; 0 where the month is before it"
        [
            "staffed share" = "results.@.staffed_share",
            "engineers to hire" = "team.hires",
            "month in which they join" = "results.@.join_month",
            "month" = "results.@.months.#.month",
        ]
        &[share, hires, join, month] => if month >= join { share * hires } else { 0.0 };
    "results.@.months.#.keep" "Positions still held by today's people" SHARE "E20"
        "(1 − share leaving in a month)^(month − 1)"
        ["share leaving in a month" = "results.@.attrition_monthly", "month" = "results.@.months.#.month"]
        &[leaving, month] => (1.0 - leaving).powf(month - 1.0);
    "results.@.months.#.escalation" "Pay rises so far" FACTOR "E20"
        "(1 + wage growth)^(whole years before the month)"
        ["wage growth" = "team.wage_growth", "month" = "results.@.months.#.month"]
        &[growth, month] => escalation(YearlyRate(growth), Months(month));
    "results.@.existing_salary" "Base pay of today's people" MONEY_PER_YEAR "E20"
        "their base pay"
        ["their base pay" = "team.existing_salary"] &[salary] => salary,
        when |place| place.plan.team.existing_salary.is_some();
    "results.@.existing_salary" "Base pay of today's people" MONEY_PER_YEAR "E20"
        "base pay of a new hire"
        ["base pay of a new hire" = "alternatives.@.team.salary"] &[salary] => salary,
        given ["their base pay" = "team.existing_salary"];
    "results.@.months.#.base_pay" "Base pay of engineers, before rises" MONEY_PER_YEAR "E20"
        "staffed positions of today's team × (share still held × pay of today's people + (1 − share still held) × pay of a new hire) + staffed new hires × pay of a new hire"
        [
            "staffed positions of today's team" = "results.@.months.#.staffed_existing",
            "share still held" = "results.@.months.#.keep",
            "pay of today's people" = "results.@.existing_salary",
            "pay of a new hire" = "alternatives.@.team.salary",
            "staffed new hires" = "results.@.months.#.hired",
        ]
        &[staffed, keep, existing, salary, hired] => staffed * (keep * existing + (1.0 - keep) * salary) + hired * salary;
    "results.@.months.#.engineers_pay" "Pay of engineers" MONEY_PER_MONTH "E20"
        "base pay × loaded cost factor ÷ 12 × pay rises"
        [
            "base pay" = "results.@.months.#.base_pay",
            "loaded cost factor" = "team.loaded_cost_factor",
            "pay rises" = "results.@.months.#.escalation",
        ]
        &[pay, loaded, rises] => loaded_pay(MoneyPerYear(pay), loaded).0 * rises;
    "results.@.other_base_pay" "Base pay of other roles" MONEY_PER_YEAR "E20"
        "Σ over the roles (headcount × base pay)"
        ["headcount of *" = "team.other_roles.*.headcount", "base pay of *" = "team.other_roles.*.salary"]
        roles => sum_of_products(roles, 2), each Roles;
    "results.@.months.#.other_roles" "Pay of other roles" MONEY_PER_MONTH "E20"
        "base pay × loaded cost factor ÷ 12 × pay rises"
        [
            "base pay" = "results.@.other_base_pay",
            "loaded cost factor" = "team.loaded_cost_factor",
            "pay rises" = "results.@.months.#.escalation",
        ]
        &[pay, loaded, rises] => loaded_pay(MoneyPerYear(pay), loaded).0 * rises;
    "results.@.months.#.payroll" "Payroll" MONEY_PER_MONTH "E20"
        "pay of engineers + pay of other roles"
        ["pay of engineers" = "results.@.months.#.engineers_pay", "pay of other roles" = "results.@.months.#.other_roles"]
        &[engineers, others] => engineers + others;
    "results.@.months.#.leavers" "Engineers replaced" PEOPLE "E22"
        "share leaving in a month × (staffed positions of today's team + staffed new hires)"
        [
            "share leaving in a month" = "results.@.attrition_monthly",
            "staffed positions of today's team" = "results.@.months.#.staffed_existing",
            "staffed new hires" = "results.@.months.#.hired",
        ]
        &[leaving, existing, hired] => leaving * (existing + hired);
    "results.@.months.#.joining" "Engineers who join" PEOPLE "E22"
        "engineers to hire, if the month is the one in which they join; else 0"
        [
            "engineers to hire" = "team.hires",
            "month" = "results.@.months.#.month",
            "the one in which they join" = "results.@.join_month",
        ]
        &[hires, month, join] => if month == join { hires } else { 0.0 };
    "results.@.months.#.hire_cost" "Cost of a hire" MONEY "E22"
        "own cost of a hire + agency fee × hires through an agency × base pay of a new hire × pay rises"
        [
            "own cost of a hire" = "team.internal_cost_per_hire",
            "agency fee" = "team.agency_fee",
            "hires through an agency" = "team.agency_share",
            "base pay of a new hire" = "alternatives.@.team.salary",
            "pay rises" = "results.@.months.#.escalation",
        ]
        &[own, fee, share, salary, rises] => own + fee * share * salary * rises;
    "results.@.months.#.recruiting" "Recruiting" MONEY_PER_MONTH "E22"
        "(engineers who join + engineers replaced) × cost of a hire"
        [
            "engineers who join" = "results.@.months.#.joining",
            "engineers replaced" = "results.@.months.#.leavers",
            "cost of a hire" = "results.@.months.#.hire_cost",
        ]
        &[joining, replaced, cost] => (joining + replaced) * cost;
    "results.@.months.#.training" "Training" MONEY_PER_MONTH "E22"
        "engineers today × (1 − share that knows the language) × training per engineer in month 1; 0 in every other month"
        [
            "engineers today" = "team.existing",
            "share that knows the language" = "alternatives.@.team.know_share",
            "training per engineer" = "team.train_per_head",
            "month" = "results.@.months.#.month",
        ]
        &[existing, know, cost, month] => if month == 1.0 { existing * (1.0 - know) * cost } else { 0.0 };
    "results.@.months.#.loss" "Output lost to replacing people" PEOPLE "E23"
        "engineers replaced × months to full output × (1 − first-day output) ÷ 2"
        [
            "engineers replaced" = "results.@.months.#.leavers",
            "months to full output" = "alternatives.@.team.ramp_months",
            "first-day output" = "team.ramp_p0",
        ]
        &[replaced, months, first_day] => replaced * months * (1.0 - first_day) / 2.0;
    "results.@.months.#.learned" "Output of those who learn the language" SHARE "E21"
        "first-day output + (1 − first-day output) × (month − 0.5) ÷ months to learn it, at most 100 %; 100 % where learning takes no time"
        [
            "first-day output" = "team.learn_p0",
            "month" = "results.@.months.#.month",
            "months to learn it" = "alternatives.@.team.learn_months",
        ]
        &[first_day, month, months] => ramp(Months(month - 0.5), first_day, Months(months));
    "results.@.months.#.ramped" "Output of a new hire" SHARE "E21"
        "first-day output + (1 − first-day output) × (month − month of joining + 0.5) ÷ months to full output, at most 100 %; 100 % where that takes no time, 0 before they join"
        [
            "first-day output" = "team.ramp_p0",
            "month" = "results.@.months.#.month",
            "month of joining" = "results.@.join_month",
            "months to full output" = "alternatives.@.team.ramp_months",
        ]
        &[first_day, month, join, months] => {
            if month < join { 0.0 } else { ramp(Months(month - join + 0.5), first_day, Months(months)) }
        };
    "results.@.months.#.effective" "Engineers at full output" PEOPLE "E23"
        "staffed positions of today's team × (share that knows the language + (1 − share that knows the language) × output of the learners) + staffed new hires × output of a new hire − output lost to replacing people, at least 0"
        [
            "staffed positions of today's team" = "results.@.months.#.staffed_existing",
            "share that knows the language" = "alternatives.@.team.know_share",
            "output of the learners" = "results.@.months.#.learned",
            "staffed new hires" = "results.@.months.#.hired",
            "output of a new hire" = "results.@.months.#.ramped",
            "output lost to replacing people" = "results.@.months.#.loss",
        ]
        &[staffed, know, learned, hired, ramped, loss] => {
            (staffed * (know + (1.0 - know) * learned) + hired * ramped - loss).max(0.0)
        };
}
