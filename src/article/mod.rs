//! FACTS. What the source article says, what became of it, what is wrong with it, and the sentences and equations that
//! explain the product's own numbers. Texts only: nothing here computes.

mod cited;
mod corrections;
mod equations;
mod figures;
pub mod notices;
mod place;
mod references;
mod statements;

pub use cited::cited;
pub use corrections::{CORRECTIONS, Correction};
pub use equations::{EQUATIONS, Equation, equation};
pub use figures::{FIGURES, Figure};
pub use place::{Place, View};
pub use references::{REFERENCES, Reference, Seen};
pub use statements::{Kind, PARTS, Part, Statement, statements};
