//! The nineteen criteria the product comes with, their groups and their scores.

use super::input::Source;
use super::profile::Language;
use super::team::Stack;
use super::units::*;
use super::value::Quantity;
use super::{Criterion, Id, Sorted};

/// A criterion as it comes with the product.
#[derive(Debug, Clone, Copy)]
pub struct DefaultCriterion {
    /// Its id, C1 to C19.
    pub id: &'static str,
    group: &'static str,
    weight: f64,
    scores: [f64; 4],
    /// Its name.
    pub name: &'static str,
    /// What is scored.
    pub definition: &'static str,
    /// Why these scores.
    pub source: Source,
}

impl DefaultCriterion {
    /// The default criterion with this id.
    pub fn find(id: &str) -> Option<&'static Self> {
        DEFAULTS.iter().find(|criterion| criterion.id == id)
    }

    /// The default score of a stack; none for languages the defaults do not know.
    pub fn score(&self, stack: Stack) -> Option<f64> {
        let [go, node, python, hybrid] = self.scores;
        match stack {
            Stack::Single(Language::Go) => Some(go),
            Stack::Single(Language::Node) => Some(node),
            Stack::Single(Language::Python) => Some(python),
            Stack::Hybrid => Some(hybrid),
            Stack::Single(Language::Other) => None,
        }
    }

    /// The criterion with its neutral weight, scored for these alternatives; 5 where no default is known.
    pub(super) fn criterion(&self, alternatives: &[(Id, Stack)]) -> Criterion {
        let score = |stack: &Stack| Quantity::Number(self.score(*stack).unwrap_or(5.0));
        let mut scores = Sorted::default();
        for (id, stack) in alternatives {
            scores.insert(id.clone(), score(stack));
        }
        Criterion {
            name: self.name.into(),
            group: self.group.into(),
            weight: self.weight.into(),
            scores,
            ..Criterion::with_id(self.id.into())
        }
    }
}

/// The four default groups: id and name.
pub(super) const GROUPS: [(&str, &str); 4] = [
    ("performance", "Performance"),
    ("ecosystem", "Ecosystem"),
    ("people", "People"),
    ("operations", "Operations and future"),
];

const fn row(
    id: &'static str,
    group: &'static str,
    weight: f64,
    scores: [f64; 4],
    name: &'static str,
    definition: &'static str,
    source: Source,
) -> DefaultCriterion {
    DefaultCriterion { id, group, weight, scores, name, definition, source }
}

