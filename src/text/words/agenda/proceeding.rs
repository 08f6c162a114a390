//! What the agenda says of a proceeding: the button, the task, and why it is due.

use chrono::NaiveDate;

use super::{answered, say};
use crate::domain::proceeding::ProceedingKind;
use crate::domain::proceeding::next::Task;
use crate::text::{Lang, format};

/// A kind, as a noun.
#[must_use]
pub fn kind(lang: Lang, kind: ProceedingKind) -> &'static str {
    match kind {
        ProceedingKind::HandedOver => lang.pick("Recouvrement confié", "Handed over to a collector"),
        ProceedingKind::Mediation => lang.pick("Médiation", "Mediation"),
        ProceedingKind::LawyerLetter => lang.pick("Lettre d’avocat", "Lawyer’s letter"),
        ProceedingKind::Sold => lang.pick("Créance cédée", "Claim sold"),
        ProceedingKind::PaymentOrder => lang.pick("Injonction de payer", "Order for payment"),
        ProceedingKind::EuropeanOrder => {
            lang.pick("Injonction de payer européenne", "European order for payment")
        }
        ProceedingKind::Simplified => lang.pick("Procédure simplifiée", "Simplified procedure"),
        ProceedingKind::CourtClaim => lang.pick("Action au fond", "Claim in court"),
        ProceedingKind::Summary => lang.pick("Référé-provision", "Summary proceedings"),
        ProceedingKind::Lodged => lang.pick("Créance déclarée", "Claim lodged"),
        ProceedingKind::WrittenOff => lang.pick("Passée en perte", "Written off"),
    }
}

/// The verb of the button.
pub(super) fn verb(lang: Lang, task: Task) -> &'static str {
    match task {
        Task::PayFee | Task::FeeOverdue => lang.pick("Noter les frais payés", "Note the fee as paid"),
        Task::Serve | Task::ServeDecision => lang.pick("Noter la signification", "Note the service"),
        Task::AskCertificate | Task::AskDeclaration | Task::AskTitle | Task::NoteEnforceable => {
            lang.pick("Noter le titre exécutoire", "Note it as enforceable")
        }
        Task::AnswerOpposition
        | Task::OppositionUnanswered
        | Task::AnswerContest
        | Task::AnswerQuery
        | Task::QueryOver => lang.pick("Noter la réponse", "Note the answer"),
        Task::PrepareHearing => lang.pick("Voir l’audience", "See the hearing"),
        Task::NoteHearing => lang.pick("Noter la suite de l’audience", "Note what came of it"),
        Task::AskDecision => lang.pick("Noter la décision", "Note the decision"),
        Task::AskPublicPayment => {
            lang.pick("Demander le paiement d’office", "Ask for the payment to be ordered")
        }
        Task::Instruct => lang.pick("Confier l’exécution", "Instruct an officer"),
        Task::NotifySale => lang.pick("Noter la notification", "Note the notification"),
        Task::AwaitPrice => lang.pick("Noter le prix reçu", "Note the price received"),
        Task::OrderVoid | Task::InvitationOver | Task::ContestOver | Task::ReplyOver | Task::ActOnReply => {
            lang.pick("Choisir la suite", "Choose what next")
        }
        Task::WriteOff => lang.pick("Passer en perte", "Write it off"),
        Task::AppealOrGiveUp => lang.pick("Voir le recours", "See the appeal"),
        Task::AwaitOrder
        | Task::AwaitOpposition
        | Task::AwaitCourt
        | Task::AwaitDecision
        | Task::AwaitPublicPayment
        | Task::FollowEnforcement
        | Task::AwaitInvitation
        | Task::AwaitAgreement
        | Task::AskCollector
        | Task::AwaitReply
        | Task::AwaitMediation
        | Task::FollowAgreement
        | Task::AwaitVerification
        | Task::AwaitDistribution => lang.pick("Noter où ça en est", "Note where it stands"),
    }
}

