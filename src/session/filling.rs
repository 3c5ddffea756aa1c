//! Filling: the first row or column of the selection into the others, a series into more cells, one text into all.

use super::clipboard::cells;
use super::selecting::Selection;
use super::{Changes, Mode, Pasted, Session};
use crate::model::{Path, Value};
use crate::sheet::{Cell, CellRange, CellRef, ClipCell, number};

/// What each cell gets.
type Fill = Vec<(CellRef, ClipCell)>;

impl Session {
    pub(super) fn fill_down(&mut self) -> Changes {
        let range = self.selected_range();
        let rows = self.selected_rows();
        let Some(&first) = rows.first() else { return Changes::default() };
        // One row alone is filled from the row above it.
        let (source, targets) = match rows.as_slice() {
            [_] => (self.next_row(first, -1), rows.as_slice()),
            _ => (Some(first), rows.get(1..).unwrap_or_default()),
        };
        let Some(source) = source else { return Changes::say("There is no row above to fill from") };
        let mut fill = Fill::new();
        for row in targets {
            for column in range.first.column..=range.last.column {
                self.add_fill(&mut fill, CellRef { row: source, column }, CellRef { row: *row, column });
            }
        }
        self.fill(fill).unwrap_or_else(|refused| refused)
    }

    pub(super) fn fill_right(&mut self) -> Changes {
        let CellRange { first, last } = self.selected_range();
        let (source, targets) = match first.column.checked_sub(1) {
            Some(left) if first.column == last.column => (left, first.column..=last.column),
            None if first.column == last.column => return Changes::say("There is no column on the left to fill from"),
            _ => (first.column, first.column + 1..=last.column),
        };
        let mut fill = Fill::new();
        for row in self.selected_rows() {
            for column in targets.clone() {
                self.add_fill(&mut fill, CellRef { row, column: source }, CellRef { row, column });
            }
        }
        self.fill(fill).unwrap_or_else(|refused| refused)
    }

    /// A blank cell fills nothing, and a computed one does not fill another computed one.
    fn add_fill(&self, fill: &mut Fill, from: CellRef, to: CellRef) {
        match (self.grid.cell(from), self.grid.cell(to)) {
            (Some(Cell::Computed(_)), Some(Cell::Computed(_))) => {}
            (Some(source), Some(_)) => fill.extend(source.path().map(|path| (to, self.clip_cell(path)))),
            _ => {}
        }
    }

    /// All of it as one step, or none of it and a sentence that says why.
    fn fill(&mut self, fill: Fill) -> Result<Changes, Changes> {
        let refused = |problem: String| Changes::say(format!("Nothing filled. {problem}"));
        let mut writes = Vec::new();
        for (at, cell) in &fill {
            writes.extend(self.fitted(Some(*at), cell, Pasted::All, true).map_err(refused)?);
        }
        if writes.is_empty() {
            return Err(Changes::say("There is nothing to fill here"));
        }
        let what = format!("Fill of {}", cells(writes.len()));
        let edit = self.edit_of(writes);
        let changes = self.try_record(edit, &what, None).map_err(|problem| refused(problem.to_string()))?;
        Ok(changes.and(Changes::say(what)))
    }

