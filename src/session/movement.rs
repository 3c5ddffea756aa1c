//! Moving the selection. Headings are passed by; edges stop, nothing wraps.

use super::{Changes, Direction, Edge, Session};
use crate::model::Path;
use crate::sheet::{Cell, CellRef, Grid, SheetId};

/// Rows that Page Up and Page Down move by.
const PAGE: isize = 12;

impl Session {
    pub(super) fn select(&mut self, at: CellRef) -> Changes {
        if self.grid.cell(at).is_none() || at == self.selection() {
            return Changes::default();
        }
        self.place(at);
        Changes { selection: true, ..Changes::default() }
    }

    pub(super) fn step(&mut self, direction: Direction) -> Changes {
        let CellRef { row, column } = self.selection();
        let row = match direction {
            Direction::Up => self.grid.next_stop(row, -1),
            Direction::Down => self.grid.next_stop(row, 1),
            Direction::Left | Direction::Right => Some(row),
        };
        let column = match direction {
            Direction::Left => column.checked_sub(1),
            Direction::Right => Some(column + 1),
            Direction::Up | Direction::Down => Some(column),
        };
        match (row, column) {
            (Some(row), Some(column)) => self.select(CellRef { row, column }),
            _ => Changes::default(),
        }
    }

    fn place(&mut self, at: CellRef) {
        if let Some(selection) = self.selections.get_mut(self.sheet as usize) {
            *selection = at;
        }
    }

    pub(super) fn tab(&mut self, direction: Direction) -> Changes {
        let column = self.selection().column;
        self.tab_origin.get_or_insert(column);
        self.step(direction)
    }

    pub(super) fn jump(&mut self, edge: Edge) -> Changes {
        let CellRef { row, column } = self.selection();
        let last_row = self.grid.rows.len().saturating_sub(1);
        let at = match edge {
            Edge::RowStart => self.used(row).next().map(|column| CellRef { row, column }),
            Edge::RowEnd => self.used(row).next_back().map(|column| CellRef { row, column }),
            Edge::SheetStart => {
                (0..=last_row).find_map(|row| self.used(row).next().map(|column| CellRef { row, column }))
            }
            Edge::SheetEnd => {
                (0..=last_row).rev().find_map(|row| self.used(row).next_back().map(|column| CellRef { row, column }))
            }
            Edge::PageUp => self.page(row, -PAGE).map(|row| CellRef { row, column }),
            Edge::PageDown => self.page(row, PAGE).map(|row| CellRef { row, column }),
            Edge::Data(_) => None,
        };
        at.map_or_else(Changes::default, |at| self.select(at))
    }

    /// The columns of a row that hold something.
    fn used(&self, row: usize) -> impl DoubleEndedIterator<Item = usize> {
        let cells = self.grid.rows.get(row).map_or(&[][..], |row| row.cells.as_slice());
        cells.iter().enumerate().filter(|(_, cell)| **cell != Cell::Blank).map(|(column, _)| column)
    }

    /// The row a screen further that the keyboard can stand in; at the ends, the last such row.
    fn page(&self, row: usize, step: isize) -> Option<usize> {
        let last = self.grid.rows.len().saturating_sub(1);
        let far = row.saturating_add_signed(step).min(last);
        let inward = -step.signum();
        if self.grid.is_stop(far) { Some(far) } else { self.grid.next_stop(far, inward) }
    }

    pub(super) fn open_sheet(&mut self, sheet: SheetId) -> Changes {
        if sheet == self.sheet {
            return Changes::default();
        }
        self.sheet = sheet;
        self.grid = Grid::of(&self.plan, sheet);
        self.keep_selection_inside();
        Changes { layout: true, selection: true, say: Some(format!("Sheet {}", sheet.label())), ..Changes::default() }
    }

    /// Stays where it is for what stands on no sheet, such as the title.
    pub(super) fn go_to(&mut self, path: &Path) -> Changes {
        let sheet = SheetId::of(path);
        let grid = Grid::of(&self.plan, sheet);
        match grid.find(path).or_else(|| grid.find_near(path)) {
            Some(at) => self.open_sheet(sheet).and(self.select(at)),
            None => Changes::default(),
        }
    }

    /// After rows or columns have gone, the selection stays at the nearest place that is left.
    pub(super) fn keep_selection_inside(&mut self) {
        let CellRef { row, column } = self.selection();
        let row = row.min(self.grid.rows.len().saturating_sub(1));
        let stop = Some(row).filter(|row| self.grid.is_stop(*row));
        let row = stop.or_else(|| self.grid.next_stop(row, 1)).or_else(|| self.grid.next_stop(row, -1)).unwrap_or(0);
        let column = column.min(self.grid.columns.len().saturating_sub(1));
        self.place(CellRef { row, column });
    }
}
