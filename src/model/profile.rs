//! Runtime profiles: what a language with its framework costs per request, process and connection.

use super::Id;
use super::declare::{choice, inputs};
use super::input::{Bounds, Kind};
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
    /// CPU time of server and framework for one request.
    overhead_ms: Quantity = 0.1.into(), "Framework overhead", Kind::Number(MS, NON_NEGATIVE), measured(OVERHEAD);
    /// CPU time of record handling relative to Go.
    k_crud: Quantity = 1.0.into(), "Records, relative to Go", Kind::Number(FACTOR, NON_NEGATIVE), measured(CRUD);
    /// CPU time of computation in the language relative to Go.
    k_pure: Quantity = 1.0.into(), "Computation, relative to Go", Kind::Number(FACTOR, NON_NEGATIVE), measured(PURE);
    /// CPU time of native libraries relative to Go.
    k_native: Quantity = 1.0.into(), "Native libraries, relative to Go", Kind::Number(FACTOR, NON_NEGATIVE), measured("Code that spends its time in C runs alike; missing libraries are priced in scope and criterion C6.");
    /// Memory of one idle process.
    base_mb: Quantity = 50.0.into(), "Memory of one process", Kind::Number(MB, NON_NEGATIVE), measured(MEMORY);
    /// Yes: one process for each vCPU (event loop, interpreter lock). No: one process uses all cores.
    per_core_process: bool = false, "One process per vCPU", Kind::Flag, measured("Follows from the runtime.");
    /// Requests one process of a synchronous server handles at once. Empty: asynchronous.
    threads_per_process: Option<Quantity> = None, "Synchronous threads per process", Kind::Optional(THREADS, Bounds::from(1.0).whole(), "asynchronous"), assumption("gunicorn with 4 threads is a common set-up.");
    /// Memory of one idle connection.
    conn_kb: Quantity = 16.0.into(), "Memory of one connection", Kind::Number(KB, NON_NEGATIVE), measured(MEMORY);
    /// Most connections of one process. Empty: no limit.
    conn_cap: Option<Quantity> = None, "Connections per process", Kind::Optional(SOCKETS, Bounds::above(0.0), "no limit"), vendor("Orders of magnitude of article lines 29 (tens of thousands), 37 (thousands) and 49 (moderate).");
}

/// The three profiles of the blank plan: id, name, language, runtime, overhead, k crud and pure, MB, KB, cap.
pub(super) fn defaults() -> Vec<Profile> {
    let go = Profile {
        id: "go-net-http".into(),
        name: "Go net/http".into(),
        language: Language::Go,
        runtime: Runtime::Native,
        overhead_ms: 0.08.into(),
        base_mb: 15.0.into(),
        conn_kb: 16.5.into(),
        conn_cap: Some(50_000.0.into()),
        ..Profile::default()
    };
    let node = Profile {
        id: "node-fastify".into(),
        name: "Node Fastify".into(),
        language: Language::Node,
        runtime: Runtime::EventLoop,
        overhead_ms: 0.13.into(),
        k_crud: 1.7.into(),
        k_pure: 1.2.into(),
        base_mb: 74.0.into(),
        per_core_process: true,
        conn_kb: 8.5.into(),
        conn_cap: Some(10_000.0.into()),
        ..Profile::default()
    };
    let python = Profile {
        id: "python-fastapi".into(),
        name: "Python FastAPI + uvicorn".into(),
        language: Language::Python,
        runtime: Runtime::Gil,
        overhead_ms: 0.30.into(),
        k_crud: 1.8.into(),
        k_pure: 10.6.into(),
        base_mb: 48.0.into(),
        per_core_process: true,
        conn_kb: 48.0.into(),
        conn_cap: Some(5_000.0.into()),
        ..Profile::default()
    };
    vec![go, node, python]
}
