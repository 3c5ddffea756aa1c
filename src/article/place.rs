//! Where in the product a statement of the article lives.

/// A place one can go to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The cell of an input, by its path.
    Input(&'static str),
    /// Another part of the screen.
    View(View),
}

/// A part of the screen other than a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    /// The article's use cases × alternatives.
    Matrix,
    /// Statements, corrections and references.
    Sources,
    /// The equations of the model.
    Equations,
    /// The warnings beside the results.
    Warnings,
    /// The chart of cumulative cost.
    Cumulative,
    /// The chart of each month's cost.
    Monthly,
    /// The chart of memory per idle task and connection.
    Memory,
    /// The chart of what a rewrite costs.
    Rewrite,
    /// The starter plans.
    Gallery,
    /// Two alternatives side by side.
    Pair,
}

impl View {
    /// What the view is called.
    pub fn word(self) -> &'static str {
        match self {
            Self::Matrix => "Use cases × alternatives",
            Self::Sources => "Sources",
            Self::Equations => "Equations",
            Self::Warnings => "Warnings",
            Self::Cumulative => "Cumulative cost",
            Self::Monthly => "Monthly cost",
            Self::Memory => "Memory",
            Self::Rewrite => "Cost of a rewrite",
            Self::Gallery => "Starter plans",
            Self::Pair => "Two alternatives",
        }
    }
}

/// The cell at `path`, as the tables write it.
pub(super) const fn input(path: &'static str) -> Option<Place> {
    Some(Place::Input(path))
}

/// A view, as the tables write it.
pub(super) const fn view(view: View) -> Option<Place> {
    Some(Place::View(view))
}

/// No place: the statement had no use.
pub(super) const NOWHERE: Option<Place> = None;
