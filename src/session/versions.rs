//! Versions of the document: each change of them, and going back to one, is a step of the history.

use super::{Changes, Session};
use crate::edit::Edit;
use crate::edit::structure::Changed;
use crate::edit::versions;
use crate::model::Id;

impl Session {
    pub(super) fn take_version(&mut self, name: &str, note: &str, date: &str) -> Changes {
        let taken = versions::take(self.document(), name, note, date);
        self.change_versions(taken, format!("Version “{}”", name.trim()))
    }

    pub(super) fn rename_version(&mut self, id: &Id, name: &str) -> Changes {
        let renamed = versions::rename(self.document(), id, name);
        self.change_versions(renamed, format!("Rename version “{}”", self.name_of_version(id)))
    }

    pub(super) fn remove_version(&mut self, id: &Id) -> Changes {
        let removed = versions::remove(self.document(), id);
        self.change_versions(removed, format!("Remove version “{}”", self.name_of_version(id)))
    }

    pub(super) fn restore_version(&mut self, id: &Id) -> Changes {
        let name = self.name_of_version(id);
        let restored = versions::restore(self.document(), id);
        let changes = self.change_versions(restored, format!("Go back to version “{name}”"));
        if changes.plan {
            return changes.and(Changes::say(format!(
                "The plan is as it was in version “{name}”. Undo brings back what it was before"
            )));
        }
        if changes.say.is_some() {
            changes
        } else {
            Changes::say(format!("The plan is still as in version “{name}”"))
        }
    }

    fn name_of_version(&self, id: &Id) -> String {
        self.document().version(id.as_str()).map_or_else(|| id.to_string(), |version| version.name.clone())
    }

    fn change_versions(&mut self, changed: Changed, what: String) -> Changes {
        let changed = changed.and_then(|(plan, at)| self.try_record(Edit::Replace(Box::new(plan)), &what, Some(at)));
        match changed {
            Ok(changes) => changes.saying(|| what),
            Err(problem) => Changes::say(format!("{what} refused. {problem}")),
        }
    }
}
