//! The markup of a page on the clipboard, before the browser reads it as a document.

/// The attribute in which a page that has gone through [`without_styles`] keeps what was its `style`.
pub const STYLE: &str = "data-style";

/// The page with its styles under other names: `<style>` as `<x-style>`, `style=` as [`STYLE`], `<base>` as `<x-base>`.
/// They mean nothing to a page that is never shown; but a browser holds them against the policy of the page that reads.
pub fn without_styles(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        rest = if let Some(comment) = tag.strip_prefix("<!--") {
            let end = comment.find("-->").map_or(tag.len(), |end| end + "<!---->".len());
            copy(tag, end, &mut out)
        } else {
            element(tag, &mut out)
        };
    }
    out.push_str(rest);
    out
}

/// Copies so many bytes, which end at a character; what comes after them.
fn copy<'a>(text: &'a str, bytes: usize, out: &mut String) -> &'a str {
    let (copied, rest) = text.split_at_checked(bytes).unwrap_or((text, ""));
    out.push_str(copied);
    rest
}

fn element<'a>(tag: &'a str, out: &mut String) -> &'a str {
    let name_at = if tag.starts_with("</") { 2 } else { 1 };
    let mut rest = copy(tag, name_at, out);
    if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return rest;
    }
    let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
    let length = rest.find(is_end).unwrap_or(rest.len());
    if ["style", "base"].iter().any(|name| rest.get(..length).is_some_and(|found| found.eq_ignore_ascii_case(name))) {
        out.push_str("x-");
    }
    rest = copy(rest, length, out);
    loop {
        rest = copy(rest, rest.find(|c: char| !c.is_ascii_whitespace() && c != '/').unwrap_or(rest.len()), out);
        if rest.is_empty() || rest.starts_with('>') {
            return rest;
        }
        rest = attribute(rest, out);
    }
}

fn attribute<'a>(text: &'a str, out: &mut String) -> &'a str {
    let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
    // As browsers read it, an equals sign may begin a name.
    let first = text.chars().next().map_or(0, char::len_utf8);
    let length = text.get(first..).and_then(|rest| rest.find(is_end)).map_or(text.len(), |end| first + end);
    if text.get(..length).is_some_and(|name| name.eq_ignore_ascii_case("style")) {
        out.push_str("data-");
    }
    let rest = copy(text, length, out);
    let blank = rest.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(rest.len());
    if !rest.get(blank..).is_some_and(|value| value.starts_with('=')) {
        return rest;
    }
    let rest = copy(rest, blank + 1, out);
    let blank = rest.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(rest.len());
    let rest = copy(rest, blank, out);
    let end = match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest.get(1..).and_then(|value| value.find(quote)).map(|end| end + 2),
        _ => rest.find(|c: char| c.is_ascii_whitespace() || c == '>'),
    };
    copy(rest, end.unwrap_or(rest.len()), out)
}
