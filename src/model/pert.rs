//! Quantiles of the PERT distribution, a Beta distribution without a closed inverse.

/// Steps of the numerical integral; with the substitution below, Simpson's rule is then good to nine digits.
const STEPS: usize = 1024;

/// A smooth step from 0 to 1: with x = rise(t) the density's steep ends become flat ones.
fn rise(t: f64) -> f64 {
    t.powi(3) * (10.0 - 15.0 * t + 6.0 * t * t)
}

/// The 10 % and the 90 % quantile.
pub(super) fn deciles(low: f64, mode: f64, high: f64) -> (f64, f64) {
    let span = high - low;
    if span <= 0.0 {
        return (low, low);
    }
    let (alpha, beta) = (4.0 * (mode - low) / span, 4.0 * (high - mode) / span);
    // Up to a factor, the density times the slope of the step.
    let density = |t: f64| (t * (1.0 - t)).powi(2) * rise(t).powf(alpha) * rise(1.0 - t).powf(beta);
    // Simpson's rule over pairs of steps; the total stands for the Beta function, which is never needed by itself.
    let step = 1.0 / STEPS as f64;
    let piece =
        |from: f64, to: f64| (to - from) / 6.0 * (density(from) + 4.0 * density(f64::midpoint(from, to)) + density(to));
    let pieces: Vec<f64> = (0..STEPS).map(|i| piece(i as f64 * step, (i + 1) as f64 * step)).collect();
    let total: f64 = pieces.iter().sum();
    let quantile = |p: f64| {
        let mut before = 0.0;
        for (index, mass) in pieces.iter().enumerate() {
            if before + mass >= p * total {
                let start = index as f64 * step;
                let (mut inside, mut outside) = (start, start + step);
                for _ in 0..50 {
                    let middle = f64::midpoint(inside, outside);
                    if before + piece(start, middle) < p * total { inside = middle } else { outside = middle }
                }
                return low + span * rise(inside);
            }
            before += mass;
        }
        high
    };
    (quantile(0.1), quantile(0.9))
}
