//! Adding, duplicating, moving and removing what a plan consists of: alternatives and their tiers, criteria, groups,
//! other roles, profiles, scenarios. Each function gives the changed plan and the path of the thing to look at then; what pointed
//! to a thing that is gone goes with it, so that the plan holds together.

mod add;
mod cleanup;
pub(super) mod names;
mod scenario;
mod shift;
mod sort;

pub use add::{Addition, add};
pub use scenario::{Factor, promote, what_if};
pub use shift::{can_shift, shift};
pub use sort::sort_by_weight;

use crate::model::{Id, MAX_ALTERNATIVES, Path, Plan, Problem, Scored};
use names::{copy_name, fresh_color, fresh_id};

/// A plan after a change, and the path of the thing that was changed.
pub type Changed = Result<(Plan, Path), Problem>;

/// A thing that can be duplicated, moved and removed, by the path below which its inputs stand.
#[derive(Debug, Clone, PartialEq)]
pub enum Thing {
    /// `alternatives.ID`
    Alternative(Id),
    /// `alternatives.ID.tiers.N`
    Tier(Id, usize),
    /// `criteria.ID`
    Criterion(Id),
    /// `groups.ID`
    Group(Id),
    /// `team.other_roles.N`
    Role(usize),
    /// `profiles.ID`
    Profile(Id),
    /// `scenarios.ID`
    Scenario(Id),
}

impl Thing {
    /// The thing an input belongs to; none for the inputs of the whole plan.
    pub fn of(plan: &Plan, path: &Path) -> Option<Self> {
        let id = |id: &str| Id::from(id);
        let thing = match *path.steps().as_slice() {
            ["alternatives", alternative, "tiers", tier, ..] => Self::Tier(id(alternative), tier.parse().ok()?),
            ["alternatives", alternative, ..] => Self::Alternative(id(alternative)),
            ["criteria", criterion, ..] => Self::Criterion(id(criterion)),
            ["groups", group, ..] => Self::Group(id(group)),
            ["team", "other_roles", role, ..] => Self::Role(role.parse().ok()?),
            ["profiles", profile, ..] => Self::Profile(id(profile)),
            ["scenarios", scenario, ..] => Self::Scenario(id(scenario)),
            _ => return None,
        };
        thing.place(plan).map(|_| thing)
    }

    /// The path below which its inputs stand.
    pub fn path(&self) -> Path {
        match self {
            Self::Alternative(id) => Path::from("alternatives").then(id),
            Self::Tier(id, tier) => Path::from("alternatives").then(id).then("tiers").then(tier),
            Self::Criterion(id) => Path::from("criteria").then(id),
            Self::Group(id) => Path::from("groups").then(id),
            Self::Role(role) => Path::from("team.other_roles").then(role),
            Self::Profile(id) => Path::from("profiles").then(id),
            Self::Scenario(id) => Path::from("scenarios").then(id),
        }
    }

    /// What kind of thing it is, for people.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Alternative(_) => "alternative",
            Self::Tier(..) => "tier",
            Self::Criterion(_) => "criterion",
            Self::Group(_) => "group",
            Self::Role(_) => "role",
            Self::Profile(_) => "profile",
            Self::Scenario(_) => "scenario",
        }
    }

    /// Its name; a tier is named by its profile.
    pub fn name(&self, plan: &Plan) -> String {
        let named = |input: &str| plan.get(&self.path().then(input));
        let value = if matches!(self, Self::Tier(..)) { named("profile") } else { named("name") };
        match value {
            Some(crate::model::Value::Text(text)) => text,
            _ => self.path().to_string(),
        }
    }

    /// Where it stands among its kind, and how many there are.
    pub fn place(&self, plan: &Plan) -> Option<(usize, usize)> {
        macro_rules! by_id {
            ($list:expr, $id:expr) => {
                ($list.iter().position(|thing| thing.id == *$id)?, $list.len())
            };
        }
        let place = match self {
            Self::Alternative(id) => by_id!(plan.alternatives, id),
            Self::Tier(id, tier) => (*tier, plan.alternative(id.as_str())?.tiers.len()),
            Self::Criterion(id) => by_id!(plan.criteria, id),
            Self::Group(id) => by_id!(plan.groups, id),
            Self::Role(role) => (*role, plan.team.other_roles.len()),
            Self::Profile(id) => by_id!(plan.profiles, id),
            Self::Scenario(id) => by_id!(plan.scenarios, id),
        };
        Some(place).filter(|(place, count)| place < count)
    }
}

