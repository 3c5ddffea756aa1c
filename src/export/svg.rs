//! A picture as a file of its own.

use crate::chart::svg::{escape, hex, text_element};
use crate::chart::text::{Font, fit, width as text_width, wrap};
use crate::chart::{Picture, Theme};

/// The room around a picture, in CSS pixels.
const MARGIN: f64 = 16.0;
const LINE: f64 = 20.0;

/// How a picture and its title share the room of a file, in CSS pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Poster {
    /// The lines of the title, each with the place of its middle.
    pub lines: Vec<(String, (f64, f64))>,
    /// The upper left corner of the picture.
    pub corner: (f64, f64),
    /// How wide and how high the picture is.
    pub picture: (f64, f64),
    /// How wide and how high all of it is.
    pub size: (f64, f64),
}

impl Poster {
    /// The letters of the title.
    pub const HEADING: Font = Font { size: 15.0, bold: true };

    /// That of a picture on a sheet of this width.
    pub fn of(picture: &Picture, width: f64) -> Self {
        let room = (width - 2.0 * MARGIN).max(100.0);
        let title = picture.title();
        let shortened = || vec![fit(&title, room, |text| text_width(text, Self::HEADING))];
        let lines = wrap(&title, room, Self::HEADING).unwrap_or_else(shortened);
        let top = MARGIN + LINE * lines.len() as f64 + 8.0;
        let height = picture.height_css(room);
        let place = |(index, line): (usize, String)| (line, (MARGIN, MARGIN + LINE * (index as f64 + 0.5)));
        Self {
            lines: lines.into_iter().enumerate().map(place).collect(),
            corner: (MARGIN, top),
            picture: (room, height),
            size: (width, top + height + MARGIN),
        }
    }
}

/// The picture as the text of an SVG file, `width` CSS pixels wide, with its title over it. Programs that read to people
/// find title and summary.
pub fn svg(picture: &Picture, theme: &Theme, width: f64) -> String {
    let poster = Poster::of(picture, width);
    let ((left, top), height) = (poster.corner, poster.size.1);
    let heading = |(line, at): &(String, (f64, f64))| text_element(line, *at, Poster::HEADING, theme.ink, "start");
    let headings: String = poster.lines.iter().map(heading).collect();
    let (title, summary, paper) = (escape(&picture.title()), escape(&picture.summary()), hex(theme.paper));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n<title>{title}</title>\n<desc>{summary}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>\n{headings}\
         <g transform=\"translate({left} {top})\">\n{}</g>\n</svg>\n",
        picture.shapes(theme, poster.picture.0)
    )
}
