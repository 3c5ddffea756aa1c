//! What is being typed when the page goes away: taken into the plan where that is possible, else kept for the page that
//! comes next in this tab.

use super::app::App;
use super::{dom, tab};
use crate::session::{Command, Mode, Session};

/// The plan, the input, and the text being typed, in lines.
const ENTRY: &str = "weighbridge.draft";

/// Takes what is being typed into the plan and saves it; what the plan refuses is kept for the next page of this tab.
pub fn save_all(app: App) {
    dom::leave_field();
    app.dispatch(Command::Commit);
    let refused = app.read(|session| {
        let path = session.edited_input().filter(|_| session.mode() != Mode::Ready)?;
        Some(format!("{}\n{path}\n{}", app.plans.open_id(), session.draft().text))
    });
    tab::keep(ENTRY, refused.as_deref());
    app.autosave.flush(app);
}

/// Goes on typing what the last page of this tab had to leave.
pub fn restore(app: App) {
    let Some(kept) = tab::entry(ENTRY) else { return };
    tab::keep(ENTRY, None);
    let mut lines = kept.splitn(3, '\n');
    let (Some(plan), Some(path), Some(text)) = (lines.next(), lines.next(), lines.next()) else { return };
    if plan != app.plans.open_id() {
        return;
    }
    app.dispatch(Command::GoTo(path.into()));
    let is_there = |session: &Session| session.selected_input().is_some_and(|selected| selected.as_str() == path);
    if app.read(is_there) {
        app.dispatch(Command::Type(text.to_owned()));
    }
}
