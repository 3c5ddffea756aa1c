//! Ranges as people type them: between two ends, around a middle, by name. What editing shows parses back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use support::{Sheet, assert_close, cases};
use weighbridge::model::Style::{Money, Percent, Plain};
use weighbridge::model::{Range, Style, Value};
use weighbridge::sheet::range_text::{edit_text, parse, words};

const STYLES: [Style; 3] = [Plain, Percent, Money];

/// The 90 % quantile of the standard normal distribution, from tables.
const Z: f64 = 1.281_551_565_544_6;

fn read(text: &str, style: Style) -> Option<Result<Range, String>> {
    parse(text, style, "USD")
}

#[test]
fn ranges_are_typed_as_functions() {
    for (text, style, range) in [
        ("pert(80, 100, 140)", Plain, Range::Pert(80.0, 100.0, 140.0)),
        ("Triangular( 80 ,100, 140 )", Plain, Range::Triangular(80.0, 100.0, 140.0)),
        ("uniform(80; 120)", Plain, Range::Uniform(80.0, 120.0)),
        ("uniform(1,000; 2,000)", Plain, Range::Uniform(1000.0, 2000.0)),
        ("normal(100, 10)", Plain, Range::Normal(100.0, 10.0)),
        ("lognormal(80,120)", Plain, Range::Lognormal(80.0, 120.0)),
        ("lognormal($80k, $120k)", Money, Range::Lognormal(80e3, 120e3)),
        ("uniform(1.5k, 2\u{a0}M)", Plain, Range::Uniform(1500.0, 2e6)),
        ("triangular(1%, 5, 10%)", Percent, Range::Triangular(0.01, 0.05, 0.1)),
        ("triangular(12%, 12%, 0.5)", Plain, Range::Triangular(0.12, 0.12, 0.5)),
        ("normal(0.5, 0)", Plain, Range::Normal(0.5, 0.0)),
    ] {
        assert_eq!(read(text, style), Some(Ok(range)), "{text}");
    }
}

#[test]
fn two_ends_are_the_ten_and_the_ninety_per_cent_quantile() {
    for (text, style, range) in [
        ("80 to 120", Plain, Range::Lognormal(80.0, 120.0)),
        ("80 TO 120", Plain, Range::Lognormal(80.0, 120.0)),
        ("80..120", Plain, Range::Lognormal(80.0, 120.0)),
        ("80 .. 120", Plain, Range::Lognormal(80.0, 120.0)),
        ("80…120", Plain, Range::Lognormal(80.0, 120.0)),
        ("80 … 120", Plain, Range::Lognormal(80.0, 120.0)),
        ("80 – 120", Plain, Range::Lognormal(80.0, 120.0)),
        ("80\u{a0}–\u{a0}120", Plain, Range::Lognormal(80.0, 120.0)),
        (" 1,000 to 2,500.5 ", Plain, Range::Lognormal(1000.0, 2500.5)),
        ("1.5..2.5", Plain, Range::Lognormal(1.5, 2.5)),
        ("80 to 80", Plain, Range::Lognormal(80.0, 80.0)),
        ("1.5k to 2k", Plain, Range::Lognormal(1500.0, 2000.0)),
        // No thousand times 500 is below 1.5k: there is only one way to read it.
        ("500 to 1.5k", Plain, Range::Lognormal(500.0, 1500.0)),
        ("$100k to $150k", Money, Range::Lognormal(100e3, 150e3)),
        ("$100 to 150 USD", Money, Range::Lognormal(100.0, 150.0)),
        ("1 to 5 %", Percent, Range::Lognormal(0.01, 0.05)),
        ("1% to 5%", Percent, Range::Lognormal(0.01, 0.05)),
        ("1 to 5", Percent, Range::Lognormal(0.01, 0.05)),
        ("1% to 5%", Plain, Range::Lognormal(0.01, 0.05)),
        // Where an end is not above 0: the middle between the ends, and half the way over Z.
        ("0 to 40", Plain, Range::Normal(20.0, 20.0 / Z)),
        ("0 to 40k", Plain, Range::Normal(20e3, 20e3 / Z)),
        ("-80 to 120", Plain, Range::Normal(20.0, 100.0 / Z)),
        ("−30..-10", Plain, Range::Normal(-20.0, 10.0 / Z)),
        ("(30) to (10)", Plain, Range::Normal(-20.0, 10.0 / Z)),
        ("0 to 4", Percent, Range::Normal(0.02, 0.02 / Z)),
    ] {
        assert_eq!(read(text, style), Some(Ok(range)), "{text}");
    }
    assert_eq!(parse("80 to 120 SEK", Money, "SEK"), Some(Ok(Range::Lognormal(80.0, 120.0))), "K is no thousand here");
}

