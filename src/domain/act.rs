//! Acts (*actes*): dated facts of law about a claim that are neither money nor texts sent. They start limitation
//! again, raise the legal rate, or let interest bear interest.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::limitation::LimitationEventKind;
use crate::base::ActId;
use crate::base::iso;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActKind {
    /// The client owned to the debt in writing, asked for time.
    Acknowledgement,
    /// The client signed a payment plan.
    SignedPlan,
    /// A claim was brought before a court; an order for payment counts from its service.
    CourtClaim,
    /// A claim was brought that also asks for interest on interest, and a court granted it (C. civ. art. 1343-2).
    CapitalisationClaim,
    /// A protective or enforcement measure was taken.
    Enforcement,
    /// A court decision became enforceable: the legal rate rises two months later (CMF art. L313-3), and it is enforced for ten
    /// years (CPCE art. L111-4).
    EnforceableDecision,
}

/// An act of one claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// Number within the book.
    pub id: ActId,
    /// What was done.
    pub kind: ActKind,
    /// When.
    #[serde(with = "iso")]
    pub date: NaiveDate,
    /// Reference, free text: « e-mail de Mme Le Goff », a case number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
}

impl ActKind {
    /// Every kind, in the order a form offers them.
    pub const ALL: [Self; 6] = [
        Self::Acknowledgement,
        Self::SignedPlan,
        Self::CourtClaim,
        Self::CapitalisationClaim,
        Self::Enforcement,
        Self::EnforceableDecision,
    ];

    /// What it means for limitation.
    #[must_use]
    pub fn limitation(self) -> LimitationEventKind {
        match self {
            Self::Acknowledgement => LimitationEventKind::Acknowledgement,
            Self::SignedPlan => LimitationEventKind::SignedPlan,
            // The effect of the claim lasts until the decision (C. civ. art. 2242), which opens a longer time of its
            // own: counting a new period from it is cautious.
            Self::CourtClaim | Self::CapitalisationClaim => LimitationEventKind::CourtClaim,
            Self::EnforceableDecision => LimitationEventKind::Title,
            Self::Enforcement => LimitationEventKind::Enforcement,
        }
    }
}
