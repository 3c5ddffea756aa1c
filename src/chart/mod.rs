//! PICTURES of an evaluation, on any of plotters' backends, such as a canvas in the page, and as SVG.
//!
//! A picture holds only what is drawn, so an equal picture need not be drawn again. Everything is laid
//! out in CSS pixels from the width and height alone; the backend's own units are `scale` times as fine.

mod axis;
mod cumulative;
mod cumulative_picture;
mod flag;
mod instances;
mod instances_picture;
mod key;
mod line;
mod memory;
mod monthly;
mod monthly_picture;
mod output;
mod output_picture;
mod passing;
mod pen;
mod ranking;
mod ranking_picture;
mod rewrites;
mod rows;
pub mod scale;
mod small_cost;
mod small_ranking;
mod staff;
mod stop;
pub mod svg;
pub mod text;
pub mod theme;
mod traffic;
mod traffic_picture;
mod waterfall;
mod waterfall_picture;

pub use cumulative::CumulativeCost;
pub use instances::Instances;
pub use memory::Memory;
pub use monthly::MonthlyCost;
pub use output::Output;
pub use pen::FACE;
pub use ranking::Ranking;
pub use small_cost::SmallCost;
pub use small_ranking::SmallRanking;
pub use staff::RewriteStaff;
pub use theme::{Color, Theme};
pub use traffic::CostByTraffic;
pub use waterfall::{Amounts, Compared, Waterfall};

use crate::analyse::WHY_UNKNOWN;
use pen::{Align, Area, Pen};
use plotters::prelude::{DrawingBackend, IntoDrawingArea};
use stop::Stops;

/// The numbers of a picture, as text.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What the table shows, with the unit.
    pub caption: String,
    /// One heading per column.
    pub header: Vec<String>,
    /// The cells; the first of each row names the row.
    pub rows: Vec<Vec<String>>,
}

/// What every picture can do.
trait Chart {
    fn id(&self) -> &'static str;
    fn title(&self) -> String;
    fn summary(&self) -> String;
    fn table(&self) -> Table;
    fn missing(&self) -> Option<String>;
    fn height(&self, width: f64) -> f64;
    fn paint(&self, pen: &mut Pen<'_>);
    /// Where hover and keys stop at a width.
    fn stops(&self, width: f64) -> Stops;
    /// What a stop is called, 1 for the first.
    fn stop_name(&self, stop: usize) -> String {
        format!("Month {stop}")
    }
    /// Name and amount of everything drawn at a stop.
    fn values(&self, stop: usize) -> Vec<(String, String)>;
}

/// One picture of an evaluation.
#[derive(Debug, Clone, PartialEq)]
pub enum Picture {
    /// Scores as bars.
    Ranking(Ranking),
    /// Costs so far as lines.
    CumulativeCost(CumulativeCost),
    /// Costs by month as bars.
    MonthlyCost(MonthlyCost),
    /// Instances by month as bars, and the cores they keep busy.
    Instances(Instances),
    /// Engineering output so far as lines.
    Output(Output),
    /// Present value of the cost against traffic as lines.
    Crossover(CostByTraffic),
    /// Memory of idle tasks and connections as bars.
    Memory(Memory),
    /// Engineers a rewrite's budget pays for as bars.
    RewriteStaff(RewriteStaff),
    /// What the difference of two columns is made of, as bars.
    Waterfall(Waterfall),
    /// Scores as bars, in little.
    SmallRanking(SmallRanking),
    /// Costs so far as lines, in little.
    SmallCost(SmallCost),
}

impl Picture {
    fn chart(&self) -> &dyn Chart {
        match self {
            Self::Ranking(chart) => chart,
            Self::CumulativeCost(chart) => chart,
            Self::MonthlyCost(chart) => chart,
            Self::Instances(chart) => chart,
            Self::Output(chart) => chart,
            Self::Crossover(chart) => chart,
            Self::Memory(chart) => chart,
            Self::RewriteStaff(chart) => chart,
            Self::Waterfall(chart) => chart,
            Self::SmallRanking(chart) => chart,
            Self::SmallCost(chart) => chart,
        }
    }

