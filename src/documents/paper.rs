//! Documents beside the messages of the steps: a statement of account, a receipt, an offer, an agreement, a case file. Each
//! is a [`Letter`] on the user’s letterhead, of the words of a template and of blocks made here.
//!
//! | module | what it knows |
//! |---|---|
//! | [`facts`] | what they are made of |
//! | [`refusal`] | why one is not offered |
//! | [`caution`] | what to know before it leaves, shown beside it |
//! | `layout` | how a template and its blocks become a letter |
//! | `account` | the account of one or several invoices, movement by movement, and its balance by age |
//! | `statement` | statement of account (*relevé de compte*) |
//! | `receipt` | receipt for a payment (*reçu*), deposits too |
//! | `hand_receipt` | receipt for what is handed over (*décharge de remise en main propre*) |
//! | `termination` | notice that the contract is terminated (*résiliation*) |
//! | [`offer`] | settlement offer (*offre de règlement*) |
//! | [`agreement`] | payment-plan agreement (*protocole d’échelonnement*) |
//! | `case_file` | case file for an agency, a lawyer or a court (*dossier*) |
//! | `order` | kit for an order for payment (*injonction de payer*) |
//! | [`order_fields`] | its fields, one by one |
//! | `order_costs` | its costs, and the times after the order |
//! | `declaration` | declaration of claim in insolvency proceedings (*déclaration de créance*) |
//! | `assignment` | notice that the claim was sold (*notification de cession*) |
//! | `unpaid_invoice` | duplicate of an invoice that is lost, for its VAT |
//! | `chronology` | every dated fact of a claim |
//! | [`exhibit`] | what proves it, numbered |

mod account;
pub mod agreement;
mod assignment;
mod case_file;
pub mod caution;
mod chronology;
mod declaration;
pub mod exhibit;
pub mod facts;
mod hand_receipt;
mod layout;
pub mod offer;
mod order;
mod order_costs;
pub mod order_fields;
mod receipt;
pub mod refusal;
pub mod sent_copy;
mod statement;
mod termination;
mod unpaid_invoice;

pub use agreement::AgreementTerms;
pub use caution::{Caution, cautions};
pub use facts::PaperFacts;
pub use layout::Written;
pub use offer::{OfferFigures, OfferTerms, offer_figures};
pub use order_fields::{OrderField, OrderFields, order_fields};
pub use refusal::PaperError;
pub use statement::StatementTerms;
pub use termination::may_announce;

use chrono::NaiveDate;

use super::letter::{Letter, sending as sending_of};
use crate::base::MovementId;
use crate::domain::case_file::CaseFile;
use crate::domain::court::Standing;
use crate::domain::event::Channel;
use crate::domain::party::Client;
use crate::text::Lang;

/// A document beside the messages of the steps, with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paper {
    /// Statement of account (*relevé de compte*) of all the invoices given.
    Statement(StatementTerms),
    /// Receipt for a payment (*reçu*): of a sum paid in advance, or of any other.
    Receipt(MovementId),
    /// Receipt for what is handed over (*décharge*), item by item; copies of the invoices where there is none.
    HandReceipt(Vec<String>),
    /// Notice that the contract is terminated for non-payment (*résiliation*).
    Termination,
    /// Settlement offer (*offre de règlement*).
    Offer(OfferTerms),
    /// Case file (*dossier*), to whom it is handed, line by line, where that is known.
    CaseFile(Vec<String>),
    /// Kit for an order for payment (*injonction de payer*), by what the debtor is: see [`Standing::guess`].
    PaymentOrder(Standing),
    /// Payment-plan agreement (*protocole d’échelonnement*).
    Agreement(AgreementTerms),
    /// Declaration of claim (*déclaration de créance*), of all the invoices given.
    Declaration,
    /// Notice that the claim was sold (*notification de cession*).
    Assignment,
    /// Duplicate of an invoice that is lost (*facture demeurée impayée*).
    UnpaidInvoice,
}

