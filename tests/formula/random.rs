//! Whatever is typed: nothing panics, and spans can be cut out of the text.

use crate::world::is_known;
use proptest::prelude::*;
use weighbridge::formula::{Formula, Scalar, tokens};

fn check(text: &str) {
    let mut end = 0;
    for token in tokens(text, &is_known) {
        assert!(token.span.start >= end && token.span.end > token.span.start, "{text:?}");
        assert!(text.get(token.span.clone()).is_some(), "{text:?}");
        assert!(text[end..token.span.start].chars().all(|c| c.is_ascii_whitespace() || "\u{a0}\u{202f}".contains(c)));
        end = token.span.end;
    }
    match Formula::parse(text, &is_known) {
        Ok(formula) => {
            assert_eq!(formula.text(), text);
            for reference in formula.references() {
                assert_eq!(text.get(reference.span.clone()), Some(reference.name.as_str()));
            }
            assert_eq!(formula.with_names(&mut |index| Some(formula.references()[index].name.clone())), text);
            for read in [Scalar::Number(1.5), Scalar::Text("x".into()), Scalar::Flag(true), Scalar::Blank] {
                for count in [1, 3] {
                    match formula.evaluate(&mut |_| Ok(vec![read.clone(); count])) {
                        Ok(Scalar::Number(number)) => assert!(number.is_finite(), "{text:?}"),
                        Ok(_) => {}
                        Err(sentence) => assert!(!sentence.is_empty() && !sentence.ends_with('.'), "{text:?}"),
                    }
                }
            }
        }
        Err(fault) => {
            assert!(text.is_char_boundary(fault.at) && fault.at <= text.len(), "{text:?}: {fault:?}");
            assert!(!fault.message.is_empty() && !fault.message.ends_with('.'), "{text:?}: {fault:?}");
        }
    }
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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(3000) })]

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
