//! W4 and W7. In the bare plan an instance has 1,024 MB, all of them usable.

use super::look::{edge, of, says, the, whom};
use crate::support::Bare;

#[test]
fn w4_every_process_loads_its_own_copy() {
    // 2·300 of 1,024
    let bare = Bare::new().set("workload.app_mb", 300.0);
    let warning = the(&bare, "W4", "node");
    says(&warning, &["2 processes of Node.js take 600 MB", "58.59 % of the 1,024 MB"]);
    assert_eq!(warning.path.as_str(), "workload.app_mb");
    assert_eq!(whom(&bare, "W4"), ["node", "python"], "Go has one process");
    edge(&bare, "W4", "node", "workload.app_mb", &[255.0, 256.0], &[256.1]);
    edge(&bare, "W4", "node", "thresholds.process_memory_share", &[0.6, 0.5859375], &[0.58]);
    edge(&bare, "W4", "node", "workload.mem_target", &[], &[0.5]);
    assert!(of(&bare.set("workload.vcpu", 1.0), "W4").is_empty(), "one process has nothing to copy");
    let model = Bare::new().set("alternatives.python.tiers.0.model_mb", 384.0);
    let warning = the(&model, "W4", "python");
    says(&warning, &["take 768 MB", "75 %"]);
    assert_eq!(warning.path.as_str(), "alternatives.python.tiers.0.model_mb");
}

#[test]
fn w7_memory_sets_the_size() {
    // One instance for the CPU; a connection takes a megabyte
    let bare = Bare::new().set("workload.peak_rps", 1000.0).set("workload.app_cpu_ms", 1.0);
    let bare = bare.set("workload.conn_app_kb", 1024.0);
    edge(&bare, "W7", "go", "workload.connections", &[1023.0, 1024.0], &[1025.0]);
    // 1,000, 1,020, 1,040.4
    let growing = bare.set("workload.connections", 1000.0).set("workload.conn_growth", 0.02);
    let warning = the(&growing, "W7", "go");
    says(&warning, &["Memory, not CPU, sets the size of Go in month 3", "2 instances, where CPU needs 1"]);
    assert_eq!((warning.path.as_str(), warning.month), ("workload.ram_gb", Some(3)));
}

#[test]
fn w7_an_instance_that_cannot_hold_one_copy() {
    edge(&Bare::new(), "W7", "go", "workload.app_mb", &[1023.0], &[1024.0]);
    edge(&Bare::new(), "W7", "node", "workload.app_mb", &[511.0], &[512.0]);
    let warning = the(&Bare::new().set("workload.app_mb", 700.0).set("workload.launch_month", 9.0), "W7", "node");
    says(&warning, &["cannot hold one copy of Node.js", "it takes 1,400 MB", "of 1,024 MB"]);
    assert_eq!((warning.path.as_str(), warning.month), ("workload.ram_gb", Some(1)));
}
