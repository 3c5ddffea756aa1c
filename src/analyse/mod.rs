//! QUESTIONS. What an evaluation means.

mod crossover;
mod flip;
mod noise;
pub mod presets;
mod rewrites;
mod verdict;
mod warnings;

pub use crossover::{Crossing, Crossover, STEPS_PER_DECADE, crossover};
pub use flip::{Flip, Flips, flips, top_two};
pub use noise::{Band, noise, overlap};
pub use rewrites::{RewriteCheck, rewrite_checks};
pub use verdict::{CLOSE_COST, CLOSE_SCORE, Verdict, verdict};
pub use warnings::{Warning, stale, warnings};
