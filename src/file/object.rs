//! Objects of a file on their way into a plan: what is taken out of them is known, what is left over is an error.

use std::ops::{Deref, DerefMut, RangeInclusive};

use super::Node;
use crate::model::counts::check_count;
use crate::model::{Id, Input, Kind, Path, Problem, Problems, Record, Slot, Value};

/// Keys with what stands behind them, in the order of the file.
pub(super) type Entries = Vec<(String, Node)>;

/// What has been found so far: what is wrong, and the formulas, which wait until all they may name is there.
pub(super) struct Found<'a> {
    problems: &'a mut Problems,
    /// Places and texts.
    pub formulas: Vec<(Path, String)>,
}

impl<'a> Found<'a> {
    pub fn new(problems: &'a mut Problems) -> Self {
        Self { problems, formulas: Vec::new() }
    }

    /// Whether there are no more than may be. What is longer is not looked into: some of what follows takes the square of
    /// its length.
    fn has_room(&mut self, path: &Path, count: usize, allowed: &RangeInclusive<usize>) -> bool {
        if count <= *allowed.end() {
            return true;
        }
        check_count(path, count, allowed, self);
        false
    }
}

impl Deref for Found<'_> {
    type Target = Problems;

    fn deref(&self) -> &Problems {
        self.problems
    }
}

impl DerefMut for Found<'_> {
    fn deref_mut(&mut self) -> &mut Problems {
        self.problems
    }
}

/// Puts what a node spells into the slot of an input, or says why not.
pub(super) fn take_value(input: &Input, slot: &mut dyn Slot, node: Node, at: &Path, found: &mut Found) {
    if let (Kind::Number(..) | Kind::Optional(..), Node::Text(text)) = (input.kind, &node)
        && text.starts_with('=')
    {
        return found.formulas.push((at.clone(), text.clone()));
    }
    let result = value_of(input, node).and_then(|value| slot.write(value));
    found.take(result.map_err(|problem| problem.or_at(at)));
}

fn value_of(input: &Input, node: Node) -> Result<Value, Problem> {
    let value = node.into_value().map_err(Problem::new)?;
    input.check(&value)?;
    Ok(value)
}

/// An object of the file, emptied key by key; what is left over is unknown.
pub(super) struct Object {
    pub path: Path,
    pub entries: Entries,
}

impl Object {
    pub fn new(path: Path, node: Node, found: &mut Found) -> Option<Self> {
        match node {
            Node::Object(entries) => Some(Self { path, entries }),
            other => {
                found.add(Problem::at(path, format!("{} is not an object", other.words())));
                None
            }
        }
    }

    pub fn take(&mut self, key: &str) -> Option<Node> {
        let index = self.entries.iter().position(|(k, _)| k == key)?;
        Some(self.entries.remove(index).1)
    }

    pub fn text(&mut self, key: &str, found: &mut Found) -> Option<String> {
        match self.take(key)? {
            Node::Null => None,
            Node::Text(text) => Some(text),
            other => {
                found.add(Problem::at(self.path.then(key), format!("{} is not a text", other.words())));
                None
            }
        }
    }

    /// The text of an input.
    pub fn words(&mut self, input: &Input, found: &mut Found) -> Option<String> {
        let value = Value::Text(self.text(input.name, found)?);
        found.take(input.check(&value).map_err(|problem| problem.or_at(&self.path.then(input.name))))?;
        if let Value::Text(text) = value { Some(text) } else { None }
    }

    /// The object's id, which from then on names it in messages instead of its place in a list.
    pub fn id(&mut self, found: &mut Found) -> Id {
        let id = match self.take("id") {
            Some(Node::Text(text)) => Id::from(text),
            other => {
                let message = match other {
                    None | Some(Node::Null) => "the id is missing".into(),
                    Some(other) => format!("{} is not a text", other.words()),
                };
                found.add(Problem::at(self.path.then("id"), message));
                Id::default()
            }
        };
        if id.is_valid() && self.path.parent() != Path::default() {
            self.path = self.path.parent().then(&id);
        }
        id
    }

    pub fn object(&mut self, key: &str, found: &mut Found) -> Option<Object> {
        let node = self.take(key)?;
        Object::new(self.path.then(key), node, found)
    }

    /// A list of objects, if it has no more than may be.
    pub fn list(&mut self, key: &str, allowed: &RangeInclusive<usize>, found: &mut Found) -> Option<Vec<Object>> {
        let node = self.take(key)?;
        let path = self.path.then(key);
        match node {
            Node::List(nodes) => {
                if !found.has_room(&path, nodes.len(), allowed) {
                    return None;
                }
                let object = |(index, node)| Object::new(path.then(index), node, found);
                Some(nodes.into_iter().enumerate().filter_map(object).collect())
            }
            other => {
                found.add(Problem::at(path, format!("{} is not a list", other.words())));
                None
            }
        }
    }

    /// An object whose keys are not ours, if it has no more than may be.
    pub fn map(&mut self, key: &str, allowed: &RangeInclusive<usize>, found: &mut Found) -> Option<Object> {
        self.object(key, found).filter(|map| found.has_room(&map.path, map.entries.len(), allowed))
    }

    pub fn record(&mut self, key: &str, record: &mut dyn Record, found: &mut Found) {
        if let Some(mut object) = self.object(key, found) {
            object.finish(record, found);
        }
    }

    /// Reads the inputs of a record; nothing else may be left.
    pub fn finish(&mut self, record: &mut dyn Record, found: &mut Found) {
        for (index, input) in record.inputs().iter().enumerate() {
            let Some(node) = self.take(input.name) else { continue };
            let at = self.path.then(input.name);
            if let Some(slot) = record.slot_mut(index) {
                take_value(input, slot, node, &at, found);
            }
        }
        self.done(found);
    }

    pub fn done(&self, found: &mut Found) {
        for (key, _) in &self.entries {
            if found.is_full() {
                return;
            }
            found.add(Problem::at(self.path.then(key), "this version knows no such field"));
        }
    }
}
