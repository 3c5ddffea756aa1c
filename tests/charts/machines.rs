//! Pictures of machines: instances, traffic, memory; against values worked out by hand.

use weighbridge::analyse::crossover;
use weighbridge::chart::{CostByTraffic, Instances, Memory, Picture};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Plan, Value};

use super::support::Bare;
use super::svg::*;

fn plan(bare: Bare) -> Plan {
    let mut made = None;
    bare.with(|plan| made = Some(plan.clone())).check().unwrap();
    made.unwrap()
}

fn instances(plan: &Plan, id: &str) -> Picture {
    Picture::Instances(Instances::of(plan, &evaluate(plan), &id.into()))
}

#[test]
fn the_binding_constraint_is_told_month_by_month() {
    // 100/s · 20 ms = 2 cores, filled to 50 %: 4 vCPU, 2 instances; memory 900 connections · 1 MB in 1,024 MB: 1, and
    // as they double each month 2, 4, 8 …: memory passes CPU in month 3.
    let bare = Bare::new().set("workload.peak_rps", 100.0).set("workload.app_cpu_ms", 20.0);
    let bare = bare.set("workload.connections", 900.0).set("workload.conn_growth", 1.0);
    let plan = plan(bare.set("workload.conn_app_kb", 1024.0).set("settings.horizon_months", 12.0));
    let picture = instances(&plan, "go");
    let value = |month: usize, name: &str| {
        let values = picture.values_at(month);
        values.into_iter().find(|value| value.0 == name).unwrap().1
    };
    assert_eq!([1, 2, 3, 4].map(|month| value(month, "Instances")), ["2", "2", "4", "8"]);
    assert_eq!([1, 2, 3].map(|month| value(month, "Size set by")), ["CPU", "CPU", "memory"]);
    assert_eq!(value(1, "Cores busy at peak"), "2.0");
    // 900 · 2¹¹ / 1024 = 1,800
    let summary = picture.summary();
    let expected = "Go keeps 2 instances in month 1 and 1,800 in month 12, for 2.0 and 2.0 cores busy at peak.";
    assert!(summary.starts_with(expected), "{summary}");
    assert!(summary.ends_with("In months 1–2 CPU sets the size and in months 3–12 memory sets the size."), "{summary}");
    // Not by colour alone: the words stand over the bars, or letters that a key explains.
    let wide: Vec<String> = labels(&svg(&picture, 900.0)).into_iter().map(|label| label.text).collect();
    assert!(wide.contains(&"CPU".into()) && wide.contains(&"memory".into()), "{wide:?}");
    let narrow: Vec<String> = labels(&svg(&picture, 300.0)).into_iter().map(|label| label.text).collect();
    assert!(narrow.contains(&"memory".into()), "{narrow:?}");
    assert!(narrow.contains(&"CPU".into()) || narrow.contains(&"C: CPU".into()), "{narrow:?}");
}

#[test]
fn every_limit_has_its_letter_where_words_do_not_fit() {
    // Connections grow from 100 to 102,400: first one instance does, then 4 months of the cap of 500 …
    let bare = Bare::new().set("workload.connections", 100.0).set("workload.conn_growth", 0.5);
    let bare = bare.set("profiles.go-net-http.conn_cap", 500.0).set("settings.horizon_months", 60.0);
    // … until from 1 month on CPU wants more: requests grow faster.
    let bare = bare.set("workload.peak_rps", 1.0).set("workload.app_cpu_ms", 0.1).set("workload.growth", 0.8);
    let plan = plan(bare);
    for width in [300.0, 320.0, 640.0, 1200.0] {
        assert_legible(&instances(&plan, "go"), width, "limits");
    }
}

#[test]
fn each_tier_says_what_binds_it() {
    let plan = plan_of("ml-inference");
    let values = instances(&plan, "hybrid").values_at(7);
    let binding = &values.iter().find(|value| value.0 == "Size set by").unwrap().1;
    assert!(binding.contains("Go net/http: ") && binding.contains("Python FastAPI + uvicorn: "), "{binding}");
}

#[test]
fn a_fleet_that_does_not_fit_is_not_drawn() {
    let mut plan = plan_of("high-concurrency-api");
    set(&mut plan, "workload.ram_gb", 0.01);
    let picture = instances(&plan, "go");
    assert!(picture.missing().unwrap().contains("The number of instances of Go is unknown"));
    assert_eq!(picture.stops(), 0);
    assert_legible(&picture, 320.0, "no fleet");
    let crossover = Picture::Crossover(CostByTraffic::of(&plan, &crossover(&plan)));
    assert!(crossover.missing().unwrap().contains("The cost of Go, Node.js and Python is unknown"));
}

