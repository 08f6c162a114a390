//! Routes: the part of the address after `#`, read and written. Nothing in it ever leaves the browser.

use std::fmt;

use crate::base::{ClientId, EventId, InvoiceId};
use crate::domain::event::Step;

/// A screen, with what its address says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// Whom to chase today.
    Today,
    /// Quick calculator, with the figures of a shared link.
    Calculator(String),
    /// List of invoices.
    Invoices,
    /// Form for a new invoice, with the figures of the calculator.
    NewInvoice(String),
    /// One claim.
    Invoice(InvoiceId),
    /// Form to correct an invoice.
    EditInvoice(InvoiceId),
    /// A text for a claim.
    Text(InvoiceId, Step),
    /// A call about a claim.
    Call(InvoiceId),
    /// How one claim is chased.
    InvoicePace(InvoiceId),
    /// The story of a claim, to print.
    Story(InvoiceId),
    /// Documents about a claim beside the texts of the ladder; which one, by its name.
    Documents(InvoiceId, String),
    /// A letter as it was sent, to print again.
    Copy(InvoiceId, EventId),
    /// Many letters at once.
    Letters,
    /// A payment plan for a claim.
    Plan(InvoiceId),
    /// What comes after the amicable way.
    After(InvoiceId),
    /// The ways out of a claim, compared.
    Ways(InvoiceId),
    /// What was spent on a claim.
    Costs(InvoiceId),
    /// Offers to settle a claim.
    Offers(InvoiceId),
    /// The dispute about a claim.
    Dispute(InvoiceId),
    /// What proves a claim, and what is missing.
    Proofs(InvoiceId),
    /// Forecast of cash.
    Forecast,
    /// The aged balance.
    Balance,
    /// The answers of reply cards.
    Replies,
    /// A reply card, as the client sees it; what it shows is in its address.
    Reply(String),
    /// List of clients.
    Clients,
    /// Form for a new client.
    NewClient,
    /// One client.
    Client(ClientId),
    /// Form to change a client.
    EditClient(ClientId),
    /// How a client is chased.
    ClientPace(ClientId),
    /// Work that is not invoiced yet.
    Unbilled,
    /// How all clients are chased.
    Policy,
    /// The user's own templates.
    Templates,
    /// Profile, language, theme, data.
    Settings,
    /// What is kept, backups, trash, erasure.
    Data,
    /// Reference rates with their sources.
    Rates,
    /// An address that names no screen.
    NotFound(String),
}

impl Route {
    /// Reads an address such as `#/factures/12`; nothing at all is the calculator.
    #[must_use]
    pub fn parse(hash: &str) -> Self {
        let address = hash.strip_prefix('#').unwrap_or(hash);
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let invoice = |id: &str| id.parse().ok().map(InvoiceId);
        let client = |id: &str| id.parse().ok().map(ClientId);
        let found = match parts.as_slice() {
            [] | ["calcul"] => Some(Self::Calculator(query.to_owned())),
            ["factures"] => Some(Self::Invoices),
            ["factures", "nouvelle"] => Some(Self::NewInvoice(query.to_owned())),
            ["factures", id] => invoice(id).map(Self::Invoice),
            ["factures", id, "modifier"] => invoice(id).map(Self::EditInvoice),
            ["factures", id, "texte", step] => {
                invoice(id).zip(step_named(step)).map(|(id, step)| Self::Text(id, step))
            }
            ["factures", id, "appel"] => invoice(id).map(Self::Call),
            ["factures", id, "relances"] => invoice(id).map(Self::InvoicePace),
            ["factures", id, "histoire"] => invoice(id).map(Self::Story),
            ["factures", id, "documents"] => invoice(id).map(|id| Self::Documents(id, query.to_owned())),
            ["factures", id, "copie", event] => {
                invoice(id).zip(event.parse().ok()).map(|(id, event)| Self::Copy(id, EventId(event)))
            }
            ["courriers"] => Some(Self::Letters),
            ["factures", id, "echeancier"] => invoice(id).map(Self::Plan),
            ["factures", id, "suites"] => invoice(id).map(Self::After),
            ["factures", id, "voies"] => invoice(id).map(Self::Ways),
            ["factures", id, "couts"] => invoice(id).map(Self::Costs),
            ["factures", id, "offres"] => invoice(id).map(Self::Offers),
            ["factures", id, "litige"] => invoice(id).map(Self::Dispute),
            ["factures", id, "preuves"] => invoice(id).map(Self::Proofs),
            ["previsions"] => Some(Self::Forecast),
            ["balance"] => Some(Self::Balance),
            ["reponses"] => Some(Self::Replies),
            ["reponse"] => Some(Self::Reply(query.to_owned())),
            ["clients"] => Some(Self::Clients),
            ["clients", "nouveau"] => Some(Self::NewClient),
            ["clients", id] => client(id).map(Self::Client),
            ["clients", id, "modifier"] => client(id).map(Self::EditClient),
            ["clients", id, "relances"] => client(id).map(Self::ClientPace),
            ["aujourdhui"] => Some(Self::Today),
            ["a-facturer"] => Some(Self::Unbilled),
            ["relances"] => Some(Self::Policy),
            ["modeles"] => Some(Self::Templates),
            ["reglages"] => Some(Self::Settings),
            ["donnees"] => Some(Self::Data),
            ["taux"] => Some(Self::Rates),
            _ => None,
        };
        found.unwrap_or_else(|| Self::NotFound(address.to_owned()))
    }
}

