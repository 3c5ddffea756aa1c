//! What binds what, and how values are written.

use crate::world::{comes_to, fails, is_exactly, number, text};
use weighbridge::formula::Scalar::{Blank, Flag};

#[test]
fn operators_bind_as_in_a_spreadsheet() {
    comes_to(&[
        ("=1+2*3", 7.0),
        ("=(1+2)*3", 9.0),
        ("=2*3^2", 18.0),
        ("=-2^2", 4.0),
        ("=0-2^2", -4.0),
        ("=2^-1", 0.5),
        ("=2^3^2", 64.0),
        ("=2^(3^2)", 512.0),
        ("=10-4-3", 3.0),
        ("=24/4/2", 3.0),
        ("=24/4*2", 12.0),
        ("=2-3+4", 3.0),
        ("=50%", 0.5),
        ("=-50%", -0.5),
        ("=50%%", 0.005),
        ("=4^50%", 2.0),
        ("=200*10%", 20.0),
        ("=(1+1)%", 0.02),
        ("=--3", 3.0),
        ("=---3", -3.0),
        ("=-+-3", 3.0),
        ("=2--3", 5.0),
        ("=2*-3", -6.0),
        ("=--TRUE", 1.0),
        ("=1+(2)*((3))", 7.0),
    ]);
    is_exactly(&[
        ("=1+2&3+4", text("37")),
        ("=1&2=12", Flag(false)), // "12" is a text, and no number equals a text
        ("=1&2=\"12\"", Flag(true)),
        ("=1+1=2", Flag(true)),
        ("=3>2>1", Flag(true)), // (3 > 2) is TRUE, and flags come behind numbers
        ("=1=1=1", Flag(false)),
    ]);
}

#[test]
fn a_sign_makes_a_number_but_a_plus_does_nothing() {
    is_exactly(&[("=+\"a\"", text("a")), ("=+TRUE", Flag(true)), ("=-TRUE", number(-1.0)), ("=-0", number(0.0))]);
    assert!(
        matches!(crate::world::value("=-0"), Ok(weighbridge::formula::Scalar::Number(zero)) if zero.is_sign_positive())
    );
    fails(&[("=-\"a\"", "“a” is not a number"), ("=--\"a\"", "“a” is not a number")]);
}

#[test]
fn numbers_texts_and_flags() {
    is_exactly(&[
        ("=1", number(1.0)),
        ("=.5", number(0.5)),
        ("=1.", number(1.0)),
        ("=1e6", number(1e6)),
        ("=2.5E-3", number(0.0025)),
        ("=1e+2", number(100.0)),
        ("=1.e2", number(100.0)),
        ("=007", number(7.0)),
        ("=\"\"", text("")),
        ("=\"a \"\"quoted\"\" b\"", text("a \"quoted\" b")),
        ("=\"\"\"\"", text("\"")),
        ("=\"a\"&\"b\"", text("ab")),
        ("=\"é, (日本)\"", text("é, (日本)")),
        ("=true", Flag(true)),
        ("=False", Flag(false)),
    ]);
}

#[test]
fn other_signs_and_spaces() {
    comes_to(&[
        ("=5−3", 2.0),
        ("=−3", -3.0),
        ("=2×3", 6.0),
        ("=6÷4", 1.5),
        ("= 1 +\t2\n* 3 ", 7.0),
        ("=\u{a0}1\u{a0}+\u{a0}2", 3.0),
        ("=SUM ( 1 , 2 )", 3.0),
        ("=sum(1;2)", 3.0),
        ("=Sum(1, 2; 3)", 6.0),
    ]);
    is_exactly(&[("=1≤1", Flag(true)), ("=1≥2", Flag(false)), ("=1≠2", Flag(true)), ("=1 <> 1", Flag(false))]);
}

#[test]
fn operators_take_what_looks_like_a_number() {
    comes_to(&[
        ("=\"3\"+4", 7.0),
        ("=\" 1.5e1 \"*2", 30.0),
        ("=\"50%\"*4", 2.0),
        ("=\"-2\"+0", -2.0),
        ("=digits*2", 14.0),
        ("=TRUE+TRUE", 2.0),
        ("=yes*3", 3.0),
        ("=empty+1", 1.0),
        ("=1/(empty+4)", 0.25),
    ]);
    fails(&[
        ("=\"x\"+1", "“x” is not a number"),
        ("=1*word", "“Go” is not a number"),
        ("=\"\"+1", "an empty text is not a number"),
        ("=\"inf\"+1", "“inf” is not a number"),
        ("=\"NaN\"+1", "“NaN” is not a number"),
        ("=\"1e999\"+1", "“1e999” is not a number"),
        ("=\"1,000\"+1", "“1,000” is not a number"),
    ]);
}

#[test]
fn texts_from_values_have_fifteen_digits() {
    for (formula, expected) in [
        ("=1&\"\"", "1"),
        ("=0.1+0.2&\"\"", "0.3"),
        ("=1/3&\"\"", "0.333333333333333"),
        ("=2/3&\"\"", "0.666666666666667"),
        ("=-1.5&\"\"", "-1.5"),
        ("=1e20&\"\"", "100000000000000000000"),
        ("=1.5e21&\"\"", "1.5E+21"),
        ("=2e-10&\"\"", "2E-10"),
        ("=0.00001&\"\"", "0.00001"),
        ("=0&\"\"", "0"),
        ("=TRUE&\"!\"", "TRUE!"),
        ("=empty&\"x\"&word", "xGo"),
        ("=\"1\"&2%", "10.02"),
    ] {
        is_exactly(&[(formula, text(expected))]);
    }
}

#[test]
fn comparisons() {
    for (formula, expected) in [
        ("=1<2", true),
        ("=2<=2", true),
        ("=2>=3", false),
        ("=\"a\"=\"A\"", true),
        ("=\"a\"<\"B\"", true),
        ("=\"b\">\"A\"", true),
        ("=\"a\"<>\"b\"", true),
        // Numbers, then texts, then flags.
        ("=999<\"1\"", true),
        ("=\"zzz\"<FALSE", true),
        ("=999<FALSE", true),
        ("=1=TRUE", false),
        ("=\"1\"=1", false),
        ("=FALSE<TRUE", true),
        // An empty cell is nothing, whatever it is compared with.
        ("=empty=0", true),
        ("=empty=\"\"", true),
        ("=empty=FALSE", true),
        ("=empty=empty", true),
        ("=empty<1", true),
        ("=empty>-1", true),
        ("=empty<\"a\"", true),
        ("=empty<TRUE", true),
        ("=0=empty", true),
        // The last binary digits do not count.
        ("=0.1+0.2=0.3", true),
        ("=0.1+0.2>0.3", false),
        ("=0.1+0.2<=0.3", true),
        ("=1=1.00000000000001", false),
        ("=1e-300=2e-300", false),
        ("=0=1e-300", false),
    ] {
        is_exactly(&[(formula, Flag(expected))]);
    }
}

#[test]
fn a_cell_alone_is_what_it_holds() {
    is_exactly(&[("=salary", number(100.0)), ("=word", text("Go")), ("=yes", Flag(true)), ("=empty", Blank)]);
}
