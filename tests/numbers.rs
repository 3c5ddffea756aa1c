//! Numbers as people type them, and the text that editing shows: it parses back to the same number.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use support::{Sheet, cases};
use weighbridge::model::{Range, Style, Value};
use weighbridge::sheet::number::{edit_text, parse, show};

const STYLES: [Style; 3] = [Style::Plain, Style::Percent, Style::Money];

#[test]
fn plain_numbers() {
    for (text, number) in [
        ("1,200", 1200.0),
        ("1,234,567.5", 1_234_567.5),
        ("-500", -500.0),
        ("−500", -500.0),
        ("+3", 3.0),
        ("(500)", -500.0),
        ("12%", 0.12),
        ("12 %", 0.12),
        ("1.5k", 1500.0),
        ("2M", 2e6),
        ("2 K", 2000.0),
        ("3G", 3e9),
        ("1e6", 1e6),
        ("1.5E-3", 0.0015),
        ("0.25", 0.25),
        (".25", 0.25),
        ("5.", 5.0),
        ("  7\u{a0}", 7.0),
        ("007", 7.0),
        ("-0", 0.0),
    ] {
        assert_eq!(parse(text, Style::Plain, "USD"), Ok(number), "{text}");
    }
}

#[test]
fn a_number_is_rounded_once() {
    // 0.07 as a share is the double nearest to 0.07, not 7 / 100 rounded twice.
    for (text, number) in [("7", 0.07), ("7%", 0.07), ("55", 0.55), ("0.3", 0.003), ("110%", 1.1)] {
        assert_eq!(parse(text, Style::Percent, "USD"), Ok(number), "{text}");
    }
    assert_eq!(parse("8.3k", Style::Plain, "USD"), Ok(8300.0));
    assert_eq!(parse("4.35M", Style::Money, "USD"), Ok(4_350_000.0));
}

#[test]
fn money_takes_the_plans_own_currency_only() {
    for (text, currency, number) in [
        ("$1,200", "USD", 1200.0),
        ("1200 USD", "USD", 1200.0),
        ("USD 1200", "USD", 1200.0),
        ("1200usd", "USD", 1200.0),
        ("-$500", "USD", -500.0),
        ("$-500", "USD", -500.0),
        ("($500)", "USD", -500.0),
        ("€1.5e3", "EUR", 1500.0),
        ("1200 €", "EUR", 1200.0),
        ("£7", "GBP", 7.0),
        ("CHF 7", "CHF", 7.0),
        ("$1.5k", "USD", 1500.0),
    ] {
        assert_eq!(parse(text, Style::Money, currency), Ok(number), "{text}");
    }
    for (text, currency, sentence) in [
        ("€1200", "USD", "“€1200” is in €; this plan counts in USD"),
        ("1200 EUR", "USD", "“1200 EUR” is in EUR; this plan counts in USD"),
        ("$5", "EUR", "“$5” is in $; this plan counts in EUR"),
        ("12%", "USD", "this is an amount of money, not a share"),
    ] {
        assert_eq!(parse(text, Style::Money, currency), Err(sentence.into()), "{text}");
    }
    for style in [Style::Plain, Style::Percent] {
        assert_eq!(parse("$5", style, "USD"), Err("“$5” is an amount of money; this cell is not".into()));
    }
}

#[test]
fn what_is_no_number_is_refused_with_a_sentence() {
    for (text, sentence) in [
        ("", "a number is missing"),
        ("   ", "a number is missing"),
        ("1,23,4", "the commas in “1,23,4” do not part thousands; decimals take a point"),
        ("1,5", "the commas in “1,5” do not part thousands; decimals take a point"),
        ("1,200,5", "the commas in “1,200,5” do not part thousands; decimals take a point"),
        ("2 3", "“2 3” is more than one number"),
        ("23 Hello", "“Hello” behind the number in “23 Hello” means nothing here"),
        ("12kg", "“kg” behind the number in “12kg” means nothing here"),
        ("Hello", "“Hello” is not a number"),
        ("-", "“-” is not a number"),
        (".", "“.” is not a number"),
        ("1.2.3", "“1.2.3” is not a number"),
        ("--5", "“--5” has more than one sign"),
        ("(-5)", "“(-5)” has more than one sign"),
        ("1e999", "“1e999” is too large"),
        ("inf", "“inf” is not a number"),
        ("NaN", "“NaN” is not a number"),
        ("0x10", "“x10” behind the number in “0x10” means nothing here"),
    ] {
        assert_eq!(parse(text, Style::Plain, "USD"), Err(sentence.into()), "{text}");
    }
}

