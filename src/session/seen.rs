//! What the page draws of a formula while it is being typed.

use std::ops::Range;

use super::Session;
use crate::sheet::CellRef;

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
    /// What may be meant at the caret of the formula that is being typed, and which of it is marked.
    pub fn suggestions(&self) -> (Vec<Suggestion>, Option<usize>) {
        (Vec::new(), None)
    }

    /// The names in the formula that is being typed.
    pub fn colored(&self) -> Vec<Colored> {
        Vec::new()
    }
}
