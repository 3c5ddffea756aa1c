//! Pictures as the shapes of SVG, in CSS pixels.

use std::fmt::Write;

use super::Picture;
use super::pen::{FACE, Ground, Pen, Point};
use super::text;
use super::theme::{Color, Theme};
use plotters::prelude::{FontStyle, TextStyle};
use plotters::style::text_anchor::HPos;

/// Units of a coordinate in one CSS pixel: one decimal.
const FINE: f64 = 10.0;

/// The text with everything that means something in XML, and everything XML cannot hold, put in other words.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push(' '),
            character if character.is_control() => escaped.push(' '),
            character => escaped.push(character),
        }
    }
    escaped
}

/// The element of a text whose middle is at the height `y`. Few programs know baselines, so it is put on one.
pub fn text_element(text: &str, (x, y): (f64, f64), font: text::Font, color: Color, anchor: &str) -> String {
    let weight = if font.bold { " font-weight=\"bold\"" } else { "" };
    let baseline = ((y + 0.35 * font.size) * FINE).round() / FINE;
    let (fill, text) = (hex(color), escape(text));
    format!(
        "<text x=\"{x}\" y=\"{baseline}\" font-family=\"{FACE}\" font-size=\"{}\"{weight} text-anchor=\"{anchor}\" \
         fill=\"{fill}\">{text}</text>\n",
        font.size
    )
}

/// `#0072b2`
pub fn hex(Color(red, green, blue): Color) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

struct Shapes(String);

fn pixels(units: impl Into<f64>) -> f64 {
    units.into() / FINE
}

fn points(points: Vec<Point>) -> String {
    let points: Vec<String> = points.into_iter().map(|(x, y)| format!("{},{}", pixels(x), pixels(y))).collect();
    points.join(" ")
}

impl Ground for Shapes {
    fn rectangle(&mut self, [(left, top), (right, bottom)]: [Point; 2], color: Color) {
        let [x, y, width, height] = [left, top, right - left, bottom - top].map(pixels);
        let fill = hex(color);
        // Writing to memory cannot fail, here and below.
        let _ = writeln!(self.0, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>");
    }

    fn polygon(&mut self, corners: Vec<Point>, color: Color) {
        let _ = writeln!(self.0, "<polygon points=\"{}\" fill=\"{}\"/>", points(corners), hex(color));
    }

    fn disc(&mut self, (x, y): Point, radius: u32, color: Color) {
        let (x, y, radius, fill) = (pixels(x), pixels(y), pixels(radius), hex(color));
        let _ = writeln!(self.0, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"/>");
    }

    fn path(&mut self, corners: Vec<Point>, color: Color, width: u32) {
        let (points, stroke, width) = (points(corners), hex(color), pixels(width));
        let _ = writeln!(
            self.0,
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"{stroke}\" stroke-width=\"{width}\"/>"
        );
    }

    fn text(&mut self, text: &str, (x, y): Point, style: &TextStyle<'_>) {
        let anchor = match style.pos.h_pos {
            HPos::Left => "start",
            HPos::Center => "middle",
            HPos::Right => "end",
        };
        let bold = matches!(style.font.get_style(), FontStyle::Bold);
        let font = text::Font { size: style.font.get_size() / FINE, bold };
        let (red, green, blue) = style.color.rgb;
        let at = (pixels(x), pixels(y));
        self.0.push_str(&text_element(text, at, font, Color(red, green, blue), anchor));
    }

    fn text_width(&self, _: &str, _: &TextStyle<'_>) -> Option<u32> {
        // Which face will be there is not known: the generous estimate.
        None
    }
}

impl Picture {
    /// The picture as SVG elements, one a line, in CSS pixels from its upper left corner.
    pub fn shapes(&self, theme: &Theme, width: f64) -> String {
        let mut shapes = Shapes(String::new());
        let height = self.height_css(width);
        self.paint(&mut Pen { ground: &mut shapes, theme, scale: FINE, width, height });
        shapes.0
    }
}
