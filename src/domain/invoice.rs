//! An invoice (*facture*) as it was issued elsewhere. Relance never alters it: corrections of typing aside, what
//! happens later is a movement.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::claim::{Allocation, Instalment};
use super::contract::Contract;
use super::law::terms::Terms;
use super::party::DebtorKind;
use super::regime::Regime;
use crate::base::iso;
use crate::base::{Amount, ClientId, Currency, InvoiceId};

/// A claim issued elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invoice {
    /// Number within the book.
    pub id: InvoiceId,
    /// Who owes it.
    pub client: ClientId,
    /// Number printed on it.
    pub number: String,
    /// Issue date.
    #[serde(with = "iso")]
    pub issued: NaiveDate,
    /// Due date; of the first instalment where there are several.
    #[serde(with = "iso")]
    pub due: NaiveDate,
    /// Terms the due date was computed from, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// Amount including VAT, all instalments together.
    pub amount: Amount,
    /// Instalments after the first, which is the rest of the amount.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<Instalment>,
    /// Currency of the amount and of its movements.
    #[serde(default)]
    pub currency: Currency,
    /// What it was for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// What the client asks to be quoted: its purchase order (*bon de commande*); of a public buyer the commitment number
    /// (*numéro d’engagement*).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub order: String,
    /// The service of a public buyer that the invoice is for (*code service*, on Chorus Pro).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub service: String,
    /// What its contract says about paying late.
    #[serde(default, skip_serializing_if = "is_silent")]
    pub contract: Contract,
    /// What part payments extinguish first.
    #[serde(default)]
    pub allocation: Allocation,
}

impl Invoice {
    /// The regime of this invoice for a client of this kind. An unknown kind claims least.
    #[must_use]
    pub fn regime(&self, kind: DebtorKind) -> Regime {
        self.contract.regime(kind)
    }
}

fn is_silent(contract: &Contract) -> bool {
    *contract == Contract::default()
}
