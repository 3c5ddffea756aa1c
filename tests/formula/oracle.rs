//! Another opinion: IronCalc, a spreadsheet that has nothing in common with this code, on random formulas over the same
//! cells.
//!
//! Where the two are known to differ, and why, is in [`what_differs`]; the random formulas keep clear of it.

use ironcalc_base::Model;
use ironcalc_base::cell::CellValue;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngSeed, TestRunner};
use weighbridge::formula::{Formula, Scalar, functions};

/// What stands in A1 to A7.
fn cells() -> Vec<(&'static str, Scalar)> {
    vec![
        ("3", Scalar::Number(3.0)),
        ("-1.5", Scalar::Number(-1.5)),
        ("0.1", Scalar::Number(0.1)),
        ("12", Scalar::Number(12.0)),
        ("Word", Scalar::Text("Word".into())),
        ("TRUE", Scalar::Flag(true)),
        ("", Scalar::Blank),
    ]
}

fn ours(text: &str) -> Result<Scalar, String> {
    let formula = Formula::parse(text, &|_| false).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
    formula.evaluate(&mut |index| {
        let all: Vec<Scalar> = cells().into_iter().map(|(_, value)| value).collect();
        Ok(match formula.references()[index].name.as_str() {
            "cells.*" => all,
            "numbers.*" => all[..4].to_vec(),
            name => vec![all[name[1..].parse::<usize>().unwrap() - 1].clone()],
        })
    })
}

/// What IronCalc makes of the same formulas.
fn theirs(texts: &[String]) -> Vec<CellValue> {
    let mut model = Model::new_empty("oracle", "en", "UTC", "en").unwrap();
    for (row, (text, _)) in (1..).zip(cells()) {
        model.set_user_input(0, row, 1, text.to_owned()).unwrap();
    }
    for (row, text) in (1..).zip(texts) {
        let text = text.replace("cells.*", "$A$1:$A$7").replace("numbers.*", "$A$1:$A$4");
        model.set_user_input(0, row, 3, text).unwrap();
    }
    model.evaluate();
    (1..).zip(texts).map(|(row, _)| model.get_cell_value_by_index(0, row, 3).unwrap()).collect()
}

