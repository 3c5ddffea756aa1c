//! The rules that hold between inputs. What one input may hold is in its declaration.

use std::ops::RangeInclusive;

use super::counts::{
    ALTERNATIVES, CRITERIA, GROUPS, NOTES, PROFILES, ROLES, SCENARIOS, TIERS, VERSIONS, check_count, wrong_count,
};
use super::{Alternative, Criterion, Id, PARTS, Path, Plan, Problem, Problems, Profile, Scored, Value};

impl Plan {
    /// Whether all rules between inputs hold: counts, unique ids, references, shares, tiers, scenarios.
    ///
    /// # Errors
    /// The first rule that is broken, with the path of the input to look at.
    pub fn check(&self) -> Result<(), Problem> {
        let mut first = Problems::up_to(1);
        self.problems(&mut first);
        first.first()
    }

    /// Adds every rule between inputs that is broken, as far as there is room. Every edit asks, so it takes no memory
    /// for what is in order.
    pub fn problems(&self, found: &mut Problems) {
        self.problems_of_lists(found);
        // Lists that are too long are not looked into: looking would take the square of their length.
        if found.is_full() || self.has_too_many() {
            return;
        }
        for criterion in &self.criteria {
            self.check_criterion(criterion, found);
        }
        self.check_mix(found);
        for profile in &self.profiles {
            check_profile(profile, found);
        }
        for alternative in &self.alternatives {
            self.check_alternative(alternative, found);
        }
        for path in self.notes.keys() {
            if self.input(path).is_none() {
                found.add(Problem::at(Path::from("notes").then(path), "the plan has no such input"));
            }
        }
        for scenario in &self.scenarios {
            if found.is_full() {
                return;
            }
            // What is wrong without the scenario is said once, and not again for each of them.
            if let Err(problem) = self.with_overrides(scenario)
                && !found.contains(&problem)
            {
                let at = Path::from("scenarios").then(&scenario.id);
                found.add(Problem::at(at, problem.to_string().trim_end_matches('.')));
            }
        }
    }

    /// Adds what is wrong with the lists: too many things, an id twice.
    pub fn problems_of_lists(&self, found: &mut Problems) {
        check_list("groups", self.groups.iter().map(|g| &g.id), &GROUPS, found);
        check_list("criteria", self.criteria.iter().map(|c| &c.id), &CRITERIA, found);
        check_list("profiles", self.profiles.iter().map(|p| &p.id), &PROFILES, found);
        check_list("alternatives", self.alternatives.iter().map(|a| &a.id), &ALTERNATIVES, found);
        check_list("scenarios", self.scenarios.iter().map(|s| &s.id), &SCENARIOS, found);
        check_list("versions", self.versions.iter().map(|v| &v.id), &VERSIONS, found);
        check_count("team.other_roles", self.team.other_roles.len(), &ROLES, found);
        check_count("notes", self.notes.len(), &NOTES, found);
    }

    fn has_too_many(&self) -> bool {
        self.groups.len() > *GROUPS.end()
            || self.criteria.len() > *CRITERIA.end()
            || self.profiles.len() > *PROFILES.end()
            || self.alternatives.len() > *ALTERNATIVES.end()
            || self.scenarios.len() > *SCENARIOS.end()
            || self.versions.len() > *VERSIONS.end()
            || self.notes.len() > *NOTES.end()
    }

    /// Whether a formula of this record comes to nothing: rules about its numbers then wait until it does.
    fn has_fault(&self, record: &str) -> bool {
        let is_below = |path: &Path| path.as_str().strip_prefix(record).is_some_and(|rest| rest.starts_with('.'));
        self.faults().keys().any(is_below)
    }

    fn check_criterion(&self, criterion: &Criterion, found: &mut Problems) {
        let at = || Path::from("criteria").then(&criterion.id);
        if !self.groups.iter().any(|group| group.id == criterion.group) {
            found.add(no_such(at().then("group"), "group", &criterion.group));
        }
        for alternative in &self.alternatives {
            if criterion.scores.get(alternative.id.as_str()).is_none() {
                found.add(Problem::at(at().then("scores").then(&alternative.id), "the score is missing"));
            }
        }
        for (name, ids) in [("scores", &criterion.scores), ("raw", &criterion.raw)] {
            for id in ids.keys().filter(|id| self.alternative(id.as_str()).is_none()) {
                found.add(no_such(at().then(name).then(id), "alternative", id));
            }
        }
        if self.faults().is_empty() || !self.has_fault(at().as_str()) {
            check_value_function(criterion, at, found);
        }
    }

