//! Scenarios: which one is in sight, new ones, and what is seen of them side by side.

use super::cases::Look;
use super::{Changes, Compare, Session};
use crate::edit::Edit;
use crate::edit::structure::{self, Changed, Factor};
use crate::evaluate::Evaluation;
use crate::model::{Id, Path, Plan, Problem};
use crate::sheet::{
    Address, Case, CellRef, Comparison, SheetId, difference, difference_text, result_number, result_text,
};

impl Session {
    /// What of the document is compared, and how.
    pub fn comparison(&self) -> &Comparison {
        &self.comparison
    }

    pub(super) fn show_scenario(&mut self, id: Option<Id>) -> Changes {
        let id = id.filter(|id| self.document.scenario(id.as_str()).is_some());
        if id == self.scenario {
            return Changes::default();
        }
        self.scenario = id;
        (self.cut, self.refused) = (None, None);
        let said = format!("Showing {}", self.name_of_case(&self.case_in_sight()));
        self.look_again().and(Changes::say(said))
    }

    /// Stops at both ends, as the sheets do.
    pub(super) fn next_scenario(&mut self, step: isize) -> Changes {
        let scenarios = &self.document.scenarios;
        if scenarios.is_empty() {
            return Changes::say("There is no scenario yet");
        }
        let place = scenarios.iter().position(|own| Some(&own.id) == self.scenario.as_ref()).map_or(0, |at| at + 1);
        let Some(next) = place.checked_add_signed(step).filter(|next| *next <= scenarios.len()) else {
            return Changes::default();
        };
        let id = next.checked_sub(1).and_then(|at| scenarios.get(at)).map(|own| own.id.clone());
        self.show_scenario(id)
    }

    pub(super) fn compare(&mut self, change: Compare) -> Changes {
        let plan = &self.document;
        let shows = matches!(change, Compare::Column(_, true));
        let said = match &change {
            Compare::AllInputs(true) => "All inputs".to_owned(),
            Compare::AllInputs(false) => "Only inputs that differ".to_owned(),
            Compare::Column(id, shown) => {
                let name = self.name_of_case(&Case::Scenario(id.clone()));
                format!("Column {name} {}", if *shown { "shown" } else { "hidden" })
            }
            Compare::Baseline(None) => "Results as they are".to_owned(),
            Compare::Baseline(Some(case)) => format!("Results as differences from {}", self.name_of_case(case)),
            Compare::InPercent(true) => "Differences in per cent".to_owned(),
            Compare::InPercent(false) => "Differences in their unit".to_owned(),
        };
        let before: Vec<Id> = self.comparison.shown(plan).map(|own| own.id.clone()).collect();
        match change {
            Compare::AllInputs(all) => self.comparison.all_inputs = all,
            Compare::Column(id, true) => self.comparison.show(plan, &id),
            Compare::Column(id, false) => {
                if !self.comparison.hidden.contains(&id) {
                    self.comparison.hidden.push(id);
                }
            }
            Compare::Baseline(case) => self.comparison.baseline = case,
            Compare::InPercent(is) => self.comparison.in_percent = is,
        }
        // Eight fit: whoever made room is named.
        let after: Vec<&Id> = self.comparison.shown(plan).map(|own| &own.id).collect();
        let gone = before.into_iter().find(|id| shows && !after.contains(&id));
        let said =
            gone.map_or(said.clone(), |id| format!("{said} in place of {}", self.name_of_case(&Case::Scenario(id))));
        self.look_again().and(Changes::say(said))
    }

    /// Whether what is typed into the selected cell goes into a scenario.
    pub fn selected_is_in_scenario(&self) -> bool {
        self.selected_input().is_some_and(|path| self.look(path).case.scenario().is_some())
    }

    /// Whether a scenario can hold another number of an input.
    pub fn may_differ(&self, path: &Path) -> bool {
        self.document.input(&Address::of(path).path).is_some_and(|input| input.kind.unit().is_some())
    }

    /// Whether any scenario overrides an input.
    pub fn is_overridden_anywhere(&self, path: &Path) -> bool {
        let own = Address::of(path).path;
        self.document.scenarios.iter().any(|scenario| scenario.overrides.get(own.as_str()).is_some())
    }

    /// Gives a scenario a column, if it has none.
    pub(super) fn give_column(&mut self, id: &Id) -> Changes {
        let before = self.comparison.clone();
        self.comparison.show(&self.document, id);
        if before == self.comparison { Changes::default() } else { self.look_again() }
    }

    /// The scenario that is made is in sight then: as a column, or on the whole page.
    pub(super) fn what_if(&mut self, path: &Path, factor: Factor) -> Changes {
        let look = self.look(path);
        let (from, own) = (look.case.scenario().cloned(), look.path.clone());
        let made = structure::what_if(&self.document, from.as_ref(), &own, &self.label_of(path), factor);
        match self.put_scenario(made, "What-if") {
            Ok((id, changes)) if self.sheet == SheetId::Compare => {
                changes.and(self.go_to(&Case::Scenario(id).address(&own)))
            }
            Ok((id, changes)) => changes.and(self.show_scenario(Some(id))),
            Err(problem) => Changes::say(format!("What-if refused. {problem}")),
        }
    }

