//! The invoices whose ladder can be looked at: those that are open, by client, in the order of the day’s list.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::ladder_dates::{When, ladder_dates};
use super::today;
use crate::app::book::Book;
use crate::base::fold::fold;
use crate::base::order::in_order;
use crate::base::{ClientId, InvoiceId, dates};
use crate::domain::dunning::Setting;

/// An open invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Which.
    pub id: InvoiceId,
    /// Its number.
    pub number: String,
    /// When what is unpaid fell or falls due first.
    pub due: NaiveDate,
    /// Days since then; zero before.
    pub days_late: i64,
}

/// The open invoices of a client, the longest late first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfClient {
    /// The client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// Its invoices.
    pub invoices: Vec<Open>,
}

/// Every open invoice of the book, or of one client: clients as the day’s list has them, then by what falls due first.
#[must_use]
pub fn open_invoices(book: &Book, only: Option<ClientId>, today: NaiveDate) -> Vec<OfClient> {
    let mut by_client: BTreeMap<ClientId, Vec<Open>> = BTreeMap::new();
    for case in book.cases().filter(|case| only.is_none_or(|client| case.invoice.client == client)) {
        let claim = book.claim(case, today);
        if claim.principal_left.is_positive() && !case.is_out(today) {
            let due = claim.first_unpaid_due().unwrap_or(case.invoice.due);
            let days_late = dates::days_between(due, today).max(0);
            let open = Open { id: case.invoice.id, number: case.invoice.number.clone(), due, days_late };
            by_client.entry(case.invoice.client).or_default().push(open);
        }
    }
    let todos = today::day(book, today).todos;
    let mut rank: BTreeMap<ClientId, usize> = BTreeMap::new();
    for (at, todo) in todos.iter().enumerate() {
        rank.entry(todo.client).or_insert(at);
    }
    let of_client = |(client, invoices): (ClientId, Vec<Open>)| OfClient {
        client,
        name: book.client(client).map(|client| client.name.clone()).unwrap_or_default(),
        invoices: in_order(invoices, |open| (open.due, open.id)),
    };
    let all: Vec<OfClient> = by_client.into_iter().map(of_client).collect();
    in_order(all, |one| {
        let at = rank.get(&one.client).copied().unwrap_or(usize::MAX);
        (at, one.invoices.first().map(|open| open.due), one.client)
    })
}

/// The invoice looked at first, of the whole book or of a client: the first one of which a step has a day to come. Where the
/// ladders of all stand still, the first of them.
#[must_use]
pub fn first_sample(book: &Book, only: Option<ClientId>, today: NaiveDate) -> Option<InvoiceId> {
    let all = open_invoices(book, only, today);
    let ids = || all.iter().flat_map(|one| one.invoices.iter().map(|open| open.id));
    ids().find(|id| runs(book, *id, today)).or_else(|| ids().next())
}

/// A step of the ladder of an invoice has a day to come.
fn runs(book: &Book, id: InvoiceId, today: NaiveDate) -> bool {
    let known = book.case(id).and_then(|case| Some((case, book.client(case.invoice.client)?)));
    known.is_some_and(|(case, client)| {
        let plan = book.plan_of(id, today);
        let setting = Setting { client, policy: book.policy(), is_known: false, plan };
        let dates = ladder_dates(case, &book.claim(case, today), setting);
        dates.iter().any(|(_, when)| matches!(when, When::Planned(_)))
    })
}

/// The invoices whose number, or whose client’s name, has every word that is looked for, so many at most; the one that is
/// shown is always among them.
#[must_use]
pub fn found(all: &[OfClient], wanted: &str, shown: Option<InvoiceId>, most: usize) -> Vec<OfClient> {
    let wanted = fold(wanted);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut left = most;
    let mut found = Vec::new();
    for one in all {
        let name = fold(&one.name);
        let mut keeps = |open: &&Open| {
            let number = fold(&open.number);
            let has = words.iter().all(|word| name.contains(word) || number.contains(word));
            let takes = has && left > 0;
            left -= usize::from(takes);
            takes || shown == Some(open.id)
        };
        let invoices: Vec<Open> = one.invoices.iter().filter(|open| keeps(open)).cloned().collect();
        if !invoices.is_empty() {
            found.push(OfClient { invoices, ..one.clone() });
        }
    }
    found
}
