//! What kind of way out a proceeding is.

use serde::{Deserialize, Serialize};

use super::Stage;

/// What kind of way out it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProceedingKind {
    /// Handed over to an agency, a lawyer or an officer who collects it (*confiée*).
    HandedOver,
    /// A mediator was asked to help (*médiation*): of enterprises, of consumers, or another.
    Mediation,
    /// A lawyer wrote to the client (*lettre d’avocat*).
    LawyerLetter,
    /// Sold (*cédée*): it is another’s claim now.
    Sold,
    /// An order for payment (*injonction de payer*).
    PaymentOrder,
    /// A European order for payment (*injonction de payer européenne*, regulation no. 1896/2006).
    EuropeanOrder,
    /// The simplified procedure for small claims, before an enforcement officer (*procédure simplifiée*).
    Simplified,
    /// A claim in court on its merits (*assignation au fond*).
    CourtClaim,
    /// Summary proceedings for a sum on account (*référé-provision*): decided provisionally.
    Summary,
    /// Lodged in insolvency proceedings (*déclaration de créance*).
    Lodged,
    /// Given up in the accounts (*passée en perte*).
    WrittenOff,
}

impl ProceedingKind {
    /// Every kind a form offers, the most usual first; a claim is lodged where there are insolvency proceedings.
    pub const ALL: [Self; 11] = [
        Self::PaymentOrder,
        Self::HandedOver,
        Self::Mediation,
        Self::LawyerLetter,
        Self::Simplified,
        Self::EuropeanOrder,
        Self::Summary,
        Self::CourtClaim,
        Self::Sold,
        Self::Lodged,
        Self::WrittenOff,
    ];

    /// It begins with a writ or a request to a court that hears both sides.
    #[must_use]
    pub fn is_suit(self) -> bool {
        matches!(self, Self::CourtClaim | Self::Summary)
    }

    /// It asks a court for an order without hearing the debtor first, which can be opposed once it is served.
    #[must_use]
    pub fn is_order(self) -> bool {
        matches!(self, Self::PaymentOrder | Self::EuropeanOrder)
    }

    /// It asks a court, or an officer whose paper can be enforced.
    #[must_use]
    pub fn seeks_title(self) -> bool {
        self.is_suit() || self.is_order() || self == Self::Simplified
    }

    /// The claim is no longer counted among what is owed to the user.
    #[must_use]
    pub fn is_out(self) -> bool {
        matches!(self, Self::Sold | Self::WrittenOff)
    }

    /// Time or less is no longer the user’s to agree on while it runs: the claim is another’s, is collected by another, is
    /// lodged in insolvency proceedings, or was given up.
    #[must_use]
    pub fn is_for_others(self) -> bool {
        self.is_out() || matches!(self, Self::HandedOver | Self::Lodged)
    }

    /// An answer is waited for that may have a last day: of a mediator or of the client.
    #[must_use]
    pub fn awaits_answer(self) -> bool {
        matches!(self, Self::Mediation | Self::LawyerLetter)
    }

    /// One of it is usually about all that a client owes: one request, one writ, one mandate, one letter, one sale.
    #[must_use]
    pub fn is_usually_joint(self) -> bool {
        self.is_suit()
            || self.is_order()
            || matches!(self, Self::HandedOver | Self::LawyerLetter | Self::Sold)
    }

    /// The stages that may come first, the most usual one first.
    #[must_use]
    pub fn begins(self) -> &'static [Stage] {
        match self {
            Self::HandedOver => &[Stage::Returned, Stage::TakenBack],
            Self::Mediation => &[Stage::TalksBegun, Stage::Declined, Stage::Agreed, Stage::Ended],
            Self::LawyerLetter => &[Stage::Replied, Stage::Ended],
            Self::Sold => &[Stage::Notified, Stage::PricePaid],
            Self::PaymentOrder => &[Stage::Made, Stage::Refused, Stage::Ended],
            Self::EuropeanOrder => &[Stage::Made, Stage::Queried, Stage::Refused, Stage::Ended],
            Self::Simplified => &[Stage::Invited, Stage::Ended],
            Self::CourtClaim | Self::Summary => {
                &[Stage::Judged, Stage::Dismissed, Stage::Agreed, Stage::CostsRecovered, Stage::Ended]
            }
            Self::Lodged => {
                &[Stage::Admitted, Stage::Contested, Stage::Rejected, Stage::ClosedUnpaid, Stage::Ended]
            }
            Self::WrittenOff => &[],
        }
    }
}
