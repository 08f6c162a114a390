//! What stands beside the state of a claim: chips, and the facts they rest on.

use super::agenda::say;
use crate::base::Currency;
use crate::domain::status::Flag;
use crate::text::words::{dunning, limitation};
use crate::text::{Lang, format};

words! {
    suspended: "prestations suspendues", "work suspended";
    insolvent: "procédure collective", "insolvency";
}

/// A flag beside a state, as a chip.
#[must_use]
pub fn flag(lang: Lang, flag: &Flag) -> &'static str {
    match flag {
        Flag::NotSent => lang.pick("à envoyer", "to be sent"),
        Flag::PromiseRunning { .. } => lang.pick("promesse en cours", "promise running"),
        Flag::PlanSpoken { .. } => lang.pick("échéances à signer", "instalments to be signed"),
        Flag::PromiseBroken { .. } => lang.pick("promesse non tenue", "promise not kept"),
        Flag::DisputePartial(_) => lang.pick("litige partiel", "partly in dispute"),
        Flag::DisputeTotal(_) => lang.pick("en litige", "in dispute"),
        Flag::PlanSigned(_) => lang.pick("échéancier en cours", "payment plan running"),
        Flag::Paused { .. } => lang.pick("en pause", "paused"),
        Flag::Watched { .. } => lang.pick("suivi rapproché", "close watch"),
        Flag::Suspended { .. } => words(lang).suspended,
        Flag::Insolvent(_) => words(lang).insolvent,
        Flag::InCourt(..) => lang.pick("en justice", "in court"),
        Flag::LimitationNear { .. } => lang.pick("prescription proche", "limitation near"),
    }
}

/// Why a flag is there, in a sentence.
#[must_use]
pub fn flag_reason(lang: Lang, flag: &Flag, currency: Currency) -> String {
    let money = |amount| format::money(lang, amount, currency);
    let date = |day| format::date(lang, day);
    match flag {
        Flag::NotSent => lang
            .pick("Aucun envoi de la facture n’est noté.", "No sending of the invoice is recorded.")
            .to_owned(),
        Flag::PromiseRunning { amount, by } => say(
            lang,
            || format!("{} promis pour le {}.", money(*amount), date(*by)),
            || format!("{} promised for {}.", money(*amount), date(*by)),
        ),
        Flag::PlanSpoken { on, count, amount } => say(
            lang,
            || {
                format!(
                    "Convenu au téléphone le {}\u{a0}: {count} versements, {} en tout. Rien n’est encore signé.",
                    date(*on),
                    money(*amount)
                )
            },
            || {
                format!(
                    "Agreed by telephone on {}: {count} payments, {} in all. Nothing is signed yet.",
                    date(*on),
                    money(*amount)
                )
            },
        ),
        Flag::PromiseBroken { amount, by } => say(
            lang,
            || format!("{} promis pour le {}, non reçus.", money(*amount), date(*by)),
            || format!("{} promised for {}, not received.", money(*amount), date(*by)),
        ),
        Flag::DisputePartial(amount) | Flag::DisputeTotal(amount) => say(
            lang,
            || format!("Le client conteste {}.", money(*amount)),
            || format!("The client contests {}.", money(*amount)),
        ),
        Flag::PlanSigned(on) => say(
            lang,
            || format!("Échéancier signé le {}.", date(*on)),
            || format!("Payment plan signed on {}.", date(*on)),
        ),
        Flag::Paused { cause, until } => {
            let cause = dunning::pause(lang, *cause);
            say(
                lang,
                || format!("{cause}, jusqu’au {}.", date(*until)),
                || format!("{cause}, until {}.", date(*until)),
            )
        }
        Flag::Watched { since, until } => say(
            lang,
            || format!("Suivi rapproché depuis le {}, au plus tard jusqu’au {}.", date(*since), date(*until)),
            || format!("Close watch since {}, until {} at the latest.", date(*since), date(*until)),
        ),
        Flag::Suspended { work, since } => say(
            lang,
            || format!("Prestations suspendues depuis le {}\u{a0}: {work}.", date(*since)),
            || format!("Work suspended since {}: {work}.", date(*since)),
        ),
        Flag::Insolvent(opened) => say(
            lang,
            || format!("Procédure collective ouverte le {}.", date(*opened)),
            || format!("Insolvency proceedings opened on {}.", date(*opened)),
        ),
        Flag::InCourt(act, on) => format!("{}, {}.", limitation::act(lang, *act), date(*on)),
        Flag::LimitationNear { expires, .. } => say(
            lang,
            || format!("La créance se prescrit le {}.", date(*expires)),
            || format!("The claim can be sued for until {}.", date(*expires)),
        ),
    }
}
