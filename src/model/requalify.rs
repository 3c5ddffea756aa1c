//! Formulas of a plan whose parts have been moved, copied or taken out: each name goes on meaning what it meant.

use super::{Formulas, Names, Path, Plan, Value, is_pattern};
use crate::formula::Formula;

/// What stands in a formula in place of a name whose input is gone, as in other spreadsheets.
pub const GONE: &str = "#REF!";

impl Plan {
    /// Moves the formulas, and what they refer to, to where `place` says; what it gives no place is gone.
    pub fn relocate_formulas(&mut self, place: &dyn Fn(&Path) -> Option<Path>) {
        self.formulas.relocate(place);
    }

    /// Puts the formulas of a copied thing where `copy` says. Short names then mean the copy's own inputs.
    pub fn copy_formulas(&mut self, copy: &dyn Fn(&Path) -> Option<Path>) {
        let copies: Vec<(Path, String)> =
            self.formulas.iter().filter_map(|(path, text)| Some((copy(path)?, text.to_owned()))).collect();
        for (path, text) in copies {
            self.formulas.insert(path, text);
        }
    }

    /// Rewrites the names that would mean something else now: in full enough, or as gone. Formulas whose own cell is
    /// gone go with it.
    pub fn keep_meanings(&mut self) {
        if self.formulas.is_empty() {
            return;
        }
        let mut formulas = std::mem::take(&mut self.formulas);
        let names = Names::of(self);
        let gone: Vec<Path> =
            formulas.iter().map(|(path, _)| path.clone()).filter(|path| self.input(path).is_none()).collect();
        let rewritten: Vec<(Path, String)> = formulas
            .iter()
            .filter_map(|(path, _)| {
                Some((
                    path.clone(),
                    formulas.rewritten(path, &|name, target| self.renamed(&names, path, name, target))?,
                ))
            })
            .collect();
        for path in gone {
            formulas.remove(path.as_str());
        }
        for (path, text) in rewritten {
            if formulas.get(path.as_str()).is_some() {
                formulas.insert(path, text);
            }
        }
        formulas.forget_meanings();
        self.formulas = formulas;
    }

    /// The formulas among the overrides of scenarios, with other names where `rename` gives any for a name in the cell
    /// of a path. They are worked out only when their scenario is looked at, so nothing else is known of them.
    pub fn rename_in_overrides(&mut self, rename: &dyn Fn(&Names, &str, &Path) -> Option<String>) {
        let mut scenarios = std::mem::take(&mut self.scenarios);
        let names = Names::of(self);
        for (path, value) in scenarios.iter_mut().flat_map(|scenario| scenario.overrides.iter_mut()) {
            let Value::Formula(text) = value else { continue };
            let Ok(formula) = Formula::parse(text, &|name| names.is_known(name)) else { continue };
            let rename = |index: usize| rename(&names, &formula.references().get(index)?.name, path);
            *text = formula.with_names(&mut { rename });
        }
        self.scenarios = scenarios;
    }

    /// In overrides, what means nothing any more is gone.
    pub fn forget_gone_in_overrides(&mut self) {
        self.rename_in_overrides(&|names, name, at| names.resolve(name, at).is_err().then(|| GONE.to_owned()));
    }

    /// The name to be used in the cell at `at` for what `name` has meant; none where it still does.
    fn renamed(&self, names: &Names, at: &Path, name: &str, meant: &[Path]) -> Option<String> {
        let now = names.resolve(name, at);
        if is_pattern(name) {
            return now.is_err().then(|| GONE.to_owned());
        }
        let target = meant.first().filter(|target| self.input(target).is_some());
        match target {
            None => Some(GONE.to_owned()),
            Some(target) if now.as_ref().is_ok_and(|now| now.first() == Some(target)) => None,
            Some(target) => Some(names.shortest(target, at)),
        }
    }
}

impl Formulas {
    /// The formula at `path` with other names, where `rename` gives any.
    fn rewritten(&self, path: &Path, rename: &dyn Fn(&str, &[Path]) -> Option<String>) -> Option<String> {
        let (formula, targets) = self.read(path)?;
        let mut any = false;
        let text = formula.with_names(&mut |index| {
            let (name, meant) = (formula.references().get(index)?, targets.get(index)?);
            let new = rename(&name.name, meant);
            any |= new.is_some();
            new
        });
        any.then_some(text)
    }
}