    /// A name for the page, such as `monthly-cost`.
    pub fn id(&self) -> &'static str {
        self.chart().id()
    }

    /// The heading, with the unit. It is not part of the drawing.
    pub fn title(&self) -> String {
        self.chart().title()
    }

    /// What the picture says, in one to three sentences with numbers.
    pub fn summary(&self) -> String {
        self.chart().summary()
    }

    /// The numbers behind the picture.
    pub fn table(&self) -> Table {
        self.chart().table()
    }

    /// What is missing, if the picture cannot be drawn. Drawing it shows this text.
    pub fn missing(&self) -> Option<String> {
        self.chart().missing()
    }

    /// The natural height at a width, in CSS pixels.
    pub fn height_css(&self, width: f64) -> f64 {
        if self.missing().is_some() { 64.0 } else { self.chart().height(width).ceil() }
    }

    /// How many stops there are for hover and keys: months, multiples of the traffic, or bars.
    pub fn stops(&self) -> usize {
        // Their number is the same at every width.
        if self.missing().is_some() { 0 } else { self.chart().stops(640.0).at.len() }
    }

    /// The stop at a point, in CSS pixels, 1 for the first; none outside of the plot.
    pub fn stop_at(&self, width: f64, x: f64, y: f64) -> Option<usize> {
        if self.missing().is_some() { None } else { self.chart().stops(width).near(x, y) }
    }

    /// The horizontal position of a stop, in CSS pixels; the end of a bar that lies.
    pub fn crosshair(&self, width: f64, stop: usize) -> Option<f64> {
        let index = stop.checked_sub(1).filter(|_| self.missing().is_none())?;
        self.chart().stops(width).at.get(index).copied()
    }

    /// What a stop is called: `Month 7`, `Traffic × 2.5`, or the name of a bar.
    pub fn stop_name(&self, stop: usize) -> String {
        self.chart().stop_name(stop)
    }

    /// Name and amount of everything drawn at a stop, 1 for the first.
    pub fn values_at(&self, stop: usize) -> Vec<(String, String)> {
        self.chart().values(stop)
    }

    /// Draws on the whole of a backend, `scale` of whose units make one CSS pixel.
    ///
    /// # Errors
    /// The backend's first error, in its words.
    pub fn draw<DB: DrawingBackend>(&self, backend: DB, theme: &Theme, scale: f64) -> Result<(), String> {
        let (width, height) = backend.get_size();
        let (css_width, css_height) = (f64::from(width) / scale, f64::from(height) / scale);
        let mut area = Area { area: backend.into_drawing_area(), outcome: Ok(()) };
        let mut pen = Pen { ground: &mut area, theme, scale, width: css_width, height: css_height };
        self.paint(&mut pen);
        area.outcome?;
        area.area.present().map_err(|error| error.to_string())
    }

    fn paint(&self, pen: &mut Pen<'_>) {
        let everything = pen::Frame { left: 0.0, top: 0.0, right: pen.width, bottom: pen.height };
        pen.fill(everything, pen.theme.paper);
        let Some(missing) = self.missing() else { return self.chart().paint(pen) };
        // A message of any length: as many lines as it takes.
        let mut lines: Vec<String> = vec![String::new()];
        for word in missing.split(' ') {
            let line = lines.last().map_or(String::new(), |line| format!("{line} {word}").trim_start().to_owned());
            match lines.last_mut() {
                Some(last) if last.is_empty() || text::width(&line, text::BODY) <= pen.width => *last = line,
                _ => lines.push(word.to_owned()),
            }
        }
        for (index, line) in lines.iter().enumerate() {
            let y = 14.0 + 18.0 * index as f64;
            pen.text(line, (0.0, y), text::BODY, pen.theme.muted, Align::Left);
        }
    }
}
