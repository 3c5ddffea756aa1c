//! Loans and savings. What is paid is negative, what is received positive, as in Excel.

use super::mathematics::answer;
use crate::formula::evaluate::Call;
use crate::formula::scalar::{Scalar, divide, power};

type Answer = Result<Scalar, String>;

/// What the values have in common: the rate first, at last a future or present value and the type.
struct Terms {
    rate: f64,
    second: f64,
    third: f64,
    fourth: f64,
    /// 1 plus the rate when payments are at the beginning of a period.
    early: f64,
}

fn terms(call: &mut Call<'_, '_>) -> Result<Terms, String> {
    let rate = call.number(0)?;
    if rate <= -1.0 {
        return Err("an interest rate of −100 % or less".into());
    }
    let early = if call.number(4)? == 0.0 { 1.0 } else { 1.0 + rate };
    Ok(Terms { rate, second: call.number(1)?, third: call.number(2)?, fourth: call.number(3)?, early })
}

/// What 1 grows to, and what payments of 1 grow to.
fn growth(rate: f64, periods: f64, early: f64) -> Result<(f64, f64), String> {
    if rate == 0.0 {
        return Ok((1.0, periods));
    }
    let one = power(1.0 + rate, periods)?;
    Ok((one, early * (one - 1.0) / rate))
}

pub(super) fn pmt(call: &mut Call<'_, '_>) -> Answer {
    let Terms { rate, second: periods, third: present, fourth: future, early } = terms(call)?;
    let (one, payments) = growth(rate, periods, early)?;
    answer(divide(-(present * one + future), payments)?)
}

pub(super) fn fv(call: &mut Call<'_, '_>) -> Answer {
    let Terms { rate, second: periods, third: payment, fourth: present, early } = terms(call)?;
    let (one, payments) = growth(rate, periods, early)?;
    answer(-(present * one + payment * payments))
}

pub(super) fn pv(call: &mut Call<'_, '_>) -> Answer {
    let Terms { rate, second: periods, third: payment, fourth: future, early } = terms(call)?;
    let (one, payments) = growth(rate, periods, early)?;
    answer(divide(-(future + payment * payments), one)?)
}

pub(super) fn nper(call: &mut Call<'_, '_>) -> Answer {
    let Terms { rate, second: payment, third: present, fourth: future, early } = terms(call)?;
    if rate == 0.0 {
        return answer(divide(-(present + future), payment)?);
    }
    let payment = payment * early;
    let grown = divide(payment - future * rate, payment + present * rate)?;
    if grown <= 0.0 {
        return Err("these payments never pay it off".into());
    }
    answer(grown.ln() / (1.0 + rate).ln())
}

pub(super) fn npv(call: &mut Call<'_, '_>) -> Answer {
    let rate = call.number(0)?;
    if rate <= -1.0 {
        return Err("an interest rate of −100 % or less".into());
    }
    let mut worth = 0.0;
    for (period, amount) in call.numbers(1..call.len())?.iter().enumerate() {
        worth += amount / power(1.0 + rate, period as f64 + 1.0)?;
    }
    answer(worth)
}
