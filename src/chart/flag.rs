//! Labels that hang from ticks of an axis and keep clear of each other.

use super::pen::{Align, Pen};
use super::text::{self, SMALL};
use super::theme::mix;

/// From one row of flags to the next.
pub(super) const ROW: f64 = 16.0;

/// A label under the axis: at the end of a short line that hangs from its tick.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Flag {
    pub tick: f64,
    /// Where the text begins.
    pub text: f64,
    pub width: f64,
    pub row: usize,
    pub label: String,
}

/// Finds room for labels at these ticks in a few rows, the first ones before the others. The rest stay ticks.
pub(super) fn flags(wanted: impl Iterator<Item = (f64, String)>, right: f64, rows: usize) -> Vec<Flag> {
    let flag = |(tick, label): (f64, String)| {
        let width = text::width(&label, SMALL);
        Flag { tick, text: tick.min(right - width).max(0.0), width, row: 0, label }
    };
    let mut placed: Vec<Flag> = Vec::new();
    // More than a dozen would not fit on any screen.
    for wanted in wanted.take(12) {
        let mut more = placed.clone();
        more.push(flag(wanted));
        placed = place(more, rows).unwrap_or(placed);
    }
    placed
}

/// The height all rows take under the axis.
pub(super) fn height(flags: &[Flag]) -> f64 {
    flags.iter().map(|flag| 8.0 + ROW * (flag.row + 1) as f64).fold(0.0, f64::max)
}

/// Hangs the labels from an axis.
pub(super) fn draw(pen: &mut Pen<'_>, flags: &[Flag], axis: f64) {
    let theme = pen.theme;
    for flag in flags {
        let y = axis + 16.0 + ROW * flag.row as f64;
        pen.down(flag.tick, axis, y - 7.0, mix(theme.muted, theme.paper, 0.35));
        pen.text(&flag.label, (flag.text, y), SMALL, theme.muted, Align::Left);
    }
}

/// Gives each flag a row, from right to left so that lower rows hang clear of higher ones.
fn place(mut flags: Vec<Flag>, rows: usize) -> Option<Vec<Flag>> {
    text::sort_by(&mut flags, |flag| -flag.tick);
    let mut placed: Vec<Flag> = Vec::new();
    for flag in flags {
        let free = (0..rows).map(|row| Flag { row, ..flag.clone() }).find(|flag| placed.iter().all(|o| apart(flag, o)));
        placed.push(free?);
    }
    Some(placed)
}

/// Whether neither text touches the other or the line the other hangs from.
fn apart(a: &Flag, b: &Flag) -> bool {
    const AIR: f64 = 6.0;
    let clear = |flag: &Flag, x: f64| x < flag.text - AIR || x > flag.text + flag.width + AIR;
    match a.row.cmp(&b.row) {
        std::cmp::Ordering::Equal => a.text > b.text + b.width + 2.0 * AIR || b.text > a.text + a.width + 2.0 * AIR,
        std::cmp::Ordering::Less => clear(a, b.tick),
        std::cmp::Ordering::Greater => clear(b, a.tick),
    }
}