/// What a document is, whatever it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperKind {
    /// Statement of account (*relevé de compte*).
    Statement,
    /// Receipt for a payment (*reçu*).
    Receipt,
    /// Receipt for what is handed over (*décharge de remise en main propre*).
    HandReceipt,
    /// Notice that the contract is terminated for non-payment (*résiliation*).
    Termination,
    /// Settlement offer (*offre de règlement*).
    Offer,
    /// Case file (*dossier*) for an agency, a lawyer or a court.
    CaseFile,
    /// Kit for an order for payment (*injonction de payer*).
    PaymentOrder,
    /// Payment-plan agreement (*protocole d’échelonnement*).
    Agreement,
    /// Declaration of claim (*déclaration de créance*) in insolvency proceedings.
    Declaration,
    /// Notice that the claim was sold (*notification de cession*).
    Assignment,
    /// Duplicate of an invoice that is lost (*facture demeurée impayée*), for its VAT.
    UnpaidInvoice,
}

impl PaperKind {
    /// Every kind, in the order a screen lists them.
    pub const ALL: [Self; 11] = [
        Self::Statement,
        Self::Receipt,
        Self::HandReceipt,
        Self::Offer,
        Self::Agreement,
        Self::Termination,
        Self::CaseFile,
        Self::PaymentOrder,
        Self::Declaration,
        Self::Assignment,
        Self::UnpaidInvoice,
    ];

    /// What its figures are worked out from includes interest: what rests on a provisional rate says so.
    #[must_use]
    pub fn states_interest(self) -> bool {
        !matches!(self, Self::Receipt | Self::HandReceipt | Self::Assignment | Self::UnpaidInvoice)
    }

    /// It is written to the debtor; the others go to a court, an agency or a receiver.
    #[must_use]
    pub fn is_to_debtor(self) -> bool {
        !matches!(self, Self::CaseFile | Self::PaymentOrder | Self::Declaration)
    }

    /// How it says that it leaves: registered post, for what goes to somebody who is not to deny it; by hand against a receipt,
    /// for what ends or moves a debt; nothing of what is signed, or goes to nobody.
    fn says(self, channel: Channel) -> bool {
        match self {
            Self::Termination | Self::Assignment => true,
            Self::Statement | Self::Receipt | Self::Offer | Self::Declaration | Self::UnpaidInvoice => {
                channel == Channel::RegisteredPost
            }
            Self::HandReceipt | Self::CaseFile | Self::PaymentOrder | Self::Agreement => false,
        }
    }

    /// The document as it leaves: how is said at its head.
    #[must_use]
    pub fn leaving(self, mut letter: Letter, channel: Channel) -> Letter {
        let is_letter =
            !matches!(self, Self::HandReceipt | Self::CaseFile | Self::PaymentOrder | Self::Agreement);
        if let Some(sending) = letter.references.first_mut().filter(|_| is_letter) {
            *sending =
                if self.says(channel) { sending_of(letter.lang, channel).to_owned() } else { String::new() };
        }
        letter
    }

    /// The day its figures are stated at, where it is written today about a client: a declaration of claim says what was owed
    /// on the eve of the judgment (C. com. art. L622-24, L622-25 and L622-28, read in September 2026), its annexes too.
    /// The duplicate of an invoice that was given up says what was unpaid on the day it was: what is paid later changes none of it.
    #[must_use]
    pub fn stated_on(self, client: &Client, case: &CaseFile, today: NaiveDate) -> NaiveDate {
        let day = match self {
            Self::Declaration => client.insolvency.and_then(|opened| opened.pred_opt()),
            Self::UnpaidInvoice => case.written_off(today).map(|one| one.date),
            _ => None,
        };
        day.map_or(today, |day| day.min(today))
    }

