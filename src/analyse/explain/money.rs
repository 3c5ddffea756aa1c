//! E32 to E34, E41 and E42: what it comes to.

use super::place::Place;
use super::rule::{rules, sum};
use crate::evaluate::discount;

fn is_first(place: &Place) -> bool {
    place.month == 1
}

/// Whether a cost of the pair is unknown.
fn is_unknown(place: &Place) -> bool {
    let rival = place.evaluation.outcome(place.rival);
    place.outcome.money.is_none() || rival.is_some_and(|rival| rival.money.is_none())
}

/// The moment between two months at which a difference passes zero.
fn crossing(month: f64, before: f64, after: f64) -> f64 {
    month + before / (before - after)
}

rules! {
    "results.@.months.#.total" "Total" MONEY_PER_MONTH "E32"
        "payroll + recruiting + training + infrastructure + delay + rewrite"
        [
            "payroll" = "results.@.months.#.payroll",
            "recruiting" = "results.@.months.#.recruiting",
            "training" = "results.@.months.#.training",
            "infrastructure" = "results.@.months.#.infrastructure",
            "delay" = "results.@.months.#.delay",
            "rewrite" = "results.@.months.#.rewrite",
        ]
        parts => sum(parts);
    "results.@.months.#.cumulative" "Cost so far" MONEY "E32"
        "total: this is the first month"
        ["total" = "results.@.months.#.total"] &[total] => total, when is_first;
    "results.@.months.#.cumulative" "Cost so far" MONEY "E32"
        "cost up to last month + total"
        ["cost up to last month" = "results.@.months.<.cumulative", "total" = "results.@.months.#.total"]
        &[before, total] => before + total;
    "results.@.total" "Total cost" MONEY "E32"
        "cost up to the last month"
        ["cost up to the last month" = "results.@.months.$.cumulative"] &[cost] => cost;
    "results.@.months.#.infrastructure_so_far" "Infrastructure so far" MONEY "E32"
        "infrastructure: this is the first month"
        ["infrastructure" = "results.@.months.#.infrastructure"] &[cost] => cost, when is_first;
    "results.@.months.#.infrastructure_so_far" "Infrastructure so far" MONEY "E32"
        "infrastructure up to last month + infrastructure of this month"
        [
            "infrastructure up to last month" = "results.@.months.<.infrastructure_so_far",
            "infrastructure of this month" = "results.@.months.#.infrastructure",
        ]
        &[before, cost] => before + cost;
    "results.@.infrastructure_total" "Infrastructure, all months" MONEY "E32"
        "infrastructure up to the last month"
        ["infrastructure up to the last month" = "results.@.months.$.infrastructure_so_far"] &[cost] => cost;
    "results.@.infrastructure_share" "Infrastructure's share of the cost" SHARE "E32"
        "infrastructure ÷ total cost"
        ["infrastructure" = "results.@.infrastructure_total", "total cost" = "results.@.total"]
        &[infrastructure, total] => if total > 0.0 { infrastructure / total } else { f64::NAN },
        why "Nothing is spent.";
    "results.@.months.#.discount" "What money of the month is worth now" FACTOR "E33"
        "1 ÷ (1 + discount rate)^(month ÷ 12)"
        ["discount rate" = "settings.discount_rate", "month" = "results.@.months.#.month"]
        &[rate, month] => discount(rate, month);
    "results.@.months.#.cumulative_npv" "Cost so far, discounted" MONEY "E33"
        "total × discount: this is the first month"
        ["total" = "results.@.months.#.total", "discount" = "results.@.months.#.discount"]
        &[total, discount] => total * discount, when is_first;
    "results.@.months.#.cumulative_npv" "Cost so far, discounted" MONEY "E33"
        "discounted cost up to last month + total × discount"
        [
            "discounted cost up to last month" = "results.@.months.<.cumulative_npv",
            "total" = "results.@.months.#.total",
            "discount" = "results.@.months.#.discount",
        ]
        &[before, total, discount] => before + total * discount;
    "results.@.npv" "Cost in today's money" MONEY "E33"
        "discounted cost up to the last month"
        ["discounted cost up to the last month" = "results.@.months.$.cumulative_npv"] &[cost] => cost;
    "results.break_evens.?.nominal" "Months in which the costs cross" MONTH "E34"
        "unknown: a cost is unknown"
        ["cost of the first" = "results.@.months.$.cumulative", "cost of the second" = "results.~.months.$.cumulative"]
        _ => f64::NAN, when is_unknown;
    "results.break_evens.?.nominal" "Months in which the costs cross" MONTH "E34"
        "the first of all crossings"
        ["crossing *" = "results.break_evens.?.nominal.*"] &[first, ..] => first,
        each Nominal, why "The costs do not cross within $ months.";
    "results.break_evens.?.nominal.%" "Month in which the costs cross" MONTH "E34"
        "month before + (first before − second before) ÷ ((first before − second before) − (first after − second after))"
        [
            "month before" = "results.@.months.<.month",
            "first before" = "results.@.months.<.cumulative",
            "second before" = "results.~.months.<.cumulative",
            "first after" = "results.@.months.#.cumulative",
            "second after" = "results.~.months.#.cumulative",
        ]
        &[month, a, b, a_after, b_after] => crossing(month, a - b, a_after - b_after);
    "results.break_evens.?.discounted" "Months in which the discounted costs cross" MONTH "E34"
        "unknown: a cost is unknown"
        ["cost of the first" = "results.@.months.$.cumulative_npv", "cost of the second" = "results.~.months.$.cumulative_npv"]
        _ => f64::NAN, when is_unknown;
    "results.break_evens.?.discounted" "Months in which the discounted costs cross" MONTH "E34"
        "the first of all crossings"
        ["crossing *" = "results.break_evens.?.discounted.*"] &[first, ..] => first,
        each Discounted, why "The discounted costs do not cross within $ months.";
    "results.break_evens.?.discounted.%" "Month in which the discounted costs cross" MONTH "E34"
        "month before + (first before − second before) ÷ ((first before − second before) − (first after − second after))"
        [
            "month before" = "results.@.months.<.month",
            "first before" = "results.@.months.<.cumulative_npv",
            "second before" = "results.~.months.<.cumulative_npv",
            "first after" = "results.@.months.#.cumulative_npv",
            "second after" = "results.~.months.#.cumulative_npv",
        ]
        &[month, a, b, a_after, b_after] => crossing(month, a - b, a_after - b_after);
    "results.@.cost_per_engineer_month" "Cost per delivered engineer-month" MONEY_PER_ENGINEER_MONTH "E41"
        "cost in today's money ÷ delivered, discounted"
        ["cost in today's money" = "results.@.npv", "delivered, discounted" = "results.@.delivered_discounted"]
        &[npv, delivered] => if delivered > 0.0 { npv / delivered } else { f64::NAN },
        why "Nothing is delivered.";
    "results.@.most_output" "Most output of all alternatives, discounted" ENGINEER_MONTHS "E42"
        "the most of: what each alternative delivers, discounted"
        ["*" = "results.*.delivered_discounted"] outputs => outputs.iter().copied().fold(0.0, f64::max), each Alternatives;
    "results.@.reference_salary" "Base pay that values an engineer-month" MONEY_PER_YEAR "E42"
        "base pay of today's people"
        ["base pay of today's people" = "team.existing_salary"] &[salary] => salary,
        when |place| place.plan.team.existing_salary.is_some();
    "results.@.reference_salary" "Base pay that values an engineer-month" MONEY_PER_YEAR "E42"
        "Σ over the alternatives of the base pay of a new hire ÷ their number"
        ["base pay of *" = "alternatives.*.team.salary"] salaries => sum(salaries) / salaries.len() as f64,
        each Alternatives, given ["base pay of today's people" = "team.existing_salary"];
    "results.@.value_of_engineer_month" "Value of an engineer-month" MONEY_PER_ENGINEER_MONTH "E42"
        "base pay × loaded cost factor ÷ 12"
        ["base pay" = "results.@.reference_salary", "loaded cost factor" = "team.loaded_cost_factor"]
        &[salary, loaded] => salary * loaded / 12.0;
    "results.@.equal_output_cost" "Cost at equal output" MONEY "E42"
        "cost in today's money + value of an engineer-month × (most output − own output)"
        [
            "cost in today's money" = "results.@.npv",
            "value of an engineer-month" = "results.@.value_of_engineer_month",
            "most output" = "results.@.most_output",
            "own output" = "results.@.delivered_discounted",
        ]
        &[npv, value, most, own] => npv + value * (most - own);
}
