//! Where movements lead. Headings and hidden rows are passed by; edges stop, nothing wraps.

use super::{Changes, Direction, Edge, Session};
use crate::model::{Id, Path};
use crate::sheet::{Address, Case, Cell, CellRef, SheetId};

impl Session {
    /// Whether the keyboard can stand in this row: it is no heading and not hidden.
    pub(super) fn is_row(&self, row: usize) -> bool {
        self.grid.is_stop(row) && !self.is_hidden(row)
    }

    /// The nearest such row from `row` on in the direction of `step`.
    pub(super) fn next_row(&self, row: usize, step: isize) -> Option<usize> {
        let mut row = row.checked_add_signed(step)?;
        while row < self.grid.rows.len() && !self.is_row(row) {
            row = row.checked_add_signed(step.signum())?;
        }
        (row < self.grid.rows.len()).then_some(row)
    }

    /// The cell beside another one.
    pub(super) fn neighbour(&self, at: CellRef, direction: Direction) -> Option<CellRef> {
        let CellRef { row, column } = at;
        let at = match direction {
            Direction::Up => CellRef { row: self.next_row(row, -1)?, column },
            Direction::Down => CellRef { row: self.next_row(row, 1)?, column },
            Direction::Left => CellRef { row, column: column.checked_sub(1)? },
            Direction::Right => CellRef { row, column: column + 1 },
        };
        (at.column < self.grid.columns.len()).then_some(at)
    }

    pub(super) fn step(&mut self, direction: Direction) -> Changes {
        let at = self.selection();
        // At the edge of the sheet, several selected cells still become one.
        let at = self.neighbour(at, direction).unwrap_or(at);
        self.select(at)
    }

    pub(super) fn tab(&mut self, direction: Direction) -> Changes {
        if self.is_several() {
            return self.walk(direction);
        }
        let column = self.selection().column;
        self.tab_origin.get_or_insert(column);
        self.step(direction)
    }

    pub(super) fn jump(&mut self, edge: Edge) -> Changes {
        let at = self.selection();
        let at = self.place_of(at, edge).unwrap_or(at);
        self.select(at)
    }

    /// The far place in the direction of an edge, seen from a cell.
    pub(super) fn place_of(&self, from: CellRef, edge: Edge) -> Option<CellRef> {
        let CellRef { row, column } = from;
        let mut rows = (0..self.grid.rows.len()).filter(|row| self.is_row(*row));
        let first = |row: usize| self.used(row).next().map(|column| CellRef { row, column });
        let last = |row: usize| self.used(row).next_back().map(|column| CellRef { row, column });
        match edge {
            Edge::RowStart => first(row),
            Edge::RowEnd => last(row),
            Edge::SheetStart => rows.find_map(first),
            Edge::SheetEnd => rows.rev().find_map(last),
            Edge::PageUp => self.page(row, -1).map(|row| CellRef { row, column }),
            Edge::PageDown => self.page(row, 1).map(|row| CellRef { row, column }),
            Edge::Data(direction) => self.data_edge(from, direction),
        }
    }

    /// From inside a run of used cells, its end; from its end or from a gap, the next used cell; else the sheet's edge.
    fn data_edge(&self, from: CellRef, direction: Direction) -> Option<CellRef> {
        let row = |row| CellRef { row, ..from };
        let column = |column| CellRef { column, ..from };
        let shown = |at: &CellRef| !self.is_hidden(at.row);
        let line: Vec<CellRef> = match direction {
            Direction::Up => (0..=from.row).rev().map(row).filter(shown).collect(),
            Direction::Down => (from.row..self.grid.rows.len()).map(row).filter(shown).collect(),
            Direction::Left => (0..=from.column).rev().map(column).collect(),
            Direction::Right => (from.column..self.grid.columns.len()).map(column).collect(),
        };
        // A heading has no cells, and so is a gap.
        let is_used = |at: &CellRef| self.grid.cell(*at).is_some_and(|cell| *cell != Cell::Blank);
        let run = line.iter().take_while(|at| is_used(at)).count();
        if run > 1 {
            return line.get(run - 1).copied();
        }
        let next = line.iter().skip(1).find(|at| is_used(at));
        next.or_else(|| line.iter().rev().find(|at| self.is_row(at.row))).copied()
    }

