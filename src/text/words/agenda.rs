//! What the agenda says: the verb on the button, the reason in one sentence, what holds the ladder back.

mod answered;
mod contact;
mod lost;
mod negotiation;
mod out;
pub mod plan;
pub mod proceeding;
mod promised;
mod why;

use crate::domain::dunning::{Action, Hold, HoldCause, What, Why};
use crate::domain::event::{Channel, Step};
use crate::domain::proceeding::ProceedingKind;
use crate::domain::proceeding::next::Task;
use crate::text::words::dunning;
use crate::text::{Lang, format};

pub use negotiation::contested;
pub use why::why;

/// The verb of the button.
#[must_use]
pub fn verb(lang: Lang, action: &Action) -> &'static str {
    match action.what {
        What::SendInvoice => lang.pick("Envoyer la facture", "Send the invoice"),
        What::Climb(_) | What::FollowUp if action.channel == Channel::Phone => lang.pick("Appeler", "Call"),
        What::Climb(step) | What::Answer(step) => step_verb(lang, step),
        What::Recap => lang.pick("Écrire le récapitulatif", "Write the recap"),
        What::RecallPromise => lang.pick("Rappeler la promesse", "Recall the promise"),
        What::CheckPromise | What::CheckPayment | What::RecordPayment | What::CheckInstalment => {
            lang.pick("Noter le paiement", "Note the payment")
        }
        What::NoteCredit => lang.pick("Noter l’avoir", "Note the credit note"),
        What::RecallInstalment => lang.pick("Signaler l’échéance manquée", "Say what is missing"),
        What::NoteReceipt => lang.pick("Noter la réception", "Note its receipt"),
        What::EndPlan => lang.pick("Rompre ou continuer", "End it or go on"),
        What::ClosePlan => lang.pick("Clore l’échéancier", "Close the plan"),
        What::CheckOffer | What::WatchBank => lang.pick("Noter le paiement", "Note the payment"),
        What::CloseOffer => lang.pick("Appliquer l’offre", "Apply the offer"),
        What::KeepOffer => lang.pick("Voir l’offre", "See the offer"),
        What::Meet => lang.pick("Préparer le rendez-vous", "Prepare the meeting"),
        What::WriteMinutes => lang.pick("Écrire le compte rendu", "Write the minutes"),
        What::KeepCommitment => lang.pick("Voir l’engagement", "See what was promised"),
        What::CallBack => lang.pick("Rappeler", "Call back"),
        What::FollowUp => ask_for_news(lang),
        What::AnswerDispute => lang.pick("Répondre au litige", "Answer the dispute"),
        What::ClaimPenalties => lang.pick("Demander les pénalités", "Claim the penalties"),
        What::Decide => lang.pick("Choisir la suite", "Choose what next"),
        What::LodgeClaim => lang.pick("Déclarer la créance", "Lodge the claim"),
        What::CheckRegister => lang.pick("Vérifier la situation du client", "Check the client’s standing"),
        What::Proceed(task) => proceeding::verb(lang, task),
        What::Resume => lang.pick("Annoncer la reprise", "Say work goes on"),
        What::Thank => lang.pick("Remercier", "Say thank you"),
        What::LookAgain => lang.pick("Faire le point", "Take stock"),
        What::WaitNotice | What::Nothing => lang.pick("Ouvrir le dossier", "Open the case"),
    }
}

/// Asking in writing how things stand.
#[must_use]
pub fn ask_for_news(lang: Lang) -> &'static str {
    lang.pick("Demander des nouvelles", "Ask for news")
}

