//! Days of the calendar, as far as the end of a runtime's support needs them.

/// The day on which the defaults were last looked up.
pub const AS_OF: &str = "2026-11-23";

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Such as 2026.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// Reads `2026-11-23`; none for anything else, or for a day that the month does not have.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |digits: usize| {
            let part = parts.next().filter(|part| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))?;
            part.parse::<u16>().ok()
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match month {
            2 => 28 + u16::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let fits = (1..=length).contains(&day) && parts.next().is_none();
        fits.then_some(Self { year, month: month as u8, day: day as u8 })
    }

    /// The day on which the defaults were last looked up: [`AS_OF`].
    pub fn as_of() -> Self {
        Self { year: 2026, month: 11, day: 23 }
    }

    /// Months from this day to `later`, a started month as a part; negative if it came before.
    pub fn months_until(self, later: Self) -> f64 {
        let months = |day: Self| f64::from(day.year) * 12.0 + f64::from(day.month) + f64::from(day.day) / 31.0;
        months(later) - months(self)
    }
}
