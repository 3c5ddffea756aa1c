//! Light or dark, and the colours of the style sheet for the charts.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::{dom, storage};
use crate::chart::theme::parse;
use crate::chart::{Color, Theme};

/// The entry that keeps the user's choice.
const ENTRY: &str = "weighbridge.theme";

/// Which theme the user asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// As the system says.
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Choice {
    fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// The theme in force.
#[derive(Debug, Clone, Copy)]
pub struct Themes {
    choice: RwSignal<Choice>,
    /// Counts changes of the system's theme, contrast and pixel ratio.
    system: RwSignal<u32>,
}

impl Themes {
    /// Reads the stored choice and follows the system from then on.
    pub fn new() -> Self {
        let kept = storage::entry(ENTRY);
        let choice = match kept.as_deref() {
            Some("light") => Choice::Light,
            Some("dark") => Choice::Dark,
            _ => Choice::Auto,
        };
        let themes = Self { choice: RwSignal::new(choice), system: RwSignal::new(0) };
        themes.apply();
        for query in ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"] {
            let media = dom::window().and_then(|window| window.match_media(query).ok().flatten());
            if let Some(media) = media {
                dom::listen(&media, "change", move |_| themes.system.update(|count| *count += 1));
            }
        }
        // Paper is white: charts are drawn anew for it, and must be again for the screen.
        if let Some(window) = dom::window() {
            dom::listen(&window, "afterprint", move |_| themes.system.update(|count| *count += 1));
        }
        themes.follow_resolution();
        themes
    }

    /// A query for the present pixel ratio tells only that it is no longer true: the next one is for the new ratio.
    fn follow_resolution(self) {
        let Some(window) = dom::window() else { return };
        let query = format!("(resolution: {}dppx)", window.device_pixel_ratio());
        let Ok(Some(media)) = window.match_media(&query) else { return };
        let once = web_sys::AddEventListenerOptions::new();
        once.set_once(true);
        let call = Closure::once_into_js(move || {
            self.system.update(|count| *count += 1);
            self.follow_resolution();
        });
        let call = call.unchecked_ref();
        let _ = media.add_event_listener_with_callback_and_add_event_listener_options("change", call, &once);
    }

    fn apply(self) {
        if let Some(root) = dom::root() {
            let _ = root.set_attribute("data-theme", self.choice.get_untracked().word());
        }
    }

    /// What the user asked for.
    pub fn choice(self) -> &'static str {
        self.choice.get().word()
    }

    /// The next of auto, light, dark.
    pub fn turn(self) {
        self.choice.update(|choice| *choice = choice.next());
        self.apply();
        storage::keep(ENTRY, self.choice.get_untracked().word());
    }

    /// The colours for charts, as the style sheet has them now; read again when the theme changes.
    pub fn colors(self) -> Theme {
        self.choice.track();
        self.system.track();
        let style = dom::root().and_then(|root| dom::window()?.get_computed_style(&root).ok().flatten());
        let color = |name: &str, otherwise: Color| {
            let text = style.as_ref().and_then(|style| style.get_property_value(name).ok());
            text.and_then(|text| hex(text.trim())).unwrap_or(otherwise)
        };
        let dark = style
            .as_ref()
            .and_then(|style| style.get_property_value("--dark").ok())
            .is_some_and(|text| text.trim() == "1");
        let base = if dark { Theme::DARK } else { Theme::LIGHT };
        Theme {
            paper: color("--paper", base.paper),
            ink: color("--ink", base.ink),
            muted: color("--muted", base.muted),
            rule: color("--rule", base.rule),
            dark,
        }
    }
}

/// Reads `#0072b2`, or `#07b` as the minified style sheet may have it.
fn hex(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#')?;
    match digits.len() {
        6 => Some(parse(text)),
        3 => Some(parse(&digits.chars().fold("#".to_owned(), |long, digit| format!("{long}{digit}{digit}")))),
        _ => None,
    }
}
