//! E13: how many instances a tier keeps so that enough are up.

use crate::model::{Redundancy, Workload};

/// Instances with redundancy, and whether the availability target is out of reach (W24).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fleet {
    /// Instances kept.
    pub instances: f64,
    /// No fleet up to 2·n + 50 reaches the target.
    pub out_of_reach: bool,
}

/// E13 without the floor of `min_instances`; `needed` is a whole number ≥ 1.
pub fn with_spares(workload: &Workload, needed: f64) -> Fleet {
    let zones = workload.zones.central();
    let instances = match workload.redundancy {
        Redundancy::None => needed,
        Redundancy::NPlus1 => needed + 1.0,
        Redundancy::NPlus2 => needed + 2.0,
        Redundancy::Zone => super::fleet::ceil(needed * zones / (zones - 1.0)),
        Redundancy::Target => {
            let available = workload.instance_availability.central();
            return for_target(needed, available, workload.availability_target.central());
        }
    };
    Fleet { instances, out_of_reach: false }
}

/// The smallest fleet of which at least `needed` instances are up with probability `target`.
pub fn for_target(needed: f64, available: f64, target: f64) -> Fleet {
    /// Beyond this, summing a binomial takes too long.
    const LARGEST_EXACT: f64 = 1e7;
    let most = 2.0 * needed + 50.0;
    let instances = if needed > LARGEST_EXACT {
        large_fleet(needed, available, target)
    } else {
        search(needed, most, |n| probability_enough_up(n, n - needed, available) >= target - 1e-12)
    };
    let instances = instances.filter(|n| *n <= most);
    Fleet { instances: instances.unwrap_or(most), out_of_reach: instances.is_none() }
}

/// The smallest whole n from `low` to `most` for which `enough` holds; it stays true once it is.
fn search(low: f64, most: f64, enough: impl Fn(f64) -> bool) -> Option<f64> {
    if enough(low) {
        return Some(low);
    }
    let (mut fails, mut step) = (low, 1.0);
    let mut holds = loop {
        let next = (low + step).min(most);
        if enough(next) {
            break next;
        }
        if next >= most {
            return None;
        }
        fails = next;
        step *= 2.0;
    };
    while holds - fails > 1.0 {
        let middle = f64::midpoint(fails, holds).floor();
        if enough(middle) { holds = middle } else { fails = middle }
    }
    Some(holds)
}

/// Probability that at most `spares` of `n` instances are down. Sums outward from the most likely
/// number of failures, relative to it, so that nothing underflows however large the fleet.
pub fn probability_enough_up(n: f64, spares: f64, available: f64) -> f64 {
    const NEGLIGIBLE: f64 = 1e-25;
    let odds = (1.0 - available) / available;
    let mode = ((n + 1.0) * (1.0 - available)).floor().min(n);
    let (mut enough, mut all) = (0.0, 0.0);
    let mut add = |down: f64, weight: f64| {
        all += weight;
        if down <= spares {
            enough += weight;
        }
    };
    add(mode, 1.0);
    let (mut down, mut weight) = (mode, 1.0);
    while down > 0.0 && weight > NEGLIGIBLE {
        weight *= down / ((n - down + 1.0) * odds);
        down -= 1.0;
        add(down, weight);
    }
    (down, weight) = (mode, 1.0);
    while down < n && weight > NEGLIGIBLE {
        weight *= (n - down) * odds / (down + 1.0);
        down += 1.0;
        add(down, weight);
    }
    enough / all
}

/// A fleet of more than ten million: the normal approximation with a bound on its tail, so never too small.
fn large_fleet(needed: f64, available: f64, target: f64) -> Option<f64> {
    let z = (2.0 * (1.0 / (1.0 - target)).ln()).sqrt();
    let sd = (needed * (1.0 - available)).sqrt() / available;
    let instances = (needed / available + z * sd).ceil();
    instances.is_finite().then_some(instances)
}
