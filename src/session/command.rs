//! What a user can do, and what it changes on the screen.

use crate::analyse::presets::Preset;
use crate::edit::structure::{Addition, Factor, Thing};
use crate::model::{Id, Note, Path, Plan, Scenario, Value};
use crate::sheet::{Case, CellRef, Clip, SheetId};

/// A direction on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// To the column on the left.
    Left,
    /// To the column on the right.
    Right,
}

/// A far place on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// First used cell of the row.
    RowStart,
    /// Last used cell of the row.
    RowEnd,
    /// First used cell of the sheet.
    SheetStart,
    /// Last used cell of the sheet.
    SheetEnd,
    /// One screen up, keeping one row.
    PageUp,
    /// One screen down, keeping one row.
    PageDown,
    /// Where the data ends in this direction: the last cell before a gap, or the first one behind it.
    Data(Direction),
}

/// What of a clip is pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pasted {
    /// Formulas as formulas.
    All,
    /// Only what the cells showed.
    Values,
}

/// What only the page can do, where the session has nothing to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// The menu of the selected cells.
    Menu,
    /// The bar that finds cells.
    Find,
    /// The note on the selected cell.
    Note,
    /// The list of keys.
    Keys,
    /// The keyboard to the next part of the page.
    NextRegion,
    /// The keyboard to the part of the page before.
    PreviousRegion,
    /// Wider columns of the selection.
    Widen,
    /// Narrower columns of the selection.
    Narrow,
    /// The plan into its file.
    Save,
    /// The plan into another file.
    SaveAs,
}

/// What the browser does with the clipboard by itself: it answers these keys with an event of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipboardKey {
    /// Copy the selected cells.
    Copy,
    /// Copy them; pasting takes them away here.
    Cut,
    /// Paste.
    Paste,
    /// Paste values only.
    PasteValues,
}

/// What changes in the view of the comparison.
#[derive(Debug, Clone, PartialEq)]
pub enum Compare {
    /// Whether every input has a row, and not only those that differ.
    AllInputs(bool),
    /// Whether a scenario has a column.
    Column(Id, bool),
    /// The column to which the results of the others are differences.
    Baseline(Option<Case>),
    /// Whether differences are in per cent.
    InPercent(bool),
}

