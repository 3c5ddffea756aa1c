//! The end of the app: `src/web/rescue.js` puts another page in its place, which needs nothing of it.

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;

use super::dom;

/// Shows that page; the message is for a report of the error.
pub fn rescue(message: &str) {
    let Some(window) = dom::window() else { return };
    let show =
        Reflect::get(&window, &"weighbridgeRescue".into()).ok().and_then(|show| show.dyn_into::<Function>().ok());
    if let Some(show) = show {
        let _ = show.call1(&window, &message.into());
    }
}

/// In a build for tests: stops as the address says.
#[cfg(feature = "test-trap")]
pub fn listen() {
    let Some(window) = dom::window() else { return };
    dom::listen(&window, "hashchange", |_| {
        match dom::window().and_then(|window| window.location().hash().ok()).as_deref() {
            #[allow(clippy::panic)]
            Some("#trap=panic") => panic!("a deliberate panic"),
            #[cfg(target_arch = "wasm32")]
            Some("#trap=unreachable") => core::arch::wasm32::unreachable(),
            Some("#trap=overflow") => {
                deeper(1);
            }
            _ => {}
        }
    });
}

/// Calls itself until there is no stack left.
#[cfg(feature = "test-trap")]
fn deeper(depth: u64) -> u64 {
    let here = [depth; 64];
    std::hint::black_box(&here);
    if depth == 0 { 0 } else { deeper(depth + 1) + here.iter().sum::<u64>() }
}
