//! The factors between units, each against a value worked out by hand. That units do not mix is for the compiler to say:
//! see the examples in the documentation of `evaluate::units`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::assert_close;
use weighbridge::evaluate::discount;
use weighbridge::evaluate::fleet::{usable_memory, variable_memory};
use weighbridge::evaluate::rewrite::staff;
use weighbridge::evaluate::team::loaded_pay;
use weighbridge::evaluate::units::{
    AveragePerSecond, Cores, Gb, GbSent, Kb, KbSent, Mb, Money, MoneyPerHour, MoneyPerYear, Months, Ms, PeakPerSecond,
    Weeks, YearlyRate,
};

#[test]
fn e6_and_e9_a_millisecond_is_a_thousandth_of_a_second() {
    // 500·2.08/1000 and 500·(2.08 + 50)/1000
    assert_close(PeakPerSecond(500.0).busy_cores(Ms(2.08)).0, 1.04);
    assert_close(PeakPerSecond(500.0).in_flight(Ms(2.08) + Ms(50.0)), 26.04);
    // A request that stays a second is one in flight.
    assert_eq!(PeakPerSecond(1.0).in_flight(Ms(1000.0)), 1.0);
}

#[test]
fn e11_memory_counts_in_steps_of_1024() {
    assert_eq!((Kb(1536.0).to_mb(), Gb(4.0).to_mb()), (Mb(1.5), Mb(4096.0)));
    // 4·1024·0.8
    assert_close(usable_memory(Gb(4.0), 0.8).0, 3276.8);
    // 2,000·(16.5 + 10)/1024 + 26.04·64/1024 = 51.7578125 + 1.6275
    let memory = variable_memory(2000.0, Kb(16.5) + Kb(10.0), 26.04, Kb(64.0));
    assert_close(memory.0, 53.385_312_5);
}

#[test]
fn e16_data_transfer_counts_in_millions_of_kb_on_average() {
    assert_eq!(KbSent(1_500_000.0).to_gb(), GbSent(1.5));
    assert_eq!(PeakPerSecond(500.0).average(0.25), AveragePerSecond(125.0));
    // 730 hours of 3,600 s
    assert_eq!(AveragePerSecond(2.0).a_month(), 5_256_000.0);
}

#[test]
fn e18_a_month_is_the_mean_month_of_the_calendar() {
    // 400 years of the calendar have 146,097 days, so a month 146,097/7/4800 = 4.348125 weeks
    assert_eq!(Weeks(8.69625).to_months(), Months(2.0));
    assert_close(Weeks(146_097.0 / 7.0).to_months().0, 4800.0);
}

#[test]
fn e15_and_e20_pay_and_prices_of_a_month() {
    assert_eq!((MoneyPerHour(2.0).a_month(), MoneyPerYear(150_000.0).a_month()), (Money(1460.0), Money(12_500.0)));
    // 3·150,000·1.4/12
    assert_close(loaded_pay(MoneyPerYear(150_000.0) * 3.0, 1.4).0, 52_500.0);
    // 126,000 over 3 months at 120,000·1.4/12 = 14,000 a month: 126,000/42,000
    assert_close(staff(Money(126_000.0), Months(3.0), MoneyPerYear(120_000.0), 1.4), 3.0);
}

#[test]
fn e33_a_yearly_rate_over_months() {
    assert_eq!(Months(18.0).years(), 1.5);
    // 1/1.1 after a year, 1/1.21 after two, and 1.21^(−1/12·6) = 1/1.1 after half of a year at 21 %
    for (rate, month, worth) in [(0.1, 12.0, 1.0 / 1.1), (0.1, 24.0, 1.0 / 1.21), (0.21, 6.0, 1.0 / 1.1)] {
        assert_close(discount(YearlyRate(rate), Months(month)), worth);
    }
}

#[test]
fn amounts_of_one_unit_count_like_numbers() {
    assert_eq!(Ms(2.0) + Ms(3.0) - Ms(1.0), Ms(4.0));
    assert_eq!(Money(9.0) * 2.0 / 3.0, Money(6.0));
    // Six cores fill three instances of two.
    assert_eq!(Cores(6.0) / Cores(2.0), 3.0);
    assert_eq!([Mb(15.0), Mb(64.0)].into_iter().sum::<Mb>(), Mb(79.0));
    assert_eq!((Months(4.5).min(Months(6.0)), Months(4.5).max(Months(6.0))), (Months(4.5), Months(6.0)));
    assert!(Weeks(8.0) < Weeks(11.0));
}
