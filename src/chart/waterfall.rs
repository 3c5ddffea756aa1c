//! What the difference of two columns is made of: from one total to the other, a bar for each change.

use super::scale::Unit;
use super::stop::Stops;
use super::text::{list, sort_by};
use super::{Chart, Table};
use crate::model::amount::{currency_sign, money, number};

/// More changes than these are drawn as one, but for a single one.
const MOST_STEPS: usize = 9;
/// How many changes the summary names.
const MOST_TOLD: usize = 4;
/// What a whisker shows.
pub(super) const INTERVAL: &str = "95 % interval, sampled";

/// What is compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The alternative's name.
    pub name: String,
    /// What the first column is called.
    pub from: String,
    /// What the second is called.
    pub to: String,
}

/// What a waterfall counts.
#[derive(Debug, Clone, PartialEq)]
pub enum Amounts {
    /// Points of 100.
    Score,
    /// Net present value in this currency.
    Money(String),
}

/// Bars from the total of the first column to that of the second, the largest change on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    pub(super) compared: Compared,
    pub(super) amounts: Amounts,
    totals: Result<(f64, f64), String>,
    /// By size.
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq)]
struct Step {
    label: String,
    part: f64,
    /// Half-width of a 95 % interval.
    margin: Option<f64>,
}

/// One bar.
pub(super) struct Bar {
    pub label: String,
    pub from: f64,
    pub to: f64,
    pub margin: Option<f64>,
    pub is_total: bool,
}

impl Waterfall {
    /// The way from one total to the other: what is changed, what that makes, and where it was sampled the half-width of
    /// its 95 % interval.
    pub fn of(
        compared: Compared,
        (start, end): (f64, f64),
        parts: Vec<(String, f64, Option<f64>)>,
        amounts: Amounts,
    ) -> Self {
        let mut steps: Vec<Step> =
            parts.into_iter().map(|(label, part, margin)| Step { label, part, margin }).collect();
        sort_by(&mut steps, |step| -step.part.abs());
        Self { compared, amounts, totals: Ok((start, end)), steps }
    }

    /// A picture that says why there is no such way.
    pub fn unknown(compared: Compared, reason: String, amounts: Amounts) -> Self {
        Self { compared, amounts, totals: Err(reason), steps: Vec::new() }
    }

    fn ends(&self) -> (f64, f64) {
        self.totals.clone().unwrap_or_default()
    }

    /// The changes that make a difference.
    fn moving(&self) -> &[Step] {
        let (start, end) = self.ends();
        let least = start.abs().max(end.abs()) * 1e-9;
        let count = self.steps.iter().take_while(|step| step.part.abs() > least).count();
        self.steps.get(..count).unwrap_or_default()
    }

    /// Both totals and the bars between them, from top to bottom.
    pub(super) fn bars(&self) -> Vec<Bar> {
        let ((start, end), moving) = (self.ends(), self.moving());
        let total = |label: &String, to| Bar { label: label.clone(), from: 0.0, to, margin: None, is_total: true };
        let shown = if moving.len() <= MOST_STEPS + 1 { moving.len() } else { MOST_STEPS };
        let (shown, others) = moving.split_at_checked(shown).unwrap_or_default();
        let mut bars = vec![total(&self.compared.from, start)];
        let mut from = start;
        let mut add = |label: String, part: f64, margin| {
            bars.push(Bar { label, from, to: from + part, margin, is_total: false });
            from += part;
        };
        for step in shown {
            add(step.label.clone(), step.part, step.margin);
        }
        if !others.is_empty() {
            add(format!("{} others", others.len()), others.iter().map(|step| step.part).sum(), None);
        }
        bars.push(total(&self.compared.to, end));
        bars
    }

    pub(super) fn has_margins(&self) -> bool {
        self.moving().iter().any(|step| step.margin.is_some())
    }

    pub(super) fn unit(&self) -> Unit {
        match &self.amounts {
            Amounts::Score => Unit::of(0.0),
            Amounts::Money(_) => {
                let reach = |bar: &Bar| bar.from.abs().max(bar.to.abs());
                Unit::of(self.bars().iter().map(reach).fold(0.0, f64::max))
            }
        }
    }

    /// Rounded for people.
    pub(super) fn rounded(&self, amount: f64) -> String {
        match &self.amounts {
            Amounts::Score => number(amount, 1),
            Amounts::Money(currency) => money(amount, currency),
        }
    }

    /// The same with a sign, whichever it is.
    pub(super) fn signed(&self, part: f64) -> String {
        if part < 0.0 { self.rounded(part) } else { format!("+{}", self.rounded(part)) }
    }

    fn exact(&self, amount: f64) -> String {
        match &self.amounts {
            Amounts::Score => number(amount, 2),
            Amounts::Money(currency) => {
                let sign = if amount <= -0.5 { "−" } else { "" };
                format!("{sign}{}{}", currency_sign(currency), number(amount.abs(), 0))
            }
        }
    }

