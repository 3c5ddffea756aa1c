//! How the ranking is drawn.

use super::key;
use super::pen::{Align, Frame, Hatch, Pen};
use super::ranking::{Bar, Ranking, WITH_NOISE};
use super::stop::Stops;
use super::text::{BODY, SMALL, STRONG, width, wrap};
use super::theme::mix;
use crate::model::amount::number;

const BAR: f64 = 22.0;
const LINE: f64 = 16.0;
/// From a bar to its whisker.
const WHISKER: f64 = 5.0;
/// From the last bar to the axis.
const AXIS: f64 = 12.0;

/// Where things are, in CSS pixels.
pub(super) struct Layout {
    /// Names stand over their bars instead of left of them.
    names_above: bool,
    left: f64,
    right: f64,
    /// Rows of the key that names the groups.
    key: Key,
    pitch: f64,
    first_bar: f64,
    pub height: f64,
}

enum Key {
    /// Over each part of the first bar, in one line or two.
    Direct(Vec<(f64, Vec<String>)>),
    /// Samples with names, at these positions.
    Listed(Vec<(f64, f64)>),
}

impl Ranking {
    pub(super) fn layout(&self, css_width: f64) -> Layout {
        let longest = self.bars.iter().map(|bar| width(&bar.name, BODY)).fold(0.0, f64::max);
        let names_above = longest + 10.0 > css_width * 0.26;
        let left = if names_above { 0.0 } else { longest.max(width("ruled out", SMALL)) + 12.0 };
        let right = (css_width - width("100.0", STRONG) - 8.0).max(left + 20.0);
        let key = self.key(css_width, left, right);
        let key_height = match &key {
            Key::Direct(labels) => labels.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0) as f64 * LINE,
            Key::Listed(places) => places.last().map_or(0.0, |place| place.1 + LINE + 6.0),
        };
        let pitch = if names_above { BAR + 32.0 } else { BAR + 16.0 };
        let first_bar = key_height + if names_above { 26.0 } else { 4.0 };
        let height = first_bar + pitch * self.bars.len().max(1) as f64 - (pitch - BAR)
            + AXIS
            + 20.0
            + if self.has_bands() { LINE + 2.0 } else { 0.0 };
        Layout { names_above, left, right, key, pitch, first_bar, height }
    }

    /// Group names over the first bar if all fit there, else as a list.
    fn key(&self, css_width: f64, left: f64, right: f64) -> Key {
        let direct = self.bars.first().and_then(|bar| {
            let mut from = 0.0;
            let label = |(name, points): (&String, &f64)| {
                let x = left + (right - left) * from / 100.0;
                from += points;
                let lines = wrap(name, (right - left) * points / 100.0 - 6.0, SMALL)?;
                Some((x, lines))
            };
            // Names above the bars would come between a name and its part.
            (left > 0.0).then(|| self.groups.iter().zip(&bar.points).map(label).collect::<Option<Vec<_>>>())?
        });
        if let Some(labels) = direct {
            return Key::Direct(labels);
        }
        let widths = self.groups.iter().map(|name| 18.0 + width(name, SMALL));
        Key::Listed(key::rows(widths, 12.0, css_width, LINE))
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>) {
        let layout = self.layout(pen.width);
        self.draw_key(pen, &layout);
        let bottom = layout.first_bar + layout.pitch * self.bars.len() as f64 - (layout.pitch - BAR) + AXIS;
        for (row, bar) in self.bars.iter().enumerate() {
            draw_bar(pen, &layout, bar, layout.first_bar + layout.pitch * row as f64);
        }
        let theme = pen.theme;
        pen.across(layout.left, layout.right, bottom, 1.0, mix(theme.muted, theme.paper, 0.35));
        for points in [0.0, 25.0, 50.0, 75.0, 100.0] {
            let x = layout.left + (layout.right - layout.left) * points / 100.0;
            pen.down(x.clamp(layout.left + 0.5, layout.right - 0.5), bottom, bottom + 4.0, theme.muted);
            let (at, align) = if x <= 0.0 { (x, Align::Left) } else { (x, Align::Centre) };
            pen.text(&number(points, 0), (at, bottom + 13.0), SMALL, theme.muted, align);
        }
        if self.has_bands() {
            let y = bottom + 13.0 + LINE;
            pen.whisker((layout.left, layout.left + 18.0), y);
            let what = pen.fit(WITH_NOISE, pen.width - layout.left - 24.0, SMALL);
            pen.text(&what, (layout.left + 24.0, y), SMALL, theme.muted, Align::Left);
        }
    }

    fn has_bands(&self) -> bool {
        self.bars.iter().any(|bar| bar.band.is_some())
    }

    pub(super) fn bar_stops(&self, css_width: f64) -> Stops {
        let layout = self.layout(css_width);
        let end = |bar: &Bar| layout.left + (layout.right - layout.left) * bar.score / 100.0;
        let middle = |(row, _)| layout.first_bar + layout.pitch * row as f64 + BAR / 2.0;
        let rows = self.bars.iter().enumerate().map(middle).collect();
        Stops { at: self.bars.iter().map(end).collect(), rows, plot: (layout.left, layout.right) }
    }

    fn draw_key(&self, pen: &mut Pen<'_>, layout: &Layout) {
        let theme = pen.theme;
        match &layout.key {
            Key::Direct(labels) => {
                let lowest = layout.first_bar - 4.0 - LINE / 2.0;
                for (x, lines) in labels {
                    for (up, line) in lines.iter().rev().enumerate() {
                        pen.text(line, (x + 1.0, lowest - up as f64 * LINE), SMALL, theme.muted, Align::Left);
                    }
                }
            }
            Key::Listed(places) => {
                let hue = self.bars.first().map_or(theme.muted, |bar| bar.color);
                for (index, (name, (x, y))) in self.groups.iter().zip(places).enumerate() {
                    let sample = Frame { left: *x, top: y + 2.0, right: x + 12.0, bottom: y + 14.0 };
                    pen.fill(sample, theme.shade(hue, index, self.groups.len()));
                    pen.outline(sample, theme.graphic(hue));
                    let name = pen.fit(name, pen.width - x - 18.0, SMALL);
                    pen.text(&name, (x + 17.0, y + 8.0), SMALL, theme.muted, Align::Left);
                }
            }
        }
    }
}

