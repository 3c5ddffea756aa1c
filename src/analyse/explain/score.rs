//! E35, E35b and the value function: from weights and scores to points.

use super::place::Place;
use super::rule::{Apply, Each, PLAIN, Rule, rules, sum, sum_of_products};
use crate::evaluate::criteria::value_function;
use crate::model::Scored;

fn is_scored(place: &Place, scored: Scored) -> bool {
    place.criterion().is_some_and(|criterion| criterion.scored == scored)
}

fn is_computed(place: &Place, id: &str) -> bool {
    place.subject == id && is_scored(place, Scored::Computed)
}

fn is_bent(place: &Place) -> bool {
    !is_scored(place, Scored::Typed) && place.criterion().is_some_and(|criterion| criterion.middle.is_some())
}

fn is_straight(place: &Place) -> bool {
    !is_scored(place, Scored::Typed) && place.criterion().is_some_and(|criterion| criterion.middle.is_none())
}

fn is_entered(place: &Place) -> bool {
    let raw = |criterion: &crate::model::Criterion| criterion.raw.get(place.alternative.id.as_str()).is_some();
    is_scored(place, Scored::Measured) && place.criterion().is_some_and(raw)
}

fn is_group(place: &Place) -> bool {
    place.plan.groups.iter().any(|group| group.id.as_str() == place.subject)
}

/// Whether the group counts for nothing: its own weight, or all weights in it, are 0.
fn is_out(place: &Place) -> bool {
    let plan = place.plan;
    let group = plan.groups.iter().find(|group| group.id.as_str() == place.subject);
    let criteria = plan.criteria.iter().filter(|criterion| criterion.group.as_str() == place.subject);
    let weights: f64 = criteria.map(|criterion| criterion.weight.central()).sum();
    group.is_some_and(|group| group.weight.central() == 0.0 || weights == 0.0)
}

fn is_grouped(place: &Place) -> bool {
    place.plan.is_grouped()
}

/// 10 × weight × mean ÷ all weights.
fn points(weight: f64, mean: f64, weights: f64) -> f64 {
    10.0 * weight * mean / weights
}

