//! Powers, logarithms and signs.

use crate::formula::evaluate::Call;
use crate::formula::scalar::{self, Scalar, finite};

type Answer = Result<Scalar, String>;

/// A number if it is in range.
pub(super) fn answer(number: f64) -> Answer {
    finite(number).map(Scalar::Number)
}

pub(super) fn abs(call: &mut Call<'_, '_>) -> Answer {
    answer(call.number(0)?.abs())
}

pub(super) fn sign(call: &mut Call<'_, '_>) -> Answer {
    let number = call.number(0)?;
    answer(if number == 0.0 { 0.0 } else { number.signum() })
}

pub(super) fn exp(call: &mut Call<'_, '_>) -> Answer {
    answer(call.number(0)?.exp())
}

pub(super) fn sqrt(call: &mut Call<'_, '_>) -> Answer {
    let number = call.number(0)?;
    if number < 0.0 { Err("the square root of a negative number".into()) } else { answer(number.sqrt()) }
}

pub(super) fn power(call: &mut Call<'_, '_>) -> Answer {
    answer(scalar::power(call.number(0)?, call.number(1)?)?)
}

pub(super) fn pi(_: &mut Call<'_, '_>) -> Answer {
    answer(std::f64::consts::PI)
}

fn above_zero(number: f64) -> Result<f64, String> {
    if number > 0.0 { Ok(number) } else { Err("the logarithm of a number that is not above 0".into()) }
}

pub(super) fn ln(call: &mut Call<'_, '_>) -> Answer {
    answer(above_zero(call.number(0)?)?.ln())
}

pub(super) fn log10(call: &mut Call<'_, '_>) -> Answer {
    answer(above_zero(call.number(0)?)?.log10())
}

pub(super) fn log(call: &mut Call<'_, '_>) -> Answer {
    let number = above_zero(call.number(0)?)?;
    let base = above_zero(call.number_or(1, 10.0)?)?;
    // ln 1000 / ln 10 is not quite 3.
    if base == 10.0 { answer(number.log10()) } else { answer(scalar::divide(number.ln(), base.ln())?) }
}
