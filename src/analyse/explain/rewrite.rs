//! E28 to E31 and E40: a possible rewrite.

use super::place::Place;
use super::rule::rules;
use crate::evaluate::rewrite::{Strain, staff, suggested_probability};
use crate::model::{Complexity, Language, Probability, Stack};

fn is_complexity(place: &Place, complexity: Complexity) -> bool {
    place.alternative.rewrite.complexity == complexity
}

fn is_go(place: &Place) -> bool {
    place.alternative.stack(&place.plan.profiles) == Stack::Single(Language::Go)
}

/// Whether a rewrite may lead to an alternative whose instance cannot hold one copy.
fn leads_nowhere(place: &Place) -> bool {
    let fits = |months: &[crate::evaluate::Month]| months.iter().all(|month| month.own.cost.is_some());
    place.outcome.rewriting.p > 0.0
        && place.target().is_some_and(|target| !fits(&target.months))
        && fits(&place.outcome.months)
}

fn never_comes(place: &Place) -> bool {
    place.outcome.rewriting.p == 0.0
}

fn is_before(place: &Place) -> bool {
    (place.month as f64) < place.outcome.rewriting.start
}

fn is_running(place: &Place) -> bool {
    place.outcome.rewriting.is_running(place.month as f64)
}

rules! {
    "results.@.rewrite_base_p" "Probability of a rewrite without any strain" SHARE "E28"
        "2 %: all of it is Go"
        [] &[] => 0.02, each Tiers, given ["language of *" = "profiles.&.language"], when is_go;
    "results.@.rewrite_base_p" "Probability of a rewrite without any strain" SHARE "E28"
        "5 %: not all of it is Go"
        [] &[] => 0.05, each Tiers, given ["language of *" = "profiles.&.language"];
    "results.@.heavy_in_the_way" "Heavy requests that others wait for" SHARE "E28"
        "0: heavy work is offloaded"
        [] &[] => 0.0, given ["heavy work offloaded" = "alternatives.@.offload_heavy"],
        when |place| place.alternative.offload_heavy;
    "results.@.heavy_in_the_way" "Heavy requests that others wait for" SHARE "E28"
        "heavy requests"
        ["heavy requests" = "workload.heavy_share"] &[share] => share,
        given ["heavy work offloaded" = "alternatives.@.offload_heavy"];
    "results.@.pure_in_python" "Computation in Python" SHARE "E28"
        "computation in the language, which is Python"
        ["computation in the language" = "workload.mix.pure"] &[pure] => pure,
        each PureTiers, given ["language of *" = "profiles.&.language"], when |place| place.is_pure_in_python();
    "results.@.pure_in_python" "Computation in Python" SHARE "E28"
        "0: computation is not in Python"
        [] &[] => 0.0, each PureTiers, given ["language of *" = "profiles.&.language"];
    "results.@.rewrite_suggested_p" "Probability of a rewrite, suggested" SHARE "E28"
        "probability without strain, and 10 % more for each of: connections in the last month over 10,000, cores in the last month over 32, heavy requests in the way over 1 %, computation in Python over 30 %; at most 60 %"
        [
            "probability without strain" = "results.@.rewrite_base_p",
            "connections in the last month" = "results.@.months.$.connections",
            "cores in the last month" = "results.@.months.$.cores",
            "heavy requests in the way" = "results.@.heavy_in_the_way",
            "computation in Python" = "results.@.pure_in_python",
        ]
        &[base, connections, cores, heavy_in_the_way, pure_in_python] => {
            suggested_probability(Strain { is_go: base < 0.05, connections, cores, heavy_in_the_way, pure_in_python })
        };
    "results.@.rewrite_p" "Probability of a rewrite" SHARE "E28"
        "the suggested probability"
        ["suggested probability" = "results.@.rewrite_suggested_p"] &[p] => p,
        given ["probability is" = "alternatives.@.rewrite.probability"],
        when |place| place.alternative.rewrite.probability == Probability::Suggested;
    "results.@.rewrite_p" "Probability of a rewrite" SHARE "E28"
        "the probability as typed"
        ["probability as typed" = "alternatives.@.rewrite.p"] &[p] => p,
        given ["probability is" = "alternatives.@.rewrite.probability"];
    "results.@.rewrite_cost" "Cost of a rewrite, if it comes" MONEY "E29"
        "10 % quantile of the cost × switching factor; never below 0"
        ["10 % quantile of the cost" = "alternatives.@.rewrite.cost.p10", "switching factor" = "team.switching_factor"]
        &[cost, factor] => cost.max(0.0) * factor,
        given ["complexity" = "alternatives.@.rewrite.complexity"], when |place| is_complexity(place, Complexity::Low);
    "results.@.rewrite_cost" "Cost of a rewrite, if it comes" MONEY "E29"
        "90 % quantile of the cost × switching factor; never below 0"
        ["90 % quantile of the cost" = "alternatives.@.rewrite.cost.p90", "switching factor" = "team.switching_factor"]
        &[cost, factor] => cost.max(0.0) * factor,
        given ["complexity" = "alternatives.@.rewrite.complexity"], when |place| is_complexity(place, Complexity::High);
    "results.@.rewrite_cost" "Cost of a rewrite, if it comes" MONEY "E29"
        "cost × switching factor; never below 0"
        ["cost" = "alternatives.@.rewrite.cost", "switching factor" = "team.switching_factor"]
        &[cost, factor] => cost.max(0.0) * factor,
        given ["complexity" = "alternatives.@.rewrite.complexity"];
    "results.@.months.#.rewrite" "Rewrite" MONEY_PER_MONTH "E29"
        "probability × cost ÷ duration, from the start on and while month < start + duration; else 0"
        [
            "probability" = "results.@.rewrite_p",
            "cost" = "results.@.rewrite_cost",
            "duration" = "alternatives.@.rewrite.months",
            "start" = "alternatives.@.rewrite.start",
            "month" = "results.@.months.#.month",
        ]
        &[p, cost, months, start, month] => if month >= start && month < start + months { p * cost / months } else { 0.0 };
    "results.@.months.#.infrastructure" "Infrastructure" MONEY_PER_MONTH "E31"
        "unknown: with a probability of a rewrite above 0, it may lead to an alternative whose instance cannot hold one copy"
        ["probability of a rewrite" = "results.@.rewrite_p"] _ => f64::NAN,
        given ["infrastructure of the target" = "results.>.months.#.own_infrastructure", "rewritten to" = "alternatives.@.rewrite.target"],
        when leads_nowhere, why "A rewrite may lead to an alternative whose instance cannot hold one copy (E11).";
    "results.@.months.#.infrastructure" "Infrastructure" MONEY_PER_MONTH "E17"
        "own infrastructure, as the probability of a rewrite is 0"
        ["own infrastructure" = "results.@.months.#.own_infrastructure", "probability of a rewrite" = "results.@.rewrite_p"]
        &[own, p] => if p == 0.0 { own } else { f64::NAN }, when never_comes;
    "results.@.months.#.infrastructure" "Infrastructure" MONEY_PER_MONTH "E17"
        "own infrastructure, as the month is before the start of a rewrite"
        [
            "own infrastructure" = "results.@.months.#.own_infrastructure",
            "month" = "results.@.months.#.month",
            "start of a rewrite" = "alternatives.@.rewrite.start",
        ]
        &[own, month, start] => if month < start { own } else { f64::NAN }, when is_before;
    "results.@.months.#.infrastructure" "Infrastructure" MONEY_PER_MONTH "E30"
        "own infrastructure + probability × share run beside it × (infrastructure of the target − shared infrastructure − data transfer of the target), while month < start + duration"
        [
            "own infrastructure" = "results.@.months.#.own_infrastructure",
            "probability" = "results.@.rewrite_p",
            "share run beside it" = "alternatives.@.rewrite.dual_run",
            "infrastructure of the target" = "results.>.months.#.own_infrastructure",
            "shared infrastructure" = "workload.shared_infra",
            "data transfer of the target" = "results.>.months.#.egress",
            "month" = "results.@.months.#.month",
            "start" = "alternatives.@.rewrite.start",
            "duration" = "alternatives.@.rewrite.months",
        ]
        &[own, p, beside, target, shared, egress, month, start, duration] => if month >= start && month < start + duration {
            own + p * beside * (target - shared - egress)
        } else { f64::NAN },
        given ["rewritten to" = "alternatives.@.rewrite.target"], when is_running;
    "results.@.months.#.infrastructure" "Infrastructure" MONEY_PER_MONTH "E31"
        "(1 − probability) × own infrastructure + probability × infrastructure of the target, as month ≥ start + duration"
        [
            "probability" = "results.@.rewrite_p",
            "own infrastructure" = "results.@.months.#.own_infrastructure",
            "infrastructure of the target" = "results.>.months.#.own_infrastructure",
            "month" = "results.@.months.#.month",
            "start" = "alternatives.@.rewrite.start",
            "duration" = "alternatives.@.rewrite.months",
        ]
        &[p, own, target, month, start, duration] => if month >= start + duration { (1.0 - p) * own + p * target } else { f64::NAN },
        given ["rewritten to" = "alternatives.@.rewrite.target"];
    "results.@.rewrite_fte" "Engineers the rewrite's budget pays for" PEOPLE "E40"
        "cost ÷ (duration × base pay of a new hire × loaded cost factor ÷ 12)"
        [
            "cost" = "results.@.rewrite_cost",
            "duration" = "alternatives.@.rewrite.months",
            "base pay of a new hire" = "alternatives.@.team.salary",
            "loaded cost factor" = "team.loaded_cost_factor",
        ]
        &[cost, months, salary, loaded] => staff(cost, months, salary, loaded);
}
