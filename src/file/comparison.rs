//! Why two columns of a plan differ, for other programs and for the terminal: JSON and a table.

use super::Node;
use super::results::{list, number, object, optional};
use crate::analyse::{Attributed, Attribution, Difference, Method, Player};
use crate::model::{Path, Plan, Scenario};

fn name(column: Option<&Scenario>) -> Node {
    column.map_or(Node::Null, |scenario| Node::Text(scenario.id.to_string()))
}

/// The difference of two columns as JSON; no scenario means the plan itself. Parts stand in the order of the players.
pub fn comparison(plan: &Plan, columns: [Option<&Scenario>; 2], attribution: &Attribution) -> String {
    let alternatives = attribution.alternatives.iter().map(|alternative| {
        let node = object([("score", difference(&alternative.score)), ("npv", difference(&alternative.npv))]);
        (alternative.id.to_string(), node)
    });
    let [from, to] = columns.map(name);
    let node = object([
        ("plan", Node::Text(plan.title.clone())),
        ("from", from),
        ("to", to),
        ("players", Node::List(attribution.players.iter().map(player).collect())),
        ("alternatives", Node::Object(alternatives.collect())),
        ("method", method(attribution.method)),
    ]);
    let mut text = serde_json::to_string_pretty(&node).unwrap_or_default();
    text.push('\n');
    text
}

fn player(player: &Player) -> Node {
    let changes = player.changes.iter().map(|change| {
        let path = Node::Text(change.path.to_string());
        object([("path", path), ("from", change.from.clone().into()), ("to", change.to.clone().into())])
    });
    Node::List(changes.collect())
}

fn difference(difference: &Difference) -> Node {
    let parts = difference.parts.as_ref();
    object([
        ("from", optional(difference.from)),
        ("to", optional(difference.to)),
        ("difference", optional(difference.whole())),
        ("parts", parts.map_or(Node::Null, |parts| list(&parts.parts))),
        ("standard_errors", parts.ok().and_then(|parts| parts.errors.as_deref()).map_or(Node::Null, list)),
        ("unknown", parts.err().map_or(Node::Null, |reason| Node::Text(reason.clone()))),
    ])
}

fn method(method: Method) -> Node {
    let (name, count) = match method {
        Method::Exact { coalitions } => ("exact", ("coalitions", number(coalitions as f64))),
        Method::Sampled { permutations } => ("sampled", ("permutations", number(permutations as f64))),
    };
    object([("name", Node::Text(name.into())), count, ("interval_factor", number(method.interval()))])
}

/// The same as a table of plain text: for each alternative a line for each column, for the difference, and for each
/// part of it.
pub fn comparison_table(plan: &Plan, columns: [Option<&Scenario>; 2], attribution: &Attribution) -> String {
    let [from, to] = columns.map(|column| column.map_or("base", |scenario| scenario.id.as_str()));
    let mut text = format!("{}: {from} → {to}\n\n{:>20} {:>28}\n", plan.title, "score", "NPV");
    for alternative in &attribution.alternatives {
        let named = plan.alternative(alternative.id.as_str());
        text.push_str(&named.map_or_else(|| alternative.id.to_string(), |alternative| alternative.name.clone()));
        text.push('\n');
        let Attributed { score, npv, .. } = alternative;
        text.push_str(&line(amount(score.from, 2), amount(npv.from, 0), from));
        text.push_str(&line(amount(score.to, 2), amount(npv.to, 0), to));
        text.push_str(&line(change(score.whole(), 2), change(npv.whole(), 0), "difference"));
        for (index, player) in attribution.players.iter().enumerate() {
            let [score, npv] = [(score, 2), (npv, 0)]
                .map(|(difference, decimals)| part(difference, index, decimals, attribution.method));
            let paths: Vec<&str> = player.paths().map(Path::as_str).collect();
            text.push_str(&line(score, npv, &paths.join(", ")));
        }
        for (what, difference) in [("score", score), ("NPV", npv)] {
            if let Err(reason) = &difference.parts {
                text.push_str(&format!("  parts of the {what} are unknown: {reason}\n"));
            }
        }
    }
    text + &match attribution.method {
        Method::Exact { coalitions } => format!("\nExact, from {coalitions} plans.\n"),
        Method::Sampled { permutations } => {
            format!("\nSampled, from {permutations} orders of the changes; ± holds in 95 cases of 100.\n")
        }
    }
}

fn line(score: String, npv: String, label: &str) -> String {
    format!("{score:>20} {npv:>28}  {label}\n")
}

fn amount(amount: Option<f64>, decimals: usize) -> String {
    amount.map_or("unknown".into(), |amount| format!("{amount:.decimals$}"))
}

/// With its sign; nothing is not negative.
fn change(amount: Option<f64>, decimals: usize) -> String {
    let power = 10f64.powi(decimals as i32);
    amount.map_or("unknown".into(), |amount| format!("{:+.decimals$}", (amount * power).round() / power + 0.0))
}

fn part(difference: &Difference, index: usize, decimals: usize, method: Method) -> String {
    let Ok(parts) = &difference.parts else { return change(None, decimals) };
    let error = parts.errors.as_ref().and_then(|errors| errors.get(index));
    let margin = error.map_or(String::new(), |error| format!(" ± {:.decimals$}", error * method.interval()));
    change(parts.parts.get(index).copied(), decimals) + &margin
}
