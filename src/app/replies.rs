//! Reply cards as they enter the book: made for a text, and their answers taken up once the user says so.

mod noting;
mod reading;
mod released;
mod standing;
mod word;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::book::Book;
use super::effect::{Done, Edit};
use super::record::Record;
use super::update::{Refusal, case};
use crate::base::order::insert_in_order;
use crate::base::{Amount, InvoiceId, dates};
use crate::domain::act::{Act, ActKind};
use crate::domain::case_file::CaseFile;
use crate::domain::reply::{Answer, Card, DAYS_AHEAD, Secret};

use self::noting::Noting;
pub use reading::{Reading, Unread, read_all};
pub(super) use released::released;
pub use standing::{Fit, Since, since};

/// A change to the reply cards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplyCommand {
    /// Keeps a card made for these invoices, with the part of its balance that is each one's.
    Make(Secret, Vec<(InvoiceId, Amount)>),
    /// Takes a card back that was not answered: no code of it is good any more.
    Drop(Secret),
    /// Takes up the answer of a card: it is then good for no other.
    Take {
        /// Which card.
        secret: Secret,
        /// What was answered.
        answer: Answer,
        /// What is noted of it.
        noted: Noted,
        /// What the client said beside it, kept as the note of what is noted.
        note: String,
        /// The e-mail it came in is an acknowledgement of the debt, noted as an act of this name.
        acknowledged: Option<String>,
    },
}

/// What is noted of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// The promise; where it is of no part of an invoice on the card, reminders of that one wait as long, with this note
    /// before what the client said.
    Promise(String),
    /// The dispute, to be answered by a day.
    Dispute(NaiveDate),
    /// Nothing but that it came: nothing is owed any more, or it is noted already.
    Nothing,
    /// What was proposed; the plan is built on a page of its own.
    Plan,
    /// The payment, which was seen on the account.
    Payment,
    /// That the client says it has paid: reminders wait until a day, with this note before what the client said.
    SaysPaid(NaiveDate, String),
}

/// A card that was given to a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// Which card.
    pub secret: Secret,
    /// The invoices on it.
    pub invoices: Vec<InvoiceId>,
    /// Day it was made.
    pub made: NaiveDate,
    /// Day its answer was taken up, where it was.
    pub answered: Option<NaiveDate>,
}

/// Every card with its case.
fn cards(book: &Book) -> impl Iterator<Item = (&CaseFile, &Card)> {
    book.cases().flat_map(|case| case.cards.iter().map(move |card| (case, card)))
}

/// Every card that was given to a client, those that wait for an answer first, the latest before the earlier.
#[must_use]
pub fn given(book: &Book) -> Vec<Given> {
    let mut all: BTreeMap<Secret, Given> = BTreeMap::new();
    for (case, card) in cards(book) {
        let Card { date: made, answered, .. } = *card;
        let known = all.entry(card.secret).or_insert(Given {
            secret: card.secret,
            invoices: Vec::new(),
            made,
            answered,
        });
        known.invoices.push(case.invoice.id);
    }
    let mut given: Vec<Given> = all.into_values().collect();
    given.sort_by_key(|one| (one.answered.is_some(), Reverse(one.made), one.invoices.first().copied()));
    given
}

/// The card that was made on a day for exactly these sums and is not answered, so that a link is not made twice.
#[must_use]
pub fn known_card(book: &Book, sums: &[(InvoiceId, Amount)], today: NaiveDate) -> Option<Secret> {
    let (first, _) = sums.first()?;
    let fits = |card: &&Card| {
        let on_it = || cards(book).filter(|(_, other)| other.secret == card.secret);
        card.date == today
            && on_it().all(|(_, card)| card.answered.is_none())
            && on_it().count() == sums.len()
            && on_it().all(|(case, card)| sums.contains(&(case.invoice.id, card.amount)))
    };
    book.case(*first)?.cards.iter().rev().find(fits).map(|card| card.secret)
}