fn agree(ours: &Result<Scalar, String>, theirs: &CellValue) -> bool {
    match (ours, theirs) {
        (Ok(Scalar::Number(a)), CellValue::Number(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-3),
        (Ok(Scalar::Blank), CellValue::Number(b)) => *b == 0.0,
        (Ok(Scalar::Text(a)), CellValue::String(b)) => a == b,
        (Ok(Scalar::Flag(a)), CellValue::Boolean(b)) => a == b,
        (Err(_), CellValue::String(b)) => b.starts_with('#'),
        _ => false,
    }
}

/// Draws formulas and shows the shortest of those on which the two differ.
fn compare(strategy: impl Strategy<Value = String>, count: usize) {
    let config = Config { rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let mut draw = || format!("={}", strategy.new_tree(&mut runner).unwrap().current());
    let texts: Vec<String> = std::iter::repeat_with(&mut draw).take(count).collect();
    let mut apart: Vec<String> = (texts.iter().zip(theirs(&texts)))
        .map(|(text, theirs)| (text, ours(text), theirs))
        .filter(|(_, ours, theirs)| !agree(ours, theirs))
        .map(|(text, ours, theirs)| format!("{text}: {ours:?}, IronCalc {theirs:?}"))
        .collect();
    apart.sort_by_key(String::len);
    let few = apart.iter().take(60).map(String::as_str).collect::<Vec<_>>().join("\n");
    assert!(apart.is_empty(), "{} of {count} differ:\n{few}", apart.len());
}

fn leaf() -> impl Strategy<Value = String> {
    prop_oneof![
        (0..20_i32).prop_map(|n| n.to_string()),
        (0..2000_i32).prop_map(|n| format!("{}", f64::from(n) / 100.0)),
        (1..100_i32).prop_map(|n| format!("{n}%")),
        (1..8_usize).prop_map(|n| format!("A{n}")),
        prop::sample::select(vec!["TRUE", "FALSE", "\"7\"", "\"a\"", "1e3", "2.5E-1", "PI()"]).prop_map(String::from),
    ]
}

/// A number whatever else it is. See [`what_differs`].
fn number(text: &str) -> String {
    format!("IFERROR(({text})+0, 0)")
}

/// Values, some of them of functions whose values are of functions.
fn expression() -> impl Strategy<Value = String> {
    leaf().prop_recursive(3, 24, 4, |inner| {
        let one = prop::sample::select(vec![
            "ABS", "SIGN", "INT", "SQRT", "LN", "LOG10", "LOG", "NOT", "ISNUMBER", "ISERROR", "ISBLANK", "TRUNC", "-", "", "+",
            "--",
        ]);
        let two = prop::sample::select(vec![
            "ROUND", "ROUNDUP", "ROUNDDOWN", "TRUNC", "CEILING", "FLOOR", "POWER", "LOG", "IFERROR", "SUM", "MAX", "CHOOSE", "IF",
            "PRODUCT", "AVERAGE",
        ]);
        let numeric = prop::sample::select(vec!["MROUND", "QUOTIENT", "AND", "OR", "XOR", "COUNT", "COUNTA"]);
        let many = prop::sample::select(vec!["SUM", "AVERAGE", "MIN", "MAX", "MEDIAN", "PRODUCT", "GEOMEAN"]);
        let number_list = prop::sample::select(vec!["SUMSQ", "AND", "OR", "XOR", "COUNT", "COUNTA", "STDEV"]);
        let lone = prop::sample::select(vec!["SUMSQ", "AND", "OR", "XOR", "COUNT", "COUNTA", "STDEV"]);
        let listed = prop::sample::select(vec!["cells.*", "numbers.*"]);
        let operator = prop::sample::select(vec![
            "+", "-", "*", "/", "^", "=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "/",
        ]);
        prop_oneof![
            3 => (one, inner.clone()).prop_map(|(f, a)| format!("{f}({a})")),
            3 => (two, inner.clone(), inner.clone()).prop_map(|(f, a, b)| format!("{f}({a}, {b})")),
            2 => (numeric, inner.clone(), inner.clone()).prop_map(|(f, a, b)| format!("{f}({}, {})", number(&a), number(&b))),
            1 => inner.clone().prop_map(|a| format!("EXP(MIN(20, {}))", number(&a))),
            1 => (inner.clone(), inner.clone())
                .prop_map(|(a, b)| format!("(ROUND({}, 4)&MIN(ROUND({}, 4), 1e6))", number(&a), number(&b))),
            1 => (number_list, listed.clone(), inner.clone()).prop_map(|(f, l, a)| format!("{f}({}, {l})", number(&a))),
            5 => (operator, inner.clone(), inner.clone()).prop_map(|(o, a, b)| format!("{a}{o}{b}")),
            2 => (inner.clone(), -3..4_i32).prop_map(|(a, digits)| format!("ROUND({a}, {digits})")),
            2 => (lone, listed.clone()).prop_map(|(f, l)| format!("{f}({l})")),
            2 => (many.clone(), listed.clone()).prop_map(|(f, l)| format!("{f}({l})")),
            1 => (many, listed.clone(), inner.clone()).prop_map(|(f, l, a)| format!("{f}({a}, {l})")),
            1 => (prop::sample::select(vec!["LARGE", "SMALL"]), listed.clone(), 0..6_i32)
                .prop_map(|(f, l, k)| format!("{f}({l}, {k})")),
            1 => (listed.clone(), listed).prop_map(|(a, b)| format!("SUMPRODUCT({a}, {b})")),
            2 => (inner.clone(), inner.clone(), inner.clone()).prop_map(|(a, b, c)| format!("IF({a}, {b}, {c})")),
            1 => (inner.clone(), inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c, d)| format!("SWITCH({a}, {b}, {c}, {d})")),
            1 => (inner.clone(), inner.clone(), inner.clone(), inner.clone())
                .prop_map(|(a, b, c, d)| format!("IFS({a}, {b}, {c}, {d})")),
            1 => (-50..50_i32, 1..12_i32).prop_map(|(a, b)| format!("MOD({a}, {b})")),
            1 => (-50..50_i32, 1..12_i32).prop_map(|(a, b)| format!("MOD({a}, -{b})")),
        ]
    })
}

/// Loans, with rates and terms that people have.
fn loan() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec!["PMT", "PV", "FV", "NPER"]);
    (name, 0..30_i32, 1..60_i32, -5000..5000_i32, -5000..5000_i32, 0..2_i32).prop_flat_map(
        |(name, rate, periods, third, fourth, kind)| {
            let second = if name == "NPER" { -periods * 17 } else { periods };
            prop::sample::select(vec![
                format!("{name}({rate}%/12, {second}, {third})"),
                format!("{name}({rate}%, {second}, {third}, {fourth})"),
                format!("{name}({rate}%, {second}, {third}, {fourth}, {kind})"),
                format!("NPV({rate}%, {third}, {fourth}, numbers.*)"),
            ])
        },
    )
}

