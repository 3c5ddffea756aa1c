//! Criteria, their groups, and where their scores come from.

use super::declare::{choice, inputs};
use super::input::{Bounds, Input, Kind};
use super::units::*;
use super::value::Quantity;
use super::{Id, Sorted};

inputs! {
    /// A group of criteria that count together.
    pub struct Group {
        /// Its id in the plan.
        pub id: Id,
    }
    /// What the group is called.
    name: String = "New group".into(), "Name", Kind::Text(80), YOURS;
    /// How much the group counts in the grouped score. A group whose criteria all weigh 0 drops out.
    weight: Quantity = 1.0.into(), "Weight", Kind::Number(COUNT, Bounds::between(0.0, 1000.0)), assumption("The groups count alike until you say otherwise.");
}

choice! {
    /// Where the scores of a criterion come from.
    pub enum Scored {
        /// As typed, 0 to 10.
        Typed = "typed",
        /// From a raw value for each alternative, through the criterion's value function.
        Measured = "measured",
        /// From the model's own raw value, through the same function: C10, C12, C16 and C18 only.
        Computed = "computed",
    }
}

/// A raw value has no bounds but those that keep sums finite.
const ANY: Bounds = Bounds::from(-1e12);

inputs! {
    /// One criterion, with a score for each alternative.
    pub struct Criterion {
        /// Its id in the plan.
        pub id: Id,
        /// The score of each alternative, 0 to 10, higher is better.
        pub scores: Sorted<Id, Quantity>,
        /// The raw values that were entered. An alternative without one keeps its typed score, so that switching from typed
        /// to measured changes nothing by itself.
        pub raw: Sorted<Id, Quantity>,
    }
    /// What the criterion is called.
    name: String = "New criterion".into(), "Name", Kind::Text(120), YOURS;
    /// The group it counts in.
    group: Id = Id::default(), "Group", Kind::Reference("a group"), YOURS;
    /// How much it counts, 0 (not at all) to 5 (decides) by custom.
    weight: Quantity = 0.0.into(), "Weight", Kind::Number(COUNT, Bounds::between(0.0, 1000.0)), assumption("A judgement: the neutral preset leans on article lines 15 and 101.");
    /// A must-have: an alternative that scores below it is ruled out. Empty: no must-have.
    threshold: Option<Quantity> = None, "Must-have", Kind::Optional(POINTS, Bounds::between(0.0, 10.0), "none"), YOURS;
    /// Typed: scores as you judge them. Measured: from raw values, such as milliseconds. Computed: from the model, for deployment (C10), pay (C12), infrastructure (C16) and expertise (C18).
    scored: Scored = Scored::Typed, "Scores are", Kind::Choice(Scored::WORDS), YOURS, later;
    /// The unit of the raw values.
    unit: String = String::new(), "Unit of raw values", Kind::Text(40), YOURS, later;
    /// The raw value that scores 0. The ends are fixed numbers: an alternative more or less never moves the others.
    worst: Quantity = 0.0.into(), "Scores 0 at", Kind::Number(COUNT, ANY), assumption("Fixed, so that adding an alternative cannot change the others' scores."), later;
    /// The raw value that scores 5, between the two ends. Empty: half-way.
    middle: Option<Quantity> = None, "Scores 5 at", Kind::Optional(COUNT, ANY, "half-way"), assumption("Bends the line where the first steps matter more than the last."), later;
    /// The raw value that scores 10. Below the worst where less is better.
    best: Quantity = 10.0.into(), "Scores 10 at", Kind::Number(COUNT, ANY), assumption("Fixed, so that adding an alternative cannot change the others' scores."), later;
    /// Why it weighs so much; for the decision record.
    reason: String = String::new(), "Reason for the weight", Kind::Text(1000), YOURS, later;
}

impl Criterion {
    /// An empty criterion with this id; those of the product come with the ends of their value function.
    pub fn with_id(id: Id) -> Self {
        let ends = COMPUTED.iter().find(|computed| computed.id == id.as_str());
        let blank = Self { id, ..Self::default() };
        let Some(ends) = ends else { return blank };
        Self {
            unit: ends.unit.into(),
            worst: ends.worst.into(),
            middle: ends.middle.map(Quantity::from),
            best: ends.best.into(),
            ..blank
        }
    }

    /// Whether the model can compute its scores.
    pub fn is_computable(&self) -> bool {
        COMPUTED.iter().any(|computed| computed.id == self.id.as_str())
    }
}

/// The value function of a criterion that the model can compute.
struct Computed {
    id: &'static str,
    unit: &'static str,
    worst: f64,
    middle: Option<f64>,
    best: f64,
}

/// The ends are chosen so that the defaults come out near the scores of the table below.
const COMPUTED: [Computed; 4] = [
    Computed { id: "C10", unit: "artefacts", worst: 20.0, middle: Some(4.0), best: 1.0 },
    Computed { id: "C12", unit: "pay a year", worst: 225_000.0, middle: None, best: 125_000.0 },
    Computed { id: "C16", unit: "vCPU per 1,000 requests/s", worst: 60.0, middle: Some(8.0), best: 2.0 },
    Computed { id: "C18", unit: "share of the team", worst: 0.0, middle: None, best: 1.0 },
];

/// A raw value's declaration: one input for each measured criterion and alternative.
pub static RAW: Input = Input::new(
    "raw",
    "Raw value",
    "What was measured, in the criterion's unit. Empty: the typed score.",
    Kind::Optional(COUNT, ANY, "the score"),
    YOURS,
);

/// A score's declaration: one input for each criterion and alternative.
pub static SCORE: Input = Input::new(
    "scores",
    "Score",
    "How well the alternative does, from 0 (worst) to 10 (best).",
    Kind::Number(POINTS, Bounds::between(0.0, 10.0)),
    assumption("Your judgement."),
);