#[test]
fn crossings_stand_under_the_axis_the_right_way_round() {
    // Go: one instance per 100 requests/s and 1.5 a month more for its hire; Node: one per 50. At ×1.5 Node needs four.
    let bare = Bare::new().set("workload.peak_rps", 100.0).set("workload.app_cpu_ms", 10.0);
    let bare = bare.set("workload.obs_per_instance", 1.0).set("profiles.node-fastify.k_crud", 2.0);
    let bare = bare.set("team.hires", 1.0).set("alternatives.go.team.salary", 25.0);
    let mut plan = plan(bare);
    plan.alternatives.retain(|alternative| alternative.id.as_str() != "python");
    let picture = Picture::Crossover(CostByTraffic::of(&plan, &crossover(&plan)));
    let labels: Vec<String> = labels(&svg(&picture, 640.0)).into_iter().map(|label| label.text).collect();
    assert!(labels.contains(&"×1.5: Node.js passes Go".into()), "{labels:?}");
    assert!(labels.contains(&"your plan".into()), "{labels:?}");
    let summary = picture.summary();
    assert!(summary.contains("In cost, Node.js passes Go at ×1.5."), "{summary}");
    // At ×1 Go 36·(1 + 2.5), Node 36·(2 + 1); at ×100 Go 36·102.5, Node 36·201
    assert_eq!(picture.stop_name(21), "Traffic × 1");
    assert_eq!(picture.values_at(21), [("Go".into(), "$126".into()), ("Node.js".into(), "$108".into())]);
    assert_eq!(picture.stop_name(61), "Traffic × 100");
    assert_eq!(picture.values_at(61), [("Go".into(), "$3,690".into()), ("Node.js".into(), "$7,236".into())]);
    let told: Vec<Vec<String>> = picture.table().rows.into_iter().filter(|row| !row[3].is_empty()).collect();
    assert_eq!(told.len(), 1);
    // The first point of the grid past 1.5: 10^(4/20)
    assert_eq!(told[0][0], "1.58");
}

#[test]
fn no_crossing_is_said() {
    let bare = Bare::new().set("workload.shared_infra", 100.0).set("team.hires", 1.0);
    let plan = plan(bare.set("alternatives.go.team.salary", 20.0));
    let picture = Picture::Crossover(CostByTraffic::of(&plan, &crossover(&plan)));
    assert!(picture.summary().contains("Nothing changes their order between ×0.1 and ×100."), "{}", picture.summary());
}

#[test]
fn the_articles_four_kilobytes_stand_struck_beside_the_measured() {
    let plan = plan_of("high-concurrency-api");
    let memory = picture(&plan, "memory");
    assert_eq!(memory.table().rows[0], ["Go net/http", "2.69 KB", "16.5 KB"]);
    assert_eq!(memory.table().rows[1], ["Node Fastify", "0.78 KB", "8.50 KB"]);
    assert_eq!(memory.values_at(3), [("Idle task".into(), "1.25 KB".into())]);
    assert_eq!(memory.stop_name(6), "Python FastAPI + uvicorn");
    assert_eq!(memory.values_at(6), [("Idle connection".into(), "48.0 KB".into())]);
    let labels: Vec<String> = labels(&svg(&memory, 640.0)).into_iter().map(|label| label.text).collect();
    assert!(labels.contains(&"article: 4 KB".into()) && labels.contains(&"least stack: 2 KB".into()), "{labels:?}");
}

#[test]
fn a_task_nobody_measured_has_no_bar() {
    let mut plan = plan_of("high-concurrency-api");
    plan.set(&"profiles.python-fastapi.idle_task_kb".into(), Value::Empty).unwrap();
    let memory = picture(&plan, "memory");
    assert_eq!(memory.table().rows[2][1], "not measured");
    assert_legible(&memory, 320.0, "threads");
    // The user's own figures may stand in.
    plan.set(&"profiles.python-fastapi.idle_task_kb".into(), Value::Number(60.0)).unwrap();
    let own = Picture::Memory(Memory::of(&plan));
    assert_eq!(own.table().rows[2][1], "60.0 KB");
    assert_legible(&own, 320.0, "own");
}
