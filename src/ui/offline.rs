//! The page without a network: the service worker that keeps it, and how a new version takes over. `src/web/sw.js` is its
//! other half.

use js_sys::{Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    BroadcastChannel, MessageChannel, MessageEvent, RegistrationOptions, ServiceWorker, ServiceWorkerContainer,
    ServiceWorkerRegistration, ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

use super::app::{App, app};
use super::dom;
use super::draft;
use super::erased::{live, on};
use super::storage::Saved;

/// On which the tabs of the page tell each other of a new version.
const CHANNEL: &str = "weighbridge.update";
/// Milliseconds between two looks for a new version.
const BETWEEN_LOOKS: f64 = 3_600_000.0;

/// Whether the page opens without a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Not known yet.
    Unknown,
    /// It does.
    Ready,
    /// It does, and a newer version waits.
    Update,
    /// This browser does not do it, at this address or in this window.
    Impossible,
}

/// What is known of it.
#[derive(Clone, Copy)]
pub struct Offline {
    state: RwSignal<State>,
    /// Whether the browser has promised not to throw the plans away; none where it cannot be asked.
    promised: RwSignal<Option<bool>>,
    registration: StoredValue<Option<ServiceWorkerRegistration>, LocalStorage>,
    channel: StoredValue<Option<BroadcastChannel>, LocalStorage>,
    /// Whether the page is on its way to the new version.
    leaving: StoredValue<bool>,
    looked: StoredValue<f64>,
}

fn container() -> Option<ServiceWorkerContainer> {
    // An undefined one would only throw once it is used.
    let navigator = dom::window()?.navigator();
    Reflect::get(&navigator, &"serviceWorker".into()).ok()?.dyn_into().ok()
}

/// The name of the build that this page is of.
fn build_of_page() -> Option<String> {
    let meta = dom::document()?.query_selector("meta[name=weighbridge-build]").ok()??;
    meta.get_attribute("content")
}

/// The name of the build that a worker keeps.
async fn build_of(worker: &ServiceWorker) -> Option<String> {
    let channel = MessageChannel::new().ok()?;
    let answer = Promise::new(&mut |resolve, _| {
        let hear = Closure::once_into_js(move |event: MessageEvent| {
            let _ = resolve.call1(&JsValue::NULL, &event.data());
        });
        channel.port1().set_onmessage(Some(hear.unchecked_ref()));
    });
    worker.post_message_with_transferable(&"build".into(), &js_sys::Array::of1(&channel.port2())).ok()?;
    JsFuture::from(answer).await.ok()?.as_string()
}

