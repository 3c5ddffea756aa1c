//! What a name in a formula means: a path, a path with steps left out as long as it stays clear, or a pattern of paths.
//!
//! A short name is looked for from the inside out: in the alternative's own column, in its own row, then in the whole
//! plan. So `salary` in Go's column is Go's, and the same text in Node's column is Node's.

use std::cell::RefCell;
use std::sync::Arc;

use super::{Path, Plan, Sorted};
use crate::formula::quoted;

/// Most names that a sentence lists.
const MOST_LISTED: usize = 3;

/// The names of a plan's inputs, ready to be looked up.
pub struct Names<'a> {
    plan: &'a Plan,
    paths: Vec<Path>,
    /// Places in `paths` by the last step, which no name leaves out.
    by_last: Sorted<String, Vec<usize>>,
    /// Patterns that have been looked up: a column of formulas often has the same one in each.
    patterns: RefCell<Sorted<String, Arc<[Path]>>>,
}

impl<'a> Names<'a> {
    /// The names of this plan.
    pub fn of(plan: &'a Plan) -> Self {
        let paths = plan.paths();
        let mut by_last = Sorted::<String, Vec<usize>>::default();
        for (index, path) in paths.iter().enumerate() {
            let last = path.last();
            match by_last.get_mut(last) {
                Some(places) => places.push(index),
                None => by_last.insert(last.to_owned(), vec![index]),
            }
        }
        Self { plan, paths, by_last, patterns: RefCell::default() }
    }

    /// Whether the name means something, if perhaps too much: where a name ends may hang on it, as ids have hyphens.
    pub fn is_known(&self, name: &str) -> bool {
        is_pattern(name)
            || self.plan.input(&Path::from(name)).is_some()
            || self.candidates(name).next().is_some()
            || VALUES.contains(&last_step(name))
    }

    /// The inputs that a name in the cell at `at` means: one, or for a pattern all that fit it.
    ///
    /// # Errors
    /// Nothing has that name, or several inputs have.
    pub fn resolve(&self, name: &str, at: &Path) -> Result<Arc<[Path]>, String> {
        if is_pattern(name) {
            let fitting = self.fitting(name);
            return if fitting.is_empty() { Err(format!("no input fits “{}”", quoted(name))) } else { Ok(fitting) };
        }
        let whole = Path::from(name);
        if self.plan.input(&whole).is_some() {
            return Ok([whole].into());
        }
        let mut found: Vec<&Path> = self.candidates(name).collect();
        if let Some(own) = at.alternative() {
            narrow(&mut found, |path| path.alternative() == Some(own));
        }
        narrow(&mut found, |path| path.thing() == at.thing());
        narrow(&mut found, |path| path.parent() == at.parent());
        match found.as_slice() {
            // The scores of a criterion are one for each alternative: without one, that of the column.
            [] if VALUES.contains(&last_step(name)) && at.alternative().is_some() => {
                self.resolve(&format!("{name}.{}", at.alternative().unwrap_or_default()), at)
            }
            [] => Err(format!("“{}” is no input of this plan", quoted(name))),
            [path] => Ok([(*path).clone()].into()),
            several => {
                let listed: Vec<&str> = several.iter().take(MOST_LISTED).map(|path| path.as_str()).collect();
                let more = if several.len() > MOST_LISTED { " and more" } else { "" };
                Err(format!("“{}” could be {}{more}; name more of it", quoted(name), listed.join(", ")))
            }
        }
    }

    /// The shortest name that means `path` in the cell at `at`.
    pub fn shortest(&self, path: &Path, at: &Path) -> String {
        let steps = path.steps();
        // So that it means the other column when it is copied there.
        if let ["criteria", criterion, values, own] = *steps.as_slice()
            && at.alternative() == Some(own)
        {
            return format!("{criterion}.{values}");
        }
        let Some((last, before)) = steps.split_last() else { return path.to_string() };
        let mut choices: Vec<u32> = (0..1 << before.len().min(8)).collect();
        // Of equally short names the one that keeps the earlier steps: ids say more than what lies behind them.
        choices.sort_by_key(|kept| (kept.count_ones(), kept.trailing_zeros()));
        let name = |kept: u32| {
            let kept = before.iter().enumerate().filter(|(index, _)| kept & (1 << index) != 0).map(|(_, step)| *step);
            kept.chain([*last]).collect::<Vec<_>>().join(".")
        };
        // A name begins with a letter: an index alone would be a number.
        let is_name = |name: &String| name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        let means_it = |name: &String| self.resolve(name, at).is_ok_and(|found| *found == [path.clone()]);
        choices.into_iter().map(name).filter(is_name).find(means_it).unwrap_or_else(|| path.to_string())
    }

    /// The paths of all inputs, in the order of the file.
    pub fn paths(&self) -> &[Path] {
        &self.paths
    }

    fn fitting(&self, pattern: &str) -> Arc<[Path]> {
        if let Some(known) = self.patterns.borrow().get(pattern) {
            return known.clone();
        }
        let start = pattern.split('*').next().unwrap_or_default();
        let may_fit = |path: &&Path| path.as_str().starts_with(start) && fits(pattern, path);
        let fitting: Arc<[Path]> = self.paths.iter().filter(may_fit).cloned().collect();
        self.patterns.borrow_mut().insert(pattern.to_owned(), fitting.clone());
        fitting
    }

    fn candidates<'n>(&'n self, name: &'n str) -> impl Iterator<Item = &'n Path> + 'n {
        let last = last_step(name);
        let places = self.by_last.get(last).map_or(&[][..], Vec::as_slice);
        let paths = places.iter().filter_map(|place| self.paths.get(*place));
        paths.filter(move |path| is_short_for(name, path))
    }
}

/// The steps of a criterion behind which there is a value for each alternative.
const VALUES: [&str; 2] = ["scores", "raw"];

fn last_step(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Keeps those that pass, if any does.
fn narrow(found: &mut Vec<&Path>, keep: impl Fn(&Path) -> bool) {
    if found.len() > 1 && found.iter().any(|path| keep(path)) {
        found.retain(|path| keep(path));
    }
}

/// Whether a name has a step that stands for any.
pub fn is_pattern(name: &str) -> bool {
    name.split('.').any(|step| step == "*")
}

/// Whether the pattern has the path's steps, one for one.
fn fits(pattern: &str, path: &Path) -> bool {
    let mut steps = path.as_str().split('.');
    pattern.split('.').all(|wanted| steps.next().is_some_and(|step| wanted == "*" || wanted == step))
        && steps.next().is_none()
}

/// Whether the name's steps stand in the path in this order, the last one at its end. Raw values are named in full: a
/// criterion and an alternative alone mean the score.
fn is_short_for(name: &str, path: &Path) -> bool {
    let mut wanted = name.rsplit('.').peekable();
    let is_raw = matches!(*path.steps().as_slice(), ["criteria", _, "raw", _]);
    if is_raw && !name.split('.').any(|step| step == "raw") {
        return false;
    }
    for (index, step) in path.as_str().rsplit('.').enumerate() {
        if wanted.peek() == Some(&step) {
            wanted.next();
        } else if index == 0 {
            return false;
        }
    }
    wanted.next().is_none()
}
