//! The clipboard, with the older way where the newer one is refused.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement};

/// Puts a text on the clipboard; says whether it is there.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Absent on pages opened without TLS: then the property is undefined.
    let clipboard = js_sys::Reflect::get(&window.navigator(), &"clipboard".into()).ok();
    if clipboard.is_some_and(|clipboard| clipboard.is_object())
        && JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_by_selection(text).unwrap_or(false)
}

/// Selects the text in a field off the screen and asks the page to copy the selection.
fn copy_by_selection(text: &str) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let body = document.body()?;
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_class_name("visually-hidden");
    field.set_value(text);
    body.append_child(&field).ok()?;
    field.select();
    let copied = document.dyn_into::<HtmlDocument>().ok().and_then(|page| page.exec_command("copy").ok());
    field.remove();
    copied
}