fn step_verb(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Invoice => lang.pick("Envoyer la facture", "Send the invoice"),
        Step::ReceiptCheck => lang.pick("Vérifier la réception", "Check receipt"),
        Step::Courtesy => lang.pick("Rappeler l’échéance", "Recall the due date"),
        Step::FirstCall | Step::SecondCall | Step::Call => {
            lang.pick("Écrire pour demander la raison", "Write to ask why")
        }
        Step::FirstReminder => lang.pick("Écrire la première relance", "Write the first reminder"),
        Step::FirmReminder => lang.pick("Relancer fermement", "Remind firmly"),
        Step::LastReminder => lang.pick("Écrire la dernière relance", "Write the last reminder"),
        Step::PenaltyNote => lang.pick("Établir la note de pénalités", "Draw up the penalty note"),
        Step::FormalNotice => lang.pick("Mettre en demeure", "Give formal notice"),
        Step::Recap => lang.pick("Écrire le récapitulatif", "Write the recap"),
        Step::BrokenPromise => lang.pick("Rappeler la promesse", "Recall the promise"),
        Step::Duplicate => lang.pick("Renvoyer la facture", "Send the invoice again"),
        Step::Approval => lang.pick("Demander la validation", "Ask for approval"),
        Step::Confirmation => lang.pick("Faire confirmer le solde", "Have the balance confirmed"),
        Step::Correction => lang.pick("Envoyer la facture corrigée", "Send the corrected invoice"),
        Step::Inquiry => lang.pick("Demander à qui s’adresser", "Ask whom to write to"),
        Step::Meeting => lang.pick("Proposer un rendez-vous", "Propose a meeting"),
        Step::Instalments => lang.pick("Proposer un échéancier", "Propose instalments"),
        Step::PlanNotice => lang.pick("Signaler l’échéance manquée", "Say what is missing"),
        Step::Offer => lang.pick("Faire une offre", "Make an offer"),
        Step::Agreed => lang.pick("Confirmer l’accord", "Confirm what was agreed"),
        Step::Suspension => lang.pick("Annoncer la suspension", "Announce the suspension"),
        Step::Resumption => lang.pick("Annoncer la reprise", "Say work goes on"),
        Step::Thanks => lang.pick("Remercier", "Say thank you"),
        Step::Document => lang.pick("Choisir un document", "Choose a document"),
    }
}

/// What is to be done on the day of an action: what is waited for until then ends before, and another task begins.
#[must_use]
pub fn on_its_day(action: &Action) -> What {
    match (action.what, &action.why) {
        (
            What::Proceed(Task::AwaitOpposition),
            Why::Proceeding { kind: ProceedingKind::EuropeanOrder, .. },
        ) => What::Proceed(Task::AskDeclaration),
        (What::Proceed(Task::AwaitReply), Why::Proceeding { quiet: None, .. }) => {
            What::Proceed(Task::ReplyOver)
        }
        (What::Proceed(Task::AwaitOpposition), _) => What::Proceed(Task::AskCertificate),
        (what, _) => what,
    }
}

/// What is to be done, as a noun: « Première relance ».
#[must_use]
pub fn what(lang: Lang, what: What) -> &'static str {
    match what {
        What::AnswerDispute => lang.pick("Réponse au litige", "Answer to the dispute"),
        What::CheckPromise => lang.pick("Paiement promis", "Promised payment"),
        What::CheckPayment => lang.pick("Paiement annoncé", "Announced payment"),
        What::CheckInstalment => lang.pick("Échéance de l’échéancier", "Instalment of the plan"),
        What::RecallInstalment => lang.pick("Échéance manquée", "Missed instalment"),
        What::NoteReceipt => lang.pick("Mise en demeure à dater", "Notice without its receipt"),
        What::EndPlan => lang.pick("Échéancier non tenu", "Plan not kept"),
        What::ClosePlan => lang.pick("Échéancier payé", "Plan paid"),
        What::CheckOffer => lang.pick("Offre en cours", "Offer open"),
        What::CloseOffer => lang.pick("Offre acceptée et payée", "Offer taken up and paid"),
        What::KeepOffer => lang.pick("Suite de l’offre en retard", "Follow-up of the offer late"),
        What::Meet => lang.pick("Rendez-vous sur le litige", "Meeting about the dispute"),
        What::WriteMinutes => lang.pick("Compte rendu à écrire", "Minutes to write"),
        What::KeepCommitment => lang.pick("Engagement à suivre", "Promise to follow up"),
        What::RecordPayment => lang.pick("Paiement à noter", "Payment to note"),
        What::NoteCredit => lang.pick("Avoir à noter", "Credit note to note"),
        What::CallBack => lang.pick("Rappel téléphonique", "Call back"),
        What::FollowUp | What::WatchBank => lang.pick("Suivi rapproché", "Close watch"),
        What::ClaimPenalties => lang.pick("Pénalités à demander", "Penalties to claim"),
        What::Decide => lang.pick("Suite à choisir", "What next"),
        What::WaitNotice => lang.pick("Fin du délai de mise en demeure", "End of the formal notice"),
        What::LodgeClaim => lang.pick("Déclaration de créance", "Lodging of the claim"),
        What::CheckRegister => lang.pick("Situation du client à vérifier", "Client’s standing to check"),
        What::Proceed(task) => proceeding::what(lang, task),
        What::LookAgain => lang.pick("Point à faire", "Case to look at again"),
        What::Nothing => lang.pick("Rien à faire", "Nothing to do"),
        what => what.step().map_or("", |step| dunning::step(lang, step)),
    }
}

