//! The formulas of a plan. An input that holds one keeps its text here, and the number it comes to where plain numbers
//! are kept: so everything that counts with the plan finds numbers only. Whoever changes a plan has
//! [`Plan::recalculate`] bring those numbers up to date.

use std::sync::Arc;

use super::names::Names;
use super::{Input, Kind, Path, Plan, Problem, Problems, Sorted, Value};
use crate::formula::{Formula, Scalar};

/// Which inputs hold a formula, what it means, in which order they follow from each other, and which come to nothing.
#[derive(Debug, Clone, Default)]
pub struct Formulas {
    entries: Sorted<Path, Entry>,
    /// Each formula behind those it refers to; none until it is looked for.
    order: Option<Arc<[Path]>>,
    faults: Sorted<Path, String>,
}

/// The rest follows from the texts.
impl PartialEq for Formulas {
    fn eq(&self, other: &Self) -> bool {
        let texts = |formulas: &Self| -> Vec<(Path, String)> {
            formulas.entries.iter().map(|(path, entry)| (path.clone(), entry.text.clone())).collect()
        };
        self.entries.len() == other.entries.len() && texts(self) == texts(other)
    }
}

#[derive(Debug, Clone)]
struct Entry {
    text: String,
    meaning: Option<Arc<Meaning>>,
}

/// A formula that has been read, with the inputs that each of its names means.
#[derive(Debug)]
struct Meaning {
    formula: Formula,
    targets: Vec<Arc<[Path]>>,
}

impl Meaning {
    /// Reads a formula of the cell at `at`, which may read so many inputs.
    fn of(names: &Names, text: &str, at: &Path, most: usize) -> Result<Self, String> {
        let formula = Formula::parse(text, &|name| names.is_known(name)).map_err(|fault| fault.message)?;
        let (mut targets, mut count) = (Vec::new(), 0);
        for name in formula.references() {
            let found = names.resolve(&name.name, at)?;
            count += found.len();
            if count > most {
                return Err(format!(
                    "with it, the formulas of the plan read more than {MOST_TARGETS} inputs; that many would take too long"
                ));
            }
            targets.push(found);
        }
        Ok(Self { formula, targets })
    }

    /// The inputs it reads.
    fn inputs(&self) -> impl Iterator<Item = &Path> {
        self.targets.iter().flat_map(|paths| paths.iter())
    }

    /// How many inputs it reads; one that is read twice counts twice.
    fn count(&self) -> usize {
        self.targets.iter().map(|paths| paths.len()).sum()
    }
}

/// All formulas of a plan together read no more inputs than this: with every keystroke they are all read.
const MOST_TARGETS: usize = 50_000;

impl Formulas {
    /// Inputs with their formulas.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &str)> {
        self.entries.iter().map(|(path, entry)| (path, entry.text.as_str()))
    }

    /// The formula at `path`.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.entries.get(path).map(|entry| entry.text.as_str())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The inputs that the formula at `path` refers to.
    pub fn targets(&self, path: &str) -> impl Iterator<Item = &Path> {
        let meaning = self.entries.get(path).and_then(|entry| entry.meaning.as_ref());
        meaning.into_iter().flat_map(|meaning| meaning.inputs())
    }

    /// The formula at `path` as it was read, with the inputs that each of its names means.
    pub fn read(&self, path: &Path) -> Option<(&Formula, &[Arc<[Path]>])> {
        let meaning = self.entries.get(path.as_str())?.meaning.as_ref()?;
        Some((&meaning.formula, &meaning.targets))
    }

    pub(super) fn insert(&mut self, path: Path, text: String) {
        self.entries.insert(path, Entry { text, meaning: None });
        self.order = None;
    }

    pub(super) fn remove(&mut self, path: &str) {
        if self.entries.get(path).is_some() {
            self.entries.remove(path);
            self.order = None;
        }
    }

    /// Every name has to be looked up again: the plan has other inputs now.
    pub(super) fn forget_meanings(&mut self) {
        for (_, entry) in self.entries.iter_mut() {
            entry.meaning = None;
        }
        self.order = None;
    }

    /// Moves formulas and what they refer to; what has gone nowhere is gone.
    pub(super) fn relocate(&mut self, place: &dyn Fn(&Path) -> Option<Path>) {
        let mut moved = Sorted::default();
        for (path, entry) in self.entries.iter() {
            let Some(path) = place(path) else { continue };
            let mut entry = entry.clone();
            if let Some(meaning) = &entry.meaning {
                let target = |path: &Path| place(path).unwrap_or_default();
                let targets = meaning.targets.iter().map(|paths| paths.iter().map(target).collect()).collect();
                entry.meaning = Some(Arc::new(Meaning { formula: meaning.formula.clone(), targets }));
            }
            moved.insert(path, entry);
        }
        self.entries = moved;
        self.order = None;
    }

    /// An order in which each formula stands behind those it refers to.
    fn sorted(&self) -> Result<Arc<[Path]>, Problem> {
        #[derive(Clone, Copy, PartialEq)]
        enum Seen {
            Not,
            Entered,
            Done,
        }
        let entries: Vec<(&Path, &Entry)> = self.entries.iter().collect();
        let needs = |index: usize| -> Vec<usize> {
            let meaning = entries.get(index).and_then(|(_, entry)| entry.meaning.as_ref());
            let targets = meaning.into_iter().flat_map(|meaning| meaning.inputs());
            targets.filter_map(|path| self.entries.position(path.as_str())).collect()
        };
        let mut seen = vec![Seen::Not; entries.len()];
        let mut order = Vec::with_capacity(entries.len());
        for first in 0..entries.len() {
            // A list in place of recursion: a chain may be as long as a plan has cells.
            let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
            if seen.get(first) == Some(&Seen::Not) {
                open.push((first, needs(first)));
            }
            while let Some((index, needed)) = open.last_mut() {
                let index = *index;
                if let Some(state) = seen.get_mut(index) {
                    *state = Seen::Entered;
                }
                match needed.pop() {
                    Some(next) => match seen.get(next) {
                        Some(Seen::Not) => open.push((next, needs(next))),
                        Some(Seen::Entered) => {
                            let from = open.iter().position(|(index, _)| *index == next).unwrap_or(0);
                            let around = open.iter().skip(from).filter_map(|(index, _)| entries.get(*index));
                            return Err(circle(&around.map(|(path, _)| *path).collect::<Vec<_>>()));
                        }
                        _ => {}
                    },
                    None => {
                        if let Some(state) = seen.get_mut(index) {
                            *state = Seen::Done;
                        }
                        order.extend(entries.get(index).map(|(path, _)| (*path).clone()));
                        open.pop();
                    }
                }
            }
        }
        Ok(order.into())
    }
}

/// Formulas that refer to each other, the first one behind the last one.
fn circle(around: &[&Path]) -> Problem {
    let first = around.first().map(|path| (*path).clone()).unwrap_or_default();
    let message = match around {
        [_] => "the formula refers to its own cell".to_owned(),
        _ => {
            let through: Vec<&str> = around.iter().skip(1).take(4).map(|path| path.as_str()).collect();
            format!("the formula refers to its own cell by way of {}", through.join(", "))
        }
    };
    Problem::at(first, message)
}

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
