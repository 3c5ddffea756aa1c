//! How cost against traffic is drawn: the costs from zero, and under them what each costs more than the cheapest.

use super::axis;
use super::flag::{self, Flag};
use super::line::{PITCH, Stroke, label_room};
use super::pen::{Align, Pen};
use super::scale::{Scale, Ticks, Unit};
use super::text::{BODY, SMALL, width};
use super::traffic::{CostByTraffic, Curve, Turn};
use crate::model::amount::{money, number};

const TOP: f64 = 20.0;
const AXIS: f64 = 22.0;
const CAPTION: f64 = 32.0;
/// Multipliers between the powers of ten.
const MINOR: [f64; 6] = [0.2, 0.5, 2.0, 5.0, 20.0, 50.0];

/// Multiples of the traffic from 0.1 to 100, each decade as wide as the next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    pub left: f64,
    pub right: f64,
}

impl Span {
    pub fn at(&self, multiplier: f64) -> f64 {
        self.left + (self.right - self.left) * (multiplier.ln() / std::f64::consts::LN_10 + 1.0) / 3.0
    }

    fn number(&self, pen: &mut Pen<'_>, y: f64) {
        let theme = pen.theme;
        let is_wide = self.right - self.left >= 420.0;
        for multiplier in MINOR {
            pen.down(self.at(multiplier), y, y + 3.0, theme.muted);
            if is_wide {
                pen.text(
                    &number(multiplier, usize::from(multiplier < 1.0)),
                    (self.at(multiplier), y + 13.0),
                    SMALL,
                    theme.muted,
                    Align::Centre,
                );
            }
        }
        for (multiplier, label) in [(0.1, "×0.1"), (1.0, "×1"), (10.0, "×10"), (100.0, "×100")] {
            let x = self.at(multiplier);
            pen.down(x, y, y + 5.0, theme.ink);
            pen.text(label, (x.max(width(label, SMALL) / 2.0), y + 13.0), SMALL, theme.ink, Align::Centre);
        }
        let after = self.right + width("×100", SMALL) / 2.0 + 6.0;
        let unit = pen.fit("traffic", pen.width - after, SMALL);
        pen.text(&unit, (after, y + 13.0), SMALL, theme.muted, Align::Left);
    }
}

impl CostByTraffic {
    /// What a curve costs more than the cheapest at each point of the grid, in per cent.
    fn more(&self, curve: &Curve) -> Vec<Option<f64>> {
        let more = |(index, npv): (usize, &Option<f64>)| {
            let least = self.least(index).filter(|least| *least > 0.0)?;
            npv.map(|npv| (npv / least - 1.0) * 100.0)
        };
        curve.npv.iter().enumerate().map(more).collect()
    }

    fn most(&self) -> f64 {
        self.curves.iter().flat_map(|curve| self.more(curve)).flatten().fold(0.0, f64::max)
    }

    /// Labels at the ends of the costs and of the differences.
    fn labels(&self) -> (Vec<String>, Vec<String>) {
        let cost = |curve: &Curve| {
            let npv = curve.npv.iter().rev().copied().flatten().next().unwrap_or(0.0);
            format!("{} {}", money(npv, &self.currency), curve.name)
        };
        let more = |curve: &Curve| match self.more(curve).into_iter().rev().flatten().next() {
            Some(more) if more > 0.0 => {
                format!("+{}\u{a0}% {}", number(more, if more < 9.95 { 1 } else { 0 }), curve.name)
            }
            _ => curve.name.clone(),
        };
        (self.curves.iter().map(cost).collect(), self.curves.iter().map(more).collect())
    }

    fn scales(&self) -> [(Ticks, Unit); 2] {
        let largest = self.largest();
        [(Ticks::within(0.0, largest, 4.0), Unit::of(largest)), (Ticks::within(0.0, self.most(), 3.0), Unit::of(0.0))]
    }

