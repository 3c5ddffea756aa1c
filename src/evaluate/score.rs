//! E35 and E35b: what the criteria say.

use super::criteria::{self, Given};
use super::infrastructure::Infrastructure;
use crate::model::{Alternative, Criterion, Id, Plan};

/// The score of one alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// E35, 0 to 100; none while all weights are 0.
    pub flat: Option<f64>,
    /// E35b, 0 to 100; none while no group with a weight has a criterion with a weight.
    pub grouped: Option<f64>,
    /// How many points of the plan's score form each group brings, in the order of the groups.
    pub by_group: Vec<f64>,
    /// 1 + the number of alternatives with a higher score.
    pub rank: usize,
    /// What each criterion gives, in the order of the criteria.
    pub given: Vec<Given>,
    /// The must-have criteria the alternative fails.
    pub ruled_out: Vec<Id>,
}

impl Score {
    /// The score in the plan's form.
    pub fn in_form(&self, plan: &Plan) -> Option<f64> {
        if plan.is_grouped() { self.grouped } else { self.flat }
    }
}

/// One group: its weight, and weight and score of each of its criteria.
pub struct Group {
    /// The group's own weight.
    pub weight: f64,
    /// Weight and score (0 to 10) of its criteria.
    pub criteria: Vec<(f64, f64)>,
}

impl Group {
    fn weights(&self) -> f64 {
        self.criteria.iter().map(|(weight, _)| weight).sum()
    }

    fn weighted(&self) -> f64 {
        self.criteria.iter().map(|(weight, score)| weight * score).sum()
    }
}

/// E35: the points (0 to 100 in sum) each group brings when all criteria stand side by side.
pub fn flat(groups: &[Group]) -> Option<Vec<f64>> {
    let weights: f64 = groups.iter().map(Group::weights).sum();
    (weights > 0.0).then(|| groups.iter().map(|group| 10.0 * group.weighted() / weights).collect())
}

/// E35b: the points each group brings when criteria add up within groups first.
/// A group whose weights are all 0 drops out.
pub fn grouped(groups: &[Group]) -> Option<Vec<f64>> {
    let weight = |group: &Group| if group.weights() > 0.0 { group.weight } else { 0.0 };
    let weights: f64 = groups.iter().map(weight).sum();
    let points = |group: &Group| match weight(group) {
        0.0 => 0.0,
        weight => 10.0 * weight * (group.weighted() / group.weights()) / weights,
    };
    (weights > 0.0).then(|| groups.iter().map(points).collect())
}

/// The scores of all alternatives, in the plan's order.
pub(super) fn scores(plan: &Plan, infrastructures: &[Infrastructure]) -> Vec<Score> {
    let alternatives = plan.alternatives.iter().zip(infrastructures);
    let mut scores: Vec<Score> = alternatives.map(|(alternative, own)| score(plan, alternative, own)).collect();
    let ranked: Vec<Option<f64>> = scores.iter().map(|score| score.in_form(plan)).collect();
    for (score, own) in scores.iter_mut().zip(&ranked) {
        score.rank = 1 + ranked.iter().filter(|other| *other > own).count();
    }
    scores
}

fn score(plan: &Plan, alternative: &Alternative, own: &Infrastructure) -> Score {
    let given: Vec<Given> = plan.criteria.iter().map(|c| criteria::given(plan, alternative, own, c)).collect();
    let with_scores = || plan.criteria.iter().zip(given.iter().map(|given| given.score));
    let group = |group: &crate::model::Group| Group {
        weight: group.weight.central(),
        criteria: with_scores()
            .filter(|(criterion, _)| criterion.group == group.id)
            .map(|(criterion, score)| (criterion.weight.central(), score))
            .collect(),
    };
    let groups: Vec<Group> = plan.groups.iter().map(group).collect();
    let (flat, grouped) = (flat(&groups), grouped(&groups));
    let sum = |points: &Option<Vec<f64>>| points.as_ref().map(|points| points.iter().sum());
    let fails =
        |(criterion, score): &(&Criterion, f64)| criterion.threshold.is_some_and(|least| *score < least.central());
    Score {
        flat: sum(&flat),
        grouped: sum(&grouped),
        by_group: if plan.is_grouped() { grouped } else { flat }.unwrap_or_default(),
        rank: 1,
        ruled_out: with_scores().filter(fails).map(|(criterion, _)| criterion.id.clone()).collect(),
        given,
    }
}
