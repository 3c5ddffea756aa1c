//! A user types formulas into cells.

use crate::support::Sheet;
use weighbridge::evaluate::evaluate;
use weighbridge::model::{Path, Plan, Value};
use weighbridge::session::Mode;

/// The plan with the numbers in place of the formulas.
fn in_numbers(plan: &Plan) -> Plan {
    let mut numbers = plan.clone();
    let paths: Vec<Path> = plan.formulas().iter().map(|(path, _)| path.clone()).collect();
    for path in paths {
        numbers.set(&path, plan.value(&path).unwrap()).unwrap();
    }
    numbers
}

fn number(sheet: &Sheet, path: &str) -> f64 {
    sheet.session().plan().value(&path.into()).unwrap().central().unwrap()
}

#[test]
fn a_formula_counts_like_the_number_it_comes_to_and_follows_what_it_refers_to() {
    let mut sheet = Sheet::open("high-concurrency-api");
    sheet.put("workload.peak_rps", "1500");
    sheet.one_step(|sheet| sheet.put("workload.connections", "=workload.peak_rps * 4 + 10%"));
    assert_eq!(number(&sheet, "workload.connections"), 6000.1);
    assert_eq!(sheet.text_of("workload.connections"), "6,000.1");
    assert!(sheet.cell("workload.connections").formula);
    assert_eq!(*sheet.session().evaluation(), evaluate(&in_numbers(sheet.session().plan())));
    sheet.one_step(|sheet| sheet.put("workload.peak_rps", "2k"));
    assert_eq!(number(&sheet, "workload.connections"), 8000.1);
    assert_eq!(*sheet.session().evaluation(), evaluate(&in_numbers(sheet.session().plan())));
    sheet.one_step(|sheet| sheet.put("workload.connections", "500"));
    assert!(sheet.session().plan().formulas().is_empty());
}

#[test]
fn formulas_refer_to_formulas_whatever_the_order_in_which_they_were_typed() {
    let mut sheet = Sheet::open("blank");
    sheet.put("criteria.C3.weight", "=C2.weight + 1");
    sheet.put("criteria.C2.weight", "=C1.weight * 2");
    sheet.put("criteria.C1.weight", "=3 - 1");
    assert_eq!(number(&sheet, "criteria.C3.weight"), 5.0);
    sheet.put("criteria.C1.weight", "1");
    assert_eq!(number(&sheet, "criteria.C3.weight"), 3.0);
}

#[test]
fn editing_shows_the_formula_and_typing_it_again_changes_nothing() {
    let mut sheet = Sheet::open("blank");
    sheet.put("workload.peak_rps", "= 10 * 12 ");
    sheet.select("workload.peak_rps");
    sheet.press("F2");
    assert_eq!(sheet.draft(), "= 10 * 12");
    let could_undo = sheet.session().can_undo();
    sheet.press("Enter");
    assert_eq!(sheet.session().can_undo(), could_undo);
    assert_eq!(sheet.value_of("workload.peak_rps"), Value::Formula("= 10 * 12".into()));
}

#[test]
fn what_is_wrong_with_a_formula_is_said_and_the_text_stays() {
    let refusals = [
        ("criteria.C1.weight", "=peak_rps * wages", "“wages” is no input of this plan"),
        ("criteria.C1.weight", "=criteria.C1.weight + 1", "refers to its own cell"),
        ("criteria.C1.weight", "=1/0", "division by zero"),
        ("criteria.C1.weight", "=5000", "out of bounds"),
        ("criteria.C1.weight", "=\"high\"", "gives the text “high”; expected a number"),
        ("criteria.C1.weight", "=SUM(1", "bracket"),
        ("settings.horizon_months", "=36.5", "not whole"),
        ("workload.peak_rps", "=salary", "name more of it"),
    ];
    for (path, text, reason) in refusals {
        let mut sheet = Sheet::open("blank");
        let before = sheet.file();
        sheet.put(path, text);
        assert!(sheet.refusal().contains(reason), "{text}: {}", sheet.refusal());
        assert_eq!(sheet.draft(), text);
        assert_ne!(sheet.session().mode(), Mode::Ready);
        assert_eq!(sheet.file(), before);
    }
}

