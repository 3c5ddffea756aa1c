//! What would turn the answer round: weights, traffic and time.

use super::{Block, Cell, Section, Table, count};
use crate::analyse::{Flip, Pair, crossover, flips, pair, top_two, traffic_sentence};
use crate::evaluate::Evaluation;
use crate::model::{Plan, Style};
use crate::sheet::number::show;

/// So many weights are listed, those first that have the shortest way to go.
const MOST_FLIPS: usize = 12;

/// For the two that score highest, the weights; for all pairs, traffic and time.
pub(super) fn what_would_change_it(plan: &Plan, evaluation: &Evaluation) -> Section {
    let mut blocks = weights(plan, evaluation);
    let crossings = crossover(plan);
    let (mut by_traffic, mut by_time) = (Vec::new(), Vec::new());
    let (mut no_traffic, mut no_time) = (0, 0);
    let count_of = plan.alternatives.len();
    let places = (0..count_of).flat_map(|a| (a + 1..count_of).map(move |b| (a, b)));
    for Pair { ids, names, break_evens, .. } in places.filter_map(|(a, b)| pair(plan, evaluation, a, b)) {
        let turns =
            crossings.crossings.iter().any(|found| (&found.a, &found.b) == (&ids.0, &ids.1) && !found.at.is_empty());
        if turns {
            by_traffic.push(format!("{} and {}: {}", names.0, names.1, traffic_sentence(&crossings, &ids)));
        } else {
            no_traffic += 1;
        }
        let found = evaluation.break_evens.iter().find(|found| (&found.a, &found.b) == (&ids.0, &ids.1));
        if found.is_some_and(|found| !(found.nominal.is_empty() && found.discounted.is_empty())) {
            by_time.push(break_evens);
        } else {
            no_time += 1;
        }
    }
    listed(&mut blocks, "Traffic", by_traffic, no_traffic, "no traffic from × 0.1 to × 100 turns the order of costs");
    listed(&mut blocks, "Time", by_time, no_time, "cumulative costs do not cross within the horizon, or are not known");
    Section { id: "change", title: "What would change it", blocks }
}

/// What was found for some pairs, and for how many others nothing was.
fn listed(blocks: &mut Vec<Block>, what: &str, found: Vec<String>, others: usize, nothing: &str) {
    let others = match (found.is_empty(), others) {
        (_, 0) => String::new(),
        (true, _) => format!("{what}: for no pair of alternatives; {nothing}."),
        (false, others) => format!("{what}: for {} {nothing}.", count(others, "more pair")),
    };
    if !found.is_empty() {
        blocks.push(Block::Text(format!("{what} that turns the order of costs round:")));
        blocks.push(Block::List(found));
    }
    if !others.is_empty() {
        blocks.push(Block::Text(others));
    }
}

fn weights(plan: &Plan, evaluation: &Evaluation) -> Vec<Block> {
    let names = |place: usize| plan.alternatives.get(place).map(|own| own.name.as_str());
    let leaders = top_two(plan, evaluation).and_then(|(a, b)| Some(((a, names(a)?), (b, names(b)?))));
    let Some(((a, first), (b, second))) = leaders else {
        return vec![Block::Text("There are no two alternatives with a score to change places.".into())];
    };
    let found = flips(plan, evaluation, a, b);
    let all = found.groups.len() + found.criteria.len();
    let what = |flips: Vec<Flip>, what: &'static str| flips.into_iter().map(move |flip| (what, flip));
    let mut turning: Vec<(&str, Flip, f64)> = what(found.groups, "Group")
        .chain(what(found.criteria, "Criterion"))
        .filter_map(|(what, flip)| flip.at.map(|at| (what, flip, at)))
        .collect();
    turning.sort_by(|x, y| (x.2 - x.1.weight).abs().total_cmp(&(y.2 - y.1.weight).abs()));
    let others = all - turning.len().min(MOST_FLIPS);
    if turning.is_empty() {
        let sentence =
            format!("No single weight, of a group or of a criterion, has {first} and {second} change places.");
        return vec![Block::Text(sentence)];
    }
    let sentence = format!(
        "{first} scores highest, then {second}. They change places where one of these weights passes the number beside \
         it and all else stays."
    );
    let caption = format!("Weights at which {first} and {second} change places");
    let mut table = Table::new(caption, &["Weight of", "Kind"], &["Now", "Change places at"]);
    for (what, flip, at) in turning.iter().take(MOST_FLIPS) {
        let weight = |weight: f64| Cell::Text(show((weight * 100.0).round() / 100.0, Style::Plain));
        table.rows.push(vec![Cell::text(&flip.name), Cell::text(*what), weight(flip.weight), weight(*at)]);
    }
    let mut blocks = vec![Block::Text(sentence), Block::Table(table)];
    if others > 0 {
        let further = turning.len().saturating_sub(MOST_FLIPS);
        blocks.push(Block::Text(match (further, others - further) {
            (0, never) => format!("{} never do it.", other_weights(never)),
            (further, 0) => format!("{} have further to go.", other_weights(further)),
            (further, never) => format!("{} have further to go; {never} never do it.", other_weights(further)),
        }));
    }
    blocks
}

fn other_weights(others: usize) -> String {
    format!("{} other {}", others, if others == 1 { "weight" } else { "weights" })
}
