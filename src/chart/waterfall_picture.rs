//! How a waterfall is drawn: bars that lie, each beginning where the one above it ends.

use super::pen::{Align, Frame, Hatch, Pen};
use super::scale::{Scale, Ticks};
use super::stop::Stops;
use super::text::{BODY, Font, SMALL, STRONG, width};
use super::theme::mix;
use super::waterfall::{Bar, INTERVAL, Waterfall};

const BAR: f64 = 16.0;
const AXIS: f64 = 22.0;
/// The key of the whiskers.
const KEY: f64 = 18.0;
/// Where all totals lie above this share of the highest, bars from zero would leave no room for what differs.
const CUT: f64 = 0.6;

/// Where things are, in CSS pixels.
struct Layout {
    names_above: bool,
    left: f64,
    right: f64,
    pitch: f64,
    first: f64,
    ticks: Ticks,
    /// Whether the axis begins above zero.
    is_cut: bool,
    bottom: f64,
}

impl Layout {
    fn at(&self, amount: f64) -> f64 {
        Scale::new(self.ticks.range, (self.left, self.right)).at(amount)
    }

    fn middle(&self, row: usize) -> f64 {
        self.first + self.pitch * row as f64 + BAR / 2.0
    }
}

impl Waterfall {
    fn label(&self, bar: &Bar) -> (String, Font) {
        if bar.is_total { (self.rounded(bar.to), STRONG) } else { (self.signed(bar.to - bar.from), BODY) }
    }

    fn layout(&self, bars: &[Bar], css_width: f64) -> Layout {
        let longest = bars.iter().map(|bar| width(&bar.label, BODY)).fold(0.0, f64::max);
        let names_above = longest + 10.0 > css_width * 0.36;
        let left = if names_above { 0.0 } else { longest + 12.0 };
        let label = |bar: &Bar| {
            let (label, font) = self.label(bar);
            width(&label, font)
        };
        let right = (css_width - bars.iter().map(label).fold(0.0, f64::max) - 10.0).max(left + 20.0);
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for bar in bars {
            let margin = bar.margin.unwrap_or(0.0);
            let from = if bar.is_total { bar.to } else { bar.from };
            low = low.min(bar.to - margin).min(from);
            high = high.max(bar.to + margin).max(from);
        }
        let is_cut = low > CUT * high && high > low;
        let start = if is_cut { low - (high - low) * 0.08 } else { low.min(0.0) };
        let pitch = if names_above { BAR + 24.0 } else { BAR + 12.0 };
        let first = if names_above { 20.0 } else { 2.0 };
        let bottom = first + pitch * bars.len() as f64 - (pitch - BAR) + 10.0;
        let ticks = Ticks::within(start, high.max(0.0), 4.0);
        Layout { names_above, left, right, pitch, first, ticks, is_cut, bottom }
    }

    pub(super) fn natural_height(&self, css_width: f64) -> f64 {
        self.layout(&self.bars(), css_width).bottom + AXIS + if self.has_margins() { KEY } else { 0.0 }
    }

    pub(super) fn bar_stops(&self, css_width: f64) -> Stops {
        let bars = self.bars();
        let layout = self.layout(&bars, css_width);
        let at = bars.iter().map(|bar| layout.at(bar.to)).collect();
        Stops { at, rows: (0..bars.len()).map(|row| layout.middle(row)).collect(), plot: (0.0, css_width) }
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>) {
        let bars = self.bars();
        let layout = self.layout(&bars, pen.width);
        let theme = pen.theme;
        let pale = mix(theme.muted, theme.paper, 0.35);
        for (row, bar) in bars.iter().enumerate().take(bars.len().saturating_sub(1)) {
            pen.down(layout.at(bar.to), layout.middle(row), layout.middle(row + 1), pale);
        }
        for (row, bar) in bars.iter().enumerate() {
            self.draw_bar(pen, &layout, bar, layout.middle(row));
        }
        pen.across(layout.left, layout.right, layout.bottom, 1.0, pale);
        if layout.is_cut {
            // The axis does not begin at zero: two strokes through it.
            for x in [layout.left + 3.0, layout.left + 7.0] {
                pen.path(&[(x, layout.bottom + 4.0), (x + 4.0, layout.bottom - 4.0)], theme.muted, 1.0);
            }
        }
        for (value, label) in layout.ticks.values.iter().zip(layout.ticks.labels(self.unit())) {
            let (x, half) = (layout.at(*value), width(&label, SMALL) / 2.0);
            pen.down(x.max(0.5), layout.bottom, layout.bottom + 4.0, theme.muted);
            pen.text(&label, (x.max(half), layout.bottom + 13.0), SMALL, theme.muted, Align::Centre);
        }
        if self.has_margins() {
            let y = layout.bottom + AXIS + KEY / 2.0 - 2.0;
            pen.whisker((layout.left, layout.left + 18.0), y);
            let what = pen.fit(INTERVAL, pen.width - layout.left - 24.0, SMALL);
            pen.text(&what, (layout.left + 24.0, y), SMALL, theme.muted, Align::Left);
        }
    }

    fn draw_bar(&self, pen: &mut Pen<'_>, layout: &Layout, bar: &Bar, middle: f64) {
        let theme = pen.theme;
        let (at, room, align) = if layout.names_above {
            ((0.0, middle - BAR / 2.0 - 10.0), pen.width, Align::Left)
        } else {
            ((layout.left - 12.0, middle), layout.left - 12.0, Align::Right)
        };
        let name = pen.fit(&bar.label, room, BODY);
        if layout.names_above {
            // The line from bar to bar gives way to a name.
            let right = width(&name, BODY) + 3.0;
            pen.fill(Frame { left: 0.0, top: at.1 - 8.0, right, bottom: at.1 + 8.0 }, theme.paper);
        }
        pen.text(&name, at, BODY, theme.ink, align);
        let (from, to) = (layout.at(if bar.is_total { 0.0 } else { bar.from }), layout.at(bar.to));
        let (top, bottom) = (middle - BAR / 2.0, middle + BAR / 2.0);
        let mut frame = Frame { left: from.min(to), top, right: from.max(to).max(from.min(to) + 1.0), bottom };
        match () {
            // Of a bar whose beginning is not on the axis, only the end is drawn.
            () if bar.is_total && layout.is_cut => {
                frame = Frame { left: to - 2.0, right: to + 2.0, top: top - 2.0, bottom: bottom + 2.0 };
                pen.fill(frame, theme.ink);
            }
            () if bar.is_total => pen.fill(frame, mix(theme.ink, theme.paper, 0.25)),
            () if bar.to >= bar.from => pen.fill(frame, theme.muted),
            () => {
                pen.fill(frame, theme.paper);
                pen.hatch(frame, Hatch::Falling, 5.0, theme.muted);
                pen.outline(frame, theme.muted);
            }
        }
        let mut after = frame.right;
        if let Some(margin) = bar.margin {
            let ends = (layout.at(bar.to - margin).max(layout.left), layout.at(bar.to + margin));
            pen.whisker(ends, bottom + 4.0);
            after = after.max(ends.1);
        }
        let (label, font) = self.label(bar);
        let behind = Frame { left: after + 3.0, right: after + 8.0 + width(&label, font), top, bottom };
        pen.fill(behind, theme.paper);
        pen.text(&label, (after + 6.0, middle), font, theme.ink, Align::Left);
    }
}
