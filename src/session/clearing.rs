//! Emptying the selected cells.

use super::{Changes, Session};
use crate::model::{Kind, Path, Value};
use crate::sheet::Cell;

impl Session {
    /// What is written where an input is emptied: in a scenario what the base holds, else nothing where that is allowed,
    /// else its default, if it has one.
    pub(super) fn emptied(&self, path: &Path) -> Vec<(Path, Value)> {
        let look = self.look(path);
        if look.case.scenario().is_some() {
            return self.back_to_base(&look);
        }
        let value = match look.plan.input(&look.path).map(|input| input.kind) {
            Some(Kind::Optional(..)) => Some(Value::Empty),
            _ => self.defaults.get(&look.path),
        };
        value.into_iter().map(|value| (path.clone(), value)).collect()
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
        match self.emptied(&path).as_slice() {
            [(_, Value::Empty)] if self.look(&path).case.scenario().is_none() => {
                self.write(&path, Value::Empty, "emptied")
            }
            _ => self.reset(&path),
        }
    }

    fn clear_several(&mut self) -> Changes {
        let inputs = self.selected_inputs();
        if inputs.is_empty() {
            return Changes::say("These cells are computed or blank: there is nothing to empty");
        }
        let writes: Vec<_> = inputs.iter().flat_map(|path| self.emptied(path)).collect();
        if writes.is_empty() {
            return Changes::say("None of these cells has a default to go back to");
        }
        let what = format!("Clearing of {} cells", writes.len());
        let edit = self.edit_of(writes);
        let changes = self.record(edit, what.clone());
        changes.saying(|| what)
    }
}
