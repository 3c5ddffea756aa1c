//! The figures about the selected cells.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::Sheet;

fn figures(sheet: &Sheet) -> (usize, String) {
    let statistics = sheet.session().statistics();
    let figures: Vec<String> = statistics.figures.iter().map(|(name, text)| format!("{name} {text}")).collect();
    (statistics.count, figures.join(", "))
}

#[test]
fn figures_of_scores() {
    let mut sheet = Sheet::open("high-concurrency-api");
    sheet.select_range("criteria.C1.scores.go", "criteria.C2.scores.python");
    // 9, 8, 6 and 8, 6, 5.
    assert_eq!(figures(&sheet), (6, "Sum 42, Average 7, Min 5, Max 9".into()));
    sheet.select("criteria.C1.scores.go");
    assert_eq!(figures(&sheet), (1, "Sum 9, Average 9, Min 9, Max 9".into()));
}

#[test]
fn words_and_nothing_are_no_numbers() {
    let mut sheet = Sheet::open("high-concurrency-api");
    // No threshold, “typed”, and the group; the other line adds a weight.
    sheet.select_range("criteria.C1.threshold", "criteria.C1.group");
    assert_eq!(figures(&sheet), (2, String::new()));
    sheet.put("criteria.C1.threshold", "4");
    sheet.select_range("criteria.C1.threshold", "criteria.C1.group");
    assert_eq!(figures(&sheet), (3, "Sum 4, Average 4, Min 4, Max 4".into()));
    sheet.select("workload.peak_rps");
    sheet.press("Right");
    assert_eq!(figures(&sheet), (0, String::new()), "a blank cell holds nothing");
}

#[test]
fn shares_stay_per_cent_and_ranges_count_with_their_middle() {
    let mut sheet = Sheet::open("high-concurrency-api");
    sheet.select_range("workload.mix.crud", "workload.mix.native");
    assert_eq!(figures(&sheet), (3, "Sum 100\u{a0}%, Average 33.3333\u{a0}%, Min 0\u{a0}%, Max 90\u{a0}%".into()));
    // 2000, a growth of 5 % (the middle of a range), 40 %.
    sheet.select_range("workload.peak_rps", "workload.load_factor");
    assert_eq!(figures(&sheet), (3, "Sum 2,000.45, Average 666.817, Min 0.05, Max 2,000".into()));
}

#[test]
fn results_count_in_full() {
    let mut sheet = Sheet::open("high-concurrency-api");
    sheet.select_range("results.go.score.grouped", "results.python.score.grouped");
    let scores: Vec<f64> =
        sheet.session().evaluation().alternatives.iter().map(|own| own.score.grouped.unwrap()).collect();
    let mean = scores.iter().sum::<f64>() / 3.0;
    let (count, text) = figures(&sheet);
    assert_eq!(count, 3);
    assert!(text.contains(&format!("Average {mean:.4},")), "{text}: {mean}");
    // Words among them: what sets the size is no number.
    sheet.select_range("results.go.months.36.instances", "results.go.months.36.binding");
    let instances = sheet.session().evaluation().outcome("go").unwrap().months[35].own.instances.unwrap().0;
    assert_eq!(figures(&sheet), (2, format!("Sum {instances}, Average {instances}, Min {instances}, Max {instances}")));
}

#[test]
fn headings_and_hidden_rows_do_not_count() {
    let mut sheet = Sheet::open("high-concurrency-api");
    sheet.select("criteria.C2.weight");
    sheet.press("Ctrl+9");
    sheet.select_range("criteria.C1.weight", "criteria.C3.weight");
    assert_eq!(figures(&sheet), (2, "Sum 10, Average 5, Min 5, Max 5".into()));
    sheet.select_range("workload.launch_month", "workload.app_cpu_ms");
    assert_eq!(figures(&sheet).0, 2);
}
