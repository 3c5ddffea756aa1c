//! A dialog that is made when it opens. Where it was opened from gets the keyboard back.

use leptos::prelude::*;

use super::app::{App, app};
use super::dom;
use super::erased::{effect, live, on};

/// What a dialog is called.
#[derive(Clone, Copy)]
pub struct Named {
    /// Its id; its heading has the same with `-title`.
    pub id: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// The word on the button that closes it.
    pub close: &'static str,
    /// The id of what has the keyboard first; where there is none, the button that closes it.
    pub first: &'static str,
}

/// The dialog; its content is made anew each time `open` becomes true.
pub fn dialog(named: Named, open: RwSignal<bool>, content: fn(App) -> AnyView) -> AnyView {
    let app = app();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    effect(move || {
        let open = open.get();
        let Some(dialog) = dialog.get() else { return };
        if open && !dialog.open() {
            let _ = dialog.show_modal();
            dom::next_frame(move || dom::focus(named.first));
        } else if !open && dialog.open() {
            dialog.close();
        }
    });
    let closed = move |_| {
        open.set(false);
        // The browser has given the keyboard back; the grid needs more than that.
        if dom::grid_has_focus() || dom::nothing_has_focus() {
            dom::focus_grid();
        }
    };
    let (title, label) = (format!("{}-title", named.id), format!("{}-title", named.id));
    view! {
        <dialog node_ref=dialog id=named.id class="exchange" aria-labelledby=label on:close=on(closed)>
            <header>
                <h2 id=title>{named.heading}</h2>
                <form method="dialog">
                    <button type="submit" class="quiet">{named.close}</button>
                </form>
            </header>
            {live(move || if open.get() { content(app) } else { ().into_any() })}
        </dialog>
    }
    .into_any()
}
