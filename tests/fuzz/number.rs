//! Numbers as people type them.

use crate::fuzz;
use crate::support::assert_phrase;
use weighbridge::model::Style;
use weighbridge::sheet::number::{edit_text, parse, show};

const WORDS: &[&str] = &[
    "e",
    "E",
    "e-",
    "1e308",
    "1e309",
    "e2147483647",
    "e-2147483648",
    "e99999999999",
    ".",
    ",",
    "..",
    ",,",
    "-",
    "−",
    "+",
    "(",
    ")",
    "%",
    "k",
    "M",
    "G",
    "$",
    "€",
    "USD",
    "EUR",
    " ",
    "\u{a0}",
    "\u{202f}",
    "0",
    "00",
    "999",
    "1,000",
    "٣",
    "NaN",
    "inf",
    "Infinity",
    "0x10",
    "_",
    "\u{202e}",
];

/// Refused, or a finite number whose text reads back as the same number.
fn number(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for style in [Style::Plain, Style::Percent, Style::Money] {
        match parse(&text, style, "USD") {
            Ok(value) => {
                assert!(value.is_finite(), "{text}");
                assert_eq!(parse(&edit_text(value, style), style, "USD"), Ok(value), "{text}");
                assert!(!show(value, style).is_empty());
            }
            Err(message) => assert_phrase(&message),
        }
    }
}

#[test]
fn a_number_is_refused_or_taken_exactly() {
    let seeds = ["1,200", "$1,200.50", "(500)", "12%", "1.5k", "1200 USD", "-1e6", ".25", "1e-300", "179e306", "0"];
    let seeds: Vec<&[u8]> = seeds.iter().map(|seed| seed.as_bytes()).collect();
    fuzz(&seeds, WORDS, number);
}
