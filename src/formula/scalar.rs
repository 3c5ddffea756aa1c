//! Single values, and what they are taken for.

use super::parse::Operator;
use super::quote::quoted;
use std::cmp::Ordering;

/// A single value.
#[derive(Debug, Clone, PartialEq)]
pub enum Scalar {
    /// A finite number.
    Number(f64),
    /// A text.
    Text(String),
    /// `TRUE` or `FALSE`.
    Flag(bool),
    /// What an empty cell holds: 0 among numbers, nothing among texts, `FALSE` among conditions.
    Blank,
}

/// As Excel: a longer text is a fault. It also bounds what a chain of cells can double.
const LONGEST_TEXT: usize = 32_767;

/// A number with fifteen significant digits, which is what Excel compares, rounds and shows: 0.1 + 0.2 is 0.3.
pub(super) fn fifteen(number: f64) -> f64 {
    format!("{number:.14e}").parse().unwrap_or(number)
}

/// A number that is in range, and never −0.
///
/// # Errors
/// When it is not finite.
pub(super) fn finite(number: f64) -> Result<f64, String> {
    if number.is_finite() { Ok(number + 0.0) } else { Err("a number too large".into()) }
}

impl Scalar {
    /// As an operand of arithmetic.
    ///
    /// # Errors
    /// When it is a text that does not look like a number.
    pub(super) fn number(&self) -> Result<f64, String> {
        match self {
            Self::Number(number) => finite(*number),
            Self::Flag(flag) => Ok(f64::from(u8::from(*flag))),
            Self::Blank => Ok(0.0),
            Self::Text(text) => match numeric(text) {
                Some(number) => Ok(number),
                None if text.is_empty() => Err("an empty text is not a number".into()),
                None => Err(format!("“{}” is not a number", quoted(text))),
            },
        }
    }

    /// As a part of a text: a number with fifteen digits, as Excel.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Number(number) => number_text(*number),
            Self::Text(text) => text.clone(),
            Self::Flag(true) => "TRUE".into(),
            Self::Flag(false) => "FALSE".into(),
            Self::Blank => String::new(),
        }
    }

    /// As a condition.
    ///
    /// # Errors
    /// When it is a text other than TRUE or FALSE.
    pub(super) fn flag(&self) -> Result<bool, String> {
        match self {
            Self::Flag(flag) => Ok(*flag),
            Self::Number(number) => Ok(*number != 0.0),
            Self::Blank => Ok(false),
            Self::Text(text) if text.eq_ignore_ascii_case("TRUE") => Ok(true),
            Self::Text(text) if text.eq_ignore_ascii_case("FALSE") => Ok(false),
            Self::Text(text) => Err(format!("“{}” is neither TRUE nor FALSE", quoted(text))),
        }
    }

    /// Numbers come before texts, texts before flags. An empty cell is whatever stands for nothing on the other side.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        let rank = |scalar: &Self| match scalar {
            Self::Number(_) | Self::Blank => 0,
            Self::Text(_) => 1,
            Self::Flag(_) => 2,
        };
        match (self, other) {
            (Self::Text(a), Self::Text(b)) => compare_texts(a, b),
            (Self::Text(a), Self::Blank) => compare_texts(a, ""),
            (Self::Blank, Self::Text(b)) => compare_texts("", b),
            (Self::Flag(a), Self::Flag(b)) => a.cmp(b),
            (Self::Flag(a), Self::Blank) => a.cmp(&false),
            (Self::Blank, Self::Flag(b)) => false.cmp(b),
            (Self::Number(_) | Self::Blank, Self::Number(_) | Self::Blank) => {
                let value = |scalar: &Self| if let Self::Number(number) = scalar { *number } else { 0.0 };
                let (a, b) = (value(self), value(other));
                // Most are too far apart for the digits to matter.
                let near = (a - b).abs() <= 1e-14 * a.abs();
                if near && fifteen(a) == fifteen(b) { Ordering::Equal } else { a.total_cmp(&b) }
            }
            _ => rank(self).cmp(&rank(other)),
        }
    }
}

/// Upper and lower case are the same, among the letters of English.
fn compare_texts(a: &str, b: &str) -> Ordering {
    let folded = |text: &str| text.to_ascii_lowercase();
    folded(a).cmp(&folded(b))
}

/// A text that is a number to Excel's operators, as far as we follow it: no dates, no currencies.
pub(super) fn numeric(text: &str) -> Option<f64> {
    let text = text.trim();
    let (digits, divisor) = match text.strip_suffix('%') {
        Some(share) => (share.trim_end(), 100.0),
        None => (text, 1.0),
    };
    // The standard library would also take `inf` and `nan`.
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || b".+-eE".contains(&b));
    let number: f64 = digits.parse().ok().filter(|_| plain)?;
    number.is_finite().then_some(number / divisor)
}

/// The texts Excel makes of very large and very small numbers have an exponent.
fn number_text(number: f64) -> String {
    let number = fifteen(number);
    let size = number.abs();
    if size >= 1e21 {
        format!("{number:E}").replace('E', "E+")
    } else if size < 1e-9 && size > 0.0 {
        format!("{number:E}")
    } else {
        format!("{number}")
    }
}

/// What an operator makes of two values.
pub(super) fn apply(operator: Operator, left: &Scalar, right: &Scalar) -> Result<Scalar, String> {
    let number = |code: fn(f64, f64) -> Result<f64, String>| {
        code(left.number()?, right.number()?).and_then(finite).map(Scalar::Number)
    };
    let compared = |holds: fn(Ordering) -> bool| Ok(Scalar::Flag(holds(left.compare(right))));
    match operator {
        Operator::Plus => number(|a, b| Ok(a + b)),
        Operator::Minus => number(|a, b| Ok(a - b)),
        Operator::Times => number(|a, b| Ok(a * b)),
        Operator::Divide => number(divide),
        Operator::Power => number(power),
        Operator::Join => join(left.text(), &right.text()),
        Operator::Equal => compared(Ordering::is_eq),
        Operator::Unequal => compared(Ordering::is_ne),
        Operator::Less => compared(Ordering::is_lt),
        Operator::AtMost => compared(Ordering::is_le),
        Operator::More => compared(Ordering::is_gt),
        Operator::AtLeast => compared(Ordering::is_ge),
    }
}

fn join(mut left: String, right: &str) -> Result<Scalar, String> {
    left.push_str(right);
    if left.len() > LONGEST_TEXT && left.chars().nth(LONGEST_TEXT).is_some() {
        return Err("a text too long".into());
    }
    Ok(Scalar::Text(left))
}

pub(super) fn divide(a: f64, b: f64) -> Result<f64, String> {
    if b == 0.0 { Err("a division by zero".into()) } else { Ok(a / b) }
}

pub(super) fn power(base: f64, exponent: f64) -> Result<f64, String> {
    if base == 0.0 && exponent == 0.0 {
        return Err("0 to the power of 0".into());
    }
    if base == 0.0 && exponent < 0.0 {
        return Err("a division by zero".into());
    }
    if base < 0.0 && exponent.fract() != 0.0 {
        // A third is only nearly one in binary: the cube root of −8 is −2, as in Excel.
        let root = fifteen(1.0 / exponent);
        if (root % 2.0).abs() == 1.0 {
            return Ok(-(-base).powf(exponent));
        }
        return Err("a negative number to the power of a fraction".into());
    }
    Ok(base.powf(exponent))
}
