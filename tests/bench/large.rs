//! The plan that speed is measured with: 8 alternatives, 200 criteria, formulas in 2,000 cells, all of which follow from
//! the weight of the first criterion.

use weighbridge::edit::structure::{Addition, Thing, add, remove};
use weighbridge::model::{Path, Plan, Value};

/// The weight from which everything follows.
pub const FIRST: &str = "criteria.C1.weight";

/// Builds the plan.
pub fn large() -> Plan {
    let mut plan = Plan::default();
    let profiles: Vec<_> = plan.profiles.iter().map(|profile| profile.id.clone()).collect();
    for profile in profiles.into_iter().cycle().take(8 - plan.alternatives.len()) {
        plan = add(&plan, &Addition::Alternative(profile)).expect("room for an alternative").0;
    }
    // One group, so that the block of scores has no row of a group between its rows.
    let group = plan.groups.first().expect("a group").id.clone();
    for other in plan.groups.clone().into_iter().skip(1) {
        plan = remove(&plan, &Thing::Group(other.id)).expect("a group that can go").0;
    }
    for _ in plan.criteria.len()..200 {
        plan = add(&plan, &Addition::Criterion(group.clone())).expect("room for a criterion").0;
    }
    let ids: Vec<_> = plan.criteria.iter().map(|criterion| criterion.id.clone()).collect();
    let alternatives: Vec<_> = plan.alternatives.iter().map(|own| own.id.clone()).collect();
    let mut formulas = 0;
    let mut set = |path: Path, text: String| {
        if path.as_str() != FIRST {
            plan.set(&path, Value::Formula(text)).expect("a cell");
            formulas += 1;
        }
    };
    for (row, id) in ids.iter().enumerate() {
        let criterion = Path::from("criteria").then(id);
        set(criterion.then("weight"), format!("={FIRST} + {}", row % 3));
        for (column, own) in alternatives.iter().enumerate() {
            let text = format!("=MIN(10, {criterion}.weight + {}%)", (row + column) % 7 * 50);
            set(criterion.then("scores").then(own), text);
        }
        if row > 0 {
            set(criterion.then("threshold"), format!("={criterion}.weight / 100"));
        }
    }
    set("workload.peak_rps".into(), format!("={FIRST} * 100"));
    set("workload.connections".into(), "=workload.peak_rps * 5".into());
    assert_eq!(formulas, 2_000);
    plan.recalculate().expect("no circle");
    assert!(plan.faults().is_empty(), "{:?}", plan.faults());
    plan
}