rules! {
    "results.@.raw.?" "? as it was measured" COUNT "value function"
        "raw value as entered"
        ["raw value as entered" = "criteria.?.raw.@"] &[raw] => raw,
        given ["scores are" = "criteria.?.scored"], when is_entered;
    "results.@.raw.?" "? as it was measured" COUNT "value function"
        "none: no raw value was entered"
        [] &[] => f64::NAN, given ["scores are" = "criteria.?.scored", "raw value" = "criteria.?.raw.@"],
        when |place| is_scored(place, Scored::Measured), why "No raw value was entered; the typed score counts.";
    "results.@.raw.?" "Artefacts of a release to all targets" COUNT "value function"
        "deployment targets × Σ over the tiers of their artefacts"
        ["deployment targets" = "workload.deploy_targets", "artefacts of *" = "profiles.&.artefacts"]
        &[targets, ref artefacts @ ..] => targets * sum(artefacts),
        each Tiers, given ["scores are" = "criteria.?.scored"], when |place| is_computed(place, "C10");
    "results.@.raw.?" "Pay of a new hire" MONEY_PER_YEAR "value function"
        "base pay of a new hire"
        ["base pay of a new hire" = "alternatives.@.team.salary"] &[salary] => salary,
        given ["scores are" = "criteria.?.scored"], when |place| is_computed(place, "C12");
    "results.@.raw.?" "vCPU per 1,000 requests/s" COUNT "value function"
        "Σ over the tiers (requests that reach it × CPU per request in ms ÷ utilisation)"
        [
            "requests that reach *" = "alternatives.@.tiers.*.call_share",
            "CPU per request of *" = "results.@.tiers.*.cpu_ms",
            "utilisation of *" = "results.@.tiers.*.utilisation",
        ]
        tiers => tiers.chunks(3).map(|tier| match tier {
            &[share, cpu, utilisation] => share * cpu / utilisation,
            _ => f64::NAN,
        }).sum(),
        each Tiers, given ["scores are" = "criteria.?.scored"], when |place| is_computed(place, "C16");
    "results.@.raw.?" "Share of the team that knows the language" SHARE "value function"
        "share that knows the language"
        ["share that knows the language" = "alternatives.@.team.know_share"] &[share] => share,
        given ["scores are" = "criteria.?.scored"], when |place| is_computed(place, "C18");
    "results.@.criteria.?" "Score: ?" SCORE "value function"
        "score as typed: no raw value was entered"
        ["score as typed" = "criteria.?.scores.@"] &[score] => score,
        given ["scores are" = "criteria.?.scored", "raw value" = "criteria.?.raw.@"],
        when |place| is_scored(place, Scored::Measured) && !is_entered(place);
    "results.@.criteria.?" "Score: ?" SCORE "value function"
        "0 at the worst, 5 at the middle, 10 at the best, straight between them for the raw value, level beyond"
        [
            "worst" = "criteria.?.worst",
            "middle" = "criteria.?.middle",
            "best" = "criteria.?.best",
            "raw value" = "results.@.raw.?",
        ]
        &[worst, middle, best, raw] => value_function(raw, worst, Some(middle), best),
        given ["scores are" = "criteria.?.scored"], when is_bent;
    "results.@.criteria.?" "Score: ?" SCORE "value function"
        "10 × (raw value − worst) ÷ (best − worst), from 0 to 10"
        ["raw value" = "results.@.raw.?", "worst" = "criteria.?.worst", "best" = "criteria.?.best"]
        &[raw, worst, best] => value_function(raw, worst, None, best),
        given ["scores are" = "criteria.?.scored", "middle" = "criteria.?.middle"], when is_straight;
    "results.@.score.group_mean.?" "Mean score in the group ?" SCORE "E35b"
        "Σ (weight × score) ÷ Σ weight, over the criteria of the group"
        ["weight of *" = "criteria.*.weight", "score of *" = "!"]
        criteria => sum_of_products(criteria, 2) / criteria.iter().step_by(2).sum::<f64>(),
        each InGroup, when is_group, why "All weights in the group are 0.";
    "results.@.score.group_weight.?" "Weight that the group ? counts with" COUNT "E35b"
        "weight of the group; 0 where Σ of the weights of its criteria is 0"
        ["weight of the group" = "groups.?.weight", "weight of *" = "criteria.*.weight"]
        &[group, ref criteria @ ..] => if sum(criteria) > 0.0 { group } else { 0.0 },
        each InGroup, when is_group;
    "results.@.score.group_weights" "Weights of all groups" COUNT "E35b"
        "Σ over the groups of the weight they count with"
        ["weight of *" = "results.@.score.group_weight.*"] groups => sum(groups), each Groups;
    "results.@.score.weights" "Weights of all criteria" COUNT "E35"
        "Σ over all criteria of their weight"
        ["weight of *" = "criteria.*.weight"] criteria => sum(criteria), each Criteria;
    "results.@.score.grouped_points.?" "Points of the group ?, grouped" POINTS "E35b"
        "0: the group counts with weight 0, as long as weights of all groups are above 0"
        ["weight" = "results.@.score.group_weight.?", "weights of all groups" = "results.@.score.group_weights"]
        &[weight, weights] => if weight == 0.0 && weights > 0.0 { 0.0 } else { f64::NAN },
        when is_out, why "All weights are 0: set a weight.";
    "results.@.score.grouped_points.?" "Points of the group ?, grouped" POINTS "E35b"
        "10 × weight × mean score ÷ weights of all groups"
        [
            "weight" = "results.@.score.group_weight.?",
            "mean score" = "results.@.score.group_mean.?",
            "weights of all groups" = "results.@.score.group_weights",
        ]
        &[weight, mean, weights] => points(weight, mean, weights), when is_group;
    "results.@.score.by_group.?" "Points of the group ?" POINTS "E35b"
        "points of the group in the grouped score"
        ["points of the group" = "results.@.score.grouped_points.?"] &[points] => points,
        given ["score form" = "settings.score_form"], when |place| is_group(place) && is_grouped(place);
    "results.@.score.by_group.?" "Points of the group ?" POINTS "E35"
        "10 × Σ (weight × score) over the criteria of the group ÷ weights of all criteria"
        ["weight of *" = "criteria.*.weight", "score of *" = "!", "weights of all criteria" = "results.@.score.weights"]
        &[ref criteria @ .., weights] => if weights > 0.0 { 10.0 * sum_of_products(criteria, 2) / weights } else { f64::NAN },
        each InGroup, given ["score form" = "settings.score_form"], when is_group, why "All weights are 0: set a weight.";
    "results.@.score.flat" "Score, flat" POINTS "E35"
        "10 × Σ (weight × score) ÷ Σ weight, over all criteria"
        ["weight of *" = "criteria.*.weight", "score of *" = "!"]
        criteria => 10.0 * sum_of_products(criteria, 2) / criteria.iter().step_by(2).sum::<f64>(),
        each Criteria, why "All weights are 0: set a weight.";
    "results.@.score.grouped" "Score, grouped" POINTS "E35b"
        "Σ over the groups of their points"
        ["points of *" = "results.@.score.grouped_points.*"] groups => if groups.is_empty() { f64::NAN } else { sum(groups) },
        each Groups, why "All weights are 0: set a weight.";
}

/// 1 + how many of the others are above the first.
const RANK: Apply = Apply::Lenient(|scores| {
    let [own, others @ ..] = scores else { return f64::NAN };
    1.0 + others.iter().filter(|other| *other > own).count() as f64
});

/// Rank and must-haves, which are no plain arithmetic.
pub(super) static OTHERS: &[Rule] = &[
    Rule {
        path: "results.@.rank",
        label: "Rank by score",
        equation: "E35b",
        formula: "1 + the number of alternatives that score above the own score",
        operands: &[("own score", "results.@.score.grouped"), ("score of *", "results.*.score.grouped")],
        each: Each::Others,
        given: &[("score form", "settings.score_form")],
        when: is_grouped,
        apply: RANK,
        ..PLAIN
    },
    Rule {
        path: "results.@.rank",
        label: "Rank by score",
        equation: "E35",
        formula: "1 + the number of alternatives that score above the own score",
        operands: &[("own score", "results.@.score.flat"), ("score of *", "results.*.score.flat")],
        each: Each::Others,
        given: &[("score form", "settings.score_form")],
        apply: RANK,
        ..PLAIN
    },
    Rule {
        path: "results.@.ruled_out",
        label: "Must-haves it fails",
        equation: "must-have",
        formula: "each criterion whose score is below its must-have",
        operands: &[("*", "!"), ("must-have of *", "criteria.*.threshold")],
        each: Each::MustHaves,
        apply: Apply::Words(|operands| {
            let failed = operands.chunks(2).filter_map(|pair| match pair {
                [score, least] if score.value < least.value => Some(score.name.as_str()),
                _ => None,
            });
            let failed: Vec<&str> = failed.collect();
            if failed.is_empty() { "none".into() } else { failed.join(", ") }
        }),
        ..PLAIN
    },
];
