//! The official reasons (*codes motif*) a buyer gives with the status of an e-invoice: in dispute (207), approved in part
//! (206), suspended (208), refused (210). Those a platform gives for technical faults are not among them.

use serde::{Deserialize, Serialize};

use crate::domain::circumstance::DisputeCause;

/// Where the list is from: the list of status reasons MDT-113 that the rule BR-FR-CDV-CL-09 allows, of the life-cycle
/// message of AFNOR XP Z12-012.
pub const SOURCE: &str = "AFNOR XP Z12-012, MDT-113 (BR-FR-CDV-CL-09)";

/// The day it was read, from two published copies of the rule that agree; the standard itself is sold, and was not.
pub const READ: &str = "2026-11-29";

macro_rules! reason_codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $cause:ident, [$($status:literal),+];)+) => {
        /// An official reason.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum ReasonCode {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl ReasonCode {
            /// Every reason, in the order a list offers them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The code itself: `QUALITE_ERR`.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }

            /// The life-cycle statuses it may come with.
            #[must_use]
            pub fn statuses(self) -> &'static [u16] {
                match self {
                    $(Self::$name => &[$($status),+],)+
                }
            }

            /// What is contested, in the terms of this program.
            #[must_use]
            pub fn cause(self) -> DisputeCause {
                match self {
                    $(Self::$name => DisputeCause::$cause,)+
                }
            }
        }
    };
}

reason_codes! {
    /// Quality of what was delivered.
    Quality = "QUALITE_ERR", Quality, [206, 207];
    /// Delivery incomplete or not as agreed.
    Delivery = "LIVR_INCOMP", Incomplete, [206, 207];
    /// Quantity.
    Quantity = "QTE_ERR", Incomplete, [206, 207];
    /// Another article than ordered.
    Article = "ART_ERR", Other, [206, 207];
    /// Unit price.
    UnitPrice = "PU_ERR", Price, [206, 207];
    /// Discount missing or wrong.
    Discount = "REM_ERR", Price, [206, 207];
    /// Terms of payment.
    PaymentTerms = "MODPAI_ERR", Other, [206, 207];
    /// A total.
    Total = "MONTANTTOTAL_ERR", Price, [207, 210];
    /// The calculation.
    Calculation = "CALCUL_ERR", Price, [207, 210];
    /// Rate of VAT.
    VatRate = "TX_TVA_ERR", Price, [207, 210];
    /// A mention the law asks for is missing.
    Mention = "NON_CONFORME", Other, [207, 210];
    /// The same invoice twice.
    Duplicate = "DOUBLON", NotOrdered, [207, 210];
    /// The same thing invoiced twice.
    BilledTwice = "DOUBLE_FACT", NotOrdered, [207, 210];
    /// The buyer knows of no such order.
    UnknownOrder = "TRANSAC_INC", NotOrdered, [207, 210];
    /// The buyer does not know the seller.
    UnknownSeller = "EMMET_INC", NotOrdered, [207, 210];
    /// The contract is over.
    ContractOver = "CONTRAT_TERM", NotOrdered, [207, 210];
    /// It is for somebody else.
    Recipient = "DEST_ERR", Other, [207, 210];
    /// Order number.
    OrderNumber = "CMD_ERR", Other, [206, 207, 208, 210];
    /// Reference of the contract is missing.
    ContractReference = "REF_CT_ABSENT", Other, [206, 207, 208, 210];
    /// Another reference.
    Reference = "REF_ERR", Other, [206, 207, 208];
    /// Electronic address.
    Address = "ADR_ERR", Other, [207, 210];
    /// SIRET.
    Siret = "SIRET_ERR", Other, [206, 207, 208];
    /// Routing code within the buyer’s firm.
    RoutingCode = "CODE_ROUTAGE_ERR", Other, [206, 207, 208];
    /// Bank details.
    BankDetails = "COORD_BANC_ERR", Other, [207, 208];
    /// A supporting document is missing.
    Document = "JUSTIF_ABS", Other, [208];
    /// Another reason, which the message explains.
    Other = "AUTRE", Other, [206, 207];
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_code_is_there_once_and_is_kept_under_its_official_name() {
        let codes: BTreeSet<&str> = ReasonCode::ALL.iter().map(|one| one.code()).collect();
        assert_eq!(codes.len(), ReasonCode::ALL.len());
        for one in ReasonCode::ALL {
            let json = serde_json::to_string(one).unwrap();
            assert_eq!(json, format!("\"{}\"", one.code()));
            assert!(one.statuses().iter().all(|status| [206, 207, 208, 210].contains(status)));
        }
    }

    #[test]
    fn a_refusal_may_give_thirteen_of_them() {
        let refusals = ReasonCode::ALL.iter().filter(|one| one.statuses().contains(&210));
        assert_eq!(refusals.count(), 13);
    }
}
