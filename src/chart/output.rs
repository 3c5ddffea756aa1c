//! What each alternative's engineers get done, month by month, and when the first release is complete.

use super::cumulative::{Line, TOO_LARGE};
use super::scale::Unit;
use super::stop::Stops;
use super::text::list;
use super::theme;
use super::{Chart, Table};
use crate::evaluate::Evaluation;
use crate::model::Plan;
use crate::model::amount::number;

/// Lines of the engineering output so far, one per alternative, with the scope of the first release.
#[derive(Debug, Clone, PartialEq)]
pub struct Output {
    pub(super) months: usize,
    /// Engineer-months done after each month (the sum of E25).
    pub(super) lines: Vec<Line>,
    /// Of each line.
    pub(super) releases: Vec<Release>,
}

/// The first release of an alternative.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Release {
    /// E24, engineer-months.
    pub scope: f64,
    /// E26; none if not within the horizon.
    pub month: Option<f64>,
}

impl Output {
    /// The output of a plan's alternatives.
    pub fn of(plan: &Plan, evaluation: &Evaluation) -> Self {
        let (mut lines, mut releases, mut months) = (Vec::new(), Vec::new(), 0);
        for (kind, (alternative, outcome)) in plan.alternatives.iter().zip(&evaluation.alternatives).enumerate() {
            months = months.max(outcome.months.len());
            let mut done = 0.0;
            let mut costs = vec![0.0];
            for month in &outcome.months {
                done += month.people.capacity;
                costs.push(done);
            }
            let scope = plan.team.mvp_scope.central() * alternative.team.scope_factor.central();
            if done < TOO_LARGE && scope < TOO_LARGE {
                let color = theme::parse(&alternative.color);
                lines.push(Line { name: alternative.name.clone(), color, kind, costs });
                releases.push(Release { scope, month: outcome.mvp_month });
            }
        }
        Self { months, lines, releases }
    }

    /// The highest point of the picture.
    pub(super) fn largest(&self) -> f64 {
        let reached = self.lines.iter().map(Line::last).fold(0.0, f64::max);
        // A scope far beyond what anybody reaches would press the lines to the ground.
        let scope = self.releases.iter().map(|release| release.scope).fold(0.0, f64::max);
        reached.max(scope.min(reached * 2.0))
    }

    /// Each scope that occurs, rising, with the names it belongs to; no names where it is everybody's.
    pub(super) fn scopes(&self) -> Vec<(f64, Vec<String>)> {
        let mut scopes: Vec<(f64, Vec<String>)> = Vec::new();
        for (line, release) in self.lines.iter().zip(&self.releases).filter(|(_, release)| release.scope > 0.0) {
            match scopes.iter_mut().find(|(scope, _)| *scope == release.scope) {
                Some((_, names)) => names.push(line.name.clone()),
                None => scopes.push((release.scope, vec![line.name.clone()])),
            }
        }
        super::text::sort_by(&mut scopes, |scope| scope.0);
        if let [(_, names)] = scopes.as_mut_slice() {
            names.clear();
        }
        scopes
    }

    /// Month and name of each first release within the horizon.
    pub(super) fn released(&self) -> Vec<(f64, &Line, &Release)> {
        let lines = self.lines.iter().zip(&self.releases);
        let mut released: Vec<(f64, &Line, &Release)> =
            lines.filter_map(|(line, release)| Some((release.month?, line, release))).collect();
        super::text::sort_by(&mut released, |released| released.0);
        released
    }
}

impl Chart for Output {
    fn id(&self) -> &'static str {
        "output"
    }

    fn title(&self) -> String {
        format!("Engineering output so far, engineer-months{}", Unit::of(self.largest()).suffix(""))
    }

    fn missing(&self) -> Option<String> {
        self.lines.is_empty().then(|| "The output is too large to draw: check the number of engineers.".into())
    }

    fn summary(&self) -> String {
        if let Some(missing) = self.missing() {
            return missing;
        }
        let released = self.released();
        let one = |(month, line, _): &(f64, &Line, &Release)| format!("{} in month {}", line.name, number(*month, 1));
        let told: Vec<String> = released.iter().map(one).collect();
        let mut text = match told.as_slice() {
            [] => format!("No alternative completes the first release within {} months.", self.months),
            told => format!("The first release is complete with {}.", list(told)),
        };
        let late = |(line, release): (&Line, &Release)| release.month.is_none().then(|| line.name.clone());
        let late: Vec<String> = self.lines.iter().zip(&self.releases).filter_map(late).collect();
        if !told.is_empty() && !late.is_empty() {
            text.push_str(&format!(" Not within {} months: {}.", self.months, list(&late)));
        }
        let done = |line: &Line| format!("{} {}", line.name, number(line.last(), 0));
        let done: Vec<String> = self.lines.iter().map(done).collect();
        text + &format!(" Engineer-months done after {} months: {}.", self.months, list(&done))
    }

    fn table(&self) -> Table {
        let row = |month: usize| {
            let done =
                self.lines.iter().map(|line| line.costs.get(month).map_or(String::new(), |done| number(*done, 1)));
            let within = |(at, ..): &&(f64, &Line, &Release)| (at.ceil() as usize).max(1) == month;
            let released = self.released();
            let released =
                released.iter().filter(within).map(|(at, line, _)| format!("{} {}", line.name, number(*at, 1)));
            let released: Vec<String> = released.collect();
            std::iter::once(month.to_string()).chain(done).chain([released.join("; ")]).collect()
        };
        let names = self.lines.iter().map(|line| line.name.clone());
        Table {
            caption: "Engineer-months done by the end of each month".into(),
            header: std::iter::once("Month".into()).chain(names).chain(["First release".into()]).collect(),
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
        let value = |line: &Line| Some((line.name.clone(), number(*line.costs.get(month)?, 1)));
        self.lines.iter().filter(|_| month > 0).filter_map(value).collect()
    }

    fn paint(&self, pen: &mut super::pen::Pen<'_>) {
        self.draw(pen);
    }
}
