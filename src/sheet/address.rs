//! Whose value a cell shows. On most sheets a path is enough, and means the plan in sight; where the base and scenarios
//! stand side by side, the path says whose it is.

use crate::model::{Id, Path};

/// The base plan, or one of its scenarios.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Case {
    /// The plan without overrides.
    Base,
    /// The plan with the overrides of this scenario.
    Scenario(Id),
}

impl Case {
    /// The scenario's id; none of the base.
    pub fn scenario(&self) -> Option<&Id> {
        match self {
            Self::Base => None,
            Self::Scenario(id) => Some(id),
        }
    }

    /// The path by which an input or result of this case is known where several cases stand side by side.
    pub fn address(&self, path: &Path) -> Path {
        match self {
            Self::Base => Path::from(format!("base.{path}")),
            Self::Scenario(id) if path.as_str().starts_with("results.") => Path::from("scenarios").then(id).then(path),
            Self::Scenario(id) => crate::edit::override_path(id, path),
        }
    }
}

/// A path taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Whose input or result; none where the path leaves that to the plan in sight.
    pub case: Option<Case>,
    /// Its path in the plan.
    pub path: Path,
}

impl Address {
    /// Takes a path apart. Name and note of a scenario belong to the document, as the title does.
    pub fn of(path: &Path) -> Self {
        let text = path.as_str();
        if let Some(rest) = text.strip_prefix("base.") {
            return Self { case: Some(Case::Base), path: rest.into() };
        }
        let parts = text.strip_prefix("scenarios.").and_then(|rest| rest.split_once('.'));
        let inner = parts.and_then(|(id, rest)| {
            let inner = rest.strip_prefix("overrides.").or_else(|| Some(rest).filter(|r| r.starts_with("results.")))?;
            Some((id, inner))
        });
        match inner {
            Some((id, inner)) => Self { case: Some(Case::Scenario(id.into())), path: inner.into() },
            None => Self { case: None, path: path.clone() },
        }
    }
}
