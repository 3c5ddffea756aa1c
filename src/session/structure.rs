//! Adding, duplicating, moving, removing, and loading the weights of a use case: each one step of the history.

use super::{Changes, Session};
use crate::analyse::presets::Preset;
use crate::edit::Edit;
use crate::edit::structure::{self, Addition, Changed, Thing};
use crate::model::{Path, Profile};
use crate::sheet::{Address, Cell, SheetId};

impl Session {
    /// The things the selected cell is about, the nearest first: a score belongs to a criterion and to an alternative.
    pub fn things(&self) -> Vec<Thing> {
        let Some(address) = self.selected().path().map(Address::of) else { return Vec::new() };
        let (plan, path) = (&self.document, &address.path);
        let scenario = address.case.and_then(|case| case.scenario().cloned()).map(Thing::Scenario);
        let own = Thing::of(plan, path);
        let alternative = match *path.steps().as_slice() {
            ["criteria", _, "scores" | "raw", id] | ["results", id, ..] | ["alternatives", id, "tiers", ..] => {
                Thing::of(plan, &Path::from("alternatives").then(id).then("name"))
            }
            _ => None,
        };
        let row = match *path.steps().as_slice() {
            ["results", _, "score", "by_group", group] => Thing::of(plan, &Path::from("groups").then(group)),
            ["results", _, "criteria" | "raw", criterion] => Thing::of(plan, &Path::from("criteria").then(criterion)),
            _ => None,
        };
        scenario.into_iter().chain(own).chain(row).chain(alternative).collect()
    }

    /// Whether a thing can be moved that way.
    pub fn can_shift(&self, thing: &Thing, step: isize) -> bool {
        structure::can_shift(&self.document, thing, step)
    }

    /// What can be added from here, with a name for it: what fits the sheet in sight comes first.
    pub fn additions(&self) -> Vec<(String, Addition)> {
        let plan = &self.document;
        let mut additions = Vec::new();
        let mut offer = |name: String, addition| additions.push((name, addition));
        if self.sheet() == SheetId::Criteria {
            for group in &plan.groups {
                offer(format!("Criterion of {}", group.name), Addition::Criterion(group.id.clone()));
            }
            offer("Group of criteria".into(), Addition::Group);
        }
        if self.sheet() == SheetId::Compare {
            return vec![("Scenario".into(), Addition::Scenario)];
        }
        if self.sheet() == SheetId::Profiles {
            for profile in Profile::catalogue().filter(|profile| plan.profile(profile.id.as_str()).is_none()) {
                offer(format!("Profile {}", profile.name), Addition::Profile(profile.id));
            }
            offer("Profile of your own".into(), Addition::Profile("own".into()));
        } else {
            offer("Alternative: hybrid Go + Python".into(), Addition::Hybrid);
            offer("Alternative: niche language".into(), Addition::Niche);
            offer("Alternative: buy a managed service".into(), Addition::Managed);
            for profile in &plan.profiles {
                offer(format!("Alternative on {}", profile.name), Addition::Alternative(profile.id.clone()));
            }
        }
        if self.sheet() == SheetId::Workload {
            for own in &plan.alternatives {
                offer(format!("Tier of {}", own.name), Addition::Tier(own.id.clone()));
            }
        }
        if self.sheet() == SheetId::Team {
            offer("Other role".into(), Addition::Role);
        }
        additions
    }

    /// Whether the selected cell is a result that can be explained.
    pub fn selected_result(&self) -> Option<&Path> {
        match self.selected() {
            Cell::Computed(path) => Some(path),
            Cell::Input(_) | Cell::Blank => None,
        }
    }

    pub(super) fn add(&mut self, addition: &Addition) -> Changes {
        let added = structure::add(&self.document, addition);
        self.restructure(added, "Add", None)
    }

    pub(super) fn duplicate(&mut self, thing: &Thing) -> Changes {
        let changed = structure::duplicate(&self.document, thing);
        self.restructure(changed, "Duplicate", Some(thing))
    }

    pub(super) fn shift(&mut self, thing: &Thing, step: isize) -> Changes {
        let changed = structure::shift(&self.document, thing, step);
        self.restructure(changed, "Move", Some(thing))
    }

    pub(super) fn remove(&mut self, thing: &Thing) -> Changes {
        let changed = structure::remove(&self.document, thing);
        self.restructure(changed, "Remove", Some(thing))
    }

    pub(super) fn restructure(&mut self, changed: Changed, verb: &str, about: Option<&Thing>) -> Changes {
        let (plan, at) = match changed {
            Ok(changed) => changed,
            Err(problem) => return Changes::say(format!("{verb} refused. {problem}")),
        };
        let named = |thing: &Thing, plan| format!("{verb} {} {}", thing.kind(), thing.name(plan));
        let what = match about {
            Some(thing) => named(thing, &self.document),
            None => Thing::of(&plan, &at).map_or_else(|| verb.to_owned(), |thing| named(&thing, &plan)),
        };
        // Undo looks at what it brings back.
        let looked_at = about.filter(|_| verb == "Remove").map_or_else(|| at.clone(), Thing::path);
        let changes = match self.try_record(Edit::Replace(Box::new(plan)), &what, Some(looked_at)) {
            Ok(changes) => changes,
            Err(problem) => return Changes::say(format!("{verb} refused. {problem}")),
        };
        let moved = match verb {
            "Remove" => Changes::default(),
            "Move" => self.look_at(&at),
            _ => self.go_to(&at),
        };
        changes.and(moved).and(Changes::say(what))
    }

    /// The selection stays with its criterion.
    pub(super) fn sort_by_weight(&mut self) -> Changes {
        let (plan, at) = match structure::sort_by_weight(&self.document) {
            Ok(sorted) => sorted,
            Err(_) => return Changes::say("The criteria are sorted by weight already"),
        };
        let selected = self.selected().path().cloned().filter(|path| SheetId::of(path) == SheetId::Criteria);
        let what = "Sort of the criteria by weight";
        let changes = match self.try_record(Edit::Replace(Box::new(plan)), what, Some(at.clone())) {
            Ok(changes) => changes,
            Err(problem) => return Changes::say(format!("{what} refused. {problem}")),
        };
        let opened = self.open_sheet(SheetId::Criteria);
        changes.and(opened).and(self.go_to(&selected.unwrap_or(at))).and(Changes::say(what))
    }

    pub(super) fn apply_preset(&mut self, preset: &Preset, with_expertise: bool) -> Changes {
        let edit = self.edit_of(preset.writes(self.plan(), with_expertise));
        let what = format!("Weights of “{}”", preset.name);
        let changes = self.record(edit, what.clone());
        changes.saying(|| what)
    }
}
