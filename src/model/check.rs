//! The rules that hold between inputs. What one input may hold is in its declaration.

use super::{Alternative, Criterion, Id, PARTS, Path, Plan, Problem, Profile, Scored, Value};

/// Most alternatives of a plan.
pub const MAX_ALTERNATIVES: usize = 8;
/// Most criteria of a plan.
pub const MAX_CRITERIA: usize = 200;
/// Most scenarios of a plan.
pub const MAX_SCENARIOS: usize = 50;
/// Most notes of a plan.
pub const MAX_NOTES: usize = 10_000;
const MAX_GROUPS: usize = 200;
const MAX_PROFILES: usize = 100;
const MAX_ROLES: usize = 100;
const MAX_TIERS: usize = PARTS.len();

type Checked = Result<(), Problem>;

impl Plan {
    /// Whether all rules between inputs hold: counts, unique ids, references, shares, tiers, scenarios.
    ///
    /// # Errors
    /// The first rule that is broken, with the path of the input to look at.
    pub fn check(&self) -> Checked {
        self.check_lists()?;
        self.check_criteria()?;
        self.check_mix()?;
        for profile in &self.profiles {
            check_profile(profile)?;
        }
        for alternative in &self.alternatives {
            self.check_alternative(alternative)?;
        }
        for path in self.notes.keys() {
            if self.input(path).is_none() {
                return Err(Problem::at(Path::from("notes").then(path), "the plan has no such input"));
            }
        }
        for scenario in &self.scenarios {
            let at = Path::from("scenarios").then(&scenario.id);
            self.with_overrides(scenario)
                .map_err(|problem| Problem::at(at, problem.to_string().trim_end_matches('.')))?;
        }
        Ok(())
    }

    fn check_lists(&self) -> Checked {
        check_list("groups", self.groups.iter().map(|g| &g.id), 0, MAX_GROUPS)?;
        check_list("criteria", self.criteria.iter().map(|c| &c.id), 0, MAX_CRITERIA)?;
        check_list("profiles", self.profiles.iter().map(|p| &p.id), 1, MAX_PROFILES)?;
        check_list("alternatives", self.alternatives.iter().map(|a| &a.id), 2, MAX_ALTERNATIVES)?;
        check_list("scenarios", self.scenarios.iter().map(|s| &s.id), 0, MAX_SCENARIOS)?;
        check_count("team.other_roles", self.team.other_roles.len(), 0, MAX_ROLES)?;
        check_count("notes", self.notes.len(), 0, MAX_NOTES)
    }

    fn check_criteria(&self) -> Checked {
        for criterion in &self.criteria {
            let at = Path::from("criteria").then(&criterion.id);
            if !self.groups.iter().any(|group| group.id == criterion.group) {
                return Err(no_such(at.then("group"), "group", &criterion.group));
            }
            if let Some(alternative) = self.alternatives.iter().find(|a| criterion.scores.get(a.id.as_str()).is_none())
            {
                return Err(Problem::at(at.then("scores").then(&alternative.id), "the score is missing"));
            }
            for (name, ids) in [("scores", &criterion.scores), ("raw", &criterion.raw)] {
                if let Some(id) = ids.keys().find(|id| self.alternative(id.as_str()).is_none()) {
                    return Err(no_such(at.then(name).then(id), "alternative", id));
                }
            }
            check_value_function(criterion, &at)?;
        }
        Ok(())
    }

    fn check_mix(&self) -> Checked {
        let mix = &self.workload.mix;
        let sum = mix.crud.central() + mix.pure.central() + mix.native.central();
        if (sum - 1.0).abs() > 1e-9 {
            let message = format!("the shares crud, pure and native sum to {} %; expected 100 %", sum * 100.0);
            return Err(Problem::at("workload.mix", message));
        }
        Ok(())
    }

