//! A cell as it is seen: its text, its state, and everything there is to say about it.

use super::Session;
use crate::model::{Path, Plan, Value};
use crate::sheet::{Address, Cell, CellRef, ERROR, Provenance, choices, provenance, range_text, show_text};

/// What results show while any does: nothing follows from such a plan.
const ABSENT: &str = "–";

/// A cell as it is seen.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct CellView {
    /// The path of the input or result; empty for a blank cell.
    pub path: String,
    /// What the cell shows.
    pub text: String,
    /// Whether it can be changed.
    pub editable: bool,
    /// Whether it is a number.
    pub numeric: bool,
    /// Whether the value is a range, and shows its middle.
    pub range: bool,
    /// Whether the value follows from a formula.
    pub formula: bool,
    /// Why the formula comes to nothing.
    pub problem: Option<String>,
    /// The grade of a default: M, P, S, V or A.
    pub grade: Option<&'static str>,
    /// The user's own value.
    pub yours: bool,
    /// Whether there is a remark on it.
    pub note: bool,
    /// What the base holds, where a scenario overrides it.
    pub overridden: Option<String>,
}

impl Session {
    /// The cells of a row, in the order of the columns.
    pub fn row_view(&self, row: usize) -> Vec<CellView> {
        let columns = self.grid.rows.get(row).map_or(0, |row| row.cells.len());
        (0..columns).map(|column| self.cell_view(CellRef { row, column })).collect()
    }

    /// The cell at a place.
    pub fn cell_view(&self, at: CellRef) -> CellView {
        match self.grid.cell(at) {
            Some(Cell::Input(path)) => self.input_view(path),
            Some(Cell::Computed(path)) => {
                CellView { path: path.to_string(), text: self.result_of(path), numeric: true, ..CellView::default() }
            }
            Some(Cell::Blank) | None => CellView::default(),
        }
    }

    /// What the cell of an input shows.
    pub(super) fn cell_text(&self, path: &Path) -> String {
        self.input_view(path).text
    }

    fn input_view(&self, path: &Path) -> CellView {
        let look = self.look(path);
        let (plan, own) = (look.plan, &look.path);
        let (Some(input), Some(value)) = (plan.input(own), plan.value(own)) else {
            return CellView::default();
        };
        let problem = plan.faults().get(own.as_str()).cloned();
        let provenance = self.provenance_of(path);
        CellView {
            path: path.to_string(),
            text: if problem.is_some() { ERROR.into() } else { show_text(plan, input, &value) },
            formula: plan.formulas().get(own.as_str()).is_some(),
            problem,
            editable: true,
            numeric: input.kind.unit().is_some(),
            range: matches!(value, Value::Range(_)),
            grade: provenance.as_ref().and_then(Provenance::letter),
            yours: matches!(provenance, Some(Provenance::Yours(_))),
            note: self.document.notes.get(own.as_str()).is_some(),
            overridden: self.overridden(&look).map(|_| self.base_text(own)),
        }
    }

    /// What the base shows of an input.
    fn base_text(&self, path: &Path) -> String {
        shown(&self.document, path)
    }

    pub(super) fn result_of(&self, path: &Path) -> String {
        let look = self.look(path);
        if !look.plan.faults().is_empty() {
            return ABSENT.into();
        }
        self.compared(&look).unwrap_or_else(|| self.result_text(&look))
    }

    /// Where the selected value comes from; none for results.
    pub fn selected_provenance(&self) -> Option<Provenance> {
        self.provenance_of(self.selected_input()?)
    }

    /// Nobody asks where the name of a scenario comes from.
    fn provenance_of(&self, path: &Path) -> Option<Provenance> {
        let look = self.look(path);
        let is_named = look.path.as_str().starts_with("scenarios.") || look.path.as_str() == "title";
        provenance(look.plan, &self.defaults, &look.path).filter(|_| !is_named)
    }

    /// What the selected input can be reset to: in a scenario what the base holds, in the base its default; none where it
    /// holds that.
    pub fn selected_default(&self) -> Option<String> {
        let look = self.look(self.selected_input()?);
        if look.case.scenario().is_some() {
            return self.overridden(&look).map(|_| self.base_text(&look.path));
        }
        match self.selected_provenance()? {
            Provenance::Yours(Some(default)) => Some(show_text(look.plan, look.plan.input(&look.path)?, &default)),
            _ => None,
        }
    }

    /// The range that an input holds, in words.
    fn shape_of(&self, path: &Path) -> Option<String> {
        match self.look(path).content()? {
            Value::Range(range) => Some(range_text::words(range, self.style_of(path))),
            _ => None,
        }
    }

