//! Words of how a payment plan ends where it was not kept: broken, let go on, closed although it was paid late, stopped.

use chrono::NaiveDate;

use super::agenda;
use crate::base::{Amount, Currency};
use crate::domain::plan::standing::PlanRow;
use crate::domain::plan::{Notice, Plan};
use crate::text::{Lang, format};

words! {
    breached_why: "Le délai est passé : vous pouvez constater la rupture, et tout redevient dû. Ou laisser l’échéancier continuer, en l’écrivant au client.", "The time is over: you may declare the plan broken, and all falls due. Or let it go on, and write that to the client.";
    paid_since: "La somme est arrivée après le délai de la mise en demeure. Elle est déduite de ce qui est dû, mais ne rétablit pas l’échéancier : à vous de le laisser continuer, en l’écrivant au client, ou de constater la rupture.", "The sum came after the time of the notice. It is taken off what is owed, but does not bring the plan back: it is for you to let it go on, and write that to the client, or to declare it broken.";
    go_on: "Laisser l’échéancier continuer", "Let the plan go on";
    go_on_why: "La mise en demeure ne compte alors plus. Une nouvelle échéance manquée en demandera une autre.", "The notice then counts no more. Another missed instalment will want one of its own.";
    written: "Ce que vous écrivez au client", "What you write to the client";
    written_hint: "À copier dans un e-mail ; gardé au dossier avec sa date.", "To be copied into an e-mail; kept on file with its date.";
    copy: "Copier", "Copy";
    note_on: "Noter que l’échéancier continue", "Note that the plan goes on";
    went_on: "Échéancier maintenu", "Let go on";
    doubtful: "Le paiement est arrivé après la fin estimée de la mise en demeure. Sa réception dira s’il est venu à temps : notez-la.", "The payment came after the estimated end of the notice. Its receipt tells whether that was in time: note it.";
    late: "Payé en entier, mais pas à ses dates", "Paid in full, but not on its days";
    late_sum: "Échéance", "Instalment";
    late_missing: "Manquait ce jour-là", "Missing that day";
    claim: "Clore sans rien abandonner", "Close and give nothing up";
    give_up: "Clore et abandonner quand même", "Close and give it up all the same";
    late_told: "Une échéance au moins n’était pas payée à sa date : ce qui devait être abandonné ne l’est plus d’office. Vous choisirez à la fin.", "One instalment at least was not paid on its day: what was to be given up no longer is by itself. You will choose at the end.";
    to_lodge: "Non payé, à déclarer", "Unpaid, to be lodged";
}

/// What a plan that was paid late gives up only if the creditor still wants to.
#[must_use]
pub fn late_why(lang: Lang, given_up: Amount, currency: Currency) -> String {
    let sum = format::money(lang, given_up, currency);
    lang.pick(
        format!("{sum} ne devaient être abandonnés que si chaque échéance était payée à sa date. Vous pouvez les réclamer, ou y renoncer quand même."),
        format!("{sum} was to be given up only if each instalment was paid on its day. You may claim it, or give it up all the same."),
    )
}

/// A sum that came late, by its place and its day.
#[must_use]
pub fn late_sum(lang: Lang, row: &PlanRow, of: usize) -> String {
    let (sum, day) = (agenda::plan::sum(lang, row.number, of), format::date(lang, row.due));
    lang.pick(format!("{sum}, {day}"), format!("{sum}, {day}"))
}

/// What is owed once a plan was closed that was paid late.
#[must_use]
pub fn left(lang: Lang, owed: &str, today: NaiveDate) -> String {
    let today = format::date(lang, today);
    lang.pick(
        format!("Rien n’a été abandonné : il reste {owed} au {today}."),
        format!("Nothing was given up: {owed} is left on {today}."),
    )
}

/// Why a plan stands still.
#[must_use]
pub fn stopped(lang: Lang, opened: NaiveDate) -> String {
    let opened = format::date(lang, opened);
    lang.pick(format!("Arrêté par le jugement du {opened}"), format!("Stopped by the judgment of {opened}"))
}

/// What is proposed to be written to the client when a plan goes on although its notice was left unanswered.
#[must_use]
pub fn letter(lang: Lang, plan: &Plan, row: &PlanRow, notice: Notice) -> String {
    let date = |day| format::date(lang, day);
    let (due, sent, until) = (date(row.due), date(notice.sent), date(notice.until));
    let signed = date(plan.accepted.unwrap_or(plan.proposed));
    let since = if row.left().is_zero() {
        lang.pick("Le paiement est bien arrivé depuis. ", "The payment has arrived since. ")
    } else {
        ""
    };
    lang.pick(
        format!("L’échéance du {due} n’était pas entièrement réglée le {until}, dernier jour donné par ma mise en demeure du {sent}. {since}Pour cette fois, je ne demande pas le paiement immédiat du tout : l’échéancier signé le {signed} continue, aux mêmes dates. Cela ne vaut que pour ce retard, et je ne renonce à rien d’autre."),
        format!("The instalment of {due} was not paid in full on {until}, the last day given by my notice of {sent}. {since}For this once I do not ask for everything at once: the plan signed on {signed} goes on, on the same dates. This holds for this delay only, and I give up nothing else."),
    )
}
