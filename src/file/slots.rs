//! A plan in two slots, written in turn: whatever happens while one is written, the other one is whole.
//!
//! The entry of the plan names the slot that counts and its revision, such as `a 17`. A slot begins with a line that holds
//! its revision and the checksum of the document that follows. Earlier versions kept the document in the plan's own entry.

use super::{Entries, FileError};
use crate::model::Plan;

/// How the first line of a slot begins; the number is that of this form.
const HEAD: &str = "weighbridge-slot ";
/// The form of slots that this program reads.
const FORM: u32 = 1;
const LETTERS: [&str; 2] = ["a", "b"];

/// The entry of one of the two slots of a plan.
fn slot_entry(id: &str, letter: &str) -> String {
    format!("weighbridge.slot.{id}.{letter}")
}

/// The plan whose slot an entry is.
pub fn plan_of_slot(key: &str) -> Option<&str> {
    let (id, letter) = key.strip_prefix("weighbridge.slot.")?.rsplit_once('.')?;
    LETTERS.contains(&letter).then_some(id)
}

/// A document as a slot holds it.
pub fn seal(document: &str, revision: u64) -> String {
    format!("{HEAD}{FORM} {revision} {:08x}\n{document}", crc32fast::hash(document.as_bytes()))
}

/// The revision and the document in a slot.
///
/// # Errors
/// Why it is none of ours.
pub fn unseal(slot: &str) -> Result<(u64, &str), String> {
    let damaged = || "Its first line is not that of a plan this program has kept.".to_owned();
    let (head, document) = slot.split_once('\n').ok_or_else(damaged)?;
    let mut words = head.strip_prefix(HEAD).ok_or_else(damaged)?.split(' ');
    match words.next().and_then(|form| form.parse::<u32>().ok()) {
        Some(FORM) => {}
        Some(form) if form > FORM => return Err(newer(form)),
        _ => return Err(damaged()),
    }
    let revision = words.next().and_then(|revision| revision.parse().ok()).ok_or_else(damaged)?;
    let checksum = words.next().and_then(|sum| u32::from_str_radix(sum, 16).ok()).ok_or_else(damaged)?;
    if words.next().is_some() {
        return Err(damaged());
    }
    if checksum != crc32fast::hash(document.as_bytes()) {
        return Err("Its checksum does not fit: something else than this program has changed it.".into());
    }
    Ok((revision, document))
}

fn newer(form: u32) -> String {
    format!("It is kept in form {form}, this program reads form {FORM}; open it with a newer Weighbridge.")
}

fn is_newer(slot: &str) -> bool {
    let form = slot.strip_prefix(HEAD).and_then(|rest| rest.split(' ').next()?.parse::<u32>().ok());
    form.is_some_and(|form| form > FORM)
}

/// Something among the entries of a plan that cannot be used.
#[derive(Debug, Clone, PartialEq)]
pub struct Damaged {
    /// The entry.
    pub key: String,
    /// What is in it.
    pub text: String,
    /// Why it is no use.
    pub reason: String,
    /// Whether a newer program has written it: then it is that program's, and stays.
    pub newer: bool,
}

/// What is kept of a plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Kept {
    /// The text of the document that counts.
    pub document: Option<String>,
    /// Its revision; 0 where there is none, or where it was kept the older way.
    pub revision: u64,
    /// What cannot be used.
    pub damaged: Vec<Damaged>,
    /// The slot it is in, if it is in one.
    slot: Option<usize>,
}

impl Kept {
    /// A document that is kept in one piece.
    pub fn of(document: String) -> Self {
        Self { document: Some(document), ..Self::default() }
    }

    /// Whether there is something that a newer program has kept.
    pub fn is_newer(&self) -> bool {
        self.damaged.iter().any(|damaged| damaged.newer)
    }

    /// The plan. A document that cannot be read joins what is damaged.
    pub fn plan(&mut self, key: &str) -> Option<Plan> {
        let document = self.document.as_deref()?;
        match super::read(document) {
            Ok(plan) => Some(plan),
            Err(error) => {
                let newer = matches!(error, FileError::Newer(_));
                self.damaged.push(Damaged {
                    key: key.to_owned(),
                    text: document.to_owned(),
                    reason: error.to_string(),
                    newer,
                });
                None
            }
        }
    }
}

/// The slots of one plan among some entries.
#[derive(Clone, Copy)]
pub struct Slots<'a> {
    /// Where they are.
    pub entries: &'a dyn Entries,
    /// The plan's id.
    pub id: &'a str,
    /// The plan's own entry.
    pub pointer: &'a str,
}

