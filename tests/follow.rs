//! What follows when an input is written, in the same step: everything that follows is seen in a cell of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::Sheet;
use weighbridge::edit::structure::{Addition, Thing};
use weighbridge::model::{Path, Range, Value};
use weighbridge::session::Command;

/// Types into a cell; it and what follows are one step.
#[track_caller]
fn put(sheet: &mut Sheet, path: &str, text: &str) {
    sheet.one_step(|sheet| sheet.put(path, text));
}

/// Takes out everything that stands in a cell.
#[track_caller]
fn empty(sheet: &mut Sheet, path: &str) {
    sheet.select(path);
    sheet.one_step(|sheet| {
        sheet.send(Command::Type(String::new()));
        sheet.press("Enter");
    });
}

fn tier(index: usize, input: &str) -> String {
    format!("alternatives.hybrid.tiers.{index}.{input}")
}

fn words(sheet: &Sheet, path: &str) -> Vec<String> {
    match sheet.value_of(path) {
        Value::List(words) => words,
        other => panic!("{path} is {other}"),
    }
}

#[test]
fn a_part_that_one_tier_takes_the_other_gives_up() {
    let mut sheet = Sheet::open("ml-inference");
    put(&mut sheet, &tier(1, "parts"), "pure, native");
    assert_eq!(words(&sheet, &tier(0, "parts")), ["crud"]);
    put(&mut sheet, &tier(1, "parts"), "native");
    assert_eq!(words(&sheet, &tier(0, "parts")), ["crud", "pure"], "and takes it back");
    // A new tier does nothing until it takes something; what the front tier lets go goes to the first of the others.
    sheet.send(Command::Add(Addition::Tier("hybrid".into())));
    assert_eq!(words(&sheet, &tier(2, "parts")), Vec::<String>::new());
    put(&mut sheet, &tier(2, "parts"), "pure");
    assert_eq!(
        (words(&sheet, &tier(0, "parts")), words(&sheet, &tier(1, "parts"))),
        (vec!["crud".into()], vec!["native".into()])
    );
    empty(&mut sheet, &tier(0, "parts"));
    assert_eq!(words(&sheet, &tier(1, "parts")), ["native", "crud"]);
    assert_eq!(words(&sheet, &tier(2, "parts")), ["pure"], "not to this one");
    // The only tier does everything.
    sheet.put("alternatives.go.tiers.0.parts", "crud");
    assert!(sheet.refusal().contains("0 tiers do pure"), "{}", sheet.refusal());
}

#[test]
fn clients_connect_to_exactly_one_tier_and_all_requests_reach_it() {
    let mut sheet = Sheet::open("ml-inference");
    put(&mut sheet, &tier(1, "call_share"), "30%");
    put(&mut sheet, &tier(1, "holds_connections"), "yes");
    let held = |sheet: &Sheet| [0, 1].map(|index| sheet.value_of(&tier(index, "holds_connections")));
    let share = |sheet: &Sheet| [0, 1].map(|index| sheet.number_of(&tier(index, "call_share")));
    assert_eq!((held(&sheet), share(&sheet)), ([Value::Flag(false), Value::Flag(true)], [1.0, 1.0]));
    // Now the tier behind may be reached by fewer; letting go makes it the front again, reached by all.
    put(&mut sheet, &tier(0, "call_share"), "50%");
    put(&mut sheet, &tier(1, "holds_connections"), "no");
    assert_eq!((held(&sheet), share(&sheet)), ([Value::Flag(true), Value::Flag(false)], [1.0, 1.0]));
    // The tier that clients connect to cannot be reached by some of the requests only.
    sheet.put(&tier(0, "call_share"), "50%");
    assert!(sheet.refusal().ends_with("expected 100 %."), "{}", sheet.refusal());
    sheet.press("Escape");
    sheet.put("alternatives.go.tiers.0.holds_connections", "no");
    assert!(sheet.refusal().contains("exactly one tier"), "{}", sheet.refusal());
}

#[test]
fn each_missing_integration_is_extra_scope() {
    let mut sheet = Sheet::open("blank");
    sheet.put("team.mvp_scope", "20");
    sheet.put("team.integration_months", "1.5");
    let (missing, scope) = ("alternatives.go.team.missing", "alternatives.go.team.scope_factor");
    // Two of 1.5 engineer-months on a scope of 20: 1 + 3/20
    put(&mut sheet, missing, "payments, analytics");
    assert_eq!(sheet.number_of(scope), 1.15);
    // One of them is found after all: 1.15 − 1.5/20
    put(&mut sheet, missing, "analytics");
    assert_eq!(sheet.number_of(scope), 1.075);
    // Another one instead: as many as before.
    put(&mut sheet, missing, "messaging");
    assert_eq!(sheet.number_of(scope), 1.075);
    empty(&mut sheet, missing);
    assert_eq!(sheet.number_of(scope), 1.0);
    assert_eq!(sheet.number_of("alternatives.node.team.scope_factor"), 1.0, "the others are not concerned");
    // What was typed oneself is the start; the scope is never below nothing.
    sheet.put(missing, "payments");
    sheet.put(scope, "0.05");
    empty(&mut sheet, missing);
    assert_eq!(sheet.number_of(scope), 0.0);
}

#[test]
fn offloading_heavy_work_is_extra_scope() {
    let mut sheet = Sheet::open("blank");
    let (offload, scope) = ("alternatives.node.offload_heavy", "alternatives.node.team.scope_factor");
    put(&mut sheet, offload, "yes");
    assert_eq!(sheet.number_of(scope), 1.1);
    put(&mut sheet, offload, "no");
    assert_eq!(sheet.number_of(scope), 1.0);
    sheet.put("team.offload_effort", "25%");
    put(&mut sheet, offload, "yes");
    assert_eq!(sheet.number_of(scope), 1.25);
    sheet.select(offload);
    sheet.one_step(|sheet| {
        sheet.press("Delete");
    });
    assert_eq!(sheet.number_of(scope), 1.0, "going back to the default is the same as typing it");
}

