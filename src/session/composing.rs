//! A formula being typed: which cell it is for, choosing the cells it names by arrows and clicks, also on other sheets.

use std::ops::Range;

use super::{Changes, Direction, Edge, Mode, Session};
use crate::formula::{TokenKind, tokens};
use crate::model::{Names, Path};
use crate::sheet::{Address, Cell, CellRange, CellRef, SheetId};

/// Most cells that one gesture puts into a formula.
const MOST_POINTED: usize = 50;

/// What there is to know while a cell is being edited, besides its text.
#[derive(Debug, Clone, Default)]
pub(super) struct Composing {
    /// The cell's input and its sheet.
    cell: Option<(SheetId, Path)>,
    pointing: Option<Pointing>,
    pub(super) suggestions: Vec<super::Suggestion>,
    pub(super) marked: Option<usize>,
}

/// The cells that are being chosen, and where their names stand in the text.
#[derive(Debug, Clone)]
struct Pointing {
    span: Range<usize>,
    anchor: CellRef,
    head: CellRef,
    /// What the keyboard meant before, and means again once something is typed.
    mode: Mode,
}

impl Session {
    /// The input that is being edited, or else the selected one.
    pub fn edited_input(&self) -> Option<&Path> {
        match &self.composing.cell {
            Some((_, path)) => Some(path),
            None => self.selected_input(),
        }
    }

    /// The sheet and input that are being edited, while another sheet is in sight.
    pub fn edited_elsewhere(&self) -> Option<(SheetId, &Path)> {
        let (sheet, path) = self.composing.cell.as_ref()?;
        (*sheet != self.sheet).then_some((*sheet, path))
    }

    /// The cells that are being chosen for a formula, if any are.
    pub fn pointed(&self) -> Option<CellRange> {
        self.composing.pointing.as_ref().map(|pointing| CellRange::of(pointing.anchor, pointing.head))
    }

    /// Remembers which cell is edited, when that begins.
    pub(super) fn begin_composing(&mut self) {
        if self.composing.cell.is_none() {
            self.composing.cell = self.selected_input().cloned().map(|path| (self.sheet, path));
        }
    }

    /// Forgets it, and goes back to its sheet.
    pub(super) fn end_composing(&mut self) -> Changes {
        let composing = std::mem::take(&mut self.composing);
        match composing.cell {
            Some((sheet, _)) if sheet != self.sheet => Changes { say: None, ..self.open_sheet(sheet) },
            _ => Changes::default(),
        }
    }

    fn is_formula(&self) -> bool {
        self.mode != Mode::Ready && self.draft.text.starts_with('=')
    }

    /// Whether a name could stand at the caret: behind `=`, an operator, a bracket or a separator; or one is being chosen.
    pub(super) fn can_point(&self) -> bool {
        if !self.is_formula() {
            return false;
        }
        if self.composing.pointing.is_some() {
            return true;
        }
        let before = self.draft.text.get(..self.draft.caret).unwrap_or("");
        let names = Names::of(self.plan());
        let last = tokens(before, &|name| names.is_known(name)).pop();
        match last {
            None => before.trim() == "=",
            Some(token) => match token.kind {
                TokenKind::Open | TokenKind::Separator => true,
                TokenKind::Operator => before.get(token.span) != Some("%"),
                _ => false,
            },
        }
    }

    /// The same for the arrow keys, which move in the text while it is edited.
    pub(super) fn arrows_point(&self) -> bool {
        self.mode == Mode::Point || (self.mode == Mode::Enter && self.can_point())
    }

    /// Puts the name of a cell where the formula waits for one.
    pub(super) fn point(&mut self, at: CellRef) -> Changes {
        self.point_from(at, at)
    }

    /// The name of the cell beside the one that is named, or beside the edited one.
    pub(super) fn point_step(&mut self, direction: Direction) -> Changes {
        self.neighbour(self.pointed_head(), direction).map_or_else(Changes::default, |at| self.point(at))
    }

    /// The names of all cells up to this one.
    pub(super) fn point_to(&mut self, at: CellRef) -> Changes {
        let anchor = self.composing.pointing.as_ref().map_or(at, |pointing| pointing.anchor);
        self.point_from(anchor, at)
    }

    /// The names of one more row or column of cells.
    pub(super) fn point_extend(&mut self, direction: Direction) -> Changes {
        self.neighbour(self.pointed_head(), direction).map_or_else(Changes::default, |at| self.point_to(at))
    }

    /// The name of a cell at a far place.
    pub(super) fn point_jump(&mut self, edge: Edge) -> Changes {
        self.place_of(self.pointed_head(), edge).map_or_else(Changes::default, |at| self.point(at))
    }

