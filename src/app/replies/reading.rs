//! What was pasted, read: each code in it with the card it is of, or why it brings nothing.

use chrono::NaiveDate;

use super::super::book::Book;
use super::{cards, word};
use crate::base::{Amount, InvoiceId};
use crate::domain::reply::code::{Code, Found, find};
use crate::domain::reply::{Answer, Secret};

/// An answer that was read, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The answer.
    pub answer: Answer,
    /// The card.
    pub secret: Secret,
    /// Day the card was made.
    pub made: NaiveDate,
    /// The invoices on it that are still here.
    pub invoices: Vec<InvoiceId>,
    /// What it stated as their balance.
    pub stated: Amount,
    /// What the client said beside the answer; empty where only a code was pasted, or nothing was said.
    pub word: String,
}

/// Why what was pasted brings nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// There is nothing like a code in it.
    NoCode,
    /// Something of the code is wrong or missing.
    Damaged,
    /// It is of no card that was made here: forged, or meant for somebody else.
    Foreign,
    /// An answer of its card was taken up already, on this day.
    Answered(NaiveDate),
}

/// Reads what was pasted, a code or e-mails with one or several: each code once, in their order, or why there is none. Never
/// empty.
#[must_use]
pub fn read_all(book: &Book, pasted: &str) -> Vec<Result<Reading, Unread>> {
    match find(pasted) {
        Found::Codes(codes) => codes.iter().map(|code| read(book, code, pasted)).collect(),
        Found::Damaged => vec![Err(Unread::Damaged)],
        Found::Nothing => vec![Err(Unread::NoCode)],
    }
}

fn read(book: &Book, code: &Code, pasted: &str) -> Result<Reading, Unread> {
    let (_, card) = cards(book).find(|(_, card)| code.is_of(&card.secret)).ok_or(Unread::Foreign)?;
    let (secret, made) = (card.secret, card.date);
    let on_it = || cards(book).filter(move |(_, card)| card.secret == secret);
    if let Some(day) = on_it().filter_map(|(_, card)| card.answered).min() {
        return Err(Unread::Answered(day));
    }
    let invoices = on_it().map(|(case, _)| case.invoice.id).collect();
    let stated = on_it().map(|(_, card)| card.amount).sum();
    let word = word::word(pasted, &code.written());
    Ok(Reading { answer: code.answer, secret, made, invoices, stated, word })
}
