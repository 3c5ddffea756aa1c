//! E35 and E35b: what the criteria say.

use crate::model::{Criterion, Id, Plan};

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
pub(super) fn scores(plan: &Plan) -> Vec<Score> {
    let mut scores: Vec<Score> = plan.alternatives.iter().map(|alternative| score(plan, &alternative.id)).collect();
    let ranked: Vec<Option<f64>> = scores.iter().map(|score| score.in_form(plan)).collect();
    for (score, own) in scores.iter_mut().zip(&ranked) {
        score.rank = 1 + ranked.iter().filter(|other| *other > own).count();
    }
    scores
}

fn score(plan: &Plan, alternative: &Id) -> Score {
    let given = |criterion: &Criterion| criterion.scores.get(alternative.as_str()).map_or(0.0, |score| score.central());
    let group = |group: &crate::model::Group| Group {
        weight: group.weight.central(),
        criteria: plan
            .criteria
            .iter()
            .filter(|criterion| criterion.group == group.id)
            .map(|criterion| (criterion.weight.central(), given(criterion)))
            .collect(),
    };
    let groups: Vec<Group> = plan.groups.iter().map(group).collect();
    let (flat, grouped) = (flat(&groups), grouped(&groups));
    let sum = |points: &Option<Vec<f64>>| points.as_ref().map(|points| points.iter().sum());
    let fails = |criterion: &&Criterion| criterion.threshold.is_some_and(|least| given(criterion) < least.central());
    Score {
        flat: sum(&flat),
        grouped: sum(&grouped),
        by_group: if plan.is_grouped() { grouped } else { flat }.unwrap_or_default(),
        rank: 1,
        ruled_out: plan.criteria.iter().filter(fails).map(|criterion| criterion.id.clone()).collect(),
    }
}
