//! A picture the user chose, made small enough to be kept: drawn again by the browser, no larger than it prints.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// Widest and highest a kept picture is, in pixels: some 60 mm at 300 dots an inch.
const SIDES: [u32; 3] = [700, 420, 240];

/// The picture as a `data:` address of at most so many characters; none where the file is no picture or the browser
/// cannot draw it.
pub async fn small(file: web_sys::File, most: usize) -> Option<String> {
    let url = gloo_file::ObjectUrl::from(gloo_file::File::from(file));
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&url);
    JsFuture::from(image.decode()).await.ok()?;
    SIDES.into_iter().find_map(|side| drawn(&image, side).filter(|address| address.len() <= most))
}

fn drawn(image: &HtmlImageElement, side: u32) -> Option<String> {
    let (width, height) = (image.natural_width(), image.natural_height());
    let longest = width.max(height).max(1);
    let fitted = |length: u32| if longest <= side { length } else { (length * side / longest).max(1) };
    let canvas: HtmlCanvasElement =
        web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(fitted(width));
    canvas.set_height(fitted(height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(
            image,
            0.0,
            0.0,
            f64::from(fitted(width)),
            f64::from(fitted(height)),
        )
        .ok()?;
    canvas.to_data_url_with_type("image/png").ok()
}
