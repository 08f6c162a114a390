//! What chasing is called: steps, channels, outcomes of a call, circumstances, roles.

use crate::base::calendar::{Holiday, Region};
use crate::domain::author::Author;
use crate::domain::circumstance::{CircumstanceKind, DisputeCause, PauseCause, PromiseState, Unpaid};
use crate::domain::contact::{CircuitGap, Role};
use crate::domain::dunning::Speed;
use crate::domain::event::{Channel, Event, Outcome, Step};
use crate::domain::manner::{Relation, Tone};
use crate::text::Lang;

/// A step of the ladder, or an occasion beside it.
#[must_use]
pub fn step(lang: Lang, step: Step) -> &'static str {
    match step {
        Step::Invoice => lang.pick("Envoi de la facture", "Sending the invoice"),
        Step::ReceiptCheck => lang.pick("Confirmation de réception", "Check of receipt"),
        Step::Courtesy => lang.pick("Rappel avant échéance", "Courtesy notice"),
        Step::FirstCall => lang.pick("Premier appel", "First call"),
        Step::FirstReminder => lang.pick("Première relance", "First reminder"),
        Step::SecondCall => lang.pick("Deuxième appel", "Second call"),
        Step::FirmReminder => lang.pick("Relance ferme", "Firm reminder"),
        Step::LastReminder => lang.pick("Dernière relance", "Last reminder"),
        Step::PenaltyNote => lang.pick("Note de pénalités", "Penalty note"),
        Step::FormalNotice => lang.pick("Mise en demeure", "Formal notice"),
        Step::Call => lang.pick("Appel", "Call"),
        Step::Recap => lang.pick("Récapitulatif d’appel", "Recap of the call"),
        Step::BrokenPromise => lang.pick("Promesse non tenue", "Broken promise"),
        Step::Duplicate => lang.pick("Duplicata de la facture", "Invoice sent again"),
        Step::Approval => lang.pick("Demande de validation", "Request for approval"),
        Step::Confirmation => lang.pick("Confirmation du solde", "Confirmation of the balance"),
        Step::Correction => lang.pick("Facture corrigée", "Corrected invoice"),
        Step::Inquiry => lang.pick("Demande de renseignements", "Request for information"),
        Step::Meeting => lang.pick("Proposition de rendez-vous", "Offer of a meeting"),
        Step::Instalments => lang.pick("Proposition d’échéancier", "Offer of instalments"),
        Step::PlanNotice => lang.pick("Échéance manquée", "Missed instalment"),
        Step::Offer => lang.pick("Offre de règlement", "Settlement offer"),
        Step::Agreed => lang.pick("Confirmation de l’accord", "Confirmation of what was agreed"),
        Step::Suspension => lang.pick("Suspension des prestations", "Suspension of work"),
        Step::Resumption => lang.pick("Reprise des prestations", "Work goes on"),
        Step::Thanks => lang.pick("Remerciement", "Thank-you note"),
        Step::Document => lang.pick("Document", "Document"),
    }
}

/// What was sent: what announced a formal notice by e-mail is not called one.
#[must_use]
pub fn sending(lang: Lang, event: &Event) -> &'static str {
    if event.is_cover() {
        lang.pick("Annonce de la mise en demeure", "Announcement of the formal notice")
    } else {
        step(lang, event.step)
    }
}

/// Who wrote a text, after how it went; nothing of the user’s own.
#[must_use]
pub fn by_author(lang: Lang, author: Author) -> &'static str {
    match author {
        Author::Own => "",
        Author::Counsel => lang.pick(", par un conseil", ", by counsel"),
        Author::Officer => lang.pick(", par un commissaire de justice", ", by a judicial officer"),
    }
}

/// Who wrote a text, as a choice.
#[must_use]
pub fn author(lang: Lang, author: Author) -> &'static str {
    match author {
        Author::Own => lang.pick("Moi", "Me"),
        Author::Counsel => lang.pick("Mon avocat ou conseil", "My lawyer or adviser"),
        Author::Officer => lang.pick("Un commissaire de justice", "A judicial officer"),
    }
}

/// How a client is reached, as a choice: « E-mail ».
#[must_use]
pub fn channel(lang: Lang, channel: Channel) -> &'static str {
    match channel {
        Channel::Email => lang.pick("E-mail", "E-mail"),
        Channel::Sms => lang.pick("SMS", "Text message"),
        Channel::Phone => lang.pick("Téléphone", "Telephone"),
        Channel::Post => lang.pick("Courrier", "Post"),
        Channel::RegisteredPost => lang.pick("Recommandé", "Registered"),
        Channel::Hand => lang.pick("En main propre", "By hand"),
        Channel::Portal => lang.pick("Portail", "Portal"),
    }
}

