//! Words of a claim that is not asked for as a whole now: what is due instead, why, and whom to speak to.

use chrono::NaiveDate;

use super::agenda::plan::sum;
use super::agenda::proceeding;
use crate::base::Currency;
use crate::domain::claim::Instalment;
use crate::domain::dunning::Due;
use crate::domain::dunning::status::Effect;
use crate::domain::dunning::withheld::{PlanRuns, Withheld};
use crate::domain::proceeding::ProceedingKind;
use crate::text::{Lang, format};

words! {
    due: "À payer aujourd’hui, selon l’échéancier", "To be paid today, under the plan";
    due_now: "à payer aujourd’hui, selon l’échéancier", "to be paid today, under the plan";
    next: "prochaine échéance", "next instalment";
    left: "Reste à venir selon l’échéancier", "Still to come under the plan";
    all_paid: "Toutes les échéances sont payées.", "Every instalment is paid.";
    aside: "Reste dû hors de l’échéancier", "Still owed beside the plan";
    aside_now: "restent dus hors de l’échéancier", "still owed beside the plan";
    given_up: "Abandonné si l’échéancier est tenu", "Given up if the plan is kept";
    given_up_now: "Abandonné à la clôture de l’échéancier", "Given up when the plan is closed";
    whole: "La créance entière, due si l’échéancier est rompu", "The whole claim, due if the plan is broken";
    of_it: "dont cette facture : ", "of which this invoice: ";
    given_up_more: "Compté à ce jour : les intérêts d’ici la fin de l’échéancier s’y ajouteront, abandonnés eux aussi.", "Counted up to today: interest until the end of the plan will be added, given up too.";
    plan: "Voir l’échéancier", "See the plan";
    after: "Voir les suites", "See what follows";
    waits: "Ce texte attend", "This text waits";
    fits: "Ce qui convient aujourd’hui", "What fits today";
    remind: "Rappeler l’échéance", "Recall the instalment";
    notice: "Signaler l’échéance manquée", "Say what is missing";
    thank: "Remercier", "Say thank you";
    correct: "Envoyer la facture corrigée", "Send the corrected invoice";
    note_credit: "Noter l’avoir", "Note the credit note";
    case: "Ouvrir le dossier", "Open the case";
    out: "Ce total n’entre plus dans ce qui vous est dû.", "This total is no longer counted among what you are owed.";
    no_claim: "Cet appel ne réclame rien", "This call claims nothing";
}

/// The sum a plan asks for next, or that is missing: « Échéance 2 sur 3 : 1 240,00 €, au plus tard le mardi 1er décembre ».
#[must_use]
pub fn next(lang: Lang, due: &Due, currency: Currency) -> String {
    let (sum, amount) = (sum(lang, due.number, due.of), format::money(lang, due.amount, currency));
    let day = format::date_with_weekday(lang, due.due);
    lang.pick(format!("{sum} : {amount}, au plus tard le {day}."), format!("{sum}: {amount}, by {day}."))
}

/// What is owed beside the sums of a plan: « Hors échéancier : 268,00 €, à régler d’ici au 3 mars 2027. »
#[must_use]
pub fn beside(lang: Lang, beside: Instalment, currency: Currency) -> String {
    let (amount, day) = (format::money(lang, beside.amount, currency), format::date(lang, beside.due));
    lang.pick(
        format!("Hors échéancier : {amount}, à régler d’ici au {day}."),
        format!("Beside the plan: {amount}, to be paid by {day}."),
    )
}

/// By when what a plan left aside is paid, where its amount stands above.
#[must_use]
pub fn beside_by(lang: Lang, beside: Instalment) -> String {
    let day = format::date(lang, beside.due);
    lang.pick(format!("À régler d’ici au {day}."), format!("To be paid by {day}."))
}

/// What is said of it on the telephone.
#[must_use]
pub fn spoken(lang: Lang, runs: &PlanRuns, currency: Currency, today: NaiveDate) -> String {
    let Some(due) = runs.next else {
        let paid = lang.pick("Toutes les échéances ont été payées.", "Every instalment has been paid.");
        let beside = runs.beside.map(|one| {
            let (amount, day) = (format::money(lang, one.amount, currency), format::date(lang, one.due));
            lang.pick(
                format!(" Restent {amount} de pénalités et indemnité, à régler d’ici au {day}."),
                format!(" That leaves {amount} of penalties and fixed sums, to be paid by {day}."),
            )
        });
        return format!("{paid}{}", beside.unwrap_or_default());
    };
    let (signed, day) = (format::date(lang, runs.signed), format::date_with_weekday(lang, due.due));
    let asked = format::money(lang, runs.asked, currency);
    match (due.due <= today, lang) {
        (true, Lang::Fr) => {
            format!("Selon notre échéancier du {signed}, {asked} étaient attendus au plus tard le {day}.")
        }
        (true, Lang::En) => format!("Under our plan of {signed}, {asked} was expected by {day}."),
        (false, Lang::Fr) => {
            format!("Selon notre échéancier du {signed}, {asked} sont à payer au plus tard le {day}.")
        }
        (false, Lang::En) => format!("Under our plan of {signed}, {asked} is to be paid by {day}."),
    }
}

