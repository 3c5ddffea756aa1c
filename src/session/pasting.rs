//! Pasting: all cells or none, as one step. What was cut is moved in that same step.

use super::clipboard::cells;
use super::selecting::Selection;
use super::{Changes, Pasted, Session};
use crate::model::{Path, Problem, Value};
use crate::sheet::{Cell, CellRef, Clip, ClipCell};

/// A block on its way into the sheet in sight.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// Where its first cell goes.
    at: CellRef,
    clip: Clip,
    pasted: Pasted,
    /// One cell for the whole selection: blank cells in it are passed by.
    fills: bool,
    /// The cells that were cut for it.
    moved: Vec<Path>,
    /// Why it was refused.
    problem: String,
}

impl Session {
    /// Why the last paste was refused, while the cells that fit can still be taken.
    pub fn refused_paste(&self) -> Option<&str> {
        self.refused.as_ref().map(|block| block.problem.as_str())
    }

    pub(super) fn paste(&mut self, clip: Clip, pasted: Pasted) -> Changes {
        let dropped = self.drop_draft();
        if clip.rows.is_empty() {
            return dropped;
        }
        let at = self.selected_range().first;
        let block = match self.cut.as_ref().filter(|cut| cut.is(&clip)) {
            // The mark knows the formulas, whatever the clipboard has kept.
            Some(cut) => {
                let (clip, moved) = (cut.clip.clone(), cut.paths.clone());
                Block { at, clip, pasted, fills: false, moved, problem: String::new() }
            }
            None => {
                let fills = clip.rows.len() == 1 && clip.size().1 == 1 && self.is_several();
                Block { at, clip: self.tiled(clip), pasted, fills, moved: Vec::new(), problem: String::new() }
            }
        };
        dropped.and(self.put(block, false))
    }

    /// What was cut stays where it is then: half a move would scatter it.
    pub(super) fn paste_rest(&mut self) -> Changes {
        let dropped = self.drop_draft();
        match self.refused.take() {
            Some(block) => dropped.and(self.put(Block { moved: Vec::new(), ..block }, true)),
            None => dropped.and(Changes::say("There is nothing left to paste")),
        }
    }

    /// The block as often as it goes into the selection without a rest, else once.
    fn tiled(&self, clip: Clip) -> Clip {
        let range = self.selected_range();
        let (high, wide) = (self.selected_rows().len(), range.last.column - range.first.column + 1);
        let columns = clip.size().1;
        if columns == 0 || high % clip.rows.len() != 0 || wide % columns != 0 {
            return clip;
        }
        let (down, across) = (high / clip.rows.len(), wide / columns);
        let wider = |row: &Vec<ClipCell>| {
            // A short row is filled up, or the next tile would begin too early.
            let tile = row.iter().cloned().chain(std::iter::repeat_n(ClipCell::default(), columns - row.len()));
            if across == 1 { row.clone() } else { std::iter::repeat_n(tile, across).flatten().collect() }
        };
        let rows: Vec<Vec<ClipCell>> = clip.rows.iter().map(wider).collect();
        Clip { rows: std::iter::repeat_n(rows, down).flatten().collect() }
    }

