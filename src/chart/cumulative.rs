//! What each alternative has cost so far, month by month.

use super::passing::{self, Passing};
use super::rewrites::{self, Window};
use super::scale::Unit;
use super::stop::Stops;
use super::text::{list, sort_by};
use super::theme::{self, Color};
use super::{Chart, Table};
use crate::evaluate::Evaluation;
use crate::model::Plan;
use crate::model::amount::{currency_sign, money, number, percent};

/// Larger amounts are typing errors, and no scale suits them.
pub(super) const TOO_LARGE: f64 = 1e15;

/// Lines of cumulative cost, one per alternative, and what each costs more than the cheapest.
#[derive(Debug, Clone, PartialEq)]
pub struct CumulativeCost {
    pub(super) currency: String,
    pub(super) months: usize,
    pub(super) lines: Vec<Line>,
    /// The moments one line passes another, in time.
    pub(super) passings: Vec<Passing>,
    /// When alternatives may be rewritten.
    pub(super) rewrites: Vec<Window>,
    /// Names of the alternatives whose cost is unknown.
    pub(super) unknown: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub name: String,
    pub color: Color,
    /// The alternative's number in the plan: its dash and its marker.
    pub kind: usize,
    /// Cost after each month, beginning with nothing after none.
    pub costs: Vec<f64>,
}

impl Line {
    pub fn last(&self) -> f64 {
        self.costs.last().copied().unwrap_or(0.0)
    }
}

impl CumulativeCost {
    /// The lines of a plan's alternatives.
    pub fn of(plan: &Plan, evaluation: &Evaluation) -> Self {
        let (mut lines, mut unknown, mut months) = (Vec::new(), Vec::new(), 0);
        for (kind, (alternative, outcome)) in plan.alternatives.iter().zip(&evaluation.alternatives).enumerate() {
            let curve = outcome.curve(|month| month.cumulative);
            months = months.max(outcome.months.len());
            if curve.is_empty() || curve.iter().any(|cost| cost.is_nan() || cost.abs() > TOO_LARGE) {
                unknown.push(alternative.name.clone());
                continue;
            }
            let costs = std::iter::once(0.0).chain(curve).collect();
            let color = theme::parse(&alternative.color);
            lines.push(Line { name: alternative.name.clone(), color, kind, costs });
        }
        let passings = passing::all(plan, evaluation, &lines);
        let rewrites = rewrites::all(plan, &lines);
        Self { currency: plan.settings.currency.clone(), months, lines, passings, rewrites, unknown }
    }

    /// The line that is lowest in the end.
    pub(super) fn cheapest(&self) -> Option<&Line> {
        self.lines.iter().min_by(|a, b| a.last().total_cmp(&b.last()))
    }

    pub(super) fn largest(&self) -> f64 {
        self.lines.iter().flat_map(|line| &line.costs).copied().fold(0.0, f64::max)
    }

    fn exact(&self, cost: f64) -> String {
        format!("{}{}", currency_sign(&self.currency), number(cost, 0))
    }
}

impl Chart for CumulativeCost {
    fn id(&self) -> &'static str {
        "cumulative-cost"
    }

    fn title(&self) -> String {
        format!("Cumulative cost{}", Unit::of(self.largest()).suffix(&self.currency))
    }

    fn missing(&self) -> Option<String> {
        let unknown = list(&self.unknown);
        self.lines.is_empty().then(|| format!("The cost of {unknown} is unknown: {}.", super::WHY_UNKNOWN))
    }

    fn summary(&self) -> String {
        let Some(cheapest) = self.cheapest() else { return self.missing().unwrap_or_default() };
        let mut others: Vec<&Line> = self.lines.iter().filter(|line| line.kind != cheapest.kind).collect();
        sort_by(&mut others, |line| line.last());
        let more = |line: &&Line| {
            let share = if cheapest.last() > 0.0 { line.last() / cheapest.last() - 1.0 } else { 0.0 };
            format!("{} {} ({} more)", line.name, money(line.last(), &self.currency), percent(share))
        };
        let costs = format!("Over {} months {} costs ", self.months, cheapest.name);
        let least = money(cheapest.last(), &self.currency);
        let mut text = match others.iter().map(more).collect::<Vec<_>>() {
            others if others.is_empty() => format!("{costs}{least}."),
            others => format!("{costs}least, {least}; {}.", list(&others)),
        };
        let told = passing::most_telling(&self.passings, 4);
        match self.passings.len() - told.len() {
            0 if told.is_empty() => {}
            0 => text.push_str(&format!(" In cost so far, {}.", list(&told))),
            more => text.push_str(&format!(" In cost so far, {}; and {more} more crossings.", list(&told))),
        }
        text.push_str(&rewrites::words(&self.rewrites, self.months));
        if !self.unknown.is_empty() {
            text.push_str(&format!(" The cost of {} is unknown: {}.", list(&self.unknown), super::WHY_UNKNOWN));
        }
        text
    }

    fn table(&self) -> Table {
        let unit = currency_sign(&self.currency);
        let unit = if unit.is_empty() { unit } else { format!(", {}", unit.trim()) };
        let row = |month: usize| {
            let costs =
                self.lines.iter().map(|line| line.costs.get(month).map_or(String::new(), |cost| number(*cost, 0)));
            let within = self.passings.iter().filter(|passing| passing.month.ceil() as usize == month);
            let passings: Vec<String> = within.map(Passing::words).collect();
            std::iter::once(month.to_string()).chain(costs).chain([passings.join("; ")]).collect()
        };
        let names = self.lines.iter().map(|line| line.name.clone());
        Table {
            caption: format!("Cumulative cost at the end of each month{unit}"),
            header: std::iter::once("Month".into()).chain(names).chain(["Break-even".into()]).collect(),
            rows: (1..=self.months).map(row).collect(),
        }
    }

    fn height(&self, width: f64) -> f64 {
        self.natural_height(width)
    }

    fn stops(&self, width: f64) -> Stops {
        self.span(width).stops(0.0)
    }

    fn values(&self, month: usize) -> Vec<(String, String)> {
        let value = |line: &Line| Some((line.name.clone(), self.exact(*line.costs.get(month)?)));
        self.lines.iter().filter(|_| month > 0).filter_map(value).collect()
    }

    fn paint(&self, pen: &mut super::pen::Pen<'_>) {
        self.draw(pen);
    }
}
