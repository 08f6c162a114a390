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
