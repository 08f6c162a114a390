//! The story of the book: what each change was about, in words that outlive the records it touched.

use super::book::Book;
use super::effect::Change;
use super::record::{Key, Record};
use crate::domain::party::Client;

/// How many things are named before « … » stands for the others.
const NAMED: usize = 2;

/// What a change is about: the numbers of its invoices with their client, or the names of its clients. Empty where it is
/// about the user's own details, settings or rates.
#[must_use]
pub fn about(book: &Book, change: &Change) -> String {
    let cases = change.edits.iter().filter(|edit| matches!(edit.key, Key::Case(_)));
    let plans = change.edits.iter().filter(|edit| matches!(edit.key, Key::Plan(_)));
    let others = change.edits.iter().filter(|edit| matches!(edit.key, Key::Client(_)));
    let names: Vec<String> = if cases.clone().next().is_some() {
        cases.filter_map(|edit| named(book, edit.after.as_ref().or(edit.before.as_ref())?)).collect()
    } else if plans.clone().next().is_some() {
        plans.filter_map(|edit| named(book, edit.after.as_ref().or(edit.before.as_ref())?)).collect()
    } else {
        others.filter_map(|edit| named(book, edit.after.as_ref().or(edit.before.as_ref())?)).collect()
    };
    let mut about = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        about.push('…');
    }
    about
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
