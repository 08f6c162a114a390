//! How high things are on the page, as whole numbers: sixty-fourths of a pixel, the unit browsers lay out in.

use wasm_bindgen::JsCast;
use web_sys::Element;

/// Parts of a pixel that are told apart.
const PARTS: f64 = 64.0;

/// Top and bottom of an element in the window.
#[must_use]
#[expect(clippy::float_arithmetic, reason = "the browser measures in floats; nothing of it is money")]
#[expect(clippy::cast_possible_truncation, reason = "a page is far lower than that")]
pub fn height(element: &Element) -> (i64, i64) {
    let frame = element.get_bounding_client_rect();
    ((frame.top() * PARTS) as i64, (frame.bottom() * PARTS).ceil() as i64)
}

/// Width of an element.
#[must_use]
#[expect(clippy::float_arithmetic, reason = "the browser measures in floats; nothing of it is money")]
#[expect(clippy::cast_possible_truncation, reason = "a page is far narrower than that")]
fn width(element: &Element) -> i64 {
    (element.get_bounding_client_rect().width() * PARTS) as i64
}

/// The elements below one that match a selector, in order.
#[must_use]
pub fn below(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// How wide the elements below one that match a selector are, in ten-thousandths of their sum.
#[must_use]
pub fn shares(root: &Element, selector: &str) -> Vec<i64> {
    let widths: Vec<i64> = below(root, selector).iter().map(width).collect();
    let all = widths.iter().sum::<i64>().max(1);
    widths.into_iter().map(|width| width * 10_000 / all).collect()
}
