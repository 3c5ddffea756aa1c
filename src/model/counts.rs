//! How many of each thing a plan may hold.

use std::ops::RangeInclusive;

use super::{PARTS, Path, Problem, Problems};

/// Most alternatives of a plan.
pub const MAX_ALTERNATIVES: usize = 8;
/// Most criteria of a plan.
pub const MAX_CRITERIA: usize = 200;
/// Most scenarios of a plan.
pub const MAX_SCENARIOS: usize = 50;
/// Most versions of a plan that are kept.
pub const MAX_VERSIONS: usize = 30;
/// Most notes of a plan.
pub const MAX_NOTES: usize = 10_000;

/// Alternatives: there must be something to choose between.
pub const ALTERNATIVES: RangeInclusive<usize> = 2..=MAX_ALTERNATIVES;
/// Criteria.
pub const CRITERIA: RangeInclusive<usize> = 0..=MAX_CRITERIA;
/// Scenarios.
pub const SCENARIOS: RangeInclusive<usize> = 0..=MAX_SCENARIOS;
/// Versions.
pub const VERSIONS: RangeInclusive<usize> = 0..=MAX_VERSIONS;
/// What a scenario changes: more than any plan has inputs.
pub const OVERRIDES: RangeInclusive<usize> = 0..=20_000;
/// Scores or raw values of one criterion.
pub const SCORES: RangeInclusive<usize> = 0..=MAX_ALTERNATIVES;
/// Notes.
pub const NOTES: RangeInclusive<usize> = 0..=MAX_NOTES;
/// Groups of criteria.
pub const GROUPS: RangeInclusive<usize> = 0..=200;
/// Profiles.
pub const PROFILES: RangeInclusive<usize> = 1..=100;
/// Roles whose cost does not depend on the language.
pub const ROLES: RangeInclusive<usize> = 0..=100;
/// Tiers of one alternative; each does at least one part of the work.
pub const TIERS: RangeInclusive<usize> = 1..=PARTS.len();

/// What is wrong with so many of something, if anything.
pub fn wrong_count(count: usize, allowed: &RangeInclusive<usize>) -> Option<String> {
    let message = || format!("{count} entries; expected {} to {}", allowed.start(), allowed.end());
    (!allowed.contains(&count)).then(message)
}

/// Adds that there are so many, where so many may not be.
pub fn check_count(path: impl Into<Path>, count: usize, allowed: &RangeInclusive<usize>, found: &mut Problems) {
    if let Some(message) = wrong_count(count, allowed) {
        found.add(Problem::at(path, message));
    }
}
