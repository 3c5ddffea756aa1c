//! What each alternative costs at a fraction or a multiple of the plan's traffic.

use super::scale::Unit;
use super::stop::Stops;
use super::text::{list, sort_by};
use super::theme::{self, Color};
use super::{Chart, Table};
use crate::analyse::Crossover;
use crate::model::Plan;
use crate::model::amount::{currency_sign, money, number};

/// Lines of the cost's present value against traffic, one per alternative, with the points where they cross.
#[derive(Debug, Clone, PartialEq)]
pub struct CostByTraffic {
    pub(super) currency: String,
    pub(super) multipliers: Vec<f64>,
    pub(super) curves: Vec<Curve>,
    pub(super) turns: Vec<Turn>,
    /// Names of the alternatives whose cost is unknown.
    unknown: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Curve {
    pub name: String,
    pub color: Color,
    /// The alternative's number in the plan: its dash and its marker.
    pub kind: usize,
    /// At each multiplier.
    pub npv: Vec<Option<f64>>,
}

/// From some traffic on one alternative costs more than another.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Turn {
    pub at: f64,
    passing: String,
    passed: String,
    /// Whether it changes which alternative is the cheapest.
    pub leads: bool,
}

impl Turn {
    /// `×3.4: Go passes Node.js`.
    pub fn label(&self) -> String {
        let short = |name: &str| super::text::fit(name, 140.0, |name| super::text::width(name, super::text::SMALL));
        format!("×{}: {} passes {}", times(self.at), short(&self.passing), short(&self.passed))
    }

    fn words(&self) -> String {
        format!("{} passes {} at ×{}", self.passing, self.passed, times(self.at))
    }
}

/// A multiplier to about two figures.
pub(super) fn times(multiplier: f64) -> String {
    let decimals = match multiplier {
        m if m < 1.995 => 2,
        m if m < 9.95 => 1,
        _ => 0,
    };
    let text = number(multiplier, decimals);
    let short = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    short.to_owned()
}

impl CostByTraffic {
    /// The curves of a plan's alternatives.
    pub fn of(plan: &Plan, crossover: &Crossover) -> Self {
        let (mut curves, mut unknown) = (Vec::new(), Vec::new());
        for (kind, (alternative, npv)) in plan.alternatives.iter().zip(&crossover.npv).enumerate() {
            let (name, color) = (alternative.name.clone(), theme::parse(&alternative.color));
            let fits = |npv: &Option<f64>| npv.filter(|npv| npv.abs() < super::cumulative::TOO_LARGE);
            let npv: Vec<Option<f64>> = npv.iter().map(fits).collect();
            if npv.iter().any(Option::is_some) {
                curves.push(Curve { name, color, kind, npv });
            } else {
                unknown.push(name);
            }
        }
        let mut turns = turns(plan, crossover, &curves);
        sort_by(&mut turns, |turn| turn.at);
        let multipliers = crossover.multipliers.clone();
        Self { currency: plan.settings.currency.clone(), multipliers, curves, turns, unknown }
    }

    pub(super) fn largest(&self) -> f64 {
        self.curves.iter().flat_map(|curve| &curve.npv).flatten().copied().fold(0.0, f64::max)
    }

    /// The cheapest at a point of the grid.
    pub(super) fn least(&self, index: usize) -> Option<f64> {
        least(&self.curves, index).map(|(least, _)| least)
    }

    /// The turns in words: those that change which is the cheapest before the others.
    fn turns_in_words(&self) -> String {
        if self.curves.len() < 2 {
            return String::new();
        }
        let (mut told, others): (Vec<&Turn>, Vec<&Turn>) = self.turns.iter().partition(|turn| turn.leads);
        told.extend(others);
        told.truncate(4);
        sort_by(&mut told, |turn| turn.at);
        let words: Vec<String> = told.into_iter().map(Turn::words).collect();
        match self.turns.len() - words.len() {
            0 if words.is_empty() => " Nothing changes their order between ×0.1 and ×100.".into(),
            0 => format!(" In cost, {}.", list(&words)),
            more => format!(" In cost, {}; and {more} more crossings.", list(&words)),
        }
    }
}

/// The least cost at a point of the grid, and whose it is.
fn least(curves: &[Curve], index: usize) -> Option<(f64, usize)> {
    let mut least: Option<(f64, usize)> = None;
    for curve in curves {
        let npv = curve.npv.get(index).copied().flatten();
        if let Some(npv) = npv.filter(|npv| least.is_none_or(|(least, _)| *npv < least)) {
            least = Some((npv, curve.kind));
        }
    }
    least
}

