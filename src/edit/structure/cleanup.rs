//! What goes with a thing that is gone: scores, targets, overrides and notes that named it.

use crate::model::{Alternative, GONE, Id, Kind, Note, Path, Plan, Scenario, Sorted, Value, Words};

/// Scores and rewrites that named an alternative.
pub(super) fn without_alternative(plan: &mut Plan, gone: &Id) {
    for criterion in &mut plan.criteria {
        criterion.scores.remove(gone.as_str());
        criterion.raw.remove(gone.as_str());
    }
    for own in &mut plan.alternatives {
        if own.rewrite.target == *gone {
            own.rewrite.target = own.id.clone();
        }
    }
    for scenario in &mut plan.scenarios {
        retain(&mut scenario.overrides, |path, value| {
            let is_target = path.as_str().ends_with(".rewrite.target");
            !(is_target && *value == Value::Text(gone.to_string()))
        });
    }
}

/// The first tier that is left does what the other one did.
pub(super) fn without_tier(own: &mut Alternative, place: usize) {
    let gone = own.tiers.remove(place);
    if let Some(first) = own.tiers.first_mut() {
        let parts: Vec<&str> = crate::model::PARTS
            .iter()
            .filter(|part| first.parts.contains(part) || gone.parts.contains(part))
            .copied()
            .collect();
        first.parts = Words::of(&parts);
        if gone.holds_connections {
            first.holds_connections = true;
            first.call_share = 1.0.into();
        }
    }
}

/// Overrides and notes below a list whose places have changed.
pub(super) fn renumber(plan: &mut Plan, list: &Path, place: impl Fn(usize) -> Option<usize>) {
    let moved = |path: &Path| {
        let below = path.as_str().strip_prefix(list.as_str()).and_then(|rest| rest.strip_prefix('.'));
        let Some((index, rest)) = below.and_then(|below| below.split_once('.')) else { return Some(path.clone()) };
        let index = index.parse().ok().and_then(&place)?;
        Some(list.then(index).then(rest))
    };
    for scenario in &mut plan.scenarios {
        scenario.overrides = renamed(&scenario.overrides, &moved);
    }
    plan.notes = renamed(&plan.notes, &moved);
    plan.relocate_formulas(&moved);
    plan.rename_in_overrides(&|_, name, _| {
        let path = Path::from(name);
        match moved(&path) {
            Some(new) => (new != path).then(|| new.to_string()),
            None => Some(GONE.to_owned()),
        }
    });
}

/// Overrides and notes of inputs that the plan no longer has.
pub(super) fn drop_dangling(plan: &mut Plan) {
    plan.forget_gone_in_overrides();
    let mut scenarios = std::mem::take(&mut plan.scenarios);
    let mut notes = std::mem::take(&mut plan.notes);
    for scenario in &mut scenarios {
        retain(&mut scenario.overrides, |path, _| plan.input(path).is_some());
    }
    retain(&mut notes, |path, _: &Note| plan.input(path).is_some());
    let holds = |scenario: &Scenario| plan.with_overrides(scenario).is_ok();
    for scenario in &mut scenarios {
        // What names a thing that is gone goes; then what only held together with it; all of it, if nothing else helps.
        for is_suspect in [is_reference, |_: &Plan, _: &Path| true] {
            if holds(scenario) {
                break;
            }
            let holds_alone = |path: &Path, value: &Value| {
                let mut alone = Scenario::default();
                alone.overrides.insert(path.clone(), value.clone());
                !is_suspect(plan, path) || holds(&alone)
            };
            retain(&mut scenario.overrides, holds_alone);
        }
        if !holds(scenario) {
            scenario.overrides.clear();
        }
    }
    (plan.scenarios, plan.notes) = (scenarios, notes);
}

fn is_reference(plan: &Plan, path: &Path) -> bool {
    plan.input(path).is_some_and(|input| matches!(input.kind, Kind::Reference(_)))
}

fn retain<V: Clone>(map: &mut Sorted<Path, V>, keep: impl Fn(&Path, &V) -> bool) {
    let gone: Vec<Path> = map.iter().filter(|(path, value)| !keep(path, value)).map(|(path, _)| path.clone()).collect();
    for path in gone {
        map.remove(path.as_str());
    }
}

fn renamed<V: Clone>(map: &Sorted<Path, V>, name: &dyn Fn(&Path) -> Option<Path>) -> Sorted<Path, V> {
    let mut renamed = Sorted::default();
    for (path, value) in map.iter() {
        if let Some(path) = name(path) {
            renamed.insert(path, value.clone());
        }
    }
    renamed
}
