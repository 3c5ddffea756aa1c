//! The formulas of a plan. An input that holds one keeps its text here, and the number it comes to where plain numbers
//! are kept: so everything that counts with the plan finds numbers only. Whoever changes a plan has
//! [`Plan::recalculate`] bring those numbers up to date.

mod meaning;
mod working_out;

use std::sync::Arc;

use super::{Path, Problem, Sorted};
use crate::formula::Formula;
use meaning::Meaning;

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
