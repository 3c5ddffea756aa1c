//! WHAT LEAVES. Sheets, results and the decision record in the formats of other programs and of readers.

mod markdown;
pub mod record;
mod svg;

pub use markdown::markdown;
pub use svg::svg;
