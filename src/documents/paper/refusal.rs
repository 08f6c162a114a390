//! Why a document is not offered, or cannot be made of what was asked, and what to do instead.

use crate::documents::template::TextError;
use crate::text::Lang;

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
            Self::Text(error) => error.explained(lang),
        };
        words.to_owned()
    }
}
