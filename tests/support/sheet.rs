//! A user in a test: presses keys, types, looks at cells. Everything is swept after every step.

use super::sweep::{Before, after_step, check_plan};
use weighbridge::model::{Path, Plan, Value};
use weighbridge::session::{CellView, Changes, ClipboardKey, Command, Key, KeyPress, Mode, Pasted, Session};
use weighbridge::sheet::{Cell, CellRange, CellRef, Clip, SheetId};

/// One person at the keyboard.
pub struct Sheet {
    session: Session,
    said: String,
    clipboard: Option<Clip>,
}

impl Sheet {
    /// Opens a starter plan.
    pub fn open(starter: &str) -> Self {
        Self::of(super::starter(starter))
    }

    /// Opens a plan.
    pub fn of(plan: Plan) -> Self {
        let session = Session::new(plan);
        check_plan(session.plan(), session.evaluation());
        Self { session, said: String::new(), clipboard: None }
    }

    /// Sends a command, as a menu or the mouse does, and sweeps.
    pub fn send(&mut self, command: Command) -> Changes {
        let before = Before::of(&self.session);
        let changes = self.session.handle(command);
        after_step(&self.session, &before, &changes);
        if let Some(say) = &changes.say {
            self.said.clone_from(say);
        }
        changes
    }

    /// Does something that is one step of the history: taken back, plan and file are exactly as before; done again, as
    /// after it.
    #[track_caller]
    pub fn one_step(&mut self, gesture: impl FnOnce(&mut Self)) {
        let state = |sheet: &Self| (sheet.session.document().clone(), sheet.file());
        let before = state(self);
        gesture(self);
        let after = state(self);
        assert!(before.0 != after.0, "nothing has changed: {} {}", self.said, self.refusal());
        self.send(Command::Undo);
        assert!(state(self) == before, "one undo takes it back: {}", self.said);
        self.send(Command::Redo);
        assert!(state(self) == after, "one redo does it again: {}", self.said);
    }

    /// Does something that is refused: nothing changes, and nothing is there to undo that was not before.
    #[track_caller]
    pub fn refused(&mut self, command: Command) -> &str {
        let (before, could_undo) = (self.file(), self.session.can_undo());
        self.send(command);
        assert!(self.file() == before && self.session.can_undo() == could_undo, "something has changed");
        &self.said
    }

    /// Presses a key such as `Ctrl+Shift+Z`, `Left` or `7`; returns whether the grid took it. A key that the grid does
    /// not take goes to the text field, as in a browser.
    pub fn press(&mut self, keys: &str) -> bool {
        let press = key_press(keys);
        if let Some(command) = self.session.command_for(press) {
            if let Command::Clipboard(key) = command {
                self.use_clipboard(key);
            }
            self.send(command);
            return true;
        }
        let mut text = self.session.draft().text.clone();
        match press.key {
            Key::Backspace if self.session.mode() != Mode::Ready => {
                text.pop();
            }
            Key::Letter(_) if !press.ctrl && !press.alt => text.push_str(keys),
            _ => return false,
        }
        self.send(Command::Type(text));
        false
    }

    /// What the page does at the events of the clipboard.
    fn use_clipboard(&mut self, key: ClipboardKey) {
        let clip = self.session.copied();
        match key {
            ClipboardKey::Copy => self.clipboard = clip.or(self.clipboard.take()),
            ClipboardKey::Cut => {
                self.clipboard = clip.or(self.clipboard.take());
                self.send(Command::Cut);
            }
            ClipboardKey::Paste => self.paste_clip(Pasted::All),
            ClipboardKey::PasteValues => self.paste_clip(Pasted::Values),
        }
    }

    fn paste_clip(&mut self, pasted: Pasted) {
        if let Some(clip) = self.clipboard.clone() {
            self.send(Command::Paste(clip, pasted));
        }
    }

    /// The selected cells for the clipboard as text, with tabs and line ends between them.
    pub fn copied(&self) -> Option<String> {
        self.session.copied().map(|clip| clip.to_tsv())
    }

    /// The selected rectangle, from the first to the last cell: `criteria.C1.weight criteria.C2.scores.go`.
    pub fn range(&self) -> String {
        let range = self.session.selected_range();
        let name = |at| self.session.grid().cell(at).and_then(Cell::path).map_or("-".into(), Path::to_string);
        if range.is_cell() { name(range.first) } else { format!("{} {}", name(range.first), name(range.last)) }
    }

    /// Selects from one cell to another, as a drag does.
    #[track_caller]
    pub fn select_range(&mut self, first: &str, last: &str) {
        let (sheet, first) = self.find(first);
        let (_, last) = self.find(last);
        self.open_sheet(sheet);
        self.send(Command::SelectRange(first, last));
        assert_eq!(self.session.selected_range(), CellRange::of(first, last));
    }

