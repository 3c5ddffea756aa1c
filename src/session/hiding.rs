//! Rows out of sight. That is a matter of the view: no step of the history and nothing in the file.

use super::{Changes, Session};
use crate::model::Path;
use crate::sheet::Cell;

impl Session {
    /// Whether a row of the sheet in sight is hidden.
    pub fn is_hidden(&self, row: usize) -> bool {
        !self.hidden.is_empty() && self.name_of_row(row).is_some_and(|path| self.hidden.contains(path))
    }

    /// How many rows of the sheet in sight are hidden.
    pub fn hidden_rows(&self) -> usize {
        (0..self.grid.rows.len()).filter(|row| self.is_hidden(*row)).count()
    }

    /// A row is known by the path of its first cell, wherever it moves.
    fn name_of_row(&self, row: usize) -> Option<&Path> {
        self.grid.rows.get(row)?.cells.iter().find_map(Cell::path)
    }

    pub(super) fn hide_rows(&mut self) -> Changes {
        let rows = self.selected_rows();
        if (0..self.grid.rows.len()).all(|row| !self.is_row(row) || rows.contains(&row)) {
            return Changes::say("One row at least stays in sight");
        }
        let names: Vec<Path> = rows.iter().filter_map(|row| self.name_of_row(*row)).cloned().collect();
        if names.is_empty() {
            return Changes::say("There is nothing in these rows to hide");
        }
        let said = format!("{} hidden", counted(names.len()));
        self.hidden.extend(names);
        self.keep_selection_inside();
        // What is left of a selection of rows is one cell in the next row.
        let at = self.selection();
        self.select(at);
        Changes { selection: true, ..Changes::say(said) }
    }

    pub(super) fn show_rows(&mut self) -> Changes {
        let count = self.hidden_rows();
        if count == 0 {
            return Changes::say("No row of this sheet is hidden");
        }
        self.forget_hidden();
        Changes::say(format!("{} shown again", counted(count)))
    }

    /// All rows of the sheet in sight are shown again.
    pub(super) fn forget_hidden(&mut self) {
        for row in 0..self.grid.rows.len() {
            self.show_row(row);
        }
    }

    pub(super) fn show_row(&mut self, row: usize) {
        if let Some(name) = self.name_of_row(row).filter(|_| self.is_hidden(row)).cloned() {
            self.hidden.retain(|hidden| *hidden != name);
        }
    }
}

fn counted(rows: usize) -> String {
    if rows == 1 { "1 row".into() } else { format!("{rows} rows") }
}
