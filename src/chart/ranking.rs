//! Which alternative scores how much, and what the score is made of.

use super::stop::Stops;
use super::text::{list, sort_by};
use super::theme::{self, Color};
use super::{Chart, Table};
use crate::analyse::{Band, failed_must_haves, noise, overlap};
use crate::evaluate::{Evaluation, Outcome};
use crate::model::Plan;
use crate::model::amount::{number, percent};

/// More groups than this are drawn as one.
const MOST_GROUPS: usize = 8;

/// What a whisker shows.
pub(super) const WITH_NOISE: &str = "P10–P90, each score ±1";

/// Bars of points, one per alternative, the best on top.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// The groups of criteria, in the order of the parts of each bar.
    pub(super) groups: Vec<String>,
    pub(super) bars: Vec<Bar>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bar {
    /// The alternative's number in the plan.
    pub kind: usize,
    pub name: String,
    pub color: Color,
    pub score: f64,
    /// Where the score lies when every score of it may be off by a point.
    pub band: Option<Band>,
    /// What each group brings.
    pub points: Vec<f64>,
    /// The must-haves it fails, with score and threshold.
    pub fails: Vec<String>,
}

impl Ranking {
    /// The ranking by the plan's form of score.
    pub fn of(plan: &Plan, evaluation: &Evaluation) -> Self {
        let bands = noise(plan, evaluation);
        let mut bars: Vec<Bar> =
            evaluation.alternatives.iter().filter_map(|outcome| bar(plan, outcome, &bands)).collect();
        sort_by(&mut bars, |bar| -bar.score);
        let groups = group(plan, &mut bars);
        Self { groups, bars }
    }
}

fn bar(plan: &Plan, outcome: &Outcome, bands: &[Band]) -> Option<Bar> {
    let kind = plan.alternatives.iter().position(|alternative| alternative.id == outcome.id)?;
    let alternative = plan.alternatives.get(kind)?;
    let score = outcome.score.in_form(plan);
    Some(Bar {
        kind,
        name: alternative.name.clone(),
        color: theme::parse(&alternative.color),
        score: score.filter(|score| score.is_finite())?,
        band: bands.iter().find(|band| band.id == outcome.id).cloned(),
        points: outcome.score.by_group.clone(),
        fails: failed_must_haves(plan, outcome),
    })
}

/// Leaves out groups that bring nobody anything, and joins the smallest where there are too many.
fn group(plan: &Plan, bars: &mut [Bar]) -> Vec<String> {
    let brings: Vec<f64> = (0..plan.groups.len())
        .map(|index| bars.iter().filter_map(|bar| bar.points.get(index)).copied().fold(0.0, f64::max))
        .collect();
    let mut kept: Vec<usize> = (0..brings.len()).filter(|index| brings.get(*index).is_some_and(|b| *b > 0.0)).collect();
    let total = kept.len();
    if total > MOST_GROUPS {
        let most = |index: &usize| brings.get(*index).copied().unwrap_or(0.0);
        sort_by(&mut kept, |index| -most(index));
        kept.truncate(MOST_GROUPS - 1);
        sort_by(&mut kept, |index| *index as f64);
    }
    for bar in bars {
        let mut points: Vec<f64> = kept.iter().filter_map(|index| bar.points.get(*index).copied()).collect();
        if kept.len() < total {
            points.push((bar.points.iter().sum::<f64>() - points.iter().sum::<f64>()).max(0.0));
        }
        bar.points = points;
    }
    let mut names: Vec<String> =
        kept.iter().filter_map(|index| plan.groups.get(*index)).map(|group| group.name.clone()).collect();
    if kept.len() < total {
        names.push(format!("{} more groups", total - kept.len()));
    }
    names
}

impl Bar {
    /// `76.3–82.1`.
    fn band(&self) -> String {
        self.band.as_ref().map_or(String::new(), |band| format!("{}–{}", number(band.low, 1), number(band.high, 1)))
    }
}

