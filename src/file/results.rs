//! An evaluation for other programs and for the terminal: JSON, CSV, and a table.

use super::{Node, analysis};
use crate::analyse::Warning;
use crate::evaluate::{BreakEvens, Evaluation, Month, Outcome};
use crate::model::{Plan, Scenario};

pub(super) fn number(number: f64) -> Node {
    Node::Number(number)
}

pub(super) fn optional(number: Option<f64>) -> Node {
    number.map_or(Node::Null, Node::Number)
}

pub(super) fn object<const N: usize>(entries: [(&str, Node); N]) -> Node {
    Node::Object(entries.map(|(key, node)| (key.to_owned(), node)).into())
}

pub(super) fn list(numbers: &[f64]) -> Node {
    Node::List(numbers.iter().copied().map(Node::Number).collect())
}

fn words<'a>(words: impl Iterator<Item = &'a str>) -> Node {
    Node::List(words.map(|word| Node::Text(word.to_owned())).collect())
}

/// The results of a plan, or of one of its scenarios, with the names of `file.md`.
pub fn results(plan: &Plan, scenario: Option<&Scenario>, evaluation: &Evaluation, warnings: &[Warning]) -> String {
    let own = |outcome: &Outcome| (outcome.id.to_string(), alternative(plan, outcome));
    let alternatives = evaluation.alternatives.iter().map(own);
    let pairs = evaluation.break_evens.iter().map(|pair| (format!("{}|{}", pair.a, pair.b), break_evens(pair)));
    let node = object([
        ("plan", Node::Text(plan.title.clone())),
        ("scenario", scenario.map_or(Node::Null, |scenario| Node::Text(scenario.id.to_string()))),
        ("alternatives", Node::Object(alternatives.collect())),
        ("break_evens", Node::Object(pairs.collect())),
        ("warnings", Node::List(warnings.iter().map(warning).collect())),
        ("analysis", analysis::analysis(plan, evaluation)),
    ]);
    let mut text = serde_json::to_string_pretty(&node).unwrap_or_default();
    text.push('\n');
    text
}

fn break_evens(pair: &BreakEvens) -> Node {
    object([("nominal", list(&pair.nominal)), ("discounted", list(&pair.discounted))])
}

fn warning(warning: &Warning) -> Node {
    object([
        ("rule", Node::Text(warning.rule.into())),
        ("alternative", warning.alternative.as_ref().map_or(Node::Null, |id| Node::Text(id.to_string()))),
        ("month", optional(warning.month.map(|month| month as f64))),
        ("path", Node::Text(warning.path.to_string())),
        ("message", Node::Text(warning.message.clone())),
    ])
}

/// Points of each group, and score and raw value of each criterion, by id.
fn score(plan: &Plan, outcome: &Outcome) -> Node {
    let score = &outcome.score;
    let points = plan.groups.iter().zip(&score.by_group);
    let groups = points.map(|(group, points)| (group.id.to_string(), number(*points)));
    let criteria = plan.criteria.iter().zip(&score.given).map(|(criterion, given)| {
        (criterion.id.to_string(), object([("score", number(given.score)), ("raw", optional(given.raw))]))
    });
    object([
        ("flat", optional(score.flat)),
        ("grouped", optional(score.grouped)),
        ("by_group", Node::Object(groups.collect())),
        ("criteria", Node::Object(criteria.collect())),
    ])
}

