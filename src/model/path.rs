//! Names: the id of a thing in the plan, and the path of an input.

use std::borrow::Borrow;
use std::fmt;

/// The id of a group, criterion, profile, alternative or scenario: a step of a [`Path`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Id(String);

impl Id {
    /// Longest id a plan may hold, in bytes.
    pub const MAX_LENGTH: usize = 64;

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the id can be a step of a path: letters, digits, `-` and `_`.
    pub fn is_valid(&self) -> bool {
        !self.0.is_empty()
            && self.0.len() <= Self::MAX_LENGTH
            && self.0.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    }
}

/// The name of one input (or result), such as `workload.peak_rps`: see `file.md`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Path(String);

impl Path {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The steps between the dots.
    pub fn steps(&self) -> Vec<&str> {
        self.0.split('.').collect()
    }

    /// The path without its last step.
    pub fn parent(&self) -> Path {
        Path(self.0.rsplit_once('.').map_or("", |(parent, _)| parent).to_owned())
    }

    /// Its last step.
    pub fn last(&self) -> &str {
        self.0.rsplit('.').next().unwrap_or("")
    }

    /// The id of the alternative whose column an input stands in, if it stands in one.
    pub fn alternative(&self) -> Option<&str> {
        match *self.steps().as_slice() {
            ["alternatives", id, ..] | ["criteria", _, "scores" | "raw", id] => Some(id),
            _ => None,
        }
    }

    /// What of the plan an input belongs to: its first step, with the id behind it where it is one of several.
    pub fn thing(&self) -> &str {
        let mut dots = self.0.match_indices('.').map(|(place, _)| place);
        let first = dots.next().unwrap_or(self.0.len());
        let several = ["criteria", "groups", "profiles", "alternatives"];
        let is_one_of_several = self.0.get(..first).is_some_and(|step| several.contains(&step));
        let end = if is_one_of_several { dots.next().unwrap_or(self.0.len()) } else { first };
        self.0.get(..end).unwrap_or(&self.0)
    }

    /// The path of `step` below this one.
    pub fn then(&self, step: impl fmt::Display) -> Path {
        if self.0.is_empty() { Path(step.to_string()) } else { Path(format!("{}.{step}", self.0)) }
    }
}

macro_rules! text_newtype {
    ($($name:ident),*) => {$(
        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

text_newtype!(Id, Path);

impl From<&Path> for Path {
    fn from(path: &Path) -> Self {
        path.clone()
    }
}
