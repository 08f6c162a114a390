//! Words of the section that says where one stands with a claim: promises, pauses, disputes, reasons, suspensions.

use chrono::NaiveDate;

use super::dunning;
use crate::base::Currency;
use crate::domain::circumstance::{Circumstance, CircumstanceKind, PauseCause, PromiseState};
use crate::domain::limitation::Nearness;
use crate::domain::moves::Move;
use crate::domain::status::Flag;
use crate::text::{Lang, format};

words! {
    title: "Où en est-on", "Where things stand";
    none: "Rien de noté : ni promesse, ni litige, ni raison du non-paiement.", "Nothing noted: no promise, no dispute, no reason for non-payment.";
    add: "Noter une promesse, une raison, un litige…", "Note a promise, a reason, a dispute…";
    sort: "Ce que vous savez", "What you know";
    sort_promise: "Promesse de paiement", "Promise to pay";
    sort_dispute: "Litige", "Dispute";
    sort_pause: "Pause des relances", "Pause of reminders";
    promised: "Montant promis", "Amount promised";
    contested: "Montant contesté", "Amount contested";
    promised_for: "Promis pour le", "Promised for";
    answer_by: "Répondre avant le", "Answer by";
    until: "Jusqu’au", "Until";
    who: "Par qui", "By whom";
    channel: "Comment", "How";
    pause: "Pourquoi", "Why";
    dispute: "Ce qu’il conteste", "What is contested";
    reason: "Pourquoi ce n’est pas payé", "Why it is not paid";
    code: "Statut", "Status";
    work: "Quelles prestations", "Which work";
    work_hint: "Par exemple : maintenance du site. Prévenez d’abord le client, et vérifiez votre contrat.", "For example: upkeep of the website. Tell the client first, and check your contract.";
    date: "Appris le", "Learnt on";
    since: "Depuis le", "Since";
    note: "Note", "Note";
    save: "Noter", "Note it";
    end: "Terminer", "End it";
    remove: "Retirer", "Remove";
    moves: "Que faire", "What to do";
    write_suspension: "Prévenir le client", "Tell the client";
    write_resumption: "Annoncer la reprise", "Say that work goes on";
    write_broken: "Rappeler la promesse", "Recall the promise";
    firm_done: "Ce dossier est relancé au rythme ferme.", "This case is chased at the firm speed.";
}

/// A circumstance as a sentence.
#[must_use]
pub fn sentence(lang: Lang, one: &Circumstance, currency: Currency) -> String {
    let money = |amount| format::money(lang, amount, currency);
    let date = |day| format::date(lang, day);
    match (&one.kind, lang) {
        (CircumstanceKind::Promise { amount, by, who, channel }, Lang::Fr) => {
            let who = if who.is_empty() { String::new() } else { format!(" par {who}") };
            let how = dunning::by_channel(lang, *channel);
            format!("{} promis pour le {}{who}, {how}", money(*amount), date(*by))
        }
        (CircumstanceKind::Promise { amount, by, who, channel }, Lang::En) => {
            let who = if who.is_empty() { String::new() } else { format!(" by {who}") };
            let how = dunning::by_channel(lang, *channel);
            format!("{} promised for {}{who}, {how}", money(*amount), date(*by))
        }
        (CircumstanceKind::Pause { cause, until }, Lang::Fr) => {
            format!("Relances en pause jusqu’au {}{}", date(*until), cause_of_pause(lang, *cause))
        }
        (CircumstanceKind::Pause { cause, until }, Lang::En) => {
            format!("Reminders pause until {}{}", date(*until), cause_of_pause(lang, *cause))
        }
        (CircumstanceKind::Dispute { cause, amount, answer_by }, Lang::Fr) => format!(
            "Litige sur {}\u{a0}: {}. Répondre avant le {}",
            money(*amount),
            super::labels::lower_first(dunning::dispute(lang, *cause)),
            date(*answer_by)
        ),
        (CircumstanceKind::Dispute { cause, amount, answer_by }, Lang::En) => format!(
            "Dispute over {}: {}. Answer by {}",
            money(*amount),
            super::labels::lower_first(dunning::dispute(lang, *cause)),
            date(*answer_by)
        ),
        (CircumstanceKind::Unpaid(reason), _) => dunning::unpaid(lang, *reason).to_owned(),
        (CircumstanceKind::LifeCycle(code), Lang::Fr) => {
            format!("Facture électronique\u{a0}: {}", life_cycle(lang, *code))
        }
        (CircumstanceKind::LifeCycle(code), Lang::En) => format!("E-invoice: {}", life_cycle(lang, *code)),
        (CircumstanceKind::Suspension { work }, Lang::Fr) => format!("Prestations suspendues\u{a0}: {work}"),
        (CircumstanceKind::Suspension { work }, Lang::En) => format!("Work suspended: {work}"),
    }
}

