//! Makes an expression of a text.

use super::functions::{Function, find};
use super::quote::quoted;
use super::token::{Token, TokenKind, tokens};
use super::{Fault, Reference};

/// Brackets and right operands within each other. Low enough for a small stack, high enough for people.
const MOST_DEPTH: usize = 64;
const MOST_CHARACTERS: usize = 2000;
const MOST_ARGUMENTS: usize = 255;

/// What a formula says. It is nested only as far as [`MOST_DEPTH`] allows: what can be long is a list.
#[derive(Debug)]
pub(super) enum Expression {
    Number(f64),
    Text(String),
    Flag(bool),
    /// `#REF!`
    Gone,
    /// A value that is left out: the second of `IF(a,,b)`.
    Omitted,
    /// The place in the list of references.
    Reference(usize),
    Negative(Box<Expression>),
    /// A sign that changes nothing but makes a number: `--TRUE` is 1.
    Positive(Box<Expression>),
    /// Each operator is applied to all that stands left of it.
    Chain(Box<Expression>, Vec<(Operator, Expression)>),
    Call(&'static Function, Vec<Expression>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    Power,
    Times,
    Divide,
    Plus,
    Minus,
    Join,
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
}

impl Operator {
    /// The operator, and how tightly it binds.
    fn read(text: &str) -> Option<(Self, u8)> {
        Some(match text {
            "^" => (Self::Power, 5),
            "*" | "×" => (Self::Times, 4),
            "/" | "÷" => (Self::Divide, 4),
            "+" => (Self::Plus, 3),
            "-" | "−" => (Self::Minus, 3),
            "&" => (Self::Join, 2),
            "=" => (Self::Equal, 1),
            "<>" | "≠" => (Self::Unequal, 1),
            "<" => (Self::Less, 1),
            "<=" | "≤" => (Self::AtMost, 1),
            ">" => (Self::More, 1),
            ">=" | "≥" => (Self::AtLeast, 1),
            _ => return None,
        })
    }
}

impl Expression {
    fn then(self, operator: Operator, right: Self) -> Self {
        let (first, mut rest) = match self {
            Self::Chain(first, rest) => (first, rest),
            other => (Box::new(other), Vec::new()),
        };
        rest.push((operator, right));
        Self::Chain(first, rest)
    }
}

pub(super) fn parse(text: &str, known: &dyn Fn(&str) -> bool) -> Result<(Expression, Vec<Reference>), Fault> {
    if !text.starts_with('=') {
        return Err(Fault { message: "a formula begins with “=”".into(), at: 0 });
    }
    if let Some((at, _)) = text.char_indices().nth(MOST_CHARACTERS) {
        return Err(Fault { message: format!("a formula has at most {MOST_CHARACTERS} characters"), at });
    }
    let mut parser = Parser { text, tokens: tokens(text, known), next: 1, references: Vec::new(), depth: 0 };
    let expression = parser.expression(0)?;
    match parser.peek() {
        None => Ok((expression, parser.references)),
        Some(token) => Err(parser.unexpected(&token)),
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    next: usize,
    references: Vec<Reference>,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<Token> {
        self.tokens.get(self.next).cloned()
    }

    fn peek_kind(&self) -> Option<TokenKind> {
        self.tokens.get(self.next).map(|token| token.kind)
    }

    fn text_of(&self, token: &Token) -> &'a str {
        self.text.get(token.span.clone()).unwrap_or_default()
    }

    fn operator_here(&self) -> Option<&'a str> {
        let token = self.tokens.get(self.next).filter(|token| token.kind == TokenKind::Operator)?;
        Some(self.text_of(token))
    }

