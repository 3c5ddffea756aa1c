//! From a figure to how it comes about.

use leptos::ev::MouseEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::super::app::App;
use super::super::trace;

/// A click anywhere in the answer: on a figure, it asks how that comes about.
pub fn on_click(app: App, event: &MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let figure = target.and_then(|target| target.closest(".how[data-path]").ok().flatten());
    if let Some(path) = figure.and_then(|figure| figure.get_attribute("data-path")) {
        trace::open(app, path.into());
    }
}
