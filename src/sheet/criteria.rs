//! The Criteria sheet: groups with their criteria, weights, scores, must-haves, and the score in the last row.

use super::grid::{Cell, Column, Grid, Row, RowKind};
use crate::model::{Alternative, Criterion, DefaultCriterion, Group, Path, Plan, Record, Scored};

/// What a criterion says of itself behind the scores.
const BEHIND: [&str; 3] = ["threshold", "scored", "group"];

pub(super) fn grid(plan: &Plan) -> Grid {
    let mut columns = vec![Column::plain("Weight")];
    columns.extend(Column::alternatives(plan));
    let behind = |name: &str| Criterion::INPUTS.iter().find(|input| input.name == name);
    columns.extend(BEHIND.iter().filter_map(|name| behind(name)).map(|input| Column::plain(input.label)));
    let mut rows = Vec::new();
    for group in &plan.groups {
        rows.push(group_row(plan, group));
        for criterion in plan.criteria.iter().filter(|c| c.group == group.id) {
            rows.push(criterion_row(plan, criterion));
            rows.extend(value_rows(plan, criterion));
        }
    }
    let form = format!("score.{}", plan.settings.score_form.word());
    let help = "0 to 100: the weighted mean of the scores, times ten. Grouped: within groups first, then over groups.";
    let mut score = Row::results(plan, 1, "Score", "0–100", help, &form);
    score.cells.extend(BEHIND.map(|_| Cell::Blank));
    rows.push(score);
    Grid { columns, rows }
}

/// A row of one cell before and some behind those of the alternatives.
fn row(
    plan: &Plan,
    kind: RowKind,
    label: &str,
    before: Cell,
    own: impl Fn(&Alternative) -> Cell,
    behind: [Cell; 3],
) -> Row {
    let cells = std::iter::once(before).chain(plan.alternatives.iter().map(own)).chain(behind).collect();
    Row { kind, label: label.into(), unit: String::new(), help: String::new(), cells }
}

fn result(alternative: &Alternative, kind: &str, id: impl std::fmt::Display) -> Cell {
    Cell::Computed(Path::from("results").then(&alternative.id).then(kind).then(id))
}

fn group_row(plan: &Plan, group: &Group) -> Row {
    let weight = Cell::Input(Path::from("groups").then(&group.id).then("weight"));
    let points = |own: &Alternative| result(own, "score.by_group", &group.id);
    Row {
        unit: "points".into(),
        help: "The group's weight in the grouped score, and the points it brings each alternative.".into(),
        ..row(plan, RowKind::Group, &group.name, weight, points, BEHIND.map(|_| Cell::Blank))
    }
}

fn criterion_row(plan: &Plan, criterion: &Criterion) -> Row {
    let base = Path::from("criteria").then(&criterion.id);
    let score = |own: &Alternative| match criterion.scored {
        Scored::Typed => Cell::Input(base.then("scores").then(&own.id)),
        Scored::Measured | Scored::Computed => result(own, "criteria", &criterion.id),
    };
    let default = DefaultCriterion::find(criterion.id.as_str()).filter(|default| default.name == criterion.name);
    let behind = BEHIND.map(|name| Cell::Input(base.then(name)));
    let weight = Cell::Input(base.then("weight"));
    Row {
        help: default.map_or(String::new(), |default| default.definition.into()),
        ..row(plan, RowKind::Entry, &criterion.name, weight, score, behind)
    }
}

/// Raw values and value function of a criterion that is not typed.
fn value_rows(plan: &Plan, criterion: &Criterion) -> Vec<Row> {
    let base = Path::from("criteria").then(&criterion.id);
    let raw = |own: &Alternative| match criterion.scored {
        Scored::Measured => Cell::Input(base.then("raw").then(&own.id)),
        Scored::Typed | Scored::Computed => result(own, "raw", &criterion.id),
    };
    let blanks = || BEHIND.map(|_| Cell::Blank);
    let line = |name: &str| {
        let input = criterion.inputs().get(criterion.index_of(name)?)?;
        let cell = Cell::Input(base.then(name));
        let row = row(plan, RowKind::Entry, &format!("↳ {}", input.label), cell, |_| Cell::Blank, blanks());
        Some(Row { help: input.help().into(), ..row })
    };
    let mut raws = row(plan, RowKind::Entry, "↳ Raw value", Cell::Blank, raw, blanks());
    raws.unit.clone_from(&criterion.unit);
    let ends = ["worst", "middle", "best"].into_iter().filter_map(line);
    match criterion.scored {
        Scored::Typed => Vec::new(),
        Scored::Measured => std::iter::once(raws).chain(line("unit")).chain(ends).collect(),
        Scored::Computed => std::iter::once(raws).chain(ends).collect(),
    }
}
