//! Every input that stands on a sheet: its value, how far to trust it, and where it comes from.

use super::grid::{Cell, Grid, RowKind, SheetId};
use super::provenance::{Provenance, provenance};
use super::{edit_text, show_text, unit_label};
use crate::article::notices;
use crate::model::{AS_OF, Grade, Path, Plan, Value};
use crate::starter::Defaults;

/// Whether a value is a default, and of which grade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A default.
    Default(Grade),
    /// The user's own.
    Yours,
}

impl Standing {
    /// All of them, the most trusted first.
    pub const ALL: [Self; 7] = [
        Self::Default(Grade::Measured),
        Self::Default(Grade::Primary),
        Self::Default(Grade::Secondary),
        Self::Default(Grade::Vendor),
        Self::Default(Grade::Assumption),
        Self::Default(Grade::Yours),
        Self::Yours,
    ];

    /// The text of the badge: a letter, `?` or `yours`.
    pub fn badge(self) -> &'static str {
        match self {
            Self::Default(grade) => grade.letter(),
            Self::Yours => "yours",
        }
    }

    /// The badge in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Default(grade) => grade.words(),
            Self::Yours => "your own number",
        }
    }

    /// Its bit in a set; 0 is the set of nothing.
    pub fn bit(self) -> u32 {
        Self::ALL.iter().position(|other| *other == self).map_or(0, |index| 1 << index)
    }
}

/// One input with everything there is to say of its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Sourced {
    /// Where it is.
    pub path: Path,
    /// The alternative, profile or column it belongs to; empty where there is one for all.
    pub of: String,
    /// The value as its cell shows it.
    pub value: String,
    /// Whether it is a default.
    pub standing: Standing,
    /// The month of the data, or else the day on which the default was looked up; empty for own values.
    pub as_of: String,
    /// Source, doubts and reason; of an own value, the default it replaced.
    pub note: String,
}

/// The inputs that share a row or, on the Profiles sheet, a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What they are called.
    pub label: String,
    /// What they are counted in, where they share a unit.
    pub unit: String,
    /// One for each alternative, profile or column.
    pub values: Vec<Sourced>,
}

/// A part of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// The sheet.
    pub sheet: SheetId,
    /// Its heading on the sheet; empty where the sheet has none.
    pub title: String,
    /// What must be said beside its numbers.
    pub sentences: Vec<&'static str>,
    /// Its inputs.
    pub lines: Vec<Line>,
}

/// The inputs of the plan that stand on a sheet, in the order of the sheets.
pub fn sourcing(plan: &Plan) -> Vec<Section> {
    let defaults = Defaults::of(plan.template.as_ref());
    let mut sections = Vec::new();
    for sheet in SheetId::ALL {
        add_sheet(plan, &defaults, sheet, &mut sections);
    }
    sections.retain(|section| !section.lines.is_empty());
    sections
}

fn add_sheet(plan: &Plan, defaults: &Defaults, sheet: SheetId, sections: &mut Vec<Section>) {
    let grid = Grid::of(plan, sheet);
    let mut section = Section { sheet, title: String::new(), sentences: Vec::new(), lines: Vec::new() };
    let mut thing = "";
    for row in &grid.rows {
        if matches!(row.kind, RowKind::Heading | RowKind::Group) {
            let next = Section { sheet, title: row.label.clone(), sentences: Vec::new(), lines: Vec::new() };
            sections.push(std::mem::replace(&mut section, next));
        }
        // What is below a criterion has no name without it.
        let part = row.label.strip_prefix("↳ ");
        if part.is_none() {
            thing = &row.label;
        }
        for (cell, column) in row.cells.iter().zip(&grid.columns) {
            let Cell::Input(path) = cell else { continue };
            let row_label = part.map_or_else(|| row.label.clone(), |part| format!("{thing}: {part}"));
            let column_label = if column.label == "All" { String::new() } else { column.label.clone() };
            let (label, of) = match sheet {
                SheetId::Profiles => (column_label, row_label),
                _ => (row_label, column_label),
            };
            let Some(sourced) = sourced(plan, defaults, path, of) else { continue };
            // The columns of the Profiles sheet have their units in their labels.
            let unit = plan.input(path).and_then(|input| input.kind.unit()).filter(|_| sheet != SheetId::Profiles);
            let unit = unit.map_or(String::new(), |unit| unit_label(unit, plan));
            for sentence in sentences(path) {
                if !section.sentences.contains(sentence) {
                    section.sentences.push(sentence);
                }
            }
            match section.lines.iter_mut().find(|line| line.label == label) {
                Some(line) => {
                    if line.unit != unit {
                        line.unit.clear();
                    }
                    line.values.push(sourced);
                }
                None => section.lines.push(Line { label, unit, values: vec![sourced] }),
            }
        }
    }
    sections.push(section);
}

