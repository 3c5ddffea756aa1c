//! Asking a plan for its warnings.

use crate::support::Bare;
use weighbridge::analyse::{Warning, warnings};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Path, Plan, Tier};

/// All warnings on a plan of which `is_default` holds.
pub fn all(plan: &Plan, is_default: &dyn Fn(&Path) -> bool) -> Vec<Warning> {
    warnings(plan, &evaluate(plan), is_default)
}

/// The plan behind a bare one.
pub fn plan(bare: &Bare) -> Plan {
    let mut plan = None;
    let _ = bare.clone().with(|inside| plan = Some(inside.clone()));
    let plan = plan.unwrap();
    plan.check().unwrap_or_else(|problem| panic!("{problem}"));
    plan
}

/// The warnings of one rule; nothing is still at its default.
pub fn of(bare: &Bare, rule: &str) -> Vec<Warning> {
    let plan = plan(bare);
    let found: Vec<Warning> = all(&plan, &|_| false).into_iter().filter(|warning| warning.rule == rule).collect();
    for warning in &found {
        assert!(plan.input(&warning.path).is_some(), "{} is no input", warning.path);
    }
    found
}

/// Whom a rule warns about, in order.
pub fn whom(bare: &Bare, rule: &str) -> Vec<String> {
    let alternative = |warning: &Warning| warning.alternative.as_ref().map_or("all".into(), |id| id.to_string());
    of(bare, rule).iter().map(alternative).collect()
}

/// The one warning of a rule about an alternative.
#[track_caller]
pub fn the(bare: &Bare, rule: &str, alternative: &str) -> Warning {
    let is_it = |warning: &Warning| warning.alternative.as_ref().is_none_or(|id| id.as_str() == alternative);
    let found: Vec<Warning> = of(bare, rule).into_iter().filter(is_it).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

/// With each of the numbers in one input: whether the rule warns about the alternative.
#[track_caller]
pub fn edge(bare: &Bare, rule: &str, alternative: &str, path: &str, quiet: &[f64], loud: &[f64]) {
    let warns = |number: f64| whom(&bare.clone().set(path, number), rule).iter().any(|id| id == alternative);
    for number in quiet {
        assert!(!warns(*number), "{rule} warns about {alternative} at {path} = {number}");
    }
    for number in loud {
        assert!(warns(*number), "{rule} is silent about {alternative} at {path} = {number}");
    }
}

/// Fails unless the message holds all of this.
#[track_caller]
pub fn says(warning: &Warning, fragments: &[&str]) {
    // A no-break space keeps number and unit together; here it is a space.
    let message = warning.message.replace('\u{a0}', " ");
    for fragment in fragments {
        assert!(message.contains(fragment), "{fragment:?} is not in {message:?}");
    }
}

/// The bare plan with a second tier in one alternative: the first does `front`, the second the rest.
pub fn hybrid(bare: Bare, alternative: usize, profile: &str, front: [&str; 2], behind: &str) -> Bare {
    let base = ["alternatives.go", "alternatives.node", "alternatives.python"][alternative];
    let bare = bare.with(|plan| {
        let tier = Tier { profile: profile.into(), holds_connections: false, ..Tier::default() };
        plan.alternatives[alternative].tiers.push(tier);
    });
    bare.set(&format!("{base}.tiers.0.parts"), front).set(&format!("{base}.tiers.1.parts"), [behind])
}
