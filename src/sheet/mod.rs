//! The plan seen as cells: which input stands where, and what its text means.

mod address;
pub mod clip;
pub mod clip_markup;
mod clip_nesting;
pub mod clip_table;
mod compare;
mod criteria;
mod entry;
mod follow;
mod grid;
mod input_labels;
pub mod number;
mod people;
mod plans_apart;
mod profiles;
mod provenance;
pub mod range_text;
mod results;
mod sourcing;
pub mod tsv;
mod workload;
pub mod workout;

pub use address::{Address, Case};
pub use clip::{Clip, ClipCell};
pub use compare::grid as comparison_grid;
pub use compare::{Comparison, MOST_COLUMNS};
pub use entry::{ERROR, choices, edit_text, read_text, show_text, writes_of};
pub use grid::{Cell, CellRange, CellRef, Column, Grid, Row, RowKind, SheetId};
pub use input_labels::{InputLabels, input_label};
pub use plans_apart::{Alone, Apart, PlansApart, ScenarioApart, apart};
pub use provenance::{Provenance, provenance};
pub use results::{difference, difference_text, result_number, result_style, result_text, unit_label};
pub use sourcing::{Line, Section, Sourced, Standing, counts, matching, sourcing};
