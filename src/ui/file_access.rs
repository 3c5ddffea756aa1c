//! Files of the user's own, where the browser lets a page write to them: `showSaveFilePicker` and `showOpenFilePicker`,
//! which not every browser has and which web-sys does not know yet.

use js_sys::{Array, Function, JSON, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

use super::dom;

const SAVE: &str = "showSaveFilePicker";
const OPEN: &str = "showOpenFilePicker";

/// What is saved.
const PLAN: &str = r#"{"types":[{"description":"Weighbridge plan","accept":{"application/json":[".json"]}}]}"#;
/// What is opened: plans and scenarios, and sheets that were exported.
const ALL: &str = r#"{"types":[{"description":"Plans, scenarios, sheets","accept":{"application/json":[".json"],"text/csv":[".csv"]}}]}"#;

/// Why there is no file.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// The user has changed their mind.
    Aborted,
    /// The browser or the system did not allow it; in words, if there are any.
    Denied(String),
}

impl From<JsValue> for Refusal {
    fn from(error: JsValue) -> Self {
        let text = |name: &str| Reflect::get(&error, &name.into()).ok().and_then(|text| text.as_string());
        match text("name").as_deref() {
            Some("AbortError") => Self::Aborted,
            _ => Self::Denied(text("message").unwrap_or_default()),
        }
    }
}

fn has(name: &str) -> bool {
    dom::window().is_some_and(|window| Reflect::has(&window, &name.into()) == Ok(true))
}

/// Whether a plan can be saved to a file that is then known.
pub fn can_save() -> bool {
    has(SAVE)
}

/// Whether a file can be opened and is then known.
pub fn can_open() -> bool {
    has(OPEN)
}

/// Calls a method that takes at most one argument and answers later.
async fn call(object: &JsValue, method: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    let promise: Promise = method.call1(object, argument)?.dyn_into()?;
    JsFuture::from(promise).await
}

async fn pick(picker: &str, kinds: &str, option: &str, value: JsValue) -> Result<JsValue, JsValue> {
    let options = JSON::parse(kinds)?;
    Reflect::set(&options, &option.into(), &value)?;
    let window: JsValue = dom::window().map(Into::into).unwrap_or_default();
    call(&window, picker, &options).await
}

/// Asks the user where to save; a handle to write to.
///
/// # Errors
/// See [`Refusal`].
pub async fn pick_to_save(name: &str) -> Result<JsValue, Refusal> {
    Ok(pick(SAVE, PLAN, "suggestedName", name.into()).await?)
}

/// Asks the user which files to open, one or several; each with its handle.
///
/// # Errors
/// See [`Refusal`].
pub async fn pick_to_open(several: bool) -> Result<Vec<(File, JsValue)>, Refusal> {
    let mut files = Vec::new();
    for handle in Array::from(&pick(OPEN, ALL, "multiple", several.into()).await?) {
        let file = call(&handle, "getFile", &JsValue::UNDEFINED).await?.dyn_into()?;
        files.push((file, handle));
    }
    Ok(files)
}

/// The name of the file behind a handle.
pub fn name_of(handle: &JsValue) -> String {
    Reflect::get(handle, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// Puts a text in place of what is in the file. Until all of it is written, the file is as it was.
///
/// # Errors
/// See [`Refusal`].
pub async fn write(handle: &JsValue, text: &str) -> Result<(), Refusal> {
    let stream = call(handle, "createWritable", &JsValue::UNDEFINED).await?;
    call(&stream, "write", &text.into()).await?;
    call(&stream, "close", &JsValue::UNDEFINED).await?;
    Ok(())
}
