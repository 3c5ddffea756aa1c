//! W1, W3, W13 and W18.

use super::look::{edge, hybrid, of, says, the, whom};
use crate::support::Bare;

/// One request in a hundred takes 80 ms of CPU.
fn heavy() -> Bare {
    Bare::new().set("workload.heavy_share", 0.01).set("workload.heavy_cpu_ms", 80.0)
}

#[test]
fn w1_heavy_requests_hold_the_event_loop() {
    let warning = the(&heavy(), "W1", "node");
    says(&warning, &["1 % of the requests", "Node.js for 80 ms", "worker_threads or child_process"]);
    assert_eq!((warning.path.as_str(), warning.month), ("alternatives.node.offload_heavy", None));
    assert_eq!(whom(&heavy(), "W1"), ["node"], "Go and Python have no event loop to hold");
    edge(&heavy(), "W1", "node", "workload.heavy_cpu_ms", &[49.9, 50.0], &[50.1]);
    edge(&heavy(), "W1", "node", "workload.heavy_share", &[0.0], &[0.001]);
    edge(&heavy(), "W1", "node", "thresholds.heavy_request_ms", &[80.0, 81.0], &[79.9]);
    assert!(of(&heavy().set("alternatives.node.offload_heavy", true), "W1").is_empty());
}

#[test]
fn w1_the_service_time_counts_and_not_the_time_on_go() {
    // 2 + 1.5·40 = 62 ms
    let bare = heavy().set("profiles.node-fastify.overhead_ms", 2.0).set("profiles.node-fastify.k_crud", 1.5);
    says(&the(&bare.set("workload.heavy_cpu_ms", 40.0), "W1", "node"), &["for 62 ms"]);
}

#[test]
fn w1_a_tier_behind_is_enough_and_the_remedy_is_its_languages() {
    let bare = hybrid(heavy(), 0, "node-fastify", ["pure", "native"], "crud");
    says(&the(&bare, "W1", "go"), &["tier 2 of Go (Node Fastify)"]);
    let uvicorn = heavy().set("profiles.python-fastapi.runtime", "event-loop");
    says(&the(&uvicorn, "W1", "python"), &["Use a process pool."]);
}

/// Three tenths of the work are computation.
fn computing() -> Bare {
    let mix = Bare::new().set("workload.mix.crud", 0.7).set("workload.mix.pure", 0.3);
    mix.set("workload.app_cpu_ms", 1.0)
}

#[test]
fn w3_computation_under_the_interpreter_lock() {
    // 1·0.3·14/(0.1 + 1·(0.7 + 0.3·14)) = 4.2/5
    let bare = computing().set("profiles.python-fastapi.k_pure", 14.0).set("profiles.python-fastapi.overhead_ms", 0.1);
    let warning = the(&bare, "W3", "python");
    says(&warning, &["84 % of the CPU time of Python", "do not compute in parallel", "one process for each vCPU"]);
    assert_eq!(warning.path.as_str(), "workload.mix.pure");
    assert_eq!(whom(&bare, "W3"), ["python"]);
    says(&the(&bare.set("profiles.python-fastapi.per_core_process", false), "W3", "python"), &["for all vCPUs"]);
    // 0.3/(0 + 1)
    edge(&computing(), "W3", "python", "profiles.python-fastapi.k_pure", &[0.9, 1.0], &[1.1]);
    edge(&computing(), "W3", "python", "thresholds.pure_cpu_share", &[0.3, 0.31], &[0.29]);
    let free = computing().set("profiles.python-fastapi.runtime", "free-threaded");
    edge(&free, "W3", "python", "profiles.python-fastapi.k_pure", &[14.0], &[]);
}

#[test]
fn w3_against_a_measured_time_the_rest_of_the_work_counts() {
    let bare = computing().set("profiles.python-fastapi.overhead_ms", 9.0).set("profiles.python-fastapi.k_pure", 7.0);
    // 2.1/(9 + 2.8) = 17.8 %; measured, 2.1/2.8 = 75 %
    assert!(of(&bare, "W3").is_empty());
    says(&the(&bare.set("alternatives.python.cpu_ms", 20.0), "W3", "python"), &["75 %"]);
}

#[test]
fn w3_only_the_tier_that_computes() {
    let bare = hybrid(computing(), 2, "python-django", ["crud", "native"], "pure");
    let bare = bare.set("alternatives.python.tiers.1.call_share", 0.5).set("profiles.python-django.overhead_ms", 0.4);
    // A call: 0.3·1/0.5 = 0.6 of 0.4 + 0.6 ms
    let warning = the(&bare, "W3", "python");
    says(&warning, &["60 % of the CPU time of tier 2 of Python (Python Django + gunicorn)"]);
}

#[test]
fn w13_native_libraries_without_python() {
    let bare = Bare::new().set("workload.mix.crud", 0.4).set("workload.mix.native", 0.6);
    let warning = the(&bare, "W13", "node");
    says(&warning, &["60 % of the work", "A Python tier in Node.js"]);
    assert_eq!(warning.path.as_str(), "workload.mix.native");
    assert_eq!(whom(&bare, "W13"), ["go", "node"]);
    assert_eq!(whom(&hybrid(bare.clone(), 0, "python-fastapi", ["crud", "pure"], "native"), "W13"), ["node"]);
    edge(&bare, "W13", "go", "thresholds.native_share", &[0.6, 0.7], &[0.59]);
    let half = Bare::new().set("workload.mix.crud", 0.5).set("workload.mix.native", 0.5);
    assert!(of(&half, "W13").is_empty(), "at the threshold there is no warning");
}

/// Node.js with a version whose support ends on this day. The defaults were looked up on 2026-11-23.
fn ending(day: &str) -> Bare {
    Bare::new().set("profiles.node-fastify.version", "Node.js 24").set("profiles.node-fastify.end_of_life", day)
}

#[test]
fn w18_support_ends_within_six_months() {
    let warning = the(&ending("2027-04-23"), "W18", "node");
    says(&warning, &["Node Fastify (Node.js 24)", "ends on 2027-04-23, 5 months after 2026-11-23", "use 26"]);
    assert_eq!(warning.path.as_str(), "profiles.node-fastify.end_of_life");
    says(&the(&ending("2026-11-22"), "W18", "node"), &["which Node.js runs, ended on 2026-11-22"]);
    for (day, warns) in [("", 0), ("2027-05-24", 0), ("2027-05-23", 1), ("2026-11-23", 1), ("2020-01-01", 1)] {
        assert_eq!(of(&ending(day), "W18").len(), warns, "{day}");
    }
    edge(&ending("2027-04-23"), "W18", "node", "thresholds.end_of_life_months", &[4.9, 0.0], &[5.0]);
}

#[test]
fn w18_only_profiles_that_run_and_each_once() {
    let flask = Bare::new().set("profiles.python-flask.end_of_life", "2026-01-01");
    assert!(of(&flask, "W18").is_empty());
    let twice = hybrid(ending("2026-01-01"), 1, "node-fastify", ["crud", "pure"], "native");
    assert_eq!(whom(&twice, "W18"), ["node"]);
    let go = Bare::new().set("profiles.go-net-http.end_of_life", "2026-12-31").set("profiles.go-net-http.version", "");
    let message = the(&go, "W18", "go").message;
    assert!(message.starts_with("Support for Go net/http, on which Go runs, ends on 2026-12-31"), "{message}");
    assert!(!message.contains("Node"), "{message}");
}
