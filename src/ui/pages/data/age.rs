//! How old something is, in words.

use crate::text::words::backups;
use crate::text::{Lang, format};

/// The time between two minutes: « moins d'une heure », « 3 heures », « 9 jours ».
pub fn age(lang: Lang, then: u32, now: u32) -> String {
    let words = backups::words(lang);
    let hours = i64::from(now.saturating_sub(then) / 60);
    match hours {
        0 => words.within_hour.to_owned(),
        1..48 => format::count(lang, hours, words.hour, words.hours),
        _ => format::days(lang, hours / 24),
    }
}
