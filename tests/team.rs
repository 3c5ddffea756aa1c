//! E18 to E27: people into pay, output and the month of the first release, against values worked out by hand.
//!
//! In the [`Bare`] plan a year's pay of 10 costs 1 a month, and everyone works at full output.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{Bare, Run, assert_close};
use weighbridge::evaluate::team::{delayed_share, escalation, join_month, monthly_attrition, ramp, staffed_share};
use weighbridge::evaluate::units::{MonthlyRate, Months, Weeks, YearlyRate};
use weighbridge::model::Role;

const Q: f64 = 0.011_727_652_339_530_313;

#[test]
fn e18_and_e19_attrition_and_the_time_to_fill() {
    // 1 − 0.868^(1/12), 1 − 0.1^(1/12)
    assert_close(monthly_attrition(YearlyRate(0.132)).0, Q);
    assert_close(monthly_attrition(YearlyRate(0.9)).0, 0.174_595_814_731_981_57);
    assert_eq!(monthly_attrition(YearlyRate(0.0)).0, 0.0);
    let (fill, slow) = (Weeks(11.0).to_months(), Weeks(26.0).to_months());
    // 11/4.348125
    assert_close(fill.0, 2.529_826_074_457_381);
    // 1/(1 + q·11/4.348125), and with q of 0.9 and 26 weeks
    assert_close(staffed_share(MonthlyRate(Q), fill), 0.971_185_960_763_872_8);
    assert_close(staffed_share(monthly_attrition(YearlyRate(0.9)), slow), 0.489_234_110_750_817_4);
    assert_eq!(staffed_share(MonthlyRate(0.0), Months(2.5)), 1.0);
}

#[test]
fn e20_when_new_hires_join() {
    // 2.53 months: in month 4. Exactly one month: in month 2. At once: in month 1.
    for (weeks, join) in [(11.0, 4.0), (8.0, 3.0), (4.348_125, 2.0), (0.0, 1.0)] {
        assert_eq!(join_month(Weeks(weeks).to_months()), Months(join), "{weeks} weeks");
    }
}

#[test]
fn e20_pay_rises_every_twelfth_month() {
    for (month, rise) in [(1.0, 1.0), (12.0, 1.0), (13.0, 1.034), (24.0, 1.034), (25.0, 1.069_156)] {
        assert_close(escalation(YearlyRate(0.034), Months(month)), rise);
    }
}

fn payroll(run: &Run, month: usize) -> f64 {
    run.go(month).people.payroll
}

fn role(bare: Bare, headcount: f64, salary: f64) -> Bare {
    let role = Role { name: "role".into(), headcount: headcount.into(), salary: salary.into() };
    bare.with(|plan| plan.team.other_roles.push(role))
}

#[test]
fn e20_payroll_of_a_steady_team() {
    let bare = Bare::new()
        .set_all("team", &[("existing", 3.0), ("existing_salary", 150e3), ("hires", 1.0), ("loaded_cost_factor", 1.4)]);
    let bare = bare.set("alternatives.go.team.salary", 175e3).set("alternatives.go.team.fill_weeks", 11.0);
    let run = role(bare, 0.5, 200e3).set("team.wage_growth", 0.03).run();
    // 3·150,000·1.4/12 + 0.5·200,000·1.4/12 = 52,500 + 11,666.67; from month 4 a hire of 175,000·1.4/12 more
    assert_close(payroll(&run, 1), 64_166.666_666_666_664);
    assert_close(payroll(&run, 3), 64_166.666_666_666_664);
    assert_close(payroll(&run, 4), 84_583.333_333_333_33);
    assert_close(payroll(&run, 13), 84_583.333_333_333_33 * 1.03);
}

#[test]
fn e20_payroll_as_people_leave_and_are_replaced() {
    let bare = Bare::new().set_all(
        "team",
        &[("existing", 5.0), ("existing_salary", 150e3), ("hires", 2.0), ("attrition", 0.132), ("wage_growth", 0.034)],
    );
    let bare = bare.set("team.loaded_cost_factor", 1.42).set("alternatives.go.team.fill_weeks", 8.0);
    let bare = bare.set("alternatives.go.team.salary", 146e3);
    // f = 1/(1 + q·8/4.348125) = 0.978878; keep = 0.868² = 0.753424; pay f·5·(keep·150,000 + (1 − keep)·146,000) +
    // f·2·146,000 = 1,015,163.886; ·1.42/12·1.034²; and the roles (0.5·200,000 + 0.25·175,000)·1.42/12·1.034²
    let run = role(role(bare.clone(), 0.5, 200e3), 0.25, 175e3).run();
    assert_close(payroll(&run, 25), 146_622.068_600_638_57);
    // Without a pay of their own, staff earns what a hire does: f·5·146,000·1.42/12
    let run = bare.set("team.existing_salary", ()).run();
    assert_close(payroll(&run, 2), 84_558.775_085_429_33);
}

