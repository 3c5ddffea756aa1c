//! WHAT LEAVES. Sheets, results and the decision record in the formats of other programs and of readers.

mod content;
pub mod csv;
mod markdown;
pub mod record;
mod svg;
#[cfg(feature = "xlsx")]
pub mod xlsx;

pub use markdown::markdown;
pub use svg::{Poster, svg};
