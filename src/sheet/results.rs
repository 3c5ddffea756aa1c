//! Results by their path, as text for cells.

use super::number;
use crate::evaluate::criteria::Given;
use crate::evaluate::{Evaluation, Month, Outcome};
use crate::model::{Path, Plan, Style, Unit, amount};

/// A unit's symbol with the plan's currency in it.
pub fn unit_label(unit: Unit, plan: &Plan) -> String {
    unit.symbol.replace('¤', &plan.settings.currency)
}

/// The result at `path` (`results.…`) as a cell shows it; empty where there is no such result.
pub fn result_text(plan: &Plan, evaluation: &Evaluation, path: &Path) -> String {
    let steps = path.steps();
    let ["results", id, ref rest @ ..] = *steps.as_slice() else { return String::new() };
    let Some(outcome) = evaluation.outcome(id) else { return String::new() };
    match *rest {
        ["months", month, field] => {
            let index = month.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            index.and_then(|index| outcome.months.get(index)).map_or(String::new(), |month| month_text(month, field))
        }
        ["score", "by_group", group] => {
            let index = plan.groups.iter().position(|known| known.id.as_str() == group);
            let points = index.and_then(|index| outcome.score.by_group.get(index));
            points.map_or(String::new(), |points| amount::number(*points, 1))
        }
        ["criteria", criterion] => {
            let rounded = |given: &Given| (given.score * 100.0).round() / 100.0;
            given(plan, outcome, criterion).map_or(String::new(), |given| number::show(rounded(given), Style::Plain))
        }
        ["raw", criterion] => {
            let raw = given(plan, outcome, criterion).and_then(|given| given.raw);
            raw.map_or(String::new(), |raw| number::show(raw, Style::Plain))
        }
        _ => summary_text(outcome, rest),
    }
}

fn given<'a>(plan: &Plan, outcome: &'a Outcome, criterion: &str) -> Option<&'a Given> {
    let index = plan.criteria.iter().position(|known| known.id.as_str() == criterion)?;
    outcome.score.given.get(index)
}

fn summary_text(outcome: &Outcome, field: &[&str]) -> String {
    let unknown = "unknown".to_owned();
    let whole = |x: Option<f64>| x.map_or(unknown.clone(), |x| amount::number(x, 0));
    match *field {
        ["score", "flat"] => outcome.score.flat.map_or("set a weight".into(), |score| amount::number(score, 1)),
        ["score", "grouped"] => outcome.score.grouped.map_or("set a weight".into(), |score| amount::number(score, 1)),
        ["total"] => whole(outcome.money.map(|money| money.total)),
        ["npv"] => whole(outcome.money.map(|money| money.npv)),
        ["infrastructure_total"] => whole(outcome.money.map(|money| money.infrastructure)),
        ["mvp_month"] => outcome.mvp_month.map_or_else(|| "not reached".into(), |month| amount::number(month, 1)),
        ["delivered_engineer_months"] => amount::number(outcome.delivered, 1),
        ["cost_per_engineer_month"] => match outcome.money {
            None => unknown,
            Some(money) => money.per_engineer_month.map_or("nothing delivered".into(), |x| amount::number(x, 0)),
        },
        ["equal_output_cost"] => whole(outcome.money.map(|money| money.equal_output)),
        ["combined"] => outcome.combined.map_or("no index".into(), |index| amount::number(index, 1)),
        ["rewrite_suggested_p"] => amount::percent(outcome.rewriting.suggested),
        ["rewrite_fte"] => amount::number(outcome.rewrite_fte, 2),
        _ => String::new(),
    }
}

fn month_text(month: &Month, field: &str) -> String {
    let does_not_fit = "does not fit".to_owned();
    match field {
        "cores" => amount::number(month.own.cores, 2),
        "instances" => month.own.instances.map_or(does_not_fit, |(kept, _)| amount::number(kept, 0)),
        "binding" => month.own.binding.iter().map(|binding| binding.word()).collect::<Vec<_>>().join(", "),
        "infrastructure" => month.infrastructure.map_or("unknown".into(), |x| amount::number(x, 0)),
        _ => String::new(),
    }
}
