//! The worked example of the model, as it is worked out by hand.

use crate::explained::Explained;
use crate::support::assert_close;

#[test]
fn from_a_request_to_instances_as_by_hand() {
    let worked = Explained::worked();
    // S = 0.08 + 2 × 1.0 = 2.08 ms
    worked.assert_follows("results.go.tiers.0.relative_cpu", 1.0, &[1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 1.0]);
    worked.assert_follows("results.go.tiers.0.ordinary_ms", 2.08, &[0.08, 2.0, 1.0]);
    worked.assert_follows("results.go.tiers.0.mean_ms", 2.08, &[0.0, 2.08, 0.08]);
    // cores = 500 × 2.08 ÷ 1,000 = 1.04; K = 1.04 ÷ 0.5 = 2.08; ceil(2.08 ÷ 2) = 2; n+1: 3
    worked.assert_follows("results.go.months.1.tiers.0.cores", 1.04, &[500.0, 2.08]);
    worked.assert_follows("results.go.months.1.tiers.0.needed_cores", 2.08, &[1.04, 0.5]);
    worked.assert_follows("results.go.months.1.tiers.0.for_cpu", 2.0, &[2.08, 2.0]);
    worked.assert_follows("results.go.months.1.tiers.0.needed", 2.0, &[2.0, 1.0, 1.0]);
    worked.assert_follows("results.go.months.1.tiers.0.with_spares", 3.0, &[2.0]);
    // V = 2,000 × 26.5 ÷ 1,024 + 26.04 × 64 ÷ 1,024 = 51.757 + 1.6275 MB; F = 15 + 64 = 79 MB
    worked.assert_follows("results.go.months.1.tiers.0.in_flight", 26.04, &[500.0, 2.08, 50.0]);
    let variable = 2000.0 * 26.5 / 1024.0 + 1.6275;
    worked.assert_follows("results.go.months.1.tiers.0.variable_mb", variable, &[2000.0, 16.5, 10.0, 26.04, 64.0]);
    worked.assert_follows("results.go.tiers.0.fixed_mb", 79.0, &[1.0, 79.0]);
    let binding = worked.step("results.go.months.1.tiers.0.binding");
    assert_eq!(binding.text.as_deref(), Some("cpu"));
    // Python, month 2: cores 2.0475, K 4.095, n_cpu 3, n 4
    worked.assert_follows("results.python.months.2.tiers.0.needed_cores", 4.095, &[2.0475, 0.5]);
    worked.assert_follows("results.python.months.2.tiers.0.instances", 4.0, &[4.0, 2.0]);
}

#[test]
fn from_instances_to_money_as_by_hand() {
    let worked = Explained::worked();
    // (2 × 0.04048 + 4 × 0.004445) × 730 = 72.0802
    let instance = [2.0, 0.04048, 4.0, 0.004445, 1.0, 0.0];
    worked.assert_follows("results.go.instance_cost", 72.0802, &instance);
    // 500 × 0.4 × 10 × 2,628,000 ÷ 1e6 = 5,256 GB; the plan has a price of 0.09 per GB
    worked.assert_follows("results.go.months.1.egress_gb", 5256.0, &[500.0, 0.4, 10.0]);
    worked.assert_follows("results.go.months.1.egress", 473.04, &[5256.0, 0.09]);
    worked.assert_follows("results.go.months.1.own_infrastructure", 1219.2806, &[216.2406, 30.0, 473.04, 500.0]);
    // 3 × 150,000 × 1.4 ÷ 12 + 0.5 × 200,000 × 1.4 ÷ 12
    let other = 0.5 * 200_000.0 * 1.4 / 12.0;
    worked.assert_follows("results.go.months.1.payroll", 52_500.0 + other, &[52_500.0, other]);
    let parts = [52_500.0 + other, 0.0, 6000.0, 1219.2806, 0.0, 0.0];
    worked.assert_follows("results.go.months.1.total", 52_500.0 + other + 6000.0 + 1219.2806, &parts);
    // 5,000 + 0.2 × 0.5 × 146,000 = 19,600 for the one who joins in month 3
    worked.assert_follows("results.node.months.3.hire_cost", 19_600.0, &[5000.0, 0.2, 0.5, 146_000.0, 1.0]);
    worked.assert_follows("results.node.months.3.recruiting", 19_600.0, &[1.0, 0.0, 19_600.0]);
}

#[test]
fn to_the_first_release_as_by_hand() {
    let worked = Explained::worked();
    // 11 ÷ 4.348125 = 2.53: month 4
    worked.assert_follows("results.go.join_month", 4.0, &[11.0 / 4.348125]);
    // 3 × (0.5 + 0.5 × 0.625) with first-day output 0.5 over 2 months: 0.5 + 0.5 × 0.5 ÷ 2
    worked.assert_follows("results.go.months.1.learned", 0.625, &[0.5, 1.0, 2.0]);
    let before = 1.78125 + 2.49375 + 2.85 + 3.146875;
    worked.assert_follows("results.go.months.5.work_before", before, &[before - 3.146875, 3.146875]);
    let mvp = 4.0 + (12.0 - before) / 3.265625;
    assert_close((mvp * 1e4).round() / 1e4, 4.5292);
    worked.assert_follows("results.go.mvp_month", mvp, &[5.0, 12.0, before, 3.265625]);
    // The target is month 4; a month of delay costs 10,000.
    worked.assert_follows("results.go.months.5.delay", 10_000.0 * (mvp - 4.0), &[10_000.0, mvp, 5.0, 4.0]);
}
