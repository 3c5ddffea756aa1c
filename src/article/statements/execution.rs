//! Lines 19 to 23: how each of the three executes code.

use super::{Statement, table};
use crate::article::View::Warnings;
use crate::article::place::{input, view};

pub(super) static STATEMENTS: &[Statement] = table![
    "S016", 19, Mechanism, input("profiles.go-net-http.per_core_process");
    "A technical comparison looks at how code is executed, how concurrency is handled, and how efficient the runtime is.";
    "Each profile has inputs for that: One process per vCPU, Memory of one process, the three kinds of work relative to Go, Memory of one connection.";
    "Holds up.";
    "S017", 19, Default, input("profiles.go-net-http.k_pure");
    "Go runs as native machine code, with no interpreter and no JIT.";
    "Computation, relative to Go: 1.0 for Go is the reference. No warm-up is charged.";
    "Holds up; Go still has a runtime and a garbage collector.";
    "S018", 19, Criterion, input("criteria.C2.scores.go");
    "That gives concurrent APIs predictable latency, and services high throughput.";
    "Latency predictability (C2): Go 8, not 10, because of garbage collection.";
    "Partly; the corrections name a counter-example, Discord.";
    "S019", 21, Mechanism, input("profiles.node-fastify.per_core_process");
    "Node.js runs on V8, with an event-driven model and non-blocking I/O.";
    "Node.js profiles have one event loop in each process, and One process per vCPU.";
    "Holds up.";
    "S020", 21, Criterion, input("criteria.C5.scores.node");
    "The event loop is efficient for light APIs and real-time communication.";
    "Node.js: 9 in Real-time / WebSocket fit (C5), 8 in Throughput under sustained load (C1).";
    "Holds up.";
    "S021", 21, Warning, input("alternatives.node.offload_heavy");
    "CPU-heavy work needs worker_threads or child_process, which complicates larger systems.";
    "Warning W1 when heavy requests block the event loop. Heavy work offloaded ends the blocking and costs 10 % CPU (Overhead of offloading) and engineering effort.";
    "Holds up.";
    "S022", 23, Mechanism, input("profiles.python-fastapi.runtime");
    "Python runs requests in CPython, under the Global Interpreter Lock.";
    "The usual Python profiles have the lock and one worker per vCPU; a profile of its own stands for Python 3.14 and later without the lock.";
    "Outdated as a rule for all of Python: see the corrections.";
    "S023", 23, Warning, view(Warnings);
    "In the standard build the lock keeps threads from computing in parallel.";
    "Warning W3 for profiles with the lock when more than 30 % of the CPU work is computation in Python.";
    "Holds up for the default build.";
    "S024", 23, Default, input("profiles.python-fastapi.conn_cap");
    "Asyncio frameworks reach moderate I/O concurrency; under sustained load their peak throughput is below Go's.";
    "Connections per process: 5,000 for Python; Throughput under sustained load (C1): Python 6.";
    "Holds up: measured.";
];
