//! The units of the equations as types, so that two of them never mix, and each factor between them, once.
//!
//! Amounts of one unit add up, are multiplied and divided by plain numbers, and divided by one another give a plain
//! number. Whatever else there is has a name. Shares and counts are plain numbers.
//!
//! A time to fill is counted in weeks and a ramp in months:
//!
//! ```
//! # use weighbridge::evaluate::units::{Months, Weeks};
//! let until_productive = Weeks(8.0).to_months() + Months(5.0);
//! ```
//! ```compile_fail,E0308
//! # use weighbridge::evaluate::units::{Months, Weeks};
//! let until_productive = Months(5.0) + Weeks(8.0);
//! ```
//!
//! An equation takes nothing but its own unit:
//!
//! ```
//! # use weighbridge::evaluate::{team::join_month, units::Weeks};
//! join_month(Weeks(11.0).to_months());
//! ```
//! ```compile_fail,E0308
//! # use weighbridge::evaluate::{team::join_month, units::Weeks};
//! join_month(Weeks(11.0));
//! ```
//!
//! A millisecond is no month:
//!
//! ```
//! # use weighbridge::evaluate::units::Ms;
//! let stay = Ms(2.08) + Ms(50.0);
//! ```
//! ```compile_fail,E0308
//! # use weighbridge::evaluate::units::{Months, Ms};
//! let stay = Ms(2.08) + Months(50.0);
//! ```
//!
//! A KB of memory is no MB of it, and a KB of data transfer neither:
//!
//! ```
//! # use weighbridge::evaluate::units::{Kb, Mb};
//! let memory = Mb(79.0) + Kb(64.0).to_mb();
//! ```
//! ```compile_fail,E0308
//! # use weighbridge::evaluate::units::{Kb, Mb};
//! let memory = Mb(79.0) + Kb(64.0);
//! ```
//! ```compile_fail,E0308
//! # use weighbridge::evaluate::units::{KbSent, Mb};
//! let memory = Mb(79.0) + KbSent(64.0);
//! ```
//!
//! Data transfer follows the average traffic, not the peak:
//!
//! ```
//! # use weighbridge::evaluate::{infrastructure::egress, units::{KbSent, PeakPerSecond}};
//! egress(PeakPerSecond(500.0).average(0.4), KbSent(10.0));
//! ```
//! ```compile_fail,E0308
//! # use weighbridge::evaluate::{infrastructure::egress, units::{KbSent, PeakPerSecond}};
//! egress(PeakPerSecond(500.0), KbSent(10.0));
//! ```
//!
//! Pay of a year is no amount of a month, and a yearly rate no monthly one:
//!
//! ```
//! # use weighbridge::evaluate::units::{Money, MoneyPerYear};
//! let month = MoneyPerYear(150_000.0).a_month() + Money(6_000.0);
//! ```
//! ```compile_fail,E0308
//! # use weighbridge::evaluate::units::{Money, MoneyPerYear};
//! let month = MoneyPerYear(150_000.0) + Money(6_000.0);
//! ```
//! ```
//! # use weighbridge::evaluate::{team::{monthly_attrition, staffed_share}, units::{Months, YearlyRate}};
//! staffed_share(monthly_attrition(YearlyRate(0.132)), Months(2.5));
//! ```
//! ```compile_fail,E0308
//! # use weighbridge::evaluate::{team::staffed_share, units::{Months, YearlyRate}};
//! staffed_share(YearlyRate(0.132), Months(2.5));
//! ```
//!
//! There is no square money:
//!
//! ```
//! # use weighbridge::evaluate::units::Money;
//! let twice = Money(2.0) * 2.0;
//! ```
//! ```compile_fail,E0308
//! # use weighbridge::evaluate::units::Money;
//! let twice = Money(2.0) * Money(2.0);
//! ```

use std::iter::Sum;
use std::ops::{Add, Div, Mul, Sub};

