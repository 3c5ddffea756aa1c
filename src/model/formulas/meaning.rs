//! A formula that has been read.

use std::sync::Arc;

use crate::formula::Formula;
use crate::model::{Names, Path};

/// A formula that has been read, with the inputs that each of its names means.
#[derive(Debug)]
pub(super) struct Meaning {
    pub formula: Formula,
    pub targets: Vec<Arc<[Path]>>,
}

impl Meaning {
    /// Reads a formula of the cell at `at`, which may read so many inputs.
    pub fn of(names: &Names, text: &str, at: &Path, most: usize) -> Result<Self, String> {
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
    pub fn inputs(&self) -> impl Iterator<Item = &Path> {
        self.targets.iter().flat_map(|paths| paths.iter())
    }

    /// How many inputs it reads; one that is read twice counts twice.
    pub fn count(&self) -> usize {
        self.targets.iter().map(|paths| paths.len()).sum()
    }
}

/// All formulas of a plan together read no more inputs than this: with every keystroke they are all read.
pub(super) const MOST_TARGETS: usize = 50_000;
