//! Results by their path, as text for cells.

use super::number;
use crate::analyse::{cheapest, highest};
use crate::evaluate::criteria::Given;
use crate::evaluate::{Evaluation, Month, Outcome};
use crate::model::{Path, Plan, Style, Unit, amount};

/// A unit's symbol with the plan's currency in it.
pub fn unit_label(unit: Unit, plan: &Plan) -> String {
    unit.symbol.replace('¤', &plan.settings.currency)
}

/// A result, and how its cell writes it.
enum Shown {
    /// With so many decimals.
    Fixed(f64, usize),
    /// Six figures.
    Figures(f64),
    /// A score of 0 to 10, with two decimals at most.
    Score(f64),
    /// A fraction, in per cent.
    Percent(f64),
    /// Words, for what is no number.
    Words(String),
}

/// The result at `path` (`results.…`) as a cell shows it; empty where there is no such result.
pub fn result_text(plan: &Plan, evaluation: &Evaluation, path: &Path) -> String {
    match result(plan, evaluation, path) {
        Some(Shown::Fixed(x, decimals)) => amount::number(x, decimals),
        Some(Shown::Figures(x)) => number::show(x, Style::Plain),
        Some(Shown::Score(x)) => number::show((x * 100.0).round() / 100.0, Style::Plain),
        Some(Shown::Percent(x)) => amount::percent(x),
        Some(Shown::Words(words)) => words,
        None => String::new(),
    }
}

/// How much more a result is than the same result of a baseline, as a cell shows it: with its sign, absolute or in per
/// cent of the baseline. None where one of them is no number, or the share would be one of nothing.
pub fn difference_text(
    of: (&Plan, &Evaluation),
    baseline: (&Plan, &Evaluation),
    path: &Path,
    in_percent: bool,
) -> Option<String> {
    let size = difference(of, baseline, path, in_percent)?;
    let text = match result(of.0, of.1, path)? {
        _ if in_percent => amount::percent(size.abs()),
        Shown::Fixed(_, decimals) => amount::number(size.abs(), decimals),
        Shown::Percent(_) => format!("{} points", amount::number(size.abs() * 100.0, 1)),
        _ => number::show(size.abs(), Style::Plain),
    };
    // What rounds to nothing has no sign.
    let is_nothing = text.chars().all(|c| !c.is_ascii_digit() || c == '0');
    let sign = if is_nothing {
        "±"
    } else if size < 0.0 {
        "−"
    } else {
        "+"
    };
    Some(format!("{sign}{text}"))
}

/// The same as a number, not rounded: of a share of the baseline 0.01 for one per cent.
pub fn difference(
    of: (&Plan, &Evaluation),
    baseline: (&Plan, &Evaluation),
    path: &Path,
    in_percent: bool,
) -> Option<f64> {
    let base = result_number(baseline.0, baseline.1, path)?;
    let difference = result_number(of.0, of.1, path)? - base;
    match in_percent {
        false => Some(difference),
        true => (base != 0.0).then(|| difference / base),
    }
}

/// The result at `path` as a number, not rounded; none where it is none.
pub fn result_number(plan: &Plan, evaluation: &Evaluation, path: &Path) -> Option<f64> {
    match result(plan, evaluation, path)? {
        Shown::Fixed(x, _) | Shown::Figures(x) | Shown::Score(x) | Shown::Percent(x) => Some(x),
        Shown::Words(_) => None,
    }
}

/// How the numbers at `path` are written.
pub fn result_style(path: &Path) -> Style {
    let in_percent = ["rewrite_suggested_p", "infrastructure_share"];
    if in_percent.contains(&path.last()) { Style::Percent } else { Style::Plain }
}