    /// What it is called.
    #[must_use]
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Statement => lang.pick("Relevé de compte", "Statement of account"),
            Self::Receipt => lang.pick("Reçu de paiement", "Receipt for a payment"),
            Self::HandReceipt => {
                lang.pick("Décharge de remise en main propre", "Receipt for documents handed over")
            }
            Self::Termination => lang.pick("Résiliation du contrat", "Termination of the contract"),
            Self::CaseFile => lang.pick("Dossier à transmettre", "Case file to hand over"),
            Self::PaymentOrder => lang.pick("Dossier d’injonction de payer", "Kit for an order for payment"),
            Self::Declaration => lang.pick("Déclaration de créance", "Declaration of claim"),
            Self::Assignment => lang.pick("Notification de cession", "Notice of assignment"),
            Self::UnpaidInvoice => lang.pick("Facture demeurée impayée (TVA)", "Invoice left unpaid (VAT)"),
            Self::Agreement => lang.pick("Protocole d’échelonnement", "Payment-plan agreement"),
            Self::Offer => lang.pick("Offre de règlement", "Settlement offer"),
        }
    }
}

impl Paper {
    /// What it is, whatever it is about.
    #[must_use]
    pub fn kind(&self) -> PaperKind {
        match self {
            Self::Statement(_) => PaperKind::Statement,
            Self::Receipt(_) => PaperKind::Receipt,
            Self::HandReceipt(_) => PaperKind::HandReceipt,
            Self::Termination => PaperKind::Termination,
            Self::Offer(_) => PaperKind::Offer,
            Self::CaseFile(_) => PaperKind::CaseFile,
            Self::PaymentOrder(_) => PaperKind::PaymentOrder,
            Self::Agreement(_) => PaperKind::Agreement,
            Self::Declaration => PaperKind::Declaration,
            Self::Assignment => PaperKind::Assignment,
            Self::UnpaidInvoice => PaperKind::UnpaidInvoice,
        }
    }
}

/// Whether a document of this kind is offered at all, before anything is said about it: a screen lists every kind with
/// the reason of those that are not.
///
/// # Errors
/// Why it is not.
pub fn offered(kind: PaperKind, facts: &PaperFacts<'_>) -> Result<(), PaperError> {
    let disposes = matches!(
        kind,
        PaperKind::Offer | PaperKind::Agreement | PaperKind::Termination | PaperKind::PaymentOrder
    );
    if disposes {
        facts.check_own()?;
    }
    match kind {
        PaperKind::Statement => statement::check(facts),
        PaperKind::Receipt => receipt::check(facts),
        PaperKind::HandReceipt => hand_receipt::check(facts),
        PaperKind::Termination => termination::check(facts),
        PaperKind::Offer => offer::check(facts),
        PaperKind::CaseFile => case_file::check(facts),
        PaperKind::PaymentOrder => order::check(facts),
        PaperKind::Agreement => agreement::check(facts),
        PaperKind::Declaration => declaration::check(facts),
        PaperKind::Assignment => assignment::check(facts),
        PaperKind::UnpaidInvoice => unpaid_invoice::check(facts),
    }
}

/// The document, laid out in blocks.
///
/// # Errors
/// Why there is none: as [`offered`], and what is wrong with what it is about.
pub fn paper(paper: &Paper, facts: &PaperFacts<'_>) -> Result<Letter, PaperError> {
    written(paper, facts).map(|written| written.letter)
}

/// The document with the facts its words were written from.
///
/// # Errors
/// As [`paper`].
pub fn written(paper: &Paper, facts: &PaperFacts<'_>) -> Result<Written, PaperError> {
    offered(paper.kind(), facts)?;
    match paper {
        Paper::Statement(terms) => statement::letter(*terms, facts),
        Paper::Receipt(payment) => receipt::letter(*payment, facts),
        Paper::HandReceipt(items) => hand_receipt::letter(items, facts),
        Paper::Termination => termination::letter(facts),
        Paper::Offer(terms) => offer::letter(terms, facts),
        Paper::CaseFile(to) => case_file::letter(to, facts),
        Paper::PaymentOrder(standing) => order::letter(*standing, facts),
        Paper::Agreement(terms) => agreement::letter(terms, facts),
        Paper::Declaration => declaration::letter(facts),
        Paper::Assignment => assignment::letter(facts),
        Paper::UnpaidInvoice => unpaid_invoice::letter(facts),
    }
}
