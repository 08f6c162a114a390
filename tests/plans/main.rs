//! The life of a payment plan in the book: proposed, signed, kept or not, ended; and that it is kept as well as all else.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests may fail loudly, their helpers too"
)]
#![allow(clippy::wildcard_imports, reason = "the parts of one test file share its helpers")]

mod claimed;
mod form;
mod kept;
mod life;
mod notices;
mod properties;
mod several;
#[path = "../support/mod.rs"]
mod support;
mod unkept;

use chrono::NaiveDate;
use relance::app::book::Book;
use relance::app::calendar_file::{calendar_file, plan_file, proceeding_file};
use relance::app::command::{
    ActDraft, CircumstanceDraft, Command, InvoiceDraft, MovementDraft, SendingDraft,
};
use relance::app::forms::payments::PaymentsForm;
use relance::app::forms::plan::{CardAnswer, CardShown, DividedBy, PlanField, PlanForm};
use relance::app::merge::merge;
use relance::app::plans::{PlanCommand, PlanDraft, Signing};
use relance::app::problem::Problem;
use relance::app::record::{Key, Record};
use relance::app::update::{Refusal, update};
use relance::app::views::client_list;
use relance::app::views::invoice_list::{self, Filter};
use relance::app::views::ladder_dates::{When, ladder_dates};
use relance::app::views::plan_desk::{PlanDesk, Spoken};
use relance::app::views::today::{self, Loose};
use relance::app::views::withheld::{granted_by_plan, withheld};
use relance::app::views::writing::{LeftOut, candidates};
use relance::base::{Amount, ClientId, Currency, InvoiceId, PlanId, Region, TrashId};
use relance::documents::context::Facts;
use relance::documents::message::message;
use relance::documents::paper::{AgreementTerms, Paper, PaperFacts, paper};
use relance::domain::act::ActKind;
use relance::domain::case_file::CaseFile;
use relance::domain::circumstance::{CircumstanceKind, DisputeCause};
use relance::domain::claim::{Claim, Debt, Instalment};
use relance::domain::dunning::withheld::{PlanRuns, Withheld};
use relance::domain::dunning::{Action, HoldCause, Setting, What, Why};
use relance::domain::event::{Call, Channel, Outcome, SentText, Step};
use relance::domain::insolvency::Insolvency;
use relance::domain::manner::Tone;
use relance::domain::movement::MovementKind;
use relance::domain::party::DebtorKind;
use relance::domain::plan::caution::Caution;
use relance::domain::plan::schedule::{Division, PlanTerms, Rhythm, ScheduleError};
use relance::domain::plan::standing::Standing;
use relance::domain::plan::{End, InterestDuring, Notice, Penalties, Plan};
use relance::domain::posting::{Posting, Returned};
use relance::domain::proceeding::{Proceeding, ProceedingKind};
use relance::domain::regime::Regime;
use relance::domain::status::{Flag, flags};
use relance::store::backup;
use relance::store::backup::archive;
use relance::store::backup::compare::{Choice, compare, merge_records};
use relance::text::words::{plans, withheld as words};
use relance::text::{Lang, format};
use support::{change, day, invoice, records};

const ONE: InvoiceId = InvoiceId(1);
const PLAN: PlanId = PlanId(1);

fn run(book: &mut Book, command: Command, on: &str) -> Result<(), Refusal> {
    update(book, command, day(on)).map(drop)
}

fn plan(book: &mut Book, command: PlanCommand, on: &str) -> Result<(), Refusal> {
    run(book, Command::Plan(command), on)
}

/// Signed on a day, proposed as it was noted.
fn accept(id: PlanId, signed: &str) -> PlanCommand {
    PlanCommand::Accept(id, Signing { proposed: day("2026-06-01"), signed: day(signed) })
}

/// A notice noted on the plan itself, as versions did before notices became texts.
fn note(book: &mut Book, sent: &str, until: &str) {
    let mut plan = book.plan(PLAN).cloned().unwrap();
    plan.notices.push(Notice { sent: day(sent), until: day(until), is_estimate: false });
    book.put(Record::Plan(plan));
}

fn pay(book: &mut Book, id: InvoiceId, cents: i64, on: &str) {
    let draft = MovementDraft::new(MovementKind::Payment, day(on), Amount::from_cents(cents));
    run(book, Command::AddMovement(id, draft), on).unwrap();
}

/// The client contests so much of the first invoice.
fn contest(book: &mut Book, cents: i64, on: &str) {
    let kind = CircumstanceKind::Dispute {
        cause: DisputeCause::Quality,
        amount: Amount::from_cents(cents),
        answer_by: day("2026-06-15"),
        life: Box::default(),
    };
    let draft = CircumstanceDraft { date: day(on), kind, note: String::new() };
    run(book, Command::AddCircumstance(ONE, draft), on).unwrap();
}

