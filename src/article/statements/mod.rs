//! The 102 statements of the article, in its order: what it says in our words, what became of it, and how far it holds.

mod cost;
mod execution;
mod languages;
mod market;
mod opening;
mod use_cases;

use super::place::Place;

/// One statement of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// Its number, S001 to S102.
    pub id: &'static str,
    /// The line of the article that makes it.
    pub line: u16,
    /// What kind of thing it became.
    pub kind: Kind,
    /// What the article says, in our words.
    pub text: &'static str,
    /// What the product does with it.
    pub became: &'static str,
    /// How far it holds.
    pub verdict: &'static str,
    /// Where to see that.
    pub place: Option<Place>,
}

/// What a statement became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Something the user enters.
    Input,
    /// The default of an input.
    Default,
    /// A criterion, its scores or its weight.
    Criterion,
    /// A starter plan.
    Preset,
    /// A warning.
    Warning,
    /// A chart.
    Chart,
    /// A part of the model.
    Mechanism,
    /// A claim that is computed for the user's plan.
    Check,
    /// A text, or nothing.
    Text,
}

impl Kind {
    /// The kind in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Input => "input",
            Self::Default => "default",
            Self::Criterion => "criterion",
            Self::Preset => "starter plan",
            Self::Warning => "warning",
            Self::Chart => "chart",
            Self::Mechanism => "mechanism",
            Self::Check => "check",
            Self::Text => "text",
        }
    }
}

/// A part of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is about.
    pub title: &'static str,
    /// Its statements.
    pub statements: &'static [Statement],
}

/// The parts of the article, in its order.
pub static PARTS: [Part; 6] = [
    Part { title: "Opening", statements: opening::STATEMENTS },
    Part { title: "How each language executes", statements: execution::STATEMENTS },
    Part { title: "Performance of each language", statements: languages::STATEMENTS },
    Part { title: "Ecosystem and hiring", statements: market::STATEMENTS },
    Part { title: "Use cases", statements: use_cases::STATEMENTS },
    Part { title: "Cost of the wrong choice", statements: cost::STATEMENTS },
];

/// All statements, in the order of the article.
pub fn statements() -> impl Iterator<Item = &'static Statement> {
    PARTS.iter().flat_map(|part| part.statements)
}

/// A table of statements: number, line, kind, place; what the article says; what became of it; how far it holds.
macro_rules! table {
    ($($id:literal, $line:literal, $kind:ident, $place:expr; $text:literal; $became:literal; $verdict:literal;)*) => {
        &[$($crate::article::Statement {
            id: $id,
            line: $line,
            kind: $crate::article::Kind::$kind,
            text: $text,
            became: $became,
            verdict: $verdict,
            place: $place,
        },)*]
    };
}

use table;
