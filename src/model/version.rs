//! A named version of the plan: how it was on a day, to be looked at or to go back to.

use std::sync::Arc;

use super::declare::inputs;
use super::input::Kind;
use super::units::YOURS;
use super::{Id, Plan};

inputs! {
    /// The plan as it was when somebody named it.
    pub struct Version {
        /// Its id in the plan.
        pub id: Id,
        /// The plan as it was then, with its scenarios and without versions. Shared, as every step of the history holds it.
        pub plan: Arc<Plan>,
    }
    /// What the version is called.
    name: String = String::new(), "Name", Kind::Text(120), YOURS;
    /// A remark.
    note: String = String::new(), "Note", Kind::Text(1000), YOURS;
    /// The day on which it was taken.
    date: String = String::new(), "Date", Kind::Day("not known"), YOURS;
}

impl Plan {
    /// The version with this id.
    pub fn version(&self, id: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.id.as_str() == id)
    }
}