/// How a text was sent, in a sentence: « par e-mail ».
#[must_use]
pub fn by_channel(lang: Lang, channel: Channel) -> &'static str {
    match channel {
        Channel::Email => lang.pick("par e-mail", "by e-mail"),
        Channel::Sms => lang.pick("par SMS", "by text message"),
        Channel::Phone => lang.pick("au téléphone", "by telephone"),
        Channel::Post => lang.pick("par courrier", "by post"),
        Channel::RegisteredPost => lang.pick("en recommandé avec avis de réception", "by registered post"),
        Channel::Hand => lang.pick("remise en main propre", "by hand"),
        Channel::Portal => lang.pick("sur un portail", "on a portal"),
    }
}

/// How a call ended.
#[must_use]
pub fn outcome(lang: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Promise => lang.pick("Promesse de paiement", "Promise to pay"),
        Outcome::Plan => lang.pick("Échéancier", "Instalments"),
        Outcome::Dispute => lang.pick("Conteste", "Disputes it"),
        Outcome::Resend => lang.pick("À renvoyer", "To be sent again"),
        Outcome::NewContact => lang.pick("Autre interlocuteur", "Somebody else"),
        Outcome::SaysPaid => lang.pick("Dit avoir payé", "Says it is paid"),
        Outcome::CallBack => lang.pick("À rappeler", "To be called again"),
        Outcome::Voicemail => lang.pick("Message laissé", "Left a message"),
        Outcome::NoAnswer => lang.pick("Pas de réponse", "No answer"),
        Outcome::Refuses => lang.pick("Refuse de payer", "Refuses to pay"),
    }
}

/// Why an invoice is not paid.
#[must_use]
pub fn unpaid(lang: Lang, reason: Unpaid) -> &'static str {
    match reason {
        Unpaid::Lost => lang.pick("Facture perdue", "Invoice lost"),
        Unpaid::NotReceived => lang.pick("Facture jamais reçue", "Invoice never received"),
        Unpaid::Forgotten => lang.pick("Oubli", "Forgotten"),
        Unpaid::Approval => lang.pick("En attente de validation", "Waiting for approval"),
        Unpaid::WrongData => {
            lang.pick("Erreur ou numéro de commande manquant", "Wrong details or order number")
        }
        Unpaid::Dissatisfied => lang.pick("Client insatisfait", "Client not satisfied"),
        Unpaid::Cash => lang.pick("Difficulté de trésorerie", "Short of cash"),
        Unpaid::BadFaith => lang.pick("Mauvaise foi", "Bad faith"),
        Unpaid::Insolvent => lang.pick("Procédure collective", "Insolvency proceedings"),
        Unpaid::Closed => lang.pick("Entreprise fermée", "Firm closed"),
    }
}

/// Why chasing pauses.
#[must_use]
pub fn pause(lang: Lang, cause: PauseCause) -> &'static str {
    match cause {
        PauseCause::Granted => lang.pick("Délai accordé", "Time granted"),
        PauseCause::Talks => lang.pick("Discussion en cours", "Terms being agreed"),
        PauseCause::Absence => lang.pick("Interlocuteur absent", "Person in charge away"),
        PauseCause::OurSide => lang.pick("À nous de répondre", "Our turn to answer"),
        PauseCause::Card => lang.pick("Réponse d’une carte", "Answer of a card"),
        PauseCause::Aside => lang.pick("Laissée de côté dans un envoi", "Left out of a message"),
        PauseCause::Other => lang.pick("Autre raison", "Another reason"),
    }
}

/// What a client contests.
#[must_use]
pub fn dispute(lang: Lang, cause: DisputeCause) -> &'static str {
    match cause {
        DisputeCause::Quality => lang.pick("La qualité du travail", "The quality of the work"),
        DisputeCause::Incomplete => lang.pick("Un travail incomplet", "Work left incomplete"),
        DisputeCause::Price => lang.pick("Le prix", "The price"),
        DisputeCause::Late => lang.pick("Un retard de livraison", "A late delivery"),
        DisputeCause::NotOrdered => lang.pick("La commande elle-même", "The order itself"),
        DisputeCause::Other => lang.pick("Autre chose", "Something else"),
    }
}

/// Where a promise stands.
#[must_use]
pub fn promise(lang: Lang, state: PromiseState) -> &'static str {
    match state {
        PromiseState::Running => lang.pick("en cours", "running"),
        PromiseState::Kept => lang.pick("tenue", "kept"),
        PromiseState::Broken => lang.pick("non tenue", "not kept"),
        PromiseState::Withdrawn => lang.pick("remplacée", "replaced"),
    }
}

/// What a person does in the payment chain.
#[must_use]
pub fn role(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Orders => lang.pick("Commande", "Orders"),
        Role::Approves => lang.pick("Validation", "Approves"),
        Role::Accounts => lang.pick("Comptabilité", "Accounts payable"),
        Role::Management => lang.pick("Direction", "Management"),
    }
}

