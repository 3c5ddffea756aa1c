//! Where the article is wrong, outdated or contested, as of November 2026.

/// What the article says and what is so now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction {
    /// What it is about.
    pub topic: &'static str,
    /// The lines of the article.
    pub lines: &'static [u16],
    /// What the article says, in our words, with its number.
    pub article: &'static str,
    /// The fact now, with its number.
    pub now: &'static str,
    /// Where that comes from.
    pub source: &'static str,
}

macro_rules! table {
    ($($topic:literal, $lines:expr; $article:literal; $now:literal; $source:literal;)*) => {
        [$(Correction { topic: $topic, lines: &$lines, article: $article, now: $now, source: $source },)*]
    };
}

/// Corrections by November 2026.
pub static CORRECTIONS: [Correction; 14] = table![
    "Stack of a goroutine", [29];
    "About 4 KB at the start.";
    "2 KB at least (stackMin = 2048 in Go 1.27.3). 4 KB was so before Go 1.2, 8 KB in 1.2, 2 KB since 1.4; since 1.19 a goroutine starts at the average size seen so far, which may be more. Measured: 2.7 KB per sleeping goroutine, 16.5 KB per WebSocket connection.";
    "Release notes of Go 1.2, 1.4 and 1.19; runtime/stack.go of Go 1.27.3; own measurement";
    "GOMAXPROCS", [29];
    "Names it as the model of concurrency, with no version.";
    "Follows the CPU limit of a container on Linux since Go 1.25. The Green Tea collector, 10 to 40 % less overhead, is the default since 1.26; small allocations are faster and encoding/json/v2 is there since 1.27.";
    "Release notes of Go 1.25, 1.26 and 1.27";
    "The lock of Python (GIL)", [23, 45];
    "It restricts all of CPython; no version is named.";
    "True for the default build. A build without it is officially supported since Python 3.14 (October 2025), as an option: about 10 % slower in one thread, 15 to 20 % more memory; extensions may turn the lock on again. Python 3.15, scheduled for October 2026, adds a stable ABI for it and a JIT reported 8 to 9 % faster on x86-64 Linux in the beta.";
    "PEP 779, PEP 790; press on the beta of 3.15";
    "CPython only interprets", [23, 43];
    "Knows CPython as an interpreter only; no version is named.";
    "An experimental JIT exists since Python 3.13.";
    "PEP 790; press on the beta of 3.15";
    "Node.js", [21];
    "Names no version.";
    "Node.js 26 is the LTS line since 2026-10-28; 24 is in maintenance since 2026-10-20; 20 ended on 2026-04-30. From 27 on there is one major version a year, each of them LTS.";
    "nodejs/Release, schedule.json; InfoQ, June 2026";
    "worker_threads", [21, 39];
    "A workaround that adds complexity.";
    "Stable, and documented next to cluster. Node's own guide calls Node.js fast while the work for each client at a time is small.";
    "Guide on nodejs.org; nodejs/node, doc/api/cluster.md";
    "Packages on npm", [53];
    "More than 2 million.";
    "3,342,873 in the middle of 2023, many of them spam.";
    "Sandworm, State of npm 2023";
    "Risk of dependencies", [55];
    "Monitoring becomes a duty; no incident is named.";
    "A worm that copied itself, Shai-Hulud, hit over 500 npm packages in September 2025; CISA raised an alert.";
    "Several reports";
    "Consistency of Go code", [67];
    "Stronger over the years in large organisations; no number.";
    "Consistent coding standards were the biggest challenge of teams that use Go; 21 % would gain most from solving it.";
    "Go Developer Survey 2024 H2, go.dev";
    "Onboarding to Go", [65];
    "Slower than to Python; no number.";
    "Contested: Stream and others report quick onboarding, and 81 % of Go developers came from another language.";
    "getstream.io; Go Developer Survey 2025";
    "Predictable latency of Go", [19, 27];
    "Stable under sustained load; no number.";
    "Usually so. Counter-example: Discord saw garbage collection cause peaks of 10 to 40 ms about every 2 minutes (2020, an old version of Go).";
    "Discord's blog, by mirrors";
    "Throughput of Python", [49];
    "Below Go and Node.js; no number.";
    "On average so. Bound by a database, uvicorn with uvloop served 3,664 requests/s against 3,950 of Node.js; in tests heavy on the database Express beat Go Fiber.";
    "nDmitry/web-benchmarks; documentation of Fiber";
    "Duration and cost of a rewrite", [87, 89];
    "12 to 18 months and $200,000 to $800,000 from Node.js to Go.";
    "That pays 0.8 to 2.2 engineers. Khan Academy took 3.5 years and about 100 engineers from 1 million lines of Python 2 to over 40 Go services.";
    "Pragmatic Engineer, 2023";
    "Benchmarks in general", [15];
    "Distrusts stars and surveys; cites no benchmark.";
    "Benchmarks age too: TechEmpower ended on 2026-03-24, and the-benchmarker changed its method in September 2025.";
    "TechEmpower/FrameworkBenchmarks, issue 10932";
];
