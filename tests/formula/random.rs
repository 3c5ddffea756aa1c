//! Whatever is typed: nothing panics, and spans can be cut out of the text.

use crate::support::{cases, check_formula};
use crate::world::is_known;
use proptest::prelude::*;

fn check(text: &str) {
    check_formula(text, &is_known);
}

/// Texts that are nearly formulas.
fn nearly() -> impl Strategy<Value = String> {
    let pieces = [
        "(",
        "(",
        ")",
        ")",
        ",",
        ";",
        "+",
        "-",
        "−",
        "*",
        "/",
        "^",
        "&",
        "%",
        "=",
        "<",
        ">",
        "≤",
        "≠",
        "\"",
        "\"a\"",
        "#REF!",
        "#",
        ".",
        "..",
        "1",
        "2.5",
        ".5",
        "1e",
        "1e9",
        "é",
        " ",
        "\u{a0}",
        "a",
        "a-b",
        "salary",
        "go-net-http.overhead_ms",
        "weights.*",
        "*.x",
        ".*",
        "TRUE",
        "SUM(",
        "IF(",
        "PMT(",
        "ROUND(",
        "IFERROR(",
        "MEDIAN(",
        "SWITCH(",
        "LARGE(",
        "CEILING(",
        "MOD(",
        "FOO(",
        "1000",
        "0",
        "-1",
        "0.1",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..24)
        .prop_map(|pieces| format!("={}", pieces.concat()))
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn any_text(text in any::<String>()) {
        check(&text);
        check(&format!("={text}"));
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        check(&format!("={}", String::from_utf8_lossy(&bytes)));
    }

    #[test]
    fn any_pieces(text in nearly()) {
        check(&text);
    }
}
