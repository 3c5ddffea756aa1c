//! Ranges as people type them, and as editing and tooltips show them. What editing shows parses back to the same range.

use super::number;
use crate::formula::quoted;
use crate::model::{Range, Style, Z90};

/// What stands between the ends of a range. A hyphen is no such mark: it is a sign.
const FROM_TO: [&str; 4] = [" to ", "..", "…", " – "];

/// What stands between a middle and the half width around it.
const AROUND: [&str; 5] = ["±", "+/-", "+/−", "+-", "+−"];

/// Reads `80 to 120`, `80..120`, `100 ± 20`, `100 ± 10%` or `pert(80, 100, 140)`; nothing where the text is no range.
///
/// Ends typed with `to` are the 10 % and the 90 % quantile: of a lognormal distribution where both are above 0, else of
/// a normal one. So are the ends that `±` gives, always of a normal one.
///
/// # Errors
/// As [`number::parse`].
pub fn parse(text: &str, style: Style, currency: &str) -> Option<Result<Range, String>> {
    let text = number::plain_spaces(text.trim());
    let reader = Reader { shown: &text, style, currency };
    if let Some((name, inside)) = text.split_once('(')
        && let name = name.trim().to_ascii_lowercase()
        && !name.is_empty()
        && name.bytes().all(|b| b.is_ascii_alphabetic())
    {
        return Some(reader.function(&name, inside));
    }
    if text.contains("...") {
        return Some(Err(format!(
            "“{}” has three dots in a row; between the ends of a range stand two",
            quoted(&text)
        )));
    }
    if let Some((low, high)) = halves(&text, &FROM_TO) {
        return Some(reader.between(low, high));
    }
    halves(&text, &AROUND).map(|(middle, half)| reader.around(middle, half))
}

/// The text before and behind the first of these marks that occurs.
fn halves<'a>(text: &'a str, marks: &[&str]) -> Option<(&'a str, &'a str)> {
    let lower = text.to_ascii_lowercase();
    let (at, mark) = marks.iter().find_map(|mark| lower.find(mark).map(|at| (at, mark)))?;
    Some((text.get(..at)?.trim(), text.get(at + mark.len()..)?.trim()))
}

struct Reader<'a> {
    shown: &'a str,
    style: Style,
    currency: &'a str,
}

impl Reader<'_> {
    fn number(&self, text: &str) -> Result<f64, String> {
        if text.is_empty() {
            return Err(format!("“{}” lacks a number", quoted(self.shown)));
        }
        number::parse(text, self.style, self.currency)
    }

    fn function(&self, name: &str, inside: &str) -> Result<Range, String> {
        let Some(inside) = inside.trim_end().strip_suffix(')') else {
            return Err(format!("“{}” lacks its closing bracket", quoted(self.shown)));
        };
        // Where semicolons part the numbers, commas are free to part thousands.
        let mark = if inside.contains(';') { ';' } else { ',' };
        let parts = inside.split(mark).map(str::trim);
        // `normal(1,000)` would otherwise be a mean of 1 and a deviation of 0.
        if mark == ',' && parts.clone().any(|part| part.starts_with('0') && part.get(1..2).is_some_and(is_digit)) {
            return Err(format!(
                "commas part the numbers in “{}”; to part thousands too, use semicolons",
                quoted(self.shown)
            ));
        }
        let parameters: Vec<f64> =
            parts.map(|part| number::parse(part, self.style, self.currency)).collect::<Result<_, _>>()?;
        Range::new(name, &parameters)
    }

    fn between(&self, low: &str, high: &str) -> Result<Range, String> {
        let (a, b) = (self.number(low)?, self.number(high)?);
        // `80 to 120k` is more often 80k than 80, `500 to 1.5k` can only be 500.
        if let (None, Some((_, times))) = (self.unit(low), self.unit(high))
            && a != 0.0
            && a * times <= b
        {
            return Err(self.two_ways());
        }
        if a > b {
            return Err(format!("“{}” falls; the lower end comes first", quoted(self.shown)));
        }
        if a > 0.0 {
            return Range::new("lognormal", &[a, b]);
        }
        Range::new("normal", &[f64::midpoint(a, b), (b - a) / (2.0 * Z90)])
    }

    fn around(&self, middle: &str, half: &str) -> Result<Range, String> {
        let mean = self.number(middle)?;
        // Per cent around a plain number are a share of it, per cent around per cent are points.
        let share = half.ends_with('%') && self.style != Style::Percent && !middle.ends_with('%');
        let width =
            if share { mean.abs() * number::parse(half, Style::Plain, self.currency)? } else { self.number(half)? };
        if width < 0.0 {
            return Err(format!(
                "“{}” is negative; behind ± stands how far the range reaches to either side",
                quoted(half)
            ));
        }
        let unclear = match (self.unit(middle), self.unit(half)) {
            // `100 ± 20k` is more often 100k than 100, `50000 ± 10k` can only be 50000.
            (None, Some(_)) => !share && width > mean.abs(),
            // `100k ± 20` may be 20 or 20k, `1M ± 50000` can only be 50000.
            (Some((_, times)), None) => times > 1.0 && width != 0.0 && width * times <= mean.abs(),
            _ => false,
        };
        if unclear {
            return Err(self.two_ways());
        }
        Range::new("normal", &[mean, width / Z90])
    }

    /// The sign behind a number that scales it, and by how much. In a percent cell `%` goes without saying.
    fn unit(&self, text: &str) -> Option<(char, f64)> {
        let text = text.trim_end_matches(')');
        let unit = text.chars().next_back()?;
        let times = match unit {
            '%' if self.style != Style::Percent => 0.01,
            'k' | 'K' => 1e3,
            'M' => 1e6,
            'G' => 1e9,
            _ => return None,
        };
        // The last letter of a currency is none.
        let before = text.get(..text.len() - 1)?.trim_end();
        before.ends_with(|c: char| c.is_ascii_digit() || c == '.').then_some((unit, times))
    }

    fn two_ways(&self) -> String {
        let unit = |text: &str| self.unit(text).map(|(unit, _)| unit);
        let halves = halves(self.shown, &FROM_TO).or_else(|| halves(self.shown, &AROUND));
        let unit = halves.and_then(|(first, second)| unit(first).or_else(|| unit(second))).unwrap_or('k');
        format!("“{}” can be read in two ways; put “{unit}” behind both numbers or behind none", quoted(self.shown))
    }
}

fn is_digit(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit())
}

/// The range as editing shows it: by its name, with all digits.
pub fn edit_text(range: Range, style: Style) -> String {
    let parameters: Vec<String> = range.parameters().into_iter().map(|x| number::edit_text(x, style)).collect();
    format!("{}({})", range.name(), parameters.join(", "))
}

/// The range in words, rounded as in cells: its shape, its ends or its 10 % and 90 % quantiles, its middle.
pub fn words(range: Range, style: Style) -> String {
    let show = |x: f64| number::show(x, style);
    let name = range.name();
    let extent = match range {
        Range::Triangular(..) | Range::Pert(..) | Range::Uniform(..) => {
            let ends: Vec<String> = range.parameters().into_iter().map(show).collect();
            format!("{name} {}", ends.join(" – "))
        }
        Range::Normal(..) | Range::Lognormal(..) => {
            let (p10, p90) = range.deciles();
            format!("{name}, 10\u{a0}% to 90\u{a0}%: {} to {}", show(p10), show(p90))
        }
    };
    format!("{extent}, middle {}", show(range.central()))
}