fn turns(plan: &Plan, crossover: &Crossover, curves: &[Curve]) -> Vec<Turn> {
    let number = |id: &str| plan.alternatives.iter().position(|alternative| alternative.id.as_str() == id);
    let curve = |id: &str| curves.iter().find(|curve| Some(curve.kind) == number(id));
    let mut turns = Vec::new();
    for pair in &crossover.crossings {
        let (Some(a), Some(b)) = (curve(pair.a.as_str()), curve(pair.b.as_str())) else { continue };
        for at in &pair.at {
            // From the crossing up to the next point of the grid the order is the new one.
            let Some(after) = crossover.multipliers.iter().position(|multiplier| multiplier >= at) else { continue };
            let npv = |curve: &Curve| curve.npv.get(after).copied().flatten();
            let (over, under) = if npv(a) > npv(b) { (a, b) } else { (b, a) };
            let cheapest = |index: usize| least(curves, index).map(|(_, kind)| kind);
            let leads = cheapest(after) == Some(under.kind) && cheapest(after.wrapping_sub(1)) == Some(over.kind);
            turns.push(Turn { at: *at, passing: over.name.clone(), passed: under.name.clone(), leads });
        }
    }
    turns
}

impl Chart for CostByTraffic {
    fn id(&self) -> &'static str {
        "crossover"
    }

    fn title(&self) -> String {
        format!("Cost against traffic, present value{}", Unit::of(self.largest()).suffix(&self.currency))
    }

    fn missing(&self) -> Option<String> {
        let unknown = list(&self.unknown);
        self.curves.is_empty().then(|| format!("The cost of {unknown} is unknown: {}.", super::WHY_UNKNOWN))
    }

    fn summary(&self) -> String {
        if let Some(missing) = self.missing() {
            return missing;
        }
        let cheapest = |multiplier: f64| {
            let index = self.multipliers.iter().position(|m| *m >= multiplier)?;
            let (npv, kind) = least(&self.curves, index)?;
            let curve = self.curves.iter().find(|curve| curve.kind == kind)?;
            Some((curve.name.as_str(), money(npv, &self.currency)))
        };
        let mut text = match cheapest(1.0) {
            Some((name, npv)) => format!("At the plan's traffic {name} costs least, {npv}."),
            None => String::new(),
        };
        if let (Some((low, _)), Some((high, npv))) = (cheapest(0.1), cheapest(100.0)) {
            text.push_str(&format!(" At a tenth of it {low} does, at a hundred times {high}, {npv}."));
        }
        text.push_str(&self.turns_in_words());
        if !self.unknown.is_empty() {
            text.push_str(&format!(" The cost of {} is unknown: {}.", list(&self.unknown), super::WHY_UNKNOWN));
        }
        text.trim_start().to_owned()
    }

    fn table(&self) -> Table {
        let unit = currency_sign(&self.currency);
        let unit = if unit.is_empty() { unit } else { format!(", {}", unit.trim()) };
        let row = |(index, multiplier): (usize, &f64)| {
            let npv =
                |curve: &Curve| curve.npv.get(index).copied().flatten().map_or(String::new(), |npv| number(npv, 0));
            let before = index.checked_sub(1).and_then(|index| self.multipliers.get(index)).copied().unwrap_or(0.0);
            let within = self.turns.iter().filter(|turn| turn.at > before && turn.at <= *multiplier);
            let turns: Vec<String> = within.map(Turn::words).collect();
            let cells = self.curves.iter().map(npv);
            std::iter::once(number(*multiplier, 2)).chain(cells).chain([turns.join("; ")]).collect()
        };
        let names = self.curves.iter().map(|curve| curve.name.clone());
        Table {
            caption: format!("Present value of the cost at multiples of the plan's requests and connections{unit}"),
            header: std::iter::once("Traffic ×".into()).chain(names).chain(["Crossing".into()]).collect(),
            rows: self.multipliers.iter().enumerate().map(row).collect(),
        }
    }

    fn height(&self, width: f64) -> f64 {
        self.natural_height(width)
    }

    fn stops(&self, width: f64) -> Stops {
        let span = self.span(width);
        Stops::beside(self.multipliers.iter().map(|multiplier| span.at(*multiplier)).collect(), (span.left, span.right))
    }

    fn stop_name(&self, stop: usize) -> String {
        let multiplier = stop.checked_sub(1).and_then(|index| self.multipliers.get(index));
        multiplier.map_or(String::new(), |multiplier| format!("Traffic × {}", times(*multiplier)))
    }

    fn values(&self, stop: usize) -> Vec<(String, String)> {
        let Some(index) = stop.checked_sub(1) else { return Vec::new() };
        let sign = currency_sign(&self.currency);
        let value = |curve: &Curve| {
            let npv = (*curve.npv.get(index)?)?;
            Some((curve.name.clone(), format!("{sign}{}", number(npv, 0))))
        };
        self.curves.iter().filter_map(value).collect()
    }

    fn paint(&self, pen: &mut super::pen::Pen<'_>) {
        self.draw(pen);
    }
}
