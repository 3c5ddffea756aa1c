//! How wide text is about to be. Layout must not depend on a backend, so that the page can ask where a month is.

/// A size and weight of the one typeface.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Font {
    /// In CSS pixels.
    pub size: f64,
    /// Bold or regular.
    pub bold: bool,
}

/// Ticks, keys and notes.
pub const SMALL: Font = Font { size: 12.0, bold: false };
/// Names.
pub const BODY: Font = Font { size: 13.0, bold: false };
/// The numbers a picture is about.
pub const STRONG: Font = Font { size: 13.0, bold: true };

/// A generous estimate of the width of a text, in CSS pixels.
pub fn width(text: &str, font: Font) -> f64 {
    let ems: f64 = text.chars().map(advance).sum();
    ems * font.size * if font.bold { 1.1 } else { 1.0 }
}

/// In parts of the size; those of DejaVu Sans, the widest face a system is likely to answer with.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' => 0.29,
        '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '\u{a0}' | '·' => 0.33,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.4,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.57,
        'm' | 'M' | 'W' | '%' | '@' | '…' | '—' => 0.98,
        'w' | '+' | '−' => 0.83,
        '0'..='9' | '$' | '€' | '£' => 0.64,
        'A'..='Z' => 0.71,
        c if c < '\u{2e80}' => 0.63,
        _ => 1.05,
    }
}

/// The text, or as much of its beginning as fits, with an ellipsis.
pub fn fit(text: &str, room: f64, width: impl Fn(&str) -> f64) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.pop().is_some() {
        let mut shorter = kept.iter().collect::<String>().trim_end().to_owned();
        shorter.push('…');
        if kept.is_empty() || width(&shorter) <= room {
            return shorter;
        }
    }
    String::new()
}

/// The text in one line, or in two at a space; none if that does not fit.
pub fn wrap(text: &str, room: f64, font: Font) -> Option<Vec<String>> {
    if width(text, font) <= room {
        return Some(vec![text.to_owned()]);
    }
    let splits =
        text.match_indices(' ').map(|(at, _)| (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or("")));
    let wider = |(a, b): (&str, &str)| width(a, font).max(width(b, font));
    let best = splits.min_by(|a, b| wider(*a).total_cmp(&wider(*b)))?;
    (wider(best) <= room).then(|| vec![best.0.to_owned(), best.1.to_owned()])
}

/// Sorts a short list by a number, equal ones in their order. The standard sort is 3 kB of wasm for each type.
pub(super) fn sort_by<T>(items: &mut [T], key: impl Fn(&T) -> f64) {
    for end in 1..items.len() {
        for at in (1..=end).rev() {
            match items.get(at - 1..=at) {
                Some([before, after]) if key(before) > key(after) => items.swap(at - 1, at),
                _ => break,
            }
        }
    }
}

/// `a, b and c`.
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
