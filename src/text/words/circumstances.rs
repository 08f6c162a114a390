//! Words of the section that says where one stands with a claim: promises, pauses, disputes, reasons, suspensions.

use chrono::NaiveDate;

use super::dunning;
use crate::base::Currency;
use crate::domain::circumstance::{Circumstance, CircumstanceKind, PauseCause, PromiseState};
use crate::domain::dunning::watch::{Stop, WatchState};
use crate::domain::moves::Move;
use crate::text::{Lang, format};

words! {
    title: "Où en est-on", "Where things stand";
    none: "Rien de noté : ni promesse, ni litige, ni raison du non-paiement.", "Nothing noted: no promise, no dispute, no reason for non-payment.";
    add: "Noter une promesse, une raison, une pause…", "Note a promise, a reason, a pause…";
    open_dispute: "Le client conteste : ouvrir un litige", "The client contests: open a dispute";
    sort: "Ce que vous savez", "What you know";
    sort_promise: "Promesse de paiement", "Promise to pay";
    sort_pause: "Pause des relances", "Pause of reminders";
    promised: "Montant promis", "Amount promised";
    promised_for: "Promis pour le", "Promised for";
    until: "Jusqu’au", "Until";
    watch_until: "Au plus tard jusqu’au", "Until, at the latest";
    watch_hint: "Chaque jour ouvré, Aujourd’hui propose un contact, sans jamais dépasser vos règles de relance. Le suivi s’arrête de lui-même à la première réponse, promesse ou contestation, au premier accord ou paiement.", "Every working day, Today proposes a contact, never beyond your rules for reminders. The watch stops by itself at the first answer, promise, objection, agreement or payment.";
    who: "Par qui", "By whom";
    channel: "Comment", "How";
    pause: "Pourquoi", "Why";
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
    follow_dispute: "Suivre le litige", "Follow the dispute";
    hold_note: "Le temps de consulter le BODACC", "While the BODACC is looked up";
    firm_done: "Ce dossier est relancé au rythme ferme.", "This case is chased at the firm speed.";
}

/// A circumstance as a sentence; a dispute that is over with its outcome.
#[must_use]
pub fn sentence(lang: Lang, one: &Circumstance, currency: Currency) -> String {
    closed(lang, one, currency).unwrap_or_else(|| learnt(lang, one, currency))
}

/// How a dispute ended, as a sentence; none of what has no outcome.
#[must_use]
pub fn closed(lang: Lang, one: &Circumstance, currency: Currency) -> Option<String> {
    let money = |amount| format::money(lang, amount, currency);
    let date = |day| format::date(lang, day);
    if let (CircumstanceKind::Dispute { amount, life, .. }, Some(ended)) = (&one.kind, one.ended)
        && let Some(outcome) = &life.outcome
    {
        let (amount, on) = (money(*amount), date(ended));
        let how = super::labels::lower_first(&super::disputes::settled(lang, outcome, currency));
        return Some(match lang {
            Lang::Fr => format!("Litige sur {amount}, clos le {on}\u{a0}: {how}"),
            Lang::En => format!("Dispute over {amount}, closed on {on}: {how}"),
        });
    }
    None
}

