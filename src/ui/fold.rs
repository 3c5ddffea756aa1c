//! A part that is made when it is opened, and computes nothing while it is closed.

use leptos::prelude::*;

use super::erased::{live, on};

/// A heading to click, and what then stands under it.
pub fn fold(
    id: impl Into<Option<&'static str>>,
    class: &'static str,
    heading: AnyView,
    content: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    boxed(id.into(), class, heading, Box::new(content))
}

/// One copy for all contents.
fn boxed(
    id: Option<&'static str>,
    class: &'static str,
    heading: AnyView,
    content: Box<dyn Fn() -> AnyView + Send>,
) -> AnyView {
    let shown = RwSignal::new(false);
    // Browsers may tell of two quick turns once: what counts is whether it is open.
    let toggled = move |event: leptos::ev::Event| {
        let open = event.target().is_some_and(|target| {
            use wasm_bindgen::JsCast;
            target.dyn_into::<web_sys::Element>().is_ok_and(|details| details.has_attribute("open"))
        });
        if shown.get_untracked() != open {
            shown.set(open);
        }
    };
    view! {
        <details id=id class=class on:toggle=on(toggled)>
            <summary>{heading}</summary>
            {live(move || shown.get().then(&content).into_any())}
        </details>
    }
    .into_any()
}
