//! Papers (*preuves*) that only the user has: signed quote, delivery slip, terms, receipt. The program keeps neither scan
//! nor copy: it notes that there is one, of which day, and where it is kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::{ProofId, iso};

/// What a paper shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProofKind {
    /// What was agreed: accepted quote, order, contract, as the first programs called them together.
    Agreement,
    /// The contract.
    Contract,
    /// The quote the client signed or accepted (*devis signé*).
    Quote,
    /// The client’s order (*bon de commande*).
    Order,
    /// That the goods came or the work was done: delivery note, slip, messages.
    Delivery,
    /// The record by which the work was accepted (*procès-verbal de réception*).
    Acceptance,
    /// The invoice as it was issued.
    Invoice,
    /// That the terms of late payment were announced: on the quote, in the general terms, on the invoice.
    Terms,
    /// What the client wrote to acknowledge the debt (*reconnaissance de dette*).
    Acknowledgement,
    /// An exchange of e-mails.
    Emails,
    /// A letter of the client’s.
    Letter,
    /// The minutes of a call or a meeting (*compte rendu*).
    Minutes,
    /// A receipt of the post for something that was sent.
    Posting,
    /// That the formal notice was handed over or presented: receipt, slip of the post.
    NoticeReceipt,
    /// Who the debtor is: extract of a register.
    Identity,
    /// Anything else, by its own title.
    Other,
}

/// A paper of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Number within its case.
    pub id: ProofId,
    /// What it shows.
    pub kind: ProofKind,
    /// Day it bears.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// What it is called, where its kind does not say it all: « photos du chantier ».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Where it is kept: « classeur 2026 », « messagerie, dossier Brun ».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}

impl ProofKind {
    /// Every kind that is noted, in the order a court reads them.
    pub const ALL: [Self; 15] = [
        Self::Quote,
        Self::Order,
        Self::Contract,
        Self::Invoice,
        Self::Delivery,
        Self::Acceptance,
        Self::Terms,
        Self::Posting,
        Self::NoticeReceipt,
        Self::Acknowledgement,
        Self::Emails,
        Self::Letter,
        Self::Minutes,
        Self::Identity,
        Self::Other,
    ];

    /// What shows what was agreed.
    pub const AGREED: [Self; 4] = [Self::Quote, Self::Order, Self::Contract, Self::Agreement];

    /// What shows that it was done.
    pub const DONE: [Self; 2] = [Self::Delivery, Self::Acceptance];

    /// What the client answered, and what was said.
    pub const ANSWERED: [Self; 4] = [Self::Acknowledgement, Self::Letter, Self::Emails, Self::Minutes];

    /// It says by itself what it is.
    #[must_use]
    pub fn needs_title(self) -> bool {
        self == Self::Other
    }
}