/// Something about paying that nobody has said yet, as a question to ask.
#[must_use]
pub fn gap(lang: Lang, gap: CircuitGap) -> &'static str {
    match gap {
        CircuitGap::OrderNumber => lang.pick(
            "Faut-il un numéro de commande sur la facture\u{a0}?",
            "Does the invoice need an order number?",
        ),
        CircuitGap::Portal => lang.pick(
            "Les factures se déposent-elles sur un portail\u{a0}?",
            "Are invoices handed in on a portal?",
        ),
        CircuitGap::Approval => lang.pick("Qui valide la facture\u{a0}?", "Who approves the invoice?"),
        CircuitGap::PaymentDays => {
            lang.pick("Quels jours faites-vous les virements\u{a0}?", "On which days do you make transfers?")
        }
        CircuitGap::Accounts => lang.pick(
            "Qui suit les règlements fournisseurs, et à quel numéro\u{a0}?",
            "Who is in charge of paying suppliers, and at which number?",
        ),
    }
}

/// How fast the ladder is climbed.
#[must_use]
pub fn speed(lang: Lang, speed: Speed) -> &'static str {
    match speed {
        Speed::Gentle => lang.pick("Doux", "Gentle"),
        Speed::Standard => lang.pick("Standard", "Standard"),
        Speed::Firm => lang.pick("Ferme", "Firm"),
    }
}

/// The tone of a text.
#[must_use]
pub fn tone(lang: Lang, tone: Tone) -> &'static str {
    match tone {
        Tone::Warm => lang.pick("Amical", "Warm"),
        Tone::Courteous => lang.pick("Cordial", "Courteous"),
        Tone::Direct => lang.pick("Direct", "Direct"),
        Tone::Firm => lang.pick("Ferme", "Firm"),
    }
}

/// How things stand with a client.
#[must_use]
pub fn relation(lang: Lang, relation: Relation) -> &'static str {
    match relation {
        Relation::Loyal => lang.pick("Fidèle", "Loyal"),
        Relation::Neutral => lang.pick("Neutre", "Neutral"),
        Relation::Tense => lang.pick("Tendue", "Tense"),
    }
}

/// Whose public holidays count.
#[must_use]
pub fn region(lang: Lang, region: Region) -> &'static str {
    match region {
        Region::France => lang.pick("France", "France"),
        Region::AlsaceMoselle => lang.pick("Alsace-Moselle", "Alsace-Moselle"),
    }
}

/// A public holiday, in a sentence: « c’est le lundi de Pâques ».
#[must_use]
pub fn holiday(lang: Lang, holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::NewYear => lang.pick("le jour de l’An", "New Year’s Day"),
        Holiday::GoodFriday => lang.pick("le Vendredi saint", "Good Friday"),
        Holiday::EasterMonday => lang.pick("le lundi de Pâques", "Easter Monday"),
        Holiday::LabourDay => lang.pick("la fête du Travail", "Labour Day"),
        Holiday::Victory1945 => lang.pick("le 8\u{a0}mai", "Victory Day, 8 May"),
        Holiday::Ascension => lang.pick("l’Ascension", "Ascension Day"),
        Holiday::WhitMonday => lang.pick("le lundi de Pentecôte", "Whit Monday"),
        Holiday::NationalDay => lang.pick("la fête nationale", "Bastille Day"),
        Holiday::Assumption => lang.pick("l’Assomption", "Assumption Day"),
        Holiday::AllSaints => lang.pick("la Toussaint", "All Saints’ Day"),
        Holiday::Armistice1918 => lang.pick("le 11\u{a0}novembre", "Armistice Day"),
        Holiday::Christmas => lang.pick("Noël", "Christmas Day"),
        Holiday::SaintStephen => lang.pick("la Saint-Étienne", "Saint Stephen’s Day"),
    }
}

/// What kind of circumstance it is.
#[must_use]
pub fn circumstance(lang: Lang, kind: &CircumstanceKind) -> &'static str {
    match kind {
        CircumstanceKind::Promise { .. } => lang.pick("Promesse de paiement", "Promise to pay"),
        CircumstanceKind::Pause { .. } => lang.pick("Pause des relances", "Pause of reminders"),
        CircumstanceKind::Dispute { .. } => lang.pick("Litige", "Dispute"),
        CircumstanceKind::Proposal { .. } => lang.pick("Proposition du client", "Proposal of the client"),
        CircumstanceKind::Unpaid(_) => lang.pick("Raison du non-paiement", "Reason for non-payment"),
        CircumstanceKind::LifeCycle(_) => lang.pick("Statut de facture électronique", "E-invoice status"),
        CircumstanceKind::Suspension { .. } => lang.pick("Suspension des prestations", "Suspension of work"),
        CircumstanceKind::CloseWatch { .. } => lang.pick("Suivi rapproché", "Close watch"),
    }
}
