//! Conditions, choices and faults.

use crate::formula::evaluate::Call;
use crate::formula::scalar::Scalar;

type Answer = Result<Scalar, String>;

pub(super) fn if_(call: &mut Call<'_, '_>) -> Answer {
    match (call.flag(0)?, call.len()) {
        (true, _) => call.scalar(1),
        (false, 2) => Ok(Scalar::Flag(false)),
        (false, _) => call.scalar(2),
    }
}

pub(super) fn ifs(call: &mut Call<'_, '_>) -> Answer {
    if call.len() % 2 == 1 {
        return Err("the last condition of IFS has no value".into());
    }
    for index in (0..call.len()).step_by(2) {
        if call.flag(index)? {
            return call.scalar(index + 1);
        }
    }
    Err("no condition of IFS holds".into())
}

pub(super) fn switch(call: &mut Call<'_, '_>) -> Answer {
    let value = call.scalar(0)?;
    let mut index = 1;
    while index + 1 < call.len() {
        if call.scalar(index)?.compare(&value).is_eq() {
            return call.scalar(index + 1);
        }
        index += 2;
    }
    if index < call.len() { call.scalar(index) } else { Err("no case of SWITCH fits".into()) }
}

pub(super) fn choose(call: &mut Call<'_, '_>) -> Answer {
    let which = call.number(0)?.trunc();
    if which < 1.0 || which >= call.len() as f64 {
        return Err(format!("CHOOSE has no value {which}"));
    }
    call.scalar(which as usize)
}

pub(super) fn iferror(call: &mut Call<'_, '_>) -> Answer {
    call.scalar(0).or_else(|_| call.scalar(1))
}

pub(super) fn iserror(call: &mut Call<'_, '_>) -> Answer {
    Ok(Scalar::Flag(call.scalar(0).is_err()))
}

pub(super) fn isnumber(call: &mut Call<'_, '_>) -> Answer {
    Ok(Scalar::Flag(matches!(call.scalar(0), Ok(Scalar::Number(_)))))
}

pub(super) fn isblank(call: &mut Call<'_, '_>) -> Answer {
    Ok(Scalar::Flag(matches!(call.scalar(0), Ok(Scalar::Blank))))
}

pub(super) fn not(call: &mut Call<'_, '_>) -> Answer {
    Ok(Scalar::Flag(!call.flag(0)?))
}

pub(super) fn and(call: &mut Call<'_, '_>) -> Answer {
    counted(call, |holding, all| holding == all)
}

pub(super) fn or(call: &mut Call<'_, '_>) -> Answer {
    counted(call, |holding, _| holding > 0)
}

pub(super) fn xor(call: &mut Call<'_, '_>) -> Answer {
    counted(call, |holding, _| holding % 2 == 1)
}

/// Judges by how many conditions hold, of how many. All are looked at, so a fault in any is one; texts and empty cells
/// are passed over.
fn counted(call: &mut Call<'_, '_>, judge: fn(usize, usize) -> bool) -> Answer {
    let (mut holding, mut all) = (0, 0);
    for index in 0..call.len() {
        let (values, cells) = call.list(index)?;
        for value in values {
            if cells && matches!(value, Scalar::Text(_) | Scalar::Blank) {
                continue;
            }
            all += 1;
            holding += usize::from(value.flag()?);
        }
    }
    if all == 0 {
        Err(format!("{} has no condition to look at", call.name))
    } else {
        Ok(Scalar::Flag(judge(holding, all)))
    }
}
