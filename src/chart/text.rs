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
    ems * font.size * if font.bold { 1.06 } else { 1.0 }
}

fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '\u{a0}' => 0.32,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '·' => 0.41,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' | '—' => 0.93,
        '0'..='9' | '$' | '€' | '£' | '+' | '−' => 0.62,
        'A'..='Z' => 0.7,
        c if c.is_ascii() => 0.58,
        c if c < '\u{2e80}' => 0.65,
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
    let splits = text.match_indices(' ').map(|(at, _)| (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or("")));
    let wider = |(a, b): (&str, &str)| width(a, font).max(width(b, font));
    let best = splits.min_by(|a, b| wider(*a).total_cmp(&wider(*b)))?;
    (wider(best) <= room).then(|| vec![best.0.to_owned(), best.1.to_owned()])
}

/// `a, b and c`.
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
