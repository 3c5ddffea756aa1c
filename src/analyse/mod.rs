//! QUESTIONS. What an evaluation means.

mod crossover;
mod noise;
mod verdict;

pub use crossover::{Crossing, Crossover, STEPS_PER_DECADE, crossover};
pub use noise::{Band, noise, overlap};
pub use verdict::{CLOSE_COST, CLOSE_SCORE, Verdict, verdict};
