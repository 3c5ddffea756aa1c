//! Weighbridge weighs back-end languages against criteria and against three years of cost.
//!
//! ```text
//! formula ── model ── evaluate ── analyse      what a plan is, what follows from it, what it means
//!              │                    ├── chart  pictures of it
//!              │                    └── file ── starter    plans as JSON, and the plans to start from
//!              ├──── edit ── sheet ── session ── ui
//!              │              └── export        sheets and results for other programs and for readers
//!              └──── article                   what the source article says, and what became of it
//! ```
//!
//! Dependencies point from right to left only; nothing but `ui` knows a browser.

pub mod analyse;
pub mod article;
pub mod chart;
pub mod edit;
pub mod evaluate;
pub mod export;
pub mod file;
pub mod formula;
pub mod model;
pub mod session;
pub mod sheet;
pub mod starter;
#[cfg(feature = "ui")]
pub mod ui;
