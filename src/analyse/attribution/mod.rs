//! Why two columns of a comparison differ: how much of the change in score and in cost each override makes.
//!
//! The parts are Shapley values: what a change adds when it is made, as the mean over all orders in which the changes
//! can be made one after another. They add up to the whole difference, whatever the changes do to each other.

mod coalition;
mod exact;
mod sampled;

use crate::evaluate::{Outcome, evaluate};
use crate::model::{Id, Path, Plan, Problem, Scenario, Value};
use coalition::Between;
use exact::Exact;
use sampled::Sampled;

/// Up to so many players, every coalition is evaluated: 2^10 times.
const MOST_EXACT: usize = 10;
/// Score and net present value.
const MEASURES: usize = 2;
/// Why a cost can be unknown.
pub const WHY_UNKNOWN: &str = "an instance has too little memory for one copy";
/// Why a score can be.
const NO_SCORE: &str = "no criterion counts";

/// Score and net present value of each alternative in turn, where they are known.
type Values = Vec<Option<f64>>;

/// Which players have made their change.
type Members = Vec<bool>;

/// One input that differs between two columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The input.
    pub path: Path,
    /// What stands there in the first column.
    pub from: Value,
    /// What stands there in the second.
    pub to: Value,
}

/// Changes that share one part: one, or several that only fit together, such as the shares of the request mix.
#[derive(Debug, Clone, PartialEq)]
pub struct Player {
    /// In the order of the plan's inputs.
    pub changes: Vec<Change>,
}

impl Player {
    /// The inputs it changes.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.changes.iter().map(|change| &change.path)
    }
}

/// How the parts were found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    /// From every coalition of players, of which there are so many.
    Exact {
        /// How many plans were evaluated.
        coalitions: usize,
    },
    /// From a sample of the orders of players; each order came together with its reverse.
    Sampled {
        /// How many orders.
        permutations: usize,
    },
}

impl Method {
    /// By what a standard error is multiplied for the half-width of a 95 % interval: Student's quantile.
    pub fn interval(self) -> f64 {
        match self {
            Self::Exact { .. } => 0.0,
            Self::Sampled { permutations } => sampled::student(permutations / 2),
        }
    }
}

/// The parts of one difference, one for each player.
#[derive(Debug, Clone, PartialEq)]
pub struct Parts {
    /// They add up to the difference.
    pub parts: Vec<f64>,
    /// Standard errors, where the parts were sampled.
    pub errors: Option<Vec<f64>>,
}

/// One number of one alternative in both columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// In the first column; none where it is not known.
    pub from: Option<f64>,
    /// In the second.
    pub to: Option<f64>,
    /// What the difference is made of, or why that cannot be said: the number is unknown in a column or on the way.
    pub parts: Result<Parts, String>,
}

impl Difference {
    /// Second less first.
    pub fn whole(&self) -> Option<f64> {
        Some(self.to? - self.from?)
    }
}

/// What changes for one alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct Attributed {
    /// The alternative.
    pub id: Id,
    /// In the plan's form of score, 0 to 100.
    pub score: Difference,
    /// Net present value (E33).
    pub npv: Difference,
}

/// Why two columns differ.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// What differs, in the order of the plan's inputs.
    pub players: Vec<Player>,
    /// In the plan's order.
    pub alternatives: Vec<Attributed>,
    /// How the parts were found.
    pub method: Method,
}

/// Attributes the difference of two columns; no scenario means the plan itself. See [`Attributing`].
///
/// # Errors
/// A column is no valid plan, or a formula in it comes to nothing.
pub fn attribution(plan: &Plan, from: Option<&Scenario>, to: Option<&Scenario>) -> Result<Attribution, Problem> {
    let mut work = Attributing::new(plan, from, to)?;
    loop {
        work.advance(usize::MAX);
        if let Some(result) = work.result() {
            return Ok(result);
        }
    }
}

/// An attribution under way, so that a page can do it in slices.
#[derive(Debug, Clone)]
pub struct Attributing {
    alternatives: Vec<Id>,
    seed: u64,
    between: Between,
    /// What both columns come to.
    ends: [Values; 2],
    work: Work,
}

/// The coalitions that are looked at.
#[derive(Debug, Clone)]
enum Work {
    Exact(Exact),
    Sampled(Sampled),
}

