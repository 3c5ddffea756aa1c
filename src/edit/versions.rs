//! Versions of a plan: taking, naming, forgetting, and going back to one. Each function gives the changed plan and the
//! path of the version, as those of [`super::structure`] do.

use std::sync::Arc;

use super::structure::Changed;
use crate::model::{Id, MAX_VERSIONS, Path, Plan, Problem, Record, Version};

/// Keeps the plan as it is under a name, behind the other versions.
///
/// # Errors
/// There is no room for one more, the name is missing, or a text does not fit.
pub fn take(plan: &Plan, name: &str, note: &str, date: &str) -> Changed {
    if plan.versions.len() >= MAX_VERSIONS {
        return Err(Problem::at("versions", format!("a plan keeps at most {MAX_VERSIONS} versions; remove one first")));
    }
    let mut kept = plan.clone();
    kept.versions.clear();
    let is_free = |id: &String| plan.version(id).is_none();
    let id = (1..).map(|number| format!("v{number}")).find(is_free).unwrap_or_default();
    let mut version = Version { id: Id::from(id), plan: Arc::new(kept), ..Version::default() };
    (version.name, version.note, version.date) = (name.trim().into(), note.trim().into(), date.into());
    let at = checked(&version)?;
    let mut changed = plan.clone();
    changed.versions.push(version);
    Ok((changed, at))
}

/// Gives a version another name.
///
/// # Errors
/// There is no such version, or the name is missing or too long.
pub fn rename(plan: &Plan, id: &Id, name: &str) -> Changed {
    let mut changed = plan.clone();
    let version = changed.versions.iter_mut().find(|version| version.id == *id).ok_or_else(|| missing(id))?;
    version.name = name.trim().into();
    let at = checked(version)?;
    Ok((changed, at))
}

/// Forgets a version.
///
/// # Errors
/// There is no such version.
pub fn remove(plan: &Plan, id: &Id) -> Changed {
    let mut changed = plan.clone();
    changed.versions.retain(|version| version.id != *id);
    if changed.versions.len() == plan.versions.len() { Err(missing(id)) } else { Ok((changed, path(id))) }
}

/// The plan of a version, with all versions of the open plan.
///
/// # Errors
/// There is no such version.
pub fn restore(plan: &Plan, id: &Id) -> Changed {
    let version = plan.version(id.as_str()).ok_or_else(|| missing(id))?;
    let mut restored = (*version.plan).clone();
    restored.versions.clone_from(&plan.versions);
    Ok((restored, path(id)))
}

fn path(id: &Id) -> Path {
    Path::from("versions").then(id)
}

fn missing(id: &Id) -> Problem {
    Problem::at(path(id), "there is no such version")
}

/// The path of a version whose texts fit.
fn checked(version: &Version) -> Result<Path, Problem> {
    let at = path(&version.id);
    if version.name.is_empty() {
        return Err(Problem::at(at.then("name"), "a name is missing"));
    }
    for (index, input) in version.inputs().iter().enumerate() {
        let value = version.slot(index).map(|slot| slot.read());
        value.map_or(Ok(()), |value| input.check(&value)).map_err(|problem| problem.or_at(&at.then(input.name)))?;
    }
    Ok(at)
}
