//! When the program stops: the page's own notice takes over (`public/rescue.js`), which needs nothing of ours.

use web_sys::{CustomEvent, CustomEventInit};

/// Sends a panic's message to the page's notice, and to the console.
pub fn set_panic_hook() {
    std::panic::set_hook(Box::new(|panic| {
        let message = panic.to_string();
        web_sys::console::error_1(&message.as_str().into());
        let detail = CustomEventInit::new();
        detail.set_detail(&message.into());
        if let (Some(window), Ok(event)) =
            (web_sys::window(), CustomEvent::new_with_event_init_dict("relance:crash", &detail))
        {
            // Nothing more can be done if even this is refused.
            let _ = window.dispatch_event(&event);
        }
    }));
}