/// Why chasing pauses, after the day it lasts until; nothing where the note says it.
fn cause_of_pause(lang: Lang, cause: PauseCause) -> String {
    if cause == PauseCause::Other {
        return String::new();
    }
    let cause = super::labels::lower_first(dunning::pause(lang, cause));
    format!("{}{cause}", lang.pick("\u{a0}: ", ": "))
}

/// Where a circumstance stands on a day: « en cours », « non tenue », « terminée ».
#[must_use]
pub fn standing(
    lang: Lang,
    one: &Circumstance,
    promise: Option<PromiseState>,
    today: NaiveDate,
) -> &'static str {
    match (promise, &one.kind) {
        (Some(state), _) => dunning::promise(lang, state),
        (None, _) if one.is_open(today) => match one.kind {
            CircumstanceKind::Unpaid(_) | CircumstanceKind::LifeCycle(_) => "",
            _ => lang.pick("en cours", "running"),
        },
        (None, CircumstanceKind::Dispute { .. }) => lang.pick("réglé", "settled"),
        (None, _) => lang.pick("terminé", "over"),
    }
}

/// Name of an official code of an e-invoice's life cycle.
#[must_use]
pub fn life_cycle(lang: Lang, code: u16) -> &'static str {
    match code {
        200 => lang.pick("200 · Déposée", "200 · Submitted"),
        201 => lang.pick("201 · Émise par la plateforme", "201 · Issued by the platform"),
        202 => lang.pick("202 · Reçue par la plateforme", "202 · Received by the platform"),
        203 => lang.pick("203 · Mise à disposition", "203 · Made available"),
        204 => lang.pick("204 · Prise en charge", "204 · Taken in hand"),
        205 => lang.pick("205 · Approuvée", "205 · Approved"),
        206 => lang.pick("206 · Approuvée partiellement", "206 · Approved in part"),
        207 => lang.pick("207 · En litige", "207 · In dispute"),
        208 => lang.pick("208 · Suspendue", "208 · Suspended"),
        209 => lang.pick("209 · Complétée", "209 · Completed"),
        210 => lang.pick("210 · Refusée", "210 · Refused"),
        211 => lang.pick("211 · Paiement transmis", "211 · Payment sent"),
        212 => lang.pick("212 · Encaissée", "212 · Payment received"),
        213 => lang.pick("213 · Rejetée", "213 · Rejected"),
        214 => lang.pick("214 · Visée", "214 · Countersigned"),
        220 => lang.pick("220 · Annulée", "220 · Cancelled"),
        221 => lang.pick("221 · Erreur de routage", "221 · Routing error"),
        224 => lang.pick("224 · Demande de paiement direct", "224 · Direct payment requested"),
        225 => lang.pick("225 · Affacturée", "225 · Factored"),
        226 => lang.pick("226 · Affacturée, confidentiel", "226 · Factored, confidential"),
        227 => lang.pick("227 · Changement de compte à payer", "227 · Account to be paid changed"),
        228 => lang.pick("228 · Non affacturée", "228 · Not factored"),
        _ => lang.pick("Statut inconnu", "Unknown status"),
    }
}

/// Something to do about a reason, as a button says it.
#[must_use]
pub fn one_move(lang: Lang, one: Move) -> &'static str {
    use crate::domain::event::Step;
    match one {
        Move::Write(Step::Duplicate) => lang.pick("Renvoyer la facture", "Send the invoice again"),
        Move::Write(Step::Approval) => lang.pick("Demander la validation", "Ask for approval"),
        Move::Write(Step::Correction) => {
            lang.pick("Envoyer la facture corrigée", "Send the corrected invoice")
        }
        Move::Write(Step::Meeting) => lang.pick("Proposer un rendez-vous", "Propose a meeting"),
        Move::Write(Step::Instalments) => lang.pick("Proposer un échéancier", "Propose instalments"),
        Move::Write(Step::Recap) => lang.pick("Écrire le récapitulatif", "Write the recap"),
        Move::Write(step) => dunning::step(lang, step),
        Move::Promise => lang.pick("Noter une promesse", "Note a promise"),
        Move::Dispute => lang.pick("Noter ce qu’il conteste", "Note what is contested"),
        Move::Pause => lang.pick("Accorder un délai", "Grant some time"),
        Move::Discount => lang.pick("Accorder une remise", "Grant a discount"),
        Move::Contacts => lang.pick("Revoir les contacts", "Look at the contacts"),
        Move::Invoice => lang.pick("Modifier la facture ici", "Correct the invoice here"),
        Move::Firmer => lang.pick("Passer au rythme ferme", "Chase at the firm speed"),
        Move::Insolvency => lang.pick("Noter la date du jugement", "Note the day of the judgment"),
    }
}

