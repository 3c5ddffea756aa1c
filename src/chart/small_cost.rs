//! Cumulative cost in little, for columns side by side on one scale.

use super::axis::{self, Months};
use super::cumulative::{CumulativeCost, Line, TOO_LARGE};
use super::line::{Stroke, label_room};
use super::pen::{Align, Pen};
use super::scale::{Scale, Ticks, Unit};
use super::stop::Stops;
use super::text::{BODY, SMALL, width};
use super::{Chart, Table};
use crate::evaluate::Evaluation;
use crate::model::Plan;

const TOP: f64 = 8.0;
const PLOT: f64 = 80.0;
const AXIS: f64 = 22.0;
/// From this width on there is room for names at the lines' ends.
const NAMED: f64 = 200.0;

/// Lines of cumulative cost up to a given amount.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallCost {
    cost: CumulativeCost,
    top: f64,
}

impl SmallCost {
    /// The lines of a plan's alternatives under the common top of all columns.
    pub fn of(plan: &Plan, evaluation: &Evaluation, top: f64) -> Self {
        let cost = CumulativeCost::of(plan, evaluation);
        let top = top.max(cost.largest());
        Self { cost, top }
    }

    /// The highest cost in any of these evaluations.
    pub fn top_of<'a>(evaluations: impl IntoIterator<Item = &'a Evaluation>) -> f64 {
        let outcomes = evaluations.into_iter().flat_map(|evaluation| &evaluation.alternatives);
        let costs = outcomes.flat_map(|outcome| outcome.curve(|month| month.cumulative));
        costs.filter(|cost| *cost <= TOO_LARGE).fold(0.0, f64::max)
    }

    fn ticks(&self) -> Ticks {
        Ticks::within(0.0, self.top, 2.0)
    }

    fn unit(&self) -> Unit {
        Unit::of(self.top)
    }

    fn is_named(&self, css_width: f64) -> bool {
        css_width >= NAMED && label_room(self.cost.lines.len()) <= PLOT
    }

    fn span(&self, css_width: f64) -> Months {
        let left = axis::room(&self.ticks(), self.unit());
        let longest = self.cost.lines.iter().map(|line| width(&line.name, BODY)).fold(0.0, f64::max);
        let right = if self.is_named(css_width) { (longest + 29.0).min(css_width * 0.42) } else { 7.0 };
        Months { left, right: (css_width - right).max(left + 20.0), count: self.cost.months }
    }
}

impl Chart for SmallCost {
    fn id(&self) -> &'static str {
        "small-cost"
    }

    fn title(&self) -> String {
        format!("Cumulative cost{}", self.unit().suffix(&self.cost.currency))
    }

    fn missing(&self) -> Option<String> {
        self.cost.missing()
    }

    fn summary(&self) -> String {
        self.cost.summary()
    }

    fn table(&self) -> Table {
        self.cost.table()
    }

    fn height(&self, _: f64) -> f64 {
        TOP + PLOT + AXIS
    }

    fn stops(&self, css_width: f64) -> Stops {
        self.span(css_width).stops(0.0)
    }

    fn values(&self, month: usize) -> Vec<(String, String)> {
        self.cost.values(month)
    }

    fn paint(&self, pen: &mut Pen<'_>) {
        let (months, ticks, theme) = (self.span(pen.width), self.ticks(), pen.theme);
        let panel = (TOP, TOP + PLOT);
        let scale = Scale::new(ticks.range, (panel.1, panel.0));
        months.years(pen, panel.0, panel.1);
        axis::grid(pen, months.plot(), scale, &ticks, self.unit());
        let stroke = |line: &Line| {
            let place = |(month, cost): (usize, &f64)| (months.at(month as f64), scale.at(*cost));
            let points = line.costs.iter().enumerate().map(place).collect();
            Stroke { kind: line.kind, color: line.color, points, label: line.name.clone() }
        };
        let strokes: Vec<Stroke> = self.cost.lines.iter().map(stroke).collect();
        if self.is_named(pen.width) {
            pen.strokes(&strokes, months.right, panel);
        } else {
            for stroke in &strokes {
                let color = theme.graphic(stroke.color);
                pen.line(stroke.kind, &stroke.points, color);
                pen.marker(stroke.kind, stroke.points.last().copied().unwrap_or_default(), color);
            }
        }
        for passing in &self.cost.passings {
            pen.down(months.at(passing.month), panel.1 - 4.0, panel.1 + 4.0, theme.ink);
        }
        pen.text("0", (months.left, panel.1 + 13.0), SMALL, theme.muted, Align::Centre);
        let last = format!("{} months", months.count);
        pen.text(&last, (months.right + 6.0, panel.1 + 13.0), SMALL, theme.muted, Align::Right);
    }
}
