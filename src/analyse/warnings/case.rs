//! What a rule looks at, and what it finds.

use crate::evaluate::{Evaluation, Month, Outcome, TierMonth, TierService};
use crate::model::amount;
use crate::model::{Alternative, Language, Path, Plan, Profile, Tier};

/// What a rule has found; see [`super::Warning`].
pub struct Finding {
    pub month: Option<usize>,
    pub path: Path,
    pub message: String,
}

impl Finding {
    /// A finding that does not depend on the month.
    pub fn at(path: impl Into<Path>, message: String) -> Self {
        Self { month: None, path: path.into(), message }
    }

    /// The same finding, first made in this month.
    pub fn in_month(self, month: usize) -> Self {
        Self { month: Some(month), ..self }
    }
}

/// The plan with what follows from it.
pub struct Whole<'a> {
    pub plan: &'a Plan,
    pub evaluation: &'a Evaluation,
    /// The paths of all its inputs, which several rules walk.
    pub paths: Vec<Path>,
    /// Whether the input at a path still has its default.
    pub is_default: &'a dyn Fn(&Path) -> bool,
}

/// One alternative with what came of it.
pub struct Case<'a> {
    pub plan: &'a Plan,
    pub alternative: &'a Alternative,
    pub outcome: &'a Outcome,
}

/// One tier of an alternative.
pub struct Service<'a> {
    /// Its place among the tiers, from 0.
    pub index: usize,
    pub tier: &'a Tier,
    pub profile: &'a Profile,
    pub service: &'a TierService,
    /// What a message calls it.
    pub name: String,
}

impl<'a> Case<'a> {
    /// The path of an input of the alternative.
    pub fn path(&self, input: &str) -> Path {
        Path::from("alternatives").then(&self.alternative.id).then(input)
    }

    /// Its name, or its id where the name is blank.
    pub fn name(&self) -> &'a str {
        let name = self.alternative.name.as_str();
        if name.trim().is_empty() { self.alternative.id.as_str() } else { name }
    }

    /// An amount in the plan's currency.
    pub fn money(&self, amount: f64) -> String {
        amount::money(amount, &self.plan.settings.currency)
    }

    /// Its tiers, in order.
    pub fn services(&self) -> impl Iterator<Item = Service<'a>> {
        let tiers = &self.alternative.tiers;
        let name = self.name();
        tiers.iter().zip(&self.outcome.tiers).enumerate().filter_map(move |(index, (tier, service))| {
            let profile = self.plan.profile(tier.profile.as_str())?;
            let name = match tiers.len() {
                1 => name.to_owned(),
                _ => format!("tier {} of {name} ({})", index + 1, profile.name),
            };
            Some(Service { index, tier, profile, service, name })
        })
    }

    /// Whether some tier runs on this language.
    pub fn runs_on(&self, language: Language) -> bool {
        self.services().any(|service| service.profile.language == language)
    }

    /// The first month in which a tier is in some state, with that state.
    pub fn first_month(
        &self,
        service: &Service,
        holds: impl Fn(&TierMonth) -> bool,
    ) -> Option<(&'a Month, &'a TierMonth)> {
        let months = self.outcome.months.iter();
        months.filter_map(|month| Some((month, month.own.tiers.get(service.index)?))).find(|(_, tier)| holds(tier))
    }
}