/// The task, as a noun.
#[must_use]
pub fn what(lang: Lang, task: Task) -> &'static str {
    match task {
        Task::PayFee => lang.pick("Frais de greffe à payer", "Clerk’s fee to pay"),
        Task::FeeOverdue => lang.pick("Frais de greffe\u{a0}: délai passé", "Clerk’s fee: the time is over"),
        Task::AwaitOrder => lang.pick("Ordonnance attendue", "Order awaited"),
        Task::AnswerQuery => lang.pick("Tribunal\u{a0}: à vous de répondre", "The court asks: answer it"),
        Task::QueryOver => {
            lang.pick("Réponse au tribunal\u{a0}: délai passé", "Answer to the court: the time is over")
        }
        Task::Serve => lang.pick("Ordonnance à faire signifier", "Order to be served"),
        Task::OrderVoid => lang.pick("Ordonnance caduque", "Order void"),
        Task::AwaitOpposition => lang.pick("Délai d’opposition en cours", "Time to oppose running"),
        Task::AskCertificate => {
            lang.pick("Certificat de non-opposition à demander", "Certificate of non-opposition to ask for")
        }
        Task::AskDeclaration => lang.pick(
            "Déclaration exécutoire à demander (formulaire G)",
            "Declaration of enforceability to ask for (form G)",
        ),
        Task::AnswerOpposition => lang.pick("Opposition : à vous d’agir", "Opposition: your turn"),
        Task::OppositionUnanswered => {
            lang.pick("Opposition\u{a0}: délai passé", "Opposition: the time is over")
        }
        Task::AwaitCourt | Task::AwaitDecision => lang.pick("Décision attendue", "Decision awaited"),
        Task::PrepareHearing => lang.pick("Audience à préparer", "Hearing to prepare"),
        Task::NoteHearing => lang.pick("Audience passée\u{a0}: suite à noter", "Hearing over: to be noted"),
        Task::AskDecision => lang.pick("Décision à demander", "Decision to ask for"),
        Task::ServeDecision => lang.pick("Décision à faire signifier", "Decision to be served"),
        Task::NoteEnforceable => lang.pick("Caractère exécutoire à noter", "To be noted as enforceable"),
        Task::AwaitPublicPayment => {
            lang.pick("Paiement de l’organisme public attendu", "Payment of the public body awaited")
        }
        Task::AskPublicPayment => {
            lang.pick("Paiement d’office à demander", "Payment to be ordered: ask for it")
        }
        Task::Instruct => lang.pick("Exécution à lancer", "Enforcement to start"),
        Task::FollowEnforcement => lang.pick("Exécution à suivre", "Enforcement to follow"),
        Task::AwaitInvitation => lang.pick("Invitation attendue", "Invitation awaited"),
        Task::AwaitAgreement => lang.pick("Réponse du client attendue", "Client’s answer awaited"),
        Task::InvitationOver => lang.pick("Invitation sans réponse", "Invitation unanswered"),
        Task::AskTitle => lang.pick("Titre exécutoire à obtenir", "Enforceable title to get"),
        Task::AskCollector => lang.pick("Point avec le mandataire", "News from the collector"),
        Task::AwaitReply => lang.pick("Réponse attendue", "Answer awaited"),
        Task::ReplyOver => {
            lang.pick("Réponse attendue\u{a0}: délai passé", "Answer awaited: the time is over")
        }
        Task::ActOnReply => {
            lang.pick("Réponse du client\u{a0}: suite à choisir", "The client answered: what next")
        }
        Task::AwaitMediation => lang.pick("Médiation en cours", "Mediation going on"),
        Task::FollowAgreement => {
            lang.pick("Accord de médiation à suivre", "Agreement before the mediator to follow")
        }
        Task::NotifySale => lang.pick("Cession à notifier", "Sale to notify"),
        Task::AwaitPrice => lang.pick("Prix de cession attendu", "Price of the sale awaited"),
        Task::AwaitVerification => lang.pick("Vérification de la créance", "Claim being verified"),
        Task::AnswerContest => lang.pick("Contestation : à vous de répondre", "Contestation: answer it"),
        Task::ContestOver => lang.pick("Contestation\u{a0}: délai passé", "Contestation: the time is over"),
        Task::AwaitDistribution => lang.pick("Répartition attendue", "Distribution awaited"),
        Task::WriteOff => lang.pick("Perte à constater", "Loss to be noted"),
        Task::AppealOrGiveUp => {
            lang.pick("Demande rejetée\u{a0}: appel ou abandon", "Claim dismissed: appeal it or give it up")
        }
    }
}

