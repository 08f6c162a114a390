//! What the user should know before a document leaves: shown beside it, never printed on it.

use super::agreement::is_long;
use super::facts::PaperFacts;
use super::offer::OfferTerms;
use super::termination::{notice, warns};
use super::{Paper, PaperKind};
use crate::documents::context::Case;
use crate::domain::case_file::CaseFile;
use crate::domain::contract::Law;
use crate::domain::court::Seat;
use crate::domain::movement::MovementKind;
use crate::domain::offer::{OfferSort, OfferState};
use crate::domain::party::DebtorKind;
use crate::domain::plan::LONGEST_NOTICE_DAYS;
use crate::text::Lang;

/// Something to know before sending a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Caution {
    /// A contract is ended at one’s own risk.
    AtOwnRisk,
    /// The formal notice is not noted as received.
    NotReceived,
    /// What the formal notice said is not known.
    NoticeUnknown,
    /// No formal notice is recorded: courts want to see one.
    NoFormalNotice,
    /// Where the debtor is established is not known.
    SeatUnknown,
    /// What the debtor is decides on the court, and is for the user to confirm.
    ConfirmStanding,
    /// A schedule of more than two years, which is more than a court could give.
    LongSchedule,
    /// A notice to a consumer of less than two weeks may be found unfair.
    ShortNotice,
    /// What is taken off the price wants a credit note.
    WantsCreditNote,
    /// Something else was offered about an invoice, goods or work: this would be a second offer beside it.
    AnotherOffer,
    /// Some rate is provisional.
    Provisional,
    /// A sum a consumer pays in advance is *arrhes* unless the contract says otherwise.
    Earnest,
    /// The time to sue for an invoice is over: the debtor may refuse to pay it.
    TimeBarred,
    /// A consumer is to be told the mediator, whose name is not known here.
    Mediator,
}

impl Caution {
    /// What to know, for the user.
    #[must_use]
    pub fn explained(self, lang: Lang) -> &'static str {
        match self {
            Self::AtOwnRisk => lang.pick(
                "Vous mettez fin au contrat à vos risques\u{a0}: en cas de désaccord, c’est à vous de prouver devant le juge que le retard était assez grave (C. civ. art. 1224 et 1226). Relisez d’abord votre contrat\u{a0}: une clause peut prévoir d’autres règles.",
                "You end the contract at your own risk: if it is disputed, it is for you to prove in court that the default was grave enough (C. civ. art. 1224 and 1226). Read your contract first: a clause may set other rules.",
            ),
            Self::NotReceived => lang.pick(
                "La réception de la mise en demeure n’est pas notée\u{a0}: notez la date de l’avis de réception, qui la prouve.",
                "The formal notice is not noted as received: note the date on the acknowledgement, which proves it.",
            ),
            Self::NoticeUnknown => lang.pick(
                "Le texte de la mise en demeure n’est pas connu\u{a0}: vérifiez qu’elle disait qu’à défaut de paiement vous seriez en droit de résoudre le contrat (C. civ. art. 1226).",
                "The text of the formal notice is not known: check that it said that failing payment you would be entitled to end the contract (C. civ. art. 1226).",
            ),
            Self::NoFormalNotice => lang.pick(
                "Aucune mise en demeure n’est notée\u{a0}: le juge s’attend à en voir une, avec la preuve de sa réception. Envoyez-la d’abord.",
                "No formal notice is recorded: the court expects to see one, with proof of its receipt. Send it first.",
            ),
            Self::SeatUnknown => lang.pick(
                "L’adresse du débiteur ne dit pas où il est établi\u{a0}: c’est elle qui décide du tribunal. Complétez-la dans sa fiche.",
                "The debtor’s address does not say where it is established, which decides on the court. Complete it in its record.",
            ),
            Self::ConfirmStanding => lang.pick(
                "Vérifiez ce qu’est le débiteur\u{a0}: commerçant ou société commerciale, ou bien profession libérale, association, société civile. Le tribunal en dépend\u{a0}; en cas de doute, demandez au greffe.",
                "Check what the debtor is: a trader or a commercial company, or else a liberal profession, an association, a civil company. The court depends on it; in doubt, ask the clerk.",
            ),
            Self::LongSchedule => lang.pick(
                "L’échéancier dépasse deux ans\u{a0}: un juge ne pourrait pas accorder autant (C. civ. art. 1343-5).",
                "The schedule is longer than two years: a court could not grant as much (C. civ. art. 1343-5).",
            ),
            Self::ShortNotice => lang.pick(
                "Pour un particulier, préférez quinze jours après la mise en demeure\u{a0}: un délai plus court pourrait être jugé abusif.",
                "With a consumer, prefer fifteen days after the formal notice: a shorter time might be found unfair.",
            ),
            Self::WantsCreditNote => lang.pick(
                "Une remise sur le prix appelle un avoir, taxes comprises\u{a0}: émettez-le une fois la somme reçue, et notez-la en remise.",
                "A discount on the price wants a credit note, taxes included: issue it once the money is there, and note it as a discount.",
            ),
            Self::AnotherOffer => lang.pick(
                "Une autre offre court sur une de ces factures (reprise de marchandise ou de travail, escompte)\u{a0}: cette lettre en ferait une seconde, sans elle. Retirez d’abord la première, dans «\u{a0}Offres\u{a0}», ou attendez sa fin.",
                "Another offer is running on one of these invoices (goods taken back, work put right, early payment): this letter would be a second one, without it. Take the first back under “Offers”, or wait for its end.",
            ),
            Self::Provisional => lang.pick(
                "Une partie des pénalités repose sur un taux provisoire, comme le document le dit.",
                "Part of the interest rests on a provisional rate, as the document says.",
            ),
            Self::Earnest => lang.pick(
                "Pour un particulier, une somme versée d’avance constitue des arrhes si le contrat ne dit pas autre chose (C. conso. art. L214-1)\u{a0}; le reçu le rappelle. Si votre devis parle d’acompte, corrigez cette phrase.",
                "From a consumer, a sum paid in advance is earnest money (arrhes) unless the contract says otherwise (C. conso. art. L214-1); the receipt says so. If your quote speaks of an acompte, correct that sentence.",
            ),
            Self::TimeBarred => lang.pick(
                "Une facture au moins est prescrite\u{a0}: le débiteur peut refuser de la payer, et un juge ne pourrait plus l’y condamner s’il invoque la prescription. Retirez-la, ou notez l’acte qui a interrompu la prescription.",
                "At least one invoice is time-barred: the debtor may refuse to pay it, and a court could no longer order payment if that is pleaded. Leave it out, or note the act that started the time again.",
            ),
            Self::Mediator => lang.pick(
                "Ajoutez à la lettre le nom et les coordonnées du médiateur de la consommation auquel vous avez adhéré\u{a0}: elles sont dues à un particulier dont la réclamation n’aboutit pas (C. conso. art. L612-1 et L616-1, lus en avril 2026).",
                "Add to the letter the name and address of the consumer mediator you joined: a consumer whose complaint leads nowhere is owed them (C. conso. art. L612-1 and L616-1, read in April 2026).",
            ),
        }
    }
}