    fn check_alternative(&self, alternative: &Alternative) -> Checked {
        let at = Path::from("alternatives").then(&alternative.id);
        let tiers = at.then("tiers");
        check_count(tiers.as_str(), alternative.tiers.len(), 1, MAX_TIERS)?;
        for (index, tier) in alternative.tiers.iter().enumerate() {
            if self.profile(tier.profile.as_str()).is_none() {
                return Err(no_such(tiers.then(index).then("profile"), "profile", &tier.profile));
            }
        }
        for part in PARTS {
            let owners = alternative.tiers.iter().filter(|tier| tier.parts.contains(part)).count();
            if owners != 1 {
                return Err(Problem::at(tiers, format!("{owners} tiers do {part}; expected exactly one")));
            }
        }
        let mut holders = alternative.tiers.iter().enumerate().filter(|(_, tier)| tier.holds_connections);
        match (holders.next(), holders.next()) {
            (Some((_, tier)), None) if tier.call_share.central() == 1.0 => {}
            (Some((index, _)), None) => {
                let message = "the tier that clients connect to is reached by all requests; expected 100 %";
                return Err(Problem::at(tiers.then(index).then("call_share"), message));
            }
            _ => return Err(Problem::at(tiers, "expected exactly one tier that clients connect to")),
        }
        if alternative.cpu_ms.is_some() && alternative.tiers.len() > 1 {
            let message = "a measured CPU time needs an alternative of one tier; expected nothing";
            return Err(Problem::at(at.then("cpu_ms"), message));
        }
        if self.alternative(alternative.rewrite.target.as_str()).is_none() {
            return Err(no_such(at.then("rewrite.target"), "alternative", &alternative.rewrite.target));
        }
        Ok(())
    }
}

/// The ends of a value function differ, and its middle lies between them.
fn check_value_function(criterion: &Criterion, at: &Path) -> Checked {
    if criterion.scored == Scored::Computed && !criterion.is_computable() {
        let message = "the model computes no such criterion; expected typed or measured";
        return Err(Problem::at(at.then("scored"), message));
    }
    let (worst, best) = (criterion.worst.central(), criterion.best.central());
    if worst == best {
        return Err(Problem::at(at.then("best"), format!("{best} scores both 0 and 10; expected two numbers")));
    }
    match criterion.middle.map(|middle| middle.central()) {
        Some(middle) if !(worst.min(best) < middle && middle < worst.max(best)) => {
            let message = format!("{middle} does not lie between the values that score 0 and 10");
            Err(Problem::at(at.then("middle"), message))
        }
        _ => Ok(()),
    }
}

fn check_profile(profile: &Profile) -> Checked {
    if profile.threads_per_process.is_some() && !profile.per_core_process {
        let at = Path::from("profiles").then(&profile.id).then("per_core_process");
        return Err(Problem::at(at, "synchronous threads need one process per vCPU; expected yes"));
    }
    Ok(())
}

fn no_such(path: Path, what: &str, id: &Id) -> Problem {
    let id = Value::Text(id.as_str().to_owned());
    Problem::at(path, format!("there is no {what} {id}"))
}

fn check_count(path: &str, count: usize, least: usize, most: usize) -> Checked {
    if (least..=most).contains(&count) {
        return Ok(());
    }
    Err(Problem::at(path, format!("{count} entries; expected {least} to {most}")))
}

fn check_list<'a>(path: &str, ids: impl ExactSizeIterator<Item = &'a Id>, least: usize, most: usize) -> Checked {
    check_count(path, ids.len(), least, most)?;
    let mut seen: Vec<&Id> = Vec::new();
    for id in ids {
        if !id.is_valid() {
            let id = Value::Text(id.as_str().to_owned());
            return Err(Problem::at(path, format!("{id} is no id; expected letters, digits, - and _")));
        }
        if seen.contains(&id) {
            return Err(Problem::at(Path::from(path).then(id), "the id stands twice"));
        }
        seen.push(id);
    }
    Ok(())
}
