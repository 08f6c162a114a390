//! Acts (*actes*): dated facts of law about a claim that are neither money nor texts sent. They start limitation
//! again or hold it, raise the legal rate, let interest bear interest, or are a title to enforce.
//!
//! Titles are listed in CPCE art. L111-3: decisions of courts and the agreements they made enforceable (1°), agreements
//! countersigned by the lawyers of all parties that the clerk made enforceable (7°; law reference, read in September 2026),
//! notaries’ deeds with the enforcement formula (4°, recalled, to be checked). Ten years to enforce are given by art. L111-4 to those of 1° to 3° alone. The record of no contest of CPCE art. L126-1 to
//! L126-5 (loi 2026-307) has its decree still to come: what it means for limitation is not known, and it is taken to leave it as
//! it was. The legal rate rises after a judgment that orders to pay (CMF art. L313-3): of no agreement, as recalled, to be
//! checked.

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
    /// A court made an agreement enforceable (*homologation*).
    HomologatedAgreement,
    /// An agreement countersigned by the lawyers of all parties became enforceable by the clerk’s formula.
    CountersignedAgreement,
    /// A notary’s deed owns to the debt, with the enforcement formula.
    NotarialDeed,
    /// A record of no contest between traders was made enforceable (CPCE art. L126-1 to L126-5).
    UncontestedTitle,
    /// The parties agreed on a mediation or a conciliation or, failing that, held its first meeting (C. civ. art. 2238).
    AmicableBegun,
    /// One of them, the mediator or the conciliator said that it is over (C. civ. art. 2238).
    AmicableEnded,
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
    pub const ALL: [Self; 12] = [
        Self::Acknowledgement,
        Self::SignedPlan,
        Self::CourtClaim,
        Self::CapitalisationClaim,
        Self::Enforcement,
        Self::EnforceableDecision,
        Self::HomologatedAgreement,
        Self::CountersignedAgreement,
        Self::NotarialDeed,
        Self::UncontestedTitle,
        Self::AmicableBegun,
        Self::AmicableEnded,
    ];

    /// What it means for limitation.
    #[must_use]
    pub fn limitation(self) -> LimitationEventKind {
        match self {
            // An agreement countersigned or a notary’s deed owns to the debt, and is no decision of a court.
            Self::Acknowledgement | Self::CountersignedAgreement | Self::NotarialDeed => {
                LimitationEventKind::Acknowledgement
            }
            Self::SignedPlan => LimitationEventKind::SignedPlan,
            // The effect of the claim lasts until the decision (C. civ. art. 2242), which opens a longer time of its
            // own: counting a new period from it is cautious.
            Self::CourtClaim | Self::CapitalisationClaim => LimitationEventKind::CourtClaim,
            Self::EnforceableDecision | Self::HomologatedAgreement => LimitationEventKind::Title,
            Self::UncontestedTitle => LimitationEventKind::OtherTitle,
            Self::Enforcement => LimitationEventKind::Enforcement,
            Self::AmicableBegun => LimitationEventKind::AmicableBegun,
            Self::AmicableEnded => LimitationEventKind::AmicableEnded,
        }
    }

    /// It is a title to enforce.
    #[must_use]
    pub fn is_title(self) -> bool {
        matches!(
            self,
            Self::EnforceableDecision
                | Self::HomologatedAgreement
                | Self::CountersignedAgreement
                | Self::NotarialDeed
                | Self::UncontestedTitle
        )
    }

    /// It takes the claim out of the amicable way: a court, an officer, a title.
    #[must_use]
    pub fn is_judicial(self) -> bool {
        self.is_title() || matches!(self, Self::CourtClaim | Self::CapitalisationClaim | Self::Enforcement)
    }

    /// The client owned to the debt by it.
    #[must_use]
    pub fn owns_to_debt(self) -> bool {
        matches!(
            self,
            Self::Acknowledgement
                | Self::SignedPlan
                | Self::HomologatedAgreement
                | Self::CountersignedAgreement
                | Self::NotarialDeed
        )
    }
}