    /// The numbers of several inputs.
    #[track_caller]
    pub fn numbers<const N: usize>(&self, paths: [&str; N]) -> [f64; N] {
        paths.map(|path| self.number_of(path))
    }

    /// Types a text, key by key.
    pub fn type_keys(&mut self, text: &str) {
        for key in text.chars() {
            self.press(&key.to_string());
        }
    }

    /// Types a text and takes it with Enter.
    pub fn enter(&mut self, text: &str) {
        self.type_keys(text);
        self.press("Enter");
    }

    /// Selects a cell and types into it.
    pub fn put(&mut self, path: &str, text: &str) {
        self.select(path);
        self.enter(text);
    }

    /// Selects the cell of an input or result, as a click does.
    #[track_caller]
    pub fn select(&mut self, path: &str) {
        let (sheet, at) = self.find(path);
        self.open_sheet(sheet);
        self.send(Command::Select(at));
        assert_eq!(self.selected(), path, "that cell can be selected");
    }

    #[track_caller]
    fn find(&self, path: &str) -> (SheetId, CellRef) {
        let on = |sheet| Some((sheet, self.session.lay_out(sheet).find(&path.into())?));
        SheetId::TABS.into_iter().find_map(on).unwrap_or_else(|| panic!("{path} is on no sheet"))
    }

    /// Brings a sheet in sight.
    pub fn open_sheet(&mut self, sheet: SheetId) {
        self.send(Command::OpenSheet(sheet));
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        self.send(Command::Paste(Clip::from_tsv(text), Pasted::All));
    }

    /// The path of the selected cell; empty for a blank one.
    pub fn selected(&self) -> String {
        self.session.selected().path().map_or(String::new(), Path::to_string)
    }

    /// Where the selected cell is.
    pub fn at(&self) -> CellRef {
        self.session.selection()
    }

    /// A cell as it is seen, whichever sheet is in sight.
    #[track_caller]
    pub fn cell(&self, path: &str) -> CellView {
        let (sheet, at) = self.find(path);
        let mut other = self.session.clone();
        if other.mode() != Mode::Ready {
            other.handle(Command::Cancel);
        }
        other.handle(Command::OpenSheet(sheet));
        other.cell_view(at)
    }

    /// What a cell shows.
    #[track_caller]
    pub fn text_of(&self, path: &str) -> String {
        self.cell(path).text
    }

    /// The value of an input.
    #[track_caller]
    pub fn value_of(&self, path: &str) -> Value {
        self.session.plan().get(&path.into()).unwrap_or_else(|| panic!("there is no {path}"))
    }

    /// The number of an input.
    #[track_caller]
    pub fn number_of(&self, path: &str) -> f64 {
        self.value_of(path).central().unwrap()
    }

    /// The ranking in one line, best first: `Go 75.4, Node.js 70.2`.
    pub fn rank_text(&self) -> String {
        let plan = self.session.plan();
        let mut outcomes: Vec<_> = self.session.evaluation().alternatives.iter().collect();
        outcomes.sort_by_key(|outcome| outcome.score.rank);
        let line = |outcome: &&weighbridge::evaluate::Outcome| {
            let score = if plan.is_grouped() { outcome.score.grouped } else { outcome.score.flat };
            let name = &plan.alternative(outcome.id.as_str()).unwrap().name;
            format!("{name} {}", score.map_or("–".into(), |score| format!("{score:.1}")))
        };
        outcomes.iter().map(line).collect::<Vec<_>>().join(", ")
    }

    /// What a screen reader said last.
    pub fn said(&self) -> &str {
        &self.said
    }

    /// The same without the headline that has changed.
    pub fn said_first(&self) -> &str {
        self.said.split(". ").next().unwrap_or("")
    }

    /// The text in the editor.
    pub fn draft(&self) -> &str {
        &self.session.draft().text
    }

    /// Why the text in the editor was refused.
    pub fn refusal(&self) -> &str {
        self.session.draft().problem.as_deref().unwrap_or("")
    }

    /// The plan as its file.
    pub fn file(&self) -> String {
        weighbridge::file::write(self.session.document())
    }

    /// The session itself, to look at.
    pub fn session(&self) -> &Session {
        &self.session
    }
}

/// Reads `Ctrl+Shift+Z`.
pub fn key_press(keys: &str) -> KeyPress {
    let (modifiers, name) = match keys.rsplit_once('+') {
        Some((modifiers, name)) if !name.is_empty() => (modifiers, name),
        _ => ("", keys),
    };
    let name = match name {
        "Up" | "Down" | "Left" | "Right" => format!("Arrow{name}"),
        "Space" => " ".into(),
        "Menu" => "ContextMenu".into(),
        _ => name.to_owned(),
    };
    let held = |modifier| modifiers.split('+').any(|held| held == modifier);
    let key = Key::named(&name).unwrap_or_else(|| panic!("there is no key {keys}"));
    KeyPress { key, ctrl: held("Ctrl"), shift: held("Shift"), alt: held("Alt") }
}
