//! Which rows of a long sheet are on the page: those in sight and some around them. A browser lays a table of thousands
//! of cells out anew whenever one of them changes, which takes longer than a key press may.

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::app::App;
use super::{dom, overlay};
use crate::session::Session;

/// Sheets with fewer rows are on the page whole.
const LONG: usize = 100;
/// Rows above and below those in sight, so that scrolling finds them there.
const MARGIN: usize = 4;
/// The window moves by so many rows at a time.
const STRIDE: usize = 4;
/// The height of a row before one can be measured, in pixels.
const GUESS: f64 = 28.0;

/// The rows on the page, as places among those that are not hidden: from the first up to before the last.
#[derive(Debug, Clone, Copy)]
pub struct RowWindow(RwSignal<(usize, usize)>);

impl RowWindow {
    /// The first rows.
    pub fn new() -> Self {
        Self(RwSignal::new((0, LONG / 2)))
    }

    /// The rows on the page, followed.
    pub fn get(self) -> (usize, usize) {
        self.0.get()
    }

    /// The first and the last row on the page, of a long sheet; none of one that is there whole.
    pub fn on_page(self, app: App) -> Option<(usize, usize)> {
        let shown = app.read(shown_rows);
        let (first, end) = self.0.get_untracked();
        let last = end.min(shown.len()).checked_sub(1)?;
        is_long(shown.len()).then(|| Some((*shown.get(first)?, *shown.get(last)?)))?
    }

    /// Looks where the sheet has been scrolled to.
    pub fn follow(self, scroll: &HtmlElement) {
        let height = row_height(scroll);
        let in_sight = f64::from(scroll.client_height()).max(height);
        let first = count(f64::from(scroll.scroll_top()) / height).saturating_sub(MARGIN) / STRIDE * STRIDE;
        let rows = count(in_sight / height) + 2 * MARGIN + STRIDE;
        if self.0.get_untracked() != (first, first + rows) {
            self.0.set((first, first + rows));
        }
    }

    /// Scrolls to a row that is not on the page, and has it drawn.
    pub fn reveal(self, app: App, scroll: &HtmlElement, row: usize) {
        let place = app.read(|session| shown_rows(session).iter().position(|shown| *shown == row));
        let Some(place) = place else { return };
        let height = row_height(scroll);
        let middle = (f64::from(scroll.client_height()) - height) / 2.0;
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)]
        scroll.set_scroll_top((place as f64 * height - middle).max(0.0) as i32);
        self.follow(scroll);
        // The rows come with the next turn, and then have places.
        dom::next_frame(move || overlay::place(app, true));
    }
}

/// The rows of the sheet that are not hidden.
pub fn shown_rows(session: &Session) -> Vec<usize> {
    (0..session.grid().rows.len()).filter(|row| !session.is_hidden(*row)).collect()
}

/// Whether a sheet of so many rows is drawn in part only.
pub fn is_long(rows: usize) -> bool {
    rows > LONG
}

/// The height of the rows above and below those on the page, in rows of the usual height.
pub fn gap(rows: usize) -> String {
    format!("calc({rows} * var(--row))")
}

/// All rows of a long sheet are of one height.
fn row_height(scroll: &HtmlElement) -> f64 {
    let row = scroll.query_selector("#grid.long [data-row]").ok().flatten();
    row.map(|row| row.get_bounding_client_rect().height()).filter(|height| *height > 0.0).unwrap_or(GUESS)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn count(rows: f64) -> usize {
    rows.clamp(0.0, 1e6) as usize
}
