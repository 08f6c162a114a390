//! Files in and out: download a text, read a chosen file.

use gloo_file::{Blob, ObjectUrl};
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// Offers a calendar as a file; says whether the browser was asked.
pub fn download_calendar(name: &str, file: &str) -> bool {
    download(name, "text/calendar;charset=utf-8", file)
}

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

/// The style of sheets. It comes with the parts that lay them out, so that the first screen need not wait for it.
pub const SHEET_STYLE: &str = include_str!("../../style/sheet.css");

/// What the sheets take from the other style sheets of the app.
const ALONE_STYLE: &str = "@page{size:A4;margin:0}*,*::before,*::after{box-sizing:border-box;margin:0}body{margin:0;padding:8mm 0;background:#eee}\
:root{--line:#ccc;--shade:#0003;--space-2:.5rem;--space-4:1rem;--serif:Charter,\"Bitstream Charter\",\"Sitka Text\",Cambria,\"Noto Serif\",Georgia,\"Liberation Serif\",\"Times New Roman\",serif}\
table{width:100%;border-collapse:collapse}th{text-align:start;font-weight:500}th,td{vertical-align:baseline}tfoot :is(th,td){font-weight:600}.sheet-desk>.letter>.sheet-page{max-inline-size:210mm;margin-inline:auto}.number{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}\
@media print{body{padding:0;background:none}}";

/// A page that stands alone: the sheets with their style, and nothing that is fetched or run.
#[must_use]
pub fn paper(lang: &str, title: &str, sheets: &str) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>{ALONE_STYLE}\n{SHEET_STYLE}</style>\n<div class=\"sheet-desk\">{sheets}</div>\n</html>\n"
    )
}

/// A text as part of a file name: letters, digits and dashes.
#[must_use]
pub fn safe_name(text: &str) -> String {
    let name: String = text.chars().map(|it| if it.is_alphanumeric() { it } else { '-' }).take(60).collect();
    name.trim_matches('-').to_owned()
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
