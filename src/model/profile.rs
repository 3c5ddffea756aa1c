//! Runtime profiles: what a language with its framework costs per request, process and connection.

use super::Id;
use super::declare::{choice, inputs};
use super::input::{Bounds, Kind};
use super::profiles::{CATALOGUE, Row};
use super::units::*;
use super::value::Quantity;

choice! {
    /// The language of a profile.
    pub enum Language {
        /// Go.
        Go = "go",
        /// Node.js.
        Node = "node",
        /// Python.
        Python = "python",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// How the runtime uses CPU cores.
    pub enum Runtime {
        /// Native threads over all cores.
        Native = "native",
        /// One event loop per process.
        EventLoop = "event-loop",
        /// Python with its global interpreter lock.
        Gil = "gil",
        /// Python without it.
        FreeThreaded = "free-threaded",
    }
}

const NON_NEGATIVE: Bounds = Bounds::from(0.0);
const OVERHEAD: &str = "8 cores × 1,000 ÷ requests/s in the-benchmarker/web-frameworks, run of 2025-07-23 with keep-alive (wrk, 64 \
    connections). An upper bound: the load generator shares the cores. One machine; ratios matter.";
const CRUD: &str =
    "nDmitry/web-benchmarks, 2024-06: PostgreSQL read of 100 rows, mapping and JSON, all cores, relative to Go.";
const PURE: &str =
    "kostya/benchmarks, 2025-08-17: geometric mean of the time ratio to Go; Node.js 0.4 to 3.1, CPython 1.1 to 49.";
const MEMORY: &str = "Own measurement, 2026-11-23: 5,000 idle WebSockets, resident memory; kernel buffers are extra.";

inputs! {
    /// A language with its framework.
    pub struct Profile {
        /// Its id in the plan.
        pub id: Id,
    }
    /// What the profile is called.
    name: String = "New profile".into(), "Name", Kind::Text(80), YOURS;
    /// The language, which sets the defaults for hiring and rewriting.
    language: Language = Language::Other, "Language", Kind::Choice(Language::WORDS), YOURS;
    /// How the runtime uses CPU cores.
    runtime: Runtime = Runtime::Native, "Runtime", Kind::Choice(Runtime::WORDS), YOURS;
    /// The version it runs, for your own records.
    version: String = String::new(), "Version", Kind::Text(40), YOURS, later;
    /// The day on which support for this version ends. Empty: not known.
    end_of_life: String = String::new(), "Support ends", Kind::Day("not known"), primary("Release schedules of Node.js (24: 2028-04-30, 26: 2029-04-30; 20 ended 2026-04-30), Python (3.14: 2030-10-31) and Go (1.27: until 1.29, about 2027-08)."), later;
    /// CPU time of server and framework for one request.
    overhead_ms: Quantity = 0.1.into(), "Framework overhead", Kind::Number(MS, NON_NEGATIVE), measured(OVERHEAD).of(2025, 7);
    /// CPU time of record handling relative to Go.
    k_crud: Quantity = 1.0.into(), "Records, relative to Go", Kind::Number(FACTOR, NON_NEGATIVE), measured(CRUD).of(2024, 6);
    /// CPU time of computation in the language relative to Go.
    k_pure: Quantity = 1.0.into(), "Computation, relative to Go", Kind::Number(FACTOR, NON_NEGATIVE), measured(PURE).of(2025, 8);
    /// CPU time of native libraries relative to Go.
    k_native: Quantity = 1.0.into(), "Native libraries, relative to Go", Kind::Number(FACTOR, NON_NEGATIVE), measured("Code that spends its time in C runs alike; missing libraries are priced in scope and criterion C6.");
    /// Memory of one idle process.
    base_mb: Quantity = 50.0.into(), "Memory of one process", Kind::Number(MB, NON_NEGATIVE), measured(MEMORY).of(2026, 11);
    /// Yes: one process for each vCPU (event loop, interpreter lock). No: one process uses all cores.
    per_core_process: bool = false, "One process per vCPU", Kind::Flag, measured("Follows from the runtime.");
    /// Requests one process of a synchronous server handles at once. Empty: asynchronous.
    threads_per_process: Option<Quantity> = None, "Synchronous threads per process", Kind::Optional(THREADS, Bounds::from(1.0).whole(), "asynchronous"), assumption("gunicorn with 4 threads is a common set-up.");
    /// Memory of one idle connection.
    conn_kb: Quantity = 16.0.into(), "Memory of one connection", Kind::Number(KB, NON_NEGATIVE), measured(MEMORY).of(2026, 11);
    /// Most connections of one process. Empty: no limit.
    conn_cap: Option<Quantity> = None, "Connections per process", Kind::Optional(SOCKETS, Bounds::above(0.0), "no limit"), vendor("Orders of magnitude of article lines 29 (tens of thousands), 37 (thousands) and 49 (moderate).");
    /// Memory of one idle task, such as a goroutine; shown beside the article's figure, and used in no equation. Empty: not measured.
    idle_task_kb: Option<Quantity> = None, "Memory of an idle task", Kind::Optional(KB, NON_NEGATIVE, "not measured"), measured("Own measurement, 2026-11-23: 100,000 tasks that only wait for a timer. A goroutine starts with 2 KB (Go 1.27), not the 4 KB of article line 29."), later;
    /// Things to ship for one release: binary, runtime, dependencies, configuration of workers. Criterion C10 counts them when it is computed.
    artefacts: Quantity = 3.0.into(), "Artefacts to deploy", Kind::Number(ARTEFACTS, Bounds::from(1.0).whole()), assumption("Go ships one binary (article line 81); Node.js code, dependencies and runtime; Python also a process manager."), later;
}

impl Profile {
    /// The profiles the product comes with.
    pub fn catalogue() -> impl Iterator<Item = Self> {
        CATALOGUE.iter().map(Row::profile)
    }

    /// A profile with this id; those of the catalogue come with their figures.
    pub fn with_id(id: Id) -> Self {
        let known = CATALOGUE.iter().find(|row| row.id == id.as_str());
        known.map_or_else(|| Self { id, ..Self::default() }, Row::profile)
    }
}
