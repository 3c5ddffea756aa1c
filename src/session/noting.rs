//! Remarks on inputs, and the headline of the answer in announcements.

use super::{Changes, Session};
use crate::analyse::{leaders, verdict};
use crate::edit::Edit;
use crate::model::{Note, Path};
use crate::sheet::Address;

impl Session {
    pub(super) fn note(&mut self, path: &Path, note: Note) -> Changes {
        let own = &Address::of(path).path;
        if self.document.input(own).is_none() {
            return Changes::say(format!("No note taken. {path} is no input; notes stand on inputs."));
        }
        let note = Note { text: note.text.trim().to_owned(), source: note.source.trim().to_owned() };
        let what = format!("Note on {}", self.name_of(path));
        let note = Some(note).filter(|note| !(note.text.is_empty() && note.source.is_empty()));
        let said = if note.is_some() { what.clone() } else { format!("{what} removed") };
        let changes = self.record(Edit::Note(own.clone(), note), what);
        changes.saying(|| said)
    }

    /// After a command: where another alternative now scores highest or is cheapest, the announcement says so.
    pub(super) fn follow_headline(&mut self, changes: &mut Changes) {
        if !changes.plan || !self.plan().faults().is_empty() {
            return;
        }
        let now = leaders(self.plan(), self.evaluation());
        let before = std::mem::replace(&mut self.leaders, now);
        if before == self.leaders {
            return;
        }
        let verdict = verdict(self.plan(), self.evaluation());
        let score = Some(verdict.score).filter(|_| before.score != self.leaders.score);
        let cost = Some(verdict.cost).filter(|_| before.cost != self.leaders.cost);
        for sentence in score.into_iter().chain(cost).filter(|sentence| !sentence.is_empty()) {
            changes.say = Some(match changes.say.take() {
                Some(said) => format!("{}. {sentence}", said.trim_end_matches('.')),
                None => sentence,
            });
        }
    }
}
