//! THE BORDER. Plans as JSON: read with every check before anything is touched, written byte for byte alike.

mod analysis;
mod base64;
mod comparison;
pub mod history;
mod library;
pub mod link;
mod node;
mod object;
mod place;
mod read;
mod results;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
#[cfg(not(target_arch = "wasm32"))]
mod schema_input;
mod shelf;
pub mod slots;
mod version;
mod write;

pub use comparison::{comparison, comparison_table};
pub use library::{Entries, Fate, Library, Loaded, NotSaved, Place, Unreadable};
pub use node::Node;
pub use results::{csv, month_figures, results, table};
// The page serves the schema as a file and has no use for what writes it.
#[cfg(not(target_arch = "wasm32"))]
pub use schema::schema;
pub use shelf::{Listed, Shelf};
pub use version::{MOST_WITH_VERSIONS, check_room};

use crate::model::{Plan, Problem, Problems, Scenario};
use write::Extent;

/// The `format` of a plan file.
pub const FORMAT: &str = "weighbridge-plan";
/// The `format` of a file that holds one scenario of a plan.
pub const SCENARIO_FORMAT: &str = "weighbridge-scenario";
/// The newest version of either format that this program reads, and the one it writes.
pub const VERSION: u32 = 1;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 5_000_000;
/// Of a file with more problems than these, only so many are told.
pub const MAX_PROBLEMS: usize = 100;

/// Why a file was not read. Nothing was changed.
#[derive(Debug, Clone, PartialEq)]
pub enum FileError {
    /// More than [`MAX_BYTES`].
    TooLarge(usize),
    /// Not JSON, cut off, nested too deep, or a key that stands twice; with the place.
    Syntax(String),
    /// JSON, but not a plan of ours.
    NotAPlan,
    /// JSON, but not a scenario of ours.
    NotAScenario,
    /// Written by a newer program.
    Newer(u32),
    /// A plan in which something is wrong.
    Content(Problem),
}

impl std::fmt::Display for FileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLarge(bytes) => write!(f, "The file has {bytes} bytes; expected at most {MAX_BYTES}."),
            Self::Syntax(message) => write!(f, "The file is not valid JSON: {message}."),
            Self::NotAPlan => write!(f, "The file is not a Weighbridge plan; expected \"format\": \"{FORMAT}\"."),
            Self::NotAScenario => {
                write!(f, "The file is not a Weighbridge scenario; expected \"format\": \"{SCENARIO_FORMAT}\".")
            }
            Self::Newer(version) => write!(
                f,
                "The file has version {version}, this program reads up to {VERSION}; open it with a newer Weighbridge."
            ),
            Self::Content(problem) => write!(f, "{problem}"),
        }
    }
}

impl std::error::Error for FileError {}

/// Reads a plan from the text of a file.
///
/// # Errors
/// See [`FileError`]; of several things wrong, the first. A plan that is returned has passed [`Plan::check`]; formulas
/// in it that come to nothing are its [`Plan::faults`].
pub fn read(text: &str) -> Result<Plan, FileError> {
    let mut first = Problems::up_to(1);
    let plan = read_node(parse(text)?, &mut first)?;
    first.first().map_err(FileError::Content)?;
    Ok(plan)
}

/// All that is wrong with the text of a file, formulas that come to nothing among it, in the order in which it stands there; at most [`MAX_PROBLEMS`]. The rules
/// between inputs come once every input by itself can be read.
pub fn problems(text: &str) -> Vec<FileError> {
    let mut found = Problems::up_to(MAX_PROBLEMS);
    let read = parse(text).and_then(|node| {
        let places = node.clone();
        let plan = read_node(node, &mut found)?;
        plan.fault_problems().for_each(|fault| found.add(fault));
        Ok(places)
    });
    match read {
        Ok(node) => place::in_order(found.into_list(), &node).into_iter().map(FileError::Content).collect(),
        Err(error) => vec![error],
    }
}

fn parse(text: &str) -> Result<Node, FileError> {
    if text.len() > MAX_BYTES {
        return Err(FileError::TooLarge(text.len()));
    }
    // serde_json stops at 128 levels, so nesting cannot exhaust the stack.
    serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| FileError::Syntax(error.to_string()))
}