fn result(plan: &Plan, evaluation: &Evaluation, path: &Path) -> Option<Shown> {
    let steps = path.steps();
    match *steps.as_slice() {
        ["results", "highest"] => return highest(plan, evaluation).map(Shown::Words),
        ["results", "cheapest"] => return cheapest(plan, evaluation).map(Shown::Words),
        ["results", "break_evens", pair] => return break_evens(evaluation, pair).map(Shown::Words),
        _ => {}
    }
    let ["results", id, ref rest @ ..] = *steps.as_slice() else { return None };
    let outcome = evaluation.outcome(id)?;
    match *rest {
        ["months", month, field] => {
            let index = month.parse::<usize>().ok()?.checked_sub(1)?;
            of_month(outcome.months.get(index)?, field)
        }
        ["score", "by_group", group] => {
            let index = plan.groups.iter().position(|known| known.id.as_str() == group)?;
            outcome.score.by_group.get(index).map(|points| Shown::Fixed(*points, 1))
        }
        ["criteria", criterion] => given(plan, outcome, criterion).map(|given| Shown::Score(given.score)),
        ["raw", criterion] => given(plan, outcome, criterion)?.raw.map(Shown::Figures),
        _ => of_all(outcome, rest),
    }
}

/// The months in which the costs of a pair meet, such as `2.2, 4.6`.
fn break_evens(evaluation: &Evaluation, pair: &str) -> Option<String> {
    let (a, b) = pair.split_once('|')?;
    let found = evaluation.break_evens.iter().find(|found| found.a.as_str() == a && found.b.as_str() == b)?;
    let months: Vec<String> = found.nominal.iter().map(|month| amount::number(*month, 1)).collect();
    Some(if months.is_empty() { "none".into() } else { months.join(", ") })
}

fn given<'a>(plan: &Plan, outcome: &'a Outcome, criterion: &str) -> Option<&'a Given> {
    let index = plan.criteria.iter().position(|known| known.id.as_str() == criterion)?;
    outcome.score.given.get(index)
}

/// A number, or the words for its absence.
fn or(number: Option<f64>, decimals: usize, words: &str) -> Shown {
    number.map_or_else(|| Shown::Words(words.into()), |number| Shown::Fixed(number, decimals))
}

fn of_all(outcome: &Outcome, field: &[&str]) -> Option<Shown> {
    let whole = |x: Option<f64>| or(x, 0, "unknown");
    Some(match *field {
        ["score", "flat"] => or(outcome.score.flat, 1, "set a weight"),
        ["score", "grouped"] => or(outcome.score.grouped, 1, "set a weight"),
        ["total"] => whole(outcome.money.map(|money| money.total)),
        ["npv"] => whole(outcome.money.map(|money| money.npv)),
        ["infrastructure_share"] => match outcome.infrastructure_share() {
            Some(share) => Shown::Percent(share),
            None => whole(None),
        },
        ["infrastructure_total"] => whole(outcome.money.map(|money| money.infrastructure)),
        ["mvp_month"] => or(outcome.mvp_month, 1, "not reached"),
        ["delivered_engineer_months"] => Shown::Fixed(outcome.delivered, 1),
        ["cost_per_engineer_month"] => match outcome.money {
            None => whole(None),
            Some(money) => or(money.per_engineer_month, 0, "nothing delivered"),
        },
        ["equal_output_cost"] => whole(outcome.money.map(|money| money.equal_output)),
        ["combined"] => or(outcome.combined, 1, "no index"),
        ["rewrite_suggested_p"] => Shown::Percent(outcome.rewriting.suggested),
        ["rewrite_fte"] => Shown::Fixed(outcome.rewrite_fte, 2),
        _ => return None,
    })
}

fn of_month(month: &Month, field: &str) -> Option<Shown> {
    Some(match field {
        "cores" => Shown::Fixed(month.own.cores, 2),
        "instances" => or(month.own.instances.map(|(kept, _)| kept), 0, "does not fit"),
        "binding" => {
            let words = month.own.binding.iter().map(|binding| binding.word()).collect::<Vec<_>>();
            Shown::Words(words.join(", "))
        }
        "infrastructure" => or(month.infrastructure, 0, "unknown"),
        _ => return None,
    })
}
