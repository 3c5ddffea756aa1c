//! What a user can do, and what it changes on the screen.

use crate::analyse::presets::Preset;
use crate::edit::structure::{Addition, Thing};
use crate::model::{Path, Plan};
use crate::sheet::{CellRef, SheetId};

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
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
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
    /// Select a cell of the sheet in sight.
    Select(CellRef),
    /// Open the sheet on which an input stands, and select it.
    GoTo(Path),
    /// Bring a sheet in sight.
    OpenSheet(SheetId),
    /// So many tabs further.
    NextSheet(isize),
    /// Edit the selected cell's text; while typing, switch what the arrows mean.
    Edit,
    /// The text being typed is now this.
    Type(String),
    /// Take what was typed.
    Commit,
    /// Drop what was typed. On a selected cell: the next Tab leaves the grid.
    Cancel,
    /// The keyboard has left the grid.
    Leave,
    /// Empty the selected cell: nothing where that is allowed, else its default.
    Clear,
    /// Put this text (tabs and line ends part cells) at the selected cell.
    Paste(String),
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
}

impl Changes {
    /// Only an announcement.
    pub fn say(text: impl Into<String>) -> Self {
        Self { say: Some(text.into()), ..Self::default() }
    }

    /// Both together; the later announcement wins.
    pub fn and(self, later: Self) -> Self {
        Self {
            plan: self.plan || later.plan,
            layout: self.layout || later.layout,
            selection: self.selection || later.selection,
            draft: self.draft || later.draft,
            say: later.say.or(self.say),
        }
    }
}