    /// The place of each cell of a block; none beyond the end of the sheet. Hidden rows are skipped, and so are headings,
    /// unless a row of empty cells comes to stand there: that is how a copied heading comes back.
    fn places<'a>(&self, at: CellRef, clip: &'a Clip) -> Vec<(Option<CellRef>, &'a ClipCell)> {
        let mut places = Vec::new();
        let mut row = at.row;
        for cells in &clip.rows {
            let is_empty = cells.iter().all(|cell| cell.text.trim().is_empty());
            let is_target = |row: usize| self.is_row(row) || is_empty && !self.grid.is_stop(row);
            while row < self.grid.rows.len() && !is_target(row) {
                row += 1;
            }
            let is_heading = row < self.grid.rows.len() && !self.grid.is_stop(row);
            for (offset, cell) in cells.iter().enumerate().filter(|_| !is_heading) {
                let at = CellRef { row, column: at.column + offset };
                places.push((self.grid.cell(at).map(|_| at), cell));
            }
            row += 1;
        }
        places
    }

    /// What a copied cell comes to in a place: an input with its new value, nothing, or a sentence that says why not.
    pub(super) fn fitted(
        &self,
        at: Option<CellRef>,
        cell: &ClipCell,
        pasted: Pasted,
        fills: bool,
    ) -> Result<Option<(Path, Value)>, String> {
        let formula = cell.formula.as_ref().filter(|_| pasted == Pasted::All);
        let text = formula.unwrap_or(&cell.text);
        match at.and_then(|at| self.grid.cell(at)) {
            Some(Cell::Input(path)) => match self.read(path, text) {
                Ok(value) => Ok(Some((path.clone(), value))),
                Err(problem) => Err(problem.to_string()),
            },
            // A copied column with results in it comes to stand over a column with results in the same rows.
            Some(Cell::Computed(_)) if cell.computed => Ok(None),
            Some(Cell::Computed(path)) => Err(format!("{path} is computed and cannot be set.")),
            // An empty cell over a blank one is how a block with gaps comes back.
            Some(Cell::Blank) if fills => Ok(None),
            _ if text.trim().is_empty() => Ok(None),
            // Quoted as values are: a message is no place for a whole pasted book.
            _ => Err(format!("There is no cell for {}.", Value::Text(text.clone()))),
        }
    }

    fn put(&mut self, block: Block, only_what_fits: bool) -> Changes {
        let places = self.places(block.at, &block.clip);
        let mut writes = Vec::new();
        let mut left_out = 0;
        let mut last = block.at;
        for (at, cell) in places {
            if let Some(at) = at {
                last = CellRef { row: last.row.max(at.row), column: last.column.max(at.column) };
            }
            match self.fitted(at, cell, block.pasted, block.fills) {
                Ok(Some((path, Value::Formula(text))))
                    if only_what_fits && self.check_formula(&path, &text).is_err() =>
                {
                    left_out += 1;
                }
                Ok(write) => writes.extend(write),
                Err(_) if only_what_fits => left_out += 1,
                Err(problem) => return self.refuse(block, &problem),
            }
        }
        let count = writes.len();
        let verb = if block.moved.is_empty() { "Paste" } else { "Move" };
        let what = match writes.as_slice() {
            [(path, _)] => format!("{verb} into {}", self.name_of(path)),
            _ => format!("{verb} of {count} cells"),
        };
        for path in &block.moved {
            if writes.iter().all(|(written, _)| written != path) {
                writes.extend(self.emptied(path));
            }
        }
        let changes = match self.write_together(&mut writes, &what, only_what_fits) {
            Ok(changes) => changes,
            Err(problem) => return self.refuse(block, &problem.to_string()),
        };
        left_out += count.saturating_sub(writes.len()) * usize::from(only_what_fits);
        (self.cut, self.refused) = (None, None);
        let selected = match writes.first() {
            // Rows may have come or gone: only the path still leads there.
            Some((path, _)) if changes.layout => self.go_to(&path.clone()),
            _ => self.set_selection(Selection::between(block.at, last, block.at)),
        };
        let said = match (writes.is_empty(), left_out) {
            (true, 1..) => "None of these cells fits".into(),
            (false, 1..) => format!("Paste of {}, {left_out} left out", cells(writes.len())),
            _ => what,
        };
        changes.and(selected).and(Changes::say(said))
    }

    /// Writes all of it as one step; if only what fits is wanted, without what a rule between cells forbids.
    fn write_together(
        &mut self,
        writes: &mut Vec<(Path, Value)>,
        what: &str,
        only_what_fits: bool,
    ) -> Result<Changes, Problem> {
        loop {
            let edit = self.edit_of(writes.clone());
            let problem = match self.try_record(edit, what, None) {
                Ok(changes) => return Ok(changes),
                Err(problem) => problem,
            };
            let before = writes.len();
            if let (true, Some(at)) = (only_what_fits, &problem.path) {
                let is_about = |path: &Path| {
                    path.as_str().strip_prefix(at.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
                };
                writes.retain(|(path, _)| !is_about(path));
            }
            if writes.len() == before {
                return Err(problem);
            }
        }
    }

    fn check_formula(&self, path: &Path, text: &str) -> Result<(), Problem> {
        let look = self.look(path);
        look.plan.check_formula(&look.path, text)
    }

    fn refuse(&mut self, block: Block, problem: &str) -> Changes {
        let problem = format!("Nothing pasted. {problem}");
        self.refused = Some(Block { problem: problem.clone(), ..block });
        Changes { selection: true, ..Changes::say(problem) }
    }
}