    fn signed_exact(&self, part: f64) -> String {
        if part < 0.0 { self.exact(part) } else { format!("+{}", self.exact(part)) }
    }

    fn measure(&self) -> String {
        let what = if self.amounts == Amounts::Score { "score" } else { "NPV" };
        format!("the {what} of {}", self.compared.name)
    }

    /// The largest changes in words.
    fn told(&self) -> String {
        let moving = self.moving();
        let (told, others) = moving.split_at_checked(MOST_TOLD).unwrap_or((moving, &[]));
        let mut text = String::new();
        for (way, is_up) in [("Up", true), ("Down", false)] {
            let steps = told.iter().filter(|step| (step.part > 0.0) == is_up);
            let steps: Vec<String> =
                steps.map(|step| format!("{} {}", step.label, self.rounded(step.part.abs()))).collect();
            if !steps.is_empty() {
                text.push_str(&format!(" {way}: {}.", list(&steps)));
            }
        }
        match others.len() {
            0 => {}
            1 => text.push_str(" A smaller change does the rest."),
            more => text.push_str(&format!(" {more} smaller changes do the rest.")),
        }
        text
    }
}

impl Chart for Waterfall {
    fn id(&self) -> &'static str {
        "waterfall"
    }

    fn title(&self) -> String {
        let unit = match &self.amounts {
            Amounts::Score => ", points of 100".to_owned(),
            Amounts::Money(currency) => self.unit().suffix(currency),
        };
        format!("Why {} differs: {} → {}{unit}", self.measure(), self.compared.from, self.compared.to)
    }

    fn missing(&self) -> Option<String> {
        let told = |reason: &String| format!("What each change makes of {} is unknown: {reason}.", self.measure());
        self.totals.as_ref().err().map(told)
    }

    fn summary(&self) -> String {
        if let Some(missing) = self.missing() {
            return missing;
        }
        let (start, end) = self.ends();
        let [from, to] = [(start, &self.compared.from), (end, &self.compared.to)]
            .map(|(total, column)| format!("{} ({column})", self.rounded(total)));
        let way = if end > start { "rises" } else { "falls" };
        let by = self.rounded((end - start).abs());
        let measure = self.measure().replacen("the", "The", 1);
        let mut text = match self.rounded(start) == self.rounded(end) {
            true => format!("{measure} is {} in both columns.", self.rounded(start)),
            false => format!("{measure} {way} from {from} to {to}, by {by}."),
        };
        text.push_str(&self.told());
        match self.steps.len() - self.moving().len() {
            0 => {}
            1 => text.push_str(" One change makes no difference to it."),
            idle => text.push_str(&format!(" {idle} changes make no difference to it.")),
        }
        if self.has_margins() {
            text.push_str(" The parts are sampled; whiskers are 95 % intervals.");
        }
        text
    }

    fn table(&self) -> Table {
        if self.totals.is_err() {
            return Table { caption: self.title(), header: Vec::new(), rows: Vec::new() };
        }
        let (start, end) = self.ends();
        let total = |label: &String, total| vec![label.clone(), String::new(), String::new(), self.exact(total)];
        let mut so_far = start;
        let row = |step: &Step| {
            so_far += step.part;
            let margin = step.margin.map_or(String::new(), |margin| format!("± {}", self.exact(margin)));
            vec![step.label.clone(), self.signed_exact(step.part), margin, self.exact(so_far)]
        };
        let mut rows = vec![total(&self.compared.from, start)];
        rows.extend(self.steps.iter().map(row));
        rows.push(total(&self.compared.to, end));
        let mut header: Vec<String> = ["Change", "Effect", INTERVAL, "So far"].map(str::to_owned).into();
        if !self.has_margins() {
            header.remove(2);
            for row in &mut rows {
                row.remove(2);
            }
        }
        Table { caption: self.title(), header, rows }
    }

    fn height(&self, width: f64) -> f64 {
        self.natural_height(width)
    }

    fn stops(&self, width: f64) -> Stops {
        self.bar_stops(width)
    }

    fn stop_name(&self, stop: usize) -> String {
        self.bars().into_iter().nth(stop.wrapping_sub(1)).map_or(String::new(), |bar| bar.label)
    }

    fn values(&self, stop: usize) -> Vec<(String, String)> {
        let Some(bar) = self.bars().into_iter().nth(stop.wrapping_sub(1)) else { return Vec::new() };
        let total = self.exact(bar.to);
        if bar.is_total {
            return vec![("Total".into(), total)];
        }
        let margin = bar.margin.map(|margin| (INTERVAL.to_owned(), format!("± {}", self.exact(margin))));
        let change = ("Change".to_owned(), self.signed_exact(bar.to - bar.from));
        std::iter::once(change).chain(margin).chain([("So far".to_owned(), total)]).collect()
    }

    fn paint(&self, pen: &mut super::pen::Pen<'_>) {
        self.draw(pen);
    }
}
