//! QUESTIONS. What an evaluation means.

mod verdict;

pub use verdict::{CLOSE_COST, CLOSE_SCORE, Verdict, verdict};
