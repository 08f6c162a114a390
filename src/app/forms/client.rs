//! A client as typed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::super::command::ClientDraft;
use super::super::problem::{Findings, Problem};
use super::{LONG_TEXT, SHORT_TEXT, required, text};
use crate::domain::party::{Client, DebtorKind, PublicBody};
use crate::domain::siren::Siren;
use crate::text::format;

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClientForm {
    /// Name.
    pub name: String,
    /// What it is in law.
    pub kind: DebtorKind,
    /// Person texts are addressed to.
    pub contact: String,
    /// Postal address.
    pub address: String,
    /// E-mail address.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// SIREN or SIRET.
    pub siren: String,
    /// What kind of body a public buyer is.
    pub body: PublicBody,
    /// Day insolvency proceedings were opened.
    pub insolvency: String,
    /// Notes.
    pub notes: String,
}

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClientField {
    /// Name.
    Name,
    /// Person texts are addressed to.
    Contact,
    /// Postal address.
    Address,
    /// E-mail address.
    Email,
    /// Telephone.
    Phone,
    /// SIREN or SIRET.
    Siren,
    /// Day insolvency proceedings were opened.
    Insolvency,
    /// Notes.
    Notes,
}

impl From<&Client> for ClientForm {
    fn from(client: &Client) -> Self {
        Self {
            name: client.name.clone(),
            kind: client.kind,
            contact: client.contact.clone(),
            address: client.address.clone(),
            email: client.email.clone(),
            phone: client.phone.clone(),
            siren: client.siren.as_ref().map(Siren::grouped).unwrap_or_default(),
            body: client.body,
            insolvency: client.insolvency.map(format::date_digits).unwrap_or_default(),
            notes: client.notes.clone(),
        }
    }
}

impl ClientForm {
    /// The client as it can be on a day, or every fault.
    #[must_use]
    pub fn parse(&self, today: NaiveDate) -> (Option<ClientDraft>, Findings<ClientField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let draft = ClientDraft {
            name: required(f, ClientField::Name, &self.name),
            kind: self.kind,
            contact: text(f, ClientField::Contact, &self.contact, SHORT_TEXT),
            address: text(f, ClientField::Address, &self.address, LONG_TEXT),
            email: email(f, ClientField::Email, &self.email),
            phone: text(f, ClientField::Phone, &self.phone, SHORT_TEXT),
            siren: optional(f, ClientField::Siren, &self.siren, Siren::parse),
            body: self.body,
            insolvency: judgment(f, &self.insolvency, today),
            notes: text(f, ClientField::Notes, &self.notes, LONG_TEXT),
        };
        (findings.problems.is_empty().then_some(draft), findings)
    }
}

/// The day proceedings were opened, which is not to come: no claim is held by a judgment nobody has given yet.
fn judgment(findings: &mut Findings<ClientField>, typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let day = super::optional_date(findings, ClientField::Insolvency, typed)?;
    if today < day {
        findings.problem(ClientField::Insolvency, Problem::InTheFuture);
    }
    Some(day)
}

/// An e-mail address that may be left out. Only what is surely wrong is refused.
pub(super) fn email<F: Copy + PartialEq>(findings: &mut Findings<F>, field: F, typed: &str) -> String {
    let address = text(findings, field, typed, SHORT_TEXT);
    let sound = address.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
    });
    if !address.is_empty() && (!sound || address.contains(char::is_whitespace)) {
        findings.problem(field, Problem::Email);
    }
    address
}

/// A value that may be left out and is parsed where it is not.
pub(super) fn optional<F: Copy + PartialEq, T, E>(
    findings: &mut Findings<F>,
    field: F,
    typed: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<T>
where
    Problem: From<E>,
{
    if typed.trim().is_empty() { None } else { findings.check(field, parse(typed)) }
}
