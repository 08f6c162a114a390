//! Local storage through gloo-storage: every key of ours begins with `relance/`.

use std::sync::Mutex;

use gloo_storage::{LocalStorage, Storage};
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::ahead::{Kept, SIGN};
use super::script::{error_name, says_full};
use crate::store::memory::MemoryStore;
use crate::store::size::units;
use crate::store::{PREFIX, Store, StoreError};

const PROBE: &str = "relance/probe";

/// Where records are kept in this browser.
pub enum BrowserStore {
    /// In its local storage.
    Local {
        /// Its handle is kept: asking the window for it takes longer than reading from it.
        storage: web_sys::Storage,
        /// What was read of it ahead, until something is written.
        ahead: Mutex<Option<Kept>>,
    },
    /// In memory, because the browser refuses storage (private mode, blocked cookies).
    Memory(MemoryStore),
}

impl BrowserStore {
    /// Local storage where the browser grants it, else memory. Asked first, because reaching for a refused storage
    /// throws.
    #[must_use]
    pub fn find() -> Self {
        let granted = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        let usable = granted.is_some_and(|storage| {
            // A full storage refuses the probe and is still ours to read.
            storage.set_item(PROBE, "").is_ok() && storage.remove_item(PROBE).is_ok()
                || storage.length().is_ok_and(|length| length > 0)
        });
        if usable {
            Self::Local { storage: LocalStorage::raw(), ahead: Mutex::default() }
        } else {
            Self::Memory(MemoryStore::new())
        }
    }

    /// The same with what was read of it ahead, which must still hold.
    #[must_use]
    pub fn with_ahead(self, kept: Option<Kept>) -> Self {
        match self {
            Self::Local { storage, .. } => Self::Local { storage, ahead: Mutex::new(kept) },
            memory @ Self::Memory(_) => memory,
        }
    }

    /// True where nothing outlives the page.
    #[must_use]
    pub fn is_memory(&self) -> bool {
        matches!(self, Self::Memory(_))
    }
}

/// UTF-16 units that other pages of this address take of the room they share with ours.
#[must_use]
pub fn taken_by_others() -> usize {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    let Some(storage) = storage else { return 0 };
    let one_by_one =
        || (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten()).collect();
    let names = names_under("").unwrap_or_else(one_by_one);
    let others = names.iter().filter(|name| !name.starts_with(PREFIX));
    let value = |name: &str| storage.get_item(name).ok().flatten();
    others.map(|name| units(name) + value(name).map_or(0, |value| units(&value))).sum()
}

impl Store for BrowserStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        match self {
            Self::Memory(store) => store.keys(),
            Self::Local { storage, ahead } => {
                let names = ahead.lock().ok().and_then(|ahead| ahead.as_ref().map(Kept::keys));
                if let Some(names) = names.or_else(|| names_under(PREFIX)) {
                    return Ok(names);
                }
                let length = storage.length().map_err(refused)?;
                let mut keys = Vec::new();
                for index in 0..length {
                    let key = storage.key(index).map_err(refused)?;
                    keys.extend(key.and_then(|key| key.strip_prefix(PREFIX).map(str::to_owned)));
                }
                Ok(keys)
            }
        }
    }

    fn read_many(&self, keys: &[String]) -> Result<Vec<Option<String>>, StoreError> {
        match self {
            Self::Memory(store) => store.read_many(keys),
            Self::Local { ahead, .. } => {
                let read = ahead.lock().ok().and_then(|mut ahead| ahead.as_mut()?.next(keys));
                match read.or_else(|| values_at_once(keys)) {
                    Some(values) => Ok(values),
                    None => keys.iter().map(|key| self.read(key)).collect(),
                }
            }
        }
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        match self {
            Self::Memory(store) => store.read(key),
            Self::Local { storage, .. } => storage.get_item(&full(key)).map_err(refused),
        }
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), StoreError> {
        match self {
            Self::Memory(store) => store.write(key, value),
            Self::Local { storage, ahead } => {
                *ahead = Mutex::default();
                storage.set_item(&full(key), value).map_err(|error| failed_write(&error))
            }
        }
    }

    fn remove(&mut self, key: &str) -> Result<(), StoreError> {
        match self {
            Self::Memory(store) => store.remove(key),
            Self::Local { storage, ahead } => {
                *ahead = Mutex::default();
                storage.remove_item(&full(key)).map_err(refused)
            }
        }
    }
}

/// What follows a prefix in the keys that begin with it, in one text instead of a call for each, as the page's first
/// script reads them; none without it.
fn names_under(prefix: &str) -> Option<Vec<String>> {
    let names = scripted("relanceNames", &[prefix.into(), SIGN.to_string().into()])?;
    Some(names.split(SIGN).filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

/// The values under some keys in the same way; none where they cannot be told apart, because the sign is in one of them,
/// or a key is gone.
fn values_at_once(keys: &[String]) -> Option<Vec<Option<String>>> {
    let names = keys.join(&SIGN.to_string());
    let values = scripted("relanceValues", &[PREFIX.into(), names.into(), SIGN.to_string().into()])?;
    let values: Vec<_> = values.split(SIGN).map(|value| Some(value.to_owned())).collect();
    (values.len() == keys.len()).then_some(values)
}

fn scripted(name: &str, arguments: &[JsValue]) -> Option<String> {
    let global = js_sys::global();
    let function: Function = Reflect::get(&global, &JsValue::from(name)).ok()?.dyn_into().ok()?;
    function.apply(&global, &arguments.iter().collect()).ok()?.as_string()
}

fn full(key: &str) -> String {
    format!("{PREFIX}{key}")
}

#[allow(clippy::needless_pass_by_value, reason = "the shape map_err wants")]
fn refused(_: JsValue) -> StoreError {
    StoreError::Refused
}

fn failed_write(error: &JsValue) -> StoreError {
    if says_full(&error_name(error)) { StoreError::Full } else { StoreError::Refused }
}
