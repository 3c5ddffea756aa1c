//! What one alternative costs each month, by kind of cost.

use super::cumulative::TOO_LARGE;
use super::scale::Unit;
use super::stop::Stops;
use super::text::{list, sort_by};
use super::theme::Color;
use super::{Chart, Table};
use crate::evaluate::{Evaluation, Month};
use crate::model::amount::{currency_sign, money, number, percent};
use crate::model::{Id, Plan};

/// Bars of one alternative's cost in each month, stacked by kind of cost.
#[derive(Debug, Clone, PartialEq)]
pub struct MonthlyCost {
    pub(super) name: String,
    pub(super) currency: String,
    pub(super) months: usize,
    /// The kinds of cost that occur, from the bottom up; none where a cost is unknown.
    pub(super) parts: Vec<Part>,
    known: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Part {
    pub kind: Kind,
    pub name: &'static str,
    /// One amount a month.
    pub amounts: Vec<f64>,
}

impl Part {
    pub fn total(&self) -> f64 {
        self.amounts.iter().sum()
    }
}

/// A kind of cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    Payroll,
    Maintenance,
    Hiring,
    Infrastructure,
    Delay,
    Rewrite,
}

impl Kind {
    const ALL: [Self; 6] =
        [Self::Payroll, Self::Maintenance, Self::Hiring, Self::Infrastructure, Self::Delay, Self::Rewrite];

    /// Part of the payroll may be maintenance, which stands by itself.
    fn name(self, maintained: bool) -> &'static str {
        match self {
            Self::Payroll if maintained => "Other payroll",
            Self::Payroll => "Payroll",
            Self::Maintenance => "Maintenance",
            Self::Hiring => "Hiring and training",
            Self::Infrastructure => "Infrastructure",
            Self::Delay => "Delay",
            Self::Rewrite => "Rewrite",
        }
    }

    /// Of Okabe and Ito's colours those the default alternatives do not use, and grey for the bulk.
    pub fn color(self) -> Color {
        match self {
            Self::Payroll => Color(138, 146, 158),
            Self::Maintenance => Color(96, 104, 118),
            Self::Hiring => Color(86, 180, 233),
            Self::Infrastructure => Color(230, 159, 0),
            Self::Delay => Color(240, 228, 66),
            Self::Rewrite => Color(204, 121, 167),
        }
    }

    fn amount(self, month: &Month) -> Option<f64> {
        match self {
            Self::Payroll => Some(month.people.payroll - month.people.maintenance),
            Self::Maintenance => Some(month.people.maintenance),
            Self::Hiring => Some(month.people.recruiting + month.people.training),
            Self::Infrastructure => month.infrastructure,
            Self::Delay => Some(month.people.delay),
            Self::Rewrite => Some(month.rewrite),
        }
    }
}

impl MonthlyCost {
    /// The monthly cost of one alternative.
    pub fn of(plan: &Plan, evaluation: &Evaluation, alternative: &Id) -> Self {
        let name = plan.alternative(alternative.as_str()).map_or_else(|| alternative.to_string(), |a| a.name.clone());
        let currency = plan.settings.currency.clone();
        let outcome = evaluation.outcome(alternative.as_str());
        let months = outcome.map_or(&[][..], |outcome| &outcome.months);
        let maintained = months.iter().any(|month| month.people.maintenance != 0.0);
        let part = |kind: Kind| {
            let amounts: Option<Vec<f64>> = months.iter().map(|month| kind.amount(month)).collect();
            amounts.map(|amounts| Part { kind, name: kind.name(maintained), amounts })
        };
        let parts: Option<Vec<Part>> = Kind::ALL.into_iter().map(part).collect();
        let fits = |part: &Part| part.amounts.iter().all(|amount| amount.abs() < TOO_LARGE);
        let parts = parts.filter(|parts| !months.is_empty() && parts.iter().all(fits));
        let known = parts.is_some();
        let occurs = |part: &Part| part.amounts.iter().any(|amount| *amount != 0.0);
        let parts = parts.unwrap_or_default().into_iter().filter(occurs).collect();
        Self { name, currency, months: months.len(), parts, known }
    }

    pub(super) fn month(&self, index: usize) -> f64 {
        self.parts.iter().filter_map(|part| part.amounts.get(index)).sum()
    }

    pub(super) fn largest(&self) -> f64 {
        (0..self.months).map(|index| self.month(index)).fold(0.0, f64::max)
    }
}

impl Chart for MonthlyCost {
    fn id(&self) -> &'static str {
        "monthly-cost"
    }

    fn title(&self) -> String {
        format!("Monthly cost of {}{}", self.name, Unit::of(self.largest()).suffix(&self.currency))
    }

    fn missing(&self) -> Option<String> {
        (!self.known).then(|| format!("The cost of {} is unknown: {}.", self.name, super::WHY_UNKNOWN))
    }

    fn summary(&self) -> String {
        if let Some(missing) = self.missing() {
            return missing;
        }
        let total: f64 = self.parts.iter().map(Part::total).sum();
        if total == 0.0 {
            return format!("{} costs nothing.", self.name);
        }
        let mut parts: Vec<&Part> = self.parts.iter().collect();
        sort_by(&mut parts, |part| -part.total());
        let share = |part: &&Part| format!("{} {}", part.name.to_ascii_lowercase(), percent(part.total() / total));
        let shares: Vec<String> = parts.iter().map(share).collect();
        let (first, last) = (self.month(0), self.month(self.months.saturating_sub(1)));
        format!(
            "{} costs {} in month 1 and {} in month {}, {} in all: {}.",
            self.name,
            money(first, &self.currency),
            money(last, &self.currency),
            self.months,
            money(total, &self.currency),
            list(&shares),
        )
    }

    fn table(&self) -> Table {
        let sign = currency_sign(&self.currency);
        let unit = if sign.is_empty() { sign } else { format!(", {}", sign.trim()) };
        let row = |index: usize| {
            let part = |part: &Part| part.amounts.get(index).map_or(String::new(), |amount| number(*amount, 0));
            let parts = self.parts.iter().map(part);
            std::iter::once((index + 1).to_string()).chain(parts).chain([number(self.month(index), 0)]).collect()
        };
        let names = self.parts.iter().map(|part| part.name.to_owned());
        Table {
            caption: format!("Cost of {} in each month{unit}", self.name),
            header: std::iter::once("Month".into()).chain(names).chain(["Total".into()]).collect(),
            rows: if self.known { (0..self.months).map(row).collect() } else { Vec::new() },
        }
    }

    fn height(&self, width: f64) -> f64 {
        self.natural_height(width)
    }

    fn stops(&self, width: f64) -> Stops {
        // A bar stands between the beginning and the end of its month.
        self.span(width).stops(0.5)
    }

    fn values(&self, month: usize) -> Vec<(String, String)> {
        let Some(index) = month.checked_sub(1).filter(|index| *index < self.months) else { return Vec::new() };
        let exact = |amount: f64| format!("{}{}", currency_sign(&self.currency), number(amount, 0));
        let part = |part: &Part| Some((part.name.to_owned(), exact(*part.amounts.get(index)?)));
        self.parts.iter().rev().filter_map(part).chain([("Total".into(), exact(self.month(index)))]).collect()
    }

    fn paint(&self, pen: &mut super::pen::Pen<'_>) {
        self.draw(pen);
    }
}
