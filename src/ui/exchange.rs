//! What is on its way out of the page or into it: which dialog about that is open, and what it is about.

use leptos::prelude::*;

use super::arrival::Arrived;
use super::merging::Merging;

/// The dialogs of charts, of the link, of a plan that came in a link, and of scenarios from elsewhere.
#[derive(Clone, Copy)]
pub struct Exchange {
    /// Charts as files.
    pub charts: RwSignal<bool>,
    /// The plan as a link.
    pub share: RwSignal<bool>,
    /// A plan that came in the address.
    pub arrival: RwSignal<bool>,
    /// That plan.
    pub arrived: StoredValue<Option<Arrived>>,
    /// Scenarios from elsewhere.
    pub merge: RwSignal<bool>,
    /// Those scenarios.
    pub merging: StoredValue<Option<Merging>>,
}

impl Exchange {
    /// Nothing is on its way.
    pub fn new() -> Self {
        let closed = || RwSignal::new(false);
        Self {
            charts: closed(),
            share: closed(),
            arrival: closed(),
            arrived: StoredValue::new(None),
            merge: closed(),
            merging: StoredValue::new(None),
        }
    }
}

/// All of them.
#[component]
pub fn Dialogs() -> impl IntoView {
    view! { {super::charts_dialog::view()} {super::share::view()} {super::arrival::view()} {super::merging::view()} }
}