/// Why the whole of a claim is not asked for now.
#[must_use]
pub fn why(lang: Lang, withheld: &Withheld) -> String {
    let date = |day| format::date(lang, day);
    match (withheld, lang) {
        (Withheld::Plan(runs), Lang::Fr) if runs.next.is_none() => format!(
            "Toutes les échéances du plan signé le {} sont payées : il reste à le clore.",
            date(runs.signed)
        ),
        (Withheld::Plan(runs), Lang::En) if runs.next.is_none() => format!(
            "Every instalment of the plan signed on {} is paid: it remains to close it.",
            date(runs.signed)
        ),
        (Withheld::Plan(runs), Lang::Fr) => format!(
            "Un échéancier signé le {} court jusqu’au {} : tant qu’il est tenu, seules ses échéances se demandent.",
            date(runs.signed),
            date(runs.until)
        ),
        (Withheld::Plan(runs), Lang::En) => format!(
            "A payment plan signed on {} runs until {}: while it is kept, only its instalments are asked for.",
            date(runs.signed),
            date(runs.until)
        ),
        (Withheld::Insolvent { opened, .. }, Lang::Fr) => format!(
            "Une procédure collective est ouverte depuis le {} : la créance se déclare, elle ne se réclame plus au client.",
            date(*opened)
        ),
        (Withheld::Insolvent { opened, .. }, Lang::En) => format!(
            "Insolvency proceedings are open since {}: the claim is lodged, and no longer asked of the client.",
            date(*opened)
        ),
        (Withheld::Proceeding { kind, on, .. }, _) => {
            format!(
                "{}, {}.",
                proceeding::kind(lang, *kind),
                lang.pick("depuis le ", "since ").to_owned() + &date(*on)
            )
        }
        (Withheld::Court { on }, Lang::Fr) => format!("La créance est en justice depuis le {}.", date(*on)),
        (Withheld::Court { on }, Lang::En) => format!("The claim is in court since {}.", date(*on)),
        (Withheld::Status { code, on, .. }, _) => stopped(lang, *code, &date(*on)),
    }
}

/// What is done instead of asking for the claim, as a button says it.
#[must_use]
pub fn way(lang: Lang, withheld: &Withheld) -> &'static str {
    let w = words(lang);
    match withheld {
        Withheld::Plan(_) => w.plan,
        Withheld::Status { effect: Effect::Correct, .. } => w.correct,
        Withheld::Status { effect: Effect::NoteCredit, .. } => w.note_credit,
        _ => w.after,
    }
}

/// What a status of the e-invoice means, and what is to be done before anything is asked for again.
fn stopped(lang: Lang, code: u16, on: &str) -> String {
    let (french, english) = match code {
        210 => (
            "le client a refusé la facture. Elle se corrige avant de se réclamer\u{a0}; une fois la nouvelle acceptée, notez son statut ou terminez celui-ci",
            "the client refused the invoice. It is corrected before it is asked for; once the new one is accepted, note its status or end this one",
        ),
        220 => (
            "la facture est annulée\u{a0}: elle ne se réclame plus. Notez l’avoir, ou entrez la facture qui la remplace",
            "the invoice was cancelled: it is no longer asked for. Note the credit note, or enter the invoice in its place",
        ),
        _ => (
            "la facture est cédée à un affactureur, qui seul l’encaisse. Notez la cession dans les suites",
            "the invoice was sold to a factor, who alone collects it. Note the sale in what follows",
        ),
    };
    lang.pick(
        format!("Statut {code} reçu le {on}\u{a0}: {french}."),
        format!("Status {code} received on {on}: {english}."),
    )
}

/// Whom to speak to instead of asking the client for the money; nothing of a plan, which is spoken of with the client.
#[must_use]
pub fn speak_to(lang: Lang, withheld: &Withheld) -> Option<String> {
    let (who, name) = match withheld {
        Withheld::Status { effect: Effect::NotOurs, .. } => (lang.pick("l’affactureur", "the factor"), ""),
        Withheld::Plan(_) | Withheld::Status { .. } => return None,
        Withheld::Insolvent { office, .. } => (
            lang.pick(
                "le mandataire judiciaire ou le liquidateur",
                "the creditors’ representative or the liquidator",
            ),
            office.as_str(),
        ),
        Withheld::Proceeding { kind, with, .. } => (handles(lang, *kind)?, with.as_str()),
        Withheld::Court { .. } => {
            (lang.pick("votre avocat ou le greffe", "your lawyer or the clerk of the court"), "")
        }
    };
    let who = if name.is_empty() { who.to_owned() } else { format!("{who} ({name})") };
    Some(lang.pick(format!("À qui parler : {who}."), format!("Whom to speak to: {who}.")))
}

/// Who has a claim in hand in a proceeding; nobody of one that was given up.
fn handles(lang: Lang, kind: ProceedingKind) -> Option<&'static str> {
    Some(match kind {
        ProceedingKind::HandedOver => {
            lang.pick("celui qui recouvre pour vous", "whoever collects it for you")
        }
        ProceedingKind::Mediation => lang.pick("le médiateur", "the mediator"),
        ProceedingKind::LawyerLetter => lang.pick("votre avocat", "your lawyer"),
        ProceedingKind::Sold => lang.pick(
            "l’acheteur de la créance, seul à pouvoir la réclamer",
            "the buyer of the claim, who alone may ask for it",
        ),
        ProceedingKind::PaymentOrder => lang.pick(
            "le greffe, ou le commissaire de justice chargé de signifier",
            "the clerk of the court, or the officer who serves the order",
        ),
        ProceedingKind::EuropeanOrder => {
            lang.pick("le tribunal saisi par le formulaire A", "the court form A was sent to")
        }
        ProceedingKind::Simplified => lang.pick(
            "le commissaire de justice qui mène la procédure",
            "the officer who conducts the procedure",
        ),
        ProceedingKind::CourtClaim | ProceedingKind::Summary => {
            lang.pick("votre avocat ou le greffe", "your lawyer or the clerk of the court")
        }
        ProceedingKind::Lodged => lang.pick(
            "le mandataire judiciaire ou le liquidateur",
            "the creditors’ representative or the liquidator",
        ),
        ProceedingKind::WrittenOff => return None,
    })
}