/// What keeps the ladder from being climbed.
#[must_use]
pub fn hold(lang: Lang, hold: &Hold) -> String {
    let what = match hold.cause {
        HoldCause::Promise => lang.pick("Promesse en cours", "Promise running"),
        HoldCause::Pause(cause) => dunning::pause(lang, cause),
        HoldCause::Dispute => lang.pick("Litige en cours", "In dispute"),
        HoldCause::Meeting => lang.pick(
            "Rendez-vous convenu\u{a0}: pas de mise en demeure ni d’autre suite avant qu’il ait eu lieu",
            "Meeting agreed: no formal notice and nothing further before it is held",
        ),
        HoldCause::LifeCycle(_) => lang.pick("Statut de la facture électronique", "Status of the e-invoice"),
        HoldCause::SaysPaid => lang.pick("Paiement annoncé", "Payment announced"),
        HoldCause::Notice => lang.pick("Mise en demeure en cours", "Formal notice running"),
        HoldCause::Insolvency => lang.pick("Procédure collective", "Insolvency proceedings"),
        HoldCause::Court => lang.pick("Action en justice", "In court"),
        HoldCause::Proceeding(kind) => proceeding::kind(lang, kind),
        HoldCause::Plan => lang.pick("Échéancier signé", "Payment plan signed"),
        HoldCause::PlanProposed => lang.pick("Échéancier proposé", "Payment plan proposed"),
        HoldCause::Offer => lang.pick("Offre en cours", "Offer open"),
    };
    match (hold.until, lang) {
        (None, _) => what.to_owned(),
        (Some(until), Lang::Fr) => {
            format!("{what}\u{a0}: relances arrêtées jusqu’au {}", format::date(lang, until))
        }
        (Some(until), Lang::En) => format!("{what}: no reminder until {}", format::date(lang, until)),
    }
}

/// The steps that are passed over with several clients alike, said once for all of them.
#[must_use]
pub fn skipped_with(lang: Lang, steps: &[Step], clients: usize) -> Option<String> {
    let said = skipped(lang, steps)?;
    let count = format::integer(lang, i64::try_from(clients).unwrap_or(i64::MAX));
    Some(match lang {
        Lang::Fr => said.replacen("Étapes passées", &format!("Étapes passées chez {count} clients"), 1),
        Lang::En => said.replacen("Steps passed over", &format!("Steps passed over with {count} clients"), 1),
    })
}

/// The steps that are passed over, in a sentence; nothing where none is.
#[must_use]
pub fn skipped(lang: Lang, steps: &[Step]) -> Option<String> {
    let names: Vec<String> = steps.iter().map(|step| dunning::step(lang, *step).to_lowercase()).collect();
    (!names.is_empty()).then(|| {
        let names = format::list(lang, &names);
        say(
            lang,
            || format!("Étapes passées, leur moment est dépassé\u{a0}: {names}."),
            || format!("Steps passed over, their time is gone: {names}."),
        )
    })
}

pub(super) fn say(lang: Lang, french: impl FnOnce() -> String, english: impl FnOnce() -> String) -> String {
    match lang {
        Lang::Fr => french(),
        Lang::En => english(),
    }
}
