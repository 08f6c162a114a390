//! Doing something later.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls back once after so many milliseconds.
pub fn after(milliseconds: i32, callback: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(callback);
    if let Some(window) = web_sys::window() {
        // A window without timers has stopped: there is nobody to tell.
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}
