//! Changes made by another tab: the browser tells every tab but the one that wrote.

use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use super::storage::PREFIX;

/// Calls `changed` with the key, without our prefix, and its new content, whenever another tab writes one of our keys,
/// and `emptied` when it empties the whole storage.
pub fn on_change(changed: impl Fn(&str, Option<String>) + 'static, emptied: impl Fn() + 'static) {
    super::location::on_window("storage", move |event| {
        let Ok(event) = event.dyn_into::<StorageEvent>() else { return };
        match event.key() {
            None => emptied(),
            Some(key) => {
                if let Some(key) = key.strip_prefix(PREFIX) {
                    changed(key, event.new_value());
                }
            }
        }
    });
}
