//! A plan that belongs to somebody else for the moment: everything can be looked at, nothing changed.

use super::{Changes, Command, Mode, Session};
use crate::edit::{Edit, History, apply};
use crate::model::Plan;

/// What is said instead of a change.
const REFUSED: &str = "This plan is open in another tab. Take it over to change it here";

impl Command {
    /// Whether it changes the plan, or begins to.
    pub fn writes(&self) -> bool {
        match self {
            Self::Move(_)
            | Self::Jump(_)
            | Self::Tab(_)
            | Self::Extend(_)
            | Self::ExtendTo(_)
            | Self::Select(_)
            | Self::SelectTo(_)
            | Self::SelectRange(..)
            | Self::SelectRows
            | Self::SelectColumns
            | Self::SelectAll
            | Self::GoTo(_)
            | Self::OpenSheet(_)
            | Self::NextSheet(_)
            | Self::Caret(_)
            | Self::Suggest(_)
            | Self::Commit
            | Self::Cancel
            | Self::Leave
            | Self::Clipboard(_)
            | Self::ShowScenario(_)
            | Self::NextScenario(_)
            | Self::Compare(_)
            | Self::HideRows
            | Self::ShowRows
            | Self::Find(_)
            | Self::FindNext(_)
            | Self::PageRows(_)
            | Self::Ask(_) => false,
            Self::Enter(_)
            | Self::Edit
            | Self::Type(_)
            | Self::TypeAt(..)
            | Self::Complete(_)
            | Self::CommitAll
            | Self::Clear
            | Self::Cut
            | Self::Paste(..)
            | Self::PasteRest
            | Self::FillDown
            | Self::FillRight
            | Self::FillTo(_)
            | Self::Undo
            | Self::Redo
            | Self::Reset(_)
            | Self::Rename(_)
            | Self::Write(..)
            | Self::WriteValues(..)
            | Self::TakeScenarios(..)
            | Self::Add(_)
            | Self::Duplicate(_)
            | Self::Shift(..)
            | Self::Remove(_)
            | Self::ApplyPreset(..)
            | Self::SortByWeight
            | Self::WhatIf(..)
            | Self::Promote(_)
            | Self::ResetRow(_)
            | Self::ResetScenario(_)
            | Self::Note(..)
            | Self::TakeVersion { .. }
            | Self::RenameVersion(..)
            | Self::RemoveVersion(_)
            | Self::RestoreVersion(_)
            | Self::Open(..) => true,
        }
    }
}

impl Session {
    /// Whether nothing may be changed here.
    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Forbids changes, or allows them again. What is being typed is dropped.
    pub fn set_read_only(&mut self, read_only: bool) -> Changes {
        let dropped = if self.mode == Mode::Ready { Changes::default() } else { self.handle(Command::Cancel) };
        self.read_only = read_only;
        dropped
    }

    /// Shows the plan as somebody else has changed it. Sheet and selection stay; what could be undone is about another
    /// plan, and is forgotten.
    pub fn follow(&mut self, plan: Plan) -> Changes {
        if self.document == plan {
            return Changes::default();
        }
        let dropped = if self.mode == Mode::Ready { Changes::default() } else { self.handle(Command::Cancel) };
        if apply(&mut self.document, Edit::Replace(Box::new(plan))).is_err() {
            return dropped;
        }
        self.history = History::default();
        dropped.and(self.plan_changed())
    }

    /// Refuses what would change a plan of somebody else's.
    pub(super) fn refuses(&self, command: &Command) -> Option<Changes> {
        (self.read_only && command.writes()).then(|| Changes::say(REFUSED))
    }
}
