//! E32 to E34 and E40 to E42: totals, present value, break-evens and output, against values worked out by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, assert_all_close, assert_close};
use weighbridge::evaluate::break_even::crossings;

#[test]
fn e32_a_months_total_is_the_sum_of_its_parts() {
    let bare = Bare::new().set("workload.shared_infra", 500.0).set("team.existing", 4.0).set("team.hires", 1.0);
    let bare = bare.set("team.internal_cost_per_hire", 70.0).set("team.train_per_head", 6.0);
    let bare = bare.set("team.mvp_scope", 1000.0).set("team.cost_of_delay", 20.0).set("team.target_month", 0.0);
    let bare = bare
        .set("alternatives.go.team.know_share", 0.5)
        .set_all("alternatives.go.rewrite", &[("p", 0.5), ("start", 1.0), ("months", 2.0), ("cost", 12.0)]);
    let run = bare.run();
    // Pay 5, recruiting 70, training 4·0.5·6, infrastructure 500, delay 20, rewrite 0.5·12/2
    assert_close(run.go(1).total.unwrap(), 5.0 + 70.0 + 12.0 + 500.0 + 20.0 + 3.0);
    // Then without recruiting and training, then without the rewrite
    assert_close(run.go(2).total.unwrap(), 528.0);
    assert_close(run.go(3).total.unwrap(), 525.0);
    assert_close(run.go(3).cumulative.unwrap(), 610.0 + 528.0 + 525.0);
    let money = run.of("go").money.unwrap();
    assert_close(money.total, 610.0 + 528.0 + 34.0 * 525.0);
    assert_close(money.infrastructure, 36.0 * 500.0);
}

#[test]
fn e33_money_is_discounted_from_the_end_of_its_month() {
    let bare = Bare::new().set("workload.shared_infra", 1000.0).set("settings.horizon_months", 12.0);
    let npv = |rate: f64| bare.clone().set("settings.discount_rate", rate).run().of("go").money.unwrap().npv;
    assert_eq!(npv(0.0), 12_000.0);
    // Σ 1000/1.1^(m/12), m = 1 … 12
    assert_close(npv(0.1), 11_400.487_829_330_69);
    let run = bare.clone().set("settings.discount_rate", 0.21).run();
    // Month 1 is discounted by one month: 1000/1.21^(1/12); a year is one whole year: 1000/1.21
    assert_close(run.go(1).cumulative_npv.unwrap(), 984.240_471_709_766_8);
    assert_close(run.go(12).cumulative_npv.unwrap() - run.go(11).cumulative_npv.unwrap(), 1000.0 / 1.21);
}

/// B runs up 1000 a month; A differs from it by these amounts.
fn crossings_of(differences: &[f64]) -> Vec<f64> {
    let b: Vec<f64> = (1..=differences.len()).map(|month| month as f64 * 1000.0).collect();
    let a: Vec<f64> = b.iter().zip(differences).map(|(b, difference)| b + difference).collect();
    crossings(&a, &b)
}

#[test]
fn e34_every_change_of_sign_is_a_break_even() {
    for (differences, expected) in [
        // 2 + 2/8, and 1 + 0.5/0.75
        (vec![-4.0, -2.0, 6.0], vec![2.25]),
        (vec![0.5, -0.25], vec![1.0 + 2.0 / 3.0]),
        // 1 + 4/8, 2 + 4/8, 3 + 4/5, 5 + 3/12
        (vec![4.0, -4.0, 4.0, -1.0, -3.0, 9.0], vec![1.5, 2.5, 3.8, 5.25]),
        // Never
        (vec![5.0, 3.0, 1.0, 2.0], vec![]),
        (vec![0.0, 0.0, 0.0], vec![]),
    ] {
        assert_all_close(&crossings_of(&differences), &expected);
    }
}

