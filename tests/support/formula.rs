//! What must hold for any text that is read as a formula.

use super::assert_phrase;
use weighbridge::formula::{Formula, Scalar, tokens};

/// Pieces can be cut out of the text; what is refused says where; what comes out is finite.
pub fn check_formula(text: &str, known: &dyn Fn(&str) -> bool) {
    let mut end = 0;
    for token in tokens(text, known) {
        assert!(token.span.start >= end && token.span.end > token.span.start, "{text:?}");
        assert!(text.get(token.span.clone()).is_some(), "{text:?}");
        assert!(text[end..token.span.start].chars().all(|c| c.is_ascii_whitespace() || "\u{a0}\u{202f}".contains(c)));
        end = token.span.end;
    }
    match Formula::parse(text, known) {
        Ok(formula) => {
            assert_eq!(formula.text(), text);
            for reference in formula.references() {
                assert_eq!(text.get(reference.span.clone()), Some(reference.name.as_str()));
            }
            assert_eq!(formula.with_names(&mut |index| Some(formula.references()[index].name.clone())), text);
            let numbers = [1.5, 1e300, -0.0].map(Scalar::Number);
            for read in numbers.into_iter().chain([Scalar::Text("x".into()), Scalar::Flag(true), Scalar::Blank]) {
                for count in [1, 3] {
                    match formula.evaluate(&mut |_| Ok(vec![read.clone(); count])) {
                        Ok(Scalar::Number(number)) => assert!(number.is_finite(), "{text:?}"),
                        Ok(_) => {}
                        Err(message) => assert_phrase(&message),
                    }
                }
            }
        }
        Err(fault) => {
            assert!(text.is_char_boundary(fault.at) && fault.at <= text.len(), "{text:?}: {fault:?}");
            assert_phrase(&fault.message);
        }
    }
}
