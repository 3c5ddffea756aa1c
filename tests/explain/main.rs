//! How a number came about: every result leads back to inputs, and follows from the values it names.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod absent;
mod by_hand;
mod explained;
mod graph;
mod shown;
#[path = "../support/mod.rs"]
mod support;