/// Why, in a sentence or two.
#[must_use]
pub fn why(
    lang: Lang,
    kind_of: ProceedingKind,
    task: Task,
    since: NaiveDate,
    by: Option<NaiveDate>,
) -> String {
    if task == Task::AppealOrGiveUp {
        return super::lost::why(lang, since, by);
    }
    let (since, by) = (format::date(lang, since), by.map(|by| format::date(lang, by)).unwrap_or_default());
    let kind = kind(lang, kind_of);
    let is_european = kind_of == ProceedingKind::EuropeanOrder;
    let fr = || match task {
        Task::PayFee => format!(
            "Requête du {since} : frais de greffe à payer avant la fin du {by}, sinon elle est caduque (CPC art. 1425)."
        ),
        Task::FeeOverdue => format!(
            "Requête du {since}, et aucun paiement noté avant la fin du {by}\u{a0}: si les frais de greffe n’ont pas été payés, elle est caduque (CPC art. 1425). Notez le paiement s’il a eu lieu, sinon vérifiez auprès du greffe."
        ),
        Task::AwaitOrder if is_european => format!(
            "Demande du {since}\u{a0}: le tribunal répond en principe dans les trente jours (règlement n°\u{a0}1896/2006, art. 12). Les relances s’arrêtent."
        ),
        Task::AwaitOrder => format!(
            "Requête du {since} : l’ordonnance est attendue. Les relances s’arrêtent ; une requête seule n’interrompt pas la prescription."
        ),
        Task::AnswerQuery => format!(
            "Question du tribunal reçue le {since}\u{a0}: répondre dans le délai qu’il fixe, sinon la demande est rejetée (règlement n°\u{a0}1896/2006, art. 9 et 10)."
        ),
        Task::QueryOver => format!(
            "Question du tribunal reçue le {since}, et aucune réponse notée avant la fin du {by}\u{a0}: sans réponse, la demande est rejetée. Notez votre réponse si elle est partie à temps."
        ),
        Task::Serve if is_european => format!(
            "Injonction du {since}\u{a0}: à faire signifier, avec le formulaire d’opposition (CPC art. 1424-5, en France). Aucun délai n’est fixé, mais rien ne court avant."
        ),
        Task::AwaitOpposition if is_european => format!(
            "Injonction signifiée le {since}\u{a0}: le débiteur a trente jours pour s’y opposer, sans motif (règlement n°\u{a0}1896/2006, art. 16)."
        ),
        Task::AskDeclaration => format!(
            "Injonction signifiée le {since}, aucune opposition notée en trente jours\u{a0}: le tribunal la déclare exécutoire (règlement n°\u{a0}1896/2006, art. 18)."
        ),
        Task::Serve => format!(
            "Ordonnance du {since} : à faire signifier avant la fin du {by}, sinon elle est sans effet (CPC art. 1411)."
        ),
        Task::OrderVoid => format!(
            "L’ordonnance du {since} devait être signifiée avant la fin du {by} : elle est sans effet. Une nouvelle requête reste possible."
        ),
        Task::AwaitOpposition => format!(
            "Ordonnance signifiée le {since} : le débiteur peut s’y opposer, et le greffe doit vous le dire (CPC art. 1416)."
        ),
        Task::AskCertificate => format!(
            "Ordonnance signifiée le {since}, aucune opposition notée : demander au greffe le certificat de non-opposition."
        ),
        Task::AnswerOpposition => format!(
            "Opposition annoncée le {since} : consigner les frais ou prendre un avocat, comme le greffe le demande, avant la fin du {by} (CPC art. 1425 et 1418)."
        ),
        Task::OppositionUnanswered => format!(
            "Opposition annoncée le {since}, et rien de noté avant la fin du {by}\u{a0}: si les frais n’ont pas été consignés, ou l’avocat pris, l’ordonnance est caduque. Vérifiez auprès du greffe."
        ),
        Task::AwaitCourt => format!("{kind}, depuis le {since}\u{a0}: la décision est attendue."),
        Task::PrepareHearing => {
            format!("{kind}, audience le {since}\u{a0}: pièces, décompte à jour, demande de frais.")
        }
        Task::NoteHearing => format!(
            "{kind}, audience du {since}\u{a0}: noter un renvoi, une mise en délibéré ou la décision."
        ),
        Task::AwaitDecision => format!("{kind}, mise en délibéré le {since}\u{a0}: une date est annoncée."),
        Task::AskDecision => format!(
            "{kind}, décision annoncée pour le {since}\u{a0}: la demander au greffe ou à votre avocat, puis la noter."
        ),
        Task::ServeDecision if by.is_empty() => {
            format!("Décision du {since}\u{a0}: la faire signifier par un commissaire de justice.")
        }
        Task::ServeDecision => format!(
            "Décision du {since}\u{a0}: la faire signifier par un commissaire de justice. Rendue sans que le débiteur ait comparu, elle serait non avenue après le {by} (CPC art. 478, à vérifier)."
        ),
        Task::NoteEnforceable => format!(
            "Décision signifiée le {since}\u{a0}: noter le jour où elle peut être exécutée, à vérifier sur elle ou auprès du commissaire de justice."
        ),
        Task::AwaitPublicPayment => format!(
            "Décision du {since}\u{a0}: le tribunal la notifie, et l’organisme a deux mois pour payer (loi n°\u{a0}80-539, art. 1, à vérifier)."
        ),
        Task::AskPublicPayment => format!(
            "Décision du {since}, sans paiement deux mois après\u{a0}: il peut être ordonné d’office (loi n°\u{a0}80-539, art. 1, à vérifier)."
        ),
        Task::Instruct => format!("Exécutoire depuis le {since} : un commissaire de justice peut saisir."),
        Task::FollowEnforcement => {
            format!("Exécution confiée ou menée le {since} : demander où elle en est, noter les paiements.")
        }
        Task::AwaitInvitation => format!(
            "Procédure simplifiée demandée le {since} : le commissaire de justice invite le débiteur."
        ),
        Task::AwaitAgreement => {
            format!("Débiteur invité le {since} : un mois de silence vaut refus (CPCE art. R125-3).")
        }
        Task::InvitationOver => format!(
            "Débiteur invité le {since}, sans réponse en un mois : c’est un refus. Noter le refus et choisir une autre voie."
        ),
        Task::AskTitle if kind_of == ProceedingKind::Simplified => {
            format!("Accord du {since}\u{a0}: demander le titre exécutoire au commissaire de justice.")
        }
        Task::AskTitle => format!(
            "Accord du {since}\u{a0}: le faire homologuer par le juge, ou contresigner par les avocats, pour qu’il puisse être exécuté."
        ),
        Task::AwaitReply
        | Task::ReplyOver
        | Task::ActOnReply
        | Task::AwaitMediation
        | Task::FollowAgreement => answered::fr(kind_of, task, &since, &by),
        Task::AskCollector => {
            format!("Confiée le {since} : demander des nouvelles. Vous ne relancez plus vous-même.")
        }
        Task::NotifySale => format!(
            "Cédée le {since} : la cession ne vaut contre le client qu’une fois notifiée (C. civ. art. 1324)."
        ),
        Task::AwaitPrice => {
            format!("Cédée le {since} et notifiée\u{a0}: l’acheteur n’a pas encore versé tout le prix.")
        }
        Task::AwaitVerification => {
            format!("Créance déclarée le {since} : le mandataire la vérifie. Ne rien demander au client.")
        }
        Task::AnswerContest => format!(
            "Contestation reçue le {since} : répondre au mandataire avant la fin du {by} ; sans réponse, sa proposition ne se discute plus (C. com. art. L622-27)."
        ),
        Task::ContestOver => format!(
            "Contestation reçue le {since}, et aucune réponse notée avant la fin du {by}\u{a0}: la proposition du mandataire ne se discute plus (C. com. art. L622-27). Notez votre réponse si elle est partie à temps, sinon la somme admise ou le rejet."
        ),
        Task::AwaitDistribution => {
            format!("Créance admise le {since} : la suite dépend du plan ou de la liquidation.")
        }
        Task::AppealOrGiveUp | Task::WriteOff => {
            format!("{kind} : rien à attendre depuis le {since}. Passer la créance en perte, avec sa preuve.")
        }
    };
    let en = || match task {
        Task::PayFee => format!(
            "Request of {since}: the clerk’s fee is to be paid by the end of {by}, or it lapses (CPC art. 1425)."
        ),
        Task::FeeOverdue => format!(
            "Request of {since}, and no payment noted by the end of {by}: if the clerk’s fee was not paid, it has lapsed (CPC art. 1425). Note the payment if it was made, or else ask the clerk."
        ),
        Task::AwaitOrder if is_european => format!(
            "Application of {since}: the court answers within thirty days as a rule (regulation no. 1896/2006, art. 12). Reminders stop."
        ),
        Task::AwaitOrder => format!(
            "Request of {since}: the order is awaited. Reminders stop; a request alone does not interrupt limitation."
        ),
        Task::AnswerQuery => format!(
            "Question of the court received on {since}: answer it in the time it sets, or the application is rejected (regulation no. 1896/2006, art. 9 and 10)."
        ),
        Task::QueryOver => format!(
            "Question of the court received on {since}, and no answer noted by the end of {by}: without one, the application is rejected. Note your answer if it went out in time."
        ),
        Task::Serve if is_european => format!(
            "Order of {since}: to be served with the form of opposition (CPC art. 1424-5, in France). No last day is set, but no time runs before."
        ),
        Task::AwaitOpposition if is_european => format!(
            "Order served on {since}: the debtor has thirty days to oppose it, without giving reasons (regulation no. 1896/2006, art. 16)."
        ),
        Task::AskDeclaration => format!(
            "Order served on {since}, no opposition noted within thirty days: the court declares it enforceable (regulation no. 1896/2006, art. 18)."
        ),
        Task::Serve => {
            format!("Order of {since}: to be served by the end of {by}, or it has no effect (CPC art. 1411).")
        }
        Task::OrderVoid => format!(
            "The order of {since} was to be served by the end of {by}: it has no effect. A new request is still possible."
        ),
        Task::AwaitOpposition => format!(
            "Order served on {since}: the debtor may oppose it, and the clerk must tell you (CPC art. 1416)."
        ),
        Task::AskCertificate => format!(
            "Order served on {since}, no opposition noted: ask the clerk for the certificate of non-opposition."
        ),
        Task::AnswerOpposition => format!(
            "Opposition announced on {since}: advance the costs or appoint a lawyer, as the clerk asks, by the end of {by} (CPC art. 1425 and 1418)."
        ),
        Task::OppositionUnanswered => format!(
            "Opposition announced on {since}, and nothing noted by the end of {by}: if the costs were not advanced, or no lawyer appointed, the order has lapsed. Ask the clerk."
        ),
        Task::AwaitCourt => format!("{kind}, since {since}: the decision is awaited."),
        Task::PrepareHearing => {
            format!("{kind}, hearing on {since}: exhibits, figures up to date, costs to ask for.")
        }
        Task::NoteHearing => format!(
            "{kind}, hearing of {since}: note that it was put off, that the decision is announced, or the decision."
        ),
        Task::AwaitDecision => format!("{kind}, heard on {since}: a day is announced for the decision."),
        Task::AskDecision => format!(
            "{kind}, decision announced for {since}: ask the clerk or your lawyer for it, then note it."
        ),
        Task::ServeDecision if by.is_empty() => {
            format!("Decision of {since}: have it served by an enforcement officer.")
        }
        Task::ServeDecision => format!(
            "Decision of {since}: have it served by an enforcement officer. If the debtor did not appear, it would be void after {by} (CPC art. 478, to be checked)."
        ),
        Task::NoteEnforceable => format!(
            "Decision served on {since}: note the day from which it can be enforced, to be checked on it or with the officer."
        ),
        Task::AwaitPublicPayment => format!(
            "Decision of {since}: the court notifies it, and the body has two months to pay (act no. 80-539, art. 1, to be checked)."
        ),
        Task::AskPublicPayment => format!(
            "Decision of {since}, without payment two months later: it can be ordered (act no. 80-539, art. 1, to be checked)."
        ),
        Task::Instruct => format!("Enforceable since {since}: an enforcement officer can seize."),
        Task::FollowEnforcement => {
            format!("Enforcement entrusted or carried out on {since}: ask how far it is, note payments.")
        }
        Task::AwaitInvitation => {
            format!("Simplified procedure asked for on {since}: the officer invites the debtor.")
        }
        Task::AwaitAgreement => {
            format!("Debtor invited on {since}: a month of silence is a refusal (CPCE art. R125-3).")
        }
        Task::InvitationOver => format!(
            "Debtor invited on {since}, no answer within a month: that is a refusal. Note it and choose another way."
        ),
        Task::AskTitle if kind_of == ProceedingKind::Simplified => {
            format!("Agreement of {since}: ask the officer for the enforceable title.")
        }
        Task::AskTitle => format!(
            "Agreement of {since}: have it approved by the judge, or countersigned by both lawyers, so that it can be enforced."
        ),
        Task::AwaitReply
        | Task::ReplyOver
        | Task::ActOnReply
        | Task::AwaitMediation
        | Task::FollowAgreement => answered::en(kind_of, task, &since, &by),
        Task::AskCollector => {
            format!("Handed over on {since}: ask for news. You no longer chase it yourself.")
        }
        Task::NotifySale => format!(
            "Sold on {since}: the sale holds against the client only once notified (C. civ. art. 1324)."
        ),
        Task::AwaitPrice => {
            format!("Sold on {since} and notified: the buyer has not paid all of the price yet.")
        }
        Task::AwaitVerification => format!(
            "Claim lodged on {since}: the creditors’ representative verifies it. Ask nothing of the client."
        ),
        Task::AnswerContest => format!(
            "Contestation received on {since}: answer by the end of {by}; without an answer, what is proposed can no longer be discussed (C. com. art. L622-27)."
        ),
        Task::ContestOver => format!(
            "Contestation received on {since}, and no answer noted by the end of {by}: what is proposed can no longer be discussed (C. com. art. L622-27). Note your answer if it went out in time, or else the sum admitted or the rejection."
        ),
        Task::AwaitDistribution => {
            format!("Claim admitted on {since}: what follows depends on the plan or the liquidation.")
        }
        Task::AppealOrGiveUp | Task::WriteOff => {
            format!("{kind}: nothing to wait for since {since}. Write the claim off, with its proof.")
        }
    };
    say(lang, fr, en)
}

/// That whoever is waited for gave no news, before what is waited for; nothing while there is no need to ask.
pub(super) fn quieted(lang: Lang, heard: Option<NaiveDate>, today: NaiveDate) -> String {
    heard.map(|heard| quiet(lang, heard, today) + " ").unwrap_or_default()
}

/// Whoever is waited for gave no news since a day: « Sans nouvelles depuis le 2 novembre 2026, 31 jours. »
#[must_use]
pub fn quiet(lang: Lang, heard: NaiveDate, today: NaiveDate) -> String {
    let (since, days) = (format::date(lang, heard), format::days(lang, (today - heard).num_days()));
    lang.pick(format!("Sans nouvelles depuis le {since}, {days}."), format!("No news since {since}, {days}."))
}
