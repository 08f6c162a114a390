//! The story of the book: what each change was about, in words that outlive the records it touched.

use super::book::Book;
use super::effect::{Change, Edit};
use super::record::{Key, Record};
use crate::domain::party::Client;
use crate::domain::unbilled::Work;

/// How many things are named before « … » stands for the others.
const NAMED: usize = 2;

/// What a change is about: the numbers of its invoices with their client, the names of its clients, or what of a list
/// it changed. Empty where it is about the user's own details, settings or rates.
#[must_use]
pub fn about(book: &Book, change: &Change) -> String {
    let cases = change.edits.iter().filter(|edit| matches!(edit.key, Key::Case(_)));
    let plans = change.edits.iter().filter(|edit| matches!(edit.key, Key::Plan(_)));
    let others = change.edits.iter().filter(|edit| matches!(edit.key, Key::Client(_)));
    let names: Vec<String> = if cases.clone().next().is_some() {
        cases.filter_map(|edit| named(book, edit.after.as_ref().or(edit.before.as_ref())?)).collect()
    } else if plans.clone().next().is_some() {
        plans.filter_map(|edit| named(book, edit.after.as_ref().or(edit.before.as_ref())?)).collect()
    } else if others.clone().next().is_some() {
        others.filter_map(|edit| named(book, edit.after.as_ref().or(edit.before.as_ref())?)).collect()
    } else {
        change.edits.iter().flat_map(listed).collect()
    };
    let mut about = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        about.push('…');
    }
    about
}

/// What was added to a list, changed in it or taken off it: work to invoice, templates.
fn listed(edit: &Edit) -> Vec<String> {
    match (edit.before.as_ref(), edit.after.as_ref()) {
        (Some(Record::Unbilled(before)), Some(Record::Unbilled(after))) => {
            changed(&before.works, &after.works, |work| work.id).map(of_work).collect()
        }
        (Some(Record::Templates(before)), Some(Record::Templates(after))) => {
            changed(&before.templates, &after.templates, |own| own.id).map(|own| own.name.clone()).collect()
        }
        _ => Vec::new(),
    }
}

/// What is new or other in a list, then what is there no more.
fn changed<'a, T: PartialEq, I: PartialEq>(
    before: &'a [T],
    after: &'a [T],
    id: impl Fn(&T) -> I + Copy + 'a,
) -> impl Iterator<Item = &'a T> {
    let come = after.iter().filter(move |item| !before.contains(item));
    come.chain(before.iter().filter(move |item| after.iter().all(|known| id(known) != id(item))))
}

fn of_work(work: &Work) -> String {
    let parts = [work.what.as_str(), work.client.as_str()];
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

fn named(book: &Book, record: &Record) -> Option<String> {
    match record {
        Record::Client(client) => Some(client.name.clone()),
        Record::Case(case) => {
            let client = book.client(case.invoice.client).map(|client: &Client| client.name.as_str());
            let number = case.invoice.number.as_str();
            Some(client.map_or_else(|| number.to_owned(), |client| format!("{number} · {client}")))
        }
        Record::Plan(plan) => {
            let number = book.case(*plan.invoices.first()?)?.invoice.number.as_str();
            let client = book.client(plan.client).map(|client: &Client| client.name.as_str());
            Some(client.map_or_else(|| number.to_owned(), |client| format!("{number} · {client}")))
        }
        _ => None,
    }
}
