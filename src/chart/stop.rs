//! Where hover and arrow keys may stop in a picture: at a month, a multiple of the traffic, or a bar.

/// How far from a bar's middle the pointer still means it, in CSS pixels.
const REACH: f64 = 26.0;

/// All stops of a picture at one width, in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stops {
    /// Where the crosshair of each stands, from left to right; for bars that lie, at the end of each bar.
    pub at: Vec<f64>,
    /// The middle of each bar that lies; empty where stops lie side by side.
    pub rows: Vec<f64>,
    /// Left and right end of the plot.
    pub plot: (f64, f64),
}

impl Stops {
    /// Side by side.
    pub fn beside(at: Vec<f64>, plot: (f64, f64)) -> Self {
        Self { at, rows: Vec::new(), plot }
    }

    /// The stop at a point, 1 for the first.
    pub fn near(&self, x: f64, y: f64) -> Option<usize> {
        if self.rows.is_empty() {
            let is_within = (self.plot.0 - 8.0..=self.plot.1 + 8.0).contains(&x);
            return nearest(&self.at, x).filter(|_| is_within).map(|(stop, _)| stop);
        }
        nearest(&self.rows, y).filter(|(_, away)| *away <= REACH).map(|(stop, _)| stop)
    }
}

/// The nearest position, counted from 1, and how far away it is.
fn nearest(positions: &[f64], from: f64) -> Option<(usize, f64)> {
    let mut best = None;
    for (index, position) in positions.iter().enumerate() {
        let away = (position - from).abs();
        if best.is_none_or(|(_, least)| away < least) {
            best = Some((index + 1, away));
        }
    }
    best
}
