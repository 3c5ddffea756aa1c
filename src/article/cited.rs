//! Lines of the article, as texts name them.

/// `line 71`, or `lines 37, 75` and `lines 45–47` where there are several; nothing for none.
pub fn cited(lines: &str) -> String {
    match lines {
        "" => String::new(),
        one if one.bytes().all(|b| b.is_ascii_digit()) => format!("line {one}"),
        several => format!("lines {several}"),
    }
}
