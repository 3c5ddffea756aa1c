//! Where the inputs of a plan stand on the worksheets.

use std::collections::BTreeMap;

use crate::model::{Path, Plan};
use crate::sheet::{Cell, Grid, SheetId};

/// Rows and columns before the first cell of a sheet: the header, and label and unit.
pub(super) const BEFORE: (u32, u16) = (1, 2);

/// A cell of the workbook, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// Its worksheet.
    pub sheet: SheetId,
    /// Its column.
    pub column: u16,
    /// Its row.
    pub row: u32,
}

impl Place {
    /// `C5`; from another worksheet, `Team!C5`.
    pub fn name(self, from: SheetId) -> String {
        let sheet = if self.sheet == from { String::new() } else { format!("{}!", self.sheet.label()) };
        format!("{sheet}{}", self.cell())
    }

    fn cell(self) -> String {
        rust_xlsxwriter::row_col_to_cell(self.row, self.column)
    }

    fn is_above(self, other: Self) -> bool {
        (self.sheet, self.column, self.row + 1) == (other.sheet, other.column, other.row)
    }

    fn is_left_of(self, other: Self) -> bool {
        (self.sheet, self.column + 1, self.row) == (other.sheet, other.column, other.row)
    }
}

/// The places of all inputs that have a cell.
pub(super) struct Places(BTreeMap<Path, Place>);

impl Places {
    /// Of this plan, laid out as its sheets.
    pub fn of(plan: &Plan) -> Self {
        let mut places = BTreeMap::new();
        for sheet in SheetId::ALL {
            for (row, line) in (BEFORE.0..).zip(Grid::of(plan, sheet).rows) {
                for (column, cell) in (BEFORE.1..).zip(line.cells) {
                    if let Cell::Input(path) = cell {
                        places.insert(path, Place { sheet, column, row });
                    }
                }
            }
        }
        Self(places)
    }

    /// Where an input stands.
    pub fn get(&self, path: &Path) -> Option<Place> {
        self.0.get(path).copied()
    }
}

/// The references to these cells in as few ranges of one row or column as hold them and nothing else.
pub(super) fn ranges(mut cells: Vec<Place>, from: SheetId) -> Vec<String> {
    cells.sort();
    let down = runs(&cells, Place::is_above);
    cells.sort_by_key(|place| (place.sheet, place.row, place.column));
    let across = runs(&cells, Place::is_left_of);
    let runs = if across.len() < down.len() { across } else { down };
    let name = |(first, last): (Place, Place)| {
        if first == last { first.name(from) } else { format!("{}:{}", first.name(from), last.cell()) }
    };
    runs.into_iter().map(name).collect()
}

fn runs(cells: &[Place], goes_on: fn(Place, Place) -> bool) -> Vec<(Place, Place)> {
    let mut runs: Vec<(Place, Place)> = Vec::new();
    for &cell in cells {
        match runs.last_mut() {
            Some((_, last)) if goes_on(*last, cell) => *last = cell,
            _ => runs.push((cell, cell)),
        }
    }
    runs
}
