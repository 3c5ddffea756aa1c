//! Bytes as letters that need no escaping in an address: base64url without padding (RFC 4648). The usual crate would be
//! four kilobytes of download.

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Three bytes become four letters; what is left at the end, one letter more than it has bytes.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let word = (0..3).fold(0, |word, at| word << 8 | u32::from(three.get(at).copied().unwrap_or(0)));
        for place in 0..=three.len() {
            let letter = LETTERS.get((word >> (18 - 6 * place) & 63) as usize);
            text.extend(letter.map(|letter| char::from(*letter)));
        }
    }
    text
}

/// The bytes; none where a letter is another one, or where so many letters and such a last one never come about.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for four in text.as_bytes().chunks(4) {
        let mut word = 0;
        for place in 0..4 {
            let value = match four.get(place) {
                Some(letter) => LETTERS.iter().position(|known| known == letter)?,
                None => 0,
            };
            word = word << 6 | value as u32;
        }
        let (count, [_, three @ ..]) = (four.len() - 1, word.to_be_bytes());
        if count == 0 || three.iter().skip(count).any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend(three.iter().take(count));
    }
    Some(bytes)
}
