//! The plan inside a version: read like a file of its own, only that it has no versions in turn.

use super::{FORMAT, FileError, MAX_BYTES, Node, VERSION, read_node, write};
use crate::model::amount::number;
use crate::model::{Path, Plan, Problem, Problems};

/// Most bytes of the file of a plan whose versions have just become more. What is changed afterwards must fit below
/// [`MAX_BYTES`] too: else a plan could be saved and not be opened again.
pub const MOST_WITH_VERSIONS: usize = MAX_BYTES / 5 * 4;

/// Whether the file of a plan that has one more version leaves room for changes.
///
/// # Errors
/// A sentence that says how large it would be.
pub fn check_room(plan: &Plan) -> Result<(), String> {
    let bytes = write(plan).len();
    if bytes <= MOST_WITH_VERSIONS {
        return Ok(());
    }
    let (bytes, most) = (number(bytes as f64, 0), number(MOST_WITH_VERSIONS as f64, 0));
    Err(format!("The file of the plan would have {bytes} bytes, and may have {most} with versions; remove one first."))
}

/// Reads the plan that stands at `at` in a file; its problems are named from there.
pub(super) fn snapshot(node: Node, at: &Path, found: &mut Problems) -> Option<Plan> {
    if let Node::Object(entries) = &node
        && entries.iter().any(|(key, _)| key == "versions")
    {
        found.add(Problem::at(at.then("versions"), "a version keeps no versions of its own"));
        return None;
    }
    let mut inside = Problems::up_to(found.room());
    let read = read_node(node, &mut inside);
    let here = |problem: Problem| {
        let path = problem.path.as_ref().map_or_else(|| at.clone(), |path| at.then(path));
        Problem::at(path, problem.message)
    };
    inside.into_list().into_iter().for_each(|problem| found.add(here(problem)));
    let problem = match read {
        Ok(plan) => return Some(plan),
        Err(FileError::Content(problem)) => here(problem),
        Err(FileError::Newer(version)) => {
            let message = format!("version {version} is newer than {VERSION}, the newest that this program reads");
            Problem::at(at.then("version"), message)
        }
        Err(_) => Problem::at(at, format!("this is no plan; expected \"format\": \"{FORMAT}\"")),
    };
    found.add(problem);
    None
}
