//! What is compared, and by what.

use super::{Block, Cell, Column, Field, Section, Table};
use crate::analyse::{failed_must_haves, shares};
use crate::evaluate::Evaluation;
use crate::model::amount::percent;
use crate::model::{Alternative, Criterion, Id, Path, Plan, Style};
use crate::sheet::number::show;

fn field(plan: &Plan, path: Path, thing: &str) -> Cell {
    Field::of(plan, path).map_or(Cell::text(""), |field| Cell::Field(field.about(thing)))
}

/// The alternatives with what they run on, why they are there, and which of them a must-have rules out.
pub(super) fn alternatives(plan: &Plan, evaluation: &Evaluation) -> Section {
    let failed = |alternative: &Alternative| {
        let outcome = evaluation.outcome(alternative.id.as_str()).filter(|_| plan.faults().is_empty());
        outcome.map_or(String::new(), |outcome| failed_must_haves(plan, outcome).join(", "))
    };
    let failed: Vec<String> = plan.alternatives.iter().map(failed).collect();
    let some_failed = failed.iter().any(|failed| !failed.is_empty());
    let columns: &[&str] = if some_failed {
        &["Alternative", "Runs on", "Ruled out by", "Reason"]
    } else {
        &["Alternative", "Runs on", "Reason"]
    };
    let mut table = Table::new("What is compared", columns, &[]);
    for (alternative, failed) in plan.alternatives.iter().zip(failed) {
        let profile = |id: &Id| plan.profile(id.as_str()).map_or(id.to_string(), |own| own.name.clone());
        let tiers: Vec<String> = alternative.tiers.iter().map(|tier| profile(&tier.profile)).collect();
        let mut row = vec![Cell::text(&alternative.name), Cell::Text(tiers.join(" + "))];
        if some_failed {
            row.push(Cell::Text(failed));
        }
        row.push(field(plan, Path::from("alternatives").then(&alternative.id).then("reason"), &alternative.name));
        table.rows.push(row);
    }
    Section { id: "alternatives", title: "Alternatives", blocks: vec![Block::Table(table)] }
}

/// The criteria that count, with their weights and the reasons for them.
pub(super) fn criteria(plan: &Plan) -> Section {
    let form = if plan.is_grouped() {
        "Each criterion counts within its group, and each group by its own weight."
    } else {
        "All criteria stand side by side; groups do not count."
    };
    let words = &["Group", "Criterion"];
    let mut table = Table::new("What the alternatives are judged by", words, &["Weight", "Share of the whole"]);
    table.columns.push(Column { label: "Reason".into(), is_number: false });
    let mut unweighted = 0;
    for (criterion, share) in plan.criteria.iter().zip(shares(plan)) {
        let path = Path::from("criteria").then(&criterion.id);
        let note = plan.notes.get(path.then("weight").as_str());
        let says_nothing = criterion.reason.is_empty() && note.is_none() && criterion.threshold.is_none();
        if criterion.weight.central() == 0.0 && says_nothing {
            unweighted += 1;
            continue;
        }
        let group = plan.groups.iter().find(|group| group.id == criterion.group);
        let mut reason = field(plan, path.then("reason"), &criterion.name);
        if let (Cell::Field(field), Some(note)) = (&mut reason, note) {
            let texts = [&note.text, &note.source].map(|text| text.trim().to_owned());
            field.notes.extend(texts.into_iter().filter(|text| !text.is_empty()));
        }
        table.rows.push(vec![
            Cell::text(group.map_or("", |group| group.name.as_str())),
            Cell::Text(name_of(criterion)),
            Cell::Text(show(criterion.weight.central(), Style::Plain)),
            Cell::Text(percent(share)),
            reason,
        ]);
    }
    let mut blocks = vec![Block::Text(form.into())];
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    if unweighted > 0 {
        let criteria =
            if unweighted == 1 { "1 more criterion has" } else { &format!("{unweighted} more criteria have") };
        blocks.push(Block::Text(format!("{criteria} no weight.")));
    }
    Section { id: "criteria", title: "Criteria and weights", blocks }
}

/// A must-have says so beside its name.
fn name_of(criterion: &Criterion) -> String {
    match criterion.threshold {
        Some(least) => {
            format!("{} (must score at least {})", criterion.name, show(least.central(), Style::Plain))
        }
        None => criterion.name.clone(),
    }
}
