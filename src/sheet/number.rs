//! Numbers as people type them, and as cells show them. Nothing here loses a bit: the text that
//! editing shows parses back to the same number.

use crate::formula::quoted;
use crate::model::Style;
use crate::model::amount::{currency_sign, number};

/// Reads `1,200`, `$1,200`, `1200 USD`, `(500)`, `12%`, `1.5k`, `2M`, `1e6`, `.25`. A percent cell takes `15` as 15 %.
///
/// # Errors
/// A sentence, without its final stop, that says what is wrong.
pub fn parse(text: &str, style: Style, currency: &str) -> Result<f64, String> {
    let mut rest = plain_spaces(text.trim());
    let shown = &quoted(text.trim());
    let mut negative = false;
    if let Some(inner) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
        negative = true;
        rest = inner.trim().to_owned();
    }
    let mut rest = rest.as_str();
    // Brackets are a sign of their own: `(-500)` could mean either.
    let mut signs = u8::from(negative);
    let mut money = false;
    loop {
        if let Some(after) = rest.strip_prefix(['-', '−', '+']) {
            negative ^= !rest.starts_with('+');
            signs += 1;
            rest = after.trim_start();
        } else if let Some(after) = strip_currency(rest, currency, shown)? {
            money = true;
            rest = after;
        } else {
            break;
        }
    }
    if signs > 1 {
        return Err(format!("“{shown}” has more than one sign"));
    }
    let end = rest.find(|c: char| !(c.is_ascii_digit() || ".,".contains(c))).unwrap_or(rest.len());
    let (mut digits, mut unit) = rest.split_at(end);
    if let Some((mantissa_and_exponent, after)) = split_exponent(rest, end) {
        (digits, unit) = (mantissa_and_exponent, after);
    }
    let unit = unit.trim();
    let shift = match unit_of(unit, currency) {
        Some(Suffix::Times(power)) => power,
        Some(Suffix::Percent) if style == Style::Money => return Err("this is an amount of money, not a share".into()),
        Some(Suffix::Percent) => -2,
        Some(Suffix::Money) => {
            money = true;
            0
        }
        Some(Suffix::None) if style == Style::Percent => -2,
        Some(Suffix::None) => 0,
        None => return Err(explain(shown, digits, unit, currency)),
    };
    if money && style != Style::Money {
        return Err(format!("“{shown}” is an amount of money; this cell is not"));
    }
    let value = decimal(digits, shift).ok_or_else(|| explain(shown, digits, "", currency))?;
    if !value.is_finite() {
        return Err(format!("“{shown}” is too large"));
    }
    Ok(if negative && value != 0.0 { -value } else { value })
}

enum Suffix {
    None,
    Percent,
    Times(i32),
    Money,
}

fn unit_of(unit: &str, currency: &str) -> Option<Suffix> {
    Some(match unit {
        "" => Suffix::None,
        "%" => Suffix::Percent,
        "k" | "K" => Suffix::Times(3),
        "M" => Suffix::Times(6),
        "G" => Suffix::Times(9),
        _ if is_currency(unit, currency) => Suffix::Money,
        _ => return None,
    })
}

fn is_currency(text: &str, currency: &str) -> bool {
    !text.is_empty() && (text.eq_ignore_ascii_case(currency) || text == currency_sign(currency).trim())
}

/// Takes the plan's currency off the front; refuses another one.
fn strip_currency<'a>(text: &'a str, currency: &str, shown: &str) -> Result<Option<&'a str>, String> {
    let end = text.find(|c: char| c.is_ascii_digit() || ".,-−+( ".contains(c)).unwrap_or(text.len());
    let (sign, after) = text.split_at(end);
    if sign.is_empty() {
        return Ok(None);
    }
    if is_currency(sign, currency) {
        return Ok(Some(after.trim_start()));
    }
    match sign {
        "$" | "€" | "£" | "¥" => Err(format!("“{shown}” is in {sign}; this plan counts in {currency}")),
        _ => Err(format!("“{shown}” is not a number")),
    }
}

