//! Where a result stands: its alternative, month, tier and subject, and the paths that follow from there.

use super::rule::Each;
use crate::evaluate::{BreakEvens, Evaluation, Month, Outcome, TierMonth, TierService, break_even};
use crate::model::{Alternative, Criterion, Id, Language, Path, Plan, Profile, Scored, Tier};

/// Where a result stands.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What follows from it.
    pub evaluation: &'a Evaluation,
    /// The alternative; of a pair the first.
    pub alternative: &'a Alternative,
    /// What it comes to.
    pub outcome: &'a Outcome,
    /// The second alternative of a pair.
    pub rival: &'a str,
    /// From 1; of a crossing, the month at whose end the order has changed.
    pub month: usize,
    /// The tier, or the crossing, from 0.
    pub tier: usize,
    /// A group, a criterion or a pair.
    pub subject: &'a str,
}

/// What a `*` stands for.
#[derive(Default)]
pub(super) struct Item<'a> {
    step: String,
    name: String,
    profile: &'a str,
}

/// A step that counts: without sign or leading zero, so that a path has one spelling.
fn counted(step: &str) -> Option<usize> {
    let number: usize = step.parse().ok()?;
    (number.to_string() == step).then_some(number)
}

impl<'a> Place<'a> {
    /// The place of a result's path, if the plan has such an alternative, month and tier.
    pub fn of(plan: &'a Plan, evaluation: &'a Evaluation, steps: &[&'a str]) -> Option<Self> {
        let (["results", id, ..], Some(subject)) = (steps, steps.last().copied()) else { return None };
        if let ["results", "break_evens", pair, kind, index @ ..] = steps
            && let Some((a, b)) = pair.split_once('|')
        {
            return Self::of_pair(plan, evaluation, (a, b), kind, index.first().copied(), pair);
        }
        let place = Self { month: 1, tier: 0, subject, ..Self::start(plan, evaluation, id)? };
        let place = match steps {
            [_, _, "months", month, "tiers", tier, _] => Self { month: counted(month)?, tier: counted(tier)?, ..place },
            [_, _, "months", month, _] => Self { month: counted(month)?, ..place },
            [_, _, "tiers", tier, _] => Self { tier: counted(tier)?, ..place },
            _ => place,
        };
        (place.month().is_some() && place.service().is_some()).then_some(place)
    }

    fn start(plan: &'a Plan, evaluation: &'a Evaluation, id: &str) -> Option<Self> {
        let (alternative, outcome) = (plan.alternative(id)?, evaluation.outcome(id)?);
        Some(Self { plan, evaluation, alternative, outcome, rival: "", month: 1, tier: 0, subject: "" })
    }

    fn of_pair(
        plan: &'a Plan,
        evaluation: &'a Evaluation,
        (a, b): (&'a str, &'a str),
        kind: &str,
        crossing: Option<&str>,
        subject: &'a str,
    ) -> Option<Self> {
        let place = Self { rival: b, subject, ..Self::start(plan, evaluation, a)? };
        place.pair()?;
        let Some(crossing) = crossing else { return Some(place) };
        let tier = counted(crossing)?;
        let amount: fn(&Month) -> Option<f64> = if kind == "nominal" { |m| m.cumulative } else { |m| m.cumulative_npv };
        let (a, b) = (place.outcome.curve(amount), evaluation.outcome(b)?.curve(amount));
        let crossed = |months: &usize| {
            let (a, b) = (a.get(..*months).unwrap_or_default(), b.get(..*months).unwrap_or_default());
            break_even::crossings(a, b).len() > tier
        };
        let month = (2..=a.len()).find(crossed)?;
        Some(Self { month, tier, ..place })
    }

    /// The crossings of the pair.
    pub fn pair(&self) -> Option<&'a BreakEvens> {
        let is_pair = |pair: &&BreakEvens| pair.a == self.alternative.id && pair.b.as_str() == self.rival;
        self.evaluation.break_evens.iter().find(is_pair)
    }

