//! The sheets' tabs.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::app::app;
use super::dom;
use super::erased::{on, text};
use crate::session::{Command, Session};
use crate::sheet::SheetId;

/// One tab for each sheet; arrows move between them, as in any list of tabs.
#[component]
pub fn Tabs() -> impl IntoView {
    let app = app();
    let open = move |sheet: SheetId| app.dispatch(Command::OpenSheet(sheet));
    let on_key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            _ => return,
        };
        event.prevent_default();
        app.dispatch(Command::NextSheet(step));
        if let Some(tab) = dom::by_id::<web_sys::HtmlElement>(&tab_id(app.read(Session::sheet))) {
            let _ = tab.focus();
        }
    };
    let tab = move |sheet: SheetId| {
        let is_open = move || app.on_layout(Session::sheet) == sheet;
        view! {
            <button
                type="button"
                role="tab"
                id=tab_id(sheet)
                data-sheet=sheet.label().to_ascii_lowercase()
                aria-controls="sheet"
                aria-selected=text(move || is_open().to_string())
                tabindex=text(move || if is_open() { "0".into() } else { "-1".into() })
                on:click=on(move |_| {
                    open(sheet);
                    dom::focus_grid();
                })
            >
                {sheet.label()}
            </button>
        }
    };
    view! {
        <div class="tabs" role="tablist" aria-label="Sheets" on:keydown=on(on_key)>
            {SheetId::ALL.map(tab).collect_view()}
        </div>
    }
}

/// The id of a sheet's tab.
pub fn tab_id(sheet: SheetId) -> String {
    format!("tab-{}", sheet.label().to_ascii_lowercase())
}
