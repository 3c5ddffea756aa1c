//! What one tab of the browser keeps between two loads of the page, where the browser lets a page keep something.

use web_sys::Storage;

use super::dom;

fn storage() -> Option<Storage> {
    dom::window()?.session_storage().ok()?
}

/// An entry of this tab.
pub fn entry(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps an entry of this tab, or takes it away.
pub fn keep(key: &str, text: Option<&str>) {
    let Some(storage) = storage() else { return };
    let _ = match text {
        Some(text) => storage.set_item(key, text),
        None => storage.remove_item(key),
    };
}
