//! Figures about the selected cells.

use super::Session;
use crate::model::{Path, Style, Value};
use crate::sheet::{Cell, number};

/// Figures about the selected cells that hold numbers, as text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Statistics {
    /// How many cells hold something.
    pub count: usize,
    /// Name and text of each figure, such as `Sum` and `15`; none where no cell holds a number.
    pub figures: Vec<(&'static str, String)>,
}

impl Session {
    /// Figures about the selection. Ranges count with their middle. Where all numbers are per cent, so are the figures.
    pub fn statistics(&self) -> Statistics {
        let cells = self.selected_cells();
        let paths = cells.iter().filter_map(|at| self.grid.cell(*at).and_then(Cell::path));
        let full: Vec<&Path> = paths.filter(|path| self.holds_something(path)).collect();
        let numbers: Vec<(f64, Style)> =
            full.iter().filter_map(|path| Some((self.number_of(path)?, self.style_of(path)))).collect();
        let Some(&(first, style)) = numbers.first() else {
            return Statistics { count: full.len(), figures: Vec::new() };
        };
        let style = if numbers.iter().all(|(_, other)| *other == style) { style } else { Style::Plain };
        let (mut sum, mut min, mut max) = (0.0, first, first);
        for (number, _) in &numbers {
            sum += number;
            min = f64::min(min, *number);
            max = f64::max(max, *number);
        }
        let average = sum / numbers.len() as f64;
        let figures = [("Sum", sum), ("Average", average), ("Min", min), ("Max", max)];
        let figures = figures.map(|(name, figure)| (name, number::show(figure, style))).into();
        Statistics { count: full.len(), figures }
    }

    fn holds_something(&self, path: &Path) -> bool {
        match self.look(path).content() {
            Some(Value::Empty) => false,
            Some(Value::Text(text)) => !text.is_empty(),
            Some(Value::List(words)) => !words.is_empty(),
            Some(_) => true,
            None => !self.result_of(path).is_empty(),
        }
    }
}
