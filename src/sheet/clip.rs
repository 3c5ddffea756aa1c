//! Blocks of cells on the clipboard.

/// One copied cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ClipCell {
    /// Its value as plain text, which reads back to the same value.
    pub text: String,
    /// The formula it holds, if any.
    pub formula: Option<String>,
}

/// A rectangle of copied cells, row by row. Rows may be ragged where they come from elsewhere.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Clip {
    /// The rows.
    pub rows: Vec<Vec<ClipCell>>,
}

impl Clip {
    /// Reads cells from text: tabs part cells, line ends part rows.
    pub fn from_tsv(text: &str) -> Self {
        let cell = |text| ClipCell { text, formula: None };
        Self { rows: super::tsv::parse(text).into_iter().map(|row| row.into_iter().map(cell).collect()).collect() }
    }
}