    /// An operand and all operators behind it that bind at least so tightly.
    fn expression(&mut self, least: u8) -> Result<Expression, Fault> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            let at = self.peek().map_or(self.text.len(), |token| token.span.start);
            return Err(Fault { message: format!("it is nested more than {MOST_DEPTH} deep"), at });
        }
        let mut left = self.signed()?;
        while let Some((operator, strength)) = self.operator_here().and_then(Operator::read)
            && strength >= least
        {
            self.next += 1;
            left = left.then(operator, self.expression(strength + 1)?);
        }
        self.depth -= 1;
        Ok(left)
    }

    /// An operand with its signs and percent signs.
    fn signed(&mut self) -> Result<Expression, Fault> {
        let mut minus = 0;
        while let Some(sign @ ("+" | "-" | "−")) = self.operator_here() {
            minus += usize::from(sign != "+");
            self.next += 1;
        }
        let mut operand = self.operand()?;
        while self.operator_here() == Some("%") {
            self.next += 1;
            operand = operand.then(Operator::Divide, Expression::Number(100.0));
        }
        Ok(match minus {
            0 => operand,
            _ if minus % 2 == 0 => Expression::Positive(Box::new(operand)),
            _ => Expression::Negative(Box::new(operand)),
        })
    }

    fn operand(&mut self) -> Result<Expression, Fault> {
        let Some(token) = self.peek() else { return Err(self.missing(None)) };
        let text = self.text_of(&token);
        let at = token.span.start;
        let expression = match token.kind {
            TokenKind::Number => {
                let number: f64 = text.parse().unwrap_or(f64::INFINITY);
                if !number.is_finite() {
                    return Err(Fault { message: format!("“{}” is too large", quoted(text)), at });
                }
                Expression::Number(number)
            }
            TokenKind::Text => match text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
                // An odd mark left inside is the second half of a pair whose text was never closed.
                Some(inside) if inside.matches('"').count() % 2 == 0 => Expression::Text(inside.replace("\"\"", "\"")),
                _ => return Err(Fault { message: "a text is not closed".into(), at }),
            },
            TokenKind::Flag => Expression::Flag(text.eq_ignore_ascii_case("TRUE")),
            TokenKind::Gone => Expression::Gone,
            TokenKind::Name => {
                if text.split('.').any(str::is_empty) {
                    return Err(Fault { message: format!("“{}” is no name: a step is missing", quoted(text)), at });
                }
                self.references.push(Reference { name: text.to_owned(), span: token.span });
                Expression::Reference(self.references.len() - 1)
            }
            TokenKind::Function => return self.call(text, at),
            TokenKind::Open => {
                self.next += 1;
                let inside = self.expression(0)?;
                self.close(at)?;
                return Ok(inside);
            }
            _ => return Err(self.missing(Some(&token))),
        };
        self.next += 1;
        Ok(expression)
    }

    fn call(&mut self, name: &str, at: usize) -> Result<Expression, Fault> {
        let function =
            find(name).ok_or_else(|| Fault { message: format!("“{}” is no function", quoted(name)), at })?;
        self.next += 1;
        let open = self.peek().map_or(at, |token| token.span.start);
        self.next += 1;
        let mut arguments = Vec::new();
        if self.peek_kind() != Some(TokenKind::Close) {
            loop {
                arguments.push(match self.peek_kind() {
                    Some(TokenKind::Separator | TokenKind::Close) => Expression::Omitted,
                    _ => self.expression(0)?,
                });
                if arguments.len() > MOST_ARGUMENTS {
                    return Err(Fault { message: format!("{name} has more than {MOST_ARGUMENTS} values"), at });
                }
                if self.peek_kind() != Some(TokenKind::Separator) {
                    break;
                }
                self.next += 1;
            }
        }
        self.close(open)?;
        match function.refuses(arguments.len()) {
            Some(message) => Err(Fault { message, at }),
            None => Ok(Expression::Call(function, arguments)),
        }
    }

    /// The bracket that closes the one at `open`.
    fn close(&mut self, open: usize) -> Result<(), Fault> {
        match self.peek() {
            Some(token) if token.kind == TokenKind::Close => self.next += 1,
            Some(token) => return Err(self.unexpected(&token)),
            None => return Err(Fault { message: "a bracket is not closed".into(), at: open }),
        }
        Ok(())
    }

    /// Something else stands where an operator or the end should be.
    fn unexpected(&self, token: &Token) -> Fault {
        let text = quoted(self.text_of(token));
        let message = match token.kind {
            TokenKind::Close => "a bracket is closed that was not opened".into(),
            TokenKind::Separator => format!("“{text}” stands only between the values of a function"),
            TokenKind::Unknown => format!("“{text}” has no meaning here"),
            _ => format!("an operator is missing before “{text}”"),
        };
        Fault { message, at: token.span.start }
    }

    /// Something else, or nothing, stands where a value should be.
    fn missing(&self, found: Option<&Token>) -> Fault {
        let last = self.next.checked_sub(1).and_then(|last| self.tokens.get(last));
        let (kind, before, at) = match last {
            Some(last) => (last.kind, quoted(self.text_of(last)), last.span.start),
            None => (TokenKind::Operator, String::new(), 0),
        };
        let behind = || Fault { message: format!("something is missing behind “{before}”"), at };
        let Some(found) = found else {
            return match kind {
                TokenKind::Operator => behind(),
                _ => Fault { message: "a bracket is not closed".into(), at: self.innermost_open() },
            };
        };
        match found.kind {
            TokenKind::Unknown => self.unexpected(found),
            TokenKind::Close if kind == TokenKind::Open => {
                Fault { message: "there is nothing in the brackets".into(), at }
            }
            _ if kind == TokenKind::Operator && self.next > 1 => behind(),
            _ => {
                let message = format!("something is missing before “{}”", quoted(self.text_of(found)));
                Fault { message, at: found.span.start }
            }
        }
    }

    /// Where the last bracket is that nothing closes.
    fn innermost_open(&self) -> usize {
        let mut closed = 0;
        for token in self.tokens.iter().rev() {
            match token.kind {
                TokenKind::Close => closed += 1,
                TokenKind::Open if closed == 0 => return token.span.start,
                TokenKind::Open => closed -= 1,
                _ => {}
            }
        }
        self.text.len()
    }
}
