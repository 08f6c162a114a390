//! What the browser offers under a name that web-sys does not bind yet, or binds in more code: called by name, every
//! failure a value.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Calls a method by its name; an error where there is none by that name, or where it throws.
pub(super) fn call(object: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = Reflect::get(object, &method.into())?.dyn_into()?;
    function.apply(object, &arguments.iter().collect::<Array>())
}

/// Calls a method that answers later, and waits for its answer.
pub(super) async fn answer(
    object: &JsValue,
    method: &str,
    arguments: &[JsValue],
) -> Result<JsValue, JsValue> {
    settled(call(object, method, arguments)?).await
}

/// Waits for what was promised; what was not a promise is its own answer.
pub(super) async fn settled(promised: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&promised)).await
}

/// A property by its name; none where it is absent.
pub(super) fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = Reflect::get(object, &name.into()).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// A property of the window's `navigator`; none where this browser has none by that name.
pub(super) fn of_navigator(name: &str) -> Option<JsValue> {
    property(&web_sys::window()?.navigator(), name)
}

/// The object a method takes its options from.
pub(super) fn options(properties: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in properties {
        // A fresh object takes any property.
        let _ = Reflect::set(&options, &(*name).into(), value);
    }
    options
}

/// The name by which browsers tell one error from another: `QuotaExceededError`, `NotAllowedError`…
pub(super) fn error_name(error: &JsValue) -> String {
    property(error, "name").and_then(|name| name.as_string()).unwrap_or_default()
}

/// Browsers name a full storage `QuotaExceededError`, Firefox in one more way.
pub(super) fn says_full(error_name: &str) -> bool {
    matches!(error_name, "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED")
}