/// The time to sue for an invoice, or to enforce the decision about it, is over.
fn is_time_barred(case: &CaseFile, facts: &PaperFacts<'_>) -> bool {
    let known = case.limitation(facts.client.debtor(), facts.today);
    known.is_some_and(|known| known.expires < facts.today)
}

/// What is offered about an invoice is something this letter does not speak of, and is not over.
fn is_otherwise_offered(case: &CaseFile, facts: &PaperFacts<'_>) -> bool {
    case.offers_on(facts.today).any(|(offer, state)| {
        let runs = matches!(state, OfferState::Open(_) | OfferState::Overdue(_)) || state.is_taken_up();
        runs && !matches!(offer.kind.sort(), OfferSort::Discount | OfferSort::Penalties)
    })
}

/// What to know before this document leaves, the gravest first.
#[must_use]
pub fn cautions(paper: &Paper, facts: &PaperFacts<'_>) -> Vec<Caution> {
    let mut cautions = Vec::new();
    let asks = matches!(
        paper.kind(),
        PaperKind::CaseFile | PaperKind::Statement | PaperKind::Offer | PaperKind::Termination
    );
    if asks && facts.late().iter().any(|(case, _)| is_time_barred(case, facts)) {
        cautions.push(Caution::TimeBarred);
    }
    if paper.kind() == PaperKind::Termination {
        cautions.push(Caution::AtOwnRisk);
        if facts.client.kind == DebtorKind::Consumer {
            cautions.push(Caution::Mediator);
        }
        if let Some(notice) = notice(facts) {
            if notice.received.is_none() {
                cautions.push(Caution::NotReceived);
            }
            if !warns(notice) {
                cautions.push(Caution::NoticeUnknown);
            }
        }
    }
    if paper.kind() == PaperKind::Offer
        && facts.cases.iter().any(|(case, _)| is_otherwise_offered(case, facts))
    {
        cautions.push(Caution::AnotherOffer);
    }
    match paper {
        Paper::Offer(OfferTerms { discount, .. }) if discount.is_positive() => {
            cautions.push(Caution::WantsCreditNote);
        }
        Paper::Receipt(id) if !facts.is_professional() => {
            let early = |(case, _): &Case<'_>| {
                let issued = case.invoice.issued;
                let mut payments = case.movements.iter().filter(|it| it.kind == MovementKind::Payment);
                let is_french = case.invoice.contract.law == Law::French;
                is_french && payments.any(|it| it.id == *id && it.date < issued)
            };
            if facts.cases.iter().any(early) {
                cautions.push(Caution::Earnest);
            }
        }
        Paper::Agreement(terms) => {
            if is_long(terms, facts) {
                cautions.push(Caution::LongSchedule);
            }
            if !facts.is_professional() && terms.notice_days < LONGEST_NOTICE_DAYS {
                cautions.push(Caution::ShortNotice);
            }
        }
        _ => {}
    }
    if let Paper::PaymentOrder(_) = paper {
        // The notice after which a plan was broken is one too.
        let plan = facts.broken_plan();
        let of_plan = || plan.and_then(|plan| facts.notice_of_plan(plan));
        let kept_on_it = plan.is_some_and(|plan| !plan.notices.is_empty());
        match notice(facts).or_else(of_plan) {
            None if kept_on_it => {}
            None => cautions.push(Caution::NoFormalNotice),
            Some(notice) if notice.received.is_none() => cautions.push(Caution::NotReceived),
            Some(_) => {}
        }
        if Seat::of(&facts.client.address) == Seat::Unknown {
            cautions.push(Caution::SeatUnknown);
        }
        if facts.is_professional() {
            cautions.push(Caution::ConfirmStanding);
        }
    }
    let states_interest = !matches!(paper.kind(), PaperKind::Receipt | PaperKind::HandReceipt);
    if states_interest && facts.cases.iter().any(|(_, claim)| !claim.provisional.is_empty()) {
        cautions.push(Caution::Provisional);
    }
    cautions
}
