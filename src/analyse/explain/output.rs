//! E24 to E27 and E41: what the team delivers, and when.

use super::place::Place;
use super::rule::rules;
use crate::evaluate::team::delayed_share;
use crate::evaluate::units::Months;

/// How much of the scope counts as all of it (E26): sums of many months are not exact.
const DONE: f64 = 1.0 - 1e-9;

fn is_before(place: &Place) -> bool {
    place.outcome.mvp_month != Some(0.0) && place.completion().is_none_or(|month| place.month <= month)
}

fn is_not_reached(place: &Place) -> bool {
    place.outcome.mvp_month.is_none()
}

rules! {
    "results.@.scope" "Work up to the first release" ENGINEER_MONTHS "E24"
        "scope of the first release × extra scope"
        ["scope of the first release" = "team.mvp_scope", "extra scope" = "alternatives.@.team.scope_factor"]
        &[scope, factor] => scope * factor;
    "results.@.months.#.capacity" "Capacity" ENGINEER_MONTHS "E25"
        "engineers at full output × output before the first release, as the work done before this month is less than the scope"
        [
            "engineers at full output" = "results.@.months.#.effective",
            "output before the first release" = "alternatives.@.team.productivity",
            "work done before this month" = "results.@.months.#.work_before",
            "scope" = "results.@.scope",
        ]
        &[engineers, output, done, scope] => if done < scope * DONE { engineers * output } else { f64::NAN }, when is_before;
    "results.@.months.#.capacity" "Capacity" ENGINEER_MONTHS "E25"
        "engineers at full output × output after the first release × (1 − maintenance), as the work done before this month reaches the scope"
        [
            "engineers at full output" = "results.@.months.#.effective",
            "output after the first release" = "alternatives.@.team.productivity_after",
            "maintenance" = "alternatives.@.team.maint_share",
            "work done before this month" = "results.@.months.#.work_before",
            "scope" = "results.@.scope",
        ]
        &[engineers, output, share, done, scope] => {
            if done >= scope * DONE { engineers * output * (1.0 - share) } else { f64::NAN }
        };
    "results.@.months.#.work_before" "Work done before the month" ENGINEER_MONTHS "E26"
        "0: this is the first month"
        [] &[] => 0.0, when |place| place.month == 1;
    "results.@.months.#.work_before" "Work done before the month" ENGINEER_MONTHS "E26"
        "work done before last month + capacity of last month"
        [
            "work done before last month" = "results.@.months.<.work_before",
            "capacity of last month" = "results.@.months.<.capacity",
        ]
        &[before, capacity] => before + capacity;
    "results.@.mvp_month" "First release" MONTH "E26"
        "0: there is no work up to it, as the scope is 0"
        ["scope" = "results.@.scope"] &[scope] => if scope == 0.0 { 0.0 } else { f64::NAN },
        when |place| place.outcome.mvp_month == Some(0.0);
    "results.@.mvp_month" "First release" MONTH "E26"
        "none: work done before the last month + capacity of the last month is less than the scope"
        [
            "work done before the last month" = "results.@.months.$.work_before",
            "capacity of the last month" = "results.@.months.$.capacity",
            "scope" = "results.@.scope",
        ]
        _ => f64::NAN, when is_not_reached, why "The work up to the first release is not done within $ months.";
    "results.@.mvp_month" "First release" MONTH "E26"
        "month in which the work is done − 1 + (scope − work done before it) ÷ capacity of that month, at most that month"
        [
            "month in which the work is done" = "results.@.months.^.month",
            "scope" = "results.@.scope",
            "work done before it" = "results.@.months.^.work_before",
            "capacity of that month" = "results.@.months.^.capacity",
        ]
        &[month, scope, done, capacity] => if done < scope * DONE && done + capacity >= scope * DONE {
            month.min(month - 1.0 + (scope - done) / capacity)
        } else { f64::NAN };
    "results.@.months.#.delay" "Cost of delay" MONEY_PER_MONTH "E27"
        "cost of a month's delay × (the lesser of horizon and month − the greater of target and month − 1, from 0 to 1): there is no first release within the horizon"
        [
            "cost of a month's delay" = "team.cost_of_delay",
            "horizon" = "settings.horizon_months",
            "month" = "results.@.months.#.month",
            "target" = "team.target_month",
        ]
        &[cost, horizon, month, target] => cost * delayed_share(Months(horizon), Months(target), Months(month)),
        given ["first release" = "results.@.mvp_month"], when is_not_reached;
    "results.@.months.#.delay" "Cost of delay" MONEY_PER_MONTH "E27"
        "cost of a month's delay × (the lesser of first release and month − the greater of target and month − 1, from 0 to 1)"
        [
            "cost of a month's delay" = "team.cost_of_delay",
            "first release" = "results.@.mvp_month",
            "month" = "results.@.months.#.month",
            "target" = "team.target_month",
        ]
        &[cost, mvp, month, target] => cost * delayed_share(Months(mvp), Months(target), Months(month));
    "results.@.months.#.maintenance" "Pay that goes into maintenance" MONEY_PER_MONTH "E25"
        "0: there is no first release to maintain"
        [] &[] => 0.0, given ["first release" = "results.@.mvp_month"], when is_not_reached;
    "results.@.months.#.maintenance" "Pay that goes into maintenance" MONEY_PER_MONTH "E25"
        "pay of engineers × maintenance; 0 while month < first release + 1"
        [
            "pay of engineers" = "results.@.months.#.engineers_pay",
            "maintenance" = "alternatives.@.team.maint_share",
            "month" = "results.@.months.#.month",
            "first release" = "results.@.mvp_month",
        ]
        &[pay, share, month, mvp] => if month < mvp + 1.0 { 0.0 } else { pay * share };
    "results.@.months.#.output" "Output" ENGINEER_MONTHS "E41"
        "capacity ÷ extra scope: the first release is still to come"
        ["capacity" = "results.@.months.#.capacity", "extra scope" = "alternatives.@.team.scope_factor"]
        &[capacity, factor] => capacity / factor, given ["first release" = "results.@.mvp_month"], when is_not_reached;
    "results.@.months.#.output" "Output" ENGINEER_MONTHS "E41"
        "capacity ÷ extra scope while month < first release + 1; then the capacity"
        [
            "capacity" = "results.@.months.#.capacity",
            "extra scope" = "alternatives.@.team.scope_factor",
            "month" = "results.@.months.#.month",
            "first release" = "results.@.mvp_month",
        ]
        &[capacity, factor, month, mvp] => if month < mvp + 1.0 { capacity / factor } else { capacity };
    "results.@.months.#.delivered" "Output so far" ENGINEER_MONTHS "E41"
        "output: this is the first month"
        ["output" = "results.@.months.#.output"] &[output] => output, when |place| place.month == 1;
    "results.@.months.#.delivered" "Output so far" ENGINEER_MONTHS "E41"
        "output up to last month + output"
        ["output up to last month" = "results.@.months.<.delivered", "output" = "results.@.months.#.output"]
        &[before, output] => before + output;
    "results.@.delivered_engineer_months" "Delivered" ENGINEER_MONTHS "E41"
        "output up to the last month"
        ["output up to the last month" = "results.@.months.$.delivered"] &[output] => output;
    "results.@.months.#.delivered_discounted" "Output so far, discounted" ENGINEER_MONTHS "E41"
        "output × discount: this is the first month"
        ["output" = "results.@.months.#.output", "discount" = "results.@.months.#.discount"]
        &[output, discount] => output * discount, when |place| place.month == 1;
    "results.@.months.#.delivered_discounted" "Output so far, discounted" ENGINEER_MONTHS "E41"
        "discounted output up to last month + output × discount"
        [
            "discounted output up to last month" = "results.@.months.<.delivered_discounted",
            "output" = "results.@.months.#.output",
            "discount" = "results.@.months.#.discount",
        ]
        &[before, output, discount] => before + output * discount;
    "results.@.delivered_discounted" "Delivered, discounted" ENGINEER_MONTHS "E41"
        "discounted output up to the last month"
        ["discounted output up to the last month" = "results.@.months.$.delivered_discounted"] &[output] => output;
}
