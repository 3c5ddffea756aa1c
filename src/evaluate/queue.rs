//! E7: how far a server may be loaded before requests wait too long.

use super::units::Ms;

/// Mean wait in the queue of a service point with `servers` servers (Sakasegawa, Allen–Cunneen):
/// exact for one server. `service` is the mean service time, `cs2` its squared coefficient of variation.
pub fn mean_wait(service: Ms, cs2: f64, servers: f64, utilisation: f64) -> Ms {
    let exponent = (2.0 * (servers + 1.0)).sqrt() - 1.0;
    service * (1.0 + cs2) / 2.0 * utilisation.powf(exponent) / (servers * (1.0 - utilisation))
}

/// The utilisation to plan for: the target, or less where the guard on the mean wait asks for less.
pub fn utilisation(target: f64, max_wait: Option<Ms>, service: Ms, cs2: f64, servers: f64) -> f64 {
    const HIGHEST: f64 = 0.95;
    let Some(max_wait) = max_wait else { return target };
    let is_met = |utilisation| mean_wait(service, cs2, servers, utilisation).0 < max_wait.0;
    if is_met(HIGHEST) {
        return target;
    }
    // The wait rises with utilisation; bisect until the two ends are neighbouring doubles.
    let (mut low, mut high) = (0.0_f64, HIGHEST);
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return target.min(high);
        }
        if is_met(middle) { low = middle } else { high = middle }
    }
}
