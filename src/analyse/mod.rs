//! QUESTIONS. What an evaluation means.

mod agreement;
mod crossover;
mod difference;
pub mod explain;
mod flip;
mod must_have;
mod noise;
mod order;
mod pair;
pub mod presets;
mod rewrites;
mod verdict;
mod warnings;

pub use agreement::agreement;
pub use crossover::{Crossing, Crossover, STEPS_PER_DECADE, crossover};
pub use difference::{Difference, differences};
pub use flip::{Flip, Flips, flips};
pub use must_have::failed_must_haves;
pub use noise::{Band, noise, overlap};
pub use order::top_two;
pub use pair::{Contrast, Pair, pair, traffic_sentence};
pub use rewrites::{RewriteCheck, rewrite_checks};
pub use verdict::{CLOSE_COST, Leaders, Verdict, leaders, verdict};
pub use warnings::{Warning, stale, warnings};
