//! Conditions, choices, and what one number comes to.

use crate::world::{comes_to, fails, is_exactly, number, text};
use weighbridge::formula::Scalar::{Blank, Flag};

#[test]
fn choices() {
    is_exactly(&[
        ("=IF(1>0, \"yes\", \"no\")", text("yes")),
        ("=IF(0, \"yes\", \"no\")", text("no")),
        ("=IF(FALSE, 1)", Flag(false)),
        ("=IF(empty, 1, 2)", number(2.0)),
        ("=IF(\"true\", 1, 2)", number(1.0)),
        ("=IF(TRUE,,2)", Blank),
        ("=IF(FALSE,1,)", Blank),
        ("=IF(FALSE,1,)+5", number(5.0)),
        ("=IFS(salary<50, \"low\", salary<200, \"middle\", TRUE, \"high\")", text("middle")),
        ("=SWITCH(2, 1, \"one\", 2, \"two\")", text("two")),
        ("=SWITCH(word, \"GO\", 1, 2)", number(1.0)),
        ("=SWITCH(9, 1, \"one\", 2, \"two\", \"many\")", text("many")),
        ("=SWITCH(9, 1, \"one\", \"many\")", text("many")),
        ("=SWITCH(\"1\", 1, \"number\", \"text\")", text("text")),
        ("=CHOOSE(2, \"a\", \"b\", \"c\")", text("b")),
        ("=CHOOSE(1.9, \"a\", \"b\")", text("a")),
    ]);
    fails(&[
        ("=IF(\"maybe\", 1, 2)", "“maybe” is neither TRUE nor FALSE"),
        ("=IFS(FALSE, 1)", "no condition of IFS holds"),
        ("=IFS(FALSE, 1, TRUE)", "the last condition of IFS has no value"),
        ("=SWITCH(9, 1, \"one\", 2, \"two\")", "no case of SWITCH fits"),
        ("=CHOOSE(0, 1)", "CHOOSE has no value 0"),
        ("=CHOOSE(3, 1, 2)", "CHOOSE has no value 3"),
        ("=CHOOSE(-1, 1, 2)", "CHOOSE has no value -1"),
        ("=CHOOSE(\"x\", 1, 2)", "“x” is not a number"),
    ]);
}

#[test]
fn only_the_choice_is_evaluated() {
    is_exactly(&[
        ("=IF(TRUE, 1, 1/0)", number(1.0)),
        ("=IF(FALSE, 1/0, 2)", number(2.0)),
        ("=IFS(TRUE, 1, 1/0, 2)", number(1.0)),
        ("=SWITCH(1, 1, 2, 1/0, 3)", number(2.0)),
        ("=SWITCH(1, 1, 2, 1, 1/0)", number(2.0)),
        ("=CHOOSE(1, 5, 1/0)", number(5.0)),
        ("=IFERROR(5, 1/0)", number(5.0)),
    ]);
    fails(&[
        ("=OR(TRUE, 1/0)", "a division by zero"),
        ("=AND(FALSE, 1/0)", "a division by zero"),
        ("=IF(1/0, 1, 2)", "a division by zero"),
    ]);
}

#[test]
fn conditions() {
    for (formula, expected) in [
        ("=AND(TRUE, 1, 2)", true),
        ("=AND(TRUE, 0)", false),
        ("=OR(FALSE, 0)", false),
        ("=OR(FALSE, -1)", true),
        ("=XOR(TRUE, TRUE)", false),
        ("=XOR(TRUE, TRUE, TRUE)", true),
        ("=XOR(FALSE, FALSE)", false),
        ("=NOT(TRUE)", false),
        ("=NOT(0)", true),
        ("=NOT(empty)", true),
        ("=AND(\"TRUE\", \"true\")", true),
        // Of cells, texts and empty ones are passed over: TRUE and FALSE remain.
        ("=AND(flags.*)", false),
        ("=OR(flags.*)", true),
        ("=XOR(flags.*)", true),
        ("=AND(yes, word)", true),
        ("=AND(weights.*)", true),
    ] {
        is_exactly(&[(formula, Flag(expected))]);
    }
    fails(&[
        ("=AND(word)", "AND has no condition to look at"),
        ("=OR(none.*)", "OR has no condition to look at"),
        ("=XOR(empty)", "XOR has no condition to look at"),
        ("=AND(\"x\")", "“x” is neither TRUE nor FALSE"),
        ("=NOT(\"x\")", "“x” is neither TRUE nor FALSE"),
    ]);
}

