//! The ranking in little, for columns side by side: in the plan's order, so that a row is the same alternative in all.

use super::pen::{Align, Frame, Hatch, Pen};
use super::ranking::{Bar, Ranking};
use super::stop::Stops;
use super::text::{Font, SMALL, width};
use super::theme::mix;
use super::{Chart, Table};
use crate::evaluate::Evaluation;
use crate::model::Plan;
use crate::model::amount::number;

const PITCH: f64 = 18.0;
const BAR: f64 = 12.0;
const TOP: f64 = 2.0;
/// The score behind a bar.
const SCORE: Font = Font { bold: true, ..SMALL };

/// Bars of points from 0 to 100.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallRanking {
    ranking: Ranking,
}

impl SmallRanking {
    /// The ranking by the plan's form of score.
    pub fn of(plan: &Plan, evaluation: &Evaluation) -> Self {
        Self { ranking: Ranking::of(plan, evaluation) }
    }

    /// In the plan's order, each with its place in the ranking.
    fn rows(&self) -> Vec<(usize, &Bar)> {
        let mut rows: Vec<(usize, &Bar)> = self.ranking.bars.iter().enumerate().collect();
        super::text::sort_by(&mut rows, |(_, bar)| bar.kind as f64);
        rows
    }

    /// The place in the ranking of the row at a stop.
    fn ranked(&self, stop: usize) -> usize {
        self.rows().get(stop.wrapping_sub(1)).map_or(0, |(place, _)| place + 1)
    }

    /// Left and right end of the bars of 0 and 100 points.
    fn plot(&self, css_width: f64) -> (f64, f64) {
        let longest = self.ranking.bars.iter().map(|bar| width(&bar.name, SMALL)).fold(0.0, f64::max);
        let left = (longest + 6.0).min(css_width * 0.42);
        (left, (css_width - width("100.0", SCORE) - 5.0).max(left + 10.0))
    }
}

impl Chart for SmallRanking {
    fn id(&self) -> &'static str {
        "small-ranking"
    }

    fn title(&self) -> String {
        self.ranking.title()
    }

    fn missing(&self) -> Option<String> {
        self.ranking.missing()
    }

    fn summary(&self) -> String {
        self.ranking.summary()
    }

    fn table(&self) -> Table {
        self.ranking.table()
    }

    fn height(&self, _: f64) -> f64 {
        2.0 * TOP + PITCH * self.ranking.bars.len() as f64
    }

    fn stops(&self, css_width: f64) -> Stops {
        let plot = self.plot(css_width);
        let rows = self.rows();
        let end = |(_, bar): &(usize, &Bar)| plot.0 + (plot.1 - plot.0) * bar.score / 100.0;
        let middle = |row: usize| TOP + PITCH * (row as f64 + 0.5);
        Stops { at: rows.iter().map(end).collect(), rows: (0..rows.len()).map(middle).collect(), plot }
    }

    fn stop_name(&self, stop: usize) -> String {
        self.ranking.stop_name(self.ranked(stop))
    }

    fn values(&self, stop: usize) -> Vec<(String, String)> {
        self.ranking.values(self.ranked(stop))
    }

    fn paint(&self, pen: &mut Pen<'_>) {
        let theme = pen.theme;
        let (left, right) = self.plot(pen.width);
        for (row, (_, bar)) in self.rows().into_iter().enumerate() {
            let middle = TOP + PITCH * (row as f64 + 0.5);
            let name = pen.fit(&bar.name, left - 6.0, SMALL);
            pen.text(&name, (left - 6.0, middle), SMALL, theme.ink, Align::Right);
            // All of the 100 points, so that columns can be compared by what is empty, too.
            let room = Frame { left, right, top: middle - BAR / 2.0, bottom: middle + BAR / 2.0 };
            pen.fill(room, mix(theme.rule, theme.paper, 0.5));
            let whole = Frame { right: left + ((right - left) * bar.score / 100.0).max(1.0), ..room };
            let hue = theme.graphic(bar.color);
            if bar.fails.is_empty() {
                pen.fill(whole, hue);
            } else {
                pen.fill(whole, theme.paper);
                pen.hatch(whole, Hatch::Rising, 5.0, hue);
                pen.outline(whole, hue);
            }
            pen.text(&number(bar.score, 1), (pen.width, middle), SCORE, theme.ink, Align::Right);
        }
        pen.down(left - 0.5, TOP, TOP + PITCH * self.ranking.bars.len() as f64, theme.muted);
    }
}
