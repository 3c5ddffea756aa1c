//! Rounding: Excel's own examples, and what binary makes of decimals.

use crate::world::{comes_to, fails, is_exactly, number};

#[test]
fn to_decimals() {
    for (formula, expected) in [
        ("=ROUND(2.15, 1)", 2.2),
        ("=ROUND(2.149, 1)", 2.1),
        ("=ROUND(-1.475, 2)", -1.48),
        ("=ROUND(21.5, -1)", 20.0),
        ("=ROUND(626.3, -3)", 1000.0),
        ("=ROUND(1.98, -1)", 0.0),
        ("=ROUND(-50.55, -2)", -100.0),
        ("=ROUND(2.5)", 3.0),
        ("=ROUND(-2.5)", -3.0),
        ("=ROUND(0.5, 0)", 1.0),
        ("=ROUND(2.5,)", 3.0),
        ("=ROUND(1234.567, 1.9)", 1234.6),
        // A little less than they look in binary, and rounded as they look.
        ("=ROUND(2.675, 2)", 2.68),
        ("=ROUND(1.005, 2)", 1.01),
        ("=ROUND(0.285, 2)", 0.29),
        ("=ROUND(8.325, 2)", 8.33),
        ("=ROUND(1.1*1.15, 3)", 1.265),
        // And what is really less is not.
        ("=ROUND(2.674999, 2)", 2.67),
        ("=ROUND(0.49999999999, 0)", 0.0),
        ("=ROUND(2.4999999999, 0)", 2.0),
        ("=ROUNDUP(3.2, 0)", 4.0),
        ("=ROUNDUP(76.9, 0)", 77.0),
        ("=ROUNDUP(3.14159, 3)", 3.142),
        ("=ROUNDUP(-3.14159, 1)", -3.2),
        ("=ROUNDUP(31415.92654, -2)", 31500.0),
        ("=ROUNDUP(1.1, 1)", 1.1),
        ("=ROUNDUP(4.35, 2)", 4.35),
        ("=ROUNDDOWN(3.2, 0)", 3.0),
        ("=ROUNDDOWN(76.9)", 76.0),
        ("=ROUNDDOWN(3.14159, 3)", 3.141),
        ("=ROUNDDOWN(-3.14159, 1)", -3.1),
        ("=ROUNDDOWN(31415.92654, -2)", 31400.0),
        ("=ROUNDDOWN(1.15, 2)", 1.15),
        ("=ROUNDDOWN(2.3, 1)", 2.3),
        ("=TRUNC(8.9)", 8.0),
        ("=TRUNC(-8.9)", -8.0),
        ("=TRUNC(0.45)", 0.0),
        ("=TRUNC(1234.567, 2)", 1234.56),
        ("=TRUNC(4.35, 2)", 4.35),
        ("=INT(8.9)", 8.0),
        ("=INT(-8.9)", -9.0),
        ("=INT(-8)", -8.0),
    ] {
        is_exactly(&[(formula, number(expected))]);
    }
}

#[test]
fn far_from_the_point_nothing_is_lost() {
    is_exactly(&[
        ("=ROUND(0.1, 300)", number(0.1)),
        ("=ROUND(1e300, 2)", number(1e300)),
        ("=ROUND(123456789012345678, 2)", number(123_456_789_012_345_678.0)),
        ("=ROUND(1234567890123456.75, 0)", number(1_234_567_890_123_457.0)),
        ("=ROUND(1.2345e-25, 27)", number(1.23e-25)),
        ("=ROUND(5, -400)", number(0.0)),
        ("=ROUND(1e308, -308)", number(1e308)),
        ("=ROUNDUP(0, -400)", number(0.0)),
    ]);
    fails(&[("=ROUNDUP(5, -309)", "a number too large")]);
}

#[test]
fn to_multiples() {
    for (formula, expected) in [
        ("=CEILING(2.5, 1)", 3.0),
        ("=CEILING(-2.5, -2)", -4.0),
        ("=CEILING(-2.5, 2)", -2.0),
        ("=CEILING(1.5, 0.1)", 1.5),
        ("=CEILING(0.234, 0.01)", 0.24),
        ("=CEILING(2.1)", 3.0),
        ("=CEILING(-2.1)", -2.0),
        ("=CEILING(5, 0)", 0.0),
        ("=CEILING(0, 3)", 0.0),
        ("=CEILING(0.3, 0.1)", 0.3),
        ("=CEILING(4.1, 0.1)", 4.1),
        ("=FLOOR(3.7, 2)", 2.0),
        ("=FLOOR(-2.5, -2)", -2.0),
        ("=FLOOR(-2.5, 2)", -4.0),
        ("=FLOOR(1.58, 0.1)", 1.5),
        ("=FLOOR(0.234, 0.01)", 0.23),
        ("=FLOOR(2.9)", 2.0),
        ("=FLOOR(-2.1)", -3.0),
        ("=FLOOR(0, 0)", 0.0),
        ("=FLOOR(0.3, 0.1)", 0.3),
        ("=FLOOR(2.3, 0.1)", 2.3),
        ("=MROUND(10, 3)", 9.0),
        ("=MROUND(-10, -3)", -9.0),
        ("=MROUND(1.3, 0.2)", 1.4),
        ("=MROUND(7.5, 5)", 10.0),
        ("=MROUND(6.05, 0.1)", 6.1),
        ("=MROUND(7, 0)", 0.0),
    ] {
        is_exactly(&[(formula, number(expected))]);
    }
    fails(&[
        ("=CEILING(2.5, -2)", "CEILING has no negative multiple above a positive number"),
        ("=FLOOR(2.5, -2)", "FLOOR has no negative multiple for a positive number"),
        ("=FLOOR(2.5, 0)", "a division by zero"),
        ("=MROUND(5, -2)", "MROUND needs a number and a multiple of the same sign"),
    ]);
}

#[test]
fn divisions() {
    comes_to(&[
        ("=MOD(3, 2)", 1.0),
        ("=MOD(-3, 2)", 1.0),
        ("=MOD(3, -2)", -1.0),
        ("=MOD(-3, -2)", -1.0),
        ("=MOD(6, 3)", 0.0),
        ("=MOD(-6, 3)", 0.0),
        ("=MOD(5.5, 2)", 1.5),
        ("=MOD(1, 0.1)", 0.0),
        ("=MOD(5.2, 0.1)", 0.0),
        ("=MOD(1.25, 0.5)", 0.25),
        ("=MOD(1e17, 3)", 1.0), // its digits add up to 1
        ("=MOD(0.3, 0.1)", 0.0),
        ("=QUOTIENT(5, 2)", 2.0),
        ("=QUOTIENT(4.5, 3.1)", 1.0),
        ("=QUOTIENT(-10, 3)", -3.0),
        ("=QUOTIENT(0.3, 0.1)", 3.0),
    ]);
    fails(&[("=MOD(3, 0)", "a division by zero"), ("=QUOTIENT(3, 0)", "a division by zero")]);
}
