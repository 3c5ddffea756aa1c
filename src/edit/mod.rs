//! VERBS. The one way to change a plan: [`apply`] an [`Edit`] and get its inverse back.

mod history;
pub mod merge;
pub mod structure;
pub mod versions;

pub use history::{History, Step};

use crate::model::{Id, Note, Path, Plan, Problem, Value};

/// A change of a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// Writes one input.
    Set(Path, Value),
    /// Writes what an input is in a scenario, or lets the scenario follow the base again.
    Override(Id, Path, Option<Value>),
    /// Puts a remark on an input, or takes it away.
    Note(Path, Option<Note>),
    /// Puts another plan in place of this one.
    Replace(Box<Plan>),
    /// Several changes that stand or fall together.
    Many(Vec<Edit>),
}

impl Edit {
    /// The inputs it writes one by one.
    fn paths<'a>(&'a self, paths: &mut Vec<&'a Path>) {
        match self {
            Self::Set(path, _) => paths.push(path),
            Self::Replace(_) | Self::Note(..) | Self::Override(..) => {}
            Self::Many(edits) => edits.iter().for_each(|edit| edit.paths(paths)),
        }
    }

    /// The formulas it writes into scenarios.
    fn formulas_of_scenarios<'a>(&'a self, found: &mut Vec<(&'a Id, &'a Path)>) {
        match self {
            Self::Override(id, path, Some(Value::Formula(_))) => found.push((id, path)),
            Self::Many(edits) => edits.iter().for_each(|edit| edit.formulas_of_scenarios(found)),
            _ => {}
        }
    }

    /// The first input it writes, for showing where something changed.
    pub fn first_path(&self) -> Option<Path> {
        match self {
            Self::Set(path, _) | Self::Note(path, _) => Some(path.clone()),
            Self::Override(id, path, _) => Some(override_path(id, path)),
            Self::Replace(_) => None,
            Self::Many(edits) => edits.iter().find_map(Self::first_path),
        }
    }
}

/// The place of an override in the file, which is its path as well.
pub fn override_path(scenario: &Id, path: &Path) -> Path {
    Path::from("scenarios").then(scenario).then("overrides").then(path)
}

/// Applies an edit and returns the edit that takes it back.
///
/// # Errors
/// An input is unknown, a value does not fit it, or a rule between inputs would break.
/// The plan is then exactly as it was.
pub fn apply(plan: &mut Plan, edit: Edit) -> Result<Edit, Problem> {
    let inverse = write(plan, edit)?;
    match plan.recalculate().and_then(|()| plan.check()) {
        Ok(()) => Ok(inverse),
        Err(problem) => {
            take_back(plan, inverse);
            Err(problem)
        }
    }
}

/// Takes back what was just written, which cannot fail: the old values fitted.
fn take_back(plan: &mut Plan, inverse: Edit) {
    let _ = write(plan, inverse);
    let _ = plan.recalculate();
}

fn write(plan: &mut Plan, edit: Edit) -> Result<Edit, Problem> {
    match edit {
        Edit::Set(path, value) => plan.set(&path, value).map(|before| Edit::Set(path, before)),
        Edit::Override(id, path, value) => {
            plan.set_override(&id, &path, value).map(|before| Edit::Override(id, path, before))
        }
        Edit::Note(path, note) => {
            let before = plan.notes.get(path.as_str()).cloned();
            match note {
                Some(note) => plan.notes.insert(path.clone(), note),
                None => plan.notes.remove(path.as_str()),
            }
            Ok(Edit::Note(path, before))
        }
        Edit::Replace(other) => Ok(Edit::Replace(Box::new(std::mem::replace(plan, *other)))),
        Edit::Many(edits) => {
            let mut inverses = Vec::with_capacity(edits.len());
            for edit in edits {
                match write(plan, edit) {
                    Ok(inverse) => inverses.push(inverse),
                    Err(problem) => {
                        inverses.reverse();
                        let _ = write(plan, Edit::Many(inverses));
                        return Err(problem);
                    }
                }
            }
            // Taken back from the last one to the first.
            inverses.reverse();
            Ok(Edit::Many(inverses))
        }
    }
}
