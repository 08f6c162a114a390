//! The user's own details as typed.

use serde::{Deserialize, Serialize};

use super::super::problem::{Findings, Problem};
use super::client::{email, optional};
use super::{LONG_TEXT, SHORT_TEXT, text};
use crate::domain::iban::{Bic, Iban};
use crate::domain::party::Profile;
use crate::domain::pay_link::PayLink;
use crate::domain::siren::Siren;

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileForm {
    /// Name or trade name.
    pub name: String,
    /// Postal address.
    pub address: String,
    /// City letters are dated from.
    pub city: String,
    /// E-mail address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// SIREN or SIRET.
    pub siren: String,
    /// IBAN.
    pub iban: String,
    /// BIC.
    pub bic: String,
    /// Whom a cheque is made out to.
    pub cheque: String,
    /// Payment link.
    pub pay_link: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ProfileField {
    /// Name or trade name.
    Name,
    /// Postal address.
    Address,
    /// City letters are dated from.
    City,
    /// E-mail address.
    Email,
    /// Telephone.
    Phone,
    /// SIREN or SIRET.
    Siren,
    /// IBAN.
    Iban,
    /// BIC.
    Bic,
    /// Whom a cheque is made out to.
    Cheque,
    /// Payment link.
    PayLink,
}

impl From<&Profile> for ProfileForm {
    fn from(profile: &Profile) -> Self {
        Self {
            name: profile.name.clone(),
            address: profile.address.clone(),
            city: profile.city.clone(),
            email: profile.email.clone(),
            phone: profile.phone.clone(),
            siren: profile.siren.as_ref().map(Siren::grouped).unwrap_or_default(),
            iban: profile.iban.as_ref().map(Iban::grouped).unwrap_or_default(),
            bic: profile.bic.as_ref().map(|bic| bic.code().to_owned()).unwrap_or_default(),
            cheque: profile.cheque.clone(),
            pay_link: profile.pay_link.as_ref().map(|link| link.address().to_owned()).unwrap_or_default(),
        }
    }
}

impl ProfileForm {
    /// The profile, or every fault.
    #[must_use]
    pub fn parse(&self) -> (Option<Profile>, Findings<ProfileField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let profile = Profile {
            name: text(f, ProfileField::Name, &self.name, SHORT_TEXT),
            address: text(f, ProfileField::Address, &self.address, LONG_TEXT),
            city: text(f, ProfileField::City, &self.city, SHORT_TEXT),
            email: email(f, ProfileField::Email, &self.email),
            phone: text(f, ProfileField::Phone, &self.phone, SHORT_TEXT),
            siren: optional(f, ProfileField::Siren, &self.siren, Siren::parse),
            iban: optional(f, ProfileField::Iban, &self.iban, |typed| {
                Iban::parse(typed).map_err(Problem::Iban)
            }),
            bic: optional(f, ProfileField::Bic, &self.bic, |typed| {
                Bic::parse(typed).map_err(|_| Problem::Bic)
            }),
            cheque: text(f, ProfileField::Cheque, &self.cheque, SHORT_TEXT),
            pay_link: optional(f, ProfileField::PayLink, &self.pay_link, |typed| {
                PayLink::parse(typed).map_err(Problem::PayLink)
            }),
        };
        (findings.problems.is_empty().then_some(profile), findings)
    }
}
