//! The Criteria sheet: groups with their criteria, weights, scores, must-haves, and the score in the last row.

use super::grid::{Cell, Column, Grid, Row, RowKind};
use crate::model::{Criterion, DefaultCriterion, Group, Path, Plan};

pub(super) fn grid(plan: &Plan) -> Grid {
    let mut columns = vec![Column::plain("Weight")];
    columns.extend(Column::alternatives(plan));
    columns.push(Column::plain("Must-have"));
    let mut rows = Vec::new();
    for group in &plan.groups {
        rows.push(group_row(plan, group));
        rows.extend(plan.criteria.iter().filter(|c| c.group == group.id).map(|c| criterion_row(plan, c)));
    }
    let form = format!("score.{}", plan.settings.score_form.word());
    let help = "0 to 100: the weighted mean of the scores, times ten. Grouped: within groups first, then over groups.";
    let mut score = Row::results(plan, 1, "Score", "0–100", help, &form);
    score.cells.push(Cell::Blank);
    rows.push(score);
    Grid { columns, rows }
}

fn group_row(plan: &Plan, group: &Group) -> Row {
    let base = Path::from("groups").then(&group.id);
    let points = |a: &crate::model::Alternative| {
        Cell::Computed(Path::from("results").then(&a.id).then("score.by_group").then(&group.id))
    };
    let mut cells = vec![Cell::Input(base.then("weight"))];
    cells.extend(plan.alternatives.iter().map(points));
    cells.push(Cell::Blank);
    Row {
        kind: RowKind::Group,
        label: group.name.clone(),
        unit: "points".into(),
        help: "The group's weight in the grouped score, and the points it brings each alternative.".into(),
        cells,
    }
}

fn criterion_row(plan: &Plan, criterion: &Criterion) -> Row {
    let base = Path::from("criteria").then(&criterion.id);
    let mut cells = vec![Cell::Input(base.then("weight"))];
    cells.extend(plan.alternatives.iter().map(|a| Cell::Input(base.then("scores").then(&a.id))));
    cells.push(Cell::Input(base.then("threshold")));
    Row {
        kind: RowKind::Entry,
        label: criterion.name.clone(),
        unit: String::new(),
        help: DefaultCriterion::find(criterion.id.as_str())
            .filter(|default| default.name == criterion.name)
            .map_or(String::new(), |default| default.definition.into()),
        cells,
    }
}
