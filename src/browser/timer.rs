//! Doing something later.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Time after which a page is taken to be idle where the browser does not say, in milliseconds.
const IDLE_AFTER: i32 = 300;

/// Calls back when the first screen has been painted and nothing else is to be done.
pub fn when_idle(callback: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(callback);
    if let Some(window) = web_sys::window() {
        let idle = window.request_idle_callback(callback.unchecked_ref());
        if idle.is_err() {
            // Safari has no idle callback.
            let _ = window
                .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), IDLE_AFTER);
        }
    }
}

/// Calls back once after so many milliseconds.
pub fn after(milliseconds: i32, callback: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(callback);
    if let Some(window) = web_sys::window() {
        // A window without timers has stopped: there is nobody to tell.
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}

/// Waits so many milliseconds: meanwhile the browser paints and answers.
pub async fn wait(milliseconds: i32) {
    let waited = Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            // As in `after`: a window without timers has stopped.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
        }
    });
    // A timer does not fail.
    let _ = JsFuture::from(waited).await;
}

/// Waits until the browser has painted what was just drawn; not for long, since a page in the background is not painted.
pub async fn painted() {
    const AT_MOST: i32 = 100;
    let painted = Promise::new(&mut |done, _| {
        let soon = done.clone();
        after(AT_MOST, move || _ = soon.call0(&JsValue::NULL));
        // What else waited for the frame comes first: the page answers before the long work begins.
        let frame = Closure::once_into_js(move || {
            after(0, move || after(0, move || _ = done.call0(&JsValue::NULL)));
        });
        if let Some(window) = web_sys::window() {
            // Without frames the time alone counts.
            let _ = window.request_animation_frame(frame.unchecked_ref());
        }
    });
    // It is never refused.
    let _ = JsFuture::from(painted).await;
}
