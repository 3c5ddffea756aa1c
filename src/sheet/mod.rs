//! The plan seen as cells: which input stands where, and what its text means.

pub mod clip;
pub mod clip_table;
mod criteria;
mod entry;
mod follow;
mod grid;
pub mod number;
mod people;
mod profiles;
mod provenance;
pub mod range_text;
mod results;
mod sourcing;
pub mod tsv;
mod workload;
pub mod workout;

pub use clip::{Clip, ClipCell};
pub use entry::{ERROR, choices, edit_of, edit_text, read_text, show_text};
pub use grid::{Cell, CellRange, CellRef, Column, Grid, Row, RowKind, SheetId};
pub use provenance::{Provenance, provenance};
pub use results::{result_number, result_style, result_text, unit_label};
pub use sourcing::{Line, Section, Sourced, Standing, counts, matching, sourcing};
