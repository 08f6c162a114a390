//! An invoice (*facture*) as it was issued elsewhere. Relance never alters it: corrections of typing aside, what
//! happens later is a movement.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::claim::Allocation;
use super::law::terms::Terms;
use super::party::DebtorKind;
use super::regime::Regime;
use crate::base::{Amount, ClientId, Currency, InvoiceId, Rate};

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
    pub issued: NaiveDate,
    /// Due date.
    pub due: NaiveDate,
    /// Terms the due date was computed from, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terms: Option<Terms>,
    /// Amount including VAT.
    pub amount: Amount,
    /// Currency of the amount and of its movements.
    #[serde(default)]
    pub currency: Currency,
    /// What it was for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub subject: String,
    /// Penalty rate agreed in the contract.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contract_rate: Option<Rate>,
    /// What part payments extinguish first.
    #[serde(default)]
    pub allocation: Allocation,
}

impl Invoice {
    /// The regime of this invoice for a client of this kind. An unknown kind claims least.
    #[must_use]
    pub fn regime(&self, kind: DebtorKind) -> Regime {
        regime_of(kind, self.contract_rate)
    }
}

/// The French regime of a debtor, with the agreed rate where there is one.
#[must_use]
pub fn regime_of(kind: DebtorKind, contract_rate: Option<Rate>) -> Regime {
    match (kind, contract_rate) {
        (DebtorKind::Business, None) => Regime::FrBusinessDefault,
        (DebtorKind::Business, Some(rate)) => Regime::FrBusinessContract(rate),
        (DebtorKind::Consumer | DebtorKind::Unknown, rate) => Regime::FrConsumer(rate),
        (DebtorKind::Public, _) => Regime::FrPublic,
    }
}
