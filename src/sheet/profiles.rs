//! The Profiles sheet: one column for each language and framework.

use super::grid::{Cell, Column, Grid, Row};
use crate::model::{Path, Plan, Profile};

pub(super) fn grid(plan: &Plan) -> Grid {
    let columns = plan.profiles.iter().map(|profile| Column::plain(&profile.name)).collect();
    let row = |input: &crate::model::Input| {
        let cell = |profile: &Profile| Cell::Input(Path::from("profiles").then(&profile.id).then(input.name));
        Row::entry(input, plan, plan.profiles.iter().map(cell).collect())
    };
    Grid { columns, rows: Profile::INPUTS.iter().map(row).collect() }
}