#[test]
fn e21_ramps() {
    // 0.25 + 0.75·0.5/6, 0.5 + 0.5·1.5/2, then full
    for (age, first_day, months, output) in [
        (0.5, 0.25, 6.0, 0.3125),
        (1.5, 0.5, 2.0, 0.875),
        (2.5, 0.5, 2.0, 1.0),
        (0.5, 0.25, 0.0, 1.0),
        (0.5, 0.25, -1.0, 1.0),
    ] {
        assert_close(ramp(Months(age), first_day, Months(months)), output);
    }
}

#[test]
fn e22_recruiting_and_training() {
    let bare = Bare::new()
        .set_all("team", &[("existing", 3.0), ("hires", 1.0), ("internal_cost_per_hire", 5000.0), ("agency_fee", 0.2)]);
    let bare = bare.set("team.agency_share", 0.5).set("team.train_per_head", 2000.0);
    let bare = bare.set("alternatives.go.team.salary", 146e3).set("alternatives.go.team.fill_weeks", 8.0);
    let run = bare.clone().set("alternatives.go.team.know_share", 0.25).run();
    let people = |month| run.go(month).people;
    // In the month they join: 5000 + 0.2·0.5·146,000
    assert_eq!([1, 2, 3, 4].map(|month| people(month).recruiting), [0.0, 0.0, 19_600.0, 0.0]);
    // 3·0.75·2000, in month 1
    assert_eq!([1, 2].map(|month| people(month).training), [4500.0, 0.0]);
}

#[test]
fn e22_everyone_who_leaves_is_replaced() {
    let bare = Bare::new().set_all(
        "team",
        &[("existing", 5.0), ("hires", 2.0), ("attrition", 0.132), ("wage_growth", 0.034), ("agency_fee", 0.2)],
    );
    let bare = bare.set("team.internal_cost_per_hire", 4700.0).set("team.agency_share", 0.5);
    let run = bare.set("alternatives.go.team.salary", 175e3).set("alternatives.go.team.fill_weeks", 11.0).run();
    // q·f·5·22,200 before they join; (2 + q·f·7)·22,200 when they do: two are sought, though only f·2 are staffed;
    // later q·f·7·(4700 + 17,500·1.034): the fee follows pay, the own cost does not
    for (month, recruiting) in [(3, 1_264.260_174_840_728_4), (4, 46_169.964_244_777_02), (14, 1_817.402_475_661_81)] {
        assert_close(run.go(month).people.recruiting, recruiting);
    }
}

#[test]
fn e23_output_as_staff_learns_and_hires_grow_in() {
    let bare = Bare::new().set_all(
        "team",
        &[("existing", 3.0), ("hires", 1.0), ("learn_p0", 0.5), ("ramp_p0", 0.25), ("mvp_scope", 1000.0)],
    );
    let bare = bare.set_all(
        "alternatives.go.team",
        &[("know_share", 0.0), ("learn_months", 2.0), ("ramp_months", 6.0), ("fill_weeks", 11.0)],
    );
    let run = bare.run();
    // 3·(0.5 + 0.5·0.5/2), 3·(0.5 + 0.5·1.5/2), 3; from month 4 the hire at 0.25 + 0.75·0.5/6, + 0.125 a month
    for (month, output) in [(1, 1.875), (2, 2.625), (3, 3.0), (4, 3.3125), (5, 3.4375), (9, 3.9375), (10, 4.0)] {
        assert_close(run.go(month).people.capacity, output);
    }
}

#[test]
fn e23_leavers_cost_the_ramp_of_those_who_follow() {
    let bare = Bare::new().set_all(
        "team",
        &[("existing", 5.0), ("hires", 2.0), ("attrition", 0.132), ("learn_p0", 0.5), ("ramp_p0", 0.25)],
    );
    let bare = bare.set("team.mvp_scope", 1000.0).set_all(
        "alternatives.go.team",
        &[("know_share", 0.5), ("learn_months", 2.0), ("ramp_months", 5.0), ("fill_weeks", 8.0)],
    );
    let run = bare.run();
    // f = 0.978878; loss = q·f·5·5·0.75/2 = 0.107624, from month 3 on q·f·7·5·0.75/2 = 0.150674;
    // month 3: f·5·1 + f·2·(0.25 + 0.75·0.5/5) − loss
    for (month, output) in [
        (1, 3.869_068_825_789_218),
        (2, 4.480_867_796_598_325),
        (3, 5.379_988_417_856_359),
        (4, 5.673_651_923_944_73),
        (12, 6.701_474_194_829_403),
    ] {
        assert_close(run.go(month).people.capacity, output);
    }
}

