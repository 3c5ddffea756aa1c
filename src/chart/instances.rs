//! How many instances one alternative needs each month, what sets their number, and how many cores are busy.

use super::cumulative::TOO_LARGE;
use super::scale::Unit;
use super::stop::Stops;
use super::text::list;
use super::theme::Color;
use super::{Chart, Table};
use crate::evaluate::{Binding, Evaluation};
use crate::model::amount::number;
use crate::model::{Id, Plan};

/// Bars of one alternative's instances in each month, and a line of the cores busy at peak.
#[derive(Debug, Clone, PartialEq)]
pub struct Instances {
    pub(super) name: String,
    /// What each tier runs on.
    tiers: Vec<String>,
    pub(super) months: Vec<Fleet>,
}

/// The fleet of one month.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fleet {
    pub instances: f64,
    billed: f64,
    pub cores: f64,
    /// What sets the size of each tier.
    binding: Vec<Binding>,
}

/// What sets the size of a fleet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Limit {
    /// The same in every tier.
    One(Binding),
    /// Not the same in every tier.
    Several,
}

impl Limit {
    pub const ALL: [Self; 5] = [
        Self::One(Binding::Cpu),
        Self::One(Binding::Memory),
        Self::One(Binding::Connections),
        Self::One(Binding::Floor),
        Self::Several,
    ];

    /// The letter and the words that stand for it.
    pub fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::One(Binding::Cpu) => ("C", "CPU"),
            Self::One(Binding::Memory) => ("M", "memory"),
            Self::One(Binding::Connections) => ("N", "connections"),
            Self::One(Binding::Floor) => ("F", "floor"),
            Self::Several => ("T", "tiers differ"),
        }
    }

    /// Of Okabe and Ito's colours those the default alternatives do not use.
    pub fn color(self) -> Color {
        match self {
            Self::One(Binding::Cpu) => Color(86, 180, 233),
            Self::One(Binding::Memory) => Color(230, 159, 0),
            Self::One(Binding::Connections) => Color(204, 121, 167),
            Self::One(Binding::Floor) => Color(138, 146, 158),
            Self::Several => Color(240, 228, 66),
        }
    }
}

impl Fleet {
    pub fn limit(&self) -> Limit {
        match self.binding.split_first() {
            Some((first, rest)) if rest.iter().all(|other| other == first) => Limit::One(*first),
            Some(_) => Limit::Several,
            None => Limit::One(Binding::Floor),
        }
    }
}

/// Cores, with a decimal while it tells something.
pub(super) fn cores(cores: f64) -> String {
    number(cores, if cores < 100.0 { 1 } else { 0 })
}

impl Instances {
    /// The fleet of one alternative, without any rewrite.
    pub fn of(plan: &Plan, evaluation: &Evaluation, alternative: &Id) -> Self {
        let of = plan.alternative(alternative.as_str());
        let profile =
            |id: &Id| plan.profile(id.as_str()).map_or_else(|| id.to_string(), |profile| profile.name.clone());
        let months = evaluation.outcome(alternative.as_str()).map_or(&[][..], |outcome| &outcome.months);
        let fleet = |month: &crate::evaluate::Month| {
            let (instances, billed) = month.own.instances?;
            let fits = instances < TOO_LARGE && month.own.cores < TOO_LARGE;
            fits.then(|| Fleet { instances, billed, cores: month.own.cores, binding: month.own.binding.clone() })
        };
        Self {
            name: of.map_or_else(|| alternative.to_string(), |alternative| alternative.name.clone()),
            tiers: of.map_or_else(Vec::new, |of| of.tiers.iter().map(|tier| profile(&tier.profile)).collect()),
            months: months.iter().map(fleet).collect::<Option<_>>().unwrap_or_default(),
        }
    }

    pub(super) fn largest(&self) -> f64 {
        self.months.iter().map(|month| month.instances.max(month.cores)).fold(0.0, f64::max)
    }

    /// Months in a row with the same limit: the first and the last, counted from 1.
    pub(super) fn runs(&self) -> Vec<(usize, usize, Limit)> {
        let mut runs: Vec<(usize, usize, Limit)> = Vec::new();
        for (index, month) in self.months.iter().enumerate() {
            match runs.last_mut().filter(|run| run.2 == month.limit()) {
                Some(run) => run.1 = index + 1,
                None => runs.push((index + 1, index + 1, month.limit())),
            }
        }
        runs
    }

