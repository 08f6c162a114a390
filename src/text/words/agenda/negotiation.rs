//! What the agenda says of offers and of what is agreed about a dispute.

use chrono::{NaiveDate, NaiveTime};

use super::say;
use crate::base::Currency;
use crate::domain::dispute::Side;
use crate::domain::dunning::ContestedPart;
use crate::text::{Lang, format};

/// A part that is contested, beside what is asked for.
#[must_use]
pub fn contested(lang: Lang, part: &ContestedPart, currency: Currency) -> String {
    let amount = format::money(lang, part.amount, currency);
    if let Some(day) = part.answered {
        let day = format::date(lang, day);
        return say(
            lang,
            || format!("{amount} contestés, suivis à part\u{a0}: réponse envoyée le {day}."),
            || format!("{amount} contested, followed up apart: answered on {day}."),
        );
    }
    let day = format::date(lang, part.answer_by);
    say(
        lang,
        || format!("{amount} contestés, suivis à part\u{a0}: réponse à donner au plus tard le {day}."),
        || format!("{amount} contested, followed up apart: to be answered by {day}."),
    )
}

/// A meeting that is to come, or is today.
pub(super) fn meeting(
    lang: Lang,
    day: NaiveDate,
    time: Option<NaiveTime>,
    place: &str,
    today: NaiveDate,
) -> String {
    let on = if day == today {
        lang.pick("aujourd’hui", "today").to_owned()
    } else {
        let day = format::date_with_weekday(lang, day);
        lang.pick(format!("le {day}"), format!("on {day}"))
    };
    let at = time.map(|time| format::time(lang, time)).unwrap_or_default();
    let at = if at.is_empty() { at } else { lang.pick(format!(" à {at}"), format!(" at {at}")) };
    let place = if place.is_empty() { String::new() } else { format!(" ({place})") };
    say(
        lang,
        || format!("Rendez-vous {on}{at}{place}, au sujet de ce qui est contesté."),
        || format!("Meeting {on}{at}{place}, about what is contested."),
    )
}

/// A meeting that is over.
pub(super) fn held(lang: Lang, day: NaiveDate) -> String {
    let day = format::date(lang, day);
    say(
        lang,
        || format!("Rendez-vous du {day}\u{a0}: noter ce qui a été convenu, et le confirmer par écrit."),
        || format!("Meeting of {day}: note what was agreed, and confirm it in writing."),
    )
}

/// Something promised.
pub(super) fn committed(lang: Lang, side: Side, what: &str, by: NaiveDate, today: NaiveDate) -> String {
    let day = format::date_with_weekday(lang, by);
    let who = match side {
        Side::Ours => lang.pick("Vous vous êtes engagé", "You promised"),
        Side::Theirs => lang.pick("Le client s’est engagé", "The client promised"),
    };
    let is_late = by < today;
    say(
        lang,
        || {
            let late = if is_late { " La date est passée." } else { "" };
            format!("{who}\u{a0}: {what}, pour le {day}.{late}")
        },
        || {
            let late = if is_late { " That day is past." } else { "" };
            format!("{who}: {what}, by {day}.{late}")
        },
    )
}

/// An offer that may still be taken up.
/// What is to be paid under it is said with what of it is still missing, where a part has come in.
pub(super) fn open(lang: Lang, on: NaiveDate, until: NaiveDate, pay: &str, left: Option<&str>) -> String {
    let (on, until) = (format::date(lang, on), format::date_with_weekday(lang, until));
    say(
        lang,
        || {
            let pay = left.map_or_else(
                || format!("{pay} à régler"),
                |left| format!("{left} encore attendus sur {pay}"),
            );
            format!(
                "Offre du {on}, valable jusqu’au {until} ({pay}). Les relances reprendront d’elles-mêmes."
            )
        },
        || {
            let pay =
                left.map_or_else(|| format!("{pay} to pay"), |left| format!("{left} of {pay} still to come"));
            format!("Offer of {on}, good until {until} ({pay}). Reminders will go on by themselves.")
        },
    )
}

/// An offer the client agreed to, with what is still to be paid under it.
pub(super) fn agreed(lang: Lang, on: NaiveDate, by: NaiveDate, left: Option<&str>) -> String {
    let (on, by) = (format::date(lang, on), format::date_with_weekday(lang, by));
    match left {
        Some(left) => say(
            lang,
            || format!("Offre acceptée le {on}\u{a0}: {left} à recevoir au plus tard le {by}."),
            || format!("Offer agreed to on {on}: {left} to come by {by}."),
        ),
        None => say(
            lang,
            || format!("Offre acceptée le {on}, à exécuter au plus tard le {by}."),
            || format!("Offer agreed to on {on}, to be carried out by {by}."),
        ),
    }
}

/// An offer whose money was there in time.
pub(super) fn met(lang: Lang, on: NaiveDate) -> String {
    let on = format::date(lang, on);
    say(
        lang,
        || format!("La somme de l’offre était là le {on}, dans les temps\u{a0}: donner ce qui était promis."),
        || format!("The sum of the offer was there on {on}, in time: give what was offered."),
    )
}

/// What was agreed on is late.
pub(super) fn overdue(lang: Lang, what: &str, by: NaiveDate, ours: bool) -> String {
    let by = format::date(lang, by);
    if ours {
        say(
            lang,
            || {
                format!(
                    "Reprise promise pour le {by}\u{a0}: {what}. La faire d’abord, ou convenir d’un autre jour."
                )
            },
            || format!("Work to be put right by {by}: {what}. Do it first, or agree on another day."),
        )
    } else {
        say(
            lang,
            || {
                format!(
                    "Retour attendu pour le {by}\u{a0}: {what}. Le noter s’il a eu lieu, sinon retirer l’offre."
                )
            },
            || format!("Goods to be back by {by}: {what}. Note it if they are, or else end the offer."),
        )
    }
}

/// An offer that lapsed.
pub(super) fn lapsed(lang: Lang, on: NaiveDate, until: NaiveDate) -> String {
    let (on, until) = (format::date(lang, on), format::date(lang, until));
    say(
        lang,
        || {
            format!(
                "L’offre du {on}, valable jusqu’au {until}, est tombée d’elle-même\u{a0}: tout reste dû, les relances reprennent."
            )
        },
        || {
            format!(
                "The offer of {on}, good until {until}, has lapsed by itself: all is owed, reminders go on."
            )
        },
    )
}