    /// The range that the selected cell holds, in words: its shape, ends and middle.
    pub fn selected_shape(&self) -> Option<String> {
        self.shape_of(self.selected_input()?)
    }

    /// Everything the tooltip of a cell says.
    pub fn tooltip(&self, at: CellRef) -> String {
        let Some(row) = self.grid.rows.get(at.row) else { return String::new() };
        let mut parts = vec![row.help.clone()];
        if let Some(Cell::Input(path)) = self.grid.cell(at) {
            // Where a row is a thing, the help belongs to the column's input.
            let look = self.look(path);
            let (plan, own) = (look.plan, &look.path);
            if row.help.is_empty() {
                parts.extend(plan.input(own).map(|input| input.help().to_owned()));
            }
            parts.extend(plan.input(own).and_then(|input| choices(plan, input)));
            if let Some(reason) = plan.faults().get(own.as_str()) {
                parts.push(format!("Error: {reason}."));
            }
            if self.overridden(&look).is_some() {
                let name = self.name_of_case(&look.case);
                parts.push(format!("Overridden in “{name}”; the base has {}.", self.base_text(own)));
            }
            if let Some(formula) = plan.formulas().get(own.as_str()) {
                parts.push(formula.to_owned());
            }
            parts.extend(self.shape_of(path).map(|shape| format!("A range: {shape}. The middle counts.")));
            match self.provenance_of(path) {
                Some(Provenance::Yours(Some(default))) => {
                    let text = plan.input(own).map_or_else(String::new, |input| show_text(plan, input, &default));
                    parts.push(format!("Yours; the default is {text}."));
                }
                Some(provenance) => parts.push(provenance.words()),
                None => {}
            }
        }
        let path = self.grid.cell(at).and_then(Cell::path).map(|path| Address::of(path).path);
        if let Some(note) = path.and_then(|path| self.document.notes.get(path.as_str())) {
            let source = if note.source.is_empty() { String::new() } else { format!(" ({})", note.source) };
            parts.push(format!("Note: {}{source}", note.text));
        }
        parts.retain(|part| !part.is_empty());
        parts.join("\n")
    }

    /// Row and column of an input, as its name in announcements: "Weight, Throughput".
    pub(super) fn name_of(&self, path: &Path) -> String {
        let found = self.grid.find(path);
        let row = found.and_then(|at| self.grid.rows.get(at.row));
        let column = found.and_then(|at| self.grid.columns.get(at.column));
        match (row, column) {
            (Some(row), Some(column)) if column.label != "All" => format!("{}, {}", row.label, column.label),
            (Some(row), _) => row.label.clone(),
            _ => {
                let look = self.look(path);
                look.plan.input(&look.path).map_or_else(|| path.to_string(), |input| input.label.to_owned())
            }
        }
    }

    /// The input and its value in words.
    pub(super) fn describe(&self, path: &Path) -> String {
        format!("{}: {}", self.name_of(path), self.cell_text(path))
    }

    /// The accessible name of the selected cell: where it is, what it holds, what may be done.
    pub fn selected_label(&self) -> String {
        let at = self.selection();
        let view = self.cell_view(at);
        let row = self.grid.rows.get(at.row);
        let label = row.map_or("", |row| row.label.as_str());
        let column = self.grid.columns.get(at.column).map_or("", |column| column.label.as_str());
        let unit = row.map_or("", |row| row.unit.as_str());
        // A share is shown with its sign.
        let unit = if view.text.ends_with('%') { unit.trim_start_matches('%').trim_start() } else { unit };
        let state = match self.selected() {
            Cell::Blank => "blank",
            Cell::Computed(_) => "computed",
            Cell::Input(_) if view.problem.is_some() => "has an error",
            Cell::Input(_) if view.overridden.is_some() => "overridden",
            Cell::Input(_) if view.formula => "formula",
            Cell::Input(_) if view.yours => "yours",
            Cell::Input(_) => "default",
        };
        let note = if view.note { ", with a note" } else { "" };
        let base = view.overridden.map_or(String::new(), |base| format!(", the base has {base}"));
        format!("{label}, {column}: {} {unit}, {state}{base}{note}", view.text)
    }
}

/// What a plan's cell shows of an input.
fn shown(plan: &Plan, path: &Path) -> String {
    let (Some(input), Some(value)) = (plan.input(path), plan.value(path)) else { return String::new() };
    show_text(plan, input, &value)
}
