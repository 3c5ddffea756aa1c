//! The few strokes a picture is made of, in CSS pixels, on any of plotters' backends.

use super::text::{self, Font};
use super::theme::{Color, Theme};
use plotters::coord::Shift;
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::prelude::{DrawingArea, DrawingBackend, FontDesc, FontFamily, FontStyle, TextStyle};
use plotters::style::Color as _;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// The typeface, for every picture.
pub const FACE: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

pub(super) type Point = (i32, i32);

/// A drawing area without its type, so that pictures are compiled once for all backends.
pub(super) trait Ground {
    fn rectangle(&mut self, corners: [Point; 2], color: Color);
    fn polygon(&mut self, points: Vec<Point>, color: Color);
    fn disc(&mut self, centre: Point, radius: u32, color: Color);
    fn path(&mut self, points: Vec<Point>, color: Color, width: u32);
    fn text(&mut self, text: &str, at: Point, style: &TextStyle<'_>);
    fn text_width(&self, text: &str, style: &TextStyle<'_>) -> Option<u32>;
}

/// A drawing area that remembers the first thing that went wrong.
pub(super) struct Area<DB: DrawingBackend> {
    pub area: DrawingArea<DB, Shift>,
    pub outcome: Result<(), String>,
}

macro_rules! attempt {
    ($self:ident, $result:expr) => {
        if $self.outcome.is_ok() {
            $self.outcome = $result.map_err(|error| error.to_string());
        }
    };
}

impl<DB: DrawingBackend> Ground for Area<DB> {
    fn rectangle(&mut self, corners: [Point; 2], color: Color) {
        attempt!(self, self.area.draw(&Rectangle::new(corners, color.filled())));
    }

    fn polygon(&mut self, points: Vec<Point>, color: Color) {
        attempt!(self, self.area.draw(&Polygon::new(points, color)));
    }

    fn disc(&mut self, centre: Point, radius: u32, color: Color) {
        attempt!(self, self.area.draw(&Circle::new(centre, radius, color.filled())));
    }

    fn path(&mut self, points: Vec<Point>, color: Color, width: u32) {
        attempt!(self, self.area.draw(&PathElement::new(points, color.stroke_width(width))));
    }

    fn text(&mut self, text: &str, at: Point, style: &TextStyle<'_>) {
        attempt!(self, self.area.draw_text(text, style, at));
    }

    fn text_width(&self, text: &str, style: &TextStyle<'_>) -> Option<u32> {
        self.area.estimate_text_size(text, style).ok().map(|(width, _)| width)
    }
}

/// Which point of a text its position names; vertically it is always the middle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Align {
    Left,
    Centre,
    Right,
}

/// The direction of a hatching.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Hatch {
    Rising,
    Falling,
}

/// A rectangle in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// Draws on a ground in CSS pixels.
pub(super) struct Pen<'a> {
    pub ground: &'a mut dyn Ground,
    pub theme: &'a Theme,
    /// Units of the backend in one CSS pixel.
    pub scale: f64,
    pub width: f64,
    pub height: f64,
}

