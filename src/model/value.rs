//! What a cell can hold: a number, a range of numbers, a word, a switch, or nothing.

use super::problem::Problem;
use crate::formula::quoted;

/// A number the user is not sure of, as a probability distribution (`model.md`, "Ranges").
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Range {
    /// Triangular: lowest, most likely, highest.
    Triangular(f64, f64, f64),
    /// PERT, a smoother triangular: lowest, most likely, highest.
    Pert(f64, f64, f64),
    /// Uniform between two ends.
    Uniform(f64, f64),
    /// Normal: mean and standard deviation.
    Normal(f64, f64),
    /// Lognormal, given by its 10 % and 90 % quantiles.
    Lognormal(f64, f64),
}

/// The 90 % quantile of the standard normal distribution.
pub const Z90: f64 = 1.281_551_565_544_6;

impl Range {
    /// The names of the distributions, as they stand in files and in cells.
    pub const NAMES: [&'static str; 5] = ["triangular", "pert", "uniform", "normal", "lognormal"];

    /// Builds the range `name(parameters)`; refuses an unknown name, a wrong count, or ends out of order.
    pub fn new(name: &str, parameters: &[f64]) -> Result<Self, String> {
        let range = match (name, parameters) {
            ("triangular", &[low, mode, high]) => Self::Triangular(low, mode, high),
            ("pert", &[low, mode, high]) => Self::Pert(low, mode, high),
            ("uniform", &[low, high]) => Self::Uniform(low, high),
            ("normal", &[mean, sd]) => Self::Normal(mean, sd),
            ("lognormal", &[p10, p90]) => Self::Lognormal(p10, p90),
            ("triangular" | "pert", _) => {
                return Err(format!("{name} takes three numbers: lowest, most likely, highest"));
            }
            ("uniform", _) => return Err("uniform takes two numbers: lowest, highest".into()),
            ("normal", _) => return Err("normal takes two numbers: mean, standard deviation".into()),
            ("lognormal", _) => return Err("lognormal takes two numbers: the 10 % and the 90 % quantile".into()),
            _ => return Err(format!("“{}” is not a distribution; known are {}", quoted(name), Self::NAMES.join(", "))),
        };
        range.check().map(|()| range)
    }

    fn check(self) -> Result<(), String> {
        if self.parameters().iter().any(|p| !p.is_finite()) {
            return Err("a range needs finite numbers".into());
        }
        match self {
            Self::Triangular(low, mode, high) | Self::Pert(low, mode, high) if !(low <= mode && mode <= high) => {
                Err("lowest, most likely and highest must rise".into())
            }
            Self::Uniform(low, high) if low > high => Err("the lower end is above the upper end".into()),
            Self::Normal(_, sd) if sd < 0.0 => Err("a standard deviation cannot be negative".into()),
            Self::Lognormal(p10, p90) if !(p10 > 0.0 && p10 <= p90) => {
                Err("lognormal needs two rising numbers above 0".into())
            }
            _ => Ok(()),
        }
    }

    /// The distribution's name in files and cells.
    pub fn name(self) -> &'static str {
        let [triangular, pert, uniform, normal, lognormal] = Self::NAMES;
        match self {
            Self::Triangular(..) => triangular,
            Self::Pert(..) => pert,
            Self::Uniform(..) => uniform,
            Self::Normal(..) => normal,
            Self::Lognormal(..) => lognormal,
        }
    }

    /// The parameters in the order in which they are written.
    pub fn parameters(self) -> Vec<f64> {
        match self {
            Self::Triangular(a, b, c) | Self::Pert(a, b, c) => vec![a, b, c],
            Self::Uniform(a, b) | Self::Normal(a, b) | Self::Lognormal(a, b) => vec![a, b],
        }
    }

    /// The value the plain evaluation uses: the most likely one, or the median where there is none.
    pub fn central(self) -> f64 {
        match self {
            Self::Triangular(_, mode, _) | Self::Pert(_, mode, _) => mode,
            // Halved before adding: the ends may be as large as a number gets.
            Self::Uniform(low, high) => low / 2.0 + high / 2.0,
            Self::Normal(mean, _) => mean,
            Self::Lognormal(p10, p90) => p10.sqrt() * p90.sqrt(),
        }
    }

    /// The 10 % and the 90 % quantile.
    pub fn deciles(self) -> (f64, f64) {
        let triangular = |low: f64, mode: f64, high: f64, p: f64| {
            let span = high - low;
            if span * p <= mode - low {
                low + (p * span * (mode - low)).sqrt()
            } else {
                high - ((1.0 - p) * span * (high - mode)).sqrt()
            }
        };
        match self {
            Self::Triangular(low, mode, high) => (triangular(low, mode, high, 0.1), triangular(low, mode, high, 0.9)),
            Self::Pert(low, mode, high) => super::pert::deciles(low, mode, high),
            Self::Uniform(low, high) => (low + 0.1 * (high - low), low + 0.9 * (high - low)),
            Self::Normal(mean, sd) => (mean - Z90 * sd, mean + Z90 * sd),
            Self::Lognormal(p10, p90) => (p10, p90),
        }
    }

