//! Which numbers are still defaults, which are the user's own, and where they come from.

use super::labels::{shown, with_unit};
use super::{Block, Cell, Labels, Section, Table, count};
use crate::analyse::is_in_use;
use crate::article::{REFERENCES, Seen, notices};
use crate::evaluate::Evaluation;
use crate::model::{Grade, Kind, Path, Plan, Value};
use crate::sheet::{Line, SheetId, Sourced, Standing};
use crate::starter::{Defaults, Starter};

/// So many lines of defaults are told one by one.
const MOST_DEFAULTS: usize = 30;
/// So many numbers of the user's own.
const MOST_OWN: usize = 60;
/// What to doubt first.
const DOUBTS: [Grade; 5] = [Grade::Vendor, Grade::Assumption, Grade::Secondary, Grade::Primary, Grade::Measured];

/// Defaults of one line of a sheet that share grade and source.
struct Kept<'a> {
    label: &'a str,
    unit: &'a str,
    /// Why this default, whoever set it.
    source: &'static str,
    values: Vec<&'a Sourced>,
}

/// The defaults that count in the answer, the most doubtful ones first.
pub(super) fn assumptions(plan: &Plan, evaluation: &Evaluation, labels: &Labels) -> Section {
    let mut kept: Vec<Kept> = Vec::new();
    // Scores are judgements one by one; prices, people and machines say more.
    let last = |sheet: SheetId| sheet == SheetId::Criteria;
    for is_last in [false, true] {
        for line in labels.sections.iter().filter(|section| last(section.sheet) == is_last).flat_map(|s| &s.lines) {
            add(plan, evaluation, line, &mut kept);
        }
    }
    let grade = |kept: &Kept| kept.values.first().map(|value| value.standing);
    let of_grade =
        |grade_wanted: Grade| kept.iter().filter(move |kept| grade(kept) == Some(Standing::Default(grade_wanted)));
    let mut told = DOUBTS.into_iter().flat_map(|wanted| of_grade(wanted).map(move |kept| (wanted, kept)));
    let mut table = Table::new("Defaults that count", &["Input", "Value", "Grade", "Where it comes from"], &[]);
    for (wanted, kept) in told.by_ref().take(MOST_DEFAULTS) {
        let row = [kept.label.to_owned(), values(kept), wanted.letter().to_owned(), kept.source.to_owned()];
        table.rows.push(row.map(Cell::Text).into());
    }
    let rest: Vec<(Grade, usize)> = told.map(|(wanted, kept)| (wanted, kept.values.len())).collect();
    let mut tail: Vec<String> = Vec::new();
    for wanted in DOUBTS {
        let number: usize = rest.iter().filter(|(grade, _)| *grade == wanted).map(|(_, number)| number).sum();
        if number > 0 {
            tail.push(format!("{number} of grade {} ({})", wanted.letter(), wanted.words()));
        }
    }
    let mut blocks = Vec::new();
    if table.rows.is_empty() {
        blocks.push(Block::Text("No default counts any more: all numbers are your own.".into()));
    } else {
        let is_vendors = of_grade(Grade::Vendor).next().is_some();
        if is_vendors {
            blocks.push(Block::Text(notices::BIAS.into()));
        }
        if let Some(starter) = plan.template.as_ref().and_then(|id| Starter::find(id.as_str())) {
            blocks.push(Block::Text(format!("What the starter plan “{}” sets counts as a default.", starter.tab)));
        }
        blocks.push(Block::Table(table));
    }
    if !tail.is_empty() {
        blocks.push(Block::Text(format!("More defaults count: {}.", tail.join(", "))));
    }
    let placeholders: usize = of_grade(Grade::Yours).map(|kept| kept.values.len()).sum();
    if placeholders > 0 {
        let inputs = count(placeholders, "input");
        blocks.push(Block::Text(format!("{inputs} that only you can know still hold what the plan started with.")));
    }
    Section { id: "assumptions", title: "Assumptions not yet replaced by own numbers", blocks }
}

/// What counts of a line, one entry for each source.
fn add<'a>(plan: &Plan, evaluation: &Evaluation, line: &'a Line, kept: &mut Vec<Kept<'a>>) {
    let first = kept.len();
    for value in &line.values {
        let counts =
            is_number(plan, &value.path) && is_in_use(plan, evaluation, &value.path) && weighs(plan, &value.path);
        if !counts || value.standing == Standing::Yours {
            continue;
        }
        let Some(source) = plan.source(&value.path).map(|source| source.note) else { continue };
        let is_same = |other: &Kept| {
            other.source == source && other.values.first().is_some_and(|first| first.standing == value.standing)
        };
        match kept.iter_mut().skip(first).find(|other| is_same(other)) {
            Some(same) => same.values.push(value),
            None => kept.push(Kept { label: &line.label, unit: &line.unit, source, values: vec![value] }),
        }
    }
}

