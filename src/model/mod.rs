//! NOUNS. What a plan is: every input, declared once, with its kind, default and source.

mod alternative;
pub mod amount;
mod check;
mod criterion;
mod declare;
mod input;
mod path;
mod plan;
mod problem;
mod profile;
mod sorted;
mod team;
mod units;
mod value;
mod workload;

pub use alternative::{Alternative, PARTS, Parts, Tier};
pub use check::{MAX_ALTERNATIVES, MAX_CRITERIA, MAX_NOTES, MAX_SCENARIOS};
pub use criterion::{Criterion, DefaultCriterion, Group, SCORE};
pub use declare::Record;
pub use input::{AS_OF, Bounds, Grade, Input, Kind, Source, Style, Unit};
pub use path::{Id, Path};
pub use plan::{Note, Plan, Scenario};
pub use problem::Problem;
pub use profile::{Language, Profile, Runtime};
pub use sorted::Sorted;
pub use team::{Hiring, Rewrite, Role, ScoreForm, Settings, Stack, Team};
pub use value::{Quantity, Range, Slot, Value};
pub use workload::{Mix, Redundancy, Workload};
