//! When to warn: the thresholds of the warnings (`model.md`, section 6).

use super::declare::inputs;
use super::input::{Bounds, Kind};
use super::units::*;
use super::value::Quantity;

const NON_NEGATIVE: Bounds = Bounds::from(0.0);
const UNIT_SHARE: Bounds = Bounds::between(0.0, 1.0);

inputs! {
    /// The numbers at which the warnings begin.
    pub struct Thresholds {}
    /// W1: a heavy request above this holds up the event loop.
    heavy_request_ms: Quantity = 50.0.into(), "Heavy request on an event loop", Kind::Number(MS, NON_NEGATIVE), assumption("Node.js advises short turns of the event loop; the article names the problem (lines 21, 39), not a number."), later;
    /// W2: the guard on the queue wait may not press the usable CPU below this.
    usable_utilisation: Quantity = 0.4.into(), "Usable CPU under the wait guard", Kind::Number(SHARE, UNIT_SHARE), assumption("Below 40 % more than half of the fleet waits for rare moments."), later;
    /// W3: CPU spent on computation in Python under its interpreter lock.
    pure_cpu_share: Quantity = 0.3.into(), "Computation under the interpreter lock", Kind::Number(SHARE, UNIT_SHARE), assumption("The article names the lock (lines 23, 45), not a number."), later;
    /// W4: usable memory that the processes of one instance take before the first request.
    process_memory_share: Quantity = 0.5.into(), "Memory taken by idle processes", Kind::Number(SHARE, UNIT_SHARE), assumption("Half of the memory serves no request."), later;
    /// W5: the article's line for Go.
    open_connections: Quantity = 10_000.0.into(), "Connections for which the article wants Go", Kind::Number(SOCKETS, NON_NEGATIVE), vendor("Article line 71, without a source; Node.js and Python reach it with more processes."), later;
    /// W9: engineers that the budget of a rewrite should pay.
    rewrite_engineers: Quantity = 3.0.into(), "Engineers a rewrite should pay for", Kind::Number(PEOPLE, NON_NEGATIVE), assumption("The article's budgets (line 89) pay 0.8 to 2.2 engineers."), later;
    /// W11: share of the team that knows the language.
    know_share: Quantity = 0.3.into(), "Team that knows the language", Kind::Number(SHARE, UNIT_SHARE), assumption("Article lines 65 and 77 name the risk, not a number."), later;
    /// W11: a target of the first release up to this month leaves no time to learn.
    learning_month: Quantity = 6.0.into(), "Too early to learn a language", Kind::Number(MONTH, NON_NEGATIVE), assumption("Half a year."), later;
    /// W13: work in native libraries that asks for a Python tier.
    native_share: Quantity = 0.5.into(), "Native libraries without Python", Kind::Number(SHARE, UNIT_SHARE), assumption("Article lines 57 and 73: machine learning is Python first."), later;
    /// W14: hops between tiers that the latency budget should hold.
    hops: Quantity = 5.0.into(), "Hops in the latency budget", Kind::Number(TIMES, NON_NEGATIVE), assumption("A hop is then at most a fifth of the budget."), later;
    /// W15: infrastructure's share of the cost below which efficiency decides little.
    infrastructure_share: Quantity = 0.05.into(), "Infrastructure too small to decide", Kind::Number(SHARE, UNIT_SHARE), assumption("Payroll dominates: infrastructure is 0.6 to 8 % in every starter plan."), later;
    /// W17: age of the data behind a default.
    source_age_months: Quantity = 24.0.into(), "Age of a source", Kind::Number(MONTHS, NON_NEGATIVE), assumption("Runtimes change every year."), later;
    /// W18: notice before a runtime's support ends.
    end_of_life_months: Quantity = 6.0.into(), "Notice before support ends", Kind::Number(MONTHS, NON_NEGATIVE), assumption("Time for an upgrade."), later;
    /// W22: weight on criteria that measure nearly the same thing, in the flat form.
    same_measure_share: Quantity = 0.5.into(), "Weight on one and the same thing", Kind::Number(SHARE, UNIT_SHARE), assumption("C1 to C4, C16, C17 and C19 all reward efficiency under load."), later;
}
