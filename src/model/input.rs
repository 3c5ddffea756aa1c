//! How one input is declared: its name, words, kind, bounds, default and source.

use std::ops::Bound;

use super::day::Day;
use super::problem::Problem;
use super::value::Value;

/// How far to trust a default (`model.md`, "grade").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grade {
    /// Measured, or computed from published raw data.
    Measured,
    /// A primary source.
    Primary,
    /// A secondary source.
    Secondary,
    /// The source article: a vendor's text without citations.
    Vendor,
    /// An assumption.
    Assumption,
    /// A placeholder: only the user can know this.
    Yours,
}

impl Grade {
    /// The letter of the badge; a question mark for a placeholder.
    pub fn letter(self) -> &'static str {
        match self {
            Self::Measured => "M",
            Self::Primary => "P",
            Self::Secondary => "S",
            Self::Vendor => "V",
            Self::Assumption => "A",
            Self::Yours => "?",
        }
    }

    /// The grade in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Measured => "measured or computed from published data",
            Self::Primary => "primary source",
            Self::Secondary => "secondary source",
            Self::Vendor => "the source article, a vendor's text without citations",
            Self::Assumption => "assumption",
            Self::Yours => "placeholder: yours to set",
        }
    }
}

/// Where a default comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// How far to trust it.
    pub grade: Grade,
    /// The source, its doubts, and why this number.
    pub note: &'static str,
    /// Year and month of the data; none for a judgement, which does not age.
    pub data: Option<(u16, u8)>,
}

impl Source {
    /// The same source with the year and month of its data.
    pub const fn of(self, year: u16, month: u8) -> Self {
        Self { data: Some((year, month)), ..self }
    }
}

/// How the numbers of a unit are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As they are.
    Plain,
    /// A fraction, shown and typed in per cent.
    Percent,
    /// An amount of money.
    Money,
}

/// The unit of a number. `¤` in the symbol stands for the plan's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// What is printed behind the label.
    pub symbol: &'static str,
    /// How numbers are written.
    pub style: Style,
}

impl Unit {
    /// A unit written as plain numbers.
    pub const fn plain(symbol: &'static str) -> Self {
        Self { symbol, style: Style::Plain }
    }
    /// A unit written in per cent.
    pub const fn percent(symbol: &'static str) -> Self {
        Self { symbol, style: Style::Percent }
    }
    /// A unit of money.
    pub const fn money(symbol: &'static str) -> Self {
        Self { symbol, style: Style::Money }
    }
}

/// The numbers an input may take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    low: f64,
    high: f64,
    low_open: bool,
    high_open: bool,
    whole: bool,
}

/// Beyond this no input of the model means anything; it also keeps sums finite.
const LARGEST: f64 = 1e12;

impl Bounds {
    /// Closer to zero than this, and not zero, no input means anything either; it keeps quotients finite.
    pub const SMALLEST: f64 = 1e-12;

    /// From `low` up.
    pub const fn from(low: f64) -> Self {
        Self { low, high: LARGEST, low_open: false, high_open: false, whole: false }
    }
    /// Strictly above `low`.
    pub const fn above(low: f64) -> Self {
        Self { low_open: true, ..Self::from(low) }
    }
    /// Both ends included.
    pub const fn between(low: f64, high: f64) -> Self {
        Self { high, ..Self::from(low) }
    }
    /// The same bounds with the upper end left out.
    pub const fn open_above(self) -> Self {
        Self { high_open: true, ..self }
    }
    /// The same bounds with the lower end left out.
    pub const fn open_below(self) -> Self {
        Self { low_open: true, ..self }
    }
    /// The same bounds, whole numbers only.
    pub const fn whole(self) -> Self {
        Self { whole: true, ..self }
    }

    fn contain(self, x: f64) -> bool {
        let above = if self.low_open { x > self.low } else { x >= self.low };
        let below = if self.high_open { x < self.high } else { x <= self.high };
        x.is_finite() && above && below && (x == 0.0 || x.abs() >= Self::SMALLEST)
    }

    /// A number within the bounds.
    fn some(self) -> f64 {
        [0.0, 1.0, self.low].into_iter().find(|x| self.contain(*x)).unwrap_or(self.high)
    }

    /// The lower end.
    pub fn low(self) -> Bound<f64> {
        if self.low_open { Bound::Excluded(self.low) } else { Bound::Included(self.low) }
    }

    /// The upper end.
    pub fn high(self) -> Bound<f64> {
        if self.high_open { Bound::Excluded(self.high) } else { Bound::Included(self.high) }
    }

    /// Whether only whole numbers may stand here; of a range, its central value.
    pub fn is_whole(self) -> bool {
        self.whole
    }

    /// The bounds in words: "a whole number from 1 to 60".
    pub fn words(self, style: Style) -> String {
        let show = |x: f64| if style == Style::Percent { format!("{} %", x * 100.0) } else { x.to_string() };
        let noun = if self.whole { "a whole number" } else { "a number" };
        let low = format!("{} {}", if self.low_open { "above" } else { "from" }, show(self.low));
        if self.high >= LARGEST {
            return if self.low_open { format!("{noun} {low}") } else { format!("{noun} {low} up") };
        }
        format!("{noun} {low} to {}{}", if self.high_open { "below " } else { "" }, show(self.high))
    }
}