    fn check_mix(&self, found: &mut Problems) {
        if self.has_fault("workload.mix") {
            return;
        }
        let mix = &self.workload.mix;
        let sum = mix.crud.central() + mix.pure.central() + mix.native.central();
        if (sum - 1.0).abs() > 1e-9 {
            let message = format!("the shares crud, pure and native sum to {} %; expected 100 %", sum * 100.0);
            found.add(Problem::at("workload.mix", message));
        }
    }

    fn check_alternative(&self, alternative: &Alternative, found: &mut Problems) {
        let at = || Path::from("alternatives").then(&alternative.id);
        let tiers = || at().then("tiers");
        if let Some(message) = wrong_count(alternative.tiers.len(), &TIERS) {
            found.add(Problem::at(tiers(), message));
        }
        for (index, tier) in alternative.tiers.iter().enumerate() {
            if self.profile(tier.profile.as_str()).is_none() {
                found.add(no_such(tiers().then(index).then("profile"), "profile", &tier.profile));
            }
        }
        if !alternative.tiers.is_empty() && !self.has_fault(tiers().as_str()) {
            check_work(alternative, tiers, found);
        }
        if alternative.cpu_ms.is_some() && alternative.tiers.len() > 1 {
            let message = "a measured CPU time needs an alternative of one tier; expected nothing";
            found.add(Problem::at(at().then("cpu_ms"), message));
        }
        if self.alternative(alternative.rewrite.target.as_str()).is_none() {
            found.add(no_such(at().then("rewrite.target"), "alternative", &alternative.rewrite.target));
        }
    }
}

/// Each part of the work belongs to one tier, and clients connect to one, the one that all requests reach.
fn check_work(alternative: &Alternative, tiers: impl Fn() -> Path, found: &mut Problems) {
    for part in PARTS {
        let owners = alternative.tiers.iter().filter(|tier| tier.parts.contains(part)).count();
        if owners != 1 {
            found.add(Problem::at(tiers(), format!("{owners} tiers do {part}; expected exactly one")));
        }
    }
    let mut holders = alternative.tiers.iter().enumerate().filter(|(_, tier)| tier.holds_connections);
    match (holders.next(), holders.next()) {
        (Some((_, tier)), None) if tier.call_share.central() == 1.0 => {}
        (Some((index, _)), None) => {
            let message = "the tier that clients connect to is reached by all requests; expected 100 %";
            found.add(Problem::at(tiers().then(index).then("call_share"), message));
        }
        _ => found.add(Problem::at(tiers(), "expected exactly one tier that clients connect to")),
    }
}

/// The ends of a value function differ, and its middle lies between them.
fn check_value_function(criterion: &Criterion, at: impl Fn() -> Path, found: &mut Problems) {
    if criterion.scored == Scored::Computed && !criterion.is_computable() {
        let message = "the model computes no such criterion; expected typed or measured";
        found.add(Problem::at(at().then("scored"), message));
    }
    let (worst, best) = (criterion.worst.central(), criterion.best.central());
    if worst == best {
        found.add(Problem::at(at().then("best"), format!("{best} scores both 0 and 10; expected two numbers")));
        return;
    }
    match criterion.middle.map(|middle| middle.central()) {
        Some(middle) if !(worst.min(best) < middle && middle < worst.max(best)) => {
            let message = format!("{middle} does not lie between the values that score 0 and 10");
            found.add(Problem::at(at().then("middle"), message));
        }
        _ => {}
    }
}

fn check_profile(profile: &Profile, found: &mut Problems) {
    if profile.threads_per_process.is_some() && !profile.per_core_process {
        let at = Path::from("profiles").then(&profile.id).then("per_core_process");
        found.add(Problem::at(at, "synchronous threads need one process per vCPU; expected yes"));
    }
}

fn no_such(path: Path, what: &str, id: &Id) -> Problem {
    let id = Value::Text(id.as_str().to_owned());
    Problem::at(path, format!("there is no {what} {id}"))
}

fn check_list<'a>(
    path: &str,
    ids: impl ExactSizeIterator<Item = &'a Id> + Clone,
    allowed: &RangeInclusive<usize>,
    found: &mut Problems,
) {
    check_count(path, ids.len(), allowed, found);
    // A list that is too long by thousands is not searched for twins as well.
    for (index, id) in ids.clone().enumerate().take(*allowed.end()) {
        if !id.is_valid() {
            let id = Value::Text(id.as_str().to_owned());
            found.add(Problem::at(path, format!("{id} is no id; expected letters, digits, - and _")));
        } else if ids.clone().take(index).any(|other| other == id) {
            found.add(Problem::at(Path::from(path).then(id), "the id stands twice"));
        }
    }
}
