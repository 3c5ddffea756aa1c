//! Formulas in a plan: what names mean, what follows when the plan changes, and what files hold of them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../support/mod.rs"]
mod support;

mod files;
mod names;
mod structure;
mod typing;
