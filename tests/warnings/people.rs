//! W10 to W12 and W23.

use super::look::{edge, hybrid, of, says, the, whom};
use crate::support::Bare;

#[test]
fn w10_hires_are_productive_after_the_target() {
    let bare = Bare::new().set("team.hires", 1.0).set("alternatives.go.team.ramp_months", 6.0);
    edge(&bare, "W10", "go", "team.target_month", &[6.1, 6.0], &[5.9]);
    let early = bare.clone().set("team.target_month", 5.0);
    edge(&early, "W10", "go", "team.hires", &[0.0], &[0.5]);
    edge(&early, "W10", "go", "team.ramp_p0", &[1.0], &[0.25]);
    // 11/4.348125 = 2.53 months: they join in month 4 and count in full from month 10, as E23 has it
    let warning = the(&bare.set("alternatives.go.team.fill_weeks", 11.0), "W10", "go");
    says(&warning, &["Go take 2.53 months to come and 6 more", "from month 10, after the target of month 6"]);
    assert_eq!((warning.path.as_str(), warning.month), ("alternatives.go.team.fill_weeks", None));
}

#[test]
fn w11_the_language_is_new_to_the_team() {
    let bare = Bare::new().set("team.existing", 4.0).set("alternatives.go.team.know_share", 0.25);
    let warning = the(&bare, "W11", "go");
    says(&warning, &["25 % of today's team", "language of Go", "wanted in month 6"]);
    assert_eq!(warning.path.as_str(), "alternatives.go.team.know_share");
    assert_eq!(whom(&bare, "W11"), ["go"]);
    edge(&bare, "W11", "go", "alternatives.go.team.know_share", &[0.31, 0.3], &[0.29]);
    edge(&bare, "W11", "go", "thresholds.know_share", &[0.25, 0.2], &[0.26]);
    edge(&bare, "W11", "go", "team.target_month", &[6.1], &[6.0, 5.9]);
    edge(&bare, "W11", "go", "thresholds.learning_month", &[5.9], &[6.0, 6.1]);
    edge(&bare, "W11", "go", "team.existing", &[0.0], &[0.5]);
}

#[test]
fn w12_nobody_watches_the_dependencies() {
    assert!(of(&Bare::new(), "W12").is_empty(), "as usual is not nothing");
    edge(&Bare::new(), "W12", "node", "alternatives.node.team.dep_monitoring_hours", &[0.1, 8.0], &[0.0]);
    let go = Bare::new().set("alternatives.go.team.dep_monitoring_hours", 0.0);
    assert!(of(&go, "W12").is_empty());
    let warning = the(&hybrid(go, 0, "node-fastify", ["crud", "pure"], "native"), "W12", "go");
    says(&warning, &["npm", "Go plans 0 hours a month"]);
    assert_eq!(warning.path.as_str(), "alternatives.go.team.dep_monitoring_hours");
}

/// Four engineers deliver 4 engineer-months a month, for a little traffic.
fn four(scope: f64) -> Bare {
    Bare::new().set("team.existing", 4.0).set("team.mvp_scope", scope).set("workload.peak_rps", 1.0)
}

#[test]
fn w23_traffic_before_the_first_release() {
    // 13.2/4 = 3.3: in month 4
    let warning = the(&four(13.2).set("workload.launch_month", 2.0), "W23", "go");
    says(&warning, &["from month 2", "first release of Go comes in month 4"]);
    assert_eq!((warning.path.as_str(), warning.month), ("workload.launch_month", Some(2)));
    edge(&four(13.2), "W23", "go", "workload.launch_month", &[5.0, 4.0], &[3.0]);
    edge(&four(12.0), "W23", "go", "workload.launch_month", &[4.0, 3.0], &[2.0]);
    edge(&four(13.2), "W23", "go", "workload.peak_rps", &[0.0], &[0.1]);
    edge(&four(13.2).set("workload.peak_rps", 0.0), "W23", "go", "workload.connections", &[0.0], &[1.0]);
}

#[test]
fn w23_a_release_that_never_comes() {
    edge(&four(1e6), "W23", "go", "workload.launch_month", &[37.0], &[36.0]);
    says(&the(&four(1e6), "W23", "node"), &["does not come within 36 months"]);
}
