//! QUESTIONS. What an evaluation means.

mod agreement;
mod attribution;
mod crossover;
mod difference;
pub mod explain;
mod flip;
mod headline;
mod must_have;
mod noise;
mod order;
mod pair;
pub mod presets;
mod rewrites;
mod verdict;
mod warnings;

pub use agreement::agreement;
pub use attribution::{
    Attributed, Attributing, Attribution, Change, Difference, Method, Parts, Player, WHY_UNKNOWN, attribution,
};
pub use crossover::{Crossing, Crossover, STEPS_PER_DECADE, crossover};
pub use difference::{InputDifference, differences};
pub use flip::{Flip, Flips, flips};
pub use headline::{cheapest, highest};
pub use must_have::failed_must_haves;
pub use noise::{Band, noise, overlap, shares};
pub use order::{cheapest_two, top_two};
pub use pair::{Contrast, Pair, pair, traffic_sentence};
pub use rewrites::{RewriteCheck, rewrite_checks};
pub use verdict::{CLOSE_COST, Leaders, Verdict, is_too_close, leaders, verdict};
pub use warnings::{Warning, is_in_use, stale, warnings};