/// Puts a copy right behind a thing.
///
/// # Errors
/// There is no room for one more, or it cannot be copied.
pub fn duplicate(plan: &Plan, thing: &Thing) -> Changed {
    let missing = || Problem::at(thing.path(), "the plan has no such thing");
    let (place, _) = thing.place(plan).ok_or_else(missing)?;
    let mut changed = plan.clone();
    let copy = match thing {
        Thing::Alternative(id) => {
            let own = plan.alternative(id.as_str()).ok_or_else(missing)?;
            let new = fresh_id(id.as_str(), |id| plan.alternative(id).is_some());
            let mut copy = own.clone();
            (copy.id, copy.name) = (new.clone(), copy_name(&own.name));
            copy.color = fresh_color(plan);
            if own.rewrite.target == *id {
                copy.rewrite.target = new.clone();
            }
            for criterion in &mut changed.criteria {
                for values in [&mut criterion.scores, &mut criterion.raw] {
                    if let Some(value) = values.get(id.as_str()).copied() {
                        values.insert(new.clone(), value);
                    }
                }
            }
            changed.alternatives.insert(place + 1, copy);
            changed.copy_formulas(&|path| match *path.steps().as_slice() {
                ["criteria", criterion, values, own] if own == id.as_str() => {
                    Some(Path::from("criteria").then(criterion).then(values).then(&new))
                }
                _ => None,
            });
            Thing::Alternative(new)
        }
        Thing::Tier(id, _) => return add(plan, &Addition::Tier(id.clone())),
        Thing::Criterion(id) => {
            let own = plan.criterion(id.as_str()).ok_or_else(missing)?;
            let new = names::criterion_id(plan);
            // The model computes its own criteria, and no copies of them.
            let scored = if own.scored == Scored::Computed { Scored::Typed } else { own.scored };
            let copy = crate::model::Criterion { id: new.clone(), name: copy_name(&own.name), scored, ..own.clone() };
            changed.criteria.insert(place + 1, copy);
            Thing::Criterion(new)
        }
        Thing::Group(id) => {
            let own = plan.groups.get(place).ok_or_else(missing)?;
            let new = fresh_id(id.as_str(), |id| plan.groups.iter().any(|group| group.id.as_str() == id));
            let copy = crate::model::Group { id: new.clone(), name: copy_name(&own.name), ..own.clone() };
            changed.groups.insert(place + 1, copy);
            Thing::Group(new)
        }
        Thing::Role(_) => {
            let own = plan.team.other_roles.get(place).ok_or_else(missing)?;
            let copy = crate::model::Role { name: copy_name(&own.name), ..own.clone() };
            cleanup::renumber(&mut changed, &thing.path().parent(), |i| Some(if i > place { i + 1 } else { i }));
            changed.team.other_roles.insert(place + 1, copy);
            Thing::Role(place + 1)
        }
        Thing::Profile(id) => {
            let own = plan.profile(id.as_str()).ok_or_else(missing)?;
            let new = fresh_id(id.as_str(), |id| plan.profile(id).is_some());
            let copy = crate::model::Profile { id: new.clone(), name: copy_name(&own.name), ..own.clone() };
            changed.profiles.insert(place + 1, copy);
            Thing::Profile(new)
        }
        Thing::Scenario(id) => {
            let own = plan.scenario(id.as_str()).ok_or_else(missing)?;
            Thing::Scenario(scenario::copy_behind(&mut changed, place, own))
        }
    };
    changed.copy_formulas(&|path| below(path, &thing.path(), &copy.path()));
    checked(changed, copy.path())
}

/// Takes a thing out, with the notes and overrides about it. A group takes its criteria along; what would have been
/// rewritten to an alternative that is gone is rewritten in place.
///
/// # Errors
/// The plan needs it: the last profile or one in use, one of two alternatives, the only tier.
pub fn remove(plan: &Plan, thing: &Thing) -> Changed {
    let missing = || Problem::at(thing.path(), "the plan has no such thing");
    let (place, count) = thing.place(plan).ok_or_else(missing)?;
    let mut changed = plan.clone();
    let refuse = |message: String| Err(Problem::at(thing.path(), message));
    match thing {
        Thing::Alternative(_) if count <= 2 => return refuse("a plan compares at least two alternatives".into()),
        Thing::Alternative(id) => {
            changed.alternatives.remove(place);
            cleanup::without_alternative(&mut changed, id);
        }
        Thing::Tier(..) if count <= 1 => return refuse("an alternative needs a tier".into()),
        Thing::Tier(id, _) => {
            if let Some(own) = changed.alternatives.iter_mut().find(|own| own.id == *id) {
                cleanup::without_tier(own, place);
            }
            cleanup::renumber(&mut changed, &thing.path().parent(), |index| without(index, place));
        }
        Thing::Criterion(_) => {
            changed.criteria.remove(place);
        }
        Thing::Group(id) => {
            changed.groups.remove(place);
            changed.criteria.retain(|criterion| criterion.group != *id);
        }
        Thing::Role(_) => {
            changed.team.other_roles.remove(place);
            cleanup::renumber(&mut changed, &thing.path().parent(), |index| without(index, place));
        }
        Thing::Profile(id) => {
            let user = plan.alternatives.iter().find(|own| own.tiers.iter().any(|tier| tier.profile == *id));
            if let Some(user) = user {
                return refuse(format!("{} runs on it; let it run on another profile first", user.name));
            }
            changed.profiles.remove(place);
        }
        Thing::Scenario(_) => {
            changed.scenarios.remove(place);
        }
    }
    cleanup::drop_dangling(&mut changed);
    checked(changed, thing.path().parent())
}

/// The same place below another thing.
fn below(path: &Path, thing: &Path, other: &Path) -> Option<Path> {
    let rest = path.as_str().strip_prefix(thing.as_str())?.strip_prefix('.')?;
    Some(other.then(rest))
}

fn without(index: usize, gone: usize) -> Option<usize> {
    match index {
        index if index == gone => None,
        index if index > gone => Some(index - 1),
        index => Some(index),
    }
}

/// The last word has the plan's own check, for counts above all.
fn checked(mut plan: Plan, path: Path) -> Changed {
    if plan.alternatives.len() > MAX_ALTERNATIVES {
        return Err(Problem::at("alternatives", format!("a plan compares at most {MAX_ALTERNATIVES} alternatives")));
    }
    plan.keep_meanings();
    plan.recalculate()?;
    plan.check()?;
    Ok((plan, path))
}
