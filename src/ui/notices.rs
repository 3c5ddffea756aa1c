//! Messages that stay until they are dismissed.

use leptos::prelude::*;

use super::app::app;
use super::erased::{live, on};
use super::{dom, file_menu};
use crate::file::{Fate, Unreadable};

/// What can be done about a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    /// Save the plan; until it is saved, the message stays.
    Unsaved,
    /// Open a copy of the plan.
    Copy,
    /// Save the plan as a file, at any time.
    File,
}

/// One message.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// What happened, in one or two sentences.
    pub message: String,
    /// A file to keep: its name and text.
    pub file: Option<(String, String)>,
    /// The deleted plan that can be brought back, and whether it is to be opened then.
    undo: Option<(String, bool)>,
    /// What else can be done about it.
    act: Option<Act>,
    number: u32,
}

impl Notice {
    /// A message without a file.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), file: None, undo: None, act: None, number: 0 }
    }

    /// The same with a file to keep.
    pub fn with_file(self, name: String, text: String) -> Self {
        Self { file: Some((name, text)), ..self }
    }

    /// The same with a way to bring a deleted plan back, and to open it if it was open.
    pub fn with_undo(self, id: String, open: bool) -> Self {
        Self { undo: Some((id, open)), ..self }
    }

    /// The same for as long as the plan is not saved: it cannot be dismissed.
    pub fn until_saved(self) -> Self {
        Self { act: Some(Act::Unsaved), ..self }
    }

    /// The same with a way to go on with a copy of the plan.
    pub fn with_copy(self) -> Self {
        Self { act: Some(Act::Copy), ..self }
    }

    /// The browser keeps nothing: a file is all there is.
    pub fn nothing_is_kept() -> Self {
        let message =
            "This browser keeps nothing for this page: what you do here is lost with it, unless you save a file.";
        Self { act: Some(Act::File), ..Self::new(message) }
    }

    /// What was stored could not be read: it is kept, and offered.
    pub fn unreadable(unreadable: Unreadable) -> Self {
        let Unreadable { reason, text, fate } = unreadable;
        let fate = match fate {
            Fate::SetAside => "was set aside, unchanged",
            Fate::NoRoom => "stays where it is: there is no room to set it aside, so nothing is saved over it",
            Fate::Newer => "stays where it is for the newer version that has kept it",
        };
        let message = format!("The plan kept in this browser could not be read and {fate}. {reason}");
        Self::new(message).with_file("weighbridge-unreadable.json".into(), text)
    }
}

/// All messages now in sight.
#[derive(Debug, Clone, Copy)]
pub struct Notices {
    list: RwSignal<Vec<Notice>>,
    next: StoredValue<u32>,
}

impl Notices {
    /// None yet.
    pub fn new() -> Self {
        Self { list: RwSignal::new(Vec::new()), next: StoredValue::new(0) }
    }

    /// Shows a message, in place of an equal one: its file is the newer one.
    pub fn add(self, notice: Notice) {
        self.next.update_value(|next| *next += 1);
        let number = self.next.get_value();
        self.list.update(|list| {
            list.retain(|known| known.message != notice.message || known.undo != notice.undo);
            list.push(Notice { number, ..notice });
        });
    }

    /// The plan is saved.
    pub fn saved(self) {
        if self.list.with_untracked(|list| list.iter().any(|notice| notice.act == Some(Act::Unsaved))) {
            self.list.update(|list| list.retain(|notice| notice.act != Some(Act::Unsaved)));
        }
    }

    /// There is no longer anything to bring back.
    pub fn forget_undo(self, id: &str) {
        self.list.update(|list| list.retain(|notice| notice.undo.as_ref().is_none_or(|(undo, _)| undo != id)));
    }

    fn dismiss(self, number: u32) {
        self.list.update(|list| list.retain(|notice| notice.number != number));
        dom::focus_grid();
    }
}

/// The messages, under the toolbar.
#[component]
pub fn NoticeList() -> impl IntoView {
    let app = app();
    let notices = app.notices;
    let item = move |notice: Notice| {
        let number = notice.number;
        let keep = notice.file.map(|(name, text)| {
            let save = move |_| {
                let _ = dom::download(&name, &text, "application/json");
            };
            view! { <button type="button" on:click=on(save)>"Download it"</button> }
        });
        let undo = notice.undo.map(|(id, open)| {
            let restore = move |_| {
                app.restore_plan(&id, open);
                dom::focus_grid();
            };
            view! { <button type="button" on:click=on(restore)>"Undo"</button> }
        });
        let act = notice.act.map(|act| {
            let act_on = move |_| match act {
                Act::Unsaved => app.autosave.now(app),
                Act::Copy => app.open_copy(),
                Act::File => file_menu::save(app, false),
            };
            let words = match act {
                Act::Unsaved => "Try again",
                Act::Copy => "Keep it as a copy",
                Act::File => "Save a file",
            };
            view! { <button type="button" on:click=on(act_on)>{words}</button> }
        });
        let dismiss = (notice.act != Some(Act::Unsaved)).then(|| {
            view! {
                <button type="button" class="quiet" on:click=on(move |_| notices.dismiss(number))>"Dismiss"</button>
            }
        });
        view! {
            <div class="notice">
                <p>{notice.message}</p>
                {keep}
                {undo}
                {act}
                {dismiss}
            </div>
        }
    };
    view! {
        <div id="notices" role="alert" aria-atomic="false">
            {live(move || notices.list.get().into_iter().map(item).collect_view().into_any())}
        </div>
    }
}
