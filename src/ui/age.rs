//! How old something is, in words: the last backup among other things.

use leptos::prelude::*;

use super::state::{App, Obstacle};
use crate::browser::clock;
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

/// How old the last backup is, and how much changed since.
pub fn last_backup_text(app: App) -> String {
    let words = app.words(backups::words).now();
    let (lang, since) = (app.lang(), app.changes_since_backup());
    let changed = |one, many| format::count(lang, i64::try_from(since).unwrap_or(i64::MAX), one, many);
    match app.last_backup.get().filter(|last| last.is_made()) {
        None if since == 0 => words.never.to_owned(),
        None => {
            let only_here = if app.obstacle.get() == Some(Obstacle::Memory) {
                changed(words.unsaved_page, words.unsaved_page_many)
            } else {
                changed(words.unsaved_change, words.unsaved_changes)
            };
            format!("{} {only_here}.", words.never)
        }
        Some(last) => {
            let age = age(lang, last.minutes, clock::minutes());
            if since == 0 {
                format!("{}{age}. {}", words.last, words.nothing_since)
            } else {
                format!("{}{age}{}{}.", words.last, words.and, changed(words.change, words.changes))
            }
        }
    }
}
