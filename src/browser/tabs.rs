//! Changes made by another tab: the browser tells every tab but the one that wrote.

use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use super::storage::PREFIX;

/// Calls back with the key, without our prefix, and its new content, whenever another tab writes one of our keys.
pub fn on_change(callback: impl Fn(&str, Option<String>) + 'static) {
    super::location::on_window("storage", move |event| {
        if let Ok(event) = event.dyn_into::<StorageEvent>()
            && let Some(key) = event.key()
            && let Some(key) = key.strip_prefix(PREFIX)
        {
            callback(key, event.new_value());
        }
    });
}
