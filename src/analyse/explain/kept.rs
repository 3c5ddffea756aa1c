//! Which results the evaluation keeps, by their path.

use super::place::Place;
use crate::evaluate::units::{Months, YearlyRate};
use crate::evaluate::{Month, Outcome, TierMonth, TierService, discount};

/// A result as the evaluation has it; the outer nothing where it keeps no such result.
pub(super) fn kept(place: &Place, steps: &[&str]) -> Option<Option<f64>> {
    match *steps {
        ["results", "break_evens", pair, kind, ref index @ ..] if pair.contains('|') => {
            let pair = place.pair()?;
            let moments = if kind == "nominal" { &pair.nominal } else { &pair.discounted };
            Some(moments.get(if index.is_empty() { 0 } else { place.tier }).copied())
        }
        [_, _, "months", _, "tiers", _, name] => tier_month(place.tier_month()?, name),
        [_, _, "months", _, name] => month(place.month()?, name).or_else(|| so_far(place, name).map(Some)),
        [_, _, "tiers", _, name] => tier(place.service()?, name),
        [_, _, "score", "by_group", group] => {
            let index = place.plan.groups.iter().position(|known| known.id.as_str() == group)?;
            Some(place.outcome.score.by_group.get(index).copied())
        }
        [_, _, list @ ("criteria" | "raw"), criterion] => {
            let index = place.plan.criteria.iter().position(|known| known.id.as_str() == criterion)?;
            let given = place.outcome.score.given.get(index)?;
            Some(if list == "raw" { given.raw } else { Some(given.score) })
        }
        [_, _, "score", "flat"] => Some(place.outcome.score.flat),
        [_, _, "score", "grouped"] => Some(place.outcome.score.grouped),
        [_, _, name] => outcome(place.outcome, name),
        _ => None,
    }
}

fn outcome(outcome: &Outcome, name: &str) -> Option<Option<f64>> {
    let money = outcome.money;
    Some(match name {
        "rank" => Some(outcome.score.rank as f64),
        "total" => money.map(|money| money.total),
        "npv" => money.map(|money| money.npv),
        "infrastructure_total" => money.map(|money| money.infrastructure),
        "cost_per_engineer_month" => money.and_then(|money| money.per_engineer_month),
        "combined" => outcome.combined,
        "equal_output_cost" => money.map(|money| money.equal_output),
        "mvp_month" => outcome.mvp_month,
        "delivered_engineer_months" => Some(outcome.delivered),
        "delivered_discounted" => Some(outcome.delivered_discounted),
        "rewrite_fte" => Some(outcome.rewrite_fte),
        "rewrite_p" => Some(outcome.rewriting.p),
        "rewrite_suggested_p" => Some(outcome.rewriting.suggested),
        "rewrite_cost" => Some(outcome.rewriting.cost),
        _ => return None,
    })
}

fn tier(tier: &TierService, name: &str) -> Option<Option<f64>> {
    Some(Some(match name {
        "relative_cpu" => return Some(tier.relative_cpu),
        "ordinary_ms" => tier.service.ordinary_ms,
        "heavy_ms" => tier.service.heavy_ms,
        "mean_ms" => tier.service.mean_ms,
        "cs2" => tier.service.cs2,
        "wait_ms" => tier.wait_ms,
        "cpu_ms" => tier.cpu_ms,
        "queued_ms" => tier.queued.0,
        "queued_cs2" => tier.queued.1,
        "servers" => tier.servers,
        "utilisation" => tier.utilisation,
        "processes" => tier.processes,
        "fixed_mb" => tier.fixed_mb,
        "room_mb" => tier.room_mb,
        _ => return None,
    }))
}

fn tier_month(tier: &TierMonth, name: &str) -> Option<Option<f64>> {
    Some(match name {
        "cores" => Some(tier.cores),
        "in_flight" => Some(tier.in_flight),
        "connections" => Some(tier.connections),
        "variable_mb" => Some(tier.variable_mb),
        "for_cpu" => Some(tier.needs.0),
        "for_memory" => tier.needs.1,
        "for_connections" => Some(tier.needs.2),
        "with_spares" => tier.instances.map(|_| tier.with_spares),
        "instances" => tier.instances.map(|(kept, _)| kept),
        "billed" => tier.instances.map(|(_, billed)| billed),
        _ => return None,
    })
}

fn month(month: &Month, name: &str) -> Option<Option<f64>> {
    let (people, own) = (&month.people, &month.own);
    Some(Some(match name {
        "month" => month.number as f64,
        "peak_rps" => own.peak_rps,
        "connections" => own.connections,
        "cores" => own.cores,
        "egress_gb" => own.egress_gb,
        "egress" => own.egress,
        "staffed_existing" => people.staffed.0,
        "hired" => people.staffed.1,
        "payroll" => people.payroll,
        "other_roles" => people.other_roles,
        "maintenance" => people.maintenance,
        "effective" => people.effective,
        "recruiting" => people.recruiting,
        "training" => people.training,
        "delay" => people.delay,
        "capacity" => people.capacity,
        "output" => people.output,
        "rewrite" => month.rewrite,
        "instances" => return Some(own.instances.map(|(kept, _)| kept)),
        "instances_billed" => return Some(own.instances.map(|(_, billed)| billed)),
        "own_infrastructure" => return Some(own.cost),
        "infrastructure" => return Some(month.infrastructure),
        "total" => return Some(month.total),
        "cumulative" => return Some(month.cumulative),
        "cumulative_npv" => return Some(month.cumulative_npv),
        _ => return None,
    }))
}

/// Sums over the months so far, which would otherwise be worked out month by month each time.
fn so_far(place: &Place, name: &str) -> Option<f64> {
    let sum = |months: usize, amount: &dyn Fn(&Month) -> f64| -> f64 {
        place.outcome.months.iter().take(months).map(amount).fold(0.0, |sum, amount| sum + amount)
    };
    let rate = YearlyRate(place.plan.settings.discount_rate.central());
    let discounted = |month: &Month| month.people.output * discount(rate, Months(month.number as f64));
    Some(match name {
        "work_before" => sum(place.month.saturating_sub(1), &|month| month.people.capacity),
        "delivered" => sum(place.month, &|month| month.people.output),
        "delivered_discounted" => sum(place.month, &discounted),
        "infrastructure_so_far" if place.outcome.money.is_some() => {
            sum(place.month, &|month| month.infrastructure.unwrap_or_default())
        }
        _ => return None,
    })
}