/// The default criteria with neutral weights and the scores of Go, Node.js, Python and the hybrid.
pub(super) const DEFAULTS: [DefaultCriterion; 19] = [
    row(
        "C1",
        "performance",
        4.0,
        [9.0, 8.0, 6.0, 8.0],
        "Throughput under sustained load",
        "Requests per second per vCPU at equal hardware, all cores used (mean of JSON-echo, DB-bound and pure-CPU benchmarks on a log scale: 9+5*log10(x/best)).",
        measured(
            "Measured: JSON 97.9k/62.3k/26.6k rps; DB-bound 6,671/3,950/3,664 rps; CPU 1/1.2/10.6. Article l.23, l.49.",
        ),
    ),
    row(
        "C2",
        "performance",
        4.0,
        [8.0, 6.0, 5.0, 7.0],
        "Latency predictability",
        "How small and how stable p99 stays when load is mixed with heavy requests or GC.",
        secondary(
            "Article l.19, l.27; event-loop blocking (Node docs); Go GC spikes are real but rare (Discord 2020), Green Tea GC default since Go 1.26.",
        ),
    ),
    row(
        "C3",
        "performance",
        4.0,
        [9.0, 8.0, 5.0, 9.0],
        "Many open connections",
        "Memory and scheduling cost of 10,000+ mostly idle connections, using every core.",
        measured(
            "Measured 16.5 / 8.5 / 48 KB per idle WebSocket (Python 13 KB without compression); Go needs one process for all cores. Article l.29, l.37, l.49, l.71.",
        ),
    ),
    row(
        "C4",
        "performance",
        3.0,
        [9.0, 5.0, 4.0, 8.0],
        "CPU parallelism",
        "CPU-bound work inside one service without extra processes or workers.",
        vendor("Article l.21, l.31, l.39, l.45. Python 6 with the free-threaded build."),
    ),
    row(
        "C5",
        "performance",
        2.0,
        [8.0, 9.0, 5.0, 7.0],
        "Real-time / WebSocket fit",
        "Libraries, ergonomics and cost for persistent bidirectional connections.",
        measured("Article l.35, l.37, l.75; lowest memory per socket in our measurement is Node ws."),
    ),
    row(
        "C6",
        "ecosystem",
        2.0,
        [3.0, 4.0, 10.0, 9.0],
        "ML and data ecosystem",
        "First-party libraries for training, inference, data frames, MLOps.",
        vendor("Article l.55, l.57, l.73."),
    ),
    row(
        "C7",
        "ecosystem",
        3.0,
        [7.0, 10.0, 9.0, 8.0],
        "General package ecosystem",
        "Chance that a needed integration already exists and is maintained.",
        secondary("Article l.53 (npm), l.59; npm 3.34 M packages (2023)."),
    ),
    row(
        "C8",
        "ecosystem",
        2.0,
        [8.0, 3.0, 5.0, 5.0],
        "Low dependency exposure",
        "Inverse of supply-chain and dependency-maintenance burden.",
        secondary(
            "Article l.55; self-replicating npm worm Sep 2025 (500+ packages, CISA alert); Go checksum DB and no install scripts.",
        ),
    ),
    row(
        "C9",
        "ecosystem",
        1.0,
        [9.0, 6.0, 7.0, 7.0],
        "Standard library completeness",
        "HTTP, JSON, TLS, testing, concurrency without third-party packages.",
        vendor("Article l.59."),
    ),
    row(
        "C10",
        "operations",
        3.0,
        [10.0, 6.0, 5.0, 5.0],
        "Deployment simplicity",
        "Steps and artefacts to ship and roll back on many targets.",
        vendor("Article l.81 single binary; measured binary 9.9 MB."),
    ),
    row(
        "C11",
        "people",
        3.0,
        [5.0, 9.0, 8.0, 5.0],
        "Hiring availability",
        "Share of back-end/full-stack engineers who used the language last year.",
        measured("SO 2025 US: JS/TS 86 %, Python 56 %, Go 20.5 %; job postings 29/20/2 %. Article l.61."),
    ),
    row(
        "C12",
        "people",
        2.0,
        [5.0, 8.0, 7.0, 6.0],
        "Pay level (lower is better)",
        "Market pay of an experienced engineer.",
        measured("SO 2025 US medians 175/146/151 k$. Article l.63."),
    ),
    row(
        "C13",
        "people",
        2.0,
        [6.0, 8.0, 9.0, 5.0],
        "Onboarding speed",
        "Months to full productivity for a mixed-background hire.",
        vendor("Article l.65; Stream reported fast Go onboarding (counter-evidence)."),
    ),
    row(
        "C14",
        "operations",
        3.0,
        [7.0, 6.0, 6.0, 5.0],
        "Long-term consistency",
        "Uniformity and readability of a large codebase after years and staff changes.",
        secondary(
            "Article l.67, reduced because the Go team survey 2024 H2 names consistent coding standards as the top team challenge.",
        ),
    ),
    row(
        "C15",
        "people",
        3.0,
        [6.0, 8.0, 9.0, 5.0],
        "Time to first release",
        "Engineer-months to a first production version for an average team.",
        secondary(
            "Article l.43, l.53, l.81; Prechelt 2000: scripting languages shorter to write, differences smaller than between people.",
        ),
    ),
    row(
        "C16",
        "operations",
        4.0,
        [9.0, 7.0, 5.0, 8.0],
        "Infrastructure efficiency",
        "Monthly compute per unit of traffic (can be computed from the workload sheet).",
        assumption("Model output; article l.9, l.15, l.71."),
    ),
    row(
        "C17",
        "operations",
        3.0,
        [9.0, 6.0, 5.0, 9.0],
        "Growth runway",
        "Chance that the stack survives 10x traffic without a rewrite.",
        assumption("Article l.77, l.79, l.87. No public statistics: editable."),
    ),
    row(
        "C18",
        "people",
        3.0,
        [5.0, 5.0, 5.0, 5.0],
        "Team expertise",
        "10 x share of the existing team already productive in the language (computed).",
        assumption("Article l.13, l.77, l.81, l.95. Filled from knowShare."),
    ),
    row(
        "C19",
        "operations",
        3.0,
        [8.0, 6.0, 5.0, 4.0],
        "Operational simplicity",
        "Number of moving parts: workers, process managers, thread pools, services.",
        vendor("Article l.21, l.31, l.39, l.47, l.77."),
    ),
];