#[test]
fn random_formulas_come_to_the_same() {
    compare(expression(), 20_000);
}

#[test]
fn loans_come_to_the_same() {
    compare(loan(), 2_000);
}

/// The known differences. Where IronCalc is nearer to Excel, the reason says why we are not.
#[test]
fn what_differs() {
    for (text, here, there) in [
        // Excel makes fifteen digits of a number in a text; IronCalc sixteen.
        ("=PI()&\"\"", "Text(\"3.14159265358979\")", "String(\"3.141592653589793\")"),
        // IronCalc lets an infinite number pass as long as no cell shows it. Excel does not.
        ("=ISERROR(EXP(1000))", "Flag(true)", "Boolean(false)"),
        // Excel looks at all conditions; IronCalc stops at the first that decides.
        ("=ISERROR(OR(TRUE, 1/0))", "Flag(true)", "Boolean(false)"),
        // Excel takes a typed text for a condition and fails; IronCalc passes over it.
        ("=ISERROR(AND(TRUE, \"a\"))", "Flag(true)", "Boolean(false)"),
        // Excel adds what is typed whatever it is; IronCalc does in SUM, not in SUMSQ.
        ("=SUMSQ(TRUE, \"7\")", "Number(50.0)", "Number(0.0)"),
        ("=ROUND(STDEV(1, 2, TRUE), 3)", "Number(0.577)", "Number(0.707)"),
        // Excel's COUNT passes over faults and its COUNTA counts them. Here they are faults: who counts the prices of a plan
        // wants to know that one cannot be had.
        ("=ISERROR(COUNT(1, 1/0))", "Flag(true)", "Boolean(false)"),
        ("=ISERROR(COUNTA(1, 1/0))", "Flag(true)", "Boolean(false)"),
        // In Excel these two alone refuse flags. Here all functions treat them alike.
        ("=ISERROR(MROUND(TRUE, 1))", "Flag(false)", "Boolean(true)"),
        ("=ISERROR(QUOTIENT(TRUE, 1))", "Flag(false)", "Boolean(true)"),
        // Excel leaves nearly the divisor, though FLOOR and CEILING know that 0.3 is three times 0.1. Here all three do.
        ("=ROUND(MOD(0.3, 0.1), 6)", "Number(0.0)", "Number(0.1)"),
        // Excel counts a value that is left out as 0; IronCalc passes over it.
        ("=COUNT(1,,2)", "Number(3.0)", "Number(2.0)"),
        // As Excel writes them.
        ("=1.5e21&\"\"", "Text(\"1.5E+21\")", "String(\"1500000000000000000000\")"),
        // Fifteen digits are fifteen digits however small the number is; IronCalc looks at the difference.
        ("=1e-300=2e-300", "Flag(false)", "Boolean(true)"),
        // Nobody needs it.
        ("=ISERROR(ROUNDUP(5, -400))", "Flag(false)", "Boolean(true)"),
    ] {
        assert_eq!(format!("{:?}", ours(text).unwrap()), here, "{text}");
        assert_eq!(format!("{:?}", theirs(&[text.to_owned()])[0]), there, "{text} in IronCalc");
    }
}

#[test]
fn every_function_is_compared() {
    // By name, in a strategy above.
    let source = include_str!("oracle.rs").split("fn what_differs").next().unwrap();
    let named = |name: &str| source.contains(&format!("\"{name}\"")) || source.contains(&format!("{name}("));
    let missing: Vec<&str> = functions().iter().map(|function| function.name).filter(|name| !named(name)).collect();
    assert_eq!(missing, [] as [&str; 0]);
}
