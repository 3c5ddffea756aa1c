//! How instances are drawn: bars in the colour and the pattern of what sets their number, named over each run of months.

use super::axis::{self, Months};
use super::instances::{Instances, Limit, cores};
use super::key;
use super::pen::{Align, Frame, Hatch, Pen};
use super::scale::{Scale, Ticks, Unit, spread};
use super::text::{BODY, SMALL, width};
use super::theme::mix;
use crate::evaluate::Binding;
use crate::model::amount::number;

const BOTTOM: f64 = 22.0;
const PITCH: f64 = 18.0;
/// The strip that names what sets the size.
const STRIP: f64 = 24.0;

impl Instances {
    /// The labels at the right: of the last bar, and of the line's end.
    fn labels(&self) -> [String; 2] {
        let last = self.months.last();
        let of = |amount: String, one: &str| format!("{amount} {one}{}", if amount == "1" { "" } else { "s" });
        [
            of(last.map_or(String::new(), |month| number(month.instances, 0)), "instance"),
            of(last.map_or(String::new(), |month| cores(month.cores)), "core"),
        ]
    }

    fn ticks(&self) -> Ticks {
        Ticks::within(0.0, self.largest(), 4.0)
    }

    pub(super) fn span(&self, css_width: f64) -> Months {
        let left = axis::room(&self.ticks(), Unit::of(self.largest()));
        let label = self.labels().iter().map(|label| width(label, BODY)).fold(60.0, f64::max) + 18.0;
        let label = label.min(css_width * 0.4);
        Months { left, right: (css_width - label).max(left + 40.0), count: self.months.len() }
    }

    /// The places of the key's entries, and the height they take; none where every run of months has room for its name.
    fn key(&self, css_width: f64) -> (Vec<(f64, f64)>, f64) {
        let months = self.span(css_width);
        let named =
            |(first, last, limit): &(usize, usize, Limit)| name(months, *first, *last, *limit) == limit.words().1;
        if self.runs().iter().all(named) {
            return (Vec::new(), 0.0);
        }
        let entry = |limit: Limit| width(&label(limit), SMALL) + 18.0;
        let places = key::rows(self.limits().into_iter().map(entry), 14.0, css_width, PITCH);
        let height = places.last().map_or(0.0, |place| place.1 + PITCH + 4.0);
        (places, height)
    }

    pub(super) fn natural_height(&self, css_width: f64) -> f64 {
        self.key(css_width).1 + STRIP + (css_width * 0.26).clamp(130.0, 200.0) + BOTTOM
    }

    pub(super) fn draw(&self, pen: &mut Pen<'_>) {
        let (months, ticks, (places, key)) = (self.span(pen.width), self.ticks(), self.key(pen.width));
        let panel = (key + STRIP, (pen.height - BOTTOM).max(key + STRIP + 40.0));
        for (limit, (x, y)) in self.limits().into_iter().zip(places) {
            let middle = y + PITCH / 2.0;
            paint(pen, limit, Frame { left: x, top: middle - 6.0, right: x + 12.0, bottom: middle + 6.0 });
            pen.text(&label(limit), (x + 17.0, middle), SMALL, pen.theme.muted, Align::Left);
        }
        let scale = Scale::new(ticks.range, (panel.1, panel.0));
        axis::grid(pen, months.plot(), scale, &ticks, Unit::of(self.largest()));
        let slot = (months.right - months.left) / months.count.max(1) as f64;
        let gap = (slot * 0.2).clamp(1.0, 4.0);
        let mut line = Vec::new();
        for (index, month) in self.months.iter().enumerate() {
            let (left, right) = (months.at(index as f64) + gap / 2.0, months.at(index as f64 + 1.0) - gap / 2.0);
            let frame = Frame { left, top: scale.at(month.instances), right, bottom: panel.1 };
            paint(pen, month.limit(), frame);
            line.push((months.at(index as f64 + 0.5), scale.at(month.cores)));
        }
        self.draw_runs(pen, months, key + STRIP - 6.0);
        pen.path(&line, pen.theme.paper, 4.5);
        pen.path(&line, pen.theme.ink, 2.0);
        axis::grid_zero(pen, months.plot(), scale);
        months.number(pen, panel.1);
        self.draw_ends(pen, months.right, scale, panel);
    }

    /// Names each run of months over its bars.
    fn draw_runs(&self, pen: &mut Pen<'_>, months: Months, y: f64) {
        for (first, last, limit) in self.runs() {
            let (left, right) = (months.at(first as f64 - 1.0) + 1.0, months.at(last as f64) - 1.0);
            pen.across(left, right, y, 1.0, pen.theme.muted);
            let text = name(months, first, last, limit);
            pen.text(text, ((left + right) / 2.0, y - 9.0), SMALL, pen.theme.muted, Align::Centre);
        }
    }

    fn draw_ends(&self, pen: &mut Pen<'_>, x: f64, scale: Scale, panel: (f64, f64)) {
        let Some(last) = self.months.last() else { return };
        let [instances, busy] = self.labels();
        let mut ends = [(scale.at(last.instances), instances), (scale.at(last.cores), busy)];
        if let [a, b] = &mut ends
            && a.0 > b.0
        {
            std::mem::swap(a, b);
        }
        let places = spread(&ends.each_ref().map(|end| end.0), PITCH, panel.0, panel.1);
        let leader = mix(pen.theme.muted, pen.theme.paper, 0.35);
        for ((y, label), place) in ends.iter().zip(places) {
            pen.path(&[(x + 2.0, *y), (x + 12.0, place)], leader, 1.0);
            let label = pen.fit(label, pen.width - x - 15.0, BODY);
            pen.text(&label, (x + 15.0, place), BODY, pen.theme.ink, Align::Left);
        }
    }
}

/// What to call a run of months: the words, the letter alone, or nothing, as there is room.
fn name(months: Months, first: usize, last: usize, limit: Limit) -> &'static str {
    let room = months.at(last as f64) - months.at(first as f64 - 1.0) - 2.0;
    let (letter, words) = limit.words();
    [words, letter].into_iter().find(|text| width(text, SMALL) <= room).unwrap_or("")
}

/// `C: CPU`.
fn label(limit: Limit) -> String {
    let (letter, words) = limit.words();
    format!("{letter}: {words}")
}

/// Fills an area in the colour and the pattern of a limit.
fn paint(pen: &mut Pen<'_>, limit: Limit, frame: Frame) {
    let (color, paper) = (pen.theme.graphic(limit.color()), pen.theme.paper);
    pen.fill(frame, color);
    match limit {
        Limit::One(Binding::Cpu) => {}
        Limit::One(Binding::Memory) => pen.hatch(frame, Hatch::Rising, 6.0, paper),
        Limit::One(Binding::Connections) => pen.hatch(frame, Hatch::Falling, 6.0, paper),
        Limit::One(Binding::Floor) => pen.stripes(frame, 4.0, paper),
        Limit::Several => {
            pen.hatch(frame, Hatch::Rising, 6.0, paper);
            pen.hatch(frame, Hatch::Falling, 6.0, paper);
        }
    }
}
