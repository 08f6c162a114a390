//! What the user should know before a document leaves: shown beside it, never printed on it.

use super::facts::PaperFacts;
use super::offer::OfferTerms;
use super::termination::{notice, warns};
use super::{Paper, PaperKind};
use crate::documents::context::Case;
use crate::domain::movement::MovementKind;
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
    /// What is taken off the price wants a credit note.
    WantsCreditNote,
    /// Some rate is provisional.
    Provisional,
    /// A sum a consumer pays in advance is *arrhes* unless the contract says otherwise.
    Earnest,
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
            Self::WantsCreditNote => lang.pick(
                "Une remise sur le prix appelle un avoir, taxes comprises\u{a0}: émettez-le une fois la somme reçue, et notez-la en remise.",
                "A discount on the price wants a credit note, taxes included: issue it once the money is there, and note it as a discount.",
            ),
            Self::Provisional => lang.pick(
                "Une partie des pénalités repose sur un taux provisoire, comme le document le dit.",
                "Part of the interest rests on a provisional rate, as the document says.",
            ),
            Self::Earnest => lang.pick(
                "Pour un particulier, une somme versée d’avance constitue des arrhes si le contrat ne dit pas autre chose (C. conso. art. L214-1)\u{a0}; le reçu le rappelle. Si votre devis parle d’acompte, corrigez cette phrase.",
                "From a consumer, a sum paid in advance is earnest money (arrhes) unless the contract says otherwise (C. conso. art. L214-1); the receipt says so. If your quote speaks of an acompte, correct that sentence.",
            ),
        }
    }
}

/// What to know before this document leaves, the gravest first.
#[must_use]
pub fn cautions(paper: &Paper, facts: &PaperFacts<'_>) -> Vec<Caution> {
    let mut cautions = Vec::new();
    if paper.kind() == PaperKind::Termination {
        cautions.push(Caution::AtOwnRisk);
        if let Some(notice) = notice(facts) {
            if notice.received.is_none() {
                cautions.push(Caution::NotReceived);
            }
            if !warns(notice) {
                cautions.push(Caution::NoticeUnknown);
            }
        }
    }
    match paper {
        Paper::Offer(OfferTerms { discount, .. }) if discount.is_positive() => {
            cautions.push(Caution::WantsCreditNote);
        }
        Paper::Receipt(id) if !facts.is_professional() => {
            let early = |(case, _): &Case<'_>| {
                let issued = case.invoice.issued;
                let mut payments = case.movements.iter().filter(|it| it.kind == MovementKind::Payment);
                payments.any(|it| it.id == *id && it.date < issued)
            };
            if facts.cases.iter().any(early) {
                cautions.push(Caution::Earnest);
            }
        }
        _ => {}
    }
    let states_interest = !matches!(paper.kind(), PaperKind::Receipt | PaperKind::HandReceipt);
    if states_interest && facts.cases.iter().any(|(_, claim)| !claim.provisional.is_empty()) {
        cautions.push(Caution::Provisional);
    }
    cautions
}