fn instalment(due: &str, cents: i64) -> Instalment {
    Instalment { due: day(due), amount: Amount::from_cents(cents) }
}

/// 3,480 € due on 15 March 2026, sent; spread on 1 June over three months, penalties given up if it is kept.
fn draft() -> PlanDraft {
    PlanDraft {
        invoices: vec![ONE],
        proposed: day("2026-06-01"),
        answer_by: day("2026-06-09"),
        down_payment: None,
        instalments: vec![
            instalment("2026-07-01", 116_000),
            instalment("2026-08-03", 116_000),
            instalment("2026-09-01", 116_000),
        ],
        penalties: Penalties::WaivedIfKept,
        interest: InterestDuring::Stops,
        notice_days: 8,
        reserved: Vec::new(),
        note: "Mme Le Goff".to_owned(),
    }
}

fn owing() -> Book {
    let mut book = Book::default();
    run(&mut book, invoice("Atelier Brun", "1"), "2026-02-13").unwrap();
    let sent = support::sending("2026-03-20");
    run(&mut book, sent, "2026-03-20").unwrap();
    book
}

fn signed() -> Book {
    let mut book = owing();
    plan(&mut book, PlanCommand::Propose(draft()), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    book
}

fn action(book: &Book, on: &str) -> Action {
    today::action(book, ONE, day(on)).unwrap()
}

fn total(book: &Book, on: &str) -> Amount {
    book.claim(book.case(ONE).unwrap(), day(on)).total
}

fn is(action: &Action, what: What, on: &str) {
    assert_eq!((action.what, action.day), (what, day(on)), "{:?}", action.why);
}

fn desk(book: &Book) -> PlanDesk {
    PlanDesk::of(book, ONE, day("2026-06-01")).unwrap()
}

/// A notice as the composer records it: a text with its own deadline.
fn notice_sent(on: &str, until: &str) -> Command {
    let text = SentText { body: "Mise en demeure".to_owned(), as_of: day(on), ..SentText::default() };
    let draft = SendingDraft::new(day(on), Channel::Email, Step::PlanNotice, day(until), text);
    Command::RecordSending(vec![(ONE, draft)])
}

/// The signed plan over two invoices with a notice by registered post on each, one letter, on 6 July.
fn noticed_by_post() -> Book {
    let mut book = owing();
    run(&mut book, invoice("Atelier Brun", "2"), "2026-02-13").unwrap();
    let both = PlanDraft { invoices: vec![ONE, InvoiceId(2)], ..draft() };
    plan(&mut book, PlanCommand::Propose(both), "2026-06-01").unwrap();
    plan(&mut book, accept(PLAN, "2026-06-04"), "2026-06-04").unwrap();
    let of = |book: &Book| book.plan(PLAN).unwrap().invoices.clone();
    let text =
        SentText { body: "Mise en demeure".to_owned(), as_of: day("2026-07-06"), ..SentText::default() };
    let (on, until) = (day("2026-07-06"), day("2026-07-16"));
    let sent = SendingDraft::new(on, Channel::RegisteredPost, Step::PlanNotice, until, text);
    let sent = of(&book).into_iter().map(|id| (id, sent.clone())).collect();
    run(&mut book, Command::RecordSending(sent), "2026-07-06").unwrap();
    book
}

/// A call of 1 June that agreed on so many instalments from a day; what they are.
fn spoken_of(book: &mut Book, first: &str, parts: u32) -> Vec<(Amount, NaiveDate)> {
    let terms = PlanTerms {
        amount: Amount::from_cents(348_000),
        down_payment: Amount::ZERO,
        first: day(first),
        rhythm: Rhythm::Monthly,
        division: Division::Count(parts),
        working_days: Some(Region::France),
    };
    let agreed: Vec<_> =
        terms.schedule().unwrap().instalments.iter().map(|one| (one.amount, one.due)).collect();
    let call = Call { outcome: Outcome::Plan, note: String::new(), seconds: 0, again: None };
    let spoken = SendingDraft {
        call: Some(call),
        ..SendingDraft::new(
            day("2026-06-01"),
            Channel::Phone,
            Step::Call,
            day("2026-06-01"),
            SentText::default(),
        )
    };
    let promises = agreed.iter().map(|(amount, by)| CircumstanceDraft {
        date: day("2026-06-01"),
        kind: CircumstanceKind::Promise {
            amount: *amount,
            by: *by,
            who: String::new(),
            channel: Channel::Phone,
        },
        note: String::new(),
    });
    let calls = vec![(ONE, spoken, promises.collect())];
    run(book, Command::RecordCall(calls, None), "2026-06-01").unwrap();
    agreed
}
