//! The pieces of texts that may be unfinished.

use crate::world::is_known;
use weighbridge::formula::TokenKind::{
    Close, Flag, Function, Gone, Name, Number, Open, Operator, Separator, Text, Unknown,
};
use weighbridge::formula::{TokenKind, tokens};

fn pieces(text: &str) -> Vec<(TokenKind, &str)> {
    tokens(text, &is_known).iter().map(|token| (token.kind, &text[token.span.clone()])).collect()
}

#[test]
fn a_finished_text() {
    assert_eq!(
        pieces("= IF(salary >= 1.5e3, \"a \"\"b\"\"\"; go-net-http.overhead_ms−2%)"),
        [
            (Operator, "="),
            (Function, "IF"),
            (Open, "("),
            (Name, "salary"),
            (Operator, ">="),
            (Number, "1.5e3"),
            (Separator, ","),
            (Text, "\"a \"\"b\"\"\""),
            (Separator, ";"),
            (Name, "go-net-http.overhead_ms"),
            (Operator, "−"),
            (Number, "2"),
            (Operator, "%"),
            (Close, ")"),
        ]
    );
    assert_eq!(pieces("=TRUE<>#REF!"), [(Operator, "="), (Flag, "TRUE"), (Operator, "<>"), (Gone, "#REF!")]);
}

#[test]
fn an_unfinished_text() {
    assert_eq!(pieces(""), []);
    assert_eq!(pieces("="), [(Operator, "=")]);
    assert_eq!(pieces("=SU"), [(Operator, "="), (Name, "SU")]);
    assert_eq!(pieces("=SUM("), [(Operator, "="), (Function, "SUM"), (Open, "(")]);
    assert_eq!(pieces("=NOSUCH ("), [(Operator, "="), (Function, "NOSUCH"), (Open, "(")]);
    assert_eq!(pieces("=criteria."), [(Operator, "="), (Name, "criteria.")]);
    assert_eq!(pieces("=criteria.*"), [(Operator, "="), (Name, "criteria.*")]);
    assert_eq!(pieces("=criteria.*."), [(Operator, "="), (Name, "criteria.*.")]);
    assert_eq!(pieces("=a..b"), [(Operator, "="), (Name, "a..b")]);
    assert_eq!(pieces("=\"abc"), [(Operator, "="), (Text, "\"abc")]);
    assert_eq!(pieces("=\"abc\"\""), [(Operator, "="), (Text, "\"abc\"\"")]);
    assert_eq!(pieces("=1e"), [(Operator, "="), (Number, "1"), (Name, "e")]);
    assert_eq!(pieces("=1e+"), [(Operator, "="), (Number, "1"), (Name, "e"), (Operator, "+")]);
    assert_eq!(pieces("=#RE"), [(Operator, "="), (Unknown, "#"), (Name, "RE")]);
    assert_eq!(pieces("=é$ ."), [(Operator, "="), (Unknown, "é"), (Unknown, "$"), (Unknown, ".")]);
    assert_eq!(pieces("1+)"), [(Number, "1"), (Operator, "+"), (Close, ")")]);
    assert_eq!(pieces("=*"), [(Operator, "="), (Operator, "*")]);
}

#[test]
fn a_name_that_is_being_typed_stays_whole_when_its_beginning_is_known() {
    let beginnings = |text: &str| "profiles.go-net-http.overhead_ms".starts_with(text);
    let text = "=2*profiles.go-net-ht";
    let last = tokens(text, &beginnings).pop().unwrap();
    assert_eq!((last.kind, &text[last.span]), (Name, "profiles.go-net-ht"));
    // With whole names only, it is a subtraction.
    let last = tokens(text, &|name| name == "profiles.go-net-http.overhead_ms").pop().unwrap();
    assert_eq!((last.kind, &text[last.span]), (Name, "ht"));
}

#[test]
fn stars_at_the_beginning_of_a_name() {
    assert_eq!(pieces("=SUM(*.w"), [(Operator, "="), (Function, "SUM"), (Open, "("), (Name, "*.w")]);
    assert_eq!(pieces("=2*.5"), [(Operator, "="), (Number, "2"), (Operator, "*"), (Number, ".5")]);
    assert_eq!(
        pieces("=2%*.w"),
        [(Operator, "="), (Number, "2"), (Operator, "%"), (Operator, "*"), (Unknown, "."), (Name, "w"),]
    );
}
