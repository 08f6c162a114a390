//! Reasons that rest on calls, and on a case that is watched closely.

use chrono::NaiveDate;

use super::say;
use crate::base::dates;
use crate::domain::event::Outcome;
use crate::text::words::dunning;
use crate::text::{Lang, format};

pub(super) fn watched(lang: Lang, since: NaiveDate, until: NaiveDate, contacts: usize) -> String {
    let (since, until) = (format::date(lang, since), format::date(lang, until));
    let made = if contacts == 0 {
        lang.pick("pas encore de contact", "no contact yet").to_owned()
    } else {
        let count = i64::try_from(contacts).unwrap_or(i64::MAX);
        let made = format::count(lang, count, "contact", "contacts");
        lang.pick(format!("{made} sans réponse"), format!("{made} without an answer"))
    };
    say(
        lang,
        || {
            format!(
                "Suivi rapproché depuis le {since}\u{a0}: {made}. Il s’arrête à la première réponse, au plus tard le {until}."
            )
        },
        || {
            format!(
                "Close watch since {since}: {made}. It stops at the first answer, on {until} at the latest."
            )
        },
    )
}

/// On the day, or before it, when; after it, since when.
pub(super) fn call_again(lang: Lang, on: NaiveDate, again: NaiveDate, today: NaiveDate) -> String {
    let (on, day) = (format::date(lang, on), format::date(lang, again));
    let late = dates::days_between(again, today);
    if late <= 0 {
        return say(
            lang,
            || format!("Appel du {on}\u{a0}: rappeler le {day}."),
            || format!("Call of {on}: to be called again on {day}."),
        );
    }
    let late = format::days(lang, late);
    say(
        lang,
        || format!("Appel du {on}\u{a0}: à rappeler depuis le {day}, il y a {late}."),
        || format!("Call of {on}: to be called again since {day}, {late} ago."),
    )
}

pub(super) fn called(lang: Lang, on: NaiveDate, outcome: Outcome) -> String {
    let (on, said) = (format::date(lang, on), dunning::outcome(lang, outcome).to_lowercase());
    say(
        lang,
        || format!("Appel du {on}\u{a0}: {said}. En garder une trace écrite."),
        || format!("Call of {on}: {said}. Keep it in writing."),
    )
}
