//! What may go wrong: in the user's own words, and by the rules of the warnings.

use super::{Block, Case, Field, Section};
use crate::analyse::Warning;

/// A warning, as the first case has it, and the places of the cases that have it.
type Found = (Warning, Vec<usize>);

/// Own words first, then the warnings on the plan, then those that only scenarios bring.
pub(super) fn risks(own: Option<Field>, cases: &[Case]) -> Section {
    let mut blocks: Vec<Block> = own.map(Block::Field).into_iter().collect();
    let mut known: Vec<Found> = Vec::new();
    for (place, case) in cases.iter().enumerate() {
        for warning in case.outcome.as_ref().map_or(Vec::new(), |own| own.warnings()) {
            let is_same = |other: &Warning| {
                (other.rule, &other.alternative, &other.path) == (warning.rule, &warning.alternative, &warning.path)
            };
            // A rule may find several tiers of one alternative.
            match known.iter_mut().find(|(other, places)| is_same(other) && places.last() != Some(&place)) {
                Some((_, places)) => places.push(place),
                None => known.push((warning, vec![place])),
            }
        }
    }
    // The plan itself comes first.
    let (of_base, others): (Vec<_>, Vec<_>) = known.into_iter().partition(|(_, places)| places.first() == Some(&0));
    let message = |(warning, _): &Found| warning.message.clone();
    let by_case = |(warning, places): &Found| {
        let names: Vec<&str> = places.iter().filter_map(|place| cases.get(*place)).map(|case| case.name).collect();
        format!("{}: {}", names.join(", "), warning.message)
    };
    for (title, found) in [
        ("Warnings on the plan:", by_rule(&of_base, &message)),
        ("Warnings that only scenarios bring:", by_rule(&others, &by_case)),
    ] {
        if !found.is_empty() {
            blocks.push(Block::Text(title.into()));
            blocks.push(Block::List(found));
        }
    }
    if of_base.is_empty() && others.is_empty() {
        blocks.push(Block::Text("No rule warns of anything.".into()));
    }
    Section { id: "risks", title: "Risks and warnings", blocks }
}

/// One point for each rule, with all it has to say.
fn by_rule(found: &[Found], words: &dyn Fn(&Found) -> String) -> Vec<String> {
    let mut points: Vec<(&str, String)> = Vec::new();
    for one in found {
        let rule = one.0.rule;
        match points.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, point)) => *point += &format!(" {}", words(one)),
            None => points.push((rule, format!("{rule} {}: {}", one.0.name, words(one)))),
        }
    }
    points.into_iter().map(|(_, point)| point).collect()
}
