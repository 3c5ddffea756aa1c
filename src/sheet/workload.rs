//! The Workload sheet: traffic, work per request, machines, prices, what each alternative runs on, and what that takes.

use super::grid::{Column, Grid, Row};
use crate::model::{Alternative, Input, Path, Plan, Tier};

const TRAFFIC: &[&str] = &["peak_rps", "growth", "load_factor", "connections", "conn_growth", "launch_month"];
const WORK: &[&str] =
    &["app_cpu_ms", "heavy_share", "heavy_cpu_ms", "offload_overhead", "io_wait_ms", "rpc_latency_ms"];
const MEMORY: &[&str] = &["req_kb", "conn_app_kb", "app_mb", "payload_kb"];
const MACHINES: &[&str] = &[
    "vcpu",
    "ram_gb",
    "util_target",
    "max_wait_ms",
    "latency_budget_ms",
    "mem_target",
    "min_instances",
    "autoscale",
    "deploy_targets",
];
const SPARES: &[&str] = &["redundancy", "zones", "instance_availability", "availability_target"];
const PRICES: &[&str] = &[
    "price_vcpu_hour",
    "price_gb_hour",
    "region_mult",
    "commit_discount",
    "egress_flat",
    "shared_infra",
    "obs_per_instance",
];

pub(super) fn grid(plan: &Plan) -> Grid {
    let mut columns = vec![Column::plain("All")];
    columns.extend(Column::alternatives(plan));
    let base = Path::from("workload");
    let blanks = plan.alternatives.len();
    let common = |names: &[&str]| Grid::common_rows(plan, &base, &plan.workload, blanks, names);
    let mut rows = vec![Row::heading("Traffic", "")];
    rows.extend(common(TRAFFIC));
    rows.push(Row::heading(
        "Work of a request",
        "CPU times are those of Go; the profiles scale them to each language.",
    ));
    rows.extend(common(WORK));
    rows.push(Row::heading("What the work consists of", "The three shares sum to 100 %."));
    rows.extend(Grid::common_rows(plan, &base.then("mix"), &plan.workload.mix, blanks, crate::model::PARTS));
    rows.push(Row::heading("Memory and data", ""));
    rows.extend(common(MEMORY));
    rows.push(Row::heading("Machines", ""));
    rows.extend(common(MACHINES));
    rows.push(Row::heading("Redundancy", ""));
    rows.extend(common(SPARES));
    rows.push(Row::heading("Prices", ""));
    rows.extend(common(PRICES));
    rows.push(Row::heading("What each alternative runs on", ""));
    // Reasons are longer than a cell; the decision record has them.
    let own: Vec<Input> = Alternative::INPUTS.iter().filter(|input| input.name != "reason").copied().collect();
    rows.extend(Grid::alternative_rows(plan, &own, ""));
    rows.extend(tier_rows(plan));
    rows.push(Row::heading("What that takes", "Results of the capacity model."));
    rows.extend(result_rows(plan));
    Grid { columns, rows }
}

fn tier_rows(plan: &Plan) -> Vec<Row> {
    let most = plan.alternatives.iter().map(|alternative| alternative.tiers.len()).max().unwrap_or(0);
    let name = |mut row: Row, index: usize| {
        if most > 1 {
            row.label = format!("Tier {}: {}", index + 1, row.label);
        }
        row
    };
    let tier = |index: usize| {
        let rows = Grid::alternative_rows(plan, Tier::INPUTS, &format!("tiers.{index}"));
        rows.into_iter().map(move |row| name(row, index))
    };
    (0..most).flat_map(tier).collect()
}

fn result_rows(plan: &Plan) -> Vec<Row> {
    let last = plan.settings.horizon_months.central();
    let currency = &plan.settings.currency;
    let row =
        |label: String, unit: &str, help: &str, result: String| Row::results(plan, 1, &label, unit, help, &result);
    let cores = "Cores busy at peak (utilisation law, E6).";
    let instances = "Instances with spares, all tiers (E13).";
    let binding = "What sets the size of each tier: cpu, memory, connections, or the floor of one instance (E12).";
    let infrastructure =
        "Compute, observability, data transfer and shared parts (E17), with a possible rewrite (E30, E31).";
    let money = format!("{currency} a month");
    vec![
        row("Cores busy, month 1".into(), "cores", cores, "months.1.cores".into()),
        row(format!("Cores busy, month {last}"), "cores", cores, format!("months.{last}.cores")),
        row("Instances, month 1".into(), "instances", instances, "months.1.instances".into()),
        row(format!("Instances, month {last}"), "instances", instances, format!("months.{last}.instances")),
        row(format!("Set by, month {last}"), "", binding, format!("months.{last}.binding")),
        row("Infrastructure, month 1".into(), &money, infrastructure, "months.1.infrastructure".into()),
        row(format!("Infrastructure, month {last}"), &money, infrastructure, format!("months.{last}.infrastructure")),
    ]
}
