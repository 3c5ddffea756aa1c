//! What follows at once when an input is written, in the same step: shares that sum to one, and switches that write
//! another input. Everything that is written can be seen and overwritten in its own cell.

use crate::model::{PARTS, Path, Plan, Quantity, Range, Slot, Stage, Value};

type Writes = Vec<(Path, Value)>;

/// Adds what follows from `writes`; an input that is among them already keeps what is written there, and one that holds
/// a formula keeps that.
pub(super) fn follow(plan: &Plan, writes: &mut Writes) {
    follow_mix(plan, writes);
    for (path, value) in writes.clone() {
        let followers = match *path.steps().as_slice() {
            ["alternatives", id, "tiers", index, "parts"] => parts(plan, id, index, &value),
            ["alternatives", id, "tiers", index, "holds_connections"] => connections(plan, id, index, &value),
            ["alternatives", id, "team", "missing"] => missing(plan, id, &path, &value),
            ["alternatives", id, "offload_heavy"] => offload(plan, id, &path, &value),
            ["alternatives", id, "team", "market_salary"] => market(plan, id, &value),
            ["team", "premium_pass_through"] => pass_through(plan, &value),
            ["team", "stage"] => stage(&value),
            _ => Vec::new(),
        };
        for (path, value) in followers {
            let is_formula = matches!(plan.get(&path), Some(Value::Formula(_)));
            if !is_formula && writes.iter().all(|(written, _)| *written != path) {
                writes.push((path, value));
            }
        }
    }
}

/// Twelve digits keep 1 − 0.9 from becoming 0.09999999999999998.
fn rounded(x: f64) -> f64 {
    (x * 1e12).round() / 1e12
}

/// The three shares of the mix sum to 1. The records follow; if they are what was written, the computation does.
fn follow_mix(plan: &Plan, writes: &mut Writes) {
    let mix = Path::from("workload.mix");
    let written = |part: &str| writes.iter().find(|(path, _)| *path == mix.then(part)).map(|(_, value)| value);
    if PARTS.iter().all(|part| written(part).is_none()) {
        return;
    }
    let Some(follower) = ["crud", "pure", "native"].into_iter().find(|part| written(part).is_none()) else { return };
    // A formula among them has the say itself.
    let is_formula = |part: &&str| {
        let stands = || plan.get(&mix.then(part));
        matches!(written(part).cloned().or_else(stands), Some(Value::Formula(_)))
    };
    if PARTS.iter().any(is_formula) {
        return;
    }
    let share = |part: &str| written(part).cloned().or_else(|| plan.value(&mix.then(part)))?.central();
    let others: f64 = PARTS.iter().filter(|part| **part != follower).filter_map(|part| share(part)).sum();
    writes.push((mix.then(follower), Value::Number(rounded(1.0 - others))));
}

fn alternative(id: &str) -> Path {
    Path::from("alternatives").then(id)
}

/// The same input of the other tiers, with its value.
fn other_tiers(plan: &Plan, id: &str, index: &str, input: &str) -> Writes {
    let count = plan.alternative(id).map_or(0, |alternative| alternative.tiers.len());
    let others = (0..count).map(|tier| tier.to_string()).filter(|tier| tier != index);
    let read = |tier: String| {
        let path = alternative(id).then("tiers").then(tier).then(input);
        plan.get(&path).map(|value| (path, value))
    };
    others.filter_map(read).collect()
}

/// A part that one tier takes, the others give up; what it gives up goes to the first of them.
fn parts(plan: &Plan, id: &str, index: &str, value: &Value) -> Writes {
    let Value::List(taken) = value else { return Vec::new() };
    let mut others = other_tiers(plan, id, index, "parts");
    for (_, value) in &mut others {
        if let Value::List(words) = value {
            words.retain(|word| !taken.contains(word));
        }
    }
    let holds = |others: &Writes, part: &str| {
        others.iter().any(|(_, value)| matches!(value, Value::List(words) if words.iter().any(|word| word == part)))
    };
    for part in PARTS {
        if !taken.iter().any(|word| word == part)
            && !holds(&others, part)
            && let Some((_, Value::List(words))) = others.first_mut()
        {
            words.push((*part).to_owned());
        }
    }
    others
}