/// Months in a year.
const MONTHS_PER_YEAR: f64 = 12.0;
/// Weeks in a month.
const WEEKS_PER_MONTH: f64 = 4.348_125;
/// Hours in a month, as cloud price lists count.
const HOURS_PER_MONTH: f64 = 730.0;
/// Seconds in such a month.
const SECONDS_PER_MONTH: f64 = HOURS_PER_MONTH * 3600.0;
/// Milliseconds in a second.
const MS_PER_SECOND: f64 = 1000.0;
/// A step from KB to MB or from MB to GB of memory.
const MEMORY_STEP: f64 = 1024.0;
/// KB of data transfer in a GB of it, as price lists count.
const KB_PER_GB_SENT: f64 = 1e6;

macro_rules! units {
    ($($(#[$doc:meta])* $unit:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
        #[repr(transparent)]
        pub struct $unit(pub f64);

        impl Add for $unit {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl Sub for $unit {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Mul<f64> for $unit {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }

        impl Div<f64> for $unit {
            type Output = Self;
            fn div(self, divisor: f64) -> Self {
                Self(self.0 / divisor)
            }
        }

        impl Div for $unit {
            type Output = f64;
            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }

        impl Sum for $unit {
            fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
                Self(amounts.map(|amount| amount.0).sum())
            }
        }

        impl $unit {
            /// The lesser of two.
            pub fn min(self, other: Self) -> Self {
                Self(self.0.min(other.0))
            }

            /// The greater of two.
            pub fn max(self, other: Self) -> Self {
                Self(self.0.max(other.0))
            }
        }
    )*};
}

units! {
    /// Time of a request, milliseconds.
    Ms;
    /// Requests per second at peak (E5).
    PeakPerSecond;
    /// Requests per second on average.
    AveragePerSecond;
    /// Processor cores.
    Cores;
    /// Memory, KB of 1,024 bytes.
    Kb;
    /// Memory, MB of 1,024 KB.
    Mb;
    /// Memory, GB of 1,024 MB.
    Gb;
    /// Data transfer, KB.
    KbSent;
    /// Data transfer, GB of 1,000,000 KB.
    GbSent;
    /// A span of weeks.
    Weeks;
    /// A span of months, or a month by its number: the first is 1.
    Months;
    /// A share that leaves in a month, or by which something grows in a month.
    MonthlyRate;
    /// The same for a year.
    YearlyRate;
    /// An amount of money: at once, or of one month.
    Money;
    /// Pay of a year.
    MoneyPerYear;
    /// Price of an hour.
    MoneyPerHour;
}

impl PeakPerSecond {
    /// E6, the utilisation law: cores that requests of this much CPU time keep busy.
    pub fn busy_cores(self, cpu: Ms) -> Cores {
        Cores(self.at_once(cpu))
    }

    /// E9, Little's law: requests in flight that stay this long.
    pub fn in_flight(self, stay: Ms) -> f64 {
        self.at_once(stay)
    }

    /// E16: the average, at this share of the peak.
    pub fn average(self, load_factor: f64) -> AveragePerSecond {
        AveragePerSecond(self.0 * load_factor)
    }

    fn at_once(self, each: Ms) -> f64 {
        self.0 * each.0 / MS_PER_SECOND
    }
}

impl AveragePerSecond {
    /// E16: requests of a month.
    pub fn a_month(self) -> f64 {
        self.0 * SECONDS_PER_MONTH
    }
}

impl Kb {
    /// E11.
    pub fn to_mb(self) -> Mb {
        Mb(self.0 / MEMORY_STEP)
    }
}

impl Gb {
    /// E11.
    pub fn to_mb(self) -> Mb {
        Mb(self.0 * MEMORY_STEP)
    }
}

impl KbSent {
    /// E16.
    pub fn to_gb(self) -> GbSent {
        GbSent(self.0 / KB_PER_GB_SENT)
    }
}

impl Weeks {
    /// E18.
    pub fn to_months(self) -> Months {
        Months(self.0 / WEEKS_PER_MONTH)
    }
}

impl Months {
    /// Years, for yearly rates (E18, E20, E33).
    pub fn years(self) -> f64 {
        self.0 / MONTHS_PER_YEAR
    }
}

impl MoneyPerYear {
    /// E20.
    pub fn a_month(self) -> Money {
        Money(self.0 / MONTHS_PER_YEAR)
    }
}

impl MoneyPerHour {
    /// E15.
    pub fn a_month(self) -> Money {
        Money(self.0 * HOURS_PER_MONTH)
    }
}
