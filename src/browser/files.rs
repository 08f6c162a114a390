//! Files in and out: download a text, read a chosen file.

use gloo_file::{Blob, ObjectUrl};
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// Offers a text as a file to keep; says whether the browser was asked.
pub fn download(name: &str, mime: &str, text: &str) -> bool {
    let blob = Blob::new_with_options(text, Some(mime));
    let url = ObjectUrl::from(blob);
    let link = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("a").ok())
        .and_then(|element| element.dyn_into::<HtmlAnchorElement>().ok());
    let Some(link) = link else { return false };
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download starts from the address after this turn: it must outlive it.
    super::timer::after(60_000, move || drop(url));
    true
}

/// The text of a file the user chose; none where it cannot be read as UTF-8.
pub async fn read(file: web_sys::File) -> Option<String> {
    String::from_utf8(read_bytes(file).await?).ok()
}

/// What is in a file the user chose, whatever it is; none where it cannot be read.
pub async fn read_bytes(file: web_sys::File) -> Option<Vec<u8>> {
    gloo_file::futures::read_as_bytes(&gloo_file::File::from(file)).await.ok()
}

/// The first file of what was dropped on the page.
#[must_use]
pub fn dropped(event: &web_sys::Event) -> Option<web_sys::File> {
    let transfer = js_sys::Reflect::get(event, &"dataTransfer".into()).ok()?;
    let files = js_sys::Reflect::get(&transfer, &"files".into()).ok()?;
    files.dyn_into::<web_sys::FileList>().ok()?.get(0)
}