/// Splits `1.5e6 USD` behind the exponent.
fn split_exponent(rest: &str, end: usize) -> Option<(&str, &str)> {
    let after = rest.get(end..)?.strip_prefix(['e', 'E'])?;
    let unsigned = after.strip_prefix(['-', '+']).unwrap_or(after);
    let digits = unsigned.bytes().take_while(u8::is_ascii_digit).count();
    let length = end + 1 + (after.len() - unsigned.len()) + digits;
    (digits > 0 && end > 0).then(|| rest.split_at(length))
}

/// Digits with optional thousands commas, point and exponent, times a power of ten; rounded only once.
fn decimal(text: &str, shift: i32) -> Option<f64> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.is_empty() && fraction.is_empty() || fraction.contains([',', '.']) {
        return None;
    }
    if whole.contains(',') {
        let mut groups = whole.split(',');
        let first = groups.next()?;
        if !(1..=3).contains(&first.len()) || groups.any(|group| group.len() != 3) {
            return None;
        }
    }
    format!("{}.{fraction}e{}", format!("0{whole}").replace(',', ""), exponent.checked_add(shift)?).parse().ok()
}

/// Spaces that part thousands or keep a unit at its number, as plain ones.
pub(super) fn plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ")
}

fn explain(shown: &str, digits: &str, unit: &str, currency: &str) -> String {
    if shown.is_empty() {
        return "a number is missing".into();
    }
    if digits.is_empty() {
        return format!("“{shown}” is not a number");
    }
    if unit.starts_with(|c: char| c.is_ascii_digit()) {
        return format!("“{shown}” is more than one number");
    }
    if ["€", "£", "¥", "$"].contains(&unit) || (unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase())) {
        return format!("“{shown}” is in {unit}; this plan counts in {currency}");
    }
    if !unit.is_empty() {
        return format!("“{}” behind the number in “{shown}” means nothing here", quoted(unit));
    }
    if digits.contains(',') {
        return format!("the commas in “{shown}” do not part thousands; decimals take a point");
    }
    format!("“{shown}” is not a number")
}

/// The number as editing shows it: all digits, per cent in percent cells, no separators.
pub fn edit_text(x: f64, style: Style) -> String {
    match style {
        Style::Percent => format!("{}%", shifted(x, 2)),
        Style::Plain | Style::Money => x.to_string(),
    }
}

/// The number as a cell shows it: thousands parted, six figures.
pub fn show(x: f64, style: Style) -> String {
    match style {
        Style::Percent => format!("{}\u{a0}%", rounded(x * 100.0)),
        Style::Plain | Style::Money => rounded(x),
    }
}

fn rounded(x: f64) -> String {
    // Six decimals would show a small price as zero.
    if x != 0.0 && x.abs() < 1e-3 {
        return x.to_string().replacen('-', "−", 1);
    }
    let whole_digits = if x.abs() < 1.0 { 0 } else { x.abs().log10() as usize + 1 };
    let text = number(x, 6_usize.saturating_sub(whole_digits));
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// `x` times a power of ten, moved in its decimal digits so that nothing is rounded.
fn shifted(x: f64, power: i32) -> String {
    if x == 0.0 {
        return "0".into();
    }
    let scientific = format!("{x:e}");
    let Some((mantissa, exponent)) = scientific.split_once('e') else { return scientific };
    let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let digits = mantissa.replace('.', "");
    let point = exponent.parse::<i32>().unwrap_or(0) + power + 1;
    let text = if point <= 0 {
        format!("0.{}{digits}", "0".repeat(point.unsigned_abs() as usize))
    } else if digits.len() <= point as usize {
        format!("{digits}{}", "0".repeat(point as usize - digits.len()))
    } else {
        let (whole, fraction) = digits.split_at(point as usize);
        format!("{whole}.{fraction}")
    };
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    format!("{sign}{text}")
}
