//! How many engineers the budget of a rewrite pays for.

use super::pen::{Align, Pen};
use super::rows::{Row, Rows};
use super::stop::Stops;
use super::text::{SMALL, list, width};
use super::theme::{self, Color};
use super::{Chart, Table};
use crate::evaluate::Evaluation;
use crate::model::amount::{money, number};
use crate::model::{Plan, Quantity, Range};

/// Fewer engineers than this are too few to be believed (W9).
pub const THIN: f64 = 3.0;
/// Between the 10 % and the 50 % quantile of a normal distribution, in standard deviations.
const Z: f64 = 1.281_551_565_544_6;
/// Above the first row: the name of the mark.
const TOP: f64 = 20.0;
const RANGE: &str = "P10–P90 of the cost";

/// Bars of engineers, one for each alternative whose rewrite costs something.
#[derive(Debug, Clone, PartialEq)]
pub struct RewriteStaff {
    currency: String,
    budgets: Vec<Budget>,
    /// The mark: fewer are too few.
    few: f64,
}

#[derive(Debug, Clone, PartialEq)]
struct Budget {
    name: String,
    color: Color,
    kind: usize,
    cost: f64,
    months: f64,
    /// E40.
    engineers: f64,
    /// The same for the P10 and the P90 of the cost, where it is a range.
    range: Option<(f64, f64)>,
}

impl RewriteStaff {
    /// The rewrites of a plan's alternatives; fewer engineers than `few` are too few, such as [`THIN`].
    pub fn of(plan: &Plan, evaluation: &Evaluation, few: f64) -> Self {
        let mut budgets = Vec::new();
        for (kind, (alternative, outcome)) in plan.alternatives.iter().zip(&evaluation.alternatives).enumerate() {
            let rewrite = &alternative.rewrite;
            let (cost, engineers) = (rewrite.cost.central(), outcome.rewrite_fte);
            if cost > 0.0 && engineers.is_finite() {
                let scaled = |cost_then: f64| engineers * (cost_then.max(0.0) / cost);
                let range = p10_p90(rewrite.cost).map(|(low, high)| (scaled(low), scaled(high)));
                let range = range.filter(|(low, high)| low.is_finite() && high.is_finite());
                let (name, color) = (alternative.name.clone(), theme::parse(&alternative.color));
                budgets.push(Budget { name, color, kind, cost, months: rewrite.months.central(), engineers, range });
            }
        }
        Self { currency: plan.settings.currency.clone(), budgets, few }
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let label = |budget: &Budget| {
            let range = budget.range.map(|(low, high)| format!(" ({}–{})", number(low, 1), number(high, 1)));
            number(budget.engineers, 1) + &range.unwrap_or_default()
        };
        let mut rows = Vec::new();
        for budget in &self.budgets {
            rows.push(Row {
                name: &budget.name,
                kind: budget.kind,
                color: budget.color,
                value: Some(budget.engineers),
                range: budget.range,
                label: label(budget),
            });
        }
        rows
    }

    fn layout(&self, css_width: f64) -> Rows {
        let rows = self.rows();
        let most = |row: &Row<'_>| row.range.map_or(0.0, |range| range.1).max(row.value.unwrap_or(0.0));
        Rows::of(&rows, rows.iter().map(most).fold(self.few, f64::max), css_width)
    }

    fn has_ranges(&self) -> bool {
        self.budgets.iter().any(|budget| budget.range.is_some())
    }

    fn mark(&self) -> String {
        format!("{} engineers", number(self.few, if self.few.fract() == 0.0 { 0 } else { 1 }))
    }
}

/// The 10 % and the 90 % quantile of a range; none for a plain number.
fn p10_p90(quantity: Quantity) -> Option<(f64, f64)> {
    let Quantity::Range(range) = quantity else { return None };
    Some(match range {
        Range::Lognormal(p10, p90) => (p10, p90),
        Range::Normal(mean, sd) => (mean - Z * sd, mean + Z * sd),
        Range::Uniform(low, high) => (low + 0.1 * (high - low), high - 0.1 * (high - low)),
        Range::Triangular(low, mode, high) => {
            // The mirrored distribution gives the upper quantile.
            let tenth = |low: f64, mode: f64, high: f64| {
                let (all, rising) = ((high - low).abs(), (mode - low).abs());
                let from_low = (0.1 * all * rising).sqrt();
                let from_high = all - (0.9 * all * (all - rising)).sqrt();
                if rising >= 0.1 * all { from_low } else { from_high }
            };
            (low + tenth(low, mode, high), high - tenth(high, mode, low))
        }
        Range::Pert(low, mode, high) => pert(low, mode, high),
    })
}

