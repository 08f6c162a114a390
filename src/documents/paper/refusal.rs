//! Why a document is not offered, or cannot be made of what was asked, and what to do instead.

use chrono::NaiveDate;

use crate::documents::template::TextError;
use crate::text::{Lang, format};

/// Why there is no such document.
#[derive(Debug)]
pub enum PaperError {
    /// There is no invoice to write about.
    NoInvoice,
    /// The invoices are in several currencies, and sums of two are never added.
    SeveralCurrencies,
    /// No payment is recorded.
    NoPayment,
    /// The payment is none of these invoices’, or no payment.
    UnknownPayment,
    /// Nothing is owed.
    NothingOwed,
    /// Nothing is past its due date.
    NotLate,
    /// All that is late is contested.
    Disputed,
    /// Insolvency proceedings are open.
    Insolvent,
    /// No formal notice is recorded.
    NoFormalNotice,
    /// The time the formal notice gave is not over before the end of that day.
    NoticeRunning(NaiveDate),
    /// The formal notice did not say that the contract could be ended.
    NoticeWithoutWarning,
    /// A firm does not end a contract with a public buyer for non-payment.
    PublicContract,
    /// The last day of an offer is not after the day it is made.
    OfferOver,
    /// An offer gives up nothing.
    NothingOffered,
    /// A discount is below zero, or as high as the principal.
    DiscountTooLarge,
    /// No interest and no fixed sum are owed that could be given up.
    NoPenalties,
    /// A public buyer’s interest is not given up.
    PublicWaiver,
    /// The template is at fault.
    Text(TextError),
}

impl From<TextError> for PaperError {
    fn from(error: TextError) -> Self {
        Self::Text(error)
    }
}

impl PaperError {
    /// Why, and what to do instead, for the user.
    #[must_use]
    pub fn explained(&self, lang: Lang) -> String {
        let words = match self {
            Self::NoInvoice => lang.pick(
                "Aucune facture n’est enregistrée pour ce client\u{a0}: saisissez-en une d’abord.",
                "No invoice of this client is recorded: enter one first.",
            ),
            Self::SeveralCurrencies => lang.pick(
                "Les factures sont en plusieurs devises\u{a0}: choisissez celles d’une seule.",
                "The invoices are in several currencies: choose those in one of them.",
            ),
            Self::NoPayment => lang.pick(
                "Aucun paiement n’est noté\u{a0}: notez d’abord le paiement reçu.",
                "No payment is recorded: record the payment you received first.",
            ),
            Self::UnknownPayment => lang.pick(
                "Ce mouvement n’est pas un paiement reçu sur ces factures\u{a0}: choisissez-en un autre.",
                "This movement is no payment received on these invoices: choose another.",
            ),
            Self::NothingOwed => {
                lang.pick("Il ne reste rien dû sur ces factures.", "Nothing is left owed on these invoices.")
            }
            Self::NotLate => lang.pick(
                "Rien n’est en retard\u{a0}: ce document n’a pas lieu d’être pour l’instant.",
                "Nothing is late: there is no call for this document for now.",
            ),
            Self::Disputed => lang.pick(
                "Toute la somme est contestée\u{a0}: répondez d’abord à la contestation, et notez-en l’issue.",
                "The whole sum is contested: answer the objection first, and note how it ended.",
            ),
            Self::Insolvent => lang.pick(
                "Le client est en procédure collective\u{a0}: déclarez la créance au mandataire\u{a0}; ce document n’a plus d’effet sur une dette antérieure.",
                "The client is in insolvency proceedings: file the claim with the court’s representative; this document has no effect on a debt from before them.",
            ),
            Self::NoFormalNotice => lang.pick(
                "Aucune mise en demeure n’est notée\u{a0}: envoyez-la d’abord, en disant qu’à défaut de paiement vous serez en droit de résoudre le contrat.",
                "No formal notice is recorded: send one first, saying that failing payment you will be entitled to end the contract.",
            ),
            Self::NoticeRunning(day) => {
                let day = format::date(lang, *day);
                return lang.pick(
                    format!("Le délai de la mise en demeure court jusqu’au {day}\u{a0}: attendez qu’il soit passé."),
                    format!("The time of the formal notice runs until {day}: wait until it is over."),
                );
            }
            Self::NoticeWithoutWarning => lang.pick(
                "La mise en demeure envoyée ne disait pas que le contrat pouvait prendre fin (C. civ. art. 1226)\u{a0}: envoyez-en une autre avec la phrase «\u{a0}À défaut de paiement dans ce délai, je serai en droit de résoudre le contrat.\u{a0}».",
                "The formal notice that was sent did not say that the contract could end (C. civ. art. 1226): send another with the sentence “Failing payment within this period, I will be entitled to end the contract.”.",
            ),
            Self::PublicContract => lang.pick(
                "Un marché public ne se résilie pas ainsi\u{a0}: le titulaire ne peut pas y mettre fin de lui-même pour défaut de paiement, sauf clause du marché. Voyez ses clauses, ou saisissez le juge administratif.",
                "A public contract is not ended this way: the supplier may not end it on its own for non-payment, unless the contract says so. See its clauses, or go to the administrative court.",
            ),
            Self::OfferOver => lang.pick(
                "L’offre doit laisser du temps\u{a0}: choisissez un dernier jour après aujourd’hui.",
                "An offer must leave time: choose a last day after today.",
            ),
            Self::NothingOffered => lang.pick(
                "L’offre n’abandonne rien\u{a0}: indiquez une remise, ou l’abandon des pénalités.",
                "The offer gives up nothing: enter a discount, or give up the penalties.",
            ),
            Self::DiscountTooLarge => lang.pick(
                "La remise doit être positive et rester inférieure au principal dû.",
                "The discount must be above zero and below the principal owed.",
            ),
            Self::NoPenalties => lang.pick(
                "Il n’y a ni pénalités ni indemnité à abandonner\u{a0}: proposez plutôt une remise.",
                "Neither interest nor fixed compensation is owed that could be given up: offer a discount instead.",
            ),
            Self::PublicWaiver => lang.pick(
                "La renonciation aux intérêts moratoires d’un acheteur public est réputée non écrite (CCP art. L2192-14)\u{a0}: proposez plutôt une remise sur le prix.",
                "Giving up the late-payment interest of a public buyer has no effect (CCP art. L2192-14): offer a discount on the price instead.",
            ),
            Self::Text(error) => error.explained(lang),
        };
        words.to_owned()
    }
}
