//! The last save of each plan once more, in the browser's database. Browsers write local storage to disk only seconds
//! later, and a browser that is killed loses what it had not written; the database is written at once. A help that may
//! fail in every step: without it, the page is what it is without it.

use js_sys::{Array, Promise};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransactionMode};

use super::dom;
use crate::file::Library;

const DATABASE: &str = "weighbridge";
const STORE: &str = "journal";
/// The page waits no longer than this for it, in milliseconds.
const PATIENCE: i32 = 1000;
/// How long a save is remembered, in milliseconds: a browser that was not killed has it on disk long before.
const REMEMBERED: f64 = 30.0 * 24.0 * 3_600_000.0;

/// The database, where there is one.
#[derive(Debug, Clone, Copy)]
pub struct Journal(StoredValue<Option<IdbDatabase>, LocalStorage>);

/// A save: the plan's id, its sealed text, what can be undone, and when.
struct Entry {
    id: String,
    sealed: String,
    undo: Option<String>,
    time: f64,
}

/// The database and what is in it.
pub struct Opened(Option<(IdbDatabase, Vec<Entry>)>);

/// Opens the database and reads it; gives up where that takes too long.
pub async fn open() -> Opened {
    let opening = Promise::new(&mut |resolve, _| {
        let give_up = resolve.clone();
        dom::later(PATIENCE, move || {
            let _ = give_up.call0(&JsValue::NULL);
        });
        if begin(&resolve).is_none() {
            let _ = resolve.call0(&JsValue::NULL);
        }
    });
    let opened = JsFuture::from(opening).await.ok();
    let pair = opened.and_then(|opened| opened.dyn_into::<Array>().ok());
    Opened(pair.and_then(|pair| {
        let database = pair.get(0).dyn_into().ok()?;
        let entries = pair.get(1).dyn_into::<Array>().ok()?;
        Some((database, entries.iter().filter_map(|entry| Entry::of(&entry)).collect()))
    }))
}

/// Asks for the database, and then for everything in it; `resolve` is called with both.
fn begin(resolve: &js_sys::Function) -> Option<()> {
    // Where it is forbidden, asking for it throws.
    let request: IdbOpenDbRequest = dom::window()?.indexed_db().ok()??.open_with_u32(DATABASE, 1).ok()?;
    let upgraded = request.clone();
    dom::listen(&request, "upgradeneeded", move |_| {
        if let Some(database) = result::<IdbDatabase>(&upgraded) {
            let _ = database.create_object_store(STORE);
        }
    });
    let (opened, done) = (request.clone(), resolve.clone());
    dom::listen(&request, "success", move |_| {
        let Some(database) = result::<IdbDatabase>(&opened) else { return };
        let all = store(&database, IdbTransactionMode::Readonly).and_then(|store| store.get_all().ok());
        let (Some(all), done) = (all, done.clone()) else { return };
        let read = all.clone();
        dom::listen(&all, "success", move |_| {
            if let Some(entries) = result::<Array>(&read) {
                let _ = done.call1(&JsValue::NULL, &Array::of2(&database, &entries));
            }
        });
    });
    let failed = resolve.clone();
    dom::listen(&request, "error", move |event| {
        // Nobody else needs to hear of it.
        event.prevent_default();
        let _ = failed.call0(&JsValue::NULL);
    });
    Some(())
}

fn result<T: JsCast>(request: &IdbRequest) -> Option<T> {
    request.result().ok()?.dyn_into().ok()
}

fn store(database: &IdbDatabase, mode: IdbTransactionMode) -> Option<IdbObjectStore> {
    database.transaction_with_str_and_mode(STORE, mode).ok()?.object_store(STORE).ok()
}

impl Entry {
    fn of(entry: &JsValue) -> Option<Self> {
        let entry: &Array = entry.dyn_ref()?;
        let text = |index| entry.get(index).as_string();
        Some(Self { id: text(0)?, sealed: text(1)?, undo: text(2), time: entry.get(3).as_f64()? })
    }
}

impl Opened {
    /// Gives the library what it has lost.
    pub fn recover(self, library: Library<'_>) -> Journal {
        let Some((database, entries)) = self.0 else { return Journal(StoredValue::new_local(None)) };
        let journal = Journal(StoredValue::new_local(Some(database)));
        let now = js_sys::Date::now();
        for Entry { id, sealed, undo, time } in entries {
            if now - time > REMEMBERED {
                journal.forget(&id);
            } else {
                library.recover(&id, &sealed, undo.as_deref());
            }
        }
        journal
    }
}

impl Journal {
    /// Remembers a save.
    pub fn note(self, id: &str, sealed: &str, undo: Option<&str>) {
        let entry = Array::of4(
            &id.into(),
            &sealed.into(),
            &undo.map_or(JsValue::NULL, JsValue::from),
            &js_sys::Date::now().into(),
        );
        self.act(|store| store.put_with_key(&entry, &id.into()).ok());
    }

    /// Forgets the saves of a plan.
    pub fn forget(self, id: &str) {
        self.act(|store| store.delete(&id.into()).ok());
    }

    fn act(self, act: impl FnOnce(&IdbObjectStore) -> Option<IdbRequest>) {
        self.0.with_value(|database| {
            let store = store(database.as_ref()?, IdbTransactionMode::Readwrite)?;
            let request = act(&store)?;
            // A full disk is told by local storage.
            let ignore = Closure::once_into_js(|event: web_sys::Event| event.prevent_default());
            request.set_onerror(Some(ignore.unchecked_ref()));
            Some(())
        });
    }
}
