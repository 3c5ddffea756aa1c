//! Moving a thing among its kind.

use super::cleanup::renumber;
use super::{Changed, Thing, checked};
use crate::model::{Id, Path, Plan, Problem};

/// Moves a thing `step` places further among its kind, past those that stand there; a criterion among those of its group.
///
/// # Errors
/// There is no such place.
pub fn shift(plan: &Plan, thing: &Thing, step: isize) -> Changed {
    let at_the_end = || Problem::at(thing.path(), "it stands at that end already");
    let (from, to) = places(plan, thing, step).ok_or_else(at_the_end)?;
    let mut plan = plan.clone();
    // One place at a time, so that what is passed keeps its order.
    let mut each = |swap: &mut dyn FnMut(&mut Plan, usize)| {
        (from..to).for_each(|place| swap(&mut plan, place));
        (to..from).rev().for_each(|place| swap(&mut plan, place));
    };
    match thing {
        Thing::Alternative(_) => each(&mut |plan, place| plan.alternatives.swap(place, place + 1)),
        Thing::Tier(id, _) => each(&mut |plan, place| {
            if let Some(own) = plan.alternatives.iter_mut().find(|own| own.id == *id) {
                own.tiers.swap(place, place + 1);
            }
        }),
        Thing::Criterion(_) => each(&mut |plan, place| plan.criteria.swap(place, place + 1)),
        Thing::Group(_) => each(&mut |plan, place| plan.groups.swap(place, place + 1)),
        Thing::Role(_) => each(&mut |plan, place| plan.team.other_roles.swap(place, place + 1)),
        Thing::Profile(_) => each(&mut |plan, place| plan.profiles.swap(place, place + 1)),
        Thing::Scenario(_) => each(&mut |plan, place| plan.scenarios.swap(place, place + 1)),
    }
    let list = thing.path().parent();
    let mut renumbered = || renumber(&mut plan, &list, |index| Some(moved(index, from, to)));
    let path: Path = match thing {
        Thing::Tier(id, _) => {
            renumbered();
            Thing::Tier(id.clone(), to).path()
        }
        Thing::Role(_) => {
            renumbered();
            Thing::Role(to).path()
        }
        _ => thing.path(),
    };
    checked(plan, path)
}

/// Whether a thing can be moved so many places.
pub fn can_shift(plan: &Plan, thing: &Thing, step: isize) -> bool {
    places(plan, thing, step).is_some()
}

/// Where a thing stands, and where it would stand then.
fn places(plan: &Plan, thing: &Thing, step: isize) -> Option<(usize, usize)> {
    let (from, count) = thing.place(plan)?;
    let to = match thing {
        Thing::Criterion(id) => criterion_beside(plan, id, step)?,
        _ => from.checked_add_signed(step).filter(|to| *to < count)?,
    };
    Some((from, to))
}

/// Where the thing at `index` stands once the one at `from` stands at `to`.
fn moved(index: usize, from: usize, to: usize) -> usize {
    if index == from {
        to
    } else if (from..=to).contains(&index) {
        index - 1
    } else if (to..from).contains(&index) {
        index + 1
    } else {
        index
    }
}

/// The place of the criterion of the same group `step` further: the sheet shows group by group.
fn criterion_beside(plan: &Plan, id: &Id, step: isize) -> Option<usize> {
    let own = plan.criterion(id.as_str())?;
    let mut place = plan.criteria.iter().position(|criterion| criterion.id == *id)?;
    for _ in 0..step.unsigned_abs() {
        loop {
            place = place.checked_add_signed(step.signum())?;
            if plan.criteria.get(place)?.group == own.group {
                break;
            }
        }
    }
    Some(place)
}
