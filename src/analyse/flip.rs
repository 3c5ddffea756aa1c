//! E35c: the weight at which the lead changes hands.

use crate::evaluate::Evaluation;
use crate::model::{Id, Plan};

/// A weight, and the weight at which two alternatives score the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Flip {
    /// The criterion, or the group.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// How many points of 10 the first alternative is ahead in it.
    pub ahead: f64,
    /// The weight now.
    pub weight: f64,
    /// The weight at which both score the same while all others stay; none where no weight ≥ 0 does it.
    pub at: Option<f64>,
}

/// The flip weights of two alternatives.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Flips {
    /// One for each criterion, in the plan's order.
    pub criteria: Vec<Flip>,
    /// One for each group in the grouped form; none in the flat one.
    pub groups: Vec<Flip>,
}

/// Weight and lead of one criterion.
struct Lead {
    group: usize,
    weight: f64,
    ahead: f64,
}

/// The flip weights of the alternatives at two places of the plan.
pub fn flips(plan: &Plan, evaluation: &Evaluation, a: usize, b: usize) -> Flips {
    let given = |place: usize| evaluation.alternatives.get(place).map(|outcome| &outcome.score.given);
    let (Some(a), Some(b)) = (given(a), given(b)) else { return Flips::default() };
    let lead = |((criterion, a), b): ((&crate::model::Criterion, &crate::evaluate::criteria::Given), _)| {
        let b: &crate::evaluate::criteria::Given = b;
        let group = plan.groups.iter().position(|group| group.id == criterion.group).unwrap_or_default();
        Lead { group, weight: criterion.weight.central(), ahead: a.score - b.score }
    };
    let leads: Vec<Lead> = plan.criteria.iter().zip(a).zip(b).map(lead).collect();
    let at = |index: usize, lead: &Lead| {
        if plan.is_grouped() { grouped_flip(plan, &leads, index, lead) } else { flat_flip(&leads, index, lead) }
    };
    let criteria = plan.criteria.iter().zip(leads.iter().enumerate()).map(|(criterion, (index, lead))| Flip {
        id: criterion.id.clone(),
        name: criterion.name.clone(),
        ahead: lead.ahead,
        weight: lead.weight,
        at: at(index, lead),
    });
    // At weight 0 of the only group that counts, nobody has a score.
    let counts =
        |index: usize, group: &crate::model::Group| group.weight.central() > 0.0 && mean(&leads, index).is_some();
    let has_others =
        |index| plan.groups.iter().enumerate().any(|(other, group)| other != index && counts(other, group));
    let groups = plan.groups.iter().enumerate().filter(|_| plan.is_grouped()).map(|(index, group)| {
        let own = mean(&leads, index);
        let others = rest(plan, &leads, index);
        Flip {
            id: group.id.clone(),
            name: group.name.clone(),
            ahead: own.unwrap_or(0.0),
            weight: group.weight.central(),
            at: own.filter(|own| *own != 0.0 && has_others(index)).and_then(|own| possible(-others / own)),
        }
    });
    Flips { criteria: criteria.collect(), groups: groups.collect() }
}

/// The weight, if it can be one. Adding zero turns -0 into 0.
fn possible(weight: f64) -> Option<f64> {
    (weight.is_finite() && weight >= 0.0).then_some(weight + 0.0)
}

/// In the flat form: w − D ÷ d, with D the weighted lead over all criteria and d the lead in this one; none for the only
/// weight there is.
fn flat_flip(leads: &[Lead], index: usize, own: &Lead) -> Option<f64> {
    let all: f64 = leads.iter().map(|lead| lead.weight * lead.ahead).sum();
    let has_others = leads.iter().enumerate().any(|(other, lead)| other != index && lead.weight > 0.0);
    let moves = own.ahead != 0.0 && has_others;
    if moves { possible(own.weight - all / own.ahead) } else { None }
}

/// The mean lead within a group; none for a group whose weights are all 0, which drops out.
fn mean(leads: &[Lead], group: usize) -> Option<f64> {
    let own = || leads.iter().filter(|lead| lead.group == group);
    let weights: f64 = own().map(|lead| lead.weight).sum();
    (weights > 0.0).then(|| own().map(|lead| lead.weight * lead.ahead).sum::<f64>() / weights)
}

/// The weighted lead in all groups but one.
fn rest(plan: &Plan, leads: &[Lead], group: usize) -> f64 {
    let others = plan.groups.iter().enumerate().filter(|(index, _)| *index != group);
    others.map(|(index, other)| other.weight.central() * mean(leads, index).unwrap_or(0.0)).sum()
}

/// In the grouped form the weight moves its group's mean: with C the lead of the other groups, W the group's weight, S and
/// R the weights and weighted leads of the group's other criteria, C·(S + w) + W·(R + w·d) = 0.
fn grouped_flip(plan: &Plan, leads: &[Lead], index: usize, own: &Lead) -> Option<f64> {
    let group = plan.groups.get(own.group)?.weight.central();
    let others = rest(plan, leads, own.group);
    let siblings = || leads.iter().enumerate().filter(|(other, lead)| *other != index && lead.group == own.group);
    let weights: f64 = siblings().map(|(_, lead)| lead.weight).sum();
    let weighted: f64 = siblings().map(|(_, lead)| lead.weight * lead.ahead).sum();
    let slope = others + group * own.ahead;
    // Alone in its group a criterion counts the same whatever its weight.
    let moves = group > 0.0 && weights > 0.0 && slope != 0.0;
    if moves { possible(-(others * weights + group * weighted) / slope) } else { None }
}
