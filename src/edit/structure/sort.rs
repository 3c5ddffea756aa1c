//! Ordering criteria by weight.

use super::{Changed, Thing, checked};
use crate::model::{Criterion, Plan, Problem};

/// Orders the criteria of each group by weight, the heaviest first; equal ones keep their order, and each group keeps
/// its places in the list.
///
/// # Errors
/// They are in that order already.
pub fn sort_by_weight(plan: &Plan) -> Changed {
    let mut changed = plan.clone();
    for group in &plan.groups {
        let is_own = |criterion: &&Criterion| criterion.group == group.id;
        let mut own: Vec<&Criterion> = plan.criteria.iter().filter(is_own).collect();
        own.sort_by(|a, b| b.weight.central().total_cmp(&a.weight.central()));
        let places = changed.criteria.iter_mut().filter(|criterion| criterion.group == group.id);
        for (place, criterion) in places.zip(own) {
            place.clone_from(criterion);
        }
    }
    let moved = changed.criteria.iter().zip(&plan.criteria).find(|(after, before)| after.id != before.id);
    let Some((first, _)) = moved else { return Err(Problem::at("criteria", "they are sorted by weight already")) };
    let path = Thing::Criterion(first.id.clone()).path();
    checked(changed, path)
}
