//! What the list of plans does to a plan: another title, a copy, away and back.

use leptos::prelude::*;

use super::app::App;
use super::file_menu::file_name;
use super::notices::Notice;
use super::plans::{blank, copy_title, lot};
use super::storage::Saved;
use crate::file::{self, Place};
use crate::session::{Command, Session};

impl App {
    /// Gives a plan another title. In the open one that is a step that can be undone.
    pub fn rename_plan(self, id: &str, title: String) {
        if self.plans.open_id() == id {
            self.dispatch(Command::Rename(title));
            return self.autosave.flush(self);
        }
        let parked = self.plans.unpark(id);
        let was_parked = parked.is_some();
        let Some(mut session) = parked.or_else(|| self.load_plan(id)) else { return };
        let said = session.handle(Command::Rename(title)).say;
        self.keep_beside(id, &session);
        if was_parked {
            self.plans.park(id.to_owned(), session);
        }
        self.said.set(said.unwrap_or_else(|| "Renamed".into()));
    }

    /// Puts a copy of a plan beside it.
    pub fn duplicate_plan(self, id: &str) {
        let parked = |all: &Vec<(String, Session)>| {
            all.iter().find(|(parked, _)| parked == id).map(|(_, session)| session.document().clone())
        };
        let plan = if self.plans.open_id() == id {
            Some(self.read(|session| session.document().clone()))
        } else {
            self.plans.parked.with_value(parked)
        };
        let Some(mut plan) = plan.or_else(|| Some(self.load_plan(id)?.document().clone())) else { return };
        plan.title = copy_title(&plan.title);
        let said = format!("“{}” added", plan.title);
        let copy = self.plans.library(|library| library.free_id(lot()));
        self.keep_beside(&copy, &Session::new(plan));
        self.said.set(said);
    }

    /// Saves a plan that is not the open one, which stays the one used last.
    fn keep_beside(self, id: &str, session: &Session) {
        let saved = self.plans.save_as(id, session);
        self.plans.library(|library| library.touch(&self.plans.open_id()));
        if let Err(reason) = saved {
            let plan = session.document();
            self.notices.add(Notice::new(reason.to_string()).with_file(file_name(&plan.title), file::write(plan)));
        }
    }

    /// Takes a plan out of the list, until it is brought back. If it was open, the one used before it is opened.
    pub fn delete_plan(self, id: &str) {
        let plans = self.plans;
        let was_open = plans.open_id() == id;
        let (kept, _) = self.listed_plans();
        if was_open {
            let others = kept.plans().iter().filter(|other| other.id != id);
            if !others.into_iter().any(|other| self.open_kept(&other.id)) {
                self.show_plan(plans.library(|library| library.free_id(lot())), Session::new(blank()));
                self.saved.set(plans.store().state(Saved::Nothing));
            }
        }
        // A blank one has made room already.
        let Some(listed) = kept.find(id) else { return };
        let notice = Notice::new(format!("“{}” was deleted.", listed.title));
        self.said.set(notice.message.clone());
        plans.forget_in_journal(id);
        if plans.library(|library| library.delete(id)) {
            self.notices.add(notice.with_undo(id.to_owned(), was_open));
        } else if let Some(session) = plans.unpark(id) {
            // It could not be saved, so it cannot be brought back either.
            let plan = session.document();
            self.notices.add(notice.with_file(file_name(&plan.title), file::write(plan)));
        }
    }

    /// Brings a deleted plan back, and opens it if that is wanted.
    pub fn restore_plan(self, id: &str, open: bool) {
        self.notices.forget_undo(id);
        let Some(restored) = self.plans.library(|library| library.restore(id, lot())) else {
            return self.said.set("That plan is no longer kept in this browser".into());
        };
        // It comes back as it was when it was deleted.
        self.plans.know(&restored, self.plans.library(|library| library.revision(&restored)));
        if open {
            self.open_kept(&restored);
        } else {
            let open = self.plans.open_id();
            self.plans.library(|library| library.touch(&open));
            self.said.set("The plan is back in the list".into());
        }
    }

    /// Takes a deleted plan away for good.
    pub fn forget_plan(self, id: &str) {
        self.notices.forget_undo(id);
        self.plans.unpark(id);
        self.plans.library(|library| library.forget(Place::Deleted, id));
        self.said.set("Deleted for good".into());
    }
}
