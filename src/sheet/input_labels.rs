//! What inputs are called away from their sheets.

use super::grid::{Grid, SheetId};
use crate::model::{Path, Plan};

/// What stands before the name of a row that is about the criterion above it.
const PART: &str = "↳ ";

/// The names of a plan's inputs. Each sheet is laid out once, however many of its inputs are asked for.
pub struct InputLabels<'a> {
    plan: &'a Plan,
    grids: Vec<(SheetId, Grid)>,
}

impl<'a> InputLabels<'a> {
    /// None is known yet.
    pub fn new(plan: &'a Plan) -> Self {
        Self { plan, grids: Vec::new() }
    }

    /// What an input is called away from its sheet: its row, and its column where it has one of several.
    pub fn of(&mut self, path: &Path) -> String {
        self.on_sheet(path).unwrap_or_else(|| match self.plan.input(path) {
            Some(input) if path.parent().as_str().is_empty() => input.label.to_owned(),
            Some(input) => format!("{}, {}", input.label, path.parent()),
            None => path.to_string(),
        })
    }

    fn on_sheet(&mut self, path: &Path) -> Option<String> {
        let sheet = SheetId::of(path);
        if !self.grids.iter().any(|(known, _)| *known == sheet) {
            self.grids.push((sheet, Grid::of(self.plan, sheet)));
        }
        let (_, grid) = self.grids.iter().find(|(known, _)| *known == sheet)?;
        let at = grid.find(path)?;
        let (row, column) = (grid.rows.get(at.row)?, grid.columns.get(at.column)?);
        let label = label_of(&row.label, &column.label);
        // What is below a criterion has no name without it.
        let is_part = row.label.starts_with(PART);
        let above = grid.rows.iter().take(at.row).rev().find(|row| !row.label.starts_with(PART)).filter(|_| is_part);
        Some(above.map_or(label.clone(), |above| format!("{}: {label}", above.label)))
    }
}

/// What one input is called away from its sheet.
pub fn input_label(plan: &Plan, path: &Path) -> String {
    InputLabels::new(plan).of(path)
}

/// What an input is called beside those of its sheet.
pub(super) fn label_of(row: &str, column: &str) -> String {
    let row = row.trim_start_matches(PART);
    if column == "All" { row.to_owned() } else { format!("{row}, {column}") }
}
