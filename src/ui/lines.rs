//! The lines of a list in a dialog, each about one thing: buttons that do something with it, and its name, which can be
//! typed anew in place.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

use super::dom;

/// Begins to rename; the value of a button's `data-act`, as all acts are.
pub const RENAME: &str = "rename";
/// Takes the name that was typed.
pub const SAVE_NAME: &str = "save-name";

/// A button of a line.
pub fn button(act: &'static str, words: &'static str, title: &str) -> AnyView {
    view! {
        <button type="button" class="quiet" data-act=act aria-label=format!("{words}: {title}")>{words}</button>
    }
    .into_any()
}

/// What was clicked: what to do, and with which thing, by the `data-line` of its line.
pub fn act_of(target: &Element) -> Option<(String, String)> {
    let attribute = |name: &str| target.closest(&format!("[{name}]")).ok().flatten()?.get_attribute(name);
    Some((attribute("data-act")?, attribute("data-line")?))
}

/// The lines of one dialog.
#[derive(Clone, Copy)]
pub struct Lines {
    dialog: &'static str,
    field: &'static str,
    renamed: RwSignal<Option<String>>,
}

impl Lines {
    /// The lines of the dialog with this id; names are typed into a field with that one.
    pub fn new(dialog: &'static str, field: &'static str) -> Self {
        Self { dialog, field, renamed: RwSignal::new(None) }
    }

    /// The thing whose name is being typed, followed.
    pub fn renamed(self) -> Option<String> {
        self.renamed.get()
    }

    /// Drops a name that is being typed.
    pub fn forget(self) {
        self.renamed.set(None);
    }

    /// Lets the name of a thing be typed.
    pub fn rename(self, id: String) {
        self.renamed.set(Some(id));
        dom::next_frame(move || {
            if let Some(input) = dom::by_id::<HtmlInputElement>(self.field) {
                let _ = input.focus();
                input.select();
            }
        });
    }

    /// The field for the name.
    pub fn field(self, label: &'static str, most: usize, name: &str) -> AnyView {
        view! {
            <span class="name">
                <input id=self.field type="text" maxlength=most aria-label=label autocomplete="off" value=name.to_owned() />
                {button(SAVE_NAME, "Save", name)}
            </span>
        }
        .into_any()
    }

    /// The thing that was renamed and what was typed; the keyboard goes back to its line.
    pub fn named(self) -> Option<(String, String)> {
        let id = self.renamed.get_untracked()?;
        let name = dom::by_id::<HtmlInputElement>(self.field).map(|input| input.value());
        self.renamed.set(None);
        self.focus(id.clone(), RENAME);
        Some((id, name.unwrap_or_default()))
    }

    /// Whether the key takes the name that is being typed; Escape drops it.
    pub fn takes_name(self, event: &KeyboardEvent) -> bool {
        let is_name = dom::target(event).is_some_and(|target| target.id() == self.field);
        let key = event.key();
        if !is_name || event.is_composing() || !["Enter", "Escape"].contains(&key.as_str()) {
            return false;
        }
        // Escape would close the dialog as well.
        event.prevent_default();
        if key == "Escape" {
            let id = self.renamed.get_untracked().unwrap_or_default();
            self.renamed.set(None);
            self.focus(id, RENAME);
        }
        key == "Enter"
    }

    /// Gives the keyboard to a button of a line, which may be about to be drawn; where the line is gone, to the first
    /// one.
    pub fn focus(self, id: String, act: &'static str) {
        dom::next_frame(move || {
            let Some(dialog) = dom::by_id::<HtmlElement>(self.dialog) else { return };
            let found = |selector: &str| dialog.query_selector(selector).ok().flatten();
            // An id has letters, digits, `-` and `_` only.
            let button = found(&format!("[data-line=\"{id}\"] [data-act={act}]")).or_else(|| found("[data-act]"));
            let button = button.or_else(|| found("button"));
            if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
        });
    }
}