#[test]
fn a_middle_and_a_half_width_are_normal() {
    for (text, style, range) in [
        ("100 ± 20", Plain, Range::Normal(100.0, 20.0 / Z)),
        ("100±20", Plain, Range::Normal(100.0, 20.0 / Z)),
        ("100 +/- 20", Plain, Range::Normal(100.0, 20.0 / Z)),
        ("100 +- 20", Plain, Range::Normal(100.0, 20.0 / Z)),
        ("100+-20", Plain, Range::Normal(100.0, 20.0 / Z)),
        ("-100 ± 20", Plain, Range::Normal(-100.0, 20.0 / Z)),
        ("1e3 ± 1e2", Plain, Range::Normal(1000.0, 100.0 / Z)),
        ("100 ± 0", Plain, Range::Normal(100.0, 0.0)),
        ("100 ± 10%", Plain, Range::Normal(100.0, 10.0 / Z)),
        ("-100 ± 10 %", Plain, Range::Normal(-100.0, 10.0 / Z)),
        ("$120k ± 10%", Money, Range::Normal(120e3, 12e3 / Z)),
        ("$120k ± $10k", Money, Range::Normal(120e3, 10e3 / Z)),
        ("1M ± 50,000", Plain, Range::Normal(1e6, 50e3 / Z)),
        ("50,000 ± 10k", Plain, Range::Normal(50e3, 10e3 / Z)),
        ("10% ± 2%", Percent, Range::Normal(0.1, 0.02 / Z)),
        ("10 ± 2", Percent, Range::Normal(0.1, 0.02 / Z)),
        ("10 ± 2 %", Percent, Range::Normal(0.1, 0.02 / Z)),
        ("10% ± 2%", Plain, Range::Normal(0.1, 0.02 / Z)),
    ] {
        assert_eq!(read(text, style), Some(Ok(range)), "{text}");
    }
}

#[test]
fn what_is_no_range_is_left_to_the_numbers() {
    for text in ["(500)", "500", "", "1.5k", "($5)", "-5", "10-20", "10 - 20", "10–20", "80to120", "ten", "1.2.3"] {
        assert_eq!(read(text, Money), None, "{text} is no range");
    }
}

#[test]
fn what_is_no_good_range_is_refused_with_a_sentence() {
    for (text, sentence) in [
        ("pert(80, 100)", "pert takes three numbers: lowest, most likely, highest"),
        ("triangular(3, 2, 1)", "lowest, most likely and highest must rise"),
        ("uniform(2, 1)", "the lower end is above the upper end"),
        ("normal(100, -1)", "a standard deviation cannot be negative"),
        ("lognormal(0, 1)", "lognormal needs two rising numbers above 0"),
        ("normal(100, 10", "“normal(100, 10” lacks its closing bracket"),
        ("normal(100, ten)", "“ten” is not a number"),
        ("normal(100, )", "a number is missing"),
        ("gauss(1, 2)", "“gauss” is not a distribution; known are triangular, pert, uniform, normal, lognormal"),
        ("normal(1,000)", "commas part the numbers in “normal(1,000)”; to part thousands too, use semicolons"),
        ("uniform(80 to 90, 100)", "“to 90” behind the number in “80 to 90” means nothing here"),
        ("120 to 80", "“120 to 80” falls; the lower end comes first"),
        ("1..-1", "“1..-1” falls; the lower end comes first"),
        ("80...120", "“80...120” has three dots in a row; between the ends of a range stand two"),
        ("80..", "“80..” lacks a number"),
        ("..120", "“..120” lacks a number"),
        ("ten to 20", "“ten” is not a number"),
        ("10 to 20 to 30", "“to 30” behind the number in “20 to 30” means nothing here"),
        ("10 to $20", "“$20” is an amount of money; this cell is not"),
        ("80 to 120k", "“80 to 120k” can be read in two ways; put “k” behind both numbers or behind none"),
        ("10 to 20%", "“10 to 20%” can be read in two ways; put “%” behind both numbers or behind none"),
        ("100 ± 20k", "“100 ± 20k” can be read in two ways; put “k” behind both numbers or behind none"),
        ("100k ± 20", "“100k ± 20” can be read in two ways; put “k” behind both numbers or behind none"),
        ("100 ± -20", "“-20” is negative; behind ± stands how far the range reaches to either side"),
        ("± 20", "“± 20” lacks a number"),
        ("100 ±", "“100 ±” lacks a number"),
        ("100 ± few", "“few” is not a number"),
        ("-1e308 to 1e308", "a range needs finite numbers"),
    ] {
        assert_eq!(read(text, Plain), Some(Err(sentence.into())), "{text}");
    }
    assert_eq!(read("10% to 20%", Money), Some(Err("this is an amount of money, not a share".into())));
    assert_eq!(read("€10 to €20", Money), Some(Err("“€10” is in €; this plan counts in USD".into())));
}