#[test]
fn e34_an_exact_zero_counts_where_the_sign_changes_and_touching_does_not() {
    for (differences, expected) in [
        (vec![3.0, 0.0, -3.0], vec![2.0]),
        (vec![3.0, 0.0, 3.0, 5.0], vec![]),
        (vec![-2.0, 0.0, 0.0, 0.0, 4.0], vec![4.0]),
        // Alike at first: zeros at the start are no sign, so there is no break-even in month 0
        (vec![0.0, 5.0, 10.0], vec![]),
        (vec![0.0, 0.0, -7.0, -9.0, 1.0], vec![4.9]),
        (vec![6.0, 0.0, -2.0, 0.0, 0.0, 3.0, 0.0, 1.0, 0.0], vec![2.0, 5.0]),
    ] {
        assert_eq!(crossings_of(&differences), expected, "{differences:?}");
    }
}

#[test]
fn e34_both_curves_of_a_plan_are_looked_at() {
    // Go trains for 10 in month 1 and pays 4·0.5 a month, Node 4·1: Go leads from the end of month 5 on.
    let bare = Bare::new().set("team.existing", 4.0).set("team.existing_salary", ()).set("team.train_per_head", 2.5);
    let bare = bare.set("alternatives.go.team.salary", 5.0).set("alternatives.go.team.know_share", 0.0);
    let break_evens = |bare: Bare| bare.run().0.break_evens[0].clone();
    let found = break_evens(bare.clone());
    assert_eq!((found.a.as_str(), found.b.as_str()), ("go", "node"));
    // d = 10 − 2m
    assert_all_close(&found.nominal, &[5.0]);
    assert_all_close(&found.discounted, &[5.0]);
    // At 21 % a year, Σ 1.21^(−m/12)·2 passes 10·1.21^(−1/12) in month 6:
    // 5 + (9.84240472 − 9.53703198)/(2/1.1) = 5.16796
    let found = break_evens(bare.set("settings.discount_rate", 0.21));
    assert_all_close(&found.nominal, &[5.0]);
    assert_all_close(&found.discounted, &[5.167_955_007_356_457]);
}

#[test]
fn e40_engineers_a_rewrites_budget_pays_for() {
    for (cost, months, salary, loaded, fte) in [
        // 400,000/(15·146,000·1.4/12), 180,000/(12·151,000·1.42/12); the probability does not matter
        (400e3, 15.0, 146e3, 1.4, 1.565_557_729_941_291_5),
        (180e3, 12.0, 151e3, 1.42, 0.839_473_929_670_739_6),
        (0.0, 15.0, 175e3, 1.4, 0.0),
    ] {
        let bare = Bare::new().set("team.loaded_cost_factor", loaded).set("alternatives.go.team.salary", salary);
        let bare = bare.set_all("alternatives.go.rewrite", &[("cost", cost), ("months", months)]);
        assert_close(bare.run().of("go").rewrite_fte, fte);
    }
}

/// Four engineers at 4 a month over a year; the scope is a quarter larger: 7.5, done after 1.875 months.
fn larger_scope() -> Bare {
    let bare = Bare::new().set("settings.horizon_months", 12.0).set("team.existing", 4.0).set("team.mvp_scope", 6.0);
    bare.set("alternatives.go.team.scope_factor", 1.25)
}

#[test]
fn e41_extra_scope_is_no_output_up_to_the_release() {
    let run = larger_scope().run();
    let go = run.of("go");
    assert_eq!(go.mvp_month, Some(1.875));
    // 4/1.25 in months 1 and 2, the release's own month among them; then 4
    assert_close(go.delivered, 2.0 * 3.2 + 10.0 * 4.0);
    // 48 of pay for 46.4 engineer-months
    assert_close(go.money.unwrap().per_engineer_month.unwrap(), 48.0 / 46.4);
    let discounted = larger_scope().set("settings.discount_rate", 0.1).run();
    let go = discounted.of("go");
    assert_close(go.delivered, 46.4);
    // Σ out/1.1^(m/12); pay 4·11.40048…
    assert_close(go.delivered_discounted, 44.020_887_785_197_35);
    assert_close(go.money.unwrap().per_engineer_month.unwrap(), 4.0 * 11.400_487_829_330_69 / 44.020_887_785_197_35);
}

