//! Offers and disputes in the book: what they cost, when they lapse, what they ask for, and that they are kept as well as
//! all else.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::wildcard_imports,
    reason = "tests may fail loudly, their helpers too; the parts of one test file share them"
)]

mod disputes;
mod offers;
#[path = "../support/mod.rs"]
mod support;
mod talks;

use chrono::{NaiveDate, NaiveTime};
use proptest::prelude::*;
use relance::app::book::Book;
use relance::app::calendar_file::{calendar_file, meeting_file};
use relance::app::command::{CircumstanceDraft, Command, MovementDraft, SendingDraft};
use relance::app::disputes::{Closing, DisputeCommand};
use relance::app::effect::Effect;
use relance::app::forms::offer::{OfferField, OfferForm};
use relance::app::merge::merge;
use relance::app::offers::{OfferCommand, OfferDraft};
use relance::app::plans::{PlanCommand, PlanDraft, Signing};
use relance::app::problem::Problem;
use relance::app::proceedings::{ProceedingCommand, ProceedingDraft};
use relance::app::record::{Key, Record};
use relance::app::update::{Refusal, update};
use relance::app::views::offer_desk::OfferDesk;
use relance::app::views::story::{Fact, Strand, ToldPlan, facts};
use relance::app::views::today::{self, Loose};
use relance::app::views::writing::{LeftOut, candidates};
use relance::base::{
    Amount, CircumstanceId, ClientId, CommitmentId, Currency, InvoiceId, OfferId, PlanId, Rate, TrashId,
    dates,
};
use relance::domain::circumstance::{CircumstanceKind, DisputeCause, PauseCause, PromiseState, Unpaid};
use relance::domain::claim::{Allocation, Debt, Instalment};
use relance::domain::dispute::{CommitmentEnd, DisputeLife, Meeting, ReasonCode, Side, Verdict};
use relance::domain::dunning::{Action, HoldCause, What, Why};
use relance::domain::event::{Call, Channel, Outcome, SentText, Step};
use relance::domain::law::rates::RateTable;
use relance::domain::movement::{Change, MovementKind};
use relance::domain::offer::{OfferError, OfferKind, OfferSort, OfferState, Way, WayKind, price, settling};
use relance::domain::party::DebtorKind;
use relance::domain::plan::{End, InterestDuring, Penalties};
use relance::domain::proceeding::ProceedingKind;
use relance::domain::regime::Regime;
use relance::text::Lang;
use relance::text::words::chronicle;
use relance::text::words::offers as words;
use support::{day, invoice};

const ONE: InvoiceId = InvoiceId(1);
const OFFER: OfferId = OfferId(1);
const DISPUTE: CircumstanceId = CircumstanceId(1);

fn run(book: &mut Book, command: Command, on: &str) -> Result<(), Refusal> {
    update(book, command, day(on)).map(drop)
}

fn offer(book: &mut Book, command: OfferCommand, on: &str) -> Result<(), Refusal> {
    run(book, Command::Offer(ONE, command), on)
}

fn dispute(book: &mut Book, command: DisputeCommand, on: &str) -> Result<(), Refusal> {
    run(book, Command::Dispute(ONE, DISPUTE, command), on)
}

fn pay(book: &mut Book, cents: i64, on: &str) {
    let draft = MovementDraft::new(MovementKind::Payment, day(on), Amount::from_cents(cents));
    run(book, Command::AddMovement(ONE, draft), on).unwrap();
}

/// 3,480 € due on 15 March 2026 by a business, sent, reminded of on 20 March.
fn owing() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Atelier Brun", "1"), "2026-02-13").unwrap();
    run(&mut book, Command::SetClientKind(ClientId(1), DebtorKind::Business), "2026-02-13").unwrap();
    let text = SentText { body: "Bonjour".to_owned(), as_of: day("2026-03-20"), ..SentText::default() };
    let reminder =
        SendingDraft::new(day("2026-03-20"), Channel::Email, Step::FirstReminder, day("2026-03-30"), text);
    run(&mut book, Command::RecordSending(vec![(ONE, reminder)]), "2026-03-20").unwrap();
    book
}

fn draft(kind: OfferKind, date: &str, until: &str) -> OfferDraft {
    OfferDraft { kind, date: day(date), until: day(until), balance_by: None, note: String::new() }
}

fn offering(kind: OfferKind) -> Book {
    let mut book = owing();
    offer(&mut book, OfferCommand::Make(draft(kind, "2026-06-01", "2026-06-11")), "2026-06-01").unwrap();
    book
}

fn action(book: &Book, on: &str) -> Action {
    today::action(book, ONE, day(on)).unwrap()
}

fn total(book: &Book, on: &str) -> Amount {
    book.claim(book.case(ONE).unwrap(), day(on)).total
}

fn state(book: &Book, on: &str) -> OfferState {
    book.case(ONE).unwrap().offers_on(day(on)).next().unwrap().1
}

fn meeting(on: &str, minutes: &str) -> Meeting {
    Meeting {
        day: day(on),
        time: NaiveTime::from_hms_opt(14, 30, 0),
        length: 45,
        place: "visio de Mme Le Goff".to_owned(),
        agenda: "la finition".to_owned(),
        minutes: minutes.to_owned(),
    }
}

fn proposing() -> PlanDraft {
    let sum = |due: &str| Instalment { due: day(due), amount: Amount::from_cents(116_000) };
    PlanDraft {
        invoices: vec![ONE],
        proposed: day("2026-06-01"),
        answer_by: day("2026-06-09"),
        down_payment: None,
        instalments: vec![sum("2026-07-01"), sum("2026-08-03"), sum("2026-09-01")],
        penalties: Penalties::WaivedIfKept,
        interest: InterestDuring::Stops,
        notice_days: 8,
        reserved: Vec::new(),
        note: String::new(),
    }
}

fn open_dispute(book: &mut Book, cents: i64) {
    let kind = CircumstanceKind::dispute(DisputeCause::Quality, Amount::from_cents(cents), day("2026-06-09"));
    let draft = CircumstanceDraft { date: day("2026-06-01"), kind, note: "la finition".to_owned() };
    run(book, Command::AddCircumstance(ONE, draft), "2026-06-01").unwrap();
}

/// A dispute that is closed the day after something was promised on either side.
fn closed_with_promises() -> Book {
    let mut book = owing();
    open_dispute(&mut book, 50_000);
    let ours = DisputeCommand::Promise(Side::Ours, "reprendre la finition".to_owned(), day("2026-06-12"));
    dispute(&mut book, ours, "2026-06-02").unwrap();
    let theirs = DisputeCommand::Promise(Side::Theirs, "rendre la clé".to_owned(), day("2026-06-15"));
    dispute(&mut book, theirs, "2026-06-02").unwrap();
    let closing = Closing {
        how: Verdict::Partly,
        on: day("2026-06-03"),
        credited: Amount::from_cents(20_000),
        reference: String::new(),
        terms: String::new(),
        pay_by: None,
    };
    dispute(&mut book, DisputeCommand::Close(closing), "2026-06-03").unwrap();
    book
}

fn ends(book: &Book, on: &str) -> Vec<Loose> {
    today::day(book, day(on)).open_ends.into_iter().map(|end| end.what).collect()
}
