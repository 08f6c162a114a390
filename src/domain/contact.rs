//! Contacts: who does what at the client's for an invoice to be paid, and by which way it goes there.

use crate::base::iso;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a person does in the payment chain, in the order an invoice passes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Ordered the work.
    Orders,
    /// Approves the invoice.
    Approves,
    /// Accounts payable (*comptabilité fournisseurs*).
    Accounts,
    /// Management: the last one up.
    Management,
}

/// A person at the client's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// What the person does.
    pub role: Role,
    /// Name with its title: « Mme Le Goff ».
    pub name: String,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Telephone at work.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// The person's own telephone: personal data, asked for only where it is needed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub personal_phone: String,
    /// Day these details were last found right.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<NaiveDate>,
}

/// How invoices are paid there (*circuit de paiement*). What is not known becomes a question of the call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Circuit {
    /// An order number must be on the invoice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needs_order_number: Option<bool>,
    /// Where invoices are handed in, if by a portal: « Chorus Pro ». None where that is not known; empty where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portal: Option<String>,
    /// Steps of approval: « le chef de projet, puis le contrôle de gestion ».
    #[serde(skip_serializing_if = "String::is_empty")]
    pub approval: String,
    /// When payments are made: « le 10 et le 25 ».
    #[serde(skip_serializing_if = "String::is_empty")]
    pub payment_days: String,
}

/// Something about paying that nobody has said yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CircuitGap {
    /// Whether an order number is needed.
    OrderNumber,
    /// Whether there is a portal.
    Portal,
    /// Who approves.
    Approval,
    /// When payments are made.
    PaymentDays,
    /// Who keeps the accounts.
    Accounts,
}

impl Role {
    /// Every role, in the order an invoice passes them.
    pub const ALL: [Self; 4] = [Self::Orders, Self::Approves, Self::Accounts, Self::Management];
}

impl Circuit {
    /// Nothing is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// What to ask, most useful first.
    #[must_use]
    pub fn gaps(&self, contacts: &[Contact]) -> Vec<CircuitGap> {
        let has = |role| contacts.iter().any(|contact| contact.role == role);
        [
            (self.needs_order_number.is_none(), CircuitGap::OrderNumber),
            (self.portal.is_none(), CircuitGap::Portal),
            (self.approval.is_empty() && !has(Role::Approves), CircuitGap::Approval),
            (self.payment_days.is_empty(), CircuitGap::PaymentDays),
            (!has(Role::Accounts), CircuitGap::Accounts),
        ]
        .into_iter()
        .filter_map(|(open, gap)| open.then_some(gap))
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_known_is_not_asked() {
        let mut circuit = Circuit::default();
        assert_eq!(circuit.gaps(&[]).len(), 5);
        circuit.portal = Some(String::new());
        circuit.needs_order_number = Some(false);
        let contact = Contact {
            role: Role::Accounts,
            name: "Mme Le Goff".to_owned(),
            email: String::new(),
            phone: String::new(),
            personal_phone: String::new(),
            verified: None,
        };
        assert_eq!(circuit.gaps(&[contact]), [CircuitGap::Approval, CircuitGap::PaymentDays]);
    }
}
