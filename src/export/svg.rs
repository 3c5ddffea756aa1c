//! A picture as a file of its own.

use crate::chart::svg::{escape, hex, text_element};
use crate::chart::text::{Font, fit, width as text_width, wrap};
use crate::chart::{Picture, Theme};

const HEADING: Font = Font { size: 15.0, bold: true };
const LINE: f64 = 20.0;
const MARGIN: f64 = 16.0;

/// The picture as the text of an SVG file, `width` CSS pixels wide, with its title over it. Programs that read to people
/// find title and summary.
pub fn svg(picture: &Picture, theme: &Theme, width: f64) -> String {
    let room = (width - 2.0 * MARGIN).max(100.0);
    let title = picture.title();
    let shortened = || vec![fit(&title, room, |text| text_width(text, HEADING))];
    let lines = wrap(&title, room, HEADING).unwrap_or_else(shortened);
    let top = MARGIN + LINE * lines.len() as f64 + 8.0;
    let height = top + picture.height_css(room) + MARGIN;
    let headings = lines.iter().enumerate().map(|(index, line)| {
        let at = (MARGIN, MARGIN + LINE * (index as f64 + 0.5));
        text_element(line, at, HEADING, theme.ink, "start")
    });
    let (title, summary, paper) = (escape(&title), escape(&picture.summary()), hex(theme.paper));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n<title>{title}</title>\n<desc>{summary}</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{paper}\"/>\n{}\
         <g transform=\"translate({MARGIN} {top})\">\n{}</g>\n</svg>\n",
        headings.collect::<String>(),
        picture.shapes(theme, room)
    )
}
