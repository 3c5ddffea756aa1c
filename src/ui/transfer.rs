//! Copying, cutting and pasting: by the browser's own events, and from the menu.

use leptos::ev::ClipboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Clipboard, ClipboardItem, DataTransfer, HtmlDocument, HtmlInputElement};

use super::app::App;
use super::notices::Notice;
use super::{clipboard, dom};
use crate::session::{ClipboardKey, Command, Mode, Pasted, Session};
use crate::sheet::Clip;

/// What the next paste event takes of the clipboard.
#[derive(Debug, Clone, Copy)]
pub struct NextPaste(StoredValue<bool>);

impl NextPaste {
    /// Everything.
    pub fn new() -> Self {
        Self(StoredValue::new(false))
    }

    /// A key was pressed; the browser answers Ctrl+Shift+V with an ordinary paste event.
    pub fn key(self, values_only: bool) {
        self.0.set_value(values_only);
    }

    fn take(self) -> Pasted {
        let values_only = self.0.get_value();
        self.0.set_value(false);
        if values_only { Pasted::Values } else { Pasted::All }
    }
}

/// Puts the selected cells on the clipboard; while text is typed, the event is the browser's.
pub fn on_copy(app: App, event: &ClipboardEvent, cut: bool) {
    if app.read(Session::mode) != Mode::Ready {
        return;
    }
    let (Some(clip), Some(data)) = (app.read(Session::copied), event.clipboard_data()) else { return };
    event.prevent_default();
    clipboard::write(&data, &clip);
    app.dispatch(if cut { Command::Cut } else { Command::Clipboard(ClipboardKey::Copy) });
}

/// Pastes what the clipboard holds.
pub fn on_paste(app: App, event: &ClipboardEvent) {
    let pasted = app.next_paste.take();
    if app.read(Session::mode) != Mode::Ready {
        return;
    }
    let Some(data) = event.clipboard_data() else { return };
    match clipboard::read(&data) {
        Ok(None) => return,
        Ok(Some(clip)) => app.dispatch(Command::Paste(clip, pasted)),
        Err(sentence) => refuse(app, &sentence),
    }
    event.prevent_default();
}

/// There is too much on the clipboard to be looked at.
fn refuse(app: App, sentence: &str) {
    app.notices.add(Notice::new(format!("Nothing pasted. {sentence}.")));
}

/// Copies or cuts from the menu. The browser sends its own event only for selected text, so there is some for a moment.
pub fn copy(app: App, cut: bool) {
    dom::focus_grid();
    let document = dom::document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    let (Some(document), Some(editor)) = (document, dom::by_id::<HtmlInputElement>(dom::EDITOR)) else { return };
    if app.read(Session::mode) == Mode::Ready {
        editor.set_value(" ");
        editor.select();
    }
    let done = document.exec_command(if cut { "cut" } else { "copy" }).unwrap_or(false);
    if app.read(Session::mode) == Mode::Ready {
        editor.set_value("");
    }
    if !done {
        let key = if cut { "X" } else { "C" };
        app.said.set(format!("This browser copies by keys only: Ctrl+{key}."));
    }
}

/// Pastes from the menu, where the browser lets a page read its clipboard.
pub fn paste(app: App, pasted: Pasted) {
    spawn_local(async move {
        match read().await {
            Some(Ok(clip)) => app.dispatch(Command::Paste(clip.unwrap_or_default(), pasted)),
            Some(Err(sentence)) => refuse(app, &sentence),
            None => app.said.set("This browser pastes by keys only: Ctrl+V, or Ctrl+Shift+V for values.".into()),
        }
    });
}

/// The clipboard of the browser, where the page may use it.
fn browser_clipboard(method: &str) -> Option<Clipboard> {
    // On a page that did not come over a safe connection there is none, whatever the type says.
    let clipboard = dom::window()?.navigator().clipboard();
    let there = !clipboard.is_undefined() && js_sys::Reflect::has(&clipboard, &JsValue::from_str(method)) == Ok(true);
    there.then_some(clipboard)
}

async fn read() -> Option<Result<Option<Clip>, String>> {
    let items = JsFuture::from(browser_clipboard("read")?.read()).await.ok()?;
    let item: ClipboardItem = js_sys::Array::from(&items).get(0).dyn_into().ok()?;
    // As in a paste event, so that there is one way to read either.
    let data = DataTransfer::new().ok()?;
    for kind in item.types().iter().filter_map(|kind| kind.as_string()) {
        if kind == "text/plain" || kind == "text/html" {
            let blob: Blob = JsFuture::from(item.get_type(&kind)).await.ok()?.dyn_into().ok()?;
            let text = JsFuture::from(blob.text()).await.ok()?.as_string()?;
            let _ = data.set_data(&kind, &text);
        }
    }
    Some(clipboard::read(&data))
}

/// Puts a text on the clipboard; whether the browser let the page do so.
pub async fn copy_text(text: &str) -> bool {
    match browser_clipboard("writeText") {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}

/// Puts a number on the clipboard and says so.
pub fn copy_figure(app: App, name: &'static str, text: String) {
    copy_and_say(app, format!("{name} {text}"), text);
}

/// Puts a text on the clipboard and says what it is.
pub fn copy_and_say(app: App, what: String, text: String) {
    spawn_local(async move {
        let done = copy_text(&text).await;
        app.said.set(if done {
            format!("Copied: {what}")
        } else {
            format!("This browser did not let the page copy {what}")
        });
    });
}
