//! Whether the browser may throw away what we keep when it runs short of room, and how much room there is.

use wasm_bindgen::JsValue;

use super::script::{answer, of_navigator, property};

/// Whether our data is kept until the user erases it; none where the browser does not say.
pub async fn persisted() -> Option<bool> {
    answer(&of_navigator("storage")?, "persisted", &[]).await.ok()?.as_bool()
}

/// Asks the browser to keep our data until the user erases it; some browsers ask the user. Says whether it will; none
/// where it cannot be asked.
pub async fn persist() -> Option<bool> {
    answer(&of_navigator("storage")?, "persist", &[]).await.ok()?.as_bool()
}

/// Bytes in use and bytes there may be, roughly; none where the browser does not say.
pub async fn estimate() -> Option<(u64, u64)> {
    let estimate = answer(&of_navigator("storage")?, "estimate", &[]).await.ok()?;
    Some((whole(&property(&estimate, "usage")?)?, whole(&property(&estimate, "quota")?)?))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of bytes")]
fn whole(value: &JsValue) -> Option<u64> {
    value.as_f64().map(|number| number as u64)
}