impl Slots<'_> {
    /// What is there; changes nothing.
    pub fn look(&self) -> Kept {
        let mut kept = Kept::default();
        let mut sound: Vec<(usize, u64, String)> = Vec::new();
        for (slot, letter) in LETTERS.iter().enumerate() {
            let key = slot_entry(self.id, letter);
            let Some(text) = self.entries.get(&key) else { continue };
            match unseal(&text) {
                Ok((revision, document)) => sound.push((slot, revision, document.to_owned())),
                Err(reason) => kept.damaged.push(Damaged { key, newer: is_newer(&text), text, reason }),
            }
        }
        let pointer = self.entries.get(self.pointer);
        let named = pointer.as_deref().and_then(named_slot);
        let is_named = |(slot, revision, _): &&(usize, u64, String)| named == Some((*slot, *revision));
        // Without a word which one counts, it is the one written last.
        let counts = sound.iter().find(is_named).or_else(|| sound.iter().max_by_key(|(_, revision, _)| *revision));
        if let Some((slot, revision, document)) = counts {
            kept.slot = Some(*slot);
            kept.revision = *revision;
            kept.document = Some(document.clone());
        }
        if let Some(text) = pointer.filter(|_| named.is_none()) {
            match super::read(&text) {
                Ok(_) => (kept.slot, kept.document) = (None, Some(text)),
                Err(error) => {
                    let (newer, reason) = (matches!(error, FileError::Newer(_)), error.to_string());
                    kept.damaged.push(Damaged { key: self.pointer.to_owned(), text, reason, newer });
                }
            }
        }
        kept
    }

    /// The entry of the document that counts.
    pub fn entry_of(&self, kept: &Kept) -> String {
        match kept.slot.and_then(|slot| LETTERS.get(slot)) {
            Some(letter) => slot_entry(self.id, letter),
            None => self.pointer.to_owned(),
        }
    }

    /// Writes a document as the next revision of what is there: into the slot that does not count, which only counts once
    /// it has been read back. Its revision; none where there is no room, and then everything is as it was.
    pub fn write(&self, kept: &Kept, document: &str) -> Option<u64> {
        let revision = kept.revision.checked_add(1)?;
        let slot = kept.slot.map_or(0, |slot| 1 - slot);
        let letter = LETTERS.get(slot)?;
        let (key, text) = (slot_entry(self.id, letter), seal(document, revision));
        let is_there = self.entries.set(&key, &text) && self.entries.get(&key).is_some_and(|read| read == text);
        (is_there && self.entries.set(self.pointer, &format!("{letter} {revision}"))).then_some(revision)
    }

    /// Writes a sealed text that is newer than what is there, as it is; whether it was.
    pub fn adopt(&self, kept: &Kept, sealed: &str) -> bool {
        let Ok((revision, _)) = unseal(sealed) else { return false };
        if revision <= kept.revision || !kept.damaged.is_empty() {
            return false;
        }
        let Some(letter) = LETTERS.get(kept.slot.map_or(0, |slot| 1 - slot)) else { return false };
        self.entries.set(&slot_entry(self.id, letter), sealed)
            && self.entries.set(self.pointer, &format!("{letter} {revision}"))
    }

    /// Takes the slot away that does not count: it is only needed while the other one is written.
    pub fn drop_spare(&self, kept: &Kept) {
        for (slot, letter) in LETTERS.iter().enumerate() {
            if kept.document.is_some() && kept.slot != Some(slot) {
                self.entries.remove(&slot_entry(self.id, letter));
            }
        }
    }

    /// Takes everything away.
    pub fn remove(&self) {
        self.entries.remove(self.pointer);
        for letter in LETTERS {
            self.entries.remove(&slot_entry(self.id, letter));
        }
    }

    /// Has a text that was a slot become the first slot, moved there from another entry; whether it is there now.
    pub fn take(&self, moved: impl FnOnce(&str) -> bool, revision: u64) -> bool {
        // Should the pointer not fit, the slot is found without it.
        moved(&slot_entry(self.id, "a")) && {
            self.entries.set(self.pointer, &format!("a {revision}"));
            true
        }
    }

    /// Whether there is anything of this plan.
    pub fn exist(&self) -> bool {
        let is_there = |key: &str| self.entries.get(key).is_some();
        is_there(self.pointer) || LETTERS.iter().any(|letter| is_there(&slot_entry(self.id, letter)))
    }

    /// The revision of what counts; 0 where there is none. The document is only looked at where no slot is named.
    pub fn revision(&self) -> u64 {
        let named = self.entries.get(self.pointer).as_deref().and_then(named_slot);
        named.map_or_else(|| self.look().revision, |(_, revision)| revision)
    }
}

fn named_slot(pointer: &str) -> Option<(usize, u64)> {
    let (letter, revision) = pointer.split_once(' ')?;
    Some((LETTERS.iter().position(|known| *known == letter)?, revision.parse().ok()?))
}
