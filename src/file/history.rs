//! What can be undone in a plan, as it is kept beside the plan between two visits. It is a convenience: whatever is odd
//! about it, there is nothing to undo, and no more.

use super::{Node, write_node};
use crate::edit::{Edit, History, Step};
use crate::model::{Id, Note, Path, Plan, Value};

/// How the first line begins; the number is that of this form.
const HEAD: &str = "weighbridge-undo 1 ";
/// So many steps are kept of each kind, the newest ones.
const MOST_STEPS: usize = 100;
/// So many bytes are kept of each kind.
const MOST_BYTES: usize = 100_000;

/// The history of a plan as a text that names the plan by its checksum; none where there is nothing to keep.
pub fn write(history: &History, plan: &Plan) -> Option<String> {
    let (undo, redo) = history.steps();
    if undo.is_empty() && redo.is_empty() {
        return None;
    }
    let fields = [("undo", newest(undo.into_iter().rev())), ("redo", newest(redo.into_iter().rev()))];
    let node = Node::Object(fields.map(|(name, steps)| (name.to_owned(), Node::List(steps))).into());
    Some(format!("{HEAD}{:08x}\n{}", checksum(plan), node.compact()))
}

/// Reads the history of a plan. Steps that do not lead from this plan to another one are left out, and all before them.
pub fn read(text: &str, plan: &Plan) -> History {
    let Some((head, rest)) = text.split_once('\n') else { return History::default() };
    if head != format!("{HEAD}{:08x}", checksum(plan)) {
        return History::default();
    }
    let Ok(Node::Object(fields)) = super::parse(rest) else { return History::default() };
    let (mut undo, mut redo) = (Vec::new(), Vec::new());
    for (name, node) in fields {
        let Node::List(steps) = node else { return History::default() };
        let steps: Option<Vec<Step>> = steps.into_iter().map(step_of).collect();
        match (name.as_str(), steps) {
            ("undo", Some(steps)) => undo = steps,
            ("redo", Some(steps)) => redo = steps,
            _ => return History::default(),
        }
    }
    History::of(undo, redo, plan)
}

fn checksum(plan: &Plan) -> u32 {
    crc32fast::hash(write_node(plan).compact().as_bytes())
}

/// As many of the newest steps as may be kept, the oldest of them first.
fn newest<'a>(steps: impl Iterator<Item = &'a Step>) -> Vec<Node> {
    let mut bytes = 0;
    let mut nodes: Vec<Node> = steps
        .take(MOST_STEPS)
        .map(node_of)
        .take_while(|node| {
            bytes += node.compact().len();
            bytes <= MOST_BYTES
        })
        .collect();
    nodes.reverse();
    nodes
}

fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

fn object<const N: usize>(fields: [(&str, Node); N]) -> Node {
    Node::Object(fields.map(|(name, node)| (name.to_owned(), node)).into())
}

fn node_of(step: &Step) -> Node {
    let at = step.path.as_ref().map_or(Node::Null, |path| text(path.as_str()));
    object([("what", text(&step.what)), ("at", at), ("edit", edit_node(step.edit()))])
}

/// A formula and a text that looks like one must not be taken for each other.
fn value_node(value: &Value) -> Node {
    match value {
        Value::Formula(_) => object([("formula", value.clone().into())]),
        value => object([("value", value.clone().into())]),
    }
}

fn edit_node(edit: &Edit) -> Node {
    match edit {
        Edit::Set(path, value) => object([("set", text(path.as_str())), ("to", value_node(value))]),
        Edit::Override(id, path, value) => object([
            ("override", text(path.as_str())),
            ("in", text(id.as_str())),
            ("to", value.as_ref().map_or(Node::Null, value_node)),
        ]),
        Edit::Note(path, note) => object([
            ("note", text(path.as_str())),
            (
                "to",
                note.as_ref()
                    .map_or(Node::Null, |note| object([("text", text(&note.text)), ("source", text(&note.source))])),
            ),
        ]),
        Edit::Replace(plan) => object([("replace", write_node(plan))]),
        Edit::Many(edits) => object([("many", Node::List(edits.iter().map(edit_node).collect()))]),
    }
}

/// The fields of an object, if they have these names in this order.
fn fields<const N: usize>(node: Node, names: [&str; N]) -> Option<[Node; N]> {
    let Node::Object(fields) = node else { return None };
    let is_so = fields.len() == N && fields.iter().zip(names).all(|((field, _), name)| field == name);
    let nodes: Vec<Node> = fields.into_iter().filter(|_| is_so).map(|(_, node)| node).collect();
    nodes.try_into().ok()
}

fn word(node: Node) -> Option<String> {
    match node {
        Node::Text(text) => Some(text),
        _ => None,
    }
}

fn step_of(node: Node) -> Option<Step> {
    let [what, at, edit] = fields(node, ["what", "at", "edit"])?;
    let path = match at {
        Node::Null => None,
        at => Some(Path::from(word(at)?)),
    };
    Some(Step::new(edit_of(edit)?, word(what)?, path))
}

fn value_of(node: Node) -> Option<Value> {
    match &node {
        Node::Object(of) if of.first().is_some_and(|(name, _)| name == "formula") => {
            let [formula] = fields(node, ["formula"])?;
            Some(Value::Formula(word(formula)?))
        }
        _ => {
            let [value] = fields(node, ["value"])?;
            value.into_value().ok()
        }
    }
}

fn edit_of(node: Node) -> Option<Edit> {
    let Node::Object(of) = &node else { return None };
    match of.first()?.0.as_str() {
        "set" => {
            let [path, to] = fields(node, ["set", "to"])?;
            Some(Edit::Set(word(path)?.into(), value_of(to)?))
        }
        "override" => {
            let [path, id, to] = fields(node, ["override", "in", "to"])?;
            let value = match to {
                Node::Null => None,
                to => Some(value_of(to)?),
            };
            Some(Edit::Override(Id::from(word(id)?), word(path)?.into(), value))
        }
        "note" => {
            let [path, to] = fields(node, ["note", "to"])?;
            let note = match to {
                Node::Null => None,
                to => {
                    let [text, source] = fields(to, ["text", "source"])?;
                    Some(Note { text: word(text)?, source: word(source)? })
                }
            };
            Some(Edit::Note(word(path)?.into(), note))
        }
        "replace" => {
            let [plan] = fields(node, ["replace"])?;
            Some(Edit::Replace(Box::new(super::read(&plan.compact()).ok()?)))
        }
        "many" => {
            let [edits] = fields(node, ["many"])?;
            let Node::List(edits) = edits else { return None };
            Some(Edit::Many(edits.into_iter().map(edit_of).collect::<Option<_>>()?))
        }
        _ => None,
    }
}
