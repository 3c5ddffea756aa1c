//! One person at the keyboard: plan, history, selection and the text being typed, with no browser in sight.
//!
//! Everything a user does is a [`Command`]; [`Session::handle`] carries it out and says in [`Changes`]
//! which parts of the screen have to look again.

mod cases;
mod cell;
mod clearing;
mod clipboard;
mod command;
mod completing;
mod composing;
mod filling;
mod finding;
mod hiding;
mod key;
mod keymap;
mod movement;
mod noting;
mod pasting;
mod read_only;
mod receiving;
mod scenarios;
mod selecting;
mod statistics;
mod structure;
mod typing;
mod versions;
mod warnings;

pub use cell::CellView;
pub use command::{Ask, Changes, ClipboardKey, Command, Compare, Direction, Edge, Pasted};
pub use completing::{Colored, Suggestion};
pub use finding::Found;
pub use key::{Key, KeyPress};
pub use keymap::{Binding, KEYMAP, Modes, Part, command_for, keys_of};
pub use statistics::Statistics;

use crate::analyse::{Leaders, leaders};
use crate::edit::{Edit, History, Step};
use crate::evaluate::{Evaluation, evaluate};
use crate::model::{Id, Path, Plan, Problem};
use crate::sheet::{Cell, CellRef, Comparison, Grid, SheetId};
use crate::starter::Defaults;
use selecting::Selection;

/// What the keyboard means, as in Excel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// A cell is selected, nothing is being typed.
    Ready,
    /// Typing has replaced the cell's text; arrows commit and move.
    Enter,
    /// The cell's text is being edited; arrows move in the text.
    Edit,
    /// A formula waits for a name: arrows and clicks choose the cell that it names.
    Point,
}

/// The text being typed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Draft {
    /// As typed so far.
    pub text: String,
    /// The byte of the text before which the caret stands.
    pub caret: usize,
    /// Why it was refused, after an attempt to commit it.
    pub problem: Option<String>,
}

/// One person at the keyboard.
#[derive(Debug, Clone)]
pub struct Session {
    /// The base with all its scenarios.
    document: Plan,
    /// What follows from the base.
    evaluation: Evaluation,
    /// The scenario in sight; none while the base is.
    scenario: Option<Id>,
    /// The scenarios that can be seen now, worked out.
    derived: Vec<cases::Derived>,
    comparison: Comparison,
    defaults: Defaults,
    history: History,
    sheet: SheetId,
    grid: Grid,
    /// Where each sheet was left.
    selections: [Selection; SheetId::TABS.len()],
    mode: Mode,
    draft: Draft,
    composing: composing::Composing,
    /// The column in which a run of Tab presses began.
    tab_origin: Option<usize>,
    /// Escape was pressed on a selected cell: the next Tab leaves the grid.
    tab_leaves: bool,
    /// Rows in sight.
    page_rows: usize,
    /// The first cells of the rows that are out of sight, on all sheets.
    hidden: Vec<Path>,
    /// What pasting will move.
    cut: Option<clipboard::Cut>,
    /// Whether the plan belongs to somebody else for the moment.
    read_only: bool,
    /// The paste that was refused last, on the sheet in sight.
    refused: Option<pasting::Block>,
    found: Option<Found>,
    /// Who scored highest and was cheapest when that was last said.
    leaders: Leaders,
}

impl Session {
    /// Opens a plan with what can be undone in it.
    pub fn with_history(plan: Plan, history: History) -> Self {
        Self { history, ..Self::new(plan) }
    }

    /// What can be undone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Opens a plan at its first cell.
    pub fn new(plan: Plan) -> Self {
        let sheet = SheetId::Criteria;
        let evaluation = evaluate(&plan);
        let mut session = Self {
            leaders: leaders(&plan, &evaluation),
            evaluation,
            defaults: Defaults::of(plan.template.as_ref()),
            grid: Grid::of(&plan, sheet),
            document: plan,
            scenario: None,
            derived: Vec::new(),
            comparison: Comparison::default(),
            history: History::default(),
            sheet,
            selections: Default::default(),
            mode: Mode::Ready,
            draft: Draft::default(),
            composing: composing::Composing::default(),
            tab_origin: None,
            tab_leaves: false,
            page_rows: 13,
            hidden: Vec::new(),
            cut: None,
            read_only: false,
            refused: None,
            found: None,
        };
        session.keep_selection_inside();
        session
    }

    /// The sheet in sight.
    pub fn sheet(&self) -> SheetId {
        self.sheet
    }

    /// The sheet in sight, laid out.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// The selected cell; of several, the one that is edited.
    pub fn selection(&self) -> CellRef {
        self.selected_now().active
    }

    /// What the selected cell holds.
    pub fn selected(&self) -> &Cell {
        self.grid.cell(self.selection()).unwrap_or(&Cell::Blank)
    }

    /// The path of the selected input, if it is one.
    pub fn selected_input(&self) -> Option<&Path> {
        match self.selected() {
            Cell::Input(path) => Some(path),
            Cell::Computed(_) | Cell::Blank => None,
        }
    }