    /// The ends beyond which no value lies, for the distributions that have ends.
    pub fn support(self) -> Option<(f64, f64)> {
        match self {
            Self::Triangular(low, _, high) | Self::Pert(low, _, high) | Self::Uniform(low, high) => Some((low, high)),
            Self::Normal(..) | Self::Lognormal(..) => None,
        }
    }
}

/// A numeric input: a plain number or a range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quantity {
    /// A plain number.
    Number(f64),
    /// A range; the plain evaluation uses its central value.
    Range(Range),
}

impl Quantity {
    /// The number the plain evaluation uses.
    pub fn central(self) -> f64 {
        match self {
            Self::Number(number) => number,
            Self::Range(range) => range.central(),
        }
    }
}

impl Quantity {
    /// The 10 % and the 90 % quantile; a plain number is both.
    pub fn deciles(self) -> (f64, f64) {
        match self {
            Self::Number(number) => (number, number),
            Self::Range(range) => range.deciles(),
        }
    }
}

impl From<f64> for Quantity {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// The content of any input, whatever its kind: what a path reads and writes.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing: allowed only where an input is optional.
    Empty,
    /// A number.
    Number(f64),
    /// A range of numbers.
    Range(Range),
    /// A name, a word of a choice, or the id of something else in the plan.
    Text(String),
    /// A switch.
    Flag(bool),
    /// Several words of a choice.
    List(Vec<String>),
    /// A formula, with the `=` it begins with.
    Formula(String),
}

impl Value {
    /// The number this value counts with, if it is one.
    pub fn central(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Range(range) => Some(range.central()),
            _ => None,
        }
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Empty => write!(f, "nothing"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Range(range) => {
                let parameters: Vec<String> = range.parameters().iter().map(f64::to_string).collect();
                write!(f, "{}({})", range.name(), parameters.join(", "))
            }
            // A message quotes what was there, not a whole pasted book.
            Self::Text(text) => write!(f, "“{}”", quoted(text)),
            Self::Flag(flag) => write!(f, "{flag}"),
            Self::List(words) => write!(f, "{}", quoted(&words.join(", "))),
            Self::Formula(text) => write!(f, "{}", Self::Text(text.clone())),
        }
    }
}

/// Some words of a list that the input's declaration gives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Words(Vec<String>);

impl Words {
    /// These words.
    pub fn of(words: &[&str]) -> Self {
        Self(words.iter().map(|word| (*word).to_owned()).collect())
    }

    /// Whether the word is among them.
    pub fn contains(&self, word: &str) -> bool {
        self.0.iter().any(|known| known == word)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Slot for Words {
    fn read(&self) -> Value {
        Value::List(self.0.clone())
    }

    fn write(&mut self, value: Value) -> Result<(), Problem> {
        match value {
            Value::List(words) => self.0 = words,
            other => return Err(wrong_kind(&other, "a list of words")),
        }
        Ok(())
    }
}

/// A field of the plan seen as a [`Value`]. Kinds and bounds are checked by [`super::Input`] before.
pub trait Slot {
    /// The field's content.
    fn read(&self) -> Value;
    /// Takes the value, or says what kind of value belongs here.
    fn write(&mut self, value: Value) -> Result<(), Problem>;
}

fn wrong_kind(value: &Value, expected: &str) -> Problem {
    Problem::new(format!("{value} is not {expected}"))
}

impl Slot for Quantity {
    fn read(&self) -> Value {
        match *self {
            Self::Number(number) => Value::Number(number),
            Self::Range(range) => Value::Range(range),
        }
    }

    fn write(&mut self, value: Value) -> Result<(), Problem> {
        *self = match value {
            // Adding zero turns -0 into 0, which files and cells could not tell apart.
            Value::Number(number) => Self::Number(number + 0.0),
            Value::Range(range) => Self::Range(range),
            other => return Err(wrong_kind(&other, "a number")),
        };
        Ok(())
    }
}

impl Slot for Option<Quantity> {
    fn read(&self) -> Value {
        self.as_ref().map_or(Value::Empty, Slot::read)
    }

    fn write(&mut self, value: Value) -> Result<(), Problem> {
        if value == Value::Empty {
            *self = None;
            return Ok(());
        }
        let mut quantity = Quantity::Number(0.0);
        quantity.write(value)?;
        *self = Some(quantity);
        Ok(())
    }
}

impl Slot for bool {
    fn read(&self) -> Value {
        Value::Flag(*self)
    }

    fn write(&mut self, value: Value) -> Result<(), Problem> {
        match value {
            Value::Flag(flag) => *self = flag,
            other => return Err(wrong_kind(&other, "yes or no")),
        }
        Ok(())
    }
}

impl Slot for String {
    fn read(&self) -> Value {
        Value::Text(self.clone())
    }

    fn write(&mut self, value: Value) -> Result<(), Problem> {
        match value {
            Value::Text(text) => *self = text,
            other => return Err(wrong_kind(&other, "a text")),
        }
        Ok(())
    }
}

impl Slot for super::Id {
    fn read(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }

    fn write(&mut self, value: Value) -> Result<(), Problem> {
        match value {
            Value::Text(text) => *self = super::Id::from(text.as_str()),
            other => return Err(wrong_kind(&other, "an id")),
        }
        Ok(())
    }
}
