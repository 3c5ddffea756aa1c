//! W17 and W21: defaults that are still in place. The defaults were looked up in November 2026.

use super::look::{all, says};
use crate::support::starter;
use weighbridge::analyse::{Warning, stale};
use weighbridge::model::{Grade, Path, Plan, Source, Value};

/// The warnings of one rule on a plan in which only these inputs have been touched.
fn of(plan: &Plan, rule: &str, touched: &[&str]) -> Vec<Warning> {
    let is_default = |path: &Path| !touched.contains(&path.as_str());
    all(plan, &is_default).into_iter().filter(|warning| warning.rule == rule).collect()
}

fn paths(warnings: &[Warning]) -> Vec<&str> {
    warnings.iter().map(|warning| warning.path.as_str()).collect()
}

fn with(path: &str, value: Value) -> Plan {
    let mut plan = starter("blank");
    plan.set(&path.into(), value).unwrap();
    plan.check().unwrap();
    plan
}

#[test]
fn w17_old_data_is_named_once_for_each_input() {
    let found = of(&starter("blank"), "W17", &[]);
    // December 2017 is 8 years and 11 months old, June 2024 two years and 5, September 2018 eight years and 2.
    assert_eq!(paths(&found), ["team.attrition", "profiles.go-net-http.k_crud", "alternatives.go.team.maint_share"]);
    says(&found[0], &["“Attrition”", "2017-12, 107 months old", "more than 24", "in 1 cell:"]);
    says(&found[1], &["“Records, relative to Go”", "2024-06, 29 months old", "in 3 cells:"]);
    says(&found[2], &["“Maintenance after it”", "2018-09, 98 months old", "in 3 cells:"]);
    assert!(found.iter().all(|warning| warning.alternative.is_none() && warning.month.is_none()));
}

#[test]
fn w17_the_age_is_an_input() {
    for (months, records) in [(30.0, false), (29.0, false), (28.9, true)] {
        let found = of(&with("thresholds.source_age_months", Value::Number(months)), "W17", &[]);
        assert_eq!(paths(&found).contains(&"profiles.go-net-http.k_crud"), records, "{months}");
    }
    assert!(of(&with("thresholds.source_age_months", Value::Number(107.0)), "W17", &[]).is_empty());
}

#[test]
fn w17_own_numbers_have_no_age() {
    let found = of(&starter("blank"), "W17", &["team.attrition", "profiles.go-net-http.k_crud"]);
    assert_eq!(paths(&found), ["profiles.node-fastify.k_crud", "alternatives.go.team.maint_share"]);
    says(&found[0], &["in 2 cells:"]);
}

#[test]
fn w17_only_what_counts() {
    let records = |plan: &Plan| {
        let found = of(plan, "W17", &[]).into_iter().find(|warning| warning.path.as_str().ends_with("k_crud"));
        found.map(|warning| warning.message)
    };
    let measured = with("alternatives.node.cpu_ms", Value::Number(3.0));
    assert!(records(&measured).unwrap().contains("in 2 cells:"), "a measured time replaces the profile's factors");
    let mut computing = starter("blank");
    for (path, share) in [("workload.mix.crud", 0.0), ("workload.mix.pure", 1.0)] {
        computing.set(&path.into(), Value::Number(share)).unwrap();
    }
    assert_eq!(records(&computing), None, "nothing is left to multiply");
    // January 2021 is 5 years and 10 months old; only the hybrid of that plan has hops.
    let found = of(&starter("ml-inference"), "W17", &[]);
    assert_eq!(found[0].path.as_str(), "workload.rpc_latency_ms");
    says(&found[0], &["2021-01, 70 months old"]);
}

#[test]
fn w17_a_closed_source_is_old_at_once_and_a_judgement_never() {
    let source = |note, data| Source { grade: Grade::Primary, note, data };
    assert_eq!(stale(&source("A guess.", None), 0.0), None);
    assert_eq!(stale(&source("A survey.", Some((2026, 10))), 1.0), None);
    let old = stale(&source("A survey.", Some((2026, 10))), 0.5).unwrap();
    assert_eq!(old, "rests on data of 2026-10, 1 month old and so more than 0.5");
    let closed = stale(&source("TechEmpower, round 23.", Some((2026, 10))), 24.0).unwrap();
    assert_eq!(closed, "comes from TechEmpower, a source that is closed");
}

#[test]
fn w21_numbers_of_a_vendor_are_one_warning() {
    // The horizon; the caps of three profiles in use; start, length, cost and target of three rewrites;
    // three scores in each of C4, C6, C9, C10, C13 and C19: 1 + 3 + 12 + 18
    let found = of(&starter("blank"), "W21", &[]);
    assert_eq!(paths(&found), ["settings.horizon_months"]);
    says(&found[0], &["in 34 cells", "“Horizon”", "sells Go development"]);
    assert_eq!((found[0].alternative.as_ref(), found[0].month), (None, None));
    let touched = of(&starter("blank"), "W21", &["settings.horizon_months"]);
    assert_eq!(paths(&touched), ["profiles.go-net-http.conn_cap"]);
    says(&touched[0], &["in 33 cells", "“Connections per process”"]);
}

#[test]
fn w21_only_what_counts() {
    for (path, value, cells) in [
        ("alternatives.go.rewrite.p", Value::Number(0.0), "in 30 cells"),
        ("criteria.C4.weight", Value::Number(0.0), "in 31 cells"),
        ("groups.ecosystem.weight", Value::Number(0.0), "in 28 cells"),
        ("profiles.go-net-http.conn_cap", Value::Empty, "in 33 cells"),
        ("criteria.C10.scored", Value::Text("computed".into()), "in 31 cells"),
        ("thresholds.open_connections", Value::Number(10_000.0), "in 34 cells"),
    ] {
        says(&of(&with(path, value), "W21", &[])[0], &[cells]);
    }
    let none = all(&starter("blank"), &|_| false);
    assert!(none.iter().all(|warning| !["W17", "W21"].contains(&warning.rule)), "{none:?}");
}
