//! Axes: months along the bottom, amounts up the side.

use super::pen::{Align, Pen};
use super::scale::{Scale, Ticks, Unit};
use super::stop::Stops;
use super::text::{SMALL, width};
use super::theme::mix;

/// The months of a picture, from left to right.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Months {
    /// Where the first month begins, in CSS pixels.
    pub left: f64,
    /// Where the last month ends.
    pub right: f64,
    /// How many there are.
    pub count: usize,
}

impl Months {
    /// Where this many months have passed.
    pub fn at(&self, months: f64) -> f64 {
        self.left + (self.right - self.left) * months / self.count.max(1) as f64
    }

    /// Left and right end.
    pub fn plot(&self) -> (f64, f64) {
        (self.left, self.right)
    }

    /// A stop at each month, `back` months before its end.
    pub(super) fn stops(&self, back: f64) -> Stops {
        Stops::beside((1..=self.count).map(|month| self.at(month as f64 - back)).collect(), self.plot())
    }

    fn step(&self) -> usize {
        let month = (self.right - self.left) / self.count.max(1) as f64;
        [3, 6].into_iter().find(|step| *step as f64 * month >= 52.0).unwrap_or(12)
    }

    /// Marks the ends of the years over a panel's height.
    pub(super) fn years(&self, pen: &mut Pen<'_>, top: f64, bottom: f64) {
        for year in (12..=self.count).step_by(12) {
            pen.down(self.at(year as f64), top, bottom, pen.theme.rule);
        }
    }

    /// Numbers the months below `y`; years stand out.
    pub(super) fn number(&self, pen: &mut Pen<'_>, y: f64) {
        let last = self.count - self.count % self.step();
        for month in (0..=self.count).step_by(self.step()) {
            let x = self.at(month as f64);
            let is_year = month % 12 == 0 && month > 0;
            let color = if is_year { pen.theme.ink } else { pen.theme.muted };
            pen.down(x, y, y + if is_year { 5.0 } else { 3.0 }, color);
            // The unit hangs off the last number, which stays under its tick.
            let number = month.to_string();
            pen.text(&number, (x, y + 13.0), SMALL, color, Align::Centre);
            if month == last {
                let after = x + width(&number, SMALL) / 2.0 + 4.0;
                pen.text("months", (after, y + 13.0), SMALL, pen.theme.muted, Align::Left);
            }
        }
    }
}

/// The room tick labels take left of the plot.
pub(super) fn room(ticks: &Ticks, unit: Unit) -> f64 {
    ticks.labels(unit).iter().map(|label| width(label, SMALL)).fold(0.0, f64::max) + 8.0
}

/// Horizontal gridlines with their labels; the one at zero is the axis.
pub(super) fn grid(pen: &mut Pen<'_>, plot: (f64, f64), scale: Scale, ticks: &Ticks, unit: Unit) {
    for (value, label) in ticks.values.iter().zip(ticks.labels(unit)) {
        let y = scale.at(*value);
        pen.across(plot.0, plot.1, y - 0.5, 1.0, pen.theme.rule);
        pen.text(&label, (plot.0 - 6.0, y), SMALL, pen.theme.muted, Align::Right);
    }
    grid_zero(pen, plot, scale);
}

/// The axis: the line of nothing.
pub(super) fn grid_zero(pen: &mut Pen<'_>, plot: (f64, f64), scale: Scale) {
    let color = mix(pen.theme.muted, pen.theme.paper, 0.35);
    pen.across(plot.0, plot.1, scale.at(0.0) - 0.5, 1.0, color);
}
