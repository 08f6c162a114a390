//! The parties: the user's own firm and the clients who owe it money.

use serde::{Deserialize, Serialize};

use super::iban::{Bic, Iban};
use super::siren::Siren;
use crate::base::ClientId;

/// What a debtor is in law; it decides rate, fixed sum and wording.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DebtorKind {
    /// Buys for a professional activity (C. com. art. L441-10).
    Business,
    /// A consumer, or a body outside any professional activity (Code civil).
    Consumer,
    /// State, local authority, public establishment (Code de la commande publique).
    Public,
    /// Not said yet: treated as a consumer, which claims least.
    #[default]
    Unknown,
}

/// The user's own details, as they appear on texts. Nothing is required until a text needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// Name or trade name.
    pub name: String,
    /// Postal address, one line each.
    pub address: String,
    /// City letters are dated from.
    pub city: String,
    /// E-mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// SIREN or SIRET.
    pub siren: Option<Siren>,
    /// Account to be paid on.
    pub iban: Option<Iban>,
    /// Its bank.
    pub bic: Option<Bic>,
}

/// A client (the debtor).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// Number within the book.
    pub id: ClientId,
    /// Name or corporate name.
    pub name: String,
    /// What it is in law.
    pub kind: DebtorKind,
    /// Person texts are addressed to: « Mme Le Goff ».
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// Postal address, one line each.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// E-mail address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Telephone number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// SIREN or SIRET.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siren: Option<Siren>,
    /// Free notes, never printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

impl Client {
    /// A client of whom nothing is known but a number.
    #[must_use]
    pub fn unknown(id: ClientId) -> Self {
        Self {
            id,
            name: String::new(),
            kind: DebtorKind::Unknown,
            contact: String::new(),
            address: String::new(),
            email: String::new(),
            phone: String::new(),
            siren: None,
            notes: String::new(),
        }
    }
}
