//! The charts, drawn as SVG and read back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod drawing;
mod svg;
mod words;