#[test]
fn a_circle_is_refused_and_named() {
    let mut sheet = Sheet::open("blank");
    sheet.put("criteria.C1.weight", "=C2.weight");
    sheet.put("criteria.C2.weight", "=C3.weight");
    sheet.put("criteria.C3.weight", "=C1.weight");
    for name in ["criteria.C1.weight", "criteria.C2.weight"] {
        assert!(sheet.refusal().contains(name), "{}", sheet.refusal());
    }
    assert!(sheet.refusal().contains("by way of"), "{}", sheet.refusal());
}

#[test]
fn what_makes_another_formula_come_to_nothing_is_taken_and_that_cell_says_why() {
    let mut sheet = Sheet::open("blank");
    sheet.put("workload.heavy_share", "10%");
    sheet.put("workload.connections", "=100 / heavy_share");
    sheet.put("workload.peak_rps", "=connections / 10");
    assert_eq!(number(&sheet, "workload.peak_rps"), 100.0);
    sheet.one_step(|sheet| sheet.put("workload.heavy_share", "0"));
    let broken = sheet.cell("workload.connections");
    assert_eq!((broken.text.as_str(), broken.problem.as_deref()), ("error", Some("a division by zero")));
    let follows = sheet.cell("workload.peak_rps").problem.unwrap();
    assert!(follows.contains("workload.connections has an error"), "{follows}");
    assert!(sheet.session().warnings().is_empty());
    assert_eq!(sheet.text_of("results.go.npv"), "–", "nothing follows from such a plan");
    sheet.put("workload.heavy_share", "50%");
    assert_eq!(number(&sheet, "workload.peak_rps"), 20.0);
    assert_ne!(sheet.text_of("results.go.npv"), "–");
}

#[test]
fn where_nothing_is_allowed_a_formula_may_give_nothing() {
    let mut sheet = Sheet::open("blank");
    sheet.put("workload.max_wait_ms", "=IF(workload.redundancy = \"az\", 10, \"\")");
    assert_eq!(sheet.session().plan().workload.max_wait_ms, None);
    sheet.put("workload.redundancy", "az");
    assert_eq!(number(&sheet, "workload.max_wait_ms"), 10.0);
}

#[test]
fn words_switches_and_ranges_can_be_referred_to() {
    let mut sheet = Sheet::open("blank");
    sheet.put("workload.peak_rps", "triangular(80, 100, 140)");
    sheet.put("workload.connections", "=peak_rps * 2");
    assert_eq!(number(&sheet, "workload.connections"), 200.0);
    sheet.put("alternatives.go.rewrite.months", "=IF(offload_heavy, 10, 20)");
    assert_eq!(number(&sheet, "alternatives.go.rewrite.months"), 20.0);
    sheet.put("alternatives.go.offload_heavy", "yes");
    assert_eq!(number(&sheet, "alternatives.go.rewrite.months"), 10.0);
}

#[test]
fn a_formula_among_the_shares_has_the_say() {
    let mut sheet = Sheet::open("blank");
    sheet.put("workload.mix.crud", "=1 - pure - native");
    sheet.put("workload.mix.pure", "30%");
    assert_eq!(sheet.value_of("workload.mix.crud"), Value::Formula("=1 - pure - native".into()));
    assert_eq!(number(&sheet, "workload.mix.crud"), 0.7);
    sheet.put("workload.mix.native", "20%");
    assert_eq!(number(&sheet, "workload.mix.crud"), 1.0 - 0.3 - 0.2);
}

#[test]
fn the_crossover_in_traffic_has_formulas_follow() {
    let mut sheet = Sheet::open("high-concurrency-api");
    let plain = weighbridge::analyse::crossover(sheet.session().plan());
    let base = number(&sheet, "workload.shared_infra");
    let rps = number(&sheet, "workload.peak_rps");
    sheet.put("workload.shared_infra", &format!("=peak_rps * {base} / {rps}"));
    assert!((number(&sheet, "workload.shared_infra") - base).abs() < 1e-9 * base);
    let following = weighbridge::analyse::crossover(sheet.session().plan());
    let at_one = plain.multipliers.iter().position(|multiplier| *multiplier == 1.0).unwrap();
    for (own, other) in plain.npv.iter().zip(&following.npv) {
        let (own_first, other_first) = (own[at_one].unwrap(), other[at_one].unwrap());
        assert!((own_first - other_first).abs() < 1e-9 * own_first, "the same at today's traffic");
        // The shared part is a hundred times as large at a hundred times the traffic, for every month.
        assert!(other.last().unwrap().unwrap() > own.last().unwrap().unwrap() + 50.0 * base);
    }
}
