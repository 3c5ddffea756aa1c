//! Formulas as in a spreadsheet: `=SUM(criteria.*.weight) / COUNT(criteria.*.weight)`.
//!
//! A formula knows nothing of plans: it names what it refers to, and whoever evaluates it gives the values.
//!
//! Grammar and results are Excel's, save for the names, which are paths. What binds tightest comes first: brackets,
//! `%` behind a value, signs (so `-2^2` is 4), `^` (from left to right, so `2^3^2` is 64), `*` and `/`, `+` and `-`,
//! `&`, comparisons.

mod evaluate;
mod functions;
mod parse;
mod quote;
mod scalar;
mod token;

use std::ops::Range;
use std::sync::Arc;

pub use functions::{Function, functions};
pub use quote::{quoted, seen};
pub use scalar::Scalar;
pub use token::{Token, TokenKind, tokens};

/// A formula that can be evaluated. A clone costs nothing; two are equal when their texts are.
#[derive(Debug, Clone)]
pub struct Formula(Arc<Parsed>);

#[derive(Debug)]
struct Parsed {
    text: String,
    expression: parse::Expression,
    references: Vec<Reference>,
}

impl PartialEq for Formula {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text()
    }
}

/// A place in a formula where a cell is named, or several by a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The name as typed: steps with dots between them.
    pub name: String,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

impl Reference {
    /// Whether a step is `*`, so that it stands for any number of cells.
    pub fn is_pattern(&self) -> bool {
        self.name.contains('*')
    }
}

/// Why a text is no formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// A sentence without its final stop.
    pub message: String,
    /// Where in the text, in bytes: the beginning of the piece it is about.
    pub at: usize,
}

impl Formula {
    /// Reads a text that begins with `=`. See [`tokens`] for `known`; a name that is not known is no fault here.
    ///
    /// # Errors
    /// What is wrong, and where.
    pub fn parse(text: &str, known: &dyn Fn(&str) -> bool) -> Result<Self, Fault> {
        let (expression, references) = parse::parse(text, known)?;
        Ok(Self(Arc::new(Parsed { text: text.to_owned(), expression, references })))
    }

    /// The text as typed, with its `=`.
    pub fn text(&self) -> &str {
        &self.0.text
    }

    /// Every place where something is named, in the order of the text.
    pub fn references(&self) -> &[Reference] {
        &self.0.references
    }

    /// The text with other names. `rename` gives the new name of a reference by its place in [`Self::references`], or
    /// nothing to leave it. All else stays as typed.
    pub fn with_names(&self, rename: &mut dyn FnMut(usize) -> Option<String>) -> String {
        let mut text = String::with_capacity(self.text().len());
        let mut done = 0;
        for (index, reference) in self.references().iter().enumerate() {
            let Some(name) = rename(index) else { continue };
            text.push_str(self.text().get(done..reference.span.start).unwrap_or_default());
            text.push_str(&name);
            done = reference.span.end;
        }
        text.push_str(self.text().get(done..).unwrap_or_default());
        text
    }

    /// The value. `read` gives the values of a reference by its place in [`Self::references`]: one of a cell, any number
    /// of a pattern. It is not asked for what a condition rules out. Numbers are finite.
    ///
    /// # Errors
    /// A sentence without its final stop; a fault of `read` when nothing catches it.
    pub fn evaluate(&self, read: &mut dyn FnMut(usize) -> Result<Vec<Scalar>, String>) -> Result<Scalar, String> {
        evaluate::evaluate(&self.0.expression, &self.0.references, read)
    }
}
