//! Keys that work on every screen. In a field they are the browser's, which takes back what was typed there.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

/// What the keys ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl+Z or ⌘Z.
    Undo,
    /// Ctrl+Shift+Z, ⌘⇧Z or Ctrl+Y.
    Redo,
}

/// Calls back whenever one of the shortcuts is pressed outside a field, for as long as the page is open.
pub fn on_shortcut(callback: impl Fn(Shortcut) + 'static) {
    super::location::on_window("keydown", move |event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        if event.default_prevented() || is_in_field(&event) {
            return;
        }
        if let Some(shortcut) = shortcut(&event) {
            event.prevent_default();
            callback(shortcut);
        }
    });
}

fn shortcut(event: &KeyboardEvent) -> Option<Shortcut> {
    if event.alt_key() || !(event.ctrl_key() || event.meta_key()) {
        return None;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Shortcut::Undo),
        ("z", true) => Some(Shortcut::Redo),
        ("y", false) if event.ctrl_key() => Some(Shortcut::Redo),
        _ => None,
    }
}

/// Something is typed where the focus is.
fn is_in_field(event: &KeyboardEvent) -> bool {
    const TYPED_IN: &str = "textarea, [contenteditable], \
        input:not([type=radio], [type=checkbox], [type=file], [type=button], [type=submit])";
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.matches(TYPED_IN).unwrap_or_default())
}

/// No field, no list of choices and no dialog has the focus: letters and arrows are free to move about the page.
#[must_use]
pub fn is_free(event: &KeyboardEvent) -> bool {
    const TAKEN: &str = "input:not([type=button], [type=submit]), select, textarea, [contenteditable], dialog, \
        [role=dialog], [role=menu], [role=tablist], [role=radiogroup]";
    let page = web_sys::window().and_then(|window| window.document());
    let is_open = page.is_some_and(|page| matches!(page.query_selector("dialog[open]"), Ok(Some(_))));
    !is_open && !is_within(event, TAKEN)
}

/// The focus is on something, or in it, that a selector finds.
#[must_use]
pub fn is_within(event: &KeyboardEvent, selector: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}
