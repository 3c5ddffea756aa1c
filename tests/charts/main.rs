//! The charts, drawn as SVG and read back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod columns;
mod drawing;
mod files;
mod machines;
mod people;
mod svg;
mod words;

#[path = "../support/mod.rs"]
mod support;
