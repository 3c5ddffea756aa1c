//! The finished app in real browsers, one story a test: what a user does, and what the page then shows.
//!
//! `WEIGHBRIDGE_DIST` names the built app; without it, `dist/`. `WEIGHBRIDGE_AXE` names the file of axe. Each story has a browser of its own with an
//! empty profile, and fails on anything the console calls an error and on any request to another origin.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod answer;
mod appearance;
mod axe;
mod editing;
mod engine;
mod exchange;
mod exporting;
mod first_visit;
mod folder;
mod formulas;
mod hostile;
#[path = "../hostile/corpus/mod.rs"]
mod hostile_corpus;
mod keyboard;
mod kill;
#[path = "../bench/large.rs"]
mod large;
mod long;
mod look;
mod offline;
mod page;
mod plans;
mod program;
mod record;
mod rescue;
mod roles;
mod scenarios;
mod screen;
mod selecting;
mod server;
mod sharing;
mod sources;
mod spreadsheets;
mod storage;
mod story;
mod things;
mod touch;
mod two_tabs;
mod updates;
mod versions;
