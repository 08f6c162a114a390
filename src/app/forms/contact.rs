//! A person at a client's, and how invoices are paid there, as typed.

use serde::{Deserialize, Serialize};

use super::super::problem::Findings;
use super::client::email;
use super::{LONG_TEXT, SHORT_TEXT, required, text};
use crate::domain::contact::{Circuit, Contact, Role};

/// What was typed about a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ContactForm {
    /// What the person does.
    pub role: Role,
    /// Name with its title.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Telephone at work.
    pub phone: String,
    /// The person's own telephone.
    pub personal_phone: String,
}

/// A field of the form for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContactField {
    /// Name.
    Name,
    /// E-mail address.
    Email,
    /// Telephone at work.
    Phone,
    /// The person's own telephone.
    PersonalPhone,
}

/// A question whose answer may be unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Nobody has said.
    #[default]
    Unknown,
    /// Yes.
    Yes,
    /// No.
    No,
}

/// What was typed about how invoices are paid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CircuitForm {
    /// An order number must be on the invoice.
    pub order_number: Answer,
    /// Invoices are handed in on a portal.
    pub has_portal: Answer,
    /// Which one.
    pub portal: String,
    /// Steps of approval.
    pub approval: String,
    /// When payments are made.
    pub payment_days: String,
}

/// A field of the form for how invoices are paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CircuitField {
    /// Name of the portal.
    Portal,
    /// Steps of approval.
    Approval,
    /// When payments are made.
    PaymentDays,
}

impl Default for ContactForm {
    fn default() -> Self {
        Self {
            role: Role::Accounts,
            name: String::new(),
            email: String::new(),
            phone: String::new(),
            personal_phone: String::new(),
        }
    }
}

impl From<&Contact> for ContactForm {
    fn from(contact: &Contact) -> Self {
        Self {
            role: contact.role,
            name: contact.name.clone(),
            email: contact.email.clone(),
            phone: contact.phone.clone(),
            personal_phone: contact.personal_phone.clone(),
        }
    }
}

impl ContactForm {
    /// The person, or every fault. Details that are as they were known stay verified as they were.
    #[must_use]
    pub fn parse(&self, known: Option<&Contact>) -> (Option<Contact>, Findings<ContactField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let contact = Contact {
            role: self.role,
            name: required(f, ContactField::Name, &self.name),
            email: email(f, ContactField::Email, &self.email),
            phone: text(f, ContactField::Phone, &self.phone, SHORT_TEXT),
            personal_phone: text(f, ContactField::PersonalPhone, &self.personal_phone, SHORT_TEXT),
            verified: None,
        };
        let details = |one: &Contact| {
            (one.name.clone(), one.email.clone(), one.phone.clone(), one.personal_phone.clone())
        };
        let verified =
            known.filter(|known| details(known) == details(&contact)).and_then(|known| known.verified);
        (findings.problems.is_empty().then_some(Contact { verified, ..contact }), findings)
    }
}

impl Answer {
    /// Every answer, in the order a form offers them.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unknown];
}

impl From<Option<bool>> for Answer {
    fn from(answer: Option<bool>) -> Self {
        match answer {
            None => Self::Unknown,
            Some(true) => Self::Yes,
            Some(false) => Self::No,
        }
    }
}

impl From<Answer> for Option<bool> {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Unknown => None,
            Answer::Yes => Some(true),
            Answer::No => Some(false),
        }
    }
}

impl From<&Circuit> for CircuitForm {
    fn from(circuit: &Circuit) -> Self {
        Self {
            order_number: circuit.needs_order_number.into(),
            has_portal: circuit.portal.as_ref().map(|portal| !portal.is_empty()).into(),
            portal: circuit.portal.clone().unwrap_or_default(),
            approval: circuit.approval.clone(),
            payment_days: circuit.payment_days.clone(),
        }
    }
}

impl CircuitForm {
    /// How invoices are paid, or every fault.
    #[must_use]
    pub fn parse(&self) -> (Option<Circuit>, Findings<CircuitField>) {
        let mut findings = Findings::none();
        let f = &mut findings;
        let portal = match self.has_portal {
            Answer::Unknown => None,
            Answer::No => Some(String::new()),
            Answer::Yes => Some(required(f, CircuitField::Portal, &self.portal)),
        };
        let circuit = Circuit {
            needs_order_number: self.order_number.into(),
            portal,
            approval: text(f, CircuitField::Approval, &self.approval, LONG_TEXT),
            payment_days: text(f, CircuitField::PaymentDays, &self.payment_days, SHORT_TEXT),
        };
        (findings.problems.is_empty().then_some(circuit), findings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::problem::Problem;
    use crate::base::dates::parse_iso;

    fn known() -> Contact {
        Contact {
            role: Role::Accounts,
            name: "Mme Le Goff".to_owned(),
            email: "compta@brun.example".to_owned(),
            phone: "02 40 00 00 00".to_owned(),
            personal_phone: String::new(),
            verified: parse_iso("2026-10-02").ok(),
        }
    }

    #[test]
    fn a_person_has_a_name_and_sound_addresses() {
        let form = ContactForm { email: "compta".to_owned(), ..ContactForm::default() };
        let (contact, findings) = form.parse(None);
        assert!(contact.is_none());
        assert_eq!(findings.problem_of(ContactField::Name), Some(Problem::Required));
        assert_eq!(findings.problem_of(ContactField::Email), Some(Problem::Email));
    }

    #[test]
    fn what_is_changed_is_no_longer_verified() {
        let form = ContactForm::from(&known());
        let verified = |form: ContactForm| form.parse(Some(&known())).0.unwrap().verified;
        assert_eq!(verified(form.clone()), known().verified);
        assert_eq!(verified(ContactForm { role: Role::Management, ..form.clone() }), known().verified);
        assert_eq!(verified(ContactForm { phone: "02 40 00 00 01".to_owned(), ..form }), None);
    }

    #[test]
    fn a_circuit_comes_back_as_it_was() {
        for circuit in [
            Circuit::default(),
            Circuit { needs_order_number: Some(true), portal: Some(String::new()), ..Circuit::default() },
            Circuit {
                needs_order_number: Some(false),
                portal: Some("Chorus Pro".to_owned()),
                approval: "le chef de projet".to_owned(),
                payment_days: "le 10 et le 25".to_owned(),
            },
        ] {
            assert_eq!(CircuitForm::from(&circuit).parse().0, Some(circuit));
        }
        let form = CircuitForm { has_portal: Answer::Yes, ..CircuitForm::default() };
        assert_eq!(form.parse().1.problem_of(CircuitField::Portal), Some(Problem::Required));
    }
}