/// Carries a change to the cards out: what it did, and the records it changes.
pub(super) fn carry_out(
    book: &Book,
    command: ReplyCommand,
    today: NaiveDate,
) -> Result<(Done, Vec<Edit>), Refusal> {
    match command {
        ReplyCommand::Make(secret, sums) => {
            let made = sums.into_iter().map(|(id, amount)| {
                let mut case = case(book, id)?;
                let card = Card { id: case.next_card(), date: today, secret, amount, answered: None };
                insert_in_order(&mut case.cards, card, |card| (card.date, card.id));
                Ok(Edit::put(book, Record::Case(case)))
            });
            Ok((Done::CardMade, made.collect::<Result<_, _>>()?))
        }
        ReplyCommand::Drop(secret) => Ok((Done::CardDropped, dropped(book, secret)?)),
        ReplyCommand::Take { secret, answer, noted, note, acknowledged } => {
            let taken = Taken { secret, answer, noted: &noted, note: &note };
            Ok((Done::ReplyTaken, take(book, taken, acknowledged.as_deref(), today)?))
        }
    }
}

/// The cases of a card without it.
fn dropped(book: &Book, secret: Secret) -> Result<Vec<Edit>, Refusal> {
    let cases = unanswered(book, secret)?;
    let without = cases.into_iter().map(|mut case| {
        case.cards.retain(|card| card.secret != secret);
        Edit::put(book, Record::Case(case))
    });
    Ok(without.collect())
}

/// The cases of a card that is not answered.
fn unanswered(book: &Book, secret: Secret) -> Result<Vec<CaseFile>, Refusal> {
    let of_card = cards(book).filter(|(_, card)| card.secret == secret && card.answered.is_none());
    let cases: Vec<CaseFile> = of_card.map(|(case, _)| case.clone()).collect();
    if cases.is_empty() { Err(Refusal::CardAnswered) } else { Ok(cases) }
}

/// An answer as it is taken up.
#[derive(Clone, Copy)]
struct Taken<'a> {
    secret: Secret,
    answer: Answer,
    noted: &'a Noted,
    note: &'a str,
}

fn take(
    book: &Book,
    Taken { secret, answer, noted, note }: Taken<'_>,
    acknowledged: Option<&str>,
    today: NaiveDate,
) -> Result<Vec<Edit>, Refusal> {
    let mut cases = unanswered(book, secret)?;
    check(book, &cases, answer, noted, today)?;
    let (circumstance, movement) = (book.next_circumstance(), book.next_movement());
    let mut noting = Noting { book, today, said: note.trim(), circumstance, movement };
    noting.answer(&mut cases, answer, noted)?;
    let mut act = book.next_act();
    for case in &mut cases {
        for card in case.cards.iter_mut().filter(|card| card.secret == secret) {
            card.answered = Some(today);
        }
        if let Some(reference) = acknowledged {
            let reference = reference.to_owned();
            let known = Act { id: act, kind: ActKind::Acknowledgement, date: today, reference };
            insert_in_order(&mut case.acts, known, |act| (act.date, act.id));
            act = act.next();
        }
    }
    Ok(cases.into_iter().map(|case| Edit::put(book, Record::Case(case))).collect())
}

/// Whether an answer still fits: the claim may have been paid since the card was made.
fn check(
    book: &Book,
    cases: &[CaseFile],
    answer: Answer,
    noted: &Noted,
    today: NaiveDate,
) -> Result<(), Refusal> {
    let owed: Amount = cases.iter().map(|case| book.claim(case, today).total).sum();
    match answer {
        _ if *noted == Noted::Nothing => Ok(()),
        // A card offers no such day: nothing waits for years.
        Answer::Pays { by, .. } if dates::add_days(today, DAYS_AHEAD) < by => Err(Refusal::InTheFuture),
        Answer::Paid { on, .. }
            if *noted == Noted::Payment && cases.iter().any(|case| on < case.invoice.issued) =>
        {
            Err(Refusal::BeforeInvoice)
        }
        Answer::Paid { amount, .. } if *noted == Noted::Payment && owed < amount => Err(Refusal::NotOwed),
        Answer::Pays { amount, .. } | Answer::Contests { amount, .. } if owed < amount => {
            Err(Refusal::NotOwed)
        }
        _ => Ok(()),
    }
}
