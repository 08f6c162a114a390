//! The parties: the user's own firm and the clients who owe it money.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::contact::{Circuit, Contact};
use super::dunning::Pace;
use super::iban::{Bic, Iban};
use super::insolvency::Insolvency;
use super::manner::Manner;
use super::pay_link::PayLink;
use super::siren::Siren;
use crate::base::ClientId;
use crate::base::iso;

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

impl DebtorKind {
    /// It buys for a professional activity, or is a public buyer: the rules for consumers do not protect it. One of unknown
    /// kind is treated as a consumer.
    #[must_use]
    pub fn is_professional(self) -> bool {
        matches!(self, Self::Business | Self::Public)
    }
}

/// What kind of body a public buyer is: it decides the longest lawful term (CCP art. R2192-10 and R2192-11).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PublicBody {
    /// State, local authority, their establishments: 30 days.
    #[default]
    General,
    /// Health establishment: 50 days.
    Health,
    /// Public undertaking: 60 days.
    Undertaking,
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
    /// Whom a cheque is made out to (« à l’ordre de »); empty where none is taken.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cheque: String,
    /// Page on which one can be paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_link: Option<PayLink>,
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
    /// What kind of body a public buyer is.
    #[serde(default, skip_serializing_if = "PublicBody::is_general")]
    pub body: PublicBody,
    /// Day insolvency proceedings were opened against it, where they were.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub insolvency: Option<NaiveDate>,
    /// What else is known of those proceedings.
    #[serde(default, skip_serializing_if = "Insolvency::is_unknown")]
    pub collective: Insolvency,
    /// Free notes, never printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Day these details were last found right.
    #[serde(with = "iso::optional", default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<NaiveDate>,
    /// Persons by what they do in the payment chain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// How invoices are paid there.
    #[serde(default, skip_serializing_if = "Circuit::is_unknown")]
    pub circuit: Circuit,
    /// How it is spoken to.
    #[serde(default, skip_serializing_if = "Manner::is_default")]
    pub manner: Manner,
    /// How it is chased, where that is not as for all.
    #[serde(default, skip_serializing_if = "Pace::is_default")]
    pub pace: Pace,
}

/// What the law needs to know of a debtor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Debtor {
    /// What it is in law.
    pub kind: DebtorKind,
    /// What kind of body a public buyer is.
    pub body: PublicBody,
    /// Day insolvency proceedings were opened against it.
    pub insolvency: Option<NaiveDate>,
}

impl From<DebtorKind> for Debtor {
    fn from(kind: DebtorKind) -> Self {
        Self { kind, ..Self::default() }
    }
}

impl PublicBody {
    /// Every kind, in the order a form offers them.
    pub const ALL: [Self; 3] = [Self::General, Self::Health, Self::Undertaking];

    /// Longest lawful term in days.
    #[must_use]
    pub fn ceiling_days(self) -> u32 {
        match self {
            Self::General => 30,
            Self::Health => 50,
            Self::Undertaking => 60,
        }
    }

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_general(&self) -> bool {
        *self == Self::General
    }
}

impl Client {
    /// What the law needs to know of it.
    #[must_use]
    pub fn debtor(&self) -> Debtor {
        Debtor { kind: self.kind, body: self.body, insolvency: self.insolvency }
    }

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
            body: PublicBody::default(),
            insolvency: None,
            collective: Insolvency::default(),
            notes: String::new(),
            verified: None,
            contacts: Vec::new(),
            circuit: Circuit::default(),
            manner: Manner::default(),
            pace: Pace::default(),
        }
    }
}