/// Names and colours are no assumptions.
fn is_number(plan: &Plan, path: &Path) -> bool {
    let kind = plan.input(path).map(|input| input.kind);
    !matches!(kind, None | Some(Kind::Text(_) | Kind::Color | Kind::Reference(_)))
}

/// Of a criterion without a weight nothing counts.
fn weighs(plan: &Plan, path: &Path) -> bool {
    match *path.steps().as_slice() {
        ["criteria", id, ..] => plan.criterion(id).is_some_and(|criterion| criterion.weight.central() > 0.0),
        _ => true,
    }
}

/// `Go 175,000 USD a year, Python 151,000 USD a year`; one value for all of them stands alone.
fn values(kept: &Kept) -> String {
    let first = kept.values.first().filter(|first| kept.values.iter().all(|other| other.value == first.value));
    if let Some(first) = first.filter(|_| kept.values.len() > 1) {
        return format!("{} ({} times)", with_unit(&first.value, kept.unit), kept.values.len());
    }
    let value =
        |value: &&Sourced| format!("{} {}", value.of, with_unit(&value.value, kept.unit)).trim_start().to_owned();
    kept.values.iter().map(value).collect::<Vec<_>>().join(", ")
}

/// The user's own numbers, with the default each has replaced and what is noted about it.
pub(super) fn own(plan: &Plan, labels: &Labels) -> Section {
    let defaults = Defaults::of(plan.template.as_ref());
    let mut table = Table::new("Own numbers", &["Input", "Value", "In place of", "Note and source"], &[]);
    let (mut added, mut more) = (0, 0);
    let all = labels.sections.iter().flat_map(|section| &section.lines).flat_map(|line| &line.values);
    for value in all.filter(|value| value.standing == Standing::Yours && is_number(plan, &value.path)) {
        let path = &value.path;
        let (default, remarks) = (defaults.get(path), remarks(plan, path));
        if default.is_none() && remarks.is_empty() {
            added += 1;
        } else if table.rows.len() == MOST_OWN {
            more += 1;
        } else {
            let now = plan.value(path).map_or(String::new(), |now| shown(plan, path, &now));
            let before = default.map_or("–".into(), |before| of_default(plan, path, &before));
            table.rows.push([labels.name(plan, path), now, before, remarks].map(Cell::Text).into());
        }
    }
    let mut blocks = Vec::new();
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    if more > 0 {
        blocks.push(Block::Text(format!("{} of your own are not listed here.", count(more, "more number"))));
    }
    if added > 0 {
        blocks.push(Block::Text(format!(
            "{} of things that were added to the plan had no default.",
            count(added, "input")
        )));
    }
    if blocks.is_empty() {
        blocks.push(Block::Text("None: every number is a default.".into()));
    }
    Section { id: "own", title: "Own numbers", blocks }
}

/// A default that is a formula is shown as one.
fn of_default(plan: &Plan, path: &Path, default: &Value) -> String {
    match default {
        Value::Formula(text) => text.clone(),
        value => shown(plan, path, value),
    }
}

/// The formula behind a number, and what is noted about it.
fn remarks(plan: &Plan, path: &Path) -> String {
    let mut remarks: Vec<String> = Vec::new();
    if let Some(formula) = plan.formulas().get(path.as_str()) {
        remarks.push(format!("Formula {formula}"));
    }
    if let Some(note) = plan.notes.get(path.as_str()) {
        remarks.extend([&note.text, &note.source].map(|text| text.trim().to_owned()));
    }
    remarks.retain(|remark| !remark.is_empty());
    remarks.join("; ")
}

/// The sources the user names, with what they are for, and those of the defaults that were read directly.
pub(super) fn sources(plan: &Plan, labels: &Labels) -> Section {
    let mut named: Vec<(String, Vec<String>)> = Vec::new();
    for (path, note) in plan.notes.iter().filter(|(_, note)| !note.source.trim().is_empty()) {
        let (source, label) = (note.source.trim(), labels.name(plan, path));
        match named.iter_mut().find(|(known, _)| known == source) {
            Some((_, inputs)) => inputs.push(label),
            None => named.push((source.to_owned(), vec![label])),
        }
    }
    let mut blocks = Vec::new();
    if !named.is_empty() {
        blocks.push(Block::Text("Of own numbers:".into()));
        blocks.push(Block::List(
            named.into_iter().map(|(source, inputs)| format!("{source}: {}", inputs.join("; "))).collect(),
        ));
    }
    let read = REFERENCES.iter().filter(|reference| reference.seen == Seen::Read);
    blocks.push(Block::Text("Of defaults, read directly; the Sources view lists all others:".into()));
    blocks.push(Block::List(read.map(|reference| format!("{}: {}", reference.name, reference.gave)).collect()));
    Section { id: "sources", title: "Sources cited", blocks }
}
