//! The plan inside a version: read like a file of its own, only that it has no versions in turn.

use super::{FORMAT, FileError, Node, VERSION, read_node};
use crate::model::{Path, Plan, Problem, Problems};

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