impl Offline {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self {
            state: RwSignal::new(State::Unknown),
            promised: RwSignal::new(None),
            registration: StoredValue::new_local(None),
            channel: StoredValue::new_local(None),
            leaving: StoredValue::new(false),
            looked: StoredValue::new(js_sys::Date::now()),
        }
    }

    /// Has the browser keep the page, and looks for a newer version.
    pub fn start(self, app: App) {
        spawn_local(async move { self.promised.set(is_promised("persisted").await) });
        let Some(container) = container() else {
            self.state.set(State::Impossible);
            return;
        };
        self.hear_other_tabs(app);
        let serving = container.clone();
        dom::listen(&container, "controllerchange", move |_| {
            let serving = serving.controller();
            spawn_local(async move {
                // A page that is of the new version already has heard it late.
                if let Some(worker) = serving
                    && build_of(&worker).await != build_of_page()
                {
                    self.leave(app);
                }
            });
        });
        if let Some(document) = dom::document() {
            dom::listen(&document, "visibilitychange", move |_| self.look_again());
        }
        spawn_local(async move {
            let options = RegistrationOptions::new();
            options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
            let registered = JsFuture::from(container.register_with_options("./sw.js", &options)).await;
            // It fails in private windows, and where the server is gone and nothing was kept.
            match registered.map(JsCast::unchecked_into::<ServiceWorkerRegistration>) {
                Ok(registration) => self.follow(registration).await,
                Err(_) => self.state.set(State::Impossible),
            }
        });
    }

    async fn follow(self, registration: ServiceWorkerRegistration) {
        self.registration.set_value(Some(registration.clone()));
        let found = registration.clone();
        dom::listen(&registration, "updatefound", move |_| {
            if let Some(worker) = found.installing() {
                self.follow_worker(worker);
            }
        });
        for worker in [registration.installing(), registration.waiting(), registration.active()].into_iter().flatten() {
            self.follow_worker(worker);
        }
        self.look(&registration).await;
    }

    fn follow_worker(self, worker: ServiceWorker) {
        dom::listen(&worker, "statechange", move |_| {
            spawn_local(async move {
                if let Some(registration) = self.registration.get_value() {
                    self.look(&registration).await;
                }
            });
        });
    }

    /// Finds out how things stand.
    async fn look(self, registration: &ServiceWorkerRegistration) {
        let Some(active) = registration.active() else { return };
        if active.state() == ServiceWorkerState::Activated {
            if build_of(&active).await == build_of_page() {
                self.state.update(|state| {
                    if *state != State::Update {
                        *state = State::Ready;
                    }
                });
                let _ = active.post_message(&"tidy".into());
            } else {
                // The page came from the server before a newer version was kept.
                self.state.set(State::Update);
            }
        }
        // The first worker of all waits for nobody, and one that does not answer is no new version.
        if let Some(waiting) = registration.waiting()
            && build_of(&waiting).await.is_some()
        {
            self.state.set(State::Update);
        }
    }

    fn look_again(self) {
        let now = js_sys::Date::now();
        if now - self.looked.get_value() < BETWEEN_LOOKS {
            return;
        }
        self.looked.set_value(now);
        if let Some(registration) = self.registration.get_value() {
            // Without a network it fails, which is no news.
            let update = registration.update().map(JsFuture::from);
            spawn_local(async move {
                if let Ok(update) = update {
                    let _ = update.await;
                }
            });
        }
    }

    fn hear_other_tabs(self, app: App) {
        let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return };
        dom::listen(&channel, "message", move |event| {
            let data = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string());
            match data.as_deref() {
                Some("save") => draft::save_all(app),
                // The one that says so is of this build too, and on its way to the next.
                Some(build) if Some(build) == build_of_page().as_deref() => self.leave(app),
                _ => {}
            }
        });
        self.channel.set_value(Some(channel));
    }

    fn tell_other_tabs(self, what: &str) {
        self.channel.with_value(|channel| {
            if let Some(channel) = channel {
                let _ = channel.post_message(&what.into());
            }
        });
    }

    /// Has the new version take over, in every tab.
    fn take_over(self, app: App) {
        self.tell_other_tabs("save");
        draft::save_all(app);
        let waiting = self.registration.get_value().and_then(|registration| registration.waiting());
        match waiting {
            // A page that no worker serves hears nothing of the change of workers.
            Some(worker) => {
                let heard = worker.clone();
                dom::listen(&worker, "statechange", move |_| {
                    if heard.state() == ServiceWorkerState::Activated {
                        self.leave(app);
                    }
                });
                let _ = worker.post_message(&"take over".into());
            }
            None => self.leave(app),
        }
    }

    /// Saves everything and loads the page again, once.
    fn leave(self, app: App) {
        if self.leaving.get_value() {
            return;
        }
        self.leaving.set_value(true);
        self.tell_other_tabs(&build_of_page().unwrap_or_default());
        draft::save_all(app);
        if let Some(window) = dom::window() {
            let _ = window.location().reload();
        }
    }

    fn ask_for_promise(self, app: App) {
        spawn_local(async move {
            let promised = is_promised("persist").await;
            self.promised.set(promised);
            let said = match promised {
                Some(true) => "The browser has promised to keep the plans",
                _ => "The browser did not promise to keep the plans: export those you cannot do without",
            };
            app.said.set(said.to_owned());
        });
    }
}

/// What the browser's storage says to `persisted` or `persist`; none where it cannot be asked.
async fn is_promised(method: &str) -> Option<bool> {
    let storage = Reflect::get(&dom::window()?.navigator(), &"storage".into()).ok()?;
    let ask: js_sys::Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = ask.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()?.as_bool()
}

/// At the foot of the page: whether it opens without a network, and whether the browser may throw the plans away.
#[component]
pub fn OfflineState() -> impl IntoView {
    let app = app();
    let offline = app.offline;
    let state = move || match offline.state.get() {
        State::Unknown => "",
        State::Ready => "Ready offline",
        State::Update => "Update ready",
        State::Impossible => "Not kept for offline use: that needs https, and no private window",
    };
    let promise = move || {
        let is_kept = matches!(app.saved.get(), Saved::Blocked);
        if is_kept || offline.promised.get() != Some(false) {
            return ().into_any();
        }
        view! {
            <span>"Storage not guaranteed"</span>
            <button
                type="button"
                class="quiet"
                id="persist"
                title="Without its promise, a browser that runs out of room may throw away what this page keeps."
                on:click=on(move |_| offline.ask_for_promise(app))
            >
                "Ask the browser to keep it"
            </button>
        }
        .into_any()
    };
    view! {
        <span id="offline" role="status">{state}</span>
        <span id="promise" class="figures">{live(promise)}</span>
    }
}

/// Under the toolbar: a new version waits.
#[component]
pub fn UpdateBand() -> impl IntoView {
    let app = app();
    let offline = app.offline;
    let band = move || {
        if offline.state.get() != State::Update {
            return ().into_any();
        }
        view! {
            <div class="notice">
                <p>"A new version is ready. It takes over in every tab; what you are doing is saved first."</p>
                <button type="button" id="update" on:click=on(move |_| offline.take_over(app))>"Save and update"</button>
            </div>
        }
        .into_any()
    };
    view! { <div id="update-band" role="status">{live(band)}</div> }
}
