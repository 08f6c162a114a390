//! The clipboard, with the older way where the newer one is refused.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlDocument, HtmlTextAreaElement};

/// Puts a text on the clipboard; says whether it is there.
pub async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Absent on pages opened without TLS: then the property is undefined.
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into()).ok();
    if clipboard.is_some_and(|clipboard| clipboard.is_object())
        && JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
    {
        return true;
    }
    copy_by_selection(text).unwrap_or(false)
}

/// Puts a text on the clipboard in two forms, of which the program it is pasted in takes the one it knows; where that is
/// refused, the plain one alone.
pub async fn copy_rich(html: String, text: String) -> bool {
    let is_there = copy_by_event(html, text.clone()).unwrap_or(false);
    is_there || copy(&text).await
}

/// Asks the page to copy, and answers what is to be copied.
fn copy_by_event(html: String, text: String) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let done = Rc::new(Cell::new(false));
    let answered = Rc::clone(&done);
    let answer = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let set = |data: &JsValue, kind: &str, text: &str| {
            let method = Reflect::get(data, &"setData".into()).ok()?.dyn_into::<Function>().ok()?;
            method.call2(data, &kind.into(), &text.into()).ok()
        };
        let data = Reflect::get(&event, &"clipboardData".into()).unwrap_or_default();
        if set(&data, "text/html", &html).is_some() && set(&data, "text/plain", &text).is_some() {
            event.prevent_default();
            answered.set(true);
        }
    });
    let function = answer.as_ref().unchecked_ref();
    document.add_event_listener_with_callback("copy", function).ok()?;
    let copied =
        document.clone().dyn_into::<HtmlDocument>().ok().and_then(|page| page.exec_command("copy").ok());
    document.remove_event_listener_with_callback("copy", function).ok()?;
    Some(copied.unwrap_or(false) && done.get())
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