/// Whether the bands of the two best leave open which is better.
fn compared(first: &Bar, second: &Bar) -> String {
    let (Some(a), Some(b)) = (&first.band, &second.band) else { return String::new() };
    let shared = match overlap(a, b) {
        0.0 => "the two do not overlap".to_owned(),
        share => format!("the two overlap by {}", percent(share)),
    };
    format!(
        " With every score off by up to a point, {} lies within {} and {} within {} in 8 cases of 10: {shared}.",
        first.name,
        first.band(),
        second.name,
        second.band()
    )
}

impl Chart for Ranking {
    fn id(&self) -> &'static str {
        "ranking"
    }

    fn title(&self) -> String {
        "Score, points of 100".into()
    }

    fn missing(&self) -> Option<String> {
        self.bars.is_empty().then(|| "No criterion counts yet, so there is no score: set a weight.".into())
    }

    fn summary(&self) -> String {
        if let Some(missing) = self.missing() {
            return missing;
        }
        let (out, ranked): (Vec<&Bar>, Vec<&Bar>) = self.bars.iter().partition(|bar| !bar.fails.is_empty());
        let scored = |bar: &&Bar| format!("{} {}", bar.name, number(bar.score, 1));
        let mut sentences = match ranked.as_slice() {
            [] => "Every alternative is ruled out.".to_owned(),
            [only] => format!("{} scores {} of 100.", only.name, number(only.score, 1)),
            [first, second, rest @ ..] => {
                let rest: Vec<String> = std::iter::once(second).chain(rest).map(scored).collect();
                let (best, next) = (number(first.score, 1), number(second.score, 1));
                if best == next {
                    format!("{} and {} both score {best} of 100", first.name, second.name)
                        + &match rest.get(1..) {
                            Some(rest) if !rest.is_empty() => format!("; {} follow.", list(rest)),
                            _ => ".".into(),
                        }
                } else {
                    let follow = if rest.len() == 1 { "follows" } else { "follow" };
                    format!("{} scores highest, {best} of 100; {} {follow}.", first.name, list(&rest))
                }
            }
        };
        if let [first, second, ..] = ranked.as_slice() {
            sentences.push_str(&compared(first, second));
        }
        for bar in out {
            sentences.push_str(&format!(" {} is ruled out because {}.", scored(&bar), list(&bar.fails)));
        }
        sentences
    }

    fn table(&self) -> Table {
        let header = ["Alternative", "Score", WITH_NOISE].into_iter().chain(self.groups.iter().map(String::as_str));
        let row = |bar: &Bar| {
            let points = bar.points.iter().map(|points| number(*points, 1));
            let out =
                if bar.fails.is_empty() { "met".into() } else { format!("ruled out because {}", list(&bar.fails)) };
            [bar.name.clone(), number(bar.score, 1), bar.band()].into_iter().chain(points).chain([out]).collect()
        };
        Table {
            caption: "Score and the points each group of criteria brings, of 100".into(),
            header: header.chain(["Must-haves"]).map(str::to_owned).collect(),
            rows: self.bars.iter().map(row).collect(),
        }
    }

    fn height(&self, width: f64) -> f64 {
        self.layout(width).height
    }

    fn stops(&self, width: f64) -> Stops {
        self.bar_stops(width)
    }

    fn stop_name(&self, stop: usize) -> String {
        self.bars.get(stop.wrapping_sub(1)).map_or(String::new(), |bar| bar.name.clone())
    }

    fn values(&self, stop: usize) -> Vec<(String, String)> {
        let Some(bar) = self.bars.get(stop.wrapping_sub(1)) else { return Vec::new() };
        let points = self.groups.iter().zip(&bar.points).map(|(group, points)| (group.clone(), number(*points, 1)));
        let band = bar.band.as_ref().map(|_| (WITH_NOISE.to_owned(), bar.band()));
        std::iter::once(("Score".to_owned(), number(bar.score, 1))).chain(band).chain(points).collect()
    }

    fn paint(&self, pen: &mut super::pen::Pen<'_>) {
        self.draw(pen);
    }
}
