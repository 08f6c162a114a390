//! The page itself: its language, colours, title, focus, printing, and coming back to it.

use std::cell::RefCell;

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

fn root(name: &str) -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute(name)).unwrap_or_default()
}

fn set_root(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Attribute names are constants of ours, so the page cannot refuse them.
        let _ = root.set_attribute(name, value);
    }
}

/// Says which language the page is in.
pub fn set_language(tag: &str) {
    set_root("lang", tag);
}

/// The language the page is in.
#[must_use]
pub fn language() -> String {
    root("lang")
}

/// Sets light or dark, or leaves it to the system.
pub fn set_theme(theme: &str) {
    set_root("data-theme", theme);
}

/// The theme the page is in.
#[must_use]
pub fn theme() -> String {
    root("data-theme")
}

/// The script that ran before the first paint found that the program opens elsewhere than at the calculator.
#[must_use]
pub fn starts_elsewhere() -> bool {
    root("data-start") == "elsewhere"
}

/// Says that every part of the program is here: the network may be cut.
pub fn set_ready() {
    set_root("data-ready", "all");
}

/// The names of the files the program came in: others after each publication; empty in a build for development.
#[must_use]
pub fn program() -> String {
    root("data-program")
}

/// The window is too narrow for two columns.
#[must_use]
pub fn is_narrow() -> bool {
    /// 60 rem, as the style sheets have it.
    const TWO_COLUMNS: f64 = 960.0;
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width < TWO_COLUMNS)
}

/// Sets the title of the window.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Removes the shell painted before the program started.
pub fn remove_shell() {
    if let Some(shell) = document().and_then(|document| document.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// Moves the focus to the first element a selector finds; says whether there is one.
pub fn focus(selector: &str) -> bool {
    let element = document()
        .and_then(|document| document.query_selector(selector).ok().flatten())
        .and_then(|element| element.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| {
        // What is folded away cannot have the focus.
        let mut folded = element.closest("details:not([open])").ok().flatten();
        while let Some(details) = folded {
            // It is opened as a press on it would.
            let _ = details.set_attribute("open", "");
            folded = details.closest("details:not([open])").ok().flatten();
        }
        element.focus().is_ok()
    })
}

/// Moves the focus to a field by its identifier, and selects a part of its text, in UTF-16 units.
pub fn select(id: &str, start: u32, end: u32) {
    let Some(field) = document().and_then(|document| document.get_element_by_id(id)) else { return };
    // A field of ours is of one of these kinds, and both take a selection.
    if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        let _ = field.focus();
        let _ = field.set_selection_range(start, end);
    } else if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        let _ = field.focus();
        let _ = field.set_selection_range(start, end);
    }
}

/// Writes a text into a field of several lines, or of one, where the caret is, and leaves the caret behind it; what the
/// field then holds.
pub fn insert(id: &str, text: &str) -> Option<String> {
    let field = document().and_then(|document| document.get_element_by_id(id))?;
    let (value, start, end) = if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        (field.value(), field.selection_start().ok()?, field.selection_end().ok()?)
    } else {
        let field = field.dyn_ref::<HtmlInputElement>()?;
        (field.value(), field.selection_start().ok()?, field.selection_end().ok()?)
    };
    let mut units: Vec<u16> = value.encode_utf16().collect();
    let place =
        |at: Option<u32>| at.and_then(|at| usize::try_from(at).ok()).unwrap_or(units.len()).min(units.len());
    let (start, end) = (place(start), place(end));
    let written: Vec<u16> = text.encode_utf16().collect();
    let caret = u32::try_from(start + written.len()).ok()?;
    units.splice(start..end.max(start), written);
    let value = String::from_utf16_lossy(&units);
    if let Some(field) = field.dyn_ref::<HtmlTextAreaElement>() {
        field.set_value(&value);
    } else if let Some(field) = field.dyn_ref::<HtmlInputElement>() {
        field.set_value(&value);
    }
    select(id, caret, caret);
    Some(value)
}

/// Scrolls back to the top.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Adds a style sheet to the page, once.
pub fn adopt_style(style: &'static str) {
    thread_local! {
        static ADOPTED: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
    }
    let is_there = ADOPTED.with_borrow_mut(|adopted| {
        let is_there = adopted.iter().any(|known| std::ptr::eq(*known, style));
        if !is_there {
            adopted.push(style);
        }
        is_there
    });
    if is_there {
        return;
    }
    // Made by script and not inline: the policy of the page has nothing against it.
    let add = || {
        let make =
            Reflect::get(&js_sys::global(), &"CSSStyleSheet".into()).ok()?.dyn_into::<Function>().ok()?;
        let sheet = Reflect::construct(&make, &Array::new()).ok()?;
        let fill = Reflect::get(&sheet, &"replaceSync".into()).ok()?.dyn_into::<Function>().ok()?;
        fill.call1(&sheet, &style.into()).ok()?;
        let adopted = Reflect::get(document()?.as_ref(), &"adoptedStyleSheets".into()).ok()?;
        let all = Array::from(&adopted);
        all.push(&sheet);
        Reflect::set(document()?.as_ref(), &"adoptedStyleSheets".into(), &all).ok()
    };
    let _ = add();
}

/// The markup of the first element that matches a selector.
#[must_use]
pub fn outer_html(selector: &str) -> Option<String> {
    Some(document()?.query_selector(selector).ok()??.outer_html())
}

/// Opens the browser's print window.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // A browser that cannot print says so itself.
        let _ = window.print();
    }
}

/// Calls back whenever the page is looked at again: the day may have changed.
pub fn on_return(callback: impl Fn() + 'static) {
    super::location::on_window("focus", move |_| callback());
}

/// Calls back whenever the page is no longer looked at: another tab comes to the front, or this one closes.
pub fn on_hide(callback: impl Fn() + 'static) {
    super::location::on_window("visibilitychange", move |_| {
        if is_hidden() {
            callback();
        }
    });
}

/// Whether nobody looks at the page: another tab is in front, or this one is closing.
#[must_use]
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// The Content Security Policy that the page states; none in a build that has none.
#[must_use]
pub fn policy() -> Option<String> {
    let meta = document()?.query_selector("meta[http-equiv='Content-Security-Policy']").ok()??;
    meta.get_attribute("content")
}

/// Asks before the page is left, while something is not written.
pub fn ask_before_leaving(is_needed: impl Fn() -> bool + 'static) {
    super::location::on_window("beforeunload", move |event| {
        if is_needed() {
            event.prevent_default();
        }
    });
}