    /// The limits that occur.
    pub(super) fn limits(&self) -> Vec<Limit> {
        Limit::ALL.into_iter().filter(|limit| self.months.iter().any(|month| month.limit() == *limit)).collect()
    }

    /// What sets the size of each tier, with its profile where there are several.
    fn binding(&self, month: &Fleet) -> String {
        let tier = |(index, binding): (usize, &Binding)| {
            let word = Limit::One(*binding).words().1;
            match self.tiers.get(index) {
                Some(name) if month.binding.len() > 1 => format!("{name}: {word}"),
                _ => word.to_owned(),
            }
        };
        month.binding.iter().enumerate().map(tier).collect::<Vec<_>>().join(", ")
    }

    /// Which limit holds when.
    fn limits_in_words(&self) -> String {
        let runs = self.runs();
        let words = |limit: Limit| match limit {
            Limit::One(Binding::Floor) => "one instance is enough",
            Limit::One(Binding::Cpu) => "CPU sets the size",
            Limit::One(Binding::Memory) => "memory sets the size",
            Limit::One(Binding::Connections) => "connections set the size",
            Limit::Several => "the tiers differ in what sets their size",
        };
        let told: Vec<String> = if runs.len() <= 4 {
            let span =
                |first, last| if first == last { format!("month {first}") } else { format!("months {first}–{last}") };
            runs.iter().map(|(first, last, limit)| format!("in {} {}", span(*first, *last), words(*limit))).collect()
        } else {
            let count = |limit: &Limit| self.months.iter().filter(|month| month.limit() == *limit).count();
            self.limits().iter().map(|limit| format!("in {} months {}", count(limit), words(*limit))).collect()
        };
        let told = list(&told);
        told.strip_prefix("in ").map_or(String::new(), |told| format!(" In {told}."))
    }
}

impl Chart for Instances {
    fn id(&self) -> &'static str {
        "instances"
    }

    fn title(&self) -> String {
        format!("Instances and busy cores of {}{}", self.name, Unit::of(self.largest()).suffix(""))
    }

    fn missing(&self) -> Option<String> {
        let why = super::WHY_UNKNOWN;
        self.months.is_empty().then(|| format!("The number of instances of {} is unknown: {why}.", self.name))
    }

    fn summary(&self) -> String {
        let (Some(first), Some(last)) = (self.months.first(), self.months.last()) else {
            return self.missing().unwrap_or_default();
        };
        let unit = if first.instances == 1.0 { "instance" } else { "instances" };
        format!(
            "{} keeps {} {unit} in month 1 and {} in month {}, for {} and {} cores busy at peak.{}",
            self.name,
            number(first.instances, 0),
            number(last.instances, 0),
            self.months.len(),
            cores(first.cores),
            cores(last.cores),
            self.limits_in_words()
        )
    }

    fn table(&self) -> Table {
        let row = |(index, month): (usize, &Fleet)| {
            let (instances, billed) = (number(month.instances, 0), number(month.billed, 1));
            vec![(index + 1).to_string(), instances, billed, number(month.cores, 2), self.binding(month)]
        };
        let header = ["Month", "Instances", "Billed on average", "Cores busy at peak", "What sets the size"];
        Table {
            caption: format!("Instances of {} in each month", self.name),
            header: header.map(str::to_owned).into(),
            rows: self.months.iter().enumerate().map(row).collect(),
        }
    }

    fn height(&self, width: f64) -> f64 {
        self.natural_height(width)
    }

    fn stops(&self, width: f64) -> Stops {
        self.span(width).stops(0.5)
    }

    fn values(&self, stop: usize) -> Vec<(String, String)> {
        let Some(month) = stop.checked_sub(1).and_then(|index| self.months.get(index)) else { return Vec::new() };
        vec![
            ("Instances".into(), number(month.instances, 0)),
            ("Billed on average".into(), number(month.billed, 1)),
            ("Cores busy at peak".into(), cores(month.cores)),
            ("Size set by".into(), self.binding(month)),
        ]
    }

    fn paint(&self, pen: &mut super::pen::Pen<'_>) {
        self.draw(pen);
    }
}
