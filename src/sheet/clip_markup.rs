//! The markup of a page on the clipboard, before the browser reads it as a document.

use super::clip_nesting::Nesting;

/// The attribute in which a page that has gone through [`tamed`] keeps what was its `style`.
pub const STYLE: &str = "data-style";

/// The page with what could act under other names: `<style>` as `<x-style>`, `style=` as [`STYLE`], `onload=` and its kin as
/// `data-onload=`, `<base>` as `<x-base>`. None of it acts in a page that is never shown; but a browser holds it against the
/// policy of the page that reads.
/// None where its elements nest deeper than those of any spreadsheet, or are such as no spreadsheet writes.
pub fn tamed(html: &str) -> Option<String> {
    let mut out = String::with_capacity(html.len() + 64);
    let mut nesting = Nesting::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        rest = if let Some(comment) = tag.strip_prefix("<!--") {
            let end = comment.find("-->").map_or(tag.len(), |end| end + "<!---->".len());
            copy(tag, end, &mut out)
        } else {
            element(tag, &mut out, &mut nesting)
        };
        if nesting.is_too_much() {
            return None;
        }
    }
    out.push_str(rest);
    Some(out)
}

/// Copies so many bytes, which end at a character; what comes after them.
fn copy<'a>(text: &'a str, bytes: usize, out: &mut String) -> &'a str {
    let (copied, rest) = text.split_at_checked(bytes).unwrap_or((text, ""));
    out.push_str(copied);
    rest
}

fn element<'a>(tag: &'a str, out: &mut String, nesting: &mut Nesting) -> &'a str {
    let is_end = tag.starts_with("</");
    let name_at = if is_end { 2 } else { 1 };
    let mut rest = copy(tag, name_at, out);
    if !rest.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return rest;
    }
    let length = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(rest.len());
    let name = rest.get(..length).unwrap_or_default().to_ascii_lowercase();
    if ["style", "base"].contains(&name.as_str()) {
        out.push_str("x-");
    }
    if is_end {
        nesting.end(&name)
    } else {
        nesting.start(&name)
    }
    rest = copy(rest, length, out);
    loop {
        rest = copy(rest, rest.find(|c: char| !c.is_ascii_whitespace() && c != '/').unwrap_or(rest.len()), out);
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        rest = attribute(rest, out);
    }
    // What stands in a title is text, whatever it looks like.
    if name == "title" && !is_end { copy(rest, title_end(rest), out) } else { rest }
}

/// Where the title ends: before the tag that closes it.
fn title_end(text: &str) -> usize {
    const END: &str = "</title";
    let is_end = |at: &usize| text.get(*at..*at + END.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(END));
    text.match_indices('<').map(|(at, _)| at).find(is_end).unwrap_or(text.len())
}

fn attribute<'a>(text: &'a str, out: &mut String) -> &'a str {
    let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
    // As browsers read it, an equals sign may begin a name.
    let first = text.chars().next().map_or(0, char::len_utf8);
    let length = text.get(first..).and_then(|rest| rest.find(is_end)).map_or(text.len(), |end| first + end);
    let begins = |start: &str| text.get(..start.len().min(length)).is_some_and(|name| name.eq_ignore_ascii_case(start));
    if (begins("style") && length == "style".len()) || begins("on") {
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