/// What kind of value an input takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// A number or a range.
    Number(Unit, Bounds),
    /// A number, a range, or nothing; the text says what nothing means.
    Optional(Unit, Bounds, &'static str),
    /// Free text of at most so many characters.
    Text(usize),
    /// A colour, `#rrggbb`.
    Color,
    /// A day, `2026-11-23`, or an empty text; the text says what that means.
    Day(&'static str),
    /// Yes or no.
    Flag,
    /// One word of a list.
    Choice(&'static [&'static str]),
    /// Several different words of a list, or none.
    Several(&'static [&'static str]),
    /// The id of something else in the plan.
    Reference(&'static str),
}

impl Kind {
    /// The unit, if this is a number.
    pub fn unit(self) -> Option<Unit> {
        match self {
            Self::Number(unit, _) | Self::Optional(unit, _, _) => Some(unit),
            _ => None,
        }
    }

    /// Something that may stand here: what is kept where a formula comes to nothing. Nobody counts with it.
    pub fn stand_in(self) -> Value {
        match self {
            Self::Number(_, bounds) => Value::Number(bounds.some()),
            _ => Value::Empty,
        }
    }

    /// What may stand here, in words.
    pub fn words(self) -> String {
        match self {
            Self::Number(unit, bounds) => bounds.words(unit.style),
            Self::Optional(unit, bounds, _) => format!("{} or nothing", bounds.words(unit.style)),
            Self::Text(max) => format!("a text of up to {max} characters"),
            Self::Color => "a colour such as #0072b2".into(),
            Self::Day(_) => "a day such as 2026-11-23, or nothing".into(),
            Self::Flag => "yes or no".into(),
            Self::Choice(words) => format!("one of {}", words.join(", ")),
            Self::Several(words) => format!("some of {}", words.join(", ")),
            Self::Reference(what) => format!("the id of {what}"),
        }
    }
}

/// The declaration of one input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Input {
    /// The last step of its path, and its key in the file.
    pub name: &'static str,
    /// What the grid calls it.
    pub label: &'static str,
    help: &'static str,
    /// What it may hold.
    pub kind: Kind,
    /// Where its default comes from.
    pub source: Source,
    /// Whether files leave it out where it is at its default, so that older files stay as they are.
    pub is_later: bool,
}

impl Input {
    /// Declares an input.
    pub const fn new(name: &'static str, label: &'static str, help: &'static str, kind: Kind, source: Source) -> Self {
        Self { name, label, help, kind, source, is_later: false }
    }

    /// The same input, left out of files where it is at its default.
    pub const fn later(self) -> Self {
        Self { is_later: true, ..self }
    }

    /// One or two sentences on what it means.
    pub fn help(&self) -> &'static str {
        self.help.trim()
    }

    /// Whether `value` may stand here; if not, why.
    pub fn check(&self, value: &Value) -> Result<(), Problem> {
        let refuse = || Err(Problem::new(format!("{value} does not fit; expected {}", self.kind.words())));
        match (self.kind, value) {
            (Kind::Optional(..), Value::Empty) | (Kind::Flag, Value::Flag(_)) => Ok(()),
            (Kind::Number(unit, bounds) | Kind::Optional(unit, bounds, _), Value::Number(_) | Value::Range(_)) => {
                check_number(value, unit, bounds)
            }
            (Kind::Number(..) | Kind::Optional(..), Value::Formula(_)) => Ok(()),
            (Kind::Text(max), Value::Text(text)) if text.chars().count() <= max => Ok(()),
            (Kind::Color, Value::Text(text)) if is_color(text) => Ok(()),
            (Kind::Day(_), Value::Text(text)) if text.is_empty() || Day::parse(text).is_some() => Ok(()),
            (Kind::Choice(words), Value::Text(text)) if words.contains(&text.as_str()) => Ok(()),
            // Whether the thing exists is checked with the whole plan.
            (Kind::Reference(_), Value::Text(_)) => Ok(()),
            (Kind::Several(words), Value::List(list)) if is_selection(words, list) => Ok(()),
            _ => refuse(),
        }
    }
}

fn check_number(value: &Value, unit: Unit, bounds: Bounds) -> Result<(), Problem> {
    let refuse = |what: String| Err(Problem::new(format!("{what}; expected {}", bounds.words(unit.style))));
    let Some(central) = value.central() else { return refuse(format!("{value} is not a number")) };
    let support = match value {
        Value::Range(range) => range.support().unwrap_or((central, central)),
        _ => (central, central),
    };
    if ![central, support.0, support.1].into_iter().all(|x| bounds.contain(x)) {
        // Files hold the fraction, cells the per cent: a reader of either must find the number again.
        let in_percent = match value {
            Value::Number(x) if unit.style == Style::Percent => format!(" ({} %)", (x * 1e11).round() / 1e9),
            _ => String::new(),
        };
        return refuse(format!("{value}{in_percent} is out of bounds"));
    }
    if bounds.whole && central.fract() != 0.0 {
        return refuse(format!("{value} is not whole"));
    }
    Ok(())
}

fn is_color(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn is_selection(words: &[&str], list: &[String]) -> bool {
    let known = list.iter().all(|word| words.contains(&word.as_str()));
    let distinct = words.iter().all(|word| list.iter().filter(|w| w == word).count() <= 1);
    known && distinct
}