#[test]
fn e41_without_a_release_every_month_is_divided_and_without_scope_none() {
    assert_close(larger_scope().set("team.mvp_scope", 1000.0).run().of("go").delivered, 12.0 * 3.2);
    let none = larger_scope().set("alternatives.go.team.scope_factor", 0.0).run();
    assert_close(none.of("go").delivered, 48.0);
    let idle = larger_scope().set("alternatives.go.team.productivity", 0.0).run();
    let money = idle.of("go").money.unwrap();
    assert_eq!((idle.of("go").delivered, money.per_engineer_month), (0.0, None), "nothing is delivered");
}

#[test]
fn e42_what_it_would_cost_to_deliver_as_much_as_the_best() {
    let bare = Bare::new().set("settings.horizon_months", 12.0).set("team.existing", 4.0);
    let bare = bare.set("alternatives.go.team.productivity_after", 0.5);
    let equal = |bare: Bare| {
        let run = bare.run();
        // To the cent: only sums of 4 stand behind these numbers.
        let cost = |id: &str| run.of(id).money.map(|money| (money.equal_output * 100.0).round() / 100.0);
        ["go", "node", "python"].map(cost)
    };
    // All pay 48; Go delivers 24 and the others 48; an engineer-month is worth 10·1.2/12
    assert_eq!(equal(bare.clone()), [Some(72.0), Some(48.0), Some(48.0)]);
    // Without a pay of its own, the mean of 10, 20 and 60: 3 an engineer-month; pay is 48, 96 and 288
    let own = bare.clone().set("team.existing_salary", ()).set("alternatives.node.team.salary", 20.0);
    let own = own.set("alternatives.python.team.salary", 60.0);
    assert_eq!(equal(own), [Some(48.0 + 72.0), Some(96.0), Some(288.0)]);
    // The best may be one whose own cost is unknown: Python delivers 96.
    let unknown = bare.set("alternatives.python.team.productivity_after", 2.0);
    let unknown = unknown.set("profiles.python-fastapi.base_mb", 5000.0);
    assert_eq!(equal(unknown), [Some(48.0 + 72.0), Some(48.0 + 48.0), None]);
}

#[test]
fn the_combined_index_is_there_only_when_it_is_asked_for() {
    let bare = || Bare::new().set("team.existing", 1.0).set("team.existing_salary", ());
    // Go costs 36 × 1, Node.js 36 × 2, Python 36 × 4 of pay; every score is 5, so each has 50 of 100.
    let paid = || {
        let pay = |bare: Bare, id: &str, pay: f64| bare.set(&format!("alternatives.{id}.team.salary"), pay);
        let bare = pay(pay(pay(bare(), "go", 10.0), "node", 20.0), "python", 40.0);
        bare.with(|plan| {
            for criterion in &mut plan.criteria {
                for id in ["go", "node", "python"] {
                    criterion.scores.insert(id.into(), 5.0.into());
                }
            }
        })
    };
    assert_eq!(paid().run().of("go").combined, None);
    let run = paid().set("settings.cost_weight", 0.4).run();
    // 0.6 × 50 + 0.4 × 100 × 36 ÷ cost
    for (id, index) in [("go", 70.0), ("node", 50.0), ("python", 40.0)] {
        assert_close(run.of(id).combined.unwrap(), index);
    }
    // Where a cost is unknown, or nothing, there is no scale.
    let unknown = paid().set("settings.cost_weight", 0.4).set("alternatives.node.tiers.0.model_mb", 1e6).run();
    assert_eq!(unknown.of("go").combined, None);
    let free = Bare::new().set("settings.cost_weight", 0.4).run();
    assert_eq!(free.of("go").combined, None);
}
