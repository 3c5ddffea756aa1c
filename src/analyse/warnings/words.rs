//! Numbers as messages write them: few digits, and never a zero for what is only small.

use crate::model::amount::number;

/// A number with up to `decimals` decimals, as few as it needs.
pub fn rounded(x: f64, decimals: usize) -> String {
    // Beyond this, digits are noise.
    if x.abs() >= 1e15 {
        return format!("{x:.2e}");
    }
    let text = number(x, decimals);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A number with up to two decimals.
pub fn figure(x: f64) -> String {
    if x > 0.0 && x < 0.005 { "less than 0.01".into() } else { rounded(x, 2) }
}

/// A share in per cent.
pub fn share(x: f64) -> String {
    format!("{}\u{a0}%", figure(x * 100.0))
}

/// Whole things: `1 instance`, `1,200 instances`.
pub fn count(n: f64, thing: &str) -> String {
    let ending = match n {
        1.0 => "",
        _ if thing.ends_with('s') => "es",
        _ => "s",
    };
    format!("{} {thing}{ending}", rounded(n, 0))
}
