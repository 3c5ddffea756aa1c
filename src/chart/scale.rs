//! From amounts to pixels: round ticks, units of money, and labels that keep their distance.

use crate::model::amount::{currency_sign, number};

/// Maps a range of values to a range of CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// `low` lies at `from`, `high` at `to`.
    pub fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Self {
        Self { low, high, from, to }
    }

    /// Where a value lies.
    pub fn at(&self, value: f64) -> f64 {
        let span = self.high - self.low;
        if span > 0.0 { self.from + (value - self.low) / span * (self.to - self.from) } else { self.from }
    }
}

/// Round ticks within a range.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticks {
    /// The ticks, rising.
    pub values: Vec<f64>,
    /// Lowest and highest value there is room for.
    pub range: (f64, f64),
    step: f64,
}

impl Ticks {
    /// About so many steps of 1, 2 or 5 times a power of ten from `low` to a little over `high`.
    pub fn within(low: f64, high: f64, about: f64) -> Self {
        let span = high - low;
        if span <= 0.0 || !span.is_finite() {
            return Self { values: vec![low], range: (low, low + 1.0), step: 1.0 };
        }
        let air = span * 0.03;
        let range = (if low < 0.0 { low - air } else { low }, low + span + air);
        // The nearest of the three, in proportion.
        let rough = 0.7 * span / about.max(1.0);
        let power = power_of_ten(rough);
        let step = [1.0, 2.0, 5.0].map(|factor| factor * power).into_iter().find(|step| *step >= rough);
        let step = step.unwrap_or(10.0 * power);
        let (first, last) = ((range.0 / step).ceil(), (range.1 / step).floor());
        let count = (last - first).clamp(0.0, 50.0) as usize;
        Self { values: (0..=count).map(|index| (first + index as f64) * step).collect(), range, step }
    }

    /// The ticks as text, in a unit of money.
    pub fn labels(&self, unit: Unit) -> Vec<String> {
        let step = self.step / unit.divisor * 1.001;
        let decimals = (0..9).take_while(|decimals| step * 10f64.powi(*decimals) < 1.0).count();
        self.values.iter().map(|value| number(value / unit.divisor, decimals)).collect()
    }
}

/// The largest power of ten that is not larger. A loop is shorter than a logarithm, here and in wasm.
fn power_of_ten(x: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= x {
        power *= 10.0;
    }
    while power > x && power > 1e-12 {
        power /= 10.0;
    }
    power
}

/// The unit a whole picture counts money in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    divisor: f64,
    word: &'static str,
}

impl Unit {
    /// The unit that suits amounts up to `largest`.
    pub fn of(largest: f64) -> Self {
        match largest {
            x if x >= 1e9 => Self { divisor: 1e9, word: "billion" },
            x if x >= 1e6 => Self { divisor: 1e6, word: "million" },
            x if x >= 1e4 => Self { divisor: 1e3, word: "thousand" },
            _ => Self { divisor: 1.0, word: "" },
        }
    }

    /// Such as `, $ million`; nothing where there is neither a unit nor a currency.
    pub fn suffix(&self, currency: &str) -> String {
        let sign = currency_sign(currency);
        let words: Vec<&str> = [sign.trim(), self.word].into_iter().filter(|word| !word.is_empty()).collect();
        if words.is_empty() { String::new() } else { format!(", {}", words.join(" ")) }
    }
}

/// Moves rising positions as little as possible until neighbours are `gap` apart, within `low` to `high`.
pub fn spread(wanted: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    // Without the gaps the task is to make a sequence rise: runs that fall are replaced by their mean.
    let mut runs: Vec<(f64, usize)> = Vec::new();
    for (index, position) in wanted.iter().enumerate() {
        let mut run = (position - gap * index as f64, 1);
        while let Some(before) = runs.pop_if(|before| before.0 > run.0) {
            let count = before.1 + run.1;
            run = ((before.0 * before.1 as f64 + run.0 * run.1 as f64) / count as f64, count);
        }
        runs.push(run);
    }
    let room = (high - gap * wanted.len().saturating_sub(1) as f64).max(low);
    let means = runs.into_iter().flat_map(|(mean, count)| std::iter::repeat_n(mean.clamp(low, room), count));
    means.enumerate().map(|(index, mean)| mean + gap * index as f64).collect()
}
