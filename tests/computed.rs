//! Computed criteria, worked out by hand: deployment (C10), pay (C12), infrastructure (C16) and expertise (C18).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, Sheet, assert_all_close, assert_close, starter};
use weighbridge::edit::structure::{Addition, add};
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Plan, Scored};

fn given(plan: &Plan, criterion: &str) -> Vec<(Option<f64>, f64)> {
    let index = plan.criteria.iter().position(|own| own.id.as_str() == criterion).unwrap();
    evaluate(plan).alternatives.iter().map(|own| (own.score.given[index].raw, own.score.given[index].score)).collect()
}

fn scores(plan: &Plan, criterion: &str) -> Vec<f64> {
    given(plan, criterion).iter().map(|(_, score)| *score).collect()
}

fn raws(plan: &Plan, criterion: &str) -> Vec<f64> {
    given(plan, criterion).iter().map(|(raw, _)| raw.unwrap()).collect()
}

fn computed(criterion: &str) -> Plan {
    let mut plan = starter("blank");
    plan.criteria.iter_mut().find(|own| own.id.as_str() == criterion).unwrap().scored = Scored::Computed;
    plan
}

#[test]
fn c10_counts_what_is_shipped_to_every_target() {
    let mut plan = computed("C10");
    // Binary; code, dependencies, runtime; and a process manager. 5 + 5·(4 − x)/(4 − 1)
    assert_all_close(&raws(&plan, "C10"), &[1.0, 3.0, 4.0]);
    assert_all_close(&scores(&plan, "C10"), &[10.0, 5.0 + 5.0 / 3.0, 5.0]);
    plan.workload.deploy_targets = 3.0.into();
    // 3, 9 and 12 of them: 5 + 5·(4 − 3)/3, then 5·(20 − x)/(20 − 4)
    assert_all_close(&raws(&plan, "C10"), &[3.0, 9.0, 12.0]);
    assert_all_close(&scores(&plan, "C10"), &[20.0 / 3.0, 55.0 / 16.0, 2.5]);
    // The hybrid ships both: 3·(1 + 4) = 15; 5·(20 − 15)/16
    let (plan, _) = add(&plan, &Addition::Hybrid).unwrap();
    assert_close(scores(&plan, "C10")[3], 25.0 / 16.0);
}

#[test]
fn c12_is_pay_between_two_fixed_salaries() {
    // (225,000 − pay)/10,000
    let mut plan = computed("C12");
    assert_all_close(&raws(&plan, "C12"), &[175_000.0, 146_000.0, 151_000.0]);
    assert_all_close(&scores(&plan, "C12"), &[5.0, 7.9, 7.4]);
    plan.alternatives[0].team.salary = 230_000.0.into();
    assert_eq!(scores(&plan, "C12")[0], 0.0, "beyond the end");
}

#[test]
fn c16_is_vcpu_per_thousand_requests() {
    // E2: 0.08 + 2·1.0; 0.13 + 2·(0.9·1.7 + 0.1·1.2); 0.30 + 2·(0.9·1.8 + 0.1·10.6); at 60 % of a core
    let raw = [2.08 / 0.6, 3.43 / 0.6, 5.66 / 0.6];
    let mut plan = computed("C16");
    assert_all_close(&raws(&plan, "C16"), &raw);
    // 5 + 5·(8 − x)/6 up to 8, else 5·(60 − x)/52
    let expected = [5.0 + 5.0 * (8.0 - raw[0]) / 6.0, 5.0 + 5.0 * (8.0 - raw[1]) / 6.0, 5.0 * (60.0 - raw[2]) / 52.0];
    assert_all_close(&scores(&plan, "C16"), &expected);
    // It is a figure of the stack: traffic and horizon do not matter.
    (plan.workload.peak_rps, plan.settings.horizon_months) = (1e5.into(), 12.0.into());
    assert_all_close(&raws(&plan, "C16"), &raw);
    // Of the hybrid, both tiers. In front 0.08 + 0.2 + 2·1.0, behind 0.3 + 0.2 + 2·0, reached by a quarter
    let (mut plan, _) = add(&plan, &Addition::Hybrid).unwrap();
    plan.alternatives[3].tiers[1].call_share = 0.25.into();
    assert_close(raws(&plan, "C16")[3], (2.28 + 0.25 * 0.5) / 0.6);
}

#[test]
fn c18_is_the_share_of_the_team_that_knows_the_language() {
    let mut plan = computed("C18");
    plan.alternatives[1].team.know_share = 0.33.into();
    assert_all_close(&raws(&plan, "C18"), &[0.5, 0.33, 0.5]);
    assert_all_close(&scores(&plan, "C18"), &[5.0, 3.3, 5.0]);
}

#[test]
fn a_must_have_looks_at_the_computed_score() {
    let mut sheet = Sheet::open("blank");
    sheet.put("criteria.C12.scored", "computed");
    sheet.put("criteria.C12.threshold", "5.1");
    let ruled_out = |sheet: &Sheet| -> Vec<usize> {
        sheet.session().evaluation().alternatives.iter().map(|own| own.score.ruled_out.len()).collect()
    };
    assert_eq!(ruled_out(&sheet), [1, 0, 0], "5.0, 7.9 and 7.4");
    // (225,000 − 174,000)/10,000 = 5.1
    sheet.put("alternatives.go.team.salary", "174k");
    assert_eq!(ruled_out(&sheet), [0, 0, 0], "at the must-have is not below it");
    sheet.put("criteria.C12.scored", "typed");
    assert_eq!(ruled_out(&sheet), [1, 0, 0], "the typed 5, 8 and 7");
}

#[test]
fn what_is_computed_follows_the_plan() {
    let bare = Bare::new().set("criteria.C16.scored", "computed").set("workload.app_cpu_ms", 4.0);
    // 4 ms at 50 %: 8 vCPU, the middle
    let score = |run: &support::Run| run.of("go").score.given[15].score;
    assert_close(score(&bare.clone().run()), 5.0);
    // A measured CPU time of 1 ms: 2 vCPU, the best
    assert_close(score(&bare.set("alternatives.go.cpu_ms", 1.0).run()), 10.0);
}
