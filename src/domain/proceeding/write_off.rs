//! Write-offs: why a claim is given up, what proves it, and whether its VAT comes back.
//!
//! VAT already paid to the State comes back once the claim is lost for good, or from the judgment that opens a liquidation,
//! by a corrected invoice (CGI art. 272, 1; BOI-TVA-DED-40-10-20, read in September 2026). Where no VAT was charged, or where
//! it is due on receipts, as it is for services unless debits were chosen (CGI art. 269, 2, c), there is nothing to get back.

use serde::{Deserialize, Serialize};

use crate::base::Amount;

/// Why a claim is given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LossReason {
    /// The officer found nothing to seize: certificate of irrecoverability.
    #[default]
    Irrecoverable,
    /// A measure of enforcement failed.
    EnforcementFailed,
    /// Liquidation was opened, or closed for lack of assets.
    Liquidation,
    /// The debtor cannot be found, or has closed.
    Vanished,
    /// The time to sue is over.
    Expired,
    /// It costs more than it brings.
    TooDear,
    /// A gesture, or another reason, said in the proof.
    Other,
}

/// How VAT is due on the invoice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VatRegime {
    /// None was charged: *franchise en base* (CGI art. 293 B).
    #[default]
    Exempt,
    /// On receipts: the rule for services.
    Receipts,
    /// On debits, or on delivery for goods: it was paid to the State although the client did not pay.
    Debits,
}

/// A write-off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteOff {
    /// Why.
    pub reason: LossReason,
    /// How VAT is due.
    pub vat: VatRegime,
    /// VAT in what is unpaid, where it was paid to the State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_amount: Option<Amount>,
}

/// What a write-off means for VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VatOutcome {
    /// Nothing was paid, so nothing comes back.
    Nothing,
    /// The VAT comes back by a corrected invoice.
    Comes,
    /// It would come back, once the claim is lost for good and that is proved.
    NotYet,
}

impl LossReason {
    /// The claim is lost for good in the eyes of the tax office: a reminder without effect proves nothing.
    #[must_use]
    pub fn is_proof(self) -> bool {
        matches!(self, Self::Irrecoverable | Self::EnforcementFailed | Self::Liquidation | Self::Vanished)
    }
}

impl WriteOff {
    /// What it means for VAT.
    #[must_use]
    pub fn outcome(self) -> VatOutcome {
        match self.vat {
            VatRegime::Exempt | VatRegime::Receipts => VatOutcome::Nothing,
            VatRegime::Debits if self.reason.is_proof() => VatOutcome::Comes,
            VatRegime::Debits => VatOutcome::NotYet,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_vat_that_was_paid_and_is_proved_lost_comes_back() {
        let outcome = |vat, reason| WriteOff { reason, vat, vat_amount: None }.outcome();
        assert_eq!(outcome(VatRegime::Exempt, LossReason::Liquidation), VatOutcome::Nothing);
        assert_eq!(outcome(VatRegime::Receipts, LossReason::Irrecoverable), VatOutcome::Nothing);
        assert_eq!(outcome(VatRegime::Debits, LossReason::Liquidation), VatOutcome::Comes);
        assert_eq!(outcome(VatRegime::Debits, LossReason::TooDear), VatOutcome::NotYet);
    }
}