fn draw_bar(pen: &mut Pen<'_>, layout: &Layout, bar: &Bar, top: f64) {
    let theme = pen.theme;
    let (left, room, middle) = (layout.left, layout.right - layout.left, top + BAR / 2.0);
    let hue = theme.graphic(bar.color);
    let ruled_out = !bar.fails.is_empty();
    if layout.names_above {
        let note = if ruled_out { " · ruled out" } else { "" };
        let name = pen.fit(&bar.name, pen.width - width(note, BODY), BODY);
        pen.text(&format!("{name}{note}"), (0.0, top - 11.0), BODY, theme.ink, Align::Left);
    } else if ruled_out {
        let name = pen.fit(&bar.name, left - 12.0, BODY);
        pen.text(&name, (left - 12.0, middle - 7.0), BODY, theme.ink, Align::Right);
        pen.text("ruled out", (left - 12.0, middle + 8.0), SMALL, theme.muted, Align::Right);
    } else {
        let name = pen.fit(&bar.name, left - 12.0, BODY);
        pen.text(&name, (left - 12.0, middle), BODY, theme.ink, Align::Right);
    }
    let whole = Frame { left, top, right: left + (room * bar.score / 100.0).max(1.0), bottom: top + BAR };
    let mut from = left;
    for (index, points) in bar.points.iter().enumerate() {
        let part = Frame { left: from, right: from + room * points / 100.0, ..whole };
        from = part.right;
        let fill = if ruled_out { theme.paper } else { theme.shade(bar.color, index, bar.points.len()) };
        pen.fill(part, fill);
        let text = number(*points, 1);
        if !ruled_out && width(&text, SMALL) + 8.0 <= part.right - part.left {
            let at = ((part.left + part.right) / 2.0, middle);
            pen.text(&text, at, SMALL, theme.text_on(fill), Align::Centre);
        }
    }
    if ruled_out {
        pen.hatch(whole, Hatch::Rising, 6.0, hue);
    }
    pen.outline(whole, hue);
    from = left;
    for points in bar.points.iter().take(bar.points.len().saturating_sub(1)) {
        from += room * points / 100.0;
        let color = if ruled_out { hue } else { theme.paper };
        pen.down(from, top, top + BAR, color);
    }
    if let Some(band) = &bar.band {
        let at = |points: f64| left + room * points / 100.0;
        pen.whisker((at(band.low), at(band.high)), top + BAR + WHISKER);
    }
    pen.text(&number(bar.score, 1), (whole.right + 6.0, middle), STRONG, theme.ink, Align::Left);
}