#[test]
fn e23_output_is_never_negative() {
    let bare =
        Bare::new().set_all("team", &[("existing", 4.0), ("attrition", 0.9), ("learn_p0", 0.0), ("ramp_p0", 0.0)]);
    let bare = bare.set_all(
        "alternatives.go.team",
        &[("know_share", 0.0), ("learn_months", 12.0), ("ramp_months", 24.0), ("fill_weeks", 26.0)],
    );
    // f·4·0.5/12 = 0.08 less q·f·4·24/2 = 4.1
    assert_eq!(bare.set("team.mvp_scope", 100.0).run().go(1).people.capacity, 0.0);
}

/// Four engineers at full output: 4 engineer-months a month.
fn four(scope: f64) -> Bare {
    Bare::new().set("team.existing", 4.0).set("team.mvp_scope", scope)
}

#[test]
fn e24_to_e26_the_month_of_the_first_release() {
    for (scope, factor, mvp) in [
        (12.0, 1.0, Some(3.0)),
        // 2 + 4.4/4, with a tenth more scope
        (12.0, 1.1, Some(3.3)),
        (1.0, 1.0, Some(0.25)),
        (12.000_01, 1.0, Some(3.000_002_5)),
        (0.0, 1.0, Some(0.0)),
        (12.0, 0.0, Some(0.0)),
        (144.0, 1.0, Some(36.0)),
        (144.1, 1.0, None),
    ] {
        let found = four(scope).set("alternatives.go.team.scope_factor", factor).run().of("go").mvp_month;
        assert_eq!(found.is_some(), mvp.is_some(), "{scope}");
        assert_close(found.unwrap_or(0.0), mvp.unwrap_or(0.0));
    }
    // Within 10⁻⁹ of a month's end it is that month, and not a moment later.
    let run = four(12.000_000_01).set("alternatives.go.team.maint_share", 0.5).run();
    assert_eq!((run.of("go").mvp_month, run.go(4).people.capacity), (Some(3.0), 2.0));
    assert_eq!(four(12.0).set("team.existing", 0.0).run().of("go").mvp_month, None, "nobody ever delivers");
    let late = four(5.0).set("team.existing", 0.0).set("team.hires", 10.0);
    // Ten hires join in month 3: 2 + 5/10
    assert_eq!(late.set("alternatives.go.team.fill_weeks", 8.0).run().of("go").mvp_month, Some(2.5));
}

#[test]
fn e25_maintenance_begins_the_month_after_the_release() {
    let bare = four(5.0)
        .set_all("alternatives.go.team", &[("productivity", 0.5), ("productivity_after", 0.8), ("maint_share", 0.5)]);
    let run = bare.clone().run();
    // 2 a month: done after 2.5; then 4·0.8·0.5
    assert_eq!(run.of("go").mvp_month, Some(2.5));
    assert_eq!([1, 2, 3, 4].map(|month| run.go(month).people.capacity), [2.0, 2.0, 2.0, 1.6]);
    let nothing_to_do = bare.set("team.mvp_scope", 0.0).run();
    assert_eq!(nothing_to_do.go(1).people.capacity, 1.6, "all months count as after");
}

#[test]
fn e27_delay_is_paid_between_target_and_release() {
    for (mvp, target, month, share) in [
        (4.529_186_602_870_814, 4.0, 5.0, 0.529_186_602_870_814),
        (9.25, 6.0, 6.0, 0.0),
        (9.25, 6.0, 7.0, 1.0),
        (9.25, 6.0, 10.0, 0.25),
        (9.25, 6.0, 11.0, 0.0),
        (9.25, 6.5, 7.0, 0.5),
        (0.4, 0.0, 1.0, 0.4),
    ] {
        assert_close(delayed_share(Months(mvp), Months(target), Months(month)), share);
    }
    let bare = four(37.0).set("team.cost_of_delay", 20e3).set("team.target_month", 6.0);
    let delays = |run: &Run, months: [usize; 5]| months.map(|month| run.go(month).people.delay);
    let run = bare.clone().run();
    assert_eq!(delays(&run, [6, 7, 9, 10, 11]), [0.0, 20e3, 20e3, 5e3, 0.0]);
    let never = bare.set("team.mvp_scope", 1e6).run();
    assert_eq!(delays(&never, [6, 7, 20, 35, 36]), [0.0, 20e3, 20e3, 20e3, 20e3]);
}
