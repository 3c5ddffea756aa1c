//! Columns, rows and cells of a sheet. A cell names an input or a result by its path; it holds no value.

use super::compare::Comparison;
use super::{compare, criteria, people, profiles, workload};
use crate::model::{Input, Path, Plan, Record};

/// The sheets, in the order of their tabs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SheetId {
    /// Weights and scores.
    Criteria,
    /// Traffic, machines and prices.
    Workload,
    /// People, hiring, rewrite and money.
    Team,
    /// Languages and frameworks.
    Profiles,
    /// The base and its scenarios side by side.
    Compare,
}

impl SheetId {
    /// The sheets on which the inputs stand, in the order of their tabs.
    pub const ALL: [Self; 4] = [Self::Criteria, Self::Workload, Self::Team, Self::Profiles];
    /// The same and the one behind them, on which they stand once more for each scenario.
    pub const TABS: [Self; 5] = [Self::Criteria, Self::Workload, Self::Team, Self::Profiles, Self::Compare];

    /// The tab's label.
    pub fn label(self) -> &'static str {
        match self {
            Self::Criteria => "Criteria",
            Self::Workload => "Workload",
            Self::Team => "Team",
            Self::Profiles => "Profiles",
            Self::Compare => "Compare",
        }
    }

    /// The sheet `step` tabs further, if there is one.
    pub fn neighbour(self, step: isize) -> Option<Self> {
        let index = Self::TABS.iter().position(|sheet| *sheet == self)?;
        Self::TABS.get(index.checked_add_signed(step)?).copied()
    }

    /// The sheet on which the input at `path` stands.
    pub fn of(path: &Path) -> Self {
        match *path.steps().as_slice() {
            ["groups" | "criteria", ..] => Self::Criteria,
            ["alternatives", _, "team" | "rewrite", ..] => Self::Team,
            ["workload" | "alternatives", ..] => Self::Workload,
            ["profiles", ..] => Self::Profiles,
            ["scenarios" | "base", ..] => Self::Compare,
            _ => Self::Team,
        }
    }
}

/// A place in a sheet: row and column, counted from 0 without the headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellRef {
    /// Row.
    pub row: usize,
    /// Column.
    pub column: usize,
}

/// A rectangle of places; both corners belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CellRange {
    /// The corner at the top left.
    pub first: CellRef,
    /// The corner at the bottom right.
    pub last: CellRef,
}

impl CellRange {
    /// The smallest rectangle with both places in it.
    pub fn of(one: CellRef, other: CellRef) -> Self {
        let corner = |pick: fn(usize, usize) -> usize| CellRef {
            row: pick(one.row, other.row),
            column: pick(one.column, other.column),
        };
        Self { first: corner(usize::min), last: corner(usize::max) }
    }

    /// Whether it is a single cell.
    pub fn is_cell(self) -> bool {
        self.first == self.last
    }

    /// Whether a place lies in it.
    pub fn contains(self, at: CellRef) -> bool {
        (self.first.row..=self.last.row).contains(&at.row)
            && (self.first.column..=self.last.column).contains(&at.column)
    }
}

/// What stands in a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing, ever.
    Blank,
    /// An input of the plan.
    Input(Path),
    /// A result of the evaluation.
    Computed(Path),
}

impl Cell {
    /// The path of the input or result.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Blank => None,
            Self::Input(path) | Self::Computed(path) => Some(path),
        }
    }
}

/// A column and its header.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// What it is called.
    pub label: String,
    /// The colour of its alternative.
    pub color: Option<String>,
}

impl Column {
    /// A column that belongs to no alternative.
    pub fn plain(label: &str) -> Self {
        Self { label: label.into(), color: None }
    }

    /// A column of one input in every row, with its unit.
    pub fn of(input: &Input, plan: &Plan) -> Self {
        match input.kind.unit().map(|unit| super::unit_label(unit, plan)).filter(|unit| !unit.is_empty()) {
            Some(unit) => Self::plain(&format!("{}, {unit}", input.label)),
            None => Self::plain(input.label),
        }
    }

    /// One column for each alternative.
    pub fn alternatives(plan: &Plan) -> impl Iterator<Item = Self> {
        plan.alternatives.iter().map(|a| Self { label: a.name.clone(), color: Some(a.color.clone()) })
    }
}

/// What a row is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// A title over the rows that follow; the keyboard passes it by.
    Heading,
    /// Inputs.
    Entry,
    /// A group of criteria with its own weight.
    Group,
    /// Results only.
    Result,
}