#[test]
fn kinds() {
    for (formula, expected) in [
        ("=ISNUMBER(1)", true),
        ("=ISNUMBER(\"1\")", false),
        ("=ISNUMBER(TRUE)", false),
        ("=ISNUMBER(empty)", false),
        ("=ISNUMBER(salary)", true),
        ("=ISNUMBER(1/0)", false),
        ("=ISBLANK(empty)", true),
        ("=ISBLANK(\"\")", false),
        ("=ISBLANK(0)", false),
        ("=ISBLANK(broken)", false),
        ("=ISERROR(1)", false),
        ("=ISERROR(1/0)", true),
    ] {
        is_exactly(&[(formula, Flag(expected))]);
    }
}

// Values to 30 digits from Python's decimal, shortened.
#[test]
fn powers_logarithms_and_signs() {
    comes_to(&[
        ("=ABS(-3.5)", 3.5),
        ("=SIGN(-3)", -1.0),
        ("=SIGN(0)", 0.0),
        ("=SIGN(1e-300)", 1.0),
        ("=SQRT(16)", 4.0),
        ("=SQRT(0)", 0.0),
        ("=EXP(2)", 7.389_056_098_930_650),
        ("=EXP(0)", 1.0),
        ("=LN(86)", 4.454_347_296_253_507),
        ("=LN(EXP(1))", 1.0),
        ("=LOG(1000)", 3.0),
        ("=LOG(8, 2)", 3.0),
        ("=LOG(86, EXP(1))", 4.454_347_296_253_507),
        ("=LOG10(0.01)", -2.0),
        ("=POWER(5, 2)", 25.0),
        ("=POWER(4, 0.5)", 2.0),
        ("=POWER(9, 0)", 1.0),
        ("=(-8)^(1/3)", -2.0),
        ("=(-32)^0.2", -2.0),
        ("=(-8)^(-1/3)", -0.5),
        ("=(-2)^3", -8.0),
        ("=(-2)^-2", 0.25),
        ("=0^2", 0.0),
        ("=PI()", 3.141_592_653_589_793),
    ]);
    is_exactly(&[("=LOG(1000)", number(3.0)), ("=10^3", number(1000.0))]);
    fails(&[
        ("=SQRT(-1)", "the square root of a negative number"),
        ("=LN(0)", "the logarithm of a number that is not above 0"),
        ("=LOG(-1)", "the logarithm of a number that is not above 0"),
        ("=LOG10(0)", "the logarithm of a number that is not above 0"),
        ("=LOG(5, 0)", "the logarithm of a number that is not above 0"),
        ("=LOG(5, 1)", "a division by zero"),
        ("=0^0", "0 to the power of 0"),
        ("=POWER(0, 0)", "0 to the power of 0"),
        ("=0^-1", "a division by zero"),
        ("=(-2)^0.5", "a negative number to the power of a fraction"),
        ("=(-2)^1.5", "a negative number to the power of a fraction"),
        ("=1/0", "a division by zero"),
        ("=0/0", "a division by zero"),
        ("=1/empty", "a division by zero"),
        ("=1e308*10", "a number too large"),
        ("=1e308+1e308", "a number too large"),
        ("=-1e308-1e308", "a number too large"),
        ("=10^309", "a number too large"),
        ("=EXP(710)", "a number too large"),
        ("=1/1e-309", "a number too large"),
    ]);
}
