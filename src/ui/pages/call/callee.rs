//! Who can be called at a client’s, and which of its invoices a call may be about.

use chrono::NaiveDate;

use crate::app::book::Book;
use crate::app::forms::call::Covered;
use crate::app::views::withheld::{plan_runs, withheld};
use crate::app::views::writing::held_back;
use crate::base::{ClientId, InvoiceId};
use crate::domain::contact::Role;
use crate::domain::dunning::conduct::Breach;
use crate::domain::dunning::person::{Person, person, to_call};
use crate::domain::event::Step;
use crate::domain::party::Client;

/// Somebody to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callee {
    /// What the person does; none for the general contact.
    pub role: Option<Role>,
    /// Name; empty where it is not known.
    pub name: String,
    /// Number.
    pub phone: String,
}

impl From<Person<'_>> for Callee {
    fn from(person: Person<'_>) -> Self {
        Self { role: person.role, name: person.name.to_owned(), phone: person.phone.trim().to_owned() }
    }
}

/// Everybody with a number, the one a step is for first.
pub fn callees(client: &Client, step: Step) -> Vec<Callee> {
    let mut all: Vec<Callee> = to_call(client, step).into_iter().map(Callee::from).collect();
    let known = client.contacts.iter().map(|contact| Callee {
        role: Some(contact.role),
        name: contact.name.clone(),
        phone: [&contact.phone, &contact.personal_phone]
            .into_iter()
            .map(|number| number.trim())
            .find(|number| !number.is_empty())
            .unwrap_or_default()
            .to_owned(),
    });
    for one in known.chain([Callee::from(person(client, None))]) {
        let is_new = all.iter().all(|other| (&other.name, &other.phone) != (&one.name, &one.phone));
        if !one.phone.is_empty() && is_new {
            all.push(one);
        }
    }
    all
}

/// Every late invoice of the client in the currency of the claim, that claim whatever it is, the oldest first. Under a plan
/// they are those it covers, with what it asks for; otherwise those that may be asked for.
pub fn late(book: &Book, id: InvoiceId, client: ClientId, today: NaiveDate) -> Vec<Covered> {
    let currency = book.case(id).map(|case| case.invoice.currency);
    let runs = plan_runs(book, id, today);
    let may_speak = |other: InvoiceId| {
        if let Some(runs) = &runs {
            return runs.invoices.contains(&other);
        }
        let was_sent = || book.case(other).is_some_and(|case| case.was_sent(today));
        let is_free = || {
            let against = held_back(book, &[other], Step::Call, today);
            !against.iter().any(|breach| matches!(breach, Breach::Held(_)))
        };
        other == id || (was_sent() && withheld(book, other, today).is_none() && is_free())
    };
    let mut late: Vec<Covered> = book
        .cases_of(client)
        .filter(|case| Some(case.invoice.currency) == currency && may_speak(case.invoice.id))
        .filter_map(|case| {
            let whole = book.claim(case, today);
            // What is contested is not asked for, and is no part of what is promised unless one says so.
            let kind = book.client(client).map_or_else(Default::default, |client| client.kind);
            let claim = case.undisputed(kind, &whole);
            let due = (claim.principal_left - claim.not_due).or_zero();
            let is_subject = case.invoice.id == id;
            (is_subject || due.is_positive()).then(|| Covered {
                id: case.invoice.id,
                number: case.invoice.number.clone(),
                due: whole.first_unpaid_due().unwrap_or(case.invoice.due),
                owed: if due.is_positive() { due } else { claim.principal_left },
            })
        })
        .collect();
    late.sort_by_key(|invoice| (invoice.due, invoice.id));
    if let Some(runs) = runs {
        let mut left = runs.asked;
        for one in &mut late {
            one.owed = one.owed.min(left);
            left -= one.owed;
        }
        late.retain(|one| one.id == id || one.owed.is_positive());
    }
    late
}
