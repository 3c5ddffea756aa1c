//! QUESTIONS. What an evaluation means.

pub mod explain;
pub mod presets;
mod verdict;

pub use verdict::{CLOSE_COST, CLOSE_SCORE, Verdict, verdict};