fn alternative(plan: &Plan, outcome: &Outcome) -> Node {
    let money = outcome.money;
    let rewrite = &outcome.rewriting;
    object([
        ("score", score(plan, outcome)),
        ("rank", number(outcome.score.rank as f64)),
        ("ruled_out", words(outcome.score.ruled_out.iter().map(|id| id.as_str()))),
        ("total", optional(money.map(|money| money.total))),
        ("npv", optional(money.map(|money| money.npv))),
        ("infrastructure_total", optional(money.map(|money| money.infrastructure))),
        ("infrastructure_share", optional(outcome.infrastructure_share())),
        ("mvp_month", optional(outcome.mvp_month)),
        ("delivered_engineer_months", number(outcome.delivered)),
        ("cost_per_engineer_month", optional(money.and_then(|money| money.per_engineer_month))),
        ("equal_output_cost", optional(money.map(|money| money.equal_output))),
        ("combined", optional(outcome.combined)),
        ("rewrite_fte", number(outcome.rewrite_fte)),
        ("rewrite_p", number(rewrite.p)),
        ("rewrite_suggested_p", number(rewrite.suggested)),
        ("rewrite_cost", number(rewrite.cost)),
        ("months", Node::List(outcome.months.iter().map(|month| object(month_figures(month))).collect())),
    ])
}

/// The figures of a month by the names they have in every format: numbers, nothing, or words.
pub fn month_figures(month: &Month) -> [(&'static str, Node); 18] {
    [
        ("month", number(month.number as f64)),
        ("payroll", number(month.people.payroll)),
        ("recruiting", number(month.people.recruiting)),
        ("training", number(month.people.training)),
        ("infrastructure", optional(month.infrastructure)),
        ("delay", number(month.people.delay)),
        ("rewrite", number(month.rewrite)),
        ("total", optional(month.total)),
        ("cumulative", optional(month.cumulative)),
        ("cumulative_npv", optional(month.cumulative_npv)),
        ("capacity", number(month.people.capacity)),
        ("instances", optional(month.own.instances.map(|(kept, _)| kept))),
        ("instances_billed", optional(month.own.instances.map(|(_, billed)| billed))),
        ("cores", number(month.own.cores)),
        ("binding", words(month.own.binding.iter().map(|binding| binding.word()))),
        ("egress_gb", number(month.own.egress_gb)),
        ("maintenance", number(month.people.maintenance)),
        ("output", number(month.people.output)),
    ]
}

/// The months of all alternatives as CSV (RFC 4180), one row a month. Ids need no quoting.
pub fn csv(evaluation: &Evaluation) -> String {
    let mut text = String::new();
    for outcome in &evaluation.alternatives {
        for month in &outcome.months {
            let figures = month_figures(month);
            if text.is_empty() {
                let names: Vec<&str> = figures.iter().map(|(name, _)| *name).collect();
                text = format!("alternative,{}\r\n", names.join(","));
            }
            text.push_str(outcome.id.as_str());
            for (_, figure) in &figures {
                text.push(',');
                text.push_str(&figure.as_words());
            }
            text.push_str("\r\n");
        }
    }
    text
}

/// The headline figures as a table of plain text, and below it one line for each warning.
pub fn table(plan: &Plan, evaluation: &Evaluation, warnings: &[Warning]) -> String {
    let amount = |amount: Option<f64>| amount.map_or("unknown".into(), |amount| format!("{amount:.0}"));
    let mut text = format!(
        "{}\n\n{:<20} {:>7} {:>14} {:>14} {:>14} {:>9}\n",
        plan.title, "", "score", "total", "NPV", "infrastructure", "MVP month"
    );
    for outcome in &evaluation.alternatives {
        let score = outcome.score.in_form(plan);
        text.push_str(&format!(
            "{:<20} {:>7} {:>14} {:>14} {:>14} {:>9}\n",
            plan.alternative(outcome.id.as_str()).map_or("", |alternative| &alternative.name),
            score.map_or("none".into(), |score| format!("{score:.1}")),
            amount(outcome.money.map(|money| money.total)),
            amount(outcome.money.map(|money| money.npv)),
            amount(outcome.money.map(|money| money.infrastructure)),
            outcome.mvp_month.map_or("not reached".into(), |month| format!("{month:.2}")),
        ));
    }
    if !warnings.is_empty() {
        text.push('\n');
    }
    for warning in warnings {
        // A name may hold a line break; a warning has one line all the same.
        let message = warning.message.replace(char::is_control, " ");
        text.push_str(&format!("{:<4} {message} → {}\n", warning.rule, warning.path));
    }
    text
}
