//! Over the sheet while the plan belongs to another tab: what that means, and the two ways out.

use leptos::prelude::*;

use super::app::app;
use super::dom;
use super::erased::{live, on};

/// The band.
#[component]
pub fn ReaderBand() -> impl IntoView {
    let app = app();
    let band = move || {
        if !app.ownership.is_reader.get() {
            return ().into_any();
        }
        let take = move |_| {
            app.ownership.take_over(app);
            dom::focus_grid();
        };
        let duplicate = move |_| {
            app.open_copy();
            dom::focus_grid();
        };
        view! {
            <div class="notice">
                <p>"Read-only: this plan is open in another tab, and what is changed there shows here."</p>
                <button type="button" id="take-over" on:click=on(take)>"Take over"</button>
                <button type="button" id="duplicate-here" on:click=on(duplicate)>"Duplicate"</button>
            </div>
        }
        .into_any()
    };
    view! { <div id="reader-band" role="status">{live(band)}</div> }
}
