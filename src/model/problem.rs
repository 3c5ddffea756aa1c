//! What is wrong with a plan or with an edit, in one sentence that names the cell.

use super::Path;

/// A refusal. Nothing was changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The input it is about, where it is about one.
    pub path: Option<Path>,
    /// What is wrong and what was expected; a sentence without its final stop.
    pub message: String,
}

impl Problem {
    /// A problem whose place is not yet known.
    pub fn new(message: impl Into<String>) -> Self {
        Self { path: None, message: message.into() }
    }

    /// A problem of the input at `path`.
    pub fn at(path: impl Into<Path>, message: impl Into<String>) -> Self {
        Self { path: Some(path.into()), message: message.into() }
    }

    /// The same problem, placed at `path` unless it already has a place.
    pub fn or_at(mut self, path: &Path) -> Self {
        self.path.get_or_insert_with(|| path.clone());
        self
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.path {
            Some(path) => write!(f, "{path}: {}.", self.message),
            None => write!(f, "{}.", self.message),
        }
    }
}

impl std::error::Error for Problem {}
