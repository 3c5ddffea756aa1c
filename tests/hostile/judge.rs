//! Whether what became of hostile input is what must become of it.

use weighbridge::evaluate::evaluate;
use weighbridge::file;
use weighbridge::model::{Plan, Value};

use crate::corpus::{Case, Fate, Outcome, Way};
use crate::support::{is_finite, is_unseen};

impl Case {
    /// What is wrong with that outcome, if anything.
    pub fn judge(&self, outcome: &Outcome) -> Result<(), String> {
        match (&self.fate, outcome) {
            (Fate::Refused(words), Err(sentence)) => {
                let missing: Vec<&String> = words.iter().filter(|word| !sentence.contains(word.as_str())).collect();
                if missing.is_empty() {
                    check_sentence(sentence)
                } else {
                    Err(format!("{missing:?} in “{sentence}”"))
                }
            }
            (Fate::Either, Err(sentence)) => check_sentence(sentence),
            (Fate::Refused(_), Ok(_)) => Err("it was taken".into()),
            // Typed, what comes to nothing is refused at once.
            (Fate::Fault(_), Err(sentence)) if matches!(self.way, Way::Type(_)) => check_sentence(sentence),
            (_, Err(sentence)) => Err(format!("refused: {sentence}")),
            (fate, Ok(plan)) => {
                let again = file::read(&file::write(plan)).map_err(|error| error.to_string())?;
                if again != **plan {
                    return Err("the file of what was taken is another plan".into());
                }
                if !is_finite(&evaluate(plan)) {
                    return Err("a result is no number".into());
                }
                check_fate(fate, plan)
            }
        }
    }
}

fn check_fate(fate: &Fate, plan: &Plan) -> Result<(), String> {
    let get = |path: &str| plan.get(&path.into());
    let (found, expected) = match fate {
        Fate::Holds(path, text) => (get(path), Some(Value::Text(text.clone()))),
        Fate::Fault(says) => {
            let faults: Vec<String> = plan.fault_problems().map(|problem| problem.to_string()).collect();
            faults.iter().try_for_each(|fault| check_sentence(fault))?;
            return if faults.iter().any(|fault| fault.contains(says)) { Ok(()) } else { Err(format!("{faults:?}")) };
        }
        Fate::Counts(path, number) => (plan.value(&(*path).into()), Some(Value::Number(*number))),
        Fate::Taken | Fate::Either | Fate::Refused(_) => return Ok(()),
    };
    if found == expected { Ok(()) } else { Err(format!("{found:?}; expected {expected:?}")) }
}

/// What is said can be read: at once, in one direction.
fn check_sentence(sentence: &str) -> Result<(), String> {
    let is_fine = !sentence.is_empty() && sentence.chars().count() < 500 && !sentence.contains(is_unseen);
    if is_fine { Ok(()) } else { Err(format!("no sentence to read: {sentence:?}")) }
}
