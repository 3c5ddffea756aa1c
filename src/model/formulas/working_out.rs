//! What the formulas of a plan come to.

use std::sync::Arc;

use super::Formulas;
use super::meaning::{MOST_TARGETS, Meaning};
use crate::formula::Scalar;
use crate::model::{Input, Kind, Names, Path, Plan, Problem, Problems, Sorted, Value};

impl Plan {
    /// The formulas.
    pub fn formulas(&self) -> &Formulas {
        &self.formulas
    }

    /// The formulas that come to nothing, with the reason. While there are any, nothing follows from the plan.
    pub fn faults(&self) -> &Sorted<Path, String> {
        &self.formulas.faults
    }

    /// The faults as problems with their places.
    pub fn fault_problems(&self) -> impl Iterator<Item = Problem> {
        self.faults().iter().map(|(path, reason)| Problem::at(path, reason.clone()))
    }

    /// What is wrong with a formula in the cell at `at`, before it is put there: a mistake in it, or a name that means
    /// nothing.
    ///
    /// # Errors
    /// The problem.
    pub fn check_formula(&self, at: &Path, text: &str) -> Result<(), Problem> {
        Meaning::of(&Names::of(self), text, at, MOST_TARGETS).map(|_| ()).map_err(|message| Problem::at(at, message))
    }

    /// The text of a formula of the cell at `from` with every name in full, so that it means the same in any cell.
    pub fn formula_in_full(&self, from: &Path) -> Option<String> {
        let (formula, targets) = self.formulas.read(from)?;
        let mut full = |index: usize| match targets.get(index).map(|paths| &**paths) {
            Some([path]) if !formula.references().get(index)?.is_pattern() => Some(path.to_string()),
            _ => None,
        };
        Some(formula.with_names(&mut full))
    }

    /// Works all formulas out again, and adds everything that is wrong with formulas that have just been set.
    pub fn formula_problems(&mut self, found: &mut Problems) {
        let mut formulas = std::mem::take(&mut self.formulas);
        let ready = self.prepare(&mut formulas, found);
        self.formulas = formulas;
        if ready {
            self.work_out();
        }
    }

    /// Works all formulas out again. Needed after [`Plan::set`]; whoever reads a plan finds it done.
    ///
    /// # Errors
    /// A formula cannot be read, names what the plan has not, or refers to itself.
    pub fn recalculate(&mut self) -> Result<(), Problem> {
        let mut first = Problems::up_to(1);
        self.formula_problems(&mut first);
        first.first()
    }

    fn work_out(&mut self) {
        let order = self.formulas.order.clone();
        for path in order.iter().flat_map(|order| order.iter()) {
            let (value, fault) = match self.outcome(path) {
                Ok(value) => (value, None),
                Err(reason) => (self.input(path).map_or(Value::Empty, |input| input.kind.stand_in()), Some(reason)),
            };
            // The kind and bounds have been looked at.
            let _ = self.write(path, value);
            if let Some(reason) = fault {
                self.formulas.faults.insert(path.clone(), reason);
            }
        }
    }

    /// Reads what is new, and finds the order; whether both could be done.
    fn prepare(&self, formulas: &mut Formulas, found: &mut Problems) -> bool {
        formulas.faults.clear();
        if formulas.entries.values().any(|entry| entry.meaning.is_none()) {
            let names = Names::of(self);
            let mut count: usize =
                formulas.entries.values().filter_map(|entry| entry.meaning.as_ref()).map(|known| known.count()).sum();
            let mut all_read = true;
            for (path, entry) in formulas.entries.iter_mut().filter(|(_, entry)| entry.meaning.is_none()) {
                match Meaning::of(&names, &entry.text, path, MOST_TARGETS - count) {
                    Ok(meaning) => {
                        count += meaning.count();
                        entry.meaning = Some(Arc::new(meaning));
                    }
                    Err(message) => {
                        all_read = false;
                        found.add(Problem::at(path, message));
                        if found.is_full() {
                            return false;
                        }
                    }
                }
            }
            if !all_read {
                return false;
            }
        }
        if formulas.order.is_none() {
            formulas.order = found.take(formulas.sorted());
        }
        formulas.order.is_some()
    }

    /// What the formula at `path` comes to, checked as if it had been typed.
    fn outcome(&self, path: &Path) -> Result<Value, String> {
        let entry = self.formulas.entries.get(path.as_str());
        let (Some(meaning), Some(input)) = (entry.and_then(|entry| entry.meaning.as_ref()), self.input(path)) else {
            return Err("the plan has no such input".into());
        };
        let mut read = |index: usize| {
            let targets = meaning.targets.get(index).map_or(&[][..], |paths| &**paths);
            targets.iter().map(|path| self.scalar(path)).collect()
        };
        let value = number(input, meaning.formula.evaluate(&mut read)?)?;
        input.check(&value).map_err(|problem| format!("its result {}", problem.message))?;
        Ok(value)
    }

    fn scalar(&self, path: &Path) -> Result<Scalar, String> {
        if !self.formulas.faults.is_empty() && self.formulas.faults.get(path.as_str()).is_some() {
            return Err(format!("{path} has an error"));
        }
        Ok(match self.value(path) {
            Some(Value::Number(number)) => Scalar::Number(number),
            Some(Value::Range(range)) => Scalar::Number(range.central()),
            Some(Value::Text(text) | Value::Formula(text)) => Scalar::Text(text),
            Some(Value::Flag(flag)) => Scalar::Flag(flag),
            Some(Value::List(words)) => Scalar::Text(words.join(", ")),
            Some(Value::Empty) => Scalar::Blank,
            None => return Err(format!("there is no {path}")),
        })
    }
}

/// The number a formula gives; where nothing is allowed, an empty text or cell gives nothing.
fn number(input: &Input, result: Scalar) -> Result<Value, String> {
    match result {
        Scalar::Number(number) => Ok(Value::Number(number + 0.0)),
        Scalar::Flag(flag) => Ok(Value::Number(f64::from(u8::from(flag)))),
        Scalar::Blank if matches!(input.kind, Kind::Optional(..)) => Ok(Value::Empty),
        Scalar::Text(text) if text.is_empty() && matches!(input.kind, Kind::Optional(..)) => Ok(Value::Empty),
        Scalar::Blank => Ok(Value::Number(0.0)),
        Scalar::Text(text) => Err(format!("it gives the text {}; expected a number", Value::Text(text))),
    }
}
