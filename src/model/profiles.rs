//! The runtime profiles the product comes with (`model.md`, "Runtime profiles").

use super::profile::{Language, Profile, Runtime};
use super::value::{Quantity, Range};

/// One profile of the catalogue.
pub(super) struct Row {
    pub id: &'static str,
    name: &'static str,
    kin: Kin,
    overhead_ms: f64,
    k_crud: f64,
    base_mb: f64,
}

/// What the frameworks of one runtime have in common.
enum Kin {
    Go,
    Node,
    /// Asynchronous Python.
    Python,
    /// Python with synchronous workers.
    Workers,
    FreeThreaded,
}

const fn row(id: &'static str, name: &'static str, kin: Kin, overhead_ms: f64, k_crud: f64, base_mb: f64) -> Row {
    Row { id, name, kin, overhead_ms, k_crud, base_mb }
}

pub(super) const CATALOGUE: [Row; 12] = [
    row("go-net-http", "Go net/http", Kin::Go, 0.08, 1.0, 15.0),
    row("go-gin", "Go gin, echo, chi", Kin::Go, 0.08, 1.05, 15.0),
    row("node-fastify", "Node Fastify", Kin::Node, 0.13, 1.7, 74.0),
    row("node-express", "Node Express 5", Kin::Node, 0.36, 1.9, 110.0),
    row("node-nestjs-fastify", "Node NestJS on Fastify", Kin::Node, 0.16, 1.9, 110.0),
    row("node-nestjs-express", "Node NestJS on Express", Kin::Node, 0.48, 1.9, 110.0),
    row("python-fastapi", "Python FastAPI + uvicorn", Kin::Python, 0.30, 1.8, 48.0),
    row("python-aiohttp", "Python aiohttp", Kin::Python, 0.90, 1.8, 48.0),
    row("python-flask", "Python Flask + gunicorn", Kin::Workers, 3.4, 3.5, 48.0),
    row("python-django", "Python Django + gunicorn", Kin::Workers, 3.6, 3.5, 80.0),
    row("python-free-threaded", "Python 3.14 free-threaded (FastAPI)", Kin::FreeThreaded, 0.33, 2.0, 58.0),
    row("own", "A language of your own", Kin::Go, 0.1, 1.0, 50.0),
];

fn range(low: f64, mode: f64, high: f64) -> Quantity {
    Quantity::Range(Range::Triangular(low, mode, high))
}

impl Row {
    /// The profile of this row.
    pub fn profile(&self) -> Profile {
        let common = Profile {
            id: self.id.into(),
            name: self.name.into(),
            overhead_ms: self.overhead_ms.into(),
            k_crud: self.k_crud.into(),
            base_mb: self.base_mb.into(),
            ..Profile::default()
        };
        if self.id == "own" {
            return common;
        }
        match self.kin {
            Kin::Go => Profile {
                language: Language::Go,
                runtime: Runtime::Native,
                version: "Go 1.27".into(),
                end_of_life: "2027-08-31".into(),
                conn_kb: 16.5.into(),
                conn_cap: Some(range(20e3, 50e3, 100e3)),
                idle_task_kb: Some(2.69.into()),
                artefacts: 1.0.into(),
                ..common
            },
            Kin::Node => Profile {
                language: Language::Node,
                runtime: Runtime::EventLoop,
                version: "Node.js 26".into(),
                end_of_life: "2029-04-30".into(),
                k_pure: range(0.4, 1.2, 3.1),
                per_core_process: true,
                conn_kb: 8.5.into(),
                conn_cap: Some(range(5e3, 10e3, 25e3)),
                idle_task_kb: Some(0.78.into()),
                artefacts: 3.0.into(),
                ..common
            },
            Kin::Python | Kin::Workers | Kin::FreeThreaded => self.python(common),
        }
    }

    fn python(&self, common: Profile) -> Profile {
        let python = Profile {
            language: Language::Python,
            runtime: Runtime::Gil,
            version: "Python 3.14".into(),
            end_of_life: "2030-10-31".into(),
            k_pure: range(1.1, 10.6, 49.0),
            per_core_process: true,
            conn_kb: 48.0.into(),
            conn_cap: Some(range(2e3, 5e3, 10e3)),
            idle_task_kb: Some(1.25.into()),
            artefacts: 4.0.into(),
            ..common
        };
        match self.kin {
            // Each thread serves one connection at a time: the threads are the cap (E9b).
            Kin::Workers => {
                Profile { threads_per_process: Some(4.0.into()), conn_cap: None, idle_task_kb: None, ..python }
            }
            // PEP 779: a tenth more CPU, a fifth more memory, one process for all cores.
            Kin::FreeThreaded => Profile {
                runtime: Runtime::FreeThreaded,
                k_pure: range(1.2, 11.7, 54.0),
                per_core_process: false,
                conn_kb: 55.0.into(),
                conn_cap: Some(20e3.into()),
                idle_task_kb: None,
                ..python
            },
            _ => python,
        }
    }
}

/// The profiles of the blank plan: all of them.
pub(super) fn defaults() -> Vec<Profile> {
    CATALOGUE.iter().map(Row::profile).collect()
}
