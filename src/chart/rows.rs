//! Bars that lie, one row each, with names left of them or above.

use super::pen::{Align, Frame, Hatch, Pen};
use super::scale::{Scale, Ticks, Unit};
use super::text::{BODY, SMALL, STRONG, width};
use super::theme::{Color, mix};

const BAR: f64 = 18.0;
/// The space of the marker before a name.
const MARKER: f64 = 16.0;

/// One bar.
pub(super) struct Row<'a> {
    pub name: &'a str,
    /// The alternative's number in the plan, and its colour.
    pub kind: usize,
    pub color: Color,
    /// None where it is not known.
    pub value: Option<f64>,
    pub range: Option<(f64, f64)>,
    /// What stands behind the bar.
    pub label: String,
}

/// Where rows are, in CSS pixels.
pub(super) struct Rows {
    names_above: bool,
    pub left: f64,
    pub right: f64,
    pitch: f64,
    count: usize,
    ticks: Ticks,
}

impl Rows {
    /// Room for these rows and for values up to `largest`.
    pub fn of(rows: &[Row<'_>], largest: f64, css_width: f64) -> Self {
        let longest = |text: fn(&Row<'_>) -> f64| rows.iter().map(text).fold(0.0, f64::max);
        let name = longest(|row| width(row.name, BODY)) + MARKER + 10.0;
        let names_above = name > css_width * 0.3;
        let left = if names_above { 0.0 } else { name };
        let right = (css_width - longest(|row| width(&row.label, STRONG)) - 10.0).max(left + 20.0);
        let pitch = if names_above { BAR + 26.0 } else { BAR + 12.0 };
        Self { names_above, left, right, pitch, count: rows.len(), ticks: Ticks::within(0.0, largest, 4.0) }
    }

    /// Of all rows with their axis.
    pub fn height(&self) -> f64 {
        self.above() + self.pitch * self.count as f64 - (self.pitch - BAR) + 10.0 + 22.0
    }

    fn above(&self) -> f64 {
        if self.names_above { 20.0 } else { 2.0 }
    }

    /// The middle of a row's bar.
    pub fn middle(&self, top: f64, row: usize) -> f64 {
        top + self.above() + self.pitch * row as f64 + BAR / 2.0
    }

    /// Where the axis is.
    pub fn bottom(&self, top: f64) -> f64 {
        top + self.height() - 22.0
    }

    /// Where a value is.
    pub fn at(&self, value: f64) -> f64 {
        Scale::new(self.ticks.range, (self.left, self.right)).at(value)
    }

    /// The end of a row's bar.
    pub fn end(&self, row: &Row<'_>) -> f64 {
        self.at(row.value.unwrap_or(0.0))
    }

    /// Draws bars, names and axis below `top`.
    pub fn draw(&self, pen: &mut Pen<'_>, top: f64, rows: &[Row<'_>]) {
        let theme = pen.theme;
        let bottom = self.bottom(top);
        for (index, row) in rows.iter().enumerate() {
            let middle = self.middle(top, index);
            let y = if self.names_above { middle - BAR / 2.0 - 11.0 } else { middle };
            pen.marker(row.kind, (6.0, y), theme.graphic(row.color));
            let room = if self.names_above { pen.width } else { self.left - 8.0 };
            let name = pen.fit(row.name, room - MARKER, BODY);
            // Marks that cross all rows give way to a name.
            let behind =
                Frame { left: MARKER - 2.0, top: y - 8.0, right: MARKER + width(&name, BODY) + 2.0, bottom: y + 8.0 };
            pen.fill(behind, theme.paper);
            pen.text(&name, (MARKER, y), BODY, theme.ink, Align::Left);
            let bar =
                Frame { left: self.left, top: middle - BAR / 2.0, right: self.end(row), bottom: middle + BAR / 2.0 };
            if row.value.is_some() {
                pen.fill(bar, theme.graphic(row.color));
            }
            let mut after = bar.right;
            if let Some((low, high)) = row.range {
                let range = Frame { left: self.at(low), right: self.at(high), ..bar };
                pen.hatch(
                    Frame { left: bar.right.max(range.left), ..range },
                    Hatch::Rising,
                    5.0,
                    theme.graphic(row.color),
                );
                pen.whisker((range.left, range.right), bar.bottom + 4.0);
                after = after.max(range.right);
            }
            let (font, color) = if row.value.is_some() { (STRONG, theme.ink) } else { (SMALL, theme.muted) };
            let label = Frame { left: after + 4.0, right: after + 8.0 + width(&row.label, font), ..bar };
            pen.fill(label, theme.paper);
            pen.text(&row.label, (after + 6.0, middle), font, color, Align::Left);
        }
        pen.across(self.left, self.right, bottom, 1.0, mix(theme.muted, theme.paper, 0.35));
        for (value, label) in self.ticks.values.iter().zip(self.ticks.labels(Unit::of(0.0))) {
            let x = self.at(*value);
            pen.down(x.max(0.5), bottom, bottom + 4.0, theme.muted);
            pen.text(&label, (x.max(width(&label, SMALL) / 2.0), bottom + 13.0), SMALL, theme.muted, Align::Centre);
        }
    }
}
