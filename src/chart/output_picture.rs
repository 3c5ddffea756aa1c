//! How engineering output is drawn: lines with the scope across them, and the first releases named under the axis.

use super::axis::{self, Months};
use super::cumulative::Line;
use super::flag::{self, Flag};
use super::key;
use super::line::{PITCH, Stroke, label_room};
use super::output::Output;
use super::pen::{Align, Pen};
use super::scale::{Scale, Ticks, Unit};
use super::text::{self, BODY, SMALL, list, width};
use super::theme::Color;
use crate::model::amount::number;

const TOP: f64 = 10.0;
const MONTHS: f64 = 22.0;
/// From one row of the list of first releases to the next, and the space of a marker.
const ROW: f64 = 17.0;
const MARKER: f64 = 13.0;
/// From one name of a scope to the next.
const LABEL: f64 = 15.0;

impl Output {
    fn ticks(&self) -> Ticks {
        Ticks::within(0.0, self.largest(), 4.0)
    }

    fn labels(&self) -> Vec<String> {
        self.lines.iter().map(|line| format!("{} {}", number(line.last(), 0), line.name)).collect()
    }

    pub(super) fn span(&self, css_width: f64) -> Months {
        let left = axis::room(&self.ticks(), Unit::of(self.largest()));
        let label = self.labels().iter().map(|label| width(label, BODY)).fold(0.0, f64::max) + 30.0;
        let right = css_width - label.min(css_width * if css_width < 480.0 { 0.46 } else { 0.34 });
        Months { left, right: right.max(left + 40.0), count: self.months }
    }

    /// Labels of the first releases that hang from the axis; none where there is no room for all of them.
    fn flags(&self, css_width: f64) -> Vec<Flag> {
        let months = self.span(css_width);
        let label = |(month, line, _): (f64, &Line, _)| {
            let name = text::fit(&line.name, 140.0, |name| width(name, SMALL));
            (months.at(month), format!("{name} {}", number(month, 1)))
        };
        let released = self.released();
        let count = released.len();
        let flags = flag::flags(released.into_iter().map(label), css_width - 2.0, 4);
        if flags.len() == count { flags } else { Vec::new() }
    }

    /// The same as a list under the months, where they do not hang from the axis: name, number and place.
    fn listed(&self, css_width: f64) -> Vec<(String, usize, Color, (f64, f64))> {
        if !self.flags(css_width).is_empty() {
            return Vec::new();
        }
        let released = self.released();
        let name = |(month, line, _): &(f64, &Line, &_)| format!("{} {}", number(*month, 1), line.name);
        let widths = released.iter().map(|release| width(&name(release), SMALL) + MARKER);
        let places = key::rows(widths, 12.0, css_width, ROW);
        released.iter().zip(places).map(|(release, at)| (name(release), release.1.kind, release.1.color, at)).collect()
    }

    pub(super) fn natural_height(&self, css_width: f64) -> f64 {
        let panel = (css_width * 0.3).clamp(150.0, 230.0).max(label_room(self.lines.len()) + PITCH);
        let list = self.listed(css_width).last().map_or(0.0, |last| last.3.1 + 2.0 * ROW + 4.0);
        TOP + panel + flag::height(&self.flags(css_width)) + MONTHS + list
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>) {
        let (months, ticks, flags) = (self.span(pen.width), self.ticks(), self.flags(pen.width));
        let under = flag::height(&flags);
        let listed = self.listed(pen.width);
        let list = listed.last().map_or(0.0, |last| last.3.1 + 2.0 * ROW + 4.0);
        let panel = (TOP, (pen.height - MONTHS - under - list).max(TOP + 40.0));
        let scale = Scale::new(ticks.range, (panel.1, panel.0));
        months.years(pen, panel.0, panel.1);
        axis::grid(pen, months.plot(), scale, &ticks, Unit::of(self.largest()));
        self.draw_scopes(pen, months, scale, panel);
        let stroke = |(line, label): (&Line, String)| {
            let place = |(month, done): (usize, &f64)| (months.at(month as f64), scale.at(*done));
            Stroke {
                kind: line.kind,
                color: line.color,
                points: line.costs.iter().enumerate().map(place).collect(),
                label,
            }
        };
        let strokes: Vec<Stroke> = self.lines.iter().zip(self.labels()).map(stroke).collect();
        pen.strokes(&strokes, months.right, panel);
        for (month, _, release) in self.released() {
            let (x, y) = (months.at(month), scale.at(release.scope));
            pen.down(x, y, panel.1 + 5.0, pen.theme.muted);
            pen.ring((x, y));
        }
        flag::draw(pen, &flags, panel.1);
        months.number(pen, panel.1 + under);
        let top = panel.1 + under + MONTHS;
        if !listed.is_empty() {
            pen.text("First release, month", (0.0, top + 10.0), SMALL, pen.theme.muted, Align::Left);
        }
        for (name, kind, color, (x, y)) in listed {
            let y = top + y + ROW + 10.0;
            pen.marker(kind, (x + 5.0, y), pen.theme.graphic(color));
            let name = pen.fit(&name, pen.width - x - MARKER, SMALL);
            pen.text(&name, (x + MARKER, y), SMALL, pen.theme.muted, Align::Left);
        }
    }

    /// A dashed line at each scope, named above the highest where the lines of output are not: right while they are
    /// higher, else left.
    fn draw_scopes(&self, pen: &mut Pen<'_>, months: Months, scale: Scale, panel: (f64, f64)) {
        let mut scopes = self.scopes();
        scopes.retain(|(scope, _)| scale.at(*scope) >= panel.0 - 0.5);
        // From the top down, as positions rise.
        scopes.reverse();
        let is_high = scopes.first().is_some_and(|(scope, _)| *scope > self.largest() / 2.0);
        let (x, align) = if is_high { (months.left + 4.0, Align::Left) } else { (months.right - 8.0, Align::Right) };
        let amount = |scope: f64| number(scope, if scope.fract() == 0.0 { 0 } else { 1 });
        let label = |(scope, names): &(f64, Vec<String>)| match names.as_slice() {
            [] => format!("scope {}", amount(*scope)),
            names => format!("scope {}: {}", amount(*scope), list(names)),
        };
        let mut labels: Vec<String> = scopes.iter().map(label).collect();
        let (Some((highest, _)), Some((lowest, _))) = (scopes.first(), scopes.last()) else { return };
        // Where names do not fit between the lines of output, the amounts alone.
        if labels.iter().any(|label| width(label, SMALL) > (months.right - months.left) * 0.55) {
            let range = if highest > lowest { format!(" to {}", amount(*highest)) } else { String::new() };
            labels = vec![format!("scope {}{range}", amount(*lowest))];
        }
        let above = scale.at(*highest) - LABEL * labels.len() as f64;
        let first = if above >= panel.0 { above } else { scale.at(*lowest) + 2.0 };
        for (scope, _) in &scopes {
            let at = scale.at(*scope);
            pen.dashed((months.left, at), (months.right, at), pen.theme.muted);
        }
        for (index, label) in labels.iter().enumerate() {
            let y = first + LABEL * index as f64 + LABEL / 2.0 - 1.0;
            pen.text(label, (x, y), SMALL, pen.theme.muted, align);
        }
    }
}
