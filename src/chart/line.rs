//! What tells lines apart without colour: dashes and markers.

use super::pen::Pen;
use super::theme::Color;

/// Lengths of dashes and gaps in turn, in CSS pixels; a solid line has none.
const DASHES: [&[f64]; 8] = [
    &[],
    &[8.0, 4.0],
    &[2.0, 3.0],
    &[10.0, 3.0, 2.0, 3.0],
    &[4.0, 4.0],
    &[14.0, 4.0],
    &[10.0, 3.0, 2.0, 3.0, 2.0, 3.0],
    &[2.0, 6.0],
];

/// The corners of each marker, as parts of its radius; the second of each kind is hollow.
fn corners(kind: usize) -> Vec<(f64, f64)> {
    match kind % 4 {
        0 => (0..24).map(|step| (f64::from(step) * std::f64::consts::TAU / 24.0).sin_cos()).collect(),
        1 => vec![(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
        2 => vec![(0.0, -1.15), (1.1, 0.8), (-1.1, 0.8)],
        _ => vec![(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
    }
}

impl Pen<'_> {
    /// The marker of the alternative with this number, on a rim of paper.
    pub fn marker(&mut self, kind: usize, at: (f64, f64), color: Color) {
        let around = |radius: f64| -> Vec<(f64, f64)> {
            corners(kind).into_iter().map(|(x, y)| (at.0 + x * radius, at.1 + y * radius)).collect()
        };
        let paper = self.theme.paper;
        self.polygon(&around(5.5), paper);
        self.polygon(&around(4.0), color);
        if kind % 8 >= 4 {
            self.polygon(&around(2.2), paper);
        }
    }

    /// The line of the alternative with this number.
    pub fn line(&mut self, kind: usize, points: &[(f64, f64)], color: Color) {
        let pattern = DASHES.get(kind % DASHES.len()).copied().unwrap_or_default();
        if pattern.is_empty() {
            return self.path(points, color, 2.0);
        }
        for dash in dashes(points, pattern) {
            self.path(&dash, color, 2.0);
        }
    }
}

/// Cuts a line into its dashes.
fn dashes(points: &[(f64, f64)], pattern: &[f64]) -> Vec<Vec<(f64, f64)>> {
    let mut lengths = pattern.iter().copied().cycle();
    let mut left = lengths.next().unwrap_or(1.0);
    let (mut dashes, mut dash, mut drawing) = (Vec::new(), points.first().copied().into_iter().collect::<Vec<_>>(), true);
    for (&from, &to) in points.iter().zip(points.iter().skip(1)) {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let mut done = 0.0;
        while length - done > left {
            done += left;
            let share = done / length;
            let at = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            if drawing {
                dash.push(at);
                dashes.push(std::mem::take(&mut dash));
            } else {
                dash = vec![at];
            }
            drawing = !drawing;
            left = lengths.next().unwrap_or(1.0);
        }
        left -= length - done;
        if drawing {
            dash.push(to);
        }
    }
    if drawing && dash.len() > 1 {
        dashes.push(dash);
    }
    dashes
}
