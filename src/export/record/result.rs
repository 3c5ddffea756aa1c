//! What follows from the plan and from each scenario, side by side.

use super::labels::shown;
use super::{Block, Case, Cell, Evaluated, Labels, Section, Table};
use crate::analyse::{CLOSE_COST, Verdict, cheapest_two, is_too_close, leaders, top_two, verdict};
use crate::article::notices::NO_WINNER;
use crate::evaluate::Outcome;
use crate::model::amount::{currency_sign, number, percent};
use crate::model::{Alternative, Id, Path, Plan, Value};

/// So many scenarios stand side by side; more of them take another table.
const MOST_COLUMNS: usize = 5;
/// So many changes of a scenario are named.
const MOST_CHANGES: usize = 8;

/// What a case says of an alternative.
type Measure = fn(&Evaluated, &Outcome) -> String;
/// What it says of all of them.
type Words = fn(&Evaluated) -> String;

/// What the verdict says in each case, and the tables below it.
pub(super) fn result(plan: &Plan, cases: &[Case], labels: &Labels) -> Section {
    let mut blocks = vec![Block::List(cases.iter().map(|case| said(case, cases.len() == 1)).collect())];
    if !plan.scenarios.is_empty() {
        blocks.push(Block::Text("What the scenarios change:".into()));
        blocks.push(Block::List(cases.iter().filter_map(|case| changes(plan, case, labels)).collect()));
    }
    let months = plan.settings.horizon_months.central();
    let same = cases.iter().filter_map(|case| case.outcome.as_ref().ok());
    let over = match same.map(|case| case.plan.settings.horizon_months.central()).all(|other| other == months) {
        true => format!("over {months} months"),
        false => "over the horizon".to_owned(),
    };
    let measures: [(String, Measure); 4] = [
        ("Score of 100, and rank".into(), score),
        (format!("Total cost {over}"), |case, outcome| amount(case, outcome.money.map(|money| money.total))),
        (format!("Net present value {over}"), |case, outcome| amount(case, outcome.money.map(|money| money.npv))),
        ("First release".into(), |_, outcome| {
            outcome.mvp_month.map_or("not reached".into(), |month| format!("month {}", number(month, 1)))
        }),
    ];
    if let [only] = cases {
        blocks.push(Block::Table(of_one(plan, only, &measures)));
    }
    for some in cases.chunks(MOST_COLUMNS).filter(|_| cases.len() > 1) {
        blocks.push(Block::Table(who_leads(some)));
        blocks.extend(measures.iter().map(|(caption, measure)| Block::Table(measured(plan, some, caption, *measure))));
    }
    Section { id: "result", title: "Result", blocks }
}

/// The verdict on a case; alone, the base needs no name.
fn said(case: &Case, is_alone: bool) -> String {
    let words = match &case.outcome {
        Ok(Evaluated { plan, evaluation }) => {
            let Verdict { score, cost, infrastructure, ruled_out } = verdict(plan, evaluation);
            let sentences = [score, cost, infrastructure, ruled_out].into_iter().filter(|words| !words.is_empty());
            sentences.collect::<Vec<_>>().join(" ")
        }
        Err(reason) => format!("no result; {reason}."),
    };
    if is_alone { words } else { format!("{}: {words}", case.name) }
}

/// What a scenario changes, and why it is there.
fn changes(plan: &Plan, case: &Case, labels: &Labels) -> Option<String> {
    let scenario = case.scenario?;
    let change = |(path, value): (&Path, &Value)| {
        // A formula is worked out in its scenario only.
        let now = case.outcome.as_ref().ok().and_then(|case| case.plan.value(path)).unwrap_or_else(|| value.clone());
        let before = plan.value(path).map_or(String::new(), |before| shown(plan, path, &before));
        format!("{} {} in place of {before}", labels.name(plan, path), shown(plan, path, &now))
    };
    let named: Vec<String> = scenario.overrides.iter().take(MOST_CHANGES).map(change).collect();
    let more = scenario.overrides.len() - named.len();
    let mut words = match named.is_empty() {
        true => format!("{}: nothing.", case.name),
        false if more == 0 => format!("{}: {}.", case.name, named.join("; ")),
        false => format!("{}: {}; and {more} more.", case.name, named.join("; ")),
    };
    if !scenario.note.trim().is_empty() {
        words.push(' ');
        words.push_str(scenario.note.trim());
    }
    Some(words)
}