    pub(super) fn fill_to(&mut self, to: CellRef) -> Changes {
        let range = self.selected_range();
        let rows = self.selected_rows();
        let to = self.nearest(to);
        let shown = |rows: std::ops::Range<usize>| rows.filter(|row| self.is_row(*row)).collect::<Vec<_>>();
        // Lines that are added, outwards from the selection.
        let below = shown(range.last.row + 1..to.row + 1);
        let above: Vec<usize> = shown(to.row..range.first.row).into_iter().rev().collect();
        let right: Vec<usize> = (range.last.column + 1..to.column + 1).collect();
        let left: Vec<usize> = (to.column..range.first.column).rev().collect();
        let columns: Vec<usize> = (range.first.column..=range.last.column).collect();
        let down = below.len().max(above.len()) >= right.len().max(left.len());
        let mut fill = Fill::new();
        if down {
            let (added, back) = if above.is_empty() { (&below, false) } else { (&above, true) };
            for column in &columns {
                let line: Vec<CellRef> = rows.iter().map(|row| CellRef { row: *row, column: *column }).collect();
                let more = added.iter().map(|row| CellRef { row: *row, column: *column });
                self.add_series(&mut fill, &line, more, back);
            }
        } else {
            let (added, back) = if left.is_empty() { (&right, false) } else { (&left, true) };
            for row in &rows {
                let line: Vec<CellRef> = columns.iter().map(|column| CellRef { row: *row, column: *column }).collect();
                let more = added.iter().map(|column| CellRef { row: *row, column: *column });
                self.add_series(&mut fill, &line, more, back);
            }
        }
        let end =
            if down { CellRef { column: range.last.column, ..to } } else { CellRef { row: range.last.row, ..to } };
        let (first, last) = (CellRange::of(range.first, end).first, CellRange::of(range.last, end).last);
        if fill.is_empty() {
            return Changes::default();
        }
        let changes = match self.fill(fill) {
            Ok(changes) => changes,
            Err(refused) => return refused,
        };
        if changes.layout {
            return changes;
        }
        let active = self.selection();
        changes.and(self.set_selection(Selection::between(first, last, active)))
    }

    /// One line of the selection goes on: numbers at equal distances as a series, anything else from its start again.
    fn add_series(&self, fill: &mut Fill, line: &[CellRef], more: impl Iterator<Item = CellRef>, back: bool) {
        let line: Vec<CellRef> = if back { line.iter().rev().copied().collect() } else { line.to_vec() };
        let series = self.series(&line);
        for (index, to) in more.enumerate() {
            match series {
                Some((last, step, style)) => {
                    let number = rounded(last + step * (index + 1) as f64);
                    let text = number::edit_text(number, style);
                    fill.push((to, ClipCell::new(text)));
                }
                None => {
                    if let Some(from) = line.get(index % line.len().max(1)) {
                        self.add_fill(fill, *from, to);
                    }
                }
            }
        }
    }

    /// The last number, the distance and the style of two or more plain numbers at equal distances.
    fn series(&self, line: &[CellRef]) -> Option<(f64, f64, crate::model::Style)> {
        let mut numbers = Vec::new();
        for at in line {
            let Some(Cell::Input(path)) = self.grid.cell(*at) else { return None };
            let Some(Value::Number(number)) = self.look(path).content() else { return None };
            numbers.push((number, self.style_of(path)));
        }
        let [(first, _), .., (last, style)] = *numbers.as_slice() else { return None };
        let step = (last - first) / (numbers.len() - 1) as f64;
        let is_near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * first.abs().max(last.abs());
        let is_even =
            numbers.iter().enumerate().all(|(index, (number, _))| is_near(*number, first + step * index as f64));
        is_even.then_some((last, step, style))
    }

    /// The typed text into every selected input. If one refuses it, the editor stays open and nothing is written.
    pub(super) fn commit_all(&mut self) -> Changes {
        if self.mode == Mode::Ready || !self.is_several() {
            return self.commit_then(|_| Changes::default());
        }
        if let Some((home, _)) = self.edited_elsewhere() {
            self.open_sheet(home);
        }
        let Some(active) = self.selected_input().cloned() else { return self.drop_draft() };
        let text = self.draft.text.clone();
        let is_untouched = self.edit_text_of(&active) == text;
        let targets: Vec<Path> =
            self.selected_inputs().into_iter().filter(|path| !(is_untouched && *path == active)).collect();
        let read = |path: Path| self.read(&path, &text).map(|value| (path, value));
        let writes: Result<Vec<_>, _> = targets.into_iter().map(read).collect();
        let written = writes.and_then(|writes| {
            let what = format!("Entry into {}", cells(writes.len()));
            let edit = self.edit_of(writes);
            self.try_record(edit, &what, None).map(|changes| (changes, what))
        });
        match written {
            Ok((changes, what)) => {
                let said = if changes.plan { Changes::say(what) } else { Changes::default() };
                changes.and(self.drop_draft()).and(said)
            }
            Err(problem) => self.refuse_draft(&active, &problem),
        }
    }
}

/// Twelve digits keep 0.1, 0.2 from going on with 0.30000000000000004.
fn rounded(x: f64) -> f64 {
    format!("{x:.12e}").parse().unwrap_or(x)
}
