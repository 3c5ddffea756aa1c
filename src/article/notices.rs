//! Sentences that stand beside the numbers, each wherever its numbers are shown.

/// Above every result.
pub const ESTIMATES: &str = "Estimates, not quotes. Bands are P10–P90 of your ranges, not of reality.";

/// Beside every default.
pub const BADGES: &str = "A default carries its grade, M, P, S, V or A, and the date it was looked up. What you overwrite loses the badge and becomes yours.";

/// Beside figures from benchmarks.
pub const BENCHMARKS: &str =
    "Synthetic; one machine; ratios matter, absolute values do not. Measure your own CPU ms per request and overwrite.";

/// Beside salaries.
pub const SALARIES: &str = "US, a self-selected survey of people who used the language at all: medians of Go 175,000 (n = 444, 95 % interval 167,000–180,000), Node.js 146,000 (n = 1,867, 142,000–150,000), Python 151,000 (n = 1,207, 150,000–160,000). Using Go and earning more is a correlation: seniority and sector differ too.";

/// Beside the probability of a rewrite.
pub const REWRITE_PROBABILITY: &str =
    "No public statistics. The default is a guess; see how the result changes from 0 to 60 %.";

/// Beside the cost of infrastructure.
pub const PRICES: &str = "AWS Fargate list price, us-east-1, 2026; no discounts, databases or support.";

/// Beside every statement about efficiency, with infrastructure's share of the total.
pub const INFRASTRUCTURE_SHARE: &str =
    "Runtime efficiency changes only infrastructure, a part of the total: see its share.";

/// In place of a name, when the two best overlap too much (W16).
pub const NO_WINNER: &str = "No clear winner";

/// Beside score and cost.
pub const TWO_ANSWERS: &str =
    "Score and cost are two answers. A combined index exists only if you turn it on and set its weight.";

/// The licence notice for figures derived from the survey.
pub const LICENCE: &str =
    "Contains information from the Stack Overflow Developer Survey 2025, available under the ODbL.";

/// On the article.
pub const BIAS: &str = "Some defaults come from an article by a company that sells Go development. They carry a V badge. Replace them with your own numbers before deciding.";

/// What shows that the article is a sales text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    /// The lines of the article; none where it concerns all of it.
    pub lines: &'static [u16],
    /// What is there, in our words.
    pub text: &'static str,
}

/// Why [`BIAS`] is said.
pub static BIAS_EVIDENCE: [Evidence; 8] = [
    Evidence { lines: &[1, 3], text: "Banners offer a consultation with an expert." },
    Evidence { lines: &[7], text: "It is part of a series on Go." },
    Evidence { lines: &[9], text: "It speaks of organisations that evaluate Go development services." },
    Evidence { lines: &[11], text: "It speaks of companies that want to hire a Go developer." },
    Evidence {
        lines: &[95],
        text: "It says that consulting a Go adviser “consistently” avoids the costliest mistakes.",
    },
    Evidence { lines: &[103], text: "It points to US partners for Go development." },
    Evidence { lines: &[], text: "It cites no source for any figure." },
    Evidence {
        lines: &[87, 89],
        text: "Every example of cost is a migration to Go, none from Go; Discord moved a service from Go to Rust in 2020.",
    },
];

/// What the model does not do.
pub static LIMITS: [&str; 11] = [
    "The queue wait is a mean, not a 99th percentile.",
    "Requests are taken to arrive independently, much like a Poisson process.",
    "The capacity of the database is not modelled.",
    "Each alternative has one shape of instance.",
    "A fleet bound by memory should be given another shape by hand.",
    "The curve counts a rewrite with its probability. Nobody pays 20 % of a rewrite: in truth it comes or it does not.",
    "Payroll does not shrink after the first release.",
    "After a rewrite the team keeps its pay and its productivity.",
    "A rewrite has its own budget and does not slow features.",
    "Severance, offices, taxes and effects on revenue are left out.",
    "Monthly growth, compounded, is fragile past 24 months.",
];
