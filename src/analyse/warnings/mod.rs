//! What to look at twice: the warnings of `model.md`, section 6. Each names the input it is about.

mod capacity;
mod case;
mod rewrite;
mod runtime;
mod scoring;
mod sources;
mod team;
mod words;

pub use sources::{is_in_use, stale};

use crate::evaluate::Evaluation;
use crate::model::{Id, Path, Plan};
use case::{Case, Finding, Service, Whole};

/// Something in the plan that deserves a second look.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// Its number in `model.md`, such as `W5`.
    pub rule: &'static str,
    /// What it is about, in a few words.
    pub name: &'static str,
    /// The alternative it concerns; none where it concerns the whole plan.
    pub alternative: Option<Id>,
    /// The first month in which it holds, from 1; none where months do not matter.
    pub month: Option<usize>,
    /// The input to look at.
    pub path: Path,
    /// A sentence or two, with the numbers.
    pub message: String,
}

/// How a rule looks at a plan.
enum Check {
    /// Once for the whole plan.
    Plan(fn(&Whole) -> Vec<Finding>),
    /// Once for each alternative.
    Alternative(fn(&Case) -> Option<Finding>),
    /// Once for each tier of each alternative.
    Tier(fn(&Case, &Service) -> Option<Finding>),
}

const RULES: &[(&str, &str, Check)] = &[
    ("W1", "Heavy requests hold the event loop", Check::Alternative(runtime::event_loop)),
    ("W2", "The wait guard leaves little CPU", Check::Tier(capacity::queue)),
    ("W3", "Computation under the interpreter lock", Check::Tier(runtime::interpreter_lock)),
    ("W4", "Every process loads its own copy", Check::Tier(capacity::copies)),
    ("W5", "Connections past the article's line", Check::Alternative(capacity::many_connections)),
    ("W6", "Connections set the size", Check::Tier(capacity::connections_bind)),
    ("W7", "Memory sets the size", Check::Tier(capacity::memory_binds)),
    ("W8", "The rewrite ends after the horizon", Check::Alternative(rewrite::late)),
    ("W9", "The rewrite's budget is thin", Check::Alternative(rewrite::thin)),
    ("W10", "Hires come late", Check::Alternative(team::late_hires)),
    ("W11", "The language is new to the team", Check::Alternative(team::new_language)),
    ("W12", "Nobody watches the dependencies", Check::Alternative(team::dependencies)),
    ("W13", "Native libraries without Python", Check::Alternative(runtime::no_python)),
    ("W14", "Hops take the latency budget", Check::Alternative(capacity::hops)),
    ("W15", "Infrastructure is a small part", Check::Alternative(capacity::small_share)),
    ("W17", "Old data", Check::Plan(sources::old)),
    ("W18", "Support of the runtime ends", Check::Tier(runtime::end_of_life)),
    ("W20", "Popularity as a criterion", Check::Plan(scoring::popularity)),
    ("W21", "Numbers of a vendor", Check::Plan(sources::vendor)),
    ("W22", "One thing counted several times", Check::Plan(scoring::double_count)),
    ("W23", "Traffic before the first release", Check::Alternative(team::early_launch)),
    ("W24", "Availability out of reach", Check::Tier(capacity::availability)),
];

/// The warnings on a plan: by rule, then by alternative, then by month. Alternatives that are ruled out are warned
/// about like the others. `is_default` says whether the input at a path still has its default.
pub fn warnings(plan: &Plan, evaluation: &Evaluation, is_default: &dyn Fn(&Path) -> bool) -> Vec<Warning> {
    let whole = Whole { plan, evaluation, paths: plan.paths(), is_default };
    let case = |alternative| Some(Case { plan, alternative, outcome: evaluation.outcome(alternative.id.as_str())? });
    let cases: Vec<Case> = plan.alternatives.iter().filter_map(case).collect();
    let mut warnings = Vec::new();
    for (rule, name, check) in RULES {
        let mut add = |alternative: Option<&Id>, findings: Vec<Finding>| {
            warnings.extend(findings.into_iter().map(|Finding { month, path, message }| Warning {
                rule,
                name,
                alternative: alternative.cloned(),
                month,
                path,
                message,
            }));
        };
        match check {
            Check::Plan(check) => add(None, check(&whole)),
            Check::Alternative(check) => {
                cases.iter().for_each(|case| add(Some(&case.alternative.id), check(case).into_iter().collect()));
            }
            Check::Tier(check) => cases.iter().for_each(|case| add(Some(&case.alternative.id), of_tiers(case, *check))),
        }
    }
    warnings
}

/// The findings in the tiers of one alternative, the earliest first.
fn of_tiers(case: &Case, check: fn(&Case, &Service) -> Option<Finding>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for finding in case.services().filter_map(|service| check(case, &service)) {
        let later = findings.iter().position(|other| other.month > finding.month);
        findings.insert(later.unwrap_or(findings.len()), finding);
    }
    findings
}
