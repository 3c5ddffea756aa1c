//! QUESTIONS. What an evaluation means.

mod flip;
pub mod presets;
mod rewrites;
mod verdict;

pub use flip::{Flip, Flips, flips, top_two};
pub use rewrites::{RewriteCheck, rewrite_checks};
pub use verdict::{CLOSE_COST, CLOSE_SCORE, Verdict, verdict};
