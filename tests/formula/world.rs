//! A few cells to refer to, and short ways to ask what a formula comes to.

use weighbridge::formula::{Formula, Scalar};

pub fn number(number: f64) -> Scalar {
    Scalar::Number(number)
}

pub fn text(text: &str) -> Scalar {
    Scalar::Text(text.into())
}

/// The values of a name.
fn cells(name: &str) -> Option<Result<Vec<Scalar>, String>> {
    Some(Ok(match name {
        "salary" => vec![number(100.0)],
        "team.size" => vec![number(5.0)],
        "go-net-http.overhead_ms" => vec![number(2.5)],
        "tiers.0.share" => vec![number(0.25)],
        "word" => vec![text("Go")],
        "digits" => vec![text("7")],
        "yes" => vec![Scalar::Flag(true)],
        "empty" => vec![Scalar::Blank],
        "weights.*" => vec![number(3.0), number(5.0), number(4.0)],
        "prices.*" => vec![number(10.0), number(20.0), number(30.0)],
        "pair.*" => vec![number(1.0), number(2.0)],
        "mixed.*" => vec![number(1.0), text("7"), Scalar::Flag(true), Scalar::Blank, number(2.0)],
        "flags.*" => vec![Scalar::Flag(true), Scalar::Flag(false), text("x"), Scalar::Blank],
        "one.*" => vec![number(9.0)],
        "none.*" => vec![],
        "words.*" => vec![text("a"), text("b")],
        "broken" => return Some(Err("it depends on itself".into())),
        _ => return None,
    }))
}

pub fn is_known(name: &str) -> bool {
    cells(name).is_some()
}

pub fn parse(text: &str) -> Formula {
    Formula::parse(text, &is_known).unwrap_or_else(|fault| panic!("{text}: {} at {}", fault.message, fault.at))
}

pub fn value(text: &str) -> Result<Scalar, String> {
    let formula = parse(text);
    formula.evaluate(&mut |index| {
        let name = &formula.references()[index].name;
        cells(name).unwrap_or_else(|| panic!("{text} asks for {name}"))
    })
}

/// The same but for the last few of fifteen digits.
pub fn is_close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0)
}

/// Checks numbers but for the last digits.
pub fn comes_to(cases: &[(&str, f64)]) {
    for (formula, expected) in cases {
        match value(formula) {
            Ok(Scalar::Number(found)) => {
                assert!(is_close(found, *expected), "{formula}: {found}, not {expected}");
            }
            other => panic!("{formula}: {other:?}, not {expected}"),
        }
    }
}

/// Checks values to the last bit.
pub fn is_exactly(cases: &[(&str, Scalar)]) {
    for (formula, expected) in cases {
        assert_eq!(value(formula).as_ref(), Ok(expected), "{formula}");
    }
}

/// Checks sentences.
pub fn fails(cases: &[(&str, &str)]) {
    for (formula, sentence) in cases {
        assert_eq!(value(formula), Err((*sentence).to_owned()), "{formula}");
    }
}
