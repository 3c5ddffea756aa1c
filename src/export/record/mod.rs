//! The decision record: what was asked, compared, found and decided, as a document without a format. The page and the
//! Markdown file draw the same blocks.

mod asked;
mod cases;
mod change;
mod labels;
mod numbers;
mod result;
mod risks;

use crate::article::notices;
use crate::evaluate::evaluate;
use crate::model::{AS_OF, Input, Path, Plan, Value};
use cases::{Case, Evaluated};
use labels::Labels;

/// The texts at the head of a record, by the last step of their paths.
pub const FACTS: [&str; 3] = ["status", "who", "date"];
/// The chapters of a record, in the order in which they are read. What would change the result stands only where there
/// is one.
pub const SECTIONS: [&str; 11] = [
    "question",
    "alternatives",
    "criteria",
    "result",
    "change",
    "risks",
    "assumptions",
    "own",
    "sources",
    "decision",
    "consequences",
];

/// A decision record.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionRecord {
    /// The plan's title.
    pub title: String,
    /// Status, who, and when.
    pub facts: Vec<Field>,
    /// The chapters, in the order in which they are read.
    pub sections: Vec<Section>,
    /// What holds for all of it.
    pub footer: Vec<String>,
}

/// A chapter.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// One of [`SECTIONS`].
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What stands in it; never nothing.
    pub blocks: Vec<Block>,
}

/// A part of a chapter.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Text(String),
    /// Points in a list.
    List(Vec<String>),
    /// Numbers side by side.
    Table(Table),
    /// The user's own words.
    Field(Field),
}

/// Rows under headed columns; the first cell of a row names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// Whether it holds numbers, which stand to the right.
    pub is_number: bool,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Words or a number.
    Text(String),
    /// The user's own words.
    Field(Field),
}

/// Words that can be written in place.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// The input that holds them.
    pub path: Path,
    /// Its declaration.
    pub input: &'static Input,
    /// What they are, and about what: `Reason for the weight, Throughput`.
    pub name: String,
    /// As they are now.
    pub text: String,
    /// What else is noted there.
    pub notes: Vec<String>,
}

impl Field {
    /// The field of an input; none if the plan has no such input.
    pub fn of(plan: &Plan, path: Path) -> Option<Self> {
        let (input, Value::Text(text)) = (plan.input(&path)?, plan.get(&path)?) else { return None };
        Some(Self { path, input, name: input.label.to_owned(), text, notes: Vec::new() })
    }

    fn about(self, thing: &str) -> Self {
        Self { name: format!("{}, {thing}", self.name), ..self }
    }
}

impl Cell {
    fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl Table {
    /// A table whose first columns hold words, and the others numbers.
    fn new(caption: impl Into<String>, words: &[&str], numbers: &[&str]) -> Self {
        let column = |is_number| move |label: &&str| Column { label: (*label).to_owned(), is_number };
        let columns = words.iter().map(column(false)).chain(numbers.iter().map(column(true))).collect();
        Self { caption: caption.into(), columns, rows: Vec::new() }
    }
}

impl DecisionRecord {
    /// The record of a plan with its scenarios.
    pub fn of(plan: &Plan) -> Self {
        let labels = Labels::of(plan);
        let evaluation = evaluate(plan);
        let own = |name: &str| Field::of(plan, Path::from("decision").then(name));
        let words =
            |id, title, name: &str| Section { id, title, blocks: own(name).map(Block::Field).into_iter().collect() };
        let mut sections = vec![words("question", "Question", "question"), asked::alternatives(plan, &evaluation)];
        sections.push(asked::criteria(plan));
        if plan.faults().is_empty() {
            let cases = cases::cases(plan, &evaluation);
            sections.push(result::result(plan, &cases, &labels));
            sections.push(change::what_would_change_it(plan, &evaluation));
            sections.push(risks::risks(own("risks"), &cases));
        } else {
            let faults = plan.fault_problems().map(|fault| fault.to_string()).collect();
            let sentence = "There are no results: nothing follows from the plan while a formula has an error.";
            let blocks = vec![Block::Text(sentence.into()), Block::List(faults)];
            sections.push(Section { id: "result", title: "Result", blocks });
            sections.push(words("risks", "Risks", "risks"));
        }
        sections.push(numbers::assumptions(plan, &evaluation, &labels));
        sections.push(numbers::own(plan, &labels));
        sections.push(numbers::sources(plan, &labels));
        sections.push(words("decision", "Decision", "decision"));
        sections.push(words("consequences", "Consequences", "consequences"));
        Self {
            title: plan.title.clone(),
            facts: FACTS.into_iter().filter_map(own).collect(),
            sections,
            footer: vec![
                format!("{} {}", notices::ESTIMATES, notices::TWO_ANSWERS),
                format!("Defaults as of {AS_OF}. {}", notices::LICENCE),
            ],
        }
    }
}

impl Section {
    /// The same chapter around empty fields.
    pub fn without_words(&self) -> Self {
        let mut empty = self.clone();
        let clear = |field: &mut Field| field.text.clear();
        for block in &mut empty.blocks {
            match block {
                Block::Field(field) => clear(field),
                Block::Table(table) => table.rows.iter_mut().flatten().for_each(|cell| match cell {
                    Cell::Field(field) => clear(field),
                    Cell::Text(_) => {}
                }),
                Block::Text(_) | Block::List(_) => {}
            }
        }
        empty
    }
}

/// `1 formula`, `2 formulas`.
fn count(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}
