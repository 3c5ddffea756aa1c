//! Texts of others in sentences of ours.

/// So many characters say which text it was.
const MOST: usize = 40;

/// As much of a text as a sentence can quote: forty characters. What cannot be seen, or would turn the direction of the
/// sentence around it, comes as �.
pub fn quoted(text: &str) -> String {
    seen(text, MOST)
}

/// The same with another number of characters.
pub fn seen(text: &str, most: usize) -> String {
    let end = text.char_indices().nth(most).map(|(end, _)| end);
    let shown = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
    let mut seen: String = shown.chars().map(|c| if is_unseen(c) { '\u{fffd}' } else { c }).collect();
    if end.is_some() {
        seen.push('…');
    }
    seen
}

/// Control characters, and the marks that set or turn the direction of writing (Unicode's `Bidi_Control`).
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
