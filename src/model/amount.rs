//! How amounts are rounded and written for people.

/// A whole number or decimals with thousands separators: `-1,234.5`.
pub fn number(x: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", x.abs());
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, f)| (whole, Some(f)));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    // A minus sign before zero would be a claim about what was rounded away.
    let is_zero = text.bytes().all(|b| matches!(b, b'0' | b'.'));
    let sign = if x < 0.0 && !is_zero { "−" } else { "" };
    match fraction {
        Some(fraction) => format!("{sign}{grouped}.{fraction}"),
        None => format!("{sign}{grouped}"),
    }
}

/// The sign of a currency, or its label with a space.
pub fn currency_sign(currency: &str) -> String {
    match currency {
        "USD" | "$" => "$".into(),
        "EUR" | "€" => "€".into(),
        "GBP" | "£" => "£".into(),
        "" => String::new(),
        other => format!("{other}\u{a0}"),
    }
}

fn with_sign(negative: bool, currency: &str, digits: &str) -> String {
    format!("{}{}{digits}", if negative { "−" } else { "" }, currency_sign(currency))
}

/// An amount rounded to three figures: `$6.33 M`, `$412 k`, `$980`.
pub fn money(amount: f64, currency: &str) -> String {
    let size = amount.abs();
    // Rounding up to the next unit belongs to that unit: 999,950 is $1.00 M, not $1000 k.
    let (divisor, unit) = match size {
        s if s >= 999.5e6 => (1e9, "\u{a0}G"),
        s if s >= 999.5e3 => (1e6, "\u{a0}M"),
        s if s >= 9_999.5 => (1e3, "\u{a0}k"),
        _ => (1.0, ""),
    };
    let scaled = size / divisor;
    let decimals = match scaled {
        _ if divisor == 1.0 => 0,
        s if s >= 99.95 => 0,
        s if s >= 9.995 => 1,
        _ => 2,
    };
    with_sign(amount <= -0.5, currency, &format!("{}{unit}", number(scaled, decimals)))
}

/// An amount to the cent: `$6,331,204.17`.
pub fn money_exact(amount: f64, currency: &str) -> String {
    with_sign(amount <= -0.005, currency, &number(amount.abs(), 2))
}

/// A share in per cent with one decimal below ten: `6.2 %`, `58 %`.
pub fn percent(share: f64) -> String {
    let decimals = if (share * 100.0).abs() < 9.95 { 1 } else { 0 };
    format!("{}\u{a0}%", number(share * 100.0, decimals))
}
