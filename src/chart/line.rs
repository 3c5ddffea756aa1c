//! Lines of alternatives, and what tells them apart without colour: dashes, markers, and labels at their ends.

use super::pen::{Align, Pen};
use super::scale::spread;
use super::text::{BODY, sort_by};
use super::theme::{Color, mix};

/// From one label at the lines' ends to the next.
pub(super) const PITCH: f64 = 16.0;

/// A line with its label.
pub(super) struct Stroke {
    /// The alternative's number in the plan: its dash and its marker.
    pub kind: usize,
    pub color: Color,
    pub points: Vec<(f64, f64)>,
    pub label: String,
}

/// The height that labels of so many lines take, less one line.
pub(super) fn label_room(lines: usize) -> f64 {
    PITCH * lines.saturating_sub(1) as f64
}

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

/// The corners of the markers, as parts of their radius; one without corners is round.
const MARKERS: [&[(f64, f64)]; 4] = [
    &[],
    &[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
    &[(0.0, -1.15), (1.1, 0.8), (-1.1, 0.8)],
    &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
];

impl Pen<'_> {
    /// The marker of the alternative with this number, on a rim of paper; from the fifth on hollow.
    pub fn marker(&mut self, kind: usize, at: (f64, f64), color: Color) {
        let corners = MARKERS.get(kind % MARKERS.len()).copied().unwrap_or_default();
        let paper = self.theme.paper;
        self.shape(corners, at, 5.5, paper);
        self.shape(corners, at, 4.0, color);
        if kind % (2 * MARKERS.len()) >= MARKERS.len() {
            self.shape(corners, at, 2.2, paper);
        }
    }

    fn shape(&mut self, corners: &[(f64, f64)], at: (f64, f64), radius: f64, color: Color) {
        if corners.is_empty() {
            return self.disc(at, radius, color);
        }
        let points: Vec<_> = corners.iter().map(|(x, y)| (at.0 + x * radius, at.1 + y * radius)).collect();
        self.polygon(&points, color);
    }

    /// Lines with markers at their ends, and labels right of `end` that keep apart between the panel's top and bottom.
    pub fn strokes(&mut self, strokes: &[Stroke], end: f64, panel: (f64, f64)) {
        let mut ends: Vec<((f64, f64), &Stroke)> = Vec::new();
        for stroke in strokes {
            self.line(stroke.kind, &stroke.points, self.theme.graphic(stroke.color));
            ends.push((stroke.points.last().copied().unwrap_or((end, panel.1)), stroke));
        }
        sort_by(&mut ends, |end| end.0.1);
        let wanted: Vec<f64> = ends.iter().map(|end| end.0.1).collect();
        let places = spread(&wanted, PITCH, panel.0.min(panel.1 - label_room(strokes.len())), panel.1);
        let leader = mix(self.theme.muted, self.theme.paper, 0.35);
        for (((_, y), _), place) in ends.iter().zip(&places) {
            self.path(&[(end + 4.0, *y), (end + 14.0, *place)], leader, 1.0);
        }
        for ((at, stroke), place) in ends.iter().zip(&places).rev() {
            let color = self.theme.graphic(stroke.color);
            self.marker(stroke.kind, *at, color);
            self.marker(stroke.kind, (end + 19.0, *place), color);
            let label = self.fit(&stroke.label, self.width - end - 28.0, BODY);
            self.text(&label, (end + 28.0, *place), BODY, self.theme.lettering(stroke.color), Align::Left);
        }
    }

    /// A straight line in dashes, one pixel wide.
    pub fn dashed(&mut self, from: (f64, f64), to: (f64, f64), color: Color) {
        for dash in dashes(&[from, to], &[5.0, 4.0]) {
            self.path(&dash, color, 1.0);
        }
    }

    /// A ring where two lines cross.
    pub fn ring(&mut self, at: (f64, f64)) {
        self.disc(at, 3.2, self.theme.ink);
        self.disc(at, 2.0, self.theme.paper);
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
    let (mut dashes, mut dash, mut drawing) =
        (Vec::new(), points.first().copied().into_iter().collect::<Vec<_>>(), true);
    for (&from, &to) in points.iter().zip(points.iter().skip(1)) {
        let length = ((to.0 - from.0).powi(2) + (to.1 - from.1).powi(2)).sqrt();
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