    pub(super) fn span(&self, css_width: f64) -> Span {
        let left = self.scales().iter().map(|(ticks, unit)| axis::room(ticks, *unit)).fold(22.0, f64::max);
        let (costs, more) = self.labels();
        let label = costs.iter().chain(&more).map(|label| width(label, BODY)).fold(70.0, f64::max) + 30.0;
        let right = css_width - label.min(css_width * if css_width < 480.0 { 0.46 } else { 0.34 });
        Span { left, right: right.max(left + 40.0) }
    }

    fn flags(&self, css_width: f64) -> Vec<Flag> {
        let span = self.span(css_width);
        let (leading, others): (Vec<&Turn>, Vec<&Turn>) = self.turns.iter().partition(|turn| turn.leads);
        let wanted = leading.into_iter().chain(others).map(|turn| (span.at(turn.at), turn.label()));
        flag::flags(wanted, css_width - 2.0, 3)
    }

    /// The heights of the two panels; the second is nothing where there is nothing to compare.
    fn panels(&self, css_width: f64) -> (f64, f64) {
        let room = label_room(self.curves.len()) + PITCH;
        let costs = (css_width * 0.26).clamp(130.0, 200.0).max(room);
        let more = if self.most() > 0.05 { (css_width * 0.2).clamp(100.0, 150.0).max(room) } else { 0.0 };
        (costs, more)
    }

    pub(super) fn natural_height(&self, css_width: f64) -> f64 {
        let (costs, more) = self.panels(css_width);
        let more = if more > 0.0 { CAPTION + more } else { 0.0 };
        TOP + costs + flag::height(&self.flags(css_width)) + more + AXIS
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>) {
        let (span, flags, (costs, more)) = (self.span(pen.width), self.flags(pen.width), self.panels(pen.width));
        let [(cost_ticks, cost_unit), (ticks, unit)] = self.scales();
        let (cost_labels, more_labels) = self.labels();
        let plot = (span.left, span.right);
        let panel = (TOP, TOP + costs);
        let scale = Scale::new(cost_ticks.range, (panel.1, panel.0));
        axis::grid(pen, plot, scale, &cost_ticks, cost_unit);
        let yours = span.at(1.0);
        pen.down(yours, panel.0 - 6.0, panel.1, pen.theme.muted);
        pen.text("your plan", (yours, panel.0 - 13.0), SMALL, pen.theme.ink, Align::Centre);
        pen.strokes(&self.strokes(span, scale, |curve| curve.npv.clone(), cost_labels), span.right, panel);
        for turn in &self.turns {
            pen.down(span.at(turn.at), panel.1 - 5.0, panel.1 + 5.0, pen.theme.ink);
        }
        flag::draw(pen, &flags, panel.1);
        let mut bottom = panel.1 + flag::height(&flags);
        if more > 0.0 {
            let panel = (bottom + CAPTION, bottom + CAPTION + more);
            let scale = Scale::new(ticks.range, (panel.1, panel.0));
            axis::grid(pen, plot, scale, &ticks, unit);
            pen.down(yours, panel.0, panel.1, pen.theme.muted);
            let caption = pen.fit("More than the cheapest at that traffic, %", pen.width, BODY);
            pen.text(&caption, (0.0, panel.0 - 14.0), BODY, pen.theme.ink, Align::Left);
            pen.strokes(&self.strokes(span, scale, |curve| self.more(curve), more_labels), span.right, panel);
            bottom = panel.1;
        }
        span.number(pen, bottom);
    }

    fn strokes(
        &self,
        span: Span,
        scale: Scale,
        values: impl Fn(&Curve) -> Vec<Option<f64>>,
        labels: Vec<String>,
    ) -> Vec<Stroke> {
        let stroke = |(curve, label): (&Curve, String)| {
            let values = self.multipliers.iter().zip(values(curve));
            let points = values.filter_map(|(at, value)| Some((span.at(*at), scale.at(value?)))).collect();
            Stroke { kind: curve.kind, color: curve.color, points, label }
        };
        self.curves.iter().zip(labels).map(stroke).collect()
    }
}