#[test]
fn a_cell_takes_a_typed_range_and_edits_it_by_name() {
    let mut sheet = Sheet::open("blank");
    for (path, text, range, edited) in [
        ("workload.peak_rps", "80 to 120", Range::Lognormal(80.0, 120.0), "lognormal(80, 120)"),
        ("workload.growth", "1 to 5 %", Range::Lognormal(0.01, 0.05), "lognormal(1%, 5%)"),
        ("workload.shared_infra", "$1k – $2k", Range::Lognormal(1e3, 2e3), "lognormal(1000, 2000)"),
    ] {
        sheet.put(path, text);
        assert_eq!(sheet.value_of(path), Value::Range(range), "{text}");
        sheet.select(path);
        assert_eq!(sheet.session().selected_text().unwrap(), edited, "{text}");
    }
    sheet.put("workload.peak_rps", "120 to 80");
    assert_eq!(sheet.refusal(), "“120 to 80” falls; the lower end comes first.");
}

#[test]
fn words_name_the_shape_the_ends_and_the_middle() {
    for (range, style, text) in [
        // √(80·120) = 97.97959
        (Range::Lognormal(80.0, 120.0), Plain, "lognormal, 10 % to 90 %: 80 to 120, middle 97.9796"),
        (Range::Lognormal(80e3, 1.2e6), Money, "lognormal, 10 % to 90 %: 80,000 to 1,200,000, middle 309,839"),
        // 100 ± 1.2815516 · 10
        (Range::Normal(100.0, 10.0), Plain, "normal, 10 % to 90 %: 87.1845 to 112.816, middle 100"),
        (Range::Normal(0.1, 0.02 / Z), Percent, "normal, 10 % to 90 %: 8 % to 12 %, middle 10 %"),
        (Range::Triangular(0.01, 0.05, 0.1), Percent, "triangular 1 % – 5 % – 10 %, middle 5 %"),
        (Range::Pert(80.0, 100.0, 140.0), Plain, "pert 80 – 100 – 140, middle 100"),
        (Range::Uniform(-80.0, 120.0), Plain, "uniform −80 – 120, middle 20"),
    ] {
        assert_eq!(words(range, style).replace('\u{a0}', " "), text);
    }
}

#[test]
fn the_middle_of_a_range_is_what_counts() {
    for (range, middle) in [
        (Range::Triangular(0.01, 0.05, 0.1), 0.05),
        (Range::Pert(1.0, 2.0, 5.0), 2.0),
        (Range::Uniform(80.0, 120.5), 100.25),
        (Range::Normal(100.0, 10.0), 100.0),
        // √(200,000·800,000)
        (Range::Lognormal(200e3, 800e3), 400e3),
    ] {
        assert_close(range.central(), middle);
    }
}

fn any_finite() -> impl Strategy<Value = f64> {
    let bits = any::<u64>().prop_map(f64::from_bits).prop_filter("finite", |x| x.is_finite());
    prop_oneof![bits, -1e6..1e6, 0.0..1.0, (-1000i32..1000).prop_map(f64::from)]
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn what_editing_shows_of_a_range_parses_back(a in any_finite(), b in any_finite(), c in any_finite()) {
        let mut ends = [a, b, c];
        ends.sort_by(f64::total_cmp);
        let [low, mode, high] = ends;
        let mut ranges =
            vec![Range::Triangular(low, mode, high), Range::Pert(low, mode, high), Range::Uniform(low, high)];
        ranges.push(Range::Normal(a, b.abs()));
        if low > 0.0 {
            ranges.push(Range::Lognormal(low, high));
        }
        for range in ranges {
            for style in STYLES {
                prop_assert_eq!(read(&edit_text(range, style), style), Some(Ok(range)));
            }
        }
    }

    /// The ends that were typed are the quantiles that come out, whichever distribution was taken.
    #[test]
    fn typed_ends_are_the_quantiles(a in -1e6..1e6f64, b in -1e6..1e6f64) {
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        let range = read(&format!("{low} to {high}"), Plain).unwrap().unwrap();
        let (p10, p90): (f64, f64) = range.deciles();
        prop_assert!((p10 - low).abs() < 1e-8 && (p90 - high).abs() < 1e-8, "{:?}", range);
        // And typed in another way, or as it is edited, they are the same range.
        prop_assert_eq!(read(&format!("{low}..{high}"), Plain), Some(Ok(range)));
        prop_assert_eq!(read(&edit_text(range, Plain), Plain), Some(Ok(range)));
    }

    /// Nonsense is refused or read; it never ends the program, and only finite numbers come out.
    #[test]
    fn any_text_is_answered(text in ".{0,12}", rangeish in "([a-z]{0,9}\\()?[-$(]{0,2}[0-9.,]{0,5}[kKMG%)€]{0,2}( to |\\.\\.|…|±|\\+-|[,;] ?)[-$]?[0-9.,]{0,5}[kM% )]{0,2}") {
        for text in [text, rangeish] {
            for style in STYLES {
                if let Some(Ok(range)) = read(&text, style) {
                    prop_assert!(range.parameters().iter().all(|x| x.is_finite()));
                    prop_assert_eq!(read(&edit_text(range, style), style), Some(Ok(range)));
                    prop_assert!(words(range, style).starts_with(range.name()));
                }
            }
        }
    }
}
