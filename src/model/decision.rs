//! What was decided and why: the user's own words of the decision record. No number follows from them.

use super::Path;
use super::declare::{choice, inputs};
use super::input::Kind;
use super::units::YOURS;

choice! {
    /// How far a decision has come.
    pub enum Status {
        /// Still to be agreed on.
        Proposed = "proposed",
        /// Agreed on.
        Accepted = "accepted",
        /// Another decision has taken its place.
        Superseded = "superseded",
    }
}

inputs! {
    /// The texts of the decision record.
    pub struct Decision {}
    /// How far the decision has come.
    status: Status = Status::Proposed, "Status", Kind::Choice(Status::WORDS), YOURS, later;
    /// Who decides, and who was asked.
    who: String = String::new(), "Decided by", Kind::Text(200), YOURS, later;
    /// The day of the decision.
    date: String = String::new(), "Date", Kind::Day("not decided"), YOURS, later;
    /// What has to be decided, and why now.
    question: String = String::new(), "Question", Kind::Text(2000), YOURS, later;
    /// What was decided, and why.
    decision: String = String::new(), "Decision", Kind::Text(2000), YOURS, later;
    /// What follows from it: what becomes easier, what becomes harder, what has to be done next.
    consequences: String = String::new(), "Consequences", Kind::Text(2000), YOURS, later;
    /// What may go wrong, in your own words; the warnings are listed by themselves.
    risks: String = String::new(), "Risks", Kind::Text(2000), YOURS, later;
}

impl Path {
    /// Whether it belongs to the document and stands on no sheet: the title, the texts of the decision record, versions.
    pub fn is_off_sheet(&self) -> bool {
        matches!(
            *self.steps().as_slice(),
            ["title"] | ["decision" | "versions", ..] | ["alternatives" | "criteria", _, "reason"]
        )
    }
}