#[test]
fn the_stage_writes_the_switching_factor() {
    let mut sheet = Sheet::open("blank");
    for (stage, factor) in [("scale", 2.0), ("first-release", 1.5), ("greenfield", 1.0)] {
        put(&mut sheet, "team.stage", stage);
        assert_eq!(sheet.number_of("team.switching_factor"), factor);
    }
    put(&mut sheet, "team.switching_factor", "3");
    assert_eq!(sheet.text_of("team.stage"), "greenfield", "a factor of one's own says nothing about the stage");
}

#[test]
fn pass_through_writes_the_pay_of_new_hires() {
    let mut sheet = Sheet::open("blank");
    let (share, pay) = ("team.premium_pass_through", "alternatives.go.team.salary");
    let before = sheet.file();
    // 150k + 0.5·(130k − 150k), 150k + 0.5·(175k − 150k), 150k + 0.5·(220k − 150k)
    put(&mut sheet, share, "50%");
    assert_eq!(sheet.value_of(pay), Value::Range(Range::Triangular(140_000.0, 162_500.0, 185_000.0)));
    // 150k + 0.5·(146k − 150k)
    assert_eq!(sheet.number_of("alternatives.node.team.salary"), 148_000.0);
    let market = Value::Range(Range::Triangular(130_000.0, 175_000.0, 220_000.0));
    assert_eq!(sheet.value_of("alternatives.go.team.market_salary"), market, "the market's pay is remembered");
    // From the market's pay, and not from half of it: 150k + 0.2·(175k − 150k)
    put(&mut sheet, share, "20%");
    assert_eq!(sheet.number_of(pay), 155_000.0);
    // Nothing of it: everybody earns the same, as a range without width.
    put(&mut sheet, share, "0%");
    assert_eq!(sheet.value_of(pay), Value::Range(Range::Triangular(150_000.0, 150_000.0, 150_000.0)));
    put(&mut sheet, share, "100%");
    assert_eq!(sheet.file(), before, "in full, it is the market's pay again, and nothing is remembered");
}

#[test]
fn what_is_passed_through_in_full_is_the_very_number() {
    let mut sheet = Sheet::open("blank");
    for pay in ["56067.79", "146123.45", "187654.3", "99999.99", "123456.789012", "lognormal(100000.1, 200000.3)"] {
        sheet.put("alternatives.go.team.salary", pay);
        let before = sheet.value_of("alternatives.go.team.salary");
        sheet.put("team.premium_pass_through", "30%");
        sheet.put("team.premium_pass_through", "100%");
        assert_eq!(sheet.value_of("alternatives.go.team.salary"), before);
    }
}

#[test]
fn the_pay_of_the_market_writes_the_pay_of_new_hires() {
    let mut sheet = Sheet::open("blank");
    let (market, pay) = ("alternatives.go.team.market_salary", "alternatives.go.team.salary");
    put(&mut sheet, market, "190k");
    assert_eq!(sheet.number_of(pay), 190_000.0);
    sheet.put("team.premium_pass_through", "50%");
    // 150k + 0.5·(190k − 150k), then 150k + 0.5·(130k − 150k)
    assert_eq!(sheet.number_of(pay), 170_000.0);
    put(&mut sheet, market, "130k");
    assert_eq!(sheet.number_of(pay), 140_000.0);
    // A deviation only shrinks: 150k + 0.5·(160k − 150k), 0.5·20k
    put(&mut sheet, market, "normal(160000, 20000)");
    assert_eq!(sheet.value_of(pay), Value::Range(Range::Normal(155_000.0, 10_000.0)));
    // Without base pay there is nothing to measure a premium from.
    sheet.select("team.existing_salary");
    sheet.press("Delete");
    put(&mut sheet, market, "200k");
    assert_eq!(sheet.number_of(pay), 200_000.0);
    put(&mut sheet, "team.premium_pass_through", "10%");
    assert_eq!(sheet.number_of(pay), 200_000.0);
}

#[test]
fn a_premium_that_leaves_no_pay_is_refused() {
    let mut sheet = Sheet::open("blank");
    sheet.put("alternatives.python.team.salary", "60k");
    let before = sheet.file();
    // 150k + 2·(60k − 150k) = −30k
    sheet.put("team.premium_pass_through", "200%");
    assert!(
        sheet.refusal().starts_with("alternatives.python.team.salary: -30000 is out of bounds"),
        "{}",
        sheet.refusal()
    );
    assert_eq!(sheet.file(), before);
}

#[test]
fn what_is_written_together_is_not_overwritten() {
    let mut sheet = Sheet::open("blank");
    let texts = [("team.stage", "scale"), ("team.switching_factor", "1.2")];
    let writes = texts.map(|(path, text)| (Path::from(path), text.to_owned())).to_vec();
    sheet.one_step(|sheet| drop(sheet.send(Command::Write(writes, "Both".into()))));
    assert_eq!(sheet.number_of("team.switching_factor"), 1.2);
    // A block over both: the written shares stand, the third follows.
    sheet.select("workload.mix.crud");
    sheet.paste("20%\n30%\n");
    assert_eq!(
        ["crud", "pure", "native"].map(|part| sheet.number_of(&format!("workload.mix.{part}"))),
        [0.2, 0.3, 0.5]
    );
    assert_eq!(Thing::of(sheet.session().plan(), &"workload.mix.crud".into()), None);
}
