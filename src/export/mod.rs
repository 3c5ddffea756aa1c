//! WHAT LEAVES. Sheets, results and the decision record in the formats of other programs and of readers.

mod content;
pub mod csv;
#[cfg(feature = "xlsx")]
pub mod xlsx;
