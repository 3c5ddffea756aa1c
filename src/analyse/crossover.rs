//! E34b: at how much traffic one alternative's cost passes another's.

use crate::evaluate::evaluate;
use crate::model::{Id, Path, Plan, Slot};

/// Steps of the grid in each decade. A pair that turns round and back between two neighbours, 12 % apart, is not seen.
pub const STEPS_PER_DECADE: usize = 20;
/// The grid begins at a tenth of the plan's traffic and ends at a hundred times.
const DECADES: (i32, i32) = (-1, 2);
/// How narrow a crossing is closed in on, relative to its multiplier.
const CLOSE: f64 = 1e-9;
/// Costs closer than this, relatively, are equal: sums of the same amounts in another order differ by as much.
const EQUAL: f64 = 1e-12;

/// Costs against traffic, and where they cross.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossover {
    /// Multipliers of the plan's traffic, rising: a logarithmic grid from 0.1 to 100.
    pub multipliers: Vec<f64>,
    /// E33 at each multiplier, for each alternative in the plan's order; none where the cost is unknown.
    pub npv: Vec<Vec<Option<f64>>>,
    /// Every pair, in the plan's order.
    pub crossings: Vec<Crossing>,
}

/// Where the costs of two alternatives cross.
#[derive(Debug, Clone, PartialEq)]
pub struct Crossing {
    /// The first alternative.
    pub a: Id,
    /// The second.
    pub b: Id,
    /// The multipliers from which on their order is turned, rising; none if there is none within 0.1 to 100.
    pub at: Vec<f64>,
}

/// A plan whose traffic can be multiplied.
struct Scaled {
    plan: Plan,
    peak_rps: f64,
    connections: f64,
}

impl Scaled {
    fn of(plan: &Plan) -> Self {
        let mut plan = plan.clone();
        // Scores do not cost anything; but a formula may refer to one.
        if plan.formulas().is_empty() {
            plan.criteria.clear();
        }
        let (peak_rps, connections) = (plan.workload.peak_rps.central(), plan.workload.connections.central());
        Self { plan, peak_rps, connections }
    }

    /// E33 of all alternatives. More users bring more requests and more connections.
    fn npv(&mut self, multiplier: f64) -> Vec<Option<f64>> {
        self.plan.workload.peak_rps = (self.peak_rps * multiplier).into();
        self.plan.workload.connections = (self.connections * multiplier).into();
        if !self.follow() {
            return vec![None; self.plan.alternatives.len()];
        }
        let outcomes = evaluate(&self.plan).alternatives;
        let npv = outcomes.into_iter().map(|outcome| outcome.money.map(|money| money.npv));
        npv.map(|npv| npv.filter(|npv| npv.is_finite())).collect()
    }
}

impl Scaled {
    /// Has the formulas follow the traffic; whether all of them come to something then.
    fn follow(&mut self) -> bool {
        if self.plan.formulas().is_empty() {
            return true;
        }
        // Traffic is a given here, even where it is a formula itself.
        for (name, value) in
            [("peak_rps", self.plan.workload.peak_rps), ("connections", self.plan.workload.connections)]
        {
            let _ = self.plan.set(&Path::from("workload").then(name), value.read());
        }
        self.plan.recalculate().is_ok() && self.plan.faults().is_empty()
    }
}

/// Which of two costs is larger: 1 for the first, -1 for the second, 0 where they are equal; none where one is unknown.
fn order(npv: &[Option<f64>], a: usize, b: usize) -> Option<f64> {
    let (a, b) = ((*npv.get(a)?)?, (*npv.get(b)?)?);
    let is_equal = (a - b).abs() <= EQUAL * a.abs().max(b.abs());
    Some(if is_equal { 0.0 } else { (a - b).signum() })
}

/// Evaluates the plan over the grid and closes in on every crossing of two alternatives' present values.
///
/// Instances are whole, so costs rise in steps and mostly jump past each other. As in E34, touching is no crossing, and
/// nothing crosses where a cost is unknown.
pub fn crossover(plan: &Plan) -> Crossover {
    let mut scaled = Scaled::of(plan);
    let steps = STEPS_PER_DECADE as i32;
    let multipliers: Vec<f64> = (DECADES.0 * steps..=DECADES.1 * steps)
        .map(|step| {
            10f64.powi(step.div_euclid(steps)) * 10f64.powf(f64::from(step.rem_euclid(steps)) / f64::from(steps))
        })
        .collect();
    let grid: Vec<Vec<Option<f64>>> = multipliers.iter().map(|multiplier| scaled.npv(*multiplier)).collect();
    let mut crossings = Vec::new();
    for (a, first) in plan.alternatives.iter().enumerate() {
        for (b, second) in plan.alternatives.iter().enumerate().skip(a + 1) {
            let at = turns(&multipliers, &grid, a, b).into_iter();
            let at = at.map(|(before, after, now)| scaled.close_in(a, b, before, after, now)).collect();
            crossings.push(Crossing { a: first.id.clone(), b: second.id.clone(), at });
        }
    }
    let column = |index: usize| grid.iter().map(|npv| npv.get(index).copied().flatten()).collect();
    let npv = (0..plan.alternatives.len()).map(column).collect();
    Crossover { multipliers, npv, crossings }
}

/// Neighbours on the grid between which the order of two costs turns, and the order after it.
fn turns(multipliers: &[f64], grid: &[Vec<Option<f64>>], a: usize, b: usize) -> Vec<(f64, f64, f64)> {
    let mut turns = Vec::new();
    let (mut before, mut last) = (0.0, 0.0);
    for (multiplier, npv) in multipliers.iter().zip(grid) {
        match order(npv, a, b) {
            None => last = 0.0,
            Some(0.0) => {}
            Some(now) => {
                if now * last < 0.0 {
                    turns.push((before, *multiplier, now));
                }
                last = now;
            }
        }
        before = *multiplier;
    }
    turns
}

impl Scaled {
    /// The multiplier from which on the order is `now`, between one at which it is not and one at which it is.
    fn close_in(&mut self, a: usize, b: usize, mut before: f64, mut after: f64, now: f64) -> f64 {
        while after - before > CLOSE * after {
            let middle = (before + after) / 2.0;
            if order(&self.npv(middle), a, b) == Some(now) {
                after = middle;
            } else {
                before = middle;
            }
        }
        after
    }
}
