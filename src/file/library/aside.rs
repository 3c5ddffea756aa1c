//! What is kept and cannot be read: it is put aside under a name of its own, unchanged.

use super::Library;
use crate::file::slots::Damaged;

/// Entries that could not be read, numbered.
const ASIDE: &str = "weighbridge.aside.";

/// What became of something that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was set aside, unchanged.
    SetAside,
    /// There is no room to set it aside: it stays where it is, and nothing is saved over it.
    NoRoom,
    /// A newer program has kept it: it stays where it is for that program, and nothing is saved over it.
    Newer,
}

/// Something that is kept and cannot be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Unreadable {
    /// Why.
    pub reason: String,
    /// What is there.
    pub text: String,
    /// Where it is now.
    pub fate: Fate,
}

impl Library<'_> {
    pub(super) fn set_aside_all(self, damaged: Vec<Damaged>) -> Vec<Unreadable> {
        let one = |Damaged { key, text, reason, newer }: Damaged| {
            // What is in the entry, which for a slot is more than the document.
            let whole = self.0.get(&key).unwrap_or_else(|| text.clone());
            let fate = match newer {
                true => Fate::Newer,
                false if self.set_aside(&whole) => Fate::SetAside,
                false => Fate::NoRoom,
            };
            if fate == Fate::SetAside {
                self.0.remove(&key);
            }
            Unreadable { reason, text, fate }
        };
        damaged.into_iter().map(one).collect()
    }

    /// Copies a text under a free name, unless there is such a copy; whether there now is one.
    fn set_aside(self, text: &str) -> bool {
        for number in 1..=100 {
            let key = format!("{ASIDE}{number}");
            match self.0.get(&key) {
                Some(kept) if kept == text => return true,
                Some(_) => {}
                None => return self.0.set(&key, text),
            }
        }
        false
    }
}
