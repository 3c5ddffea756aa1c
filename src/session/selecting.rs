//! Which cells are selected: on each sheet one rectangle, and in it the cell that is edited.

use super::{Changes, Direction, Edge, Session};
use crate::sheet::{Cell, CellRange, CellRef};

/// The selection of one sheet. All three places are cells of rows that the keyboard can stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Selection {
    /// The cell that is edited; it lies in the rectangle.
    pub active: CellRef,
    /// The corner where selecting began.
    pub anchor: CellRef,
    /// The corner across from it, which extending moves.
    pub head: CellRef,
}

impl Selection {
    /// One cell alone.
    pub fn cell(at: CellRef) -> Self {
        Self { active: at, anchor: at, head: at }
    }

    /// The rectangle between two corners; the cell that is edited stays if it lies in it.
    pub fn between(anchor: CellRef, head: CellRef, active: CellRef) -> Self {
        let active = if CellRange::of(anchor, head).contains(active) { active } else { anchor };
        Self { active, anchor, head }
    }

    /// The rectangle.
    pub fn range(self) -> CellRange {
        CellRange::of(self.anchor, self.head)
    }
}

impl Session {
    /// The selected cells; one at least.
    pub fn selected_range(&self) -> CellRange {
        self.selected_now().range()
    }

    pub(super) fn selected_now(&self) -> Selection {
        self.selections.get(self.sheet as usize).copied().unwrap_or_default()
    }

    /// The rows of the selection, without headings and hidden rows: what is done to the selection is done to what can
    /// be seen of it.
    pub(super) fn selected_rows(&self) -> Vec<usize> {
        let range = self.selected_range();
        (range.first.row..=range.last.row).filter(|row| self.is_row(*row)).collect()
    }

    /// The selected cells, row by row.
    pub(super) fn selected_cells(&self) -> Vec<CellRef> {
        let range = self.selected_range();
        let row = |row| (range.first.column..=range.last.column).map(move |column| CellRef { row, column });
        self.selected_rows().into_iter().flat_map(row).collect()
    }

    /// Whether more than one cell is selected.
    pub(super) fn is_several(&self) -> bool {
        let range = self.selected_range();
        !range.is_cell() && (range.first.column < range.last.column || self.selected_rows().len() > 1)
    }

    pub(super) fn set_selection(&mut self, selection: Selection) -> Changes {
        let changed = selection != self.selected_now();
        if let Some(place) = self.selections.get_mut(self.sheet as usize) {
            *place = selection;
        }
        Changes { selection: changed, ..Changes::default() }
    }

    /// Selects one cell, if there is one to be seen.
    pub(super) fn select(&mut self, at: CellRef) -> Changes {
        if self.grid.cell(at).is_none() || !self.is_row(at.row) {
            return Changes::default();
        }
        self.set_selection(Selection::cell(at))
    }

    /// The nearest place at which the keyboard can stand.
    pub(super) fn nearest(&self, at: CellRef) -> CellRef {
        let row = at.row.min(self.grid.rows.len().saturating_sub(1));
        let here = Some(row).filter(|row| self.is_row(*row));
        let row = here.or_else(|| self.next_row(row, 1)).or_else(|| self.next_row(row, -1)).unwrap_or(0);
        CellRef { row, column: at.column.min(self.grid.columns.len().saturating_sub(1)) }
    }

    /// After rows or columns have gone, the selection stays at the nearest place that is left.
    pub(super) fn keep_selection_inside(&mut self) -> Changes {
        if !(0..self.grid.rows.len()).any(|row| self.is_row(row)) {
            self.forget_hidden();
        }
        let Selection { active, anchor, head } = self.selected_now();
        let inside = Selection::between(self.nearest(anchor), self.nearest(head), self.nearest(active));
        self.set_selection(inside)
    }

    /// Selects a rectangle, and says how much that is.
    fn select_between(&mut self, anchor: CellRef, head: CellRef, active: CellRef) -> Changes {
        let changes = self.set_selection(Selection::between(anchor, head, active));
        let count = self.selected_cells().len();
        if changes.selection && count > 1 {
            return changes.and(Changes::say(format!("{count} cells selected")));
        }
        changes
    }

    fn extend_to(&mut self, head: CellRef) -> Changes {
        let Selection { active, anchor, .. } = self.selected_now();
        self.select_between(anchor, head, active)
    }

    pub(super) fn select_to(&mut self, at: CellRef) -> Changes {
        self.extend_to(self.nearest(at))
    }

    pub(super) fn select_range(&mut self, first: CellRef, second: CellRef) -> Changes {
        let (first, second) = (self.nearest(first), self.nearest(second));
        self.select_between(first, second, first)
    }

