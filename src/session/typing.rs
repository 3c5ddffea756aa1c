//! Typing and committing: from text to an edit, or to a sentence that says why not.

use super::{Changes, Direction, Draft, Mode, Session};
use crate::edit::Edit;
use crate::model::{Path, Problem, Value};
use crate::sheet::{Cell, CellRef, edit_text};

impl Session {
    /// Takes what was typed, then does something else; a refused text keeps the editor open instead.
    pub(super) fn commit_then(&mut self, then: impl FnOnce(&mut Self) -> Changes) -> Changes {
        match self.commit() {
            Ok(changes) => changes.and(then(self)),
            Err(refused) => refused,
        }
    }

    /// Takes what was typed if it fits, else drops it: for when the plan itself is about to go.
    pub(super) fn commit_or_drop(&mut self) -> Changes {
        self.commit().unwrap_or_else(|_| self.drop_draft())
    }

    fn commit(&mut self) -> Result<Changes, Changes> {
        if self.mode == Mode::Ready {
            return Ok(Changes::default());
        }
        let Some(path) = self.edited_input().cloned() else { return Ok(self.drop_draft()) };
        let text = self.draft.text.clone();
        // Opening the editor and closing it again is no edit, whatever rounding or spelling would do.
        if self.edit_text_of(&path) == text {
            return Ok(self.drop_draft());
        }
        let written = self.read(&path, &text).and_then(|value| {
            let edit = self.edit_of(vec![(path.clone(), value)]);
            let what = self.name_of(&path);
            self.try_record(edit, &what, None)
        });
        match written {
            Ok(changes) => {
                let changes = changes.and(self.drop_draft());
                let said = if changes.plan { Changes::say(self.describe(&path)) } else { Changes::default() };
                Ok(changes.and(said))
            }
            Err(problem) => Err(self.refuse_draft(&path, &problem)),
        }
    }

    /// The editor stays open and says why its text does not fit the cell at `at`.
    pub(super) fn refuse_draft(&mut self, at: &Path, problem: &Problem) -> Changes {
        let message = self.sentence(at, problem);
        self.draft.problem = Some(message.clone());
        self.forget_suggestions();
        Changes { draft: true, ..Changes::say(message) }
    }

    /// The problem as a sentence; the cell is named only where it is another one than the user's.
    fn sentence(&self, at: &Path, problem: &Problem) -> String {
        match &problem.path {
            Some(path) if path != at => problem.to_string(),
            _ => {
                let mut sentence = format!("{}.", problem.message);
                if let Some(first) = sentence.get_mut(..1) {
                    first.make_ascii_uppercase();
                }
                sentence
            }
        }
    }

    pub(super) fn drop_draft(&mut self) -> Changes {
        let draft = self.mode != Mode::Ready;
        self.mode = Mode::Ready;
        self.draft = Draft::default();
        Changes { draft, ..Changes::default() }.and(self.end_composing())
    }

    pub(super) fn cancel(&mut self) -> Changes {
        if self.mode != Mode::Ready {
            return self.drop_draft().and(Changes::say("Cancelled"));
        }
        self.refused = None;
        if self.cut.take().is_some() {
            return Changes::say("Nothing is cut any more");
        }
        self.tab_leaves = true;
        Changes::say("Tab now leaves the grid")
    }

    pub(super) fn begin_edit(&mut self) -> Changes {
        let draft = Changes { draft: true, ..Changes::default() };
        match self.mode {
            Mode::Enter => self.mode = Mode::Edit,
            Mode::Point => {
                self.end_pointing();
                self.mode = Mode::Edit;
            }
            Mode::Edit => self.mode = Mode::Enter,
            Mode::Ready => {
                let Some(path) = self.selected_input().cloned() else { return self.read_only() };
                let text = self.edit_text_of(&path);
                self.begin_composing();
                self.draft = Draft { caret: text.len(), text, problem: None };
                self.mode = Mode::Edit;
            }
        }
        draft
    }

    pub(super) fn type_text(&mut self, text: String, caret: usize) -> Changes {
        if self.mode == Mode::Ready {
            if self.selected_input().is_none() {
                return Changes { draft: true, ..self.read_only() };
            }
            self.mode = Mode::Enter;
            self.begin_composing();
        }
        self.end_pointing();
        let caret = if text.is_char_boundary(caret) { caret } else { text.len() };
        self.draft = Draft { text, caret, problem: None };
        self.look_for_suggestions();
        Changes { draft: true, ..Changes::default() }
    }

    pub(super) fn enter(&mut self, direction: Direction) -> Changes {
        if self.mode == Mode::Ready {
            return match direction {
                _ if self.is_several() => self.walk(direction),
                Direction::Down if self.selected_input().is_some() => self.begin_edit(),
                _ => self.step(direction),
            };
        }
        self.commit_then(|session| {
            if session.is_several() {
                return session.walk(direction);
            }
            let origin = session.tab_origin.take();
            let moved = session.step(direction);
            let row = session.selection().row;
            moved.and(origin.map_or_else(Changes::default, |column| session.select(CellRef { row, column })))
        })
    }

    pub(super) fn reset(&mut self, path: &Path) -> Changes {
        let dropped = self.drop_draft();
        let look = self.look(path);
        if look.case.scenario().is_some() {
            if self.overridden(&look).is_none() {
                return dropped.and(Changes::say(format!("{} is as in the base", self.name_of(path))));
            }
            let edit = self.edit_of(self.back_to_base(&look));
            let changes = self.record(edit, self.name_of(path));
            let said = || format!("{}, as in the base again", self.describe(path));
            return dropped.and(changes.saying(said));
        }
        match self.defaults.get(&look.path) {
            Some(value) => dropped.and(self.write(path, value, "back at its default")),
            None => dropped.and(Changes::say(format!("{} has no default", self.name_of(path)))),
        }
    }

    pub(super) fn write(&mut self, path: &Path, value: Value, how: &str) -> Changes {
        let edit = self.edit_of(vec![(path.clone(), value)]);
        let changes = self.record(edit, self.name_of(path));
        changes.saying(|| format!("{}, {how}", self.describe(path)))
    }

    pub(super) fn write_texts(&mut self, texts: &[(Path, String)], what: String) -> Changes {
        let mut writes = Vec::new();
        for (path, text) in texts {
            match self.read(path, text) {
                Ok(value) => writes.push((path.clone(), value)),
                Err(problem) => return Changes::say(format!("{what} refused. {problem}")),
            }
        }
        self.write_values(writes, what)
    }

    pub(super) fn rename(&mut self, title: String) -> Changes {
        if title.trim().is_empty() {
            return Changes::say("A plan needs a title; the old one is kept");
        }
        self.record(Edit::Set("title".into(), Value::Text(title.trim().to_owned())), "Title".into())
    }

    /// The full text of the selected cell, if it holds something.
    pub fn selected_text(&self) -> Option<String> {
        match self.selected() {
            Cell::Blank => None,
            Cell::Input(path) => Some(self.edit_text_of(path)),
            Cell::Computed(path) => Some(self.result_of(path)),
        }
    }

    pub(super) fn read_only(&self) -> Changes {
        Changes::say(match self.selected() {
            Cell::Computed(_) => "This cell is computed and cannot be changed",
            _ => "There is nothing to change here",
        })
    }

    pub(super) fn edit_text_of(&self, path: &Path) -> String {
        let look = self.look(path);
        match (look.plan.input(&look.path), look.content()) {
            (Some(input), Some(value)) => edit_text(input, &value),
            _ => String::new(),
        }
    }
}