/// What a file holds that may be imported into an open plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Import {
    /// A plan.
    Plan(Box<Plan>),
    /// A scenario that fits the open plan.
    Scenario(Scenario),
}

/// Reads either of our formats. A scenario is one of the plan `base`.
///
/// # Errors
/// As [`read`] and [`read_scenario`]; what is neither is [`FileError::NotAPlan`].
pub fn import(text: &str, base: &Plan) -> Result<Import, FileError> {
    let node = parse(text)?;
    if format_of(&node) == Some(SCENARIO_FORMAT) {
        return scenario_of(node, base).map(Import::Scenario);
    }
    let mut first = Problems::up_to(1);
    let plan = read_node(node, &mut first)?;
    first.first().map_err(FileError::Content)?;
    Ok(Import::Plan(Box::new(plan)))
}

/// Reads a scenario of the plan `base` from the text of a file.
///
/// # Errors
/// See [`FileError`]; an override that names no input of `base`, that does not fit, or that together with the others
/// breaks a rule, is among them.
pub fn read_scenario(text: &str, base: &Plan) -> Result<Scenario, FileError> {
    scenario_of(parse(text)?, base)
}

fn scenario_of(node: Node, base: &Plan) -> Result<Scenario, FileError> {
    let entries = entries_of(node, SCENARIO_FORMAT, FileError::NotAScenario)?;
    let mut first = Problems::up_to(1);
    let scenario = read::scenario_alone(entries, base, &mut first);
    first.first().map_err(FileError::Content)?;
    base.with_overrides(&scenario).map_err(FileError::Content)?;
    Ok(scenario)
}

fn find<'a>(entries: &'a [(String, Node)], name: &str) -> Option<&'a Node> {
    entries.iter().find(|(key, _)| key == name).map(|(_, node)| node)
}

fn format_of(node: &Node) -> Option<&str> {
    match node {
        Node::Object(entries) => match find(entries, "format")? {
            Node::Text(format) => Some(format),
            _ => None,
        },
        _ => None,
    }
}

fn read_node(node: Node, found: &mut Problems) -> Result<Plan, FileError> {
    Ok(read::plan(entries_of(node, FORMAT, FileError::NotAPlan)?, found))
}

/// The fields of a file of this format, in a version that can be read.
fn entries_of(node: Node, format: &str, other: FileError) -> Result<Vec<(String, Node)>, FileError> {
    if format_of(&node) != Some(format) {
        return Err(other);
    }
    let Node::Object(entries) = node else { return Err(other) };
    match find(&entries, "version") {
        Some(Node::Number(version)) if *version == f64::from(VERSION) => Ok(entries),
        Some(Node::Number(version)) if *version > f64::from(VERSION) && version.fract() == 0.0 => {
            Err(FileError::Newer(*version as u32))
        }
        _ => Err(FileError::Content(Problem::at("version", format!("expected the number {VERSION}")))),
    }
}

/// The plan as the text of a file: fixed order of keys, shortest numbers, `\n` line ends.
pub fn write(plan: &Plan) -> String {
    pretty(&write_node(plan))
}

/// One scenario of a plan as the text of a file of its own: its overrides, and the title of the plan they stand on.
pub fn write_scenario(plan: &Plan, scenario: &Scenario) -> String {
    pretty(&write::scenario(plan, scenario))
}

/// The plan on one line, without what [`read`] fills in by itself. It reads back as the same plan.
pub fn compact(plan: &Plan) -> String {
    serde_json::to_string(&write::plan(plan, Extent::Compact)).unwrap_or_default()
}

fn pretty(node: &Node) -> String {
    // A tree of ours has only text keys and finite numbers, so writing it into memory cannot fail.
    let mut text = serde_json::to_string_pretty(node).unwrap_or_default();
    text.push('\n');
    text
}

/// The plan as a tree, such as an entry of local storage.
pub fn write_node(plan: &Plan) -> Node {
    write::plan(plan, Extent::Whole)
}
