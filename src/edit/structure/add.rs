//! What can be added to a plan, each complete and ready to be overwritten.

use super::names::{criterion_id, fresh_color, fresh_id, fresh_name, slug};
use super::{Changed, Thing, checked, scenario};
use crate::model::{
    Alternative, Criterion, DefaultCriterion, Group, Hiring, Id, Note, Path, Plan, Problem, Profile, Quantity, Range,
    Rewrite, Role, Tier, Words,
};

/// Something new.
#[derive(Debug, Clone, PartialEq)]
pub enum Addition {
    /// An alternative on one profile, with the defaults of its language.
    Alternative(Id),
    /// Go in front, Python for native libraries behind it.
    Hybrid,
    /// A language for which people are hard to find (article line 93).
    Niche,
    /// Buying instead of building: little code, a monthly fee.
    Managed,
    /// One more tier of an alternative; it does nothing until it is given a part.
    Tier(Id),
    /// A criterion of a group. It weighs nothing until it is given a weight.
    Criterion(Id),
    /// The same, right behind another criterion and in its group.
    CriterionBehind(Id),
    /// A group.
    Group,
    /// A role whose cost is the same for every alternative.
    Role,
    /// A profile of the catalogue, or an empty one.
    Profile(Id),
    /// A scenario that differs in nothing yet.
    Scenario,
}

/// Adds it to the plan.
///
/// # Errors
/// There is no room for one more, or what it builds on is not there.
pub fn add(plan: &Plan, addition: &Addition) -> Changed {
    let mut changed = plan.clone();
    let thing = match addition {
        Addition::Alternative(profile) => {
            let name = plan.profile(profile.as_str()).map_or("New alternative", |profile| profile.name.as_str());
            alternative(&mut changed, name, vec![on(profile)])
        }
        Addition::Hybrid => hybrid(&mut changed),
        Addition::Niche => niche(&mut changed),
        Addition::Managed => managed(&mut changed),
        Addition::Tier(id) => tier(&mut changed, id)?,
        Addition::Criterion(group) => criterion(&mut changed, group),
        Addition::CriterionBehind(id) => criterion_behind(&mut changed, id)?,
        Addition::Group => {
            let id = fresh_id("group", |id| plan.groups.iter().any(|group| group.id.as_str() == id));
            changed.groups.push(Group { id: id.clone(), ..Group::default() });
            Thing::Group(id)
        }
        Addition::Role => {
            changed.team.other_roles.push(Role { name: "New role".into(), ..Role::default() });
            Thing::Role(plan.team.other_roles.len())
        }
        Addition::Profile(id) => Thing::Profile(profile(&mut changed, id.clone())),
        Addition::Scenario => Thing::Scenario(scenario::empty(&mut changed)),
    };
    checked(changed, thing.path())
}

fn on(profile: &Id) -> Tier {
    Tier { profile: profile.clone(), ..Tier::default() }
}

/// Adds an alternative with the figures of its languages and a score in every criterion.
fn alternative(plan: &mut Plan, name: &str, tiers: Vec<Tier>) -> Thing {
    let id = fresh_id(&slug(name), |id| plan.alternative(id).is_some());
    let name = fresh_name(name, |name| plan.alternatives.iter().any(|own| own.name == name));
    let own = Alternative { id: id.clone(), name, color: fresh_color(plan), tiers, ..Alternative::default() };
    let stack = own.stack(&plan.profiles);
    // The article's rewrites all go to Go; where there is no Go, a rewrite stays in place.
    let target = plan.alternative("go").map_or_else(|| id.clone(), |go| go.id.clone());
    let rewrite = Rewrite { target, ..Rewrite::of(stack) };
    plan.alternatives.push(Alternative { team: Hiring::of(stack), rewrite, ..own });
    for criterion in &mut plan.criteria {
        let default = DefaultCriterion::find(criterion.id.as_str()).and_then(|default| default.score(stack));
        criterion.scores.insert(id.clone(), default.unwrap_or(5.0).into());
    }
    Thing::Alternative(id)
}

/// The profile with this id, added from the catalogue where the plan lacks it.
fn with_profile(plan: &mut Plan, id: &str) -> Id {
    if plan.profile(id).is_none() {
        plan.profiles.push(Profile::with_id(id.into()));
    }
    id.into()
}

