//! How cumulative cost is drawn: the costs from zero, and under them what each costs more than the cheapest.

use super::axis::{self, Months};
use super::cumulative::{CumulativeCost, Line};
use super::passing::{Flag, at, flags};
use super::pen::{Align, Pen};
use super::scale::{Scale, Ticks, Unit, spread};
use super::text::{BODY, SMALL, sort_by, width};
use super::theme::mix;
use crate::model::amount::money;

/// From one label at the lines' ends to the next.
const PITCH: f64 = 16.0;
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
}

/// The rows of labels under the costs.
fn flags_height(flags: &[Flag]) -> f64 {
    flags.iter().map(|flag| 8.0 + PITCH * (flag.row + 1) as f64).fold(0.0, f64::max)
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

    fn label_room(&self) -> f64 {
        PITCH * self.lines.len().saturating_sub(1) as f64
    }

    pub(super) fn natural_height(&self, css_width: f64) -> f64 {
        let room = self.label_room() + PITCH;
        let costs = (css_width * 0.3).clamp(150.0, 230.0).max(room);
        let differences = if self.differs() { CAPTION + (css_width * 0.16).clamp(84.0, 120.0).max(room) } else { 0.0 };
        TOP + costs + flags_height(&self.flags(css_width)) + differences + MONTHS
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
        flags(&self.passings, |month| months.at(month), css_width - 2.0, 3)
    }

    fn layout(&self, css_width: f64, css_height: f64) -> Layout {
        let mut flags = self.flags(css_width);
        // A small picture shows the costs alone.
        if css_height - TOP - MONTHS - flags_height(&flags) < 120.0 {
            flags.clear();
        }
        let under = flags_height(&flags);
        let room = css_height - TOP - MONTHS - under;
        let second = self.differs() && room >= CAPTION + 150.0;
        let lower = if second { CAPTION + ((room - CAPTION) * 0.36).max(self.label_room() + PITCH) } else { 0.0 };
        let bottom = TOP + (room - lower).max(40.0);
        let differences = second.then_some((bottom + under + CAPTION, css_height - MONTHS));
        Layout {
            months: self.span(css_width),
            scales: self.scales(css_width),
            costs: (TOP, bottom),
            flags,
            differences,
        }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>) {
        let layout = self.layout(pen.width, pen.height);
        let (costs, more) = self.labels();
        let [(cost_ticks, cost_unit), (ticks, unit)] = &layout.scales;
        let scale = Scale::new(cost_ticks.range, (layout.costs.1, layout.costs.0));
        layout.months.years(pen, layout.costs.0, layout.costs.1);
        axis::grid(pen, layout.months, scale, cost_ticks, *cost_unit);
        self.draw_lines(pen, &layout, scale, layout.costs, |line| line.costs.clone(), &costs);
        self.draw_passings(pen, &layout);
        if let (Some(panel), Some(cheapest)) = (layout.differences, self.cheapest()) {
            let scale = Scale::new(ticks.range, (panel.1, panel.0));
            layout.months.years(pen, panel.0, panel.1);
            axis::grid(pen, layout.months, scale, ticks, *unit);
            let suffix = unit.suffix(&self.currency);
            let caption = pen.fit(&format!("Difference from {}{suffix}", cheapest.name), pen.width, BODY);
            pen.text(&caption, (0.0, panel.0 - 14.0), BODY, pen.theme.ink, Align::Left);
            self.draw_lines(pen, &layout, scale, panel, |line| self.difference(line), &more);
            for passing in &self.passings {
                let y = scale.at(passing.cost - at(cheapest, passing.month));
                pen.ring((layout.months.at(passing.month), y));
            }
            pen.across(layout.months.left, layout.months.right, panel.1 - 0.5, 1.0, pen.theme.rule);
            layout.months.number(pen, panel.1);
        } else {
            layout.months.number(pen, layout.costs.1 + flags_height(&layout.flags));
        }
    }

    /// Lines with markers at their ends, and labels that keep apart.
    fn draw_lines(
        &self,
        pen: &mut Pen<'_>,
        layout: &Layout,
        scale: Scale,
        panel: (f64, f64),
        values: impl Fn(&Line) -> Vec<f64>,
        labels: &[String],
    ) {
        let end = layout.months.right;
        let mut ends: Vec<(f64, &Line, &String)> = Vec::new();
        for (line, label) in self.lines.iter().zip(labels) {
            let values = values(line);
            let place = |(month, value): (usize, &f64)| (layout.months.at(month as f64), scale.at(*value));
            let points: Vec<(f64, f64)> = values.iter().enumerate().map(place).collect();
            pen.line(line.kind, &points, pen.theme.graphic(line.color));
            ends.push((points.last().map_or(panel.1, |point| point.1), line, label));
        }
        sort_by(&mut ends, |end| end.0);
        let wanted: Vec<f64> = ends.iter().map(|end| end.0).collect();
        let places = spread(&wanted, PITCH, panel.0.min(panel.1 - self.label_room()), panel.1);
        let leader = mix(pen.theme.muted, pen.theme.paper, 0.35);
        for ((y, ..), place) in ends.iter().zip(&places) {
            pen.path(&[(end + 4.0, *y), (end + 14.0, *place)], leader, 1.0);
        }
        for ((y, line, label), place) in ends.iter().zip(&places).rev() {
            let color = pen.theme.graphic(line.color);
            pen.marker(line.kind, (end, *y), color);
            pen.marker(line.kind, (end + 19.0, *place), color);
            let label = pen.fit(label, pen.width - end - 28.0, BODY);
            pen.text(&label, (end + 28.0, *place), BODY, pen.theme.lettering(line.color), Align::Left);
        }
    }

    fn draw_passings(&self, pen: &mut Pen<'_>, layout: &Layout) {
        let (axis, theme) = (layout.costs.1, pen.theme);
        for passing in &self.passings {
            pen.down(layout.months.at(passing.month), axis - 5.0, axis + 5.0, theme.ink);
        }
        for flag in &layout.flags {
            let y = axis + 16.0 + PITCH * flag.row as f64;
            pen.down(flag.tick, axis, y - 7.0, mix(theme.muted, theme.paper, 0.35));
            pen.text(&flag.label, (flag.text, y), SMALL, theme.muted, Align::Left);
        }
    }
}