/// The badge of a flag; nothing for what another place of the page says.
#[must_use]
pub fn flag(lang: Lang, flag: &Flag) -> String {
    let day = |day| format::date_short(lang, day, 0);
    match flag {
        Flag::NotSent => lang.pick("Jamais envoyée", "Never sent").to_owned(),
        Flag::PromiseRunning { by, .. } => {
            format!("{}{}", lang.pick("Promesse au ", "Promised by "), day(*by))
        }
        Flag::PromiseBroken { .. } => lang.pick("Promesse non tenue", "Promise not kept").to_owned(),
        Flag::DisputeTotal(_) => lang.pick("En litige", "Disputed").to_owned(),
        Flag::DisputePartial(_) => lang.pick("Litige partiel", "Disputed in part").to_owned(),
        Flag::PlanSigned(_) => lang.pick("Échéancier signé", "Plan signed").to_owned(),
        Flag::Paused { until, .. } => {
            format!("{}{}", lang.pick("En pause jusqu’au ", "Paused until "), day(*until))
        }
        Flag::Suspended { .. } => lang.pick("Prestations suspendues", "Work suspended").to_owned(),
        Flag::Insolvent(_) => lang.pick("Procédure collective", "Insolvency").to_owned(),
        Flag::InCourt(..) => lang.pick("En justice", "In court").to_owned(),
        Flag::LimitationNear { nearness, .. } => {
            super::limitation::alert(lang, *nearness).unwrap_or_default().to_owned()
        }
    }
}

/// Why a flag is shown, as a sentence.
#[must_use]
pub fn flag_reason(lang: Lang, flag: &Flag, currency: Currency) -> String {
    let money = |amount| format::money(lang, amount, currency);
    let date = |day| format::date(lang, day);
    match lang {
        Lang::Fr => match flag {
            Flag::NotSent => "Aucun envoi de la facture n’est noté.".to_owned(),
            Flag::PromiseRunning { amount, by } => format!(
                "{} promis pour le {}\u{a0}: les relances attendent ce jour, et deux de plus pour le virement.",
                money(*amount),
                date(*by)
            ),
            Flag::PromiseBroken { amount, by } => {
                format!(
                    "{} promis pour le {}\u{a0}: le paiement n’est pas venu à temps.",
                    money(*amount),
                    date(*by)
                )
            }
            Flag::DisputeTotal(amount) => {
                format!("{} contestés, soit tout ce qui est impayé.", money(*amount))
            }
            Flag::DisputePartial(amount) => {
                format!("{} contestés. Le reste continue d’être relancé.", money(*amount))
            }
            Flag::PlanSigned(on) => format!("Un échéancier est signé depuis le {}.", date(*on)),
            Flag::Paused { cause, until } => {
                format!("Relances en pause jusqu’au {}{}.", date(*until), cause_of_pause(lang, *cause))
            }
            Flag::Suspended { work, since } => {
                format!("Prestations suspendues depuis le {}\u{a0}: {work}.", date(*since))
            }
            Flag::Insolvent(opened) => format!(
                "Procédure collective ouverte le {}\u{a0}: on ne demande plus de payer, on déclare la créance.",
                date(*opened)
            ),
            Flag::InCourt(act, on) => {
                format!("{}, le {}.", super::limitation::act(lang, *act), date(*on))
            }
            Flag::LimitationNear { nearness: Nearness::Expired, expires } => {
                format!("Prescrite depuis le {}\u{a0}: le client peut refuser de payer.", date(*expires))
            }
            Flag::LimitationNear { expires, .. } => {
                format!("La créance peut être réclamée en justice jusqu’au {}.", date(*expires))
            }
        },
        Lang::En => match flag {
            Flag::NotSent => "No sending of the invoice is noted.".to_owned(),
            Flag::PromiseRunning { amount, by } => format!(
                "{} promised for {}: reminders wait for that day, and two more for the transfer.",
                money(*amount),
                date(*by)
            ),
            Flag::PromiseBroken { amount, by } => {
                format!("{} promised for {}: the payment did not come in time.", money(*amount), date(*by))
            }
            Flag::DisputeTotal(amount) => format!("{} is disputed: all that is unpaid.", money(*amount)),
            Flag::DisputePartial(amount) => {
                format!("{} is disputed. The rest goes on being chased.", money(*amount))
            }
            Flag::PlanSigned(on) => format!("A payment plan was signed on {}.", date(*on)),
            Flag::Paused { cause, until } => {
                format!("Reminders pause until {}{}.", date(*until), cause_of_pause(lang, *cause))
            }
            Flag::Suspended { work, since } => format!("Work suspended since {}: {work}.", date(*since)),
            Flag::Insolvent(opened) => format!(
                "Insolvency proceedings opened on {}: payment is no longer asked for, the claim is lodged.",
                date(*opened)
            ),
            Flag::InCourt(act, on) => format!("{}, on {}.", super::limitation::act(lang, *act), date(*on)),
            Flag::LimitationNear { nearness: Nearness::Expired, expires } => {
                format!("Time-barred since {}: the client may refuse to pay.", date(*expires))
            }
            Flag::LimitationNear { expires, .. } => {
                format!("The claim can be sued for until {}.", date(*expires))
            }
        },
    }
}
