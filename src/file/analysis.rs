//! What the analysis says, for other programs: every number the page shows beside the plain results.

use super::Node;
use super::results::{list, number, object, optional};
use crate::analyse::presets::use_cases;
use crate::analyse::{Crossover, Flip, Verdict, crossover, flips, noise, rewrite_checks, top_two, verdict};
use crate::evaluate::Evaluation;
use crate::model::{Id, Plan};

/// The verdict, bands of the scores, use cases, flip weights of leader and runner-up, costs and crossovers by traffic,
/// work done so far, and rewrite checks.
pub(super) fn analysis(plan: &Plan, evaluation: &Evaluation) -> Node {
    object([
        ("verdict", words(&verdict(plan, evaluation))),
        ("score_bands", bands(plan, evaluation)),
        ("use_cases", matrix(plan)),
        ("flip_weights", leaders(plan, evaluation)),
        ("traffic", traffic(plan)),
        ("cumulative_capacity", capacity(plan, evaluation)),
        ("rewrite_checks", checks(plan, evaluation)),
    ])
}

fn by_id<T>(things: impl Iterator<Item = T>, entry: impl Fn(T) -> (String, Node)) -> Node {
    Node::Object(things.map(entry).collect())
}

fn bands(plan: &Plan, evaluation: &Evaluation) -> Node {
    by_id(noise(plan, evaluation).into_iter(), |band| {
        let band_node = [("mean", number(band.mean)), ("p10", number(band.low)), ("p90", number(band.high))];
        (band.id.to_string(), object(band_node))
    })
}

fn id_at(plan: &Plan, place: usize) -> Option<&Id> {
    plan.alternatives.get(place).map(|alternative| &alternative.id)
}

fn matrix(plan: &Plan) -> Node {
    by_id(use_cases(plan).into_iter(), |case| {
        let ids = plan.alternatives.iter().map(|alternative| alternative.id.to_string());
        let scores = ids.zip(case.scores.iter().map(|score| optional(*score)));
        let pick = case.pick.and_then(|place| id_at(plan, place));
        let pick = pick.map_or(Node::Null, |id| Node::Text(id.to_string()));
        (case.preset.id.to_owned(), object([("scores", Node::Object(scores.collect())), ("article_pick", pick)]))
    })
}

fn leaders(plan: &Plan, evaluation: &Evaluation) -> Node {
    let Some((a, b)) = top_two(plan, evaluation) else { return Node::Null };
    let found = flips(plan, evaluation, a, b);
    let node = |flips: Vec<Flip>| by_id(flips.into_iter(), |flip| (flip.id.to_string(), optional(flip.at)));
    let name = |place| id_at(plan, place).map_or(Node::Null, |id| Node::Text(id.to_string()));
    object([
        ("leader", name(a)),
        ("runner_up", name(b)),
        ("criteria", node(found.criteria)),
        ("groups", node(found.groups)),
    ])
}

fn words(verdict: &Verdict) -> Node {
    let sentences = [&verdict.score, &verdict.cost, &verdict.infrastructure, &verdict.ruled_out];
    let said = sentences.into_iter().filter(|sentence| !sentence.is_empty());
    Node::List(said.map(|sentence| Node::Text(sentence.clone())).collect())
}

fn traffic(plan: &Plan) -> Node {
    let Crossover { multipliers, npv, crossings } = crossover(plan);
    let ids = plan.alternatives.iter().map(|alternative| alternative.id.to_string());
    let curve = |costs: Vec<Option<f64>>| Node::List(costs.into_iter().map(optional).collect());
    object([
        ("multipliers", list(&multipliers)),
        ("npv", Node::Object(ids.zip(npv.into_iter().map(curve)).collect())),
        ("crossovers", by_id(crossings.into_iter(), |pair| (format!("{}|{}", pair.a, pair.b), list(&pair.at)))),
    ])
}

fn capacity(plan: &Plan, evaluation: &Evaluation) -> Node {
    let own = plan.alternatives.iter().zip(&evaluation.alternatives);
    by_id(own, |(alternative, outcome)| {
        let mut done = 0.0;
        let so_far = outcome.months.iter().map(|month| {
            done += month.people.capacity;
            done
        });
        (alternative.id.to_string(), list(&so_far.collect::<Vec<f64>>()))
    })
}

fn checks(plan: &Plan, evaluation: &Evaluation) -> Node {
    by_id(rewrite_checks(plan, evaluation).into_iter(), |check| {
        let id = id_at(plan, check.alternative).map_or(String::new(), Id::to_string);
        let node = object([
            ("cost_p90", number(check.high)),
            ("first_release", optional(check.first_release)),
            ("expected_cost", number(check.expected)),
            ("saved_delay", number(check.saved_delay)),
            ("engineers_p10", number(check.engineers.0)),
            ("engineers_p90", number(check.engineers.1)),
        ]);
        (id, node)
    })
}
