//! The warnings: when each begins, the input it points at, and the numbers it names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../support/mod.rs"]
mod support;

mod capacity;
mod laws;
mod look;
mod memory;
mod people;
mod rewrite;
mod runtime;
mod scoring;
mod sources;
