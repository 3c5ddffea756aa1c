//! QUESTIONS. What an evaluation means.

pub mod explain;
mod verdict;

pub use verdict::{CLOSE_COST, CLOSE_SCORE, Verdict, verdict};
