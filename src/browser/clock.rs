//! Today, as the user's calendar says: local year, month and day, not UTC.

use chrono::NaiveDate;

/// Today's date where the user is.
#[must_use]
pub fn today() -> NaiveDate {
    day_of(&js_sys::Date::new_0())
}

/// The hour of the day where the user is, from 0 to 23.
#[must_use]
pub fn hour() -> u32 {
    js_sys::Date::new_0().get_hours()
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

/// Now, in seconds since 1970 (UTC).
#[must_use]
#[expect(clippy::float_arithmetic, reason = "the browser counts milliseconds in floats")]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it fits until 2106")]
pub fn seconds() -> u32 {
    (js_sys::Date::now() / 1_000.0) as u32
}

/// A moment, in minutes since 1970 (UTC), as the user's calendar and clock say: day, hour, minute.
#[must_use]
#[expect(clippy::float_arithmetic, reason = "the browser counts milliseconds in floats")]
pub fn local(minutes: u32) -> (NaiveDate, u32, u32) {
    let moment = js_sys::Date::new(&(f64::from(minutes) * 60_000.0).into());
    (day_of(&moment), moment.get_hours(), moment.get_minutes())
}

fn day_of(moment: &js_sys::Date) -> NaiveDate {
    i32::try_from(moment.get_full_year())
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, moment.get_month() + 1, moment.get_date()))
        .unwrap_or_default()
}
