//! W20 and W22: what is scored, and how often.

use super::case::{Finding, Whole};
use super::words::share;
use crate::model::{Criterion, Path};

const POPULARITY: &[&str] = &["star", "stars", "popular", "popularity", "trend", "trends"];
/// The criteria that all reward efficiency under load.
const SAME_MEASURE: &[&str] = &["C1", "C2", "C3", "C4", "C16", "C17", "C19"];

/// W20: a criterion named after popularity, by whole words.
pub fn popularity(whole: &Whole) -> Vec<Finding> {
    let is_popularity = |criterion: &&Criterion| {
        let mut words = criterion.name.split(|c: char| !c.is_alphanumeric());
        words.any(|word| POPULARITY.iter().any(|popular| word.eq_ignore_ascii_case(popular)))
    };
    let finding = |criterion: &Criterion| {
        let message = format!(
            "“{}”: popularity does not predict success in production (article line 15). Use hiring data instead.",
            criterion.name
        );
        Finding::at(Path::from("criteria").then(&criterion.id).then("name"), message)
    };
    whole.plan.criteria.iter().filter(is_popularity).map(finding).collect()
}

/// W22: in the flat form, most of the weight lies on criteria that measure nearly the same thing.
pub fn double_count(whole: &Whole) -> Vec<Finding> {
    let plan = whole.plan;
    let weight = |counts: fn(&Criterion) -> bool| -> f64 {
        plan.criteria.iter().filter(|criterion| counts(criterion)).map(|criterion| criterion.weight.central()).sum()
    };
    let same = weight(|criterion| SAME_MEASURE.contains(&criterion.id.as_str()));
    let all = weight(|_| true);
    let limit = plan.thresholds.same_measure_share.central();
    if plan.is_grouped() || all <= 0.0 || same / all <= limit {
        return Vec::new();
    }
    let message = format!(
        "{} of the weight lies on C1 to C4, C16, C17 and C19, which measure nearly the same thing. Use group weights.",
        share(same / all)
    );
    vec![Finding::at("settings.score_form", message)]
}
