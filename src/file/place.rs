//! Where in a file its problems are, so that who mends them goes through the file once.

use super::Node;
use crate::model::{Id, Problem};

/// The problems in the order of the file. What is missing comes where that begins which lacks it.
pub(super) fn in_order(problems: Vec<Problem>, file: &Node) -> Vec<Problem> {
    let mut ordered: Vec<(Vec<usize>, Problem)> = Vec::with_capacity(problems.len());
    for problem in problems {
        let place = problem.path.as_ref().map_or(Vec::new(), |path| place(file, path.as_str()));
        let index = ordered.partition_point(|(other, _)| *other <= place);
        ordered.insert(index, (place, problem));
    }
    ordered.into_iter().map(|(_, problem)| problem).collect()
}

/// Follows a path as far as the file goes: the position of each step among its neighbours.
fn place(mut node: &Node, mut path: &str) -> Vec<usize> {
    let mut place = Vec::new();
    loop {
        let step = match node {
            Node::Object(entries) => {
                entries.iter().enumerate().find_map(|(index, (key, node))| Some((index, behind(path, key)?, node)))
            }
            Node::List(nodes) => nodes
                .iter()
                .enumerate()
                .find_map(|(index, node)| Some((index, behind(path, &name(index, node))?, node))),
            _ => None,
        };
        let Some((index, rest, below)) = step else { return place };
        place.push(index);
        (node, path) = (below, rest);
    }
}

/// What follows a step of a path. Keys of notes and overrides are paths themselves, so a step may have dots.
fn behind<'a>(path: &'a str, step: &str) -> Option<&'a str> {
    let rest = path.strip_prefix(step)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('.') }
}

/// What messages call an entry of a list: its id, or else its position.
fn name(index: usize, node: &Node) -> String {
    let id = match node {
        Node::Object(entries) => entries.iter().find(|(key, _)| key == "id").map(|(_, id)| id),
        _ => None,
    };
    match id {
        Some(Node::Text(id)) if Id::from(id.as_str()).is_valid() => id.clone(),
        _ => index.to_string(),
    }
}