#[test]
fn cells_know_their_style() {
    let mut sheet = Sheet::open("blank");
    for (path, text, number, shown) in [
        ("workload.load_factor", "15", 0.15, "15\u{a0}%"),
        ("workload.load_factor", "0.5%", 0.005, "0.5\u{a0}%"),
        ("workload.peak_rps", "12%", 0.12, "0.12"),
        ("workload.peak_rps", "1234567.5", 1_234_567.5, "1,234,568"),
        ("workload.shared_infra", "$1,200", 1200.0, "1,200"),
        ("workload.price_gb_hour", "0.0000123", 0.000_012_3, "0.0000123"),
    ] {
        sheet.put(path, text);
        assert_eq!((sheet.number_of(path), sheet.text_of(path).as_str()), (number, shown), "{path} {text}");
    }
    sheet.put("settings.currency", "EUR");
    sheet.put("workload.shared_infra", "€7k");
    assert_eq!(sheet.number_of("workload.shared_infra"), 7000.0);
    sheet.put("workload.shared_infra", "$7k");
    assert_eq!(sheet.refusal(), "“$7k” is in $; this plan counts in EUR.");
    sheet.press("Escape");
    sheet.put("workload.growth", "normal(5, 1%)");
    assert_eq!(sheet.value_of("workload.growth"), Value::Range(Range::Normal(0.05, 0.01)));
}

#[test]
fn cells_show_six_figures_with_thousands_parted() {
    for (number, style, shown) in [
        (1_234_567.0, Style::Plain, "1,234,567"),
        (1234.5, Style::Money, "1,234.5"),
        (-1234.5, Style::Plain, "−1,234.5"),
        (0.1 + 0.2, Style::Plain, "0.3"),
        (0.1 + 0.2, Style::Percent, "30\u{a0}%"),
        (2.0 / 3.0, Style::Percent, "66.6667\u{a0}%"),
        (0.04048, Style::Money, "0.04048"),
        (0.0, Style::Plain, "0"),
    ] {
        assert_eq!(show(number, style), shown);
    }
}

fn any_finite() -> impl Strategy<Value = f64> {
    let bits = any::<u64>().prop_map(f64::from_bits).prop_filter("finite", |x| x.is_finite());
    prop_oneof![bits, -1e6..1e6, 0.0..1.0, (-1000i32..1000).prop_map(f64::from)]
}

proptest! {
    #![proptest_config(cases(1000))]

    /// Zero has one spelling, so the sign of -0 goes.
    #[test]
    fn what_editing_shows_parses_back_to_the_same_bits(x in any_finite()) {
        for style in STYLES {
            let again = parse(&edit_text(x, style), style, "USD").unwrap();
            prop_assert_eq!(again.to_bits(), (x + 0.0).to_bits(), "{}", edit_text(x, style));
        }
    }

    /// Nonsense is refused or read; it never ends the program, and only finite numbers come out.
    #[test]
    fn any_text_is_answered(text in ".{0,12}", numberish in "[-+−(]{0,2}[$€]?[0-9.,]{0,8}(e[-+]?[0-9]{0,4})?[%kMG) ]{0,2}") {
        for text in [text, numberish] {
            for style in STYLES {
                if let Ok(number) = parse(&text, style, "USD") {
                    prop_assert!(number.is_finite());
                }
            }
        }
    }
}

#[test]
fn zero_per_cent_is_edited_as_one_zero() {
    assert_eq!(edit_text(0.0, Style::Percent), "0%");
}
