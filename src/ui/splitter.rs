//! The movable border between grid and answer.

use leptos::ev::{KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::app::app;
use super::erased::{effect, on};
use super::{dom, overlay};

/// How much of the width the grid may have, in per cent.
const LEAST: f64 = 30.0;
const MOST: f64 = 75.0;
const STEP: f64 = 2.0;

/// The border: drag it, or move it with the arrow keys.
#[component]
pub fn Splitter() -> impl IntoView {
    let app = app();
    let split = RwSignal::new(50.0_f64);
    let dragging = StoredValue::new(false);
    effect(move || {
        if let Some(root) = dom::root() {
            let _ = root.style().set_property("--split", &format!("{}%", split.get()));
        }
        dom::next_frame(move || overlay::replace(app));
    });
    let set = move |value: f64| split.set(value.clamp(LEAST, MOST));
    let press = move |event: PointerEvent| {
        dragging.set_value(true);
        if let Some(handle) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
            let _ = handle.set_pointer_capture(event.pointer_id());
        }
    };
    let drag = move |event: PointerEvent| {
        let width = dom::window().and_then(|window| window.inner_width().ok()?.as_f64());
        if let (true, Some(width)) = (dragging.get_value(), width) {
            set(f64::from(event.client_x()) / width * 100.0);
        }
    };
    let key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => -STEP,
            "ArrowRight" => STEP,
            _ => return,
        };
        event.prevent_default();
        set(split.get_untracked() + step);
    };
    view! {
        <div
            class="splitter"
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label="Width of the grid"
            aria-valuemin=LEAST
            aria-valuemax=MOST
            aria-valuenow=move || split.get()
            on:pointerdown=on(press)
            on:pointermove=on(drag)
            on:lostpointercapture=on(move |_| dragging.set_value(false))
            on:keydown=on(key)
        ></div>
    }
}
