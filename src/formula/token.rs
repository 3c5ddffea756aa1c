//! Cuts a text into its pieces.

use std::ops::Range;

/// What a piece of a formula is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// The name of a cell, or of several: `criteria.*.weight`.
    Name,
    /// The name of a function: what stands before a bracket.
    Function,
    /// A number.
    Number,
    /// A text in quotation marks, which may lack the closing one.
    Text,
    /// `TRUE` or `FALSE`.
    Flag,
    /// `#REF!`, what is left of the name of something that is gone.
    Gone,
    /// An operator; the `=` at the beginning is one.
    Operator,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `,` or `;` between the values of a function.
    Separator,
    /// A character that has no place in a formula.
    Unknown,
}

/// A piece of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// Only so many hyphens can belong to one name, lest `a-a-a-…` asks for every part of itself.
const MOST_HYPHENS: usize = 24;

/// The pieces of a text that may be unfinished, for colouring, completion and pointing.
///
/// `known` tells names that hold hyphens from subtractions: of `a-b-c` the longest part that is known is one name. When
/// nothing is known, `a` is the name. Let `known` take the beginning of a name to keep one together that is being typed.
pub fn tokens(text: &str, known: &dyn Fn(&str) -> bool) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..)
        && let Some(first) = rest.chars().next()
    {
        let (kind, length) = if is_space(first) {
            (None, first.len_utf8())
        } else {
            let (kind, length) = piece(rest, first, operand_may_follow(text, tokens.last()), known);
            (Some(kind), length)
        };
        if let Some(kind) = kind {
            tokens.push(Token { kind, span: at..at + length });
        }
        at += length;
    }
    tokens
}

fn is_space(c: char) -> bool {
    c.is_ascii_whitespace() || c == '\u{a0}' || c == '\u{202f}'
}

fn operand_may_follow(text: &str, last: Option<&Token>) -> bool {
    last.is_none_or(|last| match last.kind {
        TokenKind::Operator => text.get(last.span.clone()) != Some("%"),
        TokenKind::Open | TokenKind::Separator => true,
        _ => false,
    })
}

/// The kind and the length of the first piece.
fn piece(rest: &str, first: char, operand: bool, known: &dyn Fn(&str) -> bool) -> (TokenKind, usize) {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    match first {
        '(' => (TokenKind::Open, 1),
        ')' => (TokenKind::Close, 1),
        ',' | ';' => (TokenKind::Separator, 1),
        '"' => (TokenKind::Text, quoted(bytes)),
        '#' if bytes.get(..5).is_some_and(|five| five.eq_ignore_ascii_case(b"#REF!")) => (TokenKind::Gone, 5),
        '0'..='9' => (TokenKind::Number, number(bytes)),
        '.' if digit(1) => (TokenKind::Number, number(bytes)),
        '*' if operand && bytes.get(1) == Some(&b'.') && bytes.get(2).is_some_and(|b| begins_name(*b)) => {
            name(rest, known)
        }
        _ if bytes.first().is_some_and(|b| begins_name(*b)) => name(rest, known),
        '<' if matches!(bytes.get(1), Some(b'>' | b'=')) => (TokenKind::Operator, 2),
        '>' if bytes.get(1) == Some(&b'=') => (TokenKind::Operator, 2),
        '+' | '-' | '−' | '*' | '×' | '/' | '÷' | '^' | '&' | '%' | '=' | '≠' | '<' | '≤' | '>' | '≥' => {
            (TokenKind::Operator, first.len_utf8())
        }
        _ => (TokenKind::Unknown, first.len_utf8()),
    }
}

/// The length of a text in quotation marks; two in a row stand for one.
fn quoted(bytes: &[u8]) -> usize {
    let mut inside = true;
    for (at, byte) in bytes.iter().enumerate().skip(1) {
        match (byte, inside) {
            (b'"', _) => inside = !inside,
            (_, false) => return at,
            _ => {}
        }
    }
    bytes.len()
}

fn number(bytes: &[u8]) -> usize {
    let digits = |from: usize| from + bytes.iter().skip(from).take_while(|b| b.is_ascii_digit()).count();
    let mut end = digits(0);
    if bytes.get(end) == Some(&b'.') {
        end = digits(end + 1);
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(end + 1 + sign);
        if exponent > end + 1 + sign {
            end = exponent;
        }
    }
    end
}

fn begins_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_'
}

/// The kind and the length of what begins like a name.
fn name(rest: &str, known: &dyn Fn(&str) -> bool) -> (TokenKind, usize) {
    let (run, after) = rest.split_at(name_characters(rest.as_bytes()));
    let called = after.trim_start_matches(is_space).starts_with('(');
    let mut hyphens = run.match_indices('-').map(|(at, _)| at).take(MOST_HYPHENS);
    let Some(first) = hyphens.next() else {
        let kind = match run {
            _ if called => TokenKind::Function,
            _ if run.eq_ignore_ascii_case("TRUE") || run.eq_ignore_ascii_case("FALSE") => TokenKind::Flag,
            _ => TokenKind::Name,
        };
        return (kind, run.len());
    };
    // What is called is a function, and no function has a hyphen: `a-MAX(…)` is a difference.
    let whole = (!called).then_some(run.len());
    let ends = std::iter::once(first).chain(hyphens).chain(whole);
    let length = ends.filter(|end| run.get(..*end).is_some_and(known)).last().unwrap_or(first);
    let flag = run.get(..length).is_some_and(|n| n.eq_ignore_ascii_case("TRUE") || n.eq_ignore_ascii_case("FALSE"));
    (if flag { TokenKind::Flag } else { TokenKind::Name }, length)
}

/// How many bytes could belong to a name. A `*` does when it is a whole step, behind a dot or at the beginning.
fn name_characters(bytes: &[u8]) -> usize {
    let mut last = b'.';
    for (at, byte) in bytes.iter().enumerate() {
        let belongs = match byte {
            b'.' => true,
            b'*' => last == b'.',
            b'-' => last != b'*',
            _ => last != b'*' && (byte.is_ascii_alphanumeric() || *byte == b'_'),
        };
        if !belongs {
            return at;
        }
        last = *byte;
    }
    bytes.len()
}
