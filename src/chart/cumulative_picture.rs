//! How cumulative cost is drawn: the costs from zero, and under them what each costs more than the cheapest.

use super::axis::{self, Months};
use super::cumulative::{CumulativeCost, Line};
use super::flag::{self, Flag};
use super::line::{PITCH, Stroke, label_room};
use super::passing::{self, at};
use super::pen::{Align, Pen};
use super::rewrites;
use super::scale::{Scale, Ticks, Unit};
use super::text::{BODY, width};
use crate::model::amount::money;

const TOP: f64 = 8.0;
const MONTHS: f64 = 22.0;
const CAPTION: f64 = 32.0;

/// Where things are, in CSS pixels.
struct Layout {
    months: Months,
    /// Top and bottom of the costs.
    costs: (f64, f64),
    /// Top and bottom of the differences.
    differences: Option<(f64, f64)>,
    /// Of both.
    scales: [(Ticks, Unit); 2],
    flags: Vec<Flag>,
    /// The height of the windows of rewrites, at the bottom.
    rewrites: f64,
}

impl CumulativeCost {
    /// What a line costs more than the cheapest, month by month.
    fn difference(&self, line: &Line) -> Vec<f64> {
        let base = self.cheapest().map_or(&[][..], |cheapest| &cheapest.costs);
        line.costs.iter().zip(base).map(|(cost, base)| cost - base).collect()
    }

    fn labels(&self) -> (Vec<String>, Vec<String>) {
        let base = self.cheapest().map_or(0.0, Line::last);
        let cost = |line: &Line| format!("{} {}", money(line.last(), &self.currency), line.name);
        let more = |line: &Line| match line.last() - base {
            0.0 => line.name.clone(),
            more => format!("+{} {}", money(more, &self.currency), line.name),
        };
        (self.lines.iter().map(cost).collect(), self.lines.iter().map(more).collect())
    }

    pub(super) fn natural_height(&self, css_width: f64) -> f64 {
        let room = label_room(self.lines.len()) + PITCH;
        let costs = (css_width * 0.3).clamp(150.0, 230.0).max(room);
        let differences = if self.differs() { CAPTION + (css_width * 0.16).clamp(84.0, 120.0).max(room) } else { 0.0 };
        let rewrites = rewrites::height(&self.rewrites, self.span(css_width), css_width);
        TOP + costs + flag::height(&self.flags(css_width)) + differences + MONTHS + rewrites
    }

    /// Whether there is a difference to draw.
    fn differs(&self) -> bool {
        self.lines.iter().flat_map(|line| self.difference(line)).any(|difference| difference.abs() >= 0.5)
    }

    fn scales(&self, css_width: f64) -> [(Ticks, Unit); 2] {
        let differences = self.lines.iter().flat_map(|line| self.difference(line));
        let (low, high) = differences.fold((0.0, 0.0), |(low, high): (f64, f64), d| (low.min(d), high.max(d)));
        let costs = Ticks::within(0.0, self.largest(), if css_width < 480.0 { 4.0 } else { 5.0 });
        [(costs, Unit::of(self.largest())), (Ticks::within(low, high, 3.0), Unit::of(high.max(-low)))]
    }

    /// The months between the widest tick label and the widest label at a line's end.
    pub(super) fn span(&self, css_width: f64) -> Months {
        let left = self.scales(css_width).iter().map(|(ticks, unit)| axis::room(ticks, *unit)).fold(0.0, f64::max);
        let (costs, more) = self.labels();
        let label = costs.iter().chain(&more).map(|label| width(label, BODY)).fold(0.0, f64::max) + 30.0;
        let right = css_width - label.min(css_width * if css_width < 480.0 { 0.46 } else { 0.34 });
        Months { left, right: right.max(left + 40.0), count: self.months }
    }

    fn flags(&self, css_width: f64) -> Vec<Flag> {
        let months = self.span(css_width);
        let wanted = passing::wanted(&self.passings).map(|(month, label)| (months.at(month), label));
        flag::flags(wanted, css_width - 2.0, 3)
    }

    fn layout(&self, css_width: f64, css_height: f64) -> Layout {
        let mut flags = self.flags(css_width);
        let mut rewrites = rewrites::height(&self.rewrites, self.span(css_width), css_width);
        // A small picture shows the costs alone.
        if css_height - TOP - MONTHS - flag::height(&flags) - rewrites < 120.0 {
            flags.clear();
            rewrites = 0.0;
        }
        let under = flag::height(&flags);
        let room = css_height - TOP - MONTHS - under - rewrites;
        let second = self.differs() && room >= CAPTION + 150.0;
        let lower =
            if second { CAPTION + ((room - CAPTION) * 0.36).max(label_room(self.lines.len()) + PITCH) } else { 0.0 };
        let bottom = TOP + (room - lower).max(40.0);
        let differences = second.then_some((bottom + under + CAPTION, css_height - MONTHS - rewrites));
        Layout {
            months: self.span(css_width),
            scales: self.scales(css_width),
            costs: (TOP, bottom),
            flags,
            differences,
            rewrites,
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>) {
        let layout = self.layout(pen.width, pen.height);
        let (months, end) = (layout.months, layout.months.right);
        let (costs, more) = self.labels();
        let [(cost_ticks, cost_unit), (ticks, unit)] = &layout.scales;
        let scale = Scale::new(cost_ticks.range, (layout.costs.1, layout.costs.0));
        months.years(pen, layout.costs.0, layout.costs.1);
        axis::grid(pen, months.plot(), scale, cost_ticks, *cost_unit);
        pen.strokes(&self.strokes(months, scale, |line| line.costs.clone(), costs), end, layout.costs);
        for passing in &self.passings {
            pen.down(months.at(passing.month), layout.costs.1 - 5.0, layout.costs.1 + 5.0, pen.theme.ink);
        }
        flag::draw(pen, &layout.flags, layout.costs.1);
        if let (Some(panel), Some(cheapest)) = (layout.differences, self.cheapest()) {
            let scale = Scale::new(ticks.range, (panel.1, panel.0));
            months.years(pen, panel.0, panel.1);
            axis::grid(pen, months.plot(), scale, ticks, *unit);
            let suffix = unit.suffix(&self.currency);
            let caption = pen.fit(&format!("Difference from {}{suffix}", cheapest.name), pen.width, BODY);
            pen.text(&caption, (0.0, panel.0 - 14.0), BODY, pen.theme.ink, Align::Left);
            pen.strokes(&self.strokes(months, scale, |line| self.difference(line), more), end, panel);
            for passing in &self.passings {
                let y = scale.at(passing.cost - at(cheapest, passing.month));
                pen.ring((months.at(passing.month), y));
            }
            pen.across(months.left, months.right, panel.1 - 0.5, 1.0, pen.theme.rule);
            months.number(pen, panel.1);
        } else {
            months.number(pen, layout.costs.1 + flag::height(&layout.flags));
        }
        if layout.rewrites > 0.0 {
            rewrites::draw(pen, &self.rewrites, months, pen.height - layout.rewrites);
        }
    }

    /// The lines of one panel with labels at their ends.
    fn strokes(
        &self,
        months: Months,
        scale: Scale,
        values: impl Fn(&Line) -> Vec<f64>,
        labels: Vec<String>,
    ) -> Vec<Stroke> {
        let stroke = |(line, label): (&Line, String)| {
            let place = |(month, value): (usize, &f64)| (months.at(month as f64), scale.at(*value));
            let points = values(line).iter().enumerate().map(place).collect();
            Stroke { kind: line.kind, color: line.color, points, label }
        };
        self.lines.iter().zip(labels).map(stroke).collect()
    }
}
