//! What the page draws besides the cells: the selection as a rectangle, figures about it, finds, and the formula that is
//! being typed.

use std::ops::Range;

use super::Session;
use crate::sheet::{CellRange, CellRef, Clip, ClipCell};

/// Figures about the selected cells that hold numbers, as text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Statistics {
    /// How many cells hold something.
    pub count: usize,
    /// Name and text of each figure, such as `Sum` and `15`; none where no cell holds a number.
    pub figures: Vec<(&'static str, String)>,
}

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

/// A name or function that may be meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// What is put into the text.
    pub name: String,
    /// What it is.
    pub help: String,
}

/// A name in the formula that is being typed, and the cells it means.
#[derive(Debug, Clone, PartialEq)]
pub struct Colored {
    /// The bytes of the text.
    pub span: Range<usize>,
    /// The number of its colour, from 0; the same name has the same colour.
    pub color: usize,
    /// The cells of the sheet in sight that it means.
    pub cells: Vec<CellRef>,
}

impl Session {
    /// The selected cells; one at least.
    pub fn selected_range(&self) -> CellRange {
        CellRange::of(self.selection(), self.selection())
    }

    /// The cells of the sheet in sight that pasting will move.
    pub fn cut_range(&self) -> Option<CellRange> {
        None
    }

    /// Figures about the selection.
    pub fn statistics(&self) -> Statistics {
        Statistics::default()
    }

    /// The selected cells for the clipboard.
    pub fn copied(&self) -> Option<Clip> {
        let text = self.selected_text()?;
        Some(Clip { rows: vec![vec![ClipCell { text, formula: None }]] })
    }

    /// What the search has found, while there is one.
    pub fn found(&self) -> Option<&Found> {
        None
    }

    /// How many rows of the sheet in sight are hidden.
    pub fn hidden_rows(&self) -> usize {
        0
    }

    /// Why the last paste was refused, while the cells that fit can still be taken.
    pub fn refused_paste(&self) -> Option<&str> {
        None
    }

    /// What may be meant at the caret of the formula that is being typed, and which of it is marked.
    pub fn suggestions(&self) -> (Vec<Suggestion>, Option<usize>) {
        (Vec::new(), None)
    }

    /// The names in the formula that is being typed.
    pub fn colored(&self) -> Vec<Colored> {
        Vec::new()
    }
}