/// Everything a user can do. Toolbar, menus and keys all send these.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// One cell further; never wraps.
    Move(Direction),
    /// To a far place.
    Jump(Edge),
    /// Right or left, remembering the column where the run of tabs began.
    Tab(Direction),
    /// On a selected cell: start editing. After typing: commit and go down or up.
    Enter(Direction),
    /// The far corner of the selection one cell further.
    Extend(Direction),
    /// The far corner of the selection to a far place.
    ExtendTo(Edge),
    /// Select a cell of the sheet in sight. While a formula waits for a name: put that cell's name into it.
    Select(CellRef),
    /// Put the far corner of the selection there.
    SelectTo(CellRef),
    /// Select from the first cell, which is edited, to the second one.
    SelectRange(CellRef, CellRef),
    /// Select the whole rows of the selection.
    SelectRows,
    /// Select the whole columns of the selection.
    SelectColumns,
    /// Select the block of rows around the selected cell; again: the whole sheet.
    SelectAll,
    /// Open the sheet on which an input stands, and select it.
    GoTo(Path),
    /// Bring a sheet in sight.
    OpenSheet(SheetId),
    /// So many tabs further.
    NextSheet(isize),
    /// Edit the selected cell's text; while typing, switch what the arrows mean.
    Edit,
    /// The text being typed is now this, with the caret at its end.
    Type(String),
    /// The same with the caret before this byte.
    TypeAt(String, usize),
    /// The caret now stands before this byte of the text being typed.
    Caret(usize),
    /// Mark the suggestion so many lines further.
    Suggest(isize),
    /// Put a suggestion into the text being typed: this one, or the marked one.
    Complete(Option<usize>),
    /// Take what was typed.
    Commit,
    /// Take what was typed into every selected cell.
    CommitAll,
    /// Drop what was typed. On a selected cell: the next Tab leaves the grid.
    Cancel,
    /// The keyboard has left the grid.
    Leave,
    /// Empty the selected cells: nothing where that is allowed, else their defaults.
    Clear,
    /// Mark the selected cells: pasting moves them.
    Cut,
    /// Put these cells at the selection.
    Paste(Clip, Pasted),
    /// Of the paste that was just refused, take the cells that fit.
    PasteRest,
    /// Fill the selection from its first row.
    FillDown,
    /// Fill the selection from its first column.
    FillRight,
    /// Fill from the selection to this cell, down or to the right, whichever is further.
    FillTo(CellRef),
    /// What the browser does with the clipboard; nothing by itself.
    Clipboard(ClipboardKey),
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Put an input back to its default.
    Reset(Path),
    /// Give the plan a title.
    Rename(String),
    /// Read these texts into these inputs, as one step with this name.
    Write(Vec<(Path, String)>, String),
    /// Write these values into these inputs, as one step with this name.
    WriteValues(Vec<(Path, Value)>, String),
    /// Have these scenarios in place of the present ones, as one step with this name.
    TakeScenarios(Vec<Scenario>, String),
    /// Add something to the plan, and go there.
    Add(Addition),
    /// Put a copy behind a thing.
    Duplicate(Thing),
    /// Move a thing so many places among its kind.
    Shift(Thing, isize),
    /// Take a thing out.
    Remove(Thing),
    /// Load the weights of a use case, and the expertise of its team if that is wanted.
    ApplyPreset(&'static Preset, bool),
    /// Order the criteria of each group by weight, the heaviest first.
    SortByWeight,
    /// Show this scenario on the whole page, or the base: what is typed then goes into it.
    ShowScenario(Option<Id>),
    /// Show the scenario so many places further, the base being the first.
    NextScenario(isize),
    /// A new scenario in which this input is changed by a factor.
    WhatIf(Path, Factor),
    /// Make a scenario the base; the old base becomes a scenario.
    Promote(Id),
    /// Let every scenario follow the base in this input again.
    ResetRow(Path),
    /// Let a scenario follow the base in everything again.
    ResetScenario(Id),
    /// Look at the comparison in another way.
    Compare(Compare),
    /// Put a remark on an input; an empty one takes it away.
    Note(Path, Note),
    /// Keep the plan as it is under a name; the session knows no calendar, so the day comes with it.
    TakeVersion {
        /// What to call it.
        name: String,
        /// A remark.
        note: String,
        /// Such as `2026-11-23`.
        date: String,
    },
    /// Give a version another name.
    RenameVersion(Id, String),
    /// Forget a version.
    RemoveVersion(Id),
    /// Put a version in place of the plan; all versions are kept.
    RestoreVersion(Id),
    /// Hide the rows of the selection.
    HideRows,
    /// Show the hidden rows of the sheet in sight again.
    ShowRows,
    /// Look for cells with this text; nothing ends the search.
    Find(String),
    /// Go so many finds further, around the end.
    FindNext(isize),
    /// So many rows are in sight.
    PageRows(usize),
    /// The page has something to do.
    Ask(Ask),
    /// Put another plan in place of this one; the text says what it is.
    Open(Box<Plan>, String),
}

/// Which parts of the screen have to look again.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// Values of the plan, and so the evaluation.
    pub plan: bool,
    /// Rows or columns of the sheet in sight.
    pub layout: bool,
    /// The selected cell.
    pub selection: bool,
    /// The mode or the text being typed.
    pub draft: bool,
    /// What a screen reader should say.
    pub say: Option<String>,
    /// What the page has to do.
    pub ask: Option<Ask>,
}

impl Changes {
    /// Only an announcement.
    pub fn say(text: impl Into<String>) -> Self {
        Self { say: Some(text.into()), ..Self::default() }
    }

    /// The same with an announcement, if a value of the plan has changed.
    pub(super) fn saying(self, text: impl FnOnce() -> String) -> Self {
        if self.plan { Self { say: Some(text()), ..self } } else { self }
    }

    /// Both together; the later announcement wins.
    pub fn and(self, later: Self) -> Self {
        Self {
            plan: self.plan || later.plan,
            layout: self.layout || later.layout,
            selection: self.selection || later.selection,
            draft: self.draft || later.draft,
            say: later.say.or(self.say),
            ask: later.ask.or(self.ask),
        }
    }
}