impl Route {
    /// Where a text about a claim is begun: instalments and offers are worked out before they are written.
    #[must_use]
    pub fn to_write(id: InvoiceId, step: Step) -> Self {
        match step {
            Step::Instalments => Self::Plan(id),
            Step::Offer => Self::Offers(id),
            step => Self::Text(id, step),
        }
    }
}

const STEPS: [(Step, &str); 26] = [
    (Step::Invoice, "facture"),
    (Step::ReceiptCheck, "reception"),
    (Step::Courtesy, "avant-echeance"),
    (Step::FirstCall, "premier-appel"),
    (Step::FirstReminder, "premiere-relance"),
    (Step::SecondCall, "deuxieme-appel"),
    (Step::FirmReminder, "relance-ferme"),
    (Step::LastReminder, "derniere-relance"),
    (Step::PenaltyNote, "note-de-penalites"),
    (Step::FormalNotice, "mise-en-demeure"),
    (Step::Call, "appel"),
    (Step::Recap, "recapitulatif"),
    (Step::BrokenPromise, "promesse-non-tenue"),
    (Step::Duplicate, "duplicata"),
    (Step::Approval, "validation"),
    (Step::Confirmation, "confirmation"),
    (Step::Correction, "correction"),
    (Step::Inquiry, "renseignements"),
    (Step::Meeting, "rendez-vous"),
    (Step::Instalments, "echeancier"),
    (Step::PlanNotice, "echeance-manquee"),
    (Step::Offer, "offre"),
    (Step::Agreed, "accord"),
    (Step::Suspension, "suspension"),
    (Step::Resumption, "reprise"),
    (Step::Thanks, "remerciement"),
];

fn step_named(name: &str) -> Option<Step> {
    STEPS.iter().find(|(_, known)| *known == name).map(|(step, _)| *step)
}

