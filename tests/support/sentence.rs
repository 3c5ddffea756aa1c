//! What is said to people.

/// What refuses says so in a sentence that can be read: on a screen at once, in one direction.
pub fn assert_sentence(message: &str) {
    assert!(message.ends_with('.') && !message.ends_with(".."), "ends in one stop: {message}");
    assert!(message.chars().count() < 500 && !message.contains(is_unseen), "{message:?}");
}

/// The same without its stop.
pub fn assert_phrase(message: &str) {
    assert!(!message.is_empty() && !message.ends_with('.'), "ends in no stop: {message}");
    assert!(message.chars().count() < 500 && !message.contains(is_unseen), "{message:?}");
}

/// Control characters, and marks that turn the direction of writing.
pub fn is_unseen(c: char) -> bool {
    c.is_control() || "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".contains(c)
}
