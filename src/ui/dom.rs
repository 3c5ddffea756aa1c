//! Small errands to the browser.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Window};

use crate::sheet::CellRef;

/// The id of the one input that takes the grid's keys.
pub const EDITOR: &str = "editor";

/// The window, in a page there always is one.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id.
pub fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Gives the keyboard to the element with this id, if there is one.
pub fn focus(id: &str) {
    if let Some(element) = by_id::<HtmlElement>(id) {
        let _ = element.focus();
    }
}

/// Takes the keyboard away from a field outside of the grid: only then does the browser tell of its change.
pub fn leave_field() {
    let active = document().and_then(|document| document.active_element()).filter(|active| active.id() != EDITOR);
    if let Some(field) = active.and_then(|active| active.dyn_into::<HtmlElement>().ok()) {
        let _ = field.blur();
    }
}

/// Names the tab of the browser.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Gives the keyboard to the grid, without moving the page.
pub fn focus_grid() {
    if let Some(editor) = by_id::<HtmlInputElement>(EDITOR) {
        let _ = editor.focus();
        // A dialog that closes gives the keyboard back, but leaves the caret where it was clicked: nothing could be typed.
        if let (Ok(start), Ok(end)) = (editor.selection_start(), editor.selection_end()) {
            let _ = editor.set_selection_range(start.unwrap_or_default(), end.unwrap_or_default());
        }
    }
}

/// Scrolls no further than it takes to see the element.
pub fn bring_in_sight(element: &Element) {
    let nearest = web_sys::ScrollIntoViewOptions::new();
    nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
    nearest.set_inline(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&nearest);
}

/// Whether the keyboard is the grid's.
pub fn grid_has_focus() -> bool {
    document().and_then(|document| document.active_element()).is_some_and(|element| element.id() == EDITOR)
}

/// Whether no element that is in sight has the keyboard. A dialog that was just closed may still hold it.
pub fn nothing_has_focus() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_none_or(|element| {
        element.tag_name() == "BODY" || element.closest("dialog:not([open])").is_ok_and(|dialog| dialog.is_some())
    })
}

/// A data attribute as a number.
pub fn data_number(element: &Element, name: &str) -> Option<usize> {
    element.get_attribute(name)?.parse().ok()
}

/// Which cell of the grid this element is.
pub fn cell_of(element: &Element) -> Option<CellRef> {
    Some(CellRef { row: data_number(element, "data-row")?, column: data_number(element, "data-column")? })
}

/// What an event happened to.
pub fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Hands the user a file.
pub fn download(name: &str, text: &str, kind: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    download_blob(name, &web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

/// Hands the user a file that is no text.
pub fn download_blob(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let url = web_sys::Url::create_object_url_with_blob(blob)?;
    if let Some(document) = document() {
        let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The click has only queued the download: the address must outlive this turn.
    later(60_000, move || {
        let _ = web_sys::Url::revoke_object_url(&url);
    });
    Ok(())
}

/// Calls back once, after so many milliseconds. There is no way to stop it: a closure that is never called leaks.
pub fn later(milliseconds: i32, call: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let call = Closure::once_into_js(call);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds);
    }
}

/// Calls back before the next picture.
pub fn next_frame(call: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let call = Closure::once_into_js(call);
        let _ = window.request_animation_frame(call.unchecked_ref());
    }
}

/// Listens for as long as the page lives.
pub fn listen(target: &web_sys::EventTarget, event: &str, call: impl FnMut(web_sys::Event) + 'static) {
    let call = Closure::<dyn FnMut(web_sys::Event)>::new(call).into_js_value();
    let _ = target.add_event_listener_with_callback(event, call.unchecked_ref());
}

/// Calls back now and whenever the element's size changes, until the observer is disconnected.
pub fn observe_size(element: &Element, call: impl Fn() + 'static) -> Option<web_sys::ResizeObserver> {
    call();
    let call = Closure::<dyn Fn()>::new(call).into_js_value();
    let observer = web_sys::ResizeObserver::new(call.unchecked_ref()).ok()?;
    observer.observe(element);
    Some(observer)
}

/// A day of the browser's calendar: `2026-11-26`.
pub fn day(date: &js_sys::Date) -> String {
    format!("{}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// The root element, which carries the theme and the place of the splitter.
pub fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}