fn step_name(step: Step) -> &'static str {
    STEPS.iter().find(|(known, _)| *known == step).map_or("", |(_, name)| name)
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let with_query = |f: &mut fmt::Formatter<'_>, path: &str, query: &str| {
            if query.is_empty() { f.write_str(path) } else { write!(f, "{path}?{query}") }
        };
        match self {
            Self::Calculator(query) => with_query(f, "#/calcul", query),
            Self::Invoices => f.write_str("#/factures"),
            Self::NewInvoice(query) => with_query(f, "#/factures/nouvelle", query),
            Self::Invoice(id) => write!(f, "#/factures/{id}"),
            Self::EditInvoice(id) => write!(f, "#/factures/{id}/modifier"),
            Self::Text(id, step) => write!(f, "#/factures/{id}/texte/{}", step_name(*step)),
            Self::Call(id) => write!(f, "#/factures/{id}/appel"),
            Self::InvoicePace(id) => write!(f, "#/factures/{id}/relances"),
            Self::Story(id) => write!(f, "#/factures/{id}/histoire"),
            Self::Documents(id, name) => with_query(f, &format!("#/factures/{id}/documents"), name),
            Self::Copy(id, event) => write!(f, "#/factures/{id}/copie/{event}"),
            Self::Letters => f.write_str("#/courriers"),
            Self::Plan(id) => write!(f, "#/factures/{id}/echeancier"),
            Self::After(id) => write!(f, "#/factures/{id}/suites"),
            Self::Ways(id) => write!(f, "#/factures/{id}/voies"),
            Self::Costs(id) => write!(f, "#/factures/{id}/couts"),
            Self::Offers(id) => write!(f, "#/factures/{id}/offres"),
            Self::Dispute(id) => write!(f, "#/factures/{id}/litige"),
            Self::Proofs(id) => write!(f, "#/factures/{id}/preuves"),
            Self::Forecast => f.write_str("#/previsions"),
            Self::Balance => f.write_str("#/balance"),
            Self::Replies => f.write_str("#/reponses"),
            Self::Reply(card) => with_query(f, "#/reponse", card),
            Self::ClientPace(id) => write!(f, "#/clients/{id}/relances"),
            Self::Today => f.write_str("#/aujourdhui"),
            Self::Unbilled => f.write_str("#/a-facturer"),
            Self::Policy => f.write_str("#/relances"),
            Self::Templates => f.write_str("#/modeles"),
            Self::Clients => f.write_str("#/clients"),
            Self::NewClient => f.write_str("#/clients/nouveau"),
            Self::Client(id) => write!(f, "#/clients/{id}"),
            Self::EditClient(id) => write!(f, "#/clients/{id}/modifier"),
            Self::Settings => f.write_str("#/reglages"),
            Self::Data => f.write_str("#/donnees"),
            Self::Rates => f.write_str("#/taux"),
            Self::NotFound(address) => write!(f, "#{address}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_back() {
        for route in [
            Route::Calculator(String::new()),
            Route::Calculator("m=3480.00&e=2026-03-15".to_owned()),
            Route::Invoices,
            Route::NewInvoice("m=1".to_owned()),
            Route::Invoice(InvoiceId(12)),
            Route::EditInvoice(InvoiceId(12)),
            Route::Text(InvoiceId(12), Step::FirstReminder),
            Route::Text(InvoiceId(12), Step::FirmReminder),
            Route::Text(InvoiceId(12), Step::FormalNotice),
            Route::Call(InvoiceId(12)),
            Route::InvoicePace(InvoiceId(12)),
            Route::Story(InvoiceId(12)),
            Route::Documents(InvoiceId(12), String::new()),
            Route::Documents(InvoiceId(12), "releve".to_owned()),
            Route::Copy(InvoiceId(12), EventId(4)),
            Route::Letters,
            Route::Plan(InvoiceId(12)),
            Route::After(InvoiceId(12)),
            Route::Ways(InvoiceId(12)),
            Route::Costs(InvoiceId(12)),
            Route::Offers(InvoiceId(12)),
            Route::Dispute(InvoiceId(12)),
            Route::Proofs(InvoiceId(12)),
            Route::Forecast,
            Route::Balance,
            Route::Replies,
            Route::Reply("AQ-_".to_owned()),
            Route::ClientPace(ClientId(3)),
            Route::Today,
            Route::Unbilled,
            Route::Policy,
            Route::Templates,
            Route::Clients,
            Route::NewClient,
            Route::Client(ClientId(3)),
            Route::EditClient(ClientId(3)),
            Route::Settings,
            Route::Data,
            Route::Rates,
            Route::NotFound("/ailleurs".to_owned()),
        ] {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
        for step in Step::ALL {
            let route = Route::Text(InvoiceId(12), step);
            assert_eq!(Route::parse(&route.to_string()), route);
        }
        assert_eq!(Route::parse(""), Route::Calculator(String::new()));
        assert!(matches!(Route::parse("#/factures/<script>"), Route::NotFound(_)));
    }
}
