//! E12 to E17: instances of all tiers into money.

use super::rule::{Apply, Each, PLAIN, Rule, rules, sum};
use crate::evaluate::infrastructure::{egress, egress_cost};
use crate::evaluate::units::{GbSent, KbSent, MoneyPerHour, PeakPerSecond};

rules! {
    "results.@.months.#.instances" "Instances, all tiers" INSTANCES "E13"
        "Σ over the tiers of their instances"
        ["instances of *" = "results.@.months.#.tiers.*.instances"] tiers => sum(tiers), each Tiers;
    "results.@.months.#.instances_billed" "Instances billed on average, all tiers" INSTANCES "E14"
        "Σ over the tiers of their instances billed"
        ["instances billed of *" = "results.@.months.#.tiers.*.billed"] tiers => sum(tiers), each Tiers;
    "results.@.months.#.cores" "Cores busy at peak, all tiers" CORES "E6"
        "Σ over the tiers of their cores"
        ["cores of *" = "results.@.months.#.tiers.*.cores"] tiers => sum(tiers), each Tiers;
    "results.@.instance_cost" "Cost of an instance" MONEY_PER_MONTH "E15"
        "(vCPU × price of a vCPU-hour + GB of memory × price of a GB-hour) × 730 hours × region × (1 − commitment discount)"
        [
            "vCPU" = "workload.vcpu",
            "price of a vCPU-hour" = "workload.price_vcpu_hour",
            "GB of memory" = "workload.ram_gb",
            "price of a GB-hour" = "workload.price_gb_hour",
            "region" = "workload.region_mult",
            "commitment discount" = "workload.commit_discount",
        ]
        &[vcpu, vcpu_hour, memory, memory_hour, region, discount] => {
            let hour = MoneyPerHour(vcpu_hour) * vcpu + MoneyPerHour(memory_hour) * memory;
            (hour.a_month() * region * (1.0 - discount)).0
        };
    "results.@.months.#.tiers.%.compute" "Compute of the tier" MONEY_PER_MONTH "E15"
        "instances billed × cost of an instance"
        ["instances billed" = "results.@.months.#.tiers.%.billed", "cost of an instance" = "results.@.instance_cost"]
        &[billed, cost] => billed * cost;
    "results.@.months.#.compute" "Compute" MONEY_PER_MONTH "E15"
        "Σ over the tiers of their compute"
        ["compute of *" = "results.@.months.#.tiers.*.compute"] tiers => sum(tiers), each Tiers;
    "results.@.months.#.egress_gb" "Data transfer out" GB "E16"
        "requests/s at peak × average ÷ peak traffic × response size in KB × 2,628,000 s ÷ 1,000,000"
        [
            "requests/s at peak" = "results.@.months.#.peak_rps",
            "average ÷ peak traffic" = "workload.load_factor",
            "response size" = "workload.payload_kb",
        ]
        &[rps, load, payload] => egress(PeakPerSecond(rps).average(load), KbSent(payload)).0;
    "results.@.months.#.egress" "Cost of data transfer out" MONEY_PER_MONTH "E16"
        "data × price per GB"
        ["data" = "results.@.months.#.egress_gb", "price per GB" = "workload.egress_flat"] &[gb, price] => gb * price,
        when |place| place.plan.workload.egress_flat.is_some();
    "results.@.months.#.egress" "Cost of data transfer out" MONEY_PER_MONTH "E16"
        "data in price steps: the first 100 GB free, up to 10,240 GB at 0.09, up to 51,200 GB at 0.085, up to 153,600 GB at 0.07, beyond at 0.05 per GB"
        ["data" = "results.@.months.#.egress_gb"] &[gb] => egress_cost(GbSent(gb), None).0,
        given ["price per GB" = "workload.egress_flat"];
    "results.@.months.#.observability" "Observability" MONEY_PER_MONTH "E17"
        "instances billed × observability per instance"
        [
            "instances billed" = "results.@.months.#.instances_billed",
            "observability per instance" = "workload.obs_per_instance",
        ]
        &[billed, cost] => billed * cost;
    "results.@.months.#.own_infrastructure" "Infrastructure without a rewrite" MONEY_PER_MONTH "E17"
        "compute + observability + data transfer + shared infrastructure + fees"
        [
            "compute" = "results.@.months.#.compute",
            "observability" = "results.@.months.#.observability",
            "data transfer" = "results.@.months.#.egress",
            "shared infrastructure" = "workload.shared_infra",
            "fees" = "alternatives.@.fee",
        ]
        &[compute, observability, egress, shared, fees] => compute + observability + egress + shared + fees;
}

/// What sets the size of each tier, in words.
pub(super) static BINDING: Rule = Rule {
    path: "results.@.months.#.binding",
    label: "What sets the size of each tier",
    equation: "E12",
    formula: "one word for each tier",
    operands: &[("*", "results.@.months.#.tiers.*.binding")],
    each: Each::Tiers,
    apply: Apply::Words(|operands| {
        let words: Vec<&str> = operands.iter().filter_map(|operand| operand.text.as_deref()).collect();
        words.join(", ")
    }),
    ..PLAIN
};
