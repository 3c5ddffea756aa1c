//! PICTURES of an evaluation, on any of plotters' backends: a canvas in the page, SVG in tests.
//!
//! A picture holds only what is drawn, so an equal picture need not be drawn again. Everything is laid
//! out in CSS pixels from the width and height alone; the backend's own units are `scale` times as fine.

mod axis;
mod cumulative;
mod cumulative_picture;
mod line;
mod monthly;
mod monthly_picture;
mod passing;
mod pen;
mod ranking;
mod ranking_picture;
pub mod scale;
pub mod text;
pub mod theme;

pub use cumulative::CumulativeCost;
pub use monthly::MonthlyCost;
pub use pen::FACE;
pub use ranking::Ranking;
pub use theme::{Color, Theme};

use axis::Months;
use pen::{Align, Area, Pen};
use plotters::prelude::{DrawingBackend, IntoDrawingArea};

/// Why a cost can be unknown.
const WHY_UNKNOWN: &str = "an instance has too little memory for one copy";

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
    fn months(&self, _width: f64) -> Option<Months> {
        None
    }
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
}

impl Picture {
    fn chart(&self) -> &dyn Chart {
        match self {
            Self::Ranking(chart) => chart,
            Self::CumulativeCost(chart) => chart,
            Self::MonthlyCost(chart) => chart,
        }
    }

    /// A name for the page: `ranking`, `cumulative-cost` or `monthly-cost`.
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

    /// The horizontal position of a month's value, in CSS pixels; none for a picture without months.
    pub fn crosshair(&self, width: f64, month: usize) -> Option<f64> {
        let months = self.chart().months(width)?;
        // A bar stands between the beginning and the end of its month.
        let back = if matches!(self, Self::MonthlyCost(_)) { 0.5 } else { 0.0 };
        (1..=months.count).contains(&month).then(|| months.at(month as f64 - back))
    }

    /// The month at a horizontal position, in CSS pixels; none outside of the plot.
    pub fn month_at(&self, width: f64, x: f64) -> Option<usize> {
        let months = self.chart().months(width)?;
        let passed = months.passed(x)?;
        let month = if matches!(self, Self::MonthlyCost(_)) { passed.ceil() } else { passed.round() };
        Some((month as usize).clamp(1, months.count.max(1)))
    }

    /// How many months the picture has, for moving from one to the next by keyboard.
    pub fn months(&self) -> usize {
        if self.missing().is_some() {
            return 0;
        }
        match self {
            Self::Ranking(_) => 0,
            Self::CumulativeCost(chart) => chart.months,
            Self::MonthlyCost(chart) => chart.months,
        }
    }

    /// Name and amount of everything drawn in a month, 1 for the first.
    pub fn values_at(&self, month: usize) -> Vec<(String, String)> {
        match self {
            Self::Ranking(_) => Vec::new(),
            Self::CumulativeCost(chart) => chart.values(month),
            Self::MonthlyCost(chart) => chart.values(month),
        }
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
