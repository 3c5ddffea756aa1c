//! What is said: the words in the status bar at once, the same in the live region when a screen reader can follow.

use leptos::prelude::*;

use super::app::app;
use super::dom;
use super::erased::text;

/// Milliseconds in which a later announcement of a mere move replaces the one before.
const QUIET: i32 = 150;

/// A no-break space: it makes a text another one, so that the same words are said twice.
const AGAIN: char = '\u{a0}';

/// The announcements of the page.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    /// What was said last.
    text: RwSignal<String>,
    /// What the live region holds.
    spoken: RwSignal<String>,
    /// Counts the announcements; a timer that was set for an earlier one does nothing.
    count: StoredValue<u32>,
}

impl Said {
    /// Nothing yet.
    pub fn new() -> Self {
        Self { text: RwSignal::new(String::new()), spoken: RwSignal::new(String::new()), count: StoredValue::new(0) }
    }

    /// Says something that must be heard, such as an error or what was undone.
    pub fn set(self, text: String) {
        self.count.update_value(|count| *count = count.wrapping_add(1));
        self.text.set(text.clone());
        self.speak(text);
    }

    /// Says where one is; of many such in a row, a held arrow key's for one, only the last is heard.
    pub fn soon(self, text: String) {
        let count = self.count.get_value().wrapping_add(1);
        self.count.set_value(count);
        self.text.set(text.clone());
        dom::later(QUIET, move || {
            if self.count.get_value() == count {
                self.speak(text);
            }
        });
    }

    /// The words in the status bar are about something that is past.
    pub fn forget(self) {
        self.count.update_value(|count| *count = count.wrapping_add(1));
        if self.text.with_untracked(|text| !text.is_empty()) {
            self.text.set(String::new());
        }
    }

    fn speak(self, mut text: String) {
        if self.spoken.with_untracked(|spoken| *spoken == text) {
            text.push(AGAIN);
        }
        self.spoken.set(text);
    }

    /// What was said last, followed.
    pub fn text(self) -> Signal<String> {
        text(move || self.text.get())
    }
}

/// The live region, out of sight.
#[component]
pub fn LiveRegion() -> impl IntoView {
    let spoken = app().said.spoken;
    view! { <div id="said" class="out-of-sight" role="status" aria-live="polite">{text(move || spoken.get())}</div> }
}