/// Clients connect to one tier: the others let go, or the first of them takes over. That tier is reached by all requests.
fn connections(plan: &Plan, id: &str, index: &str, value: &Value) -> Writes {
    let mut others = other_tiers(plan, id, index, "holds_connections");
    let takes = *value == Value::Flag(true);
    for (place, (_, held)) in others.iter_mut().enumerate() {
        *held = Value::Flag(!takes && place == 0);
    }
    let front = if takes {
        Some(alternative(id).then("tiers").then(index))
    } else {
        others.first().map(|(path, _)| path.parent())
    };
    others.extend(front.map(|tier| (tier.then("call_share"), Value::Number(1.0))));
    others
}

fn number(plan: &Plan, path: &Path) -> f64 {
    plan.value(path).and_then(|value| value.central()).unwrap_or(0.0)
}

/// The extra scope with so much added.
fn scope(plan: &Plan, id: &str, more: f64) -> Writes {
    let path = alternative(id).then("team.scope_factor");
    let scope = rounded((number(plan, &path) + more).max(0.0));
    vec![(path, Value::Number(scope))]
}

/// Each integration without a library is work on top of the first release.
fn missing(plan: &Plan, id: &str, path: &Path, value: &Value) -> Writes {
    let count = |value: &Value| if let Value::List(words) = value { words.len() as f64 } else { 0.0 };
    let more = count(value) - plan.get(path).map_or(0.0, |before| count(&before));
    let months = plan.team.integration_months.central();
    let first_release = plan.team.mvp_scope.central();
    if more == 0.0 || first_release == 0.0 { Vec::new() } else { scope(plan, id, more * months / first_release) }
}

/// Handing work to threads or processes is code to be written.
fn offload(plan: &Plan, id: &str, path: &Path, value: &Value) -> Writes {
    let effort = plan.team.offload_effort.central();
    match (plan.get(path), value) {
        (Some(Value::Flag(false)), Value::Flag(true)) => scope(plan, id, effort),
        (Some(Value::Flag(true)), Value::Flag(false)) => scope(plan, id, -effort),
        _ => Vec::new(),
    }
}

/// Pay of new hires: base pay of today's team + pass-through × (market − base pay).
fn paid(market: Quantity, base: f64, pass_through: f64) -> Quantity {
    // In full it is the very number: a sum that is rounded could be another one.
    if pass_through == 1.0 {
        return market;
    }
    let pay = |market: f64| rounded(base + pass_through * (market - base));
    match market {
        Quantity::Number(market) => pay(market).into(),
        Quantity::Range(range) => {
            let parameters: Vec<f64> = match range {
                // A standard deviation is no amount of pay: it only shrinks.
                Range::Normal(mean, sd) => vec![pay(mean), rounded(pass_through * sd)],
                _ => range.parameters().into_iter().map(pay).collect(),
            };
            Range::new(range.name(), &parameters).map_or_else(|_| pay(range.central()).into(), Quantity::Range)
        }
    }
}

fn pass_through(plan: &Plan, value: &Value) -> Writes {
    let (Some(share), Some(base)) = (value.central(), plan.team.existing_salary) else { return Vec::new() };
    let mut writes = Vec::new();
    for own in &plan.alternatives {
        let team = alternative(own.id.as_str()).then("team");
        let market = own.team.market_salary.unwrap_or(own.team.salary);
        // In full, pay is the market's: nothing has to be remembered.
        let remembered = if share == 1.0 { Value::Empty } else { market.read() };
        writes.push((team.then("market_salary"), remembered));
        writes.push((team.then("salary"), paid(market, base.central(), share).read()));
    }
    writes
}

fn market(plan: &Plan, id: &str, value: &Value) -> Writes {
    let market = match value {
        Value::Number(market) => Quantity::Number(*market),
        Value::Range(range) => Quantity::Range(*range),
        _ => return Vec::new(),
    };
    let share = plan.team.premium_pass_through.central();
    let base = plan.team.existing_salary.map_or(market.central(), |base| base.central());
    vec![(alternative(id).then("team.salary"), paid(market, base, share).read())]
}

fn stage(value: &Value) -> Writes {
    let stage = if let Value::Text(word) = value { Stage::from_word(word) } else { None };
    let factor = |stage: Stage| (Path::from("team.switching_factor"), Value::Number(stage.switching_factor()));
    stage.map(factor).into_iter().collect()
}
