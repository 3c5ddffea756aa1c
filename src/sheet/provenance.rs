//! Whether a value is a default, and how far to trust it.

use crate::article::cited;
use crate::model::{AS_OF, Grade, Path, Plan, Source, Value};
use crate::starter::{Defaults, Starter};

/// Where the value of an input comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Provenance {
    /// A default, with its source, and the starter plan if that set it.
    Default(Source, Option<&'static Starter>),
    /// The user's own; the default to go back to, if there is one.
    Yours(Option<Value>),
}

impl Provenance {
    /// The letter of the badge; own values have none.
    pub fn letter(&self) -> Option<&'static str> {
        match self {
            Self::Default(source, _) if source.grade != Grade::Yours => Some(source.grade.letter()),
            Self::Default(..) | Self::Yours(_) => None,
        }
    }

    /// Source, doubts and reason of a default, and the starter plan that set it.
    pub fn note(&self) -> String {
        let Self::Default(source, starter) = self else { return String::new() };
        let set_by = starter.map_or(String::new(), |starter| match starter.pick {
            Some((_, lines)) => format!(" Set by the starter plan “{}” (article {}).", starter.tab, cited(lines)),
            None => format!(" Set by the starter plan “{}”.", starter.tab),
        });
        format!("{}{set_by}", source.note)
    }

    /// Grade, date and source in words.
    pub fn words(&self) -> String {
        match self {
            Self::Yours(_) => "Yours.".into(),
            Self::Default(Source { grade: Grade::Yours, .. }, _) => {
                format!("A {}. {}", Grade::Yours.words(), self.note())
            }
            Self::Default(Source { grade, .. }, _) => {
                format!("Default, {} ({}), as of {AS_OF}. {}", grade.letter(), grade.words(), self.note())
            }
        }
    }
}

/// The provenance of the input at `path`; none if the plan has no such input.
pub fn provenance(plan: &Plan, defaults: &Defaults, path: &Path) -> Option<Provenance> {
    let value = plan.get(path)?;
    let default = defaults.get(path);
    if default.as_ref() != Some(&value) {
        return Some(Provenance::Yours(default));
    }
    let source = plan.source(path)?;
    let starter = plan.template.as_ref().and_then(|id| Starter::find(id.as_str()));
    // A starter that leaves the neutral default in place has set nothing.
    let set_by = starter.filter(|_| defaults.neutral(path).as_ref() != Some(&value));
    Some(Provenance::Default(source, set_by))
}
