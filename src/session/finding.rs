//! Finding cells of the sheet in sight by their row, their text or their name.

use super::{Changes, Session};
use crate::model::Path;
use crate::sheet::{Cell, CellRef, RowKind};

/// What a search has found on the sheet in sight.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// The text looked for.
    pub query: String,
    /// The cells that hold it, in reading order.
    pub cells: Vec<CellRef>,
    /// Which of them is selected.
    pub current: Option<usize>,
}

impl Session {
    /// What the search has found, while there is one.
    pub fn found(&self) -> Option<&Found> {
        self.found.as_ref()
    }

    /// The cells with this text, in hidden rows too. The label of a row stands for its first cell, a heading for the
    /// first cell below it. Capitals count as small letters where they are ASCII: the tables of all others are kilobytes.
    fn search(&self, query: &str) -> Vec<CellRef> {
        let query = query.trim().to_ascii_lowercase();
        let has = |text: &str| text.to_ascii_lowercase().contains(&query);
        let mut cells = Vec::new();
        let mut heading = false;
        for (row, line) in self.grid.rows.iter().enumerate() {
            if line.kind == RowKind::Heading {
                heading |= has(&line.label);
                continue;
            }
            let mut labelled = std::mem::take(&mut heading) || has(&line.label);
            for (column, cell) in line.cells.iter().enumerate() {
                let Some(path) = cell.path() else { continue };
                if std::mem::take(&mut labelled) || self.texts_of(cell, path).iter().any(|text| has(text)) {
                    cells.push(CellRef { row, column });
                }
            }
        }
        cells
    }

    /// What a cell shows, what editing shows, and what it is called.
    fn texts_of(&self, cell: &Cell, path: &Path) -> [String; 3] {
        let shown = match cell {
            Cell::Input(_) => self.cell_text(path),
            _ => self.result_of(path),
        };
        [shown, self.edit_text_of(path), path.to_string()]
    }

    pub(super) fn find(&mut self, query: String) -> Changes {
        let changed = Changes { selection: true, ..Changes::default() };
        if query.trim().is_empty() {
            return if self.found.take().is_some() { changed } else { Changes::default() };
        }
        let cells = self.search(&query);
        let from = self.selection();
        let is_on = |at: &&CellRef| (at.row, at.column) >= (from.row, from.column);
        let place = cells.iter().position(|at| is_on(&at)).unwrap_or(0);
        self.found = Some(Found { query, cells, current: None });
        changed.and(self.go_to_found(place))
    }

    pub(super) fn find_next(&mut self, step: isize) -> Changes {
        let Some(query) = self.found.as_ref().map(|found| found.query.clone()) else {
            return Changes::say("Nothing is being looked for");
        };
        let cells = self.search(&query);
        let at = self.selection();
        let before = cells.iter().filter(|found| (found.row, found.column) < (at.row, at.column)).count();
        // Between two finds, one step on is the next one, and one step back the one before.
        let from = if cells.contains(&at) || step <= 0 { before } else { before + cells.len().saturating_sub(1) };
        let count = cells.len().cast_signed();
        let step = step.checked_rem_euclid(count).unwrap_or(0);
        let place = (from + step.unsigned_abs()).checked_rem(cells.len()).unwrap_or(0);
        self.found = Some(Found { query, cells, current: None });
        self.go_to_found(place)
    }

    fn go_to_found(&mut self, place: usize) -> Changes {
        let Some(found) = &self.found else { return Changes::default() };
        let count = found.cells.len();
        match found.cells.get(place).copied() {
            Some(at) => self.reveal(at).and(Changes::say(format!("{} of {count}", place + 1))),
            None => Changes::say(format!("{} not found", crate::model::Value::Text(found.query.clone()))),
        }
    }

    /// After a command: the finds are those of the plan as it is now, and of the sheet in sight.
    pub(super) fn follow_found(&mut self, changes: &mut Changes) {
        let Some(Found { query, .. }) = &self.found else { return };
        if changes.plan || changes.layout {
            let (query, cells) = (query.clone(), self.search(query));
            self.found = Some(Found { query, cells, current: None });
            changes.selection = true;
        }
        let at = self.selection();
        if let Some(found) = &mut self.found {
            found.current = found.cells.iter().position(|cell| *cell == at);
        }
    }
}