impl Pen<'_> {
    fn unit(&self, length: f64) -> i32 {
        (length * self.scale).round() as i32
    }

    fn points(&self, points: &[(f64, f64)]) -> Vec<Point> {
        points.iter().map(|(x, y)| (self.unit(*x), self.unit(*y))).collect()
    }

    fn style(&self, font: Font, color: Color, align: Align) -> TextStyle<'static> {
        let weight = if font.bold { FontStyle::Bold } else { FontStyle::Normal };
        let horizontal = match align {
            Align::Left => HPos::Left,
            Align::Centre => HPos::Center,
            Align::Right => HPos::Right,
        };
        let style = FontDesc::new(FontFamily::Name(FACE), font.size * self.scale, weight).color(&color);
        style.pos(Pos::new(horizontal, VPos::Center))
    }

    /// Text whose middle is at the height of `at`.
    pub fn text(&mut self, text: &str, at: (f64, f64), font: Font, color: Color, align: Align) {
        let style = self.style(font, color, align);
        self.ground.text(text, (self.unit(at.0), self.unit(at.1)), &style);
    }

    /// The text as this backend measures it, shortened to fit.
    pub fn fit(&self, text: &str, room: f64, font: Font) -> String {
        let style = self.style(font, self.theme.ink, Align::Left);
        let estimate = |text: &str| text::width(text, font);
        let measure = |text: &str| self.ground.text_width(text, &style).map(|width| f64::from(width) / self.scale);
        text::fit(text, room + 0.5, |text| measure(text).unwrap_or_else(|| estimate(text)))
    }

    /// A filled rectangle; at least one unit in each direction.
    pub fn fill(&mut self, frame: Frame, color: Color) {
        let (left, top) = (self.unit(frame.left), self.unit(frame.top));
        let (right, bottom) = (self.unit(frame.right).max(left + 1), self.unit(frame.bottom).max(top + 1));
        self.ground.rectangle([(left, top), (right, bottom)], color);
    }

    /// A horizontal line, `thick` pixels down from `y`.
    pub fn across(&mut self, left: f64, right: f64, y: f64, thick: f64, color: Color) {
        self.fill(Frame { left, top: y, right, bottom: y + thick }, color);
    }

    /// A vertical line, one pixel wide.
    pub fn down(&mut self, x: f64, top: f64, bottom: f64, color: Color) {
        self.fill(Frame { left: x - 0.5, top, right: x + 0.5, bottom }, color);
    }

    /// A range, as a level line with ends.
    pub fn whisker(&mut self, (left, right): (f64, f64), y: f64) {
        let color = self.theme.ink;
        self.across(left, right, y - 0.75, 1.5, color);
        for x in [left, right] {
            self.down(x, y - 3.0, y + 3.0, color);
        }
    }

    /// The outline of a rectangle, one pixel wide, inside it.
    pub fn outline(&mut self, frame: Frame, color: Color) {
        self.across(frame.left, frame.right, frame.top, 1.0, color);
        self.across(frame.left, frame.right, frame.bottom - 1.0, 1.0, color);
        self.fill(Frame { right: frame.left + 1.0, ..frame }, color);
        self.fill(Frame { left: frame.right - 1.0, ..frame }, color);
    }

    /// A filled shape.
    pub fn polygon(&mut self, points: &[(f64, f64)], color: Color) {
        let points = self.points(points);
        self.ground.polygon(points, color);
    }

    /// A filled circle.
    pub fn disc(&mut self, centre: (f64, f64), radius: f64, color: Color) {
        let centre = (self.unit(centre.0), self.unit(centre.1));
        self.ground.disc(centre, self.unit(radius).unsigned_abs(), color);
    }

    /// A line through all points.
    pub fn path(&mut self, points: &[(f64, f64)], color: Color, width: f64) {
        let points = self.points(points);
        let width = self.unit(width).max(1).unsigned_abs();
        self.ground.path(points, color, width);
    }

    /// Level lines, `step` pixels apart, that continue from rectangle to rectangle.
    pub fn stripes(&mut self, frame: Frame, step: f64, color: Color) {
        let (first, last) = ((frame.top / step).ceil(), (frame.bottom / step).floor());
        for index in 0..=((last - first).clamp(-1.0, 2000.0) as i64) {
            self.across(frame.left, frame.right, (first + index as f64) * step, 1.0, color);
        }
    }

    /// Parallel lines at 45°, `step` pixels apart, that continue from rectangle to rectangle.
    pub fn hatch(&mut self, frame: Frame, direction: Hatch, step: f64, color: Color) {
        let Frame { left, top, right, bottom } = frame;
        let (offset, span) = match direction {
            Hatch::Rising => (left + top, right - left + bottom - top),
            Hatch::Falling => (left - bottom, right - left + bottom - top),
        };
        let first = (offset / step).ceil();
        let count = ((offset + span) / step).floor() - first;
        for index in 0..=(count.clamp(-1.0, 2000.0) as i64) {
            let sum = (first + index as f64) * step;
            // The line crosses the height `y` at this x.
            let x = |y: f64| if direction == Hatch::Rising { sum - y } else { sum + y };
            let y = |x: f64| if direction == Hatch::Rising { sum - x } else { x - sum };
            let ends = [x(top), x(bottom)].map(|x| x.clamp(left, right));
            self.path(&ends.map(|x| (x, y(x))), color, 1.0);
        }
    }
}