impl Work {
    fn of(players: usize, seed: u64, ends: &[Values; 2]) -> Self {
        if players <= MOST_EXACT {
            Self::Exact(Exact::of(players))
        } else {
            Self::Sampled(Sampled::of(players, seed, ends))
        }
    }

    fn next(&self) -> Option<Members> {
        match self {
            Self::Exact(work) => work.next(),
            Self::Sampled(work) => work.next(),
        }
    }

    fn take(&mut self, values: Values) {
        match self {
            Self::Exact(work) => work.take(values),
            Self::Sampled(work) => work.take(values),
        }
    }
}

impl Attributing {
    /// Prepares the attribution of the difference of two columns; no scenario means the plan itself.
    ///
    /// # Errors
    /// A column is no valid plan, or a formula in it comes to nothing.
    pub fn new(plan: &Plan, from: Option<&Scenario>, to: Option<&Scenario>) -> Result<Self, Problem> {
        let [from, to] = [column(plan, from)?, column(plan, to)?];
        let ends = [values(&from), values(&to)];
        let between = Between::of(from, &to);
        let seed = plan.settings.seed.central() as u64;
        let work = Work::of(between.players().len(), seed, &ends);
        let alternatives = plan.alternatives.iter().map(|alternative| alternative.id.clone()).collect();
        Ok(Self { alternatives, seed, between, ends, work })
    }

    /// Evaluates up to so many plans more; whether nothing is left to do. One takes some 0.1 ms in a browser.
    pub fn advance(&mut self, evaluations: usize) -> bool {
        for _ in 0..evaluations {
            let Some(members) = self.work.next() else { return true };
            let mut plan = self.between.plan(&members);
            match coalition::problem(&mut plan) {
                None => self.work.take(values(&plan)),
                // Players that only fit together are one, and all begins again.
                Some(place) => {
                    self.between.join(&members, &plan, &place);
                    self.work = Work::of(self.between.players().len(), self.seed, &self.ends);
                }
            }
        }
        self.work.next().is_none()
    }

    /// How many plans have been evaluated, and how many will be. The first number falls where players turn out to fit
    /// only together.
    pub fn progress(&self) -> (usize, usize) {
        match &self.work {
            Work::Exact(work) => work.progress(),
            Work::Sampled(work) => work.progress(),
        }
    }

    /// The attribution, once nothing is left to do.
    pub fn result(&self) -> Option<Attribution> {
        let method = match &self.work {
            _ if self.work.next().is_some() => return None,
            Work::Exact(work) => Method::Exact { coalitions: work.progress().1 },
            Work::Sampled(work) => Method::Sampled { permutations: work.permutations() },
        };
        let attributed = |(index, id): (usize, &Id)| Attributed {
            id: id.clone(),
            score: self.difference(MEASURES * index, NO_SCORE),
            npv: self.difference(MEASURES * index + 1, WHY_UNKNOWN),
        };
        let alternatives = self.alternatives.iter().enumerate().map(attributed).collect();
        Some(Attribution { players: self.between.players().to_vec(), alternatives, method })
    }

    /// The difference of the number at a place of [`Values`], and what it means if that is not known.
    fn difference(&self, measure: usize, unknown: &str) -> Difference {
        let [from, to] = [0, 1].map(|end: usize| self.ends.get(end)?.get(measure).copied().flatten());
        let parts = match &self.work {
            Work::Exact(work) => work.parts(measure),
            Work::Sampled(work) => work.parts(measure),
        };
        let place = |members: Members| match () {
            () if from.is_none() => "before the changes".to_owned(),
            () if to.is_none() => "after the changes".to_owned(),
            () => format!("while only {} changes", self.between.named(&members)),
        };
        Difference { from, to, parts: parts.map_err(|members| format!("{unknown} {}", place(members))) }
    }
}

/// The plan of a column. Remarks and the other scenarios do not count.
fn column(plan: &Plan, scenario: Option<&Scenario>) -> Result<Plan, Problem> {
    let mut column = match scenario {
        Some(scenario) => plan.with_overrides(scenario)?,
        None => plan.clone(),
    };
    column.scenarios.clear();
    column.notes.clear();
    column.fault_problems().next().map_or(Ok(()), Err)?;
    Ok(column)
}

fn values(plan: &Plan) -> Values {
    let known = |number: Option<f64>| number.filter(|number| number.is_finite());
    let of = |outcome: &Outcome| [known(outcome.score.in_form(plan)), known(outcome.money.map(|money| money.npv))];
    evaluate(plan).alternatives.iter().flat_map(of).collect()
}