/// Without scenarios one table holds everything.
fn of_one(plan: &Plan, case: &Case, measures: &[(String, Measure)]) -> Table {
    let labels: Vec<&str> = measures.iter().map(|(caption, _)| caption.as_str()).collect();
    let mut table = Table::new("The alternatives in numbers", &["Alternative"], &labels);
    for alternative in &plan.alternatives {
        let cells = measures.iter().map(|(_, measure)| value(case, alternative, *measure));
        table.rows.push(std::iter::once(Cell::text(&alternative.name)).chain(cells).collect());
    }
    table
}

fn value(case: &Case, alternative: &Alternative, measure: Measure) -> Cell {
    let own = case.outcome.as_ref().ok();
    let outcome = own.and_then(|own| Some((own, own.evaluation.outcome(alternative.id.as_str())?)));
    Cell::Text(outcome.map_or("–".into(), |(own, outcome)| measure(own, outcome)))
}

fn measured(plan: &Plan, cases: &[Case], caption: &str, measure: Measure) -> Table {
    let names: Vec<&str> = cases.iter().map(|case| case.name).collect();
    let mut table = Table::new(caption, &["Alternative"], &names);
    for alternative in &plan.alternatives {
        let cells = cases.iter().map(|case| value(case, alternative, measure));
        table.rows.push(std::iter::once(Cell::text(&alternative.name)).chain(cells).collect());
    }
    table
}

fn score(case: &Evaluated, outcome: &Outcome) -> String {
    let Some(score) = outcome.score.in_form(&case.plan) else { return "none".into() };
    let out = if outcome.score.ruled_out.is_empty() { "" } else { ", ruled out" };
    format!("{} (rank {}{out})", number(score, 1), outcome.score.rank)
}

fn amount(case: &Evaluated, amount: Option<f64>) -> String {
    let sign = |amount: f64| if amount <= -0.5 { "−" } else { "" };
    let currency = currency_sign(&case.plan.settings.currency);
    amount.map_or("unknown".into(), |x| format!("{}{currency}{}", sign(x), number(x.abs(), 0)))
}

/// Who is ahead and by how much, on score and on cost, which are never merged.
fn who_leads(cases: &[Case]) -> Table {
    let names: Vec<&str> = cases.iter().map(|case| case.name).collect();
    let mut table = Table::new("Who leads", &["By"], &[]);
    table.columns.extend(names.iter().map(|name| super::Column { label: (*name).to_owned(), is_number: false }));
    let rows: [(&str, Words); 2] = [("Score", by_score), ("Cost", by_cost)];
    for (label, words) in rows {
        let cell = |case: &Case| Cell::Text(case.outcome.as_ref().map_or("–".into(), words));
        table.rows.push(std::iter::once(Cell::text(label)).chain(cases.iter().map(cell)).collect());
    }
    table
}

fn name(plan: &Plan, id: &Id) -> String {
    plan.alternative(id.as_str()).map_or_else(|| id.to_string(), |own| own.name.clone())
}

/// The only one left, where there is no second.
fn alone(plan: &Plan, leader: Option<&Id>) -> String {
    leader.map_or("–".into(), |id| format!("{} alone", name(plan, id)))
}

fn by_score(case: &Evaluated) -> String {
    let Evaluated { plan, evaluation } = case;
    let score = |place: usize| {
        let outcome = evaluation.alternatives.get(place)?;
        Some((&outcome.id, outcome.score.in_form(plan)?))
    };
    let two = top_two(plan, evaluation).and_then(|(a, b)| score(a).zip(score(b)));
    let Some(((a, first), (b, second))) = two else {
        return alone(plan, leaders(plan, evaluation).score.as_ref());
    };
    if is_too_close(plan, evaluation, a, b) {
        let (first, second) = (number(first, 1), number(second, 1));
        return format!("{NO_WINNER}: {} {first}, {} {second}", name(plan, a), name(plan, b));
    }
    format!("{}, {} ahead of {}", name(plan, a), number(first - second, 1), name(plan, b))
}

fn by_cost(case: &Evaluated) -> String {
    let Evaluated { plan, evaluation } = case;
    let total = |place: usize| {
        let outcome = evaluation.alternatives.get(place)?;
        Some((&outcome.id, outcome.money?.total))
    };
    let two = cheapest_two(evaluation).and_then(|(a, b)| total(a).zip(total(b)));
    let Some(((a, first), (b, second))) = two else {
        return alone(plan, leaders(plan, evaluation).cost.as_ref());
    };
    let share = if second > 0.0 { (second - first) / second } else { 0.0 };
    let words = format!("{}, {} cheaper than {}", name(plan, a), percent(share), name(plan, b));
    if share < CLOSE_COST { format!("{NO_WINNER}: {words}") } else { words }
}
