//! Changes made by another tab: the tab that wrote says so on a channel, and the browser tells of each key of local
//! storage to every tab but that one.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

use crate::store::PREFIX;

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

/// Name of the channel that all tabs share.
const CHANNEL: &str = "relance";

thread_local! {
    static SPEAKER: Option<BroadcastChannel> = BroadcastChannel::new(CHANNEL).ok();
}

/// Tells the other tabs that a change of this number is saved.
pub fn announce(number: u64) {
    SPEAKER.with(|speaker| {
        if let Some(speaker) = speaker {
            // A channel that is closing has nobody to tell.
            let _ = speaker.post_message(&number.to_string().into());
        }
    });
}

/// Calls back with the number of a change whenever another tab has saved one, for as long as the page is open.
pub fn on_announcement(callback: impl Fn(u64) + 'static) {
    SPEAKER.with(|speaker| {
        let Some(speaker) = speaker else { return };
        let callback = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let number = event.data().as_string().and_then(|text| text.parse().ok());
            callback(number.unwrap_or_default());
        });
        speaker.set_onmessage(Some(callback.as_ref().unchecked_ref()));
        callback.forget();
    });
}
