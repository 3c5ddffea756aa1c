//! Toggle buttons with counts, and a field for words.

use leptos::ev::Event;
use leptos::prelude::*;

use super::super::erased::{on, text};

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Filter {
    /// The pressed buttons, one bit each; with none, everything is shown.
    pub pressed: RwSignal<u32>,
    /// Words that must all occur.
    pub words: RwSignal<String>,
}

/// One button.
pub struct Toggle {
    /// The text on it.
    pub label: &'static str,
    /// The same at length.
    pub words: &'static str,
    /// How many there are.
    pub count: Signal<String>,
}

impl Filter {
    /// Everything.
    pub fn new() -> Self {
        Self { pressed: RwSignal::new(0), words: RwSignal::new(String::new()) }
    }

    /// The bar. `name` says what is looked through; `found`, how many were found.
    pub fn bar(self, name: &'static str, toggles: Vec<Toggle>, found: Signal<String>) -> AnyView {
        let button = |(index, toggle): (usize, Toggle)| {
            let bit = 1_u32 << index;
            let is_pressed = move || self.pressed.get() & bit != 0;
            let (count, words) = (toggle.count, toggle.words);
            view! {
                <button
                    type="button"
                    data-filter=toggle.label
                    title=words
                    aria-pressed=text(move || is_pressed().to_string())
                    on:click=on(move |_| self.pressed.update(|pressed| *pressed ^= bit))
                >
                    {toggle.label}
                    <span class="count">{count}</span>
                    <span class="out-of-sight">{(words != toggle.label).then_some(words)}</span>
                </button>
            }
        };
        let type_words = move |event: Event| self.words.set(event_target_value(&event));
        let label = format!("Words to find in {name}");
        view! {
            <div class="filter" role="group" aria-label=format!("Filter of {name}")>
                {toggles.into_iter().enumerate().map(button).collect_view()}
                <input
                    type="search"
                    aria-label=label
                    placeholder="Find"
                    prop:value=self.words
                    on:input=on(type_words)
                />
                <span class="found" role="status">{found}</span>
            </div>
        }
        .into_any()
    }
}