    /// The row a screen further that the keyboard can stand in; at the ends, the last such row.
    fn page(&self, row: usize, direction: isize) -> Option<usize> {
        let shown: Vec<usize> = (0..self.grid.rows.len()).filter(|row| !self.is_hidden(*row)).collect();
        let here = shown.iter().position(|shown| *shown == row)?;
        let step = self.page_rows.saturating_sub(1).max(1);
        let far =
            if direction < 0 { here.saturating_sub(step) } else { here.saturating_add(step).min(shown.len() - 1) };
        let far = *shown.get(far)?;
        if self.is_row(far) {
            return Some(far);
        }
        let inward = self.next_row(far, -direction).filter(|inward| *inward != row);
        inward.or_else(|| self.next_row(far, direction))
    }

    pub(super) fn open_sheet(&mut self, sheet: SheetId) -> Changes {
        if sheet == self.sheet {
            return Changes::default();
        }
        self.sheet = sheet;
        if sheet == SheetId::Compare {
            self.derive();
        }
        self.grid = self.lay_out(sheet);
        self.refused = None;
        self.keep_selection_inside();
        Changes { layout: true, selection: true, say: Some(format!("Sheet {}", sheet.label())), ..Changes::default() }
    }

    /// Stays where it is for what stands on no sheet, such as the title. A hidden row is shown.
    pub(super) fn go_to(&mut self, path: &Path) -> Changes {
        let Address { case, path: own } = Address::of(path);
        let mut shown = Changes::default();
        let (sheet, path) = match case {
            // Where the case is in sight on its own sheets, there is no need for the comparison.
            Some(case) if self.sheet != SheetId::Compare && case == self.case_in_sight() => (SheetId::of(&own), own),
            Some(Case::Scenario(id)) => {
                shown = self.give_column(&id);
                (SheetId::Compare, path.clone())
            }
            None if matches!(*own.steps().as_slice(), ["scenarios", ..]) => {
                let id = own.steps().get(1).map(|id| Id::from(*id)).unwrap_or_default();
                shown = self.give_column(&id);
                (SheetId::Compare, path.clone())
            }
            _ => (SheetId::of(path), path.clone()),
        };
        let grid = self.lay_out(sheet);
        match grid.find(&path).or_else(|| grid.find_near(&path)) {
            Some(at) => shown.and(self.open_sheet(sheet)).and(self.reveal(at)),
            None => shown,
        }
    }

    /// The same for what has just changed. There is no need to leave a sheet that shows it: an alternative has a column
    /// on most, an input of the base one in the comparison. Where a scenario hides it, the base comes in sight.
    pub(super) fn look_at(&mut self, path: &Path) -> Changes {
        // Who takes back a reason of the decision record wants to see no sheet.
        if path.is_off_sheet() {
            return Changes::default();
        }
        if let ["alternatives", id] = *path.steps().as_slice() {
            let is_own = |cell: &Cell| cell.path().is_some_and(|path| path.alternative() == Some(id));
            let place = |(row, line): (usize, &crate::sheet::Row)| {
                Some(CellRef { row, column: line.cells.iter().position(is_own)? })
            };
            if let Some(at) = self.grid.rows.iter().enumerate().find_map(place) {
                return self.reveal(at);
            }
        }
        if let Some(at) = self.place_in(&Case::Base, path).filter(|_| self.sheet == SheetId::Compare) {
            return self.reveal(at);
        }
        let hides =
            |id: &Id| self.document.scenario(id.as_str()).is_some_and(|own| own.overrides.get(path.as_str()).is_some());
        let shown =
            if self.scenario.as_ref().is_some_and(hides) { self.show_scenario(None) } else { Changes::default() };
        shown.and(self.go_to(path))
    }

    /// Selects a cell, and shows its row if that is hidden.
    pub(super) fn reveal(&mut self, at: CellRef) -> Changes {
        self.show_row(at.row);
        self.select(at)
    }
}
