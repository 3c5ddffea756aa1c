//! Rounding, to decimals and to multiples.
//!
//! 1.005 is a little less than 1.005 in binary, 0.3 / 0.1 a little less than 3. Excel rounds the decimals that people
//! see; so does this: what is a whole number or a half but for its last binary digits is taken for one.

use super::mathematics::answer;
use crate::formula::evaluate::Call;
use crate::formula::scalar::{Scalar, about_equal, divide};

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

/// To the nearest quarter of a step when it is one but for its last binary digits: to whole numbers and halves, that is.
fn settled(number: f64) -> f64 {
    let halves = (number * 2.0).round() / 2.0;
    if about_equal(number, halves) { halves } else { number }
}

fn to_digits(call: &mut Call<'_, '_>, way: Way) -> Answer {
    let number = call.number(0)?;
    let digits = call.number_or(1, 0.0)?.trunc();
    // Powers of ten up to this one are exact, and no double is finer where it matters.
    if digits > 22.0 {
        return answer(number);
    }
    if digits < -308.0 {
        return answer(if matches!(way, Way::AwayFromZero) && number != 0.0 { f64::INFINITY } else { 0.0 });
    }
    let shift = 10f64.powi(digits.abs() as i32);
    let scaled = if digits < 0.0 { number / shift } else { number * shift };
    // From here on every double is a whole number.
    if scaled.abs() >= 4_503_599_627_370_496.0 {
        return answer(number);
    }
    let whole = way.whole(if digits == 0.0 { scaled } else { settled(scaled) });
    answer(if digits < 0.0 { whole * shift } else { whole / shift })
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

/// How many times one number goes into another. Division by a whole number needs no settling: it is exact when it
/// comes out even.
fn times(number: f64, step: f64) -> Result<f64, String> {
    let times = divide(number, step)?;
    Ok(if step.fract() == 0.0 { times } else { settled(times) })
}

/// So many steps. Seven times 0.2 is 1.4000000000000001, but seven fifths are 1.4.
fn steps(count: f64, step: f64) -> f64 {
    let parts = 1.0 / step;
    let whole = parts.round();
    if whole.abs() > 1.0 && about_equal(parts, whole) { count / whole } else { count * step }
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
    if times.fract() == 0.0 && divisor.fract() != 0.0 {
        return answer(0.0);
    }
    let rest = number % divisor;
    answer(if rest != 0.0 && (rest < 0.0) != (divisor < 0.0) { rest + divisor } else { rest })
}
