//! Which tab a plan belongs to: the one that holds the browser's lock of that name. Others show it and change nothing.

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, MessageEvent};

use super::app::App;
use super::file_menu::file_name;
use super::notices::Notice;
use super::plans::lot;
use super::storage::Saved;
use super::{dom, draft, lease};
use crate::file;

/// On which tabs ask each other for a plan.
const CHANNEL: &str = "weighbridge.tabs";
/// So long a tab may take to give a plan away, in milliseconds; one that is frozen never does.
const PATIENCE: i32 = 1000;

/// Whether the open plan belongs to this tab.
#[derive(Clone, Copy)]
pub struct Ownership {
    /// Whether it belongs to another one.
    pub is_reader: RwSignal<bool>,
    /// Lets go of the lock; none where this tab holds none.
    release: StoredValue<Option<Function>, LocalStorage>,
    /// Counts the claims: what comes of an earlier one is for a plan that is no longer open.
    claim: StoredValue<u32>,
    channel: StoredValue<Option<BroadcastChannel>, LocalStorage>,
    /// The name of this tab.
    pub tab: StoredValue<String>,
}

/// How a lock is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ask {
    /// Only if nobody has it.
    Free,
    /// As soon as nobody has it.
    Wait,
    /// Now, whoever has it.
    Steal,
}

fn locks() -> Option<Object> {
    let navigator = dom::window()?.navigator();
    Reflect::get(&navigator, &"locks".into()).ok()?.dyn_into().ok()
}

impl Ownership {
    /// Of no plan yet.
    pub fn new() -> Self {
        Self {
            is_reader: RwSignal::new(false),
            release: StoredValue::new_local(None),
            claim: StoredValue::new(0),
            channel: StoredValue::new_local(BroadcastChannel::new(CHANNEL).ok()),
            tab: StoredValue::new(format!("{:x}", lot())),
        }
    }

    /// Follows what other tabs ask for.
    pub fn listen(self, app: App) {
        self.channel.with_value(|channel| {
            let Some(channel) = channel else { return };
            dom::listen(channel, "message", move |event| {
                let said = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                let wanted = said.as_deref().and_then(|said| said.strip_prefix("take "));
                if wanted == Some(app.plans.open_id().as_str()) && !self.is_reader.get_untracked() {
                    draft::save_all(app);
                    self.tell("given", &app.plans.open_id());
                }
            });
        });
        if locks().is_none() {
            lease::keep(app);
        }
    }

    fn tell(self, what: &str, id: &str) {
        self.channel.with_value(|channel| {
            if let Some(channel) = channel {
                let _ = channel.post_message(&format!("{what} {id}").into());
            }
        });
    }

    /// Wants the plan that has just been opened, and lets go of the one before.
    pub fn claim(self, app: App) {
        self.let_go();
        self.is_reader.set(false);
        app.read_only(false);
        self.ask(app, Ask::Free);
    }

    fn let_go(self) {
        self.claim.update_value(|claim| *claim = claim.wrapping_add(1));
        if let Some(release) = self.release.try_update_value(Option::take).flatten() {
            let _ = release.call0(&JsValue::NULL);
        }
    }

    fn ask(self, app: App, ask: Ask) {
        let id = app.plans.open_id();
        let Some(locks) = locks() else {
            return if lease::take(&id, &self.tab.get_value(), ask == Ask::Steal) {
                self.own(app)
            } else {
                self.read(app)
            };
        };
        let claim = self.claim.get_value();
        let is_current = move || self.claim.get_value() == claim;
        let held = move |lock: JsValue| -> JsValue {
            if lock.is_null() && is_current() {
                self.read(app);
                self.ask(app, Ask::Wait);
            }
            if lock.is_null() || !is_current() {
                return JsValue::NULL;
            }
            // It is held until this is resolved.
            let holding = Promise::new(&mut |resolve, _| self.release.set_value(Some(resolve)));
            if ask != Ask::Free {
                app.follow_kept();
            }
            self.own(app);
            holding.into()
        };
        let options = Object::new();
        let option = match ask {
            Ask::Free => "ifAvailable",
            Ask::Steal => "steal",
            Ask::Wait => "none",
        };
        let _ = Reflect::set(&options, &option.into(), &JsValue::TRUE);
        let held: Closure<dyn FnMut(JsValue) -> JsValue> = Closure::new(held);
        let name = format!("weighbridge.plan.{id}");
        let request =
            Reflect::get(&locks, &"request".into()).ok().and_then(|request| request.dyn_into::<Function>().ok());
        let asked = request.and_then(|request| request.call3(&locks, &name.into(), &options, held.as_ref()).ok());
        spawn_local(async move {
            if let Some(asked) = asked.and_then(|asked| asked.dyn_into::<Promise>().ok())
                && JsFuture::from(asked).await.is_err()
                && is_current()
            {
                // Stolen.
                self.claim.update_value(|claim| *claim = claim.wrapping_add(1));
                self.release.set_value(None);
                self.lose(app);
            }
            drop(held);
        });
    }

    /// The plan belongs to another tab now.
    pub fn lose(self, app: App) {
        let is_unsaved = !matches!(app.saved.get_untracked(), Saved::Yes | Saved::Nothing);
        if is_unsaved {
            let notice =
                Notice::new("Another tab has taken this plan over before this tab could save its last changes.");
            let (title, text) = app.read(|session| (session.document().title.clone(), file::write(session.document())));
            app.notices.add(notice.with_file(file_name(&title), text));
        }
        self.read(app);
        app.said.set("Another tab has taken this plan over".into());
        if locks().is_some() {
            self.ask(app, Ask::Wait);
        }
    }

    /// The plan belongs to this tab.
    pub fn own(self, app: App) {
        if self.is_reader.get_untracked() {
            self.is_reader.set(false);
            app.read_only(false);
            app.said.set("This plan can be changed here now".into());
        }
    }

    /// The plan belongs to another tab.
    pub fn read(self, app: App) {
        if !self.is_reader.get_untracked() {
            app.read_only(true);
            self.is_reader.set(true);
            app.follow_kept();
        }
    }

    /// Wants the plan although another tab has it: that one saves first, if it can.
    pub fn take_over(self, app: App) {
        self.let_go();
        let claim = self.claim.get_value();
        let steal = move || {
            if self.claim.get_value() == claim && self.is_reader.get_untracked() {
                self.let_go();
                self.ask(app, Ask::Steal);
                if locks().is_none() {
                    app.follow_kept();
                }
            }
        };
        let given = format!("given {}", app.plans.open_id());
        self.channel.with_value(|channel| {
            let Some(channel) = channel else { return };
            dom::listen(channel, "message", move |event| {
                let said = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
                if said.as_deref() == Some(given.as_str()) {
                    steal();
                }
            });
        });
        self.tell("take", &app.plans.open_id());
        dom::later(PATIENCE, steal);
    }
}
