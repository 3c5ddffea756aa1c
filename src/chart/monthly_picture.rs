//! How monthly cost is drawn.

use super::axis::{self, Months};
use super::key;
use super::monthly::{Kind, MonthlyCost, Part};
use super::pen::{Align, Frame, Hatch, Pen};
use super::scale::{Scale, Ticks, Unit, spread};
use super::text::{BODY, sort_by, width};
use super::theme::mix;
use crate::model::amount::money;

const TOP: f64 = 8.0;
const BOTTOM: f64 = 22.0;
const PITCH: f64 = 18.0;

/// Where things are, in CSS pixels.
struct Layout {
    months: Months,
    panel: (f64, f64),
    ticks: Ticks,
    unit: Unit,
    /// Where the key's entries are if there is no room for labels beside the last bar.
    key: Option<Vec<(f64, f64)>>,
}

impl MonthlyCost {
    fn label(&self, part: &Part) -> String {
        format!("{} {}", money(part.total(), &self.currency), part.name)
    }

    pub(super) fn natural_height(&self, css_width: f64) -> f64 {
        let key = self.layout(css_width, 0.0).panel.0;
        key + (css_width * 0.3).clamp(150.0, 230.0) + BOTTOM
    }

    pub(super) fn span(&self, css_width: f64) -> Months {
        self.layout(css_width, 0.0).months
    }

    fn layout(&self, css_width: f64, css_height: f64) -> Layout {
        let largest = self.largest();
        let (unit, ticks) = (Unit::of(largest), Ticks::within(0.0, largest, 4.0));
        let left = axis::room(&ticks, unit);
        let labels: Vec<f64> = self.parts.iter().map(|part| width(&self.label(part), BODY) + 34.0).collect();
        let beside = labels.iter().copied().fold(70.0, f64::max);
        let is_wide = beside <= css_width * 0.36;
        let right = if is_wide { css_width - beside } else { css_width - 60.0 };
        let key = (!is_wide).then(|| key::rows(labels.iter().rev().copied(), 0.0, css_width, PITCH));
        let top = key.as_ref().and_then(|key| key.last()).map_or(TOP, |last| last.1 + PITCH + 10.0);
        let months = Months { left, right: right.max(left + 40.0), count: self.months };
        Layout { months, panel: (top, (css_height - BOTTOM).max(top + 40.0)), ticks, unit, key }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>) {
        let layout = self.layout(pen.width, pen.height);
        let months = layout.months;
        let scale = Scale::new(layout.ticks.range, (layout.panel.1, layout.panel.0));
        axis::grid(pen, months.plot(), scale, &layout.ticks, layout.unit);
        let slot = (months.right - months.left) / self.months.max(1) as f64;
        let gap = (slot * 0.2).clamp(1.0, 4.0);
        for index in 0..self.months {
            let (left, right) = (months.at(index as f64) + gap / 2.0, months.at(index as f64 + 1.0) - gap / 2.0);
            let mut sum = 0.0;
            for part in &self.parts {
                let amount = part.amounts.get(index).copied().unwrap_or(0.0);
                let (bottom, top) = (scale.at(sum), scale.at(sum + amount));
                sum += amount;
                if amount > 0.0 {
                    paint(pen, part.kind, Frame { left, top, right, bottom });
                }
            }
        }
        axis::grid_zero(pen, months.plot(), scale);
        months.number(pen, layout.panel.1);
        match &layout.key {
            Some(key) => {
                for (part, (x, y)) in self.parts.iter().rev().zip(key) {
                    self.draw_label(pen, part, *x, y + PITCH / 2.0);
                }
            }
            None => self.draw_beside(pen, &layout, scale),
        }
    }

    /// Labels beside the last bar, in the order of its parts; those of earlier months on top.
    fn draw_beside(&self, pen: &mut Pen<'_>, layout: &Layout, scale: Scale) {
        let mut ends: Vec<(Option<f64>, &Part)> = Vec::new();
        let mut sum = 0.0;
        for part in &self.parts {
            let amount = part.amounts.last().copied().unwrap_or(0.0);
            ends.push(((amount > 0.0).then(|| scale.at(sum + amount / 2.0)), part));
            sum += amount;
        }
        ends.reverse();
        sort_by(&mut ends, |end| f64::from(u8::from(end.0.is_some())));
        let wanted: Vec<f64> = ends.iter().map(|end| end.0.unwrap_or(layout.panel.0)).collect();
        let places = spread(&wanted, PITCH, layout.panel.0, layout.panel.1);
        let x = layout.months.right;
        let leader = mix(pen.theme.muted, pen.theme.paper, 0.35);
        for ((y, part), place) in ends.into_iter().zip(places) {
            if let Some(y) = y {
                pen.path(&[(x + 2.0, y), (x + 12.0, place)], leader, 1.0);
            }
            self.draw_label(pen, part, x + 14.0, place);
        }
    }

    fn draw_label(&self, pen: &mut Pen<'_>, part: &Part, x: f64, y: f64) {
        paint(pen, part.kind, Frame { left: x, top: y - 6.0, right: x + 12.0, bottom: y + 6.0 });
        let label = pen.fit(&self.label(part), pen.width - x - 17.0, BODY);
        pen.text(&label, (x + 17.0, y), BODY, pen.theme.ink, Align::Left);
    }
}

/// Fills an area in the colour and the pattern of a kind of cost.
fn paint(pen: &mut Pen<'_>, kind: Kind, frame: Frame) {
    let (color, paper) = (pen.theme.graphic(kind.color()), pen.theme.paper);
    pen.fill(frame, color);
    match kind {
        Kind::Payroll | Kind::Infrastructure => {}
        Kind::Maintenance => pen.stripes(frame, 4.0, mix(color, paper, 0.5)),
        Kind::Hiring => pen.hatch(frame, Hatch::Rising, 6.0, paper),
        Kind::Delay => pen.hatch(frame, Hatch::Falling, 6.0, paper),
        Kind::Rewrite => {
            pen.hatch(frame, Hatch::Rising, 6.0, paper);
            pen.hatch(frame, Hatch::Falling, 6.0, paper);
        }
    }
    // A hairline of paper on top keeps neighbours apart.
    if frame.bottom - frame.top >= 3.0 {
        pen.across(frame.left, frame.right, frame.top, 1.0, paper);
    }
}
