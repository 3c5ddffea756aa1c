//! The months a possible rewrite takes, under the months of a picture.

use super::axis::Months;
use super::cumulative::Line;
use super::pen::{Align, Frame, Hatch, Pen};
use super::text::{self, SMALL, list};
use super::theme::Color;
use crate::model::Plan;

/// The space a marker takes.
const MARKER: f64 = 13.0;
/// The height of a window's bar.
const BAR: f64 = 8.0;
/// Above the first row.
const AIR: f64 = 8.0;

/// The months in which some alternatives may be rewritten.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Window {
    /// First and last month, which may lie beyond the horizon.
    pub months: (f64, f64),
    /// Names of the alternatives.
    pub names: Vec<String>,
    /// Their markers.
    markers: Vec<(usize, Color)>,
}

/// The windows of the drawn alternatives that may be rewritten, in the plan's order; equal ones are one.
pub(super) fn all(plan: &Plan, lines: &[Line]) -> Vec<Window> {
    let mut windows: Vec<Window> = Vec::new();
    for line in lines {
        let Some(rewrite) = plan.alternatives.get(line.kind).map(|alternative| &alternative.rewrite) else { continue };
        if rewrite.p.central() <= 0.0 {
            continue;
        }
        let months = (rewrite.start.central(), rewrite.start.central() + rewrite.months.central() - 1.0);
        let marker = (line.kind, line.color);
        match windows.iter_mut().find(|window| window.months == months) {
            Some(window) => {
                window.names.push(line.name.clone());
                window.markers.push(marker);
            }
            None => windows.push(Window { months, names: vec![line.name.clone()], markers: vec![marker] }),
        }
    }
    windows
}

impl Window {
    /// `months 25–39`.
    fn span(&self) -> String {
        let (first, last) = self.months;
        if first == last { format!("month {first}") } else { format!("months {first}–{last}") }
    }

    /// `months 25–39: rewrite of Go and Node.js`.
    fn label(&self) -> String {
        format!("{}: rewrite of {}", self.span(), list(&self.names))
    }

    fn width(&self) -> f64 {
        MARKER * self.markers.len() as f64 + text::width(&self.label(), SMALL)
    }
}

/// What a summary says of the windows; nothing where there is none.
pub(super) fn words(windows: &[Window], horizon: usize) -> String {
    let one = |window: &Window| {
        let beyond = match window.months {
            (first, _) if first > horizon as f64 => format!(" (after month {horizon})"),
            (_, last) if last > horizon as f64 => format!(" (past month {horizon})"),
            _ => String::new(),
        };
        format!("in {} for {}{beyond}", window.span(), list(&window.names))
    };
    let windows: Vec<String> = windows.iter().map(one).collect();
    if windows.is_empty() { String::new() } else { format!(" A rewrite, if it comes, falls {}.", list(&windows)) }
}

/// The windows that begin within the picture.
fn shown(windows: &[Window], months: Months) -> impl Iterator<Item = &Window> {
    windows.iter().filter(move |window| window.months.0 <= months.count as f64)
}

/// Left and right end of a window's bar.
fn ends(window: &Window, months: Months) -> (f64, f64) {
    (months.at(window.months.0 - 1.0), months.at(window.months.1.min(months.count as f64)))
}

/// Where a label begins that stands beside its bar; none where neither side has room.
fn beside(window: &Window, months: Months, css_width: f64) -> Option<f64> {
    let (left, right) = ends(window, months);
    let width = window.width();
    match () {
        () if left - 8.0 >= width => Some(left - 8.0 - width),
        () if right + 8.0 + width <= css_width => Some(right + 8.0),
        () => None,
    }
}

/// From one row to the next: labels stand beside their bars where there is room for all of them, else above.
fn pitch(windows: &[Window], months: Months, css_width: f64) -> f64 {
    let fits = |window: &Window| beside(window, months, css_width).is_some();
    if shown(windows, months).all(fits) { 18.0 } else { 32.0 }
}

/// The height the windows take.
pub(super) fn height(windows: &[Window], months: Months, css_width: f64) -> f64 {
    let rows = shown(windows, months).count();
    if rows == 0 { 0.0 } else { AIR + pitch(windows, months, css_width) * rows as f64 }
}

/// Draws the windows below `top`: open to the right where they run past the horizon.
pub(super) fn draw(pen: &mut Pen<'_>, windows: &[Window], months: Months, top: f64) {
    let (pitch, theme, width) = (pitch(windows, months, pen.width), pen.theme, pen.width);
    let in_line = pitch < 20.0;
    for (row, window) in shown(windows, months).enumerate() {
        let top = top + AIR + pitch * row as f64;
        let label = top + 8.0;
        let middle = if in_line { label } else { top + 22.0 };
        let (left, right) = ends(window, months);
        let bar = Frame { left, top: middle - BAR / 2.0, right, bottom: middle + BAR / 2.0 };
        pen.hatch(bar, Hatch::Rising, 5.0, theme.muted);
        pen.across(left, right, bar.top, 1.0, theme.ink);
        pen.across(left, right, bar.bottom - 1.0, 1.0, theme.ink);
        pen.down(left + 0.5, bar.top, bar.bottom, theme.ink);
        if window.months.1 <= months.count as f64 {
            pen.down(right - 0.5, bar.top, bar.bottom, theme.ink);
        }
        let above = (width - window.width()).clamp(0.0, left);
        let mut x = beside(window, months, width).filter(|_| in_line).unwrap_or(above);
        for (kind, color) in &window.markers {
            pen.marker(*kind, (x + 5.0, label), theme.graphic(*color));
            x += MARKER;
        }
        let text = pen.fit(&window.label(), width - x, SMALL);
        pen.text(&text, (x, label), SMALL, theme.muted, Align::Left);
    }
}
