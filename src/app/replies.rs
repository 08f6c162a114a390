//! Reply cards as they enter the book: made for a text, and their answers taken up once the user says so.

mod standing;
mod word;

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::book::Book;
use super::command::{CircumstanceDraft, MovementDraft};
use super::contacts::add_circumstance;
use super::effect::{Done, Edit};
use super::record::Record;
use super::update::{Refusal, case};
use crate::base::order::insert_in_order;
use crate::base::{Amount, InvoiceId, dates};
use crate::domain::act::{Act, ActKind};
use crate::domain::case_file::CaseFile;
use crate::domain::circumstance::{CircumstanceKind, GRACE_DAYS, PauseCause};
use crate::domain::claim::Claim;
use crate::domain::event::Channel;
use crate::domain::movement::MovementKind;
use crate::domain::reply::code::{Code, Found, find};
use crate::domain::reply::{Answer, Card, Secret};

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

/// Reads what was pasted: a code, or an e-mail with one.
///
/// # Errors
/// Why it brings nothing.
pub fn read(book: &Book, pasted: &str) -> Result<Reading, Unread> {
    let code = match find(pasted) {
        Found::Code(code) => code,
        Found::Damaged => return Err(Unread::Damaged),
        Found::Nothing => return Err(Unread::NoCode),
    };
    let (_, card) = cards_of(book, &code).next().ok_or(Unread::Foreign)?;
    let (secret, made) = (card.secret, card.date);
    let on_it = || cards(book).filter(move |(_, card)| card.secret == secret);
    if let Some(day) = on_it().filter_map(|(_, card)| card.answered).min() {
        return Err(Unread::Answered(day));
    }
    let invoices = on_it().map(|(case, _)| case.invoice.id).collect();
    let stated = on_it().map(|(_, card)| card.amount).sum();
    Ok(Reading { answer: code.answer, secret, made, invoices, stated, word: word::word(pasted) })
}

/// Every card with its case.
fn cards(book: &Book) -> impl Iterator<Item = (&CaseFile, &Card)> {
    book.cases().flat_map(|case| case.cards.iter().map(move |card| (case, card)))
}

fn cards_of<'a>(book: &'a Book, code: &Code) -> impl Iterator<Item = (&'a CaseFile, &'a Card)> {
    let code = *code;
    cards(book).filter(move |(_, card)| code.is_of(&card.secret))
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

/// Notes an answer on the cases it is about.
struct Noting<'a> {
    book: &'a Book,
    today: NaiveDate,
    said: &'a str,
    circumstance: crate::base::CircumstanceId,
    movement: crate::base::MovementId,
}

impl Noting<'_> {
    fn answer(&mut self, cases: &mut [CaseFile], answer: Answer, noted: &Noted) -> Result<(), Refusal> {
        match (answer, noted) {
            (Answer::Pays { by, amount }, Noted::Promise(note)) => {
                // As long as the promise itself waits for a transfer.
                let until = dates::add_days(by, GRACE_DAYS);
                let note = self.after(note);
                for (case, amount) in self.parts(cases, amount) {
                    let (kind, note) = if amount.is_positive() {
                        let who = String::new();
                        let promise = CircumstanceKind::Promise { amount, by, who, channel: Channel::Email };
                        (promise, self.said.to_owned())
                    } else if self.book.claim(case, self.today).balance().is_positive() {
                        (CircumstanceKind::Pause { cause: PauseCause::Other, until }, note.clone())
                    } else {
                        continue;
                    };
                    self.circumstance(case, kind, note);
                }
                Ok(())
            }
            (Answer::Contests { cause, amount, .. }, Noted::Dispute(answer_by)) => {
                for (case, amount) in self.reached(cases, amount) {
                    let kind = CircumstanceKind::Dispute {
                        cause,
                        amount,
                        answer_by: *answer_by,
                        life: Box::default(),
                    };
                    self.circumstance(case, kind, self.said.to_owned());
                }
                Ok(())
            }
            (Answer::Paid { on, amount }, Noted::Payment) => {
                if self.today < on {
                    return Err(Refusal::InTheFuture);
                }
                for (case, amount) in self.reached(cases, amount) {
                    let draft = MovementDraft::new(MovementKind::Payment, on, amount);
                    let movement = draft.numbered(self.movement);
                    insert_in_order(&mut case.movements, movement, |known| (known.date, known.id));
                    self.movement = self.movement.next();
                }
                Ok(())
            }
            (Answer::Paid { .. }, Noted::SaysPaid(until, note)) => {
                let said = self.after(note);
                for case in cases {
                    let kind = CircumstanceKind::Pause { cause: PauseCause::Other, until: *until };
                    self.circumstance(case, kind, said.clone());
                }
                Ok(())
            }
            (Answer::Instalments { first, count }, Noted::Plan) => {
                for case in cases {
                    self.circumstance(
                        case,
                        CircumstanceKind::Proposal { count, first },
                        self.said.to_owned(),
                    );
                }
                Ok(())
            }
            (_, Noted::Nothing) => Ok(()),
            _ => Err(Refusal::NotFound),
        }
    }

    fn circumstance(&mut self, case: &mut CaseFile, kind: CircumstanceKind, note: String) {
        add_circumstance(case, self.circumstance, CircumstanceDraft { date: self.today, kind, note });
        self.circumstance = self.circumstance.next();
    }

    /// What the client said, after a note.
    fn after(&self, note: &str) -> String {
        if self.said.is_empty() || note.is_empty() {
            format!("{note}{}", self.said)
        } else {
            format!("{note} – {}", self.said)
        }
    }

    /// The cases that a sum reaches, each with its part.
    fn reached<'c>(&self, cases: &'c mut [CaseFile], amount: Amount) -> Vec<(&'c mut CaseFile, Amount)> {
        let mut all = self.parts(cases, amount);
        all.retain(|(_, part)| part.is_positive());
        all
    }

    /// A sum over the cases, the oldest first: the principal of all of them, which is what their card shows, before penalties
    /// of any; what is more than is owed on all goes to the last.
    fn parts<'c>(&self, cases: &'c mut [CaseFile], amount: Amount) -> Vec<(&'c mut CaseFile, Amount)> {
        let mut all: Vec<(&mut CaseFile, Amount)> = Vec::new();
        for case in cases {
            let place = (case.invoice.due, case.invoice.id);
            let at = all.partition_point(|(known, _)| (known.invoice.due, known.invoice.id) <= place);
            all.insert(at, (case, Amount::ZERO));
        }
        let mut left = amount;
        let rest = |claim: &Claim| (claim.balance() - claim.principal_left).or_zero();
        let passes: [&dyn Fn(&Claim) -> Amount; 2] = [&|claim| claim.principal_left.or_zero(), &rest];
        for owed in passes {
            for (case, part) in &mut all {
                let share = left.min(owed(&self.book.claim(case, self.today)));
                *part += share;
                left -= share;
            }
        }
        if let Some((_, part)) = all.last_mut() {
            *part += left;
        }
        all
    }
}
