//! A paste of which something was refused: why, and the way to take the rest.

use leptos::prelude::*;

use super::app::app;
use super::dom;
use super::erased::{live, on};
use crate::session::{Command, Session};

/// The bar under the grid, where its coming and going moves no cell.
#[component]
pub fn RefusedPaste() -> impl IntoView {
    let app = app();
    let reason = Memo::new(move |_| {
        let reason = app.on_any(|session: &Session| session.refused_paste().map(str::to_owned));
        reason.filter(|_| app.refused.get())
    });
    let rest = move |_| {
        app.dispatch(Command::PasteRest);
        dom::focus_grid();
    };
    let dismiss = move |_| {
        dom::focus_grid();
        app.refused.set(false);
    };
    let bar = move |reason: String| {
        view! {
            <div class="notice" id="refused">
                <p>{reason}</p>
                <button type="button" id="paste-rest" on:click=on(rest)>"Paste the rest"</button>
                <button type="button" class="quiet" on:click=on(dismiss)>"Dismiss"</button>
            </div>
        }
    };
    // The sentence itself is said with the paste.
    live(move || reason.get().map(bar).into_any())
}
