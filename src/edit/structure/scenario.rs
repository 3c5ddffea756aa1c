//! Scenarios: new ones, copies, what-ifs, and one that becomes the base.

use super::names::{copy_name, fresh_id, fresh_name, slug};
use super::{Changed, Thing, checked};
use crate::model::{Id, MAX_SCENARIOS, Path, Plan, Problem, Range, Scenario, Sorted, Value};

/// By how much a what-if changes an input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Factor {
    /// What the input is multiplied by.
    pub by: f64,
    /// How that is written behind its name: `× 10`, `+20 %`.
    pub words: &'static str,
}

impl Factor {
    /// Those that are offered.
    pub const ALL: [Self; 4] = [
        Self { by: 2.0, words: "× 2" },
        Self { by: 10.0, words: "× 10" },
        Self { by: 1.2, words: "+20 %" },
        Self { by: 0.8, words: "−20 %" },
    ];

    /// The content with every number of it multiplied; none where it is no number.
    pub fn of(self, content: &Value) -> Option<Value> {
        // Twelve digits keep 0.1 × 1.2 from going on with 0.12000000000000001.
        let times = |x: f64| format!("{:.11e}", x * self.by).parse().unwrap_or(x * self.by);
        match content {
            Value::Number(number) => Some(Value::Number(times(*number))),
            Value::Range(range) => {
                let ends: Vec<f64> = range.parameters().into_iter().map(times).collect();
                Range::new(range.name(), &ends).ok().map(Value::Range)
            }
            Value::Formula(text) => Some(Value::Formula(format!("=({}) * {}", text.trim_start_matches('='), self.by))),
            _ => None,
        }
    }
}

/// An id and a name that no scenario has.
fn fresh(plan: &Plan, name: &str) -> (Id, String) {
    let id = fresh_id(&slug(name), |id| plan.scenario(id).is_some() || id == "base");
    (id, fresh_name(name, |name| plan.scenarios.iter().any(|scenario| scenario.name == name)))
}

/// Puts a scenario that differs in nothing behind the others.
pub(super) fn empty(plan: &mut Plan) -> Id {
    let (id, name) = fresh(plan, "Scenario");
    plan.scenarios.push(Scenario { id: id.clone(), name, ..Scenario::default() });
    id
}

/// Puts a copy behind a scenario.
pub(super) fn copy_behind(plan: &mut Plan, place: usize, own: &Scenario) -> Id {
    let (id, name) = fresh(plan, &copy_name(&own.name));
    plan.scenarios.insert(place + 1, Scenario { id: id.clone(), name, ..own.clone() });
    id
}

/// A new scenario in which one input is changed by a factor, and all else is as in `from`, or in the base without one.
/// `label` is what the input is called.
///
/// # Errors
/// The input holds no number, or the changed number does not fit it.
pub fn what_if(plan: &Plan, from: Option<&Id>, path: &Path, label: &str, factor: Factor) -> Changed {
    let own = from.and_then(|id| plan.scenario(id.as_str()));
    let place = own.and_then(|own| plan.scenarios.iter().position(|other| other.id == own.id));
    let content = own.and_then(|own| own.overrides.get(path.as_str()).cloned()).or_else(|| plan.get(path));
    let input = plan.input(path).ok_or_else(|| Problem::at(path, "the plan has no such input"))?;
    let changed = content.as_ref().and_then(|content| factor.of(content));
    let changed = changed.ok_or_else(|| Problem::at(path, "it holds no number to change"))?;
    input.check(&changed).map_err(|problem| problem.or_at(path))?;
    let short = |text: &str| text.chars().take(60).collect::<String>();
    // What it began with belongs to its name, or it would name another number.
    let before = own.map_or(String::new(), |own| format!("{}; ", own.name.chars().take(30).collect::<String>()));
    let (id, name) = fresh(plan, &format!("{before}{} {}", short(label), factor.words));
    let mut overrides = own.map_or_else(Sorted::default, |own| own.overrides.clone());
    overrides.insert(path.clone(), changed);
    let note = own.map_or(String::new(), |own| format!("From “{}”.", own.name));
    let scenario = Scenario { id: id.clone(), name, note, overrides };
    let mut plan = plan.clone();
    plan.scenarios.insert(place.map_or(plan.scenarios.len(), |place| place + 1), scenario);
    checked_room(plan, id)
}

/// A scenario becomes the base, and the old base a scenario in its place. The other scenarios keep their overrides, and
/// follow the new base in all else.
///
/// # Errors
/// There is no such scenario, or another one breaks a rule on the new base.
pub fn promote(plan: &Plan, id: &Id) -> Changed {
    let missing = || Problem::at(Thing::Scenario(id.clone()).path(), "the plan has no such scenario");
    let place = plan.scenarios.iter().position(|scenario| scenario.id == *id).ok_or_else(missing)?;
    let own = plan.scenarios.get(place).ok_or_else(missing)?;
    let mut changed = plan.clone();
    let mut before = Sorted::default();
    for (path, value) in own.overrides.iter() {
        let content = changed.set(path, value.clone())?;
        before.insert(path.clone(), content);
    }
    let (old, name) = fresh(plan, "Base before");
    let name_of_old = format!("Base before “{}”", own.name.chars().take(80).collect::<String>());
    let name = if plan.scenarios.iter().any(|other| other.name == name_of_old) { name } else { name_of_old };
    if let Some(slot) = changed.scenarios.get_mut(place) {
        *slot = Scenario {
            id: old.clone(),
            name,
            note: format!("What the base was before “{}” took its place.", own.name),
            overrides: before,
        };
    }
    checked(changed, Thing::Scenario(old).path())
}

fn checked_room(plan: Plan, id: Id) -> Changed {
    if plan.scenarios.len() > MAX_SCENARIOS {
        return Err(Problem::at("scenarios", format!("a plan holds at most {MAX_SCENARIOS} scenarios")));
    }
    checked(plan, Thing::Scenario(id).path())
}
