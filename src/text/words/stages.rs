//! What happened in a proceeding, as a noun, and where it stands, as a sentence.

use chrono::NaiveDate;

use super::agenda::proceeding;
use super::labels;
use crate::domain::proceeding::{Milestone, ProceedingKind, Stage};
use crate::text::{Lang, format};

/// A stage, as a noun.
#[must_use]
pub fn stage(lang: Lang, kind: ProceedingKind, stage: Stage) -> &'static str {
    match stage {
        Stage::Returned => lang.pick("Somme reversée", "Money passed on"),
        Stage::TakenBack => lang.pick("Dossier repris", "Taken back"),
        Stage::Notified => lang.pick("Cession notifiée au client", "Sale notified to the client"),
        Stage::PricePaid => lang.pick("Prix de cession reçu", "Price of the sale received"),
        Stage::FeePaid => lang.pick("Frais de greffe payés", "Clerk’s fee paid"),
        Stage::Made => lang.pick("Ordonnance rendue", "Order made"),
        Stage::Refused => lang.pick("Requête rejetée", "Request refused"),
        Stage::Served => lang.pick("Signifiée au débiteur", "Served on the debtor"),
        Stage::Opposed => lang.pick("Opposition annoncée par le greffe", "Opposition announced by the clerk"),
        Stage::Queried => {
            lang.pick("Question du tribunal (formulaire B ou C)", "Question of the court (form B or C)")
        }
        Stage::Answered if kind == ProceedingKind::EuropeanOrder => {
            lang.pick("Réponse envoyée au tribunal", "Answer sent to the court")
        }
        Stage::Answered if kind == ProceedingKind::Lodged => {
            lang.pick("Réponse à la contestation", "Contestation answered")
        }
        Stage::Answered => {
            lang.pick("Frais consignés ou avocat constitué", "Costs advanced or lawyer appointed")
        }
        Stage::HearingSet => lang.pick("Audience fixée", "Hearing set"),
        Stage::Adjourned => lang.pick("Audience renvoyée", "Hearing put off"),
        Stage::Reserved => lang.pick("Mise en délibéré", "Heard, decision announced"),
        Stage::Judged if kind == ProceedingKind::Summary => {
            lang.pick("Provision accordée", "Sum on account granted")
        }
        Stage::Judged => lang.pick("Décision favorable", "Decision in favour"),
        Stage::Dismissed if kind == ProceedingKind::Summary => {
            lang.pick("Provision refusée", "Sum on account refused")
        }
        Stage::Dismissed => lang.pick("Demande rejetée", "Claim dismissed"),
        Stage::Appealed => lang.pick("Appel formé", "Appealed"),
        Stage::AppealWon => lang.pick("Décision favorable en appel", "Decision in favour on appeal"),
        Stage::AppealLost => lang.pick("Décision défavorable en appel", "Decision against on appeal"),
        Stage::Enforceable => lang.pick("Titre exécutoire", "Enforceable"),
        Stage::Instructed => lang.pick("Confiée au commissaire de justice", "Enforcement officer instructed"),
        Stage::Measure => lang.pick("Saisie ou autre mesure", "Seizure or another measure"),
        Stage::Invited => lang.pick("Débiteur invité", "Debtor invited"),
        Stage::Agreed if kind == ProceedingKind::Mediation => {
            lang.pick("Accord trouvé en médiation", "Agreement found before the mediator")
        }
        Stage::Agreed => lang.pick("Accord du débiteur", "Debtor agreed"),
        Stage::Declined if kind == ProceedingKind::Mediation => {
            lang.pick("Médiation refusée par le client", "Mediation declined by the client")
        }
        Stage::Declined => lang.pick("Refus, ou silence d’un mois", "Refusal, or a month of silence"),
        Stage::Contested => lang
            .pick("Créance contestée par le mandataire", "Claim contested by the creditors’ representative"),
        Stage::Admitted => lang.pick("Créance admise", "Claim admitted"),
        Stage::Rejected => lang.pick("Créance rejetée", "Claim not admitted"),
        Stage::ClosedUnpaid => lang.pick("Clôture pour insuffisance d’actif", "Closed for lack of assets"),
        Stage::CostsRecovered => lang.pick("Frais récupérés", "Costs recovered"),
        Stage::TalksBegun => lang.pick("Médiation commencée", "Mediation begun"),
        Stage::Replied => lang.pick("Réponse du client", "The client answered"),
        Stage::News => lang.pick("Nouvelles reçues ou demandées", "News received or asked for"),
        Stage::Ended if kind == ProceedingKind::Mediation => {
            lang.pick("Médiation terminée sans suite", "Mediation over")
        }
        Stage::Ended => lang.pick("Abandonnée ou sans suite", "Given up or come to nothing"),
    }
}

/// The day a court set by a stage: « au mardi 19 janvier 2027, 9 h 30 »; nothing where it set none.
#[must_use]
pub fn set_for(lang: Lang, one: &Milestone) -> Option<String> {
    let day = format::date_with_weekday(lang, one.set_for?);
    let at = one.at.map(|at| format!(", {}", format::time(lang, at))).unwrap_or_default();
    Some(match one.stage {
        Stage::Adjourned => lang.pick(format!("au {day}{at}"), format!("to {day}{at}")),
        Stage::Reserved => {
            lang.pick(format!("décision annoncée pour le {day}"), format!("decision announced for {day}"))
        }
        Stage::News => lang.pick(format!("prochain point le {day}"), format!("to be looked at on {day}")),
        Stage::Queried => lang
            .pick(format!("à répondre avant la fin du {day}"), format!("to be answered by the end of {day}")),
        _ => lang.pick(format!("pour le {day}{at}"), format!("for {day}{at}")),
    })
}

/// The paper a court or an officer gives of a stage.
#[must_use]
pub fn paper(lang: Lang, kind: ProceedingKind, of: Stage) -> &'static str {
    match of {
        Stage::Made => lang.pick("Ordonnance", "Order"),
        Stage::Judged if kind == ProceedingKind::Summary => {
            lang.pick("Ordonnance de référé", "Order of summary proceedings")
        }
        Stage::Judged => lang.pick("Décision du tribunal", "Decision of the court"),
        Stage::AppealWon => lang.pick("Arrêt de la cour d’appel", "Decision of the court of appeal"),
        Stage::Agreed => lang.pick("Accord signé par le débiteur", "Agreement signed by the debtor"),
        Stage::Served => lang.pick("Preuve de la signification", "Proof of service"),
        Stage::Measure => lang.pick("Procès-verbal d’exécution", "Record of enforcement"),
        other => stage(lang, kind, other),
    }
}

/// A proceeding since a day, and its last stage since another.
#[must_use]
pub(super) fn reason(
    lang: Lang,
    kind: ProceedingKind,
    began: NaiveDate,
    last: Option<(Stage, NaiveDate)>,
) -> String {
    let (name, began) = (proceeding::kind(lang, kind), format::date(lang, began));
    let last = last.map_or_else(String::new, |(of, on)| {
        let (of, on) = (labels::lower_first(stage(lang, kind, of)), format::date(lang, on));
        lang.pick(format!("\u{a0}; {of} le {on}"), format!("; {of} on {on}"))
    });
    lang.pick(format!("{name}, depuis le {began}{last}."), format!("{name}, since {began}{last}."))
}