    /// The names of all cells up to a far place.
    pub(super) fn point_extend_to(&mut self, edge: Edge) -> Changes {
        self.place_of(self.pointed_head(), edge).map_or_else(Changes::default, |at| self.point_to(at))
    }

    /// The cell that was chosen last, or else the one that is edited.
    fn pointed_head(&self) -> CellRef {
        self.composing.pointing.as_ref().map_or_else(|| self.selection(), |pointing| pointing.head)
    }

    /// Brings another sheet in sight, whose cells can be named then.
    pub(super) fn point_on(&mut self, sheet: SheetId) -> Changes {
        // What was chosen stays, and the next choice takes its place.
        if let Some(pointing) = &mut self.composing.pointing {
            (pointing.anchor, pointing.head) = (CellRef::default(), CellRef::default());
        }
        Changes { draft: true, ..self.open_sheet(sheet) }
    }

    /// The caret has been moved in the text.
    pub(super) fn place_caret(&mut self, caret: usize) -> Changes {
        if self.mode == Mode::Ready || caret == self.draft.caret || !self.draft.text.is_char_boundary(caret) {
            return Changes::default();
        }
        self.draft.caret = caret;
        self.end_pointing();
        self.look_for_suggestions();
        Changes { draft: true, ..Changes::default() }
    }

    pub(super) fn point_from(&mut self, anchor: CellRef, head: CellRef) -> Changes {
        let names = match self.names_of(CellRange::of(anchor, head)) {
            Ok(names) => names,
            Err(sentence) => return Changes::say(sentence),
        };
        let (mode, span) = match &self.composing.pointing {
            Some(pointing) => (pointing.mode, pointing.span.clone()),
            None => (self.mode, self.draft.caret..self.draft.caret),
        };
        let end = span.start + names.len();
        if self.draft.text.get(span.clone()).is_none() {
            return Changes::default();
        }
        self.draft.text.replace_range(span.clone(), &names);
        self.draft.caret = end;
        self.draft.problem = None;
        self.mode = Mode::Point;
        self.composing.pointing = Some(Pointing { span: span.start..end, anchor, head, mode });
        self.forget_suggestions();
        Changes { draft: true, selection: true, say: Some(names), ..Changes::default() }
    }

    /// The names of all inputs of a rectangle, as they are written in the edited cell.
    fn names_of(&self, range: CellRange) -> Result<String, &'static str> {
        let Some(at) = self.edited_input() else { return Err("There is no cell to put a name into") };
        let look = self.look(at);
        let mut paths = Vec::new();
        let mut any_result = false;
        for row in range.first.row..=range.last.row {
            for column in range.first.column..=range.last.column {
                match self.grid.cell(CellRef { row, column }) {
                    Some(Cell::Input(path)) => {
                        let path = Address::of(path).path;
                        if path == look.path && range.is_cell() {
                            return Err("A formula names inputs of its own column, and this is its own cell");
                        }
                        // The same input in several columns is one: a name means that of the formula's own column.
                        if !paths.contains(&path) {
                            paths.push(path);
                        }
                    }
                    Some(Cell::Computed(_)) => any_result = true,
                    Some(Cell::Blank) | None => {}
                }
            }
        }
        let names = Names::of(look.plan);
        match paths.as_slice() {
            [] if any_result => Err("Results follow from formulas, so a formula cannot name one"),
            [] => Err("There is nothing to name here"),
            [path] => Ok(names.shortest(path, &look.path)),
            several => match pattern(&names, several) {
                Some(pattern) => Ok(pattern),
                None if several.len() > MOST_POINTED => Err("A formula names at most 50 cells at once"),
                None => Ok(several.iter().map(|path| names.shortest(path, &look.path)).collect::<Vec<_>>().join(", ")),
            },
        }
    }

    /// Something is typed: what was chosen stays in the text.
    pub(super) fn end_pointing(&mut self) {
        if let Some(pointing) = self.composing.pointing.take() {
            self.mode = pointing.mode;
        }
    }
}

/// The pattern that means just these inputs, if one does.
fn pattern(names: &Names, paths: &[Path]) -> Option<String> {
    let first = paths.first()?;
    let steps = first.steps();
    let with_star = |star: usize| {
        let step = |(index, step): (usize, &&str)| if index == star { "*".to_owned() } else { (*step).to_owned() };
        steps.iter().enumerate().map(step).collect::<Vec<_>>().join(".")
    };
    (1..steps.len()).map(with_star).find(|pattern| {
        names.resolve(pattern, first).is_ok_and(|meant| {
            let (mut meant, mut wanted) = (meant.to_vec(), paths.to_vec());
            meant.sort();
            wanted.sort();
            meant == wanted
        })
    })
}
