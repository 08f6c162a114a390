//! The address: the part after `#` in and out, and what follows from it for the page.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The part of the address from `#` on.
#[must_use]
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address of ours, with a step in the history.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only while the page is closing.
        let _ = window.location().set_hash(hash);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Refused only while the page is closing.
        let _ = window.location().reload();
    }
}

/// Changes the address in place: no step in the history, no `hashchange`.
pub fn replace(hash: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // Browsers refuse when asked too often; the address then catches up at the next change.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(hash));
    }
}

/// The whole address of the page with another part after `#`.
#[must_use]
pub fn link(hash: &str) -> String {
    let href = web_sys::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    format!("{base}{hash}")
}

/// The page is open from this machine alone: nobody else could open a link to it.
#[must_use]
pub fn is_local() -> bool {
    let Some(location) = web_sys::window().map(|window| window.location()) else { return true };
    let host = location.hostname().unwrap_or_default();
    location.protocol().is_ok_and(|protocol| protocol == "file:")
        || matches!(host.as_str(), "" | "localhost" | "127.0.0.1" | "[::1]")
}

/// Calls back whenever the part after `#` changes, for as long as the page is open.
pub fn on_hash_change(callback: impl Fn(String) + 'static) {
    on_window("hashchange", move |_| callback(hash()));
}

/// Calls back at every event of the window by this name, for as long as the page is open.
pub(super) fn on_window(event: &str, callback: impl Fn(web_sys::Event) + 'static) {
    let callback = Closure::<dyn Fn(web_sys::Event)>::new(callback);
    if let Some(window) = web_sys::window() {
        // A window that cannot listen would never have shown this page.
        let _ = window.add_event_listener_with_callback(event, callback.as_ref().unchecked_ref());
    }
    callback.forget();
}