/// A circumstance as it was learnt, whatever became of it.
#[must_use]
pub fn learnt(lang: Lang, one: &Circumstance, currency: Currency) -> String {
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
        (CircumstanceKind::Dispute { cause, amount, answer_by, .. }, Lang::Fr) => format!(
            "Litige sur {}\u{a0}: {}. Répondre d’ici au {}",
            money(*amount),
            super::labels::lower_first(dunning::dispute(lang, *cause)),
            date(*answer_by)
        ),
        (CircumstanceKind::Dispute { cause, amount, answer_by, .. }, Lang::En) => format!(
            "Dispute over {}: {}. Answer by {}",
            money(*amount),
            super::labels::lower_first(dunning::dispute(lang, *cause)),
            date(*answer_by)
        ),
        (CircumstanceKind::Proposal { count, first }, _) => proposal(lang, *count, *first),
        (CircumstanceKind::Unpaid(reason), _) => dunning::unpaid(lang, *reason).to_owned(),
        (CircumstanceKind::LifeCycle(code), Lang::Fr) => {
            format!("Facture électronique\u{a0}: {}", life_cycle(lang, *code))
        }
        (CircumstanceKind::LifeCycle(code), Lang::En) => format!("E-invoice: {}", life_cycle(lang, *code)),
        (CircumstanceKind::Suspension { work }, Lang::Fr) => format!("Prestations suspendues\u{a0}: {work}"),
        (CircumstanceKind::Suspension { work }, Lang::En) => format!("Work suspended: {work}"),
        (CircumstanceKind::CloseWatch { until }, Lang::Fr) => {
            format!(
                "Suivi rapproché\u{a0}: un contact par jour ouvré, au plus tard jusqu’au {}",
                date(*until)
            )
        }
        (CircumstanceKind::CloseWatch { until }, Lang::En) => {
            format!("Close watch: a contact every working day, until {} at the latest", date(*until))
        }
    }
}

/// What the client proposes: so many sums, a month apart, from a day.
#[must_use]
pub fn proposal(lang: Lang, count: u32, first: NaiveDate) -> String {
    let first = format::date(lang, first);
    match lang {
        Lang::Fr => {
            format!("Le client propose de payer en {count} fois, une fois par mois, à partir du {first}")
        }
        Lang::En => format!("The client proposes {count} instalments, one a month, from {first}"),
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
            CircumstanceKind::Unpaid(_)
            | CircumstanceKind::Proposal { .. }
            | CircumstanceKind::LifeCycle(_) => "",
            _ => lang.pick("en cours", "running"),
        },
        (None, CircumstanceKind::Dispute { .. }) => lang.pick("réglé", "settled"),
        (None, _) => lang.pick("terminé", "over"),
    }
}

/// Where a close watch stands: « en cours », « arrêté le 26 novembre 2026 : le client a répondu ».
#[must_use]
pub fn watch(lang: Lang, state: WatchState) -> String {
    let WatchState::Stopped { on, by } = state else {
        return lang.pick("en cours", "running").to_owned();
    };
    let why = match by {
        Stop::Answered => lang.pick("le client a répondu", "the client answered"),
        Stop::Promised => lang.pick("le client a promis de payer", "the client promised to pay"),
        Stop::Disputed => lang.pick("le client conteste", "the client contests it"),
        Stop::Agreed => lang.pick("un accord a été trouvé", "an agreement was found"),
        Stop::Paid => lang.pick("un paiement est arrivé", "a payment came in"),
        Stop::Over => lang.pick("fin prévue", "it had its time"),
        Stop::Ended => lang.pick("à votre demande", "at your wish"),
    };
    let on = format::date(lang, on);
    lang.pick(format!("arrêté le {on}\u{a0}: {why}"), format!("stopped on {on}: {why}"))
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
        Move::Write(Step::Inquiry) => lang.pick("Demander à qui s’adresser", "Ask whom to write to"),
        Move::After => lang.pick("Voir les suites", "See what follows"),
        Move::Write(step) => dunning::step(lang, step),
        Move::Promise => lang.pick("Noter une promesse", "Note a promise"),
        Move::Dispute => lang.pick("Ouvrir le litige", "Open the dispute"),
        Move::Pause => lang.pick("Accorder un délai", "Grant some time"),
        Move::Hold => lang.pick("Suspendre les relances", "Let reminders pause"),
        Move::Offer => lang.pick("Faire une offre", "Make an offer"),
        Move::Contacts => lang.pick("Revoir les contacts", "Look at the contacts"),
        Move::Invoice => lang.pick("Modifier la facture ici", "Correct the invoice here"),
        Move::Firmer => lang.pick("Passer au rythme ferme", "Chase at the firm speed"),
        Move::Insolvency => lang.pick("Noter la date du jugement", "Note the day of the judgment"),
    }
}
