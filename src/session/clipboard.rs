//! Copying and cutting: the selected cells as a clip, and the mark on those that pasting will move.

use super::{Changes, Mode, Session};
use crate::model::{Path, Style};
use crate::sheet::{Cell, CellRange, CellRef, Clip, ClipCell, SheetId, number, result_style};

/// Cells that the next paste of the same block moves.
#[derive(Debug, Clone)]
pub(super) struct Cut {
    sheet: SheetId,
    range: CellRange,
    /// What is moved.
    pub clip: Clip,
    /// Where it stands now.
    pub paths: Vec<Path>,
}

impl Cut {
    /// Whether the block is this one: a clipboard may leave out formulas and empty cells at the ends.
    pub fn is(&self, clip: &Clip) -> bool {
        let text = |clip: &Clip, row: usize, column: usize| {
            let cell = clip.rows.get(row).and_then(|row| row.get(column));
            cell.map_or(String::new(), |cell| cell.text.trim().to_owned())
        };
        let rows = self.clip.rows.len().max(clip.rows.len());
        let columns = self.clip.size().1.max(clip.size().1);
        let same = |row| (0..columns).all(|column| text(&self.clip, row, column) == text(clip, row, column));
        (0..rows).all(same)
    }
}

impl Session {
    /// The selected cells for the clipboard: what editing shows of inputs, and results in full. Headings and blank cells
    /// are empty, hidden rows are left out. None while something is typed, and where nothing is selected that holds
    /// anything.
    pub fn copied(&self) -> Option<Clip> {
        self.clip_of(&|path| self.clip_cell(path))
    }

    fn clip_of(&self, copy: &dyn Fn(&Path) -> ClipCell) -> Option<Clip> {
        if self.mode != Mode::Ready {
            return None;
        }
        let range = self.selected_range();
        let cell = |at| self.grid.cell(at).and_then(Cell::path).map(copy);
        let row = |row| {
            let cells = (range.first.column..=range.last.column).map(|column| cell(CellRef { row, column }));
            cells.map(Option::unwrap_or_default).collect()
        };
        let is_something =
            self.selected_cells().iter().any(|at| self.grid.cell(*at).is_some_and(|c| *c != Cell::Blank));
        let shown = (range.first.row..=range.last.row).filter(|row| !self.is_hidden(*row));
        is_something.then(|| Clip { rows: shown.map(row).collect() })
    }

    /// An input or result as one copied cell.
    pub(super) fn clip_cell(&self, path: &Path) -> ClipCell {
        let look = self.look(path);
        match (look.plan.formulas().get(look.path.as_str()), look.plan.input(&look.path)) {
            (Some(formula), _) => {
                ClipCell { formula: Some(formula.to_owned()), ..ClipCell::new(self.number_text(path)) }
            }
            (None, Some(_)) => ClipCell::new(self.edit_text_of(path)),
            (None, None) => ClipCell { computed: true, ..ClipCell::new(self.number_text(path)) },
        }
    }

    /// The number of an input or result with all its digits; what it shows where it is none.
    fn number_text(&self, path: &Path) -> String {
        match self.number_of(path) {
            Some(number) => number::edit_text(number, self.style_of(path)),
            None if self.is_input(path) => self.cell_text(path),
            None => self.result_of(path),
        }
    }

    /// The number an input counts with, or the result; none for words.
    pub(super) fn number_of(&self, path: &Path) -> Option<f64> {
        let look = self.look(path);
        let faults = look.plan.faults();
        if faults.get(look.path.as_str()).is_some() {
            return None;
        }
        let input = look.plan.value(&look.path).and_then(|value| value.central());
        input.or_else(|| self.result_number(&look).filter(|_| faults.is_empty()))
    }

    /// How the number of an input or result is written.
    pub(super) fn style_of(&self, path: &Path) -> Style {
        let look = self.look(path);
        match look.plan.input(&look.path) {
            Some(input) => input.kind.unit().map_or(Style::Plain, |unit| unit.style),
            None if self.is_in_percent(&look) => Style::Percent,
            None => result_style(&look.path),
        }
    }

    fn formula_in_full(&self, path: &Path) -> Option<String> {
        let look = self.look(path);
        look.plan.formula_in_full(&look.path)
    }

    fn is_input(&self, path: &Path) -> bool {
        let look = self.look(path);
        look.plan.input(&look.path).is_some()
    }

    /// The cells of the sheet in sight that pasting will move.
    pub fn cut_range(&self) -> Option<CellRange> {
        self.cut.as_ref().filter(|cut| cut.sheet == self.sheet).map(|cut| cut.range)
    }

    pub(super) fn cut(&mut self) -> Changes {
        self.cut = None;
        let computed = self.selected_cells().into_iter().find_map(|at| match self.grid.cell(at) {
            Some(Cell::Computed(path)) => Some(path),
            _ => None,
        });
        if let Some(path) = computed {
            return Changes::say(format!("Nothing cut. {path} is computed and cannot be moved."));
        }
        let paths = self.selected_inputs();
        // What is moved goes on meaning what it meant: names that hang on the column are written in full.
        let moved = |path: &Path| ClipCell { formula: self.formula_in_full(path), ..self.clip_cell(path) };
        let Some(clip) = self.clip_of(&moved).filter(|_| !paths.is_empty()) else {
            return Changes::say("There is nothing to cut here");
        };
        let said =
            format!("{} marked; pasting moves {}", cells(paths.len()), if paths.len() == 1 { "it" } else { "them" });
        self.cut = Some(Cut { sheet: self.sheet, range: self.selected_range(), clip, paths });
        Changes { selection: true, say: Some(said), ..Changes::default() }
    }
}

/// So many cells, in words.
pub(super) fn cells(count: usize) -> String {
    if count == 1 { "1 cell".into() } else { format!("{count} cells") }
}
