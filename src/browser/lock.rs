//! One tab at a time: the browser's own locks, freed by it when a tab dies.

use js_sys::{Function, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::script::{call, of_navigator};

/// Holds a lock until dropped.
#[derive(Debug)]
pub struct Guard {
    release: Option<Function>,
    is_real: bool,
}

impl Guard {
    /// Of a lock that is held already, until this is called.
    pub(super) fn taken(release: Function) -> Self {
        Self { release: Some(release), is_real: true }
    }

    /// False where the browser has no locks or refuses: then other tabs are not kept out.
    #[must_use]
    pub fn is_real(&self) -> bool {
        self.is_real
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            // Fulfilling a promise cannot fail.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Waits until no other guard in any tab holds the lock by this name, then holds it. Whoever holds it already and asks
/// again waits for itself.
pub async fn exclusive(name: &str) -> Guard {
    let mut guard = Guard { release: None, is_real: false };
    let Some(locks) = of_navigator("locks") else { return guard };
    // The browser holds the lock until this promise is fulfilled. The guard owns that from now on: if the wait below is
    // given up, the lock is freed as soon as it comes.
    let held = Promise::new(&mut |release, _| guard.release = Some(release));
    let granted = Promise::new(&mut |granted, refused| {
        let held = held.clone();
        let callback = Closure::once_into_js(move || {
            // Fulfilling a promise cannot fail.
            let _ = granted.call0(&JsValue::UNDEFINED);
            held
        });
        let asked = call(&locks, "request", &[name.into(), callback]);
        let watched = asked.and_then(|asked| call(&asked, "catch", &[refused.clone().into()]));
        if let Err(error) = watched {
            let _ = refused.call1(&JsValue::UNDEFINED, &error);
        }
    });
    guard.is_real = JsFuture::from(granted).await.is_ok();
    guard
}
