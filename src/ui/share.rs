//! The plan as a link: everything is in the link itself.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlTextAreaElement;

use super::app::{App, app};
use super::dialog::{Named, dialog};
use super::erased::{on, text};
use super::{dom, file_menu, transfer};
use crate::file::link;
use crate::model::amount::number;

/// Opens the dialog. What is being typed is shared too.
pub fn open(app: App) {
    if file_menu::is_committed(app) {
        app.exchange.share.set(true);
    }
}

/// The dialog.
pub fn view() -> AnyView {
    let named = Named { id: "share", heading: "Share the plan as a link", close: "Close", first: "share-copy" };
    dialog(named, app().exchange.share, content)
}

/// The address of this page without what stands behind a `#`.
pub fn here() -> String {
    let href = dom::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

fn content(app: App) -> AnyView {
    let mut plan = app.read(|session| session.document().clone());
    let versions = std::mem::take(&mut plan.versions).len();
    let fragment = link::to_fragment(&plan);
    let here = here();
    if fragment.len() > link::MAX_LENGTH {
        let (length, most) = (number(fragment.len() as f64, 0), number(link::MAX_LENGTH as f64, 0));
        let sentence = format!(
            "There is no link: it would have {length} characters, and browsers read at most {most}. Send the plan as a \
             file instead: Export, Plan."
        );
        return view! { <p id="share-about">{sentence}</p> }.into_any();
    }
    let link = here.clone() + &fragment;
    let with = match plan.scenarios.len() {
        0 => String::new(),
        1 => " with its scenario".into(),
        many => format!(" with its {many} scenarios"),
    };
    let behind = (versions > 0).then(|| {
        view! { <p>"Its versions stay behind: only a file holds those, too."</p> }
    });
    let length = number(link.len() as f64, 0);
    let long = (link.len() > link::LONG).then(|| {
        let most = number(link::LONG as f64, 0);
        let sentence = format!(
            "Some mail and chat programs cut links off after {most} characters, and a link that was cut does not open. \
             A file always arrives whole: Export, Plan."
        );
        view! { <p class="warn">{sentence}</p> }
    });
    let is_file = here.starts_with("file:").then(|| {
        view! { <p class="warn">"This page was opened from a file: the link works only where that file is."</p> }
    });
    let status = RwSignal::new(String::new());
    let copy = move |_| {
        let Some(field) = dom::by_id::<HtmlTextAreaElement>("share-link") else { return };
        spawn_local(async move {
            let done = transfer::copy_text(&field.value()).await;
            let said = if done {
                "Copied."
            } else {
                field.select();
                let _ = field.focus();
                "This browser did not let the page copy. The link is selected: Ctrl+C copies it."
            };
            let _ = status.try_set(said.into());
        });
    };
    view! {
        <div id="share-about">
            <p>{format!("Whoever opens the link gets a copy of this plan{with}, as it is now.")}</p>
            <p>
                "Everything is in the link itself, behind the #, which browsers send to no server. Nothing is uploaded; "
                "but whoever has the link can read the plan."
            </p>
            {behind}
        </div>
        <label>{format!("Link, {length} characters")} <textarea id="share-link" readonly rows="4" spellcheck="false">{link}</textarea></label>
        {long}
        {is_file}
        <p class="buttons">
            <button type="button" id="share-copy" on:click=on(copy)>"Copy link"</button>
            <span role="status">{text(move || status.get())}</span>
        </p>
    }
    .into_any()
}
