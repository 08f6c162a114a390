//! What the agenda says of a payment plan.

use chrono::NaiveDate;

use super::say;
use crate::base::{Amount, Currency};
use crate::domain::claim::Instalment;
use crate::domain::dunning::Due;
use crate::text::{Lang, format};

/// Which sum of a plan: « Échéance 2 sur 4 », « L’acompte ».
#[must_use]
pub fn sum(lang: Lang, number: Option<usize>, of: usize) -> String {
    match (number, lang) {
        (None, Lang::Fr) => "Acompte".to_owned(),
        (None, Lang::En) => "Down-payment".to_owned(),
        (Some(number), Lang::Fr) => format!("Échéance {number} sur {of}"),
        (Some(number), Lang::En) => format!("Instalment {number} of {of}"),
    }
}

fn named(lang: Lang, due: &Due, currency: Currency) -> String {
    let (sum, amount) = (sum(lang, due.number, due.of), format::money(lang, due.amount, currency));
    let day = format::date_with_weekday(lang, due.due);
    say(lang, || format!("{sum}\u{a0}: {amount} le {day}"), || format!("{sum}: {amount} on {day}"))
}

/// A sum that comes next.
pub(super) fn next(lang: Lang, due: &Due, currency: Currency) -> String {
    let named = named(lang, due, currency);
    say(
        lang,
        || format!("{named}, selon l’échéancier signé\u{a0}: vérifier à la banque qu’elle arrive."),
        || format!("{named}, under the signed plan: check that it reaches the bank."),
    )
}

/// A sum that is missing.
pub(super) fn missed(lang: Lang, due: &Due, currency: Currency) -> String {
    let named = named(lang, due, currency);
    say(
        lang,
        || format!("{named}, pas reçue. Demander au client de régulariser, avec un délai."),
        || format!("{named}, not received. Ask the client to make it good, within a time."),
    )
}

/// The time of a notice.
pub(super) fn notice(lang: Lang, sent: NaiveDate, until: NaiveDate) -> String {
    let (sent, until) = (format::date(lang, sent), format::date_with_weekday(lang, until));
    say(
        lang,
        || format!("Échéance manquée, mise en demeure du {sent}\u{a0}: le client a jusqu’au {until}."),
        || format!("Missed instalment, notice of {sent}: the client has until {until}."),
    )
}

/// A notice whose receipt is not noted.
pub(super) fn undated(lang: Lang, sent: NaiveDate) -> String {
    let sent = format::date(lang, sent);
    say(
        lang,
        || {
            format!(
                "La réception de la mise en demeure du {sent} n’est pas notée\u{a0}: son délai court de ce jour-là."
            )
        },
        || format!("The receipt of the notice of {sent} is not noted: its time runs from that day."),
    )
}

/// A notice left unanswered, whether or not what it was about has come since.
pub(super) fn breached(lang: Lang, until: NaiveDate, paid_since: bool) -> String {
    let until = format::date(lang, until);
    if paid_since {
        return say(
            lang,
            || {
                format!(
                    "Payé après le délai donné jusqu’au {until}\u{a0}: à vous de dire si l’échéancier continue."
                )
            },
            || {
                format!(
                    "Paid after the time given until {until}: it is for you to say whether the plan goes on."
                )
            },
        );
    }
    say(
        lang,
        || format!("Le délai donné jusqu’au {until} est passé sans paiement\u{a0}: tout peut redevenir dû."),
        || format!("The time given until {until} is over without payment: all may fall due again."),
    )
}

/// A plan all of whose sums are paid.
pub(super) fn complete(lang: Lang, beside: Option<Instalment>, currency: Currency) -> String {
    let Some(beside) = beside else {
        return say(
            lang,
            || "Tout l’échéancier est payé\u{a0}: reste à le clore.".to_owned(),
            || "The whole plan is paid: what is left is to close it.".to_owned(),
        );
    };
    let (amount, due) = (format::money(lang, beside.amount, currency), format::date(lang, beside.due));
    say(
        lang,
        || {
            format!(
                "Toutes les échéances sont payées\u{a0}: clore l’échéancier. {amount} restent dus à part, à régler d’ici au {due}."
            )
        },
        || {
            format!(
                "Every instalment is paid: close the plan. {amount} remains owed beside it, to be paid by {due}."
            )
        },
    )
}

/// What a plan that was kept left aside.
pub(super) fn beside(lang: Lang, amount: Amount, due: NaiveDate, currency: Currency) -> String {
    let (amount, due) = (format::money(lang, amount, currency), format::date(lang, due));
    say(
        lang,
        || {
            format!(
                "L’échéancier a été tenu\u{a0}; {amount} restés dus à part se règlent d’ici au {due}\u{a0}: en envoyer le compte, ou y renoncer."
            )
        },
        || {
            format!(
                "The plan was kept; {amount} left beside it is to be paid by {due}: send the account of it, or give it up."
            )
        },
    )
}

/// A plan that was not kept.
pub(super) fn broken(lang: Lang, on: NaiveDate) -> String {
    let on = format::date(lang, on);
    say(
        lang,
        || format!("Échéancier rompu le {on}\u{a0}: toute la créance est de nouveau due."),
        || format!("Payment plan broken on {on}: the whole claim is due again."),
    )
}

/// A proposal that may still be answered.
pub(super) fn proposed(lang: Lang, on: NaiveDate, answer_by: NaiveDate) -> String {
    let (on, answer_by) = (format::date(lang, on), format::date_with_weekday(lang, answer_by));
    say(
        lang,
        || format!("Échéancier proposé le {on}\u{a0}: réponse attendue d’ici au {answer_by}."),
        || format!("Payment plan proposed on {on}: an answer is expected by {answer_by}."),
    )
}

/// A proposal that nobody answered in time.
pub(super) fn unanswered(lang: Lang, on: NaiveDate, answer_by: NaiveDate) -> String {
    let (on, answer_by) = (format::date(lang, on), format::date(lang, answer_by));
    say(
        lang,
        || {
            format!(
                "L’échéancier proposé le {on} est resté sans réponse au {answer_by}\u{a0}: tout reste dû, les relances reprennent."
            )
        },
        || {
            format!(
                "The payment plan proposed on {on} was not answered by {answer_by}: all is owed, reminders go on."
            )
        },
    )
}

/// What the client proposes, to be answered.
pub(super) fn offered(lang: Lang, count: u32, first: NaiveDate, on: NaiveDate) -> String {
    let (said, on) = (super::super::circumstances::proposal(lang, count, first), format::date(lang, on));
    say(
        lang,
        || format!("{said} (noté le {on}). Rien n’est accordé\u{a0}: y répondre."),
        || format!("{said} (noted on {on}). Nothing is granted yet: answer."),
    )
}