    /// What an input is called without the column of a comparison.
    fn label_of(&self, path: &Path) -> String {
        let name = self.name_of(path);
        let Some(case) = Address::of(path).case else { return name };
        let column = format!(", {}", self.name_of_case(&case));
        name.strip_suffix(&column).map_or(name.clone(), str::to_owned)
    }

    /// Takes a plan with a scenario that was made, as one step; the scenario's id.
    fn put_scenario(&mut self, made: Changed, verb: &str) -> Result<(Id, Changes), Problem> {
        let (plan, at) = made?;
        let id = Id::from(at.last());
        let name = plan.scenario(id.as_str()).map_or(String::new(), |scenario| scenario.name.clone());
        let what = format!("{verb} {name}");
        let changes = self.try_record(Edit::Replace(Box::new(plan)), &what, Some(at))?;
        let shown = self.give_column(&id);
        Ok((id, changes.and(shown).and(Changes::say(what))))
    }

    /// Who looked at the scenario that is the base now, looks at the base.
    pub(super) fn promote(&mut self, id: &Id) -> Changes {
        let name = self.name_of_case(&Case::Scenario(id.clone()));
        let promoted = structure::promote(&self.document, id);
        match self.put_scenario(promoted, "Promotion:") {
            Ok((_, changes)) => changes.and(Changes::say(format!("{name} is the base now"))),
            Err(problem) => Changes::say(format!("Promotion refused. {problem}")),
        }
    }

    pub(super) fn reset_row(&mut self, path: &Path) -> Changes {
        let path = Address::of(path).path;
        let holders = self.document.scenarios.iter().filter(|own| own.overrides.get(path.as_str()).is_some());
        let addresses: Vec<Path> = holders.map(|own| Case::Scenario(own.id.clone()).address(&path)).collect();
        let label = self.label_of(&path);
        if addresses.is_empty() {
            return Changes::say(format!("No scenario overrides {label}"));
        }
        let what = format!("Reset of {label} in {} scenarios", addresses.len());
        let edit = self.edit_of(addresses.iter().flat_map(|at| self.back_to_base(&self.look(at))).collect());
        let changes = self.record(edit, what.clone());
        changes.saying(|| what)
    }

    pub(super) fn reset_scenario(&mut self, id: &Id) -> Changes {
        let name = self.name_of_case(&Case::Scenario(id.clone()));
        let Some(scenario) = self.document.scenario(id.as_str()) else { return Changes::default() };
        let edits: Vec<Edit> =
            scenario.overrides.keys().map(|path| Edit::Override(id.clone(), path.clone(), None)).collect();
        if edits.is_empty() {
            return Changes::say(format!("{name} differs in nothing"));
        }
        let what = format!("Reset of {name}");
        let changes = self.record(Edit::Many(edits), what.clone());
        changes.saying(|| what)
    }

    /// Where an input of a case stands on the sheet in sight.
    pub(super) fn place_in(&self, case: &Case, path: &Path) -> Option<CellRef> {
        match self.sheet {
            SheetId::Compare => self.grid.find(&case.address(path)),
            _ => self.grid.find(path),
        }
    }

    /// The case to which a result is shown as a difference, if it is.
    fn baseline_of(&self, look: &Look) -> Option<(&Plan, &Evaluation)> {
        let baseline = self.comparison.baseline.as_ref().filter(|_| self.sheet == SheetId::Compare)?;
        let sound = self.outlook(baseline).filter(|(plan, _)| plan.faults().is_empty());
        sound.filter(|_| *baseline != look.case)
    }

    /// A result as a difference from the pinned column; none where it is shown as it is.
    pub(super) fn compared(&self, look: &Look) -> Option<String> {
        let baseline = self.baseline_of(look)?;
        difference_text((look.plan, look.evaluation), baseline, &look.path, self.comparison.in_percent)
    }

    /// Whether a result is shown as a share of the pinned column's.
    pub(super) fn is_in_percent(&self, look: &Look) -> bool {
        self.comparison.in_percent && self.baseline_of(look).is_some()
    }

    /// The number that a result shows; none for words.
    pub(super) fn result_number(&self, look: &Look) -> Option<f64> {
        let own = (look.plan, look.evaluation);
        let compared = self
            .baseline_of(look)
            .and_then(|baseline| difference(own, baseline, &look.path, self.comparison.in_percent));
        compared.or_else(|| result_number(own.0, own.1, &look.path))
    }

    /// A result as it is.
    pub(super) fn result_text(&self, look: &Look) -> String {
        if look.path.as_str() == "results.warnings" {
            return self.warnings_of(look.plan, look.evaluation).len().to_string();
        }
        result_text(look.plan, look.evaluation, &look.path)
    }
}
