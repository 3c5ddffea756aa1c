//! What a browser keeps survives: a stop at any moment, another tab, and hands that write into it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../support/mod.rs"]
mod support;

mod cut;
mod damaged;
mod memory;
mod revisions;
mod undo;
