//! Emptying the selected cells.

use super::{Changes, Session};
use crate::model::{Kind, Path, Value};
use crate::sheet::{Cell, edit_of};

impl Session {
    /// What an emptied input holds: nothing where that is allowed, else its default, if it has one.
    pub(super) fn emptied(&self, path: &Path) -> Option<Value> {
        match self.plan.input(path)?.kind {
            Kind::Optional(..) => Some(Value::Empty),
            _ => self.defaults.get(path),
        }
    }

    /// The inputs among the selected cells.
    pub(super) fn selected_inputs(&self) -> Vec<Path> {
        let input = |at| match self.grid.cell(at) {
            Some(Cell::Input(path)) => Some(path.clone()),
            _ => None,
        };
        self.selected_cells().into_iter().filter_map(input).collect()
    }

    /// Computed and blank cells are passed by, and so is what has no default.
    pub(super) fn clear(&mut self) -> Changes {
        let dropped = self.drop_draft();
        dropped.and(if self.is_several() { self.clear_several() } else { self.clear_one() })
    }

    fn clear_one(&mut self) -> Changes {
        let Some(path) = self.selected_input().cloned() else { return self.read_only() };
        match self.emptied(&path) {
            Some(Value::Empty) => self.write(&path, Value::Empty, "emptied"),
            _ => self.reset(&path),
        }
    }

    fn clear_several(&mut self) -> Changes {
        let inputs = self.selected_inputs();
        if inputs.is_empty() {
            return Changes::say("These cells are computed or blank: there is nothing to empty");
        }
        let emptied = |path: Path| self.emptied(&path).map(|value| (path, value));
        let writes: Vec<_> = inputs.into_iter().filter_map(emptied).collect();
        if writes.is_empty() {
            return Changes::say("None of these cells has a default to go back to");
        }
        let what = format!("Clearing of {} cells", writes.len());
        let edit = edit_of(&self.plan, writes);
        let changes = self.record(edit, what.clone());
        changes.saying(|| what)
    }
}