fn sourced(plan: &Plan, defaults: &Defaults, path: &Path, of: String) -> Option<Sourced> {
    let (input, value) = (plan.input(path)?, plan.value(path)?);
    let provenance = provenance(plan, defaults, path)?;
    let range = match value {
        Value::Range(_) => format!(" The middle of {}.", edit_text(input, &value)),
        _ => String::new(),
    };
    let (standing, as_of, note) = match &provenance {
        Provenance::Default(source, _) => {
            let month = source.data.map(|(year, month)| format!("{year}-{month:02}"));
            (Standing::Default(source.grade), month.unwrap_or_else(|| AS_OF.into()), provenance.note())
        }
        Provenance::Yours(Some(default)) => {
            let default = show_text(plan, input, default);
            let grade = input.source.grade.letter();
            (Standing::Yours, String::new(), format!("The default is {default} ({grade}). {}", input.source.note))
        }
        Provenance::Yours(None) => (Standing::Yours, String::new(), "There is no default: you added it.".into()),
    };
    let note = format!("{note}{range}").trim().to_owned();
    Some(Sourced { path: path.clone(), of, value: show_text(plan, input, &value), standing, as_of, note })
}

/// What must stand beside an input (`model.md`, section 9).
fn sentences(path: &Path) -> &'static [&'static str] {
    match *path.steps().as_slice() {
        ["workload", "price_vcpu_hour"] => &[notices::PRICES],
        ["profiles", _, "overhead_ms"] => &[notices::BENCHMARKS],
        ["alternatives", _, "team", "salary"] => &[notices::SALARIES, notices::LICENCE],
        ["alternatives", _, "rewrite", "p"] => &[notices::REWRITE_PROBABILITY],
        _ => &[],
    }
}

/// How many inputs stand so, in the order of [`Standing::ALL`].
pub fn counts(sections: &[Section]) -> [usize; Standing::ALL.len()] {
    let mut counts = [0; Standing::ALL.len()];
    let values = sections.iter().flat_map(|section| &section.lines).flat_map(|line| &line.values);
    for value in values {
        for (count, standing) in counts.iter_mut().zip(Standing::ALL) {
            *count += usize::from(value.standing == standing);
        }
    }
    counts
}

/// What stands in one of the wanted ways (a set of [`Standing::bit`]s; none: any) and has all words of `text`,
/// in any case, somewhere in what there is to say of it.
pub fn matching(sections: &[Section], wanted: u32, text: &str) -> Vec<Section> {
    let text = text.to_ascii_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    let line_of = |section: &Section, line: &Line| {
        let matches = |value: &&Sourced| {
            let is_wanted = wanted == 0 || wanted & value.standing.bit() != 0;
            is_wanted && (words.is_empty() || has_words(section, line, value, &words))
        };
        let values: Vec<Sourced> = line.values.iter().filter(matches).cloned().collect();
        let found = !values.is_empty();
        found.then(|| Line { label: line.label.clone(), unit: line.unit.clone(), values })
    };
    let section_of = |section: &Section| {
        let lines: Vec<Line> = section.lines.iter().filter_map(|line| line_of(section, line)).collect();
        let (sheet, title, sentences) = (section.sheet, section.title.clone(), section.sentences.clone());
        let found = !lines.is_empty();
        found.then_some(Section { sheet, title, sentences, lines })
    };
    sections.iter().filter_map(section_of).collect()
}

fn has_words(section: &Section, line: &Line, value: &Sourced, words: &[&str]) -> bool {
    let mut all = section.sheet.label().to_owned();
    for part in [&section.title, &line.label, &value.of, &value.value, &value.note, value.path.as_str()] {
        all.push(' ');
        all.push_str(part);
    }
    all.make_ascii_lowercase();
    words.iter().all(|word| all.contains(word))
}
