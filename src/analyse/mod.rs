//! QUESTIONS. What an evaluation means.

mod verdict;
mod warnings;

pub use verdict::{CLOSE_COST, CLOSE_SCORE, Verdict, verdict};
pub use warnings::{Warning, stale, warnings};