/// The tenths of a PERT distribution, by adding up its density in small steps.
fn pert(low: f64, mode: f64, high: f64) -> (f64, f64) {
    const STEPS: usize = 2000;
    let span = high - low;
    if span <= 0.0 {
        return (low, high);
    }
    let (rising, falling) = (4.0 * (mode - low) / span, 4.0 * (high - mode) / span);
    let at = |step: usize| (step as f64 + 0.5) / STEPS as f64;
    let density = |x: f64| x.powf(rising) * (1.0 - x).powf(falling);
    let all: f64 = (0..STEPS).map(|step| density(at(step))).sum();
    let quantile = |share: f64| {
        let mut sum = 0.0;
        let is_before = |step: &usize| {
            sum += density(at(*step));
            sum < share * all
        };
        low + span * at((0..STEPS).take_while(is_before).count())
    };
    (quantile(0.1), quantile(0.9))
}

impl Chart for RewriteStaff {
    fn id(&self) -> &'static str {
        "rewrite-staff"
    }

    fn title(&self) -> String {
        "Engineers a rewrite's budget pays for".into()
    }

    fn missing(&self) -> Option<String> {
        self.budgets.is_empty().then(|| "No alternative has a budget for a rewrite.".into())
    }

    fn summary(&self) -> String {
        if let Some(missing) = self.missing() {
            return missing;
        }
        let one = |budget: &Budget| {
            let engineers = number(budget.engineers, 1);
            let range = budget.range.map_or(String::new(), |(low, high)| {
                format!(", within {} to {} in 8 cases of 10", number(low, 1), number(high, 1))
            });
            let cost = money(budget.cost, &self.currency);
            let unit = if engineers == "1.0" { "engineer" } else { "engineers" };
            let time = if budget.months == 1.0 { "month" } else { "months" };
            format!(
                "{}, {cost}: this budget pays {engineers} {unit} for {} {time}{range}.",
                budget.name,
                number(budget.months, 0)
            )
        };
        let told: Vec<String> = self.budgets.iter().map(one).collect();
        let thin = |budget: &&Budget| budget.engineers < self.few;
        let thin: Vec<String> = self.budgets.iter().filter(thin).map(|budget| budget.name.clone()).collect();
        let thin =
            if thin.is_empty() { String::new() } else { format!(" Fewer than {}: {}.", self.mark(), list(&thin)) };
        told.join(" ") + &thin
    }

    fn table(&self) -> Table {
        let row = |budget: &Budget| {
            let range =
                budget.range.map_or(String::new(), |(low, high)| format!("{}–{}", number(low, 2), number(high, 2)));
            let (cost, months) = (money(budget.cost, &self.currency), number(budget.months, 0));
            vec![budget.name.clone(), cost, months, number(budget.engineers, 2), range]
        };
        let header = ["Alternative", "Budget", "Months", "Engineers it pays for", RANGE];
        Table {
            caption: "Engineers that the budget of a rewrite pays for".into(),
            header: header.map(str::to_owned).into(),
            rows: self.budgets.iter().map(row).collect(),
        }
    }

    fn height(&self, width: f64) -> f64 {
        TOP + self.layout(width).height() + if self.has_ranges() { 18.0 } else { 0.0 }
    }

    fn stops(&self, width: f64) -> Stops {
        let (layout, rows) = (self.layout(width), self.rows());
        Stops {
            at: rows.iter().map(|row| layout.end(row)).collect(),
            rows: (0..rows.len()).map(|row| layout.middle(TOP, row)).collect(),
            plot: (0.0, width),
        }
    }

    fn stop_name(&self, stop: usize) -> String {
        self.budgets.get(stop.wrapping_sub(1)).map_or(String::new(), |budget| budget.name.clone())
    }

    fn values(&self, stop: usize) -> Vec<(String, String)> {
        let Some(budget) = self.budgets.get(stop.wrapping_sub(1)) else { return Vec::new() };
        let range =
            budget.range.map(|(low, high)| (RANGE.to_owned(), format!("{}–{}", number(low, 1), number(high, 1))));
        let budget = [
            ("Engineers".to_owned(), number(budget.engineers, 1)),
            ("Months".to_owned(), number(budget.months, 0)),
            ("Budget".to_owned(), money(budget.cost, &self.currency)),
        ];
        budget.into_iter().chain(range).collect()
    }

    fn paint(&self, pen: &mut Pen<'_>) {
        let layout = self.layout(pen.width);
        let (x, half) = (layout.at(self.few), width(&self.mark(), SMALL) / 2.0);
        pen.dashed((x, TOP - 2.0), (x, layout.bottom(TOP)), pen.theme.ink);
        layout.draw(pen, TOP, &self.rows());
        let at = x.min(pen.width - half).max(half);
        pen.text(&self.mark(), (at, TOP - 10.0), SMALL, pen.theme.ink, Align::Centre);
        if self.has_ranges() {
            let y = TOP + layout.height() + 7.0;
            pen.whisker((layout.left, layout.left + 18.0), y);
            let what = pen.fit(RANGE, pen.width - layout.left - 24.0, SMALL);
            pen.text(&what, (layout.left + 24.0, y), SMALL, pen.theme.muted, Align::Left);
        }
    }
}
