//! The Profiles sheet: one row for each language and framework.

use super::grid::{Cell, Column, Grid, Row, RowKind};
use crate::model::{Path, Plan, Profile};

pub(super) fn grid(plan: &Plan) -> Grid {
    let columns = Profile::INPUTS.iter().map(|input| Column::of(input, plan)).collect();
    let row = |profile: &Profile| {
        let base = Path::from("profiles").then(&profile.id);
        Row {
            kind: RowKind::Entry,
            label: profile.name.clone(),
            unit: String::new(),
            help: String::new(),
            cells: Profile::INPUTS.iter().map(|input| Cell::Input(base.then(input.name))).collect(),
        }
    };
    Grid { columns, rows: plan.profiles.iter().map(row).collect() }
}
