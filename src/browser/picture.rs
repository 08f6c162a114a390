//! A picture the user chose, made small enough to be kept: drawn again by the browser, no larger than it prints.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// Widest and highest a kept picture is, in pixels: some 60 mm at 300 dots an inch.
const SIDES: [u32; 3] = [700, 420, 240];

/// Shorter side below which nothing could be seen of a picture, in pixels.
const SMALLEST: u32 = 16;
/// How many times as long as wide a picture may be: beyond, it prints as a line.
const SLENDEREST: u32 = 20;

/// The picture as a `data:` address of at most so many characters; none where the file is no picture or the browser
/// cannot draw it.
pub async fn small(file: web_sys::File, most: usize) -> Option<String> {
    let url = gloo_file::ObjectUrl::from(gloo_file::File::from(file));
    let image = HtmlImageElement::new().ok()?;
    image.set_src(&url);
    JsFuture::from(image.decode()).await.ok()?;
    let (width, height) = (image.natural_width(), image.natural_height());
    if width.min(height) < SMALLEST || SLENDEREST * width.min(height) < width.max(height) {
        return None;
    }
    // A photograph is kept small by its own format rather than by losing its lines.
    let ways = SIDES.into_iter().flat_map(|side| [(side, "image/png"), (side, "image/jpeg")]);
    ways.into_iter()
        .find_map(|(side, format)| drawn(&image, side, format).filter(|address| address.len() <= most))
}

fn drawn(image: &HtmlImageElement, side: u32, format: &str) -> Option<String> {
    let (width, height) = (image.natural_width(), image.natural_height());
    let longest = width.max(height).max(1);
    let fitted = |length: u32| if longest <= side { length } else { (length * side / longest).max(1) };
    let canvas: HtmlCanvasElement =
        web_sys::window()?.document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(fitted(width));
    canvas.set_height(fitted(height));
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    if format == "image/jpeg" {
        // It knows no transparency: paper is white.
        context.set_fill_style_str("white");
        context.fill_rect(0.0, 0.0, f64::from(fitted(width)), f64::from(fitted(height)));
    }
    context
        .draw_image_with_html_image_element_and_dw_and_dh(
            image,
            0.0,
            0.0,
            f64::from(fitted(width)),
            f64::from(fitted(height)),
        )
        .ok()?;
    canvas.to_data_url_with_type(format).ok()
}