fn profile(plan: &mut Plan, id: Id) -> Id {
    let known = Profile::with_id(id.clone());
    let id = fresh_id(id.as_str(), |id| plan.profile(id).is_some());
    plan.profiles.push(Profile { id: id.clone(), ..known });
    id
}

fn hybrid(plan: &mut Plan) -> Thing {
    let (go, python) = (with_profile(plan, "go-net-http"), with_profile(plan, "python-fastapi"));
    let front = Tier { parts: Words::of(&["crud", "pure"]), rpc_cpu_ms: 0.2.into(), ..on(&go) };
    let back = Tier { parts: Words::of(&["native"]), holds_connections: false, rpc_cpu_ms: 0.2.into(), ..on(&python) };
    alternative(plan, "Hybrid Go + Python", vec![front, back])
}

fn niche(plan: &mut Plan) -> Thing {
    let own = with_profile(plan, "own");
    let thing = alternative(plan, "Niche language", vec![on(&own)]);
    if let Some(added) = plan.alternatives.last_mut() {
        added.team.fill_weeks = Quantity::Range(Range::Triangular(11.2, 16.0, 28.8));
        let score = Path::from("criteria.C11.scores").then(&added.id);
        let text = "A small pool of people: positions stay open longer, and few candidates know the language.";
        note(plan, score, text, "article line 93, without a figure; 16 weeks is our guess");
    }
    thing
}

fn managed(plan: &mut Plan) -> Thing {
    let profile = profile(plan, "managed-service".into());
    if let Some(own) = plan.profiles.last_mut() {
        own.name = "Managed service".into();
        // A call costs next to nothing here, but not nothing: one instance for it is CPU's, not memory's.
        (own.overhead_ms, own.k_crud, own.k_pure) = (0.01.into(), 0.0.into(), 0.0.into());
        (own.k_native, own.base_mb, own.conn_kb) = (0.0.into(), 0.0.into(), 0.0.into());
    }
    let thing = alternative(plan, "Buy a managed service", vec![on(&profile)]);
    if let Some(added) = plan.alternatives.last_mut() {
        (added.fee, added.team.scope_factor) = (2_000.0.into(), 0.4.into());
        let fee = thing.path().then("fee");
        note(plan, fee, "Put the offer you have here.", "a placeholder");
    }
    thing
}

fn note(plan: &mut Plan, path: Path, text: &str, source: &str) {
    if plan.input(&path).is_some() {
        plan.notes.insert(path, Note { text: text.into(), source: source.into() });
    }
}

fn tier(plan: &mut Plan, id: &Id) -> Result<Thing, Problem> {
    let missing = || Problem::at(Path::from("alternatives").then(id), "the plan has no such alternative");
    let own = plan.alternatives.iter_mut().find(|own| own.id == *id).ok_or_else(missing)?;
    let profile = own.tiers.first().map(|tier| tier.profile.clone()).unwrap_or_default();
    let place = own.tiers.len();
    own.tiers.push(Tier { parts: Words::default(), holds_connections: false, rpc_cpu_ms: 0.2.into(), ..on(&profile) });
    Ok(Thing::Tier(id.clone(), place))
}

fn criterion_behind(plan: &mut Plan, id: &Id) -> Result<Thing, Problem> {
    let missing = || Problem::at(Path::from("criteria").then(id), "the plan has no such criterion");
    let place = plan.criteria.iter().position(|criterion| criterion.id == *id).ok_or_else(missing)?;
    let group = plan.criteria.get(place).map(|criterion| criterion.group.clone()).unwrap_or_default();
    let added = criterion(plan, &group);
    if let Some(own) = plan.criteria.pop() {
        plan.criteria.insert(place + 1, own);
    }
    Ok(added)
}

fn criterion(plan: &mut Plan, group: &Id) -> Thing {
    let id = criterion_id(plan);
    let mut criterion = Criterion { group: group.clone(), ..Criterion::with_id(id.clone()) };
    for alternative in &plan.alternatives {
        criterion.scores.insert(alternative.id.clone(), 5.0.into());
    }
    plan.criteria.push(criterion);
    Thing::Criterion(id)
}
