//! Papers (*preuves*) that only the user has: signed quote, delivery slip, terms, receipt. The program keeps neither scan
//! nor copy: it notes that there is one, of which day, and where it is kept.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::base::{ProofId, iso};

/// What a paper shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProofKind {
    /// What was agreed: accepted quote, order, contract.
    Agreement,
    /// That the goods came or the work was done, or was accepted.
    Delivery,
    /// The invoice as it was issued.
    Invoice,
    /// That the terms of late payment were announced: on the quote, in the general terms, on the invoice.
    Terms,
    /// That the formal notice was handed over or presented: receipt, slip of the post.
    NoticeReceipt,
    /// Who the debtor is: extract of a register.
    Identity,
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
    /// Where it is kept: « classeur 2026 », « messagerie, dossier Brun ».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
}

impl ProofKind {
    /// Every kind, in the order a court reads them.
    pub const ALL: [Self; 6] =
        [Self::Agreement, Self::Invoice, Self::Delivery, Self::Terms, Self::NoticeReceipt, Self::Identity];
}
