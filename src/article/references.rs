//! What was read for the defaults, and how.

/// A source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// Its name, with commit or date where that matters.
    pub name: &'static str,
    /// What it gave.
    pub gave: &'static str,
    /// How it was seen.
    pub seen: Seen,
}

/// How a source was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// The document itself was read.
    Read,
    /// Its text was seen in the result of a search.
    Search,
    /// Known from memory, not looked up again.
    Memory,
    /// Looked for, not found.
    NotFound,
}

impl Seen {
    /// How it was seen, in words.
    pub fn word(self) -> &'static str {
        match self {
            Self::Read => "Read directly",
            Self::Search => "Search result",
            Self::Memory => "From memory",
            Self::NotFound => "Not found",
        }
    }
}

macro_rules! table {
    ($($seen:ident { $($name:literal: $gave:literal;)* })*) => {
        &[$($(Reference { name: $name, gave: $gave, seen: Seen::$seen },)*)*]
    };
}

/// All sources, those read directly first.
pub static REFERENCES: &[Reference] = table! {
    Read {
        "the-benchmarker/web-frameworks @ 9a263e8d7, data.json of 2025-07-23": "Framework overhead of every profile.";
        "the-benchmarker/web-frameworks @ 3c20cebf7, Rakefile": "Why runs after 2025-09-03 are not used: connections are no longer kept alive.";
        "kostya/benchmarks @ ff6c10dd, README of 2025-08-17": "Computation, relative to Go.";
        "nDmitry/web-benchmarks @ ea087e6d, README of 2024-06": "Records, relative to Go.";
        "hez2010/async-runtimes-benchmarks-2024 @ a5586c58": "Memory of many idle tasks, beside our own measurement.";
        "gofiber/fiber @ c344047e, docs/extra/benchmarks.md": "A second opinion: Express beats Fiber where the database driver dominates.";
        "golang/website of 2026-08-20, release notes of Go 1.2, 1.4, 1.19, 1.25, 1.26, 1.27": "Stack of a goroutine, limits of containers, garbage collection.";
        "golang/website of 2026-08-20, faq.md": "How goroutines and their stacks work.";
        "golang/website of 2026-08-20, survey2024-h2-results.md and survey2025.md": "Consistent code as the challenge of Go teams; where Go developers come from.";
        "Go 1.27.3, source of the runtime": "2,048 bytes as the smallest stack.";
        "python/peps, PEP 779": "Python without the lock: speed and memory.";
        "python/peps, PEP 790": "Schedule of Python 3.15.";
        "nodejs/Release @ e4bf922d, README and schedule.json of 2026-07-02": "End of life of each version of Node.js.";
        "nodejs/node, doc/api/cluster.md": "One process for each core.";
        "fastapi/fastapi, docs/en/docs/deployment/concepts.md": "Each worker loads its own copy: a model of 1 GB with 4 workers takes 4 GB.";
        "Stack Overflow Developer Survey 2025, rows (ilvfruits/stackoverflow-survey-2025 @ d3f6a8e7, ODbL)": "Pay and its intervals; shares of developers who used each language.";
    }
    Search {
        "TechEmpower/FrameworkBenchmarks, issue 10932": "Its end on 2026-03-24.";
        "websockets.readthedocs.io, topics/memory": "Memory of a Python WebSocket: 64 KiB, 14 KiB without compression.";
        "socket.io/docs/v4/memory-usage": "Memory of a connection in Node.js, beside our own measurement.";
        "peps.python.org/pep-0779": "PEP 779 as published.";
        "infoq.com, June 2026": "One major version of Node.js a year from 27 on.";
        "bls.gov, Employer Costs, June 2025 (USDL-25-1358)": "Loaded cost ÷ base pay: wages are 70.2 % of cost.";
        "bls.gov, Employment Cost Index, March 2026 (USDL-26-0669)": "Wage growth: 3.4 % a year.";
        "ler.me, BLS occupational wages of 2024": "US software developers: mean 144,570, P10 79,850, P90 211,450; the survey's medians are plausible.";
        "vantage.sh, wring.co, cloudburn.io": "Prices of AWS Fargate.";
        "leanopstech.com, usage.ai": "Price steps of data transfer.";
        "newsletter.pragmaticengineer.com/p/real-world-eng-8, blog.khanacademy.org": "Khan Academy's move from Python to Go: 3.5 years.";
        "getstream.io/blog/switched-python-go": "Real speed of Go over Python; quick onboarding to Go.";
        "Discord, from Go to Rust, by mirrors": "Peaks of latency by Go's garbage collection.";
        "Prechelt 2000, IEEE Computer 33(10), by docslib": "Languages differ less than programmers do.";
        "Flyvbjerg and Budzier, by evolveagility.com and SSRN 2069975": "Overruns of IT projects.";
        "Swimm survey, by hackernoon": "New hire to full output: 3 to 9 months.";
        "paidwell.io, lingolive.com, idego-group.com": "Agency fee, attrition, time to fill a position.";
        "Stripe, Developer Coefficient 2018, by software.com and pymnts.com": "Maintenance: 17.3 hours a week.";
        "blog.sandworm.dev, State of npm 2023": "3,342,873 packages on npm.";
        "DevJobsScanner, by mirrors": "Job postings by language, January 2022 to May 2023.";
        "Damodaran, wacc.html of January 2026, in part": "Discount rate: cost of capital of the sectors, 5 to 9.4 %.";
        "aapelivuorinen.com, 2021": "Hop between tiers: 0.65 ms over gRPC.";
    }
    Memory {
        "Sakasegawa 1977, Allen and Cunneen": "Mean queue wait (E7); checked by numbers against Erlang C.";
        "Denning and Buzen, operational laws": "Utilisation law (E6) and Little's law (E9); formulas also seen in course notes.";
        "Acklam's coefficients": "Quantiles of the normal distribution; checked by a round trip.";
        "Price multiplier of São Paulo": "An example of Region.";
    }
    NotFound {
        "TechEmpower rounds 22 and 23": "Full tables of the Python frameworks.";
        "AWS Fargate by region": "A table of regional prices.";
        "Statistics of rewrites": "Any probability of a rewrite.";
        "Maintenance of Go and Node.js": "Any comparison of its cost.";
    }
};
