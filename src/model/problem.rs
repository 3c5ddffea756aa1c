//! What is wrong with a plan or with an edit, in one sentence that names the cell.

use super::Path;
use crate::formula::seen;

/// Of a place so many characters are shown: enough for any that can be, not for any that a file may make up.
const MOST_OF_PATH: usize = 200;

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
            Some(path) => write!(f, "{}: {}.", seen(path.as_str(), MOST_OF_PATH), self.message),
            None => write!(f, "{}.", self.message),
        }
    }
}

impl std::error::Error for Problem {}

/// The problems that were found, the first ones only: who needs no more stops there.
#[derive(Debug)]
pub struct Problems {
    found: Vec<Problem>,
    most: usize,
}

impl Problems {
    /// None yet; room for so many.
    pub fn up_to(most: usize) -> Self {
        Self { found: Vec::new(), most }
    }

    /// Takes one more, if there is room.
    pub fn add(&mut self, problem: Problem) {
        if !self.is_full() {
            self.found.push(problem);
        }
    }

    /// The value, or nothing and one problem more.
    pub fn take<T>(&mut self, result: Result<T, Problem>) -> Option<T> {
        result.map_err(|problem| self.add(problem)).ok()
    }

    /// How many more there is room for.
    pub fn room(&self) -> usize {
        self.most.saturating_sub(self.found.len())
    }

    /// Whether there is room for no more: looking on is of no use.
    pub fn is_full(&self) -> bool {
        self.room() == 0
    }

    /// Whether none was found.
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether this very problem is among them.
    pub fn contains(&self, problem: &Problem) -> bool {
        self.found.contains(problem)
    }

    /// In the order in which they were found.
    pub fn into_list(self) -> Vec<Problem> {
        self.found
    }

    /// Nothing, or the first one.
    ///
    /// # Errors
    /// A problem was found.
    pub fn first(self) -> Result<(), Problem> {
        self.found.into_iter().next().map_or(Ok(()), Err)
    }
}
