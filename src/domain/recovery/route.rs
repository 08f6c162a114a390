//! The ways out (*voies*), and the figures about them that the user may replace.

use serde::{Deserialize, Serialize};

/// A way out of an unpaid claim. Not a screen: those are `app::route::Route`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecoveryRoute {
    /// Go on reminding and calling.
    KeepChasing,
    /// The public mediator of enterprises (*médiateur des entreprises*).
    Mediator,
    /// A collection agency, for a fixed sum and a share.
    Agency,
    /// A letter by a lawyer.
    LawyerLetter,
    /// The simplified procedure for small claims (CPCE art. L125-1).
    Simplified,
    /// The procedure for uncontested commercial claims (CPCE art. L126-1, loi n° 2026-307).
    Uncontested,
    /// An order for payment (*injonction de payer*, CPC art. 1405).
    PaymentOrder,
    /// Summary proceedings (*référé-provision*, CPC art. 835 and 873).
    Summary,
    /// An ordinary claim in court.
    Ordinary,
    /// A European order for payment (regulation no. 1896/2006).
    European,
    /// A title that was obtained is enforced by an officer (*exécution forcée*).
    Enforcement,
    /// The claim is sold (*cession de créance*).
    Sale,
    /// The claim is given up.
    WriteOff,
}

/// What a way out is by nature: it decides how its chance starts and what moves it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nature {
    /// The user alone.
    Own,
    /// Somebody else asks, without a court.
    Assisted,
    /// A court, or an officer whose paper can be enforced.
    Court,
    /// A buyer pays.
    Sale,
    /// Nothing more is done.
    End,
}

/// A figure read somewhere or assumed, that the user may replace by their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Quoted {
    /// Chance of being paid three months after the due date, in per cent.
    AtThreeMonths,
    /// Chance a year after it.
    AfterAYear,
    /// What an agency keeps of a small claim.
    AgencySmall,
    /// What it keeps of a larger one.
    AgencyLarge,
    /// What a buyer pays of the principal.
    SalePrice,
    /// Chance of finding a buyer.
    Buyer,
    /// How far a chance may be off, in points either way.
    Spread,
}

impl RecoveryRoute {
    /// Every one, in the order they are shown: from what costs least to the end.
    pub const ALL: [Self; 13] = [
        Self::KeepChasing,
        Self::Mediator,
        Self::Agency,
        Self::LawyerLetter,
        Self::Simplified,
        Self::Uncontested,
        Self::PaymentOrder,
        Self::Summary,
        Self::Ordinary,
        Self::European,
        Self::Enforcement,
        Self::Sale,
        Self::WriteOff,
    ];

    /// What it is by nature.
    #[must_use]
    pub fn nature(self) -> Nature {
        match self {
            Self::KeepChasing => Nature::Own,
            Self::Mediator | Self::Agency | Self::LawyerLetter => Nature::Assisted,
            Self::Simplified
            | Self::Uncontested
            | Self::PaymentOrder
            | Self::Summary
            | Self::Ordinary
            | Self::European
            | Self::Enforcement => Nature::Court,
            Self::Sale => Nature::Sale,
            Self::WriteOff => Nature::End,
        }
    }

    /// Somebody else is paid for it, and may say in writing how much.
    #[must_use]
    pub fn is_quoted(self) -> bool {
        matches!(self.nature(), Nature::Assisted | Nature::Court)
    }

    /// It seeks a title: a paper an officer can enforce.
    #[must_use]
    pub fn seeks_title(self) -> bool {
        self.nature() == Nature::Court && self != Self::Enforcement
    }

    /// It also reaches what the client contests.
    #[must_use]
    pub fn settles_disputes(self) -> bool {
        matches!(self, Self::Mediator | Self::Ordinary)
    }
}

impl Quoted {
    /// Every one, in the order a form asks for them.
    pub const ALL: [Self; 7] = [
        Self::AtThreeMonths,
        Self::AfterAYear,
        Self::Spread,
        Self::AgencySmall,
        Self::AgencyLarge,
        Self::SalePrice,
        Self::Buyer,
    ];
}
