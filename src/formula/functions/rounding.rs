//! Rounding, to decimals and to multiples.
//!
//! 1.005 is a little less than 1.005 in binary, 0.3 / 0.1 a little less than 3. Excel rounds the decimals that people
//! see, fifteen of them, and so does this.

use super::mathematics::answer;
use crate::formula::evaluate::Call;
use crate::formula::scalar::{Scalar, divide, fifteen};

type Answer = Result<Scalar, String>;

/// Which whole number to take.
#[derive(Clone, Copy)]
enum Way {
    Nearest,
    TowardsZero,
    AwayFromZero,
}

impl Way {
    fn whole(self, number: f64) -> f64 {
        match self {
            Self::Nearest => number.round(),
            Self::TowardsZero => number.trunc(),
            Self::AwayFromZero => number.trunc() + if number.fract() == 0.0 { 0.0 } else { number.signum() },
        }
    }
}

/// From here on a double has fewer than fifteen digits behind the point: none.
const WHOLE: f64 = 1e15;
/// From here on every double is a whole number.
const COARSE: f64 = 4_503_599_627_370_496.0;

/// A number with its point moved, by way of its decimals, so that 2.675 becomes 267.5 exactly and 268 becomes 2.68.
fn shifted(number: f64, places: i32) -> f64 {
    format!("{number}e{places}").parse().unwrap_or(number)
}

fn to_digits(call: &mut Call<'_, '_>, way: Way) -> Answer {
    let number = call.number(0)?;
    // No double reaches farther. What is not a whole number of digits is cut.
    let digits = call.number_or(1, 0.0)?.clamp(-400.0, 400.0) as i32;
    let scaled = shifted(number, digits).abs();
    if scaled >= COARSE {
        return answer(number);
    }
    let seen = if scaled < WHOLE { fifteen(number) } else { number };
    answer(shifted(way.whole(shifted(seen, digits)), -digits))
}

pub(super) fn round(call: &mut Call<'_, '_>) -> Answer {
    to_digits(call, Way::Nearest)
}

pub(super) fn round_up(call: &mut Call<'_, '_>) -> Answer {
    to_digits(call, Way::AwayFromZero)
}

pub(super) fn round_down(call: &mut Call<'_, '_>) -> Answer {
    to_digits(call, Way::TowardsZero)
}

pub(super) fn int(call: &mut Call<'_, '_>) -> Answer {
    answer(call.number(0)?.floor())
}

/// How many times one number goes into another.
fn times(number: f64, step: f64) -> Result<f64, String> {
    let times = divide(number, step)?;
    Ok(if times.abs() < WHOLE { fifteen(times) } else { times })
}

/// So many steps. Seven times 0.2 is 1.4000000000000001, but seven fifths are 1.4.
fn steps(count: f64, step: f64) -> f64 {
    let parts = fifteen(1.0 / step);
    if parts.fract() == 0.0 { count / parts } else { count * step }
}

pub(super) fn ceiling(call: &mut Call<'_, '_>) -> Answer {
    let (number, step) = (call.number(0)?, call.number_or(1, 1.0)?);
    if step == 0.0 || number == 0.0 {
        return answer(0.0);
    }
    if number > 0.0 && step < 0.0 {
        return Err("CEILING has no negative multiple above a positive number".into());
    }
    answer(steps(times(number, step)?.ceil(), step))
}

pub(super) fn floor(call: &mut Call<'_, '_>) -> Answer {
    let (number, step) = (call.number(0)?, call.number_or(1, 1.0)?);
    if number == 0.0 {
        return answer(0.0);
    }
    if number > 0.0 && step < 0.0 {
        return Err("FLOOR has no negative multiple for a positive number".into());
    }
    answer(steps(times(number, step)?.floor(), step))
}

pub(super) fn mround(call: &mut Call<'_, '_>) -> Answer {
    let (number, step) = (call.number(0)?, call.number(1)?);
    if step == 0.0 || number == 0.0 {
        return answer(0.0);
    }
    if (number < 0.0) != (step < 0.0) {
        return Err("MROUND needs a number and a multiple of the same sign".into());
    }
    answer(steps(times(number, step)?.round(), step))
}

pub(super) fn quotient(call: &mut Call<'_, '_>) -> Answer {
    answer(times(call.number(0)?, call.number(1)?)?.trunc())
}

pub(super) fn modulo(call: &mut Call<'_, '_>) -> Answer {
    let (number, divisor) = (call.number(0)?, call.number(1)?);
    let times = times(number, divisor)?;
    // 0.3 is three times 0.1, though in binary nearly another 0.1 is left over.
    if divisor.fract() != 0.0 && times.fract() == 0.0 && times.abs() < WHOLE {
        return answer(0.0);
    }
    let rest = number % divisor;
    answer(if rest != 0.0 && (rest < 0.0) != (divisor < 0.0) { rest + divisor } else { rest })
}