    /// What the keyboard means now.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The text being typed; empty while nothing is.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Whether Tab now leaves the grid.
    pub fn tab_leaves(&self) -> bool {
        self.tab_leaves
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Whether the command takes back, or does again, what stands on no sheet: then there is no reason to show one.
    pub fn turns_off_sheet(&self, command: &Command) -> bool {
        let next = match command {
            Command::Undo => self.history.next(true),
            Command::Redo => self.history.next(false),
            _ => None,
        };
        next.is_some_and(Path::is_off_sheet)
    }

    /// The command a key press stands for now, if any; without one, the key is the browser's.
    pub fn command_for(&self, press: KeyPress) -> Option<Command> {
        if self.tab_leaves && press.key == Key::Tab {
            return None;
        }
        self.suggestion_key(press).or_else(|| command_for(press, self.mode))
    }

    /// Carries a command out.
    pub fn handle(&mut self, command: Command) -> Changes {
        if let Some(refused) = self.refuses(&command) {
            return refused;
        }
        let is_quiet = matches!(command, Command::PageRows(_) | Command::Caret(_));
        if command != Command::Cancel && !is_quiet {
            self.tab_leaves = false;
        }
        let keeps_origin =
            matches!(command, Command::Tab(_) | Command::Enter(_) | Command::Type(_) | Command::TypeAt(..));
        if !keeps_origin && !is_quiet {
            self.tab_origin = None;
        }
        let marks = |session: &Self| (session.cut.is_some(), session.refused.is_some());
        let (marked, hidden) = (marks(self), self.hidden.len());
        let mut changes = self.carry_out(command);
        changes.selection |= marks(self) != marked;
        changes.layout |= self.hidden.len() != hidden;
        self.follow_found(&mut changes);
        self.follow_headline(&mut changes);
        changes
    }

    fn carry_out(&mut self, command: Command) -> Changes {
        match command {
            Command::Move(direction) if self.arrows_point() => self.point_step(direction),
            Command::Move(direction) => self.commit_then(|session| session.step(direction)),
            Command::Jump(edge) if self.arrows_point() => self.point_jump(edge),
            Command::Jump(edge) => self.commit_then(|session| session.jump(edge)),
            Command::Tab(direction) => self.commit_then(|session| session.tab(direction)),
            Command::Enter(direction) => self.enter(direction),
            Command::Extend(direction) if self.arrows_point() => self.point_extend(direction),
            Command::Extend(direction) => self.commit_then(|session| session.extend(direction)),
            Command::ExtendTo(edge) if self.arrows_point() => self.point_extend_to(edge),
            Command::ExtendTo(edge) => self.commit_then(|session| session.extend_to_edge(edge)),
            Command::SelectTo(at) if self.can_point() => self.point_to(at),
            Command::SelectTo(at) => self.commit_then(|session| session.select_to(at)),
            Command::SelectRange(first, second) if self.can_point() => self.point_from(first, second),
            Command::SelectRange(first, second) => self.commit_then(|session| session.select_range(first, second)),
            Command::SelectRows => self.commit_then(Self::select_rows),
            Command::SelectColumns => self.commit_then(Self::select_columns),
            Command::SelectAll => self.commit_then(Self::select_all),
            Command::Select(at) if self.can_point() => self.point(at),
            Command::Select(at) => self.commit_then(|session| session.select(at)),
            Command::GoTo(path) => self.commit_then(|session| session.go_to(&path)),
            // A formula may name cells of other sheets: the one being typed waits meanwhile.
            Command::OpenSheet(sheet) if self.can_point() => self.point_on(sheet),
            Command::OpenSheet(sheet) => self.commit_then(|session| session.open_sheet(sheet)),
            Command::NextSheet(step) => match self.sheet.neighbour(step) {
                Some(sheet) => self.carry_out(Command::OpenSheet(sheet)),
                None => Changes::default(),
            },
            Command::Edit => self.begin_edit(),
            Command::Type(text) => {
                let caret = text.len();
                self.type_text(text, caret)
            }
            Command::TypeAt(text, caret) => self.type_text(text, caret),
            Command::Caret(caret) => self.place_caret(caret),
            Command::Suggest(step) => self.suggest(step),
            Command::Complete(which) => self.complete(which),
            Command::CommitAll => self.commit_all(),
            Command::Commit => self.commit_then(|_| Changes::default()),
            Command::Cancel => self.cancel(),
            // Forgetting that Tab leaves, above, is all there is to do.
            Command::Leave => Changes::default(),
            Command::Clear => self.clear(),
            Command::Cut => self.commit_then(Self::cut),
            Command::Paste(clip, pasted) => self.paste(clip, pasted),
            Command::PasteRest => self.paste_rest(),
            Command::FillDown => self.commit_then(Self::fill_down),
            Command::FillRight => self.commit_then(Self::fill_right),
            Command::FillTo(at) => self.commit_then(|session| session.fill_to(at)),
            // The page has copied something else, so nothing is cut any more.
            Command::Clipboard(ClipboardKey::Copy) => {
                self.cut = None;
                Changes::default()
            }
            Command::Clipboard(_) => Changes::default(),
            Command::Ask(ask) => Changes { ask: Some(ask), ..Changes::default() },
            Command::Undo => self.turn(true),
            Command::Redo => self.turn(false),
            Command::Reset(path) => self.reset(&path),
            Command::Rename(title) => self.rename(title),
            Command::Open(plan, what) => {
                let changes = self.commit_or_drop();
                self.hidden.clear();
                changes.and(self.record(Edit::Replace(plan), what))
            }
            Command::Write(texts, what) => self.commit_or_drop().and(self.write_texts(&texts, what)),
            Command::WriteValues(writes, what) => self.commit_or_drop().and(self.write_values(writes, what)),
            Command::TakeScenarios(own, what) => self.commit_or_drop().and(self.take_scenarios(own, what)),
            Command::Add(addition) => self.commit_or_drop().and(self.add(&addition)),
            Command::Duplicate(thing) => self.commit_or_drop().and(self.duplicate(&thing)),
            Command::Shift(thing, step) => self.commit_or_drop().and(self.shift(&thing, step)),
            Command::Remove(thing) => self.commit_or_drop().and(self.remove(&thing)),
            Command::ApplyPreset(preset, expertise) => self.commit_or_drop().and(self.apply_preset(preset, expertise)),
            Command::SortByWeight => self.commit_or_drop().and(self.sort_by_weight()),
            Command::Note(path, note) => self.commit_or_drop().and(self.note(&path, note)),
            Command::TakeVersion { name, note, date } => {
                self.commit_or_drop().and(self.take_version(&name, &note, &date))
            }
            Command::RenameVersion(id, name) => self.commit_or_drop().and(self.rename_version(&id, &name)),
            Command::RemoveVersion(id) => self.commit_or_drop().and(self.remove_version(&id)),
            Command::RestoreVersion(id) => self.commit_or_drop().and(self.restore_version(&id)),
            Command::HideRows => self.commit_then(Self::hide_rows),
            Command::ShowRows => self.commit_then(Self::show_rows),
            Command::ShowScenario(id) => self.commit_then(|session| session.show_scenario(id)),
            Command::NextScenario(step) => self.commit_then(|session| session.next_scenario(step)),
            Command::WhatIf(path, factor) => self.commit_or_drop().and(self.what_if(&path, factor)),
            Command::Promote(id) => self.commit_or_drop().and(self.promote(&id)),
            Command::ResetRow(path) => self.commit_or_drop().and(self.reset_row(&path)),
            Command::ResetScenario(id) => self.commit_or_drop().and(self.reset_scenario(&id)),
            Command::Compare(change) => self.commit_then(|session| session.compare(change)),
            Command::Find(query) => self.commit_then(|session| session.find(query)),
            Command::FindNext(step) => self.commit_then(|session| session.find_next(step)),
            Command::PageRows(rows) => {
                self.page_rows = rows;
                Changes::default()
            }
        }
    }

    /// Applies an edit as one step of the history; a refusal is announced and nothing changes.
    fn record(&mut self, edit: Edit, what: String) -> Changes {
        match self.try_record(edit, &what, None) {
            Ok(changes) => changes,
            Err(problem) => Changes::say(format!("{what} refused. {problem}")),
        }
    }

    fn try_record(&mut self, edit: Edit, what: &str, at: Option<Path>) -> Result<Changes, Problem> {
        if !self.history.record(&mut self.document, edit, what.to_owned(), at)? {
            return Ok(Changes::default());
        }
        Ok(self.plan_changed())
    }

    fn turn(&mut self, back: bool) -> Changes {
        // While something is typed, taking back is about that, and about nothing before it.
        let dropped = self.drop_draft();
        if dropped.draft {
            return dropped.and(Changes::say("Cancelled"));
        }
        let step = if back { self.history.undo(&mut self.document) } else { self.history.redo(&mut self.document) };
        let Some(Step { what, path, .. }) = step.cloned() else {
            return dropped.and(Changes::say(if back { "Nothing to undo" } else { "Nothing to redo" }));
        };
        let mut changes = dropped.and(self.plan_changed());
        if let Some(path) = path {
            changes = changes.and(self.look_at(&path));
        }
        changes.and(Changes::say(format!("{}: {what}", if back { "Undo" } else { "Redo" })))
    }

    /// Everything that is derived from the plan follows it.
    fn plan_changed(&mut self) -> Changes {
        if self.defaults.template() != self.document.template.as_ref() {
            self.defaults = Defaults::of(self.document.template.as_ref());
        }
        (self.cut, self.refused) = (None, None);
        self.look_again()
    }

    /// What is in sight follows from the document, the scenario and the comparison as they are now.
    fn look_again(&mut self) -> Changes {
        self.derive();
        let grid = self.lay_out(self.sheet);
        let layout = grid != self.grid;
        self.grid = grid;
        let changes = Changes { plan: true, layout, selection: layout, ..Changes::default() };
        changes.and(self.keep_selection_inside())
    }
}
