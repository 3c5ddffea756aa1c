//! In which inputs two plans differ.

use crate::model::{Path, Plan, Value};

/// One input that two plans do not have alike.
#[derive(Debug, Clone, PartialEq)]
pub struct InputDifference {
    /// The input.
    pub path: Path,
    /// What the first plan holds, a formula as its text; none where it has no such input.
    pub before: Option<Value>,
    /// The same of the second plan.
    pub after: Option<Value>,
}

/// Every input whose content differs, or that only one of the plans has: in the order of the first plan, then those that
/// only the second has. Order of things, notes and scenarios are no inputs.
pub fn differences(before: &Plan, after: &Plan) -> Vec<InputDifference> {
    let compare = |path: Path| {
        let (old, new) = (before.get(&path), after.get(&path));
        (old != new).then_some(InputDifference { path, before: old, after: new })
    };
    let only_after = after.paths().into_iter().filter(|path| before.input(path).is_none());
    before.paths().into_iter().chain(only_after).filter_map(compare).collect()
}
