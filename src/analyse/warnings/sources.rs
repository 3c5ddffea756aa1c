//! W17 and W21: defaults that count in the results and whose source is old, or a vendor's.

use super::case::{Finding, Whole};
use super::words::{count, rounded};
use crate::evaluate::Evaluation;
use crate::model::{Alternative, Criterion, Day, Grade, Input, Path, Plan, Scored, Source, Tier, Value, Workload};

/// W17: in what way a source is old, for data older than `limit_months`; none if it is not. A judgement has no age.
pub fn stale(source: &Source, limit_months: f64) -> Option<String> {
    if source.note.contains("TechEmpower") {
        return Some("comes from TechEmpower, a source that is closed".into());
    }
    let (year, month) = source.data?;
    let (now, months) = (Day::as_of(), |year: u16, month: u8| f64::from(year) * 12.0 + f64::from(month));
    let age = months(now.year, now.month) - months(year, month);
    (age > limit_months).then(|| {
        let limit = rounded(limit_months, 2);
        format!("rests on data of {year}-{month:02}, {} old and so more than {limit}", count(age, "month"))
    })
}

/// W17: one warning for each declared input, however many cells hold its default.
pub fn old(whole: &Whole) -> Vec<Finding> {
    let limit = whole.plan.thresholds.source_age_months.central();
    let mut found: Vec<(&Input, Path, String, f64)> = Vec::new();
    for path in active(whole, &|source| stale(source, limit).is_some()) {
        let Some(input) = whole.plan.input(&path) else { continue };
        let is_same = |other: &Input| (other.name, other.label) == (input.name, input.label);
        match found.iter_mut().find(|(other, ..)| is_same(other)) {
            Some((.., cells)) => *cells += 1.0,
            None => {
                let why = whole.plan.source(&path).and_then(|source| stale(&source, limit)).unwrap_or_default();
                found.push((input, path, why, 1.0));
            }
        }
    }
    let finding = |(input, path, why, cells): (&Input, Path, String, f64)| {
        let cells = count(cells, "cell");
        Finding::at(path, format!("The default of “{}” {why}, in {cells}: look for a newer figure.", input.label))
    };
    found.into_iter().map(finding).collect()
}

/// W21: one warning for the whole plan.
pub fn vendor(whole: &Whole) -> Vec<Finding> {
    let paths = active(whole, &|source| source.grade == Grade::Vendor);
    let cells = count(paths.len() as f64, "cell");
    let Some(first) = paths.into_iter().next() else { return Vec::new() };
    let label = whole.plan.input(&first).map_or("", |input| input.label);
    let message = format!(
        "The defaults in {cells}, the first of them “{label}”, come from an article by a company that sells Go \
         development. Replace them with your own numbers before you decide."
    );
    vec![Finding::at(first, message)]
}

/// The inputs that count, still have their default, and have such a source, in the order of the plan.
fn active(whole: &Whole, has: &dyn Fn(&Source) -> bool) -> Vec<Path> {
    let is_active = |path: &Path| {
        whole.plan.source(path).is_some_and(|source| has(&source))
            && is_in_use(whole.plan, whole.evaluation, path)
            && (whole.is_default)(path)
    };
    whole.paths.iter().filter(|path| is_active(path)).cloned().collect()
}

/// Whether score or cost can depend on the input: not on an empty one, nor on one that a switch, a weight of 0 or a
/// probability of 0 puts out of use. Thresholds of warnings are no part of a result.
pub fn is_in_use(plan: &Plan, evaluation: &Evaluation, path: &Path) -> bool {
    if plan.get(path).is_none_or(|value| value == Value::Empty) {
        return false;
    }
    match *path.steps().as_slice() {
        ["thresholds", _] => false,
        ["workload", "rpc_latency_ms"] => plan.alternatives.iter().any(|alternative| alternative.tiers.len() > 1),
        ["profiles", id, input] => plan.alternatives.iter().any(|alternative| {
            let mut tiers = alternative.tiers.iter().filter(|tier| tier.profile.as_str() == id);
            tiers.any(|tier| counts_in_tier(&plan.workload, alternative, tier, input))
        }),
        ["alternatives", id, "rewrite", _] => evaluation.outcome(id).is_some_and(|of| of.rewriting.p > 0.0),
        ["criteria", id, "scores", _] => plan.criterion(id).is_some_and(|criterion| counts(plan, criterion)),
        _ => true,
    }
}

/// Whether an input of a profile counts in a tier that runs on it.
fn counts_in_tier(workload: &Workload, alternative: &Alternative, tier: &Tier, input: &str) -> bool {
    let mix = &workload.mix;
    let is_computed = alternative.cpu_ms.is_none();
    let does = |part, share: f64| is_computed && tier.parts.contains(part) && share > 0.0;
    match input {
        "overhead_ms" => is_computed,
        "k_crud" => does("crud", mix.crud.central()),
        "k_pure" => does("pure", mix.pure.central()),
        "k_native" => does("native", mix.native.central()),
        "conn_kb" | "conn_cap" => tier.holds_connections,
        _ => true,
    }
}

/// Whether the typed scores of a criterion count, in the score or as a must-have.
fn counts(plan: &Plan, criterion: &Criterion) -> bool {
    let group = plan.groups.iter().find(|group| group.id == criterion.group);
    let weighs_in_group = !plan.is_grouped() || group.is_some_and(|group| group.weight.central() > 0.0);
    let has_weight = criterion.weight.central() > 0.0 && weighs_in_group;
    criterion.scored == Scored::Typed && (has_weight || criterion.threshold.is_some())
}
