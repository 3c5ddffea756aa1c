//! The language of formulas: what it reads, what it comes to, and what it refuses.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod caught;
mod functions;
mod grammar;
mod lists;
mod money;
mod names;
mod oracle;
mod pieces;
mod random;
mod refused;
mod rounding;
mod world;
