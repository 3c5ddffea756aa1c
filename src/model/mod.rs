//! NOUNS. What a plan is: every input, declared once, with its kind, default and source.

mod alternative;
pub mod amount;
mod catalogue;
mod check;
mod criterion;
mod day;
mod declare;
mod input;
mod path;
mod pert;
mod plan;
mod problem;
mod profile;
mod profiles;
mod sorted;
mod team;
mod thresholds;
mod units;
mod value;
mod workload;

pub use alternative::{Alternative, PARTS, Tier};
pub use catalogue::DefaultCriterion;
pub use check::{MAX_ALTERNATIVES, MAX_CRITERIA, MAX_NOTES, MAX_SCENARIOS};
pub use criterion::{Criterion, Group, RAW, SCORE, Scored};
pub use day::{AS_OF, Day};
pub use declare::Record;
pub use input::{Bounds, Grade, Input, Kind, Source, Style, Unit};
pub use path::{Id, Path};
pub use plan::{Note, Plan, Scenario};
pub use problem::Problem;
pub use profile::{Language, Profile, Runtime};
pub use sorted::Sorted;
pub use team::{Complexity, Hiring, INTEGRATIONS, Probability, Rewrite, Role, ScoreForm, Settings, Stack, Stage, Team};
pub use thresholds::Thresholds;
pub use value::{Quantity, Range, Slot, Value, Words, Z90};
pub use workload::{Mix, Redundancy, Workload};
