//! How many engineers the budget of a rewrite pays for.

use super::pen::{Align, Pen};
use super::rows::{Row, Rows};
use super::stop::Stops;
use super::text::{SMALL, list, width};
use super::theme::{self, Color};
use super::{Chart, Table};
use crate::evaluate::Evaluation;
use crate::evaluate::rewrite::staff_range;
use crate::model::amount::{money, number};
use crate::model::{Plan, Quantity};

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
    /// The rewrites of a plan's alternatives, with a mark at the engineers below which W9 warns.
    pub fn of(plan: &Plan, evaluation: &Evaluation) -> Self {
        let few = plan.thresholds.rewrite_engineers.central();
        let mut budgets = Vec::new();
        for (kind, (alternative, outcome)) in plan.alternatives.iter().zip(&evaluation.alternatives).enumerate() {
            let (cost, engineers) = (outcome.rewriting.cost, outcome.rewrite_fte);
            if cost > 0.0 && engineers.is_finite() {
                let is_range = matches!(alternative.rewrite.cost, Quantity::Range(_));
                let range = is_range.then(|| staff_range(plan, alternative, outcome));
                let range = range.filter(|(low, high)| low.is_finite() && high.is_finite());
                let (name, color) = (alternative.name.clone(), theme::parse(&alternative.color));
                budgets.push(Budget { name, color, kind, cost, months: outcome.rewriting.months, engineers, range });
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