/// A row and its header.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is for.
    pub kind: RowKind,
    /// What it is called.
    pub label: String,
    /// The unit of its cells, where they share one.
    pub unit: String,
    /// One or two sentences on what it means.
    pub help: String,
    /// One for each column; none in a heading.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A title over the rows that follow.
    pub fn heading(label: &str, help: &str) -> Self {
        let (label, help) = (label.into(), help.into());
        Self { kind: RowKind::Heading, label, unit: String::new(), help, cells: Vec::new() }
    }

    /// A row of the inputs called `input` at these paths.
    pub fn entry(input: &Input, plan: &Plan, cells: Vec<Cell>) -> Self {
        let unit = input.kind.unit().map_or(String::new(), |unit| super::unit_label(unit, plan));
        Self { kind: RowKind::Entry, label: input.label.into(), unit, help: input.help().into(), cells }
    }

    /// A row of results, one for each alternative behind `blanks` empty cells.
    pub fn results(plan: &Plan, blanks: usize, label: &str, unit: &str, help: &str, result: &str) -> Self {
        let cell = |a: &crate::model::Alternative| {
            Cell::Computed(result.split('.').fold(Path::from("results").then(&a.id), |path, step| path.then(step)))
        };
        Self {
            kind: RowKind::Result,
            label: label.into(),
            unit: unit.into(),
            help: help.into(),
            cells: std::iter::repeat_n(Cell::Blank, blanks).chain(plan.alternatives.iter().map(cell)).collect(),
        }
    }
}

/// A sheet laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Behind the row headers.
    pub columns: Vec<Column>,
    /// Below the column headers.
    pub rows: Vec<Row>,
}

impl Grid {
    /// Lays a sheet of the plan out; the comparison in its default view.
    pub fn of(plan: &Plan, sheet: SheetId) -> Self {
        match sheet {
            SheetId::Criteria => criteria::grid(plan),
            SheetId::Workload => workload::grid(plan),
            SheetId::Team => people::grid(plan),
            SheetId::Profiles => profiles::grid(plan),
            SheetId::Compare => compare::grid(plan, &Comparison::default()),
        }
    }

    /// What stands at a place.
    pub fn cell(&self, at: CellRef) -> Option<&Cell> {
        self.rows.get(at.row)?.cells.get(at.column)
    }

    /// Where an input or result stands.
    pub fn find(&self, path: &Path) -> Option<CellRef> {
        self.rows.iter().enumerate().find_map(|(row, line)| {
            let column = line.cells.iter().position(|cell| cell.path() == Some(path))?;
            Some(CellRef { row, column })
        })
    }

    /// The first cell of the thing at `path`, or of the thing that an input without a cell belongs to.
    pub fn find_near(&self, path: &Path) -> Option<CellRef> {
        let below = |base: &Path| {
            let is_below = |cell: &Cell| {
                let rest = cell.path().and_then(|path| path.as_str().strip_prefix(base.as_str()));
                rest.is_some_and(|rest| rest.starts_with('.'))
            };
            self.rows.iter().enumerate().find_map(|(row, line)| {
                let column = line.cells.iter().position(is_below)?;
                Some(CellRef { row, column })
            })
        };
        // A thing has an id of its own, so what stands on no sheet leads no further up than to its thing.
        let mut base = path.clone();
        loop {
            if let Some(found) = below(&base) {
                return Some(found);
            }
            base = base.parent();
            if !base.as_str().contains('.') {
                return None;
            }
        }
    }

    /// Whether the keyboard can stand in this row.
    pub fn is_stop(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.kind != RowKind::Heading)
    }

    /// The nearest row from `row` on in the direction of `step` that is not a heading.
    pub fn next_stop(&self, row: usize, step: isize) -> Option<usize> {
        let mut row = row.checked_add_signed(step)?;
        while row < self.rows.len() && !self.is_stop(row) {
            row = row.checked_add_signed(step.signum())?;
        }
        (row < self.rows.len()).then_some(row)
    }

    /// The rows of a record whose inputs stand in the first column only, followed by `blanks` empty cells.
    pub(super) fn common_rows(
        plan: &Plan,
        base: &Path,
        record: &dyn Record,
        blanks: usize,
        names: &[&str],
    ) -> Vec<Row> {
        let row = |name: &&str| {
            let input = record.inputs().get(record.index_of(name)?)?;
            let path = base.then(input.name);
            let mut cells = vec![Cell::Input(path)];
            cells.extend(std::iter::repeat_n(Cell::Blank, blanks));
            Some(Row::entry(input, plan, cells))
        };
        names.iter().filter_map(row).collect()
    }

    /// The rows of inputs that every alternative has, behind one empty cell.
    pub(super) fn alternative_rows(plan: &Plan, inputs: &[Input], below: &str) -> Vec<Row> {
        let row = |input: &Input| {
            let cell = |a: &crate::model::Alternative| {
                let base = Path::from("alternatives").then(&a.id);
                let base = if below.is_empty() { base } else { base.then(below) };
                let path = base.then(input.name);
                if plan.input(&path).is_some() { Cell::Input(path) } else { Cell::Blank }
            };
            let cells = std::iter::once(Cell::Blank).chain(plan.alternatives.iter().map(cell)).collect();
            Row::entry(input, plan, cells)
        };
        inputs.iter().map(row).collect()
    }
}
