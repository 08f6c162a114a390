//! Today, as the user's calendar says: local year, month and day, not UTC.

use chrono::NaiveDate;

/// Today's date where the user is.
#[must_use]
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    i32::try_from(now.get_full_year())
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()))
        .unwrap_or_default()
}

/// Now, in minutes since 1970 (UTC).
#[must_use]
#[expect(clippy::float_arithmetic, reason = "the browser counts milliseconds in floats")]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it fits for eight thousand years"
)]
pub fn minutes() -> u32 {
    (js_sys::Date::now() / 60_000.0) as u32
}