    /// The month.
    pub fn month(&self) -> Option<&'a Month> {
        self.outcome.months.get(self.month.checked_sub(1)?)
    }

    /// What one request costs the tier.
    pub fn service(&self) -> Option<&'a TierService> {
        self.outcome.tiers.get(self.tier)
    }

    /// The tier in the month.
    pub fn tier_month(&self) -> Option<&'a TierMonth> {
        self.month()?.own.tiers.get(self.tier)
    }

    /// The tier as it was entered.
    pub fn tier(&self) -> Option<&'a Tier> {
        self.alternative.tiers.get(self.tier)
    }

    /// What the tier runs on.
    pub fn profile(&self) -> Option<&'a Profile> {
        self.plan.profile(self.tier()?.profile.as_str())
    }

    /// The criterion at the end of the path.
    pub fn criterion(&self) -> Option<&'a Criterion> {
        self.plan.criterion(self.subject)
    }

    /// What the alternative would be rewritten to.
    pub fn target(&self) -> Option<&'a Outcome> {
        self.evaluation.outcome(self.alternative.rewrite.target.as_str())
    }

    /// The month in which the work up to the first release is done (E26).
    pub fn completion(&self) -> Option<usize> {
        let scope = self.plan.team.mvp_scope.central() * self.alternative.team.scope_factor.central();
        let mut done = 0.0;
        let month = self.outcome.months.iter().find(|month| {
            done += month.people.capacity;
            done >= scope * (1.0 - 1e-9)
        });
        month.map(|month| month.number)
    }

    /// The path that a template stands for: `@` is the alternative, `~` the second of a pair, `>` what it would be
    /// rewritten to, `#` the month, `<` the one before, `$` the last, `^` that of the first release, `%` the tier, `&`
    /// its profile, `?` the group, criterion or pair, `*` the item, and `!` the item's score.
    pub fn path(&self, template: &str, item: &Item) -> Path {
        let mut path = String::new();
        for letter in template.chars() {
            let number = |number: usize| number.to_string();
            let step = match letter {
                '@' => self.alternative.id.to_string(),
                '~' => self.rival.into(),
                '>' => self.alternative.rewrite.target.to_string(),
                '#' => number(self.month),
                '<' => number(self.month.saturating_sub(1)),
                '$' => number(self.outcome.months.len()),
                '^' => number(self.completion().unwrap_or(1)),
                '%' => number(self.tier),
                '&' if item.profile.is_empty() => self.tier().map_or(String::new(), |tier| tier.profile.to_string()),
                '&' => item.profile.into(),
                '?' => self.subject.into(),
                '*' => item.step.clone(),
                '!' => self.score_path(&item.step),
                letter => {
                    path.push(letter);
                    continue;
                }
            };
            path.push_str(&step);
        }
        path.into()
    }

    /// Where the score of a criterion stands: an input, unless it is measured or computed.
    fn score_path(&self, criterion: &str) -> String {
        let is_typed = self.plan.criterion(criterion).is_none_or(|criterion| criterion.scored == Scored::Typed);
        let id = &self.alternative.id;
        if is_typed {
            format!("criteria.{criterion}.scores.{id}")
        } else {
            format!("results.{id}.criteria.{criterion}")
        }
    }

    /// A label, name or reason: `*` is the name of the item, `?` that of the group or criterion, `$` the horizon.
    pub fn words(&self, text: &str, item: &Item) -> String {
        let group = || self.plan.groups.iter().find(|group| group.id.as_str() == self.subject);
        let subject = || match self.criterion() {
            Some(criterion) => criterion.name.clone(),
            None => group().map_or_else(|| self.subject.to_owned(), |group| group.name.clone()),
        };
        let mut words = String::new();
        for letter in text.chars() {
            match letter {
                '*' => words.push_str(&item.name),
                '?' => words.push_str(&subject()),
                '$' => words.push_str(&self.outcome.months.len().to_string()),
                letter => words.push(letter),
            }
        }
        words
    }

    /// Everything that `*` runs through.
    pub fn items(&self, each: Each) -> Vec<Item<'a>> {
        let plan = self.plan;
        let tier = |(index, tier): (usize, &'a Tier)| Item {
            step: index.to_string(),
            name: plan.profile(tier.profile.as_str()).map_or(String::new(), |profile| profile.name.clone()),
            profile: tier.profile.as_str(),
        };
        let tiers = || self.alternative.tiers.iter().enumerate();
        let item = |id: &Id, name: &String| Item { step: id.to_string(), name: name.clone(), profile: "" };
        let criteria = |keep: &dyn Fn(&Criterion) -> bool| {
            plan.criteria.iter().filter(|c| keep(c)).map(|c| item(&c.id, &c.name)).collect()
        };
        let alternatives = |keep: &dyn Fn(&Alternative) -> bool| {
            plan.alternatives.iter().filter(|a| keep(a)).map(|a| item(&a.id, &a.name)).collect()
        };
        let counted = |count: usize| {
            (0..count).map(|n| Item { step: n.to_string(), name: (n + 1).to_string(), profile: "" }).collect()
        };
        match each {
            Each::Nothing => Vec::new(),
            Each::Parts => {
                let parts =
                    crate::model::PARTS.iter().filter(|part| self.tier().is_some_and(|t| t.parts.contains(part)));
                parts.map(|part| Item { step: (*part).into(), name: (*part).into(), profile: "" }).collect()
            }
            Each::Tiers => tiers().map(tier).collect(),
            Each::OtherTiers => tiers().filter(|(index, _)| *index != self.tier).map(tier).collect(),
            Each::PureTiers => tiers().filter(|(_, tier)| tier.parts.contains("pure")).map(tier).collect(),
            Each::Roles => {
                let role = |(index, role): (usize, &crate::model::Role)| Item {
                    step: index.to_string(),
                    name: role.name.clone(),
                    profile: "",
                };
                plan.team.other_roles.iter().enumerate().map(role).collect()
            }
            Each::InGroup => criteria(&|criterion| criterion.group.as_str() == self.subject),
            Each::Criteria => criteria(&|_| true),
            Each::MustHaves => criteria(&|criterion| criterion.threshold.is_some()),
            Each::Groups => plan.groups.iter().map(|group| item(&group.id, &group.name)).collect(),
            Each::Alternatives => alternatives(&|_| true),
            Each::Others => alternatives(&|other| other.id != self.alternative.id),
            Each::Nominal => counted(self.pair().map_or(0, |pair| pair.nominal.len())),
            Each::Discounted => counted(self.pair().map_or(0, |pair| pair.discounted.len())),
        }
    }

    /// Whether a Python tier does the computation (E28).
    pub fn is_pure_in_python(&self) -> bool {
        self.alternative.tiers.iter().any(|tier| {
            let language = self.plan.profile(tier.profile.as_str()).map(|profile| profile.language);
            tier.parts.contains("pure") && language == Some(Language::Python)
        })
    }
}
