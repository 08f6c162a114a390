//! A call is noted with one tap, and put right while what was said is still being written down: what is changed takes the
//! place of what was noted, and what is taken back leaves nothing behind.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may fail loudly, their helpers too")]

mod support;

use relance::app::book::Book;
use relance::app::calls::CallMade;
use relance::app::command::{CircumstanceDraft, ClientDraft, Command, InvoiceDraft, SendingDraft};
use relance::app::update::{Refusal, update};
use relance::base::{Amount, InvoiceId};
use relance::domain::circumstance::CircumstanceKind;
use relance::domain::contact::{Contact, Role};
use relance::domain::event::{Call, Channel, Outcome, SentText, Step};
use relance::domain::party::DebtorKind;
use support::day;

const ONE: InvoiceId = InvoiceId(1);
const TWO: InvoiceId = InvoiceId(2);
const TODAY: &str = "2026-11-24";

fn send(book: &mut Book, command: Command) -> Result<(), Refusal> {
    update(book, command, day(TODAY)).map(|_| ())
}

/// Two late invoices of one client; a promise of the first runs.
fn book() -> Book {
    let mut book = Book::default();
    send(&mut book, Command::SaveClient(None, ClientDraft::named("Brun", DebtorKind::Business))).unwrap();
    for number in ["12", "13"] {
        let amount = Amount::from_cents(100_000);
        let draft = InvoiceDraft::new("Brun", number, day("2026-09-01"), day("2026-10-01"), amount);
        send(&mut book, Command::SaveInvoice(None, draft)).unwrap();
    }
    let earlier = CircumstanceDraft {
        date: day("2026-11-20"),
        kind: promise(5_000, "2026-11-30"),
        note: String::new(),
    };
    send(&mut book, Command::AddCircumstance(ONE, earlier)).unwrap();
    book
}

fn promise(cents: i64, by: &str) -> CircumstanceKind {
    let who = "Mme Le Goff".to_owned();
    CircumstanceKind::Promise { amount: Amount::from_cents(cents), by: day(by), who, channel: Channel::Phone }
}

fn call(
    book: &Book,
    about: &[InvoiceId],
    kind: Option<CircumstanceKind>,
    learnt: Option<Contact>,
) -> CallMade {
    let outcome = if kind.is_some() { Outcome::Promise } else { Outcome::NoAnswer };
    let text = SentText::default();
    let made = Call { outcome, note: String::new(), seconds: 75, again: None };
    let draft = SendingDraft {
        call: Some(made),
        to: "Mme Le Goff".to_owned(),
        ..SendingDraft::new(day(TODAY), Channel::Phone, Step::FirstCall, day(TODAY), text)
    };
    let brought: Vec<CircumstanceDraft> = kind
        .into_iter()
        .map(|kind| CircumstanceDraft { date: day(TODAY), kind, note: String::new() })
        .collect();
    let drafts = about.iter().map(|id| (*id, draft.clone(), brought.clone())).collect();
    CallMade::about_to_be(book, drafts, learnt)
}

fn note(book: &mut Book, made: &CallMade) {
    send(book, Command::RecordCall(made.drafts.clone(), made.learnt.clone())).unwrap();
}

fn correct(book: &mut Book, was: &CallMade, now: &CallMade) -> Result<(), Refusal> {
    send(book, Command::CorrectCall(Box::new(was.clone()), Box::new(now.clone())))
}

fn person(name: &str) -> Contact {
    Contact {
        role: Role::Accounts,
        name: name.to_owned(),
        email: String::new(),
        phone: String::new(),
        personal_phone: String::new(),
        verified: None,
    }
}

fn promises(book: &Book, id: InvoiceId) -> Vec<(CircumstanceKind, bool)> {
    let all = book.case(id).unwrap().circumstances.iter();
    all.map(|one| (one.kind.clone(), one.ended.is_some())).collect()
}

#[test]
fn what_is_changed_takes_the_place_of_what_was_noted() {
    let mut book = book();
    let first = call(&book, &[ONE], Some(promise(100_000, "2026-12-01")), None);
    assert!(!first.is_in(&book));
    note(&mut book, &first);
    assert!(first.is_in(&book));
    let mut second = call(&book, &[ONE], Some(promise(60_000, "2026-12-08")), Some(person("M. Perrin")));
    second.replaces.clone_from(&first.replaces);
    correct(&mut book, &first, &second).unwrap();
    assert_eq!(book.case(ONE).unwrap().events.len(), 1);
    assert_eq!(
        promises(&book, ONE),
        [(promise(5_000, "2026-11-30"), true), (promise(60_000, "2026-12-08"), false)]
    );
    assert_eq!(book.clients().next().unwrap().contacts, [person("M. Perrin")]);
    // Put right once more, with another person and about both invoices.
    let mut third = call(&book, &[ONE, TWO], Some(promise(60_000, "2026-12-08")), Some(person("Mme Roy")));
    third.replaces.clone_from(&first.replaces);
    correct(&mut book, &second, &third).unwrap();
    assert_eq!(book.case(TWO).unwrap().events.len(), 1);
    assert_eq!(book.clients().next().unwrap().contacts, [person("Mme Roy")]);
    // And about the second alone: nothing of it stays with the first, whose earlier promise runs again.
    let mut last = call(&book, &[TWO], Some(promise(60_000, "2026-12-08")), None);
    last.replaces.clone_from(&first.replaces);
    correct(&mut book, &third, &last).unwrap();
    assert!(book.case(ONE).unwrap().events.is_empty());
    assert_eq!(promises(&book, ONE), [(promise(5_000, "2026-11-30"), false)]);
    assert_eq!(book.case(TWO).unwrap().events.len(), 1);
    assert!(book.clients().next().unwrap().contacts.is_empty());
}

#[test]
fn a_call_taken_back_leaves_the_book_as_it_was() {
    let mut book = book();
    let before: Vec<_> = book.records().collect();
    let made = call(&book, &[ONE, TWO], Some(promise(100_000, "2026-12-01")), Some(person("M. Perrin")));
    note(&mut book, &made);
    assert_ne!(book.records().collect::<Vec<_>>(), before);
    let none = CallMade { drafts: Vec::new(), learnt: None, replaces: Vec::new() };
    correct(&mut book, &made, &none).unwrap();
    assert_eq!(book.records().collect::<Vec<_>>(), before);
    assert!(!made.is_in(&book));
}

#[test]
fn what_was_changed_since_is_not_put_right_blindly() {
    let mut book = book();
    let made = call(&book, &[ONE], Some(promise(100_000, "2026-12-01")), None);
    note(&mut book, &made);
    let known = book.case(ONE).unwrap().circumstances.iter().find(|one| one.ended.is_none()).unwrap().id;
    send(&mut book, Command::DeleteCircumstance(ONE, known)).unwrap();
    let before: Vec<_> = book.records().collect();
    let now = call(&book, &[ONE], None, None);
    assert_eq!(correct(&mut book, &made, &now), Err(Refusal::ChangedSince));
    assert_eq!(book.records().collect::<Vec<_>>(), before);
}
