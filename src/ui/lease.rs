//! Which tab a plan belongs to, where the browser has no locks for that: a word in local storage that is renewed.

use leptos::prelude::*;

use super::app::App;
use super::{dom, storage};

/// How often the word is renewed, in milliseconds.
const RENEWED: i32 = 2000;
/// How old it may be, in milliseconds, before the tab that gave it counts as gone.
const STALE: f64 = 6000.0;

fn entry(id: &str) -> String {
    format!("weighbridge.owner.{id}")
}

/// The tab that has a plan.
fn owner(id: &str) -> Option<String> {
    let kept = storage::entry(&entry(id))?;
    let (tab, time) = kept.split_once(' ')?;
    let age = js_sys::Date::now() - time.parse::<f64>().ok()?;
    (age.abs() < STALE).then(|| tab.to_owned())
}

/// Takes a plan if no other tab has it, or whoever has it; whether this tab has it now.
pub fn take(id: &str, tab: &str, steal: bool) -> bool {
    let is_free = steal || owner(id).is_none_or(|owner| owner == tab);
    if is_free {
        storage::keep(&entry(id), &format!("{tab} {}", js_sys::Date::now()));
    }
    is_free
}

/// Renews the word for the open plan, or waits for it, as long as the page lives.
pub fn keep(app: App) {
    let ownership = app.ownership;
    let (id, tab) = (app.plans.open_id(), ownership.tab.get_value());
    let is_reader = ownership.is_reader.get_untracked();
    match (take(&id, &tab, false), is_reader) {
        (true, true) => {
            app.follow_kept();
            ownership.own(app);
        }
        (false, false) => ownership.lose(app),
        _ => {}
    }
    dom::later(RENEWED, move || keep(app));
}
