//! What many numbers come to.

use super::mathematics::answer;
use crate::formula::evaluate::Call;
use crate::formula::scalar::{Scalar, divide, numeric};

type Answer = Result<Scalar, String>;

fn all(call: &mut Call<'_, '_>) -> Result<Vec<f64>, String> {
    call.numbers(0..call.len())
}

/// All numbers, of which there must be some.
fn some(call: &mut Call<'_, '_>) -> Result<Vec<f64>, String> {
    let numbers = all(call)?;
    if numbers.is_empty() { Err(format!("{} has no number to look at", call.name)) } else { Ok(numbers) }
}

pub(super) fn sum(call: &mut Call<'_, '_>) -> Answer {
    answer(all(call)?.iter().sum())
}

pub(super) fn sumsq(call: &mut Call<'_, '_>) -> Answer {
    answer(all(call)?.iter().map(|number| number * number).sum())
}

/// Of nothing 0, as in Excel.
pub(super) fn product(call: &mut Call<'_, '_>) -> Answer {
    let numbers = all(call)?;
    answer(if numbers.is_empty() { 0.0 } else { numbers.iter().product() })
}

fn mean(numbers: &[f64]) -> f64 {
    numbers.iter().sum::<f64>() / numbers.len() as f64
}

pub(super) fn average(call: &mut Call<'_, '_>) -> Answer {
    answer(mean(&some(call)?))
}

pub(super) fn stdev(call: &mut Call<'_, '_>) -> Answer {
    let numbers = all(call)?;
    if numbers.len() < 2 {
        return Err("STDEV needs at least two numbers".into());
    }
    let mean = mean(&numbers);
    let squares: f64 = numbers.iter().map(|number| (number - mean) * (number - mean)).sum();
    answer(divide(squares, numbers.len() as f64 - 1.0)?.sqrt())
}

pub(super) fn geomean(call: &mut Call<'_, '_>) -> Answer {
    let numbers = some(call)?;
    if numbers.iter().any(|number| *number <= 0.0) {
        return Err("GEOMEAN needs numbers above 0".into());
    }
    // By logarithms, so that the product cannot overflow.
    answer((numbers.iter().map(|number| number.ln()).sum::<f64>() / numbers.len() as f64).exp())
}

/// Of nothing 0, as in Excel.
pub(super) fn min(call: &mut Call<'_, '_>) -> Answer {
    answer(all(call)?.into_iter().reduce(f64::min).unwrap_or(0.0))
}

/// Of nothing 0, as in Excel.
pub(super) fn max(call: &mut Call<'_, '_>) -> Answer {
    answer(all(call)?.into_iter().reduce(f64::max).unwrap_or(0.0))
}

pub(super) fn median(call: &mut Call<'_, '_>) -> Answer {
    let mut numbers = some(call)?;
    numbers.sort_unstable_by(f64::total_cmp);
    let middle = |index: usize| numbers.get(index).copied().unwrap_or(0.0);
    let (low, high) = (middle((numbers.len() - 1) / 2), middle(numbers.len() / 2));
    // Halved one by one: the sum of two large numbers could overflow.
    answer(if low == high { low } else { low / 2.0 + high / 2.0 })
}

pub(super) fn small(call: &mut Call<'_, '_>) -> Answer {
    by_size(call, |_, place| place - 1)
}

pub(super) fn large(call: &mut Call<'_, '_>) -> Answer {
    by_size(call, |count, place| count - place)
}

fn by_size(call: &mut Call<'_, '_>, index: fn(usize, usize) -> usize) -> Answer {
    let mut numbers = call.numbers(0..1)?;
    let place = call.number(1)?.trunc();
    if place < 1.0 || place > numbers.len() as f64 {
        return Err(format!("{} has no number at place {place}", call.name));
    }
    numbers.sort_unstable_by(f64::total_cmp);
    answer(numbers.get(index(numbers.len(), place as usize)).copied().unwrap_or(0.0))
}

pub(super) fn count(call: &mut Call<'_, '_>) -> Answer {
    counted(call, |value, cells| match value {
        Scalar::Number(_) => true,
        Scalar::Flag(_) => !cells,
        Scalar::Text(text) => !cells && numeric(text).is_some(),
        Scalar::Blank => false,
    })
}

pub(super) fn count_all(call: &mut Call<'_, '_>) -> Answer {
    counted(call, |value, _| *value != Scalar::Blank)
}

fn counted(call: &mut Call<'_, '_>, counts: fn(&Scalar, bool) -> bool) -> Answer {
    let mut count = 0.0;
    for index in 0..call.len() {
        let (values, cells) = call.list(index)?;
        count += values.iter().filter(|value| counts(value, cells)).count() as f64;
    }
    answer(count)
}

/// What is no number counts as 0, as in Excel.
pub(super) fn sumproduct(call: &mut Call<'_, '_>) -> Answer {
    let mut products: Vec<f64> = Vec::new();
    for index in 0..call.len() {
        let (values, _) = call.list(index)?;
        if index == 0 {
            products = vec![1.0; values.len()];
        }
        if values.len() != products.len() {
            return Err(format!("SUMPRODUCT has lists of {} and {} values", products.len(), values.len()));
        }
        for (product, value) in products.iter_mut().zip(&values) {
            *product *= if let Scalar::Number(number) = value { *number } else { 0.0 };
        }
    }
    answer(products.iter().sum())
}