    pub(super) fn extend(&mut self, direction: Direction) -> Changes {
        let head = self.selected_now().head;
        self.neighbour(head, direction).map_or_else(Changes::default, |head| self.extend_to(head))
    }

    /// Looks for the edge from the line of the cell that is edited, as Excel does.
    pub(super) fn extend_to_edge(&mut self, edge: Edge) -> Changes {
        let Selection { active, head, .. } = self.selected_now();
        let along_row = CellRef { row: active.row, column: head.column };
        let along_column = CellRef { row: head.row, column: active.column };
        let head = match edge {
            Edge::Data(Direction::Left | Direction::Right) | Edge::RowStart | Edge::RowEnd => {
                self.place_of(along_row, edge).map(|at| CellRef { row: head.row, ..at })
            }
            Edge::Data(_) | Edge::PageUp | Edge::PageDown => {
                self.place_of(along_column, edge).map(|at| CellRef { column: head.column, ..at })
            }
            Edge::SheetStart | Edge::SheetEnd => self.place_of(head, edge),
        };
        head.map_or_else(Changes::default, |head| self.extend_to(head))
    }

    pub(super) fn select_rows(&mut self) -> Changes {
        let Selection { active, anchor, head } = self.selected_now();
        let last = self.grid.columns.len().saturating_sub(1);
        self.select_between(CellRef { column: 0, ..anchor }, CellRef { column: last, ..head }, active)
    }

    pub(super) fn select_columns(&mut self) -> Changes {
        let Selection { active, anchor, head } = self.selected_now();
        let CellRange { first, last } = self.whole_sheet();
        self.select_between(CellRef { row: first.row, ..anchor }, CellRef { row: last.row, ..head }, active)
    }

    fn whole_sheet(&self) -> CellRange {
        let last = CellRef { row: self.grid.rows.len(), column: self.grid.columns.len() };
        CellRange { first: self.nearest(CellRef::default()), last: self.nearest(last) }
    }

    pub(super) fn select_all(&mut self) -> Changes {
        let active = self.selection();
        let block = self.block_around(active);
        let range = if self.selected_range() == block { self.whole_sheet() } else { block };
        self.select_between(range.first, range.last, active)
    }

    /// The rows around a cell up to a heading or a row without content, and their used columns.
    fn block_around(&self, at: CellRef) -> CellRange {
        let is_gap = |row: &usize| !self.grid.is_stop(*row) || self.used(*row).next().is_none();
        let ends = |row: &usize| self.is_row(*row);
        let up = (0..at.row).rev().take_while(|row| !is_gap(row)).filter(ends).last();
        let down = (at.row + 1..self.grid.rows.len()).take_while(|row| !is_gap(row)).filter(ends).last();
        let (first, last) = (up.unwrap_or(at.row), down.unwrap_or(at.row));
        let columns = (first..=last).flat_map(|row| self.used(row));
        let (left, right) = columns.fold((at.column, at.column), |(l, r), column| (l.min(column), r.max(column)));
        CellRange { first: CellRef { row: first, column: left }, last: CellRef { row: last, column: right } }
    }

    /// The next of several selected cells, along rows or along columns, and around the end.
    pub(super) fn walk(&mut self, direction: Direction) -> Changes {
        let selection = self.selected_now();
        let (range, rows) = (selection.range(), self.selected_rows());
        if rows.is_empty() {
            return Changes::default();
        }
        let width = range.last.column - range.first.column + 1;
        let row = rows.iter().position(|row| *row == selection.active.row).unwrap_or(0);
        let column = selection.active.column.saturating_sub(range.first.column);
        let along_rows = matches!(direction, Direction::Left | Direction::Right);
        let (place, count) =
            (if along_rows { row * width + column } else { column * rows.len() + row }, width * rows.len());
        let step = if matches!(direction, Direction::Right | Direction::Down) { 1 } else { count.saturating_sub(1) };
        let next = (place + step).checked_rem(count).unwrap_or(0);
        let (row, column) =
            if along_rows { (next / width, next % width) } else { (next % rows.len(), next / rows.len()) };
        let row = rows.get(row).copied().unwrap_or(selection.active.row);
        let active = CellRef { row, column: range.first.column + column };
        self.set_selection(Selection { active, ..selection })
    }

    /// The columns of a row that hold something.
    pub(super) fn used(&self, row: usize) -> impl DoubleEndedIterator<Item = usize> {
        let cells = self.grid.rows.get(row).map_or(&[][..], |row| row.cells.as_slice());
        cells.iter().enumerate().filter(|(_, cell)| **cell != Cell::Blank).map(|(column, _)| column)
    }
}
